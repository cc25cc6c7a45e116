//! The grid: entering it, walking it, who has a post in it.

use domain::{
    access::{Permit, actions::AdminUnits},
    network::{Grid, GridKind, GridLevel, GridPost, GridPostHolder},
};
use kernel::{Ctx, Cursor, DivisionCode, Fault, GridId, Mobile, Page, PersonName, Refusal, Text};
use serde_json::json;
use store::{Filter, Row, Tx, Value, params};

use super::helper::UP_MOST;
use crate::{
    Error, divisions,
    organisation::{Outcome, record},
};

const SELECT: &str =
    "SELECT q.id, q.division, q.parent_id, q.kind, q.code, q.name, q.households, q.org_id, q.agent_id FROM grid q";

const COLUMNS: &[&str] =
    &["id", "division", "parent_id", "kind", "level", "code", "name", "households", "org_id", "agent_id", "version"];

fn read(row: &Row<'_>) -> Result<Grid, Fault> {
    Ok(Grid {
        id: row.get("id")?,
        division: row.get("division")?,
        parent: row.get("parent_id")?,
        kind: row.parse("kind", GridKind::parse)?,
        code: row.parse("code", |text| Text::parse("code", text).ok())?,
        name: row.parse("name", |text| Text::parse("name", text).ok())?,
        households: row.get("households")?,
        station: row.get("org_id")?,
        agent: row.get("agent_id")?,
    })
}

fn values(grid: &Grid) -> Vec<Value> {
    vec![
        grid.id.into(),
        (&grid.division).into(),
        grid.parent.into(),
        grid.kind.name().into(),
        grid.kind.level().name().into(),
        grid.code.as_str().into(),
        grid.name.as_str().into(),
        grid.households.into(),
        grid.station.into(),
        grid.agent.into(),
        1.into(),
    ]
}

/// The grid with this id.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, id: GridId) -> Result<Option<Grid>, Fault> {
    tx.query_opt(&format!("{SELECT} WHERE q.id = $1"), params![id], read)
}

/// The grid with this number in its division.
pub(super) fn by_code(tx: &mut Tx, division: &DivisionCode, code: &str) -> Result<Option<Grid>, Fault> {
    tx.query_opt(&format!("{SELECT} WHERE q.division = $1 AND q.code = $2"), params![division, code], read)
}

/// From a grid upwards, itself first. A circle in the data ends the walk.
pub(super) fn path(tx: &mut Tx, id: GridId) -> Result<Vec<Grid>, Fault> {
    let mut path = vec![];
    let mut next = Some(id);
    while let Some(id) = next.filter(|_| path.len() < UP_MOST) {
        let Some(grid) = get(tx, id)? else { break };
        next = grid.parent;
        path.push(grid);
    }
    Ok(path)
}

/// As many as anybody chooses from.
const MOST: u32 = 400;

/// The grids one chooses from when somebody is registered inside `within`: natural villages, groups, buildings, grids and special ones.
/// What is as large as a division is said by the division, and a household by its address.
///
/// # Errors
/// When the database fails.
pub fn to_choose(tx: &mut Tx, within: &DivisionCode) -> Result<Vec<Grid>, Fault> {
    let sql = format!(
        "{SELECT} WHERE q.division >= $1 AND q.division < $2 AND q.level IN ('GROUP', 'GRID', 'SPECIAL')
         ORDER BY q.division, q.code LIMIT $3"
    );
    tx.query(&sql, params![within, within.upper_bound(), MOST], read)
}

/// A grid and the place of registration belong together: the one lies in the other.
///
/// # Errors
/// `grid-unknown`, `grid-elsewhere` on field `grid`.
pub(crate) fn fits(tx: &mut Tx, grid: Option<GridId>, division: &DivisionCode) -> Result<(), Error> {
    let Some(id) = grid else { return Ok(()) };
    let known = get(tx, id)?.ok_or_else(|| Refusal::invalid("grid", "grid-unknown"))?;
    if known.division.contains(division) || division.contains(&known.division) {
        return Ok(());
    }
    Err(Refusal::invalid("grid", "grid-elsewhere").with("name", &known.name).into())
}

