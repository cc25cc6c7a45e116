//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use kernel::{NonEmpty, OrgId};

use super::{
    commands::Command,
    events::{Event, Fact, Registered},
    model::{Answered, Course, Draft, ItemEnd, Objection, Point, Reply, Reward, Study, Suggestion, Track, Work},
};
use crate::{
    case::{DispatchKind, Hop, Rating},
    lifecycle,
};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Suggestion as Suggestion, id, Registered => begin);

fn begin(fact: &Registered, first: &Recorded) -> Option<Suggestion> {
    let points = fact.points.iter().zip(1u16..).map(|(text, no)| Point { no, text: text.clone() }).collect();
    Some(Suggestion {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        bureau: fact.bureau,
        channel: fact.channel,
        received_at: fact.received_at,
        registered_at: first.at,
        title: fact.title.clone(),
        facts: fact.facts.clone(),
        points: NonEmpty::parse("points", points).ok()?,
        petitioner: fact.petitioner,
        registrar: first.actor.user(),
        agent: fact.agent,
        agent_until: fact.agent_until,
        category: fact.category.clone(),
        call: fact.call,
        moved_from: fact.moved_from.clone(),
        publish: fact.publish,
        course: Course::Registered,
        hops: vec![],
        reward: None,
        rating: None,
        nudged_at: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    })
}

impl Suggestion {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::Forwarded { from, to, category } => {
                if category.is_some() {
                    self.category.clone_from(category);
                }
                self.sent(*from, *to, event);
            }
            Fact::ObjectionApproved { to, .. } => self.sent(self.bureau, *to, event),
            Fact::Objected { .. } | Fact::ObjectionRejected { .. } => self.apply_objection(fact, event),
            Fact::Replied { .. } | Fact::ItemDone { .. } | Fact::ItemGivenUp { .. } | Fact::Closed | Fact::Archived => {
                self.apply_reply(fact, event);
            }
            Fact::RewardConsidered { granted, text } => {
                let reward = |by| Reward { granted: *granted, text: text.clone(), by, at: event.at };
                self.reward = event.actor.user().map(reward);
            }
            Fact::Withdrawn { .. } => self.course = Course::Withdrawn { unit: self.unit(), at: event.at },
            Fact::Nudged => self.nudged_at = Some(event.at),
            Fact::PublicationSaid { allowed } => self.publish = *allowed,
            Fact::Rated { grade, comment } => {
                let first_at = self.rating.as_ref().map_or(event.at, |rating| rating.first_at);
                self.rating = Some(Rating { grade: *grade, comment: comment.clone(), first_at, at: event.at });
            }
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            _ => self.apply_study(fact, event),
        }
    }

    fn sent(&mut self, from: OrgId, to: OrgId, event: &Recorded) {
        // Whoever got it by a decision about an objection keeps it.
        let settled = matches!(self.course, Course::Objected { .. });
        self.hops.push(Hop { from, to, kind: DispatchKind::Forward, at: event.at });
        self.course = Course::Forwarded(Work { unit: to, since: event.at, settled });
    }

    fn apply_objection(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, self.course.clone(), event.actor.user()) {
            (Fact::Objected { reason }, Course::Forwarded(work), Some(by)) => {
                let objection = Objection { reason: reason.clone(), by, at: event.at };
                self.course = Course::Objected { work, objection };
            }
            (Fact::ObjectionRejected { .. }, Course::Objected { work, .. }, _) => {
                self.course = Course::Forwarded(Work { settled: true, ..work });
            }
            _ => {}
        }
    }

    fn apply_study(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, &mut self.course) {
            (Fact::TakenUp { handler, simple }, Course::Forwarded(work)) => {
                let track = simple.clone().map_or(Track::Ordinary, |reason| Track::Simple { reason });
                let work = work.clone();
                self.course = Course::Studying(Study { work, handler: *handler, since: event.at, track, draft: None });
            }
            (Fact::Reassigned { handler, .. }, Course::Studying(study)) => {
                study.handler = *handler;
                // Whoever studies it now says herself when the reply is whole.
                if let Some(draft) = &mut study.draft {
                    draft.submitted = false;
                }
            }
            (Fact::DraftSaved { findings, answers, submitted }, Course::Studying(study)) => {
                let Some(by) = event.actor.user() else { return };
                let (findings, mut answers) = (findings.clone(), answers.clone());
                answers.sort_by_key(|answer| answer.point);
                study.draft = Some(Draft { by, at: event.at, findings, answers, submitted: *submitted });
            }
            (Fact::DraftReturned { .. }, Course::Studying(Study { draft: Some(draft), .. })) => draft.submitted = false,
            _ => {}
        }
    }

    fn apply_reply(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, self.course.clone()) {
            (Fact::Replied { number, items }, Course::Studying(Study { work, handler, draft: Some(draft), .. })) => {
                let Some(signed_by) = event.actor.user() else { return };
                let reply = Reply {
                    number: number.clone(),
                    findings: draft.findings,
                    answers: draft.answers,
                    drafted_by: draft.by,
                    signed_by,
                    at: event.at,
                };
                let (unit, items) = (work.unit, items.clone());
                self.course = Course::Answered(Answered { unit, handler, reply, items, closed: None, archived: None });
            }
            (_, Course::Answered(mut answered)) => {
                match fact {
                    Fact::ItemDone { item, on, evidence } => {
                        let end = ItemEnd::Done { on: *on, evidence: evidence.clone(), at: event.at };
                        answered.end(*item, end);
                    }
                    Fact::ItemGivenUp { item, reason } => {
                        answered.end(*item, ItemEnd::GivenUp { reason: reason.clone(), at: event.at });
                    }
                    Fact::Closed => answered.closed = Some(event.at),
                    Fact::Archived => answered.archived = Some(event.at),
                    _ => {}
                }
                self.course = Course::Answered(answered);
            }
            _ => {}
        }
    }
}

impl Answered {
    fn end(&mut self, no: u16, end: ItemEnd) {
        if let Some(item) = self.items.iter_mut().find(|item| item.no == no) {
            item.end = Some(end);
        }
    }
}
