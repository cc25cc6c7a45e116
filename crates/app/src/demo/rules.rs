//! What the desks of the demo work by: a dispatch catalogue for each of the two counties, and answers that were published.

use domain::access::actions;
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, DivisionCode, Fault};
use serde::Deserialize;
use services::{
    Error, Kit,
    answers::{self, AnswerForm},
    catalogue,
    organisation::{self, Sheet},
    reference,
};
use store::{Store, Tx};

use super::place::{BANNER, DISTRICT, Place};

/// The catalogue with the words of the departments in place of their names.
const CATALOGUE: &str = include_str!("../../data/demo-catalogue.csv");
/// Invented answers.
const ANSWERS: &str = include_str!("../../data/demo-answers.toml");
/// Columns that name departments: 主办 and 协办.
const NAMING: [usize; 2] = [1, 2];

#[derive(Deserialize)]
struct File {
    answer: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    question: String,
    answer: String,
    category: String,
    unit: String,
}

/// Loads the catalogues as of `begin` and puts them in force.
pub(super) fn make(store: &Store, kit: &Kit, place: &Place, begin: Timestamp, seed: u64) -> Result<(), Error> {
    let place = place.clone();
    store.write_blocking(move |tx| -> Result<(), Error> {
        let ctx = Ctx::seeded(begin, seed ^ 0x0C);
        for county in [BANNER, DISTRICT] {
            let sheet = Sheet::read(named(tx, &place, county)?.as_bytes())?;
            let permit = permit_at::<actions::AdminCatalogue>(county)?;
            let done = catalogue::import_catalogue(tx, &ctx, &permit, &sheet, ctx.today(), false)?;
            if let Some(wrong) = done.report.errors.into_iter().next() {
                return Err(wrong.refusal.with("line", wrong.line).into());
            }
        }
        Ok(())
    })?;
    kit.replace_reference(store.read_blocking(reference::load)?);
    Ok(())
}

/// The answers of the banner, published over the year that ends at `now`.
pub(super) fn answer(store: &Store, kit: &Kit, place: &Place, now: Timestamp, seed: u64) -> Result<(), Error> {
    let file: File = toml::from_str(ANSWERS).map_err(|error| Fault::inconsistent("demo-answers.toml", error))?;
    let (place, kit) = (place.clone(), kit.clone());
    store.write_blocking(move |tx| -> Result<(), Error> {
        for (n, text) in (1_i64..).zip(&file.answer) {
            let at = now - SignedDuration::from_hours(24 * (n * 23 - 14));
            let ctx = Ctx::seeded(at, seed.wrapping_mul(53).wrapping_add(n.unsigned_abs()));
            let form = AnswerForm {
                question: text.question.clone(),
                answer: text.answer.clone(),
                category: text.category.clone(),
                unit: place.org(BANNER, &text.unit).map(|org| org.to_string()).unwrap_or_default(),
                division: BANNER.to_owned(),
            };
            let permit = permit_at::<actions::PublishAnswer>(BANNER)?;
            answers::publish(tx, &kit, &ctx, &permit, &form.parse()?, None)?;
        }
        Ok(())
    })
}

/// Leave of the machine's own command line for a county.
fn permit_at<A: domain::access::Act<Target = DivisionCode>>(county: &str) -> Result<domain::access::Permit<A>, Error> {
    let place = DivisionCode::parse(county)?;
    Ok(domain::access::permit::<A>(&domain::access::Subject::System, &place)?)
}

/// The catalogue with the names of the departments of `county`.
fn named(tx: &mut Tx, place: &Place, county: &str) -> Result<String, Error> {
    let mut lines = vec![];
    for (n, line) in CATALOGUE.lines().enumerate() {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        for column in NAMING.into_iter().filter(|_| n > 0) {
            let mut names = vec![];
            for word in cells[column].split('、') {
                names.push(match place.org(county, word) {
                    Some(org) => organisation::name(tx, org)?,
                    None => word.to_owned(),
                });
            }
            cells[column] = names.join("、");
        }
        lines.push(cells.join(","));
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use domain::dispatch::{CategoryPath, CategoryTree};

    use super::*;

    #[test]
    fn every_category_of_the_demo_is_in_the_tree() {
        let tree = CategoryTree::shipped();
        let knows = |text: &str| tree.knows(&CategoryPath::parse(text).unwrap());
        for line in CATALOGUE.lines().skip(1) {
            assert_eq!(line.split(',').count(), 5, "{line}");
            assert!(knows(line.split(',').next().unwrap()), "{line}");
        }
        let file: File = toml::from_str(ANSWERS).unwrap();
        assert!(file.answer.len() >= 12);
        for text in &file.answer {
            assert!(knows(&text.category), "{}", text.category);
            let form = AnswerForm {
                question: text.question.clone(),
                answer: text.answer.clone(),
                division: BANNER.into(),
                ..AnswerForm::default()
            };
            assert!(form.parse().is_ok(), "{}", text.question);
        }
        for text in [include_str!("../../data/demo-matters.toml"), include_str!("../../data/demo-morning.toml")] {
            for line in text.lines() {
                let Some(category) = line.strip_prefix("category = ") else { continue };
                assert!(knows(category.trim_matches('"')), "{line}");
            }
        }
    }
}
