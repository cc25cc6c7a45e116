//! A published answer as its row.

use domain::dispatch::CategoryPath;
use jiff::civil::Date;
use kernel::{DivisionCode, Fault, OrgId, Text};
use store::Row;
use uuid::Uuid;

/// A published answer. Everything in it may be read by everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// Where it holds.
    pub division: DivisionCode,
    /// What people ask, in plain words.
    pub question: Text<200>,
    /// The answer.
    pub answer: Text<4000>,
    /// What it is about.
    pub category: Option<CategoryPath>,
    /// Who answered.
    pub unit: Option<OrgId>,
    /// Its name; empty when there is none.
    pub unit_name: String,
    /// When it was published, or changed last.
    pub published_on: Date,
    /// Taken back: no longer shown to the public.
    pub withdrawn: bool,
    /// Counts its changes.
    pub version: i64,
}

/// The columns of an answer `a`, with the name of its unit.
pub(super) const SELECT: &str = "SELECT a.id, a.slug, a.division, a.question, a.answer, a.category, a.unit_id, \
     a.published_on, a.withdrawn, a.version, o.name AS unit_name FROM answer a LEFT JOIN org o ON o.id = a.unit_id";

/// Reads a row of [`SELECT`].
pub(super) fn read(row: &Row<'_>) -> Result<Answer, Fault> {
    let category = row.get::<Option<String>>("category")?;
    let category = category.map(|text| CategoryPath::parse(&text)).transpose();
    Ok(Answer {
        id: row.get("id")?,
        slug: row.get("slug")?,
        division: row.get("division")?,
        question: row.parse("question", |text| Text::parse("question", text).ok())?,
        answer: row.parse("answer", |text| Text::parse("answer", text).ok())?,
        category: category.map_err(|refusal| Fault::inconsistent("answer.category", refusal))?,
        unit: row.get("unit_id")?,
        unit_name: row.get::<Option<String>>("unit_name")?.unwrap_or_default(),
        published_on: row.get("published_on")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
    })
}
