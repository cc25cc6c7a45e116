//! How the opinion came to be: every version that was handed in, and why it went back. For those who write and sign it.

use domain::{
    access::{self, Field, Subject, actions},
    case::Answer,
    lifecycle::Recorded,
    petition::Fact,
};
use jiff::Timestamp;
use kernel::{ClaimId, Refusal, UserId};
use store::Tx;

use crate::{
    error::Error,
    matter::{self, MatterRow},
};

/// A version of the opinion as it was handed in for checking.
#[derive(Debug, Clone, PartialEq)]
pub struct HandedIn {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<UserId>,
    /// Facts found.
    pub findings: String,
    /// The answers, claim by claim.
    pub answers: Vec<(ClaimId, Answer)>,
    /// Why and when it went back, and who sent it; `None` while it stands.
    pub returned: Option<(Timestamp, Option<UserId>, String)>,
}

/// The versions handed in, oldest first.
///
/// # Errors
/// `not-permitted` for whoever does not see the notes of the offices.
pub fn drafts(tx: &mut Tx, subject: &Subject, row: &MatterRow) -> Result<Vec<HandedIn>, Error> {
    let permit = access::permit::<actions::ReadMatter>(subject, &row.facts)?;
    if !permit.shows(Field::InternalNotes) {
        return Err(Refusal::not_permitted().into());
    }
    let events: Vec<Recorded<Fact>> = matter::history(tx, &row.region, row.id())?;
    let mut versions: Vec<HandedIn> = vec![];
    for event in &events {
        let by = event.actor.user();
        match &event.event.fact {
            Fact::DraftSaved { findings, answers, submitted: true } => versions.push(HandedIn {
                at: event.at,
                by,
                findings: findings.to_string(),
                answers: answers.clone(),
                returned: None,
            }),
            Fact::DraftReturned { reason } => {
                if let Some(last) = versions.last_mut() {
                    last.returned = Some((event.at, by, reason.to_string()));
                }
            }
            _ => {}
        }
    }
    Ok(versions)
}
