//! Apply: total.

use jiff::Timestamp;
use kernel::OrgId;

use super::{
    commands::Command,
    events::{Event, Fact, Observed},
    model::{Find, Level, Progress},
    urgent::Urgent,
};
use crate::{
    agency::{Agency, Mode},
    lifecycle,
    mandate::{Ended, MandateEnd},
};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Find as Find, id, Observed => begin);

fn begin(fact: &Observed, first: &Recorded) -> Option<Find> {
    Some(Find {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        ladder: fact.ladder.clone(),
        signal: fact.signal,
        observed_at: fact.observed_at,
        finder: first.actor.user()?,
        person: fact.person,
        agent: None,
        progress: Progress::Observed,
        revisits: 0,
        urgent: vec![],
        agency: Agency::default(),
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    })
}

impl Find {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        let at = event.at;
        match fact {
            Fact::Assigned { agent, .. } => self.agent = Some(*agent),
            Fact::AgentChanged { from, to, station, reason } => {
                self.agent = Some(*to);
                let (mandate, reason) = (self.agency.mandate.clone(), Some(reason.clone()));
                self.agency.past.push(Ended { agent: *from, mandate, end: MandateEnd::Left, reason, at });
                if let Some(mandate) = &mut self.agency.mandate {
                    (mandate.agent, mandate.org, mandate.stand_in) = (*to, *station, None);
                }
            }
            Fact::Informed => self.progress = Progress::Informed { at },
            Fact::Consented => self.progress = Progress::Consented { at },
            Fact::Declined => {
                self.progress = Progress::Declined { at };
                self.agent = None;
            }
            Fact::Revisited => self.revisits += 1,
            Fact::MandateGiven(mandate) => {
                self.agent = Some(mandate.agent);
                self.agency.mode.get_or_insert(Mode::Proactive);
                self.agency.mandate = Some((**mandate).clone());
                // A new agent's mandate, after the first one left, finds the matter where it is.
                if self.level().is_none() {
                    self.progress = Progress::Handling { level: Level::Village, at };
                }
            }
            Fact::MandateEnded { end, reason } => {
                if let Some(agent) = self.agent.take() {
                    let mandate = self.agency.mandate.take();
                    self.agency.past.push(Ended { agent, mandate, end: *end, reason: reason.clone(), at });
                }
            }
            Fact::AgentResolved { what } => {
                let level = self.level().unwrap_or(Level::Village);
                self.progress = Progress::AgentResolved { level, what: what.clone(), at };
            }
            Fact::Confirmed => {
                self.progress = Progress::Closed { level: self.level().unwrap_or(Level::Village), at };
            }
            // What they agreed to in mediation follows as what was done.
            Fact::NotSettled | Fact::Reopened { .. } | Fact::MediationEnded { .. } => {
                self.progress = Progress::Handling { level: self.level().unwrap_or(Level::Village), at };
            }
            Fact::Escalated { to, org, .. } => self.rise_to(*to, *org, at),
            Fact::MediationBegan => {
                self.progress = Progress::Mediating { level: self.level().unwrap_or(Level::Village), at };
            }
            Fact::UrgentReported { danger, told } => {
                if let Some(by) = event.actor.user() {
                    self.urgent.push(Urgent { danger: *danger, told: told.clone(), by, at });
                }
            }
            Fact::Converted { petition } => self.progress = Progress::Converted { petition: *petition, at },
            Fact::Forgotten => self.progress = Progress::Forgotten { at },
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            Fact::Observed(_) | Fact::Progressed { .. } | Fact::ClocksRecomputed { .. } => {}
        }
    }

    /// Mediation goes on when the level above takes the matter; nothing that she or the agent did is undone.
    fn rise_to(&mut self, to: Level, org: Option<OrgId>, at: Timestamp) {
        self.progress = match self.progress {
            Progress::Mediating { .. } => Progress::Mediating { level: to, at },
            _ => Progress::Handling { level: to, at },
        };
        if let (Some(org), Some(step)) = (org, self.ladder.get_mut(to as usize)) {
            *step = org;
        }
        self.agency.mode = Some(Mode::Escalated);
    }
}
