//! Files that arrived with a form that has to come back: looked at, cleaned, sealed on disk, and remembered by the form
//! itself, so that nobody has to choose them again. What is never filed is swept after a day.

use kernel::{AttachmentId, Digest, Fault, Refusal};
use serde::{Deserialize, Serialize};
use services::attachment::{self, Kind, Staged};
use uuid::Uuid;

use crate::{
    forms::{Submission, UploadedFile},
    problem::Problem,
    state::{AppState, Limits},
    view::Visit,
};

/// The field name under which a kept file is sealed into its form.
const SEALED_AS: &str = "portal.kept";

/// The extensions and types that the chooser of a browser offers.
pub(crate) const OFFERED: &str = "image/*,audio/*,video/*,application/pdf,.doc,.docx,.xls,.xlsx,.txt,.amr";

/// A file that waits for its form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    id: AttachmentId,
    sealed_name: String,
    media_type: String,
    kind: Kind,
    size: u64,
    digest: Digest,
    stored_digest: Digest,
    /// As she knows it.
    pub name: String,
}

/// A kept file as its form shows it.
#[derive(Debug, Clone)]
pub(crate) struct KeptLine {
    /// The sealed memory of it.
    pub token: String,
    /// For taking it out again.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its size in words.
    pub size: String,
}

impl Kept {
    /// As the transaction records it.
    pub(crate) fn staged(&self) -> Staged {
        Staged {
            id: self.id,
            sealed_name: self.sealed_name.clone(),
            media_type: self.media_type.clone(),
            kind: self.kind,
            size: self.size,
            digest: self.digest,
            stored_digest: self.stored_digest,
        }
    }

    fn of(staged: Staged, name: String) -> Self {
        let Staged { id, sealed_name, media_type, kind, size, digest, stored_digest } = staged;
        Self { id, sealed_name, media_type, kind, size, digest, stored_digest, name }
    }

    /// Whether it is a recording.
    pub(super) fn is_sound(&self) -> bool {
        self.kind.is_sound()
    }

    /// Whether its sealed bytes still lie in the folder: what nobody filed within a day has been swept.
    pub(crate) fn is_there(&self, state: &AppState) -> bool {
        state.files.has(&self.stored_digest)
    }

    /// What tells this file from another, for the digest of a form.
    pub(crate) fn fingerprint(&self) -> String {
        self.digest.to_string()
    }

    /// As its form shows and remembers it; bound to the form by its key.
    pub(crate) fn line(&self, state: &AppState, form: Uuid) -> Result<KeptLine, Fault> {
        let text = serde_json::to_string(self).map_err(|error| Fault::inconsistent("kept file", error))?;
        let token = state.kit.keys.seal(SEALED_AS, form, &text, &state.ctx())?;
        Ok(KeptLine { token, id: self.id.to_string(), name: self.name.clone(), size: size(self.size) })
    }
}

/// The files that a form remembers, without those she took out.
pub(crate) fn remembered(state: &AppState, sent: &Submission) -> Vec<Kept> {
    let Ok(form) = Uuid::parse_str(sent.raw("key")) else { return vec![] };
    let dropped: Vec<&str> = sent.pairs().filter(|(name, _)| *name == "drop").map(|(_, value)| value).collect();
    let tokens = sent.pairs().filter(|(name, _)| *name == "kept").map(|(_, value)| value);
    let opened = tokens.filter_map(|token| state.kit.keys.open(SEALED_AS, form, token).ok());
    let files = opened.filter_map(|text| serde_json::from_str::<Kept>(text.reveal()).ok());
    files.filter(|file| !dropped.contains(&file.id.to_string().as_str())).collect()
}

/// The files of a form, those from before and those that came now, each refused one by name under the field `files`.
///
/// Nothing is written for a form that is not from our own page.
/// `before` counts the files that the matter has already, and their bytes.
pub(crate) async fn gather(
    visit: &Visit,
    sent: &Submission,
    before: (u32, u64),
) -> Result<(Vec<Kept>, Vec<Refusal>), Problem> {
    let state = &visit.state;
    if state.keys.csrf.check(&visit.csrf_subject(), sent.raw("csrf")).is_err() {
        return Ok((vec![], vec![]));
    }
    let kept = remembered(state, sent);
    let reader = sent.reader();
    let new = [reader.files("files"), reader.files("voice")].concat();
    if new.is_empty() {
        return Ok((kept, vec![]));
    }
    let state = state.clone();
    let work = tokio::task::spawn_blocking(move || take(&state, kept, &new, before));
    Ok(work.await.map_err(|error| Fault::Io(format!("files of a form: {error}")))??)
}

fn take(
    state: &AppState,
    mut kept: Vec<Kept>,
    new: &[UploadedFile],
    before: (u32, u64),
) -> Result<(Vec<Kept>, Vec<Refusal>), Fault> {
    let limits = limits(state.config.limits);
    let (ctx, mut refused) = (state.ctx(), vec![]);
    for file in new {
        let bytes = before.1 + kept.iter().map(|file| file.size).sum::<u64>();
        let count = before.0.saturating_add(u32::try_from(kept.len()).unwrap_or(u32::MAX));
        let accepted = attachment::check_total(count, bytes, file.bytes.len() as u64, &limits)
            .and_then(|()| attachment::accept(&file.name, &file.bytes, &limits));
        match accepted {
            // The chooser for a recording takes no photograph: it would be taken for her words.
            Ok(accepted) if file.field == "voice" && !accepted.kind.is_sound() => {
                refused.push(Refusal::invalid("voice", "voice-kind").with("file", accepted.name.reveal()));
            }
            Ok(accepted) if file.field == "voice" && is_too_long(&accepted, state.config.limits.voice) => {
                let minutes = state.config.limits.voice.div_ceil(60);
                refused.push(Refusal::invalid("voice", "voice-too-long").with("minutes", minutes));
            }
            Ok(accepted) => {
                let staged = attachment::stage(&accepted, &state.kit.keys, &state.files, &ctx)?;
                kept.push(Kept::of(staged, accepted.name.reveal().clone()));
            }
            Err(refusal) => refused.push(refusal.on(file.field.as_str())),
        }
    }
    Ok((kept, refused))
}

/// A recorder stops by its own clock and writes out what it still holds: so many seconds more are no second recording.
const LATE_STOP: u64 = 5;

/// Whether a voice note plays longer than `most` seconds. A format that does not say how long it plays is held by its size alone.
fn is_too_long(accepted: &attachment::Accepted, most: usize) -> bool {
    accepted.length().is_some_and(|length| length.as_secs() > most as u64 + LATE_STOP)
}

/// The limits of the house in the terms of the room that takes files in.
pub(crate) fn limits(limits: Limits) -> attachment::Limits {
    attachment::Limits {
        file_bytes: limits.file as u64,
        matter_files: u32::try_from(limits.count).unwrap_or(u32::MAX),
        ..attachment::Limits::default()
    }
}

/// Bytes in words: `218 KB`, `1.9 MB`.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        ..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
