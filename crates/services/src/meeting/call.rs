//! Calling a meeting.

use domain::{
    access::{Permit, Subject, actions::CallMeeting},
    meeting::{Called, Meeting},
};
use jiff::civil::Date;
use kernel::{CaseId, Ctx, OrgId, Refusal, Text};
use store::Tx;

use crate::{
    auth,
    error::Error,
    kit::Kit,
    matter::{self, Birth, Deed},
    organisation,
    petition::case_number,
};

/// A meeting that is to be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// What it is about, in one line.
    pub title: Text<120>,
    /// On which day.
    pub on: Date,
    /// From when.
    pub from: Text<20>,
    /// Where.
    pub place: Text<100>,
    /// Who presides, by office.
    pub chair: Text<60>,
    /// Which units attend.
    pub units: Vec<OrgId>,
}

/// Most units of one meeting.
const MOST_UNITS: usize = 40;

/// The widest place for which one of her roles lets her call a meeting, with the leave.
///
/// # Errors
/// `not-permitted`.
pub fn office_of(subject: &Subject) -> Result<Permit<CallMeeting>, Refusal> {
    auth::widest::<CallMeeting>(subject)
}

/// Calls a meeting of the permit's place; its id.
///
/// # Errors
/// `meeting-past`, `meeting-alone`; `unknown-choice` for a unit that does not exist today.
pub fn call(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<CallMeeting>,
    mut new: NewMeeting,
) -> Result<CaseId, Error> {
    let (actor, division) = (permit.actor(), permit.place().clone());
    let office = actor.org().ok_or_else(Refusal::not_permitted)?;
    new.units.sort_unstable();
    new.units.dedup();
    if new.units.len() > MOST_UNITS {
        return Err(Refusal::invalid("units", "meeting-units").with("max", MOST_UNITS).into());
    }
    for unit in &new.units {
        organisation::working(tx, ctx, "units", *unit)?;
    }
    let terms = kit.terms(&division, ctx.today());
    let (region, id): (String, CaseId) = (division.region(), ctx.new_id());
    let called = Called {
        id,
        number: case_number(tx, &division, ctx.today())?,
        division,
        office,
        title: new.title,
        on: new.on,
        from: new.from,
        place: new.place,
        chair: new.chair,
        units: new.units,
    };
    let event = Meeting::call(called, &terms.env(ctx, actor))?;
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Meeting>(tx, &region, id, event, deed, Birth::default())?;
    Ok(id)
}
