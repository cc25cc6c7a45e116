//! Forms: what was sent ([`Submission`]), reading it into types ([`Reader`]), showing it again with what is wrong ([`Form`]).

mod csrf;
mod field;
mod form;
mod reader;
mod submission;

pub use csrf::{CsrfKey, CsrfSubject};
pub use field::Field;
pub use form::{ErrorSummary, Form, FormErrors, Hidden};
pub use reader::Reader;
pub use submission::{Submission, UploadedFile};
