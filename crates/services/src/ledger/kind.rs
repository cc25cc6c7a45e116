//! Which ledgers there are, and what stands in them.

use domain::{access::Action, case::CaseKind, names};

names! {
    /// The ledgers of rules.md 3.4, and those of supervision and letters (6.1).
    pub enum Ledger in "ledger" {
        /// 受理台账
        Register = "REGISTER",
        /// 交办台账
        Dispatch = "DISPATCH",
        /// 超期台账
        Overdue = "OVERDUE",
        /// 提级台账
        Raised = "RAISED",
        /// 回访台账
        FollowUp = "FOLLOW_UP",
        /// 矛盾排查台账
        Find = "FIND",
        /// 代办台账
        Agency = "AGENCY",
        /// 督办台账
        Supervision = "SUPERVISION",
        /// 发文台账
        Letters = "LETTERS",
    }
}

/// Where the rows of a ledger come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// Cases by the day they were received.
    Cases(&'static [CaseKind]),
    /// Events of cases, of these kinds.
    Events(&'static [CaseKind], &'static [&'static str]),
    /// Letters by the day they were put in force.
    Letters,
}

const MATTERS: &[CaseKind] = CaseKind::MATTERS;

impl Ledger {
    /// Its columns: what follows `ledger-column-` in the texts.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Register => &[
                "number",
                "title",
                "channel",
                "type",
                "place",
                "received",
                "registered",
                "claims",
                "holder",
                "stage",
                "due",
            ],
            Self::Dispatch => &["number", "title", "place", "day", "how", "from", "to", "stage"],
            Self::Overdue => &["number", "title", "place", "clock", "noted", "holder", "stage"],
            Self::Raised => &["number", "title", "place", "day", "from-level", "from", "to-level", "to", "cause"],
            Self::FollowUp => {
                &["number", "title", "place", "day", "method", "reached", "solved", "unsolved", "grade", "pressed"]
            }
            Self::Find => &["number", "signal", "place", "found", "holder", "stage"],
            Self::Agency => &["number", "title", "place", "day", "agent", "station", "powers", "until", "way", "stage"],
            Self::Supervision => &["number", "title", "place", "day", "rung", "paper", "holder", "reply-days", "stage"],
            Self::Letters => &["paper", "kind", "day", "issuer", "to-office", "case", "state", "code"],
        }
    }

    pub(super) fn source(self) -> Source {
        match self {
            Self::Register => Source::Cases(MATTERS),
            Self::Find => Source::Cases(&[CaseKind::Find]),
            Self::Dispatch => {
                Source::Events(MATTERS, &["petition.forwarded", "order.dispatched", "suggestion.forwarded"])
            }
            Self::Overdue => {
                Source::Events(MATTERS, &["petition.clock_overdue", "order.clock_overdue", "suggestion.clock_overdue"])
            }
            Self::Raised => Source::Events(MATTERS, &["petition.raised", "order.raised"]),
            Self::FollowUp => Source::Events(MATTERS, &["petition.followed_up", "order.followed_up"]),
            Self::Agency => Source::Events(MATTERS, &["petition.mandate_given", "order.mandate_given"]),
            Self::Supervision => {
                Source::Events(&[CaseKind::Supervision], &["supervision.issued", "supervision.signed"])
            }
            Self::Letters => Source::Letters,
        }
    }

    /// What one must be allowed to see a row.
    pub(super) fn reading(self) -> Action {
        match self {
            Self::Find => Action::ListFinds,
            Self::Supervision => Action::ReadSupervision,
            _ => Action::ExportMatters,
        }
    }
}
