//! The storage port over SQLite and PostgreSQL. Knows SQL, no petition word.
//!
//! A use case is one synchronous closure in one transaction on a database thread:
//!
//! ```
//! # use store::{Fault, Store, params};
//! # async fn example(store: Store) -> Result<(), Fault> {
//! let number = store
//!     .write(|tx| -> Result<i64, Fault> {
//!         let number = store::counter::next(tx, "1502", "receipt")?;
//!         tx.execute("INSERT INTO note (id, text) VALUES ($1, $2)", params![number, "…"])?;
//!         Ok(number)
//!     })
//!     .await?;
//! # let _ = number; Ok(()) }
//! ```
//!
//! SQL is written once, with `$1, $2 …`, in the dialect both engines share; migrations use the words of a small type map
//! ([`Migration`]). Nothing outside this crate names an engine.

mod conn;
pub mod counter;
mod dialect;
pub mod event_log;
pub mod explain;
pub mod filter;
pub mod idempotency;
pub mod job;
mod migrate;
mod options;
mod postgres;
mod row;
pub mod search;
mod sqlite;
mod tx;
mod value;
mod work;

pub use conn::Store;
pub use filter::{Filter, Order};
pub use kernel::Fault;
pub use migrate::Migration;
pub use options::{DatabaseUrl, Options};
pub use row::{Column, FromValue, Row, ValueRef};
pub use tx::Tx;
pub use value::Value;
