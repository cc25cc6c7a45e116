//! Files of a case: `GET /desk/matters/{id}/files/{file}` gives one back, on record; material with files comes in here too.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Field, actions::ReadMatter},
    petition::Command,
};
use kernel::{AttachmentId, CaseId, Fault, Refusal, Text};
use services::{
    Error,
    attachment::{self, Staged},
    matter,
    petition::{self, Act},
};

use super::Desk;
use crate::{forms::Submission, forms::UploadedFile, problem::Problem, state::AppState, view::ranged};

/// `GET /desk/matters/{id}/files/{file}`.
pub(super) async fn get(
    desk: Desk,
    Path((id, file)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let file: AttachmentId = file.parse().map_err(|_| Problem::NotFound)?;
    let found = desk.write(move |tx, _, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let permit = access::permit::<ReadMatter>(subject, &looked.row().facts)?;
        if !permit.shows(Field::Content) {
            return Err(Refusal::not_permitted().into());
        }
        Ok(attachment::load(tx, &looked.row().region, id, file)?)
    });
    let found = found.await?.ok_or_else(Refusal::not_permitted)?;
    let state = desk.visit.state.clone();
    let media_type = found.media_type.clone();
    let read = tokio::task::spawn_blocking(move || {
        let bytes = attachment::read(&found, &state.kit.keys, &state.files)?;
        Ok::<_, Fault>((bytes.into_revealed(), found.name(&state.kit.keys)?.into_revealed()))
    });
    let (bytes, name) = read.await.map_err(|_| Problem::Panic)??;
    Ok(give(bytes, &name, &media_type, &asked))
}

/// Always saved, never opened in the browser under our address, and kept by no cache.
fn give(bytes: Vec<u8>, name: &str, media_type: &str, asked: &HeaderMap) -> Response {
    let encoded: String = name.bytes().map(encode).collect();
    let how = format!("attachment; filename*=UTF-8''{encoded}");
    let how = HeaderValue::from_str(&how).unwrap_or(HeaderValue::from_static("attachment"));
    let mut response = ranged(bytes, media_type, asked);
    response.headers_mut().insert(header::CONTENT_DISPOSITION, how);
    response
}

/// One byte as RFC 5987 wants it.
fn encode(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// `POST …/do/add-material` with files: looked at and sealed first, then recorded with the event in one transaction.
pub(super) async fn post(desk: Desk, id: String, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let expected: i64 = sent.raw("version").parse().unwrap_or_default();
    // A form that is not ours, or without a note, goes the usual way and comes back with what is wrong.
    let mut reader = sent.reader();
    let note: Option<Text<5000>> = reader.field("note", Text::parse);
    let files = reader.files("files");
    let Ok(note) = reader.finish(note) else {
        return super::act::post::<super::petition::Petitions>(desk, id.to_string(), "add-material".into(), sent).await;
    };
    let state = desk.visit.state.clone();
    let staged = tokio::task::spawn_blocking(move || stage(&state, &files)).await.map_err(|_| Problem::Panic)??;
    let staged = match staged {
        Ok(staged) => staged,
        Err(refusals) => return Err(Problem::Refused(refusals)),
    };
    let count = u32::try_from(staged.len()).unwrap_or(u32::MAX);
    let act = Act::Command(Command::AddMaterial { note, files: count });
    let done = desk.write(move |tx, kit, ctx, subject| {
        let state = petition::act(tx, kit, ctx, subject, id, Some(expected), &act)?;
        let region = state.division.region();
        for file in &staged {
            attachment::record(tx, &region, id, file, "STAFF", ctx.now())?;
        }
        Ok(())
    });
    match done.await {
        Ok(()) => Ok(Redirect::to(&format!("/desk/matters/{id}?done=add-material")).into_response()),
        Err(Error::Refused(refusal)) if refusal.kind == kernel::RefusalKind::Stale => {
            super::act::post::<super::petition::Petitions>(desk, id.to_string(), "add-material".into(), sent).await
        }
        Err(error) => Err(error.into()),
    }
}

type StagedFiles = Result<Vec<Staged>, Vec<Refusal>>;

fn stage(state: &AppState, files: &[UploadedFile]) -> Result<StagedFiles, Fault> {
    let ctx = state.ctx();
    let limits = attachment::Limits::default();
    let (mut staged, mut refused) = (vec![], vec![]);
    for file in files {
        match attachment::accept(&file.name, &file.bytes, &limits) {
            Ok(accepted) => staged.push(attachment::stage(&accepted, &state.kit.keys, &state.files, &ctx)?),
            Err(refusal) => refused.push(refusal.on("files")),
        }
    }
    Ok(if refused.is_empty() { Ok(staged) } else { Err(refused) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_saved_under_its_name_and_never_opened_here() {
        let response = give(vec![1], "照片 1.jpg", "image/jpeg", &HeaderMap::new());
        let how = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert_eq!(how, "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%201.jpg");
    }
}
