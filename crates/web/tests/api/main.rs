//! The API through the site's router: what programs send, send twice, forge and get back.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

mod document;
mod files;
mod letters;
mod obstruction;
mod order;
mod refused;
mod rooms;
mod story;
mod suggestions;
mod world;
