//! What stands in the cells. No name of a petitioner, no telephone, no address: the number leads to the case, and the case asks who
//! looks.

use std::collections::HashMap;

use domain::{
    actor::Actor,
    case::{CaseKind, FollowUpMethod, Grade},
    document::{Cell, PaperStage},
    escalation::{Cause, Raised},
    lifecycle::Event,
    mandate::Mandate,
    names::key_of,
    petition,
    supervision::{self, Supervision},
    work_order,
};
use jiff::Timestamp;
use kernel::{DivisionCode, Fault, Locale, Message, OrgId, UserId, beijing_date, i18n};
use serde::de::DeserializeOwned;
use store::Tx;

use super::{
    kind::Ledger,
    rows::{Paper, Row, Stored},
};
use crate::{
    divisions,
    matter::{self, MatterRow},
    organisation, people,
};

/// Makes cells; keeps the names that it has looked up.
pub(super) struct Cells {
    locale: Locale,
    orgs: HashMap<OrgId, String>,
    people: HashMap<UserId, String>,
    places: HashMap<DivisionCode, String>,
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn day(at: Timestamp) -> Cell {
    Cell::Day(beijing_date(at))
}

fn count(n: usize) -> Cell {
    Cell::Number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)))
}

fn read<F: DeserializeOwned>(stored: &Stored) -> Result<F, Fault> {
    let event: Event<F> =
        serde_json::from_str(&stored.body).map_err(|error| Fault::inconsistent("event.body", error))?;
    Ok(event.fact)
}

impl Cells {
    pub(super) fn new(locale: Locale) -> Self {
        Self { locale, orgs: HashMap::new(), people: HashMap::new(), places: HashMap::new() }
    }

    /// The cells of one row, one for each column.
    pub(super) fn of(&mut self, tx: &mut Tx, ledger: Ledger, row: &Row) -> Result<Vec<Cell>, Fault> {
        let cells = match row {
            Row::Case(case) if ledger == Ledger::Find => self.find(tx, case)?,
            Row::Case(case) => self.registered(tx, case)?,
            Row::Event(case, event) => {
                let mut cells =
                    vec![text(case.number.as_str()), text(&case.title), text(self.place(tx, &case.facts.division)?)];
                cells.extend(self.happened(tx, ledger, case, event)?);
                cells
            }
            Row::Letter(paper) => self.letter(tx, paper)?,
        };
        debug_assert_eq!(cells.len(), ledger.columns().len(), "{ledger}");
        Ok(cells)
    }

    fn registered(&mut self, tx: &mut Tx, case: &MatterRow) -> Result<Vec<Cell>, Fault> {
        Ok(vec![
            text(case.number.as_str()),
            text(&case.title),
            text(self.say(&key_of("channel", &case.channel))),
            text(match case.kind() {
                CaseKind::Petition => self.say(&key_of("matter", &case.matter_type)),
                kind => self.message(&kind.message()),
            }),
            text(self.place(tx, &case.facts.division)?),
            day(case.received_at),
            day(case.registered_at),
            count(case.claims as usize),
            text(self.holder(tx, case)?),
            self.stage(case),
            case.due.as_ref().map_or(Cell::Empty, |due| Cell::Day(due.on)),
        ])
    }

    fn find(&mut self, tx: &mut Tx, case: &MatterRow) -> Result<Vec<Cell>, Fault> {
        Ok(vec![
            text(case.number.as_str()),
            text(self.say(&key_of("find-signal", &case.title))),
            text(self.place(tx, &case.facts.division)?),
            day(case.received_at),
            text(self.holder(tx, case)?),
            self.stage(case),
        ])
    }

    /// What follows number, title and place.
    fn happened(&mut self, tx: &mut Tx, ledger: Ledger, case: &MatterRow, event: &Stored) -> Result<Vec<Cell>, Fault> {
        match ledger {
            Ledger::Dispatch => self.dispatched(tx, case, event),
            Ledger::Overdue => Ok(vec![
                text(self.say(&format!("clock-{}", clock_of(event)?))),
                day(event.at),
                text(self.holder(tx, case)?),
                self.stage(case),
            ]),
            Ledger::Raised => self.raised(tx, event),
            Ledger::FollowUp => self.called(event),
            Ledger::Agency => self.given(tx, case, event),
            Ledger::Supervision => self.supervised(tx, case, event),
            Ledger::Register | Ledger::Find | Ledger::Letters => Ok(vec![]),
        }
    }

