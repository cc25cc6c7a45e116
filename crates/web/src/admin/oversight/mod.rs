//! `/admin/oversight`: when a matter rises and when a rung of supervision begins, as it holds here from a day on (rules.md 3.3, 6.1;
//! all of it 〔P〕, so the place decides). The numbers are changed in the form; a table with rules of one's own is loaded as a file.

mod change;

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::AdminOversight,
    escalation::Trigger,
    oversight::{EscalationRule, Oversight, RungRule, When},
};
use kernel::OrgLevel;
use serde::Deserialize;
use services::{Error, oversight};

use super::{
    Admin, Group, Page, Panel, Section, Spot,
    clocks::{put_in_force, text_of},
    page::done,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Row, RowGroup},
};

/// What the page asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    done: String,
}

/// The table in force here today: what the form begins with.
fn in_force(admin: &Admin) -> std::sync::Arc<Oversight> {
    let state = &admin.desk.visit.state;
    state.kit.oversight(admin.place(), state.ctx().today())
}

fn page(admin: &Admin, form: &Form) -> Page {
    let (t, table) = (admin.t(), in_force(admin));
    let lead = t.say("admin-oversight-lead").with("version", table.version.as_str()).with("day", table.effective_from);
    let numbers = Section::new(t.say("admin-oversight-change").text())
        .text(t.say("admin-oversight-change-text"))
        .with(&change::panel(t, form, &table));
    let upload = Panel::post(form, "/admin/oversight/load", t, "admin-oversight-load")
        .files()
        .second()
        .group(Group::of(vec![form.files("file", "admin-file").hint("admin-oversight-file-hint").accept(".json")]));
    let upload = Section::new(t.say("admin-oversight-upload").text())
        .text(t.say("admin-oversight-upload-text"))
        .with(&format!(
            "<p><a class=\"lx-way\" href=\"/admin/oversight/table.json\">{}</a></p>",
            t.say("admin-oversight-take")
        ))
        .with(&upload);
    Page::new(admin, "admin-oversight-title", Spot::Oversight)
        .lead(lead)
        .wrong(form)
        .section(Section::new(t.say("admin-oversight-rises").text()).with(&rises(t, &table)))
        .section(Section::new(t.say("admin-oversight-rungs").text()).with(&rungs(t, &table)))
        .section(numbers)
        .section(upload)
        .section(Section::new(t.say("admin-oversight-versions").text()).with(&versions(admin)))
}

fn columns<const N: usize>(t: Say, keys: [&str; N]) -> Vec<Column> {
    keys.map(|key| Column::new(t.say(key).text())).into()
}

fn rises(t: Say, table: &Oversight) -> DataTable {
    let row = |rule: &EscalationRule| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(t.message(&rule.trigger.message())) }.small(rule.id.as_str()),
            Cell::text(amount(t, rule)),
            Cell::text(where_it_holds(t, rule)),
            Cell::text(to_whom(t, rule)),
        ],
        current: false,
    };
    let rows = table.escalation.iter().map(row).collect();
    DataTable {
        caption: t.say("admin-oversight-rises").text(),
        columns: columns(
            t,
            ["admin-oversight-why", "admin-oversight-from", "admin-oversight-where", "admin-oversight-to"],
        ),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

/// 满 15 天, 满 3 次.
fn amount(t: Say, rule: &EscalationRule) -> String {
    t.say(counts(rule.trigger)).with("count", rule.threshold).text()
}

/// Whether a trigger counts days or times.
fn counts(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Overdue | Trigger::FindPastDays | Trigger::FindDays => "admin-oversight-days",
        Trigger::Dissatisfied | Trigger::Unsettled | Trigger::Hops | Trigger::Rework => "admin-oversight-times",
    }
}

