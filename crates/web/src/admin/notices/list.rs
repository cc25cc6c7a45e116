//! `/admin/outbox`: every message, what it said and what became of it. To whom it went is not told.

use axum::{extract::Query, response::Response};
use domain::{
    access::actions::AdminNotices,
    notice::{Channel, Fate},
};
use jiff::Timestamp;
use serde::Deserialize;
use services::outbox::{self, Delivery};

use crate::{
    admin::{Admin, Page, Section, Spot, back},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, FilterBar, FilterSelect, Pagination, Row, RowGroup},
};

/// Which ones.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::admin) struct Ask {
    fate: String,
    channel: String,
    before: Option<i64>,
}

const ROWS: u32 = 50;

/// `GET /admin/outbox`.
pub(in crate::admin) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let query = outbox::Query {
        fate: Fate::parse(&ask.fate),
        channel: Channel::parse(&ask.channel),
        before: ask.before.and_then(|micros| Timestamp::from_microsecond(micros).ok()),
        limit: ROWS,
    };
    let found =
        admin.read(move |tx, _, _, leave| Ok(outbox::list(tx, &leave.permit::<AdminNotices>()?, &query)?)).await?;
    let t = admin.t();
    let section = Section::new("").with(&filter(t, &ask));
    let section = if found.is_empty() {
        section.text(t.say("notices-outbox-none"))
    } else {
        section.with(&table(t, &found)).with(&pages(t, &ask, &found))
    };
    Page::new(&admin, "notices-outbox-title", Spot::Notices)
        .back(back("/admin/notices"))
        .lead(t.say("notices-outbox-lead"))
        .section(section)
        .show(&admin)
}

fn filter(t: Say, ask: &Ask) -> FilterBar {
    let any = || vec![(String::new(), t.say("admin-any").text())];
    let word = |name: &str, key: String| (name.to_owned(), t.say(&key).text());
    let (mut fates, mut channels) = (any(), any());
    fates.extend(Fate::ALL.iter().map(|fate| word(fate.name(), fate.key())));
    channels.extend(Channel::ALL.iter().map(|channel| word(channel.name(), channel.key())));
    let select = |name: &str, label: &str, options, chosen: &str| FilterSelect {
        name: name.into(),
        label: t.say(label).text(),
        options,
        chosen: chosen.to_owned(),
    };
    FilterBar {
        t,
        action: "/admin/outbox".into(),
        hidden: vec![],
        selects: vec![
            select("fate", "notices-filter-fate", fates, &ask.fate),
            select("channel", "notices-filter-channel", channels, &ask.channel),
        ],
    }
}

fn pages(t: Say, ask: &Ask, found: &[Delivery]) -> Pagination {
    let href = |before: Option<i64>| {
        let before = before.map(|before| before.to_string());
        let all = [("fate", ask.fate.as_str()), ("channel", &ask.channel), ("before", before.as_deref().unwrap_or(""))];
        let said: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        format!("/admin/outbox?{}", serde_urlencoded::to_string(said).unwrap_or_default())
    };
    let more = found.len() == ROWS as usize;
    let last = found.last().map(|one| one.queued_at.as_microsecond());
    Pagination { t, first: ask.before.is_some().then(|| href(None)), next: more.then(|| href(last)) }
}

fn table(t: Say, found: &[Delivery]) -> DataTable {
    let row = |one: &Delivery| Row {
        cells: vec![
            Cell::text(t.moment(one.queued_at)),
            Cell { title: true, ..Cell::text(one.body.as_str()) }.small(said_by(t, one)),
            Cell::text(t.message(&one.fate.message())).small(why(t, one)),
            Cell::text(t.say(&format!("notice-audience-{}", one.audience.to_lowercase()))),
        ],
        current: false,
    };
    let columns = ["notices-outbox-when", "notices-outbox-what", "notices-outbox-fate", "notices-outbox-for"];
    DataTable {
        caption: t.say("notices-outbox-title").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: found.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// By which way, why, and in whose words.
fn said_by(t: Say, one: &Delivery) -> String {
    let channel = one.channel.map(|channel| t.message(&channel.message()).text());
    let purpose = one.purpose.map(|purpose| t.message(&purpose.message()).text());
    let wording = purpose.is_some().then(|| version(t, &one.wording));
    [channel, purpose, wording].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name of a version.
pub(super) fn version(t: Say, name: &str) -> String {
    if name == "shipped" { t.say("notices-wording-shipped").text() } else { name.to_owned() }
}

fn why(t: Say, one: &Delivery) -> String {
    let reason = one.reason.as_ref().map(|why| t.say(&format!("notice-why-{why}")).text());
    let tries = (one.attempts > 1).then(|| t.say("notices-tries").with("count", one.attempts).text());
    let when = match one.settled_at {
        Some(at) => t.say("notices-settled").with("at", t.moment(at)).text(),
        None => t.say("notices-next").with("at", t.moment(one.due_at)).text(),
    };
    [reason, tries, Some(when)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
