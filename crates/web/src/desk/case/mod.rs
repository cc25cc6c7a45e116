//! `GET /desk/matters/{id}`: everything about one petition, as far as the reader may see it. The look is on record.

mod chain;
mod claims;
mod draft;
mod kept;
mod next;
mod page;
mod parts;
mod position;
mod told;

pub(super) use claims::item_of;
pub(super) use draft::draft_panel;
pub(super) use next::{QUIET, Todo, todo};
pub(super) use page::{Said, get};
pub(super) use parts::{
    Attached, ClockLine, axes, claim_words, clock_lines, context, org_name, person, record, timeline_of, views,
};
pub(super) use position::{Position, around, position};
pub(super) use told::{tell, unreached};
