//! What every room speaks: ids, time and randomness as arguments, refusals, redaction, SM3, messages, the work calendar.
//!
//! No IO, no async, and no word of the domain beyond the vocabulary all rooms share.

pub mod calendar;
mod ctx;
mod digest;
mod division;
mod fault;
pub mod i18n;
mod ids;
mod page;
mod redacted;
mod refusal;
mod text;

pub use ctx::{
    BEIJING, Clock, Ctx, Entropy, FixedClock, SeededEntropy, SystemClock, SystemEntropy, beijing_date, beijing_noon,
};
pub use digest::{Digest, Sm3};
pub use division::{DivisionCode, DivisionPath, OrgLevel};
pub use fault::Fault;
pub use i18n::{Locale, Message};
pub use ids::{
    AbsenceId, AttachmentId, CaseId, ClaimId, ClockId, DeliveryId, GridId, JobId, LetterId, MandateId, OrgId, PersonId,
    SavedFilterId, SessionId, UserId,
};
pub use page::{Cursor, Page};
pub use redacted::Redacted;
pub use refusal::{Refusal, RefusalKind};
pub use text::{CaseNumber, Mobile, NonEmpty, PersonName, QueryCode, Text, halfwidth, legible, normalize_digits};
