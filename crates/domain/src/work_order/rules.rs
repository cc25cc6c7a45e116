//! The rules of the work order, each one named function citing its source. No statute of the state stands behind most of
//! them, so a refusal names the rule of rules.md.

use kernel::{OrgId, Refusal};

use super::model::WorkOrder;
use crate::{actor::Actor, env::Env};

/// S25: the unit complained of never handles it.
///
/// # Errors
/// `respondent-cannot-handle`.
pub fn respondent_does_not_handle(order: &WorkOrder, to: OrgId) -> Result<(), Refusal> {
    if order.respondent == Some(to) {
        return Err(Refusal::rule("respondent-cannot-handle", "S25", "A28_3").on("to"));
    }
    Ok(())
}

/// 10.4: returned once at most, and not after it was decided (潍坊 22).
///
/// # Errors
/// `order-return-settled`.
pub fn returned_once(order: &WorkOrder, env: &Env<'_>) -> Result<(), Refusal> {
    let settled = order.work().is_some_and(|work| work.settled);
    if settled || order.returns as usize >= env.settings.order_returns_max {
        return Err(Refusal::rule("order-return-settled", "H-11", ""));
    }
    Ok(())
}

/// H-04, H-14: handing it over means to somebody else.
///
/// # Errors
/// `order-same-unit`.
pub fn another_unit(order: &WorkOrder, to: OrgId) -> Result<(), Refusal> {
    if order.work().is_some_and(|work| work.unit == to) {
        return Err(Refusal::rule("order-same-unit", "H-04", "").on("to"));
    }
    Ok(())
}

/// H-07: more time is granted by somebody who does not do the work.
///
/// # Errors
/// `order-extension-own`.
pub fn extension_not_by_the_handler(order: &WorkOrder, actor: Actor) -> Result<(), Refusal> {
    if actor.user().is_none() || actor.user() == order.handler() {
        return Err(Refusal::rule("order-extension-own", "H-07", ""));
    }
    Ok(())
}

/// H-09: the person is asked by somebody who neither did the work nor took the order down for her.
///
/// # Errors
/// `follow-up-own`.
pub fn asked_by_somebody_uninvolved(order: &WorkOrder, actor: Actor) -> Result<(), Refusal> {
    if actor.user().is_none() || actor.user() == order.handler() || actor.org() == order.work().map(|work| work.unit) {
        return Err(Refusal::rule("follow-up-own", "H-09", ""));
    }
    Ok(())
}

/// 10.4: done again more often than allowed, or changed hands too often, it goes to the level above and not round again.
///
/// # Errors
/// `order-must-rise`.
pub fn risen_when_it_must(order: &WorkOrder, env: &Env<'_>) -> Result<(), Refusal> {
    if order.must_rise(env) {
        return Err(Refusal::rule("order-must-rise", "H-14", "").with("times", order.reworks));
    }
    Ok(())
}
