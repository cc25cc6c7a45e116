//! 回头看 (9.2 row 2, F3): some days after the procedure ended somebody uninvolved asks her again. The days are data of the
//! jurisdiction. A look-back that nobody made is not one that found everything well.

use jiff::{Timestamp, civil::Date};
use kernel::ClockId;
use serde::{Deserialize, Serialize};

use super::model::{Petition, Stage};

/// The clocks until each becomes due, in their order.
pub const CLOCKS: &[&str] = &["LOOK_BACK_30D", "LOOK_BACK_90D", "LOOK_BACK_180D"];

/// One look-back that became due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookBack {
    /// The clock that counted to it.
    pub clock: ClockId,
    /// Its definition.
    pub def: String,
    /// The day on which it became due.
    pub due: Date,
    /// What she said; none while nobody reached her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
}

/// What a look-back brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// When she was reached.
    pub at: Timestamp,
    /// How many claims she spoke of, and how many of these are solved.
    pub claims: (u16, u16),
    /// How many things to be done she spoke of, and how many of these were done.
    pub items: (u16, u16),
}

impl Petition {
    /// The look-backs that became due and that nobody has made yet.
    pub fn look_backs_due(&self) -> impl Iterator<Item = &LookBack> {
        let closed = self.stage() == Stage::Closed;
        self.look_backs.iter().filter(move |one| closed && one.asked.is_none())
    }
}
