//! Calling a meeting.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use kernel::{DivisionCode, OrgId, OrgLevel, Refusal, Text};
use services::{
    Error,
    meeting::{self, NewMeeting},
    organisation::{self, OrgQuery},
};
use store::{Tx, idempotency};

use crate::{
    desk::{Desk, Here},
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/meeting_new.html")]
struct NewPage {
    t: Frame,
    form: Form,
    /// Units with whether they are ticked.
    units: Vec<(String, String, bool)>,
    error: String,
}

/// The units that may attend or be given something: those of the county around `place`, and of the place itself.
pub(in crate::desk) fn units(tx: &mut Tx, place: &DivisionCode, today: Date) -> Result<Vec<(OrgId, String)>, Error> {
    let within = if place.level() > OrgLevel::County { place.clone() } else { place.at(OrgLevel::County) };
    let query = OrgQuery { within, kind: None, on: Some(today), after: None, limit: 300 };
    let all = organisation::list(tx, &query)?.items.into_iter().map(|one| one.value);
    // A village point answers to its township: it is not called on its own.
    let answering = all.filter(|org| org.level() >= OrgLevel::Township);
    Ok(answering.map(|org| (org.id, org.name.to_string())).collect())
}

/// `GET /desk/meetings/new`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let form = desk.visit.form().filled("from", "9:00");
    show(&desk, form, StatusCode::OK).await
}

async fn show(desk: &Desk, form: Form, status: StatusCode) -> Result<Response, Problem> {
    let units = desk.read(move |tx, _, ctx, subject| {
        let permit = meeting::office_of(subject)?;
        let office = permit.actor().org();
        let mut all = units(tx, permit.place(), ctx.today())?;
        all.retain(|(id, _)| Some(*id) != office);
        Ok(all)
    });
    let ticked: Vec<String> = form.values("units").map(str::to_owned).collect();
    let units = units.await?.into_iter().map(|(id, name)| {
        let id = id.to_string();
        let on = ticked.contains(&id);
        (id, name, on)
    });
    let page = NewPage {
        t: desk.frame("meetings-call", Here::Meetings).failed(form.has_errors()),
        units: units.collect(),
        error: form.error("units").to_owned(),
        form,
    };
    desk.visit.page_as(status, &page)
}

/// `POST /desk/meetings/new`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let (key, asked) = (reader.key(), read(&mut reader));
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => {
            let key = key.to_string();
            let write = desk.write(move |tx, kit, ctx, subject| {
                let scope = "desk/meetings";
                let digest = kit.keys.blind_index(scope, &format!("{asked:?}"));
                match idempotency::lookup(tx, scope, &key, &digest)? {
                    idempotency::Known::Done(first) => return Ok(first),
                    idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
                    idempotency::Known::New => {}
                }
                let permit = meeting::office_of(subject)?;
                let id = meeting::call(tx, kit, ctx, &permit, asked.clone())?.to_string();
                idempotency::record(tx, scope, &key, &digest, &id, ctx.now())?;
                Ok(id)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/desk/meetings/{id}?done=call")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            show(&desk, desk.visit.form_again(&sent, errors), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn read(reader: &mut Reader<'_>) -> Option<NewMeeting> {
    let title = reader.field("title", Text::parse);
    let when = when(reader);
    let chair = reader.field("chair", Text::parse);
    let unknown = |_: &str, text: &str| text.parse::<OrgId>().map_err(|_| Refusal::invalid("units", "unknown-choice"));
    let units = reader.list("units", unknown);
    if units.is_empty() {
        reader.refuse(Refusal::invalid("units", "meeting-alone"));
    }
    let (title, (on, from, place), chair) = (title?, when?, chair?);
    Some(NewMeeting { title, on, from, place, chair, units })
}

/// Day, hour and place.
pub(super) fn when(reader: &mut Reader<'_>) -> Option<(Date, Text<20>, Text<100>)> {
    let on = reader.field("on", |name, text| text.trim().parse().map_err(|_| Refusal::invalid(name, "date")));
    let (from, place) = (reader.field("from", Text::parse), reader.field("place", Text::parse));
    on.zip(from).zip(place).map(|((on, from), place)| (on, from, place))
}
