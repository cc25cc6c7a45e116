//! Rows become organisations.

use domain::organisation::{Org, OrgKind};
use kernel::{Fault, Text};
use store::{Row, Value};

/// A value with the version of its row, the optimistic lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored<T> {
    /// The value.
    pub value: T,
    /// Counts its changes.
    pub version: i64,
}

/// The columns of an organisation, in the order of [`values`].
pub(super) const COLUMNS: &[&str] = &[
    "id",
    "parent_id",
    "line_superior_id",
    "vertical",
    "kind",
    "name",
    "short_name",
    "doc_code",
    "division",
    "phone",
    "address",
    "hours",
    "accepts_petitions",
    "functions",
    "active_from",
    "active_to",
    "version",
];

/// A select list of [`COLUMNS`].
pub(super) const SELECT: &str = "SELECT id, parent_id, line_superior_id, vertical, kind, name, short_name, doc_code, division, \
     phone, address, hours, accepts_petitions, functions, active_from, active_to, version FROM org";

pub(super) fn values(org: &Org, version: i64) -> Result<Vec<Value>, Fault> {
    let text = |text: Option<&str>| Value::from(text);
    Ok(vec![
        org.id.into(),
        org.parent.into(),
        org.line_superior.into(),
        org.vertical.into(),
        org.kind.name().into(),
        org.name.as_str().into(),
        text(org.short_name.as_ref().map(Text::as_str)),
        text(org.doc_code.as_ref().map(Text::as_str)),
        (&org.division).into(),
        text(org.phone.as_ref().map(Text::as_str)),
        text(org.address.as_ref().map(Text::as_str)),
        text(org.hours.as_ref().map(Text::as_str)),
        org.accepts_petitions.into(),
        Value::json(&org.functions)?,
        org.active_from.into(),
        org.active_to.into(),
        version.into(),
    ])
}

/// Reads a row of [`SELECT`].
pub(super) fn read(row: &Row<'_>) -> Result<Stored<Org>, Fault> {
    let org = Org {
        id: row.get("id")?,
        parent: row.get("parent_id")?,
        line_superior: row.get("line_superior_id")?,
        vertical: row.get("vertical")?,
        kind: row.parse("kind", OrgKind::parse)?,
        name: row.parse("name", |text| Text::parse("name", text).ok())?,
        short_name: optional(row, "short_name")?,
        doc_code: optional(row, "doc_code")?,
        division: row.get("division")?,
        phone: optional(row, "phone")?,
        address: optional(row, "address")?,
        hours: optional(row, "hours")?,
        accepts_petitions: row.get("accepts_petitions")?,
        functions: row.json("functions")?,
        active_from: row.get("active_from")?,
        active_to: row.get("active_to")?,
    };
    Ok(Stored { value: org, version: row.get("version")? })
}

fn optional<const MAX: usize>(row: &Row<'_>, column: &'static str) -> Result<Option<Text<MAX>>, Fault> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| Text::parse(column, &text).map_err(|refusal| Fault::inconsistent(column, refusal))).transpose()
}
