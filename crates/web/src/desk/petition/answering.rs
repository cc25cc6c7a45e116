//! The answer: draft, two signatures, service, report, closing, reopening.

use domain::{
    case::{Answer, Claim, OpinionResult, Promise, ServiceMethod, StatutoryRoute},
    petition::{Command, CommandKind as K, Draft, DraftAnswer, ReopenReason, Serve},
};
use kernel::Text;

use super::{
    PetitionScene,
    handling::heading,
    read::{day, one_of, text},
};
use crate::{
    desk::{act::Panel, case},
    forms::{Field, Form, FormErrors, Reader, Submission},
    i18n::Say,
    ui::{Icon, Line},
};

/// The claims that the opinion has to answer, one by one.
fn to_answer(scene: &PetitionScene) -> impl Iterator<Item = &Claim> {
    let redo = scene.view.state.to_redo();
    let anew = move |claim: &&Claim| redo.is_none_or(|redo| redo.claims.iter().any(|(id, _)| *id == claim.id));
    let ours = |claim: &&Claim| claim.route == Some(StatutoryRoute::PetitionProcedure);
    scene.view.state.claims.iter().filter(ours).filter(anew)
}

fn draft(scene: &PetitionScene) -> Option<&Draft> {
    scene.view.state.handling().and_then(|handling| handling.draft.as_ref())
}

pub(super) fn fill(scene: &PetitionScene, form: Form) -> Form {
    let Some(draft) = draft(scene) else { return form };
    let form = form.filled("findings", draft.findings.as_str());
    to_answer(scene).fold(form, |form, claim| {
        let Some((_, answer)) = draft.answers.iter().find(|(id, _)| *id == claim.id) else { return form };
        let no = claim.no;
        let form = form
            .filled(&format!("result-{no}"), answer.result.name())
            .filled(&format!("text-{no}"), answer.text.as_str())
            .filled(&format!("basis-{no}"), answer.basis.as_str());
        answer.promises().enumerate().fold(form, |form, (i, promise)| {
            let name = |field: &str| promise_field(field, no, i);
            form.filled(&name("obligor"), promise.obligor.as_str())
                .filled(&name("what"), promise.what.as_str())
                .filled(&name("due"), promise.due.to_string())
        })
    })
}

/// Rows for things to be done that a form offers for one claim.
pub(in crate::desk) const PROMISES: usize = 4;

/// `what-2` for the first thing that is promised for claim 2, `what-2-1` for the one after it.
pub(in crate::desk) fn promise_field(field: &str, claim: u16, index: usize) -> String {
    if index == 0 { format!("{field}-{claim}") } else { format!("{field}-{claim}-{index}") }
}

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::SaveDraft => write(scene, form),
        K::Check => Panel::new(t.say("desk-check-intro")).with(&case::draft_panel(&scene.view, t)),
        K::ReturnDraft => Panel::new(t.say("desk-return-intro"))
            .with(&case::draft_panel(&scene.view, t))
            .with(&form.area("reason", "desk-reason")),
        K::Sign => super::anew::sign_panel(scene, form),
        K::Serve => serve(scene, form),
        K::ClosingReport => Panel::new(t.say("desk-report-intro")).with(&form.area("text", "desk-report-text")),
        K::Close => Panel::new(t.say("desk-close-intro")),
        K::Settle => Panel::new(t.say("desk-settle-intro")),
        K::Archive => Panel::new(t.say("desk-archive-intro")),
        _ => reopen(t, form),
    }
}

fn write(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let mut panel = Panel::new(t.say("desk-draft-intro"))
        .with(&form.area("findings", "desk-draft-findings").hint("desk-draft-findings-hint"));
    for claim in to_answer(scene) {
        let name = |field: &str| format!("{field}-{}", claim.no);
        let results = form.select(&name("result"), "desk-draft-result").option("", "desk-draft-result-none");
        let results = OpinionResult::ALL
            .iter()
            .fold(results, |field, one| field.option_named(one.name(), t.message(&one.message())));
        panel = panel
            .with(&heading(scene, claim))
            .with(&results)
            .with(&form.area(&name("text"), "desk-draft-text").hint("desk-draft-text-hint"))
            .with(&form.text(&name("basis"), "desk-draft-basis").hint("desk-draft-basis-hint"))
            .with(&form.text(&name("obligor"), "desk-draft-obligor").hint("desk-draft-promise-hint"))
            .with(&form.text(&name("what"), "desk-draft-what"))
            .with(&form.date(&name("due"), "desk-draft-due"))
            .with(&more_promises(t, form, claim.no));
    }
    panel
}

