//! What the desk makes of her claims: put plainly, split, joined, found in the facts. Her words stand on every form.

use domain::{
    case::Claim,
    petition::{Command, CommandKind as K},
};
use kernel::{ClaimId, Refusal, Text};

use super::{
    PetitionScene,
    handling::{claim, claims_where},
    read::text,
};
use crate::{
    desk::act::Panel,
    forms::{Field, Form, FormErrors, Reader, Submission},
};

/// Whether the claim's wording is still the desk's to read.
fn open(claim: &Claim) -> bool {
    claim.is_live() && !claim.is_settled()
}

/// The only claim that fits is chosen already.
pub(super) fn fill(kind: K, scene: &PetitionScene, form: Form) -> Form {
    let fits: Vec<&Claim> = match kind {
        K::SeparateClaim => scene.view.state.claims.iter().filter(|claim| !claim.is_live()).collect(),
        K::RephraseClaim | K::SplitClaim => scene.view.state.claims.iter().filter(|claim| open(claim)).collect(),
        _ => vec![],
    };
    let [only] = fits.as_slice() else { return form };
    let form = form.filled("claim", only.id.to_string());
    if kind == K::RephraseClaim { form.filled("reading", only.plainly().as_str()) } else { form }
}

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::RephraseClaim => Panel::new(t.say("claim-rephrase-intro"))
            .with(&claims_where(scene, form, open))
            .with(&form.area("reading", "claim-rephrase-reading").hint("claim-rephrase-reading-hint")),
        K::SplitClaim => Panel::new(t.say("claim-split-intro"))
            .with(&claims_where(scene, form, open))
            .with(&form.area("parts", "claim-split-parts").hint("claim-split-parts-hint")),
        K::JoinClaims => {
            Panel::new(t.say("claim-join-intro")).with(&claims_where(scene, form, open)).with(&into(scene, form))
        }
        K::SeparateClaim => {
            Panel::new(t.say("claim-separate-intro")).with(&claims_where(scene, form, |claim| !claim.is_live()))
        }
        _ => Panel::new(t.say("claim-add-intro"))
            .with(&form.area("words", "claim-add-words").hint("claim-add-words-hint"))
            .with(&form.area("reading", "claim-rephrase-reading").hint("claim-add-reading-hint")),
    }
}

fn into(scene: &PetitionScene, form: &Form) -> Field {
    let field = form.choice("into", "claim-join-into");
    scene.view.state.claims.iter().filter(|claim| open(claim)).fold(field, |field, claim| {
        let words = scene.t.say("desk-claim-heading").with("no", claim.no).with("text", claim.plainly());
        field.option_named(&claim.id.to_string(), words)
    })
}

pub(super) fn read(kind: K, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = match kind {
        K::RephraseClaim => {
            let reading = reader.optional("reading", Text::parse);
            claim(&mut reader).map(|claim| Command::RephraseClaim { claim, reading })
        }
        K::SplitClaim => {
            let parts = parts(&mut reader);
            claim(&mut reader).zip(parts).map(|(claim, parts)| Command::SplitClaim { claim, parts })
        }
        K::JoinClaims => {
            let into = other(&mut reader, "into");
            claim(&mut reader).zip(into).map(|(claim, into)| Command::JoinClaims { claim, into })
        }
        K::SeparateClaim => claim(&mut reader).map(|claim| Command::SeparateClaim { claim }),
        _ => {
            let reading = reader.optional("reading", Text::parse);
            text(&mut reader, "words").map(|words| Command::AddClaim { words, reading })
        }
    };
    reader.finish(command)
}

/// One thing a line; an empty line is none.
fn parts(reader: &mut Reader<'_>) -> Option<Vec<Text<2000>>> {
    reader.required("parts", "claim-parts-missing", |field, text| {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Text::parse(field, line)).collect()
    })
}

fn other(reader: &mut Reader<'_>, name: &str) -> Option<ClaimId> {
    reader
        .required(name, "choose-one", |field, text| text.parse().map_err(|_| Refusal::invalid(field, "unknown-choice")))
}
