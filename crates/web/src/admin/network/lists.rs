//! The lists of the registry: stations, agents, grids, and the villages where nobody helps yet.

use domain::{
    names::Keyed,
    network::{AgentKind, Expertise, GridLevel, Language, Now, OpeningHours, clock},
    organisation::OrgKind,
};
use kernel::{Ctx, Cursor, DivisionCode};
use services::{
    Error, Kit, divisions,
    network::{self, AgentQuery, AgentRow, GridQuery, StationQuery, StationRow},
    people,
};
use store::Tx;

use super::{Ask, ROWS, address};
use crate::{
    admin::Section,
    i18n::Say,
    ui::{Cell, Column, DataTable, FilterBar, FilterSelect, Row, RowGroup},
};

/// What a list is made for.
pub(super) struct View<'a> {
    pub(super) t: Say,
    pub(super) at: &'a DivisionCode,
    pub(super) ask: &'a Ask,
    pub(super) base: &'static str,
}

impl View<'_> {
    /// An address in the same division.
    pub(super) fn address(&self, ask: &Ask) -> String {
        address(self.base, &Ask { at: self.at.to_string(), ..ask.clone() })
    }

    /// Whoever keeps the entries changes the station; others look at its public page.
    fn of_station(&self, row: &StationRow) -> String {
        if self.base.starts_with("/admin") {
            return format!("{}/stations/{}", self.base, row.id);
        }
        format!("/s/{}/about", row.division)
    }

    fn after(&self) -> Option<Cursor> {
        (!self.ask.after.is_empty()).then(|| Cursor { key: 0, id: self.ask.after.clone() })
    }

    fn bar(&self, selects: Vec<FilterSelect>) -> FilterBar {
        let hidden = vec![("at".into(), self.at.to_string()), ("view".into(), self.ask.view.clone())];
        FilterBar { t: self.t, action: self.base.into(), hidden, selects }
    }

    fn select<T: Keyed>(&self, name: &str, label: &str, all: impl Iterator<Item = T>, chosen: &str) -> FilterSelect {
        let mut options = vec![(String::new(), self.t.say("admin-any").text())];
        options.extend(all.map(|value| (value.name().to_owned(), self.t.say(&value.key()).text())));
        FilterSelect { name: name.into(), label: self.t.say(label).text(), options, chosen: chosen.to_owned() }
    }

    fn words<T: Keyed>(&self, values: &[T]) -> String {
        let words: Vec<String> = values.iter().map(|value| self.t.say(&value.key()).text()).collect();
        words.join(if self.t.lang() == "en" { ", " } else { "、" })
    }
}

type Listed = Result<(Section, Option<Cursor>), Error>;

fn section(view: &View<'_>, title: &str, bar: &FilterBar, table: &DataTable, empty: &str) -> Section {
    let is_empty = table.groups.iter().all(|group| group.rows.is_empty());
    let section = Section::new(view.t.say(title).text()).with(bar);
    if is_empty { section.text(view.t.say(empty)) } else { section.with(table) }
}

pub(super) fn stations(tx: &mut Tx, kit: &Kit, ctx: &Ctx, view: &View<'_>) -> Listed {
    let (t, ask) = (view.t, view.ask);
    let query = StationQuery {
        within: view.at.clone(),
        kind: OrgKind::parse(&ask.kind),
        language: Language::parse(&ask.language),
        on: ctx.today(),
        after: view.after(),
        limit: ROWS,
    };
    let page = network::stations(tx, &query)?;
    let places = divisions::names(tx, page.items.iter().map(|row| row.division.clone()))?;
    let calendar = kit.reference().calendar.clone();
    let row = |row: &StationRow| {
        let open = row.facts.hours.as_ref().map(|hours| open_now(t, hours, ctx, &calendar)).unwrap_or_default();
        let hours = row.facts.hours.as_ref().map_or_else(|| row.hours.clone().unwrap_or_default(), OpeningHours::words);
        Row {
            cells: vec![
                Cell::title(row.name.as_str(), view.of_station(row)).small(view.words(&row.facts.languages)),
                Cell::text(t.message(&row.kind.message())),
                Cell::text(places.get(&row.division).map_or(row.division.as_str(), String::as_str)),
                Cell::text(open).small(hours),
                Cell::text(row.phone.as_deref().unwrap_or("—")).small(row.address.clone().unwrap_or_default()),
                Cell::link(row.agents.to_string(), view.address(&Ask { view: "agents".into(), ..Ask::default() })),
            ],
            current: false,
        }
    };
    let table = DataTable {
        caption: t.say("network-view-stations").text(),
        columns: [
            ("admin-name", false),
            ("network-kind", false),
            ("network-place", false),
            ("network-hours", false),
            ("admin-unit-contact", false),
            ("network-agents", true),
        ]
        .map(|(key, number)| Column { number, ..Column::new(t.say(key).text()) })
        .into(),
        groups: vec![RowGroup { rows: page.items.iter().map(row).collect(), ..RowGroup::default() }],
    };
    let bar = view.bar(vec![
        view.select("kind", "network-kind", OrgKind::ALL.iter().copied().filter(|kind| kind.helps()), &ask.kind),
        view.select("language", "network-language", Language::ALL.iter().copied(), &ask.language),
    ]);
    Ok((section(view, "network-view-stations", &bar, &table, "network-none"), page.next))
}

/// 开着，到 17:30 · 周一 8:30 开.
pub(super) fn open_now(t: Say, hours: &OpeningHours, ctx: &Ctx, calendar: &kernel::calendar::WorkCalendar) -> String {
    match hours.at(ctx.now(), calendar) {
        Now::Open { until } => t.say("network-open").with("until", clock(until)).text(),
        Now::Closed { next: Some((day, minute)) } => {
            t.say("network-opens").with("day", t.date(day)).with("at", clock(minute)).text()
        }
        Now::Closed { next: None } => t.say("network-closed").text(),
    }
}

