//! What may be decided, and what follows from it.

use jiff::civil::Date;
use kernel::{CaseId, OrgId, Refusal, Text};

use super::{
    life::{Command, Event, Fact, STEP},
    model::{Cluster, Founded, Step},
};
use crate::{
    env::Env,
    lifecycle::{ClockMove, a_person},
    owed::{self, Under},
};

const UNDER: Under = Under("G2", "");

fn broken(code: &str) -> Refusal {
    Refusal::rule(code, "G2", "")
}

impl Cluster {
    /// The first event of a new cluster.
    ///
    /// # Errors
    /// `not-permitted` for anything but a member of staff.
    pub fn found(founded: Founded, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        Ok(Event::of(Fact::Founded(Box::new(Founded { team: others(founded.lead, &founded.team), ..founded }))))
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.row_now(command.kind())?;
        let one = |fact: Fact| Ok(vec![Event::of(fact)]);
        match command {
            Command::SetTeam { lead, team } => one(Fact::TeamSet { lead: *lead, team: others(*lead, team) }),
            Command::AddMember { case, number } => {
                if self.holds(*case) || *case == self.founded.id {
                    return Err(broken("cluster-member-twice").on("number").with("number", number));
                }
                one(Fact::Joined { case: *case, number: number.clone() })
            }
            Command::RemoveMember { case, reason } => {
                self.member(*case)?;
                one(Fact::Left { case: *case, reason: reason.clone() })
            }
            Command::PutStep { text, owner, due } => self.put_step(text, *owner, *due, env),
            Command::DropStep { step, reason } => {
                let known = self.open_step(*step)?;
                let clocks = known.track.stopped(&self.clocks, env.now());
                Ok(vec![Event { fact: Fact::StepDropped { step: *step, reason: reason.clone() }, clocks }])
            }
            Command::Answer { step, on, evidence } => self.answer(*step, *on, evidence, env),
            Command::Accept { step } => {
                self.judged(*step, env)?;
                one(Fact::Accepted { step: *step })
            }
            Command::Return { step, reason, due } => {
                self.judged(*step, env)?;
                let clock = ClockMove::Started(owed::clock_until(STEP, *due, env)?);
                let fact = Fact::Returned { step: *step, reason: reason.clone(), due: *due };
                Ok(vec![Event { fact, clocks: vec![clock] }])
            }
            Command::Remind { step } => {
                let known = self.open_step(*step)?;
                known.track.may_be_asked_for(Some(known.due), UNDER, env)?;
                one(Fact::Reminded { step: *step })
            }
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
            _ => self.conclude(command, env),
        }
    }

    /// What holds for all of them: the way to answer, the policy, what is told, the end.
    fn conclude(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        let fact = match command {
            Command::ProposeWay(text) => {
                if !self.is_worked_on_by(env.actor.org()) {
                    return Err(broken("cluster-not-the-team"));
                }
                Fact::WayProposed(text.clone())
            }
            Command::ApproveWay => {
                self.second_person(env)?;
                Fact::WayApproved
            }
            Command::ReturnWay { reason } => {
                self.second_person(env)?;
                Fact::WayReturned { reason: reason.clone() }
            }
            Command::LinkAdvice { advice, number } => {
                if self.advice.iter().any(|(known, _)| known == advice) {
                    return Err(broken("cluster-advice-twice").on("number").with("number", number));
                }
                Fact::AdviceLinked { advice: *advice, number: number.clone() }
            }
            Command::Tell { text } => Fact::Told { text: text.clone() },
            Command::Close { summary, unanswered } => {
                self.may_end(*unanswered)?;
                Fact::Closed { summary: summary.clone() }
            }
            Command::Reopen { reason } => Fact::Reopened { reason: reason.clone() },
            other => return Err(self.not_now(other.kind())),
        };
        Ok(vec![Event::of(fact)])
    }

    fn put_step(&self, text: &Text<1000>, owner: OrgId, due: Date, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        if !self.is_worked_on_by(Some(owner)) {
            return Err(broken("cluster-owner-not-in-team").on("owner"));
        }
        let clock = ClockMove::Started(owed::clock_until(STEP, due, env)?);
        Ok(vec![Event { fact: Fact::StepPut { text: text.clone(), owner, due }, clocks: vec![clock] }])
    }

    fn answer(&self, no: u16, on: Date, evidence: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let known = self.open_step(no)?;
        known.track.may_be_reported(known.owner, on, UNDER, env)?;
        let clocks = known.track.stopped(&self.clocks, env.now());
        Ok(vec![Event { fact: Fact::Answered { step: no, on, evidence: evidence.clone() }, clocks }])
    }

    fn judged(&self, no: u16, env: &Env<'_>) -> Result<(), Refusal> {
        let known = self.open_step(no)?;
        known.track.may_be_judged(known.owner, UNDER, env)
    }

    fn member(&self, case: CaseId) -> Result<(), Refusal> {
        if self.holds(case) { Ok(()) } else { Err(Refusal::invalid("which", "cluster-unknown")) }
    }

    fn open_step(&self, no: u16) -> Result<&Step, Refusal> {
        let known = self.step(no).ok_or_else(|| Refusal::invalid("which", "cluster-unknown"))?;
        if known.is_over() { Err(broken("cluster-step-over").with("step", no)) } else { Ok(known) }
    }

    /// Two people stand behind what many answers will say.
    fn second_person(&self, env: &Env<'_>) -> Result<(), Refusal> {
        let Some(proposed) = self.proposed() else { return Err(broken("cluster-no-way-proposed")) };
        if env.actor.user() == Some(proposed.by) { Err(broken("cluster-way-own")) } else { Ok(()) }
    }

    /// 办结 of the whole hides nobody: each matter has its own answer, and the plan is worked off.
    fn may_end(&self, unanswered: u32) -> Result<(), Refusal> {
        if unanswered > 0 {
            return Err(broken("cluster-unanswered").with("count", unanswered));
        }
        match self.open_steps().next() {
            Some(open) => Err(broken("cluster-step-open").with("step", open.no)),
            None => Ok(()),
        }
    }

    /// Whether `org` belongs to the task force or keeps the cluster.
    #[must_use]
    pub fn is_worked_on_by(&self, org: Option<OrgId>) -> bool {
        org.is_some_and(|org| {
            org == self.founded.office || org == self.founded.lead || self.founded.team.contains(&org)
        })
    }
}

/// The team without the unit that leads it, each once.
fn others(lead: OrgId, team: &[OrgId]) -> Vec<OrgId> {
    let mut others: Vec<OrgId> = team.iter().copied().filter(|unit| *unit != lead).collect();
    others.sort_unstable();
    others.dedup();
    others
}
