//! `/desk/assist`: the parts in which one's unit assists another 协办: what is asked, by when, whom to call; and handing it in. The
//! matter itself stays with the unit that leads.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{Action, Bound, list_scope},
    petition::Command,
};
use kernel::{CaseId, Text};
use serde::Deserialize;
use services::{
    Error,
    petition::{self, Act, AssistRow, AssistView, assisting, open_part},
};

use super::{Desk, Here, act::Once};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Notice, NoticeKind, RefusalBox, Row, RowGroup, UrgencyChip},
    view::Frame,
};

/// Days of a part over which its chip turns from green to yellow by thirds.
const SPAN: i64 = 14;

#[derive(Template)]
#[template(path = "desk/assist.html")]
struct ListPage {
    t: Frame,
    notice: Option<Notice>,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
}

#[derive(Template)]
#[template(path = "desk/assist-part.html")]
struct PartPage {
    t: Frame,
    meta: Line,
    chip: Option<UrgencyChip>,
    asked: Line,
    task: String,
    claims: Vec<(u16, Line)>,
    lead: String,
    phone: String,
    /// What was handed in before: when, and what.
    given: Option<(Line, String)>,
    /// Where a danger that she hears of is reported.
    danger: String,
    open: bool,
    action: String,
    form: Form,
    refusal: Option<RefusalBox>,
}

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
}

/// Whether she belongs to a unit that can be asked to assist.
pub(super) fn may_assist(desk: &Desk) -> bool {
    list_scope(desk.who.subject(), Action::ReadAsAssistant) != Bound::Never
}

/// `GET /desk/assist`; whoever is never asked is shown her own inbox.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if !may_assist(&desk) {
        return Ok(Redirect::to("/desk").into_response());
    }
    let parts = desk.read(|tx, _, _, subject| Ok(assisting(tx, subject)?)).await?;
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let given = Notice::new(NoticeKind::Info, t.say("assist-given"));
    desk.visit.page(&ListPage {
        t: desk.frame("assist-title", Here::Assist),
        notice: (asked.done == "given").then_some(given),
        empty: parts.is_empty().then(|| EmptyState {
            icon: Icon::outline("users"),
            title: t.say("assist-none").into(),
            text: t.say("assist-none-text").into(),
            link: None,
        }),
        table: (!parts.is_empty()).then(|| table(t, &parts, now)),
    })
}

fn table(t: Say, parts: &[AssistRow], now: jiff::Timestamp) -> DataTable {
    let columns = ["desk-col-matter", "assist-col-lead", "assist-col-due", "desk-col-do"];
    let group = |key: &str, given: bool| {
        let rows: Vec<Row> =
            parts.iter().filter(|one| one.part.reply.is_some() == given).map(|one| row(t, one, now)).collect();
        (!rows.is_empty()).then(|| RowGroup {
            title: t.say(key).into(),
            note: t.say("desk-group-count").with("count", rows.len()).into(),
            rows,
        })
    };
    let groups = [group("assist-group-open", false), group("assist-group-given", true)];
    DataTable {
        caption: t.say("assist-title").text(),
        columns: columns.map(|key| Column::new(t.say(key))).into(),
        groups: groups.into_iter().flatten().collect(),
    }
}

fn row(t: Say, one: &AssistRow, now: jiff::Timestamp) -> Row {
    let href = format!("/desk/assist/{}", one.row.id());
    let due = match &one.part.reply {
        Some((at, _)) => Cell::text(t.date(one.part.due)).small(t.say("assist-given-at").with("at", t.moment(*at))),
        None => Cell::chip(chip(t, one.part.due, now)).small(t.date(one.part.due)),
    };
    let verb = if one.part.reply.is_some() { "assist-open" } else { "assist-do" };
    Row {
        cells: vec![
            Cell::title(one.row.title.as_str(), href.as_str()).small(one.row.number.to_string()),
            Cell::text(one.lead.as_str()),
            due,
            Cell::link(t.say(verb), href),
        ],
        current: false,
    }
}

fn chip(t: Say, due: jiff::civil::Date, now: jiff::Timestamp) -> UrgencyChip {
    UrgencyChip::days(t, i64::from((due - kernel::beijing_date(now)).get_days()), SPAN)
}

fn address(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

async fn load(desk: &Desk, id: CaseId) -> Result<AssistView, Problem> {
    Ok(desk.write(move |tx, _, ctx, subject| open_part(tx, ctx, subject, id)).await?)
}

fn page(desk: &Desk, view: &AssistView, form: Form, refusal: Option<RefusalBox>) -> PartPage {
    let (t, now, part) = (desk.t(), desk.visit.state.clock.now(), &view.part);
    let asked = t.say("assist-asked").with("unit", &view.from).with("at", t.moment(part.at)).with("due", part.due);
    let given = part
        .reply
        .as_ref()
        .map(|(at, text)| (Line::from(t.say("assist-given-at").with("at", t.moment(*at))), text.to_string()));
    PartPage {
        t: desk.frame_titled(view.row.title.clone(), Here::Assist).failed(form.has_errors() || refusal.is_some()),
        meta: format!("{} · {}", view.row.number, t.say("assist-part-of").with("unit", &view.lead).text()).into(),
        chip: part.reply.is_none().then(|| chip(t, part.due, now)),
        asked: asked.into(),
        task: part.task.to_string(),
        claims: view.claims.iter().map(|claim| (claim.no, crate::desk::case::claim_words(t, claim))).collect(),
        lead: view.lead.clone(),
        phone: view.phone.clone().unwrap_or_default(),
        given,
        danger: crate::desk::urgent::way_to(desk, &view.row),
        open: view.open,
        action: format!("/desk/assist/{}", view.row.id()),
        form,
        refusal,
    }
}

/// `GET /desk/assist/{id}`.
pub(super) async fn open(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let view = load(&desk, address(&id)?).await?;
    desk.visit.page(&page(&desk, &view, desk.visit.form(), None))
}

/// `POST /desk/assist/{id}`: hands the part in; later additions replace what was handed in, and the record keeps both.
pub(super) async fn give(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let view = load(&desk, id).await?;
    let once = Once::of(&desk, id, "give-assistance", &sent);
    if let Some(place) = once.done(&desk).await? {
        return Ok(Redirect::to(&place).into_response());
    }
    let mut reader = sent.reader();
    let text: Option<Text<5000>> = reader.field("text", Text::parse);
    let text = match reader.finish(text) {
        Ok(text) => text,
        Err(errors) => {
            return desk.visit.page_failed(&page(&desk, &view, desk.visit.form_again(&sent, errors), None));
        }
    };
    let act = Act::Command(Command::GiveAssistance { text });
    let done = desk.write(move |tx, kit, ctx, subject| {
        let place = "/desk/assist?done=given".to_owned();
        if let Some(known) = once.known(tx)? {
            return Ok(known);
        }
        petition::act(tx, kit, ctx, subject, id, None, &act)?;
        once.remember(tx, ctx, &place)?;
        Ok(place)
    });
    match done.await {
        Ok(place) => Ok(Redirect::to(&place).into_response()),
        Err(Error::Refused(refusal)) => {
            let form = desk.visit.form_again(&sent, FormErrors::default());
            desk.visit.page_failed(&page(&desk, &view, form, Some(RefusalBox::of(desk.t(), &refusal))))
        }
        Err(error) => Err(error.into()),
    }
}
