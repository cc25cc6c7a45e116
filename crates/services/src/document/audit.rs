//! Is a letter what it was? Its row is held against its events, its text against its digest, its wording and its file against theirs.

use domain::document::Paper;
use kernel::{Digest, Fault};
use store::{Tx, params};

use super::{
    row::{self, COLUMNS, LetterRow},
    write::paper,
};
use crate::{attachment::Blobs, kit::Kit};

/// Letters read at once.
const PAGE: i64 = 200;

/// What differs in a letter: the column, and how; no word of what it says.
pub(crate) type Difference = (&'static str, String);

/// Gives every letter to `each`; how many there are.
pub(crate) fn walk(tx: &mut Tx, mut each: impl FnMut(&mut Tx, &LetterRow) -> Result<(), Fault>) -> Result<u64, Fault> {
    let (mut count, mut last) = (0, (String::new(), uuid::Uuid::nil()));
    loop {
        let sql = format!(
            "SELECT {COLUMNS} FROM letter l WHERE (l.region, l.id) > ($1, $2) ORDER BY l.region, l.id LIMIT $3"
        );
        let page = tx.query(&sql, params![&last.0, last.1, PAGE], LetterRow::read)?;
        for row in &page {
            each(tx, row)?;
        }
        count += u64::try_from(page.len()).unwrap_or(u64::MAX);
        match page.last() {
            Some(row) if i64::try_from(page.len()).unwrap_or(i64::MAX) == PAGE => last = (row.region.clone(), row.id.0),
            _ => return Ok(count),
        }
    }
}

/// Everything in which a letter is not what it was.
///
/// # Errors
/// When the database fails; what is wrong with the letter is a difference.
pub(crate) fn differences(
    tx: &mut Tx,
    kit: &Kit,
    files: Option<&Blobs>,
    row: &LetterRow,
) -> Result<Vec<Difference>, Fault> {
    let mut found = match paper(tx, &row.region, row.id) {
        Ok(Some(paper)) => against(row, &paper),
        Ok(None) => vec![("version", "has no events".to_owned())],
        Err(Fault::Inconsistent { .. }) => vec![("version", "an event cannot be read".to_owned())],
        Err(fault) => return Err(fault),
    };
    match row::data(tx, &kit.keys, row) {
        Ok(letter) if letter.digest(&row.wording.to_string()) == row.digest => {}
        Ok(_) => found.push(("data", "does not have its digest".to_owned())),
        Err(Fault::Inconsistent { .. }) => found.push(("data", "cannot be opened".to_owned())),
        Err(fault) => return Err(fault),
    }
    let sql = "SELECT body FROM letter_wording WHERE digest = $1";
    match tx.query_opt(sql, params![row.wording], |found| found.get::<String>(0))? {
        Some(body) if Digest::of(body.as_bytes()) == row.wording => {}
        Some(_) => found.push(("wording", "does not have its digest".to_owned())),
        None => found.push(("wording", "is not there".to_owned())),
    }
    if let (Some(files), Some(stored), Some(printed)) = (files, row.stored, row.printed) {
        let bytes = files.get(&stored).and_then(|sealed| kit.keys.open_file(row.id, &sealed));
        match bytes {
            Ok(bytes) if Digest::of(&bytes) == printed => {}
            Ok(_) => found.push(("stored", "the file does not have its digest".to_owned())),
            Err(fault) => found.push(("stored", format!("the file cannot be read: {fault}"))),
        }
    }
    Ok(found)
}

/// The row against what its events lead to.
fn against(row: &LetterRow, paper: &Paper) -> Vec<Difference> {
    let (drafted, issued, printed) = (&paper.drafted, paper.issued.as_ref(), paper.printed.as_ref());
    let number = issued.and_then(|issued| issued.number.as_ref()).map(ToString::to_string);
    let same = [
        ("kind", row.kind == drafted.kind),
        ("org_id", row.org == drafted.org),
        ("to_id", row.to == drafted.to),
        ("case_id", row.case == drafted.case),
        ("seq", row.seq == drafted.seq),
        ("stage", row.stage == paper.stage),
        ("drafter_id", row.drafter == paper.drafter),
        ("signer_id", row.signer == paper.signer),
        ("number", row.number == number),
        ("code", row.code.as_deref() == issued.map(|issued| issued.code.as_str())),
        ("digest", row.digest == paper.digest),
        ("printed", row.printed == printed.map(|printed| printed.digest)),
        ("pages", row.pages == printed.map(|printed| printed.pages)),
        ("version", row.version == paper.version),
    ];
    let wrong = same.into_iter().filter(|(_, same)| !same);
    wrong.map(|(column, _)| (column, "is not what its events say".to_owned())).collect()
}
