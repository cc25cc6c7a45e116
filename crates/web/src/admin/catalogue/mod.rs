//! `/admin/catalogue`: the dispatch catalogue of the jurisdiction: what holds, what will hold, row by row.

pub(super) mod import;
pub(super) mod row;

use std::collections::{BTreeMap, HashMap};

use axum::{extract::Query, response::Response};
use domain::{
    access::actions::AdminCatalogue,
    dispatch::{Catalogue, CategoryPath, Entry, Handler},
};
use jiff::civil::Date;
use kernel::{DivisionCode, OrgId};
use serde::Deserialize;
use services::{Error, catalogue, organisation, reference};
use store::Tx;

use super::{Admin, Page, Section, Spot, page::done, resolve};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, FilterBar, FilterSelect, Line, Notice, NoticeKind, Row, RowGroup},
};

/// What the list asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    category: String,
    unit: String,
    done: String,
}

/// Names for the rows of a catalogue.
#[derive(Debug, Default, Clone)]
pub(super) struct Names {
    orgs: HashMap<OrgId, String>,
    places: BTreeMap<DivisionCode, String>,
}

impl Names {
    pub(super) fn of(tx: &mut Tx, entries: &[Entry]) -> Result<Self, Error> {
        let handlers = entries.iter().flat_map(|entry| std::iter::once(&entry.lead).chain(&entry.co));
        let ids: Vec<OrgId> = handlers
            .filter_map(|handler| match handler {
                Handler::Unit(id) => Some(*id),
                Handler::Township => None,
            })
            .collect();
        let mut places = BTreeMap::new();
        for entry in entries {
            if !places.contains_key(&entry.place) {
                places.insert(entry.place.clone(), resolve::division_words(tx, &entry.place)?);
            }
        }
        Ok(Self { orgs: organisation::names(tx, ids)?, places })
    }

    /// A unit by its name, the township by its word.
    pub(super) fn handler(&self, t: Say, handler: Handler) -> String {
        match handler {
            Handler::Unit(id) => self.orgs.get(&id).cloned().unwrap_or_default(),
            Handler::Township => t.say("catalogue-township").text(),
        }
    }

    pub(super) fn all(&self, t: Say, handlers: &[Handler]) -> String {
        handlers.iter().map(|one| self.handler(t, *one)).collect::<Vec<_>>().join("、")
    }

    pub(super) fn place(&self, code: &DivisionCode) -> String {
        self.places.get(code).cloned().unwrap_or_else(|| code.to_string())
    }
}

/// What of a catalogue a page shows.
pub(super) struct Shown {
    pub(super) newest: Option<std::sync::Arc<Catalogue>>,
    pub(super) names: Names,
}

/// The newest catalogue of her jurisdiction, fresh from the database.
pub(super) async fn shown(admin: &Admin) -> Result<Shown, Problem> {
    let shown = admin.read(|tx, _, _, leave| {
        leave.permit::<AdminCatalogue>()?;
        let newest = catalogue::newest(&reference::load(tx)?, &leave.place);
        let entries = newest.as_ref().map_or(&[][..], |catalogue| catalogue.entries.as_slice());
        let names = Names::of(tx, entries)?;
        Ok(Shown { newest, names })
    });
    Ok(shown.await?)
}

/// `GET /admin/catalogue`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let shown = shown(&admin).await?;
    let t = admin.t();
    let page = Page::new(&admin, "catalogue-title", Spot::Catalogue)
        .action("catalogue-new", "/admin/catalogue/row")
        .lead(t.say("catalogue-lead"))
        .notice(done(&admin, &ask.done));
    let page = match &shown.newest {
        Some(newest) => list(page, t, newest, &shown.names, &ask, admin.desk.visit.state.ctx().today()),
        None => page.section(Section::new(t.say("catalogue-none").text()).text(t.say("catalogue-none-text"))),
    };
    let import = Line::from(t.say("admin-go-import"));
    page.section(Section::new("").with(&format!("<a class=\"lx-way\" href=\"/admin/catalogue/import\">{import}</a>")))
        .show(&admin)
}

