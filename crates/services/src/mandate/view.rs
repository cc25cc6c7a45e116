//! 谁替我办，他能做什么，到哪天: agency as a page says it.

use domain::{
    agency::{Agency, Inquiry, Judgement, Mode, Verdict, judge},
    deadline::Clock,
    mandate::{Ended, Mandate},
    petition::Petition,
    work_order::WorkOrder,
};
use jiff::{Timestamp, civil::Date};
use kernel::{Fault, OrgId, UserId};
use store::Tx;

use super::agent::acting;
use crate::{network, organisation, people};

/// Why nobody, or only company, and what to do instead: what a 不予代办告知单 says.
#[derive(Debug, Clone)]
pub struct NotEligible {
    /// The answer.
    pub verdict: Verdict,
    /// Why and the right way, rule by rule, with its article.
    pub rules: Vec<&'static domain::agency::Rule>,
}

impl NotEligible {
    /// `None` where an agent may act.
    #[must_use]
    pub fn of(judged: &Judgement) -> Option<Self> {
        (judged.verdict != Verdict::Eligible).then(|| Self { verdict: judged.verdict, rules: judged.rules.clone() })
    }
}

/// Agency of one petition.
#[derive(Debug, Clone)]
pub struct AgencyView {
    /// The mode.
    pub mode: Option<Mode>,
    /// The agent now.
    pub agent: Option<UserId>,
    /// The agent's name.
    pub name: String,
    /// The name of the agent's point or station.
    pub org: String,
    /// Who stands in for the agent now, of which point, and until when.
    pub stand_in: Option<(String, String, Timestamp)>,
    /// The mandate that holds now.
    pub mandate: Option<Mandate>,
    /// Without a mandate: the day by which it has to be there, and whether that has passed.
    pub missing: Option<(Date, bool)>,
    /// Agencies that are over, newest first, with names.
    pub past: Vec<(Ended, String)>,
    /// Why not, or only in part.
    pub not_eligible: Option<NotEligible>,
    /// People about whom a decision is awaited, with names.
    pub undecided: Vec<(UserId, String)>,
}

/// Agency of `petition` as it stands at `now`.
///
/// # Errors
/// When the database fails.
pub fn agency(tx: &mut Tx, petition: &Petition, now: Timestamp) -> Result<AgencyView, Fault> {
    let whose = Whose {
        agent: petition.agent,
        agency: &petition.agency,
        mode: petition.mode(),
        clocks: &petition.clocks,
        inquiry: &|agent, org| petition.inquiry(agent, org),
    };
    view(tx, &whose, now)
}

/// Agency of a work order as it stands at `now`.
///
/// # Errors
/// When the database fails.
pub fn order_agency(tx: &mut Tx, order: &WorkOrder, now: Timestamp) -> Result<AgencyView, Fault> {
    let whose = Whose {
        agent: order.agent,
        agency: &order.agency,
        mode: order.agency.mode,
        clocks: &order.clocks,
        inquiry: &|agent, org| order.inquiry(agent, org),
    };
    view(tx, &whose, now)
}

/// Who stands in for `agent` at this moment: asked of the clock, whatever was said when the agent was chosen.
fn stand_in(tx: &mut Tx, now: Timestamp, agent: UserId) -> Result<Option<(String, String, Timestamp)>, Fault> {
    let Some(away) = network::stand_in_at(tx, now, agent)? else { return Ok(None) };
    let name = people::names(tx, [away.user])?.remove(&away.user).unwrap_or_default();
    Ok(Some((name, organisation::name(tx, away.org)?, away.until)))
}

/// What the view asks of a case, of whatever kind it is.
struct Whose<'a> {
    agent: Option<UserId>,
    agency: &'a Agency,
    mode: Option<Mode>,
    clocks: &'a [Clock],
    inquiry: &'a dyn Fn(UserId, Option<OrgId>) -> Inquiry,
}

fn view(tx: &mut Tx, whose: &Whose<'_>, now: Timestamp) -> Result<AgencyView, Fault> {
    let past = whose.agency.past.iter().rev().cloned();
    let undecided = whose.agency.undecided();
    let users = whose.agency.past.iter().map(|ended| ended.agent).chain(whose.agent).chain(undecided.clone());
    let names = people::names(tx, users)?;
    let name = |user: UserId| names.get(&user).cloned().unwrap_or_default();
    let mandate = whose.agency.mandate.clone().filter(|mandate| mandate.holds(now));
    let org = match (&mandate, whose.agent) {
        (Some(mandate), _) => Some(mandate.org),
        (None, Some(agent)) => acting(tx, agent, kernel::beijing_date(now))?.map(|acting| acting.org),
        (None, None) => None,
    };
    let stand_in = match whose.agent {
        Some(agent) => stand_in(tx, now, agent)?,
        None => None,
    };
    let due = whose.clocks.iter().rev().find(|clock| clock.def == "MANDATE_3WD");
    let missing = due.filter(|_| whose.agent.is_some() && mandate.is_none());
    // Where nobody acts for her the rules are asked for an agent of no unit: what would stand against anybody.
    let judged = whose.agent.map_or_else(
        || judge(&(whose.inquiry)(UserId(uuid::Uuid::nil()), None)),
        |agent| judge(&(whose.inquiry)(agent, org)),
    );
    Ok(AgencyView {
        mode: whose.mode,
        agent: whose.agent,
        name: whose.agent.map(name).unwrap_or_default(),
        org: org.map(|org| organisation::name(tx, org)).transpose()?.unwrap_or_default(),
        missing: missing.map(|clock| (clock.statutory, clock.due_at <= now)),
        stand_in,
        mandate,
        past: past.map(|ended| (ended.clone(), name(ended.agent))).collect(),
        not_eligible: NotEligible::of(&judged),
        undecided: undecided.into_iter().map(|user| (user, name(user))).collect(),
    })
}
