//! `/desk/reviews/{id}/file`: the unit whose answer is contested sends its file, and reads what is contested.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::review::{Command, Review};
use kernel::{CaseId, Text};
use services::{
    Error, organisation,
    review::{self, Act},
};

use super::page::Contest;
use crate::{
    desk::{Desk, Here},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Button, Line},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/review_file.html")]
struct FilePage {
    t: Frame,
    meta: String,
    lead: Line,
    contests: Vec<Contest>,
    summary: Line,
    action: String,
    hidden: Line,
    field: Line,
    button: Button,
}

async fn load(desk: &Desk, id: &str) -> Result<(Review, String), Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let found = desk.read(move |tx, _, _, subject| {
        let state = review::open_owed(tx, subject, id)?;
        let organ = organisation::name(tx, state.organ)?;
        Ok((state, organ))
    });
    Ok(found.await?)
}

fn page(desk: &Desk, state: &Review, organ: &str, form: &Form) -> FilePage {
    let t = desk.t();
    let due = state.running("REVIEW_FILE_5WD").map(|clock| t.full_date(clock.statutory));
    let level = t.message(&state.level.message()).text();
    let lead = t.say("reviews-file-lead").with("organ", organ).with("level", level);
    FilePage {
        t: desk.frame_titled(state.title.to_string(), Here::Reviews).failed(form.has_errors()),
        meta: format!("{} · {}", state.petition_number, t.message(&state.stage().message())),
        lead: lead.with("due", due.unwrap_or_else(|| "none".to_owned())).into(),
        contests: state.contested.iter().map(|contested| Contest::of(t, contested)).collect(),
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        action: format!("/desk/reviews/{}/file", state.id),
        hidden: Line::drawn(&form.hidden()),
        field: Line::drawn(&form.area("note", "reviews-file-note").hint("reviews-file-hint")),
        button: Button::primary(t.say("command-review-send-file")),
    }
}

pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let (state, organ) = load(&desk, &id).await?;
    desk.visit.page(&page(&desk, &state, &organ, &desk.visit.form()))
}

pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let (state, organ) = load(&desk, &id).await?;
    let mut reader = sent.reader();
    let note = reader.field("note", Text::parse);
    let case = state.id;
    let done = match reader.finish(note) {
        Ok(note) => {
            let act = Act::from(Command::SendFile { note });
            desk.write(move |tx, kit, ctx, subject| Ok(review::act(tx, kit, ctx, subject, case, None, &act)?.version))
                .await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(_) => Ok(Redirect::to("/desk/reviews?tab=owed").into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            desk.visit.page_failed(&page(&desk, &state, &organ, &form))
        }
    }
}
