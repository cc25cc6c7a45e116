//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use jiff::Timestamp;
use kernel::{OrgId, Text};

use super::{
    commands::Command,
    events::{Event, Fact, Received},
    model::{Disposition, Objection, Order, Stage, Work, WorkOrder},
};
use crate::{
    agency::{Agency, Mode},
    case::{DispatchKind, Grade, Hop, Rating, Resolution},
    escalation::Rises,
    lifecycle,
};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(WorkOrder as WorkOrder, id, Received => begin);

fn begin(fact: &Received, first: &Recorded) -> WorkOrder {
    WorkOrder {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        centre: fact.centre,
        channel: fact.channel,
        received_at: fact.received_at,
        registered_at: first.at,
        title: fact.title.clone(),
        facts: fact.facts.clone(),
        petitioner: fact.petitioner,
        grid: fact.grid,
        registrar: first.actor.user(),
        respondent: fact.respondent,
        category: fact.category.clone(),
        order: Order::Received,
        resolution: Resolution::Unknown,
        hops: vec![],
        returns: 0,
        reworks: 0,
        clocks: vec![],
        overdue: vec![],
        answered_at: None,
        rating: None,
        sayings: vec![],
        clusters: vec![],
        rises: Rises::default(),
        agent: fact.agent,
        agent_station: None,
        agency: Agency {
            mode: Mode::at_registration(fact.channel, fact.agent.is_some()),
            declined: fact.declined.clone(),
            ..Agency::default()
        },
        leadership: crate::leadership::Leadership::default(),
        urgent: crate::urgent::Urgent::default(),
        version: first.seq,
    }
}

