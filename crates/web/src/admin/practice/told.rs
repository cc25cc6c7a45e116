//! A practice and a difference as tables.

use kernel::OrgLevel;
use services::practice::{Change, FileChange, Hunk, Mistake, Pack, sheet};

use super::super::Section;
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
    let level = |level: OrgLevel| t.say(&format!("org-level-{}", level.name().to_lowercase())).text();
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
    let campaigns = pack.campaigns.iter().map(|one| {
        let category = one.category.as_ref().map(ToString::to_string).unwrap_or_default();
        let age = one.min_days.map(|days| days.to_string()).unwrap_or_default();
        vec![one.name.to_string(), word(one.gathers.message()), category, age, one.days.to_string()]
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
        section(
            t,
            "pack-file-campaigns",
            &["pack-col-name", "pack-col-gathers", "pack-col-category", "pack-col-min-days", "pack-col-days"],
            campaigns.collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What people call a file of a practice.
pub(super) fn file_word(t: Say, file: &str) -> String {
    let stem = file.split(['/', '.']).next().unwrap_or(file);
    t.say(&format!("pack-file-{stem}")).text()
}

/// Parts that have a page of their own elsewhere.
const ELSEWHERE: [(&str, &str); 4] = [
    ("settings.toml", "/admin/settings"),
    ("catalogue.csv", "/admin/catalogue"),
    ("notices.csv", "/admin/notices/wording"),
    ("letters/", "/admin/letters"),
];

/// Every part, with the page on which it is changed and how much of it is this place's own.
pub(super) fn parts(t: Say, pack: &Pack) -> Section {
    let files = services::practice::write(pack);
    let own = |file: &str| match files.iter().filter(|(name, _)| name.starts_with(file)).count() {
        0 => t.say("pack-own-no").text(),
        _ => t.say("pack-own-yes").text(),
    };
    let row = |file: &str, href: String| Row {
        cells: vec![Cell::title(file_word(t, file), href), Cell::text(own(file)), Cell::text(file)],
        current: false,
    };
    let here = sheet::SHEETS.iter().map(|(file, _)| row(file, format!("/admin/practice/part?file={file}")));
    let there = ELSEWHERE.iter().map(|(file, href)| row(file, (*href).to_owned()));
    let columns = ["pack-parts", "pack-own", "pack-file"];
    let table = DataTable {
        caption: t.say("pack-parts").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: here.chain(there).collect(), ..RowGroup::default() }],
    };
    Section::new(t.say("pack-parts").text()).text(t.say("pack-parts-text")).with(&table)
}

/// One place where a part differs from what the county began with.
pub(super) fn hunk(t: Say, caption: &str, hunk: &Hunk) -> DataTable {
    let gone = hunk.gone.iter().map(|line| vec![t.say("admin-part-began").text(), line.clone()]);
    let came = hunk.came.iter().map(|line| vec![t.say("admin-part-now").text(), line.clone()]);
    let rows = gone.chain(came).filter(|cells| !cells[1].is_empty()).collect();
    let mut table = table(t, "admin-part-differs", &["admin-practice-did", "admin-practice-line"], rows);
    caption.clone_into(&mut table.caption);
    table
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
