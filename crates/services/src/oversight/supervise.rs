//! Rungs: begun by rule when their day has come, or by a supervisor's hand; each written into the log of its case too.

use domain::{
    access::{self, Action, Subject, actions::Supervise},
    actor::Actor,
    case::CaseKind,
    deadline::{Clock, ClockDef},
    organisation::{Org, OrgKind},
    oversight::{Oversight, RungRule, When},
    petition::Petition,
    review::Review,
    suggestion::Suggestion,
    supervision::{Command, Ground, Liability, NewRung, Notice, Open, Origin, Rung, RungKind, RungState, Supervision},
    work_order::WorkOrder,
};
use jiff::civil::Date;
use kernel::{CaseId, Ctx, DivisionCode, Fault, OrgId, Refusal, Text};
use store::{Tx, params};

use super::{
    advice, letter,
    look::{Around, rules_of, somebody},
    overseen::Overseen,
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Birth, Deed, Loaded},
    organisation,
    petition::case_number,
};

/// The supervisions of a case, oldest first.
pub(super) fn of_case(tx: &mut Tx, region: &str, case: CaseId) -> Result<Vec<Loaded<Supervision>>, Fault> {
    let sql = "SELECT id FROM oversight_link WHERE region = $1 AND case_id = $2 AND kind = $3 ORDER BY id";
    let ids: Vec<CaseId> = tx.query(sql, params![region, case, CaseKind::Supervision.name()], |row| row.get(0))?;
    let mut found = vec![];
    for id in ids {
        found.extend(matter::load::<Supervision>(tx, region, id)?);
    }
    Ok(found)
}

/// What the rules of the jurisdiction say must begin now for this case, and what may end. Gives back the case as it is then.
pub(super) fn by_rule<A: Overseen>(
    tx: &mut Tx,
    around: &mut Around<'_>,
    rules: &Oversight,
    mut loaded: Loaded<A>,
) -> Result<(Loaded<A>, usize, usize), Error> {
    let region = loaded.row.region.clone();
    let known = of_case(tx, &region, loaded.state.id())?;
    let mut begun = 0;
    for (rule, clock, unit) in rungs_due(around, rules, &loaded.state, &known) {
        if around.issuer(tx, unit)?.is_none() {
            // The highest bureau of this house: whoever stands above it works elsewhere.
            tracing::info!(case = %loaded.state.id(), rule = %rule.id, "a rung is due, and nobody here stands above");
            continue;
        }
        loaded = begin_by_rule(tx, around, rules, loaded, (rule, &clock, unit))?;
        begun += 1;
    }
    let ended = if begun == 0 { end_settled(tx, around, &loaded.state, known)? } else { 0 };
    Ok((loaded, begun, ended))
}

