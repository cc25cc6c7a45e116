//! The network in numbers, each with its denominator; a number leads to what it counts.

use domain::{
    network::{AgentKind, GridLevel},
    organisation::OrgKind,
};
use services::network::{Coverage, Figures, PlaceFigures};

use super::{Ask, address, lists::View};
use crate::{
    admin::Section,
    i18n::Say,
    ui::{Cell, Column, DataTable, Line, Row, RowGroup, Stat},
};

pub(super) fn section(t: Say, figures: &Figures, view: &View<'_>) -> Section {
    let total = &figures.total;
    let stats: String = stats(t, total, view).iter().map(ToString::to_string).collect();
    Section::new(t.say("network-view-figures").text())
        .with(&format!("<div class=\"lx-stats\">{stats}</div>"))
        .with(&kinds(t, total, view))
        .with(&inside(t, figures, view))
}

fn stats(t: Say, total: &PlaceFigures, view: &View<'_>) -> Vec<Stat> {
    let link = |key: &str, ask: Ask| Some((t.say(key).text(), view.address(&ask)));
    let covered = |name: &str, coverage: Coverage| Stat {
        name: t.say(name).text(),
        value: percent(coverage),
        ratio: t.say("network-ratio").with("with", coverage.with).with("all", coverage.all).into(),
        note: Line::default(),
        link: (coverage.with < coverage.all)
            .then(|| link("network-see-without", Ask { view: "without".into(), ..Ask::default() }))
            .flatten(),
        bad: coverage.with < coverage.all,
    };
    vec![
        covered("network-coverage-villages", total.villages),
        covered("network-coverage-townships", total.townships),
        Stat {
            name: t.say("network-institutions").text(),
            value: total.institutions().to_string(),
            ratio: Line::default(),
            note: Line::default(),
            link: link("network-see-stations", Ask { view: "stations".into(), ..Ask::default() }),
            bad: false,
        },
        Stat {
            name: t.say("network-agents").text(),
            value: total.people().to_string(),
            ratio: t.say("network-core").with("core", total.core()).with("all", total.people()).into(),
            note: Line::default(),
            link: link("network-see-agents", Ask { view: "agents".into(), ..Ask::default() }),
            bad: false,
        },
    ]
}

/// Never rounded up to a hundred.
fn percent(coverage: Coverage) -> String {
    if coverage.all == 0 {
        return "—".to_owned();
    }
    let tenths = coverage.with * 1_000 / coverage.all;
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// What there is of each kind; a kind leads to its list.
fn kinds(t: Say, total: &PlaceFigures, view: &View<'_>) -> DataTable {
    let row = |name: String, count: i64, ask: Ask| Row {
        cells: vec![Cell::title(name, view.address(&ask)), Cell::text(count.to_string())],
        current: false,
    };
    let stations = OrgKind::ALL.iter().filter(|kind| kind.helps()).map(|kind| {
        let ask = Ask { view: "stations".into(), kind: kind.name().into(), ..Ask::default() };
        row(t.message(&kind.message()).text(), total.stations.get(kind).copied().unwrap_or(0), ask)
    });
    let agents = AgentKind::ALL.iter().filter_map(|kind| {
        let count = total.agents.get(&Some(*kind)).copied().filter(|count| *count > 0)?;
        let ask = Ask { view: "agents".into(), kind: kind.name().into(), ..Ask::default() };
        Some(row(t.message(&kind.message()).text(), count, ask))
    });
    let unknown = total.agents.get(&None).map(|count| {
        row(t.say("network-kind-unknown").text(), *count, Ask { view: "agents".into(), ..Ask::default() })
    });
    let grids = GridLevel::ALL.iter().filter_map(|level| {
        let count = total.grids.get(level).copied()?;
        let ask = Ask { view: "grids".into(), kind: level.name().into(), ..Ask::default() };
        Some(row(t.message(&level.message()).text(), count, ask))
    });
    let group = |key: &str, rows: Vec<Row>| RowGroup { title: t.say(key).into(), note: Line::default(), rows };
    let groups = vec![
        group("network-institutions", stations.collect()),
        group("network-agents", agents.chain(unknown).collect()),
        group("network-grids", grids.collect()),
    ];
    DataTable {
        caption: t.say("network-kinds").text(),
        columns: vec![Column::new(t.say("network-kind").text()), Column::number(t.say("network-count").text())],
        groups: groups.into_iter().filter(|group| !group.rows.is_empty()).collect(),
    }
}

/// The divisions inside, each leading further down.
fn inside(t: Say, figures: &Figures, view: &View<'_>) -> DataTable {
    let covered = |coverage: Coverage| {
        if coverage.all == 0 { "—".to_owned() } else { format!("{} ÷ {}", coverage.with, coverage.all) }
    };
    let cells = |title: Cell, figures: &PlaceFigures| {
        let grids: i64 = figures.grids.values().sum();
        vec![
            title,
            Cell::text(figures.institutions().to_string()),
            Cell::text(figures.people().to_string()),
            Cell::text(covered(figures.townships)),
            Cell::text(covered(figures.villages)),
            Cell::text(grids.to_string()),
        ]
    };
    let mut rows: Vec<Row> = vec![];
    if figures.own != PlaceFigures::default() {
        let title = Cell { title: true, ..Cell::text(t.say("network-own")) };
        rows.push(Row { cells: cells(title, &figures.own), current: false });
    }
    rows.extend(figures.inside.iter().map(|(division, figures)| {
        let href = address(view.base, &Ask { at: division.code.to_string(), ..Ask::default() });
        Row { cells: cells(Cell::title(division.name.as_str(), href), figures), current: false }
    }));
    let number = |key: &str| Column::number(t.say(key).text());
    DataTable {
        caption: t.say("network-inside").text(),
        columns: vec![
            Column::new(t.say("network-place").text()),
            number("network-institutions"),
            number("network-agents"),
            number("network-coverage-townships"),
            number("network-coverage-villages"),
            number("network-grids"),
        ],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_is_only_said_of_all() {
        assert_eq!(percent(Coverage { with: 854, all: 855 }), "99.8 %");
        assert_eq!(percent(Coverage { with: 855, all: 855 }), "100.0 %");
        assert_eq!(percent(Coverage::default()), "—");
    }
}
