//! Decide: state, command and surroundings give events, or a refusal that names rule and article. Pure.

mod answering;
mod handling;
mod intake;
mod petitioner;

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Refusal};

use super::{
    commands::{Command, Register},
    events::{Event, Fact},
    model::{Handling, Petition, Procedure},
    transitions::{CommandKind, transition},
};
use crate::{env::Env, lifecycle::ClockMove};

impl Petition {
    /// The first event of a new petition.
    ///
    /// # Errors
    /// The rule that the registration breaks: representatives, reports of wrongdoing, a date in the future.
    pub fn register(command: Register, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        intake::register(command, id, number, env)
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.check_stage(command.kind())?;
        match command {
            Command::Triage { .. }
            | Command::NotAccept { .. }
            | Command::ProposeFinality { .. }
            | Command::ConfirmFinality
            | Command::DropFinality
            | Command::Forward { .. }
            | Command::ReportUp { .. }
            | Command::Object { .. }
            | Command::RejectObjection { .. }
            | Command::ApproveObjection { .. }
            | Command::RaiseDispute { .. }
            | Command::DecideDispute { .. } => intake::decide(self, command, env),
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
            | Command::Reopen { .. } => petitioner::decide(self, command, env),
            Command::MarkOverdue { clock } => self.mark_overdue(*clock, env),
            Command::RecomputeClocks => Ok(self.recompute(env)),
        }
    }

    /// Refuses a command that does not fit the stage, naming the rule of its row.
    fn check_stage(&self, command: CommandKind) -> Result<(), Refusal> {
        let (row, stage) = (transition(command), self.stage());
        if row.from.contains(&stage) {
            return Ok(());
        }
        Err(Refusal::rule("not-at-this-stage", row.rule, row.article).with("stage", stage).with("command", command))
    }

    fn handling_or_refuse(&self) -> Result<&Handling, Refusal> {
        self.handling().ok_or_else(|| {
            Refusal::rule("not-at-this-stage", "R-067", "A34").with("stage", self.stage()).with("command", "")
        })
    }

    /// Stops every running clock with one of these definitions.
    fn stop(&self, defs: &[&str], at: Timestamp) -> Vec<ClockMove> {
        self.clocks
            .iter()
            .filter(|clock| clock.is_open() && defs.contains(&clock.def.as_str()))
            .map(|clock| ClockMove::Changed(clock.stop(at)))
            .collect()
    }

    /// Stops the clocks that the table says a command stops.
    fn stop_for(&self, command: CommandKind, at: Timestamp) -> Vec<ClockMove> {
        self.stop(transition(command).stops, at)
    }

    fn mark_overdue(&self, id: kernel::ClockId, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let clock = self.clocks.iter().find(|clock| clock.id == id && clock.is_running());
        match clock {
            Some(clock) if clock.due_at <= env.now() => {
                Ok(vec![Event::of(Fact::ClockOverdue { clock: id, def: clock.def.to_string() })])
            }
            _ => Err(Refusal::rule("clock-not-overdue", "R-045", "A40")),
        }
    }

    /// One event with every open clock whose dates the newer calendar changes; none when nothing changes.
    fn recompute(&self, env: &Env<'_>) -> Vec<Event> {
        let clocks: Vec<ClockMove> = self
            .clocks
            .iter()
            .filter(|clock| clock.is_open())
            .filter_map(|clock| clock.recompute(env.calendar))
            .map(ClockMove::Changed)
            .collect();
        let Some(first) = clocks.first() else { return vec![] };
        let calendar = first.clock().calendar_version.to_string();
        vec![Event { fact: Fact::ClocksRecomputed { calendar }, clocks }]
    }

    /// Whether a closed matter may go straight back to the unit that had it.
    fn last_unit_dispatch(&self) -> Option<kernel::OrgId> {
        match &self.procedure {
            Procedure::Closed { unit, .. } | Procedure::Routed { unit, .. } => Some(*unit),
            _ => None,
        }
    }
}
