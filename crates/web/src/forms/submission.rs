//! A form as it arrived: texts and files, within limits; what went over them is refused by name and the rest is kept.

use std::task::Poll;

use axum::{
    body::Body,
    extract::{
        DefaultBodyLimit, FromRef, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::header,
};
use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use kernel::Refusal;

use crate::{
    problem::Problem,
    state::{AppState, Limits},
    view::Visit,
};

/// How many times the limit a request may send before it is cut off. Up to there the rest is read and thrown away, so that
/// the person gets a page that names the file instead of a broken connection.
const PATIENCE: usize = 5;

/// A file of a form, in memory. Its name and content are personal data.
#[derive(Clone)]
pub struct UploadedFile {
    /// The field it was sent under.
    pub field: String,
    /// The name it has on the person's device.
    pub name: String,
    /// What the browser says it is; to be checked against the bytes.
    pub claimed_type: String,
    /// Its bytes.
    pub bytes: Bytes,
}

impl std::fmt::Debug for UploadedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UploadedFile")
            .field("field", &self.field)
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// Everything a form sent, with what is wrong so far: an expired token, files too large.
///
/// Read it by [`Submission::reader`], whose `finish` refuses while anything is wrong: a handler cannot act on a forged form.
#[derive(Default)]
pub struct Submission {
    pub(super) texts: Vec<(String, String)>,
    pub(super) files: Vec<UploadedFile>,
    pub(super) refusals: Vec<Refusal>,
    /// Whether only a part arrived: then nothing is said about fields that may simply be missing.
    pub(super) torn: bool,
    bytes: usize,
    text_bytes: usize,
}

impl std::fmt::Debug for Submission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Submission")
            .field("texts", &self.texts.len())
            .field("files", &self.files)
            .field("refusals", &self.refusals)
            .finish_non_exhaustive()
    }
}

impl Submission {
    /// A submission of given texts, for tests and for forms that are filled in by a program.
    #[must_use]
    pub fn of(texts: &[(&str, &str)]) -> Self {
        Self { texts: texts.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(), ..Self::default() }
    }

    /// The first value of `name` as it was typed; empty when it was not sent. For showing again, not for acting on.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.texts.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every field as it was typed, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Without the texts of these names.
    #[must_use]
    pub fn without(mut self, names: &[&str]) -> Self {
        self.texts.retain(|(name, _)| !names.contains(&name.as_str()));
        self
    }

