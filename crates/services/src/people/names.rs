//! Names of members of staff, as case pages show who did what.

use std::collections::HashMap;

use kernel::{Fault, UserId};
use store::{Filter, Tx};

/// Names by id.
pub type Names = HashMap<UserId, String>;

/// The names of these members of staff, in one query.
pub fn names(tx: &mut Tx, ids: impl IntoIterator<Item = UserId>) -> Result<Names, Fault> {
    let mut filter = Filter::new();
    filter.is_in("id", ids);
    let sql = format!("SELECT id, name FROM staff WHERE {}", filter.sql());
    Ok(tx.query(&sql, filter.params(), |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}
