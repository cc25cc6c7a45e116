//! What the opinion says so far: as it is in force, as it was saved, or as somebody is just typing it.

use domain::case::{Answer, Claim, OpinionResult, Promise, StatutoryRoute};
use jiff::civil::Date;
use kernel::Text;
use services::{document::DraftText, petition::CaseView};

use crate::{
    desk::petition::{PROMISES, promise_field},
    forms::Submission,
    i18n::{Said, Say},
    ui::{Line, PlainWords},
};

/// The answer to a claim, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) result: OpinionResult,
    pub(super) text: String,
    pub(super) basis: String,
    /// Who does what until when.
    pub(super) promises: Vec<Promised>,
}

/// Who, what, until when, as far as it is written.
pub(super) type Promised = (String, String, Option<Date>);

/// The opinion, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sheet {
    pub(super) findings: String,
    /// By the number of the claim; those it answers.
    pub(super) parts: Vec<(u16, Option<Part>)>,
}

/// The claims that an opinion has to answer.
pub(super) fn to_answer(view: &CaseView) -> impl Iterator<Item = &Claim> {
    view.state.claims.iter().filter(|claim| claim.route == Some(StatutoryRoute::PetitionProcedure))
}

impl Part {
    pub(super) fn of(answer: &Answer) -> Self {
        Self {
            result: answer.result,
            text: answer.text.to_string(),
            basis: answer.basis.to_string(),
            promises: answer
                .promises()
                .map(|promise| (promise.obligor.to_string(), promise.what.to_string(), Some(promise.due)))
                .collect(),
        }
    }
}

impl Sheet {
    /// As it stands on record: in force, or as it was last saved.
    pub(super) fn on_record(view: &CaseView) -> Self {
        let draft = view.state.handling().and_then(|handling| handling.draft.as_ref());
        if let Some(opinion) = view.state.opinion() {
            let parts = to_answer(view).map(|claim| (claim.no, claim.answer.as_ref().map(Part::of)));
            return Self { findings: opinion.findings.to_string(), parts: parts.collect() };
        }
        let answers = draft.map(|draft| draft.answers.as_slice()).unwrap_or_default();
        let part = |claim: &Claim| answers.iter().find(|(id, _)| *id == claim.id).map(|(_, answer)| Part::of(answer));
        Self {
            findings: draft.map_or("", |draft| draft.findings.as_str()).to_owned(),
            parts: to_answer(view).map(|claim| (claim.no, part(claim))).collect(),
        }
    }

    /// As it is being typed; what cannot be read yet is left open.
    pub(super) fn typed(view: &CaseView, sent: &Submission) -> Self {
        let part = |claim: &Claim| {
            let raw = |name: &str| sent.raw(&format!("{name}-{}", claim.no)).trim().to_owned();
            let result = OpinionResult::parse(&raw("result"))?;
            let one = |i: usize| {
                let raw = |field: &str| sent.raw(&promise_field(field, claim.no, i)).trim().to_owned();
                let (who, what, due) = (raw("obligor"), raw("what"), raw("due").parse().ok());
                (!who.is_empty() || !what.is_empty()).then_some((who, what, due))
            };
            let promises = (0..PROMISES).filter_map(one).collect();
            Some(Part { result, text: raw("text"), basis: raw("basis"), promises })
        };
        Self {
            findings: sent.raw("findings").trim().to_owned(),
            parts: to_answer(view).map(|claim| (claim.no, part(claim))).collect(),
        }
    }

    /// As far as a letter can say it: answers that are not whole yet are left out.
    pub(super) fn draft_text(&self, view: &CaseView) -> DraftText {
        let findings = Text::parse("findings", &self.findings).ok();
        let whole = to_answer(view).zip(&self.parts).filter_map(|(claim, (_, part))| {
            let part = part.as_ref()?;
            let one = |(who, what, due): &Promised| {
                let (obligor, what) = (Text::parse("obligor", who).ok()?, Text::parse("what", what).ok()?);
                Some(Promise { obligor, what, due: (*due)? })
            };
            let mut promises = part.promises.iter().filter_map(one);
            let (promise, more) = (promises.next(), promises.collect());
            let (text, basis) = (Text::parse("text", &part.text).ok()?, Text::parse("basis", &part.basis).ok()?);
            Some((claim.id, Answer { result: part.result, text, basis, promise, more }))
        });
        DraftText { findings, answers: whole.collect() }
    }

    /// The numbers of the claims without an answer.
    pub(super) fn open(&self) -> Vec<u16> {
        self.parts.iter().filter(|(_, part)| part.is_none()).map(|(no, _)| *no).collect()
    }
}

/// The same in plain words, in the reader's language.
pub(super) fn plain(t: Say, view: &CaseView, sheet: &Sheet) -> PlainWords {
    let lines = sheet.parts.iter().flat_map(|(no, part)| {
        let more = part.iter().flat_map(|part| part.promises.iter().skip(1));
        let more = more.map(|promised| with_promise(t, t.say("letter-plain-more"), promised).into());
        std::iter::once(sentence(t, *no, part.as_ref())).chain(more)
    });
    let clock = view.state.running("REVIEW_REQUEST_30D");
    let window = match clock {
        Some(clock) => t.say("letter-window-until").with("day", t.date(clock.statutory)),
        None => t.say("letter-window"),
    };
    PlainWords { t, lines: lines.collect(), window: window.into() }
}

/// 第 1 条：支持。补发 1,860 元，最迟 5月20日（周三），由旗林业和草原局做。
fn sentence(t: Say, no: u16, part: Option<&Part>) -> Line {
    let Some(part) = part else { return t.say("letter-plain-open").with("claim", no).into() };
    let key = match (part.result, part.promises.first()) {
        (OpinionResult::Support, Some(_)) => "letter-plain-support",
        (OpinionResult::Partial, Some(_)) => "letter-plain-partial",
        (OpinionResult::Support | OpinionResult::Partial, None) => "letter-plain-no-promise",
        (OpinionResult::Explain, _) => "letter-plain-explain",
        (OpinionResult::NotSupport, _) => "letter-plain-not-support",
    };
    let said = t.say(key).with("claim", no);
    match part.promises.first() {
        Some(promised) => with_promise(t, said, promised).into(),
        None => said.into(),
    }
}

fn with_promise(t: Say, said: Said, (who, what, due): &Promised) -> Said {
    let day = due.map_or_else(|| t.say("letter-day-open").text(), |due| t.date(due));
    said.with("who", who).with("what", what.trim_end_matches(['。', '.'])).with("day", day)
}
