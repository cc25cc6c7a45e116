//! `/admin/clocks`: the clocks in force here, a table of one's own, and what a date would be.

mod question;

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::AdminClocks,
    deadline::{ClockDef, ClockSet, Unit},
};
use kernel::Refusal;
use serde::Deserialize;
use services::{Kit, reference};

use super::{Admin, Group, Page, Panel, Section, Spot, page::done, report};
use crate::{
    forms::{Form, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Line, Row, RowGroup, Tag, Tone},
};

/// What the page asks: which clock to try, from when, how long, how much more.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    clock: String,
    day: String,
    length: String,
    more: String,
    done: String,
}

fn in_force(admin: &Admin) -> ClockSet {
    let state = &admin.desk.visit.state;
    state.kit.reference().clocks.for_case(admin.place(), state.ctx().today())
}

fn page(admin: &Admin, form: &Form, ask: &Ask) -> Page {
    let (t, set) = (admin.t(), in_force(admin));
    let unsure = set.iter().filter(|def| def.confidence.needs_local_confirmation()).count();
    let title = t.say("admin-clocks-table").text();
    let list = Section::new(title).note(t.say("admin-clocks-unsure").with("count", unsure)).with(&table(t, &set));
    let upload = Panel::post(form, "/admin/clocks", t, "admin-clocks-load")
        .files()
        .group(Group::of(vec![form.files("file", "admin-file").hint("admin-clocks-file-hint").accept(".json")]));
    let upload =
        Section::new(t.say("admin-clocks-upload").text()).text(t.say("admin-clocks-upload-text")).with(&upload);
    Page::new(admin, "admin-clocks-title", Spot::Clocks)
        .wrong(form)
        .section(question::section(admin, &set, ask))
        .section(list)
        .section(upload)
}

/// `GET /admin/clocks`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminClocks>()?;
    page(&admin, &admin.desk.visit.form(), &ask).notice(done(&admin, &ask.done)).show(&admin)
}

/// `POST /admin/clocks`: a table of her jurisdiction, in force for the cases that are registered from now on.
pub(super) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let text = reader.field("file", |_, _| text_of(&sent));
    let outcome = match reader.finish(text) {
        Ok(text) => {
            let loaded = admin.write(move |tx, _, ctx, leave| {
                reference::load_clocks(tx, ctx, &leave.permit::<AdminClocks>()?, &text)
            });
            match loaded.await {
                Ok(()) => Ok(()),
                Err(error) => Err(error.try_into()?),
            }
        }
        Err(errors) => Err(errors),
    };
    match outcome {
        Ok(()) => {
            put_in_force(&admin).await?;
            Ok(Redirect::to("/admin/clocks?done=clocks").into_response())
        }
        Err(errors) => page(&admin, &admin.desk.visit.form_again(&sent, errors), &Ask::default()).show(&admin),
    }
}

/// The text of the one file.
///
/// # Errors
/// `file-missing`, or `csv-encoding` when it is not UTF-8.
pub(super) fn text_of(sent: &Submission) -> Result<String, Refusal> {
    let file = report::file(sent)?;
    let text = std::str::from_utf8(&file.bytes).map_err(|_| Refusal::invalid("file", "file-not-text"))?;
    Ok(text.to_owned())
}

/// Reads what was loaded and puts it in force for the requests that begin now.
pub(super) async fn put_in_force(admin: &Admin) -> Result<(), Problem> {
    let state = &admin.desk.visit.state;
    let kit: Kit = state.kit.clone();
    let loaded = state.store.read(reference::load).await?;
    kit.replace_reference(loaded);
    Ok(())
}

fn table(t: Say, set: &ClockSet) -> DataTable {
    DataTable {
        caption: t.say("admin-clocks-table").text(),
        columns: ["admin-clock", "admin-clock-length", "admin-clock-owed", "admin-clock-span", "admin-clock-basis"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup { rows: set.iter().map(|def| row(t, def)).collect(), ..RowGroup::default() }],
    }
}

fn row(t: Say, def: &ClockDef) -> Row {
    let word = |message| t.message(&message).text();
    let span = t
        .say("admin-clock-from-until")
        .with("from", word(def.starts_message()))
        .with("until", word(def.stops_message()));
    let mut basis = Line::from(def.basis_message().map(word).unwrap_or_default());
    if def.confidence.needs_local_confirmation() {
        let mark = Tag::new(Tone::Yellow, t.say("admin-unconfirmed").text());
        basis = Line::drawn(&format!("{basis} {mark}"));
    }
    let version = t.say("admin-version").with("version", &def.version);
    Row {
        cells: vec![
            Cell { title: true, ..Cell::text(word(def.name_message())) }.small(def.id.as_str()),
            Cell::text(length(t, def.unit, def.length)),
            Cell::text(t.say(&format!("owed-by-{}", def.owed_by.name()))),
            Cell::text(span),
            Cell::text(basis).small(version),
        ],
        current: false,
    }
}

/// 60 天, 5 个工作日, or that it is given each time.
fn length(t: Say, unit: Unit, length: Option<u32>) -> String {
    match length {
        Some(length) => t.say("admin-clock-span-of").with("count", length).with("unit", unit.name()).text(),
        None => t.say("admin-clock-given").text(),
    }
}
