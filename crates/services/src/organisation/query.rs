//! Questions about organisations. What they are, where they are and how to reach them is public by law, so no
//! permit is asked.

use domain::organisation::{Directory, Org, OrgKind};
use jiff::civil::Date;
use kernel::{Cursor, DivisionCode, Fault, OrgId, OrgLevel, Page};
use store::{Filter, Tx, params};

use super::row::{SELECT, Stored, read};

/// The organisation with this id, also when it no longer exists.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, id: OrgId) -> Result<Option<Stored<Org>>, Fault> {
    tx.query_opt(&format!("{SELECT} WHERE id = $1"), params![id], read)
}

/// Which organisations to list.
#[derive(Debug, Clone)]
pub struct OrgQuery {
    /// Inside this division.
    pub within: DivisionCode,
    /// Of this kind only.
    pub kind: Option<OrgKind>,
    /// That exist on this day; `None`: all that ever did.
    pub on: Option<Date>,
    /// After this row.
    pub after: Option<Cursor>,
    /// At most so many, at least 1.
    pub limit: u32,
}

/// A page of organisations, in the order of division and name.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, query: &OrgQuery) -> Result<Page<Stored<Org>>, Fault> {
    let mut filter = Filter::new();
    filter.within("division", &query.within).eq_opt("kind", query.kind.map(OrgKind::name));
    if let Some(day) = query.on {
        let day = filter.bind(day);
        filter.raw(format!("active_from <= {day} AND (active_to IS NULL OR active_to > {day})"));
    }
    if let Some((division, name)) = query.after.as_ref().and_then(|cursor| cursor.id.split_once('|')) {
        let (division, name) = (filter.bind(division), filter.bind(name));
        filter.raw(format!("(division, name) > ({division}, {name})"));
    }
    let limit = query.limit.max(1);
    let place = filter.bind(limit.saturating_add(1));
    let sql = format!("{SELECT} WHERE {} ORDER BY division, name LIMIT {place}", filter.sql());
    let mut items = tx.query(&sql, filter.params(), read)?;
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next = items
        .last()
        .filter(|_| more)
        .map(|last| Cursor { key: 0, id: format!("{}|{}", last.value.division, last.value.name) });
    Ok(Page { items, next })
}

/// All organisations that exist on `day`, for questions about the tree.
///
/// # Errors
/// When the database fails.
pub fn directory(tx: &mut Tx, day: Date) -> Result<Directory, Fault> {
    let sql =
        format!("{SELECT} WHERE active_from <= $1 AND (active_to IS NULL OR active_to > $1) ORDER BY division, name");
    let orgs = tx.query(&sql, params![day], read)?;
    Ok(Directory::new(orgs.into_iter().map(|stored| stored.value)))
}

/// The organisations that matter to what happens in `division` on `day`: those of its county and those above it.
///
/// # Errors
/// When the database fails.
pub fn directory_around(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<Directory, Fault> {
    let county = division.at(OrgLevel::County);
    let sql = format!(
        "{SELECT} WHERE ((division >= $1 AND division < $2) OR division IN ($3, $4)) AND active_from <= $5
         AND (active_to IS NULL OR active_to > $5) ORDER BY division, name"
    );
    let above = [county.at(OrgLevel::Region), county.at(OrgLevel::Prefecture)];
    let orgs = tx.query(&sql, params![&county, county.upper_bound(), &above[0], &above[1], day], read)?;
    Ok(Directory::new(orgs.into_iter().map(|stored| stored.value)))
}

/// Who registers and forwards what happens in `division`: the rule of [`Directory::bureau_for`], asked of the database.
///
/// # Errors
/// When the database fails.
pub fn bureau_for(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<Option<Org>, Fault> {
    Ok(around(tx, std::slice::from_ref(division), day)?.bureau_for(division).cloned())
}

/// The organisations at each of `divisions` and above it that exist on `day`: enough to ask who stands over whom there.
///
/// # Errors
/// When the database fails.
pub fn around(tx: &mut Tx, divisions: &[DivisionCode], day: Date) -> Result<Directory, Fault> {
    let up = |division: &DivisionCode| std::iter::successors(Some(division.clone()), DivisionCode::parent);
    let mut places: Vec<DivisionCode> = divisions.iter().flat_map(up).collect();
    places.sort_unstable();
    places.dedup();
    let mut filter = Filter::new();
    filter.is_in("division", places.iter());
    let day = filter.bind(day);
    filter.raw(format!("active_from <= {day} AND (active_to IS NULL OR active_to > {day})"));
    let sql = format!("{SELECT} WHERE {} ORDER BY division, name", filter.sql());
    let orgs = tx.query(&sql, filter.params(), read)?;
    Ok(Directory::new(orgs.into_iter().map(|stored| stored.value)))
}

/// The organisation with this full or short name: at `division`, else around it, else the only one inside it.
///
/// # Errors
/// When the database fails.
pub fn find_by_name(tx: &mut Tx, name: &str, division: &DivisionCode) -> Result<Option<Org>, Fault> {
    let sql = format!("{SELECT} WHERE name = $1 OR short_name = $1 ORDER BY division");
    let found: Vec<Org> = tx.query(&sql, params![name], read)?.into_iter().map(|stored| stored.value).collect();
    let around =
        found.iter().filter(|org| org.division.contains(division)).max_by_key(|org| org.division.as_str().len());
    let mut inside = found.iter().filter(|org| division.contains(&org.division));
    let only = match (inside.next(), inside.next()) {
        (Some(org), None) => Some(org),
        _ => None,
    };
    Ok(around.or(only).cloned())
}
