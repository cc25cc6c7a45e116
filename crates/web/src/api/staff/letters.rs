//! Letters over the API: those of a case, one with its text, drafted, revised, signed by another person, dropped, declared void, taken
//! out as PDF.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{
    access::Action,
    document::{Audience, DocType, Sheet},
};
use jiff::Timestamp;
use kernel::{Digest, LetterId, OrgId, Refusal, Text};
use serde::{Deserialize, Serialize};
use services::{
    Error,
    document::{self, Addressee, LetterRow, NewLetter},
    matter,
};
use utoipa::ToSchema;

use super::{attachments::readable, open};
use crate::api::{
    auth::Staff,
    body::{Raw, Sent, Words, body},
    headers::IdempotencyKey,
    once::once,
    problem::Problem,
    state::Api,
};

/// A letter without its text.
#[derive(Serialize, ToSchema)]
pub(crate) struct LetterBody {
    /// Its id.
    #[schema(value_type = Uuid)]
    id: LetterId,
    /// What it is: `OPINION`, `HEARING_NOTICE` …
    kind: String,
    /// `DRAFT`, `ISSUED` or `VOIDED`.
    stage: String,
    /// Its number 发文字号; none while it is a draft, and on forms.
    number: Option<String>,
    /// The code under which anybody can check it.
    code: Option<String>,
    /// The office it goes to; none when it goes to the petitioner or stays in the file.
    #[schema(value_type = Option<Uuid>)]
    to: Option<OrgId>,
    /// When it was written down.
    #[schema(value_type = String, format = DateTime)]
    drafted_at: Timestamp,
    /// When it was put in force.
    #[schema(value_type = Option<String>, format = DateTime)]
    issued_at: Option<Timestamp>,
    /// Pages, once it was printed.
    pages: Option<u32>,
    /// SM3 of the printed file, once it was printed.
    digest: Option<String>,
}

impl LetterBody {
    fn of(row: &LetterRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind.name().to_owned(),
            stage: row.stage.name().to_owned(),
            number: row.number.clone(),
            code: row.code.clone(),
            to: row.to,
            drafted_at: row.drafted_at,
            issued_at: row.issued_at,
            pages: row.pages,
            digest: row.printed.map(|digest: Digest| digest.to_string()),
        }
    }
}

/// A letter with its text, the petitioner's name masked.
#[derive(Serialize, ToSchema)]
pub(crate) struct LetterTextBody {
    /// The letter.
    letter: LetterBody,
    /// The sheet as people read it: title, addressee, blocks, signature, date.
    #[schema(value_type = Object)]
    sheet: Sheet,
}

/// What a letter says in its fields: their names as the forms of the desk have them, days as `2026-09-18`, items one a line.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterFieldsBody {
    /// `{"MATTER": "…", "HEARING_TIME": "…"}`.
    fields: std::collections::BTreeMap<String, String>,
}

/// A letter to be drafted.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftLetterBody {
    /// What it is: a kind that people draft.
    kind: String,
    /// The office it goes to; for kinds that go to one.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    to: Option<OrgId>,
    /// `{"MATTER": "…", "HEARING_TIME": "…"}`.
    fields: std::collections::BTreeMap<String, String>,
}

body! {
    /// Why a letter is declared void.
    VoidLetterBody {
        /// Why.
        reason: Words<500>,
    } => Text<500>: reason
}

fn id_of(text: &str) -> Result<LetterId, Problem> {
    text.parse().map_err(|_| Problem::hidden())
}

fn hide(error: Error) -> Problem {
    Problem::from(error).hide()
}

/// The papers of a case, the newest first.
#[utoipa::path(
    get,
    path = "/matters/{id}/letters",
    operation_id = "list-letters",
    tag = "letters",
    params(("id" = Uuid, Path, description = "The case.")),
    security(("staff" = [])),
    responses((status = 200, description = "Its letters and forms.", body = Vec<LetterBody>)),
)]
pub(crate) async fn list(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<Vec<LetterBody>>, Problem> {
    let id = open::id(&id)?;
    let rows = api.app.write(move |tx, _, ctx| {
        let row = readable(tx, ctx, &staff.subject, id)?;
        Ok(document::of_case(tx, &row.region, id)?)
    });
    Ok(Json(rows.await.map_err(hide)?.iter().map(LetterBody::of).collect()))
}

/// Draft a letter in a case. Another person of your office signs it.
#[utoipa::path(
    post,
    path = "/matters/{id}/letters",
    operation_id = "draft-letter",
    tag = "letters",
    params(
        ("id" = Uuid, Path, description = "The case."),
        ("Idempotency-Key" = String, Header, description = "Made by you, new for every letter."),
    ),
    security(("staff" = [])),
    request_body = DraftLetterBody,
    responses((status = 201, description = "It waits for a signature.", body = LetterBody)),
)]
pub(crate) async fn draft(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
    IdempotencyKey(key): IdempotencyKey,
    Raw(asked): Raw<DraftLetterBody>,
) -> Result<Response, Problem> {
    let case = open::id(&id)?;
    let kind = DocType::parse(&asked.kind).ok_or_else(|| Refusal::invalid("kind", "unknown-choice"))?;
    let to = match (kind.spec().audience, asked.to) {
        (Audience::Person, _) => Addressee::Petitioner,
        (Audience::File, _) => Addressee::File,
        (Audience::Office, Some(org)) => Addressee::Org(org),
        (Audience::Office, None) => return Err(Refusal::invalid("to", "text-empty").into()),
    };
    let content = document::written(kind, |field| asked.fields.get(field.name()).cloned().unwrap_or_default())?;
    let (key, digest) = (staff.key(&key), Digest::of(&serde_json::to_vec(&asked).unwrap_or_default()));
    let drafted = api.app.write(move |tx, kit, ctx| {
        let (to, content) = (to.clone(), content.clone());
        let (id, _) = once(tx, ctx, "api/letters", &key, &digest, |tx| {
            document::draft_in(tx, kit, ctx, &staff.subject, case, |row: &matter::MatterRow| NewLetter {
                kind,
                division: row.facts.division.clone(),
                case: Some(case),
                seq: None,
                to,
                content,
            })
        })?;
        Ok(document::open(tx, kit, &staff.subject, id, Action::ReadMatter)?.row)
    });
    let row = drafted.await.map_err(hide)?;
    Ok((StatusCode::CREATED, Json(LetterBody::of(&row))).into_response())
}

