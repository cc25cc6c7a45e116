//! The sheets: taken in after a trial, taken out as they stand, or empty to be filled in.

use axum::{
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use domain::access::actions::{AdminStaff, AdminUnits, ReadNetwork};
use serde::Deserialize;
use services::{
    network::{self, SheetKind},
    organisation::Sheet,
};

use super::keeper;
use crate::{
    admin::{Admin, Page, Panel, Section, Spot, back, report},
    desk::{Desk, attached},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Line, Tab, Tabs},
};

fn kind_of(name: &str) -> Result<SheetKind, Problem> {
    SheetKind::parse(name).ok_or(Problem::NotFound)
}

fn page(admin: &Admin, kind: SheetKind, form: &Form) -> Page {
    let t = admin.t();
    let name = kind.name();
    let panel = Panel::post(form, format!("/admin/network/import/{name}"), t, "admin-import")
        .files()
        .group(report::fields(form, &format!("network-columns-{name}")));
    let tab = |kind: SheetKind| Tab {
        text: t.say(&format!("network-sheet-{}", kind.name())).text(),
        href: format!("/admin/network/import/{}", kind.name()),
        count: None,
        current: kind.name() == name,
    };
    let tabs = Tabs { label: t.say("network-sheets").text(), items: SheetKind::ALL.map(tab).into() };
    let template = format!(
        "<a class=\"lx-way\" href=\"/admin/network/template/{name}\">{}</a>",
        Line::from(t.say("network-template"))
    );
    Page::new(admin, "network-import", Spot::Network)
        .lead(t.say("guide-import-lead"))
        .back(back("/admin/network"))
        .wrong(form)
        .section(Section::new("").with(&tabs).with(&template).with(&panel))
}

/// `GET /admin/network/import/{kind}`.
pub(in crate::admin) async fn get(admin: Admin, Path(kind): Path<String>) -> Result<Response, Problem> {
    page(&admin, kind_of(&kind)?, &admin.desk.visit.form()).show(&admin)
}

/// `POST /admin/network/import/{kind}`.
pub(in crate::admin) async fn post(
    admin: Admin,
    Path(kind): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let kind = kind_of(&kind)?;
    let mut reader = sent.reader();
    let sheet = reader.field("file", |_, _| report::file(&sent).and_then(|file| Sheet::read(&file.bytes)));
    let sheet = match reader.finish(sheet) {
        Ok(sheet) => sheet,
        Err(errors) => return page(&admin, kind, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    };
    let trial = report::is_trial(&sent);
    let import = admin.write(move |tx, _, ctx, leave| {
        let (units, staff) = (leave.permit::<AdminUnits>()?, leave.permit::<AdminStaff>()?);
        network::import(tx, ctx, (&units, &staff), kind, &sheet, trial)
    });
    match import.await {
        Ok(done) => {
            let page = page(&admin, kind, &admin.desk.visit.form()).notice(report::notice(admin.t(), &done));
            report::errors(admin.t(), &done.errors).into_iter().fold(page, Page::section).show(&admin)
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(&admin, kind, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
        }
    }
}

/// `GET /admin/network/template/{kind}`.
pub(in crate::admin) async fn template(_: Admin, Path(kind): Path<String>) -> Result<Response, Problem> {
    let kind = kind_of(&kind)?;
    Ok(csv(&format!("{}-template.csv", kind.name()), network::to_csv(&network::template(kind))))
}

/// `GET /admin/network/export/{kind}`, `GET /desk/network/export/{kind}`.
pub(in crate::admin) async fn export(
    desk: Desk,
    Path(kind): Path<String>,
    Query(ask): Query<Taken>,
) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    let (kind, at) = (kind_of(&kind)?, admin.spot(&ask.at));
    let name = format!("{}-{at}", kind.name());
    let rows = admin
        .read(move |tx, _, ctx, leave| {
            leave.permit::<ReadNetwork>()?.within(&at)?;
            Ok(network::export(tx, ctx, kind, &at)?)
        })
        .await?;
    if ask.way != "xlsx" {
        return Ok(csv(&format!("{name}.csv"), network::to_csv(&rows)));
    }
    let (t, state) = (admin.t(), &admin.desk.visit.state);
    let title = t.say(&format!("network-sheet-{}", kind.name())).text();
    let who = admin.desk.who.me.staff.name.reveal().to_owned();
    let watermark = format!("{title} · {who} {}", t.moment(state.clock.now()));
    let press = state.press.clone();
    let written = tokio::task::spawn_blocking(move || network::to_xlsx(&rows, &title, &watermark, &*press));
    let file = written.await.map_err(|error| kernel::Fault::Io(format!("sheet: {error}")))??;
    Ok(attached(file, &format!("{name}.xlsx")))
}

/// Which division, and as what.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::admin) struct Taken {
    at: String,
    #[serde(rename = "as")]
    way: String,
}

fn csv(name: &str, bytes: Vec<u8>) -> Response {
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned());
    let disposition = (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""));
    ([kind, disposition], bytes).into_response()
}