/// Enters a grid, or changes the one with its number: its posts become these.
///
/// # Errors
/// Outside the permit's division, `division-unknown`, or a rule of [`Grid::validate`].
pub fn put(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    grid: Grid,
    posts: &[GridPostHolder],
) -> Result<Outcome, Error> {
    permit.within(&grid.division)?;
    let parent = grid.parent.map(|id| get(tx, id)).transpose()?.flatten();
    grid.validate(parent.as_ref())?;
    if grid.kind == GridKind::Households && !posts.is_empty() {
        // A group of households is a number of doors; whoever represents one is a household's own person.
        return Err(Refusal::rule("grid-household-posts", "8.1", "").on("posts").into());
    }
    let Some(before) = by_code(tx, &grid.division, grid.code.as_str())? else {
        if divisions::get(tx, &grid.division)?.is_none() {
            return Err(Refusal::invalid("division", "division-unknown").with("code", &grid.division).into());
        }
        tx.insert_many("grid", COLUMNS, &[values(&grid)])?;
        write_posts(tx, grid.id, posts)?;
        told(tx, ctx, permit, &grid, "grid-created")?;
        return Ok(Outcome::Created);
    };
    let grid = Grid { id: before.id, ..grid };
    if grid == before && self::posts(tx, grid.id)? == posts {
        return Ok(Outcome::Unchanged);
    }
    let sql = "UPDATE grid SET parent_id = $2, kind = $3, level = $4, name = $5, households = $6, org_id = $7, \
               agent_id = $8, version = version + 1 WHERE id = $1";
    let (kind, level) = (grid.kind.name(), grid.kind.level().name());
    let args =
        params![grid.id, grid.parent, kind, level, grid.name.as_str(), grid.households, grid.station, grid.agent];
    tx.execute(sql, args)?;
    tx.execute("DELETE FROM grid_post WHERE grid_id = $1", params![grid.id])?;
    write_posts(tx, grid.id, posts)?;
    told(tx, ctx, permit, &grid, "grid-changed")?;
    Ok(Outcome::Updated)
}

/// The record names the grid, never who works in it.
fn told(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminUnits>, grid: &Grid, kind: &'static str) -> Result<(), Error> {
    record(tx, ctx, &grid.division.region(), grid.id.into(), permit.actor(), kind, &json!({ "grid": grid }))
}

fn write_posts(tx: &mut Tx, grid: GridId, posts: &[GridPostHolder]) -> Result<(), Fault> {
    let row = |holder: &GridPostHolder| {
        let phone = holder.phone.as_ref().map(Mobile::reveal);
        vec![grid.into(), holder.post.name().into(), holder.name.reveal().into(), Value::from(phone)]
    };
    let rows: Vec<Vec<Value>> = posts.iter().map(row).collect();
    tx.insert_many("grid_post", &["grid_id", "post", "name", "phone"], &rows)?;
    Ok(())
}

/// Who has a post in a grid: leads first, then by name.
///
/// # Errors
/// When the database fails.
pub fn posts(tx: &mut Tx, grid: GridId) -> Result<Vec<GridPostHolder>, Fault> {
    let sql = "SELECT post, name, phone FROM grid_post WHERE grid_id = $1 ORDER BY name";
    let mut posts = tx.query(sql, params![grid], read_post)?;
    posts.sort_by_key(|holder| holder.post);
    Ok(posts)
}

fn read_post(row: &Row<'_>) -> Result<GridPostHolder, Fault> {
    let phone: Option<String> = row.get("phone")?;
    Ok(GridPostHolder {
        post: row.parse("post", GridPost::parse)?,
        name: row.parse("name", |text| PersonName::parse("name", text).ok())?,
        phone: phone.and_then(|text| Mobile::parse("phone", &text).ok()),
    })
}

/// Which grids to list.
#[derive(Debug, Clone)]
pub struct GridQuery {
    /// Inside this division.
    pub within: DivisionCode,
    /// Of this level only.
    pub level: Option<GridLevel>,
    /// Directly inside this grid.
    pub parent: Option<GridId>,
    /// After this row.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: u32,
}

/// A grid in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// The grid.
    pub grid: Grid,
    /// How many stand directly inside it.
    pub inside: i64,
    /// How many have a post in it.
    pub posts: i64,
}

/// A page of grids, by division and number.
///
/// # Errors
/// When the database fails.
pub fn grids(tx: &mut Tx, query: &GridQuery) -> Result<Page<GridRow>, Fault> {
    let mut filter = Filter::new();
    filter.within("q.division", &query.within);
    filter.eq_opt("q.level", query.level.map(GridLevel::name)).eq_opt("q.parent_id", query.parent);
    if let Some((division, code)) = query.after.as_ref().and_then(|cursor| cursor.id.split_once('|')) {
        let (division, code) = (filter.bind(division), filter.bind(code));
        filter.raw(format!("(q.division, q.code) > ({division}, {code})"));
    }
    let limit = usize::try_from(query.limit.max(1)).unwrap_or(1);
    let place = filter.bind(query.limit.max(1).saturating_add(1));
    let select = SELECT.replace(
        " FROM grid q",
        ", (SELECT count(*) FROM grid i WHERE i.parent_id = q.id) AS inside, \
         (SELECT count(*) FROM grid_post p WHERE p.grid_id = q.id) AS posts FROM grid q",
    );
    let sql = format!("{select} WHERE {} ORDER BY q.division, q.code LIMIT {place}", filter.sql());
    let mut items = tx.query(&sql, filter.params(), |row| {
        Ok(GridRow { grid: read(row)?, inside: row.get("inside")?, posts: row.get("posts")? })
    })?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items
        .last()
        .filter(|_| more)
        .map(|row| Cursor { key: 0, id: format!("{}|{}", row.grid.division, row.grid.code) });
    Ok(Page { items, next })
}
