//! Who helps at a place: the grid's own point and agent, else those of the village, else of the township, else of the county.

use domain::{
    network::Grid,
    organisation::{Org, OrgKind},
};
use kernel::{Ctx, Cursor, DivisionCode, Fault, GridId, OrgId, OrgLevel, Page};
use store::{Filter, Tx};

use super::{
    agent::{AgentRow, agents_at, find},
    grid::path,
    station::{StationQuery, StationRow, stations},
};
use crate::organisation;

/// A grid lies at most this deep; a longer walk is a circle.
pub(super) const UP_MOST: usize = 8;
/// What helps first at one place: the point before what comes by only on some days.
const FIRST: [OrgKind; 5] = [OrgKind::Point, OrgKind::Station, OrgKind::Center, OrgKind::Studio, OrgKind::Mobile];

/// Who helps at a place.
#[derive(Debug, Clone)]
pub struct Helper {
    /// Where to go.
    pub station: Org,
    /// Who is there, whoever comes first first. Empty: nobody is named; one calls the station.
    pub agents: Vec<AgentRow>,
    /// Who takes the place of the first agent while she is away.
    pub deputy: Option<AgentRow>,
}

impl Helper {
    /// Who helps now: the agent, or who stands in for her.
    #[must_use]
    pub fn now(&self) -> Option<&AgentRow> {
        self.deputy.as_ref().or_else(|| self.agents.first())
    }
}

