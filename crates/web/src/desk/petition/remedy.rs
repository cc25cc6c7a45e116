//! Periods of other laws 法定途径的期限: noted from her papers, closed when she went there, taken back when noted by mistake.

use domain::{
    petition::{Command, CommandKind as K},
    remedy::Occasion,
};
use kernel::{ClaimId, Refusal};

use super::{PetitionScene, read::text};
use crate::{
    desk::act::Panel,
    forms::{Field, Form, FormErrors, Reader, Submission},
    portal::read_occasion,
};

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::NoteRemedy => {
            let claims = scene.view.state.live_claims().fold(form.choice("claim", "remedy-claim"), |field, claim| {
                let words = t.say("desk-claim-heading").with("no", claim.no).with("text", claim.plainly());
                field.option_named(&claim.no.to_string(), words)
            });
            let what = Occasion::ALL.iter().fold(form.choice("occasion", "remedy-occasion-desk"), |field, one| {
                field.option(one.name(), &one.key())
            });
            Panel::new(t.say("remedy-desk-intro"))
                .with(&claims)
                .with(&what)
                .with(&form.date("known", "remedy-known").hint("remedy-known-hint-desk"))
        }
        K::TakeRemedy => Panel::new(t.say("remedy-desk-went"))
            .with(&noted(scene, form))
            .with(&form.text("place", "remedy-went-place"))
            .with(&form.date("on", "remedy-went-day")),
        _ => Panel::new(t.say("remedy-desk-drop")).with(&noted(scene, form)).with(&form.area("reason", "desk-reason")),
    }
}

/// What is counted now.
fn open(scene: &PetitionScene) -> impl Iterator<Item = (String, u16, ClaimId, Occasion)> {
    let claims = scene.view.state.claims.iter();
    let all = claims.flat_map(|claim| claim.remedies.iter().map(move |one| (claim, one)));
    all.filter(|(_, one)| one.taken.is_none())
        .map(|(claim, one)| (format!("{}-{}", claim.no, one.occasion), claim.no, claim.id, one.occasion))
}

fn noted(scene: &PetitionScene, form: &Form) -> Field {
    let t = scene.t;
    open(scene).fold(form.choice("which", "remedy-which"), |field, (name, no, _, occasion)| {
        let words = t.say("remedy-of-claim").with("no", no).with("occasion", t.message(&occasion.message()));
        field.option_named(&name, words)
    })
}

pub(super) fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = match kind {
        K::NoteRemedy => {
            let claim = reader.required("claim", "claim-not-chosen", |field, text| {
                let found = scene.view.state.live_claims().find(|claim| claim.no.to_string() == text);
                found.map(|claim| claim.id).ok_or_else(|| Refusal::invalid(field, "claim-unknown"))
            });
            let noted = claim.zip(read_occasion(&mut reader));
            noted.map(|(claim, (occasion, known))| Command::NoteRemedy { claim, occasion, known })
        }
        K::TakeRemedy => {
            let which = which(scene, &mut reader);
            let (place, on) = (text(&mut reader, "place"), reader.day("on"));
            let taken = which.zip(place.zip(on));
            taken.map(|((claim, occasion), (place, on))| Command::TakeRemedy { claim, occasion, on, place })
        }
        _ => {
            let which = which(scene, &mut reader);
            let dropped = which.zip(text(&mut reader, "reason"));
            dropped.map(|((claim, occasion), reason)| Command::DropRemedy { claim, occasion, reason })
        }
    };
    reader.finish(command)
}

fn which(scene: &PetitionScene, reader: &mut Reader<'_>) -> Option<(ClaimId, Occasion)> {
    reader.required("which", "choose-one", |field, text| {
        let found = open(scene).find(|(name, ..)| name == text);
        found.map(|(.., claim, occasion)| (claim, occasion)).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    })
}
