//! Files in and out: looked into, cleaned and sealed before the transaction that records them.

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::petition::Command;
use kernel::{CaseId, Ctx, Digest, Locale, Message, Refusal, Sm3, Text};
use serde::{Deserialize, Serialize};
use services::{
    Error, Kit,
    attachment::{self, Attachment, Staged},
};
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{once::once, problem::Problem, state::Api};
use crate::state::Limits;

/// What a multipart request holds besides its files: boundaries, headers, the note.
const AROUND: usize = 256_000;

/// The most bytes that a request with files may have.
pub(crate) fn most(limits: &Limits) -> usize {
    limits.files + AROUND
}

/// Files with a word on what they are.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the form; the form itself is read part by part")]
pub(crate) struct UploadForm {
    /// What the files are; a word of our own when it is missing.
    note: Option<String>,
    /// The files; the part may be repeated.
    #[schema(value_type = Vec<String>, format = Binary)]
    file: Vec<Vec<u8>>,
}

/// A request with files as it came.
pub(crate) struct Upload {
    note: Option<String>,
    files: Vec<(String, Bytes)>,
}

impl FromRequest<Api> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Problem> {
        let kind = Refusal::invalid("Content-Type", "api-content-type").with("expected", "multipart/form-data");
        let parts = Multipart::from_request(request, api).await;
        let mut parts = parts.map_err(|_| Problem::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, kind))?;
        let limits = api.app.config.limits;
        let mut upload = Self { note: None, files: vec![] };
        while let Some(part) = parts.next_field().await.map_err(|error| torn(&error, limits))? {
            let (name, file) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
            let bytes = part.bytes().await.map_err(|error| torn(&error, limits))?;
            match (name.as_str(), file) {
                ("file", Some(file)) => upload.files.push((file, bytes)),
                ("note", None) => upload.note = Some(String::from_utf8_lossy(&bytes).into_owned()),
                _ => {
                    let name: String = name.chars().take(40).collect();
                    return Err(Refusal::invalid(&name, "api-json-unknown-field").with("name", &name).into());
                }
            }
        }
        if upload.files.is_empty() {
            return Err(Refusal::invalid("file", "api-json-missing-field").into());
        }
        Ok(upload)
    }
}

fn torn(error: &axum::extract::multipart::MultipartError, limits: Limits) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let refusal = Refusal::invalid("file", "form-too-large").with("limit", limits.files / 1_000_000);
            Problem::of(StatusCode::PAYLOAD_TOO_LARGE, refusal)
        }
        _ => Problem::of(StatusCode::BAD_REQUEST, Refusal::invalid("", "form-broken")),
    }
}

/// Files that are safe on disk and wait for their rows.
#[derive(Debug, Clone)]
pub(crate) struct Sealed {
    note: Text<5000>,
    files: Vec<Staged>,
    digest: Digest,
}

/// Looks into the files and seals them.
pub(crate) async fn seal(api: &Api, upload: Upload, locale: Locale) -> Result<Sealed, Problem> {
    let note = match upload.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        Some(note) => Text::parse("note", note)?,
        None => Text::parse("note", &Message::new("api-files-note").say(locale))?,
    };
    let app = api.app.clone();
    let sealed = tokio::task::spawn_blocking(move || -> Result<Sealed, Problem> {
        let (ctx, limits) = (app.ctx(), limits(app.config.limits));
        let mut digest = Sm3::new().field(note.as_str().as_bytes());
        let (mut files, mut refused) = (vec![], vec![]);
        for (name, bytes) in &upload.files {
            match attachment::accept(name, bytes, &limits) {
                Ok(accepted) => {
                    digest = digest.field(&accepted.digest.0);
                    files.push(attachment::stage(&accepted, &app.kit.keys, &app.files, &ctx)?);
                }
                Err(refusal) => refused.push(refusal.on("file")),
            }
        }
        if refused.is_empty() { Ok(Sealed { note, files, digest: digest.finish() }) } else { Err(refused.into()) }
    });
    sealed.await.map_err(|_| Problem::Panic)?
}

