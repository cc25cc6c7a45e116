//! `/answers` and `/answers/{name}`: what others asked and how it was answered. Found by words or by subject; where nothing is
//! found, that is said, and the form is one press away.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::dispatch::CategoryPath;
use kernel::{Cursor, Page};
use serde::Deserialize;
use services::answers::{self, Answer};

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Button, EmptyState, Fact, Icon, Line, LinkRow, Links},
    view::{Frame, Visit},
};

/// Answers on one page.
const MOST: u32 = 20;
/// Answers that the subjects are gathered from; a house publishes a few hundred.
const GATHERED: u32 = 400;

/// What is looked for.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    c: String,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "portal/answers.html")]
struct AnswersPage {
    t: Frame,
    q: String,
    c: String,
    subjects: Vec<String>,
    rows: Links,
    more: String,
    empty: Option<EmptyState>,
    file: Button,
}

/// `GET /answers`.
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let t = visit.t;
    let words = asked.q.trim().chars().take(100).collect::<String>();
    let category = CategoryPath::parse(asked.c.trim()).ok();
    let query = answers::Query {
        division: visit.state.config.home.clone(),
        category: category.clone(),
        words: words.clone(),
        after: (!asked.after.is_empty()).then(|| Cursor { key: 0, id: asked.after.clone() }),
        limit: MOST,
    };
    let all = answers::Query { division: query.division.clone(), limit: GATHERED, ..answers::Query::default() };
    let (found, known) =
        visit.state.read(move |tx, _, _| Ok((answers::list(tx, &query)?, answers::list(tx, &all)?))).await?;
    let c = category.map(|category| category.to_string()).unwrap_or_default();
    visit.page(&AnswersPage {
        t: visit.frame("answers-title"),
        more: next(&found, &words, &c),
        empty: found.items.is_empty().then(|| nothing(&visit, known.items.is_empty())),
        rows: Links { rows: found.items.iter().map(|answer| row(t, answer)).collect() },
        subjects: subjects(&known.items),
        file: Button::second(t.say("answers-file")).icon(Icon::outline("pencil")).href("/file"),
        q: words,
        c,
    })
}

/// The first words of the subjects there are answers about, each once.
fn subjects(known: &[Answer]) -> Vec<String> {
    let tops = known.iter().filter_map(|answer| answer.category.as_ref()?.names().next().map(str::to_owned));
    tops.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

fn next(found: &Page<Answer>, words: &str, category: &str) -> String {
    let Some(cursor) = &found.next else { return String::new() };
    let query = serde_urlencoded::to_string([("q", words), ("c", category), ("after", &cursor.id)]);
    query.map(|query| format!("/answers?{query}")).unwrap_or_default()
}

/// As one row of a list.
pub(super) fn row(t: Say, answer: &Answer) -> LinkRow {
    let (unit, day) = (answer.unit_name.as_str(), t.full_date(answer.published_on));
    LinkRow {
        href: format!("/answers/{}", answer.slug),
        icon: Icon::outline("messages"),
        text: answer.question.as_str().into(),
        small: if unit.is_empty() { day } else { format!("{unit} · {day}") }.into(),
    }
}

fn nothing(visit: &Visit, none_at_all: bool) -> EmptyState {
    let t = visit.t;
    let (title, text) = if none_at_all {
        ("answers-none-yet", "answers-none-yet-text")
    } else {
        ("answers-nothing", "answers-nothing-text")
    };
    EmptyState {
        icon: Icon::outline("messages"),
        title: t.say(title).into(),
        text: t.say(text).into(),
        link: Some((t.say("answers-file").text(), "/file".into())),
    }
}

#[derive(Template)]
#[template(path = "portal/one-answer.html")]
struct OnePage {
    t: Frame,
    lines: Vec<Line>,
    facts: Vec<Fact>,
    file: Button,
}

/// `GET /answers/{name}`: one answer, unless it was taken back.
pub(super) async fn one(visit: Visit, Path(name): Path<String>) -> Result<Response, Problem> {
    let t = visit.t;
    let found = visit.state.read(move |tx, _, _| Ok(answers::get(tx, &name)?)).await?;
    let Some(answer) = found else { return Err(Problem::NotFound) };
    let mut frame = visit.frame("answers-title");
    frame.title = answer.question.to_string();
    let mut facts = vec![Fact::new(t.say("answers-day"), t.full_date(answer.published_on))];
    if !answer.unit_name.is_empty() {
        facts.insert(0, Fact::new(t.say("phone-answer-unit"), answer.unit_name.as_str()));
    }
    facts.extend(answer.category.as_ref().map(|about| Fact::new(t.say("answers-about"), about.as_str())));
    visit.page(&OnePage {
        t: frame,
        lines: answer.answer.as_str().lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect(),
        facts,
        file: Button::second(t.say("answers-still")).icon(Icon::outline("pencil")).href("/file"),
    })
}
