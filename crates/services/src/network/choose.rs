//! Whom to choose for somebody: every agent of the county, the nearest first, each with what speaks for her. Near comes before
//! everything; then who is there, who speaks her language, whose door is open. Nothing here counts or ranks what an agent did.

use domain::network::{Grid, Language, Now, OpeningHours};
use kernel::{Ctx, DivisionCode, Fault, GridId, OrgId, OrgLevel, UserId};
use std::collections::HashMap;
use store::Tx;

use super::{
    agent::{AgentQuery, AgentRow, agents},
    grid::path,
    station::facts_of,
};
use crate::{kit::Kit, people};

/// How near somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// Named for the grid.
    Grid,
    /// Of the place itself.
    Place,
    /// Of the township around it.
    Township,
    /// Of the county around it.
    County,
    /// Of a neighbour.
    Beside,
}

impl Near {
    /// The key of its word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Grid => "network-near-grid",
            Self::Place => "network-near-place",
            Self::Township => "network-near-township",
            Self::County => "network-near-county",
            Self::Beside => "network-near-beside",
        }
    }
}

/// Somebody to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Who.
    pub agent: AgentRow,
    /// How near.
    pub near: Near,
    /// Speaks the language that was asked for.
    pub speaks: bool,
    /// Whether somebody is at her station now; `None`: nobody entered its hours.
    pub open: Option<Now>,
    /// Who takes her place while she is away: chosen instead of her.
    pub deputy: Option<(UserId, String)>,
}

/// For whom somebody is chosen.
#[derive(Debug, Clone, Copy)]
pub struct For<'a> {
    /// Where she lives, or where the matter is.
    pub place: &'a DivisionCode,
    /// Her grid, when it is known.
    pub grid: Option<GridId>,
    /// A language to be preferred, beside the one everybody speaks.
    pub language: Option<Language>,
}

/// As many as anybody chooses from.
const MOST: u32 = 500;

/// The agents of the county of `who.place`, the nearest first.
///
/// # Errors
/// When the database fails.
pub fn choices(tx: &mut Tx, kit: &Kit, ctx: &Ctx, who: For<'_>) -> Result<Vec<Choice>, Fault> {
    let place = who.place;
    let county = if place.level() >= OrgLevel::County { place.clone() } else { place.at(OrgLevel::County) };
    let all = around(tx, ctx, place, &county)?;
    let grids = who.grid.map(|id| path(tx, id)).transpose()?.unwrap_or_default();
    let named: Vec<UserId> = grids.iter().filter_map(|grid: &Grid| grid.agent).collect();
    let hours = hours(tx, &all)?;
    let deputies = people::names(tx, all.iter().filter_map(|agent| agent.away.map(|(_, deputy)| deputy)))?;
    let calendar = kit.reference().calendar.for_division(&county);
    let choice = |agent: AgentRow| Choice {
        near: near(place, &agent, &named),
        speaks: who.language.is_some_and(|language| agent.speaks(language)),
        open: hours.get(&agent.org).map(|hours| hours.at(ctx.now(), &calendar)),
        deputy: agent.away.map(|(_, user)| (user, deputies.get(&user).cloned().unwrap_or_default())),
        agent,
    };
    let mut found: Vec<Choice> = all.into_iter().map(choice).collect();
    found.sort_by_key(|one| {
        let is_open = matches!(one.open, Some(Now::Open { .. }));
        (one.near, one.agent.away.is_some(), !one.speaks, !is_open, one.agent.division.to_string())
    });
    found.truncate(MOST as usize);
    Ok(found)
}

/// Those of the township around the place, then those of its county from the top: a county may have more than one chooses from, and
/// none who is near may be lost among them.
fn around(tx: &mut Tx, ctx: &Ctx, place: &DivisionCode, county: &DivisionCode) -> Result<Vec<AgentRow>, Fault> {
    let mut all = vec![];
    if place.level() < OrgLevel::County {
        all = inside(tx, ctx, &place.at(OrgLevel::Township))?;
    }
    for agent in inside(tx, ctx, county)? {
        if all.iter().all(|known: &AgentRow| (known.id, known.org) != (agent.id, agent.org)) {
            all.push(agent);
        }
    }
    Ok(all)
}

fn inside(tx: &mut Tx, ctx: &Ctx, within: &DivisionCode) -> Result<Vec<AgentRow>, Fault> {
    let query = AgentQuery {
        within: within.clone(),
        kind: None,
        language: None,
        expertise: None,
        away: false,
        after: None,
        limit: MOST,
    };
    Ok(agents(tx, ctx, &query)?.items)
}

fn hours(tx: &mut Tx, all: &[AgentRow]) -> Result<HashMap<OrgId, OpeningHours>, Fault> {
    let mut orgs: Vec<OrgId> = all.iter().map(|agent| agent.org).collect();
    orgs.sort_unstable();
    orgs.dedup();
    let facts = facts_of(tx, &orgs)?;
    Ok(facts.into_iter().filter_map(|(org, facts)| Some((org, facts.hours?))).collect())
}

fn near(place: &DivisionCode, agent: &AgentRow, named: &[UserId]) -> Near {
    if named.contains(&agent.id) {
        return Near::Grid;
    }
    if agent.division == *place {
        return Near::Place;
    }
    match agent.division.contains(place).then(|| agent.division.level()) {
        Some(OrgLevel::Village | OrgLevel::Township) => Near::Township,
        Some(_) => Near::County,
        None => Near::Beside,
    }
}
