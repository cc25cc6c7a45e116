//! What was promised: the unit reports it item by item, somebody else checks; and the way onto the simple track and off it.

use domain::{
    case::Claim,
    execution::{Item, Outcome, Reporting, Shown},
    petition::{Command, CommandKind as K, SimpleGround},
};
use kernel::{ClaimId, Refusal, Text};

use super::{
    PetitionScene,
    read::{one_of, text},
};
use crate::{
    desk::act::Panel,
    forms::{Field, Form, FormErrors, Reader, Submission},
    i18n::{Said, Say},
};

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::RecordExecution => record(scene, form),
        K::VerifyExecution => Panel::new(t.say("desk-verify-intro"))
            .with(&items_where(scene, form, Item::awaits_check))
            .with(
                &form
                    .choice("holds", "desk-verify-holds")
                    .option("yes", "desk-verify-yes")
                    .option("no", "desk-verify-no"),
            )
            .with(&form.area("note", "desk-verify-note").hint("desk-verify-note-hint")),
        K::ChooseSimple => {
            let grounds = SimpleGround::ALL.iter().fold(form.choice("ground", "desk-simple-ground"), |field, one| {
                field.option_named(one.name(), t.message(&one.message()))
            });
            Panel::new(t.say("desk-simple-intro")).with(&grounds.hint("desk-simple-ground-hint"))
        }
        _ => Panel::new(t.say("desk-ordinary-intro")).with(&form.area("reason", "desk-ordinary-reason")),
    }
}

fn record(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let outcomes = Outcome::ALL.iter().fold(form.choice("outcome", "desk-execution-outcome"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    });
    let mut panel = Panel::new(t.say("desk-execution-intro"))
        .with(&items_where(scene, form, Item::awaits_report))
        .with(&outcomes)
        .with(&form.area("evidence", "desk-execution-evidence").hint("desk-execution-evidence-hint"));
    for (i, file) in scene.choices.files.iter().enumerate() {
        let label = t.say("desk-execution-file").with("name", &file.name).text();
        panel = panel.with(&form.check(&format!("file-{i}"), "desk-execution-files").named(label));
    }
    panel
}

/// One of the items that `fit`, each with who, what, until when, and what was reported of it.
fn items_where(scene: &PetitionScene, form: &Form, fit: fn(&Item) -> bool) -> Field {
    let mut open: Vec<(&Claim, &Item)> = scene.view.state.items().filter(|(_, item)| fit(item)).collect();
    open.sort_by_key(|(_, item)| item.promise.due);
    open.into_iter().fold(form.choice("item", "desk-execution-which"), |field, (claim, item)| {
        field.option_named(&format!("{}:{}", claim.id, item.no), in_words(scene.t, claim, item).text())
    })
}

/// 第 1 条第 2 件：由旗林草局退费，最迟 5月20日（周三）。
fn in_words(t: Say, claim: &Claim, item: &Item) -> Said {
    let promise = &item.promise;
    let (key, report) = match &item.report {
        Some(report) => ("desk-item-reported", Some(report)),
        None => ("desk-item", None),
    };
    let said = t.say(key).with("claim", claim.no).with("item", item.no).with("who", &promise.obligor);
    let said = said.with("what", promise.what.as_str().trim_end_matches(['。', '.'])).with("day", t.date(promise.due));
    match report {
        Some(report) => {
            said.with("outcome", t.message(&report.outcome.message()).text()).with("evidence", report.evidence.as_str())
        }
        None => said,
    }
}

fn item(reader: &mut Reader<'_>) -> Option<(ClaimId, u16)> {
    reader.required("item", "choose-one", |field, text| {
        let parts = text.split_once(':').and_then(|(claim, no)| Some((claim.parse().ok()?, no.parse().ok()?)));
        parts.ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    })
}

pub(super) fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = match kind {
        K::RecordExecution => read_report(scene, &mut reader),
        K::VerifyExecution => {
            let item = item(&mut reader);
            let holds = one_of(&mut reader, "holds", |text| ["yes", "no"].contains(&text).then(|| text == "yes"));
            let note: Option<Text<1000>> = reader.optional("note", Text::parse);
            item.zip(holds).map(|((claim, item), holds)| Command::VerifyExecution { claim, item, holds, note })
        }
        K::ChooseSimple => {
            one_of(&mut reader, "ground", SimpleGround::parse).map(|ground| Command::ChooseSimple { ground })
        }
        _ => text(&mut reader, "reason").map(|reason| Command::EndSimple { reason: Some(reason) }),
    };
    reader.finish(command)
}

fn read_report(scene: &PetitionScene, reader: &mut Reader<'_>) -> Option<Command> {
    let item = item(reader);
    let outcome = one_of(reader, "outcome", Outcome::parse);
    let evidence: Option<Text<1000>> = text(reader, "evidence");
    let ticked = scene.choices.files.iter().enumerate().filter(|(i, _)| reader.ticked(&format!("file-{i}")));
    let files: Vec<Shown> = ticked.map(|(_, file)| file.clone()).collect();
    let ((claim, item), outcome) = item.zip(outcome)?;
    let said = Reporting { outcome, files, ..Reporting::done(claim, item, evidence?) };
    Some(Command::RecordExecution(Box::new(said)))
}
