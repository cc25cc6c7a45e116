//! The file of a matter as its events lead to it.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, Digest, DivisionCode, OrgId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rules::After;
use crate::{
    actor::Actor,
    case::CaseKind,
    lifecycle::{self, Recorded, facts},
    names,
};

names! {
    /// What is stored about her, piece by piece.
    pub enum Datum in "datum" {
        /// 姓名
        Name = "NAME",
        /// 电话
        Phone = "PHONE",
        /// 地址
        Address = "ADDRESS",
        /// 用什么语言回复
        Language = "LANGUAGE",
        /// 怎么通知
        Notice = "NOTICE",
    }
}

names! {
    /// What she asks about her data.
    pub enum Wish in "data-wish" {
        /// 更正: put right what she cannot put right herself.
        Correct = "CORRECT",
        /// 删除
        Erase = "ERASE",
        /// 限制处理
        Limit = "LIMIT",
        /// 解释说明
        Explain = "EXPLAIN",
    }
}

names! {
    /// Where a file stands.
    pub enum Stage in "file-stage" {
        /// 在用
        InUse = "IN_USE",
        /// 已归档
        Kept = "KEPT",
        /// 已提出处置，等第二个人
        Proposed = "PROPOSED",
        /// 已限制处理
        Limited = "LIMITED",
        /// 已销毁
        Removed = "REMOVED",
    }
}

/// An event of a file.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The name of its stream.
    pub id: Uuid,
    /// The matter.
    pub case: CaseId,
    /// Its number, which stays when all else goes.
    pub number: CaseNumber,
    /// What it is.
    pub kind: CaseKind,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The bureau that keeps it.
    pub bureau: OrgId,
}

/// What putting it away fixes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    /// SM3 of the package; composed again it has the same bytes.
    pub digest: Digest,
    /// The form of the package.
    pub form: u32,
    /// How many papers and files are in it.
    pub entries: u32,
    /// Its length in bytes.
    pub bytes: u64,
    /// The day from which the period counts.
    pub on: Date,
    /// The last day on which it is kept; none: for ever.
    pub until: Option<Date>,
    /// What follows.
    pub after: After,
    /// The version of the rules that say so.
    pub rules: String,
}

/// What is left of a stream whose words were taken out: enough to check that exactly these events stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The stream.
    pub stream: Uuid,
    /// How many events it had.
    pub events: i64,
    /// The hash of the last.
    pub head: Digest,
    /// SM3 over number, time, author and kind of each: the chain no longer guards these by themselves.
    pub outline: Digest,
}

/// What removing it fixes. No word of the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Who proposed it; none when a removal was carried out again after a backup was put back.
    pub first: Option<UserId>,
    /// When it was first removed.
    pub at: Timestamp,
    /// The version of the rules.
    pub rules: String,
    /// The package that it was.
    pub digest: Digest,
    /// The streams whose words were taken out: the matter's, those beside it, its letters'.
    pub traces: Vec<Trace>,
    /// Carried out again after a backup was put back.
    pub again: bool,
}

facts! {
    /// The facts of a file.
    pub enum Fact
    /// Begun: something is to be kept beside the matter.
    Opened(Box<Opened>) = "file.opened",
    /// Her data was put right; the old words are kept, sealed, under `change`.
    Corrected {
        /// The entry that keeps the old words.
        change: Uuid,
        /// Which data.
        data: Vec<Datum>,
    } = "file.corrected",
    /// She asked something about her data; her words are kept, sealed.
    Asked {
        /// Its id.
        ask: Uuid,
        /// What.
        wish: Wish,
    } = "file.asked",
    /// The bureau answered; its words are kept, sealed.
    Answered {
        /// What was asked.
        ask: Uuid,
        /// Whether it is done.
        granted: bool,
    } = "file.answered",
    /// Its use is limited from now on.
    Limited = "file.limited",
    /// The limit is lifted.
    Unlimited = "file.unlimited",
    /// Nothing is removed while this holds: a court, an inspection, a claim asks for it.
    Held = "file.held",
    /// The hold ended.
    Freed = "file.freed",
    /// Put away: the package and its period.
    Packed(Box<Packed>) = "file.packed",
    /// Taken up again, because the matter was opened again: the period begins anew when it is put away anew.
    Unpacked = "file.unpacked",
    /// One person proposes what the rule says.
    Proposed = "file.disposal_proposed",
    /// The proposal was taken back or not followed.
    TakenBack = "file.disposal_taken_back",
    /// A second person carried it out.
    Removed(Box<Removed>) = "file.removed",
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The entry that keeps the old words.
    pub change: Uuid,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// Which data.
    pub data: Vec<Datum>,
}

