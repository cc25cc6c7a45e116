//! Campaigns of a place.

use domain::campaign::Campaign;
use jiff::Timestamp;
use kernel::{DivisionCode, Fault};
use store::{Filter, Row, Tx, params};
use uuid::Uuid;

/// A campaign with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: Uuid,
    /// What it is.
    pub campaign: Campaign,
    /// When somebody ended it early.
    pub ended_at: Option<Timestamp>,
}

impl Listed {
    /// The moment up to which it counts.
    #[must_use]
    pub fn until(&self) -> Timestamp {
        self.ended_at.unwrap_or_else(|| self.campaign.ends())
    }

    /// Whether it is over at `now`.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.until() <= now
    }
}

const SELECT: &str = "SELECT c.id, c.body, c.ended_at FROM campaign c";

fn read(row: &Row<'_>) -> Result<Listed, Fault> {
    Ok(Listed { id: row.get("id")?, campaign: row.json("body")?, ended_at: row.get("ended_at")? })
}

/// One of them.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, id: Uuid) -> Result<Option<Listed>, Fault> {
    tx.query_opt(&format!("{SELECT} WHERE c.id = $1"), params![id], read)
}

/// Those of `place` and of everything inside it, and those of the divisions around it, which it has its part in; the one that ends
/// last first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, place: &DivisionCode, most: u32) -> Result<Vec<Listed>, Fault> {
    let around: Vec<DivisionCode> = std::iter::successors(place.parent(), DivisionCode::parent).collect();
    let mut filter = Filter::new();
    filter.any(|any| {
        any.within("c.division", place);
        if !around.is_empty() {
            any.is_in("c.division", around.iter());
        }
    });
    let limit = filter.bind(most);
    let sql = format!("{SELECT} WHERE {} ORDER BY c.last_day DESC, c.id LIMIT {limit}", filter.sql());
    tx.query(&sql, filter.params(), read)
}