    /// With one more text, as if it had been typed.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.texts.push((name.to_owned(), value.into()));
        self
    }

    /// How many files came with it.
    #[must_use]
    pub fn file_count(&self) -> usize {
        self.files.len()
    }

    /// Whether something is wrong already.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !self.refusals.is_empty()
    }

    async fn read_multipart(&mut self, mut parts: Multipart, limits: Limits) {
        loop {
            match parts.next_field().await {
                Ok(Some(part)) => {
                    if let Err(error) = self.read_part(part, limits).await {
                        return self.broken(&error, limits);
                    }
                }
                Ok(None) => return,
                Err(error) => return self.broken(&error, limits),
            }
        }
    }

    fn broken(&mut self, error: &MultipartError, limits: Limits) {
        let code =
            if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { "form-too-large" } else { "form-broken" };
        self.torn = true;
        self.refusals.push(Refusal::invalid("", code).with("limit", limits.files / 1_000_000));
    }

    async fn read_part(&mut self, part: Field<'_>, limits: Limits) -> Result<(), MultipartError> {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            // A file input that was left alone sends one part without a name.
            Some(name) if name.is_empty() => Ok(()),
            Some(name) => self.read_file(part, field, name, limits).await,
            None => self.read_text(part, field, limits).await,
        }
    }

    async fn read_text(&mut self, mut part: Field<'_>, field: String, limits: Limits) -> Result<(), MultipartError> {
        let mut bytes = vec![];
        while let Some(chunk) = part.chunk().await? {
            self.text_bytes += chunk.len();
            if self.text_bytes <= limits.text {
                bytes.extend_from_slice(&chunk);
            }
        }
        if self.text_bytes > limits.text && !self.refusals.iter().any(|r| r.code == "form-text-too-large") {
            self.refusals.push(Refusal::invalid(&field, "form-text-too-large"));
        }
        self.texts.push((field, kernel::legible(&String::from_utf8_lossy(&bytes))));
        Ok(())
    }

    async fn read_file(
        &mut self,
        mut part: Field<'_>,
        field: String,
        name: String,
        limits: Limits,
    ) -> Result<(), MultipartError> {
        let claimed_type = part.content_type().unwrap_or_default().to_owned();
        let mut bytes = vec![];
        let mut seen = 0;
        let room = limits.file.min(limits.files.saturating_sub(self.bytes));
        while let Some(chunk) = part.chunk().await? {
            seen += chunk.len();
            if seen <= room {
                bytes.extend_from_slice(&chunk);
            } else {
                bytes = vec![];
            }
        }
        let code = match () {
            () if seen > limits.file => Some("file-too-large"),
            () if seen > room => Some("files-too-large"),
            () if self.files.len() >= limits.count => Some("files-too-many"),
            () => None,
        };
        if let Some(code) = code {
            let limit = if code == "files-too-many" { limits.count } else { limits.file / 1_000_000 };
            self.refusals.push(Refusal::invalid(&field, code).with("name", name).with("limit", limit));
        } else if seen > 0 {
            self.bytes += seen;
            self.files.push(UploadedFile { field, name, claimed_type, bytes: bytes.into() });
        }
        Ok(())
    }

    async fn read_urlencoded(&mut self, request: Request<Body>, limits: Limits) {
        let read = axum::body::to_bytes(request.into_body(), limits.text).await;
        match read.ok().and_then(|bytes| serde_urlencoded::from_bytes(&bytes).ok()) {
            Some(texts) => self.texts = Vec::into_iter(texts).map(legible).collect(),
            None => self.refusals.push(Refusal::invalid("", "form-broken")),
        }
    }
}

/// A field without the signs that nobody sees.
fn legible((name, value): (String, String)) -> (String, String) {
    let clean = kernel::legible(&value);
    (name, clean)
}

impl<S> FromRequest<S> for Submission
where
    AppState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Problem> {
        let app = AppState::from_ref(state);
        let limits = app.config.limits;
        let (parts, body) = request.into_parts();
        let visit = Visit::of(&parts, &app);
        request = Request::from_parts(parts, body);
        let mut submission = Self::default();
        if is_multipart(&request) {
            request = request.map(piece_by_piece);
            DefaultBodyLimit::max(limits.files * PATIENCE).apply(&mut request);
            match Multipart::from_request(request, state).await {
                Ok(parts) => submission.read_multipart(parts, limits).await,
                Err(_) => submission.refusals.push(Refusal::invalid("", "form-broken")),
            }
        } else {
            submission.read_urlencoded(request, limits).await;
        }
        // A form that arrived in pieces may lack its token; one sentence is enough then.
        if submission.refusals.is_empty() {
            let token = submission.raw("csrf").to_owned();
            submission.refusals.extend(app.keys.csrf.check(&visit.csrf_subject(), &token).err());
        }
        Ok(submission)
    }
}

/// Hands the body over one piece at a time. The parser takes whatever is ready, so without this pause a fast sender fills the
/// memory up to the cut-off, and what came before a too large file is lost with it.
fn piece_by_piece(body: Body) -> Body {
    let mut pieces = body.into_data_stream();
    let mut pause = false;
    Body::from_stream(stream::poll_fn(move |cx| {
        if std::mem::take(&mut pause) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let next = pieces.poll_next_unpin(cx);
        pause = matches!(next, Poll::Ready(Some(_)));
        next
    }))
}

fn is_multipart(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("multipart/form-data"))
}