    fn dispatched(&mut self, tx: &mut Tx, case: &MatterRow, event: &Stored) -> Result<Vec<Cell>, Fault> {
        let (from, to, how) = if event.kind.starts_with("petition.") {
            let petition::Fact::Forwarded { from, to, kind } = read(event)? else { return Ok(wrong(5)) };
            (Some(from), to, self.message(&kind.message()))
        } else {
            let work_order::Fact::Dispatched { to, .. } = read(event)? else { return Ok(wrong(5)) };
            (author(event)?.org(), to, self.say("ledger-how-order"))
        };
        let from = from.map(|from| self.org(tx, from)).transpose()?.unwrap_or_default();
        Ok(vec![day(event.at), text(how), text(from), text(self.org(tx, to)?), self.stage(case)])
    }

    fn raised(&mut self, tx: &mut Tx, event: &Stored) -> Result<Vec<Cell>, Fault> {
        let raised: Box<Raised> = if event.kind.starts_with("petition.") {
            let petition::Fact::Raised(raised) = read(event)? else { return Ok(wrong(6)) };
            raised
        } else {
            let work_order::Fact::Raised(raised) = read(event)? else { return Ok(wrong(6)) };
            raised
        };
        let level = |level: Option<kernel::OrgLevel>| {
            level.map_or(Cell::Empty, |level| text(self.say(&format!("org-level-{}", level.name().to_lowercase()))))
        };
        let (from_level, to_level) = (level(raised.from_level), level(raised.level));
        let cause = match &raised.cause {
            Cause::Person => self.say("ledger-cause-person"),
            Cause::Rule(rule) => self.message(
                &Message::new("ledger-cause-rule").with("trigger", rule.trigger.key()).with("measured", rule.measured),
            ),
        };
        let (from, to) = (self.org(tx, raised.from)?, self.org(tx, raised.to)?);
        Ok(vec![day(event.at), from_level, text(from), to_level, text(to), text(cause)])
    }

    fn called(&mut self, event: &Stored) -> Result<Vec<Cell>, Fault> {
        let heard = if event.kind.starts_with("petition.") {
            let petition::Fact::FollowedUp { method, heard, .. } = read(event)? else { return Ok(wrong(7)) };
            let said = heard.map(|heard| {
                let solved = heard.claims.iter().filter(|(_, solved)| *solved).count();
                (solved, heard.claims.len() - solved, heard.grade, heard.pressed)
            });
            (Some(method), said)
        } else {
            let work_order::Fact::FollowedUp { solved, pressed, grade, method, .. } = read(event)? else {
                return Ok(wrong(7));
            };
            (method, Some((usize::from(solved), usize::from(!solved), grade, pressed)))
        };
        Ok(self.heard(event.at, heard.0, heard.1))
    }

