//! Finding published answers. Everybody may: no permit is asked, and nothing that was taken back is given.

use std::collections::HashMap;

use domain::dispatch::CategoryPath;
use intelligence::{
    similar::{Rarity, Tokens, Weights},
    text::query_tokens,
};
use kernel::{Cursor, DivisionCode, Fault, OrgLevel, Page};
use store::{Filter, Tx, params};
use uuid::Uuid;

use super::row::{Answer, SELECT, read};

/// Most tokens of a text that are asked for.
const ASKED: usize = 60;
/// Most answers that are compared.
const COMPARED: usize = 30;
/// Less alike than this is no help.
const ALIKE: f64 = 0.08;

/// An answer to something like what was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The answer.
    pub answer: Answer,
    /// How like the question is: 0 to 1.
    pub likeness: f64,
    /// The telling words both hold, at most three.
    pub shared: Vec<String>,
}

/// Which answers to list.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Those that hold here.
    pub division: Option<DivisionCode>,
    /// Of this category and below it.
    pub category: Option<CategoryPath>,
    /// That hold all these words.
    pub words: String,
    /// After this one.
    pub after: Option<Cursor>,
    /// At most so many; at least 1.
    pub limit: u32,
}

/// The answer of this name, unless it was taken back.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, slug: &str) -> Result<Option<Answer>, Fault> {
    let sql = format!("{SELECT} WHERE a.slug = $1 AND NOT a.withdrawn");
    tx.query_opt(&sql, params![slug], read)
}

/// The answers that hold in `division` and hold every word of `text`, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn search(tx: &mut Tx, division: &DivisionCode, text: &str, limit: u32) -> Result<Vec<Answer>, Fault> {
    let query = Query { division: Some(division.clone()), words: text.to_owned(), limit, ..Query::default() };
    Ok(list(tx, &query)?.items)
}

/// A page of answers, the newest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, query: &Query) -> Result<Page<Answer>, Fault> {
    let mut sql = Filter::new();
    sql.raw("NOT a.withdrawn");
    if let Some(division) = &query.division {
        holds_in(&mut sql, division);
    }
    if let Some(category) = &query.category {
        let below = format!("{category}/");
        sql.any(|any| {
            any.eq("a.category", category.as_str());
            any.all(|all| {
                all.at_least("a.category", below.as_str()).below("a.category", format!("{below}\u{10FFFF}"));
            });
        });
    }
    for word in query_tokens(&query.words) {
        let word = sql.bind(word);
        sql.raw(format!(
            "EXISTS (SELECT 1 FROM answer_word w WHERE w.region = a.region AND w.word = {word} AND w.answer_id = a.id)"
        ));
    }
    page(tx, sql, query.after.as_ref(), query.limit)
}

/// A page of the answers that `sql` lets through, the newest first.
pub(super) fn page(tx: &mut Tx, mut sql: Filter, after: Option<&Cursor>, limit: u32) -> Result<Page<Answer>, Fault> {
    let after = after.and_then(|cursor| cursor.id.split_once('|'));
    if let Some((day, slug)) = after {
        let (day, slug) = (sql.bind(day), sql.bind(slug));
        sql.raw(format!("(a.published_on, a.slug) < ({day}, {slug})"));
    }
    let limit = limit.max(1);
    let most = sql.bind(limit.saturating_add(1));
    let text = format!("{SELECT} WHERE {} ORDER BY a.published_on DESC, a.slug DESC LIMIT {most}", sql.sql());
    let mut items = tx.query(&text, sql.params(), read)?;
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next = items.last().filter(|_| more);
    let next = next.map(|last| Cursor { key: 0, id: format!("{}|{}", last.published_on, last.slug) });
    Ok(Page { items, next })
}

