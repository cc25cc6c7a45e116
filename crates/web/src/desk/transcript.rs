//! `/desk/matters/{id}/files/{file}/transcript`: a recording in words, by the person who listened. The words stand in the record of
//! the case and on the petitioner's own page.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::access::{self, actions::AddMaterial};
use kernel::{AttachmentId, CaseId, Refusal, Text};
use services::{
    attachment::{self, Heard, Kind},
    matter,
};

use super::{Desk, Here};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Line, Voice},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/transcript.html")]
struct TranscriptPage {
    t: Frame,
    back: String,
    action: String,
    version: i64,
    voice: Voice,
    form: Form,
}

/// The recording, for whoever may add to the case, and the version of the case.
struct Found {
    version: i64,
    name: String,
    address: String,
    words: String,
}

async fn find(desk: &Desk, (case, file): (CaseId, AttachmentId)) -> Result<Found, Problem> {
    let found = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, case)?;
        let row = looked.row();
        access::permit::<AddMaterial>(subject, &row.facts)?;
        let recording = attachment::load(tx, &row.region, case, file)?.ok_or_else(Refusal::not_permitted)?;
        let name = recording.name(&kit.keys)?.into_revealed();
        if !recording.kind().is_some_and(Kind::is_sound) {
            return Err(Refusal::invalid("file", "voice-kind").with("file", name).into());
        }
        let before = attachment::transcripts(tx, &kit.keys, &row.region, case)?.remove(&file);
        Ok(Found {
            version: row.version,
            name,
            address: format!("/desk/matters/{case}/files/{file}"),
            words: before.map(|before| before.words.into_revealed()).unwrap_or_default(),
        })
    });
    Ok(found.await?)
}

fn page(desk: &Desk, case: CaseId, found: &Found, form: Form) -> TranscriptPage {
    let t = desk.t();
    TranscriptPage {
        t: desk.frame("voice-desk-title", Here::Matters).failed(form.has_errors()),
        back: desk.onwards(&format!("/desk/matters/{case}"), &[]),
        action: desk.onwards(&format!("{}/transcript", found.address), &[]),
        version: found.version,
        voice: Voice {
            t,
            name: found.name.clone(),
            small: String::new(),
            src: found.address.clone(),
            transcript: None,
            none: Line::default(),
            write: None,
        },
        form,
    }
}

fn address((id, file): &(String, String)) -> Result<(CaseId, AttachmentId), Problem> {
    Ok((id.parse().map_err(|_| Problem::NotFound)?, file.parse().map_err(|_| Problem::NotFound)?))
}

/// `GET`: the recording beside an empty sheet, or the words of last time.
pub(super) async fn get(desk: Desk, Path(path): Path<(String, String)>) -> Result<Response, Problem> {
    let at = address(&path)?;
    let found = find(&desk, at).await?;
    let form = desk.visit.form().filled("words", found.words.as_str());
    desk.visit.page(&page(&desk, at.0, &found, form))
}

/// `POST`: writes it down.
pub(super) async fn post(
    desk: Desk,
    Path(path): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let at = address(&path)?;
    let expected: i64 = sent.raw("version").parse().unwrap_or_default();
    let mut reader = sent.reader();
    let words: Option<Text<4800>> = reader.field("words", Text::parse);
    let read_back = reader.ticked("read");
    let heard = match reader.finish(words.map(|words| Heard { words, read_back })) {
        Ok(heard) => heard,
        Err(errors) => return again(&desk, at, &sent, errors).await,
    };
    let done = desk
        .write(move |tx, kit, ctx, subject| attachment::write_down(tx, kit, ctx, subject, at, Some(expected), &heard));
    match done.await {
        Ok(()) => {
            let done = desk.onwards(&format!("/desk/matters/{}", at.0), &[("done", "add-material")]);
            Ok(Redirect::to(&done).into_response())
        }
        Err(error) => again(&desk, at, &sent, FormErrors::try_from(error)?).await,
    }
}

/// The sheet with what was typed, against the case as it stands now.
async fn again(
    desk: &Desk,
    at: (CaseId, AttachmentId),
    sent: &Submission,
    errors: FormErrors,
) -> Result<Response, Problem> {
    let found = find(desk, at).await?;
    desk.visit.page_failed(&page(desk, at.0, &found, desk.visit.form_again(sent, errors)))
}
