//! `/desk`: what waits, the most urgent first.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{case::CaseKind, petition, work_order};
use jiff::Timestamp;
use kernel::{Cursor, DivisionCode, OrgId};
use serde::Deserialize;
use services::{
    divisions::{self, Division},
    matter::{self, Counts, Filter, MatterRow, Tab},
    organisation::{self, OrgQuery},
    timeline::Names,
};

use super::{
    Desk, Here, page,
    preview::{self, Preview},
    rows,
};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{self, DataTable, EmptyState, FilterBar, FilterSelect, Icon, Line, Notice, NoticeKind, Tabs},
    view::Frame,
};

/// Rows on a page.
const PAGE: usize = 40;

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    t: Frame,
    summary: String,
    today: String,
    notice: Option<Notice>,
    tabs: Tabs,
    filter: FilterBar,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    next: String,
    preview: Option<Preview>,
}

/// What the address holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    tab: String,
    place: String,
    kind: String,
    stage: String,
    urgency: String,
    holder: String,
    after: String,
    sel: String,
    done: String,
}

impl Asked {
    fn filter(&self, only: Option<CaseKind>) -> Filter {
        Filter {
            tab: Tab::parse(&self.tab),
            division: DivisionCode::parse(&self.place).ok(),
            kind: only.or_else(|| CaseKind::parse(&self.kind)),
            stage: Some(self.stage.clone()).filter(|stage| stages(only).iter().any(|(name, _)| name == stage)),
            holder: self.holder.parse().ok(),
            overdue: self.urgency == "overdue",
            ..Filter::default()
        }
    }

    /// The address of the same list with some parameters replaced; empty ones are left out.
    fn address(&self, base: &str, other: &[(&str, &str)]) -> String {
        let own = [
            ("tab", self.tab.as_str()),
            ("place", &self.place),
            ("kind", &self.kind),
            ("stage", &self.stage),
            ("urgency", &self.urgency),
            ("holder", &self.holder),
            ("after", &self.after),
        ];
        let replaced = |name: &str| other.iter().any(|(one, _)| *one == name);
        let all = own.into_iter().filter(|(name, _)| !replaced(name)).chain(other.iter().copied());
        let pairs: Vec<_> = all.filter(|(_, value)| !value.is_empty()).collect();
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
    }
}

/// Every stage of a kind, with the key of its name.
fn stages(only: Option<CaseKind>) -> Vec<(String, String)> {
    let petitions = petition::Stage::ALL.iter().map(|stage| (stage.name().to_owned(), stage.key()));
    let orders = work_order::Stage::ALL.iter().map(|stage| (stage.name().to_owned(), stage.key()));
    match only {
        Some(CaseKind::WorkOrder) => orders.collect(),
        Some(CaseKind::Petition) => petitions.collect(),
        Some(CaseKind::Obstruction) => vec![],
        None => {
            petitions.chain(orders.filter(|(name, _)| !petition::Stage::ALL.iter().any(|s| s.name() == name))).collect()
        }
    }
}

/// What the database says about a list.
struct Found {
    rows: Vec<MatterRow>,
    next: Option<Cursor>,
    counts: Counts,
    orders: i64,
    names: Names,
    places: Vec<Division>,
    units: Vec<(OrgId, String)>,
    nearest: Option<MatterRow>,
}

/// `GET /desk`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    show(desk, asked, None).await
}

/// The list; `only` narrows it to one kind for good.
pub(super) async fn show(desk: Desk, asked: Asked, only: Option<CaseKind>) -> Result<Response, Problem> {
    let filter = asked.filter(only);
    let cursor = Cursor::decode(&asked.after);
    let home = home(&desk);
    let now = desk.visit.state.clock.now();
    let narrowed = filter.clone();
    let found = desk.read(move |tx, _, ctx, subject| {
        let mut page = matter::list(tx, subject, &narrowed, now, cursor.as_ref(), PAGE)?;
        page.items.iter_mut().filter(|row| !rows::shows_content(subject, row)).for_each(|row| row.title.clear());
        let counts = matter::counts(tx, subject, &Filter { tab: Tab::Mine, ..narrowed.clone() }, now)?;
        let orders = Filter { kind: Some(CaseKind::WorkOrder), ..Filter::default() };
        let orders = matter::counts(tx, subject, &orders, now)?;
        let orders = orders.tabs.iter().find(|(tab, _)| *tab == Tab::Open).map_or(0, |(_, n)| *n);
        let nearest = if page.items.is_empty() {
            matter::list(tx, subject, &Filter { tab: Tab::Open, ..Filter::default() }, now, None, 1)?.items.pop()
        } else {
            None
        };
        let holders = page.items.iter().map(|row| row.turn);
        let names = organisation::names(tx, holders)?;
        let places = match &home {
            Some(home) => divisions::children(tx, Some(home))?,
            None => vec![],
        };
        let units = match &home {
            Some(home) => {
                let query =
                    OrgQuery { within: home.clone(), kind: None, on: Some(ctx.today()), after: None, limit: 200 };
                let all = organisation::list(tx, &query)?.items.into_iter();
                all.map(|org| (org.value.id, org.value.name.to_string())).collect()
            }
            None => vec![],
        };
        Ok(Found { rows: page.items, next: page.next, counts, orders, names, places, units, nearest })
    });
    let found = found.await?;
    let preview = preview::load(&desk, &asked.sel).await?;
    let base = if only.is_some() { "/desk/orders" } else { "/desk" };
    desk.visit.page(&build(&desk, &asked, &filter, found, preview, base, now))
}

/// The division over which her widest grant reaches.
fn home(desk: &Desk) -> Option<DivisionCode> {
    let grants = desk.who.subject().staff()?.grants();
    grants.iter().map(|grant| grant.division.clone()).min_by_key(|division| division.as_str().len())
}

