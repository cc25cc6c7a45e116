//! One deed on one matter, and what stands there.

use std::collections::BTreeSet;

use domain::{
    access::{
        self, Subject,
        actions::{EndUrgent, FollowUrgent, ReportUrgent},
    },
    actor::Actor,
    case::CaseKind,
    lifecycle::Event,
    petition::Petition,
    urgent::{Alarmed, Command, Report, Urgent, decide},
    work_order::WorkOrder,
};
use kernel::{CaseId, Ctx, Fault, Refusal};
use store::Tx;

use super::alarm::{self, Told};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed, Listed, MatterRow},
    organisation, people,
    timeline::Names,
};

/// Puts on record a danger, or how the report of one went on. The stage of the matter plays no part.
///
/// # Errors
/// `not-permitted`, also when the matter does not exist; what [`decide`] refuses.
pub fn act(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId, command: &Command) -> Result<(), Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let actor = permitted(subject, command, &row)?;
    match row.kind() {
        CaseKind::Petition => write::<Petition>(tx, kit, ctx, &row, actor, command),
        CaseKind::WorkOrder => write::<WorkOrder>(tx, kit, ctx, &row, actor, command),
        _ => Err(Refusal::not_permitted().into()),
    }
}

fn permitted(subject: &Subject, command: &Command, row: &MatterRow) -> Result<Actor, Refusal> {
    match command {
        Command::Report(_) => access::permit::<ReportUrgent>(subject, &row.facts).map(|permit| permit.actor()),
        Command::End { .. } => access::permit::<EndUrgent>(subject, &row.facts).map(|permit| permit.actor()),
        _ => access::permit::<FollowUrgent>(subject, &row.facts).map(|permit| permit.actor()),
    }
}

fn write<A: Listed + Alarmed>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    row: &MatterRow,
    actor: Actor,
    command: &Command,
) -> Result<(), Error> {
    let loaded = matter::load_to_change::<A>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
    // The hours of a report are those of the day on which it is made, whatever day the matter came in.
    let today = kit.terms(&row.facts.division, ctx.today());
    let deed = decide(loaded.state.urgent(), command, &today.env(ctx, actor))?;
    if let domain::urgent::Deed::Reported { .. } = &deed {
        let no = loaded.state.urgent().reports().iter().map(|report| report.no).max().unwrap_or(0) + 1;
        alarm::note(tx, ctx, row, no, actor.user())?;
    }
    let terms = kit.terms(&row.facts.division, kernel::beijing_date(row.registered_at));
    let events = vec![Event::of(A::alarmed(deed))];
    matter::record(tx, loaded, events, Deed { actor, at: ctx.now(), clocks: terms.clocks() }).map(drop)
}

/// What was reported beside a matter, and what the reader may add.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The matter.
    pub row: MatterRow,
    /// The reports that the reader has a duty to see, or made herself; the one that is going on first.
    pub reports: Vec<Report>,
    /// Who was told of the first of them, by message and by the desk's own panel.
    pub told: Told,
    /// One is going on, though she may not see it.
    pub going_on: bool,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
    /// May carry a report on.
    pub may_follow: bool,
    /// May say that it is over.
    pub may_end: bool,
}

/// The reports of a matter for somebody who may report on it. The look is put on record.
///
/// # Errors
/// `not-permitted`, also when it does not exist.
pub fn open(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Seen, Error> {
    let row = matter::look_for::<ReportUrgent>(tx, ctx, subject, id)?.row().clone();
    let urgent = state_of(tx, &row)?.unwrap_or_default();
    let may_follow = access::permit::<FollowUrgent>(subject, &row.facts).is_ok();
    let me = subject.staff().map(access::StaffSubject::user);
    let hers = |report: &&Report| may_follow || report.by.user() == me;
    let mut reports: Vec<Report> = urgent.reports().iter().filter(hers).cloned().collect();
    reports.sort_by_key(|report| (!report.is_open(), std::cmp::Reverse(report.no)));
    let told = match reports.first() {
        Some(report) => alarm::told_of(tx, &row, report.no)?,
        None => Told::default(),
    };
    let actors: Vec<Actor> = reports.iter().flat_map(actors).collect();
    Ok(Seen {
        names: organisation::called(tx, actors.iter().filter_map(|actor| actor.org()).collect::<BTreeSet<_>>())?,
        staff: people::names(tx, actors.iter().filter_map(|actor| actor.user()))?,
        going_on: urgent.open().is_some(),
        may_follow,
        may_end: access::permit::<EndUrgent>(subject, &row.facts).is_ok(),
        told,
        reports,
        row,
    })
}

/// What was reported beside a matter; `None` for kinds beside which nothing is.
pub(super) fn state_of(tx: &mut Tx, row: &MatterRow) -> Result<Option<Urgent>, Fault> {
    Ok(match row.kind() {
        CaseKind::Petition => matter::load::<Petition>(tx, &row.region, row.id())?.map(|loaded| loaded.state.urgent),
        CaseKind::WorkOrder => matter::load::<WorkOrder>(tx, &row.region, row.id())?.map(|loaded| loaded.state.urgent),
        _ => None,
    })
}

fn actors(report: &Report) -> Vec<Actor> {
    let written = report.written.iter().map(|one| one.by);
    let said = report.said.iter().map(|one| one.by);
    let ended = report.ended.iter().map(|one| one.by);
    let called = report.called.iter().map(|one| one.by);
    std::iter::once(report.by).chain(called).chain(written).chain(said).chain(ended).collect()
}
