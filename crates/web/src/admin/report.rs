//! What an import did, and what it could not take, row by row.

use kernel::Refusal;
use services::organisation::{ImportReport, RowError};

use super::Section;
use crate::{
    forms::{Submission, UploadedFile},
    i18n::Say,
    ui::{Cell, Column, DataTable, Notice, NoticeKind, Row, RowGroup},
};

/// More lines than anybody reads; the rest is counted.
const SHOWN: usize = 200;

/// The notice of an import of units or staff.
pub(super) fn notice(t: Say, report: &ImportReport) -> Notice {
    let key = if report.dry_run { "admin-import-tried" } else { "admin-import-done" };
    let kind = if report.errors.is_empty() { NoticeKind::Info } else { NoticeKind::Caution };
    let said = t
        .say(key)
        .with("rows", report.rows)
        .with("created", report.created)
        .with("updated", report.updated)
        .with("unchanged", report.unchanged);
    Notice::new(kind, said)
}

/// The rows that were not taken; `None` when all were.
pub(super) fn errors(t: Say, errors: &[RowError]) -> Option<Section> {
    if errors.is_empty() {
        return None;
    }
    let row = |error: &RowError| Row {
        cells: vec![Cell::text(line(t, error.line)), Cell::text(t.message(&error.refusal.message()))],
        current: false,
    };
    let table = DataTable {
        caption: t.say("admin-import-errors").text(),
        columns: vec![Column::new(t.say("admin-import-line").text()), Column::new(t.say("admin-import-what").text())],
        groups: vec![RowGroup { rows: errors.iter().take(SHOWN).map(row).collect(), ..RowGroup::default() }],
    };
    let section = Section::new(t.say("admin-import-errors").text())
        .note(t.say("admin-import-errors-count").with("count", errors.len()))
        .with(&table);
    let left = errors.len().saturating_sub(SHOWN);
    Some(if left > 0 { section.text(t.say("admin-import-more").with("count", left)) } else { section })
}

/// Line 0 concerns no single line.
fn line(t: Say, line: u64) -> String {
    if line == 0 { t.say("admin-import-whole").text() } else { line.to_string() }
}

/// The one file that a form of an import carries.
///
/// # Errors
/// `file-missing`.
pub(super) fn file(sent: &Submission) -> Result<UploadedFile, Refusal> {
    let file = sent.reader().files("file").into_iter().next();
    file.ok_or_else(|| Refusal::invalid("file", "file-missing"))
}

/// Whether an import is only tried; the usual choice.
pub(super) fn is_trial(sent: &Submission) -> bool {
    sent.raw("mode") != "keep"
}

/// The fields of an import of units or staff.
pub(super) fn fields(form: &crate::forms::Form, hint: &str) -> super::Group {
    let mode = if form.value("mode") == "keep" { form.clone() } else { form.clone().filled("mode", "try") };
    super::Group::of(vec![
        form.files("file", "admin-file").hint(hint).accept(".csv,.xlsx,.xls,.ods"),
        mode.choice("mode", "admin-import-mode")
            .option_with("try", "admin-import-try", "admin-import-try-text")
            .option_with("keep", "admin-import-keep", "admin-import-keep-text"),
    ])
}
