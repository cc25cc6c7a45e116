//! The row of a letter.

use domain::document::{DocType, Letter, PaperStage};
use jiff::Timestamp;
use kernel::{CaseId, Digest, DivisionCode, Fault, LetterId, OrgId, UserId};
use store::{Row, Tx, params};

use crate::secrets::Keys;

/// What sealed letters are bound to.
pub(super) const FIELD: &str = "letter.data";

pub(super) const COLUMNS: &str = "l.region, l.id, l.kind, l.division, l.case_id, l.seq, l.org_id, l.to_id, l.stage, l.drafter_id, \
     l.signer_id, l.number, l.code, l.wording, l.digest, l.drafted_at, l.issued_at, l.ended_at, l.reason, l.printed, \
     l.pages, l.stored, l.version";

/// A letter as lists show it: nothing of what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRow {
    /// Distribution column.
    pub region: String,
    /// Its id.
    pub id: LetterId,
    /// What it is.
    pub kind: DocType,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The event of the case that made it.
    pub seq: Option<i64>,
    /// Who sends it.
    pub org: OrgId,
    /// The office it goes to; `None`: to a person, or into the file.
    pub to: Option<OrgId>,
    /// Where it stands.
    pub stage: PaperStage,
    /// Who wrote it.
    pub drafter: Option<UserId>,
    /// Who signed it.
    pub signer: Option<UserId>,
    /// Its number, as written.
    pub number: Option<String>,
    /// The code under which anybody can check it.
    pub code: Option<String>,
    /// The digest of its wording.
    pub wording: Digest,
    /// The digest of letter and wording.
    pub digest: Digest,
    /// When it was written down.
    pub drafted_at: Timestamp,
    /// When it was put in force.
    pub issued_at: Option<Timestamp>,
    /// When it was declared void or dropped.
    pub ended_at: Option<Timestamp>,
    /// Why it is void.
    pub reason: Option<String>,
    /// SM3 of the printed file, once it was printed.
    pub printed: Option<Digest>,
    /// Its pages.
    pub pages: Option<u32>,
    /// Where the sealed file lies.
    pub stored: Option<Digest>,
    /// The number of its events.
    pub version: i64,
}

impl LetterRow {
    pub(super) fn read(row: &Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            region: row.get("region")?,
            id: row.get("id")?,
            kind: row.parse("kind", DocType::parse)?,
            division: row.parse("division", |text| DivisionCode::parse(text).ok())?,
            case: row.get("case_id")?,
            seq: row.get("seq")?,
            org: row.get("org_id")?,
            to: row.get("to_id")?,
            stage: row.parse("stage", PaperStage::parse)?,
            drafter: row.get("drafter_id")?,
            signer: row.get("signer_id")?,
            number: row.get("number")?,
            code: row.get("code")?,
            wording: row.get("wording")?,
            digest: row.get("digest")?,
            drafted_at: row.get("drafted_at")?,
            issued_at: row.get("issued_at")?,
            ended_at: row.get("ended_at")?,
            reason: row.get("reason")?,
            printed: row.get("printed")?,
            pages: row.get::<Option<i64>>("pages")?.and_then(|pages| u32::try_from(pages).ok()),
            stored: row.get("stored")?,
            version: row.get("version")?,
        })
    }

    /// The file's name: what it is, and its number or code. Nothing personal.
    #[must_use]
    pub fn file_name(&self) -> String {
        let kind = kernel::i18n::say(kernel::Locale::Zh, &self.kind.key(), []);
        let mark = self.number.clone().or_else(|| self.code.clone()).unwrap_or_else(|| "草稿".into());
        format!("{kind}-{mark}.pdf")
    }
}

/// A letter by id, in whatever region it lies.
pub(super) fn find(tx: &mut Tx, id: LetterId) -> Result<Option<LetterRow>, Fault> {
    tx.query_opt(&format!("SELECT {COLUMNS} FROM letter l WHERE l.id = $1"), params![id], LetterRow::read)
}

/// What the letter says.
pub(super) fn data(tx: &mut Tx, keys: &Keys, row: &LetterRow) -> Result<Letter, Fault> {
    let sql = "SELECT data FROM letter WHERE region = $1 AND id = $2";
    let sealed: String = tx.query_one(sql, params![&row.region, row.id], |found| found.get(0))?;
    let text = keys.open(FIELD, row.id, &sealed)?;
    serde_json::from_str(text.reveal()).map_err(|error| Fault::inconsistent("letter.data", error))
}
