//! What a mediation leads to at the petition it came from, and who had a part in that and so does not mediate it.

use kernel::UserId;

use super::{
    events::Fact,
    model::{EndKind, Mediation, Source, Stage},
};
use crate::{
    lifecycle::Recorded,
    petition::{self, MediationNote, MediationStep, Petition},
    review,
};

/// What the petition is told when this happened to its mediation; none for what is said between the parties.
#[must_use]
pub fn what_follows(mediation: &Mediation, fact: &Fact) -> Option<petition::Command> {
    if mediation.opened.source != Source::Petition {
        return None;
    }
    let step = match fact {
        Fact::Opened(_) => MediationStep::Asked,
        Fact::Accepted => MediationStep::Began,
        Fact::Effective { on } => MediationStep::Agreed { on: *on },
        Fact::Ended { kind, .. } => MediationStep::Ended { refused: *kind == EndKind::Refused, ways: mediation.ways() },
        Fact::Performed { .. } if mediation.stage() == Stage::Performed => MediationStep::Performed,
        Fact::WaysTold { .. } => MediationStep::Broken,
        _ => return None,
    };
    let opened = &mediation.opened;
    let note = MediationNote { mediation: opened.id, number: opened.number.clone(), committee: opened.committee, step };
    Some(petition::Command::NoteMediation(Box::new(note)))
}

/// Whoever handled, wrote, checked or signed anything of the petition, acted for its unit, or is her agent.
#[must_use]
pub fn involved(petition: &Petition, events: &[Recorded<petition::Fact>]) -> Vec<UserId> {
    review::involved(petition, events, &[], review::Level::Review).people
}
