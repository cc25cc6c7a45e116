//! Fake clock, two-engine harness, builders. For tests only.
//!
//! ```no_run
//! testkit::both(&[], |store| {
//!     let two: i64 = store.read_blocking(|tx| tx.query_one("SELECT 1 + 1", &[], |row| row.get(0))).unwrap();
//!     assert_eq!(two, 2);
//! });
//! ```

mod cluster;
mod engines;
pub mod leaks;

pub use engines::{TestStore, both, engines, postgres, sqlite};
pub use kernel::FixedClock;
