//! Decide: state, command and surroundings give events, or a refusal that names rule and article. Pure.

mod agency;
mod answering;
mod assistance;
mod claims;
mod execution;
mod forwarding;
mod handling;
mod intake;
mod petitioner;
mod remedy;
mod review;
mod simple;

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Refusal};

use super::{
    commands::{Command, Register},
    events::{Event, Fact},
    look_back::CLOCKS as LOOK_BACKS,
    model::{Handling, Petition},
    rules,
    simple::{CLOCKS as SIMPLE, SimpleEnd},
    transitions::{CommandKind, transition},
};
use crate::{
    deadline::Clock,
    env::Env,
    escalation::{self, Payload, Step},
    lifecycle::{self, ClockMove},
    mandate::MandateEnd,
    supervision::{Notice, RungKind},
};

impl Petition {
    /// The first event of a new petition.
    ///
    /// # Errors
    /// The rule that the registration breaks: representatives, reports of wrongdoing, a date in the future.
    pub fn register(command: Register, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        intake::register(command, id, number, env)
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.row_now(command.kind())?;
        rules::nobody_acts_in_her_own_matter(self, command.kind(), env)?;
        rules::a_review_is_carried_through(self, command.kind())?;
        let mut events = self.decide_in_its_room(command, env)?;
        // What does not go the simple way ends it, in the same breath; whether it was said before or after makes no odds.
        events.extend(simple::leaving(self, simple::outgrows(command), env));
        Ok(events)
    }

    #[expect(clippy::too_many_lines, reason = "one table: which room decides which command")]
    fn decide_in_its_room(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Triage { .. }
            | Command::NotAccept { .. }
            | Command::ProposeFinality { .. }
            | Command::ConfirmFinality
            | Command::DropFinality
            | Command::MoveToSuggestion { .. } => intake::decide(self, command, env),
            Command::RephraseClaim { .. }
            | Command::SplitClaim { .. }
            | Command::JoinClaims { .. }
            | Command::SeparateClaim { .. }
            | Command::AddClaim { .. } => claims::decide(self, command, env),
            Command::AskAssistance { .. } | Command::GiveAssistance { .. } | Command::EndAssistance { .. } => {
                assistance::decide(self, command, env)
            }
            Command::Forward { .. }
            | Command::ReportUp { .. }
            | Command::Object { .. }
            | Command::RejectObjection { .. }
            | Command::ApproveObjection { .. }
            | Command::RaiseDispute { .. }
            | Command::DecideDispute { .. } => forwarding::decide(self, command, env),
            Command::Accept { .. }
            | Command::HandoffAccepted { .. }
            | Command::Reassign { .. }
            | Command::Contact { .. }
            | Command::Progress { .. }
            | Command::RequestExtension { .. }
            | Command::GrantExtension
            | Command::DeclineExtension { .. } => handling::decide(self, command, env),
            Command::SaveDraft { .. }
            | Command::Check
            | Command::ReturnDraft { .. }
            | Command::Sign { .. }
            | Command::Serve(_)
            | Command::ClosingReport { .. }
            | Command::Close
            | Command::Archive => answering::decide(self, command, env),
            Command::RecordExecution(_) | Command::VerifyExecution { .. } | Command::DisputeExecution { .. } => {
                execution::decide(self, command, env)
            }
            Command::ChooseSimple { .. } | Command::EndSimple { .. } => simple::decide(self, command, env),
            Command::OpenLookBack { clock } => self.open_look_back(*clock, env),
            Command::Withdraw { .. }
            | Command::AddMaterial { .. }
            | Command::Nudge
            | Command::ConfirmClaim { .. }
            | Command::Rate { .. }
            | Command::FollowUp(_)
            | Command::Reopen { .. } => petitioner::decide(self, command, env),
            Command::GiveMandate(_)
            | Command::RevokeMandate { .. }
            | Command::Designate { .. }
            | Command::AskRecusal { .. }
            | Command::DeclareInterest { .. }
            | Command::DecideRecusal { .. } => agency::decide(self, command, env),
            Command::NoteRemedy { .. }
            | Command::TakeRemedy { .. }
            | Command::DropRemedy { .. }
            | Command::RemindTerm { .. } => remedy::decide(self, command, env),
            Command::Rise(step) => self.rise(step, env),
            Command::NoteMediation(note) => Ok(super::mediation::note(note)),
            Command::Settle => super::mediation::settle(self, env),
            Command::NoteReview(note) => review::note(self, note, env),
            Command::RecordCare(care) => review::care(self, care, env),
            Command::NoteSupervision(notice) => Ok(vec![Event::of(noted(notice))]),
            Command::MarkOverdue { clock } => self.mark_overdue(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    fn handling_or_refuse(&self, command: CommandKind) -> Result<&Handling, Refusal> {
        self.handling().ok_or_else(|| self.not_now(command))
    }

    /// Stops the clocks that the table says a command stops.
    pub(in crate::petition) fn stop_for(&self, command: CommandKind, at: Timestamp) -> Vec<ClockMove> {
        lifecycle::stop(&self.clocks, transition(command).stops, at)
    }

    fn rise(&self, step: &Step, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        Ok(vec![Event::of(match escalation::decide(self, step, env)? {
            Payload::Raised(raised) => Fact::Raised(raised),
            Payload::Redone(redone) => Fact::Redone(redone),
            Payload::BroughtDown(down) => Fact::BroughtDown(down),
        })])
    }

    fn mark_overdue(&self, id: kernel::ClockId, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match lifecycle::ran_out(&self.clocks, &self.overdue, id, env)?.def.as_str() {
            agency::TERM => Ok(vec![agency::ended(self, MandateEnd::Expired, None, env)]),
            // Nobody broke a law: what was to be quick goes on by the ordinary procedure, whose clock ran all the time.
            def if SIMPLE.contains(&def) => {
                Ok(simple::leaving(self, Some(SimpleEnd::TimeOut), env).into_iter().collect())
            }
            _ => self.clock_ran_out(id, env),
        }
    }

    /// A look-back is due: its clock has counted to it, and somebody uninvolved has to call.
    fn open_look_back(&self, id: kernel::ClockId, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let is_one = |clock: &&Clock| clock.id == id && LOOK_BACKS.contains(&clock.def.as_str());
        let counted = |clock: &&Clock| clock.is_running() && clock.due_at <= env.now();
        let Some(clock) = self.clocks.iter().find(|clock| is_one(clock) && counted(clock)) else {
            return Err(Refusal::rule("clock-not-overdue", "§9", ""));
        };
        let fact = Fact::LookBackDue { clock: id, def: clock.def.to_string(), due: clock.statutory };
        Ok(vec![Event { fact, clocks: vec![ClockMove::Changed(clock.stop(env.now()))] }])
    }
}

/// She is told that her unit has to answer for the delay; a reminder, and advice on accountability, are the offices' own.
fn noted(notice: &Notice) -> Fact {
    match notice.rung {
        Some(RungKind::Reminder | RungKind::AccountabilityAdvice) => Fact::SupervisionNoted(Box::new(notice.clone())),
        _ => Fact::Supervised(Box::new(notice.clone())),
    }
}