fn build(
    desk: &Desk,
    asked: &Asked,
    filter: &Filter,
    found: Found,
    preview: Option<Preview>,
    base: &str,
    now: Timestamp,
) -> InboxPage {
    let t = desk.t();
    let orders = base == "/desk/orders";
    let here = match filter.tab {
        _ if orders => Here::Orders,
        Tab::Open | Tab::Over => Here::Matters,
        _ => Here::Inbox,
    };
    let key = match here {
        Here::Orders => "desk-nav-orders",
        Here::Matters => "desk-nav-matters",
        _ => "desk-nav-inbox",
    };
    let mut frame = desk.frame(key, here);
    if !orders {
        page::count(&mut frame, &found.counts, Some(found.orders));
    }
    let table = (!found.rows.is_empty()).then(|| {
        let select = |id: &str| asked.address(base, &[("sel", id)]);
        rows::table(t, desk.who.me.staff.org, &found.rows, &found.names, now, &asked.sel, select)
    });
    InboxPage {
        t: frame,
        today: t.full_date(kernel::beijing_date(now)),
        summary: rows::summary(t, &found.rows, found.next.is_some(), now),
        notice: notice(t, &asked.done),
        tabs: tabs(t, asked, filter.tab, &found.counts, base),
        filter: bar(t, asked, &found, base, orders),
        empty: table.is_none().then(|| empty(t, asked, &found, base)),
        table,
        next: found.next.map(|next| asked.address(base, &[("after", &next.encode()), ("sel", "")])).unwrap_or_default(),
        preview,
    }
}

fn notice(t: Say, done: &str) -> Option<Notice> {
    let key = match done {
        "password" => "desk-password-changed",
        "left" => "desk-done-left",
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

fn tabs(t: Say, asked: &Asked, current: Tab, counts: &Counts, base: &str) -> Tabs {
    let one = |tab: Tab| {
        let name = if tab == Tab::default() { "" } else { tab.name() };
        let count = counts.tabs.iter().find(|(one, _)| *one == tab).and_then(|(_, n)| u64::try_from(*n).ok());
        ui::Tab {
            text: t.say(tab_key(tab)).text(),
            href: asked.address(base, &[("tab", name), ("after", "")]),
            count,
            current: tab == current,
        }
    };
    Tabs { label: t.say("desk-nav-inbox").text(), items: Tab::ALL.into_iter().map(one).collect() }
}

fn bar(t: Say, asked: &Asked, found: &Found, base: &str, orders: bool) -> FilterBar {
    let any = |key: &str| (String::new(), t.say(key).text());
    let select = |name: &str, label: &str, first: &str, more: Vec<(String, String)>, chosen: &str| FilterSelect {
        name: name.into(),
        label: t.say(label).text(),
        options: std::iter::once(any(first)).chain(more).collect(),
        chosen: chosen.into(),
    };
    let places = found.places.iter().map(|place| (place.code.to_string(), place.name.clone())).collect();
    let units = found.units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let only = orders.then_some(CaseKind::WorkOrder).or_else(|| CaseKind::parse(&asked.kind));
    let stages = stages(only).into_iter().map(|(name, key)| (name, t.say(&key).text())).collect();
    let overdue = vec![("overdue".to_owned(), t.say("desk-filter-overdue").text())];
    let mut selects = vec![
        select("place", "desk-filter-place", "desk-filter-place-any", places, &asked.place),
        select("holder", "desk-filter-holder", "desk-filter-any", units, &asked.holder),
        select("urgency", "desk-filter-urgency", "desk-filter-urgency-any", overdue, &asked.urgency),
        select("stage", "desk-filter-stage", "desk-filter-any", stages, &asked.stage),
    ];
    if !orders {
        let kinds = CaseKind::MATTERS.iter().map(|kind| (kind.name().to_owned(), t.message(&kind.message()).text()));
        selects.push(select("kind", "desk-filter-kind", "desk-filter-any", kinds.collect(), &asked.kind));
    }
    let hidden = if asked.tab.is_empty() { vec![] } else { vec![("tab".to_owned(), asked.tab.clone())] };
    FilterBar { t, action: base.into(), hidden, selects }
}

/// Nothing here: that it is so, what may hide it, and when the nearest clock runs out.
fn empty(t: Say, asked: &Asked, found: &Found, base: &str) -> EmptyState {
    let narrowed = [&asked.place, &asked.kind, &asked.stage, &asked.urgency, &asked.holder];
    if narrowed.iter().any(|value| !value.is_empty()) {
        let all = Asked { tab: asked.tab.clone(), ..Asked::default() };
        return EmptyState {
            icon: Icon::outline("filter"),
            title: t.say("desk-empty-filtered").into(),
            text: t.say("desk-empty-filtered-text").into(),
            link: Some((t.say("desk-filter-clear").text(), all.address(base, &[]))),
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
        link: nearest
            .map(|_| (t.say("desk-empty-open").text(), asked.address(base, &[("tab", "open"), ("after", "")]))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_filters_and_drops_what_is_empty() {
        let asked = Asked { tab: "open".into(), place: "150223".into(), after: "x".into(), ..Asked::default() };
        assert_eq!(asked.address("/desk", &[("after", "")]), "/desk?tab=open&place=150223");
        assert_eq!(Asked::default().address("/desk", &[]), "/desk");
    }

    #[test]
    fn forged_filters_narrow_nothing() {
        let asked = Asked { stage: "' OR 1=1".into(), place: "x".into(), holder: "y".into(), ..Asked::default() };
        assert_eq!(asked.filter(None), Filter::default());
    }
}
