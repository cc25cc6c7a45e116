//! The unit with power: acceptance, routes, contact, progress, extension.

use domain::{
    case::{Claim, StatutoryRoute},
    petition::{Command, CommandKind as K},
};
use kernel::{ClaimId, Refusal};

use super::{
    PetitionScene,
    read::{number, one_of, person, text},
};
use crate::{
    desk::{act::Panel, case::item_of},
    forms::{Field, Form, FormErrors, Reader, Submission},
    ui::Line,
};

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::Accept => accept(scene, form),
        K::HandoffAccepted => Panel::new(t.say("desk-handoff-intro"))
            .with(&claims_where(scene, form, |claim| claim.handoff.as_ref().is_some_and(|h| h.accepted.is_none())))
            .with(&form.text("number", "desk-handoff-number").hint("desk-handoff-number-hint")),
        K::Reassign => Panel::new(t.say("desk-reassign-intro"))
            .with(&colleagues(scene, form))
            .with(&form.area("reason", "desk-reason")),
        K::Contact => Panel::new(t.say("desk-contact-intro"))
            .with(&form.area("note", "desk-contact-note").hint("desk-contact-note-hint")),
        K::Progress => Panel::new(t.say("desk-progress-intro"))
            .with(&form.area("note", "desk-progress-note"))
            .with(&form.check("public", "desk-progress-public").hint("desk-progress-public-hint")),
        K::AddMaterial => Panel::new(t.say("desk-material-intro"))
            .with(&form.area("note", "desk-material-note"))
            .with(&form.files("files", "desk-material-files").hint("desk-material-files-hint"))
            .with(&crate::desk::files::KeptList::of(scene.t, form)),
        K::RequestExtension => Panel::new(t.say("desk-extension-intro"))
            .with(&form.text("days", "desk-extension-days").hint("desk-extension-days-hint").keyboard("numeric"))
            .with(&form.area("reason", "desk-extension-reason").hint("desk-extension-reason-hint")),
        K::DeclineExtension => Panel::new(asked(scene)).with(&form.area("reason", "desk-reason")),
        K::GrantExtension => Panel::new(asked(scene)),
        _ => Panel::default(),
    }
}

/// What the handler asks for.
fn asked(scene: &PetitionScene) -> Line {
    let Some(asked) = scene.view.state.handling().and_then(|handling| handling.extension.as_ref()) else {
        return Line::default();
    };
    let who = scene.view.staff.get(&asked.asked_by).cloned().unwrap_or_default();
    let said = scene.t.say("desk-extension-asked").with("who", who).with("days", asked.days);
    said.with("reason", &asked.reason).into()
}

fn colleagues(scene: &PetitionScene, form: &Form) -> Field {
    let field = form.select("handler", "desk-accept-handler").option("", "desk-choose");
    scene.choices.colleagues.iter().fold(field, |field, one| {
        let post = one.title.as_ref().map_or_else(String::new, |title| format!(" · {title}"));
        field.option_named(&one.id.to_string(), format!("{}{post}", one.name.reveal()))
    })
}

/// The claims that still need a way: those that a legal channel has accepted are its own.
fn open_claims(scene: &PetitionScene) -> impl Iterator<Item = &Claim> {
    let taken = |claim: &&Claim| claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_some());
    scene.view.state.live_claims().filter(move |claim| !taken(claim))
}

/// The ways that the desk saw at triage, as a proposal: the unit asks the six questions itself.
pub(super) fn fill(scene: &PetitionScene, form: Form) -> Form {
    open_claims(scene).fold(form, |form, claim| match claim.proposed {
        Some(route) => form.filled(&format!("route-{}", claim.no), route.name()),
        None => form,
    })
}

