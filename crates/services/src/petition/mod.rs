//! The petition's use cases, one a file.

mod act;
mod alike;
mod assist;
mod desk;
mod drafts;
mod evidence;
mod finality;
mod follow;
mod form;
mod number;
mod once;
mod person;
mod register;
mod track;

pub use act::{Act, act};
pub use alike::same_telephone;
pub use assist::{AssistRow, AssistView, assisting, open_part};
pub use desk::{CaseClock, CaseView, open_case};
pub use drafts::{HandedIn, drafts};
pub use evidence::files as evidence_of;
pub use finality::RestsOn;
pub use follow::{Access, look_up};
pub use form::{Contact, Door, NewPetition, PetitionForm};
pub use number::case_number;
pub(crate) use once::{First, Once};
pub use person::{Identity, MaskedIdentity, NewPerson, identity, language, masked, reveal};
pub(crate) use person::{insert as insert_person, open as open_person};
pub use register::{By, Promise, Receipt, promised, register, registered_before};
pub use track::{TrackClaim, TrackView, track};
