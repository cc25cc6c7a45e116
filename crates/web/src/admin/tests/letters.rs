//! Wordings of letters: by section, with a day, mistakes beside their section.

use axum::http::StatusCode;

use super::site::Site;

const PAGE: &str = "/admin/letters/RISK_REMINDER";

/// The sections as they came with the program, but for what `changed` says.
fn sections(changed: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let body = "“{事项}”信访事项出现下列情形。\n# 情形\n{风险情形}\n# 截止日\n{截止日}\n# 建议\n{建议动作}\n{说明}";
    let mut all = vec![
        ("title", "风险提醒函"),
        ("mark", "信提函"),
        ("seal", ""),
        ("body", body),
        ("effective_from", "2026-12-31"),
        ("seen", ""),
    ];
    for (name, value) in changed {
        if let Some(one) = all.iter_mut().find(|(known, _)| known == name) {
            one.1 = value;
        }
    }
    all
}

#[tokio::test]
async fn a_wording_is_kept_as_a_version_with_its_day() {
    let site = Site::new();
    let admin = site.browser("guan");
    let list = admin.get("/admin/letters").await;
    list.says("督查督办函");
    list.says("程序自带");
    let page = admin.get(PAGE).await;
    page.says("信访事项风险提醒函");
    page.says("信提函");
    page.says("{建议动作}");
    let saved = admin.fill(PAGE, PAGE, &sections(&[])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    assert_eq!(site.count("SELECT count(*) FROM reference_data WHERE kind = 'letters'"), 1);
    admin.get(PAGE).await.says("2026-1");
    // Somebody else was faster: what she saw is not what stands there.
    let stale = admin.fill(PAGE, PAGE, &sections(&[])).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", stale.html);
}

#[tokio::test]
async fn a_mistake_is_told_beside_its_section_and_nothing_is_kept() {
    let site = Site::new();
    let admin = site.browser("guan");
    let wrong = sections(&[
        ("title", ""),
        ("mark", "信/提"),
        ("body", "“{事项}”\n{没有的}\n{风险情形}{截止日}"),
        ("effective_from", "2026-12-31"),
    ]);
    for address in [PAGE.to_owned(), format!("{PAGE}/preview")] {
        let page = admin.fill(PAGE, &address, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        for section in ["title", "mark", "body"] {
            page.says(&format!("href=\"#{section}\""));
        }
        page.says("不认识“没有的”");
        page.says("第 2 行");
        page.says("建议动作");
    }
    let past = admin.fill(PAGE, PAGE, &sections(&[("effective_from", "2020-01-01")])).await;
    past.says("生效日期不能早于今天");
    assert_eq!(site.count("SELECT count(*) FROM reference_data WHERE kind = 'letters'"), 0);
    let registrar = site.browser("wuyun");
    assert_ne!(registrar.get("/admin/letters").await.status, StatusCode::OK);
    assert_ne!(registrar.get(PAGE).await.status, StatusCode::OK);
}
