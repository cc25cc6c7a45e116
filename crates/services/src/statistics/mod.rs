//! Figures that anybody may see: counts with their denominators, never a matter, never a person.

mod plain;

pub use plain::{DAYS, Plain, SMALL, Share, plain};
