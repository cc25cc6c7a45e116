//! `/d` and `/d/{code}`: whoever holds a paper sees who issued it, what it is, when, and whether it is in force. No name, no matter.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use services::document::{self, Checked};

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Fact, Icon, Notice, NoticeKind},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/paper.html")]
struct PaperPage {
    t: Frame,
    asked: String,
    result: Option<Notice>,
    facts: Vec<Fact>,
}

/// What was typed.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    code: String,
}

/// `GET /d?code=`.
pub(super) async fn ask(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    show(&visit, asked.code).await
}

/// `GET /d/{code or number}`.
pub(super) async fn get(visit: Visit, Path(asked): Path<String>) -> Result<Response, Problem> {
    show(&visit, asked).await
}

async fn show(visit: &Visit, asked: String) -> Result<Response, Problem> {
    let t = visit.t;
    let asked: String = asked.trim().chars().take(80).collect();
    if asked.is_empty() {
        let page = PaperPage { t: visit.frame("paper-title"), asked, result: None, facts: vec![] };
        return visit.page(&page);
    }
    let code = asked.clone();
    let found = visit.state.read(move |tx, _, _| Ok(document::check(tx, &code)?)).await?;
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let page = PaperPage {
        t: visit.frame("paper-title"),
        asked,
        result: Some(said(t, found.as_ref())),
        facts: found.as_ref().map(|found| facts(t, found)).unwrap_or_default(),
    };
    visit.page_as(status, &page)
}

fn said(t: Say, found: Option<&Checked>) -> Notice {
    let (kind, icon, key) = match found {
        Some(Checked { void_since: None, .. }) => (NoticeKind::Info, "circle-check", "paper-valid"),
        Some(_) => (NoticeKind::Caution, "alert-triangle", "paper-void"),
        None => (NoticeKind::Neutral, "alert-triangle", "paper-unknown"),
    };
    Notice::new(kind, t.say(&format!("{key}-text"))).titled(t.say(key)).icon(Icon::filled(icon))
}

fn facts(t: Say, found: &Checked) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(t.say("paper-issuer"), found.issuer.clone()),
        Fact::new(t.say("paper-kind"), t.message(&found.kind.message()).to_string()),
    ];
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            facts.push(Fact::new(t.say(key), value));
        }
    };
    add("paper-number", found.number.clone());
    add("paper-date", Some(t.date(found.issued_on)));
    add("paper-void-since", found.void_since.map(|day| t.date(day)));
    add("paper-digest", Some(found.digest.to_string()));
    add("paper-file", found.file.map(|digest| digest.to_string()));
    facts
}
