//! Reading the arrangement of a year that an administrator hands in, as JSON or CSV, with every mistake named by its line.
//!
//! CSV: lines `year,2027`, `version,2027-1`, `source,https://…`, then `date,kind,name` rows such as `2027-01-01,OFF,元旦`
//! (`休`/`班` are understood; a date may be a range `2027-02-05..2027-02-12`). JSON: the same as an object with either
//! `days: [{date, kind, name}]` (also `isOffDay`) or `holidays: [{name, off: […], work: […]}]`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CalendarDay, CalendarYear, DayMark, Holiday, day_number, from_day_number, shipped, weekday_number};
use crate::Refusal;

/// One mistake in a file, with its line (from 1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, which field, and which rule says so.
    pub refusal: Refusal,
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.refusal)
    }
}

/// A year as JSON says it; every value is text so that a wrong one is told by its line instead of ending the reading.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct YearFile {
    year: i16,
    version: String,
    #[serde(alias = "source_url")]
    source: String,
    holidays: Vec<Group>,
    days: Vec<DayRow>,
}

#[derive(Debug, Clone, Deserialize)]
struct Group {
    name: String,
    #[serde(default)]
    off: Vec<String>,
    #[serde(default)]
    work: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct DayRow {
    date: String,
    #[serde(default)]
    name: String,
    #[serde(default, alias = "mark")]
    kind: String,
    #[serde(default, rename = "isOffDay")]
    is_off_day: Option<bool>,
}

/// A row before it is judged: where it stands and its three words.
struct Row {
    line: usize,
    dates: String,
    kind: String,
    name: String,
}

fn wrong(line: usize, field: &str, code: &str, value: impl std::fmt::Display) -> RowError {
    let mut refusal = Refusal::invalid(field, code).with("value", value);
    "T-11".clone_into(&mut refusal.rule);
    "HOLIDAY_2".clone_into(&mut refusal.article);
    RowError { line, refusal }
}

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}

impl CalendarYear {
    /// Reads the arrangement of one year from JSON (first character `{`) or CSV.
    ///
    /// # Errors
    /// Every mistake with its line: `calendar-json`, `calendar-year`, `calendar-version`, `calendar-source`,
    /// `calendar-row`, `calendar-date`, `calendar-kind`, `calendar-name`, `calendar-foreign-day`, `calendar-twice`,
    /// `calendar-work-on-weekday`, `calendar-statutory-day` (a day of 放假办法 art. 2 is not off).
    pub fn parse(text: &str) -> Result<Self, Vec<RowError>> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('{') { read_json(text) } else { read_csv(text) }
    }
}

