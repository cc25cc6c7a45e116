//! `/t/{number}/views/{look}`: a look that she thinks should not have been. It goes over the head of whoever looked, with its
//! time, unit and what was seen; a look is objected to once.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Locale, Text};
use services::{Error, matter::View, obstruction};
use uuid::Uuid;

use super::{
    matter::{self, Opened},
    views,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    portal::{
        cookies::{self, Ticket},
        look_up,
    },
    problem::Problem,
    ui::{self, Button, Icon, Notice, NoticeKind, ViewLog},
    view::{Frame, Visit},
};

/// Before the id of a look, when a form is carried over a look-up.
pub(super) const STEP: &str = "views/";

#[derive(Template)]
#[template(path = "portal/look.html")]
struct LookPage {
    t: Frame,
    number: String,
    id: Uuid,
    /// The one look.
    log: ViewLog,
    /// Where it went and under which number, when she has said it before.
    sent: Option<(Notice, String)>,
    safe: Notice,
    form: Form,
    send: Button,
}

/// `GET`.
pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path((number, look)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    visit.page(&page(&visit, &opened, find(&opened, &look)?, visit.form()))
}

/// `POST`.
pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path((number, look)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask_keeping(&visit, &number, &format!("{STEP}{look}"), &sent, vec![]);
    };
    let view = find(&opened, &look)?;
    let mut reader = sent.reader();
    let words = reader.field("words", Text::<2000>::parse_optional);
    let filed = match reader.finish(words) {
        Ok(words) => file(&visit, &opened, view, words).await.map_err(FormErrors::try_from),
        Err(errors) => Err(Ok(errors)),
    };
    match filed {
        Ok(()) => Ok(cookies::see(&format!("/t/{}/views/{}", opened.number, view.id))),
        Err(errors) => again(&visit, &opened, &look, &sent, errors?, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

/// The page as it was sent.
pub(super) fn again(
    visit: &Visit,
    opened: &Opened,
    look: &str,
    sent: &Submission,
    errors: FormErrors,
    status: StatusCode,
) -> Result<Response, Problem> {
    visit.page_as(status, &page(visit, opened, find(opened, look)?, visit.form_again(sent, errors)))
}

/// The look in her own list: another matter's is not found.
fn find<'a>(opened: &'a Opened, look: &str) -> Result<&'a View, Problem> {
    let id: Uuid = look.parse().map_err(|_| Problem::NotFound)?;
    opened.views.iter().find(|view| view.id == id).ok_or(Problem::NotFound)
}

/// Sends it up. What the record says stands first, in the language of the record; her own words follow.
async fn file(visit: &Visit, opened: &Opened, view: &View, words: Option<Text<2000>>) -> Result<(), Error> {
    let t = Say::new(Locale::Zh);
    let said = t.say("obstructed-look").with("day", t.moment(view.at)).with("unit", opened.called(view.org)).text();
    let facts = words.map_or_else(|| said.clone(), |words| format!("{said}\n{words}"));
    let facts = Text::<5000>::parse("words", &facts)?;
    let (access, look) = (opened.access.clone(), view.id);
    let filed = visit.state.write(move |tx, kit, ctx| {
        obstruction::file_about_look(tx, kit, ctx, &access, look, facts.clone()).map_err(said_on_top)
    });
    filed.await.map(drop)
}

/// That nothing stands above the unit belongs to no field of this form.
fn said_on_top(error: Error) -> Error {
    match error {
        Error::Refused(refusal) if refusal.field == "named" => refusal.on("").into(),
        other => other,
    }
}

/// The look alone: what was said of it stands above.
fn bare(line: ui::View) -> ui::View {
    ui::View::new(line.who, line.what, line.identity)
}

fn page(visit: &Visit, opened: &Opened, view: &View, form: Form) -> LookPage {
    let t = visit.t;
    let before = opened.about.iter().find(|about| about.look == view.id);
    let sent = before.map(|about| {
        let unit = opened.name(about.receiver);
        let title = t.say("look-sent").with("unit", unit).with("number", about.number.as_str());
        let notice = Notice::new(NoticeKind::Info, t.say("look-sent-code")).titled(title);
        (notice.icon(Icon::filled("circle-check")), format!("/t/{}", about.number))
    });
    LookPage {
        t: visit.frame("look-title").failed(form.has_errors()),
        number: opened.number.to_string(),
        id: view.id,
        log: ViewLog { t, views: vec![bare(views::line(t, opened, view))] },
        sent,
        safe: Notice::new(NoticeKind::Info, t.say("look-safe")).icon(Icon::outline("shield-check")),
        form,
        send: Button::primary(t.say("look-send")).icon(Icon::outline("arrow-up")),
    }
}
