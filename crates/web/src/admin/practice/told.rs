//! A practice and a difference as tables.

use kernel::OrgLevel;
use services::practice::{Change, FileChange, Mistake, Pack};

use super::super::{Section, catalogue::level_word};
use crate::{
    i18n::Say,
    ui::{Cell, Column, DataTable, Row, RowGroup},
};

/// More lines than anybody reads.
const SHOWN: usize = 200;

fn table(t: Say, caption: &str, columns: &[&str], rows: Vec<Vec<String>>) -> DataTable {
    let row = |cells: Vec<String>| Row { cells: cells.into_iter().map(Cell::text).collect(), current: false };
    DataTable {
        caption: t.say(caption).text(),
        columns: columns.iter().map(|key| Column::new(t.say(key).text())).collect(),
        groups: vec![RowGroup { rows: rows.into_iter().take(SHOWN).map(row).collect(), ..RowGroup::default() }],
    }
}

fn section(t: Say, title: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Option<Section> {
    (!rows.is_empty()).then(|| Section::new(t.say(title).text()).with(&table(t, title, columns, rows)))
}

/// Words, duties, cycles and what is handed out by name; nothing for what a practice does not say.
pub(super) fn sections(t: Say, pack: &Pack) -> Vec<Section> {
    let word = |message| t.message(&message).text();
    let level = |level: OrgLevel| level_word(t, level);
    let words = pack.words.iter().map(|one| vec![word(one.term.message()), one.said.to_string()]).collect();
    let duties = pack.duties.iter().map(|one| {
        let texts = [one.body.to_string(), one.first.to_string(), one.what.to_string()];
        [level(one.level), word(one.part.message())].into_iter().chain(texts).collect()
    });
    let cycles = pack
        .cycles
        .iter()
        .map(|one| vec![level(one.level), word(one.every.message()), one.what.to_string(), word(one.owner.message())]);
    let named = pack.assignments.iter().map(|one| {
        vec![one.name.to_string(), one.by.to_string(), one.respond_days.to_string(), one.close_days.to_string()]
    });
    let what = "admin-practice-what";
    [
        section(t, "admin-practice-words", &["admin-practice-word-standard", "admin-practice-word-here"], words),
        section(
            t,
            "admin-practice-duties",
            &["admin-practice-level", "admin-practice-part", "admin-practice-body", "admin-practice-first", what],
            duties.collect(),
        ),
        section(
            t,
            "admin-practice-cycles",
            &["admin-practice-level", "admin-practice-every", what, "admin-practice-owner"],
            cycles.collect(),
        ),
        section(
            t,
            "admin-practice-assignments",
            &["admin-practice-name", "admin-practice-by", "admin-practice-respond", "admin-practice-close"],
            named.collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the county changed since it began.
pub(super) fn changed(t: Say, changes: &[FileChange]) -> Section {
    let section = Section::new(t.say("admin-practice-changed").text());
    if changes.is_empty() {
        return section.text(t.say("admin-practice-changed-none"));
    }
    let section = section.note(t.say("admin-practice-changed-count").with("count", changes.len()));
    changes.iter().fold(section, |section, change| section.with(&diff(t, change)))
}

/// What would change, or did.
pub(super) fn differences(t: Say, changes: &[FileChange]) -> Vec<Section> {
    changes
        .iter()
        .map(|change| {
            Section::new(t.say("admin-practice-diff").with("file", &change.file).text()).with(&diff(t, change))
        })
        .collect()
}

fn diff(t: Say, change: &FileChange) -> DataTable {
    let line = |one: &Change| match one {
        Change::Gone(line) => vec![t.say("admin-practice-gone").text(), line.clone()],
        Change::Came(line) => vec![t.say("admin-practice-came").text(), line.clone()],
    };
    let mut table = table(
        t,
        "admin-practice-diff",
        &["admin-practice-did", "admin-practice-line"],
        change.lines.iter().map(line).collect(),
    );
    table.caption.clone_from(&change.file);
    table
}

/// What is wrong with a practice that was sent, or what was left out of one; nothing when there is nothing.
pub(super) fn mistakes(t: Say, title: &str, mistakes: &[Mistake]) -> Option<Section> {
    let line = |one: &Mistake| vec![t.message(&one.message()).text(), t.refusal(&one.refusal)];
    let rows: Vec<Vec<String>> = mistakes.iter().map(line).collect();
    let count = rows.len();
    section(t, title, &["admin-practice-where", "admin-practice-wrong"], rows)
        .map(|section| section.note(t.say("admin-import-errors-count").with("count", count)))
}
