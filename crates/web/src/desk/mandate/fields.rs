//! The fields of a mandate; one include for every form that has them.

use askama::Template;
use domain::mandate::Power;
use services::{Error, mandate::MandateForm, mandate::NewMandate};

use crate::{
    forms::{Form, Submission},
    i18n::Say,
};

/// The fields, drawn.
#[derive(Template)]
#[template(path = "desk/mandate-fields.html")]
pub(crate) struct MandateFields {
    t: Say,
    form: Form,
}

impl askama::filters::HtmlSafe for MandateFields {}

impl MandateFields {
    /// For a form of a case.
    pub(crate) fn new(t: Say, form: Form) -> Self {
        Self { t, form }
    }
}

/// The name of a power's box: `power_receive_notices`.
fn name(power: Power) -> String {
    format!("power_{}", power.name().to_lowercase())
}

/// Whether the mandate is given with this form: something of it was filled in.
pub(crate) fn given_now(sent: &Submission) -> bool {
    Power::ALL.iter().any(|power| !sent.raw(&name(*power)).is_empty()) || !sent.raw("way").is_empty()
}

/// Reads the fields.
///
/// # Errors
/// Every field that holds what it must not hold.
pub(crate) fn read(sent: &Submission) -> Result<NewMandate, Error> {
    let raw = |name: &str| sent.raw(name).to_owned();
    let ticked = |name: &str| !sent.raw(name).is_empty();
    let powers = Power::ALL.iter().filter(|power| ticked(&name(**power))).map(|power| power.name().to_owned());
    MandateForm {
        agent: raw("agent"),
        powers: powers.collect(),
        until: raw("until"),
        capacity: raw("capacity"),
        guardian: raw("guardian"),
        way: raw("way"),
        read_back: ticked("read_back"),
        proof: raw("proof"),
        witnesses: vec![raw("witness_1"), raw("witness_2")],
        consent_passing_on: ticked("consent_passing_on"),
        consent_sensitive: ticked("consent_sensitive"),
    }
    .parse()
}
