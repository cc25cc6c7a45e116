//! One command on a review, and what it leads to at its petition.

use domain::{
    access::Subject,
    actor::Actor,
    document::DocType,
    lifecycle::Governed,
    petition::{self, Petition},
    review::{Command, CommandKind, Fact, Level, Review, follow},
    transition::Who,
};
use kernel::{CaseId, Ctx, Refusal};
use store::Tx;

use crate::{
    document,
    error::Error,
    kit::Kit,
    matter::{self, Loaded},
    petition::Access,
};

/// What is asked, as a page or a program asks it.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// As it is.
    Command(Command),
    /// Sign: the document number is drawn in the same transaction.
    Sign,
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

impl Act {
    /// The kind of command.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::Command(command) => command.kind(),
            Self::Sign => CommandKind::Sign,
        }
    }
}

/// The letter that a review's opinion is.
#[must_use]
pub(crate) fn opinion_of(level: Level) -> DocType {
    match level {
        Level::Review => DocType::ReviewOpinion,
        Level::Recheck => DocType::RecheckOpinion,
    }
}

/// Carries out what a member of staff asks.
///
/// # Errors
/// `not-permitted`, `stale`, or the rule that forbids it; also one of the petition's, then nothing happened.
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    act: &Act,
) -> Result<Review, Error> {
    let loaded = matter::open_to_change::<Review>(tx, id)?;
    let actor = matter::permitted(subject, act.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let command = match act {
        // The number is never given from outside.
        Act::Command(Command::Sign { .. }) => return Err(Refusal::not_permitted().into()),
        Act::Command(command) => command.clone(),
        Act::Sign => {
            let kind = opinion_of(loaded.state.level);
            Command::Sign { number: document::next_of(tx, kit, ctx, loaded.state.organ, kind)? }
        }
    };
    carry_out(tx, kit, ctx, actor, loaded, &command)
}

/// Carries out what she asks, proven by the number and code of her petition.
///
/// # Errors
/// `not-permitted` for a review that is not of her petition, or what is not hers to ask.
pub fn act_as_petitioner(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    id: CaseId,
    command: &Command,
) -> Result<Review, Error> {
    let loaded = matter::open_to_change::<Review>(tx, id)?;
    let hers = Review::row(command.kind()).who.contains(&Who::Petitioner);
    if loaded.state.petition != access.case() || !hers {
        return Err(Refusal::not_permitted().into());
    }
    carry_out(tx, kit, ctx, Actor::Petitioner, loaded, command)
}

fn carry_out(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    loaded: Loaded<Review>,
    command: &Command,
) -> Result<Review, Error> {
    let (region, before) = (loaded.row.region.clone(), loaded.state.version);
    let after = matter::carry_out(tx, kit, ctx, actor, loaded, command)?;
    let events = matter::history::<Fact>(tx, &region, after.id)?;
    for event in events.iter().filter(|event| event.seq > before) {
        if let Some(note) = follow::what_follows(&after, &event.event.fact) {
            tell(tx, kit, ctx, actor, &after, &note)?;
        }
    }
    Ok(after)
}

/// The petition's own log; and where nothing is awaited any more, its end.
fn tell(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    review: &Review,
    note: &petition::Command,
) -> Result<(), Error> {
    let loaded = matter::open_to_change::<Petition>(tx, review.petition)?;
    let petition = matter::carry_out(tx, kit, ctx, actor, loaded, note)?;
    if petition.finally_answered().is_none() {
        return Ok(());
    }
    let close =
        |tx: &mut Tx| matter::act(tx, kit, ctx, &Subject::System, review.petition, None, &petition::Command::Close);
    match tx.attempt(close) {
        Ok(_) => Ok(()),
        // A promise is open: the unit keeps it first.
        Err(Error::Refused(refusal)) => {
            tracing::info!(case = %review.petition, code = %refusal.code, "finally answered, and not yet over");
            Ok(())
        }
        Err(fault) => Err(fault),
    }
}
