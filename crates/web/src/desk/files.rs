//! Files of a case: `GET /desk/matters/{id}/files/{file}` gives one back, on record; material with files comes in here too.

use askama::Template;
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
    attachment::{self, Attachment, Staged},
    matter,
    petition::{self, Act},
};

use super::{
    Desk,
    act::{self, Once},
    petition::Petitions,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    portal::kept::{self, Kept},
    problem::Problem,
    view::ranged,
};

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
    send(&desk, found, &asked).await
}

/// A file that may be read, opened and given.
pub(super) async fn send(desk: &Desk, found: Attachment, asked: &HeaderMap) -> Result<Response, Problem> {
    let state = desk.visit.state.clone();
    let media_type = found.media_type.clone();
    let read = tokio::task::spawn_blocking(move || {
        let bytes = attachment::read(&found, &state.kit.keys, &state.files)?;
        Ok::<_, Fault>((bytes.into_revealed(), found.name(&state.kit.keys)?.into_revealed()))
    });
    let (bytes, name) = read.await.map_err(|_| Problem::Panic)??;
    Ok(give(bytes, &name, &media_type, asked))
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

/// `POST …/do/add-material` with files: looked at and sealed first, then recorded with the event in one transaction. When one is
/// refused, the form comes back with the note and with the files that were taken.
pub(super) async fn post(desk: Desk, id: String, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let once = Once::of(&desk, id, COMMAND, &sent);
    if let Some(place) = once.done(&desk).await? {
        return Ok(Redirect::to(&place).into_response());
    }
    let before = handed_in(&desk, id).await?;
    let (files, refused) = kept::gather(&desk.visit, &sent, before).await?;
    let mut reader = sent.reader();
    let note: Option<Text<5000>> = reader.field("note", Text::parse);
    for refusal in refused {
        reader.refuse(refusal);
    }
    let note = match reader.finish(note) {
        Ok(note) => note,
        Err(errors) => return again(&desk, id, sent, &files, &errors).await,
    };
    let expected: i64 = sent.raw("version").parse().unwrap_or_default();
    let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let act = Act::Command(Command::AddMaterial { note, files: count });
    let staged: Vec<Staged> = files.iter().map(Kept::staged).collect();
    let done = desk.write(move |tx, kit, ctx, subject| {
        if let Some(place) = once.known(tx)? {
            return Ok(place);
        }
        let state = petition::act(tx, kit, ctx, subject, id, Some(expected), &act)?;
        let region = state.division.region();
        for file in &staged {
            attachment::record(tx, &region, id, file, "STAFF", ctx.now())?;
        }
        let place = format!("/desk/matters/{id}?done={COMMAND}");
        once.remember(tx, ctx, &place)?;
        Ok(place)
    });
    match done.await {
        Ok(place) => Ok(Redirect::to(&place).into_response()),
        Err(Error::Refused(refusal)) if refusal.kind == kernel::RefusalKind::Stale => {
            let sent = remembering(&desk, sent, &files)?;
            Box::pin(act::post::<Petitions>(desk, id.to_string(), COMMAND.into(), sent)).await
        }
        Err(Error::Refused(refusal)) if refusal.kind != kernel::RefusalKind::NotPermitted => {
            again(&desk, id, sent, &files, &refusal.into()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// As it stands in the address.
const COMMAND: &str = "add-material";

/// The files the matter has, and their bytes: the limit is one for all of them.
async fn handed_in(desk: &Desk, id: CaseId) -> Result<(u32, u64), Problem> {
    let counted = desk.read(move |tx, _, _, subject| {
        let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        access::permit::<ReadMatter>(subject, &row.facts)?;
        let files = attachment::list(tx, &row.region, id)?;
        Ok((u32::try_from(files.len()).unwrap_or(u32::MAX), files.iter().map(|file| file.size).sum()))
    });
    Ok(counted.await?)
}

async fn again(
    desk: &Desk,
    id: CaseId,
    sent: Submission,
    files: &[Kept],
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let sent = remembering(desk, sent, files)?;
    act::again::<Petitions>(desk, id, COMMAND, &sent, errors).await
}

/// The form with the files that were taken, so that nobody has to choose them again.
fn remembering(desk: &Desk, sent: Submission, files: &[Kept]) -> Result<Submission, Problem> {
    let form = uuid::Uuid::parse_str(sent.raw("key")).unwrap_or_default();
    let mut sent = sent.without(&["kept", "kept-name"]);
    for file in files {
        let line = file.line(&desk.visit.state, form)?;
        sent = sent.with("kept", line.token).with("kept-name", format!("{} · {}", line.name, line.size));
    }
    Ok(sent)
}

/// The files that the form remembers, as a list with what carries them.
#[derive(Template)]
#[template(path = "desk/kept.html")]
pub(super) struct KeptList {
    t: Say,
    files: Vec<(String, String)>,
}

impl KeptList {
    /// Of a form that came back; prints nothing when it remembers none.
    pub(super) fn of(t: Say, form: &Form) -> Self {
        let files = form.values("kept").zip(form.values("kept-name"));
        Self { t, files: files.map(|(token, name)| (token.to_owned(), name.to_owned())).collect() }
    }
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
