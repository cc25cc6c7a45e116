//! `/desk/campaigns`: 专项行动. A name, some days and which matters are meant; everything else is counted. Whoever may see the board
//! of a place sees its campaigns; the bureau and the office of the joint meeting open and end them.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{
        self, Subject,
        actions::{ReadCycle, RunCampaign},
    },
    campaign::{CampaignPlan, Gathers},
    dispatch::CategoryTree,
};
use jiff::{Timestamp, civil::Date};
use kernel::{Cursor, DivisionCode, Refusal};
use serde::Deserialize;
use services::{
    Kit,
    campaign::{self, CampaignForm, Listed, Progress},
    cycle, divisions,
    matter::MatterRow,
    organisation,
    timeline::Names,
};
use uuid::Uuid;

use super::{Desk, Here, rows, when};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{
        Cell, Column, DataTable, EmptyState, Figure, Figures, Icon, Line, Notice, NoticeKind, Pagination, Row, RowGroup,
    },
    view::Frame,
};

/// Campaigns in the list.
const MOST: u32 = 40;
/// Matters on a page.
const ROWS: usize = 50;
/// A campaign is offered with these days when nothing else is said.
const DAYS: u32 = 100;

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
    /// A plan of the practice, from 0, to begin the form with.
    plan: String,
    after: String,
}

/// The widest division over which one of her roles lets her run campaigns.
fn home(subject: &Subject) -> Option<DivisionCode> {
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<RunCampaign>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

/// A choice on the form: what is sent, what is said.
type Choice = (String, String);

#[derive(Template)]
#[template(path = "desk/campaigns.html")]
struct ListPage {
    t: Frame,
    done: Option<Notice>,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    /// Nothing for whoever only looks.
    form: Option<Form>,
    places: Vec<Choice>,
    categories: Vec<Choice>,
    gathers: Vec<Choice>,
    /// Plans of the practice: address, name.
    plans: Vec<Choice>,
}

/// What the list is made of.
struct Known {
    all: Vec<(Listed, Progress, String)>,
    places: Vec<Choice>,
    categories: Vec<Choice>,
    plans: Vec<CampaignPlan>,
}

async fn known(desk: &Desk) -> Result<Known, Problem> {
    let known = desk.read(move |tx, kit, ctx, subject| {
        let own = cycle::place_of(subject).ok_or_else(Refusal::not_permitted)?;
        access::permit::<ReadCycle>(subject, &own)?;
        let mut all = vec![];
        for listed in campaign::list(tx, &own, MOST)? {
            let done = campaign::progress(tx, &listed, &own, ctx.now())?;
            let name = divisions::get(tx, &listed.campaign.division)?.map(|one| one.name).unwrap_or_default();
            all.push((listed, done, name));
        }
        let (mut places, mut categories, mut plans) = (vec![], vec![], vec![]);
        if let Some(home) = home(subject) {
            let inside = divisions::children(tx, Some(&home))?;
            let here = divisions::get(tx, &home)?.into_iter().chain(inside);
            places = here.map(|one| (one.code.to_string(), one.name)).collect();
            categories = beginnings(kit, &home, ctx.today());
            plans = campaign::plans(kit, &home, ctx.today());
        }
        Ok(Known { all, places, categories, plans })
    });
    Ok(known.await?)
}

fn tree(kit: &Kit, place: &DivisionCode, day: Date) -> CategoryTree {
    let own = kit.reference().categories.in_force(place, day);
    own.map_or_else(|| CategoryTree::shipped().clone(), |tree| (*tree).clone())
}

/// Every category with what lies below it, each said as a path: `国土资源`, `国土资源/征地`.
fn beginnings(kit: &Kit, place: &DivisionCode, day: Date) -> Vec<Choice> {
    let tree = tree(kit, place, day);
    let mut all: Vec<String> = vec![];
    for category in &tree.categories {
        let path = category.path.as_str();
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        all.extend(ends.map(|at| path[..at].to_owned()));
    }
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|path| (path.clone(), path)).collect()
}

/// `GET /desk/campaigns`.
pub(super) async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let known = known(&desk).await?;
    let plan = asked.plan.parse::<usize>().ok().and_then(|nth| known.plans.get(nth));
    let form = filled(&desk, plan);
    let done = (asked.done == "ended").then(|| done(desk.t(), "ended"));
    desk.visit.page(&list_page(&desk, known, form, done))
}

fn done(t: Say, what: &str) -> Notice {
    Notice::new(NoticeKind::Info, t.say(&format!("campaign-done-{what}"))).icon(Icon::outline("circle-check"))
}

/// The form as it begins: today, and what the chosen plan says.
fn filled(desk: &Desk, plan: Option<&CampaignPlan>) -> Form {
    let today = desk.visit.state.ctx().today();
    let last = |days: u32| today.saturating_add(jiff::Span::new().days(i64::from(days.max(1)) - 1)).to_string();
    let form = desk.visit.form().filled("first", today.to_string());
    let Some(plan) = plan else {
        return form.filled("gathers", Gathers::InHand.name()).filled("last", last(DAYS));
    };
    form.filled("name", plan.name.as_str())
        .filled("gathers", plan.gathers.name())
        .filled("category", plan.category.as_ref().map(ToString::to_string).unwrap_or_default())
        .filled("min_days", plan.min_days.map(|days| days.to_string()).unwrap_or_default())
        .filled("last", last(plan.days))
}

