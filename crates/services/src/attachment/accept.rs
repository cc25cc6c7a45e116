//! The door: what may come in, and in which form it is kept.

use kernel::{Digest, Redacted, Refusal};
use serde::{Deserialize, Serialize};

use super::{
    Kind,
    archive::{self, Problem},
    clean::clean,
    name::{clean_name, shown},
    sniff,
};

/// How much and what may be handed in. Every field can be set in the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// The most bytes of one file.
    pub file_bytes: u64,
    /// The most bytes of one matter, all files together.
    pub matter_bytes: u64,
    /// The most files of one matter.
    pub matter_files: u32,
    /// What is taken.
    pub allowed: Vec<Kind>,
}

impl Default for Limits {
    fn default() -> Self {
        let unclean = [Kind::Heic, Kind::Gif];
        Self {
            file_bytes: 10 << 20,
            matter_bytes: 50 << 20,
            matter_files: 20,
            allowed: Kind::ALL.iter().copied().filter(|kind| !unclean.contains(kind)).collect(),
        }
    }
}

impl Limits {
    /// The extensions taken, for people: `JPG, PNG, PDF …`.
    #[must_use]
    pub fn allowed_list(&self) -> String {
        let names: Vec<String> = self.allowed.iter().map(|kind| kind.extension().to_uppercase()).collect();
        names.join(", ")
    }
}

/// A file as it will be kept.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The cleaned name; may hold a person's name.
    pub name: Redacted<String>,
    /// What it really is.
    pub kind: Kind,
    /// The media type to serve it with, with the character set for text.
    pub media_type: String,
    /// The bytes without metadata.
    pub bytes: Redacted<Vec<u8>>,
    /// SM3 of these bytes.
    pub digest: Digest,
    /// How many bytes of metadata and trailing data were removed.
    pub removed: u64,
}

impl Accepted {
    /// How long it plays, when it is a recording that says so.
    #[must_use]
    pub fn length(&self) -> Option<std::time::Duration> {
        super::length(self.kind, self.bytes.reveal())
    }

    /// The size as kept, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.reveal().len() as u64
    }
}

/// Looks into a file handed in under the name `declared` and cleans it.
///
/// # Errors
/// `attachment-empty`, `attachment-too-large`, `attachment-type`, `attachment-damaged`, `attachment-macros`, `attachment-bomb`,
/// each naming the file.
pub fn accept(declared: &str, bytes: &[u8], limits: &Limits) -> Result<Accepted, Refusal> {
    let refuse = |code: &str| Refusal::invalid("attachment", code).with("file", shown(declared));
    if bytes.is_empty() {
        return Err(refuse("attachment-empty"));
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(refuse("attachment-too-large")
            .with("size", megabytes(bytes.len() as u64))
            .with("max", megabytes(limits.file_bytes)));
    }
    let wrong_type = |found: &str| {
        let found = if found == "?" { "?".to_owned() } else { found.to_uppercase() };
        refuse("attachment-type").with("found", found).with("allowed", limits.allowed_list())
    };
    let kind = sniff(bytes).map_err(wrong_type)?;
    if !limits.allowed.contains(&kind) {
        return Err(wrong_type(kind.extension()));
    }
    look_inside(kind, bytes).map_err(|problem| refuse(code_of(problem)))?;
    let clean = clean(kind, bytes).ok_or_else(|| refuse("attachment-damaged"))?;
    let media_type = match kind.charset(&clean) {
        Some(charset) => format!("{}; charset={charset}", kind.media_type()),
        None => kind.media_type().to_owned(),
    };
    Ok(Accepted {
        name: Redacted::new(clean_name(declared, kind)),
        kind,
        media_type,
        digest: Digest::of(&clean),
        removed: (bytes.len() as u64).saturating_sub(clean.len() as u64),
        bytes: Redacted::new(clean),
    })
}

/// Whether one more file of `size` bytes fits to the `files` files of `bytes` bytes that the matter has.
///
/// # Errors
/// `attachments-too-many` or `attachments-too-large`.
pub fn check_total(files: u32, bytes: u64, size: u64, limits: &Limits) -> Result<(), Refusal> {
    if files >= limits.matter_files {
        return Err(Refusal::invalid("attachment", "attachments-too-many").with("max", limits.matter_files));
    }
    if bytes.saturating_add(size) > limits.matter_bytes {
        return Err(Refusal::invalid("attachment", "attachments-too-large").with("max", megabytes(limits.matter_bytes)));
    }
    Ok(())
}

fn look_inside(kind: Kind, bytes: &[u8]) -> Result<(), Problem> {
    match kind {
        Kind::Docx | Kind::Xlsx => archive::check(bytes),
        // An archive behind a document or recording: two files in one, of which only one was looked at. Pictures are cut at
        // their end instead.
        Kind::Pdf | Kind::Gif | Kind::Mp3 | Kind::Wav | Kind::Ogg | Kind::Amr | Kind::Webm | Kind::Weba
            if archive::has_archive_end(bytes) =>
        {
            Err(Problem::Damaged)
        }
        // Readers look for the end of a PDF in its last kilobyte.
        Kind::Pdf if !bytes[bytes.len().saturating_sub(2048)..].windows(5).any(|part| part == b"%%EOF") => {
            Err(Problem::Damaged)
        }
        _ => Ok(()),
    }
}

fn code_of(problem: Problem) -> &'static str {
    match problem {
        Problem::Damaged => "attachment-damaged",
        Problem::Macros => "attachment-macros",
        Problem::Bomb => "attachment-bomb",
    }
}

/// Bytes as people say them, one decimal when it is not even: `20`, `12.5`.
fn megabytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1 << 20);
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