/// Who helps in `division`, or in the grid when one is known: where a matter or a find is registered, this is its point and its
/// agent.
///
/// # Errors
/// When the database fails.
pub fn helper_for(
    tx: &mut Tx,
    ctx: &Ctx,
    division: &DivisionCode,
    grid: Option<GridId>,
) -> Result<Option<Helper>, Fault> {
    let grids = grid.map(|id| path(tx, id)).transpose()?.unwrap_or_default();
    // The nearest grid that names somebody or somewhere decides before the division does.
    let (station, agent) = grids
        .iter()
        .fold((None, None), |(station, agent), grid: &Grid| (station.or(grid.station), agent.or(grid.agent)));
    if let Some(named) = agent.map(|user| find(tx, ctx, user)).transpose()?.flatten() {
        let org = station.unwrap_or(named.org);
        if let Some(found) = at_org(tx, ctx, org)? {
            return Ok(Some(with_first(tx, ctx, found, named)?));
        }
    }
    if let Some(found) = station.map(|org| at_org(tx, ctx, org)).transpose()?.flatten() {
        return Ok(Some(found));
    }
    let places = std::iter::successors(Some(division.clone()), DivisionCode::parent);
    for place in places.take_while(|place| place.level() <= OrgLevel::County) {
        if let Some(found) = helper_at(tx, ctx, &place)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Who helps exactly at `place`.
///
/// # Errors
/// When the database fails.
pub fn helper_at(tx: &mut Tx, ctx: &Ctx, place: &DivisionCode) -> Result<Option<Helper>, Fault> {
    let here = organisation::around(tx, std::slice::from_ref(place), ctx.today())?;
    let found = FIRST.into_iter().find_map(|kind| here.at(place).find(|org| org.kind == kind).cloned());
    found.map(|station| staffed(tx, ctx, station)).transpose()
}

fn at_org(tx: &mut Tx, ctx: &Ctx, org: OrgId) -> Result<Option<Helper>, Fault> {
    let org = organisation::get(tx, org)?.map(|stored| stored.value).filter(|org| org.active_on(ctx.today()));
    org.map(|station| staffed(tx, ctx, station)).transpose()
}

fn staffed(tx: &mut Tx, ctx: &Ctx, station: Org) -> Result<Helper, Fault> {
    let agents = agents_at(tx, ctx, &[station.id])?;
    let deputy = match agents.first().and_then(|agent| agent.away) {
        Some((_, deputy)) => find(tx, ctx, deputy)?,
        None => None,
    };
    Ok(Helper { station, agents, deputy })
}

fn with_first(tx: &mut Tx, ctx: &Ctx, mut helper: Helper, named: AgentRow) -> Result<Helper, Fault> {
    helper.deputy = named.away.map(|(_, deputy)| find(tx, ctx, deputy)).transpose()?.flatten();
    helper.agents.retain(|agent| agent.id != named.id);
    helper.agents.insert(0, named);
    Ok(helper)
}

/// The stations around `place`, the nearest first, with their agents: those of the village, then its township's, then its
/// county's. For a township its own station comes first, then its villages; a county shows its centre and the stations of its
/// townships, never every village at once.
///
/// # Errors
/// When the database fails.
pub fn near(
    tx: &mut Tx,
    ctx: &Ctx,
    place: &DivisionCode,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<(StationRow, Vec<AgentRow>)>, Fault> {
    let found = match place.level() {
        OrgLevel::Village | OrgLevel::Township if after.is_none() => {
            let inside = inside(tx, ctx, place, None, limit)?;
            let mut items = if place.level() == OrgLevel::Township { exactly(tx, ctx, place)? } else { vec![] };
            items.extend(inside.items);
            let up = std::iter::successors(place.parent(), DivisionCode::parent);
            for above in up.take_while(|above| above.level() <= OrgLevel::County) {
                items.extend(exactly(tx, ctx, &above)?);
            }
            Page { items, next: inside.next }
        }
        OrgLevel::Village | OrgLevel::Township => inside(tx, ctx, place, after, limit)?,
        _ => of_county(tx, ctx, place, after, limit)?,
    };
    let ids: Vec<OrgId> = found.items.iter().map(|row| row.id).collect();
    let agents = agents_at(tx, ctx, &ids)?;
    let with = |row: StationRow| {
        let own = agents.iter().filter(|agent| agent.org == row.id).cloned().collect();
        (row, own)
    };
    Ok(found.map(with))
}

/// What lies in a village or township, its own station left to [`exactly`].
fn inside(
    tx: &mut Tx,
    ctx: &Ctx,
    place: &DivisionCode,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<StationRow>, Fault> {
    let on = ctx.today();
    let query = StationQuery { within: place.clone(), kind: None, language: None, on, after: after.cloned(), limit };
    let mut page = stations(tx, &query)?;
    if place.level() == OrgLevel::Township {
        page.items.retain(|row| row.division != *place);
    } else {
        page.items.sort_by_key(|row| FIRST.iter().position(|kind| *kind == row.kind));
    }
    Ok(page)
}

fn exactly(tx: &mut Tx, ctx: &Ctx, place: &DivisionCode) -> Result<Vec<StationRow>, Fault> {
    let (on, limit) = (ctx.today(), 20);
    // A division sorts before everything inside it, so its own stations stand on the first page.
    let query = StationQuery { within: place.clone(), kind: None, language: None, on, after: None, limit };
    let mut rows = stations(tx, &query)?.items;
    rows.retain(|row| row.division == *place);
    rows.sort_by_key(|row| FIRST.iter().position(|kind| *kind == row.kind));
    Ok(rows)
}

fn of_county(
    tx: &mut Tx,
    ctx: &Ctx,
    place: &DivisionCode,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<StationRow>, Fault> {
    let mut rows = if after.is_none() { exactly(tx, ctx, place)? } else { vec![] };
    let mut filter = Filter::new();
    filter.within("code", place).raw("length(code) = 9");
    if let Some(after) = after {
        let after = filter.bind(after.id.as_str());
        filter.raw(format!("code > {after}"));
    }
    let most = filter.bind(limit.saturating_add(1));
    let sql = format!("SELECT code FROM division WHERE {} ORDER BY code LIMIT {most}", filter.sql());
    let mut townships: Vec<DivisionCode> = tx.query(&sql, filter.params(), |row| row.get(0))?;
    let more = townships.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    townships.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    for township in &townships {
        rows.extend(exactly(tx, ctx, township)?);
    }
    let next = townships.last().filter(|_| more).map(|last| Cursor { key: 0, id: last.to_string() });
    Ok(Page { items: rows, next })
}
