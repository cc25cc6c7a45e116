//! The wording of letters as a jurisdiction keeps it: published version by version, each from a day on.

use std::sync::Arc;

use domain::{
    access::{Permit, actions::AdminLetters},
    document::{DocType, Template},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Refusal};
use store::Tx;

use crate::{
    error::Error,
    kit::Reference,
    reference::{self, Kind},
};

/// The wording of `kind` that holds in `division` on `day`.
#[must_use]
pub fn in_force(reference: &Reference, kind: DocType, division: &DivisionCode, day: Date) -> Arc<Template> {
    reference.templates.in_force(kind, division, day)
}

/// The name of the newest version that `division` itself keeps; empty when it keeps none. Editing forms carry it.
#[must_use]
pub fn revision(reference: &Reference, kind: DocType, division: &DivisionCode) -> String {
    reference.templates.of(kind, division).first().map(|template| template.version.clone()).unwrap_or_default()
}

/// Publishes a new version; what was issued before keeps its own. Its name.
///
/// # Errors
/// Every mistake of [`Template::check`], each with its line; `template-from` for a day before today; `stale` when somebody
/// published since `seen`.
pub fn publish(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminLetters>,
    kind: DocType,
    (text, from, seen): (&str, Date, &str),
) -> Result<String, Error> {
    if from < ctx.today() {
        return Err(Refusal::invalid("from", "template-from").into());
    }
    let reference = reference::load(tx)?;
    let division = permit.place().clone();
    let newest = revision(&reference, kind, &division);
    if newest != seen {
        return Err(Refusal::stale().with("seen", seen).with("now", newest).into());
    }
    let version = reference.templates.next_name(kind, &division, ctx.today().year());
    let text = text.replace("\r\n", "\n").trim_end().to_owned() + "\n";
    let template = Template { kind, division: Some(division), version, effective_from: from, text };
    template.check().map_err(Error::Invalid)?;
    let body = serde_json::to_string(&template).map_err(|e| kernel::Fault::inconsistent("reference_data", e))?;
    reference::put(tx, ctx, permit.actor(), permit.place(), (Kind::Letters, &template.key(), &body))?;
    Ok(template.version)
}
