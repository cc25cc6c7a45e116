//! What the catalogue of duties says of a matter that a unit gives back: of that unit, and at most three others to choose from.

use domain::{
    access::Subject,
    dispatch::{CategoryPath, Duty},
};
use kernel::{Ctx, Message};
use services::{
    Error, Kit,
    suggest::{self, Asked, Suggestion},
};
use store::Tx;

use super::{Contested, bars};
use crate::{
    desk::act::{Choices, Pick},
    i18n::Say,
    ui::{Line, Tag, Tone},
};

/// Most units that are offered before all of them.
const MOST: usize = 3;

/// What is said, ready for the page; nothing of it without a catalogue or a category.
#[derive(Default)]
pub(super) struct Advice {
    /// The version of the catalogue that was asked.
    pub(super) version: String,
    /// What it says of the unit that gives it back.
    pub(super) of_unit: Vec<Line>,
    /// Who may have it instead, best first.
    pub(super) picks: Vec<Pick>,
}

/// Asks for `view`; whoever may not triage the matter is advised nothing and chooses from all units.
pub(super) fn advice<L: Contested>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (t, view, choices): (Say, &L::View, &Choices),
) -> Result<Advice, Error> {
    let category = L::category(view).and_then(|path| CategoryPath::parse(path).ok());
    let asked = Asked { category, respondent: L::respondent(view) };
    let suggestion = match suggest::suggest(tx, kit, ctx, subject, L::id(view), &asked) {
        Ok(suggestion) => suggestion,
        Err(Error::Refused(_)) => return Ok(Advice::default()),
        Err(error) => return Err(error),
    };
    let bars = bars::<L>(view);
    let may = suggestion.units.iter().filter(|unit| bars.allow(&choices.orgs, unit.org)).take(MOST);
    Ok(Advice {
        of_unit: of_unit::<L>(t, view, &suggestion),
        picks: may.map(|unit| pick(t, unit)).collect(),
        version: suggestion.catalogue_version.clone().unwrap_or_default(),
    })
}

fn say(t: Say, message: &Message) -> Line {
    t.message(message).into()
}

fn pick(t: Say, unit: &suggest::Candidate) -> Pick {
    let tag = match unit.duty {
        Duty::Lead => Tag::new(Tone::Brand, t.say("decide-unit-lead").text()),
        Duty::Assist => Tag::new(Tone::Grey, t.say("decide-unit-assist").text()),
    };
    Pick {
        value: unit.org.to_string(),
        name: unit.name.clone(),
        tag: Some(tag),
        reasons: unit.reasons.iter().map(|reason| say(t, reason)).collect(),
        barred: None,
    }
}

/// Why the unit would have it, why it may not, or that it is not named at all.
fn of_unit<L: Contested>(t: Say, view: &L::View, suggestion: &Suggestion) -> Vec<Line> {
    let holder = L::holder(view);
    if let Some(unit) = suggestion.units.iter().find(|unit| unit.org == holder) {
        return unit.reasons.iter().map(|reason| say(t, reason)).collect();
    }
    if let Some(barred) = suggestion.forbidden.iter().find(|one| one.org == Some(holder)) {
        return vec![say(t, &barred.reason)];
    }
    if suggestion.catalogue_version.is_none() || suggestion.units.is_empty() {
        return vec![];
    }
    let unit = L::names(view).get(&holder).cloned().unwrap_or_default();
    vec![t.say("decide-objection-not-listed").with("unit", unit).into()]
}
