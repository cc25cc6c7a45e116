//! What may be done with a file now. Pure: what stands around the matter is an argument.

use jiff::civil::Date;
use kernel::{Ctx, Refusal};
use uuid::Uuid;

use super::{
    model::{Datum, Fact, MatterFile, Packed, Removed, Wish},
    rules::After,
};
use crate::actor::Actor;

/// What stands around the matter and keeps its file from being removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// The procedure runs, or runs again.
    pub open: bool,
    /// A review, a supervision, a report about it, another step of the same story is not over.
    pub beside: bool,
}

/// What is asked of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Put her data right.
    Correct {
        /// Where the old words are kept.
        change: Uuid,
        /// Which data change.
        data: Vec<Datum>,
    },
    /// She asks something.
    Ask {
        /// Its id.
        ask: Uuid,
        /// What.
        wish: Wish,
    },
    /// The bureau answers.
    Answer {
        /// What was asked.
        ask: Uuid,
        /// Whether it is done.
        granted: bool,
    },
    /// Limit its use.
    Limit,
    /// Lift the limit.
    Unlimit,
    /// Keep it whatever its period says.
    Hold,
    /// End that.
    Free,
    /// Put it away.
    Pack(Box<Packed>),
    /// The matter was opened again.
    Unpack,
    /// Propose what the rule says.
    Propose,
    /// Take the proposal back, or do not follow it.
    TakeBack,
    /// Carry it out, as the second person.
    Dispose(Box<Removed>),
}

fn refuse(code: &str) -> Refusal {
    Refusal::rule(code, "P-08", "")
}

impl MatterFile {
    /// What the command leads to, or the rule that forbids it.
    ///
    /// # Errors
    /// The refusal.
    pub fn decide(&self, command: &Command, actor: Actor, ctx: &Ctx, around: Around) -> Result<Vec<Fact>, Refusal> {
        if self.removed.is_some() {
            return Err(refuse("file-removed"));
        }
        match command {
            Command::Correct { change, data } => {
                if data.is_empty() {
                    return Err(Refusal::invalid("", "data-unchanged"));
                }
                // The package no longer says what is stored: it is composed again, under the same day.
                let again = self.packed.is_some().then_some(Fact::Unpacked);
                Ok(std::iter::once(Fact::Corrected { change: *change, data: data.clone() }).chain(again).collect())
            }
            Command::Ask { ask, wish } => self.ask(*ask, *wish),
            Command::Answer { ask, granted } => self.answer(*ask, *granted, actor, around),
            Command::Limit => self.limit(around),
            Command::Unlimit => on(self.limited.is_some(), "file-not-limited", Fact::Unlimited),
            Command::Hold => on(self.held.is_none(), "file-held", Fact::Held),
            Command::Free => on(self.held.is_some(), "file-not-held", Fact::Freed),
            Command::Pack(packed) => {
                on(!around.open && self.packed.is_none(), "file-in-use", Fact::Packed(packed.clone()))
            }
            Command::Unpack => on(self.packed.is_some() && around.open, "file-in-use", Fact::Unpacked),
            Command::Propose => {
                self.is_due(ctx.today(), around)?;
                person(actor)?;
                on(self.proposed.is_none(), "file-proposed", Fact::Proposed)
            }
            Command::TakeBack => on(self.proposed.is_some(), "file-not-proposed", Fact::TakenBack),
            Command::Dispose(removed) => self.dispose(removed, actor, ctx, around),
        }
    }

    /// Whether the rule may be carried out: put away, its period over, nothing holding it.
    ///
    /// # Errors
    /// The first thing that stands against it, in the order in which a person would ask.
    pub fn is_due(&self, today: Date, around: Around) -> Result<&Packed, Refusal> {
        let packed = self.packed.as_ref().ok_or_else(|| refuse("file-in-use"))?;
        if around.open {
            return Err(refuse("file-in-use"));
        }
        if around.beside {
            return Err(refuse("file-beside"));
        }
        if self.held.is_some() {
            return Err(refuse("file-held"));
        }
        if self.open_asks().next().is_some() {
            return Err(refuse("file-asked"));
        }
        match packed.until {
            None => Err(refuse("file-forever")),
            Some(until) if today <= until => Err(refuse("file-not-yet").with("day", until)),
            Some(_) if packed.after == After::Limit && self.limited.is_some() => Err(refuse("file-limited")),
            Some(_) => Ok(packed),
        }
    }

    fn ask(&self, ask: Uuid, wish: Wish) -> Result<Vec<Fact>, Refusal> {
        on(self.open_asks().all(|asked| asked.wish != wish), "data-asked-already", Fact::Asked { ask, wish })
    }

    /// What she asked is answered once. To limit is done with the answer; so is to erase what the archives law keeps.
    fn answer(&self, ask: Uuid, granted: bool, actor: Actor, around: Around) -> Result<Vec<Fact>, Refusal> {
        person(actor)?;
        let asked = self.open_asks().find(|asked| asked.ask == ask).ok_or_else(|| refuse("data-ask-unknown"))?;
        let mut facts = vec![Fact::Answered { ask, granted }];
        if granted && matches!(asked.wish, Wish::Erase | Wish::Limit) && self.limited.is_none() {
            facts.extend(self.limit(around)?);
        }
        Ok(facts)
    }

    /// While it is handled its use cannot be limited: she would have no answer.
    fn limit(&self, around: Around) -> Result<Vec<Fact>, Refusal> {
        if around.open || around.beside {
            return Err(refuse("file-limit-open"));
        }
        on(self.limited.is_none(), "file-limited", Fact::Limited)
    }

    /// Two people, whatever follows: neither removes nor locks a file alone.
    fn dispose(&self, removed: &Removed, actor: Actor, ctx: &Ctx, around: Around) -> Result<Vec<Fact>, Refusal> {
        let packed = self.is_due(ctx.today(), around)?;
        let (first, _) = self.proposed.ok_or_else(|| refuse("file-not-proposed"))?;
        if person(actor)? == first {
            return Err(refuse("file-two-people"));
        }
        Ok(match packed.after {
            After::Limit => vec![Fact::Limited],
            After::Remove => vec![Fact::Removed(Box::new(Removed {
                first: Some(first),
                at: ctx.now(),
                rules: packed.rules.clone(),
                digest: packed.digest,
                again: false,
                ..removed.clone()
            }))],
        })
    }
}

fn person(actor: Actor) -> Result<kernel::UserId, Refusal> {
    actor.user().ok_or_else(Refusal::not_permitted)
}

fn on(fits: bool, otherwise: &str, fact: Fact) -> Result<Vec<Fact>, Refusal> {
    if fits { Ok(vec![fact]) } else { Err(refuse(otherwise)) }
}
