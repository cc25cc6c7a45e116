//! One command on one petition, where it is more than what every life cycle shares.

use domain::{
    access::Subject,
    document::DocType,
    escalation::Step,
    petition::{Command, CommandKind, FinalBasis, Petition},
};
use kernel::{CaseId, Ctx, Refusal, Text, UserId};
use store::Tx;

use super::finality::{self, RestsOn};
use crate::{
    document,
    error::Error,
    jobs,
    kit::Kit,
    mandate::{self, NewMandate},
    matter::{self, Loaded},
    network,
};

/// What is asked: a command, or one that the office completes with a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// As it is.
    Command(Command),
    /// Sign: the document number is drawn in the same transaction.
    Sign,
    /// The same for an answer that looks like the one a review sent back: what is new in it.
    SignAnew {
        /// In words.
        differs: Text<1000>,
    },
    /// A mandate: guardian and witnesses are written down in the same transaction.
    Mandate(Box<NewMandate>),
    /// "No more accepted", first of two: the recheck it rests on is looked up.
    ProposeFinality {
        /// Which recheck.
        rests_on: RestsOn,
        /// In what the facts and reasons are the same.
        same: Text<2000>,
    },
    /// Name an agent: the point she belongs to is looked up.
    Designate {
        /// Whom.
        agent: UserId,
        /// Why.
        reason: Text<500>,
    },
    /// It is a suggestion and goes on as one: the suggestion is begun in the same transaction.
    MoveToSuggestion {
        /// Its category, where it is not the petition's.
        category: Option<Text<120>>,
    },
}

impl Act {
    fn kind(&self) -> CommandKind {
        match self {
            Self::Command(command) => command.kind(),
            Self::Sign | Self::SignAnew { .. } => CommandKind::Sign,
            Self::Mandate(_) => CommandKind::GiveMandate,
            Self::ProposeFinality { .. } => CommandKind::ProposeFinality,
            Self::Designate { .. } => CommandKind::Designate,
            Self::MoveToSuggestion { .. } => CommandKind::MoveToSuggestion,
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
/// As [`matter::act`].
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    act: &Act,
) -> Result<Petition, Error> {
    if let Act::MoveToSuggestion { category } = act {
        crate::suggestion::move_here(tx, kit, ctx, subject, id, expected, category.clone())?;
        return Ok(matter::open::<Petition>(tx, id)?.state);
    }
    let loaded = matter::open_to_change::<Petition>(tx, id)?;
    let actor = matter::permitted(subject, act.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let command = match act {
        Act::ProposeFinality { rests_on, same } => finality::propose(tx, subject, rests_on, same)?,
        _ => complete(tx, kit, ctx, act, &loaded, actor.user())?,
    };
    let region = loaded.row.region.clone();
    let after = matter::carry_out(tx, kit, ctx, actor, loaded, &command)?;
    if settles(command.kind())
        && let Some(window) = after.running(jobs::WINDOW)
    {
        matter::unmark(tx, &region, window.id)?;
    }
    Ok(after)
}

/// What a matter whose window is over may still wait for: promises kept, hand-offs taken, the report given, the level above done
/// with it. The sweeper then closes it (10.1 row 20); while the window runs it finds nothing to do.
fn settles(kind: CommandKind) -> bool {
    use CommandKind as K;
    matches!(kind, K::VerifyExecution | K::HandoffAccepted | K::ClosingReport | K::BringDown)
}

fn complete(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    act: &Act,
    loaded: &Loaded<Petition>,
    by: Option<UserId>,
) -> Result<Command, Error> {
    match act {
        Act::ProposeFinality { .. }
        | Act::MoveToSuggestion { .. }
        | Act::Command(
            Command::MoveToSuggestion { .. }
            | Command::Sign { .. }
            | Command::GiveMandate(_)
            | Command::Designate { .. }
            | Command::ProposeFinality { basis: FinalBasis::Known { .. }, .. },
        ) => Err(Refusal::not_permitted().into()),
        Act::Command(Command::Rise(Step::Raise(raised))) => {
            let raised = crate::oversight::completed(tx, kit, &loaded.state, raised)?;
            Ok(Command::Rise(Step::Raise(Box::new(raised))))
        }
        Act::Command(command) => {
            if let Command::RecordExecution(said) = command {
                super::evidence::lies_with_it(tx, &loaded.row.region, loaded.state.id, said)?;
            }
            Ok(command.clone())
        }
        Act::Mandate(new) => mandate::complete(tx, kit, ctx, loaded, by, new),
        Act::Designate { agent, reason } => {
            let acting = mandate::may_act(tx, *agent, ctx.today())?;
            let stand_in = network::stand_in(tx, ctx, *agent)?;
            Ok(Command::Designate { agent: *agent, org: acting.org, stand_in, reason: reason.clone() })
        }
        Act::Sign => {
            let number = document::next_of(tx, kit, ctx, loaded.state.holder(), DocType::Opinion)?;
            Ok(Command::Sign { number, differs: None })
        }
        Act::SignAnew { differs } => {
            let number = document::next_of(tx, kit, ctx, loaded.state.holder(), DocType::Opinion)?;
            Ok(Command::Sign { number, differs: Some(differs.clone()) })
        }
    }
}
