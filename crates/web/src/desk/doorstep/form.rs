//! The form of the doorstep as a petition: the agent's fields, parsed at the same door as every other registration.

use domain::{
    case::{CaseKind, Channel},
    people::Role,
};
use kernel::Refusal;
use services::{
    mandate::NewMandate,
    petition::{Door, NewPetition, PetitionForm},
};

use crate::{
    desk::{Desk, register},
    forms::{FormErrors, Submission},
};

/// A form that can be registered.
#[derive(Debug, Clone)]
pub(super) struct Filled {
    /// A petition, or an order for a week's work.
    pub(super) kind: CaseKind,
    /// What she told.
    pub(super) new: NewPetition,
    /// What was ticked with it.
    pub(super) mandate: Option<NewMandate>,
    /// The draft's own.
    pub(super) key: String,
}

/// Reads the form; everything that is wrong at once. The key is the draft's own, so that it is registered once.
pub(super) fn read(desk: &Desk, sent: &Submission, refused: Vec<Refusal>) -> Result<Filled, FormErrors> {
    let mut reader = sent.reader();
    let key = reader.key();
    let kind = match sent.raw("kind") {
        // What lay on a device from before orders were taken down here is a petition.
        "" => Some(CaseKind::Petition),
        text => CaseKind::parse(text).filter(|kind| CaseKind::MATTERS.contains(kind)),
    };
    if kind.is_none() {
        reader.refuse(Refusal::invalid("kind", "unknown-choice"));
    }
    let raw = |name: &str| sent.raw(name).to_owned();
    let is_agent = desk.who.has(Role::Agent);
    let mandate = sent.raw("mandate");
    if is_agent && !matches!(mandate, "yes" | "no") {
        reader.refuse(Refusal::invalid("mandate", "choose-one"));
    }
    let entrusted = is_agent && mandate == "yes";
    let form = PetitionForm {
        facts: raw("facts"),
        claims: reader.list("claims", |_, text| Ok(text.to_owned())),
        name: raw("name"),
        phone: raw("phone"),
        address: raw("address"),
        division: raw("division"),
        grid: raw("grid"),
        channel: channel(desk, entrusted).name().to_owned(),
        truth: true,
        device_begun_at: raw("device_begun_at"),
        device_done_at: raw("device_done_at"),
        device_skew: raw("device_skew"),
        ..PetitionForm::default()
    };
    let new = match form.parse(Door::Staff, desk.visit.state.clock.now()) {
        // Under a mandate the agent stays with the matter.
        Ok(new) => Some(NewPetition { agent: entrusted.then(|| desk.who.user()), ..new }),
        Err(error) => {
            error.refusals().unwrap_or_default().iter().cloned().map(placed).for_each(|r| reader.refuse(r));
            None
        }
    };
    for refusal in refused {
        reader.refuse(refusal);
    }
    let mandate = match register::mandate_of(sent, entrusted) {
        Ok(mandate) => mandate,
        Err(errors) => {
            errors.refusals().iter().cloned().for_each(|refusal| reader.refuse(refusal));
            None
        }
    };
    // Two people never share a key.
    let key = key.map(|key| format!("{}:{key}", desk.who.user()));
    let all = new.zip(key).zip(kind).map(|((new, key), kind)| Filled { kind, new, mandate, key });
    reader.finish(all)
}

/// How it came: under a mandate, found by the grid, or simply told.
fn channel(desk: &Desk, entrusted: bool) -> Channel {
    if entrusted {
        Channel::AgentEntrusted
    } else if desk.who.has(Role::GridMember) {
        Channel::GridFound
    } else {
        Channel::Visit
    }
}

/// The parser's refusals on the form's fields, with a plain sentence for what was left empty.
fn placed(refusal: Refusal) -> Refusal {
    match (refusal.field.as_str(), refusal.code.as_str()) {
        ("facts", "text-empty") => Refusal::invalid("facts", "doorstep-facts-empty"),
        ("claims", "list-empty") => Refusal::invalid("claims", "doorstep-claims-empty"),
        ("division", "division-code") => Refusal::invalid("division", "doorstep-place-empty"),
        (field, _) => match field.strip_prefix("claims.").and_then(|n| n.parse::<usize>().ok()) {
            Some(index) => refusal.on(format!("claims-{}", index + 1)),
            None => refusal,
        },
    }
}
