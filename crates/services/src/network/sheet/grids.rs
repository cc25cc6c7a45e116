//! The sheet of grids. A grid is named by its division and number; what holds it stands further up.

use std::collections::HashMap;

use domain::{
    access::{Permit, actions::AdminUnits},
    network::{Grid, GridKind, GridPost, GridPostHolder},
};
use kernel::{Ctx, DivisionCode, Fault, GridId, Mobile, OrgId, PersonName, Refusal, Text, UserId};
use store::{Tx, params};

use super::{Column, names};
use crate::{
    Error,
    network::{
        grid::{GridQuery, by_code, grids, posts, put},
        words::{one, said},
    },
    organisation::{self, Header, ImportReport, Outcome, Sheet, division_of, find_by_name, in_dry_run, outcome},
};

pub(super) const COLUMNS: &[Column] = &[
    (&["网格编号", "编号", "code"], "G0101"),
    (&["名称", "name"], "第一网格"),
    (&["类型", "kind"], "网格"),
    (&["区划", "division"], "150223104201"),
    (&["上级网格", "上级编号", "parent"], ""),
    (&["户数", "households"], "60"),
    (&["代办点", "代办机构", "station"], ""),
    (&["代办员", "agent"], ""),
    (&["网格人员", "posts"], "网格长 测试人 0472-000-0000"),
];
const MANY: usize = 9;

/// Reads grids from a sheet with the columns 网格编号, 名称, 类型, 区划 and, when they are there, the rest of the template.
///
/// # Errors
/// When a column is missing or the database fails; what is wrong with a row stands in the report.
pub fn import_grids(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    sheet: &Sheet,
    dry_run: bool,
) -> Result<ImportReport, Error> {
    let columns = names::<MANY>(COLUMNS);
    let header = sheet.columns(&columns, &[0, 1, 2, 3])?;
    Ok(in_dry_run(tx, dry_run, |tx| {
        let mut report = ImportReport { dry_run, ..ImportReport::default() };
        for (line, row) in sheet.rows() {
            outcome(tx, &mut report, line, |tx| take(tx, ctx, permit, &header, row))?;
        }
        Ok::<_, Fault>(report)
    })?)
}

fn take(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    header: &Header<'_>,
    row: &[String],
) -> Result<Outcome, Error> {
    let cell = |name: &str| header.cell(row, name);
    let division = division_of(tx, cell("division"), permit.place())?;
    let kind = one::<GridKind>(cell("kind")).ok_or_else(|| Refusal::invalid("kind", "grid-kind"))?;
    let households = match cell("households") {
        "" => None,
        text => Some(text.parse().map_err(|_| Refusal::invalid("households", "grid-households"))?),
    };
    let station = match cell("station") {
        "" => None,
        name => Some(
            find_by_name(tx, name, &division)?
                .filter(|org| org.kind.helps())
                .ok_or_else(|| Refusal::invalid("station", "org-unknown").with("name", name))?
                .id,
        ),
    };
    let agent = match cell("agent") {
        "" => None,
        name => Some(agent_named(tx, name, &division, station)?),
    };
    let grid = Grid {
        id: ctx.new_id(),
        parent: parent(tx, &division, cell("parent"))?,
        kind,
        code: Text::parse("code", cell("code"))?,
        name: Text::parse("name", cell("name"))?,
        households,
        station,
        agent,
        division,
    };
    put(tx, ctx, permit, grid, &read_posts(cell("posts"))?)
}

/// A grid of the same division, or of the township around it.
fn parent(tx: &mut Tx, division: &DivisionCode, code: &str) -> Result<Option<GridId>, Error> {
    if code.is_empty() {
        return Ok(None);
    }
    for place in std::iter::successors(Some(division.clone()), DivisionCode::parent) {
        if let Some(grid) = by_code(tx, &place, code)? {
            return Ok(Some(grid.id));
        }
    }
    Err(Refusal::invalid("parent", "grid-code-unknown").with("code", code).into())
}

