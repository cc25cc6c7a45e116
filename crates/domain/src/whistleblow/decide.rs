//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use kernel::{Refusal, Text, UserId};

use super::{
    commands::{Command, Receive},
    events::{Event, Fact, Received},
    model::{Level, Reason, Stage, Whistleblow},
    transitions::{FORWARD, HAND_OVER, STRAIGHT},
};
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
};

/// Nobody opens alone, so fewer than two keepers keep nothing.
const FEWEST: usize = 2;

impl Whistleblow {
    /// The first event of a new report.
    ///
    /// # Errors
    /// `sealed-two-needed` when fewer than two officers could open it.
    pub fn receive(cmd: Receive, env: &Env<'_>) -> Result<Event, Refusal> {
        two_of(&cmd.keepers)?;
        let first = if cmd.level == Level::Above { STRAIGHT } else { HAND_OVER };
        let mut clocks = vec![];
        for def in [first, FORWARD] {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        let Receive { id, number, division, office, reporter, level, keepers } = cmd;
        let fact = Fact::Received(Box::new(Received { id, number, division, office, reporter, level, keepers }));
        Ok(Event { fact, clocks })
    }

    /// Whether it may go to an office: two people read it, or it goes to the body above unread.
    #[must_use]
    pub fn may_be_assigned(&self) -> bool {
        self.was_opened() || self.level == Level::Above
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let row = self.row_now(command.kind())?;
        let stopping = |fact| Event { fact, clocks: lifecycle::stop(&self.clocks, row.stops, env.now()) };
        match command {
            Command::ChooseIdentity { identity } => Ok(vec![Event::of(Fact::IdentityChosen { identity: *identity })]),
            Command::Seal { parts } => Ok(vec![Event::of(Fact::Sealed { parts: *parts })]),
            Command::Open { with, reason } => self.open(*with, *reason, env),
            Command::SetKeepers { keepers } => self.set_keepers(keepers, env),
            Command::SendUp => self.send_up(env),
            Command::HandOver { office, straight } => {
                self.hand_over(office, *straight, env)?;
                Ok(vec![stopping(Fact::HandedOver { office: office.clone(), straight: *straight })])
            }
            Command::ConfirmReceipt { numbered } => {
                self.keeper(env)?;
                let confirmed = Event::of(Fact::ReceiptConfirmed { numbered: *numbered });
                Ok(vec![confirmed, Event::of(Fact::WentOutside)])
            }
            Command::NoteOutcome => self.keeper(env).map(|_| vec![Event::of(Fact::OutcomeNoted)]),
            Command::Archive => self.keeper(env).map(|_| vec![stopping(Fact::Archived)]),
            Command::Add { parts } => self.add(*parts, env),
            Command::PassOn => {
                self.keeper(env)?;
                let waits =
                    if self.unread > 0 { Ok(()) } else { Err(Refusal::rule("sealed-nothing-added", "10.3", "")) };
                waits.map(|()| vec![stopping(Fact::PassedOn)])
            }
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    /// Whoever acts is one of those who keep it. Access asked the same; a state is right without asking anybody.
    fn keeper(&self, env: &Env<'_>) -> Result<UserId, Refusal> {
        let user = a_person(env)?;
        if self.keepers.contains(&user) { Ok(user) } else { Err(Refusal::not_permitted()) }
    }

    fn open(&self, with: UserId, reason: Reason, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let by = self.keeper(env)?;
        if with == by || !self.keepers.contains(&with) {
            return Err(Refusal::rule("sealed-two-people", "10.3", "A30_3"));
        }
        Ok(vec![Event::of(Fact::Opened { with, reason })])
    }

    fn set_keepers(&self, keepers: &[UserId], env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.keeper(env)?;
        two_of(keepers)?;
        if keepers == self.keepers {
            return Ok(vec![]);
        }
        Ok(vec![Event::of(Fact::KeepersSet { keepers: keepers.to_vec() })])
    }

    fn send_up(&self, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.keeper(env)?;
        if self.level == Level::Above {
            return Ok(vec![]);
        }
        self.assignable()?;
        let mut clocks = lifecycle::stop(&self.clocks, &[HAND_OVER], env.now());
        // The five working days count from the day on which it was received, not from the day on which somebody noticed.
        clocks.push(ClockMove::Started(env.start_clock(STRAIGHT, self.received_at, None)?));
        Ok(vec![Event { fact: Fact::SentUp, clocks }])
    }

    fn hand_over(&self, _office: &Text<40>, straight: bool, env: &Env<'_>) -> Result<(), Refusal> {
        self.keeper(env)?;
        self.assignable()?;
        if straight == (self.level == Level::Above) {
            return Ok(());
        }
        let code = if straight { "sealed-not-above" } else { "sealed-belongs-above" };
        Err(Refusal::rule(code, "R-035", "A22_2"))
    }

    fn assignable(&self) -> Result<(), Refusal> {
        if self.may_be_assigned() { Ok(()) } else { Err(Refusal::rule("sealed-unread", "10.3", "A22_2")) }
    }

    /// What she adds after the hand-over has its own working day to reach the office.
    fn add(&self, parts: u32, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let mut event = Event::of(Fact::Added { parts });
        if self.stage() != Stage::Sealed && self.running(HAND_OVER).is_none() {
            event.clocks.push(ClockMove::Started(env.start_clock(HAND_OVER, env.now(), None)?));
        }
        Ok(vec![event])
    }
}

fn two_of(keepers: &[UserId]) -> Result<(), Refusal> {
    let mut different = keepers.to_vec();
    different.sort_unstable_by_key(|user| user.0);
    different.dedup();
    if different.len() < FEWEST { Err(Refusal::rule("sealed-two-needed", "10.3", "A30_3")) } else { Ok(()) }
}
