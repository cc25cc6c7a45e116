//! The opinion as it is written, answer by answer: for whoever checks and signs it, and on the case page once it is signed.

use askama::Template;
use domain::case::Claim;
use services::petition::CaseView;

use crate::{
    i18n::Say,
    ui::{Line, Tag, Tone},
};

/// The opinion, claim by claim.
#[derive(Debug, Template)]
#[template(path = "desk/draft.html")]
pub(crate) struct DraftPanel {
    t: Say,
    by: String,
    findings: Line,
    answers: Vec<AnswerLine>,
}

impl askama::filters::HtmlSafe for DraftPanel {}

#[derive(Debug)]
struct AnswerLine {
    no: u16,
    words: Line,
    result: Option<Tag>,
    text: Line,
    basis: Line,
    promises: Vec<Line>,
}

/// The draft; empty parts are left out, and a claim without an answer says so.
pub(crate) fn draft_panel(view: &CaseView, t: Say) -> DraftPanel {
    let draft = view.state.handling().and_then(|handling| handling.draft.as_ref());
    let opinion = view.state.opinion();
    let findings = draft.map(|draft| &draft.findings).or(opinion.map(|opinion| &opinion.findings));
    let by = draft.map(|draft| draft.by).or(opinion.map(|opinion| opinion.drafted_by));
    let by = by.and_then(|by| view.staff.get(&by)).cloned().unwrap_or_default();
    let line = |claim: &Claim| {
        let drafted = draft.and_then(|draft| draft.answers.iter().find(|(id, _)| *id == claim.id));
        let answer = drafted.map(|(_, answer)| answer).or(claim.answer.as_ref());
        let promised = |promise: &domain::case::Promise| {
            let said = t.say("desk-draft-promise").with("who", &promise.obligor).with("what", &promise.what);
            said.with("day", t.date(promise.due)).into()
        };
        AnswerLine {
            no: claim.no,
            words: claim.plainly().as_str().into(),
            result: answer.map(|answer| Tag::new(Tone::Brand, t.message(&answer.result.message()))),
            text: answer.map(|answer| Line::from(answer.text.as_str())).unwrap_or_default(),
            basis: answer.map(|answer| Line::from(answer.basis.as_str())).unwrap_or_default(),
            promises: answer.iter().flat_map(|answer| answer.promises().map(promised)).collect(),
        }
    };
    DraftPanel {
        t,
        by,
        findings: findings.map(|findings| Line::from(findings.as_str())).unwrap_or_default(),
        answers: view.state.live_claims().map(line).collect(),
    }
}
