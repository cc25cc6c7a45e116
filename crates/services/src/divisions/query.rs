//! Questions about the tree.

use std::collections::HashMap;

use kernel::{DivisionCode, Fault, OrgLevel};
use store::{Filter, Row, Tx, params};

use super::Division;

fn division(row: &Row<'_>) -> Result<Division, Fault> {
    Ok(Division { code: row.get(0)?, name: row.get(1)? })
}

/// The division with this code.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, code: &DivisionCode) -> Result<Option<Division>, Fault> {
    tx.query_opt("SELECT code, name FROM division WHERE code = $1", params![code], division)
}

/// The names of these divisions, in one query.
///
/// # Errors
/// When the database fails.
pub fn names(
    tx: &mut Tx,
    codes: impl IntoIterator<Item = DivisionCode>,
) -> Result<HashMap<DivisionCode, String>, Fault> {
    let mut filter = Filter::new();
    filter.is_in("code", codes.into_iter().map(|code| code.to_string()));
    let sql = format!("SELECT code, name FROM division WHERE {}", filter.sql());
    Ok(tx.query(&sql, filter.params(), |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// The divisions directly inside `parent`, in the order of their codes; the regions when it is `None`.
///
/// # Errors
/// When the database fails.
pub fn children(tx: &mut Tx, parent: Option<&DivisionCode>) -> Result<Vec<Division>, Fault> {
    match parent {
        Some(code) => {
            tx.query("SELECT code, name FROM division WHERE parent = $1 ORDER BY code", params![code], division)
        }
        None => tx.query("SELECT code, name FROM division WHERE parent IS NULL ORDER BY code", &[], division),
    }
}

/// Everything inside `within` down to `level`, in the order of codes, so that each division is followed by what lies in it;
/// the whole tree when it is `None`.
///
/// # Errors
/// When the database fails.
pub fn down_to(tx: &mut Tx, within: Option<&DivisionCode>, level: OrgLevel) -> Result<Vec<Division>, Fault> {
    let digits = match level {
        OrgLevel::Region => 2,
        OrgLevel::Prefecture => 4,
        OrgLevel::County => 6,
        OrgLevel::Township => 9,
        OrgLevel::Village => 12,
    };
    let (from, to) = within.map_or((String::new(), ":".to_owned()), |code| (code.to_string(), code.upper_bound()));
    let sql = "SELECT code, name FROM division WHERE code > $1 AND code < $2 AND length(code) <= $3 ORDER BY code";
    tx.query(sql, params![from, to, digits], division)
}

/// From the region down to `code`, itself last.
///
/// # Errors
/// When the database fails.
pub fn path(tx: &mut Tx, code: &DivisionCode) -> Result<Vec<Division>, Fault> {
    let at = |level: OrgLevel| code.at(level);
    tx.query(
        "SELECT code, name FROM division WHERE code IN ($1, $2, $3, $4, $5) ORDER BY code",
        params![
            at(OrgLevel::Region),
            at(OrgLevel::Prefecture),
            at(OrgLevel::County),
            at(OrgLevel::Township),
            at(OrgLevel::Village)
        ],
        division,
    )
}

/// Every division inside `within`, itself among them, by official name and by each alias.
///
/// # Errors
/// When the database fails.
pub fn inside(tx: &mut Tx, within: &DivisionCode) -> Result<Vec<(String, DivisionCode)>, Fault> {
    tx.query(
        "SELECT name, code FROM division WHERE code >= $1 AND code < $2
         UNION SELECT alias, code FROM division_alias WHERE code >= $1 AND code < $2 ORDER BY 2, 1",
        params![within, within.upper_bound()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Divisions inside `within` whose name or alias begins with `text`, the larger ones first; at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, text: &str, within: &DivisionCode, limit: u32) -> Result<Vec<Division>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(vec![]);
    }
    // A range over the sorted names, so that the index serves it; U+10FFFF sorts after every character.
    let end = format!("{text}\u{10FFFF}");
    tx.query(
        "SELECT d.code, d.name FROM division d WHERE d.code >= $3 AND d.code < $4 AND d.code IN (
             SELECT code FROM division WHERE name >= $1 AND name <= $2
             UNION SELECT code FROM division_alias WHERE alias >= $1 AND alias <= $2)
         ORDER BY length(d.code), d.code LIMIT $5",
        params![text, end, within, within.upper_bound(), limit],
        division,
    )
}
