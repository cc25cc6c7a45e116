//! One use case a file: rows become models, decisions become rows.

pub mod attachment;
pub mod secrets;
