//! The rows of attachments.

use jiff::Timestamp;
use kernel::{AttachmentId, CaseId, Digest, Fault};
use store::{Row, Tx, params};

use super::{Kind, Staged};

const COLUMNS: &str = "id, case_id, name, media_type, size, digest, stored_digest, uploaded_at, by_kind";

/// An attachment as recorded. The name is sealed: it may be a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The matter it belongs to.
    pub case_id: CaseId,
    /// The sealed file name; see [`Attachment::name`].
    pub sealed_name: String,
    /// The media type to serve it with.
    pub media_type: String,
    /// The size in bytes, as given back.
    pub size: u64,
    /// SM3 of the bytes given back.
    pub digest: Digest,
    /// SM3 of the sealed bytes, their address in the folder.
    pub stored_digest: Digest,
    /// When it was handed in.
    pub uploaded_at: Timestamp,
    /// Who handed it in, as a kind of actor (`PETITIONER`, `STAFF` …).
    pub by_kind: String,
}

impl Attachment {
    /// What it is; nothing when this version no longer knows the type.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        Kind::of_media_type(&self.media_type)
    }
}

/// Adds the row of a staged file.
///
/// # Errors
/// [`Fault::Storage`].
pub fn record(
    tx: &mut Tx,
    region: &str,
    case_id: CaseId,
    staged: &Staged,
    by_kind: &str,
    at: Timestamp,
) -> Result<Attachment, Fault> {
    let attachment = Attachment {
        id: staged.id,
        case_id,
        sealed_name: staged.sealed_name.clone(),
        media_type: staged.media_type.clone(),
        size: staged.size,
        digest: staged.digest,
        stored_digest: staged.stored_digest,
        uploaded_at: at,
        by_kind: by_kind.to_owned(),
    };
    let size = i64::try_from(staged.size).map_err(|_| Fault::inconsistent("attachment.size", "too large"))?;
    tx.execute(
        "INSERT INTO attachment (region, id, case_id, name, media_type, size, digest, stored_digest, uploaded_at, by_kind)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            region,
            staged.id,
            case_id,
            &staged.sealed_name,
            &staged.media_type,
            size,
            staged.digest,
            staged.stored_digest,
            at,
            by_kind
        ],
    )?;
    Ok(attachment)
}

/// The attachments of a matter, in the order they came.
///
/// # Errors
/// [`Fault::Storage`].
pub fn list(tx: &mut Tx, region: &str, case_id: CaseId) -> Result<Vec<Attachment>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM attachment WHERE region = $1 AND case_id = $2 ORDER BY uploaded_at, id");
    tx.query(&sql, params![region, case_id], attachment)
}

/// One attachment of a matter. The matter is asked for, so that the right to see it decides about its files.
///
/// # Errors
/// [`Fault::Storage`].
pub fn load(tx: &mut Tx, region: &str, case_id: CaseId, id: AttachmentId) -> Result<Option<Attachment>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM attachment WHERE region = $1 AND id = $2 AND case_id = $3");
    tx.query_opt(&sql, params![region, id, case_id], attachment)
}

/// Points a row to newly sealed bytes and name.
pub(super) fn replace(tx: &mut Tx, region: &str, old: &Attachment, name: &str, stored: &Digest) -> Result<(), Fault> {
    let changed = tx.execute(
        "UPDATE attachment SET name = $1, stored_digest = $2 WHERE region = $3 AND id = $4 AND stored_digest = $5",
        params![name, stored, region, old.id, old.stored_digest],
    )?;
    if changed == 1 { Ok(()) } else { Err(Fault::Conflict) }
}

/// The address of every recorded file: what was handed in, and the letters kept as they were first printed, which lie in the same
/// folder.
pub(super) fn each_stored(tx: &mut Tx, mut each: impl FnMut(Digest)) -> Result<(), Fault> {
    let sql = "SELECT stored_digest FROM attachment UNION ALL SELECT stored FROM letter WHERE stored IS NOT NULL";
    tx.query_each(sql, &[], |row| {
        each(row.get(0)?);
        Ok(())
    })
}

fn attachment(row: &Row<'_>) -> Result<Attachment, Fault> {
    Ok(Attachment {
        id: row.get(0)?,
        case_id: row.get(1)?,
        sealed_name: row.get(2)?,
        media_type: row.get(3)?,
        size: u64::try_from(row.get::<i64>(4)?).map_err(|_| Fault::inconsistent("attachment.size", "negative"))?,
        digest: row.get(5)?,
        stored_digest: row.get(6)?,
        uploaded_at: row.get(7)?,
        by_kind: row.get(8)?,
    })
}
