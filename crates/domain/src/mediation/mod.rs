//! 调解 (People's Mediation Law, article 33 of the Regulation, rules.md section 5 and 10.7): parties who consent, each for herself, a
//! mediator who has no part in the matter, an agreement with days on which it is carried out, and somebody who looks whether it is.
//!
//! A mediation is a life cycle of its own beside the petition, order or find that it came from, or beside none. What it leads to is
//! noted on a petition by [`follow::what_follows`], in the same transaction. No clock of the petition stops for it (T-10).

mod apply;
mod commands;
mod decide;
mod events;
pub mod follow;
mod model;
pub mod rules;
#[cfg(test)]
mod tests;
mod transitions;
pub mod wording;
pub mod words;

pub use commands::Command;
pub use events::{Event, Fact};
pub use model::{
    Agreement, AgreementForm, Chosen, Confirmation, Consent, CourtGround, CourtRuling, Done, EndKind, Ending, Helper,
    HelperRole, How, Instead, Mark, Mediation, NewParty, Note, Opened, OrgType, Origin, Party, Performance, RiskKind,
    RiskReport, Session, SessionHeld, Signature, Signer, Source, Stage, Term, Topic, Way,
};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
