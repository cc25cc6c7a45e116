//! How far the matters of a campaign have come. Units, never people; and what she confirmed beside what merely ended.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    campaign::{Campaign, Gathers},
    case::{CaseKind, Resolution},
};
use jiff::Timestamp;
use kernel::{Cursor, DivisionCode, Fault, OrgId, Page};
use store::{
    Filter, Tx,
    filter::{Order, page},
};

use super::list::Listed;
use crate::{
    auth::condition,
    cycle,
    matter::{COLUMNS, MatterRow},
    organisation,
};

/// What the matters of a unit are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitShare {
    /// Which unit has them now.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// Of the matters gathered those still open, with it.
    pub open: i64,
    /// Of them those with a date that has passed.
    pub overdue: i64,
}

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// Matters gathered. What was withdrawn or goes another way is not among them.
    pub gathered: i64,
    /// Of them answered while it went on.
    pub answered: i64,
    /// Of them those whose procedure ended while it went on.
    pub ended: i64,
    /// Of these those of which she said that all is solved.
    pub confirmed: i64,
    /// Of these those of which she said that it is not.
    pub unsolved: i64,
    /// Not ended yet.
    pub open: i64,
    /// Of the open ones those with a date that has passed.
    pub overdue: i64,
    /// The open ones by the unit that has them; those with most first.
    pub units: Vec<UnitShare>,
}

/// Units shown; the list of matters leads on.
const UNITS: u32 = 30;

/// The matters that a campaign gathers, seen from `place`: the campaign's own division, or one inside it.
fn gathered(campaign: &Campaign, place: &DivisionCode) -> Filter {
    let inside = if campaign.division.contains(place) { place } else { &campaign.division };
    let mut filter = cycle::matters(inside, &[CaseKind::Petition, CaseKind::WorkOrder]);
    if let Some(category) = &campaign.plan.category {
        filter.at_least("m.category", category.as_str()).below("m.category", format!("{category}\u{10FFFF}"));
    }
    match campaign.plan.gathers {
        Gathers::New => {
            filter.at_least("m.received_at", campaign.begins()).below("m.received_at", campaign.ends());
        }
        Gathers::InHand => {
            filter.below("m.received_at", campaign.came_before().unwrap_or_else(|| campaign.begins()));
            let begins = filter.bind(campaign.begins());
            filter.raw(format!("(m.ended_at IS NULL OR m.ended_at >= {begins})"));
        }
    }
    // Withdrawn, not accepted, gone another way: over without having been carried through.
    filter.raw("NOT (m.is_over AND m.ended_at IS NULL)");
    filter
}

/// Counts the matters of `listed` inside `place` as they stand at `now`.
///
/// # Errors
/// When the database fails.
pub fn progress(tx: &mut Tx, listed: &Listed, place: &DivisionCode, now: Timestamp) -> Result<Progress, Fault> {
    let campaign = &listed.campaign;
    let (from, to) = (campaign.begins(), listed.until().min(now));
    let mut filter = gathered(campaign, place);
    let (from, to) = (filter.bind(from), filter.bind(to));
    let [solved, unsolved] = [Resolution::ResolvedConfirmed, Resolution::Unresolved].map(|one| filter.bind(one.name()));
    let sql = format!(
        "SELECT count(*), count(CASE WHEN m.answered_at >= {from} AND m.answered_at < {to} THEN 1 END), \
         count(CASE WHEN m.ended_at < {to} THEN 1 END), \
         count(CASE WHEN m.ended_at < {to} AND m.resolution = {solved} THEN 1 END), \
         count(CASE WHEN m.ended_at < {to} AND m.resolution = {unsolved} THEN 1 END) FROM matter m WHERE {}",
        filter.sql()
    );
    let mut done = tx.query_one(&sql, filter.params(), |row| {
        Ok(Progress {
            gathered: row.get(0)?,
            answered: row.get(1)?,
            ended: row.get(2)?,
            confirmed: row.get(3)?,
            unsolved: row.get(4)?,
            ..Progress::default()
        })
    })?;
    done.open = done.gathered - done.ended;
    done.units = units(tx, campaign, place, now)?;
    done.overdue = overdue(tx, campaign, place, now)?;
    Ok(done)
}

