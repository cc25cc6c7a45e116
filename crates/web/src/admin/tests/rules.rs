//! Clocks, calendar and settings: what is refused, what comes in force, what is computed again.

use axum::http::StatusCode;

use services::practice::sheet;

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
            ("backdate_days", "365"),
            ("redo_likeness_percent", "85"),
            ("waived_is_final", "0"),
            ("mandate_days", "180"),
            ("mandate_days_max", "365"),
            ("declined_days", "90"),
            ("declined_visits_max", "1"),
            ("simple_people_max", "5"),
            ("simple_handed_down", "0"),
            ("simple_legal_routes", "0"),
            ("simple_several_units", "0"),
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

/// The fields of a part as they stand today, with one of them changed.
fn part(site: &Site, file: &'static str, change: (&str, &str), day: &str) -> Vec<(String, String)> {
    let state = &site.state;
    let (reference, today) = (state.kit.reference(), state.ctx().today());
    let place = kernel::DivisionCode::parse(BANNER).unwrap();
    let held = move |tx: &mut store::Tx| services::practice::in_force(tx, &reference, &place, today);
    let pack = state.store.read_blocking(held).unwrap();
    let rows = sheet::rows(&pack, file);
    let mut fields = vec![("rows".to_owned(), rows.len().to_string())];
    for (row, cells) in rows.into_iter().enumerate() {
        let names = sheet::columns(file).unwrap().iter().map(|names| format!("{}-{row}", names.last().unwrap()));
        fields.extend(names.zip(cells));
    }
    fields.iter_mut().filter(|(name, _)| name == change.0).for_each(|(_, value)| change.1.clone_into(value));
    let rest = [("file", file), ("day", day), ("mode", "keep")];
    fields.extend(rest.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields
}

#[tokio::test]
async fn the_rules_of_rising_are_changed_from_a_day_on_and_never_for_yesterday() {
    let site = Site::new();
    let admin = site.browser("guan");
    let page = admin.get("/admin/oversight").await;
    page.says("超期没有办完");
    page.says("问责建议函");
    page.says("满 15 天");
    for file in ["escalation.csv", "supervision.csv", "oversight.toml"] {
        page.says(&format!("/admin/practice/part?file={file}"));
    }
    // One way to change them: the page itself takes nothing.
    let none = admin.forge("/admin/oversight", &[("verifiers", "3")]).await;
    assert_eq!(none.status, StatusCode::METHOD_NOT_ALLOWED);
    let send = async |file: &'static str, change: (&str, &str), day: &str| {
        let at = format!("/admin/practice/part?file={file}");
        let fields = part(&site, file, change, day);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        admin.fill(&at, "/admin/practice/part", &fields).await
    };
    let past = send("escalation.csv", ("threshold-2", "10"), "2026-01-01").await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", past.html);
    assert_eq!(
        send("escalation.csv", ("threshold-2", "lots"), "2026-12-21").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(site.count("SELECT count(*) FROM reference_data WHERE kind = 'oversight'"), 0);
    // Three people verify from next year on; then, for today already, the county rises sooner. Neither undoes the other.
    send("oversight.toml", ("value-1", "3"), "2027-01-01").await.says("改了");
    send("escalation.csv", ("threshold-2", "10"), "2026-12-21").await.says("改了");
    let held = |day: jiff::civil::Date| {
        let place = kernel::DivisionCode::parse("150223").unwrap();
        site.state.kit.oversight(&place, day)
    };
    let (now, later) = (held(jiff::civil::date(2026, 12, 21)), held(jiff::civil::date(2027, 1, 1)));
    assert_eq!((now.verifiers, now.escalation[2].threshold), (2, 10));
    assert_eq!(
        (later.verifiers, later.escalation[2].threshold),
        (3, 10),
        "what was changed now holds in the later version"
    );
    let page = admin.get("/admin/oversight").await;
    page.says("满 10 天");
    page.says("正在用");
    page.says("还没到日子");
}
