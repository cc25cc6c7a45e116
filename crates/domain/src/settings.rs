//! What a jurisdiction may set: items marked 〔P〕 and 〔M〕 in rules.md. Never constants in code.

use serde::{Deserialize, Serialize};

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
        }
    }
}
