//! `/desk/reception`: days on which somebody receives, and who has which seat; whoever comes leaves with a matter on the way.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::access::{
    self, Subject,
    actions::{HoldReception, ReadMatter},
};
use jiff::civil::Date;
use kernel::{CaseNumber, DivisionCode, Refusal, Text};
use serde::Deserialize;
use services::{
    Error, divisions, matter,
    reception::{self, Moved, Reception, ReceptionForm, Seat, SeatState},
};
use uuid::Uuid;

use super::{Desk, Here};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Notice, NoticeKind, Row, RowGroup},
    view::Frame,
};

/// Days shown at once.
const MOST: u32 = 200;
/// How far back the list reaches, in days: what was held stays at hand for a while.
const BACK: i64 = 14;

/// The widest division over which one of her roles lets her hold receptions.
pub(super) fn home(subject: &Subject) -> Option<DivisionCode> {
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<HoldReception>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    done: String,
}

#[derive(Template)]
#[template(path = "desk/receptions.html")]
struct ListPage {
    t: Frame,
    done: Option<Notice>,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    form: Form,
    places: Vec<(String, String)>,
}

struct Known {
    all: Vec<Reception>,
    places: Vec<(String, String)>,
}

async fn known(desk: &Desk) -> Result<Known, Problem> {
    let home = home(desk.who.subject()).ok_or_else(Refusal::not_permitted)?;
    let known = desk.read(move |tx, _, ctx, _| {
        let from = ctx.today().saturating_sub(jiff::Span::new().days(BACK));
        let own = divisions::get(tx, &home)?.into_iter();
        let inside = divisions::children(tx, Some(&home))?;
        let places = own.chain(inside).map(|one| (one.code.to_string(), one.name)).collect();
        Ok(Known { all: reception::upcoming(tx, &home, from, MOST)?, places })
    });
    Ok(known.await?)
}

/// `GET /desk/reception`.
pub(super) async fn list(desk: Desk, Query(said): Query<Said>) -> Result<Response, Problem> {
    let known = known(&desk).await?;
    let form = desk.visit.form().filled("seats", "10").filled("from", "9:00").filled("until", "11:30");
    let done = notice(desk.t(), &said.done);
    desk.visit.page(&list_page(&desk, known, form, done))
}

/// `POST /desk/reception`: opens a day.
pub(super) async fn open(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = ReceptionForm {
        division: raw("division"),
        host: raw("host"),
        place: raw("place"),
        on: raw("on"),
        from: raw("from"),
        until: raw("until"),
        seats: raw("seats"),
    };
    let opened = desk.write(move |tx, _, ctx, subject| {
        let new = form.parse(ctx.today())?;
        let permit = access::permit::<HoldReception>(subject, &new.division)?;
        reception::open(tx, ctx, &permit, &new)
    });
    match opened.await {
        Ok(_) => Ok(Redirect::to("/desk/reception?done=opened").into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            let known = known(&desk).await?;
            desk.visit.page_failed(&list_page(&desk, known, form, None))
        }
    }
}

fn notice(t: Say, done: &str) -> Option<Notice> {
    let key = match done {
        "opened" | "cancelled" | "moved" | "held" => format!("reception-done-{done}"),
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Info, t.say(&key)).icon(Icon::outline("circle-check")))
}

fn list_page(desk: &Desk, known: Known, form: Form, done: Option<Notice>) -> ListPage {
    let t = desk.t();
    let empty = known.all.is_empty().then(|| EmptyState {
        icon: Icon::outline("calendar-time"),
        title: t.say("reception-none").into(),
        text: t.say("reception-none-text").into(),
        link: None,
    });
    ListPage {
        t: desk.frame("reception-title", Here::Reception).failed(form.has_errors()),
        done,
        table: (!known.all.is_empty()).then(|| table(t, &known.all, desk.visit.state.ctx().today())),
        empty,
        form,
        places: known.places,
    }
}

