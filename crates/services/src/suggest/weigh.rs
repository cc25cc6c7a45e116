//! What the clerk chose beside what was suggested: kept, so that the next suggestion is better.

use domain::{
    access::{Permit, actions::Triage},
    dispatch::CategoryPath,
};
use kernel::{CaseId, Ctx, OrgId, Refusal, Text};
use store::Tx;

use super::model::Suggestion;
use crate::error::Error;

/// What she chose.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weighed {
    /// The category.
    pub category: Option<CategoryPath>,
    /// The unit it goes to.
    pub unit: Option<OrgId>,
    /// Why otherwise than suggested, in her words; for those who keep the catalogue.
    pub reason: Option<Text<200>>,
}

/// Keeps what was suggested for the matter of `permit` and what was chosen. Call it in the transaction that decides, with the
/// suggestion that stood on the page.
///
/// # Errors
/// `not-permitted` when the permit is for another matter or nobody's.
pub fn weigh(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Triage>,
    id: CaseId,
    suggestion: &Suggestion,
    chosen: &Weighed,
) -> Result<(), Error> {
    permit.for_case(id)?;
    let user = permit.actor().user().ok_or_else(Refusal::not_permitted)?;
    let category = suggestion.categories.first().map(|guess| guess.value.as_str());
    let category_chosen = chosen.category.as_ref().map(CategoryPath::as_str);
    let unit = suggestion.units.first().map(|unit| unit.org);
    // Choosing where nothing was suggested teaches as much as choosing otherwise.
    let row = vec![
        permit.place().region().into(),
        ctx.new_id::<CaseId>().into(),
        id.into(),
        ctx.now().into(),
        user.into(),
        suggestion.catalogue_version.as_deref().into(),
        category.into(),
        category_chosen.into(),
        (category_chosen.is_some() && category_chosen != category).into(),
        unit.into(),
        chosen.unit.into(),
        (chosen.unit.is_some() && chosen.unit != unit).into(),
        chosen.reason.as_ref().map(Text::as_str).into(),
    ];
    tx.insert_many("suggestion_weighed", COLUMNS, &[row])?;
    Ok(())
}

const COLUMNS: &[&str] = &[
    "region",
    "id",
    "case_id",
    "at",
    "user_id",
    "catalogue",
    "category",
    "category_chosen",
    "category_changed",
    "unit_id",
    "unit_chosen",
    "unit_changed",
    "reason",
];
