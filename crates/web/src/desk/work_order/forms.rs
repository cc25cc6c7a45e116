//! The forms of a work order.

use domain::{
    agency::Ground,
    case::{FollowUpMethod, Grade},
    escalation::{Redoing, Redone, Rise, Step},
    work_order::{Command, CommandKind as K, Disposition},
};
use kernel::{Refusal, Text, UserId};
use services::mandate::NewMandate;

use super::OrderScene;
use crate::{
    desk::{
        act::Panel,
        mandate::{self, MandateFields},
        petition::{
            choice,
            read::{number, one_of, org, person, text},
            units::{self, Bars},
        },
    },
    forms::{Field, Form, FormErrors, Reader, Submission},
    i18n::Say,
};

/// Who may not get it: the unit complained of; for a change of unit, the one that has it. Whoever handles may have an order:
/// it needs no opinion.
fn bars(kind: K, scene: &OrderScene) -> Bars {
    let state = &scene.view.state;
    Bars { respondent: state.respondent, holder: (kind != K::Dispatch).then(|| state.holder()), must_answer: false }
}

pub(super) fn panel(kind: K, scene: &OrderScene, form: &Form) -> Panel {
    let (t, orgs) = (scene.t, &scene.choices.orgs);
    let units = |label| units::picker(t, form, label, orgs, bars(kind, scene));
    match kind {
        K::Answer => Panel::new(t.say("desk-order-answer-intro")).with(&form.area("text", "desk-order-answer-text")),
        K::Redirect => redirect(scene, form),
        K::Dispatch => Panel::new(t.say("desk-order-dispatch-intro"))
            .with(&units("desk-forward-to"))
            .with(&form.text("category", "desk-triage-category").hint("desk-triage-category-hint")),
        K::Object => Panel::new(t.say("desk-order-object-intro")).with(&form.area("reason", "desk-object-reason")),
        K::RejectObjection => Panel::new(objection(scene)).with(&form.area("reason", "desk-decide-reason")),
        K::ApproveObjection => Panel::new(objection(scene))
            .with(&units("desk-approve-to"))
            .with(&form.area("reason", "desk-decide-reason")),
        K::Claim => Panel::new(t.say("desk-order-claim-intro")).with(&colleagues(scene, form)),
        K::Contact => Panel::new(t.say("desk-order-contact-intro"))
            .with(&form.area("note", "desk-contact-note").hint("desk-contact-note-hint")),
        K::Extend => Panel::new(t.say("desk-order-extend-intro"))
            .with(&form.text("days", "desk-extension-days").keyboard("numeric"))
            .with(&form.area("reason", "desk-extension-reason").hint("desk-extension-reason-hint")),
        K::Reply => Panel::new(t.say("desk-order-reply-intro")).with(&form.area("text", "desk-order-reply-text")),
        K::Done => Panel::new(t.say("desk-order-done-intro")).with(&form.area("text", "desk-order-done-text")),
        K::FollowUp => follow_up(scene, form),
        K::Escalate => Panel::new(t.say("desk-order-escalate-intro"))
            .with(&units("desk-order-escalate-to"))
            .with(&form.area("reason", "desk-reason")),
        K::Redo => {
            let missing = scene.view.state.rises.in_force().map(Rise::missing).unwrap_or_default();
            let what = missing.iter().fold(form.choice("what", "desk-redo-what"), |field, what| {
                field.option_with(what.name(), &what.key(), &format!("{}-hint", what.key()))
            });
            Panel::new(t.say("desk-redo-intro")).with(&what).with(&form.area("found", "desk-redo-found"))
        }
        K::BringDown => Panel::new(t.say("desk-bring-down-intro")).with(&form.area("reason", "desk-bring-down-reason")),
        K::GiveMandate => {
            let panel = Panel::new(t.say("mandate-give-intro"));
            let panel = if scene.view.state.agent.is_none() && !scene.choices.agents.is_empty() {
                panel.with(&agents(scene, form))
            } else {
                panel
            };
            panel.with(&MandateFields::new(t, form.clone()))
        }
        K::RevokeMandate => Panel::new(t.say("mandate-revoke-intro").with("who", &scene.view.agency.name))
            .with(&form.text("reason", "mandate-revoke-reason").optional("mandate-form-optional")),
        K::DeclareInterest => Panel::new(t.say("recusal-declare-intro")).with(&grounds(t, form)),
        K::Convert => Panel::new(t.say("desk-order-convert-intro")),
        K::Close => Panel::new(t.say("desk-order-close-intro")),
        _ => Panel::new(t.say("desk-progress-intro"))
            .with(&form.area("note", "desk-progress-note"))
            .with(&form.check("public", "desk-progress-public").hint("desk-progress-public-hint")),
    }
}

fn grounds(t: Say, form: &Form) -> Field {
    Ground::ALL.iter().fold(form.choice("ground", "recusal-ground"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()).text())
    })
}

fn agents(scene: &OrderScene, form: &Form) -> Field {
    let field = form.select("agent", "mandate-agent").option("", "desk-choose");
    let agents = scene.choices.agents.iter();
    agents.fold(field, |field, one| field.option_named(&one.agent.id.to_string(), choice(scene.t, one)))
}