/// For each clock that runs, the highest rung whose day has come and that was not begun for it before.
fn rungs_due<'r, A: Overseen>(
    around: &Around<'_>,
    rules: &'r Oversight,
    state: &A,
    known: &[Loaded<Supervision>],
) -> Vec<(&'r RungRule, Clock, OrgId)> {
    let (now, terms) = (around.ctx.now(), matter::terms(around.kit, state));
    let duty =
        |clock: &&Clock| clock.is_running() && terms.clocks().get(clock.def.as_str()).is_some_and(ClockDef::is_duty);
    let begun = |rule: &RungRule, clock: &Clock| {
        let mut rungs = known.iter().flat_map(|one| &one.state.rungs);
        rungs.any(|rung| matches!(&rung.origin, Origin::Rule { rule: id, clock: Some(of), .. } if *id == rule.id && *of == clock.id))
    };
    // 10.8, one of a kind at a time: a letter of hers that is still open says it already; the rule's follows when it is settled.
    let open = |rule: &RungRule, unit: OrgId| {
        let running = known.iter().filter(|one| one.state.unit == unit && !one.state.stage().is_over());
        let mut rungs = running.flat_map(|one| &one.state.rungs);
        rule.rung.is_letter() && rungs.any(|rung| rung.kind == rule.rung && !rung.is_settled())
    };
    let mut due: Vec<(&'r RungRule, Clock, OrgId)> = vec![];
    for clock in state.clocks().iter().filter(duty) {
        let come = rules.rungs_for(A::KIND).filter(|rule| {
            let at = rule.begins_at(clock);
            at.is_some_and(|at| at <= now) && (rule.when != When::DueWithin || now < clock.due_at)
        });
        let unit = state.owes(clock, &terms);
        let highest = come.max_by_key(|rule| rule.rung).filter(|rule| !begun(rule, clock) && !open(rule, unit));
        // Of two dates missed at once one letter speaks; the other date has its own when that one is settled.
        let alike = |rule: &RungRule| due.iter().any(|(one, _, of)| one.rung == rule.rung && *of == unit);
        if let Some(rule) = highest.filter(|rule| !rule.rung.is_letter() || !alike(rule)) {
            due.push((rule, clock.clone(), unit));
        }
    }
    due
}

fn begin_by_rule<A: Overseen>(
    tx: &mut Tx,
    around: &mut Around<'_>,
    rules: &Oversight,
    loaded: Loaded<A>,
    (rule, clock, unit): (&RungRule, &Clock, OrgId),
) -> Result<Loaded<A>, Error> {
    let new = NewRung {
        kind: rule.rung,
        ground: rule.ground,
        origin: Origin::Rule {
            rule: rule.id.clone(),
            version: rules.version.clone(),
            clock: Some(clock.id),
            def: Some(Text::parse("def", clock.def.as_str())?),
            due: Some(clock.statutory),
        },
        demands: letter::demands(rule.rung, rule.ground, Some(clock), rule.reply_days)?,
        liability: None,
        competent: None,
        reply_days: rule.reply_days,
        number: None,
    };
    begin(tx, around, loaded, unit, new, rule.auto, Actor::System).map(|(loaded, _)| loaded)
}

/// Begins a rung of `unit` for a case, opening a supervision when none is open, and writes it into the log of the case.
fn begin<A: Overseen>(
    tx: &mut Tx,
    around: &mut Around<'_>,
    loaded: Loaded<A>,
    unit: OrgId,
    mut new: NewRung,
    sent: bool,
    actor: Actor,
) -> Result<(Loaded<A>, CaseId), Error> {
    let (kit, ctx) = (around.kit, around.ctx);
    let region = loaded.row.region.clone();
    let (kind, ground) = (new.kind, new.ground);
    let supervision = of_case(tx, &region, loaded.state.id())?
        .into_iter()
        .find(|one| one.state.unit == unit && !one.state.stage().is_over());
    let supervision = match supervision {
        Some(known) => matter::open_to_change::<Supervision>(tx, known.state.id)?,
        None => open(tx, around, &loaded.state, &region, unit, actor)?,
    };
    if sent {
        new.number = letter::number(tx, kit, ctx, supervision.state.issuer, kind)?;
    }
    let id = supervision.state.id;
    let command = if sent { Command::Issue(Box::new(new)) } else { Command::Propose(Box::new(new)) };
    let after = matter::carry_out(tx, kit, ctx, actor, supervision, &command)?;
    if !sent {
        return Ok((loaded, id));
    }
    let due = after.rungs.last().and_then(|rung| due_of(&after, rung));
    let notice = Notice { supervision: id, rung: Some(kind), ground, unit, due };
    Ok((tell(tx, kit, ctx, actor, loaded, notice)?, id))
}

/// By when a rung is answered.
pub(super) fn due_of(supervision: &Supervision, rung: &Rung) -> Option<Date> {
    supervision.clocks.iter().find(|clock| Some(clock.id) == rung.clock).map(|clock| clock.statutory)
}

/// Writes a notice into the log of the case. A case that is over keeps its log as it is.
fn tell<A: Overseen>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    loaded: Loaded<A>,
    notice: Notice,
) -> Result<Loaded<A>, Error> {
    let id = loaded.state.id();
    match matter::carry_out(tx, kit, ctx, actor, loaded, &A::note(notice)) {
        Ok(_) => {}
        Err(Error::Refused(refusal)) => {
            tracing::info!(case = %id, code = %refusal.code, "supervised after it was over");
        }
        Err(fault) => return Err(fault),
    }
    matter::open_to_change::<A>(tx, id)
}

