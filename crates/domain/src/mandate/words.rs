//! What her record says of an agent who was away when she chose him.

use kernel::{Message, OrgId};

use super::model::{Mandate, StandIn};

/// The sentence of a mandate that was given: a sentence of its own where somebody stands in for the agent.
#[must_use]
pub fn given(message: Message, mandate: &Mandate, org: &dyn Fn(OrgId) -> String) -> Message {
    stood_in(message, mandate.stand_in, org)
}

/// Says beside a sentence about an agent who stands in for him, and until when.
#[must_use]
pub fn stood_in(message: Message, stand_in: Option<StandIn>, org: &dyn Fn(OrgId) -> String) -> Message {
    match stand_in {
        Some(one) => {
            message.with("away", "yes").with("deputy", org(one.org)).with("back", kernel::beijing_date(one.until))
        }
        None => message.with("away", "no"),
    }
}
