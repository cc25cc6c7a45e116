//! 督办 as a life cycle of its own, attached to a case and beside it (rules.md 10.8, articles 38–40): rungs that follow one
//! another (提醒 → 风险提醒函 → 督查督办函 → 问责建议函), each with its trigger, its demands, its clock, the unit's answer and
//! what was said to that; what verification found; whether it is a listed matter 挂牌.
//!
//! A supervision demands and asks. It has no command that decides the matter it is about: that stays with the unit with power.
//! Lights are computed from its clocks and cannot be set. Units are supervised, never people.

mod apply;
mod commands;
mod decide;
mod events;
mod liability;
mod model;
pub mod rules;
#[cfg(test)]
mod tests;
mod transitions;
pub mod words;

pub use commands::{Command, NewRung, Open};
pub use events::{Event, Fact, Made, Notice, Opened};
pub use liability::Liability;
pub use model::{
    Answer, Finding, Ground, Listing, Measure, MeasureKind, Origin, Rung, RungKind, RungState, Sheet, Stage,
    Supervision, Verdict, Way,
};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
