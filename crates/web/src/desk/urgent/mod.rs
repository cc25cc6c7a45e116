//! `/desk/matters/{id}/urgent`: a danger is reported beside a matter and carried on; and where it is shown first. Made for a telephone.

mod page;
mod read;
mod sign;

pub(super) use page::{get, post};
pub(super) use sign::{Alarm, Going, way_to};
