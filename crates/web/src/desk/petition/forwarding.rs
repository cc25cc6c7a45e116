//! From the bureau to the unit: forwarding, reporting up, objection and dispute.

use domain::{
    case::DispatchKind,
    escalation::{Cause, Raised, Redoing, Redone, Rise, Rising as _, Step},
    petition::{Command, CommandKind as K},
};
use kernel::{OrgId, Refusal, Text};

use super::{
    PetitionScene,
    read::{number, one_of, org, text},
    units::{self, Bars},
};
use crate::{
    desk::act::Panel,
    forms::{Form, FormErrors, Submission},
};

/// Who may not get it: the unit complained of, and for a change of unit the one that has it.
pub(crate) fn bars(kind: K, scene: &PetitionScene) -> Bars {
    let state = &scene.view.state;
    let changes = kind == K::ApproveObjection;
    Bars { respondent: state.respondent, holder: changes.then(|| state.holder()), must_answer: true }
}

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let (t, orgs) = (scene.t, &scene.choices.orgs);
    let units = |label| units::picker(t, form, label, orgs, bars(kind, scene));
    let party = scene.view.state.unit();
    match kind {
        K::Forward => forward(scene, form),
        K::ReportUp => Panel::new(t.say("desk-report-up-intro"))
            .with(&units::superiors(t, form, "desk-report-up-to", orgs, party))
            .with(&form.area("proposal", "desk-report-up-proposal")),
        K::Object => Panel::new(t.say("desk-object-intro"))
            .with(&form.area("reason", "desk-object-reason").hint("desk-object-reason-hint"))
            .with(&form.text("basis", "desk-object-basis").hint("desk-object-basis-hint")),
        K::RejectObjection => Panel::new(objection(scene)).with(&form.area("reason", "desk-decide-reason")),
        K::ApproveObjection => Panel::new(objection(scene))
            .with(&units("desk-approve-to"))
            .with(&form.area("reason", "desk-decide-reason")),
        K::RaiseDispute => {
            Panel::new(t.say("desk-dispute-intro")).with(&units::superiors(t, form, "desk-dispute-to", orgs, party))
        }
        K::Raise => Panel::new(t.say("desk-raise-intro"))
            .with(&orgs.iter().fold(form.choice("to", "desk-raise-to"), |field, org| {
                field.option_named(&org.id.to_string(), org.name.to_string())
            }))
            .with(&form.area("reason", "desk-raise-reason").hint("desk-raise-reason-hint")),
        K::Redo => redoing(scene, form),
        K::BringDown => Panel::new(t.say("desk-bring-down-intro")).with(&form.area("reason", "desk-bring-down-reason")),
        _ => Panel::new(t.say("desk-decide-dispute-intro"))
            .with(&units("desk-decide-dispute-to"))
            .with(&form.area("reason", "desk-decide-reason")),
    }
}

/// The re-doings that are not on record yet.
fn redoing(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let missing = scene.view.state.rises.in_force().map(Rise::missing).unwrap_or_default();
    let what = missing.iter().fold(form.choice("what", "desk-redo-what"), |field, what| {
        field.option_with(what.name(), &what.key(), &format!("{}-hint", what.key()))
    });
    Panel::new(t.say("desk-redo-intro")).with(&what).with(&form.area("found", "desk-redo-found"))
}

/// What the unit says against having it.
fn objection(scene: &PetitionScene) -> String {
    let domain::petition::Procedure::Objected { objection, .. } = &scene.view.state.procedure else {
        return String::new();
    };
    let basis = objection.basis.as_ref().map_or("—", Text::as_str);
    scene.t.say("desk-objection-words").with("reason", &objection.reason).with("basis", basis).text()
}

/// Where to, and how; also a part of the triage page.
pub(crate) fn forward(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let kinds = [DispatchKind::Forward, DispatchKind::AssignWithFeedback];
    let small = ["desk-forward-plain", "desk-forward-assign"];
    let how = kinds.iter().zip(small).fold(form.choice("kind", "desk-forward-how"), |field, (kind, small)| {
        field.option_with(kind.name(), &kind.key(), small)
    });
    Panel::new(t.say("desk-forward-intro"))
        .with(&units::picker(t, form, "desk-forward-to", &scene.choices.orgs, bars(K::Forward, scene)))
        .with(&how)
        .with(&form.text("feedback_days", "desk-forward-days").hint("desk-forward-days-hint").keyboard("numeric"))
}

fn read_forward(scene: &PetitionScene, bars: Bars, sent: &Submission) -> Result<Command, FormErrors> {
    read_dispatch(scene, bars, sent.raw("to"), sent)
}

/// Forwarding to the unit `chosen`, by whatever field it was chosen.
pub(crate) fn read_dispatch(
    scene: &PetitionScene,
    bars: Bars,
    chosen: &str,
    sent: &Submission,
) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let to: Option<OrgId> = chosen.parse().ok().filter(|id| bars.allow(&scene.choices.orgs, *id));
    match (to, chosen.trim()) {
        (Some(_), _) => {}
        (None, "") => reader.refuse(Refusal::invalid("to", "unit-not-chosen")),
        (None, _) => reader.refuse(Refusal::invalid("to", "unit-not-offered")),
    }
    let kind = one_of(&mut reader, "kind", DispatchKind::parse);
    let feedback_days = match kind {
        Some(DispatchKind::AssignWithFeedback) => number(&mut reader, "feedback_days"),
        _ => None,
    };
    let command = to.zip(kind).map(|(to, kind)| Command::Forward { to, kind, feedback_days });
    reader.finish(command)
}

pub(super) fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let listed = |id| scene.choices.orgs.iter().any(|org| org.id == id);
    let bars = bars(kind, scene);
    let unit = |id| bars.allow(&scene.choices.orgs, id);
    let command = match kind {
        K::Forward => return read_forward(scene, bars, sent),
        K::ReportUp => {
            let to = org(&mut reader, "to", listed);
            to.zip(text(&mut reader, "proposal")).map(|(to, proposal)| Command::ReportUp { to, proposal })
        }
        K::Object => {
            let reason = text(&mut reader, "reason");
            let basis = reader.optional("basis", Text::parse);
            reason.map(|reason| Command::Object { reason, basis })
        }
        K::RejectObjection => text(&mut reader, "reason").map(|reason| Command::RejectObjection { reason }),
        K::ApproveObjection => {
            let to = org(&mut reader, "to", unit);
            to.zip(text(&mut reader, "reason")).map(|(to, reason)| Command::ApproveObjection { to, reason })
        }
        K::Raise => {
            let to = org(&mut reader, "to", listed);
            to.zip(text(&mut reader, "reason")).map(|(to, reason)| {
                let cause = Cause::Person;
                let from = scene.view.state.lead();
                let (from_level, level, needs) = (None, None, vec![]);
                let raised = Raised { from, to, from_level, level, cause, reason: Some(reason), needs };
                Command::Rise(Step::Raise(Box::new(raised)))
            })
        }
        K::Redo => {
            let what = one_of(&mut reader, "what", Redoing::parse);
            what.zip(text(&mut reader, "found")).map(|(what, found)| Command::Rise(Step::Redo(Redone { what, found })))
        }
        K::BringDown => text(&mut reader, "reason").map(|reason| Command::Rise(Step::BringDown { reason })),
        K::RaiseDispute => org(&mut reader, "to", listed).map(|superior| Command::RaiseDispute { superior }),
        _ => {
            let to = org(&mut reader, "to", unit);
            to.zip(text(&mut reader, "reason")).map(|(to, reason)| Command::DecideDispute { to, reason })
        }
    };
    reader.finish(command)
}
