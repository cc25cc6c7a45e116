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

#[tokio::test]
async fn a_part_is_tried_changed_row_by_row_and_put_back() {
    let site = Site::new();
    let admin = site.browser("guan");
    let day = ("day", "2026-12-21");
    let began = [("pack", "huaibei"), day, ("mode", "keep")];
    admin.fill("/admin/practice", "/admin/practice", &began).await.says("生效了");
    let page = admin.get("/admin/practice").await;
    page.says("各个部分");
    page.says("/admin/practice/part?file=escalation.csv");
    assert_eq!(admin.get("/admin/practice/part?file=pack.toml").await.status, StatusCode::NOT_FOUND);
    let part = "/admin/practice/part?file=targets.csv";
    let form = admin.get(part).await;
    form.says("和开始时一样");
    form.says("value=\"日接收\"");
    let rows = |hours: &'static str| {
        [
            ("file", "targets.csv"),
            ("rows", "4"),
            ("name-0", "日接收"),
            ("reached-0", "登记在册"),
            ("hours-0", hours),
            ("name-1", ""),
            ("name-2", "月办结"),
            ("reached-2", "程序走完"),
            ("hours-2", "720"),
            day,
        ]
    };
    let send = async |hours: &'static str, mode: &'static str| {
        let mut fields = rows(hours).to_vec();
        fields.push(("mode", mode));
        admin.fill(part, "/admin/practice/part", &fields).await
    };
    let wrong = send("很久", "keep").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says("href=\"#hours-0\"");
    wrong.says("value=\"很久\"");
    let before = site.count("SELECT count(*) FROM reference_data");
    let tried = send("12", "try").await;
    tried.says("什么都没有写");
    tried.says("日接收,登记在册,12");
    tried.says("value=\"12\"");
    assert_eq!(site.count("SELECT count(*) FROM reference_data"), before);
    let done = send("12", "keep").await;
    done.says("改了：版本 2026-2");
    done.says("第 1 处");
    admin.get("/admin/practice").await.says("日接收,登记在册,12");
    let fields = [("file", "targets.csv"), ("which", "all"), day, ("mode", "keep")];
    let forged = admin.forge("/admin/practice/back", &fields).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    forged.says("第 1 处");
    let back = admin.fill(part, "/admin/practice/back", &fields).await;
    back.says("改了：版本 2026-3");
    back.says("和开始时一样");
}