/// Each claim with the six questions of article 31 in their order, and where it goes when it leaves.
fn accept(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let mut panel = Panel::new(t.say("desk-accept-intro")).with(&colleagues(scene, form));
    for claim in open_claims(scene) {
        let mut routes: Vec<StatutoryRoute> = StatutoryRoute::ALL.to_vec();
        routes.sort_by_key(|route| route.item());
        let field = form.select(&format!("route-{}", claim.no), "desk-accept-route").option("", "desk-choose");
        let field = routes.iter().fold(field, |field, route| {
            let words = t.say("desk-accept-route-item").with("item", item_of(t, *route));
            field.option_named(route.name(), words.with("route", t.message(&route.message())))
        });
        panel = panel
            .with(&heading(scene, claim))
            .with(&field.hint("desk-accept-route-hint"))
            .with(&form.text(&format!("target-{}", claim.no), "desk-accept-target").hint("desk-accept-target-hint"));
    }
    panel
}

/// 第 1 条, with its words, above the fields that belong to it.
pub(super) fn heading(scene: &PetitionScene, claim: &Claim) -> Line {
    let words = scene.t.say("desk-claim-heading").with("no", claim.no).with("text", claim.plainly());
    Line::drawn(&format!("<h3 class=\"lx-beside__title\">{}</h3>", Line::from(words)))
}

/// One of the claims that `fit`.
pub(super) fn claims_where(scene: &PetitionScene, form: &Form, fit: impl Fn(&Claim) -> bool) -> Field {
    let field = form.choice("claim", "desk-which-claim");
    scene.view.state.live_claims().filter(|claim| fit(claim)).fold(field, |field, claim| {
        let words = scene.t.say("desk-claim-heading").with("no", claim.no).with("text", claim.plainly());
        field.option_named(&claim.id.to_string(), words)
    })
}

/// A claim of this case.
pub(super) fn claim(reader: &mut Reader<'_>) -> Option<ClaimId> {
    reader.required("claim", "choose-one", |field, text| {
        text.parse().map_err(|_| Refusal::invalid(field, "unknown-choice"))
    })
}

pub(super) fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = match kind {
        K::Accept => read_accept(scene, &mut reader),
        K::HandoffAccepted => {
            let claim = claim(&mut reader);
            claim.zip(text(&mut reader, "number")).map(|(claim, number)| Command::HandoffAccepted { claim, number })
        }
        K::Reassign => {
            let handler = handler(scene, &mut reader);
            handler.zip(text(&mut reader, "reason")).map(|(handler, reason)| Command::Reassign { handler, reason })
        }
        K::Contact => text(&mut reader, "note").map(|note| Command::Contact { note }),
        K::Progress => {
            let public = reader.ticked("public");
            text(&mut reader, "note").map(|note| Command::Progress { note, public })
        }
        K::AddMaterial => text(&mut reader, "note").map(|note| Command::AddMaterial { note, files: 0 }),
        K::RequestExtension => {
            let days = number(&mut reader, "days");
            days.zip(text(&mut reader, "reason")).map(|(days, reason)| Command::RequestExtension { days, reason })
        }
        K::DeclineExtension => text(&mut reader, "reason").map(|reason| Command::DeclineExtension { reason }),
        _ => None,
    };
    reader.finish(command)
}

fn handler(scene: &PetitionScene, reader: &mut Reader<'_>) -> Option<kernel::UserId> {
    let handler = person(reader, "handler")?;
    if scene.choices.colleagues.iter().any(|one| one.id == handler) {
        return Some(handler);
    }
    reader.refuse(Refusal::invalid("handler", "unknown-choice"));
    None
}

fn read_accept(scene: &PetitionScene, reader: &mut Reader<'_>) -> Option<Command> {
    let handler = handler(scene, reader);
    let mut routes = vec![];
    for claim in open_claims(scene) {
        let route = one_of(reader, &format!("route-{}", claim.no), StatutoryRoute::parse);
        let name = format!("target-{}", claim.no);
        let target = match route {
            None | Some(StatutoryRoute::PetitionProcedure) => None,
            Some(_) => text::<100>(reader, &name),
        };
        routes.extend(route.map(|route| (claim.id, route, target)));
    }
    handler.map(|handler| Command::Accept { handler, routes })
}