fn where_it_holds(t: Say, rule: &EscalationRule) -> String {
    let kinds = rule.kinds.iter().map(|kind| t.message(&kind.message()).text());
    let levels = rule.levels.iter().map(|level| t.say(level_key(*level)).text());
    let clocks = rule.clocks.iter().map(|clock| t.say(&format!("clock-{clock}")).text());
    let parts = [
        kinds.collect::<Vec<_>>().join("、"),
        levels.collect::<Vec<_>>().join("、"),
        clocks.collect::<Vec<_>>().join("、"),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn to_whom(t: Say, rule: &EscalationRule) -> String {
    let kinds = rule.target.kinds.iter().map(|kind| t.message(&kind.message()).text()).collect::<Vec<_>>().join("、");
    t.say("admin-oversight-target").with("up", u32::from(rule.target.up)).with("kinds", kinds).text()
}

const fn level_key(level: OrgLevel) -> &'static str {
    match level {
        OrgLevel::Village => "org-level-village",
        OrgLevel::Township => "org-level-township",
        OrgLevel::County => "org-level-county",
        OrgLevel::Prefecture => "org-level-prefecture",
        OrgLevel::Region => "org-level-region",
    }
}

fn rungs(t: Say, table: &Oversight) -> DataTable {
    let row = |rule: &RungRule| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(t.message(&rule.rung.message())) }.small(rule.id.as_str()),
            Cell::text(begins(t, rule)),
            Cell::text(rule.reply_days.map_or_else(
                || t.say("admin-oversight-no-reply").text(),
                |days| t.say("admin-oversight-days").with("count", days).text(),
            )),
            Cell::text(t.say(if rule.auto { "admin-oversight-auto" } else { "admin-oversight-by-hand" })),
        ],
        current: false,
    };
    let rows = table.rungs.iter().map(row).collect();
    DataTable {
        caption: t.say("admin-oversight-rungs").text(),
        columns: columns(
            t,
            ["admin-oversight-rung", "admin-oversight-when", "admin-oversight-reply", "admin-oversight-who"],
        ),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn begins(t: Say, rule: &RungRule) -> String {
    let when = t.message(&rule.when.message()).text();
    match rule.when {
        When::DueWithin | When::Overdue | When::Reminded => {
            t.say("admin-oversight-begins").with("when", when).with("count", rule.count).text()
        }
        When::LetterOverdue | When::Fraud => when,
    }
}

/// What this place keeps itself, the one that begins last first.
fn versions(admin: &Admin) -> DataTable {
    let (t, today) = (admin.t(), admin.desk.visit.state.ctx().today());
    let kept = admin.desk.visit.state.kit.reference().oversight.of(admin.place());
    let now = in_force(admin);
    let row = |one: &std::sync::Arc<Oversight>| {
        let state = if one.effective_from > today {
            "admin-oversight-coming"
        } else if one.version == now.version {
            "admin-oversight-now"
        } else {
            "admin-oversight-before"
        };
        Row {
            cells: vec![
                Cell { title: true, ..Cell::text(one.version.to_string()) },
                Cell::text(t.full_date(one.effective_from)),
                Cell::text(t.say(state)),
            ],
            current: one.version == now.version,
        }
    };
    DataTable {
        caption: t.say("admin-oversight-versions").text(),
        columns: columns(t, ["admin-oversight-version", "admin-oversight-since", "admin-oversight-state"]),
        groups: vec![RowGroup { rows: kept.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// `GET /admin/oversight`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminOversight>()?;
    let form = change::filled(admin.desk.visit.form(), &in_force(&admin), admin.desk.visit.state.ctx().today());
    page(&admin, &form).notice(done(&admin, &ask.done)).show(&admin)
}

/// `GET /admin/oversight/table.json`: the table in force, to be changed and loaded again.
pub(super) async fn table(admin: Admin) -> Result<Response, Problem> {
    admin.leave.permit::<AdminOversight>()?;
    let text = serde_json::to_string_pretty(in_force(&admin).as_ref())
        .map_err(|error| Error::Fault(kernel::Fault::inconsistent("oversight", error)))?;
    let head = [
        (axum::http::header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (axum::http::header::CONTENT_DISPOSITION, "attachment; filename=\"oversight.json\""),
    ];
    Ok((head, text).into_response())
}

/// `POST /admin/oversight`: the numbers of the form, in force for what is registered from their day on.
pub(super) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    admin.leave.permit::<AdminOversight>()?;
    let base = in_force(&admin);
    let state = &admin.desk.visit.state;
    let name = state.kit.reference().oversight.next_name(admin.place(), state.ctx().today().year());
    let mut reader = sent.reader();
    let table = change::read(&mut reader, &base, &name);
    let text = match reader.finish(table) {
        Ok(table) => serde_json::to_string(&table)
            .map_err(|error| Error::Fault(kernel::Fault::inconsistent("oversight", error)))?,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    };
    load(&admin, &sent, text).await
}

/// `POST /admin/oversight/load`: a whole table.
pub(super) async fn post_table(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    admin.leave.permit::<AdminOversight>()?;
    let mut reader = sent.reader();
    let text = reader.field("file", |_, _| text_of(&sent));
    match reader.finish(text) {
        Ok(text) => load(&admin, &sent, text).await,
        Err(errors) => again(&admin, &sent, errors),
    }
}

async fn load(admin: &Admin, sent: &Submission, text: String) -> Result<Response, Problem> {
    let loaded = admin.write(move |tx, _, ctx, leave| {
        oversight::load_oversight(tx, ctx, &leave.permit::<AdminOversight>()?, &text).map(drop)
    });
    match loaded.await {
        Ok(()) => {
            put_in_force(admin).await?;
            Ok(Redirect::to("/admin/oversight?done=saved").into_response())
        }
        Err(error) => again(admin, sent, error.try_into()?),
    }
}

fn again(admin: &Admin, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    page(admin, &admin.desk.visit.form_again(sent, errors)).show(admin)
}