/// The limits of the house in the terms of the room that takes files in.
fn limits(limits: Limits) -> attachment::Limits {
    attachment::Limits {
        file_bytes: limits.file as u64,
        matter_files: u32::try_from(limits.count).unwrap_or(u32::MAX),
        ..attachment::Limits::default()
    }
}

/// What was recorded of files.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct UploadReceipt {
    /// The files, in the order they came.
    files: Vec<Uuid>,
    /// The version of the case now.
    pub(crate) version: i64,
}

/// Records sealed files with the event that tells of them, once under `key`. `act` carries out the command as whoever asks.
pub(crate) fn record(
    tx: &mut Tx,
    ctx: &Ctx,
    limits: Limits,
    (region, case): (&str, CaseId),
    (sealed, key, by): (&Sealed, &str, &str),
    act: impl FnOnce(&mut Tx, Command) -> Result<i64, Error>,
) -> Result<(UploadReceipt, bool), Error> {
    once(tx, ctx, &format!("api/attachment/{case}"), key, &sealed.digest, |tx| {
        let known = attachment::list(tx, region, case)?;
        let size = sealed.files.iter().map(|file| file.size).sum();
        let (count, bytes) = (u32::try_from(known.len()).unwrap_or(u32::MAX), known.iter().map(|file| file.size).sum());
        let more = u32::try_from(sealed.files.len()).unwrap_or(u32::MAX);
        // The last of them must still fit.
        let before = count.saturating_add(more).saturating_sub(1);
        attachment::check_total(before, bytes, size, &self::limits(limits))?;
        let version = act(tx, Command::AddMaterial { note: sealed.note.clone(), files: more })?;
        for staged in &sealed.files {
            attachment::record(tx, region, case, staged, by, ctx.now())?;
        }
        Ok(UploadReceipt { files: sealed.files.iter().map(|file| file.id.0).collect(), version })
    })
}

/// A file of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AttachmentBody {
    /// Its id.
    id: Uuid,
    /// Its name.
    name: String,
    /// What it is.
    media_type: String,
    /// The size in bytes, as given back.
    size: u64,
    /// SM3 of the bytes given back.
    digest: String,
    /// When it was handed in.
    #[schema(format = "date-time")]
    uploaded_at: String,
    /// Who handed it in: `PETITIONER`, `STAFF` …
    by: String,
}

/// The files of a case.
pub(crate) fn list(tx: &mut Tx, kit: &Kit, region: &str, case: CaseId) -> Result<Vec<AttachmentBody>, Error> {
    let files = attachment::list(tx, region, case)?;
    let body = |file: &Attachment| {
        Ok(AttachmentBody {
            id: file.id.0,
            name: file.name(&kit.keys)?.into_revealed(),
            media_type: file.media_type.clone(),
            size: file.size,
            digest: file.digest.to_string(),
            uploaded_at: file.uploaded_at.to_string(),
            by: file.by_kind.clone(),
        })
    };
    files.iter().map(body).collect()
}

/// Gives a file back, to be saved and never opened here.
pub(crate) async fn give(api: &Api, file: Attachment) -> Result<Response, Problem> {
    let app = api.app.clone();
    let media_type =
        HeaderValue::from_str(&file.media_type).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let read = move || -> Result<_, kernel::Fault> {
        let name = file.name(&app.kit.keys)?.into_revealed();
        Ok((name, attachment::read(&file, &app.kit.keys, &app.files)?.into_revealed()))
    };
    let (name, bytes) = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::Panic)??;
    let encoded: String = name.bytes().map(encode).collect();
    let how = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}"));
    let how = how.unwrap_or(HeaderValue::from_static("attachment"));
    let headers: [(HeaderName, HeaderValue); 2] =
        [(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, how)];
    Ok((headers, bytes).into_response())
}

fn encode(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
