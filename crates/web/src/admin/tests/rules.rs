//! Clocks, calendar and settings: what is refused, what comes in force, what is computed again.

use axum::http::StatusCode;

use super::site::{BANNER, Site};

/// The arrangement of 2027 with New Year's Eve worked and 4 January off, so that a clock that ends then moves.
const YEAR: &str = "year,2027\nversion,2027-1\nsource,https://www.gov.cn/example\n2027-01-01..2027-01-05,OFF,元旦\n\
    2027-02-05..2027-02-11,OFF,春节\n2027-04-05,OFF,清明节\n2027-05-01..2027-05-05,OFF,劳动节\n\
    2027-06-09,OFF,端午节\n2027-09-15,OFF,中秋节\n2027-10-01..2027-10-07,OFF,国庆节\n";

#[tokio::test]
async fn a_local_table_is_checked_clock_by_clock_and_then_holds() {
    let site = Site::new();
    let admin = site.browser("guan");
    let page = admin.get("/admin/clocks").await;
    page.says("待属地确认");
    page.says("HANDLE_60D");
    let table = |division: &str, length: u32| {
        format!(
            "[{{\"division\": \"{division}\", \"effective_from\": \"2026-01-01\", \"version\": \"damao-1\", \"clocks\": [\
             {{\"id\": \"HANDLE_60D\", \"unit\": \"CALENDAR_DAY\", \"length\": {length}, \"starts\": \"accepted\", \
             \"stops\": \"opinion-sent\", \"owed_by\": \"UNIT\", \"article\": \"A34\", \"confidence\": \"V\"}}]}}]"
        )
    };
    let longer = admin.upload("/admin/clocks", &[], &table(BANNER, 90)).await;
    assert_eq!(longer.status, StatusCode::UNPROCESSABLE_ENTITY);
    longer.says("不能把“HANDLE_60D”定得比法定的长");
    admin.upload("/admin/clocks", &[], "{nonsense").await.says("期限表第 1 行读不懂");
    assert_eq!(admin.upload("/admin/clocks", &[], &table("150204", 30)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.count("SELECT count(*) FROM reference_data"), 0);
    let kept = admin.upload("/admin/clocks", &[], &table(BANNER, 45)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.html);
    let page = admin.get(&kept.location).await;
    page.says("damao-1");
    page.says("45 天");
}

#[tokio::test]
async fn a_date_is_computed_with_its_derivation() {
    let site = Site::new();
    let admin = site.browser("guan");
    let page = admin.get("/admin/clocks?clock=HANDLE_60D&day=2026-09-29&length=&more=").await;
    page.says("11月30日");
    page.says("lx-boxes");
    let more = admin.get("/admin/clocks?clock=HANDLE_60D&day=2026-09-29&length=&more=40").await;
    assert_eq!(more.status, StatusCode::OK);
    more.says("more-error");
    admin.get("/admin/clocks?clock=HANDLE_60D&day=2026-12-09&length=&more=").await.says("是暂定的");
    admin.get("/admin/clocks?clock=FEEDBACK_CUSTOM&day=2026-09-29&length=&more=").await.says("length-error");
}

#[tokio::test]
async fn a_year_is_looked_at_then_published_and_open_clocks_follow() {
    let site = Site::new();
    site.petition();
    let admin = site.browser("guan");
    let wrong =
        admin.upload("/admin/calendar", &[], &YEAR.replace("2027-10-01..2027-10-07", "2027-10-04..2027-10-07")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says("法定节日，却没有写休");
    let look = admin.upload("/admin/calendar", &[], YEAR).await;
    assert_eq!(look.status, StatusCode::OK, "{}", look.html);
    look.says("有 1 件事的期限会变");
    look.says("2027年1月5日");
    assert_eq!(site.count("SELECT count(*) FROM reference_data"), 0, "only looked at");
    let clocks = "SELECT count(*) FROM clock WHERE provisional";
    assert!(site.count(clocks) > 0);
    let before = site.count("SELECT max(due_at) FROM clock");
    let text = look.field("text");
    let done = admin.fill("/admin/calendar", "/admin/calendar/publish", &[("text", &text)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    assert_eq!(done.location, "/admin/calendar?year=2027&changed=1&left=0");
    assert_eq!(site.count(clocks), 0);
    assert_eq!(site.count("SELECT max(due_at) FROM clock") - before, 86_400_000_000, "5 January became a rest day");
    assert_eq!(site.count("SELECT count(*) FROM event WHERE kind = 'petition.clocks_recomputed'"), 1);
    let page = admin.get(&done.location).await;
    page.says("1 件事的期限重新算过");
    page.says("2027-1");
    admin.get("/admin").await.keeps_quiet_about("2027 年的日历还没有装");
}

#[tokio::test]
async fn settings_keep_within_the_law() {
    let site = Site::new();
    let admin = site.browser("guan");
    let all = |representatives: &'static str, hops: &'static str| {
        [
            ("visit_representatives_max", representatives),
            ("group_visit_from", "5"),
            ("objection_reason_min", "50"),
            ("hop_limit", hops),
            ("rating_change_days", "7"),
            ("order_returns_max", "1"),
            ("rework_max", "2"),
            ("silent_days", "15"),
            ("offline_days", "30"),
            ("mandate_days", "180"),
            ("mandate_days_max", "365"),
            ("declined_days", "90"),
            ("declined_visits_max", "1"),
        ]
    };
    let post = async |fields: &[(&str, &str)]| admin.fill("/admin/settings", "/admin/settings", fields).await;
    let over = post(&all("6", "0")).await;
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
    over.says("不能超过 5");
    over.says("hop_limit-error");
    assert_eq!(post(&all("a lot", "3")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = post(&all("4", "2")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.html);
    let settings = site.state.kit.reference().settings.clone();
    assert_eq!((settings.visit_representatives_max, settings.hop_limit), (4, 2));
    admin.get(&kept.location).await.says("value=\"4\"");
}

#[tokio::test]
async fn the_rules_of_rising_are_changed_from_a_day_on_and_never_for_yesterday() {
    let site = Site::new();
    let admin = site.browser("guan");
    let page = admin.get("/admin/oversight").await;
    page.says("超期没有办完");
    page.says("问责建议函");
    page.says("满 15 天");
    let today = "2026-12-21".to_owned();
    let change = |from: String, days: &'static str| {
        let admin = &admin;
        async move {
            let fields = [("from", from.as_str()), ("rise-overdue-county", days), ("verifiers", "3")];
            admin.fill("/admin/oversight", "/admin/oversight", &fields).await
        }
    };
    let back = change("2026-01-01".into(), "10").await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", back.html);
    back.says("开始的日子最早是今天");
    assert_eq!(change(today.clone(), "9999").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.count("SELECT count(*) FROM reference_data"), 0);
    let kept = change(today, "10").await;
    assert_eq!(
        (kept.status, kept.location.as_str()),
        (StatusCode::SEE_OTHER, "/admin/oversight?done=saved"),
        "{}",
        kept.html
    );
    let page = admin.get(&kept.location).await;
    page.says("满 10 天");
    page.says("正在用");
    let table = admin.get("/admin/oversight/table.json").await;
    let table = domain::oversight::Oversight::parse(&table.html).expect("what is taken can be loaded again");
    assert_eq!((table.verifiers, table.escalation[2].threshold), (3, 10));
    assert_eq!(site.count("SELECT count(*) FROM reference_data"), 1);
}
