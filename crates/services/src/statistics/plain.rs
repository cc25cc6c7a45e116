//! The three plain figures of the portal: dissatisfied, solved by her own word, overdue; each with what it is a part of.

use domain::{case::CaseKind, petition::Stage};
use jiff::{SignedDuration, Timestamp};
use kernel::{DivisionCode, Fault};
use store::{Filter, Tx};

/// How far back the figures look.
pub const DAYS: i64 = 90;

/// Fewer than so many are not told by themselves: few matters are soon known by name.
pub const SMALL: i64 = 5;

/// A part and what it is a part of. There is no rate: of nine and of nine hundred, 10 % say different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many.
    pub part: i64,
    /// Of how many.
    pub of: i64,
}

impl Share {
    /// Whether the whole is too small to say anything about its parts.
    #[must_use]
    pub fn is_small(self) -> bool {
        self.of < SMALL
    }

    /// The part as it may be told: nothing when it is small without being none.
    #[must_use]
    pub fn told(self) -> Option<i64> {
        (self.part == 0 || self.part >= SMALL).then_some(self.part)
    }
}

/// The figures of one jurisdiction at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plain {
    /// When they were counted.
    pub at: Timestamp,
    /// Answered in the last [`DAYS`] days and rated: those with at least one "dissatisfied" of the rated ones.
    pub dissatisfied: Share,
    /// Answered in that time and not rated. They are not counted as satisfied.
    pub unrated: i64,
    /// Carried through in that time: those of which the person herself said that all is solved. Withdrawn matters and those
    /// not accepted are left out.
    pub confirmed: Share,
    /// Open and not yet answered: those where a date that an office owed has passed.
    pub overdue: Share,
}

/// Counts them; everything there is when `home` is `None`. Sealed matters are left out, and so are reports about
/// being hindered. Four statements, each by an index.
///
/// # Errors
/// When the database fails.
pub fn plain(tx: &mut Tx, home: Option<&DivisionCode>, now: Timestamp) -> Result<Plain, Fault> {
    let since = now - SignedDuration::from_hours(24 * DAYS);
    let answered = count(
        tx,
        "count(m.lowest_grade), count(CASE WHEN m.lowest_grade = 'DISSATISFIED' THEN 1 END), count(*)",
        home,
        |filter| filter.at_least("m.answered_at", since),
    )?;
    let ended = count(
        tx,
        "count(*), count(CASE WHEN m.resolution = 'RESOLVED_CONFIRMED' THEN 1 END), count(*)",
        home,
        |filter| filter.at_least("m.ended_at", since),
    )?;
    let in_hand = count(tx, "count(*), count(*), count(*)", home, |filter| open(filter))?;
    let late = count(tx, "count(*), count(*), count(*)", home, |filter| {
        let moment = filter.bind(now);
        open(filter).below("m.due_at", now).raw(format!(
            "EXISTS (SELECT 1 FROM clock c WHERE c.region = m.region AND c.case_id = m.id AND c.running
             AND NOT c.is_right AND c.due_at < {moment})"
        ))
    })?;
    Ok(Plain {
        at: now,
        dissatisfied: Share { part: answered.1, of: answered.0 },
        unrated: answered.2 - answered.0,
        confirmed: Share { part: ended.1, of: ended.0 },
        overdue: Share { part: late.0, of: in_hand.0 },
    })
}

/// Open, and an office owes something: a served answer waits for her.
fn open(filter: &mut Filter) -> &mut Filter {
    filter.raw("NOT m.is_over").ne("m.stage", Stage::Served.name())
}

fn count(
    tx: &mut Tx,
    what: &'static str,
    home: Option<&DivisionCode>,
    narrow: impl Fn(&mut Filter) -> &mut Filter,
) -> Result<(i64, i64, i64), Fault> {
    let mut filter = Filter::new();
    if let Some(home) = home {
        filter.within("m.division", home);
    }
    // A report about being hindered is counted elsewhere: it is about an office, not about a trouble.
    let kinds = [CaseKind::Petition, CaseKind::WorkOrder].map(CaseKind::name);
    narrow(&mut filter).is_in("m.kind", kinds).raw("NOT m.sealed");
    let sql = format!("SELECT {what} FROM matter m WHERE {}", filter.sql());
    tx.query_one(&sql, filter.params(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

#[cfg(test)]
#[test]
fn the_names_in_the_statements_are_those_of_the_model() {
    use domain::case::{Grade, Resolution};
    assert_eq!(Grade::Dissatisfied.name(), "DISSATISFIED");
    assert_eq!(Resolution::ResolvedConfirmed.name(), "RESOLVED_CONFIRMED");
}
