//! A section of what is in force as rows and cells: what a page shows as a form and takes back, in the same canonical form as
//! everything else, so that it passes the same checks and is told apart by the same comparison.

use domain::{
    campaign::Gathers,
    cycle::{Cadence, Reached},
    deadline::{ClockRules, Unit},
    escalation::Trigger,
    leadership::{Post, VisitKind},
    names::Keyed,
    oversight::{Oversight, When},
    people::Role,
    practice::{Every, Part, Term},
    supervision::{Ground, RungKind},
};
use kernel::{DivisionCode, Locale, OrgLevel};

use super::{
    Around, Pack, read,
    write::{cell_of, level, said, write},
    write_rules::AUTO,
};
use crate::organisation::Sheet;

/// The sections that are changed row by row, with their columns: the Chinese heading and the name of the field.
pub const SHEETS: &[(&str, read::Columns)] = &[
    ("clocks.toml", &[&["期限", "clock"], &["长度", "length"], &["单位", "unit"], &["提前提醒", "remind"]]),
    ("escalation.csv", read::rules::ESCALATION),
    ("supervision.csv", read::rules::RUNGS),
    ("oversight.toml", &[&["名称", "name"], &["值", "value"]]),
    ("rhythm.csv", read::rules::RHYTHM),
    ("targets.csv", read::rules::TARGETS),
    ("charge.csv", read::rules::CHARGE),
    ("visits.csv", read::rules::VISITS),
    ("duties.csv", read::practice::DUTIES),
    ("cycles.csv", read::practice::CYCLES),
    ("assignments.csv", read::practice::ASSIGNMENTS),
    ("campaigns.csv", read::practice::CAMPAIGNS),
    ("vocabulary.csv", &[&["标准词", "term"], &["说成", "said"], &["英文", "english"]]),
];

/// The columns of a section; `None` for one that is not changed row by row.
#[must_use]
pub fn columns(file: &str) -> Option<read::Columns> {
    SHEETS.iter().find(|(known, _)| *known == file).map(|(_, columns)| *columns)
}

/// The rows of a section as they hold, those that came with the program among them.
#[must_use]
pub fn rows(pack: &Pack, file: &str) -> Vec<Vec<String>> {
    if file == "clocks.toml" {
        return clocks(pack);
    }
    let whole = whole(pack);
    if file == "oversight.toml" {
        return around(&whole.rules.around.unwrap_or_else(Around::shipped));
    }
    let files = write(&whole);
    let (Some(text), Some(columns)) = (files.get(file), columns(file)) else { return vec![] };
    let Ok(sheet) = Sheet::read(text.as_bytes()) else { return vec![] };
    let row = |(_, cells): (u64, &[String])| {
        (0..columns.len()).map(|at| cells.get(at).cloned().unwrap_or_default()).collect()
    };
    sheet.rows().map(row).collect()
}

fn clocks(pack: &Pack) -> Vec<Vec<String>> {
    let row = |clock: &super::ClockRow| {
        let remind = clock.remind.map(|remind| remind.to_string()).unwrap_or_default();
        vec![clock.id.clone(), clock.length.to_string(), clock.unit.name().to_lowercase(), remind]
    };
    let mut rows: Vec<_> = pack.clocks.iter().map(row).collect();
    rows.sort();
    rows
}

/// The pack with the tables that it takes as they came with the program.
fn whole(pack: &Pack) -> Pack {
    let (mut whole, shipped) = (pack.clone(), Oversight::shipped());
    let day = pack.about.effective_from;
    let rules = &mut whole.rules;
    let (cycles, leaders) = (pack.rules.cycles(day), pack.rules.leaders(day));
    if rules.escalation.is_empty() {
        rules.escalation.clone_from(&shipped.escalation);
    }
    if rules.rungs.is_empty() {
        rules.rungs.clone_from(&shipped.rungs);
    }
    rules.cadences = cycles.cadences;
    rules.targets = cycles.targets;
    rules.charge = super::rules::charge(&leaders);
    whole
}

fn around(around: &Around) -> Vec<Vec<String>> {
    let redoings: Vec<String> = around.redoings.iter().map(|one| said(*one)).collect();
    let days = around
        .advice_days
        .iter()
        .map(|(kind, days)| vec![format!("{}_days", kind.name().to_lowercase()), days.to_string()]);
    let first =
        [vec!["redoings".to_owned(), redoings.join("、")], vec!["verifiers".to_owned(), around.verifiers.to_string()]];
    first.into_iter().chain(days).collect()
}

/// The text of a section from its rows; a row without anything in it is left out.
#[must_use]
pub fn text(file: &str, rows: &[Vec<String>]) -> String {
    let kept = rows.iter().filter(|cells| !is_empty(cells));
    match file {
        "clocks.toml" => kept.map(|cells| clock(cells)).collect(),
        "oversight.toml" => kept.map(|cells| setting(cells)).collect(),
        _ => {
            let heading = columns(file).unwrap_or_default().iter().map(|names| names[0].to_owned()).collect();
            let line =
                |cells: &Vec<String>| cells.iter().map(|cell| cell_of(cell)).collect::<Vec<_>>().join(",") + "\n";
            let lines: Vec<String> = kept.map(line).collect();
            // A sheet without rows says nothing, and what came with the program holds.
            if lines.is_empty() { String::new() } else { line(&heading) + &lines.concat() }
        }
    }
}