/// One letter with its text; the petitioner's name is masked.
#[utoipa::path(
    get,
    path = "/letters/{letter}",
    operation_id = "get-letter",
    tag = "letters",
    params(("letter" = Uuid, Path, description = "The letter.")),
    security(("staff" = [])),
    responses((status = 200, description = "The letter.", body = LetterTextBody)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<LetterTextBody>, Problem> {
    let id = id_of(&id)?;
    let base = api.app.config.public_url.clone();
    let opened =
        api.app.read(move |tx, kit, _| Ok(document::open(tx, kit, &staff.subject, id, Action::ReadMatter)?.masked()));
    let opened = opened.await.map_err(hide)?;
    Ok(Json(LetterTextBody { letter: LetterBody::of(&opened.row), sheet: opened.sheet(&base) }))
}

/// Write a draft anew. Whoever does that has drafted it.
#[utoipa::path(
    put,
    path = "/letters/{letter}",
    operation_id = "revise-letter",
    tag = "letters",
    params(("letter" = Uuid, Path, description = "The draft.")),
    security(("staff" = [])),
    request_body = LetterFieldsBody,
    responses((status = 200, description = "The draft.", body = LetterBody)),
)]
pub(crate) async fn revise(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
    Raw(asked): Raw<LetterFieldsBody>,
) -> Result<Json<LetterBody>, Problem> {
    let id = id_of(&id)?;
    let revised = api.app.write(move |tx, kit, ctx| {
        let kind = document::open(tx, kit, &staff.subject, id, Action::DraftLetter)?.row.kind;
        let content = document::written(kind, |field| asked.fields.get(field.name()).cloned().unwrap_or_default());
        document::revise(tx, kit, ctx, &staff.subject, id, content.map_err(Error::Invalid)?)?;
        Ok(document::open(tx, kit, &staff.subject, id, Action::ReadMatter)?.row)
    });
    Ok(Json(LetterBody::of(&revised.await.map_err(hide)?)))
}

/// Sign a draft of a colleague: it gets the next number of its series and is in force.
#[utoipa::path(
    post,
    path = "/letters/{letter}/sign",
    operation_id = "sign-letter",
    tag = "letters",
    params(("letter" = Uuid, Path, description = "The draft.")),
    security(("staff" = [])),
    responses((status = 200, description = "It is in force.", body = LetterBody)),
)]
pub(crate) async fn sign(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<LetterBody>, Problem> {
    let id = id_of(&id)?;
    let signed = api.app.write(move |tx, kit, ctx| document::sign(tx, kit, ctx, &staff.subject, id));
    Ok(Json(LetterBody::of(&signed.await.map_err(hide)?)))
}

/// Drop a draft. It never had a number.
#[utoipa::path(
    delete,
    path = "/letters/{letter}",
    operation_id = "drop-letter",
    tag = "letters",
    params(("letter" = Uuid, Path, description = "The draft.")),
    security(("staff" = [])),
    responses((status = 204, description = "It is gone.")),
)]
pub(crate) async fn drop_draft(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    let id = id_of(&id)?;
    let dropped = api.app.write(move |tx, _, ctx| document::drop_draft(tx, ctx, &staff.subject, id));
    dropped.await.map_err(hide)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Declare a letter void. Its number stays taken, and whoever checks it learns that it is void.
#[utoipa::path(
    post,
    path = "/letters/{letter}/void",
    operation_id = "void-letter",
    tag = "letters",
    params(("letter" = Uuid, Path, description = "The letter.")),
    security(("staff" = [])),
    request_body = VoidLetterBody,
    responses((status = 200, description = "It is void.", body = LetterBody)),
)]
pub(crate) async fn void(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
    Sent(reason): Sent<VoidLetterBody>,
) -> Result<Json<LetterBody>, Problem> {
    let id = id_of(&id)?;
    let ended = api.app.write(move |tx, kit, ctx| {
        document::void(tx, ctx, &staff.subject, id, &reason)?;
        Ok(document::open(tx, kit, &staff.subject, id, Action::ReadMatter)?.row)
    });
    Ok(Json(LetterBody::of(&ended.await.map_err(hide)?)))
}

/// The letter as PDF, in full; that it was taken out is on record of the case. A letter in force comes out in the same bytes every time.
#[utoipa::path(
    get,
    path = "/letters/{letter}/file",
    operation_id = "download-letter",
    tag = "letters",
    params(("letter" = Uuid, Path, description = "The letter.")),
    security(("staff" = [])),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/pdf")),
)]
pub(crate) async fn file(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let ready = api.app.write(move |tx, kit, ctx| document::for_staff(tx, kit, ctx, &staff.subject, id));
    let ready = ready.await.map_err(hide)?;
    Ok(crate::desk::letters::handed_out(&api.app, ready, &asked).await?)
}