fn read_json(text: &str) -> Result<CalendarYear, Vec<RowError>> {
    let file: YearFile =
        serde_json::from_str(text).map_err(|error| vec![wrong(error.line().max(1), "file", "calendar-json", error)])?;
    let mut rows = file.rows();
    // The same words may stand twice; look on from the last place found.
    let mut from = 0;
    for row in &mut rows {
        let needle = format!("\"{}\"", row.dates);
        let at = text[from..].find(&needle).map_or_else(|| text.find(&needle).unwrap_or(0), |at| from + at);
        row.line = line_of(text, at);
        from = at;
    }
    judge(file.year, file.version, file.source, &rows)
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

impl YearFile {
    fn rows(&self) -> Vec<Row> {
        let grouped = self.holidays.iter().flat_map(|group| {
            let marked = group.off.iter().map(|d| (d, "OFF")).chain(group.work.iter().map(|d| (d, "WORK")));
            marked.map(|(dates, kind)| (dates, kind.to_owned(), &group.name))
        });
        let listed = self.days.iter().map(|day| {
            let kind = match day.is_off_day {
                Some(true) => "OFF".into(),
                Some(false) => "WORK".into(),
                None => day.kind.clone(),
            };
            (&day.date, kind, &day.name)
        });
        let row = |(dates, kind, name): (&String, String, &String)| Row {
            line: 1,
            dates: dates.clone(),
            kind,
            name: name.clone(),
        };
        grouped.chain(listed).map(row).collect()
    }

    /// The year of the shipped file, judged like any other.
    pub(super) fn read(self) -> Result<CalendarYear, Vec<RowError>> {
        let rows = self.rows();
        judge(self.year, self.version, self.source, &rows)
    }
}

fn read_csv(text: &str) -> Result<CalendarYear, Vec<RowError>> {
    let (mut year, mut version, mut source) = (0, String::new(), String::new());
    let (mut rows, mut errors) = (vec![], vec![]);
    for (index, line) in text.lines().enumerate() {
        let cells: Vec<_> = line.split([',', '，', '\t']).map(|cell| cell.trim().trim_matches('"').trim()).collect();
        match cells.as_slice() {
            [""] | ["date" | "日期", ..] => {}
            ["year" | "年份", value, ..] => match value.parse() {
                Ok(read) => year = read,
                Err(_) => errors.push(wrong(index + 1, "year", "calendar-year", shorten(value))),
            },
            ["version" | "版本", value, ..] => (*value).clone_into(&mut version),
            ["source" | "来源", ..] => cells[1..].join(",").trim_end_matches(',').clone_into(&mut source),
            [dates, kind, rest @ ..] => rows.push(Row {
                line: index + 1,
                dates: (*dates).to_owned(),
                kind: (*kind).to_owned(),
                name: rest.first().copied().unwrap_or_default().to_owned(),
            }),
            _ => errors.push(wrong(index + 1, "row", "calendar-row", shorten(line))),
        }
    }
    // A year that could not be read would make every row look foreign.
    if !errors.is_empty() {
        return Err(errors);
    }
    judge(year, version, source, &rows)
}

fn judge(year: i16, version: String, source: String, rows: &[Row]) -> Result<CalendarYear, Vec<RowError>> {
    let mut errors = judge_head(year, &version, &source);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut days: BTreeMap<Date, CalendarDay> = BTreeMap::new();
    for row in rows {
        match row.read() {
            Ok(marked) => errors.extend(marked.filter_map(|day| {
                let error = judge_day(year, row, day);
                let twice = days.insert(day.date, day).is_some();
                error.or_else(|| twice.then(|| wrong(row.line, "date", "calendar-twice", day.date)))
            })),
            Err(error) => errors.push(error),
        }
    }
    errors.extend(missing_days(year, &days));
    if errors.is_empty() {
        Ok(CalendarYear::from_parts(year, version, source, days.into_values().collect()))
    } else {
        Err(errors)
    }
}

fn judge_head(year: i16, version: &str, source: &str) -> Vec<RowError> {
    let mut errors = vec![];
    if !shipped::CENTURY.contains(&year) {
        errors.push(wrong(1, "year", "calendar-year", year));
    }
    if version.trim().is_empty() || version.contains('+') || version.chars().count() > 40 {
        errors.push(wrong(1, "version", "calendar-version", shorten(version)));
    }
    if source.trim().is_empty() {
        errors.push(wrong(1, "source", "calendar-source", ""));
    }
    errors
}

impl Row {
    fn read(&self) -> Result<impl Iterator<Item = CalendarDay> + use<>, RowError> {
        let (first, last) = self.dates.split_once("..").unwrap_or((&self.dates, &self.dates));
        let (Some(first), Some(last)) = (read_date(first), read_date(last)) else {
            return Err(wrong(self.line, "date", "calendar-date", shorten(&self.dates)));
        };
        let span = day_number(first)..=day_number(last);
        if span.is_empty() || span.end() - span.start() > 30 {
            return Err(wrong(self.line, "date", "calendar-date", shorten(&self.dates)));
        }
        let mark = match self.kind.to_ascii_uppercase().as_str() {
            "OFF" | "休" | "假" => DayMark::Off,
            "WORK" | "班" => DayMark::Work,
            _ => return Err(wrong(self.line, "kind", "calendar-kind", shorten(&self.kind))),
        };
        let holiday =
            Holiday::parse(&self.name).ok_or_else(|| wrong(self.line, "name", "calendar-name", shorten(&self.name)))?;
        Ok(span.map(move |day| CalendarDay { date: from_day_number(day), mark, holiday }))
    }
}

/// `2027-01-01`, `2027/1/1` and `2027年1月1日`.
fn read_date(text: &str) -> Option<Date> {
    let mut parts = text.trim().trim_end_matches('日').split(['-', '/', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn judge_day(year: i16, row: &Row, day: CalendarDay) -> Option<RowError> {
    let date = day.date;
    // The New Year's arrangement may reach over the turn of the year.
    let near = date.year() == year
        || (date.year() == year - 1 && date.month() == 12 && date.day() >= 20)
        || (date.year() == year + 1 && date.month() == 1 && date.day() <= 10);
    if !near {
        return Some(wrong(row.line, "date", "calendar-foreign-day", date));
    }
    let weekday = weekday_number(day_number(date)) < 5;
    (day.mark == DayMark::Work && weekday).then(|| wrong(row.line, "kind", "calendar-work-on-weekday", date))
}

/// Days of 放假办法 art. 2 that the file does not give: a holiday that falls on a weekend may be left unmarked.
fn missing_days(year: i16, days: &BTreeMap<Date, CalendarDay>) -> Vec<RowError> {
    shipped::statutory_of(year)
        .into_iter()
        .filter(|(date, _)| match days.get(date) {
            Some(day) => day.mark == DayMark::Work,
            None => weekday_number(day_number(*date)) < 5,
        })
        .map(|(date, _)| wrong(1, "date", "calendar-statutory-day", date))
        .collect()
}