fn list(page: Page, t: Say, newest: &Catalogue, names: &Names, ask: &Ask, today: Date) -> Page {
    let fits = |entry: &&Entry| {
        let top = ask.category.is_empty() || entry.category.names().next() == Some(ask.category.as_str());
        let unit =
            ask.unit.is_empty() || std::iter::once(&entry.lead).chain(&entry.co).any(|one| value(*one) == ask.unit);
        top && unit
    };
    let mut entries: Vec<&Entry> = newest.entries.iter().filter(fits).collect();
    entries.sort_by(|a, b| a.category.cmp(&b.category).then(a.place.cmp(&b.place)));
    let title = t.say("catalogue-version").with("version", &newest.version).text();
    let from = t.say("catalogue-from").with("day", t.full_date(newest.effective_from));
    let waits = (newest.effective_from > today).then(|| {
        let text = t.say("catalogue-waits").with("day", t.full_date(newest.effective_from));
        Notice::new(NoticeKind::Caution, text)
    });
    let section = Section::new(title).note(from).with(&filter(t, newest, names, ask));
    let section = if entries.is_empty() {
        section.text(t.say("catalogue-no-row"))
    } else {
        section.with(&table(t, &entries, names))
    };
    page.notice(waits).section(section)
}

/// A handler as a choice of the filter.
fn value(handler: Handler) -> String {
    match handler {
        Handler::Unit(id) => id.to_string(),
        Handler::Township => "township".into(),
    }
}

fn filter(t: Say, newest: &Catalogue, names: &Names, ask: &Ask) -> FilterBar {
    let any = || vec![(String::new(), t.say("admin-any").text())];
    let tops: std::collections::BTreeSet<&str> =
        newest.entries.iter().filter_map(|entry| entry.category.names().next()).collect();
    let handlers = newest.entries.iter().flat_map(|entry| std::iter::once(&entry.lead).chain(&entry.co));
    let units: BTreeMap<String, String> = handlers.map(|one| (names.handler(t, *one), value(*one))).collect();
    let mut categories = any();
    categories.extend(tops.into_iter().map(|name| (name.to_owned(), name.to_owned())));
    let mut orgs = any();
    orgs.extend(units.into_iter().map(|(name, value)| (value, name)));
    let select = |name: &str, label: &str, options, chosen: &str| FilterSelect {
        name: name.into(),
        label: t.say(label).text(),
        options,
        chosen: chosen.to_owned(),
    };
    FilterBar {
        t,
        action: "/admin/catalogue".into(),
        hidden: vec![],
        selects: vec![
            select("category", "catalogue-category", categories, &ask.category),
            select("unit", "catalogue-unit", orgs, &ask.unit),
        ],
    }
}

/// The address of a row.
pub(super) fn address(category: &CategoryPath, place: &DivisionCode) -> String {
    let query = [("category", category.as_str()), ("place", place.as_str())];
    format!("/admin/catalogue/row?{}", serde_urlencoded::to_string(query).unwrap_or_default())
}

fn table(t: Say, entries: &[&Entry], names: &Names) -> DataTable {
    let dash = |text: String| if text.is_empty() { "—".to_owned() } else { text };
    let row = |entry: &&Entry| {
        let levels: Vec<String> = entry.forbid_levels.iter().map(|level| level_word(t, &entry.place, *level)).collect();
        Row {
            cells: vec![
                Cell::title(entry.category.as_str(), address(&entry.category, &entry.place))
                    .small(entry.note.as_ref().map(|note| Line::from(note.as_str())).unwrap_or_default()),
                Cell::text(names.place(&entry.place)),
                Cell::text(names.handler(t, entry.lead)),
                Cell::text(dash(names.all(t, &entry.co))),
                Cell::text(dash(levels.join("、"))),
            ],
            current: false,
        }
    };
    let columns = ["catalogue-category", "catalogue-place", "catalogue-lead-unit", "catalogue-co", "catalogue-forbid"];
    DataTable {
        caption: t.say("catalogue-title").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: entries.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// A level in a word that the form takes back, as people call it in that place.
pub(super) fn level_word(t: Say, place: &DivisionCode, level: kernel::OrgLevel) -> String {
    match t.locale {
        kernel::Locale::En => t.say(&format!("catalogue-level-{}", level.name().to_lowercase())).text(),
        _ => services::practice::level_word(level, place),
    }
}
