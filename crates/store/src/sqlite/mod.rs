//! The embedded engine: one writer thread with group commit, reader threads, one file.

pub(crate) mod backup;
pub(crate) mod connection;
pub(crate) mod reader;
pub(crate) mod writer;