impl WorkOrder {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::Answered { .. } | Fact::Redirected { .. } | Fact::Converted { .. } | Fact::Closed => {
                self.apply_end(fact, event);
            }
            Fact::Dispatched { to, category } => {
                if category.is_some() {
                    self.category.clone_from(category);
                }
                self.send(*to, false, event.at);
            }
            Fact::Objected { .. } | Fact::ObjectionRejected { .. } | Fact::ObjectionApproved { .. } => {
                self.apply_return(fact, event);
            }
            Fact::Claimed { .. }
            | Fact::Contacted { .. }
            | Fact::Replied { .. }
            | Fact::Done { .. }
            | Fact::FollowedUp { .. }
            | Fact::Reworked => self.apply_work(fact, event),
            Fact::Escalated { to, .. } => {
                let from = self.holder();
                self.hops.push(Hop { from, to: *to, kind: DispatchKind::Forward, at: event.at });
                self.order = Order::Escalated(Work { unit: *to, since: event.at, settled: true, handler: None });
            }
            Fact::Raised(_) | Fact::Redone(_) | Fact::BroughtDown(_) => self.apply_rise(fact, event),
            Fact::Rated { grade, comment } => self.rate(*grade, comment.clone(), event.at),
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            Fact::HandedOver { to, .. } => {
                if let Some(work) = self.work_mut() {
                    work.handler = Some(*to);
                }
            }
            Fact::MandateGiven(_)
            | Fact::MandateEnded { .. }
            | Fact::InterestDeclared { .. }
            | Fact::AgentChanged { .. } => self.apply_agency(fact, event),
            Fact::LookAlikeSaid { other, said } => crate::cause::apply(&mut self.sayings, *other, *said),
            Fact::ClusterNoted(note) => crate::cluster::note_on(&mut self.clusters, note),
            Fact::Led { deed } => self.leadership.apply(deed, event.at, event.actor),
            Fact::UrgentReported { deed } => self.urgent.apply(deed, event.at, event.actor),
            Fact::Received(_)
            | Fact::Extended { .. }
            | Fact::CallMissed { .. }
            | Fact::Supervised(_)
            | Fact::SupervisionNoted(_)
            | Fact::Progressed { .. }
            | Fact::ClocksRecomputed { .. } => {}
        }
    }

    fn apply_end(&mut self, fact: &Fact, event: &Recorded) {
        let at = event.at;
        match fact {
            Fact::Answered { .. } => {
                self.order = Order::Answered { at };
                self.resolution = Resolution::ResolvedUnconfirmed;
                self.answered_at = Some(at);
            }
            Fact::Redirected { disposition, .. } => {
                self.order = Order::Redirected { disposition: *disposition, at };
                self.resolution = match disposition {
                    Disposition::EmergencyTransfer | Disposition::LegalChannel => Resolution::RoutedPending,
                    _ => Resolution::NotSupportedExplained,
                };
            }
            Fact::Converted { petition } => self.order = Order::Converted { petition: *petition, at },
            _ => self.order = Order::Closed { work: self.work().cloned(), at },
        }
    }

    /// An order that rises is worked on one level up; one that comes down goes back to whoever had it.
    fn apply_rise(&mut self, fact: &Fact, event: &Recorded) {
        let from = self.holder();
        let mut hand = |to: OrgId, order: fn(Work) -> Order| {
            self.hops.push(Hop { from, to, kind: DispatchKind::Forward, at: event.at });
            self.order = order(Work { unit: to, since: event.at, settled: true, handler: None });
        };
        match fact {
            Fact::Raised(raised) => {
                hand(raised.to, Order::Escalated);
                self.rises.raise(raised, event.at, event.actor);
            }
            Fact::BroughtDown(down) => {
                hand(down.to, Order::Dispatched);
                self.rises.bring_down(down, event.at, event.actor);
            }
            Fact::Redone(redone) => self.rises.redo(redone, event.at, event.actor),
            _ => {}
        }
    }

    fn rate(&mut self, grade: Grade, comment: Option<Text<1000>>, at: Timestamp) {
        // A new answer is rated anew: its seven days begin again.
        let first_at = match &self.rating {
            Some(rating) if self.answered_at.is_none_or(|answered| answered <= rating.at) => rating.first_at,
            _ => at,
        };
        self.rating = Some(Rating { grade, comment, first_at, at });
    }

    fn send(&mut self, to: OrgId, settled: bool, at: Timestamp) {
        self.hops.push(Hop { from: self.centre, to, kind: DispatchKind::Forward, at });
        self.order = Order::Dispatched(Work { unit: to, since: at, settled, handler: None });
    }

    fn apply_return(&mut self, fact: &Fact, event: &Recorded) {
        let Some(work) = self.work().cloned() else { return };
        match (fact, event.actor.user()) {
            (Fact::Objected { reason }, Some(by)) => {
                let objection = Objection { reason: reason.clone(), by, at: event.at };
                self.order = Order::Objected { work, objection };
            }
            (Fact::ObjectionRejected { .. }, _) => self.order = Order::Dispatched(Work { settled: true, ..work }),
            (Fact::ObjectionApproved { to, .. }, _) => {
                self.returns += 1;
                self.send(*to, true, event.at);
            }
            _ => {}
        }
    }

    fn apply_work(&mut self, fact: &Fact, event: &Recorded) {
        let (Some(work), stage) = (self.work().cloned(), self.stage()) else {
            return;
        };
        self.order = match fact {
            Fact::Claimed { handler } => Order::Claimed(Work { handler: Some(*handler), ..work }),
            // Speaking with the person again later does not take the order back.
            Fact::Contacted { .. } if stage == Stage::Claimed => Order::Contacted(work),
            Fact::Replied { .. } => Order::Replied(work),
            Fact::Done { .. } => {
                self.resolution = Resolution::ResolvedUnconfirmed;
                self.answered_at = Some(event.at);
                Order::Done(work)
            }
            Fact::FollowedUp { solved, .. } => {
                self.resolution = if *solved { Resolution::ResolvedConfirmed } else { Resolution::Unresolved };
                Order::FollowedUp(work)
            }
            Fact::Reworked => {
                self.reworks += 1;
                Order::Rework(work)
            }
            _ => return,
        };
    }
}
