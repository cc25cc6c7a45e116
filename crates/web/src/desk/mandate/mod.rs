//! The mandate on the desk: its fields (in registration, at the door, on the case), the block on the case page, the sheet to print
//! and sign.

mod block;
mod fields;
mod sheet;

pub(super) use block::AgencyBlock;
pub(super) use fields::{MandateFields, given_now, read};
pub(super) use sheet::get as sheet;