    fn heard(
        &self,
        at: Timestamp,
        method: Option<FollowUpMethod>,
        said: Option<(usize, usize, Option<Grade>, bool)>,
    ) -> Vec<Cell> {
        let method = method.map_or(Cell::Empty, |method| text(self.message(&method.message())));
        let yes = |yes: bool| text(self.say(if yes { "ledger-yes" } else { "ledger-no" }));
        let mut cells = vec![day(at), method, yes(said.is_some())];
        match said {
            Some((solved, unsolved, grade, pressed)) => cells.extend([
                count(solved),
                count(unsolved),
                grade.map_or(Cell::Empty, |grade| text(self.message(&grade.message()))),
                yes(pressed),
            ]),
            None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]),
        }
        cells
    }

    fn given(&mut self, tx: &mut Tx, case: &MatterRow, event: &Stored) -> Result<Vec<Cell>, Fault> {
        let mandate: Box<Mandate> = if case.kind() == CaseKind::WorkOrder {
            let work_order::Fact::MandateGiven(mandate) = read(event)? else { return Ok(wrong(7)) };
            mandate
        } else {
            let petition::Fact::MandateGiven(mandate) = read(event)? else { return Ok(wrong(7)) };
            mandate
        };
        let powers: Vec<String> = mandate.powers.iter().map(|power| self.message(&power.message())).collect();
        Ok(vec![
            day(event.at),
            text(self.person(tx, mandate.agent)?),
            text(self.org(tx, mandate.org)?),
            text(powers.join("、")),
            Cell::Day(mandate.until),
            text(self.message(&mandate.signing.way.message())),
            self.stage(case),
        ])
    }

    fn supervised(&mut self, tx: &mut Tx, case: &MatterRow, event: &Stored) -> Result<Vec<Cell>, Fault> {
        let (rung, number, days) = match read(event)? {
            supervision::Fact::Issued(made) => (Some(made.kind), made.number, made.reply_days),
            supervision::Fact::Signed { no, number, .. } => {
                // What was drafted says which letter it is.
                let loaded = matter::load::<Supervision>(tx, &case.region, case.id())?;
                let rung = loaded.as_ref().and_then(|loaded| loaded.state.rung(no));
                (rung.map(|rung| rung.kind), Some(number), rung.and_then(|rung| rung.reply_days))
            }
            _ => return Ok(wrong(6)),
        };
        let rung = rung.map_or(Cell::Empty, |rung| text(self.message(&rung.message())));
        let days = days.map_or(Cell::Empty, |days| Cell::Number(f64::from(days)));
        let number = number.map_or(Cell::Empty, |number| text(number.as_str()));
        Ok(vec![day(event.at), rung, number, text(self.holder(tx, case)?), days, self.stage(case)])
    }

    fn letter(&mut self, tx: &mut Tx, paper: &Paper) -> Result<Vec<Cell>, Fault> {
        let to = paper.to.map(|to| self.org(tx, to)).transpose()?;
        let state = if paper.stage == PaperStage::Void { paper.stage } else { PaperStage::Issued };
        Ok(vec![
            paper.number.as_ref().map_or(Cell::Empty, text),
            text(self.message(&paper.kind.message())),
            day(paper.issued_at),
            text(self.org(tx, paper.org)?),
            text(to.unwrap_or_else(|| self.say("letters-to-her"))),
            paper.case.as_ref().map_or(Cell::Empty, text),
            text(self.message(&state.message())),
            paper.code.as_ref().map_or(Cell::Empty, text),
        ])
    }

    fn stage(&self, case: &MatterRow) -> Cell {
        text(self.say(&case.kind().stage_key(&case.stage)))
    }

    fn say(&self, key: &str) -> String {
        i18n::say(self.locale, key, [])
    }

    fn message(&self, message: &Message) -> String {
        message.say(self.locale)
    }

    fn org(&mut self, tx: &mut Tx, id: OrgId) -> Result<String, Fault> {
        if let Some(name) = self.orgs.get(&id) {
            return Ok(name.clone());
        }
        let name = organisation::name(tx, id)?;
        self.orgs.insert(id, name.clone());
        Ok(name)
    }

    fn holder(&mut self, tx: &mut Tx, case: &MatterRow) -> Result<String, Fault> {
        case.facts.holder.map_or(Ok(String::new()), |holder| self.org(tx, holder))
    }

    fn person(&mut self, tx: &mut Tx, id: UserId) -> Result<String, Fault> {
        if let Some(name) = self.people.get(&id) {
            return Ok(name.clone());
        }
        let name = people::names(tx, [id])?.remove(&id).unwrap_or_default();
        self.people.insert(id, name.clone());
        Ok(name)
    }

    fn place(&mut self, tx: &mut Tx, code: &DivisionCode) -> Result<String, Fault> {
        if let Some(name) = self.places.get(code) {
            return Ok(name.clone());
        }
        let name = divisions::get(tx, code)?.map_or_else(|| code.to_string(), |division| division.name);
        self.places.insert(code.clone(), name.clone());
        Ok(name)
    }
}

/// The clock that ran out.
fn clock_of(event: &Stored) -> Result<String, Fault> {
    Ok(if event.kind.starts_with("petition.") {
        let petition::Fact::ClockOverdue { def, .. } = read(event)? else { return Ok(String::new()) };
        def
    } else {
        let work_order::Fact::ClockOverdue { def, .. } = read(event)? else { return Ok(String::new()) };
        def
    })
}

fn author(event: &Stored) -> Result<Actor, Fault> {
    serde_json::from_str(&event.actor).map_err(|error| Fault::inconsistent("event.actor", error))
}

/// Empty cells for an event that is not what its kind says; `verify` tells of it.
fn wrong(columns: usize) -> Vec<Cell> {
    vec![Cell::Empty; columns]
}