/// The fields of a mandate; a fault cannot come from reading texts.
pub(super) fn read_mandate(sent: &Submission) -> Result<NewMandate, FormErrors> {
    mandate::read(sent).map_err(|error| {
        FormErrors::try_from(error).unwrap_or_else(|_| vec![Refusal::invalid("", "form-broken")].into())
    })
}

fn objection(scene: &OrderScene) -> String {
    let domain::work_order::Order::Objected { objection, .. } = &scene.view.state.order else { return String::new() };
    scene.t.say("desk-objection-words").with("reason", &objection.reason).with("basis", "—").text()
}

fn redirect(scene: &OrderScene, form: &Form) -> Panel {
    let t = scene.t;
    let ways: Field =
        Disposition::ALL.iter().fold(form.choice("disposition", "desk-order-redirect-where"), |field, one| {
            field.option_named(one.name(), t.message(&one.message()))
        });
    Panel::new(t.say("desk-order-redirect-intro")).with(&ways).with(&form.area("text", "desk-order-redirect-text"))
}

fn colleagues(scene: &OrderScene, form: &Form) -> Field {
    let field = form.select("handler", "desk-accept-handler").option("", "desk-choose");
    scene
        .choices
        .colleagues
        .iter()
        .fold(field, |field, one| field.option_named(&one.id.to_string(), one.name.reveal().to_owned()))
}

fn follow_up(scene: &OrderScene, form: &Form) -> Panel {
    let t = scene.t;
    let solved = form
        .choice("solved", "desk-order-solved")
        .option("yes", "desk-order-solved-yes")
        .option("no", "desk-order-solved-no");
    Panel::new(t.say("desk-order-follow-up-intro"))
        .with(&solved)
        .with(&form.check("pressed", "desk-order-pressed").hint("desk-order-pressed-hint"))
        .with(&form.area("note", "desk-order-follow-up-note"))
}

fn handler(scene: &OrderScene, reader: &mut Reader<'_>) -> Option<UserId> {
    let handler = person(reader, "handler")?;
    if scene.choices.colleagues.iter().any(|one| one.id == handler) {
        return Some(handler);
    }
    reader.refuse(Refusal::invalid("handler", "unknown-choice"));
    None
}

pub(super) fn read(kind: K, scene: &OrderScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = read_command(kind, scene, &mut reader);
    reader.finish(command)
}

#[expect(clippy::too_many_lines, reason = "one table: what each form holds")]
fn read_command(kind: K, scene: &OrderScene, reader: &mut Reader<'_>) -> Option<Command> {
    let bars = bars(kind, scene);
    let unit = |id| bars.allow(&scene.choices.orgs, id);
    match kind {
        K::Answer => text(reader, "text").map(|text| Command::Answer { text }),
        K::Redirect => {
            let disposition = one_of(reader, "disposition", Disposition::parse);
            disposition.zip(text(reader, "text")).map(|(disposition, text)| Command::Redirect { disposition, text })
        }
        K::Dispatch => {
            let to = org(reader, "to", unit);
            let category = reader.optional("category", Text::parse);
            to.map(|to| Command::Dispatch { to, category })
        }
        K::Object => text(reader, "reason").map(|reason| Command::Object { reason }),
        K::RejectObjection => text(reader, "reason").map(|reason| Command::RejectObjection { reason }),
        K::ApproveObjection => {
            let to = org(reader, "to", unit);
            to.zip(text(reader, "reason")).map(|(to, reason)| Command::ApproveObjection { to, reason })
        }
        K::Claim => handler(scene, reader).map(|handler| Command::Claim { handler }),
        K::Contact => text(reader, "note").map(|note| Command::Contact { note }),
        K::Extend => {
            let days = number(reader, "days");
            days.zip(text(reader, "reason")).map(|(days, reason)| Command::Extend { days, reason })
        }
        K::Reply => text(reader, "text").map(|text| Command::Reply { text }),
        K::Done => text(reader, "text").map(|text| Command::Done { text }),
        K::FollowUp => {
            let solved = one_of(reader, "solved", |text| ["yes", "no"].contains(&text).then(|| text == "yes"));
            let pressed = reader.ticked("pressed");
            let grade = reader.optional("grade", |field, text| {
                Grade::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
            });
            solved.zip(text(reader, "note")).map(|(solved, note)| Command::FollowUp {
                method: FollowUpMethod::Phone,
                solved,
                pressed,
                grade,
                note,
            })
        }
        K::Escalate => {
            let to = org(reader, "to", unit);
            to.zip(text(reader, "reason")).map(|(to, reason)| Command::Escalate { to, reason })
        }
        K::Redo => {
            let what = one_of(reader, "what", Redoing::parse);
            what.zip(text(reader, "found")).map(|(what, found)| Command::Rise(Step::Redo(Redone { what, found })))
        }
        K::RevokeMandate => {
            let reason = reader.optional("reason", Text::<500>::parse);
            Some(Command::RevokeMandate { reason })
        }
        K::DeclareInterest => one_of(reader, "ground", Ground::parse).map(|ground| Command::DeclareInterest { ground }),
        K::BringDown => text(reader, "reason").map(|reason| Command::Rise(Step::BringDown { reason })),
        K::Progress => {
            let public = reader.ticked("public");
            text(reader, "note").map(|note| Command::Progress { note, public })
        }
        _ => None,
    }
}