/// Open matters with a date that has passed.
const LATE: &str = "EXISTS (SELECT 1 FROM clock c WHERE c.region = m.region AND c.case_id = m.id AND c.running \
                    AND NOT c.is_right AND c.due_at <";

fn overdue(tx: &mut Tx, campaign: &Campaign, place: &DivisionCode, now: Timestamp) -> Result<i64, Fault> {
    let mut filter = gathered(campaign, place);
    let now = filter.bind(now);
    filter.raw("m.ended_at IS NULL").raw(format!("{LATE} {now})"));
    let sql = format!("SELECT count(*) FROM matter m WHERE {}", filter.sql());
    tx.query_one(&sql, filter.params(), |row| row.get(0))
}

fn units(tx: &mut Tx, campaign: &Campaign, place: &DivisionCode, now: Timestamp) -> Result<Vec<UnitShare>, Fault> {
    let mut filter = gathered(campaign, place);
    filter.raw("m.ended_at IS NULL");
    let (now, limit) = (filter.bind(now), filter.bind(UNITS));
    let sql = format!(
        "SELECT m.turn_id, count(*) AS n, count(CASE WHEN {LATE} {now}) THEN 1 END) AS late FROM matter m WHERE {} \
         GROUP BY m.turn_id ORDER BY n DESC, m.turn_id LIMIT {limit}",
        filter.sql()
    );
    let rows: Vec<(OrgId, i64, i64)> =
        tx.query(&sql, filter.params(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let names = organisation::called(tx, rows.iter().map(|(org, ..)| *org))?;
    let share = |(org, open, overdue): (OrgId, i64, i64)| UnitShare {
        org,
        name: names.get(&org).cloned().unwrap_or_default(),
        open,
        overdue,
    };
    Ok(rows.into_iter().map(share).collect())
}

/// The open matters of a campaign that `subject` may read, the most urgent first.
///
/// # Errors
/// When the database fails.
pub fn matters(
    tx: &mut Tx,
    subject: &Subject,
    listed: &Listed,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<MatterRow>, Fault> {
    let bound = list_scope(subject, Action::ReadMatter);
    if bound == Bound::Never {
        return Ok(Page { items: vec![], next: None });
    }
    let mut sql = gathered(&listed.campaign, &listed.campaign.division);
    sql.raw("m.ended_at IS NULL");
    condition(&mut sql, &bound);
    sql.after("m.due_at", "m.id", Order::Ascending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.due_at, m.id LIMIT {limit}", sql.sql());
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    Ok(page(rows, size, |row| (row.due_key, row.id().0)))
}

#[cfg(test)]
mod tests {
    use domain::campaign::CampaignPlan;
    use kernel::Text;

    use super::*;
    use crate::organisation::tests::code;

    #[test]
    fn what_a_campaign_counts_is_reached_by_an_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            for (gathers, category) in [(Gathers::InHand, None), (Gathers::New, Some("国土资源"))] {
                let plan = CampaignPlan {
                    name: Text::parse("name", "百日攻坚").unwrap(),
                    gathers,
                    category: category.map(|path| Text::parse("category", path).unwrap()),
                    min_days: None,
                    days: 100,
                };
                let campaign = Campaign { division: code("150223"), plan, first: jiff::civil::date(2026, 4, 20) };
                let mut filter = gathered(&campaign, &code("150223"));
                let now = filter.bind(campaign.ends());
                filter.raw("m.ended_at IS NULL").raw(format!("{LATE} {now})"));
                let sql = format!("SELECT count(*) FROM matter m WHERE {}", filter.sql());
                let scans =
                    store.read_blocking(move |tx| store::explain::full_scans(tx, &sql, filter.params())).unwrap();
                assert!(scans.is_empty(), "{gathers}: {scans:?}");
            }
        });
    }
}
