//! Letters and forms 文书 (rules.md section 6 and 3.4): what each kind must contain, how it is worded, how it is numbered, and its
//! short life: drafted, signed by a second person under a number without gaps, printed, perhaps void.
//!
//! A [`Letter`] is data and nothing else. [`compose`] lays a [`Template`] of a jurisdiction over it and gives a [`Sheet`]: the text as
//! people read it, paragraph by paragraph. Pages show the sheet; a [`Press`] makes PDF of it. So preview and paper cannot differ,
//! and the room that prints stays apart from everything else.

mod compose;
mod content;
mod field;
mod kind;
mod letter;
mod number;
mod paper;
mod press;
mod sheet;
mod shipped;
mod template;
mod templates;

#[cfg(test)]
mod tests;

pub use compose::{compose, formal};
pub use content::{Content, Entry, Value};
pub use field::{Field, FieldKind};
pub use kind::{Audience, DocType, Layout, SPECS, Signing, Spec};
pub use letter::{Issuer, Letter};
pub use number::DocNumber;
pub use paper::{Drafted, Event, Fact, Issued, Paper, PaperStage, Printing};
pub use press::{Cell, LedgerHead, NextRow, NoPress, Press, Printed};
pub use sheet::{Block, Sheet, Stamp, Verify};
pub use shipped::shipped;
pub use template::{Line, Piece, Template};
pub use templates::Templates;
