//! Full text, beside the rows it finds and in the same transaction.
//!
//! The words come segmented (Chinese has no spaces); this module neither cuts nor stems. SQLite keeps them in FTS5,
//! PostgreSQL in a `tsvector` under a GIN index. A list joins it with one fragment in its own SQL, so the permission
//! filter and the search are one query:
//!
//! ```sql
//! SELECT m.id FROM matter m WHERE m.division >= $1 AND m.division < $2 AND {match:m.id:$3} ORDER BY …
//! ```
//!
//! with `Value::Words` for `$3`. All words must occur; the table behind the alias has a column `region`.

use std::collections::BTreeSet;

use kernel::Fault;
use uuid::Uuid;

use crate::{Tx, Value, dialect::Engine, params};

/// The longest word that is kept, in bytes. PostgreSQL refuses a lexeme of more than 2 046.
const LONGEST: usize = 255;

/// Replaces the words under which `id` is found. No words: it is not found any more.
pub fn index(tx: &mut Tx, region: &str, id: impl Into<Uuid>, words: &[String]) -> Result<(), Fault> {
    let (id, words) = (id.into(), clean(words));
    match tx.kind() {
        Engine::Sqlite => index_sqlite(tx, region, id, &words),
        Engine::Postgres => index_postgres(tx, region, id, &words),
    }
}

/// What the index says of one word in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holders {
    /// The newest rows that hold it, at most as many as were asked for.
    pub newest: Vec<Uuid>,
    /// In how many rows it is: counted when all of them are in `newest`, else estimated from how far back one had to go for them.
    pub frequency: u64,
}

