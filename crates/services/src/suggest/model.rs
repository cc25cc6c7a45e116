//! What a suggestion is made of.

use std::ops::Range;

use domain::{
    case::{MatterType, StatutoryRoute},
    dispatch::{self, CategoryPath, Duty},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, DivisionCode, Message, OrgId};

use crate::cause::Said;

/// Everything that is suggested for one matter.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// What kind of matter it is.
    pub matter_type: Option<Guess<MatterType>>,
    /// Which way each claim goes, in the order of the claims.
    pub routes: Vec<RouteGuess>,
    /// What it is about, best first; at most five.
    pub categories: Vec<Guess<CategoryPath>>,
    /// Who should have it, best first; never who is complained of.
    pub units: Vec<Candidate>,
    /// Who came up and may not have it.
    pub forbidden: Vec<Barred>,
    /// The words that led there.
    pub marks: Vec<Mark>,
    /// What is like it, most like first.
    pub similar: Vec<LookAlike>,
    /// Several matters of one place in few days, when there are.
    pub wave: Option<Wave>,
    /// The version of the dispatch catalogue; `None`: the jurisdiction keeps none.
    pub catalogue_version: Option<String>,
}

/// A guess with how sure it is, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess<T> {
    /// What.
    pub value: T,
    /// 0 to 1: the share of what speaks for it.
    pub confidence: f64,
    /// Why, in a sentence.
    pub reason: Message,
}

impl<T> Guess<T> {
    pub(super) fn new(value: T, confidence: f64, reason: Message) -> Self {
        Self { value, confidence, reason }
    }
}

/// The suggested branch of article 31 for one claim.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteGuess {
    /// The claim's number.
    pub claim: u16,
    /// Which branch.
    pub route: StatutoryRoute,
    /// The item of article 31: 1 to 6.
    pub item: u8,
    /// Why, in a sentence.
    pub reason: Message,
}

impl RouteGuess {
    pub(super) fn of(claim: u16, guess: &dispatch::RouteGuess) -> Self {
        Self { claim, route: guess.route, item: guess.route.item(), reason: guess.reason() }
    }
}

/// A unit that could have the matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The unit.
    pub org: OrgId,
    /// Its full name.
    pub name: String,
    /// 主办, or 可加为协办.
    pub duty: Duty,
    /// 0 to 1.
    pub confidence: f64,
    /// Two to four full sentences.
    pub reasons: Vec<Message>,
}

/// Somebody who may not have the matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Barred {
    /// The unit, when it is one of ours; a company complained of is none.
    pub org: Option<OrgId>,
    /// Its name.
    pub name: String,
    /// Why, in a sentence.
    pub reason: Message,
}

/// Which text a mark stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextPart {
    /// The title.
    Title,
    /// The story.
    Facts,
    /// The claim with this number.
    Claim(u16),
}

/// What marked words speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// 地: where.
    Place,
    /// 类: what about.
    Category,
    /// 急: what makes it urgent.
    Urgency,
    /// 方: the other side.
    Party,
}

/// What a mark led to.
#[derive(Debug, Clone, PartialEq)]
pub enum Led {
    /// The suggested unit.
    Unit(String),
    /// A category, which need not be the one on top.
    Category(CategoryPath),
    /// That it goes first.
    First,
    /// Who may not have it.
    Barred(String),
}

/// Words of the original text on which a suggestion rests.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// In which text.
    pub part: TextPart,
    /// Where, in bytes, on character boundaries; sorted and apart within a text.
    pub range: Range<usize>,
    /// What the words speak of.
    pub kind: MarkKind,
    /// Which suggestion they led to.
    pub led: Led,
}

/// A matter that is like this one.
#[derive(Debug, Clone)]
pub struct LookAlike {
    /// The matter.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// What it is about, in one line.
    pub title: String,
    /// Where.
    pub division: DivisionCode,
    /// When it was received.
    pub received_at: Timestamp,
    /// Who has it.
    pub holder: OrgId,
    /// Its name.
    pub holder_name: String,
    /// Where it stands, for [`Message::say`].
    pub stage: Message,
    /// The procedure has ended.
    pub is_over: bool,
    /// How like it is: 0 to 1.
    pub likeness: f64,
    /// Why it is thought to be like: one or two sentences.
    pub why: Vec<Message>,
    /// What a person said about the two before.
    pub said: Option<Said>,
    /// A word of a place that both tell of.
    pub place: Option<String>,
}

/// Several like matters of one place within some days: perhaps one cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    /// How many matters, this one among them.
    pub count: usize,
    /// Within how many days.
    pub days: i64,
    /// The place, as people call it.
    pub place: Option<String>,
    /// The others.
    pub others: Vec<CaseId>,
}

impl Wave {
    /// 11 天里同一个地方 4 件: as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = if self.place.is_some() { "suggest-wave-place" } else { "suggest-wave" };
        let message = Message::new(key).with("count", self.count).with("days", self.days);
        match &self.place {
            Some(place) => message.with("place", place),
            None => message,
        }
    }
}
