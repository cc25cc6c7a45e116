//! What the program suggests to the desk for one matter: what it is, which way each claim goes, its category, who should have
//! it and who may not, what is like it (B1–B4). Every suggestion says why and marks the words it came from; a person decides,
//! and what she decided instead is an input to the next suggestion ([`weigh`]).
//!
//! Nothing here is an event: a suggestion changes no case. Nothing here looks at the petitioner: only at the text, the place,
//! the catalogue and what became of matters of the kind.

mod categories;
mod marks;
mod model;
mod precedents;
#[cfg(test)]
mod tests;
mod told;
mod units;
mod weigh;

use domain::{
    access::{self, Subject, actions},
    case::MatterType,
    dispatch::{CategoryPath, route_of_claim},
};
use kernel::{CaseId, Ctx, Message, OrgId, Refusal};
use store::Tx;

pub use model::{Barred, Candidate, Guess, Led, LookAlike, Mark, MarkKind, RouteGuess, Suggestion, TextPart, Wave};
pub use weigh::{Weighed, weigh};

use crate::{cause, error::Error, kit::Kit, matter};
use told::Told;

/// What the clerk already chose: units follow the category she picked, and who is complained of is never suggested.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// The category on the form; the one on record when there is none, and without that the best guess.
    pub category: Option<CategoryPath>,
    /// The unit complained of on the form; that of the matter when there is none.
    pub respondent: Option<OrgId>,
}

/// What is suggested for the matter `id`, for somebody who may triage it.
///
/// # Errors
/// `not-permitted`, also when there is no such matter.
pub fn suggest(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    asked: &Asked,
) -> Result<Suggestion, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    access::permit::<actions::Triage>(subject, &row.facts)?;
    let told = told::load(tx, &row)?;
    let reference = kit.reference();
    let day = ctx.today();
    let tree = reference.categories.in_force(&told.division, day);
    let catalogue = reference.catalogues.in_force(&told.division, day);
    let directory = crate::organisation::directory_around(tx, &told.division, day)?;
    let places = marks::Places::around(tx, &told)?;
    let read = marks::Reading::of(&told, tree.as_deref(), &places);
    let similar = precedents::like(tx, subject, &row, &told, &read)?;
    let categories = categories::guess(&read, &similar, tree.as_deref(), &precedents::corrected(tx, &similar)?);
    // What a person said already comes before what is guessed.
    let on_record = || told.category.clone();
    let chosen =
        asked.category.clone().or_else(on_record).or_else(|| categories.first().map(|guess| guess.value.clone()));
    let respondent = asked.respondent.or(told.respondent);
    let asked = units::Asked { told: &told, category: chosen.as_ref(), respondent, directory: &directory, read: &read };
    let (units, forbidden) = units::choose(tx, ctx, catalogue.as_deref(), &asked)?;
    let category = chosen.as_ref().and_then(|path| tree.as_ref()?.get(path));
    let routes = told.claims.iter().map(|(no, text)| RouteGuess::of(*no, &route_of_claim(text, category))).collect();
    let said = cause::said_of(tx, &row.region, id)?;
    let similar = precedents::shown(&told, &read, similar, &said, &directory);
    Ok(Suggestion {
        matter_type: Some(matter_type(&told, &read)),
        routes,
        marks: read.marks(chosen.as_ref(), units.first().map(|unit| unit.name.as_str())),
        wave: precedents::wave(&told, &places, &similar),
        categories,
        units,
        forbidden,
        similar,
        catalogue_version: catalogue.map(|catalogue| catalogue.version.clone()),
    })
}

/// What kind of matter it is. A report of wrongdoing is told apart by its words; nothing else is hidden from the desk.
fn matter_type(told: &Told, read: &marks::Reading) -> Guess<MatterType> {
    if read.tells_of_wrongdoing() {
        return Guess::new(MatterType::Whistleblow, 0.6, Message::new("suggest-type-wrongdoing"));
    }
    if told.matter_type == MatterType::Suggestion || read.proposes() {
        return Guess::new(MatterType::Suggestion, 0.6, Message::new("suggest-type-proposal"));
    }
    Guess::new(MatterType::AppealClaim, 0.9, Message::new("suggest-type-no-wrongdoing"))
}