/// The answers that hold in `division` to what is like `text`, the most like first, at most `limit`: shown before filing.
///
/// # Errors
/// When the database fails.
pub fn like(tx: &mut Tx, division: &DivisionCode, text: &str, limit: usize) -> Result<Vec<Found>, Fault> {
    let weights = Weights { title: 1.0, ..Weights::default() };
    let own = Tokens::of("", text, &weights);
    let asked: Vec<&str> = own.all().filter(|token| token.chars().count() > 1).take(ASKED).collect();
    if asked.is_empty() {
        return Ok(vec![]);
    }
    let hits = hits(tx, division, &asked)?;
    let docs: i64 = tx.query_one("SELECT count(*) FROM answer", &[], |row| row.get(0))?;
    let mut counts: HashMap<String, u64> = asked.iter().map(|token| ((*token).to_owned(), 0)).collect();
    for (word, ..) in &hits {
        *counts.entry(word.clone()).or_default() += 1;
    }
    let rarity = Rarity::of_counts(docs.unsigned_abs(), counts);
    let weighed = own.weighed(&rarity, &|_| false, &weights);
    let mut found: Vec<Found> = read_best(tx, &hits, &rarity)?
        .into_iter()
        .map(|answer| {
            // The question is what she compares hers with; the answer helps where it uses her words.
            let other =
                Tokens::of(answer.question.as_str(), answer.answer.as_str(), &Weights { title: 2.0, ..weights });
            let other = other.weighed(&rarity, &|_| false, &Weights { title: 2.0, ..weights });
            let shared = weighed.shared(&other, 3).into_iter().map(str::to_owned).collect();
            Found { likeness: f64::from(weighed.likeness(&other)), shared, answer }
        })
        .filter(|found| found.likeness >= ALIKE)
        .collect();
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then_with(|| a.answer.slug.cmp(&b.answer.slug)));
    found.truncate(limit);
    Ok(found)
}

/// Which answers hold which of the words, and whether the question does.
fn hits(tx: &mut Tx, division: &DivisionCode, words: &[&str]) -> Result<Vec<(String, Uuid, bool)>, Fault> {
    let mut sql = Filter::new();
    sql.is_in("w.region", regions(division)).is_in("w.word", words.iter().copied()).raw("NOT a.withdrawn");
    holds_in(&mut sql, division);
    let text = format!(
        "SELECT w.word, w.answer_id, w.in_question FROM answer_word w \
         JOIN answer a ON a.region = w.region AND a.id = w.answer_id WHERE {}",
        sql.sql()
    );
    tx.query(&text, sql.params(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

fn read_best(tx: &mut Tx, hits: &[(String, Uuid, bool)], rarity: &Rarity) -> Result<Vec<Answer>, Fault> {
    let mut scores: HashMap<Uuid, f32> = HashMap::new();
    for (word, id, in_question) in hits {
        let more = if *in_question { 2.0 } else { 1.0 };
        *scores.entry(*id).or_default() += rarity.idf(word) * more;
    }
    let mut best: Vec<(Uuid, f32)> = scores.into_iter().collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    best.truncate(COMPARED);
    let mut sql = Filter::new();
    sql.is_in("a.id", best.into_iter().map(|(id, _)| id));
    tx.query(&format!("{SELECT} WHERE {}", sql.sql()), sql.params(), read)
}

/// The answers of the county and those of the levels above it hold at a place.
fn holds_in(sql: &mut Filter, division: &DivisionCode) {
    let county = division.at(OrgLevel::County);
    let above: Vec<DivisionCode> = std::iter::successors(county.parent(), DivisionCode::parent).collect();
    sql.is_in("a.region", regions(division));
    sql.any(|any| {
        any.all(|inside| {
            inside.within("a.division", &county);
        });
        any.is_in("a.division", above);
    });
}

/// The region of a place, and that under which the levels above it are kept.
fn regions(division: &DivisionCode) -> Vec<String> {
    let mut regions = vec![division.region(), division.at(OrgLevel::Region).region()];
    regions.dedup();
    regions
}
