//! Every case: its events replayed, and everything that is derived from them compared.

use std::collections::BTreeSet;

use domain::{
    advice::Advice,
    case::CaseKind,
    lifecycle::{Aggregate, Fact, Recorded},
    obstruction::Obstruction,
    petition::Petition,
    review::Review,
    supervision::Supervision,
    whistleblow::Whistleblow,
    work_order::WorkOrder,
};
use kernel::{CaseId, CaseNumber, ClockId, Fault};
use store::{Tx, Value, event_log, params};

use super::{Finding, Progress, files};
use crate::{
    attachment::Blobs,
    kit::Kit,
    matter::{self, Birth, Deed, Listed},
};

/// Cases fetched at once.
const PAGE: u32 = 200;

/// Columns that say what no event says: they are set beside the case.
const UNDERIVED: &[&str] = &["mandate_until", "respondent_heard", "code_digest", "code_case", "source_ref"];

/// One case as it is looked at.
struct Case {
    region: String,
    id: CaseId,
    kind: Option<CaseKind>,
    number: Option<CaseNumber>,
}

/// Looks through all cases; how many there were, and how many files.
pub(super) fn walk(
    tx: &mut Tx,
    kit: &Kit,
    blobs: Option<&Blobs>,
    progress: &mut dyn FnMut(Progress),
    tell: &mut dyn FnMut(Finding),
) -> Result<(u64, u64), Fault> {
    let all = tx.query_one("SELECT count(*) FROM matter", &[], |row| row.get(0))?;
    let (mut done, mut files) = (0, 0);
    let mut after = (String::new(), CaseId(uuid::Uuid::nil()));
    loop {
        let page = page(tx, &after)?;
        let Some(last) = page.last() else { return Ok((done, files)) };
        after = (last.region.clone(), last.id);
        for case in &page {
            match case.kind {
                Some(CaseKind::Petition) => one::<Petition>(tx, kit, case, tell)?,
                Some(CaseKind::WorkOrder) => one::<WorkOrder>(tx, kit, case, tell)?,
                Some(CaseKind::Obstruction) => one::<Obstruction>(tx, kit, case, tell)?,
                Some(CaseKind::Find) => one::<domain::proactive::Find>(tx, kit, case, tell)?,
                Some(CaseKind::Supervision) => one::<Supervision>(tx, kit, case, tell)?,
                Some(CaseKind::Advice) => one::<Advice>(tx, kit, case, tell)?,
                Some(CaseKind::Meeting) => one::<domain::meeting::Meeting>(tx, kit, case, tell)?,
                Some(CaseKind::Whistleblow) => one::<Whistleblow>(tx, kit, case, tell)?,
                Some(CaseKind::Mediation) => one::<domain::mediation::Mediation>(tx, kit, case, tell)?,
                Some(CaseKind::Review) => one::<Review>(tx, kit, case, tell)?,
                Some(CaseKind::Suggestion) => one::<domain::suggestion::Suggestion>(tx, kit, case, tell)?,
                Some(CaseKind::Cluster) => one::<domain::cluster::Cluster>(tx, kit, case, tell)?,
                None => tell(case.finding("kind", "no such kind of case").in_column("kind")),
            }
            if let Some(blobs) = blobs {
                files += files::of_case(tx, kit, blobs, (&case.region, case.id, case.number.as_ref()), tell)?;
            }
            done += 1;
        }
        progress(Progress { done, all });
    }
}

fn page(tx: &mut Tx, after: &(String, CaseId)) -> Result<Vec<Case>, Fault> {
    let sql = "SELECT region, id, kind, number FROM matter WHERE (region, id) > ($1, $2) ORDER BY region, id LIMIT $3";
    tx.query(sql, params![&after.0, after.1, PAGE], |row| {
        let (kind, number): (String, String) = (row.get("kind")?, row.get("number")?);
        Ok(Case {
            region: row.get("region")?,
            id: row.get("id")?,
            kind: CaseKind::parse(&kind),
            number: CaseNumber::parse(&number).ok(),
        })
    })
}

impl Case {
    fn finding(&self, code: &'static str, detail: impl std::fmt::Display) -> Finding {
        Finding::new(code, &self.region, detail).of(self.id, self.number.as_ref())
    }
}

fn one<A: Listed>(tx: &mut Tx, kit: &Kit, case: &Case, tell: &mut dyn FnMut(Finding)) -> Result<(), Fault> {
    let Some(events) = events::<A::Fact>(tx, case, tell)? else { return Ok(()) };
    let (Some(state), Some(last)) = (A::replay(&events), events.last()) else {
        let detail = if events.is_empty() { "no event is left of it" } else { "its first event begins nothing" };
        tell(case.finding("replay", detail));
        return Ok(());
    };
    if state.id() != case.id {
        tell(case.finding("replay", "its events are those of another case"));
        return Ok(());
    }
    let listing = state.listing();
    let terms = kit.terms(listing.division, kernel::beijing_date(listing.registered_at));
    let deed = Deed { actor: last.actor, at: last.at, clocks: terms.clocks() };
    let region = listing.division.region();
    row(tx, case, &state, matter::row_of(&region, &state, deed, Birth::default())?, tell)?;
    clocks::<A>(tx, case, &state, deed, tell)?;
    notices::<A>(tx, case, &events, tell)
}