fn open<A: Overseen>(
    tx: &mut Tx,
    around: &mut Around<'_>,
    state: &A,
    region: &str,
    unit: OrgId,
    actor: Actor,
) -> Result<Loaded<Supervision>, Error> {
    let (kit, ctx) = (around.kit, around.ctx);
    somebody(around.org(tx, unit)?)?;
    let issuer = around.issuer(tx, unit)?.ok_or_else(|| Refusal::invalid("unit", "supervision-no-issuer"))?;
    let division = state.jurisdiction().clone();
    let (id, number): (CaseId, _) = (ctx.new_id(), case_number(tx, &division, ctx.today())?);
    let command = Open {
        division: division.clone(),
        case: state.id(),
        case_number: state.case_number().clone(),
        case_kind: A::KIND,
        title: state.line().clone(),
        issuer,
        unit,
        handler: state.handled_by(),
    };
    let event = Supervision::open(command, id, number)?;
    let terms = kit.terms(&division, ctx.today());
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Supervision>(tx, region, id, event, deed, Birth::default())?;
    link(tx, region, (state.id(), id), CaseKind::Supervision, unit)?;
    matter::open_to_change::<Supervision>(tx, id)
}

/// Remembers to which case a supervision or a piece of advice belongs.
pub(super) fn link(
    tx: &mut Tx,
    region: &str,
    (case, id): (CaseId, CaseId),
    kind: CaseKind,
    unit: OrgId,
) -> Result<(), Fault> {
    let sql = "INSERT INTO oversight_link (region, case_id, id, kind, unit_id) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, params![region, case, id, kind.name(), unit]).map(drop)
}

/// Who supervises a unit: the nearest petition bureau or joint meeting office at or above it that is not the unit itself; of a
/// government one above it, because those of its own place work for it. None for the highest office of a house.
pub(super) fn issuer(tx: &mut Tx, unit: &Org, ctx: &Ctx) -> Result<Option<OrgId>, Fault> {
    let directory = organisation::around(tx, std::slice::from_ref(&unit.division), ctx.today())?;
    let own = unit.kind == OrgKind::Government;
    let up = std::iter::successors(Some(unit.division.clone()), DivisionCode::parent).skip(usize::from(own));
    let kinds = [OrgKind::Bureau, OrgKind::JointMeetingOffice];
    let mut places = up.flat_map(|place| kinds.map(|kind| (place.clone(), kind)));
    Ok(places.find_map(|(place, kind)| {
        directory.at(&place).find(|org| org.kind == kind && org.id != unit.id).map(|org| org.id)
    }))
}

/// Ends the supervisions of a case that rules began, whose rungs are settled and whose clocks no longer run.
fn end_settled<A: Overseen>(
    tx: &mut Tx,
    around: &Around<'_>,
    state: &A,
    known: Vec<Loaded<Supervision>>,
) -> Result<usize, Error> {
    let runs = |rung: &Rung| match &rung.origin {
        Origin::Rule { clock, .. } => state.clocks().iter().any(|known| Some(known.id) == *clock && known.is_running()),
        Origin::Person => true,
    };
    let mut ended = 0;
    for one in known.into_iter().filter(|one| !one.state.stage().is_over() && one.state.listed().is_none()) {
        if one.state.rungs.is_empty() || one.state.rungs.iter().any(|rung| !rung.is_settled() || runs(rung)) {
            continue;
        }
        let reason = kernel::i18n::say(kernel::Locale::Zh, "supervision-ended-by-itself", []);
        let command = Command::Close { reason: Text::parse("reason", &reason)? };
        let open = matter::open_to_change::<Supervision>(tx, one.state.id)?;
        matter::carry_out(tx, around.kit, around.ctx, Actor::System, open, &command)?;
        ended += 1;
    }
    Ok(ended)
}

