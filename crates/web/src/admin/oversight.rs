//! `/admin/oversight`: when a matter rises and when a rung of supervision begins, as it holds here from a day on (rules.md 3.3, 6.1;
//! all of it 〔P〕, so the place decides). The page tells; each of its three parts is changed on the one page on which every part
//! of a practice is changed, so that no part is put back by somebody who meant to change another.

use axum::response::Response;
use domain::{
    access::actions::AdminOversight,
    advice::AdviceKind,
    escalation::Trigger,
    oversight::{EscalationRule, Oversight, RungRule, When},
};
use kernel::OrgLevel;

use super::{Admin, Page, Section, Spot};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Line, Row, RowGroup},
};

/// The table in force here today.
fn in_force(admin: &Admin) -> std::sync::Arc<Oversight> {
    let state = &admin.desk.visit.state;
    state.kit.oversight(admin.place(), state.ctx().today())
}

fn page(admin: &Admin) -> Page {
    let (t, table) = (admin.t(), in_force(admin));
    let lead = t
        .say("admin-oversight-lead")
        .with("version", table.version.as_str())
        .with("day", t.full_date(table.effective_from));
    let part = |title: &str, table: DataTable, file: &str| {
        Section::new(t.say(title).text()).with(&table).with(&change(t, file))
    };
    Page::new(admin, "admin-oversight-title", Spot::Oversight)
        .lead(lead)
        .section(part("admin-oversight-rises", rises(t, &table), "escalation.csv"))
        .section(part("admin-oversight-rungs", rungs(t, &table), "supervision.csv"))
        .section(part("admin-oversight-around", around(t, &table), "oversight.toml"))
        .section(Section::new(t.say("admin-oversight-versions").text()).with(&versions(admin)))
}

/// The way to the page on which a part is changed.
fn change(t: Say, file: &str) -> String {
    let text = Line::from(t.say("admin-oversight-change"));
    format!("<p><a class=\"lx-way\" href=\"/admin/practice/part?file={file}\">{text}</a></p>")
}

/// What goes with the rules: what is done anew, how many verify, by when advice is answered.
fn around(t: Say, table: &Oversight) -> DataTable {
    let days = |count: u32| t.say("admin-oversight-days").with("count", count).text();
    let redoings = table.redoings.iter().map(|one| t.message(&one.message()).text()).collect::<Vec<_>>().join("、");
    let mut rows = vec![
        (t.say("admin-oversight-redoings").text(), redoings),
        (t.say("pack-key-verifiers").text(), table.verifiers.to_string()),
    ];
    let advice = AdviceKind::ALL.iter().map(|kind| {
        let key = format!("pack-key-{}-days", kind.name().to_lowercase().replace('_', "-"));
        (t.say(&key).text(), days(table.advice_days(*kind)))
    });
    rows.extend(advice);
    let row = |(name, value): (String, String)| Row {
        cells: vec![Cell { title: true, ..Cell::text(name) }, Cell::text(value)],
        current: false,
    };
    DataTable {
        caption: t.say("admin-oversight-around").text(),
        columns: columns(t, ["admin-oversight-what", "admin-oversight-is"]),
        groups: vec![RowGroup { rows: rows.into_iter().map(row).collect(), ..RowGroup::default() }],
    }
}

fn columns<const N: usize>(t: Say, keys: [&str; N]) -> Vec<Column> {
    keys.map(|key| Column::new(t.say(key).text())).into()
}

fn rises(t: Say, table: &Oversight) -> DataTable {
    let row = |rule: &EscalationRule| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(t.message(&rule.trigger.message())) },
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
            Cell { title: true, ..Cell::text(t.message(&rule.rung.message())) },
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
pub(super) async fn get(admin: Admin) -> Result<Response, Problem> {
    admin.leave.permit::<AdminOversight>()?;
    page(&admin).show(&admin)
}