/// Further things to be done, folded away until one is needed.
fn more_promises(t: Say, form: &Form, no: u16) -> Line {
    let written = |i: &usize| !form.value(&promise_field("what", no, *i)).is_empty();
    let open = (1..PROMISES).any(|i| written(&i) || !form.error(&promise_field("due", no, i)).is_empty());
    let rows = (1..PROMISES).map(|i| {
        let name = |field: &str| promise_field(field, no, i);
        let heading = Line::from(t.say("desk-draft-more-no").with("no", i + 1));
        format!(
            "<h4 class=\"lx-small\">{heading}</h4>{}{}{}",
            form.text(&name("obligor"), "desk-draft-obligor"),
            form.text(&name("what"), "desk-draft-what"),
            form.date(&name("due"), "desk-draft-due"),
        )
    });
    let summary = Line::from(t.say("desk-draft-more"));
    Line::drawn(&format!(
        "<details class=\"lx-why\"{}><summary>{}{summary}</summary><div class=\"lx-why__body\">{}</div></details>",
        if open { " open" } else { "" },
        Icon::outline("chevron-down"),
        rows.collect::<String>(),
    ))
}

fn serve(scene: &PetitionScene, form: &Form) -> Panel {
    let (t, simple) = (scene.t, scene.view.state.is_simple());
    let fits = |one: &&ServiceMethod| simple || !one.is_without_paper();
    let methods =
        ServiceMethod::ALL.iter().filter(fits).fold(form.choice("method", "desk-serve-method"), |field, one| {
            field.option_named(one.name(), t.message(&one.message()))
        });
    Panel::new(t.say("desk-serve-intro"))
        .with(&methods)
        .with(&form.date("on", "desk-serve-on").hint("desk-serve-on-hint"))
        .with(&form.text("evidence", "desk-serve-evidence").hint("desk-serve-evidence-hint"))
        .with(&form.text("late", "desk-serve-late").hint("desk-serve-late-hint"))
}

fn reopen(t: Say, form: &Form) -> Panel {
    let reasons: Field = ReopenReason::ALL.iter().fold(form.choice("reason", "desk-reopen-reason"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    });
    Panel::new(t.say("desk-reopen-intro")).with(&reasons).with(&form.area("text", "desk-reopen-text"))
}

pub(super) fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let command = match kind {
        K::SaveDraft => read_draft(scene, &mut reader, sent),
        K::ReturnDraft => text(&mut reader, "reason").map(|reason| Command::ReturnDraft { reason }),
        K::Serve => read_service(&mut reader),
        K::ClosingReport => text(&mut reader, "text").map(|text| Command::ClosingReport { text }),
        _ => {
            let reason = one_of(&mut reader, "reason", ReopenReason::parse);
            reason.zip(text(&mut reader, "text")).map(|(reason, text)| Command::Reopen { reason, text })
        }
    };
    reader.finish(command)
}

fn read_service(reader: &mut Reader<'_>) -> Option<Command> {
    let method = one_of(reader, "method", ServiceMethod::parse);
    let on = day(reader, "on");
    let evidence = text(reader, "evidence");
    let late_entry_reason = reader.optional("late", Text::parse);
    let serve = method.zip(on).zip(evidence);
    serve.map(|((method, on), evidence)| Command::Serve(Serve { method, on, evidence, late_entry_reason }))
}

fn read_draft(scene: &PetitionScene, reader: &mut Reader<'_>, sent: &Submission) -> Option<Command> {
    let findings = text(reader, "findings");
    let mut answers = vec![];
    for claim in to_answer(scene) {
        let name = |field: &str| format!("{field}-{}", claim.no);
        // A claim whose result is still open is left out: it blocks the submission, not the saving.
        if sent.raw(&name("result")).is_empty() {
            continue;
        }
        let result = one_of(reader, &name("result"), OpinionResult::parse);
        let (words, basis) = (text(reader, &name("text")), text(reader, &name("basis")));
        let mut promises = (0..PROMISES).filter_map(|i| read_promise(reader, sent, claim.no, i)).collect::<Vec<_>>();
        let promise = (!promises.is_empty()).then(|| promises.remove(0));
        let answer = result.zip(words).zip(basis);
        answers.extend(answer.map(|((result, text), basis)| DraftAnswer {
            claim: claim.id,
            answer: Answer { result, text, basis, promise: promise.clone(), more: promises.clone() },
        }));
    }
    let submit = reader.ticked("submit");
    findings.map(|findings| Command::SaveDraft { findings, answers, submit })
}

fn read_promise(reader: &mut Reader<'_>, sent: &Submission, no: u16, index: usize) -> Option<Promise> {
    let name = |field: &str| promise_field(field, no, index);
    if ["obligor", "what", "due"].iter().all(|field| sent.raw(&name(field)).trim().is_empty()) {
        return None;
    }
    let obligor = text(reader, &name("obligor"));
    let what = text(reader, &name("what"));
    let due = day(reader, &name("due"));
    obligor.zip(what).zip(due).map(|((obligor, what), due)| Promise { obligor, what, due })
}
