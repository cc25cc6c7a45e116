//! A station is changed from a day on: at once today, by itself later, taken back before.

use axum::http::StatusCode;
use domain::{
    access::{self, Permit, Subject, actions},
    organisation::OrgKind,
};
use kernel::{DivisionCode, OrgId, Text};
use services::{
    Error, network,
    organisation::{self, OrgDraft},
};

use super::site::{BANNER, Site};

fn point(site: &Site) -> OrgId {
    let ctx = site.state.ctx();
    let create = move |tx: &mut store::Tx| -> Result<OrgId, Error> {
        let place = DivisionCode::parse("150223100")?;
        let permit: Permit<actions::AdminUnits> = access::permit(&Subject::System, &DivisionCode::parse(BANNER)?)?;
        let draft = OrgDraft::new(OrgKind::Station, Text::parse("name", "百灵庙镇信访代办站")?, place);
        Ok(organisation::create(tx, &ctx, &permit, draft)?.id)
    };
    site.state.store.write_blocking(create).unwrap()
}

#[tokio::test]
async fn a_station_changes_today_or_on_its_day_and_a_change_is_taken_back() {
    let site = Site::new();
    let admin = site.browser("guan");
    let id = point(&site);
    let at = format!("/admin/network/stations/{id}");
    admin.get("/admin/network?view=stations").await.says(&at);
    let page = admin.get(&at).await;
    page.says("没有等着改的");
    let send = async |fields: &[(&str, &str)]| admin.fill(&at, &at, fields).await;
    let wrong = send(&[("hours", "上班的时候"), ("from", "2026-12-21")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.html);
    wrong.says("hours-error");
    let past = send(&[("hours", "每天 9:00-12:00"), ("from", "2026-12-01")]).await;
    past.says("不能从过去的日子改");
    let today = [("hours", "每天 9:00-12:00"), ("languages-MONGOLIAN", "yes"), ("from", "2026-12-21")];
    assert_eq!(send(&today).await.location, format!("{at}?done=changed"));
    let page = admin.get(&at).await;
    page.says("每天 9:00");
    let later = [
        ("hours", "每天 9:00-12:00"),
        ("languages-MONGOLIAN", "yes"),
        ("phone", "0472-000-0098"),
        ("from", "2027-01-04"),
    ];
    assert_eq!(send(&later).await.location, format!("{at}?done=planned"));
    let page = admin.get(&at).await;
    page.says("电话 → 0472-000-0098");
    assert_eq!(site.count("SELECT count(*) FROM network_change WHERE done_at IS NULL"), 1);
    let change = page.html.split("/admin/network/changes/").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
    let drop = format!("/admin/network/changes/{change}/drop");
    assert_eq!(admin.fill(&at, &drop, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.count("SELECT count(*) FROM network_change"), 0);
    assert_eq!(site.count("SELECT count(*) FROM event WHERE kind = 'network-change-dropped'"), 1);
    // Nobody else changes it.
    let registrar = site.browser("wuyun");
    assert_ne!(registrar.get(&at).await.status, StatusCode::OK);
    let state = &site.state;
    let facts = state.store.read_blocking(move |tx| network::facts(tx, id)).unwrap();
    assert_eq!(facts.languages, [domain::network::Language::Mongolian]);
}
