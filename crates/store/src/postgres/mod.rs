//! The server engine: a pool of connections, each on its own thread.

pub(crate) mod connection;
pub(crate) mod types;
pub(crate) mod worker;