/// The events of a case; `None` when one of them cannot be read, which is told.
fn events<F: Fact>(tx: &mut Tx, case: &Case, tell: &mut dyn FnMut(Finding)) -> Result<Option<Vec<Recorded<F>>>, Fault> {
    let mut events = vec![];
    for stored in event_log::read(tx, &case.region, case.id, 0)? {
        match matter::decode::<F>(&stored) {
            Ok(event) if event.event.fact.kind() == stored.kind => events.push(event),
            Ok(_) => {
                tell(
                    case.finding("event", "the column kind is not the kind of the event")
                        .at(stored.seq)
                        .in_column("kind"),
                );
                return Ok(None);
            }
            Err(fault) => {
                tell(case.finding("event", fault).at(stored.seq).in_column("body"));
                return Ok(None);
            }
        }
    }
    Ok(Some(events))
}

/// The database itself compares, each column by its own type.
fn row<A: Aggregate>(
    tx: &mut Tx,
    case: &Case,
    state: &A,
    expected: Vec<(&'static str, Value)>,
    tell: &mut dyn FnMut(Finding),
) -> Result<(), Fault> {
    let (columns, mut values): (Vec<&'static str>, Vec<Value>) =
        expected.into_iter().filter(|(column, _)| !UNDERIVED.contains(column)).unzip();
    let count = columns.len();
    let tests: Vec<String> =
        columns.iter().zip(1..).map(|(column, place)| format!("{column} IS NOT DISTINCT FROM ${place}")).collect();
    let sql =
        format!("SELECT {}, body FROM matter WHERE region = ${} AND id = ${}", tests.join(", "), count + 1, count + 2);
    values.extend([Value::from(case.region.as_str()), Value::from(case.id)]);
    let (differ, body) = tx.query_one(&sql, &values, |row| {
        let mut differ = vec![];
        for (place, column) in columns.iter().enumerate() {
            if !row.get::<bool>(place)? {
                differ.push(*column);
            }
        }
        Ok((differ, row.get::<String>(count)?))
    })?;
    for column in differ {
        // A body written by an older version may lack a field that has a default now: what counts is the state it says.
        if column == "body" && serde_json::from_str::<A>(&body).is_ok_and(|stored| stored == *state) {
            continue;
        }
        tell(case.finding("row", "is not what its events lead to").in_column(column));
    }
    Ok(())
}

/// Every open clock has its row, and no other has one.
fn clocks<A: Listed>(
    tx: &mut Tx,
    case: &Case,
    state: &A,
    deed: Deed<'_>,
    tell: &mut dyn FnMut(Finding),
) -> Result<(), Fault> {
    let sql = "SELECT id FROM clock WHERE region = $1 AND case_id = $2";
    let mut stored: BTreeSet<ClockId> =
        tx.query(sql, params![&case.region, case.id], |row| row.get(0))?.into_iter().collect();
    for clock in state.listing().clocks.iter().filter(|clock| clock.is_open()) {
        if !stored.remove(&clock.id) {
            tell(case.finding("clock-missing", format!("{} {}", clock.def, clock.id)));
            continue;
        }
        let expected = matter::clock_row(&case.region, case.id, A::KIND.name(), clock, deed.clocks);
        // Whether the sweeper has marked it, or looked whether to remind, says no event.
        let own = |column: &str| !matches!(column, "marked" | "reminded");
        let columns = matter::CLOCK_COLUMNS.iter().zip(expected).filter(|(column, _)| own(column));
        let (columns, mut values): (Vec<&'static str>, Vec<Value>) = columns.map(|(c, v)| (*c, v)).unzip();
        let tests: Vec<String> =
            columns.iter().zip(1..).map(|(column, place)| format!("{column} IS NOT DISTINCT FROM ${place}")).collect();
        let count = columns.len();
        let sql =
            format!("SELECT {} FROM clock WHERE region = ${} AND id = ${}", tests.join(", "), count + 1, count + 2);
        values.extend([Value::from(case.region.as_str()), Value::from(clock.id)]);
        let same = tx.query_one(&sql, &values, |row| {
            (0..count).map(|place| row.get::<bool>(place)).collect::<Result<Vec<_>, _>>()
        })?;
        for (column, _) in columns.iter().zip(same).filter(|(_, same)| !same) {
            let detail = format!("{} {} is not what its events lead to", clock.def, clock.id);
            tell(case.finding("clock", detail).in_column(column));
        }
    }
    for id in stored {
        tell(case.finding("clock-surplus", id));
    }
    Ok(())
}

/// What she is told stands in the outbox, all of it and nothing else.
fn notices<A: Listed>(
    tx: &mut Tx,
    case: &Case,
    events: &[Recorded<A::Fact>],
    tell: &mut dyn FnMut(Finding),
) -> Result<(), Fault> {
    let sql = "SELECT seq, at FROM notice WHERE region = $1 AND case_id = $2 AND seq > 0 ORDER BY seq";
    let stored: Vec<(i64, jiff::Timestamp)> =
        tx.query(sql, params![&case.region, case.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let told = events.iter().filter(|event| A::tells(&event.event.fact));
    let expected: Vec<(i64, jiff::Timestamp)> = told.map(|event| (event.seq, event.at)).collect();
    for (seq, _) in expected.iter().filter(|notice| !stored.contains(notice)) {
        tell(case.finding("notice-missing", "she was not told, or at another time").at(*seq));
    }
    for (seq, _) in stored.iter().filter(|notice| !expected.contains(notice)) {
        tell(case.finding("notice-surplus", "no event tells her this").at(*seq));
    }
    Ok(())
}
