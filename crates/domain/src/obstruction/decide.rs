//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use kernel::{CaseId, CaseNumber, Refusal, Text};

use super::{
    commands::{Command, File},
    events::{Event, Fact, Received},
    model::{Obstruction, Stage},
    rules,
    transitions::{ANSWER, FILED},
};
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
};

impl Obstruction {
    /// The first event of a new report.
    ///
    /// # Errors
    /// `obstruction-no-superior` when it would go to the very unit it names.
    pub fn file(cmd: File, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        rules::goes_over_its_head(&cmd.named, cmd.receiver)?;
        let mut clocks = vec![];
        for def in FILED {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        let fact = Fact::Received(Box::new(Received {
            id,
            number,
            division: cmd.division,
            place: cmd.place,
            receiver: cmd.receiver,
            origin: cmd.origin,
            wrongs: cmd.wrongs,
            named: cmd.named,
            facts: cmd.facts,
            matter: cmd.matter,
            look: cmd.look,
            reporter: cmd.reporter,
            anonymous: cmd.anonymous,
        }));
        Ok(Event { fact, clocks })
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::not_by_the_unit_named(self, env)?;
        let row = self.row_now(command.kind())?;
        let stopping = |fact| Event { fact, clocks: lifecycle::stop(&self.clocks, row.stops, env.now()) };
        match command {
            Command::TakeUp => a_person(env).map(|_| vec![stopping(Fact::TakenUp)]),
            Command::Note { note } => a_person(env).map(|_| vec![Event::of(Fact::Noted { note: note.clone() })]),
            Command::Answer { finding, text } => {
                a_person(env)?;
                Ok(vec![stopping(Fact::Answered { finding: *finding, text: text.clone() })])
            }
            Command::Add { note } => self.add(note, env),
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    /// What she adds after an answer takes it up again, with a new date for the next answer.
    fn add(&self, note: &Text<5000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let mut event = Event::of(Fact::Added { note: note.clone() });
        if self.stage() == Stage::Answered {
            event.clocks.push(ClockMove::Started(env.start_clock(ANSWER, env.now(), None)?));
        }
        Ok(vec![event])
    }
}
