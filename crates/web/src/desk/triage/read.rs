//! Reading the form of triage: both decisions at once, every mistake at once.

use domain::{
    case::{Claim, MatterType, StatutoryRoute},
    petition::{Command, CommandKind as K},
};
use kernel::{ClaimId, OrgId, Refusal, Text};

use crate::{
    desk::petition::{PetitionScene, bars, read_dispatch, read_triage},
    forms::{FormErrors, Reader, Submission},
};

/// The value of a claim's way that leaves it to the unit.
pub(super) const OPEN: &str = "OPEN";

/// Triage and forwarding as they were chosen.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    pub(super) triage: Command,
    pub(super) forward: Command,
}

impl Chosen {
    /// The unit.
    pub(super) fn to(&self) -> Option<OrgId> {
        match &self.forward {
            Command::Forward { to, .. } => Some(*to),
            _ => None,
        }
    }
}

/// Both steps. Who is complained of on this very form may not be chosen either.
pub(super) fn read(scene: &PetitionScene, sent: &Submission) -> Result<Chosen, FormErrors> {
    let triage = triage(scene, sent);
    let mut bars = bars(K::Forward, scene);
    if let Ok(Command::Triage { respondent, .. }) = &triage {
        bars.respondent = *respondent;
    }
    match (triage, read_dispatch(scene, bars, &chosen_unit(sent), sent)) {
        (Ok(triage), Ok(forward)) => Ok(Chosen { triage, forward }),
        (Err(one), Err(other)) => {
            let mut all = one.refusals().to_vec();
            all.extend(other.refusals().iter().filter(|refusal| !one.refusals().contains(refusal)).cloned());
            Err(all.into())
        }
        (Err(errors), _) | (_, Err(errors)) => Err(errors),
    }
}

/// The unit picked from the whole list, otherwise the card that is marked.
pub(super) fn chosen_unit(sent: &Submission) -> String {
    typed_or(sent, "to_other", "to")
}

/// What was typed or picked by hand wins over the suggestion beside it; the panel says which one holds.
pub(super) fn typed_or(sent: &Submission, typed: &str, offered: &str) -> String {
    let typed = sent.raw(typed).trim();
    if typed.is_empty() { sent.raw(offered).to_owned() } else { typed.to_owned() }
}

fn triage(scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let first = read_triage(sent);
    let mut reader = sent.reader();
    let appeal = sent.raw("matter_type") == MatterType::AppealClaim.name();
    let routes: Vec<(ClaimId, StatutoryRoute)> =
        scene.view.state.live_claims().filter_map(|claim| route(&mut reader, sent, claim, appeal)).collect();
    let path = typed_or(sent, "category_other", "category");
    let category: Option<Text<120>> = match path.trim() {
        "" => None,
        path => match Text::parse("category", path) {
            Ok(path) => Some(path),
            Err(refusal) => {
                reader.refuse(refusal);
                None
            }
        },
    };
    match (first, reader.finish(Some(()))) {
        (Ok(Command::Triage { matter_type, purpose, respondent, .. }), Ok(())) => {
            Ok(Command::Triage { matter_type, purpose, category, respondent, routes })
        }
        (Ok(other), Ok(())) => Ok(other),
        (Err(one), Err(other)) => {
            let mut all = one.refusals().to_vec();
            all.extend(other.refusals().iter().filter(|refusal| !one.refusals().contains(refusal)).cloned());
            Err(all.into())
        }
        (Err(errors), _) | (_, Err(errors)) => Err(errors),
    }
}

/// The way of one claim: one of the six, or left to the unit. Only what asks for a decision has to have one.
fn route(reader: &mut Reader<'_>, sent: &Submission, claim: &Claim, needed: bool) -> Option<(ClaimId, StatutoryRoute)> {
    let parse = |field: &str, text: &str| match text {
        OPEN => Ok(None),
        name => StatutoryRoute::parse(name).map(Some).ok_or_else(|| Refusal::invalid(field, "unknown-choice")),
    };
    let name = format!("route-{}", claim.no);
    let sent_nothing = sent.raw(&name).trim().is_empty();
    let read = reader.optional(&name, parse);
    if needed && sent_nothing {
        reader.refuse(Refusal::invalid(&name, "route-not-chosen").with("claim", claim.no));
    }
    read.flatten().map(|route| (claim.id, route))
}
