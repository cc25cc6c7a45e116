//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use kernel::ClockId;

use super::{
    life::{Command, Event, Fact},
    model::{Cluster, Founded, Member, Step, Told, Way},
};
use crate::{
    lifecycle,
    owed::{Report, Track},
};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Cluster as Cluster, founded.id, Founded => begin);

fn begin(founded: &Founded, first: &Recorded) -> Cluster {
    Cluster {
        founded: founded.clone(),
        founded_at: first.at,
        members: vec![],
        steps: vec![],
        ways: vec![],
        advice: vec![],
        told: vec![],
        closed: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Cluster {
    fn apply_fact(&mut self, fact: &Fact, next: &Recorded) {
        match fact {
            Fact::TeamSet { lead, team } => (self.founded.lead, self.founded.team) = (*lead, team.clone()),
            Fact::Joined { case, number } => {
                self.members.push(Member { case: *case, number: number.clone(), at: next.at, left: None });
            }
            Fact::Left { case, reason } => {
                let member = self.members.iter_mut().find(|member| member.case == *case && member.left.is_none());
                if let Some(member) = member {
                    member.left = Some((next.at, reason.clone()));
                }
            }
            Fact::AdviceLinked { advice, number } => self.advice.push((*advice, number.clone())),
            Fact::Told { text } => self.told.push(Told { at: next.at, text: text.clone() }),
            Fact::Closed { summary } => self.closed = Some((next.at, summary.clone())),
            Fact::Reopened { .. } => self.closed = None,
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            Fact::WayProposed(_) | Fact::WayApproved | Fact::WayReturned { .. } => self.follow_way(fact, next),
            Fact::Founded(_) | Fact::ClocksRecomputed { .. } => {}
            _ => self.follow_step(fact, next, next.event.clocks.first().map(|moved| moved.clock().id)),
        }
    }

    fn follow_way(&mut self, fact: &Fact, next: &Recorded) {
        match (fact, next.actor.user(), self.ways.last_mut()) {
            (Fact::WayProposed(text), Some(by), _) => {
                self.ways.push(Way { text: text.as_ref().clone(), by, at: next.at, approved: None, returned: None });
            }
            (Fact::WayApproved, Some(by), Some(way)) => way.approved = Some((by, next.at)),
            (Fact::WayReturned { reason }, _, Some(way)) => way.returned = Some(reason.clone()),
            _ => {}
        }
    }

    fn follow_step(&mut self, fact: &Fact, next: &Recorded, clock: Option<ClockId>) {
        if let Fact::StepPut { text, owner, due } = fact {
            let no = u16::try_from(self.steps.len() + 1).unwrap_or(u16::MAX);
            let track = Track { clocks: clock.into_iter().collect(), ..Track::default() };
            self.steps.push(Step { no, text: text.clone(), owner: *owner, due: *due, track, dropped: None });
            return;
        }
        let (Fact::StepDropped { step: no, .. }
        | Fact::Answered { step: no, .. }
        | Fact::Accepted { step: no }
        | Fact::Returned { step: no, .. }
        | Fact::Reminded { step: no }) = fact
        else {
            return;
        };
        let Some(step) = self.steps.iter_mut().find(|step| step.no == *no) else { return };
        match (fact, next.actor.user()) {
            (Fact::StepDropped { reason, .. }, _) => step.dropped = Some(reason.clone()),
            (Fact::Answered { on, evidence, .. }, Some(by)) => {
                step.track.answers.push((Report { on: *on, evidence: evidence.clone(), by, at: next.at }, None));
            }
            (Fact::Accepted { .. }, _) => step.track.settled_at = Some(next.at),
            (Fact::Returned { reason, due, .. }, _) => {
                step.track.hand_back(reason, clock);
                step.due = *due;
            }
            (Fact::Reminded { .. }, _) => step.track.reminded_at = Some(next.at),
            _ => {}
        }
    }
}
