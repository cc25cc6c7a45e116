//! `/desk/unreached`: whom no message reached, and what there is to do: call her, go there, or send word. One page each, so that
//! everything works without script.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use jiff::Timestamp;
use kernel::{DeliveryId, Refusal};
use serde::Deserialize;
use services::outbox::{self, ToldBy, Unreached};

use super::{Desk, Here, page::NavCounts, rows};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Notice, NoticeKind, Row, RowGroup},
    view::Frame,
};

/// As many as anybody calls in a day.
const SHOWN: usize = 100;

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
}

#[derive(Template)]
#[template(path = "desk/unreached.html")]
struct ListPage {
    t: Frame,
    notice: Option<Notice>,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
}

/// `GET /desk/unreached`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let now = desk.visit.state.clock.now();
    let loaded = desk.read(move |tx, _, _, subject| {
        if outbox::count_unreached(tx, subject)?.is_none() {
            return Err(Refusal::not_permitted().into());
        }
        Ok((outbox::unreached(tx, subject, SHOWN)?, NavCounts::load(tx, subject, now, None)?))
    });
    let (list, nav) = loaded.await?;
    let t = desk.t();
    let mut frame = desk.frame("unreached-title", Here::Unreached);
    nav.put(&mut frame);
    let table = (!list.is_empty()).then(|| table(t, &list, now));
    let done = match asked.done.as_str() {
        "told" => Some("unreached-done"),
        "tried" => Some("unreached-tried-done"),
        _ => None,
    };
    let notice = done.map(|key| Notice::new(NoticeKind::Info, t.say(key)));
    let empty = table.is_none().then(|| EmptyState {
        icon: Icon::outline("phone-check"),
        title: t.say("unreached-none").into(),
        text: t.say("unreached-none-text").into(),
        link: None,
    });
    desk.visit.page(&ListPage { t: frame, notice, table, empty })
}

/// Why it did not go.
fn why(t: Say, one: &Unreached) -> String {
    match &one.delivery.reason {
        Some(why) => t.say(&format!("notice-why-{why}")).text(),
        None => t.message(&one.delivery.fate.message()).text(),
    }
}

/// What was tried: by the machine, then by people.
fn tried(t: Say, one: &Unreached) -> Vec<String> {
    let machine = (one.delivery.attempts > 0).then(|| {
        let channel = one.delivery.channel.map(|channel| t.message(&channel.message()).text()).unwrap_or_default();
        t.say("unreached-tried-machine").with("channel", channel).with("count", one.delivery.attempts).text()
    });
    let person = one.tries.iter().map(|one| {
        t.say("unreached-tried-person").with("day", t.moment(one.at)).with("way", t.message(&one.way.message())).text()
    });
    machine.into_iter().chain(person).collect()
}

/// Whole days since she should have known.
fn days(one: &Unreached, now: Timestamp) -> i64 {
    now.duration_since(one.since()).as_hours() / 24
}

fn table(t: Say, list: &[Unreached], now: Timestamp) -> DataTable {
    let row = |one: &Unreached| {
        let channel = one.delivery.channel.map(|channel| t.message(&channel.message()).text()).unwrap_or_default();
        let tried = tried(t, one).pop().unwrap_or_else(|| t.say("unreached-tried-none").text());
        let way = format!("unreached-do-{}", one.way().name().to_lowercase());
        Row {
            cells: vec![
                Cell::title(one.row.title.as_str(), rows::place(&one.row)).small(rows::meta(t, &one.row)),
                Cell::text(why(t, one)).small(channel),
                Cell::text(t.say("unreached-days").with("days", days(one, now))).small(t.moment(one.since())),
                Cell::text(tried).small(t.say("unreached-tried-count").with("count", one.tries.len()).text()),
                Cell::link(t.say(&way), format!("/desk/unreached/{}", one.delivery.id)),
            ],
            current: false,
        }
    };
    let columns = ["desk-col-matter", "unreached-col-why", "unreached-col-since", "unreached-col-tried", "desk-col-do"];
    DataTable {
        caption: t.say("unreached-title").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup {
            title: t.say("unreached-group").into(),
            note: t.say("desk-group-count").with("count", list.len()).into(),
            rows: list.iter().map(row).collect(),
        }],
    }
}

#[derive(Template)]
#[template(path = "desk/unreached_one.html")]
struct OnePage {
    t: Frame,
    meta: String,
    place: String,
    identity: String,
    action: String,
    body: String,
    why: String,
    since: String,
    tried: Vec<String>,
    form: Form,
}

fn id(text: &str) -> Result<DeliveryId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

async fn one(desk: &Desk, id: DeliveryId) -> Result<Unreached, Problem> {
    let found = desk.read(move |tx, _, _, subject| {
        let all = outbox::unreached(tx, subject, usize::from(u16::MAX))?;
        all.into_iter().find(|one| one.delivery.id == id).ok_or_else(|| Refusal::not_permitted().into())
    });
    Ok(found.await?)
}

fn shown(desk: &Desk, one: &Unreached, form: Form) -> Result<Response, Problem> {
    let t = desk.t();
    let form = if form.value("way").is_empty() { form.filled("way", one.way().name()) } else { form };
    let form = if form.value("result").is_empty() { form.filled("result", "told") } else { form };
    let failed = form.has_errors();
    let page = OnePage {
        t: desk.frame("unreached-one", Here::Unreached).failed(failed),
        meta: rows::meta(t, &one.row),
        place: rows::place(&one.row),
        identity: format!("/desk/matters/{}/identity", one.row.id()),
        action: format!("/desk/unreached/{}", one.delivery.id),
        body: one.delivery.body.clone(),
        why: why(t, one),
        since: t
            .say("unreached-since")
            .with("day", t.moment(one.since()))
            .with("days", days(one, desk.visit.state.clock.now()))
            .text(),
        tried: tried(t, one),
        form,
    };
    if failed { desk.visit.page_failed(&page) } else { desk.visit.page(&page) }
}

/// `GET /desk/unreached/{id}`.
pub(super) async fn open(desk: Desk, Path(text): Path<String>) -> Result<Response, Problem> {
    let one = one(&desk, id(&text)?).await?;
    shown(&desk, &one, desk.visit.form())
}

/// `POST /desk/unreached/{id}`.
pub(super) async fn post(desk: Desk, Path(text): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = id(&text)?;
    let mut reader = sent.reader();
    let way = reader.field("way", |name, text| ToldBy::parse(text).ok_or_else(|| Refusal::invalid(name, "notice-way")));
    let errors = match reader.finish(way) {
        Ok(way) => {
            let found = sent.raw("result") != "tried";
            let told = desk.write(move |tx, _, ctx, subject| {
                let put = if found { outbox::tell_in_person } else { outbox::tried_in_person };
                put(tx, ctx, subject, id, way)
            });
            let done = if found { "told" } else { "tried" };
            match told.await {
                Ok(_) => return Ok(Redirect::to(&format!("/desk/unreached?done={done}")).into_response()),
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    let one = one(&desk, id).await?;
    shown(&desk, &one, desk.visit.form_again(&sent, errors))
}
