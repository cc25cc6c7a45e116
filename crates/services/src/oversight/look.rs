//! One look at each case that asked for one: what must rise rises, rungs whose day has come begin, what is settled ends, and
//! the next look is set. A case is looked at in a savepoint of its own; one that fails waits an hour and harms no other.

use std::collections::HashMap;

use domain::{
    actor::Actor,
    case::CaseKind,
    escalation::{ByRule, Cause, Raised, Step, hit},
    organisation::Org,
    oversight::{Oversight, Target},
    petition::Petition,
    review::Review,
    suggestion::Suggestion,
    supervision::Supervision,
    work_order::WorkOrder,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Ctx, Fault, OrgId, OrgLevel, Refusal, Text};
use store::{Tx, params};

use super::{find, overseen::Overseen, supervise};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Loaded},
    organisation,
};

/// What one batch did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looked {
    /// Cases looked at.
    pub looked: usize,
    /// Cases that rose.
    pub raised: usize,
    /// Rungs that began.
    pub rungs: usize,
    /// Supervisions that ended.
    pub ended: usize,
    /// Cases that could not be looked at now; they wait.
    pub left: usize,
}

/// How long a case waits that could not be looked at.
const PATIENCE: SignedDuration = SignedDuration::from_hours(1);
/// How often a case may rise in one look: level by level after a long standstill.
pub(super) const MOST: usize = 4;

struct Due {
    region: String,
    case: CaseId,
    kind: CaseKind,
}

/// What is looked up once for a whole batch.
pub(super) struct Around<'a> {
    pub(super) kit: &'a Kit,
    pub(super) ctx: &'a Ctx,
    orgs: HashMap<OrgId, Option<Org>>,
    issuers: HashMap<OrgId, Option<OrgId>>,
}

impl<'a> Around<'a> {
    pub(super) fn new(kit: &'a Kit, ctx: &'a Ctx) -> Self {
        Self { kit, ctx, orgs: HashMap::new(), issuers: HashMap::new() }
    }

    /// The organisation, asked for once.
    pub(super) fn org(&mut self, tx: &mut Tx, id: OrgId) -> Result<Option<Org>, Fault> {
        if let Some(known) = self.orgs.get(&id) {
            return Ok(known.clone());
        }
        let found = organisation::get(tx, id)?.map(|stored| stored.value);
        self.orgs.insert(id, found.clone());
        Ok(found)
    }

    /// Who supervises it, asked for once; see [`supervise::issuer`].
    pub(super) fn issuer(&mut self, tx: &mut Tx, unit: OrgId) -> Result<Option<OrgId>, Fault> {
        if let Some(known) = self.issuers.get(&unit) {
            return Ok(*known);
        }
        let found = self.org(tx, unit)?.map(|org| supervise::issuer(tx, &org, self.ctx)).transpose()?.flatten();
        self.issuers.insert(unit, found);
        Ok(found)
    }
}

