//! What rising says: who leads now and why, for her and for the desk.

use kernel::{Message, OrgId};

use super::model::{BroughtDown, Raised, Redone};

/// Adds who leads now and why.
#[must_use]
pub fn raised(message: Message, raised: &Raised, org: &dyn Fn(OrgId) -> String) -> Message {
    let message = message.with("unit", org(raised.to)).with("before", org(raised.from));
    match raised.cause.rule() {
        Some(rule) => message
            .with("why", rule.trigger.key())
            .with("measured", rule.measured)
            .with("threshold", rule.threshold)
            .with("rule", &rule.id)
            .with("version", &rule.version),
        None => message
            .with("why", "rise-trigger-person")
            .with("measured", 0)
            .with("threshold", 0)
            .with("rule", "none")
            .with("version", ""),
    }
}

/// Adds which of the four was done.
#[must_use]
pub fn redone(message: Message, redone: &Redone) -> Message {
    message.with("what", redone.what.key())
}

/// Adds who leads again.
#[must_use]
pub fn brought_down(message: Message, down: &BroughtDown, org: &dyn Fn(OrgId) -> String) -> Message {
    message.with("unit", org(down.to))
}
