//! One deed on one matter.

use domain::{
    access::{
        self, Subject,
        actions::{FollowInstruction, LeadMatter, NameLeader, ReadMatter},
    },
    actor::Actor,
    case::CaseKind,
    leadership::{Command, LeaderRules, Leadership, Led, Post, decide},
    lifecycle::Event,
    people::Role,
    petition::Petition,
    work_order::WorkOrder,
};
use kernel::{CaseId, Ctx, OrgId, Refusal, UserId};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed, Listed, MatterRow},
    organisation, people,
    timeline::Names,
};

/// Puts on record what a leader, her office or the instructed unit did.
///
/// # Errors
/// `not-permitted`; what [`decide`] refuses; `leader-unknown` for a leader or a unit that does not exist.
pub fn act(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId, command: &Command) -> Result<(), Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    match row.kind() {
        CaseKind::Petition => record::<Petition>(tx, kit, ctx, subject, &row, command),
        CaseKind::WorkOrder => record::<WorkOrder>(tx, kit, ctx, subject, &row, command),
        _ => Err(Refusal::not_permitted().into()),
    }
}

/// Puts on record what the caller holds a permit for: a seat at a reception, a reception that was held.
///
/// # Errors
/// What [`decide`] refuses.
pub(crate) fn put(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    row: &MatterRow,
    actor: Actor,
    command: &Command,
) -> Result<(), Error> {
    match row.kind() {
        CaseKind::Petition => write::<Petition>(tx, kit, ctx, row, actor, command),
        CaseKind::WorkOrder => write::<WorkOrder>(tx, kit, ctx, row, actor, command),
        _ => Err(Refusal::not_permitted().into()),
    }
}

fn record<A: Listed + Led>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    row: &MatterRow,
    command: &Command,
) -> Result<(), Error> {
    let actor = permitted(subject, command, row)?;
    known(tx, ctx, command)?;
    if let Command::TakeSecond { org, .. } = command
        && row.facts.holder != Some(*org)
    {
        // One of the level above and one of whoever has it: a second one from anywhere else could not even read it.
        return Err(Refusal::rule("leader-second-unit", "R-114", "A11").on("leader").into());
    }
    write::<A>(tx, kit, ctx, row, actor, command)
}

fn write<A: Listed + Led>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    row: &MatterRow,
    actor: Actor,
    command: &Command,
) -> Result<(), Error> {
    let loaded = matter::load_to_change::<A>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
    let rules = kit.reference().leaders.in_force(&row.facts.division, ctx.today());
    let rules = rules.as_deref().cloned().unwrap_or_else(LeaderRules::shipped);
    let deed = decide(loaded.state.leadership(), command, &rules, actor, ctx.today())?;
    let terms = kit.terms(&row.facts.division, kernel::beijing_date(row.registered_at));
    listed(tx, row, &deed)?;
    visited(tx, row, (loaded.state.version() + 1, &deed), actor)?;
    let events = vec![Event::of(A::led(deed))];
    matter::record(tx, loaded, events, Deed { actor, at: ctx.now(), clocks: terms.clocks() }).map(drop)
}

/// Whose list it stands on beside the first one's, which the table of cases holds.
fn listed(tx: &mut Tx, row: &MatterRow, deed: &domain::leadership::Deed) -> Result<(), Error> {
    use domain::leadership::Deed;
    match deed {
        Deed::SecondTaken { leader, .. } => {
            let sql = "INSERT INTO second_charge (region, case_id, leader_id) VALUES ($1, $2, $3)";
            tx.execute(sql, params![&row.region, row.id(), *leader])?;
        }
        Deed::ChargeEnded { .. } => {
            let sql = "DELETE FROM second_charge WHERE region = $1 AND case_id = $2";
            tx.execute(sql, params![&row.region, row.id()])?;
        }
        _ => {}
    }
    Ok(())
}

/// A visit beside whoever made it, so that what is due next can be counted.
fn visited(
    tx: &mut Tx,
    row: &MatterRow,
    (seq, deed): (i64, &domain::leadership::Deed),
    actor: Actor,
) -> Result<(), Error> {
    if let (domain::leadership::Deed::Visited { kind, on, .. }, Some(user)) = (deed, actor.user()) {
        let sql = "INSERT INTO visit (region, case_id, seq, user_id, kind, on_day) VALUES ($1, $2, $3, $4, $5, $6)";
        tx.execute(sql, params![&row.region, row.id(), seq, user, kind.name(), *on])?;
    }
    Ok(())
}

