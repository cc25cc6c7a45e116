//! What the petition knows of mediations beside it (article 33, R-066, 10.1 row 14): that one was asked for, that it runs, that it led
//! to an agreement or to none. What was said there stands in the mediation and is nobody's here. No clock stops for one (T-10).

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, OrgId, Refusal};
use serde::{Deserialize, Serialize};

use super::{
    events::{Event, Fact},
    model::{Petition, Procedure},
    rules,
    transitions::CommandKind,
};
use crate::{env::Env, mediation::Way};

/// What happened to a mediation, as it is noted in the petition's own log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediationNote {
    /// The mediation.
    pub mediation: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Who mediates.
    pub committee: OrgId,
    /// What happened.
    pub step: MediationStep,
}

/// A step of a mediation, as far as the petition is concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MediationStep {
    /// The parties are asked whether they want it.
    Asked,
    /// All of them do.
    Began,
    /// They agreed; it binds from this day.
    Agreed {
        /// The day.
        on: Date,
    },
    /// It ended without an agreement.
    Ended {
        /// One of them did not want it at all.
        refused: bool,
        /// What stays open.
        ways: Vec<Way>,
    },
    /// Everything agreed was done.
    Performed,
    /// Something agreed was not done, and both were told how to get it.
    Broken,
}

impl MediationStep {
    /// In one word, for sentences.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Began => "began",
            Self::Agreed { .. } => "agreed",
            Self::Ended { refused: true, .. } => "refused",
            Self::Ended { refused: false, .. } => "ended",
            Self::Performed => "performed",
            Self::Broken => "broken",
        }
    }
}

/// A mediation, as the petition knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediated {
    /// Its last note.
    #[serde(flatten)]
    pub note: MediationNote,
    /// The day from which its agreement binds, once it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<Date>,
    /// Since when it stands so.
    pub at: Timestamp,
}

impl Petition {
    /// The mediation that runs, when one does.
    #[must_use]
    pub fn in_mediation(&self) -> Option<&Mediated> {
        self.mediations.iter().find(|one| one.note.step == MediationStep::Began)
    }

    /// The agreement that stands, when there is one: binding, and not broken.
    #[must_use]
    pub fn agreed_in_mediation(&self) -> Option<&Mediated> {
        let binds = |one: &&Mediated| one.agreed_on.is_some() && one.note.step != MediationStep::Broken;
        self.mediations.iter().rev().find(binds)
    }

    pub(super) fn apply_mediation(&mut self, fact: &Fact, at: Timestamp) {
        match fact {
            Fact::MediationNoted(note) => {
                let binds = if let MediationStep::Agreed { on } = note.step { Some(on) } else { None };
                match self.mediations.iter_mut().find(|one| one.note.mediation == note.mediation) {
                    Some(known) => {
                        (known.note, known.at) = (note.as_ref().clone(), at);
                        known.agreed_on = known.agreed_on.or(binds);
                    }
                    None => self.mediations.push(Mediated { note: note.as_ref().clone(), agreed_on: binds, at }),
                }
            }
            Fact::Settled { mediation } => {
                if let Procedure::Handling(handling) = &self.procedure {
                    let handling = handling.clone();
                    self.procedure = Procedure::Settled { handling, mediation: *mediation, at };
                }
            }
            _ => {}
        }
    }
}

/// A note of a mediation; it moves no clock.
pub(super) fn note(note: &MediationNote) -> Vec<Event> {
    vec![Event::of(Fact::MediationNoted(Box::new(note.clone())))]
}

/// 和解结案 (article 33): the agreement stands in the place of an answer. Only under one that binds, and not while what was agreed is
/// broken.
pub(super) fn settle(petition: &Petition, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let agreed = petition.agreed_in_mediation();
    let agreed = agreed.ok_or_else(|| Refusal::rule("settle-no-agreement", "R-066", "A33"))?;
    rules::an_assignment_is_reported(petition)?;
    crate::escalation::rules::redone_before_it_ends(&petition.rises)?;
    let fact = Fact::Settled { mediation: agreed.note.mediation };
    Ok(vec![Event { fact, clocks: petition.stop_for(CommandKind::Settle, env.now()) }])
}
