//! From records to rows that a use case can take.

use std::path::Path;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use kernel::{DivisionCode, Fault, Redacted, Refusal};

use super::{
    ImportError, Mapping, Reader, Record, RowError,
    mapping::{ClaimSource, Columns},
};

/// The most claims of one row.
const MAX_CLAIMS: usize = 20;

/// One checked row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file.
    pub line: u64,
    /// Origin and key, e.g. `messages:188006`: an import that is taken up again knows by it what is there.
    pub source_ref: String,
    /// When it was received.
    pub received_at: Timestamp,
    /// The title.
    pub title: Redacted<String>,
    /// What happened.
    pub facts: Redacted<String>,
    /// At least one claim.
    pub claims: Vec<Redacted<String>>,
    /// Who filed it, as a key of the origin (`messages:A00074795`).
    pub petitioner_key: Option<Redacted<String>>,
    /// The answer of the office.
    pub reply: Option<Reply>,
    /// The division, of a column or the constant.
    pub division: Option<DivisionCode>,
    /// The channel, of a column or the constant.
    pub channel: Option<String>,
    /// The category, of a column or the constant.
    pub category: Option<String>,
}

/// The answer of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The answer.
    pub text: Redacted<String>,
    /// When it was given.
    pub at: Timestamp,
}

/// A mapping bound to the columns of a table.
#[derive(Debug, Clone)]
pub struct Bound {
    mapping: Mapping,
    header: Vec<String>,
    zone: TimeZone,
    now: Timestamp,
}

impl Mapping {
    /// Binds the mapping to the head of a table. Times after `now` will be refused.
    ///
    /// # Errors
    /// `import-columns-missing`, naming what is missing and what there is.
    pub fn bind(self, header: &[String], now: Timestamp) -> Result<Bound, Refusal> {
        let missing: Vec<&str> = self
            .columns
            .all()
            .into_iter()
            .map(|(_, name)| name)
            .filter(|name| !header.iter().any(|known| known == name))
            .collect();
        if !missing.is_empty() {
            return Err(Refusal::invalid("file", "import-columns-missing")
                .with("missing", missing.join(", "))
                .with("found", header.join(", ")));
        }
        let zone = TimeZone::get(&self.time.zone)
            .map_err(|_| Refusal::invalid("mapping", "import-mapping").with("detail", &self.time.zone))?;
        Ok(Bound { mapping: self, header: header.to_vec(), zone, now })
    }
}

impl Bound {
    /// Checks one record; all that is wrong with it at once.
    ///
    /// # Errors
    /// One [`RowError`] for each field that does not fit.
    pub fn row(&self, record: &Record) -> Result<Row, Vec<RowError>> {
        let mut errors = Vec::new();
        let row = self.checked(record, &mut errors);
        match row {
            Some(row) if errors.is_empty() => Ok(row),
            _ => Err(errors),
        }
    }

    fn checked(&self, record: &Record, errors: &mut Vec<RowError>) -> Option<Row> {
        let Mapping { columns, limits, .. } = &self.mapping;
        let mut check = Checker { bound: self, record, errors };
        let source_ref = check.text(&columns.source_ref, 100);
        let received_at = check.time(&columns.received_at);
        let title = check.text(&columns.title, limits.title);
        let facts = check.text(&columns.facts, limits.facts);
        let key = columns.petitioner_key.as_deref().and_then(|name| check.optional(name, 100));
        let reply = check.reply(columns, received_at, limits.reply);
        let division = check.division(columns.division.as_deref());
        let channel = columns.channel.as_deref().and_then(|name| check.optional(name, 40));
        let category = columns.category.as_deref().and_then(|name| check.optional(name, 120));
        let (title, facts) = (title?, facts?);
        let claims = check.claims(columns.claims.as_deref(), &title, &facts)?;
        let constants = &self.mapping.constants;
        let source = &self.mapping.source;
        Some(Row {
            line: record.line,
            source_ref: format!("{source}:{}", source_ref?),
            received_at: received_at?,
            title: Redacted::new(title),
            facts: Redacted::new(facts),
            claims,
            petitioner_key: key.map(|key| Redacted::new(format!("{source}:{key}"))),
            reply,
            division: division.or_else(|| DivisionCode::parse(constants.division.as_deref()?).ok()),
            channel: channel.or_else(|| constants.channel.clone()),
            category: category.or_else(|| constants.category.clone()),
        })
    }

    fn field<'a>(&self, record: &'a Record, name: &str) -> &'a str {
        let index = self.header.iter().position(|known| known == name);
        index.and_then(|index| record.fields.get(index)).map_or("", String::as_str)
    }

    fn parse_time(&self, text: &str) -> Option<Timestamp> {
        let formats = self.mapping.time.formats.iter();
        let civil = formats
            .filter_map(|format| jiff::fmt::strtime::parse(format, text).ok())
            .find_map(|parts| parts.to_datetime().or_else(|_| parts.to_date().map(DateTime::from)).ok())?;
        Some(self.zone.to_zoned(civil).ok()?.timestamp())
    }
}

/// Reads the fields of one record and collects what is wrong.
struct Checker<'a> {
    bound: &'a Bound,
    record: &'a Record,
    errors: &'a mut Vec<RowError>,
}

