//! The receipt and its verification file: what matches, what is found to differ, and whom the page sends one to.

use axum::http::StatusCode;
use serde_json::Value;
use services::MIGRATIONS;
use store::event_log;

use crate::world::{Browser, Page, World};

const NOW: &str = "2026-06-01T02:00:00Z";

async fn downloaded(browser: &mut Browser, number: &str) -> Value {
    let file = browser.get(&format!("/t/{number}/receipt.json")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.headers["content-disposition"], format!("attachment; filename=\"lianxin-{number}.json\"").as_str());
    serde_json::from_slice(&file.bytes).unwrap()
}

/// Checked by somebody else, on another device.
async fn checked(world: &World, file: &Value) -> Page {
    let mut stranger = world.browser();
    let page = stranger.get("/verify").await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let bytes = serde_json::to_vec(file).unwrap();
    let fields = [("csrf", csrf.as_str()), ("key", key.as_str())];
    stranger.upload("/verify", &fields, &[("receipt", "lianxin.json", &bytes)]).await
}

async fn verified(world: World) {
    let mut browser = world.browser();
    let (number, code) = browser.file().await;
    let early = downloaded(&mut browser, &number).await;
    assert!(early["proof"].is_null() && early["number"] == number.as_str());
    let text = early.to_string();
    assert!(!text.contains(&code) && !text.contains("水泵") && !text.contains("测试人"), "digests only: {text}");
    let page = checked(&world, &early).await;
    assert!(page.says("核对上了") && page.says("还没有封存") && page.says(&number), "{}", page.html);

    let now = world.clock_now();
    world.state.store.write_blocking(move |tx| event_log::checkpoint(tx, now)).unwrap();
    let proved = downloaded(&mut browser, &number).await;
    let page = checked(&world, &proved).await;
    assert!(page.says("核对上了") && page.says("第 1 号封存"), "{}", page.html);

    // What happens later changes nothing about what was.
    browser.fill(&format!("/t/{number}/nudge"), &format!("/t/{number}/nudge"), &[]).await;
    assert!(checked(&world, &proved).await.says("核对上了"));
    let later = downloaded(&mut browser, &number).await;

    // A changed file, field by field.
    let zeros = "0".repeat(64);
    for (pointer, value, words) in [
        ("/number", Value::from("150223-20260601-000077-1"), None),
        ("/event", Value::from(zeros.as_str()), Some("登记的内容或时间")),
        ("/head/hash", Value::from(zeros.as_str()), Some("有一条和凭证做成的时候不一样")),
        ("/head/seq", Value::from(9), Some("现在少了")),
        ("/proof/checkpoint/hash", Value::from(zeros.as_str()), Some("封存证明前后对不上")),
        ("/stream", Value::from(uuid::Uuid::nil().to_string()), Some("这里没有这一件")),
    ] {
        let mut changed = proved.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        let page = checked(&world, &changed).await;
        match words {
            Some(words) => {
                assert!(page.says("有不一样的地方") && page.says(words), "{pointer}: {}", page.html);
                assert!(page.says("tel:12345") && page.says("href=\"/obstructed\""), "whom to tell");
                assert!(!page.says("伪造") && !page.says("假的"), "never forged");
            }
            None => assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "no number at all"),
        }
    }

    // Somebody with the database rewrites what she wrote, or takes an entry away.
    let id = world.case(&number);
    world
        .state
        .store
        .write_blocking(move |tx| {
            let sql = "UPDATE event SET body = replace(body, '水泵', '水管') WHERE stream = $1 AND seq = 1";
            tx.execute(sql, store::params![id])
        })
        .unwrap();
    assert!(checked(&world, &proved).await.says("登记的内容或时间"));
    let back = "UPDATE event SET body = replace(body, '水管', '水泵') WHERE stream = $1 AND seq = 1";
    world.state.store.write_blocking(move |tx| tx.execute(back, store::params![id])).unwrap();
    assert!(checked(&world, &later).await.says("核对上了"));
    let cut = "DELETE FROM event WHERE stream = $1 AND seq > 1";
    world.state.store.write_blocking(move |tx| tx.execute(cut, store::params![id])).unwrap();
    assert!(checked(&world, &later).await.says("现在少了"));
}

#[test]
fn a_file_shows_whether_the_record_was_changed() {
    testkit::both(MIGRATIONS, |store| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(verified(World::new(store, NOW)));
    });
}

#[tokio::test]
async fn what_is_no_file_of_ours_is_said_kindly_and_nothing_is_kept() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let page = browser.get("/verify").await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let fields = [("csrf", csrf.as_str()), ("key", key.as_str())];
    let none = browser.upload("/verify", &fields, &[]).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.says("还没选文件"));
    let photo = browser.upload("/verify", &fields, &[("receipt", "照片.jpg", b"\xff\xd8\xff")]).await;
    assert!(photo.status == StatusCode::UNPROCESSABLE_ENTITY && photo.says("不是登记凭证"), "{}", photo.html);
    assert!(!world.keeps_files());
    // The file of a matter is for whoever holds its code.
    let (number, _) = browser.file().await;
    let stranger = world.browser().get(&format!("/t/{number}/receipt.json")).await;
    assert!(stranger.says("name=\"code\"") && !stranger.says("lianxin-receipt"));
}

#[tokio::test]
async fn the_receipt_promises_the_call_that_was_asked_for() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut plain = world.browser();
    let (number, _) = plain.file_with(&[("help", "no")]).await;
    assert!(!plain.get(&format!("/file/{number}/receipt")).await.says("给您打电话"));

    // Nobody scanned anything: the township's station is the nearest to the village.
    let station = world.station("百灵庙镇代办站", "150223100");
    let mut browser = world.browser();
    let (number, _) = browser.file_with(&[("help", "yes")]).await;
    let page = browser.get(&format!("/file/{number}/receipt")).await;
    assert!(page.says("百灵庙镇代办站的代办员<b>给您打电话</b>"), "{}", page.html);
    assert!(page.says("6月2日（周二）</span>10:00 前") && page.says("不是法定期限"), "{}", page.html);
    let id = world.case(&number);
    let loaded = world
        .state
        .store
        .read_blocking(move |tx| services::matter::load::<domain::petition::Petition>(tx, "1502", id))
        .unwrap()
        .unwrap();
    assert_eq!(loaded.state.station, Some(station), "the bureau sees it");
}

#[tokio::test]
async fn the_code_on_the_receipt_leads_to_the_page_and_holds_the_number_only() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let (number, _) = browser.file().await;
    let page = browser.get(&format!("/file/{number}/receipt")).await;
    for way in
        ["data-do=\"picture\"", "data-do=\"print\"", "/receipt.json", "/add", "/withdraw", "反映问题不会延长起诉"]
    {
        assert!(page.says(way), "{way}");
    }
    assert_eq!(page.html.matches("<svg xmlns").count(), 1);
}
