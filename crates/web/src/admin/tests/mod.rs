//! The administrator's pages behind the real router.

mod letters;
mod network;
mod notices;
mod practice;
mod rules;
mod site;

use axum::http::StatusCode;
use site::{BANNER, SECRET, Site};

const PAGES: [&str; 23] = [
    "/admin/letters",
    "/admin/letters/OPINION",
    "/admin",
    "/admin/divisions",
    "/admin/divisions?q=百灵",
    "/admin/divisions/import",
    "/admin/units",
    "/admin/units/new",
    "/admin/units/import",
    "/admin/staff",
    "/admin/staff/new",
    "/admin/staff/import",
    "/admin/catalogue",
    "/admin/catalogue/row",
    "/admin/catalogue/import",
    "/admin/clocks",
    "/admin/oversight",
    "/admin/calendar",
    "/admin/settings",
    "/admin/practice",
    "/admin/notices",
    "/admin/notices/wording",
    "/admin/outbox",
];

#[tokio::test]
async fn an_officer_sees_no_page_and_an_administrator_every_one_without_content() {
    let site = Site::new();
    let receipt = site.petition();
    let (admin, officer, auditor) = (site.browser("guan"), site.browser("wuyun"), site.browser("shenji"));
    for path in PAGES {
        let path = path.replace("百灵", "%E7%99%BE%E7%81%B5");
        let hidden = officer.get(&path).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{path}");
        hidden.says("lx-problem");
        assert_eq!(auditor.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        let page = admin.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.html);
        page.keeps_quiet_about(SECRET);
        page.keeps_quiet_about(&receipt.number.to_string());
        page.keeps_quiet_about("⟨");
    }
    assert_eq!(admin.get("/admin/audit").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_overview_says_what_is_missing() {
    let site = Site::new();
    let page = site.browser("guan").get("/admin").await;
    page.says("2027 年的日历还没有装");
    page.says("参数还是建议值");
    page.keeps_quiet_about("还没有信访局。");
}

#[tokio::test]
async fn divisions_are_browsed_found_and_imported_with_their_errors() {
    let site = Site::new();
    let admin = site.browser("guan");
    admin.get("/admin/divisions").await.says("百灵庙镇");
    let file = "code,name\n150223101,满都拉镇\n150204001,外面的街道\nxx,错的\n";
    let page = admin.upload("/admin/divisions/import", &[("what", "divisions")], file).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    page.says("不在您管的范围里");
    page.says("<td data-label=\"行\"");
    admin.get("/admin/divisions").await.says("满都拉镇");
    let aliases = "alias,code\n满都拉,150223101\n青山,150204\n";
    let page = admin.upload("/admin/divisions/import", &[("what", "aliases")], aliases).await;
    page.says("新增或改名 1 个");
    let found = admin.get("/admin/divisions?q=%E6%BB%A1%E9%83%BD%E6%8B%89").await;
    found.says("满都拉镇");
    let none = admin.upload("/admin/divisions/import", &[("what", "divisions")], "a,b\n").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    none.says("lx-summary");
}

const UNIT: [(&str, &str); 5] =
    [("kind", "UNIT"), ("name", "旗住建局"), ("division", BANNER), ("phone", "0472-000-0001"), ("accepts", "")];

#[tokio::test]
async fn a_unit_is_entered_and_a_stale_change_is_told() {
    let site = Site::new();
    let admin = site.browser("guan");
    let bad = admin.fill("/admin/units/new", "/admin/units/new", &[("kind", "UNIT"), ("parent", "没有的局")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    bad.says("href=\"#name\"");
    bad.says("href=\"#parent\"");
    bad.says("value=\"没有的局\"");
    let made = admin.fill("/admin/units/new", "/admin/units/new", &UNIT).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.html);
    let path = made.location.split('?').next().unwrap().to_owned();
    let form = admin.get(&made.location).await;
    form.says("已经登记");
    let version = form.field("version");
    assert_eq!(version, "1");
    let mut change = UNIT.to_vec();
    change.extend([("version", version.as_str()), ("parent", "达茂旗信访局（150223）")]);
    let saved = admin.fill(&path, &path, &change).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    admin.get(&saved.location).await.says("达茂旗信访局（150223）");
    let stale = admin.fill(&path, &path, &change).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    stale.says("lx-summary");
    assert_eq!(site.count("SELECT version FROM org WHERE name = '旗住建局'"), 2);
}

#[tokio::test]
async fn units_are_tried_before_they_are_imported() {
    let site = Site::new();
    let admin = site.browser("guan");
    let file = "名称,类型,区划\n百灵庙镇政府,政府,百灵庙镇\n无类,没有,百灵庙镇\n";
    let tried = admin.upload("/admin/units/import", &[("mode", "try")], file).await;
    tried.says("什么也没有写");
    tried.says("单位类型看不懂");
    assert_eq!(site.count("SELECT count(*) FROM org"), 1);
    admin.upload("/admin/units/import", &[("mode", "keep")], file).await.says("新增 1");
    admin.get("/admin/units").await.says("百灵庙镇政府");
    assert_eq!(site.count("SELECT count(*) FROM org"), 2);
    let forged = admin.forge("/admin/units/import", &[]).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_catalogue_is_imported_then_changed_row_by_row() {
    let site = Site::new();
    let admin = site.browser("guan");
    let made = admin.fill("/admin/units/new", "/admin/units/new", &UNIT).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.html);
    let file = "类别,主办,不派\n城乡建设/供热,旗住建局,嘎查村\n没有这一类,旗住建局,\n";
    let day = ("effective_from", "2027-12-01");
    let tried = admin.upload("/admin/catalogue/import", &[("what", "catalogue"), day, ("mode", "try")], file).await;
    tried.says("什么也没有写");
    tried.says("类别树里没有“没有这一类”");
    admin.get("/admin/catalogue").await.says("还没有派单目录");
    let kept = admin.upload("/admin/catalogue/import", &[("what", "catalogue"), day, ("mode", "keep")], file).await;
    kept.says("2027-1");
    let list = admin.get("/admin/catalogue").await;
    list.says("城乡建设/供热");
    list.says("旗住建局");
    let row = "/admin/catalogue/row?category=%E5%9F%8E%E4%B9%A1%E5%BB%BA%E8%AE%BE%2F%E4%BE%9B%E7%83%AD&place=150223";
    let form = admin.get(row).await;
    form.says("2027-12-01");
    let change = [
        ("category", "城乡建设/供热"),
        ("old-category", "城乡建设/供热"),
        ("place", ""),
        ("old-place", "150223"),
        ("lead", "旗住建局"),
        ("note", "三定规定"),
        ("seen", "2027-1"),
        day,
    ];
    let saved = admin.fill(row, "/admin/catalogue/row", &change).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    admin.get(&saved.location).await.says("三定规定");
    let stale = admin.fill(row, "/admin/catalogue/row", &change).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.count("SELECT count(*) FROM reference_data WHERE kind = 'catalogue'"), 2);
}

#[tokio::test]
async fn staff_are_entered_with_a_password_shown_once_and_excluded_roles_are_told() {
    let site = Site::new();
    let admin = site.browser("guan");
    let person = [("login", "bayar"), ("name", "测试人乙"), ("org", "达茂旗信访局"), ("locale", "zh-CN")];
    let mut both = person.to_vec();
    both.extend([("role-1", "SYSADMIN"), ("role-2", "REGISTRAR")]);
    let refused = admin.fill("/admin/staff/new", "/admin/staff/new", &both).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.html);
    refused.says("不能由同一个人担任");
    let mut one = person.to_vec();
    one.push(("role-1", "REGISTRAR"));
    let made = admin.fill("/admin/staff/new", "/admin/staff/new", &one).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.html);
    made.says("只显示这一次");
    let password = made.html.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let list = admin.get("/admin/staff").await;
    list.keeps_quiet_about(&password);
    let id = list.html.split("/admin/staff/").filter_map(|rest| rest.split('"').next()).find(|id| id.len() == 36);
    let path = format!("/admin/staff/{}", id.unwrap());
    let form = admin.get(&path).await;
    form.says("selected>");
    let reset = admin.fill(&path, &format!("{path}/password"), &[]).await;
    reset.says("只显示这一次");
    assert!(!reset.html.contains(&password), "a new one");
    let sheet = "登录名,姓名,单位,角色\nsaren,测试人丙,达茂旗信访局,登记员\nx,测试人丁,达茂旗信访局,登记员\n";
    admin.upload("/admin/staff/import", &[("mode", "try")], sheet).await.says("会新增 1");
    let kept = admin.upload("/admin/staff/import", &[("mode", "keep")], sheet).await;
    kept.says("saren");
    kept.says("<code>");
    assert_eq!(site.count("SELECT count(*) FROM staff WHERE must_change AND login IN ('bayar', 'saren')"), 2);
}

#[tokio::test]
async fn an_auditor_sees_who_and_when_but_not_what() {
    let site = Site::new();
    site.petition();
    let page = site.browser("shenji").get("/admin/audit").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    page.says("登记人员");
    page.says("还没有检查点");
    page.keeps_quiet_about(SECRET);
    page.keeps_quiet_about("/admin/units");
    page.keeps_quiet_about("⟨");
    assert_eq!(site.browser("wuyun").get("/admin/audit").await.status, StatusCode::NOT_FOUND);
}
