//! `/desk`: what waits, the most urgent first.

mod bar;

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::access::Subject;
use jiff::Timestamp;
use kernel::{Cursor, DivisionCode, OrgId};
use services::{
    divisions::{self, Division},
    matter::{self, COUNT_LIMIT, Counts, Filter, MatterRow, Tab},
    organisation::{self, OrgQuery},
    saved_filter::{self, SavedFilter},
    timeline::Names,
    urgent,
};
use store::Tx;

use super::{
    Desk,
    asked::Asked,
    bulk, owing,
    page::{self, NavCounts},
    preview::{self, Preview, Seen, Spot},
    rows::{self, Listed, Places},
    urgent::Going,
};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{self, DataTable, EmptyState, FilterBar, Icon, Line, Notice, NoticeKind, Tabs},
    view::Frame,
};

/// Rows on a page.
const PAGE: usize = 40;

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    t: Frame,
    /// May take something down for somebody.
    registers: bool,
    summary: String,
    today: String,
    /// Dangers that are going on, first of all.
    going: Option<Going>,
    /// What she owes besides.
    owing: Option<owing::Panel>,
    notice: Option<Notice>,
    saved: bar::Saved,
    tabs: Tabs,
    filter: FilterBar,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    start: String,
    next: String,
    next_text: String,
    preview: Option<Preview>,
    bulk: Option<bulk::Bar>,
}

/// What the database says about a list.
struct Found {
    rows: Vec<MatterRow>,
    next: Option<Cursor>,
    counts: Counts,
    nav: NavCounts,
    names: Names,
    places: Places,
    choices: Choices,
    saved: Vec<SavedFilter>,
    nearest: Option<MatterRow>,
    going: Vec<urgent::Going>,
    owed: owing::Owed,
}

/// What the filter bar offers.
#[derive(Default)]
struct Choices {
    places: Vec<Division>,
    units: Vec<(OrgId, String)>,
    categories: Vec<String>,
}

/// `GET /desk`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    show(desk, Asked { orders: String::new(), ..asked }).await
}

/// The list.
pub(super) async fn show(desk: Desk, asked: Asked) -> Result<Response, Problem> {
    let now = desk.visit.state.clock.now();
    let found = load(&desk, &asked, now).await?;
    let seen = preview::load(&desk, &asked.sel).await?;
    desk.visit.page(&build(&desk, &asked, &found, seen, now))
}

async fn load(desk: &Desk, asked: &Asked, now: Timestamp) -> Result<Found, Problem> {
    let (filter, cursor) = (asked.filter(now), Cursor::decode(&asked.after));
    let narrowed = asked.is_narrowed() || asked.is_orders();
    let (home, user) = (home(desk), desk.who.user());
    let found = desk.read(move |tx, kit, ctx, subject| {
        let mut page = matter::list(tx, subject, &filter, now, cursor.as_ref(), PAGE)?;
        page.items.iter_mut().filter(|row| !rows::shows_content(subject, row)).for_each(|row| row.title.clear());
        let counts = matter::counts(tx, subject, &filter, now)?;
        let nav = NavCounts::load(tx, subject, now, (!narrowed).then_some(&counts))?;
        let nearest = if page.items.is_empty() { nearest(tx, subject, now)? } else { None };
        let names = organisation::called(tx, page.items.iter().map(|row| row.turn))?;
        let places = rows::places(tx, &page.items)?;
        let choices = choices(tx, subject, home.as_ref(), now, ctx.today())?;
        let saved = saved_filter::list(tx, user)?;
        let going = if narrowed { vec![] } else { urgent::going(tx, subject)? };
        let owed = if narrowed { owing::Owed::default() } else { owing::Owed::load(tx, kit, ctx, subject)? };
        Ok(Found {
            rows: page.items,
            next: page.next,
            counts,
            nav,
            names,
            places,
            choices,
            saved,
            nearest,
            going,
            owed,
        })
    });
    Ok(found.await?)
}

fn nearest(tx: &mut Tx, subject: &Subject, now: Timestamp) -> Result<Option<MatterRow>, kernel::Fault> {
    let open = Filter { tab: Tab::Open, ..Filter::default() };
    Ok(matter::list(tx, subject, &open, now, None, 1)?.items.pop())
}

fn choices(
    tx: &mut Tx,
    subject: &Subject,
    home: Option<&DivisionCode>,
    now: Timestamp,
    today: jiff::civil::Date,
) -> Result<Choices, services::Error> {
    let Some(home) = home else { return Ok(Choices::default()) };
    let query = OrgQuery { within: home.clone(), kind: None, on: Some(today), after: None, limit: 200 };
    let units = organisation::list(tx, &query)?.items.into_iter();
    let open = Filter { tab: Tab::Open, ..Filter::default() };
    Ok(Choices {
        places: divisions::children(tx, Some(home))?,
        units: units.map(|org| (org.value.id, org.value.name.to_string())).collect(),
        categories: matter::categories(tx, subject, &open, now)?,
    })
}

/// The division over which her widest grant reaches.
fn home(desk: &Desk) -> Option<DivisionCode> {
    let grants = desk.who.subject().staff()?.grants();
    grants.iter().map(|grant| grant.division.clone()).min_by_key(|division| division.as_str().len())
}

