//! A cluster as its pages show it: to those who work on it, and to those whose matters belong to it.

use std::collections::HashMap;

use domain::{
    access::{Subject, actions::ReadCluster, permit},
    cluster::{Cluster, CommandKind, Fact, Gathered, Stage, WayText},
    deadline::{Clock, Derivation},
    owed,
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, Ctx, OrgId, UserId};
use store::Tx;

use super::members::{MemberState, Tally, members};
use crate::{
    auth,
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, Possible},
    organisation,
    oversight::clocks_of,
    people,
    timeline::{self, Item, Names},
};

/// A cluster with the names around it and what the reader may do.
#[derive(Debug, Clone)]
pub struct ClusterView {
    /// The row.
    pub row: MatterRow,
    /// The cluster.
    pub state: Cluster,
    /// What the reader may do now.
    pub allowed: Vec<Possible<Cluster>>,
    /// The organisations for which she acts.
    pub orgs: Vec<OrgId>,
    /// Its matters.
    pub members: Vec<MemberState>,
    /// Its matters in figures.
    pub tally: Tally,
    /// Its clocks.
    pub clocks: Vec<(Clock, Derivation)>,
    /// What happened, newest first.
    pub timeline: Vec<Item>,
    /// Names of organisations.
    pub names: Names,
    /// Names of people.
    pub staff: HashMap<UserId, String>,
}

impl ClusterView {
    /// Whether the reader may give a command of this kind.
    #[must_use]
    pub fn may(&self, kind: CommandKind) -> bool {
        self.allowed.iter().any(|one| one.row.command == kind)
    }
}

/// Opens a cluster.
///
/// # Errors
/// `not-permitted`.
pub fn open(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<ClusterView, Error> {
    let loaded = matter::open::<Cluster>(tx, id)?;
    permit::<ReadCluster>(subject, &loaded.row.facts)?;
    let terms = matter::terms(kit, &loaded.state);
    let events = matter::history::<Fact>(tx, &loaded.row.region, id)?;
    let (members, tally) = members(tx, subject, &loaded.state)?;
    let orgs = loaded.state.units().into_iter().chain([loaded.state.founded.office]);
    let orgs: Vec<OrgId> = orgs.chain(members.iter().map(|one| one.turn)).collect();
    let names = organisation::called(tx, orgs)?;
    Ok(ClusterView {
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        orgs: auth::orgs_of(subject),
        clocks: clocks_of(&loaded.state.clocks, &terms),
        timeline: timeline::of_cluster(&loaded.state, &events, &names),
        staff: people::names(tx, timeline::users_in(&events))?,
        members,
        tally,
        names,
        row: loaded.row,
        state: loaded.state,
    })
}

/// A step as those concerned read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HerStep {
    /// What.
    pub text: String,
    /// Which unit, by name.
    pub unit: String,
    /// By when.
    pub due: Date,
    /// Whether it is done.
    pub done: bool,
}

/// A cluster as somebody reads it whose matter belongs to it: the cause, who works on it, until when, how far. No other matter's
/// number, no person, and nothing of how others are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HerCluster {
    /// Its number.
    pub number: CaseNumber,
    /// Its line.
    pub title: String,
    /// The cause.
    pub cause: String,
    /// The unit that leads, by name.
    pub lead: String,
    /// Where it stands.
    pub stage: Stage,
    /// The plan.
    pub steps: Vec<HerStep>,
    /// What was told, newest first.
    pub told: Vec<(Timestamp, String)>,
    /// How many matters, how many answered; none where so few would speak of each other.
    pub tally: Option<Tally>,
}

/// The clusters to which a matter belongs.
///
/// # Errors
/// When the database fails.
pub fn hers<A: Gathered>(tx: &mut Tx, state: &A) -> Result<Vec<HerCluster>, Error> {
    let mut all = vec![];
    for (id, _) in state.clusters() {
        let cluster = matter::open::<Cluster>(tx, *id)?.state;
        let names = organisation::called(tx, cluster.units())?;
        let name = |org: OrgId| names.get(&org).cloned().unwrap_or_default();
        let (_, tally) = members(tx, &Subject::System, &cluster)?;
        let steps = cluster.steps.iter().filter(|step| step.dropped.is_none()).map(|step| HerStep {
            text: step.text.to_string(),
            unit: name(step.owner),
            due: step.due,
            done: step.track.state() == owed::State::Settled,
        });
        all.push(HerCluster {
            number: cluster.founded.number.clone(),
            title: cluster.founded.title.to_string(),
            cause: cluster.founded.cause.to_string(),
            lead: name(cluster.founded.lead),
            stage: cluster.stage(),
            steps: steps.collect(),
            told: cluster.told.iter().rev().map(|told| (told.at, told.text.to_string())).collect(),
            tally: (tally.all >= Cluster::FEWEST_COUNTED).then_some(tally),
        });
    }
    Ok(all)
}

/// The way to answer that two people agreed upon, for whoever answers a matter that belongs to a cluster: offered, never filled in
/// unseen.
///
/// # Errors
/// When the database fails.
pub fn way_for<A: Gathered>(tx: &mut Tx, state: &A) -> Result<Option<(CaseNumber, WayText)>, Error> {
    for (id, number) in state.clusters().iter().rev() {
        let cluster = matter::open::<Cluster>(tx, *id)?.state;
        if let Some(way) = cluster.way() {
            return Ok(Some((number.clone(), way.text.clone())));
        }
    }
    Ok(None)
}
