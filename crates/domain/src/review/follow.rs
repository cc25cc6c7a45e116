//! What a review leads to at its petition, and who had a part before it.

use std::collections::BTreeSet;

use kernel::{OrgId, UserId};

use super::{
    events::Fact,
    model::{Level, Review},
};
use crate::{
    lifecycle::Recorded,
    petition::{self, Petition, ReviewNote, ReviewStep},
};

/// What the petition is told when this happened to its review; none for what is the office's own. Whoever records the one
/// records the other, in one transaction.
#[must_use]
pub fn what_follows(review: &Review, fact: &Fact) -> Option<petition::Command> {
    let step = match fact {
        Fact::Requested(_) => ReviewStep::Requested {
            claims: review.contested.iter().map(|contested| contested.claim).collect(),
            late: review.late.is_some(),
        },
        Fact::Accepted { .. } => ReviewStep::Accepted { due: review.term().map(|clock| clock.statutory) },
        Fact::Rejected { ground, reason } => ReviewStep::Refused { ground: *ground, reason: reason.clone() },
        Fact::Withdrawn { .. } => ReviewStep::Withdrawn,
        Fact::Served { on, .. } => {
            let issued = review.issued()?;
            ReviewStep::Served { number: issued.number.clone(), on: *on, rulings: issued.rulings.clone() }
        }
        _ => return None,
    };
    let note =
        ReviewNote { review: review.id, number: review.number.clone(), level: review.level, organ: review.organ, step };
    Some(petition::Command::NoteReview(Box::new(note)))
}

/// Who answered before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Involved {
    /// The organisations.
    pub bodies: Vec<OrgId>,
    /// The people.
    pub people: Vec<UserId>,
}

/// Who had a part in what is contested: the unit with everybody who acted for it, whoever handled, wrote, checked or signed, and
/// her agents; before a recheck also the office that reviewed, with its people.
#[must_use]
pub fn involved(
    petition: &Petition,
    events: &[Recorded<petition::Fact>],
    earlier: &[Review],
    level: Level,
) -> Involved {
    let mut bodies: BTreeSet<OrgId> = petition.unit().into_iter().collect();
    bodies.extend(petition.handling().map(|handling| handling.dispatch.unit));
    let mut people: BTreeSet<UserId> = petition.handler().into_iter().collect();
    for recorded in events {
        match &recorded.event.fact {
            petition::Fact::Accepted { handler, .. } | petition::Fact::Reassigned { handler, .. } => {
                people.insert(*handler);
            }
            _ => {}
        }
        let (user, org) = (recorded.actor.user(), recorded.actor.org());
        people.extend(user.filter(|_| org.is_some_and(|org| bodies.contains(&org))));
    }
    if let Some(opinion) = petition.opinion() {
        people.extend([opinion.drafted_by, opinion.checked_by, opinion.signed_by]);
    }
    people.extend(petition.agent);
    people.extend(petition.agency.past.iter().map(|ended| ended.agent));
    if level == Level::Recheck {
        for review in earlier {
            bodies.extend([review.organ, review.office]);
            people.extend(review.people());
        }
    }
    Involved { bodies: bodies.into_iter().collect(), people: people.into_iter().collect() }
}
