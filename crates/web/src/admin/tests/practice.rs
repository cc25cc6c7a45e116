//! A county begins with a practice: tried, in force, changed, taken out.

use axum::http::StatusCode;

use super::site::Site;

#[tokio::test]
async fn a_practice_is_tried_then_in_force_and_taken_out() {
    let site = Site::new();
    let admin = site.browser("guan");
    let page = admin.get("/admin/practice").await;
    page.says("还没有从哪个做法开始");
    page.says("日接收、周落地、月办结");
    let send = async |pack: &str, day: &str, mode: &str, file: &str| {
        admin.upload("/admin/practice", &[("pack", pack), ("day", day), ("mode", mode)], file).await
    };
    let tried = admin
        .fill("/admin/practice", "/admin/practice", &[("pack", "huaibei"), ("day", "2026-12-21"), ("mode", "try")])
        .await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.html);
    tried.says("什么都没有写");
    tried.says("id = &quot;HANDLE_60D&quot;");
    tried.says("本地没有这个单位");
    assert_eq!(site.count("SELECT count(*) FROM reference_data"), 0);
    let past = admin
        .fill("/admin/practice", "/admin/practice", &[("pack", "huaibei"), ("day", "2026-12-01"), ("mode", "keep")])
        .await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    let none = admin.fill("/admin/practice", "/admin/practice", &[("day", "2026-12-21"), ("mode", "keep")]).await;
    none.says("没有选做法");
    let done = admin
        .fill("/admin/practice", "/admin/practice", &[("pack", "huaibei"), ("day", "2026-12-21"), ("mode", "keep")])
        .await;
    done.says("生效了：版本 2026-1");
    done.says("提请上一级");
    done.says("和开始时一样");
    assert!(site.count("SELECT count(*) FROM event WHERE kind = 'reference-loaded'") >= 3);
    admin.get("/admin/clocks").await.says("30 天");

    // Taken out, one clock made shorter, sent again.
    let file = admin.get("/admin/practice/file").await;
    assert!(file.html.starts_with("=== "), "{}", file.html);
    let own = file.html.replace("id = \"HANDLE_60D\"\nlength = 30", "id = \"HANDLE_60D\"\nlength = 25");
    assert_ne!(own, file.html);
    let wrong = send("", "2026-12-22", "keep", &own.replace("length = 25", "length = 250")).await;
    wrong.says("法律最多给 60");
    wrong.says("clocks.toml 第");
    let changed = send("", "2026-12-22", "keep", &own).await;
    changed.says("生效了：版本 2026-2");
    changed.says("length = 25");
}
