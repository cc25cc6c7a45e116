//! Publishing the wording and the quiet hours of a jurisdiction: a new version with its day, on record.

use domain::{
    access::{Permit, actions::AdminNotices},
    notice::NoticeRules,
};
use kernel::{Ctx, DivisionCode, Fault, Refusal};
use store::Tx;

use crate::{
    error::Error,
    kit::Reference,
    reference::{self, Kind},
};

/// The rules that `division` wrote last; what holds there when it wrote none.
#[must_use]
pub fn newest(reference: &Reference, division: &DivisionCode, today: jiff::civil::Date) -> NoticeRules {
    let own = reference.notices.of(division).first().cloned();
    let held = own.or_else(|| reference.notices.in_force(division, today));
    held.as_deref().cloned().unwrap_or_else(NoticeRules::shipped)
}

/// Publishes `rules` for the permit's division under the next name; the name. Notices that were said keep the version they
/// were said by.
///
/// # Errors
/// Every mistake of [`NoticeRules::check`]; `notice-day` for a day in the past.
pub fn publish(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminNotices>, rules: NoticeRules) -> Result<String, Error> {
    if rules.effective_from < ctx.today() {
        return Err(Refusal::invalid("effective_from", "notice-day").into());
    }
    rules.check().map_err(Error::Invalid)?;
    let place = permit.place().clone();
    let version = reference::load(tx)?.notices.next_name(&place, ctx.today().year());
    let rules = NoticeRules { division: Some(place.clone()), version: version.clone(), ..rules };
    let body = serde_json::to_string(&rules).map_err(|error| Fault::inconsistent("notice_rules", error))?;
    let key = format!("{place}/{version}");
    reference::put(tx, ctx, permit.actor(), &place, (Kind::Notices, &key, &body))?;
    Ok(version)
}
