//! The portal without script, through its router: what people type, send twice, forge, lose and get back.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

mod answers;
mod figures;
mod filing;
mod looking;
mod obstructed;
mod receipts;
mod sealed;
mod story;
mod tracking;
mod world;
