//! Agency of a work order: the same mandate, the same rules and the same end as beside a petition (rules.md 3.2–3.4).

use jiff::Timestamp;
use kernel::{OrgId, Refusal, Text, UserId};

use super::{
    commands::{Command, Receive},
    events::{Event, Fact},
    model::WorkOrder,
    transitions::{CommandKind, transition},
};
use crate::{
    agency::{Declaration, Inquiry, Mode, judge},
    case::MatterType,
    env::Env,
    lifecycle::{self, ClockMove, Recorded, a_person},
    mandate::{Ended, Give, Mandate, MandateEnd, Power},
};

/// The clock of a mandate's term.
pub(super) const TERM: &str = "MANDATE_TERM_CUSTOM";
/// The clock of a mandate that is still missing.
pub(super) const MISSING: &str = "MANDATE_3WD";

/// rules.md 3.2: it is taken down in any case; the agent stays beside her where no rule stands against it.
pub(super) fn an_agent_who_may(cmd: &Receive, env: &Env<'_>) -> (Option<UserId>, Vec<String>) {
    let Some(agent) = cmd.agent else { return (None, vec![]) };
    let agents_org = env.actor.org().filter(|_| env.actor.user() == Some(agent));
    let judged = judge(&Inquiry::at_registration(MatterType::AppealClaim, cmd.respondent, agents_org));
    if judged.allows_an_agent().is_ok() { (Some(agent), vec![]) } else { (None, judged.names()) }
}

/// whoever said of herself that she is concerned does nothing more in the matter; her agent does what the mandate says and
/// does not do the work as well.
///
/// # Errors
/// `person-recused`, `order-agent-handles`, `mandate-missing`, `mandate-power-missing`.
pub(super) fn keeps_to_her_side(order: &WorkOrder, command: &Command, env: &Env<'_>) -> Result<(), Refusal> {
    if let Some(user) = env.actor.user().filter(|_| command.kind() != CommandKind::DeclareInterest) {
        order.agency.free_of_interest(user, "")?;
    }
    match command {
        Command::Claim { handler } => {
            order.agency.free_of_interest(*handler, "handler")?;
            nobody_stands_on_both_sides(order.agent, Some(*handler), "handler")
        }
        Command::Progress { .. } if order.agent.is_some() && env.actor.user() == order.agent => {
            crate::mandate::rules::the_agent_keeps_within_it(order.agency.mandate.as_ref(), Power::Deliver, env.now())
        }
        _ => Ok(()),
    }
}

fn nobody_stands_on_both_sides(agent: Option<UserId>, handler: Option<UserId>, field: &str) -> Result<(), Refusal> {
    if agent.is_some() && agent == handler {
        return Err(Refusal::rule("order-agent-handles", "R-061", "A28_3").on(field));
    }
    Ok(())
}

pub(super) fn decide(order: &WorkOrder, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::GiveMandate(give) => give_mandate(order, give, env),
        Command::RevokeMandate { reason } => {
            if order.agent.is_none() {
                return Err(Refusal::rule("mandate-nothing-to-revoke", "3.3", ""));
            }
            Ok(vec![ended(order, MandateEnd::Revoked, reason.clone(), env)])
        }
        Command::DeclareInterest { ground } => {
            let user = a_person(env)?;
            let mut events = vec![Event::of(Fact::InterestDeclared { ground: *ground })];
            if order.agent == Some(user) {
                events.push(ended(order, MandateEnd::SteppedBack, None, env));
            }
            Ok(events)
        }
        _ => Ok(vec![]),
    }
}

fn give_mandate(order: &WorkOrder, give: &Give, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    order.agency.free_of_interest(give.agent, "agent")?;
    nobody_stands_on_both_sides(Some(give.agent), order.handler(), "agent")?;
    let inquiry = order.inquiry(give.agent, Some(give.org));
    let judged = judge(&inquiry.of(give.giver.capacity, give.giver.guardian.is_some()));
    if let Some(one) = give.stand_in {
        order.agency.free_of_interest(one.user, "agent")?;
        nobody_stands_on_both_sides(Some(one.user), order.handler(), "agent")?;
    }
    give.the_stand_in_may_too(|user, org| judge(&order.inquiry(user, org)))?;
    let mandate = give.clone().into_mandate(&judged, env)?;
    let stops = transition(CommandKind::GiveMandate).stops;
    let mut clocks = lifecycle::stop(&order.clocks, stops, env.now());
    let days = mandate.until.since(env.ctx.today()).map_or(1, |span| span.get_days().max(1));
    let term = env.start_clock(TERM, env.now(), Some(u32::try_from(days).unwrap_or(1)))?;
    clocks.push(ClockMove::Started(term));
    Ok(vec![Event { fact: Fact::MandateGiven(Box::new(mandate)), clocks }])
}

