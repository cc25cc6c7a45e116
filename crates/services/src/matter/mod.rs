//! Cases of every kind as rows: loading, recording decisions, listing.
//!
//! One decision is one [`record`]: the events go into the log, the state into its row, the clocks beside it, and what the
//! petitioner is told into the outbox, all in the caller's transaction. Nothing else writes these tables.

mod act;
mod backfill;
mod calls;
mod clocks;
mod list;
mod listing;
mod load;
mod record;
mod row;
mod view_log;
mod watch;

pub use act::{Possible, act, act_as_petitioner, allowed, terms};
pub(crate) use act::{carry_out, fresh, open, open_to_change, permitted};
pub use backfill::backfill;
pub use calls::{awaiting_call, count_awaiting_call, look_backs};
pub(crate) use clocks::{COLUMNS as CLOCK_COLUMNS, mark, unmark, values as clock_row};
pub use list::{Around, COUNT_LIMIT, Counts, Filter, List, Sort, Tab, around, categories, count, counts, list, search};
pub(crate) use listing::ON_THE_LIST;
pub use listing::{Listed, Listing};
pub(crate) use load::decode;
pub(crate) use load::place_of;
pub use load::{Loaded, facts_of, find_by_id, find_by_number, history, load, load_to_change};
pub(crate) use record::row_of;
pub use record::{Birth, Deed, begin, record};
pub(crate) use row::COLUMNS;
pub use row::MatterRow;
pub use view_log::{Looked, View, look, look_for, looked, views};
pub(crate) use watch::{forget, look_at};