/// Drafts advice on accountability where a rule calls for it: a letter not answered in time, a record made up, reminders
/// without effect. A person signs it or drops it.
pub(super) fn propose(
    tx: &mut Tx,
    around: &mut Around<'_>,
    rules: &Oversight,
    loaded: Loaded<Supervision>,
) -> Result<usize, Error> {
    let state = &loaded.state;
    let pending =
        |rung: &&Rung| rung.kind == RungKind::AccountabilityAdvice && !matches!(rung.state, RungState::Dropped { .. });
    if state.stage().is_over() || state.rungs.iter().any(|rung| pending(&rung)) {
        return Ok(0);
    }
    let dropped = |rule: &RungRule| {
        state.rungs.iter().any(|rung| matches!(&rung.origin, Origin::Rule { rule: id, .. } if *id == rule.id))
    };
    let now = around.ctx.now();
    let calls = |rule: &&RungRule| match rule.when {
        When::LetterOverdue => state.unanswered(now).any(|rung| rung.kind == RungKind::SupervisionLetter),
        When::Fraud => state.has_fraud(),
        When::Reminded => {
            state.rungs.iter().filter(|rung| rung.kind < RungKind::SupervisionLetter).count() >= rule.count as usize
        }
        When::DueWithin | When::Overdue => false,
    };
    let Some(rule) = rules.rungs_for(state.case_kind).filter(calls).find(|rule| !dropped(rule)) else { return Ok(0) };
    let new = NewRung {
        kind: rule.rung,
        ground: rule.ground,
        origin: Origin::Rule {
            rule: rule.id.clone(),
            version: rules.version.clone(),
            clock: None,
            def: None,
            due: None,
        },
        demands: letter::demands(rule.rung, rule.ground, None, rule.reply_days)?,
        liability: None,
        competent: None,
        reply_days: rule.reply_days,
        number: None,
    };
    let command = Command::Propose(Box::new(new));
    match matter::carry_out(tx, around.kit, around.ctx, Actor::System, loaded, &command) {
        Ok(_) => Ok(1),
        // Reminders alone call for it in the table and not in the law of rungs: nothing begins.
        Err(Error::Refused(refusal)) => {
            tracing::info!(code = %refusal.code, "a rule calls for a rung that has no ground");
            Ok(0)
        }
        Err(fault) => Err(fault),
    }
}

/// A rung by a supervisor's hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    /// Which.
    pub kind: RungKind,
    /// What for.
    pub ground: Ground,
    /// What is demanded; the drafted words when none.
    pub demands: Option<Text<2000>>,
    /// Days to answer; for a letter.
    pub reply_days: Option<u32>,
    /// The case of articles 42 to 46.
    pub liability: Option<Liability>,
    /// Who decides on accountability.
    pub competent: Option<OrgId>,
}

/// A rung to whoever has the case; the supervision. A reminder goes out at once; a letter is drafted, and another person signs it
/// (6.1).
///
/// # Errors
/// `not-permitted`, `supervision-of-oneself`, and the rules of the rung.
pub fn by_hand(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    asked: &ByHand,
) -> Result<CaseId, Error> {
    match matter::place_of(tx, case)? {
        Some((_, CaseKind::Petition)) => hand::<Petition>(tx, kit, ctx, subject, case, asked),
        Some((_, CaseKind::WorkOrder)) => hand::<WorkOrder>(tx, kit, ctx, subject, case, asked),
        Some((_, CaseKind::Suggestion)) => hand::<Suggestion>(tx, kit, ctx, subject, case, asked),
        Some((_, CaseKind::Review)) => hand::<Review>(tx, kit, ctx, subject, case, asked),
        _ => Err(Refusal::not_permitted().into()),
    }
}

fn hand<A: Overseen>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    asked: &ByHand,
) -> Result<CaseId, Error> {
    let loaded = matter::open_to_change::<A>(tx, case)?;
    let actor = access::permit::<Supervise>(subject, &loaded.row.facts)?.actor();
    let unit = loaded.state.in_hand();
    let mut around = Around::new(kit, ctx);
    let clock =
        loaded.state.clocks().iter().filter(|clock| clock.is_running()).min_by_key(|clock| clock.due_at).cloned();
    let reply_days = asked.reply_days.filter(|_| asked.kind.is_letter());
    let demands = match &asked.demands {
        Some(demands) => demands.clone(),
        None => letter::demands(asked.kind, asked.ground, clock.as_ref(), reply_days)?,
    };
    let new = NewRung {
        kind: asked.kind,
        ground: asked.ground,
        origin: Origin::Person,
        demands,
        liability: asked.liability,
        competent: asked.competent,
        reply_days,
        number: None,
    };
    if unit == actor.org().unwrap_or(unit) {
        return Err(Refusal::rule("supervision-of-oneself", "R-036", "A40").into());
    }
    let sent = !asked.kind.is_letter();
    begin(tx, &mut around, loaded, unit, new, sent, actor).map(|(_, id)| id)
}

/// What a supervisor signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Which rung.
    pub no: u32,
    /// What is demanded, as signed.
    pub demands: Text<2000>,
    /// The case of articles 42 to 46.
    pub liability: Option<Liability>,
    /// Who decides on accountability.
    pub competent: Option<OrgId>,
}