fn build(desk: &Desk, asked: &Asked, found: &Found, seen: Option<Seen>, now: Timestamp) -> InboxPage {
    let t = desk.t();
    let (here, key) = asked.heading();
    let mut frame = desk.frame(key, here);
    found.nav.put(&mut frame);
    page::listen(&mut frame, now);
    let before = asked.seen.parse().unwrap_or_default();
    let selected = match &seen {
        Some(_) => asked.sel.clone(),
        None => found.rows.first().map(|row| row.id().to_string()).unwrap_or_default(),
    };
    let listed = Listed {
        t,
        subject: desk.who.subject(),
        own: desk.who.me.staff.org,
        rows: &found.rows,
        names: &found.names,
        places: &found.places,
        home: home(desk),
        now,
        asked,
        selected,
        before,
        more: found.next.is_some(),
    };
    let table = (!found.rows.is_empty()).then(|| listed.table());
    let (next, next_text) = next(t, asked, found, before);
    InboxPage {
        t: frame,
        registers: super::register::home(desk).is_some(),
        today: t.full_date(kernel::beijing_date(now)),
        summary: if asked.is_newest() {
            String::new()
        } else {
            rows::summary(t, &found.rows, found.next.is_some(), now)
        },
        going: Going::of(desk, &found.going, now),
        owing: owing::Panel::of(desk, &found.owed, now),
        notice: notice(t, &asked.done),
        saved: bar::saved(asked, &found.saved),
        tabs: tabs(t, asked, &found.counts),
        filter: bar::bar(t, asked, &found.choices),
        empty: table.is_none().then(|| empty(t, asked, found)),
        preview: preview_of(desk, asked, &found.rows, before, seen),
        bulk: table.is_some().then(|| bulk::Bar::of(desk, asked)),
        table,
        start: if asked.after.is_empty() { String::new() } else { asked.address(&[]) },
        next,
        next_text,
    }
}

/// The selected case; without one the first row as it stands in the list.
fn preview_of(desk: &Desk, asked: &Asked, rows: &[MatterRow], before: usize, seen: Option<Seen>) -> Option<Preview> {
    let list = asked.carried();
    if let Some(seen) = seen {
        let at = rows.iter().position(|row| row.id().to_string() == asked.sel);
        return Some(preview::of_seen(desk, seen, &Spot { place: at.map_or(0, |at| before + at + 1), list }));
    }
    let row = rows.first()?;
    let look = asked.here(&[("sel", &row.id().to_string())]);
    Some(preview::first(desk, row, &Spot { place: before + 1, list }, format!("{look}#preview")))
}

/// Where the list goes on, and by how many.
fn next(t: Say, asked: &Asked, found: &Found, before: usize) -> (String, String) {
    let Some(next) = &found.next else { return (String::new(), String::new()) };
    let shown = before + found.rows.len();
    let all = found.counts.tabs.iter().find(|(tab, _)| *tab == asked.current()).map(|(_, count)| *count);
    let left = all.filter(|all| *all < COUNT_LIMIT).and_then(|all| usize::try_from(all).ok());
    let left = left.map_or(PAGE, |all| all.saturating_sub(shown)).clamp(1, PAGE);
    let address = asked.address(&[("after", &next.encode()), ("seen", &shown.to_string())]);
    (address, t.say("desk-more-count").with("count", left).text())
}

fn notice(t: Say, done: &str) -> Option<Notice> {
    let key = match done {
        "password" => "desk-password-changed",
        "left" => "desk-done-left",
        "saved" => "desk-filter-saved",
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Info, t.say(key)))
}

fn tab_key(tab: Tab) -> &'static str {
    match tab {
        Tab::Mine => "desk-tab-mine",
        Tab::Triage => "desk-tab-triage",
        Tab::Objections => "desk-tab-objections",
        Tab::ToSign => "desk-tab-sign",
        Tab::Open => "desk-tab-open",
        Tab::Over => "desk-tab-over",
    }
}

fn tabs(t: Say, asked: &Asked, counts: &Counts) -> Tabs {
    let one = |tab: Tab| {
        let name = if tab == Tab::default() { "" } else { tab.name() };
        let count = counts.tabs.iter().find(|(one, _)| *one == tab).and_then(|(_, n)| u64::try_from(*n).ok());
        ui::Tab {
            text: t.say(tab_key(tab)).text(),
            href: asked.address(&[("tab", name), ("sort", "")]),
            count,
            current: tab == asked.current(),
        }
    };
    Tabs { label: t.say("desk-nav-inbox").text(), items: Tab::ALL.into_iter().map(one).collect() }
}

/// Nothing here: that it is so, what may hide it, and when the nearest clock runs out.
fn empty(t: Say, asked: &Asked, found: &Found) -> EmptyState {
    if asked.is_narrowed() {
        return EmptyState {
            icon: Icon::outline("filter"),
            title: t.say("desk-empty-filtered").into(),
            text: t.say("desk-empty-filtered-text").into(),
            link: Some((t.say("desk-filter-clear").text(), asked.cleared().address(&[]))),
        };
    }
    let nearest = found.nearest.as_ref().and_then(|row| row.due.as_ref());
    let text = match nearest {
        Some(due) => t.say("desk-empty-nearest").with("day", super::when::due_day(t, due)),
        None => t.say("desk-empty-none"),
    };
    EmptyState {
        icon: Icon::outline("mug"),
        title: Line::from(t.say("desk-empty-title")),
        text: text.into(),
        link: nearest.map(|_| (t.say("desk-empty-open").text(), asked.address(&[("tab", "open")]))),
    }
}