impl Checker<'_> {
    fn wrong(&mut self, column: &str, refusal: Refusal) {
        self.errors.push(RowError::new(self.record.line, column, refusal));
    }

    fn raw(&self, column: &str) -> String {
        tidy(self.bound.field(self.record, column))
    }

    /// A field that must hold something.
    fn text(&mut self, column: &str, max: usize) -> Option<String> {
        let text = self.raw(column);
        if text.is_empty() {
            self.wrong(column, Refusal::invalid("", "text-empty"));
            return None;
        }
        self.short(column, text, max)
    }

    /// A field that may be empty.
    fn optional(&mut self, column: &str, max: usize) -> Option<String> {
        let text = self.raw(column);
        if text.is_empty() { None } else { self.short(column, text, max) }
    }

    fn short(&mut self, column: &str, text: String, max: usize) -> Option<String> {
        let length = text.chars().count();
        if length > max {
            self.wrong(column, Refusal::invalid("", "text-too-long").with("max", max).with("length", length));
            return None;
        }
        Some(text)
    }

    fn time(&mut self, column: &str) -> Option<Timestamp> {
        let text = self.text(column, 40)?;
        match self.bound.parse_time(&text) {
            Some(time) if time > self.bound.now => {
                self.wrong(column, Refusal::invalid("", "import-time-future").with("value", text));
                None
            }
            Some(time) => Some(time),
            None => {
                let formats = self.bound.mapping.time.formats.join(", ");
                self.wrong(column, Refusal::invalid("", "import-time").with("value", text).with("formats", formats));
                None
            }
        }
    }

    fn reply(&mut self, columns: &Columns, received_at: Option<Timestamp>, max: usize) -> Option<Reply> {
        let (column, time_column) = (columns.reply.as_deref()?, columns.replied_at.as_deref()?);
        let text = self.optional(column, max)?;
        let at = self.time(time_column)?;
        if received_at.is_some_and(|received_at| at < received_at) {
            self.wrong(time_column, Refusal::invalid("", "import-reply-before"));
        }
        Some(Reply { text: Redacted::new(text), at })
    }

    fn division(&mut self, column: Option<&str>) -> Option<DivisionCode> {
        let column = column?;
        let text = self.optional(column, 40)?;
        match DivisionCode::parse(&text) {
            Ok(code) => Some(code),
            Err(refusal) => {
                self.wrong(column, refusal);
                None
            }
        }
    }

    /// The parts of the claims column; without one, or when it is empty, the field that stands in.
    fn claims(&mut self, column: Option<&str>, title: &str, facts: &str) -> Option<Vec<Redacted<String>>> {
        let (claims, max) = (&self.bound.mapping.claims, self.bound.mapping.limits.claim);
        let text = column.map(|column| self.raw(column)).unwrap_or_default();
        let parts = split(&text, &claims.split);
        let Some(column) = column.filter(|_| !parts.is_empty()) else {
            let stand_in = match claims.from {
                ClaimSource::Title => title,
                ClaimSource::Facts => facts,
            };
            return Some(vec![Redacted::new(stand_in.chars().take(max).collect())]);
        };
        if parts.len() > MAX_CLAIMS {
            self.wrong(column, Refusal::invalid("", "import-too-many-claims").with("max", MAX_CLAIMS));
            return None;
        }
        parts.into_iter().map(|part| self.short(column, part.to_owned(), max).map(Redacted::new)).collect()
    }
}

fn split<'a>(text: &'a str, marks: &[String]) -> Vec<&'a str> {
    let mut parts = vec![text];
    for mark in marks.iter().filter(|mark| !mark.is_empty()) {
        parts = parts.into_iter().flat_map(|part| part.split(mark.as_str())).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Text as it would be typed: line breaks of one kind, hard spaces as spaces, no control characters and no zero-width marks.
fn tidy(text: &str) -> String {
    let clean: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .filter(|c| !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
        .collect();
    clean.trim().to_owned()
}

/// A table read through a mapping.
pub struct Rows {
    reader: Reader,
    bound: Bound,
}

/// Opens the table at `path`; with `mapping: None` the shipped one that fits its columns.
///
/// # Errors
/// When the file cannot be read or the mapping does not fit it.
pub fn read(path: &Path, mapping: Option<Mapping>, now: Timestamp) -> Result<Rows, ImportError> {
    let reader = Reader::open(path)?;
    let mapping = mapping.or_else(|| Mapping::guess(reader.header())).ok_or_else(|| {
        Refusal::invalid("file", "import-columns-missing")
            .with("missing", "?")
            .with("found", reader.header().join(", "))
    })?;
    let bound = mapping.bind(reader.header(), now)?;
    Ok(Rows { reader, bound })
}

impl Rows {
    /// The size of the file in bytes, for a progress bar.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.reader.bytes()
    }

    /// The next row; `None` at the end.
    ///
    /// # Errors
    /// The outer error when the file cannot be read on; the inner ones are about this row only.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, Vec<RowError>>>, Fault> {
        let record = self.reader.next_record()?;
        Ok(record.map(|record| match record {
            Ok(record) => self.bound.row(&record),
            Err(error) => Err(vec![error]),
        }))
    }
}

impl Iterator for Rows {
    type Item = Result<Result<Row, Vec<RowError>>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_row().transpose()
    }
}
