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

/// A cell: a chip, or a text with one quiet line below.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The text.
    pub text: Line,
    /// The quiet line.
    pub small: Line,
    /// Makes the text a link.
    pub href: Option<String>,
    /// A chip instead of a text.
    pub chip: Option<UrgencyChip>,
    /// Whether it is the row's title: strong, and alone on its line in a card.
    pub title: bool,
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

impl DataTable {
    fn label(&self, index: usize) -> &str {
        self.columns.get(index).map_or("", |column| column.name.as_str())
    }

    fn is_number(&self, index: usize) -> bool {
        self.columns.get(index).is_some_and(|column| column.number)
    }
}

components!(DataTable);
