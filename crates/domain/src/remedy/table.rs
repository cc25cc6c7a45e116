//! Which periods an occasion opens, and their dates.

use std::sync::LazyLock;

use jiff::civil::Date;
use kernel::{Ctx, Refusal};
use serde::Deserialize;

use super::model::{Hint, Occasion, Way};
use crate::{
    case::StatutoryRoute,
    deadline::{Clock, beijing_midnight},
    env::Env,
};

/// National law: no jurisdiction changes it.
const SHIPPED: &str = include_str!("../../data/remedies.json");

/// Every clock of the table, for the transitions that start and stop them.
pub const PERIODS: &[&str] = &[
    "RECONSIDERATION_60D",
    "ADMIN_LITIGATION_6M",
    "ADMIN_DUTY_2M",
    "LABOR_ARB_1Y",
    "LAND_ARB_2Y",
    "LAND_SUIT_30D",
    "PERSONNEL_RECHECK_30D",
    "PERSONNEL_APPEAL_30D",
    "PERSONNEL_APPEAL_15D",
    "CIVIL_3Y",
];

/// How many years back a day can lie: the longest protection that civil law knows (民法典 188 条).
const LONGEST_YEARS: i16 = 20;

/// One period and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Where she can go.
    pub way: Way,
    /// The definition of its clock.
    pub clock: String,
}

/// What one occasion opens.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// What happened.
    pub occasion: Occasion,
    /// The branches of article 31 that it belongs to.
    pub routes: Vec<StatutoryRoute>,
    /// The periods; of several she chooses.
    pub terms: Vec<Term>,
    /// What she ought to know beside the dates.
    pub hints: Vec<Hint>,
}

#[expect(clippy::expect_used, reason = "the table is compiled in; a test reads it, so it cannot fail at a customer's")]
static TABLE: LazyLock<Vec<Remedy>> =
    LazyLock::new(|| serde_json::from_str(SHIPPED).expect("the shipped table of remedies is valid"));

/// What `occasion` opens.
#[must_use]
pub fn of(occasion: Occasion) -> &'static Remedy {
    // A test holds the table against the list of occasions; the first row stands for one that it could not find.
    TABLE.iter().find(|remedy| remedy.occasion == occasion).unwrap_or(&TABLE[0])
}

/// The occasions of a branch of article 31; none for the petition procedure itself, whose remedy is review.
pub fn of_route(route: StatutoryRoute) -> impl Iterator<Item = &'static Remedy> {
    TABLE.iter().filter(move |remedy| remedy.routes.contains(&route))
}

/// Whether a clock counts a period of another law. It runs on when the petition ends: nothing of the petition stops it.
#[must_use]
pub fn is_parallel(def: &str) -> bool {
    PERIODS.contains(&def)
}

/// The day from which a period counts: not to come, and within the longest protection there is.
///
/// # Errors
/// `remedy-day-future`; `remedy-day-long-ago`.
pub fn known_on(day: Date, ctx: &Ctx) -> Result<Date, Refusal> {
    let today = ctx.today();
    let refuse = |code: &str| Err(Refusal::invalid("known", code));
    if day > today {
        return refuse("remedy-day-future");
    }
    if day < today.saturating_sub(jiff::Span::new().years(LONGEST_YEARS)) {
        return refuse("remedy-day-long-ago");
    }
    Ok(day)
}

/// The clocks that `occasion` starts, counted from `known`, in the order of the table.
///
/// # Errors
/// As [`known_on`] and [`Env::start_clock`].
pub fn terms(occasion: Occasion, known: Date, env: &Env<'_>) -> Result<Vec<(Way, Clock)>, Refusal> {
    let at = beijing_midnight(known_on(known, env.ctx)?);
    of(occasion).terms.iter().map(|term| Ok((term.way, env.start_clock(&term.clock, at, None)?))).collect()
}
