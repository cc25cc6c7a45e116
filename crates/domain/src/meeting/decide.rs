//! What may be decided, and what follows from it.

use jiff::civil::Date;
use kernel::{CaseId, OrgId, Refusal, Text};

use super::{
    life::{Command, CommandKind, DECISION, Event, Fact},
    model::{Called, Decision, Item, ItemKind, Meeting, Resolved},
};
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
    owed::{self, Report, Track, Under},
};

type Recorded = lifecycle::Recorded<Fact>;

const UNDER: Under = Under("R-114", "A12");

fn broken(code: &str) -> Refusal {
    Refusal::rule(code, "R-114", "A12")
}

impl Meeting {
    /// The first event of a new meeting.
    ///
    /// # Errors
    /// `meeting-past` for a day that is over, `meeting-alone` when no other unit attends.
    pub fn call(called: Called, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        not_past(called.on, env)?;
        if called.units.iter().all(|unit| *unit == called.office) {
            return Err(Refusal::rule("meeting-alone", "R-114", "A11").on("units"));
        }
        Ok(Event::of(Fact::Called(Box::new(called))))
    }

    fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.row_now(command.kind())?;
        let one = |event: Event| vec![event];
        match command {
            Command::Move { on, from, place } => {
                not_past(*on, env)?;
                self.nothing_decided(CommandKind::Move)?;
                Ok(one(Event::of(Fact::Moved { on: *on, from: from.clone(), place: place.clone() })))
            }
            Command::PutItem(item) => self.put(item, env).map(one),
            Command::DropItem { item, reason } => {
                self.still_open(*item)?;
                Ok(one(Event::of(Fact::ItemDropped { item: *item, reason: reason.clone() })))
            }
            Command::Decide(resolved) => self.resolve(resolved, env).map(one),
            Command::CloseMinutes => self.close(env).map(one),
            Command::Answer { decision, on, evidence } => self.answer(*decision, *on, evidence, env).map(one),
            Command::Accept { decision } => {
                self.judged(*decision, env)?;
                Ok(one(Event::of(Fact::Accepted { decision: *decision })))
            }
            Command::Return { decision, reason, due } => {
                self.judged(*decision, env)?;
                let clock = ClockMove::Started(owed::clock_until(DECISION, *due, env)?);
                let fact = Fact::Returned { decision: *decision, reason: reason.clone(), due: *due };
                Ok(one(Event { fact, clocks: vec![clock] }))
            }
            Command::Remind { decision } => self.remind(*decision, env).map(one),
            Command::CallOff { reason } => {
                self.nothing_decided(CommandKind::CallOff)?;
                Ok(one(Event::of(Fact::CalledOff { reason: reason.clone() })))
            }
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    /// Once something was decided it has been held, and stays where it was.
    fn nothing_decided(&self, kind: CommandKind) -> Result<(), Refusal> {
        if self.decisions.is_empty() { Ok(()) } else { Err(broken("meeting-held").with("command", kind.key())) }
    }

    fn put(&self, item: &Item, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        match (item.kind, &item.case) {
            (ItemKind::Topic, Some(_)) | (ItemKind::Matter | ItemKind::Dispute, None) => {
                return Err(broken("meeting-item-case").on("case"));
            }
            (_, Some((case, number))) if self.open_items().any(|one| is_about(one, *case)) => {
                return Err(broken("meeting-item-twice").on("case").with("number", number));
            }
            _ => {}
        }
        let no = self.items.last().map_or(1, |last| last.no.saturating_add(1));
        Ok(Event::of(Fact::ItemPut(Box::new(Item { no, dropped: None, ..item.clone() }))))
    }

    fn still_open(&self, no: u16) -> Result<&Item, Refusal> {
        let item = self.item(no).ok_or_else(|| Refusal::invalid("item", "meeting-unknown"))?;
        if item.dropped.is_some() || self.decided(no).next().is_some() {
            return Err(broken("meeting-item-settled").with("item", no));
        }
        Ok(item)
    }

    /// An item may have several decisions, one for each unit that owes something; a dispute has one, and no date of its own.
    fn resolve(&self, resolved: &Resolved, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        if self.called.on > env.ctx.today() {
            return Err(broken("meeting-early").with("day", self.called.on));
        }
        let item = self.item(resolved.item).ok_or_else(|| Refusal::invalid("item", "meeting-unknown"))?;
        if item.dropped.is_some() {
            return Err(broken("meeting-item-settled").with("item", item.no));
        }
        if resolved.owner == self.called.office {
            return Err(broken("meeting-to-oneself").on("owner"));
        }
        if self.decided(item.no).any(|one| item.kind == ItemKind::Dispute || one.resolved.owner == resolved.owner) {
            return Err(broken("meeting-decided-twice").on("owner"));
        }
        let clocks = match (item.kind, resolved.due) {
            (ItemKind::Dispute, None) => vec![],
            (ItemKind::Dispute, Some(_)) => return Err(broken("meeting-dispute-due").on("due")),
            (_, None) => return Err(Refusal::invalid("due", "owed-due")),
            (_, Some(due)) => vec![ClockMove::Started(owed::clock_until(DECISION, due, env)?)],
        };
        Ok(Event { fact: Fact::Decided(Box::new(resolved.clone())), clocks })
    }

    fn close(&self, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        if self.items.is_empty() {
            return Err(broken("meeting-empty"));
        }
        match self.open_items().next() {
            Some(open) => Err(broken("meeting-item-open").with("item", open.no)),
            None => Ok(Event::of(Fact::Minuted)),
        }
    }

    fn known(&self, no: u16) -> Result<&Decision, Refusal> {
        self.decision(no).ok_or_else(|| Refusal::invalid("decision", "meeting-unknown"))
    }

    fn answer(&self, no: u16, on: Date, evidence: &Text<2000>, env: &Env<'_>) -> Result<Event, Refusal> {
        let known = self.known(no)?;
        known.track.may_be_reported(known.resolved.owner, on, UNDER, env)?;
        let clocks = known.track.stopped(&self.clocks, env.now());
        Ok(Event { fact: Fact::Answered { decision: no, on, evidence: evidence.clone() }, clocks })
    }

    fn judged(&self, no: u16, env: &Env<'_>) -> Result<(), Refusal> {
        let known = self.known(no)?;
        known.track.may_be_judged(known.resolved.owner, UNDER, env)
    }

    fn remind(&self, no: u16, env: &Env<'_>) -> Result<Event, Refusal> {
        let known = self.known(no)?;
        known.track.may_be_asked_for(known.due(), UNDER, env)?;
        Ok(Event::of(Fact::Reminded { decision: no }))
    }
}

fn is_about(item: &Item, case: CaseId) -> bool {
    item.case.as_ref().is_some_and(|(known, _)| *known == case)
}

fn not_past(on: Date, env: &Env<'_>) -> Result<(), Refusal> {
    if on < env.ctx.today() {
        return Err(Refusal::invalid("on", "meeting-past"));
    }
    crate::env::within_reach("on", on, env.ctx.today())
}

lifecycle::aggregate!(Meeting as Meeting, called.id, Called => begin);

fn begin(called: &Called, first: &Recorded) -> Meeting {
    Meeting {
        called: called.clone(),
        called_at: first.at,
        items: vec![],
        decisions: vec![],
        minuted_at: None,
        called_off: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Meeting {
    fn apply_fact(&mut self, fact: &Fact, next: &Recorded) {
        let clock = next.event.clocks.first().map(|moved| moved.clock().id);
        match fact {
            Fact::Moved { on, from, place } => {
                (self.called.on, self.called.from, self.called.place) = (*on, from.clone(), place.clone());
            }
            Fact::ItemPut(item) => self.items.push(item.as_ref().clone()),
            Fact::ItemDropped { item, reason } => {
                if let Some(known) = self.items.iter_mut().find(|known| known.no == *item) {
                    known.dropped = Some(reason.clone());
                }
            }
            Fact::Decided(resolved) => self.decisions.push(Decision {
                no: u16::try_from(self.decisions.len() + 1).unwrap_or(u16::MAX),
                track: Track {
                    clocks: clock.into_iter().collect(),
                    settled_at: resolved.due.is_none().then_some(next.at),
                    ..Track::default()
                },
                resolved: resolved.as_ref().clone(),
                at: next.at,
            }),
            Fact::Minuted => self.minuted_at = Some(next.at),
            Fact::CalledOff { reason } => self.called_off = Some(reason.clone()),
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            Fact::Called(_) | Fact::ClocksRecomputed { .. } => {}
            fact => self.follow(fact, next, clock),
        }
    }

    /// What became of a decision.
    fn follow(&mut self, fact: &Fact, next: &Recorded, clock: Option<kernel::ClockId>) {
        let (Fact::Answered { decision: no, .. }
        | Fact::Accepted { decision: no }
        | Fact::Returned { decision: no, .. }
        | Fact::Reminded { decision: no }) = fact
        else {
            return;
        };
        let Some(decision) = self.decisions.iter_mut().find(|one| one.no == *no) else { return };
        match (fact, next.actor.user()) {
            (Fact::Answered { on, evidence, .. }, Some(by)) => {
                let report = Report { on: *on, evidence: evidence.clone(), by, at: next.at };
                decision.track.answers.push((report, None));
            }
            (Fact::Accepted { .. }, _) => decision.track.settled_at = Some(next.at),
            (Fact::Returned { reason, due, .. }, _) => {
                decision.track.hand_back(reason, clock);
                decision.resolved.due = Some(*due);
            }
            (Fact::Reminded { .. }, _) => decision.track.reminded_at = Some(next.at),
            _ => {}
        }
    }

    /// Whether `org` keeps the record of it.
    #[must_use]
    pub fn is_kept_by(&self, org: OrgId) -> bool {
        self.called.office == org
    }
}