/// The newest rows of a region under whose words `word` is, at most `limit`, and how common the word is: for finding what is like
/// something. The caller asks afterwards which of them may be seen.
///
/// # Errors
/// When the database fails.
pub fn holders(tx: &mut Tx, region: &str, word: &str, limit: u32) -> Result<Holders, Fault> {
    let sql = match tx.kind() {
        // Documents are numbered in the order in which they came: the index is read from its end, and no further than asked.
        Engine::Sqlite => {
            "SELECT d.id, d.doc FROM search_words JOIN search_doc d ON d.doc = search_words.rowid \
             WHERE search_words MATCH $1 AND d.region = $2 ORDER BY search_words.rowid DESC LIMIT $3"
        }
        // Ids of version 7 are in the order of time.
        Engine::Postgres => {
            "SELECT d.id, CAST(0 AS bigint) FROM search_doc d WHERE d.words @@ CAST(CAST($1 AS text) AS tsquery) \
             AND d.region = $2 ORDER BY d.id DESC LIMIT $3"
        }
    };
    let word = all_of(&[word.to_owned()]);
    let found: Vec<(Uuid, i64)> = tx.query(sql, params![&word, region, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let held = found.len() as u64;
    let frequency = match found.last() {
        Some((_, oldest)) if held == u64::from(limit) => match tx.kind() {
            Engine::Sqlite => held * every_nth(tx, *oldest)?,
            Engine::Postgres => frequency(tx, region, &word)?,
        },
        _ => held,
    };
    Ok(Holders { newest: found.into_iter().map(|(id, _)| id).collect(), frequency })
}

/// By how much more documents there are than from `oldest` on, at least 1.
fn every_nth(tx: &mut Tx, oldest: i64) -> Result<u64, Fault> {
    let last: i64 = tx.query_one("SELECT coalesce(max(doc), 1) FROM search_doc", params![], |row| row.get(0))?;
    Ok((last / (last - oldest + 1).max(1)).max(1).unsigned_abs())
}

/// Up to here PostgreSQL counts the rows of a word.
const COUNTED: u32 = 4_000;

fn frequency(tx: &mut Tx, region: &str, word: &Value) -> Result<u64, Fault> {
    let sql = "SELECT count(*) FROM (SELECT 1 AS one FROM search_doc d \
               WHERE d.words @@ CAST(CAST($1 AS text) AS tsquery) AND d.region = $2 LIMIT $3) AS c";
    let count: i64 = tx.query_one(sql, params![word, region, COUNTED], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// How many rows of a region have words, counted up to `most`.
pub fn size(tx: &mut Tx, region: &str, most: u32) -> Result<u64, Fault> {
    let sql = "SELECT count(*) FROM (SELECT 1 AS one FROM search_doc d WHERE d.region = $1 LIMIT $2) AS c";
    let count: i64 = tx.query_one(sql, params![region, most], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Forgets `id`.
pub fn remove(tx: &mut Tx, region: &str, id: impl Into<Uuid>) -> Result<(), Fault> {
    index(tx, region, id, &[])
}

fn index_sqlite(tx: &mut Tx, region: &str, id: Uuid, words: &[String]) -> Result<(), Fault> {
    let sql = "SELECT doc FROM search_doc WHERE region = $1 AND id = $2";
    let known = tx.query_opt(sql, params![region, id], |row| row.get::<i64>(0))?;
    if let Some(doc) = known {
        tx.execute("DELETE FROM search_words WHERE rowid = $1", params![doc])?;
    }
    if words.is_empty() {
        return tx.execute("DELETE FROM search_doc WHERE region = $1 AND id = $2", params![region, id]).map(drop);
    }
    let doc = match known {
        Some(doc) => doc,
        None => tx.query_one(
            "INSERT INTO search_doc (region, id) VALUES ($1, $2) RETURNING doc",
            params![region, id],
            |row| row.get::<i64>(0),
        )?,
    };
    let sql = "INSERT INTO search_words (rowid, words) VALUES ($1, $2)";
    tx.execute(sql, params![doc, words.join(" ")]).map(drop)
}

fn index_postgres(tx: &mut Tx, region: &str, id: Uuid, words: &[String]) -> Result<(), Fault> {
    if words.is_empty() {
        return tx.execute("DELETE FROM search_doc WHERE region = $1 AND id = $2", params![region, id]).map(drop);
    }
    let sql = "INSERT INTO search_doc (region, id, words) VALUES ($1, $2, CAST(CAST($3 AS text) AS tsvector))
               ON CONFLICT (region, id) DO UPDATE SET words = excluded.words";
    let words: Vec<String> = words.iter().map(|word| postgres_quote(word)).collect();
    tx.execute(sql, params![region, id, words.join(" ")]).map(drop)
}

/// `{match:m.id:$3}` as `engine` says it.
pub(crate) fn fragment(engine: Engine, column: &str, param: &str) -> Result<String, Fault> {
    let alias = column
        .split_once('.')
        .map(|(alias, _)| alias)
        .filter(|_| is_plain(column) && param.strip_prefix('$').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit())))
        .ok_or_else(|| Fault::inconsistent("statement", "{match:alias.column:$n} expected"))?;
    Ok(match engine {
        Engine::Sqlite => format!(
            "{column} IN (SELECT d.id FROM search_words JOIN search_doc d ON d.doc = search_words.rowid WHERE search_words MATCH {param})"
        ),
        Engine::Postgres => format!(
            "EXISTS (SELECT 1 FROM search_doc d WHERE d.region = {alias}.region AND d.id = {column} AND d.words @@ CAST(CAST({param} AS text) AS tsquery))"
        ),
    })
}

fn is_plain(column: &str) -> bool {
    column.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.')
}

/// Lower case, no spaces inside, no word twice, none too long.
fn clean(words: &[String]) -> Vec<String> {
    let set: BTreeSet<String> = words
        .iter()
        .flat_map(|word| word.split(|c: char| c.is_whitespace() || c.is_control()))
        .filter(|part| !part.is_empty() && part.len() <= LONGEST)
        .map(str::to_lowercase)
        .collect();
    set.into_iter().collect()
}

/// Every word as a quoted string: nothing in it is an operator. Words side by side are all required.
pub(crate) fn sqlite_query(words: &[String]) -> String {
    let quoted: Vec<String> = clean(words).iter().map(|w| format!("\"{}\"", w.replace('"', "\"\""))).collect();
    quoted.join(" ")
}

pub(crate) fn postgres_query(words: &[String]) -> String {
    let quoted: Vec<String> = clean(words).iter().map(|word| postgres_quote(word)).collect();
    quoted.join(" & ")
}

/// A lexeme taken as it is, not parsed: both signs that mean something inside the quotes are doubled.
fn postgres_quote(word: &str) -> String {
    format!("'{}'", word.replace('\\', "\\\\").replace('\'', "''"))
}

/// Words to look for, as a parameter of `{match:…}`.
#[must_use]
pub fn all_of(words: &[String]) -> Value {
    Value::Words(clean(words))
}
