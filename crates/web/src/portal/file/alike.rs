//! While she writes: answers to similar matters that were published, and the sealed channel when the text reads as if it
//! belonged there. A fragment for script, a button without. What is typed is looked at and forgotten.

use askama::Template;
use axum::response::Response;

use super::caution;
use crate::{
    forms::Submission,
    i18n::Say,
    portal::answers,
    problem::Problem,
    ui::{Icon, LinkRow, Links, Notice, NoticeKind},
    view::Visit,
};

/// Shorter texts say too little to be compared.
const ENOUGH: usize = 15;
/// Answers offered at once.
const MOST: usize = 3;

/// What is offered beside the text.
#[derive(Debug, Clone, Template)]
#[template(path = "portal/_alike.html")]
pub(super) struct Alike {
    t: Say,
    sealed: Option<Notice>,
    answers: Links,
    /// She asked and nothing similar was found.
    nothing: bool,
}

impl askama::filters::HtmlSafe for Alike {}

impl Alike {
    /// Nothing beside the text.
    pub(super) fn none(t: Say) -> Self {
        Self { t, sealed: None, answers: Links { rows: vec![] }, nothing: false }
    }

    /// What belongs beside these words; `asked` when she pressed the button.
    pub(super) async fn of(visit: &Visit, words: &str, asked: bool) -> Result<Self, Problem> {
        let t = visit.t;
        if words.chars().filter(|c| !c.is_whitespace()).count() < ENOUGH {
            return Ok(Self { nothing: asked, ..Self::none(t) });
        }
        let rows = near(visit, words, MOST).await?;
        let sealed = caution::reads_like_a_report(words).then(|| {
            Notice::new(NoticeKind::Sealed, t.say("phone-alike-sealed"))
                .link(t.say("portal-home-sealed-link"), "/sealed")
        });
        Ok(Self { t, nothing: asked && rows.is_empty() && sealed.is_none(), sealed, answers: Links { rows } })
    }
}

/// Everything she has written so far, facts first.
pub(super) fn words(sent: &Submission) -> String {
    let claims = sent.pairs().filter(|(name, _)| *name == "claims").map(|(_, text)| text);
    std::iter::once(sent.raw("facts")).chain(claims).collect::<Vec<_>>().join("\n")
}

/// `POST /file/alike`: the fragment. Not a page of its own; a body, because what is typed belongs in no address.
pub(in crate::portal) async fn post(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    visit.page(&Alike::of(&visit, &words(&sent), false).await?)
}

/// Published answers near these words, the nearest first. Nothing is kept of the words.
async fn near(visit: &Visit, words: &str, most: usize) -> Result<Vec<LinkRow>, Problem> {
    let state = &visit.state;
    let Some(home) = state.config.home.clone() else { return Ok(vec![]) };
    let words = words.to_owned();
    let found = state.read(move |tx, _, _| Ok(services::answers::like(tx, &home, &words, most)?)).await?;
    Ok(found.iter().map(|found| answers::row(visit.t, &found.answer)).collect())
}
