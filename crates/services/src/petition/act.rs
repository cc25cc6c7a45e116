//! One command on one petition: load, ask access, decide, record.

use domain::{
    access::{self, Subject},
    lifecycle::Aggregate as _,
    petition::{Command, CommandKind, Petition, Transition, Who, allowed_now, transition},
};
use kernel::{CaseId, Ctx, Refusal, Text};
use store::Tx;

use super::number::document_number;
use crate::{
    error::Error,
    kit::{Kit, Terms},
    matter::{self, Deed, Loaded},
    organisation,
};

/// What is asked: a command, or one that the office completes with a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// As it is.
    Command(Command),
    /// Sign: the document number is drawn in the same transaction.
    Sign,
}

impl Act {
    fn kind(&self) -> CommandKind {
        match self {
            Self::Command(command) => command.kind(),
            Self::Sign => CommandKind::Sign,
        }
    }
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

/// Carries out what a member of staff, an agent or the system asks. `expected` is the version the form was made from.
///
/// # Errors
/// `not-permitted` (also when the case does not exist), `stale` with the versions, or the rule that forbids it.
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    act: &Act,
) -> Result<Petition, Error> {
    let loaded = load_to_change(tx, id)?;
    let actor = permitted(subject, act.kind(), &loaded)?;
    fresh(expected, &loaded)?;
    let terms = kit.terms(&loaded.state.division, kernel::beijing_date(loaded.state.registered_at));
    let command = complete(tx, ctx, act, &loaded)?;
    let events = loaded.state.decide(&command, &terms.env(ctx, actor))?;
    matter::record(tx, loaded, events, Deed { actor, at: ctx.now(), clocks: terms.clocks() })
}

/// Carries out what the petitioner asks, proven by number and code.
///
/// # Errors
/// As [`act`]; `not-permitted` for anything that is not hers to ask.
pub fn act_as_petitioner(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &super::Access,
    expected: Option<i64>,
    command: &Command,
) -> Result<Petition, Error> {
    if !transition(command.kind()).who.contains(&Who::Petitioner) {
        return Err(Refusal::not_permitted().into());
    }
    act(tx, kit, ctx, &Subject::Petitioner(access.case()), access.case(), expected, &Act::Command(command.clone()))
}

/// A command that fits the stage and the person, with the rule that still stands against it, if any.
#[derive(Debug, Clone)]
pub struct Possible {
    /// The row of the table.
    pub row: &'static Transition,
    /// Why not yet.
    pub not_yet: Option<Refusal>,
}

/// What `subject` may do with `petition` now; commands without data are tried, so that "not yet" comes with its reason.
#[must_use]
pub fn allowed(loaded: &Loaded<Petition>, subject: &Subject, terms: &Terms, ctx: &Ctx) -> Vec<Possible> {
    let mut possible = vec![];
    for row in allowed_now(&loaded.state) {
        let Ok(actor) = permitted(subject, row.command, loaded) else { continue };
        let not_yet = bare(row.command).and_then(|command| loaded.state.decide(&command, &terms.env(ctx, actor)).err());
        possible.push(Possible { row, not_yet });
    }
    possible
}

/// The command when it needs no data of its own.
fn bare(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        CommandKind::Check => Command::Check,
        CommandKind::Sign => Command::Sign { number: Text::parse("number", "—").ok()? },
        CommandKind::Close => Command::Close,
        CommandKind::Archive => Command::Archive,
        CommandKind::GrantExtension => Command::GrantExtension,
        CommandKind::ConfirmFinality => Command::ConfirmFinality,
        CommandKind::Nudge => Command::Nudge,
        CommandKind::RequestExtension => {
            Command::RequestExtension { days: 1, reason: Text::parse("reason", "—").ok()? }
        }
        _ => return None,
    })
}

/// To read.
pub(crate) fn load(tx: &mut Tx, id: CaseId) -> Result<Loaded<Petition>, Error> {
    let region = region_of(tx, id)?;
    Ok(matter::load(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// To change.
pub(crate) fn load_to_change(tx: &mut Tx, id: CaseId) -> Result<Loaded<Petition>, Error> {
    let region = region_of(tx, id)?;
    Ok(matter::load_to_change(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// Where a case of this kind lies. That there is none is said in the same words as that it is not hers to see.
fn region_of(tx: &mut Tx, id: CaseId) -> Result<String, Error> {
    match matter::place_of(tx, id)? {
        Some((region, domain::case::CaseKind::Petition)) => Ok(region),
        _ => Err(Refusal::not_permitted().into()),
    }
}

/// Asks access, and that the table lets this kind of person give the command at all.
fn permitted(subject: &Subject, kind: CommandKind, loaded: &Loaded<Petition>) -> Result<domain::actor::Actor, Refusal> {
    let row = transition(kind);
    let fits = match subject {
        Subject::Petitioner(case) => *case == loaded.state.id && row.who.contains(&Who::Petitioner),
        Subject::System => row.who.contains(&Who::System),
        Subject::Staff(_) => row.who.iter().any(|who| !matches!(who, Who::Petitioner | Who::System)),
    };
    if !fits {
        return Err(Refusal::not_permitted());
    }
    match (kind.action(), subject) {
        // What only the system does needs no leave of anybody.
        (None, Subject::System) => Ok(domain::actor::Actor::System),
        (None, _) => Err(Refusal::not_permitted()),
        (Some(action), _) => Ok(access::permit_dynamic(subject, action, &loaded.row.facts)?.actor()),
    }
}

fn fresh(expected: Option<i64>, loaded: &Loaded<Petition>) -> Result<(), Refusal> {
    match expected {
        Some(seen) if seen != loaded.row.version => {
            Err(Refusal::stale().with("seen", seen).with("now", loaded.row.version))
        }
        _ => Ok(()),
    }
}

fn complete(tx: &mut Tx, ctx: &Ctx, act: &Act, loaded: &Loaded<Petition>) -> Result<Command, Error> {
    match act {
        Act::Command(Command::Sign { .. }) => Err(Refusal::not_permitted().into()),
        Act::Command(command) => Ok(command.clone()),
        Act::Sign => {
            let unit = loaded.state.holder();
            let name = organisation::name(tx, unit)?;
            let number = document_number(tx, &loaded.row.region, unit, &name, ctx.today())?;
            Ok(Command::Sign { number })
        }
    }
}
