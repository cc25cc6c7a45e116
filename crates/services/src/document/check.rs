//! What anybody may know of a letter that lies before her: who issued it, what it is, when, and whether it is in force. No name, no
//! matter.

use domain::document::{DocType, PaperStage};
use jiff::civil::Date;
use kernel::{Digest, Fault, beijing_date};
use store::{Tx, params};

use super::row::{COLUMNS, LetterRow};
use crate::organisation;

/// A letter as the public page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What it is.
    pub kind: DocType,
    /// Its number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued_on: Date,
    /// When it was declared void.
    pub void_since: Option<Date>,
    /// The digest of what it says.
    pub digest: Digest,
    /// SM3 of the file, once it was printed.
    pub file: Option<Digest>,
}

/// The letter with this code or number; drafts are nobody's business. `None` when there is none.
///
/// # Errors
/// When the database fails.
pub fn check(tx: &mut Tx, asked: &str) -> Result<Option<Checked>, Fault> {
    let asked: String = asked.chars().filter(|c| !c.is_whitespace()).take(80).collect();
    let row = if let Some(region) = asked.get(..4).filter(|region| region.bytes().all(|b| b.is_ascii_digit())) {
        let sql = format!("SELECT {COLUMNS} FROM letter l WHERE l.region = $1 AND l.code = $2");
        tx.query_opt(&sql, params![region, asked.to_ascii_uppercase()], LetterRow::read)?
    } else {
        let sql = format!("SELECT {COLUMNS} FROM letter l WHERE l.number = $1");
        tx.query_opt(&sql, params![brackets(&asked)], LetterRow::read)?
    };
    let Some((row, issued_at)) = row.and_then(|row| row.issued_at.map(|at| (row, at))) else { return Ok(None) };
    Ok(Some(Checked {
        kind: row.kind,
        issuer: organisation::name(tx, row.org)?,
        issued_on: beijing_date(issued_at),
        void_since: row.ended_at.filter(|_| row.stage == PaperStage::Void).map(beijing_date),
        number: row.number,
        digest: row.digest,
        file: row.printed,
    }))
}

/// People type the brackets they find on their keyboard.
fn brackets(text: &str) -> String {
    text.replace(['[', '【', '［'], "〔").replace([']', '】', '］'], "〕")
}
