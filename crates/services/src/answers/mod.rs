//! Published answers 公开答复 (A9): what people often ask and how it was answered, for everybody to read before filing.
//!
//! Somebody of the bureau writes question and answer anew in plain words, without persons. The program refuses numbers of
//! persons, and the name, telephone and address of whoever filed the matter it came from; the rest is hers to see to. Where an
//! answer came from is kept and never shown.

mod desk;
mod find;
mod form;
mod publish;
mod row;
#[cfg(test)]
mod tests;

pub use desk::{About, Answered, Source, check, kept, open, publish_once, source};
pub use find::{Found, Query, get, like, list, search};
pub use form::{AnswerDraft, AnswerForm};
pub(crate) use publish::take_back;
pub use publish::{change, publish, withdraw};
pub use row::Answer;
