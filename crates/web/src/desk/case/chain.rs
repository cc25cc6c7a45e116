//! The foot of the record: whether it is what was written. Nothing is claimed before it was checked.

use kernel::{CaseId, Fault};
use services::timeline::Item;
use store::{
    Tx,
    event_log::{self, Finding, verify::Place},
};

use crate::i18n::Say;

/// The line.
#[derive(Debug)]
pub(crate) struct Chain {
    /// What is known.
    pub said: String,
    /// Whether it was checked and found whole, checked and found broken, or not checked.
    pub whole: Option<bool>,
}

/// Re-hashes the events of one case.
pub(crate) fn check(tx: &mut Tx, region: &str, case: CaseId) -> Result<Vec<Finding>, Fault> {
    let found = event_log::verify_stream(tx, region, case)?;
    for finding in &found {
        // The log keeps it too: who reads the page may not know what to do with it.
        tracing::error!(%finding, "the record of a case does not fit together");
    }
    Ok(found)
}

/// The line under `items`; `found` when it was checked just now.
pub(crate) fn chain(t: Say, items: &[Item], found: Option<&[Finding]>, now: jiff::Timestamp) -> Chain {
    let count = items.iter().map(|item| item.seq).max().unwrap_or_default();
    let Some(found) = found else {
        return Chain { said: t.say("desk-case-chain").with("count", count).text(), whole: None };
    };
    if found.is_empty() {
        let said = t.say("desk-case-chain-whole").with("count", count).with("at", t.time(now));
        return Chain { said: said.text(), whole: Some(true) };
    }
    let place = |finding: &Finding| match &finding.at {
        Place::Event { seq, .. } => t.say("desk-case-chain-event").with("seq", seq).text(),
        _ => t.say("desk-case-chain-end").text(),
    };
    let mut places: Vec<String> = found.iter().map(place).collect();
    places.dedup();
    let comma = if t.lang() == "en" { ", " } else { "、" };
    let said = t.say("desk-case-chain-broken").with("count", count).with("where", places.join(comma));
    Chain { said: said.text(), whole: Some(false) }
}
