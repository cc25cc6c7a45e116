//! What the petition knows of the reviews of its answer (10.6): which are open, what they led to, what has to be answered anew,
//! and whether the matter is finally answered. The reviews themselves are life cycles of their own.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClaimId, OrgId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::model::{Petition, Procedure};
use crate::{
    case::{Claim, StatutoryRoute},
    review::{Finality, Level, RejectGround, ReviewResult, Ruling},
};

/// One review of the answer, as the petition knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// The review.
    pub review: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Which of the two.
    pub level: Level,
    /// Who decides.
    pub organ: OrgId,
    /// What is contested.
    pub claims: Vec<ClaimId>,
    /// When she asked.
    pub at: Timestamp,
    /// Where it stands.
    pub state: ContestState,
}

/// Where a review stands, as far as the petition is concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ContestState {
    /// Asked for.
    Requested,
    /// Looked into; decided until this day.
    Accepted {
        /// The day.
        due: Option<Date>,
    },
    /// Not taken up.
    Refused,
    /// She took it back.
    Withdrawn,
    /// Decided and served.
    Served {
        /// The opinion's number.
        number: Text<60>,
        /// When it reached her.
        on: Date,
        /// What was decided.
        results: Vec<(ClaimId, ReviewResult)>,
    },
}

impl Contest {
    /// Whether it is still to be decided or served.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, ContestState::Requested | ContestState::Accepted { .. })
    }

    /// What was decided of a claim.
    #[must_use]
    pub fn result(&self, claim: ClaimId) -> Option<ReviewResult> {
        match &self.state {
            ContestState::Served { results, .. } => {
                results.iter().find(|(id, _)| *id == claim).map(|(_, result)| *result)
            }
            _ => None,
        }
    }
}

/// What a review sent back: the unit answers these claims anew, and not with the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redo {
    /// The claims with the answers that do not stand any more.
    pub claims: Vec<(ClaimId, Text<5000>)>,
    /// Since when.
    pub at: Timestamp,
}

/// The answer that stood before a review sent part of it back: what was not contested may still be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredBefore {
    /// The opinion's number.
    pub number: Text<60>,
    /// When it reached her.
    pub on: Date,
}

/// 疏导教育、帮扶救助 after the matter was finally answered (article 37.3): what is done, not what anybody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    /// Which office sees to it.
    pub org: OrgId,
    /// What is done.
    pub what: Text<1000>,
    /// From which day.
    pub from: Date,
    /// Until which day, or when it is looked at again.
    pub until: Date,
}

/// A piece of care on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareOnRecord {
    /// What.
    #[serde(flatten)]
    pub care: Care,
    /// Who wrote it down.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// Everything of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contests {
    /// Every review, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<Contest>,
    /// What is being answered anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redo: Option<Redo>,
    /// The answer before that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<AnsweredBefore>,
    /// Finally answered, how and since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finality: Option<(Finality, Timestamp)>,
    /// Opened again since: reviews from before speak of answers that are not in force any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What is done for her afterwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub care: Vec<CareOnRecord>,
}

impl Contests {
    /// Whether nobody ever contested anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The reviews that are open.
    pub fn open(&self) -> impl Iterator<Item = &Contest> {
        self.list.iter().filter(|contest| contest.is_open())
    }

    /// The last review that reached her and spoke of this claim.
    #[must_use]
    pub fn last_of(&self, claim: ClaimId) -> Option<&Contest> {
        let in_force = |contest: &&Contest| self.since.is_none_or(|since| contest.at >= since);
        self.list.iter().rev().filter(in_force).find(|contest| contest.result(claim).is_some())
    }
}

/// A note of the review in the log of its petition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewNote {
    /// The review.
    pub review: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Which of the two.
    pub level: Level,
    /// Who decides.
    pub organ: OrgId,
    /// What happened to it.
    #[serde(flatten)]
    pub step: ReviewStep,
}

/// What happened to a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReviewStep {
    /// She asked.
    Requested {
        /// What is contested.
        claims: Vec<ClaimId>,
        /// After its day.
        late: bool,
    },
    /// Taken up.
    Accepted {
        /// Decided until.
        due: Option<Date>,
    },
    /// Not taken up.
    Refused {
        /// Why.
        ground: RejectGround,
        /// In words.
        reason: Text<2000>,
    },
    /// She took it back.
    Withdrawn,
    /// Decided and served.
    Served {
        /// The opinion's number; beside that of the review it has a name of its own in the log.
        #[serde(rename = "opinion")]
        number: Text<60>,
        /// When it reached her.
        on: Date,
        /// What was decided.
        rulings: Vec<(ClaimId, Ruling)>,
    },
}

