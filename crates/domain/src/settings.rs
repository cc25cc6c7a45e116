//! What a jurisdiction may set: items marked 〔P〕 and 〔M〕 in rules.md. Never constants in code.

use kernel::Refusal;
use serde::{Deserialize, Serialize};

/// The bounds of one setting.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Its name, as stored.
    pub name: &'static str,
    /// Least.
    pub min: i64,
    /// Most.
    pub max: i64,
    /// The rule of rules.md that sets `max` when it is law, so that no jurisdiction goes beyond it; empty otherwise.
    pub law: &'static str,
    /// Its value.
    value: fn(&Settings) -> i64,
}

impl Bounds {
    /// The value of this setting.
    #[must_use]
    pub fn of(&self, settings: &Settings) -> i64 {
        (self.value)(settings)
    }
}

/// Every setting with its bounds, in the order in which they are shown.
pub const BOUNDS: [Bounds; 20] = [
    bounds("visit_representatives_max", 1, 5, "R-008", |s| count(s.visit_representatives_max)),
    bounds("group_visit_from", 2, 50, "", |s| count(s.group_visit_from)),
    bounds("objection_reason_min", 1, 500, "", |s| count(s.objection_reason_min)),
    bounds("hop_limit", 1, 10, "", |s| count(s.hop_limit)),
    bounds("rating_change_days", 0, 90, "", |s| s.rating_change_days),
    bounds("order_returns_max", 0, 5, "", |s| count(s.order_returns_max)),
    bounds("rework_max", 1, 5, "", |s| count(s.rework_max)),
    bounds("silent_days", 1, 60, "", |s| s.silent_days),
    bounds("offline_days", 1, 90, "", |s| s.offline_days),
    bounds("backdate_days", 30, 3_650, "", |s| s.backdate_days),
    bounds("mandate_days", 1, 730, "", |s| s.mandate_days),
    bounds("mandate_days_max", 30, 730, "", |s| s.mandate_days_max),
    bounds("declined_days", 1, 90, "10.5", |s| s.declined_days),
    bounds("declined_visits_max", 0, 1, "10.5", |s| count(s.declined_visits_max)),
    bounds("redo_likeness_percent", 50, 100, "", |s| count(s.redo_likeness_percent)),
    bounds("waived_is_final", 0, 1, "", |s| s.waived_is_final),
    bounds("simple_people_max", 1, 50, "", |s| s.simple_people_max),
    bounds("simple_handed_down", 0, 1, "", |s| s.simple_handed_down),
    bounds("simple_legal_routes", 0, 1, "", |s| s.simple_legal_routes),
    bounds("simple_several_units", 0, 1, "", |s| s.simple_several_units),
];