pub(super) fn agents(tx: &mut Tx, ctx: &Ctx, view: &View<'_>) -> Listed {
    let (t, ask) = (view.t, view.ask);
    let query = AgentQuery {
        within: view.at.clone(),
        kind: AgentKind::parse(&ask.kind),
        language: Language::parse(&ask.language),
        expertise: Expertise::parse(&ask.expertise),
        away: !ask.away.is_empty(),
        after: view.after(),
        limit: ROWS,
    };
    let page = network::agents(tx, ctx, &query)?;
    let deputies = people::names(tx, page.items.iter().filter_map(|row| row.away.map(|(_, deputy)| deputy)))?;
    let row = |row: &AgentRow| {
        let file = row.file.as_ref();
        let kind = file.map_or_else(|| t.say("network-kind-unknown"), |file| t.message(&file.kind.message()));
        let duty = file.map(|file| t.message(&file.duty.message()).text()).unwrap_or_default();
        let away = row.away.and_then(|(until, deputy)| {
            let said = t.say("network-away").with("until", t.moment(until)).with("deputy", deputies.get(&deputy)?);
            Some(said.text())
        });
        Row {
            cells: vec![
                Cell::title(row.name.reveal(), format!("{}/agents/{}", view.base, row.id))
                    .small(row.title.clone().unwrap_or_default()),
                Cell::text(kind).small(duty),
                Cell::text(row.org_name.as_str()),
                Cell::text(file.map(|file| view.words(&file.languages)).unwrap_or_default())
                    .small(file.map(|file| view.words(&file.expertise)).unwrap_or_default()),
                Cell::text(away.unwrap_or_else(|| row.phone.clone().unwrap_or_else(|| "—".into()))),
            ],
            current: false,
        }
    };
    let table = DataTable {
        caption: t.say("network-view-agents").text(),
        columns: ["admin-staff-name", "network-kind", "network-station", "network-language", "network-reach"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup { rows: page.items.iter().map(row).collect(), ..RowGroup::default() }],
    };
    let mut away = FilterSelect {
        name: "away".into(),
        label: t.say("network-presence").text(),
        options: vec![(String::new(), t.say("admin-any").text())],
        chosen: ask.away.clone(),
    };
    away.options.push(("yes".into(), t.say("network-away-now").text()));
    let bar = view.bar(vec![
        view.select("kind", "network-kind", AgentKind::ALL.iter().copied(), &ask.kind),
        view.select("language", "network-language", Language::ALL.iter().copied(), &ask.language),
        view.select("expertise", "network-expertise", Expertise::ALL.iter().copied(), &ask.expertise),
        away,
    ]);
    Ok((section(view, "network-view-agents", &bar, &table, "network-none"), page.next))
}

pub(super) fn grids(tx: &mut Tx, view: &View<'_>) -> Listed {
    let (t, ask) = (view.t, view.ask);
    let level = GridLevel::parse(&ask.kind);
    let query = GridQuery { within: view.at.clone(), level, parent: None, after: view.after(), limit: ROWS };
    let page = network::grids(tx, &query)?;
    let places = divisions::names(tx, page.items.iter().map(|row| row.grid.division.clone()))?;
    let row = |row: &network::GridRow| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(row.grid.name.as_str()) }.small(row.grid.code.as_str()),
            Cell::text(t.message(&row.grid.kind.message())),
            Cell::text(places.get(&row.grid.division).map_or(row.grid.division.as_str(), String::as_str)),
            Cell::text(row.inside.to_string()),
            Cell::text(row.grid.households.map_or_else(|| "—".into(), |many| many.to_string())),
            Cell::text(row.posts.to_string()),
        ],
        current: false,
    };
    let table = DataTable {
        caption: t.say("network-view-grids").text(),
        columns: [
            ("admin-name", false),
            ("network-kind", false),
            ("network-place", false),
            ("network-grid-inside", true),
            ("network-households", true),
            ("network-posts", true),
        ]
        .map(|(key, number)| Column { number, ..Column::new(t.say(key).text()) })
        .into(),
        groups: vec![RowGroup { rows: page.items.iter().map(row).collect(), ..RowGroup::default() }],
    };
    let bar = view.bar(vec![view.select("kind", "network-kind", GridLevel::ALL.iter().copied(), &ask.kind)]);
    Ok((section(view, "network-view-grids", &bar, &table, "network-none"), page.next))
}

pub(super) fn without(tx: &mut Tx, ctx: &Ctx, view: &View<'_>) -> Listed {
    let t = view.t;
    let after = (!view.ask.after.is_empty()).then_some(view.ask.after.as_str());
    let mut found = network::villages_without(tx, view.at, ctx.today(), after, ROWS + 1)?;
    let more = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let above = divisions::names(tx, found.iter().filter_map(|division| division.code.parent()))?;
    let row = |division: &divisions::Division| {
        let place = division.code.parent().and_then(|code| above.get(&code).cloned()).unwrap_or_default();
        Row {
            cells: vec![
                Cell { title: true, ..Cell::text(division.name.as_str()) }.small(division.code.as_str()),
                Cell::text(place),
            ],
            current: false,
        }
    };
    let table = DataTable {
        caption: t.say("network-view-without").text(),
        columns: ["network-place", "network-above"].map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: found.iter().map(row).collect(), ..RowGroup::default() }],
    };
    let next = found.last().filter(|_| more).map(|last| Cursor { key: 0, id: last.code.to_string() });
    let section = Section::new(t.say("network-view-without").text());
    let section = if found.is_empty() { section.text(t.say("network-without-none")) } else { section.with(&table) };
    Ok((section, next))
}
