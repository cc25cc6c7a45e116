//! Asking a unit to assist 协办, and ending its part. What it sees is what is ticked here.

use domain::{
    case::Claim,
    petition::{Command, CommandKind as K},
};
use kernel::{ClaimId, OrgId};

use super::{
    PetitionScene,
    read::{day, org, text},
    units::{self, Bars},
};
use crate::{
    desk::act::Panel,
    forms::{Field, Form, FormErrors, Reader, Submission},
    ui::Line,
};

fn bars(scene: &PetitionScene) -> Bars {
    let state = &scene.view.state;
    Bars { respondent: state.respondent, holder: Some(state.holder()), must_answer: false }
}

fn tick(claim: &Claim) -> String {
    format!("part-{}", claim.no)
}

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    if kind == K::EndAssistance {
        return Panel::new(t.say("assist-end-intro"))
            .with(&asked(scene, form))
            .with(&form.area("reason", "desk-reason"));
    }
    let ticks = scene.view.state.live_claims().map(|claim| {
        let words = t.say("desk-claim-heading").with("no", claim.no).with("text", claim.plainly());
        form.check(&tick(claim), "assist-part").named(words).to_string()
    });
    let ticks = format!(
        "<h3 class=\"lx-beside__title\" id=\"claims\">{}</h3>{}",
        Line::from(t.say("assist-claims")),
        ticks.collect::<String>()
    );
    Panel::new(t.say("assist-ask-intro"))
        .with(&units::picker(t, form, "assist-unit", &scene.choices.orgs, bars(scene)))
        .with(&ticks)
        .with(&form.area("task", "assist-task").hint("assist-task-hint"))
        .with(&form.date("due", "assist-due").hint("assist-due-hint"))
}

/// The units that assist now.
fn asked(scene: &PetitionScene, form: &Form) -> Field {
    let name = |unit: OrgId| scene.view.names.get(&unit).cloned().unwrap_or_default();
    let field = form.choice("unit", "assist-unit");
    scene.view.state.assisting().fold(field, |field, part| field.option_named(&part.unit.to_string(), name(part.unit)))
}

pub(super) fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    if kind == K::EndAssistance {
        let unit = org(&mut reader, "unit", |id| scene.view.state.assisting().any(|part| part.unit == id));
        let command =
            unit.zip(text(&mut reader, "reason")).map(|(unit, reason)| Command::EndAssistance { unit, reason });
        return reader.finish(command);
    }
    let bars = bars(scene);
    let unit = org(&mut reader, "to", |id| bars.allow(&scene.choices.orgs, id));
    let claims = ticked(scene, &mut reader);
    let task = text(&mut reader, "task");
    let due = day(&mut reader, "due");
    let command = unit.zip(task).zip(due).zip(claims).map(|(((unit, task), due), claims)| Command::AskAssistance {
        unit,
        claims,
        task,
        due,
    });
    reader.finish(command)
}

fn ticked(scene: &PetitionScene, reader: &mut Reader<'_>) -> Option<Vec<ClaimId>> {
    let claims: Vec<ClaimId> =
        scene.view.state.live_claims().filter(|claim| reader.ticked(&tick(claim))).map(|claim| claim.id).collect();
    if claims.is_empty() {
        reader.refuse(kernel::Refusal::invalid("claims", "assistance-without-part"));
        return None;
    }
    Some(claims)
}
