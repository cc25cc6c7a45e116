//! The petition 信访事项 (rules.md 10.1): from registration to an answer claim by claim, its service and closing.
//!
//! [`decide`](Petition::decide) is pure: state, command and surroundings give events or a refusal that names the rule.
//! [`apply`](Petition::apply) is total: every event fits every state, so that any recorded history can be read.
//! Which command fits which stage, who may give it and which clocks it moves stands once, in [`TRANSITIONS`].

mod apply;
mod commands;
mod contest;
mod decide;
mod events;
pub mod look_back;
mod mediation;
mod model;
pub mod rules;
pub mod simple;
mod transitions;
mod view;
pub mod words;

#[cfg(test)]
pub(crate) mod tests;

pub use crate::transition::Who;
pub use commands::{Command, DraftAnswer, FollowUp, Register, Serve};
pub use contest::{
    AnsweredBefore, Care, CareOnRecord, Contest, ContestState, Contests, Redo, ReviewNote, ReviewStep, Standing,
};
pub use events::{Event, Fact, Registered};
pub use look_back::{Asked, LookBack};
pub use mediation::{Mediated, MediationNote, MediationStep};
pub use model::{
    Dispatch, Draft, Elsewhere, Extension, FinalBasis, FinalityProposal, Handling, Heard, NotAcceptReason, Objection,
    Opinion, Petition, Procedure, ReopenReason, Served, Stage,
};
pub use simple::{Simple, SimpleEnd, SimpleGround};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition, with_unit};
