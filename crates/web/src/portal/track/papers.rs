//! Papers that were issued to her: listed on her page, and `/t/{number}/papers/{id}` gives one as a file.

use axum::{extract::Path, http::HeaderMap, response::Response};
use domain::document::PaperStage;
use kernel::LetterId;
use services::document;

use super::matter::{self, Opened};
use crate::{
    desk::letters,
    i18n::Say,
    portal::{cookies::Ticket, look_up, suggest},
    problem::Problem,
    view::Visit,
};

/// One paper on her page.
pub(super) struct PaperLine {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) small: String,
}

/// Her papers, the newest first. An opinion counts from its service: before that it is not hers to read.
pub(super) fn lines(t: Say, opened: &Opened) -> Vec<PaperLine> {
    let one = |row: &document::LetterRow| {
        let kind = t.message(&row.kind.message()).to_string();
        let name = row.number.as_ref().map_or(kind.clone(), |number| format!("{kind} {number}"));
        let day = t.date(kernel::beijing_date(row.issued_at.unwrap_or(row.drafted_at)));
        let small = if row.stage == PaperStage::Void {
            format!("{day} · {}", t.say("portal-papers-void").text())
        } else {
            day
        };
        PaperLine { href: format!("/t/{}/papers/{}", opened.number, row.id), name, small }
    };
    opened.papers.iter().map(one).collect()
}

/// `GET /t/{number}/papers/{id}`.
pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path((number, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let proof = ticket.access.clone();
    let hers = match matter::open(&visit, ticket.access, &number).await? {
        Some(opened) => Some((opened.access, opened.papers)),
        None => suggest::papers(&visit, proof, &number).await?,
    };
    let Some((access, papers)) = hers else { return look_up::ask(&visit, &number) };
    let id: LetterId = id.parse().map_err(|_| Problem::NotFound)?;
    if !papers.iter().any(|row| row.id == id) {
        return Err(Problem::NotFound);
    }
    let ready = visit.state.read(move |tx, kit, _| document::for_her(tx, kit, &access, id)).await?;
    letters::give(&visit.state, ready, &asked).await
}