/// The agent of that name at the station, or at one of the division or above it.
fn agent_named(tx: &mut Tx, name: &str, division: &DivisionCode, station: Option<OrgId>) -> Result<UserId, Error> {
    let sql = "SELECT s.id, g.org_id, o.division FROM staff s JOIN role_grant g ON g.user_id = s.id
               JOIN org o ON o.id = g.org_id WHERE s.name = $1 AND g.role = 'AGENT' ORDER BY o.division DESC, s.id";
    let found: Vec<(UserId, OrgId, DivisionCode)> =
        tx.query(sql, params![name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let fits = |(_, org, place): &&(UserId, OrgId, DivisionCode)| match station {
        Some(station) => *org == station,
        None => place.contains(division),
    };
    let agent = found.iter().find(fits).map(|(user, ..)| *user);
    Ok(agent.ok_or_else(|| Refusal::invalid("agent", "agent-unknown").with("name", name))?)
}

/// `网格长 王某 0472-000-0001；网格员 李某`.
fn read_posts(text: &str) -> Result<Vec<GridPostHolder>, Refusal> {
    let one_post = |part: &str| {
        let wrong = || Refusal::invalid("posts", "grid-members").with("part", part);
        let mut words = part.split_whitespace();
        let post = words.next().and_then(one::<GridPost>).ok_or_else(wrong)?;
        let name = PersonName::parse("posts", words.next().ok_or_else(wrong)?)?;
        let phone = words.next().map(|text| Mobile::parse("posts", text)).transpose()?;
        Ok(GridPostHolder { post, name, phone })
    };
    let parts = text.split(['；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut posts = parts.map(one_post).collect::<Result<Vec<_>, Refusal>>()?;
    posts.sort_by(|one, other| (one.post, one.name.reveal()).cmp(&(other.post, other.name.reveal())));
    posts.dedup_by(|one, other| (one.post, one.name.reveal()) == (other.post, other.name.reveal()));
    Ok(posts)
}

/// The grids of `within` as rows, each below what holds it.
pub(super) fn rows(tx: &mut Tx, within: &DivisionCode) -> Result<Vec<Vec<String>>, Fault> {
    let mut found: Vec<Grid> = vec![];
    let mut after = None;
    loop {
        let query = GridQuery { within: within.clone(), level: None, parent: None, after, limit: 2_000 };
        let page = grids(tx, &query)?;
        found.extend(page.items.into_iter().map(|row| row.grid));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    // The order in which they can be imported again.
    found.sort_by_key(|grid| grid.kind.level());
    let codes: HashMap<GridId, String> = found.iter().map(|grid| (grid.id, grid.code.to_string())).collect();
    let stations = organisation::names(tx, found.iter().filter_map(|grid| grid.station))?;
    let agents = crate::people::names(tx, found.iter().filter_map(|grid| grid.agent))?;
    let mut rows = vec![];
    for grid in &found {
        let post = |holder: &GridPostHolder| {
            let phone = holder.phone.as_ref().map(Mobile::reveal).unwrap_or_default();
            format!("{} {} {phone}", said(holder.post), holder.name.reveal()).trim_end().to_owned()
        };
        rows.push(vec![
            grid.code.to_string(),
            grid.name.to_string(),
            said(grid.kind),
            grid.division.to_string(),
            grid.parent.and_then(|id| codes.get(&id).cloned()).unwrap_or_default(),
            grid.households.map(|many| many.to_string()).unwrap_or_default(),
            grid.station.and_then(|id| stations.get(&id).cloned()).unwrap_or_default(),
            grid.agent.and_then(|id| agents.get(&id).cloned()).unwrap_or_default(),
            posts(tx, grid.id)?.iter().map(post).collect::<Vec<_>>().join("；"),
        ]);
    }
    Ok(rows)
}