/// What is to come first; below it what was, while its seats may still be written down.
fn table(t: Say, all: &[Reception], today: Date) -> DataTable {
    let row = |one: &Reception| {
        let page = format!("/desk/reception/{}", one.id);
        let taken = match one.cancelled_at {
            Some(_) => t.say("reception-cancelled").text(),
            None => t.say("reception-taken").with("taken", one.taken).with("seats", one.seats).text(),
        };
        Row {
            cells: vec![
                Cell::title(t.full_date(one.on), page.as_str()).small(one.hours.clone()),
                Cell::text(one.host.clone()),
                Cell::text(one.place.clone()),
                Cell::text(taken),
                Cell::link(t.say("reception-open-one"), page),
            ],
            current: false,
        }
    };
    let (before, coming) = all.split_at(all.partition_point(|one| one.on < today));
    let groups = [("coming", coming), ("before", before)].into_iter().filter(|(_, days)| !days.is_empty());
    let groups = groups.map(|(when, days)| RowGroup {
        title: t.say(&format!("reception-group-{when}")).into(),
        note: t.say("reception-group-days").with("count", days.len()).into(),
        rows: days.iter().map(row).collect(),
    });
    let groups = groups.collect();
    let keys = ["day", "host", "place", "seats", "do"].map(|key| format!("reception-col-{key}"));
    DataTable {
        caption: t.say("reception-title").text(),
        columns: keys.iter().map(|key| Column::new(t.say(key))).collect(),
        groups,
    }
}

#[expect(clippy::struct_excessive_bools, reason = "what the page shows and what not")]
#[derive(Template)]
#[template(path = "desk/reception.html")]
struct DayPage {
    t: Frame,
    done: Option<Notice>,
    lead: Line,
    id: Uuid,
    seats: Option<DataTable>,
    /// Whether its day has come.
    come: bool,
    /// Whether it takes place.
    open: bool,
    /// Whether it can still be held on another day.
    movable: bool,
    /// The form that moves it came back.
    moving: bool,
    form: Form,
}

struct Day {
    reception: Reception,
    seats: Vec<(Seat, bool)>,
    come: bool,
}

async fn day(desk: &Desk, id: &str) -> Result<Day, Problem> {
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let day = desk.read(move |tx, _, ctx, subject| {
        let reception = reception::get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        access::permit::<HoldReception>(subject, &reception.division)?;
        let seats = reception::seats(tx, &reception)?;
        let readable = |seat: &Seat| access::permit::<ReadMatter>(subject, &seat.row.facts).is_ok();
        let seats = seats.into_iter().map(|seat| (seat.clone(), readable(&seat))).collect();
        Ok(Day { come: reception.on <= ctx.today(), reception, seats })
    });
    Ok(day.await?)
}

/// `GET /desk/reception/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let day = day(&desk, &id).await?;
    let done = notice(desk.t(), &said.done);
    let one = &day.reception;
    let (from, until) = one.hours.split_once('–').unwrap_or_default();
    let form = desk.visit.form().filled("on", one.on.to_string()).filled("place", one.place.as_str());
    let form = form.filled("from", from).filled("until", until);
    desk.visit.page(&day_page(&desk, &day, form, done))
}

/// `POST /desk/reception/{id}`: somebody came with a matter, or the day is cancelled.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let known = day(&desk, &id).await?;
    let reception = known.reception.id;
    let (done, result) = match sent.raw("deed") {
        "move" => ("moved", move_to(&desk, &known.reception, &sent).await),
        "cancel" => ("cancelled", cancel(&desk, &known.reception, sent.raw("reason")).await),
        "held" => ("held", held(&desk, reception, &sent).await),
        _ => return Err(Problem::NotFound),
    };
    match result {
        Ok(()) => Ok(Redirect::to(&format!("/desk/reception/{reception}?done={done}")).into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            desk.visit.page_failed(&day_page(&desk, &known, form, None))
        }
    }
}

