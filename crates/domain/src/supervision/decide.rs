//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, Refusal, Text};

use super::{
    commands::{Command, NewRung, Open},
    events::{Event, Fact, Made, Opened},
    model::{Finding, RungKind, RungState, Supervision},
    rules,
    transitions::REPLY,
};
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
};

impl Supervision {
    /// The first event of a new supervision.
    ///
    /// # Errors
    /// `supervision-of-oneself`.
    pub fn open(cmd: Open, id: CaseId, number: CaseNumber) -> Result<Event, Refusal> {
        rules::not_of_oneself(cmd.issuer, cmd.unit)?;
        Ok(Event::of(Fact::Opened(Box::new(Opened {
            id,
            number,
            division: cmd.division,
            case: cmd.case,
            case_number: cmd.case_number,
            case_kind: cmd.case_kind,
            title: cmd.title,
            issuer: cmd.issuer,
            unit: cmd.unit,
            handler: cmd.handler,
        }))))
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.row_now(command.kind())?;
        match command {
            Command::Answer { no, text, evidence } => self.answer(*no, text, evidence.as_ref(), env),
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
            _ => {
                rules::not_by_the_unit(self, env)?;
                self.supervise(command, env)
            }
        }
    }

    /// What the supervising side does.
    fn supervise(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Issue(new) => self.begin_rung(new, true, env),
            Command::Propose(new) => self.begin_rung(new, false, env),
            Command::Sign { no, demands, liability, competent, number } => {
                a_person(env)?;
                let rung = rules::rung_in(self, *no, rules::is_draft)?;
                rules::another_person_signs(rung, env)?;
                if rung.kind == RungKind::AccountabilityAdvice {
                    rules::accountability_is_named(liability.is_some(), *competent, self.unit)?;
                }
                let (demands, number) = (demands.clone(), number.clone());
                let fact = Fact::Signed { no: *no, demands, liability: *liability, competent: *competent, number };
                Ok(vec![Event { fact, clocks: reply_clock(rung.reply_days, env)? }])
            }
            Command::Drop { no, reason } => {
                a_person(env)?;
                rules::rung_in(self, *no, rules::is_draft)?;
                Ok(vec![Event::of(Fact::Dropped { no: *no, reason: reason.clone() })])
            }
            Command::Judge { no, accepted, reason } => self.judge(*no, *accepted, reason, env),
            Command::Verify { finding, least } => self.verify(finding, *least, env),
            Command::List { leader, due, demands } => self.list(leader, *due, demands, env),
            Command::Delist { evidence } => {
                a_person(env)?;
                match self.listed() {
                    Some(_) => Ok(vec![Event::of(Fact::Delisted { evidence: evidence.clone() })]),
                    None => Err(Refusal::rule("supervision-not-listed", "R-111", "A39")),
                }
            }
            Command::Measure { kind, text, liability } => {
                a_person(env)?;
                let text = text.clone();
                Ok(vec![Event::of(Fact::Measured { kind: *kind, text, liability: *liability })])
            }
            Command::Close { reason } => {
                rules::everything_is_settled(self)?;
                let clocks = lifecycle::stop(&self.clocks, &[REPLY], env.now());
                Ok(vec![Event { fact: Fact::Closed { reason: reason.clone() }, clocks }])
            }
            // The rest went its own way above.
            _ => Ok(vec![]),
        }
    }

    fn begin_rung(&self, new: &NewRung, sent: bool, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::begun_by_whom(new, sent, env)?;
        rules::has_its_trigger(Some(self), new, env)?;
        rules::one_at_a_time(self, new.kind)?;
        rules::is_whole(new, sent)?;
        if sent && new.kind == RungKind::AccountabilityAdvice {
            rules::accountability_is_named(new.liability.is_some(), new.competent, self.unit)?;
        }
        let made = Box::new(made(new));
        if !sent {
            return Ok(vec![Event::of(Fact::Proposed(made))]);
        }
        Ok(vec![Event { fact: Fact::Issued(made), clocks: reply_clock(new.reply_days, env)? }])
    }

    fn answer(
        &self,
        no: u32,
        text: &Text<5000>,
        evidence: Option<&Text<1000>>,
        env: &Env<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        rules::by_the_unit(self, env)?;
        let rung = rules::rung_in(self, no, super::model::Rung::awaits_answer)?;
        let stopped = self.clocks.iter().filter(|clock| Some(clock.id) == rung.clock && clock.is_open());
        let clocks = stopped.map(|clock| ClockMove::Changed(clock.stop(env.now()))).collect();
        Ok(vec![Event { fact: Fact::Answered { no, text: text.clone(), evidence: evidence.cloned() }, clocks }])
    }

    /// Not accepted: the same rung is open again and a new clock runs (10.8 REOPENED).
    fn judge(&self, no: u32, accepted: bool, reason: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        let rung = rules::rung_in(self, no, |rung| rung.state == RungState::Answered)?;
        let clocks = if accepted { vec![] } else { reply_clock(rung.reply_days, env)? };
        Ok(vec![Event { fact: Fact::Judged { no, accepted, reason: reason.clone() }, clocks }])
    }

    fn verify(&self, finding: &Finding, least: u32, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        rules::verified_by_enough(self, finding, least)?;
        Ok(vec![Event::of(Fact::Verified(Box::new(finding.clone())))])
    }

    fn list(&self, leader: &Text<60>, due: Date, demands: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        if self.listed().is_some() {
            return Err(Refusal::rule("supervision-listed-already", "R-111", "A39"));
        }
        if due <= kernel::beijing_date(env.now()) {
            return Err(Refusal::invalid("due", "listing-due-past"));
        }
        crate::env::within_reach("due", due, env.ctx.today())?;
        Ok(vec![Event::of(Fact::Listed { leader: leader.clone(), due, demands: demands.clone() })])
    }
}

fn reply_clock(days: Option<u32>, env: &Env<'_>) -> Result<Vec<ClockMove>, Refusal> {
    let started = days.map(|days| env.start_clock(REPLY, env.now(), Some(days)).map(ClockMove::Started));
    started.into_iter().collect()
}

fn made(new: &NewRung) -> Made {
    Made {
        kind: new.kind,
        ground: new.ground,
        origin: new.origin.clone(),
        demands: new.demands.clone(),
        liability: new.liability,
        competent: new.competent,
        reply_days: new.reply_days,
        number: new.number.clone(),
    }
}
