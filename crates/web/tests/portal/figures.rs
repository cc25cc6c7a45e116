//! The plain figures: what is counted, of how many, and what is left out; on both engines.

use services::{MIGRATIONS, statistics};

use crate::{story::handle, world::World};

const NOW: &str = "2026-06-01T02:00:00Z";

fn counted(world: &World) -> statistics::Plain {
    let (home, now) = (world.state.config.home.clone(), world.clock_now());
    world.state.store.read_blocking(move |tx| statistics::plain(tx, home.as_ref(), now)).unwrap()
}

async fn figures(world: World) {
    let mut filed = vec![];
    for n in 0..7 {
        let mut browser = world.browser();
        let (number, code) = browser.file_with(&[("address", &format!("测试路 {n} 号"))]).await;
        filed.push((number, code));
    }
    let plain = counted(&world);
    assert_eq!((plain.overdue.part, plain.overdue.of), (0, 7));
    assert!(plain.dissatisfied.is_small() && plain.confirmed.is_small());

    // Six are answered; the seventh is forgotten.
    for (number, _) in &filed[..6] {
        handle(&world, number);
    }
    world.at("2026-07-22T09:00:00");
    let plain = counted(&world);
    assert_eq!((plain.overdue.part, plain.overdue.of), (1, 1), "served answers wait for her, not she for them");
    assert_eq!((plain.dissatisfied.of, plain.unrated), (0, 6));

    // One "dissatisfied" is not outweighed by a "satisfied" for the other office.
    let mut browser = world.browser();
    for (index, (number, code)) in filed[..5].iter().enumerate() {
        let path = format!("/t/{number}");
        browser.fill("/t", "/t", &[("number", number), ("code", code)]).await;
        let unit = if index == 0 { "dissatisfied" } else { "basically" };
        browser
            .fill(&format!("{path}/rate"), &format!("{path}/rate"), &[("unit", unit), ("bureau", "satisfied")])
            .await;
    }
    let plain = counted(&world);
    assert_eq!((plain.dissatisfied.part, plain.dissatisfied.of, plain.unrated), (1, 5, 1));
    assert_eq!(plain.dissatisfied.told(), None, "one is not told by itself");

    // The seventh is taken back: it is not in hand, and it did not end well either.
    let (number, code) = &filed[6];
    browser.fill("/t", "/t", &[("number", number), ("code", code)]).await;
    let path = format!("/t/{number}/withdraw");
    browser.fill(&path, &path, &[]).await;
    let plain = counted(&world);
    assert_eq!((plain.overdue.of, plain.confirmed.of), (0, 0));

    // What is older than ninety days is no longer counted.
    world.at("2026-11-22T09:00:00");
    assert_eq!((counted(&world).dissatisfied.of, counted(&world).unrated), (0, 0));
}

#[test]
fn figures_are_the_same_on_both_engines() {
    testkit::both(MIGRATIONS, |store| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(figures(World::new(store, NOW)));
    });
}

#[test]
fn no_figure_reads_the_whole_table() {
    let store = testkit::sqlite(MIGRATIONS);
    for (index, condition) in [
        ("matter_answered", "m.answered_at >= $1"),
        ("matter_ended", "m.ended_at >= $1"),
        ("matter_due", "NOT m.is_over AND m.due_at < $1"),
    ] {
        let sql = format!("SELECT count(*) FROM matter m WHERE {condition} AND NOT m.sealed");
        let now = store::Value::from(NOW.parse::<jiff::Timestamp>().unwrap());
        let plan = store
            .read_blocking(move |tx| store::explain::explain(tx, &sql, std::slice::from_ref(&now)))
            .unwrap()
            .join(" ");
        assert!(plan.contains(index), "{plan}");
    }
}

#[tokio::test]
async fn the_home_page_says_what_is_known_and_when_it_was_counted() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let page = world.browser().get("/").await;
    assert!(page.says("少于 5 件，不单列") && page.says("数到") && page.says("这些数怎么数的"), "{}", page.html);
    for _ in 0..5 {
        world.browser().file().await;
    }
    // The count of a moment ago is good enough for five minutes.
    assert!(!world.browser().get("/").await.says("5 件在办里"));
    world.clock.advance_seconds(5 * 60 + 1);
    for _ in 0..500 {
        if world.browser().get("/").await.says("5 件在办里") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the figures were never counted again");
}

#[tokio::test]
async fn a_scanned_station_stays_until_it_is_forgotten() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    world.station("百灵庙镇代办站", "150223100");
    let mut browser = world.browser();
    assert!(!browser.get("/").await.says("百灵庙镇代办站"), "nobody was scanned");
    let scanned = browser.get("/s/150223100").await;
    let cookie = scanned.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("lx-station=150223100;") && cookie.contains("HttpOnly"), "{cookie}");
    assert!(browser.get("/").await.says("百灵庙镇代办站"));
    assert!(browser.get("/file").await.says("百灵庙镇代办站"), "the form knows it too");
    assert_eq!(browser.post("/s/forget", &[]).await.location, "/agents");
    assert!(!browser.get("/").await.says("百灵庙镇代办站"));
}
