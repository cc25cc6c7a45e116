//! The life of a paper: drafted, put in force by a second person under its number, printed, perhaps void. Its events are a stream of
//! their own in the log and hold no word of the letter: only digests of what was sealed.

use kernel::{CaseId, Digest, LetterId, OrgId, Refusal, Text, UserId};
use serde::{Deserialize, Serialize};

use super::{
    kind::{DocType, Signing},
    number::DocNumber,
};
use crate::{
    actor::Actor,
    lifecycle::{self, facts},
    names,
};

/// An event of a paper.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drafted {
    /// Its id, also the name of its stream.
    pub id: LetterId,
    /// What it is.
    pub kind: DocType,
    /// Who sends it.
    pub org: OrgId,
    /// The case it belongs to; none for a letter of an office to an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The event of that case which it carries out, when it was made by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// The office it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<OrgId>,
    /// The digest of what it says so far.
    pub digest: Digest,
}

/// What putting it in force fixes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Its number; none for forms without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DocNumber>,
    /// The code under which anybody can check it.
    pub code: String,
    /// The template that words it.
    pub template: String,
    /// The digest of letter and template.
    pub digest: Digest,
}

/// What printing it for the first time fixes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printing {
    /// SM3 of the file.
    pub digest: Digest,
    /// Its pages.
    pub pages: u32,
    /// The edition of the press.
    pub edition: String,
}

facts! {
    /// The facts of a paper.
    pub enum Fact
    /// Written down.
    Drafted(Box<Drafted>) = "letter.drafted",
    /// Written anew before it was signed.
    Revised {
        /// The digest of what it says now.
        digest: Digest,
    } = "letter.revised",
    /// In force.
    Issued(Box<Issued>) = "letter.issued",
    /// Printed for the first time: from now on every print has these bytes.
    Printed(Box<Printing>) = "letter.printed",
    /// Dropped before it was signed; it never had a number.
    Dropped = "letter.dropped",
    /// No longer in force; its number is kept.
    Voided {
        /// Why.
        reason: Text<500>,
    } = "letter.voided",
}

names! {
    /// Where a paper stands.
    pub enum PaperStage in "paper" {
        /// 待签发
        Draft = "DRAFT",
        /// 已签发
        Issued = "ISSUED",
        /// 已作废，编号保留
        Void = "VOIDED",
        /// 没有签发就撤下了
        Dropped = "DROPPED",
    }
}

/// A paper as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// Its first event.
    pub drafted: Drafted,
    /// Who wrote it; none when a decision of a case made it.
    pub drafter: Option<UserId>,
    /// Who signed.
    pub signer: Option<UserId>,
    /// Where it stands.
    pub stage: PaperStage,
    /// The digest of what it says.
    pub digest: Digest,
    /// What was fixed when it was put in force.
    pub issued: Option<Issued>,
    /// What was fixed when it was printed.
    pub printed: Option<Printing>,
    /// The number of events behind this state.
    pub version: i64,
}

impl Paper {
    /// The state that a first event begins; `None` when the event cannot be a first one.
    #[must_use]
    pub fn begin(fact: &Fact, actor: Actor) -> Option<Self> {
        let Fact::Drafted(drafted) = fact else { return None };
        Some(Self {
            drafted: (**drafted).clone(),
            drafter: actor.user(),
            signer: None,
            stage: PaperStage::Draft,
            digest: drafted.digest,
            issued: None,
            printed: None,
            version: 1,
        })
    }

    /// The state after one more event. Total.
    pub fn apply(&mut self, fact: &Fact, actor: Actor) {
        self.version += 1;
        match fact {
            Fact::Drafted(_) => {}
            Fact::Revised { digest } => (self.digest, self.drafter) = (*digest, actor.user()),
            Fact::Issued(issued) => {
                self.stage = PaperStage::Issued;
                self.signer = actor.user();
                self.digest = issued.digest;
                self.issued = Some((**issued).clone());
            }
            Fact::Printed(printing) => self.printed = Some((**printing).clone()),
            Fact::Dropped => self.stage = PaperStage::Dropped,
            Fact::Voided { .. } => self.stage = PaperStage::Void,
        }
    }

    /// Writing it anew: only while it is a draft, by the office whose letter it is.
    ///
    /// # Errors
    /// `letter-not-a-draft`, `letter-other-office`.
    pub fn may_revise(&self, actor: Actor) -> Result<(), Refusal> {
        self.is_draft()?;
        self.of_this_office(actor)
    }

    /// 签发: a second person of the office (rules.md 6.1). What a decision of a case made is signed with that decision.
    ///
    /// # Errors
    /// `letter-not-a-draft`, `letter-other-office`, `letter-own-draft`.
    pub fn may_sign(&self, actor: Actor) -> Result<(), Refusal> {
        self.is_draft()?;
        self.of_this_office(actor)?;
        let two = self.drafted.kind.spec().signing == Signing::Two || self.drafter.is_some();
        if two && (actor.user().is_none() || actor.user() == self.drafter) {
            return Err(Refusal::rule("letter-own-draft", "6.1", "").with("letter", self.drafted.kind.key()));
        }
        Ok(())
    }

    /// 作废: what is in force, by the office whose letter it is.
    ///
    /// # Errors
    /// `letter-not-issued`, `letter-other-office`.
    pub fn may_void(&self, actor: Actor) -> Result<(), Refusal> {
        if self.stage != PaperStage::Issued {
            return Err(Refusal::rule("letter-not-issued", "6.2", "").with("stage", self.stage.key()));
        }
        self.of_this_office(actor)
    }

    fn is_draft(&self) -> Result<(), Refusal> {
        if self.stage == PaperStage::Draft {
            return Ok(());
        }
        Err(Refusal::rule("letter-not-a-draft", "6.1", "").with("stage", self.stage.key()))
    }

    fn of_this_office(&self, actor: Actor) -> Result<(), Refusal> {
        if matches!(actor, Actor::System) || actor.org() == Some(self.drafted.org) {
            return Ok(());
        }
        Err(Refusal::rule("letter-other-office", "6.1", ""))
    }
}
