//! Number and code: what they open, what they never tell, and what happens when their time is over.

use axum::http::StatusCode;
use services::MIGRATIONS;

use crate::world::World;

const NOW: &str = "2026-06-01T02:00:00Z";

#[tokio::test]
async fn a_wrong_pair_is_never_told_apart_and_then_waits() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let (number, code) = world.browser().file().await;
    let mut stranger = world.browser();
    let wrong_code = stranger.fill("/t", "/t", &[("number", &number), ("code", "00000000")]).await;
    let nobody =
        kernel::CaseNumber::compose(&kernel::DivisionCode::parse("150223").unwrap(), jiff::civil::date(2026, 6, 1), 77);
    let wrong_number = stranger.fill("/t", "/t", &[("number", nobody.as_str()), ("code", &code)]).await;
    for page in [&wrong_code, &wrong_number] {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("编号或查询码不对，再看一眼"));
    }
    // The page of a number is the same whether it exists or not.
    let (exists, not) = (stranger.get(&format!("/t/{number}")).await, stranger.get(&format!("/t/{nobody}")).await);
    assert_eq!(exists.status, not.status);
    assert!(exists.says("name=\"code\"") && not.says("name=\"code\""));

    for _ in 0..4 {
        stranger.fill("/t", "/t", &[("number", &number), ("code", "11111111")]).await;
    }
    let waits = stranger.fill("/t", "/t", &[("number", &number), ("code", &code)]).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(waits.says("0472-000-0000") && waits.headers.contains_key("retry-after"));
    world.clock.advance_seconds(60);
    let opens = stranger.fill("/t", "/t", &[("number", &number), ("code", &code)]).await;
    assert_eq!((opens.status, opens.location), (StatusCode::SEE_OTHER, format!("/t/{number}")));
}

#[tokio::test]
async fn the_code_is_shown_for_half_an_hour_in_the_browser_that_filed() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let (number, code) = browser.file().await;
    let path = format!("/file/{number}/receipt");
    assert!(browser.get(&path).await.says(&code));
    assert_eq!(world.browser().get(&path).await.location, format!("/t/{number}"));
    world.clock.advance_seconds(31 * 60);
    assert_eq!(browser.get(&path).await.location, format!("/t/{number}"));
    assert!(browser.get(&format!("/t/{number}")).await.says("达茂旗信访局正在看这件事归谁办"));
    // Closing leaves nothing for the next person at this machine.
    let closed = browser.post("/t/close", &[]).await;
    assert_eq!(closed.location, "/");
    assert!(!browser.get(&format!("/t/{number}")).await.says("达茂旗信访局正在看"));
}

#[tokio::test]
async fn what_was_written_survives_the_end_of_the_two_hours() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let (number, code) = browser.file().await;
    let add = format!("/t/{number}/add");
    let page = browser.get(&add).await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    world.clock.advance_seconds(3 * 3600);
    let fields = [("csrf", csrf.as_str()), ("key", &key), ("note", "又有一口井坏了")];
    let asked = browser.upload(&add, &fields, &[("files", "说明.txt", "第二口井".as_bytes())]).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.says("value=\"又有一口井坏了\"") && asked.says("您写的和选的文件都还在"));

    // A typing mistake in the code loses nothing either.
    let carried = |page: &crate::world::Page, code: &str| {
        ["csrf", "key", "number", "step", "keep.key", "keep.note", "keep.kept"]
            .map(|name| (name.to_owned(), page.field(name)))
            .into_iter()
            .chain([("code".to_owned(), code.to_owned())])
            .collect::<Vec<_>>()
    };
    let slipped = carried(&asked, "12345678");
    let fields: Vec<(&str, &str)> = slipped.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let asked = browser.post("/t", &fields).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = carried(&asked, &code);
    let fields: Vec<(&str, &str)> = right.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let form = browser.post("/t", &fields).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.html);
    assert!(form.says(">\n又有一口井坏了</textarea>") && form.says("说明.txt<small>"), "{}", form.html);
    let (csrf, key, kept) = (form.field("csrf"), form.field("key"), form.field("kept"));
    let fields = [("csrf", csrf.as_str()), ("key", &key), ("kept", &kept), ("note", "又有一口井坏了")];
    let done = browser.upload(&add, &fields, &[]).await;
    assert_eq!(done.location, format!("/t/{number}?done=add"));
    // Sent twice, added once.
    browser.upload(&add, &fields, &[]).await;
    assert_eq!(world.count("attachment"), 1);
    let page = browser.get(&done.location).await;
    assert_eq!(page.html.matches("又有一口井坏了").count(), 1);
}

#[tokio::test]
async fn one_matters_cookie_opens_no_other() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let (hers, _) = world.browser().file().await;
    let mut browser = world.browser();
    let (mine, _) = browser.file().await;
    assert_ne!(hers, mine);
    for path in ["", "/rate", "/add", "/withdraw", "/views"] {
        let page = browser.get(&format!("/t/{hers}{path}")).await;
        assert!(page.says("name=\"code\"") && !page.says("机井水泵"), "{path}");
    }
    let page = browser.get(&format!("/t/{mine}")).await;
    assert!(page.says("修好机井水泵"));
    browser.forget("lx-track");
    assert!(!browser.get(&format!("/t/{mine}")).await.says("修好机井水泵"));
}
