//! A find rises by the rules of its jurisdiction like everything else (rules.md 3.5, 10.5): past the days of its level, or when
//! too many of the statutory fifteen are gone. It has no unit that could be supervised.

use domain::{
    actor::Actor,
    case::CaseKind,
    escalation::ByRule,
    organisation::Org,
    oversight::{EscalationRule, Oversight},
    proactive::{Command, Find},
};
use kernel::{CaseId, Text, beijing_date};
use store::Tx;

use super::look::{Around, Looked, MOST, target};
use crate::{
    error::Error,
    matter::{self, Loaded},
};

/// Looks at a find: lets it rise level by level while a rule says so, and sets the next look.
pub(super) fn look(tx: &mut Tx, around: &mut Around<'_>, region: &str, id: CaseId) -> Result<Looked, Error> {
    let mut did = Looked::default();
    let mut loaded = matter::open_to_change::<Find>(tx, id)?;
    let held = around.kit.oversight(&loaded.state.division, beijing_date(loaded.state.observed_at));
    let rules = held.for_finds();
    while did.raised < MOST {
        match rise(tx, around, rules, loaded)? {
            (again, true) => {
                did.raised += 1;
                loaded = again;
            }
            (same, false) => {
                loaded = same;
                break;
            }
        }
    }
    match loaded.state.next_look(rules, around.ctx.now()) {
        Some(at) => matter::look_at(tx, region, id, CaseKind::Find, at)?,
        None => matter::forget(tx, region, id)?,
    }
    Ok(did)
}

fn rise(
    tx: &mut Tx,
    around: &mut Around<'_>,
    rules: &Oversight,
    loaded: Loaded<Find>,
) -> Result<(Loaded<Find>, bool), Error> {
    let Some((rule, sign)) = loaded.state.rises_by(rules, around.ctx.now()) else { return Ok((loaded, false)) };
    let to = holder(tx, around, &loaded.state, rule)?.map(|org| org.id);
    let by = ByRule {
        id: rule.id.clone(),
        version: rules.version.clone(),
        trigger: rule.trigger,
        threshold: rule.threshold,
        measured: sign.measure,
        occasion: Text::parse("occasion", &sign.occasion)?,
    };
    let id = loaded.state.id;
    let command = Command::RaiseByRule { rule: Box::new(by), org: to };
    match matter::carry_out(tx, around.kit, around.ctx, Actor::System, loaded, &command) {
        Ok(_) => Ok((matter::open_to_change::<Find>(tx, id)?, true)),
        Err(Error::Refused(refusal)) => {
            tracing::info!(case = %id, code = %refusal.code, "a rule fits, and it cannot rise now");
            Ok((matter::open_to_change::<Find>(tx, id)?, false))
        }
        Err(fault) => Err(fault),
    }
}

/// Whom the rule finds on the level above, counted from the level that has it now; none: whoever the ladder names.
fn holder(tx: &mut Tx, around: &mut Around<'_>, find: &Find, rule: &EscalationRule) -> Result<Option<Org>, Error> {
    let Some(now) = around.org(tx, find.holder())? else { return Ok(None) };
    let Some(level) = find.level() else { return Ok(None) };
    // Where a village has no point its station stands in: the level is the find's, not that of the office.
    let from = Org { division: find.division.at(level.office()), ..now };
    Ok(target(tx, &from, &rule.target, &[], around.ctx)?)
}
