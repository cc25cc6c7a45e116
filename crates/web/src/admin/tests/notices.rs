//! Wording, hours and a test to oneself.

use axum::http::StatusCode;

use super::site::Site;

const ALL: [(&str, &str); 8] = [
    ("quiet_from", "20:30"),
    ("quiet_until", "8：15"),
    ("quiet_rest", "9:00"),
    ("quiet_whole", "yes"),
    ("give_up_hours", "12"),
    ("stuck_minutes", "30"),
    ("zh-CN-MOVED", "编号 {number}：{unit}在办[，最迟 {date}]。"),
    ("effective_from", "2026-12-31"),
];

#[tokio::test]
async fn wording_is_saved_as_a_version_and_what_gives_her_away_is_refused() {
    let site = Site::new();
    let admin = site.browser("guan");
    let page = admin.get("/admin/notices/wording").await;
    page.says("现在由{unit}办");
    page.says("value=\"21:00\"");
    let mut wrong = ALL.to_vec();
    wrong.extend([("zh-CN-ANSWERED", "您的举报 {number} 有了答复"), ("en-ENDED", "Dear {name}, {number}")]);
    let page = admin.fill("/admin/notices/wording", "/admin/notices/wording", &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says("href=\"#zh-CN-ANSWERED\"");
    page.says("href=\"#en-ENDED\"");
    page.says("不能出现“举报”");
    let saved = admin.fill("/admin/notices/wording", "/admin/notices/wording", &ALL).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    assert_eq!(site.count("SELECT count(*) FROM reference_data WHERE kind = 'notices'"), 1);
    let page = admin.get("/admin/notices/wording").await;
    page.says("{unit}在办[，最迟 {date}]。");
    page.says("value=\"20:30\"");
}

#[tokio::test]
async fn a_test_goes_only_by_a_way_that_is_set_up() {
    let site = Site::new();
    let admin = site.browser("guan");
    admin.get("/admin/notices").await.says("还没有接任何通道");
    let sent = [("channel", "SMS"), ("address", "13800000000")];
    let page = admin.fill("/admin/notices/wording", "/admin/notices/test", &sent).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.html);
    page.says("这条通道还没有接上");
    assert_eq!(site.count("SELECT count(*) FROM delivery"), 0);
    admin.get("/admin/outbox?fate=FAILED").await.says("没有符合的");
}