/// Something she asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Its id.
    pub ask: Uuid,
    /// What.
    pub wish: Wish,
    /// When.
    pub at: Timestamp,
    /// Answered when, and whether it is done.
    pub answered: Option<(Timestamp, bool)>,
}

/// A file as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterFile {
    /// How it began.
    pub opened: Opened,
    /// Corrections, oldest first.
    pub corrections: Vec<Correction>,
    /// What she asked, oldest first.
    pub asks: Vec<Asked>,
    /// Since when its use is limited.
    pub limited: Option<Timestamp>,
    /// Since when nothing of it may be removed.
    pub held: Option<Timestamp>,
    /// How it was put away.
    pub packed: Option<Packed>,
    /// Who proposed to dispose of it, and when.
    pub proposed: Option<(UserId, Timestamp)>,
    /// How it was removed, and by whom in the end.
    pub removed: Option<(Removed, Actor)>,
    /// The number of events behind this state.
    pub version: i64,
}

impl MatterFile {
    /// The state that a first event begins; `None` when the event cannot be a first one.
    #[must_use]
    pub fn begin(first: &Recorded<Fact>) -> Option<Self> {
        let Fact::Opened(opened) = &first.event.fact else { return None };
        Some(Self {
            opened: (**opened).clone(),
            corrections: vec![],
            asks: vec![],
            limited: None,
            held: None,
            packed: None,
            proposed: None,
            removed: None,
            version: 1,
        })
    }

    /// The state after one more event. Total.
    pub fn apply(&mut self, next: &Recorded<Fact>) {
        self.version = next.seq;
        let (at, by) = (next.at, next.actor);
        match &next.event.fact {
            Fact::Opened(_) => {}
            Fact::Corrected { change, data } => {
                self.corrections.push(Correction { change: *change, at, by, data: data.clone() });
            }
            Fact::Asked { ask, wish } => self.asks.push(Asked { ask: *ask, wish: *wish, at, answered: None }),
            Fact::Answered { ask, granted } => {
                let asked = self.asks.iter_mut().rev().find(|asked| asked.ask == *ask && asked.answered.is_none());
                if let Some(asked) = asked {
                    asked.answered = Some((at, *granted));
                }
            }
            Fact::Limited => (self.limited, self.proposed) = (Some(at), None),
            Fact::Unlimited => self.limited = None,
            Fact::Held => self.held = Some(at),
            Fact::Freed => self.held = None,
            Fact::Packed(packed) => self.packed = Some((**packed).clone()),
            Fact::Unpacked => (self.packed, self.proposed) = (None, None),
            Fact::Proposed => self.proposed = by.user().map(|user| (user, at)),
            Fact::TakenBack => self.proposed = None,
            Fact::Removed(removed) => (self.removed, self.proposed) = (Some(((**removed).clone(), by)), None),
        }
    }

    /// The state after a whole stream.
    #[must_use]
    pub fn replay(events: &[Recorded<Fact>]) -> Option<Self> {
        let (first, rest) = events.split_first()?;
        let mut state = Self::begin(first)?;
        for event in rest {
            state.apply(event);
        }
        Some(state)
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            Self { removed: Some(_), .. } => Stage::Removed,
            Self { proposed: Some(_), .. } => Stage::Proposed,
            Self { limited: Some(_), .. } => Stage::Limited,
            Self { packed: Some(_), .. } => Stage::Kept,
            _ => Stage::InUse,
        }
    }

    /// What she asked and nobody answered yet.
    pub fn open_asks(&self) -> impl Iterator<Item = &Asked> {
        self.asks.iter().filter(|asked| asked.answered.is_none())
    }

    /// The last day on which it is kept, once it was put away.
    #[must_use]
    pub fn until(&self) -> Option<Date> {
        self.packed.as_ref().and_then(|packed| packed.until)
    }
}
