//! `departments.csv`, `categories.csv` and `catalogue.csv`.

use domain::dispatch::{Category, CategoryPath, CategoryTree};
use kernel::{DivisionCode, Refusal, Text};

use super::{Reader, Row};
use crate::{
    catalogue::{level_of, route_of, split, township_words},
    practice::{CatalogueRow, Department, Pack},
};

const DEPARTMENTS: &[&[&str]] = &[&["词", "word"], &["全称", "full"], &["简称", "short"]];

/// `departments.csv`.
pub(in crate::practice) fn departments(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "departments.csv";
    for row in reader.rows(FILE, DEPARTMENTS, 3) {
        let one = Department { word: owned(&row, "word"), full: owned(&row, "full"), short: owned(&row, "short") };
        let sound = Text::<80>::parse("word", &one.word)
            .and_then(|_| Text::<80>::parse("full", &one.full_in("某某旗县")))
            .and_then(|_| Text::<80>::parse("short", &one.short_in("某旗")));
        if reader.take(FILE, row.line, sound).is_none() {
            continue;
        }
        if pack.department(&one.word).is_some() {
            reader.wrong(FILE, row.line, Refusal::invalid("word", "practice-twice").with("what", &one.word));
        } else {
            pack.departments.push(one);
        }
    }
}

fn owned(row: &Row, heading: &str) -> String {
    row.cell(heading).to_owned()
}

const CATEGORIES: &[&[&str]] =
    &[&["一级", "level1"], &["二级", "level2"], &["三级", "level3"], &["说法", "words"], &["途径", "route"]];

/// `categories.csv`: over the shipped tree.
pub(in crate::practice) fn categories(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "categories.csv";
    for row in reader.rows(FILE, CATEGORIES, 3) {
        if let Some(category) = reader.take(FILE, row.line, category(&row)) {
            pack.categories.push(category);
        }
    }
}

fn category(row: &Row) -> Result<Category, Refusal> {
    let path = CategoryPath::parse(&format!("{}/{}/{}", row.cell("level1"), row.cell("level2"), row.cell("level3")))?;
    let words = row.cell("words").split_whitespace().map(str::to_owned).collect();
    let route = match row.cell("route") {
        "" => None,
        text => Some(route_of(text).ok_or_else(|| Refusal::invalid("route", "unknown-choice"))?),
    };
    Ok(Category { path, words, route })
}

const CATALOGUE: &[&[&str]] = &[
    &["类别", "category"],
    &["主办", "lead"],
    &["区划", "place"],
    &["协办", "co"],
    &["不派", "forbid"],
    &["说明", "note"],
];

/// `catalogue.csv`.
pub(in crate::practice) fn catalogue(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "catalogue.csv";
    for row in reader.rows(FILE, CATALOGUE, 2) {
        let one = CatalogueRow {
            category: owned(&row, "category"),
            place: owned(&row, "place"),
            lead: owned(&row, "lead"),
            co: owned(&row, "co"),
            forbid: owned(&row, "forbid"),
            note: owned(&row, "note"),
        };
        let wrong = mistakes(&one, pack);
        let sound = wrong.is_empty();
        for refusal in wrong {
            reader.wrong(FILE, row.line, refusal);
        }
        if sound {
            pack.catalogue.push(one);
        }
    }
}

/// Everything that is wrong with a row.
fn mistakes(row: &CatalogueRow, pack: &Pack) -> Vec<Refusal> {
    let mut wrong = vec![];
    wrong.extend(known_category(row, pack).err());
    if !row.place.is_empty() {
        wrong.extend(place(&row.place, pack).err());
    }
    let helpers = split(&row.co).map(|word| ("co", word));
    for (field, word) in std::iter::once(("lead", row.lead.trim())).chain(helpers) {
        if !township_words().contains(&word) && pack.department(word).is_none() {
            let known: Vec<&str> = pack.departments.iter().map(|one| one.word.as_str()).collect();
            let refusal = Refusal::invalid(field, "practice-department-unknown").with("name", word);
            wrong.push(refusal.with("known", known.join("、")));
        }
    }
    wrong.extend(split(&row.forbid).filter_map(|text| level_of(text).err()));
    wrong.extend(Text::<200>::parse_optional("note", &row.note).err());
    wrong
}

fn known_category(row: &CatalogueRow, pack: &Pack) -> Result<(), Refusal> {
    let path = CategoryPath::parse(&row.category)?;
    let own = pack.categories.iter().any(|category| path.contains(&category.path));
    if own || CategoryTree::shipped().knows(&path) {
        return Ok(());
    }
    Err(Refusal::invalid("category", "catalogue-category").with("category", path))
}

fn place(text: &str, pack: &Pack) -> Result<(), Refusal> {
    let code = DivisionCode::parse(text).map_err(|refusal| refusal.on("place"))?;
    if !pack.about.division.contains(&code) {
        return Err(Refusal::invalid("place", "division-outside").with("code", code));
    }
    let known = pack.sample.as_ref().is_none_or(|sample| sample.knows(&code));
    if known { Ok(()) } else { Err(Refusal::invalid("place", "practice-division-unknown").with("code", code)) }
}
