//! `/desk/unreached`: whom no message reached, and what there is to do: call her, go there, or send word. One page each, so that
//! everything works without script.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
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
    let table = (!list.is_empty()).then(|| table(t, &list));
    let notice = (asked.done == "told").then(|| Notice::new(NoticeKind::Info, t.say("unreached-done")));
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

fn table(t: Say, list: &[Unreached]) -> DataTable {
    let row = |one: &Unreached| {
        let channel = one.delivery.channel.map(|channel| t.message(&channel.message()).text()).unwrap_or_default();
        let since = one.delivery.settled_at.unwrap_or(one.delivery.queued_at);
        let way = format!("unreached-do-{}", one.way().name().to_lowercase());
        Row {
            cells: vec![
                Cell::title(one.row.title.as_str(), rows::place(&one.row)).small(rows::meta(t, &one.row)),
                Cell::text(why(t, one)).small(channel),
                Cell::text(t.moment(since)),
                Cell::link(t.say(&way), format!("/desk/unreached/{}", one.delivery.id)),
            ],
            current: false,
        }
    };
    let columns = ["desk-col-matter", "unreached-col-why", "unreached-col-since", "desk-col-do"];
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
    let failed = form.has_errors();
    let page = OnePage {
        t: desk.frame("unreached-one", Here::Unreached).failed(failed),
        meta: rows::meta(t, &one.row),
        place: rows::place(&one.row),
        identity: format!("/desk/matters/{}/identity", one.row.id()),
        action: format!("/desk/unreached/{}", one.delivery.id),
        body: one.delivery.body.clone(),
        why: why(t, one),
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
            let told = desk.write(move |tx, _, ctx, subject| outbox::tell_in_person(tx, ctx, subject, id, way));
            match told.await {
                Ok(_) => return Ok(Redirect::to("/desk/unreached?done=told").into_response()),
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    let one = one(&desk, id).await?;
    shown(&desk, &one, desk.visit.form_again(&sent, errors))
}
