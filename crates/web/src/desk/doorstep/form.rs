//! The form of the doorstep as a petition: the agent's fields, parsed at the same door as every other registration.

use domain::{case::Channel, people::Role};
use kernel::Refusal;
use services::{
    mandate::NewMandate,
    petition::{Door, NewPetition, PetitionForm},
};

use crate::{
    desk::{Desk, register},
    forms::{FormErrors, Submission},
};

/// Reads the form; everything that is wrong at once. The key is the draft's own, so that it is registered once.
pub(super) fn read(
    desk: &Desk,
    sent: &Submission,
    refused: Vec<Refusal>,
) -> Result<(NewPetition, Option<NewMandate>, String), FormErrors> {
    let mut reader = sent.reader();
    let key = reader.key();
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
    reader.finish(new.zip(key).map(|(new, key)| (new, mandate, key)))
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