const fn bounds(name: &'static str, min: i64, max: i64, law: &'static str, value: fn(&Settings) -> i64) -> Bounds {
    Bounds { name, min, max, law, value }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Settings of one jurisdiction from one day on. The defaults are rules.md's own proposals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Fewest characters in the reason of an objection (R-043: "详细说明理由").
    pub objection_reason_min: usize,
    /// Hops from which a case rises by rule (rules.md §9.1).
    pub hop_limit: usize,
    /// Days during which a rating may be changed (§9.3).
    pub rating_change_days: i64,
    /// Most representatives of one visit (R-008, law; kept here to be shown, not to be raised).
    pub visit_representatives_max: usize,
    /// People from which a visit is a group visit 〔M〕.
    pub group_visit_from: usize,
    /// Times a work order may be returned for another unit (10.4).
    pub order_returns_max: usize,
    /// Times a work order is done again before it rises (10.4).
    pub rework_max: usize,
    /// Days without a visible step after which the timeline must explain itself (§9.7).
    pub silent_days: i64,
    /// How many days back a device without signal is believed when it says that something was received (A7).
    pub offline_days: i64,
    /// How many days back a letter or a call may be entered late: nothing is back-dated beyond belief (§9.8).
    pub backdate_days: i64,
    /// Days for which a mandate holds when she names no end (rules.md 3.4).
    pub mandate_days: i64,
    /// The longest term of a mandate.
    pub mandate_days_max: i64,
    /// Days after which what is left of a declined find is deleted (10.5).
    pub declined_days: i64,
    /// Visits allowed after she declined (10.5).
    pub declined_visits_max: usize,
    /// From how many per cent on a new answer looks like the one that a review sent back 〔P〕.
    pub redo_likeness_percent: usize,
    /// 1 where an answer that nobody contested in time is final (R-084: some provinces), 0 elsewhere.
    pub waived_is_final: i64,
    /// Most people of a matter on the simple track: joint ones go the ordinary way (rules.md 2.9).
    pub simple_people_max: i64,
    /// 1 where a matter handed down with a report may go the simple way, 0 elsewhere.
    pub simple_handed_down: i64,
    /// 1 where a matter with a claim for a legal channel may, 0 elsewhere.
    pub simple_legal_routes: i64,
    /// 1 where a matter of several units may, 0 elsewhere.
    pub simple_several_units: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            objection_reason_min: 50,
            hop_limit: 3,
            rating_change_days: 7,
            visit_representatives_max: 5,
            group_visit_from: 5,
            order_returns_max: 1,
            rework_max: 2,
            silent_days: 15,
            offline_days: 30,
            backdate_days: 365,
            mandate_days: 180,
            mandate_days_max: 365,
            declined_days: 90,
            declined_visits_max: 1,
            redo_likeness_percent: 85,
            waived_is_final: 0,
            simple_people_max: 4,
            simple_handed_down: 0,
            simple_legal_routes: 0,
            simple_several_units: 0,
        }
    }
}

impl Settings {
    /// Checks every value against its bounds.
    ///
    /// # Errors
    /// `setting-range`, or `setting-beyond-law` where the law sets the bound, for each value outside; on the field of its name.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let outside = BOUNDS.iter().filter(|bounds| !(bounds.min..=bounds.max).contains(&bounds.of(self)));
        let refusals: Vec<_> = outside.map(|bounds| refusal(bounds, bounds.of(self))).collect();
        if refusals.is_empty() { Ok(()) } else { Err(refusals) }
    }
}

fn refusal(bounds: &Bounds, value: i64) -> Refusal {
    let by_law = !bounds.law.is_empty() && value > bounds.max;
    let code = if by_law { "setting-beyond-law" } else { "setting-range" };
    let mut refusal = Refusal::invalid(bounds.name, code).with("min", bounds.min).with("max", bounds.max);
    bounds.law.clone_into(&mut refusal.rule);
    refusal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proposals_lie_within_their_bounds_and_every_setting_has_some() {
        assert_eq!(Settings::default().check(), Ok(()));
        let stored = serde_json::to_value(Settings::default()).unwrap();
        let mut named: Vec<&str> = BOUNDS.iter().map(|bounds| bounds.name).collect();
        named.sort_unstable();
        let mut known: Vec<&str> = stored.as_object().unwrap().keys().map(String::as_str).collect();
        known.sort_unstable();
        assert_eq!(named, known);
        for bounds in BOUNDS {
            assert_eq!(stored[bounds.name].as_i64(), Some(bounds.of(&Settings::default())), "{}", bounds.name);
        }
    }

    #[test]
    fn the_law_is_not_exceeded() {
        let refused =
            Settings { visit_representatives_max: 6, silent_days: 0, ..Settings::default() }.check().unwrap_err();
        let told: Vec<_> = refused.iter().map(|r| (r.field.as_str(), r.code.as_str(), r.rule.as_str())).collect();
        assert_eq!(
            told,
            [("visit_representatives_max", "setting-beyond-law", "R-008"), ("silent_days", "setting-range", "")]
        );
    }
}
