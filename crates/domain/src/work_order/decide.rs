//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use kernel::{CaseId, CaseNumber, OrgId, Refusal, Text};

use super::{
    agency,
    commands::{Command, Receive},
    events::{Event, Fact, Received},
    model::{Disposition, Stage, WorkOrder},
    rules,
    transitions::transition,
};
use crate::{
    env::Env,
    escalation::{self, Cause, Payload, Raised, Step},
    lifecycle::{self, ClockMove, Governed, a_person},
    mandate::MandateEnd,
    supervision::{Notice, RungKind},
};

impl WorkOrder {
    /// The first event of a new work order.
    ///
    /// # Errors
    /// `received-in-future`; `received-long-ago`.
    pub fn receive(cmd: Receive, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        crate::petition::rules::received_is_past(cmd.received_at, env)?;
        let (agent, declined) = agency::an_agent_who_may(&cmd, env);
        let mut clocks = vec![];
        if agent.is_some() {
            // The mandate is asked for from the moment somebody here acts for her.
            clocks.push(ClockMove::Started(env.start_clock(agency::MISSING, env.now(), None)?));
        }
        let fact = Fact::Received(Box::new(Received {
            id,
            number,
            division: cmd.division,
            centre: cmd.centre,
            channel: cmd.channel,
            received_at: cmd.received_at,
            title: cmd.title,
            facts: cmd.facts,
            petitioner: cmd.petitioner,
            grid: cmd.grid,
            respondent: cmd.respondent,
            category: cmd.category,
            agent,
            declined,
        }));
        Ok(Event { fact, clocks })
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.row_now(command.kind())?;
        agency::keeps_to_her_side(self, command, env)?;
        match command {
            Command::GiveMandate(_) | Command::RevokeMandate { .. } | Command::DeclareInterest { .. } => {
                agency::decide(self, command, env)
            }
            Command::Answer { .. } | Command::Redirect { .. } | Command::Dispatch { .. } | Command::Convert { .. } => {
                self.at_the_desk(command, env)
            }
            Command::Object { .. } | Command::RejectObjection { .. } | Command::ApproveObjection { .. } => {
                self.returning(command, env)
            }
            Command::Claim { .. }
            | Command::Contact { .. }
            | Command::Extend { .. }
            | Command::Reply { .. }
            | Command::Done { .. } => self.working(command, env),
            Command::FollowUp { .. } | Command::Missed { .. } | Command::Escalate { .. } | Command::Close => {
                self.ending(command, env)
            }
            Command::Rise(step) => self.rise(step, command, env),
            Command::NoteSupervision(notice) => Ok(vec![Event::of(noted(notice))]),
            Command::Rate { grade, comment } => {
                crate::petition::rules::rating_changes_in_its_window(self.rating.as_ref(), self.answered_at, env)?;
                Ok(vec![Event::of(Fact::Rated { grade: *grade, comment: comment.clone() })])
            }
            Command::Progress { note, public } => {
                Ok(vec![Event::of(Fact::Progressed { note: note.clone(), public: *public })])
            }
            Command::MarkOverdue { clock } => {
                match lifecycle::ran_out(&self.clocks, &self.overdue, *clock, env)?.def.as_str() {
                    agency::TERM => Ok(vec![agency::ended(self, MandateEnd::Expired, None, env)]),
                    _ => self.clock_ran_out(*clock, env),
                }
            }
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    /// The fact with the clocks that the table starts and stops.
    fn with_clocks(&self, fact: Fact, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let row = transition(command.kind());
        let mut clocks = lifecycle::stop(&self.clocks, row.stops, env.now());
        for def in row.starts {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        Ok(vec![Event { fact, clocks }])
    }

    fn at_the_desk(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let fact = match command {
            Command::Answer { text } => Fact::Answered { text: text.clone() },
            Command::Redirect { disposition, text } => {
                self.leaves_the_unit_only_for_a_channel(*disposition)?;
                Fact::Redirected { disposition: *disposition, text: text.clone() }
            }
            Command::Dispatch { to, category } => {
                rules::respondent_does_not_handle(self, *to)?;
                Fact::Dispatched { to: *to, category: category.clone() }
            }
            Command::Convert { petition } => Fact::Converted { petition: *petition },
            _ => return Ok(vec![]),
        };
        self.with_clocks(fact, command, env)
    }

    /// 10.4: once a unit has it, only an emergency or a legal channel takes it away (H-03 is asked at intake).
    fn leaves_the_unit_only_for_a_channel(&self, disposition: Disposition) -> Result<(), Refusal> {
        let channel = matches!(disposition, Disposition::EmergencyTransfer | Disposition::LegalChannel);
        if channel || self.stage() == Stage::Received {
            return Ok(());
        }
        Err(Refusal::rule("redirect-after-dispatch", "H-03", "").on("disposition"))
    }

    fn returning(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Object { reason } => {
                a_person(env)?;
                rules::returned_once(self, env)?;
                Ok(vec![Event::of(Fact::Objected { reason: reason.clone() })])
            }
            Command::RejectObjection { reason } => {
                rules::respondent_does_not_handle(self, self.holder())?;
                Ok(vec![Event::of(Fact::ObjectionRejected { reason: reason.clone() })])
            }
            Command::ApproveObjection { to, reason } => {
                rules::respondent_does_not_handle(self, *to)?;
                rules::another_unit(self, *to)?;
                // The person's 72 hours and 7 days run on: only the new unit's claiming starts anew.
                self.with_clocks(Fact::ObjectionApproved { to: *to, reason: reason.clone() }, command, env)
            }
            _ => Ok(vec![]),
        }
    }

    fn working(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::risen_when_it_must(self, env)?;
        let fact = match command {
            Command::Claim { handler } => {
                rules::respondent_does_not_handle(self, self.holder())?;
                Fact::Claimed { handler: *handler }
            }
            Command::Contact { note } => Fact::Contacted { note: note.clone() },
            Command::Reply { text } => Fact::Replied { text: text.clone() },
            Command::Done { text } => Fact::Done { text: text.clone() },
            Command::Extend { days, reason } => return self.extend(*days, reason, env),
            _ => return Ok(vec![]),
        };
        self.with_clocks(fact, command, env)
    }

    fn extend(&self, days: u32, reason: &Text<1000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::extension_not_by_the_handler(self, env.actor)?;
        let Some(clock) = self.running("CLOSE_7D") else {
            return Err(Refusal::rule("extension-no-clock", "H-07", ""));
        };
        let extended = clock.extend(days, env.clock_def("CLOSE_7D")?, env.calendar, env.now())?;
        let fact = Fact::Extended { days, reason: reason.clone() };
        Ok(vec![Event { fact, clocks: vec![ClockMove::Changed(extended)] }])
    }

    fn ending(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::FollowUp { method, solved, pressed, grade, note } => {
                let fact = Fact::FollowedUp {
                    solved: *solved,
                    pressed: *pressed,
                    grade: *grade,
                    method: Some(*method),
                    note: note.clone(),
                };
                self.follow_up(*solved, fact, env)
            }
            Command::Missed { method, note } => {
                rules::asked_by_somebody_uninvolved(self, env.actor)?;
                Ok(vec![Event::of(Fact::CallMissed { method: *method, note: note.clone() })])
            }
            Command::Escalate { to, reason } => self.escalate(*to, reason, command, env),
            _ => {
                escalation::rules::redone_before_it_ends(&self.rises)?;
                self.with_clocks(Fact::Closed, command, env)
            }
        }
    }

    /// H-09, 互斥: asked by somebody who did not do it; "not solved" sends it back with a new week.
    fn follow_up(&self, solved: bool, fact: Fact, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::asked_by_somebody_uninvolved(self, env.actor)?;
        let mut events = vec![Event::of(fact)];
        if !solved {
            let week = env.start_clock("CLOSE_7D", env.now(), None)?;
            events.push(Event { fact: Fact::Reworked, clocks: vec![ClockMove::Started(week)] });
        }
        Ok(events)
    }

    /// H-14: the level above has to claim it anew; what runs for the person runs on.
    fn escalate(
        &self,
        to: OrgId,
        reason: &Text<1000>,
        command: &Command,
        env: &Env<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        rules::respondent_does_not_handle(self, to)?;
        rules::another_unit(self, to)?;
        let raised = Raised {
            from: self.holder(),
            to,
            from_level: None,
            level: None,
            cause: Cause::Person,
            reason: Some(reason.clone()),
            needs: vec![],
        };
        self.rise(&Step::Raise(Box::new(raised)), command, env)
    }

    fn rise(&self, step: &Step, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let fact = match escalation::decide(self, step, env)? {
            Payload::Raised(raised) => Fact::Raised(raised),
            Payload::Redone(redone) => Fact::Redone(redone),
            Payload::BroughtDown(down) => Fact::BroughtDown(down),
        };
        self.with_clocks(fact, command, env)
    }

    /// Whether it has been done again, or changed hands, so often that it has to rise (10.4).
    #[must_use]
    pub fn must_rise(&self, env: &Env<'_>) -> bool {
        self.stage() == Stage::Rework
            && (self.reworks as usize > env.settings.rework_max || self.hop_count() >= env.settings.hop_limit)
    }

    /// Whether a command fits as the order stands; see [`crate::lifecycle::Governed::fits`].
    #[must_use]
    pub fn allows(&self, command: super::CommandKind) -> bool {
        self.fits(transition(command))
    }
}

/// She is told that her unit has to answer for the delay; a reminder, and advice on accountability, are the offices' own.
fn noted(notice: &Notice) -> Fact {
    match notice.rung {
        Some(RungKind::Reminder | RungKind::AccountabilityAdvice) => Fact::SupervisionNoted(Box::new(notice.clone())),
        _ => Fact::Supervised(Box::new(notice.clone())),
    }
}