/// The agency ends, and its clocks with it.
pub(super) fn ended(order: &WorkOrder, end: MandateEnd, reason: Option<Text<500>>, env: &Env<'_>) -> Event {
    let clocks = lifecycle::stop(&order.clocks, &[TERM, MISSING], env.now());
    Event { fact: Fact::MandateEnded { end, reason }, clocks }
}

impl WorkOrder {
    /// What the rules of rules.md 3.2 look at, for this agent.
    #[must_use]
    pub fn inquiry(&self, agent: UserId, org: Option<OrgId>) -> Inquiry {
        Inquiry {
            unit_complained_of: self.respondent.is_some() && self.respondent == org,
            agent_concerned: self.agency.bars(agent),
            ..Inquiry::default()
        }
    }

    /// Who acts for her, or was the last to: access asks this one together with [`WorkOrder::agent_until`].
    #[must_use]
    pub fn last_agent(&self) -> Option<UserId> {
        self.agent.or_else(|| self.agency.past.last().map(|ended| ended.agent))
    }

    /// Until when [`WorkOrder::last_agent`] may look: the end of the mandate; while it is missing the day by which it has to be
    /// there; when it ended, that moment.
    #[must_use]
    pub fn agent_until(&self) -> Option<Timestamp> {
        match (self.agent, &self.agency.mandate) {
            (Some(_), Some(mandate)) => Some(mandate.ends_at()),
            (Some(_), None) => self.clocks.iter().rev().find(|clock| clock.def == MISSING).map(|clock| clock.due_at),
            (None, _) => self.agency.past.last().map(|ended| ended.at),
        }
    }

    /// Who took it down, as access knows it: whoever acted for her and does not any more has lost that too.
    #[must_use]
    pub fn registrar_still(&self) -> Option<UserId> {
        self.registrar.filter(|user| self.agent == Some(*user) || !self.agency.was_agent(*user))
    }

    pub(super) fn apply_agency(&mut self, fact: &Fact, event: &Recorded<Fact>) {
        match fact {
            Fact::MandateGiven(mandate) => self.take_up(mandate, event.at),
            Fact::MandateEnded { end, reason } => self.end_agency(*end, reason.clone(), event.at),
            Fact::InterestDeclared { ground } => {
                if let Some(by) = event.actor.user() {
                    self.agency.declarations.push(Declaration { by, ground: *ground, at: event.at });
                }
            }
            Fact::AgentChanged { from, to, station, reason } => {
                let before = self.agency.mandate.clone();
                let (reason, at) = (Some(reason.clone()), event.at);
                self.agency.past.push(Ended { agent: *from, mandate: before, end: MandateEnd::Left, reason, at });
                self.agent = Some(*to);
                self.agent_station = Some(*station);
                if let Some(mandate) = &mut self.agency.mandate {
                    (mandate.agent, mandate.org, mandate.stand_in) = (*to, *station, None);
                }
            }
            _ => {}
        }
    }

    /// A mandate takes the place of the one before, and of another agent.
    fn take_up(&mut self, mandate: &Mandate, at: Timestamp) {
        let other = self.agent.is_some_and(|agent| agent != mandate.agent);
        if other || self.agency.mandate.is_some() {
            self.end_agency(MandateEnd::Replaced, None, at);
        }
        self.agent = Some(mandate.agent);
        self.agency.mode.get_or_insert(Mode::Entrusted);
        self.agency.mandate = Some(mandate.clone());
    }

    fn end_agency(&mut self, end: MandateEnd, reason: Option<Text<500>>, at: Timestamp) {
        if let Some(agent) = self.agent.take() {
            let mandate = self.agency.mandate.take();
            self.agency.past.push(Ended { agent, mandate, end, reason, at });
        }
    }
}
