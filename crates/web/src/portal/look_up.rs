//! `/t`: number and query code open one matter in this browser for two hours.
//!
//! When that time runs out while she writes, the form she sent comes along: its fields stand hidden on this page, and after the
//! code the same form is shown again, filled in as it was. Nothing is stored for it.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::{CaseNumber, QueryCode, Refusal, RefusalKind};
use serde::Deserialize;
use services::petition;

use super::{cookies, kept::KeptLine, track};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Button, Icon, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// What carried fields are called, so that they cannot be taken for this form's own.
const CARRIED: &str = "keep.";
/// Never carried: the other form's token is made anew, its files are gathered apart.
const OWN: [&str; 4] = ["csrf", "do", "kept", "drop"];

#[derive(Template)]
#[template(path = "portal/look-up.html")]
struct LookUpPage {
    t: Frame,
    form: Form,
    notice: Option<Notice>,
    step: String,
    carried: Vec<(String, String)>,
    open: Button,
}

/// A number to start from.
#[derive(Deserialize, Default)]
pub(super) struct From {
    #[serde(default)]
    number: String,
}

/// `GET /t`.
pub(super) async fn get(visit: Visit, Query(from): Query<From>) -> Result<Response, Problem> {
    ask(&visit, &from.number)
}

/// Asks for the code of `number`. The same page whether the number exists or not.
pub(super) fn ask(visit: &Visit, number: &str) -> Result<Response, Problem> {
    let number = CaseNumber::parse(number).map(|number| number.to_string()).unwrap_or_default();
    visit.page(&page(visit, visit.form().filled("number", number)))
}

/// Asks for the code again, and takes along what was sent to `step` of the matter.
pub(super) fn ask_keeping(
    visit: &Visit,
    number: &str,
    step: &str,
    sent: &Submission,
    files: Vec<KeptLine>,
) -> Result<Response, Problem> {
    let mut page = page(visit, visit.form().filled("number", number));
    let fields = sent.pairs().filter(|(name, _)| !OWN.contains(name)).map(owned);
    let files = files.into_iter().map(|file| ("kept".to_owned(), file.token));
    page.carried = fields.chain(files).map(|(name, value)| (format!("{CARRIED}{name}"), value)).collect();
    step.clone_into(&mut page.step);
    page.notice = Some(Notice::new(NoticeKind::Info, visit.t.say("portal-look-up-again")));
    visit.page_as(StatusCode::UNAUTHORIZED, &page)
}

fn page(visit: &Visit, form: Form) -> LookUpPage {
    let t = visit.t;
    LookUpPage {
        t: visit.frame("portal-look-up-title").failed(form.has_errors()),
        form,
        notice: None,
        step: String::new(),
        carried: vec![],
        open: Button::primary(t.say("portal-look-up-open")).icon(Icon::outline("search")),
    }
}

/// `POST /t`.
pub(super) async fn post(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let number = reader.required("number", "number-empty", |_, text| CaseNumber::parse(text));
    let code = reader.required("code", "code-empty", |_, text| QueryCode::parse(text));
    let (number, code) = match reader.finish(number.zip(code)) {
        Ok(pair) => pair,
        Err(errors) => return again(&visit, &sent, errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let asked = number.clone();
    let found = visit.state.write(move |tx, kit, ctx| {
        Ok(match petition::look_up(tx, kit, ctx, &asked, &code)? {
            // It has a page of its own, and this one remembers.
            Ok(access) if services::sealed::holds(tx, &access)? => Err(Refusal::rule("look-up", "R-100", "A21_2")),
            other => other,
        })
    });
    let found = found.await?;
    match found {
        Ok(access) => {
            let mut response = match carried(&sent) {
                Some((step, form)) => track::resume(&visit, &access, &number, &step, &form).await?,
                None => cookies::see(&format!("/t/{number}")),
            };
            cookies::remember(&visit, &mut response, &access);
            Ok(response)
        }
        Err(refusal) => refused(&visit, &sent, refusal),
    }
}

/// The wrong pair, or too many of them: never which half was wrong.
fn refused(visit: &Visit, sent: &Submission, refusal: Refusal) -> Result<Response, Problem> {
    if refusal.kind != RefusalKind::Wait {
        return again(visit, sent, refusal.into(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let seconds = refusal.args.iter().find(|(name, _)| name == "seconds").map(|(_, value)| value.clone());
    let mut response = again(visit, sent, refusal.into(), StatusCode::TOO_MANY_REQUESTS)?;
    if let Some(seconds) = seconds.and_then(|seconds| HeaderValue::from_str(&seconds).ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    Ok(response)
}

fn again(visit: &Visit, sent: &Submission, errors: FormErrors, status: StatusCode) -> Result<Response, Problem> {
    let mut page = page(visit, visit.form_again(sent, errors));
    page.carried = sent.pairs().filter(|(name, _)| name.starts_with(CARRIED)).map(owned).collect();
    sent.raw("step").clone_into(&mut page.step);
    visit.page_as(status, &page)
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The form that came along, and the step it belongs to.
fn carried(sent: &Submission) -> Option<(String, Submission)> {
    let fields: Vec<(&str, &str)> =
        sent.pairs().filter_map(|(name, value)| Some((name.strip_prefix(CARRIED)?, value))).collect();
    let step = sent.raw("step");
    (!step.is_empty()).then(|| (step.to_owned(), Submission::of(&fields)))
}

/// `POST /t/close`: she is done; the next person at this machine finds nothing.
pub(super) async fn close(visit: Visit) -> Response {
    let mut response = cookies::see("/");
    cookies::forget(&visit, &mut response);
    response
}
