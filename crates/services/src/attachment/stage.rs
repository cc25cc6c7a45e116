//! From accepted bytes to a sealed file on disk, and back.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use kernel::{AttachmentId, Ctx, Digest, Fault, Redacted};
use store::Tx;

use super::{Accepted, Attachment, Blobs, Kind, sql, transcript};
use crate::secrets::Keys;

/// How long a file may lie without a row: longer than any transaction, shorter than anyone waits.
const ORPHAN_AGE: SignedDuration = SignedDuration::from_hours(24);

/// The field name that file names are sealed under.
const NAME_FIELD: &str = "attachment.name";

/// A file that is safe on disk and waits for its row.
#[derive(Debug, Clone)]
pub struct Staged {
    /// The id of the row to come; the sealed bytes are bound to it.
    pub id: AttachmentId,
    /// The sealed file name.
    pub sealed_name: String,
    /// The media type to serve it with.
    pub media_type: String,
    /// What it is.
    pub kind: Kind,
    /// The size of the cleaned bytes.
    pub size: u64,
    /// SM3 of the cleaned bytes.
    pub digest: Digest,
    /// SM3 of the sealed bytes, their address in the folder.
    pub stored_digest: Digest,
}

/// Seals an accepted file and writes it to disk. Call before the transaction that records it.
///
/// # Errors
/// [`Fault::Io`] when it cannot be written.
pub fn stage(accepted: &Accepted, keys: &Keys, blobs: &Blobs, ctx: &Ctx) -> Result<Staged, Fault> {
    let id: AttachmentId = ctx.new_id();
    let sealed = keys.seal_file(id, accepted.bytes.reveal(), ctx)?;
    Ok(Staged {
        id,
        sealed_name: keys.seal(NAME_FIELD, id, accepted.name.reveal(), ctx)?,
        media_type: accepted.media_type.clone(),
        kind: accepted.kind,
        size: accepted.size(),
        digest: accepted.digest,
        stored_digest: blobs.put(&sealed, ctx)?,
    })
}

/// The cleaned bytes of an attachment; both digests are checked.
///
/// # Errors
/// [`Fault::Io`] when the file is missing, [`Fault::Inconsistent`] when it was changed.
pub fn read(attachment: &Attachment, keys: &Keys, blobs: &Blobs) -> Result<Redacted<Vec<u8>>, Fault> {
    let bytes = keys.open_file(attachment.id, &blobs.get(&attachment.stored_digest)?)?;
    if Digest::of(&bytes) == attachment.digest && bytes.len() as u64 == attachment.size {
        Ok(Redacted::new(bytes))
    } else {
        Err(Fault::inconsistent("attachment", format!("{} is not what was handed in", attachment.id)))
    }
}

impl Attachment {
    /// The file name.
    ///
    /// # Errors
    /// [`Fault::Inconsistent`] when the sealed name was changed.
    pub fn name(&self, keys: &Keys) -> Result<Redacted<String>, Fault> {
        keys.open(NAME_FIELD, self.id, &self.sealed_name)
    }
}

/// Moves one attachment to the current key: the new file is on disk before the row points to it, the old one becomes an orphan.
/// What was written down from it moves too. Whether anything was to be done.
///
/// # Errors
/// As [`read`].
pub fn reseal(
    tx: &mut Tx,
    region: &str,
    attachment: &Attachment,
    keys: &Keys,
    blobs: &Blobs,
    ctx: &Ctx,
) -> Result<bool, Fault> {
    let name = keys.reseal(NAME_FIELD, attachment.id, &attachment.sealed_name, ctx)?;
    let words = transcript::reseal(tx, region, (attachment.case_id, attachment.id), keys, ctx)?;
    let sealed = blobs.get(&attachment.stored_digest)?;
    if name.is_none() && keys.is_current_file(&sealed) {
        return Ok(words);
    }
    let bytes = read(attachment, keys, blobs)?;
    let stored = blobs.put(&keys.seal_file(attachment.id, bytes.reveal(), ctx)?, ctx)?;
    sql::replace(tx, region, attachment, name.as_ref().unwrap_or(&attachment.sealed_name), &stored)?;
    Ok(true)
}

/// The files that no row speaks of, a day old and older at `now`.
///
/// The folder is listed before the rows are read, so a file whose row is committed in between is not taken for an orphan.
///
/// # Errors
/// [`Fault::Io`] or [`Fault::Storage`].
pub fn orphans(tx: &mut Tx, blobs: &Blobs, now: Timestamp) -> Result<Vec<Digest>, Fault> {
    let mut found: HashSet<Digest> = blobs.older_than(now - ORPHAN_AGE)?.into_iter().collect();
    if !found.is_empty() {
        sql::each_stored(tx, |digest| {
            found.remove(&digest);
        })?;
    }
    Ok(found.into_iter().collect())
}

/// Removes what [`orphans`] found; how many files went.
///
/// # Errors
/// [`Fault::Io`].
pub fn sweep(orphans: &[Digest], blobs: &Blobs) -> Result<usize, Fault> {
    orphans.iter().try_for_each(|digest| blobs.remove(digest))?;
    Ok(orphans.len())
}