/// Signs a drafted rung: its number is drawn, its clock starts, the case notes it; advice on accountability goes to the body
/// that decides.
///
/// # Errors
/// `not-permitted`, `stale`, and the rules of the rung.
pub fn sign(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    what: &Signature,
) -> Result<Supervision, Error> {
    let loaded = matter::open_to_change::<Supervision>(tx, id)?;
    let actor = matter::permitted(subject, domain::supervision::CommandKind::Sign, &loaded)?;
    matter::fresh(expected, &loaded)?;
    let kind = loaded.state.rung(what.no).map_or(RungKind::SupervisionLetter, |rung| rung.kind);
    let ground = loaded.state.rung(what.no).map_or(Ground::Overdue, |rung| rung.ground);
    let number = letter::number(tx, kit, ctx, loaded.state.issuer, kind)?;
    let command = Command::Sign {
        no: what.no,
        demands: what.demands.clone(),
        liability: what.liability,
        competent: what.competent,
        number: number.ok_or_else(|| Refusal::rule("rung-number", "6.2", ""))?,
    };
    let after = matter::carry_out(tx, kit, ctx, actor, loaded, &command)?;
    let due = after.rung(what.no).and_then(|rung| due_of(&after, rung));
    let notice = Notice { supervision: id, rung: Some(kind), ground, unit: after.unit, due };
    note_in_case(tx, kit, ctx, actor, &after, notice)?;
    if kind == RungKind::AccountabilityAdvice {
        advice::from_rung(tx, kit, ctx, actor, id)?;
    }
    Ok(after)
}

/// Puts a supervised matter on the list 挂牌; the case notes it and she is told.
///
/// # Errors
/// `not-permitted`, `stale`, `supervision-listed-already`, `listing-due-past`.
pub fn list_matter(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    command: &Command,
) -> Result<Supervision, Error> {
    let loaded = matter::open_to_change::<Supervision>(tx, id)?;
    let actor = matter::permitted(subject, command.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let after = matter::carry_out(tx, kit, ctx, actor, loaded, command)?;
    if let Command::List { due, .. } = command {
        let ground = after.rungs.last().map_or(Ground::Delay, |rung| rung.ground);
        let notice = Notice { supervision: id, rung: None, ground, unit: after.unit, due: Some(*due) };
        note_in_case(tx, kit, ctx, actor, &after, notice)?;
    }
    Ok(after)
}

fn note_in_case(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    supervision: &Supervision,
    notice: Notice,
) -> Result<(), Error> {
    match supervision.case_kind {
        CaseKind::Petition => {
            let case = matter::open_to_change::<Petition>(tx, supervision.case)?;
            tell(tx, kit, ctx, actor, case, notice).map(drop)
        }
        CaseKind::WorkOrder => {
            let case = matter::open_to_change::<WorkOrder>(tx, supervision.case)?;
            tell(tx, kit, ctx, actor, case, notice).map(drop)
        }
        CaseKind::Suggestion => {
            let case = matter::open_to_change::<Suggestion>(tx, supervision.case)?;
            tell(tx, kit, ctx, actor, case, notice).map(drop)
        }
        CaseKind::Review => {
            let case = matter::open_to_change::<Review>(tx, supervision.case)?;
            tell(tx, kit, ctx, actor, case, notice).map(drop)
        }
        _ => Ok(()),
    }
}

/// The rung that would begin next for a case, and when: what the desk offers with one click.
pub(super) fn next_rung<A: Overseen>(
    kit: &Kit,
    ctx: &Ctx,
    state: &A,
    known: &[Supervision],
) -> Option<(RungRule, Clock)> {
    let (rules, now) = (rules_of(kit, state), ctx.now());
    let issued = known.iter().filter_map(Supervision::highest).max();
    let candidates = state.clocks().iter().filter(|clock| clock.is_running()).flat_map(|clock| {
        let rungs = rules.rungs_for(A::KIND).filter(|rule| Some(rule.rung) > issued);
        rungs.filter_map(move |rule| Some((rule.begins_at(clock)?, rule, clock))).collect::<Vec<_>>()
    });
    let soonest = candidates.filter(|(_, rule, clock)| rule.when != When::DueWithin || now < clock.due_at);
    soonest.min_by_key(|(at, rule, _)| (*at, rule.rung)).map(|(_, rule, clock)| (rule.clone(), clock.clone()))
}

/// The action that supervising by hand needs.
pub(super) const BY_HAND: Action = Action::Supervise;