fn is_empty(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// Every level, the lowest first.
const LEVELS: [OrgLevel; 5] =
    [OrgLevel::Village, OrgLevel::Township, OrgLevel::County, OrgLevel::Prefecture, OrgLevel::Region];

/// Lines of one clock; [`row_of`] counts on their number.
const LINES: u64 = 5;

fn clock(cells: &[String]) -> String {
    let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
    let text = |at: usize| toml::Value::String(cell(at).to_owned());
    let remind = if cell(3).is_empty() { String::new() } else { format!("remind = {}", plain(cell(3))) };
    format!("[[clock]]\nid = {}\nlength = {}\nunit = {}\n{remind}\n", text(0), plain(cell(1)), text(2))
}

/// A number as it was typed; what is none stands in quotes, so that the check names it.
fn plain(text: &str) -> String {
    if text.parse::<i64>().is_ok() { text.to_owned() } else { toml::Value::String(text.to_owned()).to_string() }
}

fn setting(cells: &[String]) -> String {
    let (name, value) = (cells.first().map_or("", String::as_str), cells.get(1).map_or("", |cell| cell.trim()));
    let words = || crate::catalogue::split(value).map(|one| toml::Value::String(one.to_owned()).to_string());
    let value = if name == "redoings" { format!("[{}]", words().collect::<Vec<_>>().join(", ")) } else { plain(value) };
    format!("{name} = {value}\n")
}

/// Which of the rows given to [`text`] stands in `line` of it.
#[must_use]
pub fn row_of(file: &str, rows: &[Vec<String>], line: u64) -> Option<usize> {
    let nth = match file {
        "clocks.toml" => line.checked_sub(1)? / LINES,
        "oversight.toml" => line.checked_sub(1)?,
        _ => line.checked_sub(2)?,
    };
    let kept = rows.iter().enumerate().filter(|(_, cells)| !is_empty(cells));
    kept.map(|(at, _)| at).nth(usize::try_from(nth).ok()?)
}

/// What may be chosen in a column: as it is written, and the key of how it is said; nothing where anything may be written.
#[must_use]
pub fn choices(file: &str, column: &str, place: &DivisionCode) -> Vec<(String, String)> {
    match (file, column) {
        ("clocks.toml", "clock") => own_clocks(place),
        ("clocks.toml", "unit") => [Unit::CalendarDay, Unit::Workday, Unit::Hour, Unit::Month]
            .map(|unit| {
                (unit.name().to_lowercase(), format!("pack-unit-{}", unit.name().to_lowercase().replace('_', "-")))
            })
            .into(),
        ("oversight.toml", "name") => around(&Around::shipped())
            .into_iter()
            .filter_map(|row| row.into_iter().next())
            .map(|name| (name.clone(), format!("pack-key-{}", name.replace('_', "-"))))
            .collect(),
        (_, "level") => {
            LEVELS.iter().map(|one| (level(*one, place), format!("org-level-{}", one.name().to_lowercase()))).collect()
        }
        ("escalation.csv", "trigger") => words(Trigger::ALL),
        ("supervision.csv", "rung") => words(RungKind::ALL),
        ("supervision.csv", "when") => words(When::ALL),
        ("supervision.csv", "ground") => words(Ground::ALL),
        ("supervision.csv", "auto") => {
            vec![(AUTO[0].into(), "pack-auto".into()), (AUTO[1].into(), "pack-signed".into())]
        }
        ("rhythm.csv", "cadence") => words(Cadence::ALL),
        ("targets.csv", "reached") => words(Reached::ALL),
        ("charge.csv", "post") => words(Post::ALL),
        ("visits.csv", "kind") => words(VisitKind::ALL),
        ("duties.csv", "part") => words(Part::ALL),
        ("cycles.csv", "every") => words(Every::ALL),
        ("cycles.csv", "owner") => {
            words(&Role::ALL.iter().copied().filter(|role| role.grantable()).collect::<Vec<_>>())
        }
        ("campaigns.csv", "gathers") => words(Gathers::ALL),
        ("vocabulary.csv", "term") => words(Term::ALL),
        _ => vec![],
    }
}

/// Clocks with a length of their own; one whose length is given each time cannot be set here.
fn own_clocks(place: &DivisionCode) -> Vec<(String, String)> {
    let national = ClockRules::national().for_case(place, jiff::civil::Date::MAX);
    let own = national.iter().filter(|def| def.length.is_some());
    own.map(|def| (def.id.to_string(), format!("clock-{}", def.id))).collect()
}

fn words<T: Keyed>(all: &[T]) -> Vec<(String, String)> {
    all.iter().map(|one| (kernel::i18n::say(Locale::Zh, &one.key(), []), one.key())).collect()
}
