//! What comes round by itself in an ordinary year: units answer what they are supervised for, supervisors say something to that,
//! and whoever leads a matter that rose does the four anew and brings it down. Most do it in time; some do not.

use std::collections::HashMap;

use domain::{
    access::Subject,
    case::FollowUpMethod,
    escalation::{Redoing, Redone, Rise, Rises},
    people::Role,
    petition::Petition,
    supervision::{Command, Rung, RungState, Supervision},
    work_order::{self, WorkOrder},
};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Ctx, OrgId, OrgLevel, Text};
use services::{Error, matter, oversight};
use store::{Tx, params};

use super::scene::Scene;

/// After how long a unit answers and whoever leads brings a matter down.
const ANSWERED_AFTER: SignedDuration = SignedDuration::from_hours(40);
const BROUGHT_DOWN_AFTER: SignedDuration = SignedDuration::from_hours(6 * 24);
/// After how long whoever has a risen work order does the next thing.
const GOES_ON_AFTER: SignedDuration = SignedDuration::from_hours(30);
/// One unit in so many lets a letter lie; one matter in so many stays up for long.
const LIES: u8 = 9;
const STAYS: u8 = 5;

impl Scene {
    /// One round of everybody. What the tales tell is left to them: `told` are their matters.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn go_round(&self, tx: &mut Tx, ctx: &Ctx, told: &[CaseId]) -> Result<(), Error> {
        for (id, state) in self.supervisions(tx)?.into_iter().filter(|(_, state)| !told.contains(&state.case)) {
            for rung in &state.rungs {
                if let Some((subject, command)) = self.turn(ctx, &state, rung) {
                    // Two rounds may cross with a rule; what cannot be done is done the next time.
                    allowed(tx.attempt(|tx| matter::act(tx, &self.kit, ctx, &subject, id, None, &command)))?;
                }
            }
        }
        for state in self.risen(tx)?.into_iter().filter(|state| !told.contains(&state.id)) {
            allowed(tx.attempt(|tx| self.bring_down(tx, ctx, &state)))?;
        }
        for state in self.risen_orders(tx)?.into_iter().filter(|state| !told.contains(&state.id)) {
            allowed(tx.attempt(|tx| self.go_on(tx, ctx, &state)))?;
        }
        Ok(())
    }

    fn supervisions(&self, tx: &mut Tx) -> Result<Vec<(CaseId, Supervision)>, Error> {
        let sql = "SELECT id, body FROM matter WHERE region = $1 AND kind = 'SUPERVISION' AND NOT is_over ORDER BY id";
        Ok(tx.query(sql, params![self.place.region()], |row| Ok((row.get(0)?, row.json("body")?)))?)
    }

    fn risen(&self, tx: &mut Tx) -> Result<Vec<Petition>, Error> {
        let sql = "SELECT body FROM matter WHERE region = $1 AND kind = 'PETITION' AND NOT is_over \
                   AND body LIKE '%\"rises\":%' ORDER BY id";
        let all: Vec<Petition> = tx.query(sql, params![self.place.region()], |row| row.json("body"))?;
        Ok(all.into_iter().filter(|state| state.rises.in_force().is_some()).collect())
    }

    fn risen_orders(&self, tx: &mut Tx) -> Result<Vec<WorkOrder>, Error> {
        let sql = "SELECT body FROM matter WHERE region = $1 AND kind = 'WORK_ORDER' AND NOT is_over \
                   AND body LIKE '%\"rises\":%' ORDER BY id";
        Ok(tx.query(sql, params![self.place.region()], |row| row.json("body"))?)
    }

    /// The next thing that whoever has a risen work order does.
    fn go_on(&self, tx: &mut Tx, ctx: &Ctx, state: &WorkOrder) -> Result<(), Error> {
        use work_order::{Command as C, Stage as S};
        let since = state.rises.iter().map(|rise| rise.at).max();
        let roles = [Role::UnitHandler, Role::StationLead, Role::UnitLeader];
        let found = roles.into_iter().find(|role| self.cast.user(state.holder(), *role, 0).is_some());
        let Some((role, user)) = found.and_then(|role| Some((role, self.cast.user(state.holder(), role, 0)?))) else {
            return Ok(());
        };
        let Some(mut subject) = self.cast.subject(state.holder(), role, 0, ctx.now()) else { return Ok(()) };
        let patience = if chance(state.id, STAYS) { GOES_ON_AFTER * 8 } else { GOES_ON_AFTER };
        if !is_older(since, patience, ctx.now()) {
            return Ok(());
        }
        if state.rises.in_force().is_some() {
            self.do_anew(tx, ctx, &subject, state.id, &state.rises)?;
        }
        let command = match state.stage() {
            S::Escalated | S::Dispatched => C::Claim { handler: user },
            S::Claimed | S::Rework => {
                C::Contact { note: Text::parse("note", "电话打通了，约好下午到现场。")? }
            }
            S::Contacted => C::Reply {
                text: Text::parse("text", "情况属实，两家已经说好谁修，三天之内办完。")?
            },
            S::Replied => C::Done { text: Text::parse("text", "已经办完，本人在现场看过（演示）。")? },
            S::Done => {
                let bureau = self.place.org(state.division.at(OrgLevel::County).as_str(), "信访");
                let caller = bureau.and_then(|bureau| self.cast.subject(bureau, Role::FollowupCaller, 0, ctx.now()));
                let Some(caller) = caller else { return Ok(()) };
                subject = caller;
                let note = Text::parse("note", "本人说已经修好了。")?;
                C::FollowUp { method: FollowUpMethod::Phone, solved: true, pressed: false, grade: None, note }
            }
            S::FollowedUp => {
                subject = Subject::System;
                C::Close
            }
            _ => return Ok(()),
        };
        matter::act(tx, &self.kit, ctx, &subject, state.id, None, &command).map(drop)
    }

    /// What is still to be done anew.
    fn do_anew(&self, tx: &mut Tx, ctx: &Ctx, lead: &Subject, id: CaseId, rises: &Rises) -> Result<(), Error> {
        let found: HashMap<Redoing, &str> = [
            (Redoing::Forces, "换了一名熟悉情况的人，两家单位各出一人。"),
            (Redoing::Demands, "和本人重新对了一遍诉求，没有变。"),
            (Redoing::Problems, "重新看了现场，补了两份材料。"),
            (Redoing::Conclusions, "原来的结论大体成立，补上依据的条款。"),
        ]
        .into();
        for what in rises.in_force().map(Rise::missing).unwrap_or_default() {
            let words = found.get(&what).copied().unwrap_or("重新办过。");
            let redone = Redone { what, found: Text::parse("found", words)? };
            oversight::redo(tx, &self.kit, ctx, lead, id, None, redone)?;
        }
        Ok(())
    }

    /// Who does something about a rung today, and what.
    fn turn(&self, ctx: &Ctx, state: &Supervision, rung: &Rung) -> Option<(Subject, Command)> {
        let lies = chance(state.id, LIES);
        if rung.awaits_answer() && !lies && is_older(rung.issued_at, ANSWERED_AFTER, ctx.now()) {
            let subject = self.answers_for(state.unit, ctx.now())?;
            let text = Text::parse("text", "已经核实，明确了专人和日期，正在按期办理，办完书面报告。").ok()?;
            return Some((subject, Command::Answer { no: rung.no, text, evidence: None }));
        }
        if rung.state == RungState::Answered {
            let subject = self.supervises(state.issuer, ctx.now())?;
            let reason = Text::parse("reason", "写明了谁办、哪天办完，可以。").ok()?;
            return Some((subject, Command::Judge { no: rung.no, accepted: true, reason }));
        }
        None
    }

    fn answers_for(&self, unit: OrgId, at: Timestamp) -> Option<Subject> {
        [Role::UnitLeader, Role::StationLead, Role::BureauOfficer]
            .into_iter()
            .find_map(|role| self.cast.subject(unit, role, 0, at))
    }

    fn supervises(&self, issuer: OrgId, at: Timestamp) -> Option<Subject> {
        [Role::Supervisor, Role::JointMeetingOffice].into_iter().find_map(|role| self.cast.subject(issuer, role, 0, at))
    }

    fn bring_down(&self, tx: &mut Tx, ctx: &Ctx, state: &Petition) -> Result<(), Error> {
        let Some(rise) = state.rises.in_force() else { return Ok(()) };
        let patience = if chance(state.id, STAYS) { BROUGHT_DOWN_AFTER * 4 } else { BROUGHT_DOWN_AFTER };
        let roles = [Role::BureauOfficer, Role::StationLead, Role::JointMeetingOffice, Role::UnitLeader];
        let mut leads = roles.into_iter();
        let Some(lead) = leads.find_map(|role| self.cast.subject(rise.raised.to, role, 0, ctx.now())) else {
            return Ok(());
        };
        if !is_older(Some(rise.at), patience, ctx.now()) {
            return Ok(());
        }
        self.do_anew(tx, ctx, &lead, state.id, &state.rises)?;
        let reason = Text::parse("reason", "方案定了，回到原单位按方案办。")?;
        oversight::bring_down(tx, &self.kit, ctx, &lead, state.id, None, reason)
    }
}

/// Once in so many, the same each time for the same case.
fn chance(id: CaseId, times: u8) -> bool {
    id.0.as_bytes()[15].is_multiple_of(times)
}

fn is_older(since: Option<Timestamp>, than: SignedDuration, now: Timestamp) -> bool {
    since.is_some_and(|since| since + than <= now)
}

/// What a rule refuses is nobody's fault.
fn allowed<T>(done: Result<T, Error>) -> Result<(), Error> {
    match done {
        Err(Error::Fault(fault)) => Err(Error::Fault(fault)),
        _ => Ok(()),
    }
}
