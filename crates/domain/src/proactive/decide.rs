//! Decide: pure.

use kernel::{CaseId, CaseNumber, OrgId, Refusal, Text, UserId};

use super::{
    commands::{Command, Observe},
    events::{Event, Fact, Observed},
    model::{Find, Level, Stage},
    rules,
    transitions::{FORGET, STATUTORY, TERM},
    urgent::{self, Danger, Told},
};
use crate::{
    agency::{Inquiry, judge},
    env::Env,
    escalation::ByRule,
    lifecycle::{self, ClockMove, a_person},
    mandate::{Give, MandateEnd},
};

impl Find {
    /// The first event.
    ///
    /// # Errors
    /// `received-in-future`.
    pub fn observe(cmd: Observe, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        crate::petition::rules::received_is_past(cmd.observed_at, env)?;
        Ok(Event::of(Fact::Observed(Box::new(Observed {
            id,
            number,
            division: cmd.division,
            ladder: cmd.ladder,
            signal: cmd.signal,
            observed_at: cmd.observed_at,
            person: cmd.person,
        }))))
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let row = self.row_now(command.kind())?;
        if let Some(user) = env.actor.user() {
            self.agency.free_of_interest(user, "")?;
        }
        let stopping = |fact| Event { fact, clocks: lifecycle::stop(&self.clocks, row.stops, env.now()) };
        match command {
            Command::Assign { agent, org } => self.assign(*agent, *org, env),
            Command::Inform => Ok(vec![Event::of(Fact::Informed)]),
            Command::Consent => {
                // 3.5: informal time counts. The statutory fifteen days run from the day it was first seen.
                let clock = env.start_clock(STATUTORY, self.observed_at, None)?;
                let clocks = vec![ClockMove::Started(clock)];
                Ok(vec![Event { fact: Fact::Consented, clocks: with_stopped(self, clocks, &[FORGET], env) }])
            }
            Command::Decline => {
                let days = u32::try_from(env.settings.declined_days).unwrap_or(1);
                let clock = env.start_clock(FORGET, env.now(), Some(days))?;
                Ok(vec![Event { fact: Fact::Declined, clocks: vec![ClockMove::Started(clock)] }])
            }
            Command::Revisit => {
                rules::she_is_left_in_peace(self, env)?;
                Ok(vec![Event::of(Fact::Revisited)])
            }
            Command::GiveMandate(give) => self.give_mandate(give, env),
            Command::RevokeMandate { reason } => {
                if self.agent.is_none() {
                    return Err(Refusal::rule("mandate-nothing-to-revoke", "3.3", ""));
                }
                Ok(vec![stopping(Fact::MandateEnded { end: MandateEnd::Revoked, reason: reason.clone() })])
            }
            Command::Progress { note } => Ok(vec![Event::of(Fact::Progressed { note: note.clone() })]),
            Command::Resolve { what } => {
                rules::the_agent_has_her_mandate(self, env)?;
                Ok(vec![Event::of(Fact::AgentResolved { what: what.clone() })])
            }
            Command::Confirm { solved: true } => Ok(vec![stopping(Fact::Confirmed)]),
            Command::Confirm { solved: false } => self.not_settled(env),
            Command::Escalate => Ok(vec![self.rise(rules::there_is_a_level_above(self)?, None, env)?]),
            Command::RaiseByRule { rule, org } => self.raise_by_rule(rule, *org, env),
            Command::Mediate => {
                rules::the_agent_has_her_mandate(self, env)?;
                Ok(vec![Event::of(Fact::MediationBegan)])
            }
            Command::EndMediation { agreed, what } => self.end_mediation(*agreed, what, env),
            Command::ReportUrgent { danger, told } => report_urgent(*danger, told, env),
            Command::Reopen { note } => Self::reopen(note, env),
            Command::Convert { petition } => Ok(vec![stopping(Fact::Converted { petition: *petition })]),
            Command::MarkOverdue { clock } => self.mark_overdue(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    /// 10.5: the lead of the point names somebody without interest; article 28.3.
    /// A mandate does not pass on by itself (Civil Code 169): with the agent who leaves it ends.
    fn assign(&self, agent: UserId, org: OrgId, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let judged = judge(&Inquiry { agent_concerned: self.agency.bars(agent), ..Inquiry::default() });
        judged.allows_an_agent().map_err(|refusal| refusal.on("agent"))?;
        let mut events = vec![];
        if self.agent.is_some_and(|before| before != agent) && self.agency.mandate.is_some() {
            let fact = Fact::MandateEnded { end: MandateEnd::Left, reason: None };
            events.push(Event { fact, clocks: lifecycle::stop(&self.clocks, &[TERM], env.now()) });
        }
        events.push(Event::of(Fact::Assigned { agent, org }));
        Ok(events)
    }

    fn give_mandate(&self, give: &Give, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::one_mandate_at_a_time(self)?;
        let inquiry = Inquiry { agent_concerned: self.agency.bars(give.agent), ..Inquiry::default() };
        let judged = judge(&inquiry.of(give.giver.capacity, give.giver.guardian.is_some()));
        let of = |user, _| judge(&Inquiry { agent_concerned: self.agency.bars(user), ..Inquiry::default() });
        give.the_stand_in_may_too(of)?;
        let mandate = give.clone().into_mandate(&judged, env)?;
        let days = mandate.until.since(env.ctx.today()).map_or(1, |span| span.get_days().max(1));
        let term = env.start_clock(TERM, env.now(), Some(u32::try_from(days).unwrap_or(1)))?;
        let mut clocks = vec![ClockMove::Started(term)];
        // The days of the village begin once; a second mandate changes none of them.
        if let (Stage::Consented, Some(def)) = (self.stage(), Level::Village.clock()) {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        Ok(vec![Event { fact: Fact::MandateGiven(Box::new(mandate)), clocks }])
    }

    /// What both sides agreed is what was done; where they did not, the matter goes on.
    fn end_mediation(&self, agreed: bool, what: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::the_agent_has_her_mandate(self, env)?;
        let what = what.clone();
        let next = if agreed { Fact::AgentResolved { what } } else { Fact::Progressed { note: what } };
        Ok(vec![Event::of(Fact::MediationEnded { agreed }), Event::of(next)])
    }

    /// What she does not confirm rises; at the top it waits for the statutory procedure.
    fn not_settled(&self, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let mut events = vec![Event::of(Fact::NotSettled)];
        if let Some(level) = self.level().and_then(Level::above) {
            events.push(self.rise(level, None, env)?);
        }
        Ok(events)
    }

    /// 3.5: a rule of the jurisdiction, when what it looks at is there; only the system raises by rule.
    fn raise_by_rule(&self, rule: &ByRule, org: Option<OrgId>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::the_rule_sees_what_it_says(self, rule, env)?;
        let to = rules::there_is_a_level_above(self)?;
        Ok(vec![self.rise(to, Some((rule.clone(), org)), env)?])
    }

    fn rise(&self, to: Level, by: Option<(ByRule, Option<OrgId>)>, env: &Env<'_>) -> Result<Event, Refusal> {
        let mut clocks = lifecycle::stop(&self.clocks, &["AGENCY_VILLAGE_3WD", "AGENCY_TOWNSHIP_7WD"], env.now());
        if let Some(def) = to.clock() {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        let (rule, org) = by.map_or((None, None), |(rule, org)| (Some(rule), org));
        // Where the ladder already names whom the rule finds, nothing is said twice.
        let org = org.filter(|org| self.ladder.get(to as usize) != Some(org));
        Ok(Event { fact: Fact::Escalated { to, org, rule }, clocks })
    }

    /// The look-back found it again: the fifteen days begin with what is new.
    fn reopen(note: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let clock = env.start_clock(STATUTORY, env.now(), None)?;
        Ok(vec![Event { fact: Fact::Reopened { note: note.clone() }, clocks: vec![ClockMove::Started(clock)] }])
    }

    fn mark_overdue(&self, id: kernel::ClockId, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let clock = lifecycle::ran_out(&self.clocks, &self.overdue, id, env)?;
        match clock.def.as_str() {
            FORGET => Ok(vec![Event { fact: Fact::Forgotten, clocks: with_stopped(self, vec![], &[FORGET], env) }]),
            TERM => Ok(vec![Event {
                fact: Fact::MandateEnded { end: MandateEnd::Expired, reason: None },
                clocks: with_stopped(self, vec![], &[TERM], env),
            }]),
            // Whether it rises for that, and to whom, is the jurisdiction's rule ([`Command::RaiseByRule`]).
            _ => self.clock_ran_out(id, env),
        }
    }
}

/// Article 25: at any stage, by whoever sees it.
fn report_urgent(danger: Danger, told: &[Told], env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    urgent::whoever_must_know_was_told(danger, told)?;
    Ok(vec![Event::of(Fact::UrgentReported { danger, told: told.to_vec() })])
}

fn with_stopped(find: &Find, mut clocks: Vec<ClockMove>, defs: &[&str], env: &Env<'_>) -> Vec<ClockMove> {
    clocks.splice(0..0, lifecycle::stop(&find.clocks, defs, env.now()));
    clocks
}
