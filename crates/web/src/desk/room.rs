//! The list of a room whose cases have a page of their own: tabs, one table, the way to begin one. Meetings, mediations and
//! clusters stand in it.

use askama::Template;
use kernel::Cursor;
use serde::Deserialize;

use super::{Desk, Here};
use crate::{
    i18n::Say,
    ui::{Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

/// The page.
#[derive(Template)]
#[template(path = "desk/supervisions.html")]
pub(super) struct RoomList {
    pub t: Frame,
    pub lead: Line,
    pub tabs: Tabs,
    pub table: Option<DataTable>,
    pub empty: Option<EmptyState>,
    pub next: String,
    pub button: Option<(String, String)>,
}

/// Which ones.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    /// The tab by its name.
    pub tab: String,
    /// From where.
    pub cursor: String,
}

/// What one list differs by. Its texts are keys `{word}-title`, `-lead`, `-tab-…`, `-none-…`.
pub(super) struct Room {
    /// The word that its keys begin with, and its place under `/desk/`.
    pub word: &'static str,
    /// Where it stands in the navigation.
    pub here: Here,
    /// The icon of an empty list.
    pub icon: &'static str,
    /// Its tabs by name; the first is what the reader owes, and counts.
    pub tabs: [&'static str; 3],
}

impl Room {
    /// The page on the tab `tab`, with `rows` under `columns`. `begin` is the key of the button that begins one, for whoever may.
    pub(super) fn page(
        &self,
        desk: &Desk,
        (tab, owed): (&str, usize),
        (columns, rows): (&[&str], Vec<Row>),
        next: Option<Cursor>,
        begin: Option<&str>,
    ) -> RoomList {
        let (t, word) = (desk.t(), self.word);
        let title = format!("{word}-title");
        let next = next.filter(|_| tab != self.tabs[0]).map(|next| format!("?tab={tab}&cursor={}", next.encode()));
        RoomList {
            t: desk.frame(&title, self.here),
            lead: t.say(&format!("{word}-lead")).into(),
            tabs: self.head(t, tab, owed),
            empty: rows.is_empty().then(|| self.empty(t, tab, begin)),
            table: (!rows.is_empty()).then(|| DataTable {
                caption: t.say(&title).text(),
                columns: columns.iter().map(|key| Column::new(t.say(key))).collect(),
                groups: vec![RowGroup { rows, ..RowGroup::default() }],
            }),
            next: next.unwrap_or_default(),
            button: begin.map(|key| (format!("/desk/{word}/new"), t.say(key).text())),
        }
    }

    fn head(&self, t: Say, here: &str, owed: usize) -> Tabs {
        let word = self.word;
        let tab = |name: &str| Tab {
            text: t.say(&format!("{word}-tab-{name}")).text(),
            href: format!("/desk/{word}?tab={name}"),
            current: name == here,
            count: (name == self.tabs[0] && owed > 0).then(|| u64::try_from(owed).unwrap_or_default()),
        };
        Tabs { label: t.say(&format!("{word}-title")).text(), items: self.tabs.map(tab).into() }
    }

    /// Whoever may begin one reads that she can, where the list of those at work is empty.
    fn empty(&self, t: Say, tab: &str, begin: Option<&str>) -> EmptyState {
        let word = self.word;
        let own = format!("{word}-none-begin");
        let begins = begin.is_some() && tab == self.tabs[1] && kernel::i18n::knows(kernel::Locale::Zh, &own);
        EmptyState {
            icon: Icon::outline(self.icon),
            title: t.say(&format!("{word}-none-{tab}")).into(),
            text: t.say(&if begins { own } else { format!("{word}-none-text") }).into(),
            link: None,
        }
    }
}
