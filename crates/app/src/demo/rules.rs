//! What the desks of the demo work by: the practice, put in force in each county as an administrator does it, and answers that
//! were published.

use domain::access::actions;
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, DivisionCode, Fault};
use serde::Deserialize;
use services::{
    Error, Kit,
    answers::{self, AnswerForm},
    practice::{self, Leave},
    reference,
};
use store::Store;

use super::place::Place;

/// Invented answers.
const ANSWERS: &str = include_str!("../../data/demo-answers.toml");
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

/// Puts the practice in force in every county as of `begin`.
pub(super) fn make(store: &Store, kit: &Kit, place: &Place, begin: Timestamp, seed: u64) -> Result<(), Error> {
    let place = place.clone();
    store.write_blocking(move |tx| -> Result<(), Error> {
        let ctx = Ctx::seeded(begin, seed ^ 0x0C);
        for county in &place.sample.counties {
            let leave = Leave::of(&domain::access::Subject::System, &DivisionCode::parse(&county.code)?)?;
            let done = practice::start(tx, &ctx, &leave, &place.pack, ctx.today(), false)?;
            if let Some(wrong) = done.left_out.into_iter().next() {
                return Err(wrong.refusal.with("line", wrong.line).into());
            }
        }
        Ok(())
    })?;
    kit.replace_reference(store.read_blocking(reference::load)?);
    Ok(())
}

/// The answers of the main county, published over the year that ends at `now`.
pub(super) fn answer(store: &Store, kit: &Kit, place: &Place, now: Timestamp, seed: u64) -> Result<(), Error> {
    let file: File = toml::from_str(ANSWERS).map_err(|error| Fault::inconsistent("demo-answers.toml", error))?;
    let (place, kit) = (place.clone(), kit.clone());
    store.write_blocking(move |tx| -> Result<(), Error> {
        let here = |text: &&Text| !place.leaves_out(&text.question) && !place.leaves_out(&text.answer);
        for (n, text) in (1_i64..).zip(file.answer.iter().filter(here)) {
            let at = now - SignedDuration::from_hours(24 * (n * 23 - 14));
            let ctx = Ctx::seeded(at, seed.wrapping_mul(53).wrapping_add(n.unsigned_abs()));
            let form = AnswerForm {
                question: text.question.clone(),
                answer: text.answer.clone(),
                category: text.category.clone(),
                unit: place.org(place.main(), &text.unit).map(|org| org.to_string()).unwrap_or_default(),
                division: place.main().to_owned(),
            };
            let permit = permit_at::<actions::PublishAnswer>(place.main())?;
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

#[cfg(test)]
mod tests {
    use domain::dispatch::{CategoryPath, CategoryTree};

    use super::*;

    #[test]
    fn every_category_of_the_demo_is_in_the_tree() {
        let tree = CategoryTree::shipped();
        let knows = |text: &str| tree.knows(&CategoryPath::parse(text).unwrap());
        let file: File = toml::from_str(ANSWERS).unwrap();
        assert!(file.answer.len() >= 12);
        for text in &file.answer {
            assert!(knows(&text.category), "{}", text.category);
            let form = AnswerForm {
                question: text.question.clone(),
                answer: text.answer.clone(),
                division: "150223".into(),
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
