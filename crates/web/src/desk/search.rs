//! `/desk/search`: full text, within what may be seen, with the words found marked.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{access::Subject, case::CaseKind, petition::Petition, work_order::WorkOrder};
use intelligence::text::{query_tokens, snippet};
use kernel::{CaseNumber, Cursor};
use serde::Deserialize;
use services::{
    Error,
    matter::{self, Filter, MatterRow},
};
use store::Tx;

use super::{Desk, Here, page::NavCounts, rows, when};
use crate::{
    problem::Problem,
    ui::{EmptyState, Icon, Line, UrgencyChip},
    view::Frame,
};

const PAGE: usize = 20;
/// Characters of a snippet.
const SNIPPET: usize = 90;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    after: String,
}

struct Hit {
    href: String,
    title: Line,
    meta: String,
    stage: String,
    snippet: Line,
    chip: UrgencyChip,
}

#[derive(Template)]
#[template(path = "desk/search.html")]
struct SearchPage {
    t: Frame,
    hits: Vec<Hit>,
    empty: Option<EmptyState>,
    next: String,
}

/// `GET /desk/search`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let t = desk.t();
    let now = desk.visit.state.clock.now();
    let query: String = asked.q.trim().chars().take(200).collect();
    let tokens = query_tokens(&query);
    // A number stands in the index as one word; cut into tokens it would not be met.
    let words = CaseNumber::parse(&query).map_or_else(|_| tokens.clone(), |number| vec![number.to_string()]);
    let cursor = Cursor::decode(&asked.after);
    let found = desk.read(move |tx, _, _, subject| {
        let nav = NavCounts::load(tx, subject, now, None)?;
        if words.is_empty() {
            return Ok((vec![], None, nav));
        }
        let filter = Filter { words: words.clone(), ..Filter::default() };
        let page = matter::search(tx, subject, &filter, now, cursor.as_ref(), PAGE)?;
        let mut rows = vec![];
        for row in page.items {
            let (row, facts) = seen(tx, subject, row)?;
            rows.push((row, facts));
        }
        Ok((rows, page.next, nav))
    });
    let (rows, next, nav) = found.await?;
    let hits: Vec<Hit> = rows.iter().map(|(row, facts)| hit(&desk, row, facts, &tokens)).collect();
    let mut frame = desk.frame("desk-search-title", Here::Nowhere);
    nav.put(&mut frame);
    if let Some(frame) = &mut frame.desk {
        frame.query.clone_from(&query);
    }
    let next = next.map(|next| {
        let pairs = [("q", query.as_str()), ("after", &next.encode())];
        format!("/desk/search?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    });
    let empty = hits.is_empty().then(|| EmptyState {
        icon: Icon::outline("search"),
        title: t.say(if query.is_empty() { "desk-search-blank" } else { "desk-search-none" }).into(),
        text: t.say("desk-search-none-text").into(),
        link: None,
    });
    desk.visit.page(&SearchPage { t: frame, hits, empty, next: next.unwrap_or_default() })
}

/// The row and its text, as far as they are hers to read.
fn seen(tx: &mut Tx, subject: &Subject, mut row: MatterRow) -> Result<(MatterRow, String), Error> {
    if !rows::shows_content(subject, &row) {
        row.title.clear();
        return Ok((row, String::new()));
    }
    let facts = match row.kind() {
        CaseKind::Petition => matter::load::<Petition>(tx, &row.region, row.id())?.map(|one| one.state.facts),
        CaseKind::WorkOrder => matter::load::<WorkOrder>(tx, &row.region, row.id())?.map(|one| one.state.facts),
        CaseKind::Suggestion => {
            matter::load::<domain::suggestion::Suggestion>(tx, &row.region, row.id())?.map(|one| one.state.facts)
        }
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => None,
    };
    Ok((row, facts.map(|facts| facts.to_string()).unwrap_or_default()))
}

fn hit(desk: &Desk, row: &MatterRow, facts: &str, tokens: &[String]) -> Hit {
    let t = desk.t();
    Hit {
        href: rows::place(row),
        title: if row.title.is_empty() { t.say("desk-title-hidden").into() } else { marked(&row.title, tokens, 120) },
        meta: format!("{} · {}", rows::meta(t, row), row.number),
        stage: t.say(&rows::stage_key(row)).text(),
        snippet: marked(facts, tokens, SNIPPET),
        chip: when::of_due(t, row.due.as_ref(), desk.visit.state.clock.now()),
    }
}

/// The stretch that answers, its words marked; everything else escaped.
fn marked(text: &str, tokens: &[String], most: usize) -> Line {
    let found = snippet(text, tokens, most);
    let mut out = String::new();
    let mut at = 0;
    for mark in &found.marks {
        let (Some(before), Some(word)) = (found.text.get(at..mark.start), found.text.get(mark.clone())) else {
            continue;
        };
        out.push_str(&Line::from(before).to_string());
        out.push_str("<mark>");
        out.push_str(&Line::from(word).to_string());
        out.push_str("</mark>");
        at = mark.end;
    }
    out.push_str(&Line::from(found.text.get(at..).unwrap_or_default()).to_string());
    Line::drawn(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_words_are_marked_and_the_rest_is_escaped() {
        let html = marked("<b>暖气</b>不热", &query_tokens("暖气"), 40).to_string();
        assert!(html.contains("<mark>暖气</mark>") && html.contains("&lt;b&gt;"), "{html}");
    }
}
