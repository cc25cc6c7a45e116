//! Triage, and what does not belong here.

use domain::{
    case::{MatterType, Purpose},
    petition::{Command, CommandKind as K, Elsewhere, NotAcceptReason},
};
use kernel::{Refusal, Text};
use services::petition::{Act, RestsOn};

use super::{
    PetitionScene,
    read::{one_of, text},
};
use crate::{
    desk::act::Panel,
    forms::{Form, FormErrors, Reader, Submission},
    i18n::Say,
};

pub(crate) fn fill(scene: &PetitionScene, form: Form) -> Form {
    let state = &scene.view.state;
    form.filled("matter_type", state.matter_type.name())
        .filled("purpose", state.purpose.name())
        .filled("category", state.category.as_ref().map_or("", Text::as_str))
        .filled("respondent", state.respondent.map(|id| id.to_string()).unwrap_or_default())
}

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::Triage => triage(scene, form),
        K::NotAccept => not_accept(t, form),
        K::ProposeFinality => Panel::new(t.say("finality-intro"))
            .with(&form.text("number", "finality-number").complete("off").optional("mandate-form-optional"))
            .with(&form.text("organ", "finality-organ").optional("mandate-form-optional"))
            .with(&form.text("opinion", "finality-opinion").optional("mandate-form-optional"))
            .with(&form.date("on", "finality-on").optional("mandate-form-optional"))
            .with(&form.area("same", "finality-same").hint("finality-same-hint")),
        _ => Panel::new(finality_words(scene)),
    }
}

fn finality_words(scene: &PetitionScene) -> String {
    let Some(proposal) = scene.view.state.finality() else { return String::new() };
    match &proposal.same {
        Some(same) => scene.t.say("finality-second").with("recheck", &proposal.recheck).with("same", same).text(),
        None => scene.t.say("finality-second-plain").with("recheck", &proposal.recheck).text(),
    }
}

/// Type, purpose, category and the unit complained of; also a part of the triage page.
pub(crate) fn triage(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let types = MatterType::ALL.iter().filter(|one| **one != MatterType::Whistleblow);
    let types = types.fold(form.choice("matter_type", "desk-triage-type"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    });
    let purposes = Purpose::ALL.iter().fold(form.select("purpose", "desk-triage-purpose"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    });
    let respondent = form.select("respondent", "desk-triage-respondent").option("", "desk-triage-respondent-none");
    let respondent = scene
        .choices
        .orgs
        .iter()
        .fold(respondent, |field, org| field.option_named(&org.id.to_string(), org.name.as_str()));
    Panel::new(t.say("desk-triage-intro"))
        .with(&types.hint("desk-triage-type-hint"))
        .with(&purposes)
        .with(&form.text("category", "desk-triage-category").hint("desk-triage-category-hint"))
        .with(&respondent.hint("desk-triage-respondent-hint"))
}

fn not_accept(t: Say, form: &Form) -> Panel {
    let optional = |field: crate::forms::Field| field.optional("elsewhere-optional");
    Panel::new(t.say("desk-not-accept-intro"))
        .with(&reasons(t, form))
        .with(&form.area("explanation", "desk-not-accept-explanation").hint("desk-not-accept-explanation-hint"))
        .with(&optional(form.text("elsewhere.way", "elsewhere-way").hint("elsewhere-way-hint")))
        .with(&optional(form.text("elsewhere.organ", "elsewhere-organ").hint("elsewhere-organ-hint")))
        .with(&form.tel("elsewhere.phone", "elsewhere-phone").optional("elsewhere-optional"))
        .with(&optional(form.text("elsewhere.until", "elsewhere-until").hint("elsewhere-until-hint")))
}

/// Where to go instead: nothing when nothing was written; else organ and term belong together.
#[expect(clippy::option_option, reason = "not readable, left out, given")]
fn read_elsewhere(reader: &mut Reader<'_>, sent: &Submission) -> Option<Option<Box<Elsewhere>>> {
    const FIELDS: [&str; 4] = ["elsewhere.way", "elsewhere.organ", "elsewhere.phone", "elsewhere.until"];
    if FIELDS.iter().all(|name| sent.raw(name).trim().is_empty()) {
        return Some(None);
    }
    let way = reader.optional(FIELDS[0], Text::parse);
    let organ = text(reader, FIELDS[1]);
    let phone = reader.optional(FIELDS[2], Text::parse);
    let until = text(reader, FIELDS[3]);
    organ.zip(until).map(|(organ, until)| Some(Box::new(Elsewhere { way, organ, phone, until })))
}

fn reasons(t: Say, form: &Form) -> crate::forms::Field {
    NotAcceptReason::ALL.iter().fold(form.choice("reason", "desk-not-accept-reason"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    })
}

pub(crate) fn read_triage(sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let matter_type = one_of(&mut reader, "matter_type", MatterType::parse);
    let purpose = one_of(&mut reader, "purpose", Purpose::parse);
    let category = reader.optional("category", Text::<120>::parse);
    let respondent = reader.optional("respondent", |field, text| {
        text.parse().map_err(|_| kernel::Refusal::invalid(field, "unknown-choice"))
    });
    let command = matter_type.zip(purpose).map(|(matter_type, purpose)| Command::Triage {
        matter_type,
        purpose,
        category,
        respondent,
        routes: vec![],
    });
    reader.finish(command)
}

/// On which recheck it rests, and in what it is the same.
pub(super) fn read_finality(sent: &Submission) -> Result<Act, FormErrors> {
    let mut reader = sent.reader();
    let rests_on = RestsOn {
        number: reader.optional("number", Text::parse),
        organ: reader.optional("organ", Text::parse),
        opinion: reader.optional("opinion", Text::parse),
        on: reader.optional("on", |field, text| text.trim().parse().map_err(|_| Refusal::invalid(field, "date"))),
    };
    let same = text(&mut reader, "same");
    reader.finish(same.map(|same| Act::ProposeFinality { rests_on, same }))
}

pub(super) fn read(kind: K, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = match kind {
        K::Triage => return read_triage(sent),
        K::NotAccept => {
            let reason = one_of(&mut reader, "reason", NotAcceptReason::parse);
            let explanation = text(&mut reader, "explanation");
            let elsewhere = read_elsewhere(&mut reader, sent);
            let all = reason.zip(explanation).zip(elsewhere);
            all.map(|((reason, explanation), elsewhere)| Command::NotAccept { reason, explanation, elsewhere })
        }
        // What else is asked here is read by its own reader.
        _ => None,
    };
    reader.finish(command)
}
