//! One matter of the list, as the page shows it and the device keeps it: no more than a row of the desk, nobody's name or number.

use domain::{
    access::{self, Subject, actions::RevealIdentity},
    deadline::{Due, Urgency},
    people::Role,
    proactive::Find,
};
use jiff::Timestamp;
use kernel::OrgId;
use serde::Serialize;
use services::{
    Error, divisions,
    matter::{self, Filter, MatterRow, Tab},
    organisation,
    proactive::{self, Shelf},
    timeline::Names,
};
use store::Tx;

use crate::{
    desk::{Desk, rows, when},
    i18n::Say,
    ui::{self, UrgencyChip},
};

/// More do not fit a day, and the less lies on a device the better.
const MOST: usize = 60;

/// A row of the list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RowBody {
    /// The case.
    pub id: String,
    /// Its version, by which the device sees that it changed.
    pub version: i64,
    /// One line.
    pub title: String,
    /// Where.
    pub place: String,
    /// What comes next, and whose turn it is.
    pub step: String,
    /// Until when; nothing when no clock runs.
    pub due: Option<DueBody>,
    /// Its page.
    pub href: String,
    /// Where the number is shown to whoever may call, on record; nothing when she may not.
    pub call: Option<String>,
}

/// A date with its chip.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DueBody {
    /// What by then: 书面告知.
    pub name: String,
    /// The day as said.
    pub day: String,
    /// The moment, by which the device says how much is left on another day.
    pub at: String,
    /// `red`, `yellow`, `green` or `grey`.
    pub look: &'static str,
    /// 还剩 3 天.
    pub word: String,
    /// Whether the clock runs; a clock that stands says so on every day.
    pub runs: bool,
    #[serde(skip)]
    state: ui::Urgency,
}

impl DueBody {
    /// The chip, for the page without script.
    pub(super) fn chip(&self) -> UrgencyChip {
        UrgencyChip::new(self.state, self.word.clone())
    }
}

/// Which list she works from: an agent and a grid member have their own matters, others what waits for them.
pub(super) fn tab(desk: &Desk) -> Tab {
    if desk.who.has(Role::Agent) || desk.who.has(Role::GridMember) { Tab::Open } else { Tab::Mine }
}

/// The rows in the order of urgency.
pub(super) fn list(
    tx: &mut Tx,
    subject: &Subject,
    (t, own): (Say, OrgId),
    tab: Tab,
    now: Timestamp,
) -> Result<Vec<RowBody>, Error> {
    let filter = Filter { tab, ..Filter::default() };
    let mut found = matter::list(tx, subject, &filter, now, None, MOST)?.items;
    found.iter_mut().filter(|row| !rows::shows_content(subject, row)).for_each(|row| row.title.clear());
    let names = organisation::called(tx, found.iter().map(|row| row.turn))?;
    let mut all: Vec<(i64, RowBody)> = vec![];
    for row in &found {
        all.push((row.due_key, body(tx, subject, (t, own), row, &names, now)?));
    }
    // What was seen in the grid stands among them by its own date: it has fewer days than anything else.
    for (row, find) in proactive::list(tx, subject, Shelf::Open, None, MOST)?.items {
        all.push((row.due_key, of_find(tx, t, &row, &find, now)?));
    }
    all.sort_by_key(|(key, _)| *key);
    all.truncate(MOST);
    Ok(all.into_iter().map(|(_, row)| row).collect())
}

/// A find: what was seen, where, what comes next and by when. Nobody is named.
fn of_find(tx: &mut Tx, t: Say, row: &MatterRow, find: &Find, now: Timestamp) -> Result<RowBody, Error> {
    let path = divisions::path(tx, &find.division)?;
    let inner = path.len().saturating_sub(2);
    let href = format!("/desk/finds/{}", row.id());
    Ok(RowBody {
        id: row.id().to_string(),
        version: row.version,
        title: t.say("doorstep-find").with("what", t.message(&find.signal.message())).text(),
        place: path.into_iter().skip(inner).map(|one| one.name).collect::<Vec<_>>().join(" "),
        step: t.message(&find.stage().message()).text(),
        due: row.due.as_ref().map(|due| due_body(t, due, now)),
        call: None,
        href,
    })
}

fn body(
    tx: &mut Tx,
    subject: &Subject,
    (t, own): (Say, OrgId),
    row: &MatterRow,
    names: &Names,
    now: Timestamp,
) -> Result<RowBody, Error> {
    let place = divisions::path(tx, &row.facts.division)?;
    let inner = place.len().saturating_sub(2);
    let may_call = access::permit::<RevealIdentity>(subject, &row.facts).is_ok();
    let href = rows::place(row);
    Ok(RowBody {
        id: row.id().to_string(),
        version: row.version,
        title: if row.title.is_empty() { t.say("desk-title-hidden").text() } else { row.title.clone() },
        place: place.into_iter().skip(inner).map(|one| one.name).collect::<Vec<_>>().join(" "),
        step: step(t, own, subject, row, names),
        due: row.due.as_ref().map(|due| due_body(t, due, now)),
        call: may_call.then(|| format!("{href}/identity")),
        href,
    })
}

fn due_body(t: Say, due: &Due, now: Timestamp) -> DueBody {
    let urgency = due.urgency(now);
    let state = when::state(urgency);
    DueBody {
        name: when::name(t, due.def.as_str()),
        day: when::due_day(t, due),
        at: due.due_at.to_string(),
        look: state.class(),
        word: t.message(&urgency.message()).text(),
        runs: !matches!(urgency, Urgency::Paused | Urgency::Stopped),
        state,
    }
}

fn step(t: Say, own: OrgId, subject: &Subject, row: &MatterRow, names: &Names) -> String {
    if row.turn == own {
        return t.say("doorstep-step-ours").with("what", t.say(rows::verb(subject, row).key)).text();
    }
    let unit = names.get(&row.turn).cloned().unwrap_or_default();
    t.say("doorstep-step").with("unit", unit).with("stage", t.say(&rows::stage_key(row))).text()
}
