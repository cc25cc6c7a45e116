//! The grouped table of matters that turns into cards on a narrow screen.

use askama::Template;

use super::{Line, UrgencyChip};

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// The heading.
    pub name: String,
    /// Makes the heading a link that sorts.
    pub href: Option<String>,
    /// `ascending` or `descending` when the table is sorted by it.
    pub sorted: Option<&'static str>,
    /// Whether its cells are numbers, aligned right.
    pub number: bool,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(name: impl Into<String>) -> Self {
        Self { number: true, ..Self::new(name) }
    }
}

/// Which case a row is about: what script moves along, and the box by which it is chosen for an action on several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowMark {
    /// The case.
    pub id: String,
    /// The number of its events.
    pub version: i64,
    /// Its place in the list, from 1.
    pub place: usize,
    /// What its box says.
    pub tick: String,
}

/// A cell: a chip, or a text with one quiet line below.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The text.
    pub text: Line,
    /// The quiet line.
    pub small: Line,
    /// Makes the text a link.
    pub href: Option<String>,
    /// Where the title leads instead on a screen wide enough for a preview beside the table.
    pub look: Option<String>,
    /// A chip instead of a text.
    pub chip: Option<UrgencyChip>,
    /// Whether it is the row's title: strong, and alone on its line in a card.
    pub title: bool,
    /// In the first cell of a row about a case: which.
    pub mark: Option<RowMark>,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<Line>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The row's title and where it leads.
    #[must_use]
    pub fn title(text: impl Into<Line>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), title: true, ..Self::default() }
    }

    /// The verb to do.
    #[must_use]
    pub fn link(text: impl Into<Line>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// A chip.
    #[must_use]
    pub fn chip(chip: UrgencyChip) -> Self {
        Self { chip: Some(chip), ..Self::default() }
    }

    /// Says which case the row is about.
    #[must_use]
    pub fn mark(mut self, mark: RowMark) -> Self {
        self.mark = Some(mark);
        self
    }

    /// Leads to a preview where the screen is wide enough for one.
    #[must_use]
    pub fn look(mut self, href: impl Into<String>) -> Self {
        self.look = Some(href.into());
        self
    }

    /// Adds the quiet line.
    #[must_use]
    pub fn small(mut self, text: impl Into<Line>) -> Self {
        self.small = text.into();
        self
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// As many as there are columns.
    pub cells: Vec<Cell>,
    /// Whether it is the one shown in the preview.
    pub current: bool,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowGroup {
    /// 已超期; empty for a table without groups.
    pub title: Line,
    /// 2 件 · 已自动督办.
    pub note: Line,
    /// The rows.
    pub rows: Vec<Row>,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/table.html")]
pub struct DataTable {
    /// What it lists; read by screen readers only.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The groups.
    pub groups: Vec<RowGroup>,
}

impl Row {
    fn mark(&self) -> Option<&RowMark> {
        self.cells.first()?.mark.as_ref()
    }
}

impl DataTable {
    fn label(&self, index: usize) -> &str {
        self.columns.get(index).map_or("", |column| column.name.as_str())
    }

    fn is_number(&self, index: usize) -> bool {
        self.columns.get(index).is_some_and(|column| column.number)
    }
}

components!(DataTable);