/// Looks at up to `limit` cases whose moment has come; call again while it returns work.
///
/// # Errors
/// When the database fails.
pub fn look_due(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<Looked, Fault> {
    let mut looked = Looked::default();
    let mut around = Around::new(kit, ctx);
    for due in due_by(tx, ctx.now(), limit)? {
        let outcome = tx.attempt(|tx| one(tx, &mut around, &due));
        match outcome {
            Ok(did) => {
                looked.looked += 1;
                looked.raised += did.raised;
                looked.rungs += did.rungs;
                looked.ended += did.ended;
            }
            Err(Error::Fault(Fault::Conflict)) => return Err(Fault::Conflict),
            Err(error) => {
                tracing::warn!(case = %due.case, %error, "a case could not be looked at");
                looked.left += 1;
                matter::look_at(tx, &due.region, due.case, due.kind, later(ctx.now(), PATIENCE))?;
            }
        }
    }
    Ok(looked)
}

fn due_by(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<Due>, Fault> {
    let sql = "SELECT region, case_id, kind FROM watch WHERE at <= $1 ORDER BY at, case_id LIMIT $2";
    tx.query(sql, params![now, limit], |row| {
        Ok(Due { region: row.get(0)?, case: row.get(1)?, kind: row.parse(2, CaseKind::parse)? })
    })
}

fn one(tx: &mut Tx, around: &mut Around<'_>, due: &Due) -> Result<Looked, Error> {
    match due.kind {
        CaseKind::Petition => case::<Petition>(tx, around, due),
        CaseKind::WorkOrder => case::<WorkOrder>(tx, around, due),
        CaseKind::Suggestion => case::<Suggestion>(tx, around, due),
        CaseKind::Supervision => supervision(tx, around, due),
        CaseKind::Find => find::look(tx, around, &due.region, due.case),
        CaseKind::Review => case::<Review>(tx, around, due),
        CaseKind::Obstruction
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => {
            matter::forget(tx, &due.region, due.case)?;
            Ok(Looked::default())
        }
    }
}

fn case<A: Overseen>(tx: &mut Tx, around: &mut Around<'_>, due: &Due) -> Result<Looked, Error> {
    let mut did = Looked::default();
    let mut loaded = matter::open_to_change::<A>(tx, due.case)?;
    let rules = rules_of(around.kit, &loaded.state);
    for _ in 0..MOST {
        match rise(tx, around, &rules, loaded)? {
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
    let (loaded, rungs, ended) = supervise::by_rule(tx, around, &rules, loaded)?;
    (did.rungs, did.ended) = (rungs, ended);
    set_next(tx, around, &rules, &loaded, due)?;
    Ok(did)
}

/// The rules that a case is under.
pub(super) fn rules_of<A: Overseen>(kit: &Kit, state: &A) -> std::sync::Arc<Oversight> {
    kit.oversight(state.jurisdiction(), kernel::beijing_date(state.ruled_from()))
}

/// Lets it rise by the first rule that fits; whether it did.
fn rise<A: Overseen>(
    tx: &mut Tx,
    around: &mut Around<'_>,
    rules: &Oversight,
    loaded: Loaded<A>,
) -> Result<(Loaded<A>, bool), Error> {
    let (kit, ctx) = (around.kit, around.ctx);
    let terms = matter::terms(kit, &loaded.state);
    let signs = loaded.state.all_signs(ctx.now(), terms.clocks());
    if signs.is_empty() {
        return Ok((loaded, false));
    }
    let Some(lead) = around.org(tx, loaded.state.lead())? else { return Ok((loaded, false)) };
    let Some((rule, sign)) = hit(rules, &loaded.state, lead.level(), &signs) else { return Ok((loaded, false)) };
    let barred = [Some(lead.id), loaded.state.complained_of()];
    let Some(to) = target(tx, &lead, &rule.target, &barred, ctx)? else { return Ok((loaded, false)) };
    let raised = Raised {
        from: lead.id,
        to: to.id,
        from_level: Some(lead.level()),
        level: Some(to.level()),
        cause: Cause::Rule(ByRule {
            id: rule.id.clone(),
            version: rules.version.clone(),
            trigger: rule.trigger,
            threshold: rule.threshold,
            measured: sign.measure,
            occasion: Text::parse("occasion", &sign.occasion)?,
        }),
        reason: None,
        needs: rules.redoings.clone(),
    };
    let id = loaded.state.id();
    let Some(step) = A::step(Step::Raise(Box::new(raised))) else { return Ok((loaded, false)) };
    match matter::carry_out(tx, kit, ctx, Actor::System, loaded, &step) {
        Ok(_) => Ok((matter::open_to_change::<A>(tx, id)?, true)),
        // Not at this stage: it is looked at again when it moved on.
        Err(Error::Refused(refusal)) => {
            tracing::info!(case = %id, code = %refusal.code, "a rule fits, and it cannot rise now");
            Ok((matter::open_to_change::<A>(tx, id)?, false))
        }
        Err(fault) => Err(fault),
    }
}

/// Whom it rises to: the first organisation of the kinds named, so many levels above `from`.
pub(super) fn target(
    tx: &mut Tx,
    from: &Org,
    target: &Target,
    barred: &[Option<OrgId>],
    ctx: &Ctx,
) -> Result<Option<Org>, Fault> {
    let level = std::iter::successors(Some(from.level()), |level: &OrgLevel| level.above()).nth(usize::from(target.up));
    let Some(level) = level else { return Ok(None) };
    let division = from.division.at(level);
    let directory = organisation::around(tx, std::slice::from_ref(&division), ctx.today())?;
    let free = |org: &&Org| !barred.contains(&Some(org.id));
    let found = target.kinds.iter().find_map(|kind| directory.at(&division).filter(free).find(|org| org.kind == *kind));
    Ok(found.cloned())
}

/// The supervision itself: what was not answered, or was found made up, calls for more; what is settled may end.
fn supervision(tx: &mut Tx, around: &mut Around<'_>, due: &Due) -> Result<Looked, Error> {
    let loaded = matter::open_to_change::<Supervision>(tx, due.case)?;
    let (case, kind) = (loaded.state.case, loaded.state.case_kind);
    let rules = around.kit.oversight(&loaded.state.division, kernel::beijing_date(loaded.state.opened_at));
    let rungs = supervise::propose(tx, around, &rules, loaded)?;
    matter::forget(tx, &due.region, due.case)?;
    // Whether it is over says its case, which is looked at next.
    matter::look_at(tx, &due.region, case, kind, around.ctx.now())?;
    Ok(Looked { rungs, ..Looked::default() })
}

/// When a rule's day comes next, over all clocks that run.
fn set_next<A: Overseen>(
    tx: &mut Tx,
    around: &Around<'_>,
    rules: &Oversight,
    loaded: &Loaded<A>,
    due: &Due,
) -> Result<(), Fault> {
    let now = around.ctx.now();
    let running = loaded.state.clocks().iter().filter(|clock| clock.is_running());
    let next = running.filter_map(|clock| rules.next_look(due.kind, clock, now)).min();
    match next {
        Some(at) => matter::look_at(tx, &due.region, due.case, due.kind, at),
        None => matter::forget(tx, &due.region, due.case),
    }
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(now)
}

/// Refuses what only makes sense while somebody has the case.
pub(super) fn somebody(found: Option<Org>) -> Result<Org, Error> {
    found.ok_or_else(|| Refusal::invalid("unit", "supervision-unit-unknown").into())
}