fn list_page(desk: &Desk, known: Known, form: Form, done: Option<Notice>) -> ListPage {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let none = known.all.is_empty().then(|| EmptyState {
        icon: Icon::outline("target"),
        title: t.say("campaign-none").into(),
        text: t.say("campaign-none-text").into(),
        link: None,
    });
    let plan = |(nth, plan): (usize, &CampaignPlan)| {
        let said = t.say("campaign-plan").with("name", plan.name.as_str()).with("days", plan.days).text();
        (format!("/desk/campaigns?plan={nth}#begin"), said)
    };
    ListPage {
        t: desk.frame("campaign-title", Here::Cycle).failed(form.has_errors()),
        done,
        table: (!known.all.is_empty()).then(|| table(t, &known.all, now)),
        empty: none,
        plans: known.plans.iter().enumerate().map(plan).collect(),
        form: (!known.places.is_empty()).then_some(form),
        places: known.places,
        categories: known.categories,
        gathers: Gathers::ALL.iter().map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
    }
}

fn table(t: Say, all: &[(Listed, Progress, String)], now: Timestamp) -> DataTable {
    let row = |(listed, done, place): &(Listed, Progress, String)| Row {
        cells: vec![
            Cell::title(listed.campaign.plan.name.as_str(), format!("/desk/campaigns/{}", listed.id))
                .small(span(t, listed)),
            Cell::text(place.as_str()).small(meant(t, listed)),
            Cell::text(t.say("campaign-ended-of").with("ended", done.ended).with("gathered", done.gathered)),
            Cell::text(done.overdue.to_string()),
            Cell::text(t.say(if listed.is_over(now) { "campaign-over" } else { "campaign-running" })),
        ],
        current: false,
    };
    let columns = ["name", "place", "ended", "overdue", "state"].map(|key| format!("campaign-col-{key}"));
    DataTable {
        caption: t.say("campaign-title").text(),
        columns: columns.iter().map(|key| Column::new(t.say(key).text())).collect(),
        groups: vec![RowGroup { rows: all.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// 2026年4月20日 – 7月30日.
fn span(t: Say, listed: &Listed) -> String {
    format!("{} – {}", t.full_date(listed.campaign.first), t.full_date(listed.campaign.last()))
}

/// Which matters are meant, in words.
fn meant(t: Say, listed: &Listed) -> String {
    let plan = &listed.campaign.plan;
    let mut parts = vec![t.message(&plan.gathers.message()).text()];
    parts.extend(plan.category.as_ref().map(ToString::to_string));
    parts.extend(plan.min_days.map(|days| t.say("campaign-age").with("days", days).text()));
    parts.join(" · ")
}

/// `POST /desk/campaigns`: opens one.
pub(super) async fn open(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = CampaignForm {
        division: raw("division"),
        name: raw("name"),
        gathers: raw("gathers"),
        category: raw("category"),
        min_days: raw("min_days"),
        first: raw("first"),
        last: raw("last"),
    };
    let errors = match sent.reader().finish(Some(())) {
        Ok(()) => {
            let opened = desk.write(move |tx, kit, ctx, subject| {
                let home = home(subject).ok_or_else(Refusal::not_permitted)?;
                let new = form.parse(&tree(kit, &home, ctx.today()), ctx.today())?;
                let permit = access::permit::<RunCampaign>(subject, &new.division)?;
                campaign::open(tx, ctx, &permit, &new)
            });
            match opened.await {
                Ok(id) => return Ok(Redirect::to(&format!("/desk/campaigns/{id}?done=opened")).into_response()),
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    let form = desk.visit.form_again(&sent, errors);
    let known = known(&desk).await?;
    desk.visit.page_failed(&list_page(&desk, known, form, None))
}

#[derive(Template)]
#[template(path = "desk/campaign.html")]
struct OnePage {
    t: Frame,
    done: Option<Notice>,
    lead: Line,
    figures: Figures,
    units: Option<DataTable>,
    matters: Option<DataTable>,
    pages: Pagination,
    /// Whether she may end it now.
    end: Option<Line>,
    action: String,
}

struct One {
    listed: Listed,
    done: Progress,
    place: String,
    rows: Vec<MatterRow>,
    next: Option<Cursor>,
    names: Names,
    may_end: bool,
}

async fn one(desk: &Desk, id: &str, after: &str) -> Result<One, Problem> {
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let cursor = Cursor::decode(after);
    let one = desk.read(move |tx, _, ctx, subject| {
        let listed = campaign::get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        let own = cycle::place_of(subject).ok_or_else(Refusal::not_permitted)?;
        let division = &listed.campaign.division;
        // Whoever sees the board of a place inside it sees the campaign with her own part; whoever sees the whole, the whole.
        let seen = if own.contains(division) { division.clone() } else { own };
        if !division.contains(&seen) {
            return Err(Refusal::not_permitted().into());
        }
        access::permit::<ReadCycle>(subject, &seen)?;
        let found = campaign::matters(tx, subject, &listed, cursor.as_ref(), ROWS)?;
        let may_end = access::permit::<RunCampaign>(subject, division).is_ok() && !listed.is_over(ctx.now());
        let mut rows = found.items;
        rows.iter_mut().filter(|row| !rows::shows_content(subject, row)).for_each(|row| row.title.clear());
        Ok(One {
            done: campaign::progress(tx, &listed, &seen, ctx.now())?,
            place: divisions::get(tx, &seen)?.map(|one| one.name).unwrap_or_default(),
            names: organisation::called(tx, rows.iter().map(|row| row.turn))?,
            rows,
            next: found.next,
            may_end,
            listed,
        })
    });
    Ok(one.await?)
}

/// `GET /desk/campaigns/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let one = one(&desk, &id, &asked.after).await?;
    let said = (asked.done == "opened").then(|| done(desk.t(), "opened"));
    desk.visit.page(&one_page(&desk, &one, &asked.after, said))
}

fn one_page(desk: &Desk, one: &One, after: &str, said: Option<Notice>) -> OnePage {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let action = format!("/desk/campaigns/{}", one.listed.id);
    let lead = format!("{} · {} · {}", one.place, span(t, &one.listed), meant(t, &one.listed));
    OnePage {
        t: desk.frame_titled(one.listed.campaign.plan.name.as_str(), Here::Cycle),
        done: said,
        lead: lead.into(),
        figures: figures(t, &one.done),
        units: (!one.done.units.is_empty()).then(|| units(t, one)),
        matters: (!one.rows.is_empty()).then(|| matters(t, one, now)),
        pages: Pagination {
            t,
            first: (!after.is_empty()).then(|| action.clone()),
            next: one.next.as_ref().map(|cursor| format!("{action}?after={}", cursor.encode())),
        },
        end: one.may_end.then(|| Line::drawn(&desk.visit.form().hidden())),
        action,
    }
}

/// The bad number first; what ended beside what she confirmed.
fn figures(t: Say, done: &Progress) -> Figures {
    let figure = |value: i64, key: &str, small: String, bad: bool| Figure {
        value: value.to_string(),
        what: t.say(key).into(),
        small: small.into(),
        bad: bad && value > 0,
    };
    let of = |key: &str, whole: i64| t.say(key).with("whole", whole).text();
    Figures {
        items: vec![
            figure(done.overdue, "campaign-overdue", of("campaign-of-open", done.open), true),
            figure(done.unsolved, "campaign-unsolved", of("campaign-of-ended", done.ended), true),
            figure(done.gathered, "campaign-gathered", t.say("campaign-gathered-small").text(), false),
            figure(done.answered, "campaign-answered", of("campaign-of-gathered", done.gathered), false),
            figure(done.ended, "campaign-ended", of("campaign-of-gathered", done.gathered), false),
            figure(done.confirmed, "campaign-confirmed", of("campaign-of-ended", done.ended), false),
            figure(done.open, "campaign-open", String::new(), false),
        ],
    }
}

fn units(t: Say, one: &One) -> DataTable {
    let row = |unit: &campaign::UnitShare| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(unit.name.as_str()) },
            Cell::text(unit.overdue.to_string()),
            Cell::text(unit.open.to_string()),
        ],
        current: false,
    };
    DataTable {
        caption: t.say("campaign-units").text(),
        columns: vec![
            Column::new(t.say("campaign-col-unit").text()),
            Column::number(t.say("campaign-col-overdue").text()),
            Column::number(t.say("campaign-col-open").text()),
        ],
        groups: vec![RowGroup { rows: one.done.units.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

fn matters(t: Say, one: &One, now: Timestamp) -> DataTable {
    let row = |row: &MatterRow| Row {
        cells: vec![
            Cell::chip(when::of_due(t, row.due.as_ref(), now)),
            Cell::title(rows::title(t, row), rows::place(row)).small(rows::meta(t, row)),
            Cell::text(one.names.get(&row.turn).cloned().unwrap_or_default()).small(t.say(&rows::stage_key(row))),
            row.due.as_ref().map_or_else(
                || Cell::text("—"),
                |due| Cell::text(when::due_day(t, due)).small(when::name(t, due.def.as_str())),
            ),
        ],
        current: false,
    };
    let columns = ["desk-col-urgency", "desk-col-matter", "desk-col-holder", "desk-col-due"];
    DataTable {
        caption: t.say("campaign-matters").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: one.rows.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// `POST /desk/campaigns/{id}`: ends it before its last day.
pub(super) async fn end(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    sent.reader().finish(Some(())).map_err(|_| Problem::from(Refusal::invalid("", "form-expired")))?;
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let ended = desk.write(move |tx, _, ctx, subject| {
        let listed = campaign::get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        let permit = access::permit::<RunCampaign>(subject, &listed.campaign.division)?;
        campaign::end(tx, ctx, &permit, id)
    });
    ended.await?;
    Ok(Redirect::to("/desk/campaigns?done=ended").into_response())
}
