//! The agency network: where people are helped and when somebody is there, who helps and in whose place, and the grid below the
//! village (G1, H1–H3; rules.md 3.1, §12).
//!
//! What stands here is about places and posts. Nothing counts, ranks or scores a person.

mod agent;
mod grid;
pub mod hand_over;
mod hours;
mod station;

pub use agent::{Absence, AgentFile, AgentKind, Duty, Expertise, Language};
pub use grid::{Grid, GridKind, GridLevel, GridPost, GridPostHolder};
pub use hand_over::{HandOver, Handed};
pub use hours::{DayException, Now, OpeningHours, Span, clock};
pub use station::{BarrierFree, StationFacts, Stop};
