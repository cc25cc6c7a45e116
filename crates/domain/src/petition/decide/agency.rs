//! Agency: the mandate given and taken back, an agent designated, somebody stepping back.

use kernel::{OrgId, Refusal, Text, UserId};

use crate::{
    agency::{Concerned, Ground, Judgement, judge},
    env::Env,
    lifecycle::{self, ClockMove, a_person},
    mandate::{Give, Mandate, MandateEnd, StandIn},
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        transitions::CommandKind,
    },
};

/// The clock of a mandate's term.
pub(super) const TERM: &str = "MANDATE_TERM_CUSTOM";
/// The clock of a mandate that is still missing.
pub(super) const MISSING: &str = "MANDATE_3WD";

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::GiveMandate(give) => give_mandate(petition, give, env),
        Command::RevokeMandate { reason } => {
            if petition.agent.is_none() {
                return Err(Refusal::rule("mandate-nothing-to-revoke", "3.3", ""));
            }
            Ok(vec![ended(petition, MandateEnd::Revoked, reason.clone(), env)])
        }
        Command::Designate { agent, org, stand_in, reason } => {
            designate(petition, (*agent, *org, *stand_in), reason, env)
        }
        Command::AskRecusal { of, reason } => {
            let user = match of {
                Concerned::Agent => petition.agent,
                Concerned::Handler => petition.handler(),
            };
            let user = user.ok_or_else(|| Refusal::rule("recusal-nobody", "R-061", "A28_3").on("of"))?;
            petition.agency.another_agent_is_asked_for_once(*of)?;
            Ok(vec![Event::of(Fact::RecusalAsked { of: *of, user, reason: reason.clone() })])
        }
        Command::DeclareInterest { ground } => {
            a_person(env)?;
            Ok(vec![Event::of(Fact::InterestDeclared { ground: *ground })])
        }
        Command::DecideRecusal { user, steps_back, ground, reason } => {
            decide_recusal(petition, *user, (*steps_back, *ground), reason, env)
        }
        _ => Ok(vec![]),
    }
}

fn give_mandate(petition: &Petition, give: &Give, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    petition.agency.free_of_interest(give.agent, "agent")?;
    let inquiry = petition.inquiry(give.agent, Some(give.org));
    let judged = judge(&inquiry.of(give.giver.capacity, give.giver.guardian.is_some()));
    give.the_stand_in_may_too(|user, org| judge(&petition.inquiry(user, org)))?;
    let mandate = give.clone().into_mandate(&judged, env)?;
    let mut clocks = petition.stop_for(CommandKind::GiveMandate, env.now());
    clocks.push(term(&mandate, env)?);
    Ok(vec![Event { fact: Fact::MandateGiven(Box::new(mandate)), clocks }])
}

/// The clock of what is left of a mandate's term.
pub(super) fn term(mandate: &Mandate, env: &Env<'_>) -> Result<ClockMove, Refusal> {
    let days = mandate.until.since(env.ctx.today()).map_or(1, |span| span.get_days().max(1));
    let days = u32::try_from(days).unwrap_or(1);
    Ok(ClockMove::Started(env.start_clock(TERM, env.now(), Some(days))?))
}

/// The agency ends, and its clocks with it.
pub(super) fn ended(petition: &Petition, end: MandateEnd, reason: Option<Text<500>>, env: &Env<'_>) -> Event {
    let clocks = lifecycle::stop(&petition.clocks, &[TERM, MISSING], env.now());
    Event { fact: Fact::MandateEnded { end, reason }, clocks }
}

/// rules.md 3.3: named by a superior with a reason; the mandate of the one before does not pass on (Civil Code 169), so it is
/// asked for anew.
fn designate(
    petition: &Petition,
    (agent, org, stand_in): (UserId, OrgId, Option<StandIn>),
    reason: &Text<500>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    if petition.agent == Some(agent) {
        return Err(Refusal::invalid("agent", "designate-same"));
    }
    let judged: Judgement = judge(&petition.inquiry_unasked(agent, Some(org)));
    judged.allows_an_agent().map_err(|refusal| refusal.on("agent"))?;
    if stand_in.is_some_and(|one| judge(&petition.inquiry_unasked(one.user, Some(one.org))).allows_an_agent().is_err())
    {
        return Err(Refusal::rule("mandate-stand-in-barred", "3.3", "A28_3").on("agent"));
    }
    let mut clocks = petition.stop_for(CommandKind::Designate, env.now());
    clocks.push(ClockMove::Started(env.start_clock(MISSING, env.now(), None)?));
    Ok(vec![Event { fact: Fact::AgentDesignated { agent, org, stand_in, reason: reason.clone() }, clocks }])
}

/// Article 28.3: decided by somebody else than the one concerned.
fn decide_recusal(
    petition: &Petition,
    user: UserId,
    (steps_back, ground): (bool, Ground),
    reason: &Text<1000>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    if a_person(env)? == user {
        return Err(Refusal::rule("recusal-own", "R-061", "A28_3"));
    }
    if !petition.agency.undecided().contains(&user) {
        return Err(Refusal::rule("recusal-nobody-asked", "R-061", "A28_3").on("user"));
    }
    let mut events = vec![Event::of(Fact::RecusalDecided { user, steps_back, ground, reason: reason.clone() })];
    if steps_back && petition.agent == Some(user) {
        events.push(ended(petition, MandateEnd::SteppedBack, None, env));
    }
    Ok(events)
}