/// How a claim stands to review and recheck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It took another branch of article 31: there is no review of it.
    Routed(StatutoryRoute),
    /// No answer to it has reached her yet.
    Unanswered,
    /// Its answer may be contested at this level.
    Open(Level),
    /// It is being contested.
    Contested(Level),
    /// A review sent it back, and the new answer is awaited.
    SentBack,
    /// Rechecked: finally answered.
    Final,
}

impl Petition {
    /// How a claim stands to review and recheck.
    #[must_use]
    pub fn standing(&self, claim: &Claim) -> Standing {
        match claim.route {
            Some(StatutoryRoute::PetitionProcedure) => {}
            Some(route) => return Standing::Routed(route),
            None => return Standing::Unanswered,
        }
        if let Some(contest) = self.contests.open().find(|contest| contest.claims.contains(&claim.id)) {
            return Standing::Contested(contest.level);
        }
        let redo = self.contests.redo.as_ref();
        if redo.is_some_and(|redo| redo.claims.iter().any(|(id, _)| *id == claim.id)) {
            return Standing::SentBack;
        }
        let last = self.contests.last_of(claim.id);
        match last.and_then(|contest| Some((contest.level, contest.result(claim.id)?))) {
            Some((_, result)) if result.sends_back() => self.answered(claim),
            Some((Level::Review, _)) => Standing::Open(Level::Recheck),
            Some((Level::Recheck, _)) => Standing::Final,
            None => self.answered(claim),
        }
    }

    fn answered(&self, claim: &Claim) -> Standing {
        let served = self.served().is_some() || self.contests.before.is_some();
        if claim.answer.is_some() && served { Standing::Open(Level::Review) } else { Standing::Unanswered }
    }

    /// Whether she has the answer to this claim in her hands: what a review sent back, and what is signed and not served, she has
    /// not.
    #[must_use]
    pub fn has_reached_her(&self, claim: &Claim) -> bool {
        let standing = self.standing(claim);
        claim.answer.is_some() && matches!(standing, Standing::Open(_) | Standing::Contested(_) | Standing::Final)
    }

    /// The claims that may be contested at a level.
    pub fn contestable(&self, level: Level) -> impl Iterator<Item = &Claim> {
        self.live_claims().filter(move |claim| self.standing(claim) == Standing::Open(level))
    }

    /// The opinion that is contested when these claims are: its number, when it reached her, and the review before a recheck.
    #[must_use]
    pub fn contested_opinion(&self, level: Level, claims: &[ClaimId]) -> Option<(Text<60>, Date, Option<CaseId>)> {
        match level {
            Level::Recheck => {
                let contest = claims.iter().find_map(|claim| self.contests.last_of(*claim))?;
                match &contest.state {
                    ContestState::Served { number, on, .. } => Some((number.clone(), *on, Some(contest.review))),
                    _ => None,
                }
            }
            Level::Review => {
                let now =
                    self.opinion().zip(self.served()).map(|(opinion, served)| (opinion.number.clone(), served.on));
                let before = || self.contests.before.as_ref().map(|before| (before.number.clone(), before.on));
                now.or_else(before).map(|(number, on)| (number, on, None))
            }
        }
    }

    /// Whether the answer is being looked at by the level above.
    #[must_use]
    pub fn is_under_review(&self) -> bool {
        self.contests.open().next().is_some()
    }

    /// How it was finally answered.
    #[must_use]
    pub fn finally_answered(&self) -> Option<Finality> {
        self.contests.finality.map(|(how, _)| how)
    }

    /// The claims that have to be answered anew, when a review sent some back.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Redo> {
        self.contests.redo.as_ref()
    }

    /// Whether every claim that had its answer here was rechecked, and nothing is awaited any more.
    #[must_use]
    pub fn is_rechecked(&self, now: Timestamp) -> bool {
        let answered = |claim: &&Claim| claim.route == Some(StatutoryRoute::PetitionProcedure);
        matches!(self.procedure, Procedure::Served { .. })
            && !self.is_under_review()
            && self.live_claims().filter(answered).all(|claim| match self.standing(claim) {
                // What she did not contest in time stands beside what she did.
                Standing::Open(level) => self.running(level.window()).is_none_or(|clock| clock.due_at <= now),
                standing => standing == Standing::Final,
            })
            && self.live_claims().any(|claim| self.standing(claim) == Standing::Final)
    }
}
