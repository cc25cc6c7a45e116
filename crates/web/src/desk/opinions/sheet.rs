//! What the opinion says so far: as it is in force, as it was saved, or as somebody is just typing it.

use domain::case::{Answer, Claim, OpinionResult, StatutoryRoute};
use jiff::civil::Date;
use kernel::Locale;
use services::petition::CaseView;

use crate::{
    forms::Submission,
    i18n::Say,
    ui::{Letter, LetterAnswer, Line, PlainWords},
};

/// The answer to a claim, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) result: OpinionResult,
    pub(super) text: String,
    pub(super) basis: String,
    /// Who does what until when.
    pub(super) promise: Option<(String, String, Option<Date>)>,
}

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
            promise: answer
                .promise
                .as_ref()
                .map(|promise| (promise.obligor.to_string(), promise.what.to_string(), Some(promise.due))),
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
            let (who, what, due) = (raw("obligor"), raw("what"), raw("due").parse().ok());
            let promise = (!who.is_empty() || !what.is_empty()).then_some((who, what, due));
            Some(Part { result, text: raw("text"), basis: raw("basis"), promise })
        };
        Self {
            findings: sent.raw("findings").trim().to_owned(),
            parts: to_answer(view).map(|claim| (claim.no, part(claim))).collect(),
        }
    }

    /// The numbers of the claims without an answer.
    pub(super) fn open(&self) -> Vec<u16> {
        self.parts.iter().filter(|(_, part)| part.is_none()).map(|(no, _)| *no).collect()
    }
}

/// 一 to 十 as offices number.
fn numeral(no: u16) -> String {
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    usize::from(no).checked_sub(1).and_then(|at| NUMERALS.get(at)).map_or_else(|| no.to_string(), |one| (*one).into())
}

/// A day as letters write it, without its weekday.
fn formal(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The letter (article 32: what she asked, facts and reasons, the decision and the law, what she can do).
pub(super) fn letter(t: Say, view: &CaseView, sheet: &Sheet) -> Letter {
    let zh = Say::new(Locale::Zh);
    let (state, opinion) = (&view.state, view.state.opinion());
    let unit = view.names.get(&state.holder()).cloned().unwrap_or_default();
    let name = view.petitioner.as_ref().map(|masked| masked.name.clone()).filter(|name| !name.is_empty());
    let to =
        name.map_or_else(|| zh.say("letter-to-nameless").text(), |name| zh.say("letter-to").with("name", name).text());
    let accepted = state.handling().map(|handling| formal(kernel::beijing_date(handling.accepted_at)));
    let opening = zh
        .say("letter-opening")
        .with("title", &state.title)
        .with("number", &state.number)
        .with("received", formal(kernel::beijing_date(state.received_at)))
        .with("accepted", accepted.unwrap_or_default());
    let claims = to_answer(view).zip(&sheet.parts);
    let answers = claims.zip(1..).map(|((claim, (_, part)), mark)| answer(zh, claim, part.as_ref(), mark));
    Letter {
        t,
        unit,
        title: zh.say("letter-title").text(),
        number: opinion.map(|opinion| opinion.number.to_string()).unwrap_or_default(),
        to,
        opening: opening.into(),
        findings: sheet.findings.as_str().into(),
        answers: answers.collect(),
        remedy: zh.say("letter-remedy").into(),
        date: opinion.map(|opinion| formal(kernel::beijing_date(opinion.at))).unwrap_or_default(),
    }
}

fn answer(zh: Say, claim: &Claim, part: Option<&Part>, mark: u16) -> LetterAnswer {
    let heading = zh.say("letter-claim").with("mark", numeral(mark)).text();
    let claim = Line::from(claim.plainly().as_str());
    let Some(part) = part else { return LetterAnswer { mark: heading, claim, ..LetterAnswer::default() } };
    let basis = Some(part.basis.as_str()).filter(|basis| !basis.is_empty());
    let promise = part.promise.as_ref().map(|(who, what, due)| {
        let day = due.map(formal).unwrap_or_default();
        zh.say("letter-promise").with("who", who).with("what", what).with("day", day).into()
    });
    LetterAnswer {
        mark: heading,
        claim,
        result: zh.say("letter-result").with("result", zh.message(&part.result.message())).text(),
        text: part.text.as_str().into(),
        basis: basis.map(|basis| zh.say("letter-basis").with("basis", basis).into()).unwrap_or_default(),
        promise: promise.unwrap_or_default(),
    }
}

/// The same in plain words, in the reader's language.
pub(super) fn plain(t: Say, view: &CaseView, sheet: &Sheet) -> PlainWords {
    let lines = sheet.parts.iter().map(|(no, part)| sentence(t, *no, part.as_ref()));
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
    let key = match (part.result, &part.promise) {
        (OpinionResult::Support, Some(_)) => "letter-plain-support",
        (OpinionResult::Partial, Some(_)) => "letter-plain-partial",
        (OpinionResult::Support | OpinionResult::Partial, None) => "letter-plain-no-promise",
        (OpinionResult::Explain, _) => "letter-plain-explain",
        (OpinionResult::NotSupport, _) => "letter-plain-not-support",
    };
    let said = t.say(key).with("claim", no);
    let said = match &part.promise {
        Some((who, what, due)) => {
            let day = due.map_or_else(|| t.say("letter-day-open").text(), |due| t.date(due));
            said.with("who", who).with("what", what.trim_end_matches(['。', '.'])).with("day", day)
        }
        None => said,
    };
    said.into()
}