/// Another day, other hours or another place; everybody with a seat is told.
async fn move_to(desk: &Desk, known: &Reception, sent: &Submission) -> Result<(), Error> {
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = ReceptionForm {
        place: raw("place"),
        on: raw("on"),
        from: raw("from"),
        until: raw("until"),
        ..ReceptionForm::default()
    };
    let (id, place, reason) = (known.id, known.division.clone(), raw("why"));
    desk.write(move |tx, kit, ctx, subject| {
        let to = Moved::parse(&form, &reason, ctx.today()).map_err(|error| on_field(error, "reason", "why"))?;
        let permit = access::permit::<HoldReception>(subject, &place)?;
        reception::move_to(tx, kit, ctx, &permit, id, &to)
    })
    .await
}

/// Two forms of the page ask for a reason: each refusal goes to its own.
fn on_field(error: Error, from: &str, to: &str) -> Error {
    match error {
        Error::Invalid(all) => {
            Error::Invalid(all.into_iter().map(|one| if one.field == from { one.on(to) } else { one }).collect())
        }
        other => other,
    }
}

async fn cancel(desk: &Desk, known: &Reception, reason: &str) -> Result<(), Error> {
    let (id, place, reason) = (known.id, known.division.clone(), Text::<500>::parse("reason", reason)?);
    desk.write(move |tx, kit, ctx, subject| {
        let permit = access::permit::<HoldReception>(subject, &place)?;
        reception::cancel(tx, kit, ctx, &permit, id, &reason)
    })
    .await
}

/// The matter is named by its number; one she may not read is no other than one that is not there.
async fn held(desk: &Desk, reception: Uuid, sent: &Submission) -> Result<(), Error> {
    let unknown = || Refusal::invalid("number", "reception-number");
    if sent.raw("number").trim().is_empty() {
        return Err(Refusal::invalid("number", "reception-number-missing").into());
    }
    let number = CaseNumber::parse(sent.raw("number")).map_err(|_| unknown())?;
    let findings = Text::<2000>::parse("findings", sent.raw("findings"))?;
    desk.write(move |tx, kit, ctx, subject| {
        let row = matter::find_by_number(tx, &number)?;
        let row = row.filter(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok()).ok_or_else(unknown)?;
        reception::held(tx, kit, ctx, subject, reception, (row.id(), &findings))
    })
    .await
}

fn day_page(desk: &Desk, day: &Day, form: Form, done: Option<Notice>) -> DayPage {
    let (t, one) = (desk.t(), &day.reception);
    let title = t.say("reception-page").with("day", t.full_date(one.on)).with("hours", &one.hours);
    DayPage {
        t: desk.frame_titled(title.with("host", &one.host).text(), Here::Reception).failed(form.has_errors()),
        done,
        lead: one.place.as_str().into(),
        id: one.id,
        seats: (!day.seats.is_empty()).then(|| seats(t, &day.seats)),
        come: day.come,
        open: one.cancelled_at.is_none(),
        movable: one.cancelled_at.is_none() && one.on >= desk.visit.state.ctx().today(),
        moving: ["on", "from", "until", "place", "why"].iter().any(|field| !form.error(field).is_empty()),
        form,
    }
}

fn seats(t: Say, all: &[(Seat, bool)]) -> DataTable {
    let row = |(seat, readable): &(Seat, bool)| {
        let first = if *readable {
            let page = format!("/desk/matters/{}/lead", seat.row.id());
            Cell::title(seat.row.title.as_str(), page.as_str()).small(seat.row.number.to_string())
        } else {
            Cell::text(seat.row.number.to_string()).small(t.say("reception-not-hers").text())
        };
        let state: SeatState = seat.state;
        Row { cells: vec![first, Cell::text(t.say(state.key())), Cell::text(t.moment(seat.booked_at))], current: false }
    };
    let keys = ["desk-col-matter", "reception-col-seats", "reception-col-day"];
    DataTable {
        caption: t.say("reception-seats-title").text(),
        columns: keys.map(|key| Column::new(t.say(key))).into(),
        groups: vec![RowGroup { rows: all.iter().map(row).collect(), ..RowGroup::default() }],
    }
}