fn permitted(subject: &Subject, command: &Command, row: &MatterRow) -> Result<Actor, Refusal> {
    match command {
        Command::TakeCharge { .. } | Command::TakeSecond { .. } | Command::EndCharge { .. } => {
            access::permit::<NameLeader>(subject, &row.facts).map(|permit| permit.actor())
        }
        Command::FollowInstruction { .. } => {
            access::permit::<FollowInstruction>(subject, &row.facts).map(|permit| permit.actor())
        }
        // Seats are booked where the seats are known.
        Command::Book { .. }
        | Command::EndBooking { .. }
        | Command::CancelBooking { .. }
        | Command::MoveBooking { .. }
        // What a meeting decides and what passed its day is put where it is known.
        | Command::MeetingDecided { .. }
        | Command::NotePassed => Err(Refusal::not_permitted()),
        _ => access::permit::<LeadMatter>(subject, &row.facts).map(|permit| permit.actor()),
    }
}

/// Whoever is named exists today.
fn known(tx: &mut Tx, ctx: &Ctx, command: &Command) -> Result<(), Error> {
    let unknown = |field: &str| Refusal::invalid(field, "leader-unknown");
    match command {
        Command::TakeCharge { leader, org, post } => {
            let role = match post {
                Post::Leader => Role::UnitLeader,
                Post::Delegate => Role::Delegate,
            };
            let found = people::with_role(tx, *org, role, ctx.today())?.iter().any(|one| one.id == *leader);
            if found { Ok(()) } else { Err(unknown("leader").into()) }
        }
        Command::TakeSecond { leader, org } => {
            let found = people::with_role(tx, *org, Role::UnitLeader, ctx.today())?;
            if found.iter().any(|one| one.id == *leader) { Ok(()) } else { Err(unknown("leader").into()) }
        }
        Command::Instruct { to, .. } => {
            let org = organisation::get(tx, *to)?.filter(|org| org.value.active_on(ctx.today()));
            org.map(drop).ok_or_else(|| unknown("to").into())
        }
        _ => Ok(()),
    }
}

/// What leaders did on a matter, with the names around it and what the reader may add.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The matter.
    pub row: MatterRow,
    /// What they did.
    pub leadership: Leadership,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
    /// May name who takes charge.
    pub may_name: bool,
    /// May instruct, visit, put advice on record.
    pub may_lead: bool,
    /// Is in charge.
    pub in_charge: bool,
    /// Who reads.
    pub me: Option<UserId>,
}

/// What leaders did on a matter that `subject` may read. The caller has put the look on record.
///
/// # Errors
/// `not-permitted`, also when it does not exist.
pub fn open(tx: &mut Tx, subject: &Subject, id: CaseId) -> Result<Seen, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    access::permit::<ReadMatter>(subject, &row.facts)?;
    let none = || Error::from(Refusal::not_permitted());
    let leadership = match row.kind() {
        CaseKind::Petition => matter::load::<Petition>(tx, &row.region, id)?.ok_or_else(none)?.state.leadership,
        CaseKind::WorkOrder => matter::load::<WorkOrder>(tx, &row.region, id)?.ok_or_else(none)?.state.leadership,
        _ => return Err(none()),
    };
    let me = subject.staff().map(access::StaffSubject::user);
    Ok(Seen {
        names: organisation::called(tx, orgs(&leadership))?,
        staff: people::names(tx, users(&leadership))?,
        may_name: access::permit::<NameLeader>(subject, &row.facts).is_ok(),
        may_lead: access::permit::<LeadMatter>(subject, &row.facts).is_ok(),
        in_charge: me.is_some_and(|me| leadership.charge_of(me).is_some()),
        me,
        leadership,
        row,
    })
}

fn actors(leadership: &Leadership) -> Vec<Actor> {
    let duties = leadership.charges().flat_map(|charge| &charge.duties).filter_map(|duty| duty.answer.as_ref());
    let answers = leadership.instructions.iter().filter_map(|one| one.answer.as_ref());
    let answered = duties.chain(answers).map(|answer| answer.by);
    let written = leadership.instructions.iter().map(|one| one.by);
    let visits = leadership.visits.iter().map(|visit| visit.by);
    answered.chain(written).chain(visits).chain(leadership.opinions.iter().map(|one| one.by)).collect()
}

fn users(leadership: &Leadership) -> std::collections::BTreeSet<UserId> {
    actors(leadership).into_iter().filter_map(Actor::user).chain(leadership.charges().map(|one| one.leader)).collect()
}

fn orgs(leadership: &Leadership) -> std::collections::BTreeSet<OrgId> {
    let named = leadership.instructions.iter().map(|one| one.to);
    let charge = leadership.charges().map(|charge| charge.org);
    let decided = leadership.meetings.iter().map(|said| said.owner);
    actors(leadership).into_iter().filter_map(Actor::org).chain(named).chain(charge).chain(decided).collect()
}
