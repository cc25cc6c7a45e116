//! Decide: state, command and surroundings give events, or a refusal that names rule and article. Pure.

mod agency;
mod answering;
mod assistance;
mod claims;
mod forwarding;
mod handling;
mod intake;
mod petitioner;
mod remedy;
mod review;

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Refusal};

use super::{
    commands::{Command, Register},
    events::{Event, Fact},
    model::{Handling, Petition},
    rules,
    transitions::{CommandKind, transition},
};
use crate::{
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

    #[expect(clippy::too_many_lines, reason = "one table: which room decides which command")]
    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.check_stage(command.kind())?;
        rules::nobody_acts_in_her_own_matter(self, command.kind(), env)?;
        rules::a_review_is_carried_through(self, command.kind())?;
        match command {
            Command::Triage { .. }
            | Command::NotAccept { .. }
            | Command::ProposeFinality { .. }
            | Command::ConfirmFinality
            | Command::DropFinality => intake::decide(self, command, env),
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
            | Command::RecordExecution { .. }
            | Command::Close
            | Command::Archive => answering::decide(self, command, env),
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
            Command::NoteReview(note) => review::note(self, note, env),
            Command::RecordCare(care) => review::care(self, care, env),
            Command::NoteSupervision(notice) => Ok(vec![Event::of(noted(notice))]),
            Command::MarkOverdue { clock } => self.mark_overdue(*clock, env),
            Command::RecomputeClocks => Ok(self.recompute(env)),
        }
    }

    /// Refuses a command that does not fit the stage, naming the rule of its row.
    fn check_stage(&self, command: CommandKind) -> Result<(), Refusal> {
        let row = transition(command);
        if row.from.contains(&self.stage()) {
            return Ok(());
        }
        Err(self.not_now(command))
    }

    /// The refusal of a command that the stage, or what is in force, leaves no room for.
    fn not_now(&self, command: CommandKind) -> Refusal {
        let row = transition(command);
        lifecycle::not_at_this_stage(self.stage().key(), command.key(), row.rule, row.article)
    }

    fn handling_or_refuse(&self, command: CommandKind) -> Result<&Handling, Refusal> {
        self.handling().ok_or_else(|| self.not_now(command))
    }

    /// Stops the clocks that the table says a command stops.
    fn stop_for(&self, command: CommandKind, at: Timestamp) -> Vec<ClockMove> {
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
        let clock = lifecycle::ran_out(&self.clocks, &self.overdue, id, env)?;
        if clock.def == agency::TERM {
            return Ok(vec![agency::ended(self, MandateEnd::Expired, None, env)]);
        }
        Ok(vec![Event::of(Fact::ClockOverdue { clock: id, def: clock.def.to_string() })])
    }

    /// One event with every open clock whose dates the newer calendar changes; none when nothing changes.
    fn recompute(&self, env: &Env<'_>) -> Vec<Event> {
        let recomputed = lifecycle::recomputed(&self.clocks, env);
        recomputed
            .map(|(calendar, clocks)| Event { fact: Fact::ClocksRecomputed { calendar }, clocks })
            .into_iter()
            .collect()
    }
}

/// She is told that her unit has to answer for the delay; a reminder, and advice on accountability, are the offices' own.
fn noted(notice: &Notice) -> Fact {
    match notice.rung {
        Some(RungKind::Reminder | RungKind::AccountabilityAdvice) => Fact::SupervisionNoted(Box::new(notice.clone())),
        _ => Fact::Supervised(Box::new(notice.clone())),
    }
}
