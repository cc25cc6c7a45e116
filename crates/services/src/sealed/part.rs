//! Words and files become envelopes, and rows.

use domain::whistleblow::Identity;
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Fault, Redacted};
use serde::{Deserialize, Serialize};
use store::{Tx, Value, params};
use uuid::Uuid;

use crate::{
    attachment::Accepted,
    secrets::envelope::{Place, SealingKey},
};

/// What a part is. It is all that is said of one from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// What she wrote.
    Report,
    /// A file of hers.
    File,
    /// The other office's number.
    TheirNumber,
}

impl What {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "REPORT",
            Self::File => "FILE",
            Self::TheirNumber => "THEIR_NUMBER",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        [Self::Report, Self::File, Self::TheirNumber].into_iter().find(|what| what.name() == name)
    }
}

/// What she wrote. It prints nothing and is overwritten by nothing but the envelope's opening.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// What happened, in her words.
    pub text: Redacted<String>,
    /// Whom it is about: names, posts, offices.
    pub whom: Redacted<String>,
    /// Her name, if she gives it.
    pub name: Redacted<String>,
    /// Telephone or address, if she gives one.
    pub reach: Redacted<String>,
}

impl Words {
    /// Whether she gave a name.
    #[must_use]
    pub fn identity(&self) -> Identity {
        if self.name.reveal().trim().is_empty() { Identity::Anonymous } else { Identity::Named }
    }
}

/// A sealed part on its way to its row.
#[derive(Debug, Clone)]
pub struct Envelope {
    pub(super) no: u32,
    pub(super) what: What,
    pub(super) key: String,
    pub(super) sealed: Vec<u8>,
}

/// The plain form of a part. A file carries its name and type inside.
#[derive(Serialize, Deserialize)]
pub(super) struct Plain<'a> {
    pub(super) words: Option<Words>,
    pub(super) name: Option<Redacted<String>>,
    pub(super) media_type: Option<String>,
    #[serde(skip)]
    pub(super) bytes: &'a [u8],
}

/// Head and bytes: the length of the head, the head as JSON, the bytes of the file.
pub(super) fn written(plain: &Plain<'_>) -> Result<zeroize::Zeroizing<Vec<u8>>, Fault> {
    let head = serde_json::to_vec(plain).map_err(|_| Fault::inconsistent("sealed part", "cannot be written"))?;
    let head = zeroize::Zeroizing::new(head);
    let length = (head.len() as u64).to_be_bytes();
    Ok(zeroize::Zeroizing::new([length.as_slice(), &head, plain.bytes].concat()))
}

/// Seals words and files for `case`, beginning with part `from`. Milliseconds of CPU; call it in the handler, before any job.
///
/// # Errors
/// None in practice.
pub fn close(
    key: &SealingKey,
    ctx: &Ctx,
    (case, from): (CaseId, u32),
    words: &Words,
    files: &[Accepted],
) -> Result<Vec<Envelope>, Fault> {
    let mut parts = vec![];
    let plain = Plain { words: Some(words.clone()), name: None, media_type: None, bytes: &[] };
    parts.push(sealed(key, ctx, (case, from), What::Report, &plain)?);
    for (no, file) in (from + 1..).zip(files) {
        let plain = Plain {
            words: None,
            name: Some(file.name.clone()),
            media_type: Some(file.media_type.clone()),
            bytes: file.bytes.reveal(),
        };
        parts.push(sealed(key, ctx, (case, no), What::File, &plain)?);
    }
    Ok(parts)
}

/// Seals a line that an officer types: the other office's number.
///
/// # Errors
/// None in practice.
pub fn close_text(key: &SealingKey, ctx: &Ctx, (case, no): (CaseId, u32), text: &str) -> Result<Envelope, Fault> {
    let words = Words { text: Redacted::new(text.to_owned()), ..Words::default() };
    let plain = Plain { words: Some(words), name: None, media_type: None, bytes: &[] };
    sealed(key, ctx, (case, no), What::TheirNumber, &plain)
}

fn sealed(
    key: &SealingKey,
    ctx: &Ctx,
    (case, no): (CaseId, u32),
    what: What,
    plain: &Plain<'_>,
) -> Result<Envelope, Fault> {
    let sealed = key.seal(Place { case: case.0, no }, &written(plain)?, ctx)?;
    Ok(Envelope { no, what, key: key.id().to_owned(), sealed })
}

/// A row of a part.
#[derive(Debug, Clone)]
pub(super) struct PartRow {
    pub(super) no: u32,
    pub(super) what: What,
    pub(super) key: String,
    pub(super) at: Timestamp,
    pub(super) sealed: Vec<u8>,
}

pub(super) fn store_parts(
    tx: &mut Tx,
    ctx: &Ctx,
    (region, case): (&str, CaseId),
    parts: &[Envelope],
) -> Result<(), Fault> {
    let row = |part: &Envelope| -> Vec<Value> {
        let sealed = Value::Blob(part.sealed.clone());
        vec![
            region.into(),
            case.into(),
            part.no.into(),
            part.what.name().into(),
            part.key.as_str().into(),
            ctx.now().into(),
            sealed,
        ]
    };
    let rows: Vec<Vec<Value>> = parts.iter().map(row).collect();
    tx.insert_many("sealed_part", &["region", "case_id", "no", "what", "key_id", "at", "sealed"], &rows)?;
    Ok(())
}

pub(super) fn parts_of(tx: &mut Tx, region: &str, case: Uuid) -> Result<Vec<PartRow>, Fault> {
    let sql = "SELECT no, what, key_id, at, sealed FROM sealed_part WHERE region = $1 AND case_id = $2 ORDER BY no";
    tx.query(sql, params![region, case], |row| {
        Ok(PartRow {
            no: row.get(0)?,
            what: row.parse(1, What::parse)?,
            key: row.get(2)?,
            at: row.get(3)?,
            sealed: row.get(4)?,
        })
    })
}
