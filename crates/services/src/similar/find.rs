//! From a text to the matters that are like it, at a bounded cost.

use std::collections::{BTreeSet, HashMap};

use domain::access::{self, Action, Bound, Field, Subject, actions, list_scope};
use intelligence::{
    similar::{Rarity, Tokens, Weighed, Weights},
    text::words,
};
use kernel::{CaseId, Fault};
use serde::Deserialize;
use store::{Filter, Tx, search};
use uuid::Uuid;

use crate::{
    auth::condition,
    matter::{COLUMNS, MatterRow},
};

/// Most tokens of a text that the index is asked for.
const ASKED: usize = 40;
/// Most rows taken for one token; beyond it a word is common and says little.
const PER_TOKEN: u32 = 200;
/// Up to here matters are counted.
const SIZE: u32 = 50_000;
/// Most rows whose permission is asked.
const CANDIDATES: usize = 200;
/// Most texts that are read and compared.
const COMPARED: usize = 80;

/// A text that others may be like.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// In which region one looks.
    pub region: &'a str,
    /// One line.
    pub title: &'a str,
    /// The story and the claims.
    pub text: &'a str,
    /// The matter itself, when it is registered.
    pub own: Option<CaseId>,
    /// Words of places and issues, which weigh more; in their search form.
    pub telling: &'a [String],
}

/// A matter that is like another.
#[derive(Debug, Clone)]
pub struct LookAlike {
    /// Its row.
    pub row: MatterRow,
    /// How like it is: 0 to 1.
    pub likeness: f64,
    /// The telling words both hold, at most four.
    pub shared: Vec<String>,
    /// What it tells.
    pub text: String,
}

/// What of a stored matter is compared.
#[derive(Deserialize)]
struct Body {
    facts: String,
    #[serde(default)]
    claims: Vec<BodyClaim>,
}

#[derive(Deserialize)]
struct BodyClaim {
    text: String,
}

/// The matters that are like `told`, the most like first, at most `limit`; only those whose content `subject` may find.
///
/// # Errors
/// When the database fails or a stored matter cannot be read.
pub fn like(tx: &mut Tx, subject: &Subject, told: &Told<'_>, limit: usize) -> Result<Vec<LookAlike>, Fault> {
    let weights = Weights::default();
    let tokens = Tokens::of(told.title, told.text, &weights);
    let asked = asked(told, &tokens);
    let (rarity, scores) = look_up(tx, told.region, &asked)?;
    let telling = |token: &str| told.telling.iter().any(|word| word == token);
    let own = tokens.weighed(&rarity, &telling, &weights);
    let rows = visible(tx, subject, told.own, scores)?;
    let whole = whole_words(told.title, told.text);
    let mut found: Vec<LookAlike> = rows
        .into_iter()
        .map(|(row, text)| {
            let other = Tokens::of(&row.title, &text, &weights).weighed(&rarity, &telling, &weights);
            let mut found = alike(row, text, &own, &other);
            found.shared.retain(|token| whole.contains(token) && of_row(&found.row, &found.text).contains(token));
            found.shared.truncate(SHARED);
            found
        })
        .collect();
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then_with(|| a.row.id().cmp(&b.row.id())));
    found.truncate(limit);
    Ok(found)
}

/// Words in common that are told; the index knows pairs of signs, too, which are no words (`积再`).
const SHARED: usize = 4;

/// The words of a matter.
fn whole_words(title: &str, text: &str) -> BTreeSet<String> {
    [title, text].into_iter().flat_map(words).collect()
}

fn of_row(row: &MatterRow, text: &str) -> BTreeSet<String> {
    whole_words(&row.title, text)
}

fn alike(row: MatterRow, text: String, own: &Weighed, other: &Weighed) -> LookAlike {
    let shared = own.shared(other, 4 * SHARED).into_iter().map(str::to_owned).collect();
    LookAlike { likeness: f64::from(own.likeness(other)), shared, row, text }
}

/// The tokens worth asking for: the title's first, telling ones before others, single characters never.
fn asked<'t>(told: &Told<'_>, tokens: &'t Tokens) -> Vec<&'t str> {
    let mut all: Vec<(&str, bool)> = tokens.with_title().filter(|(token, _)| token.chars().count() > 1).collect();
    all.sort_by_key(|(token, title)| {
        let telling = told.telling.iter().any(|word| word == token);
        (!telling, !title, std::cmp::Reverse(token.chars().count()), *token)
    });
    all.truncate(ASKED);
    all.into_iter().map(|(token, _)| token).collect()
}

/// How rare each token is here, and how much each matter that holds some of them has in common with the text.
fn look_up(tx: &mut Tx, region: &str, tokens: &[&str]) -> Result<(Rarity, HashMap<Uuid, f32>), Fault> {
    let mut counts = vec![];
    let mut holders = vec![];
    for token in tokens {
        let held = search::holders(tx, region, token, PER_TOKEN)?;
        counts.push(((*token).to_owned(), held.frequency));
        holders.push((*token, held.newest));
    }
    let rarity = Rarity::of_counts(search::size(tx, region, SIZE)?, counts);
    let mut scores: HashMap<Uuid, f32> = HashMap::new();
    for (token, ids) in holders {
        let weight = rarity.idf(token);
        for id in ids {
            *scores.entry(id).or_default() += weight;
        }
    }
    Ok((rarity, scores))
}

/// The best of them that `subject` may find, with their texts.
fn visible(
    tx: &mut Tx,
    subject: &Subject,
    own: Option<CaseId>,
    scores: HashMap<Uuid, f32>,
) -> Result<Vec<(MatterRow, String)>, Fault> {
    let bound = list_scope(subject, Action::SearchMatters);
    if bound == Bound::Never {
        return Ok(vec![]);
    }
    let mut best: Vec<(Uuid, f32)> = scores.into_iter().filter(|(id, _)| own.is_none_or(|own| own.0 != *id)).collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    best.truncate(CANDIDATES);
    let rank: HashMap<Uuid, usize> = best.iter().enumerate().map(|(n, (id, _))| (*id, n)).collect();
    let mut sql = Filter::new();
    condition(&mut sql, &bound);
    sql.is_in("m.id", best.iter().map(|(id, _)| *id));
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {}", sql.sql());
    let mut rows = tx.query(&text, sql.params(), MatterRow::read)?;
    rows.retain(|row| shows_content(subject, row));
    rows.sort_by_key(|row| rank.get(&row.id().0).copied());
    rows.truncate(COMPARED);
    texts(tx, rows)
}

fn shows_content(subject: &Subject, row: &MatterRow) -> bool {
    access::permit::<actions::SearchMatters>(subject, &row.facts).is_ok_and(|permit| permit.shows(Field::Content))
}

fn texts(tx: &mut Tx, rows: Vec<MatterRow>) -> Result<Vec<(MatterRow, String)>, Fault> {
    let mut sql = Filter::new();
    sql.is_in("m.id", rows.iter().map(MatterRow::id));
    let text = format!("SELECT m.id, m.body FROM matter m WHERE {}", sql.sql());
    let bodies = tx.query(&text, sql.params(), |row| Ok((row.get::<CaseId>(0)?, row.json::<Body>("body")?)))?;
    let mut bodies: HashMap<CaseId, Body> = bodies.into_iter().collect();
    let joined = |body: Body| {
        let claims = body.claims.into_iter().map(|claim| claim.text);
        claims.chain([body.facts]).collect::<Vec<_>>().join("\n")
    };
    let with = rows.into_iter().filter_map(|row| bodies.remove(&row.id()).map(|body| (row, joined(body))));
    Ok(with.collect())
}
