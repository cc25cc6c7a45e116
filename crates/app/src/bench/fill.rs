//! A database as full as a city's after a year: most matters over, some with a unit, a morning's worth at the bureau. Every
//! one of them went through the same use cases as in earnest, in batches of one transaction.

use domain::{
    access::Subject,
    case::{DispatchKind, MatterType, Purpose},
    petition::Command,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Ctx, OrgId};
use services::{
    Error, Kit,
    petition::{self, Act, By, Door},
};
use store::Tx;

use super::world::{World, form};

/// How many are still open when it is full; the rest is over.
const OPEN: usize = 2_500;
/// How many of the open ones wait at the bureau.
const WAITING: usize = 90;
/// Matters in one transaction.
const BATCH: usize = 1_000;
/// The days over which they came.
const DAYS: i64 = 365;

/// What the pages are asked for.
pub(super) struct Filled {
    /// A matter that a unit has: its number, code and id.
    pub(super) number: String,
    pub(super) code: String,
    pub(super) id: CaseId,
    /// A matter that waits at the bureau.
    pub(super) waiting: CaseId,
}

/// A matter just registered.
#[derive(Debug, Clone)]
struct Born {
    number: String,
    code: String,
    id: CaseId,
}

/// Puts `count` matters in.
///
/// # Errors
/// When the database fails, or `count` is 0.
pub(super) fn fill(world: &World, count: usize) -> anyhow::Result<Filled> {
    let bar = crate::progress::bar(u64::try_from(count)?, "");
    let now = world.clock.now();
    let (mut with_unit, mut waiting) = (None, None);
    for start in (0..count).step_by(BATCH) {
        let (kit, unit, officer) = (world.kit.clone(), world.unit, world.officer.clone());
        let size = BATCH.min(count - start);
        let born = world.store.write_blocking(move |tx| -> Result<Vec<(usize, Born)>, Error> {
            let mut fill = Filler { tx, kit: &kit, officer: &officer, unit, now, count };
            (start..start + size).map(|i| Ok((i, fill.one(i)?))).collect()
        })?;
        for (i, one) in born {
            match fate(i, count) {
                Fate::WithUnit => with_unit = Some(one),
                Fate::Waiting => waiting = Some(one.id),
                Fate::Over => {}
            }
        }
        bar.set_position(u64::try_from(start + size)?);
    }
    bar.finish_and_clear();
    let (Some(with_unit), Some(waiting)) = (with_unit, waiting) else {
        anyhow::bail!("too few matters to measure with");
    };
    Ok(Filled { number: with_unit.number, code: with_unit.code, id: with_unit.id, waiting })
}

/// Where a matter stands when the database is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Over,
    WithUnit,
    Waiting,
}

/// The oldest are over, the newest wait; in a small database a third each.
fn fate(i: usize, count: usize) -> Fate {
    let (waiting, open) = (WAITING.min(count / 3), OPEN.min(count * 2 / 3));
    match count - i {
        left if left <= waiting => Fate::Waiting,
        left if left <= open => Fate::WithUnit,
        _ => Fate::Over,
    }
}

struct Filler<'a> {
    tx: &'a mut Tx,
    kit: &'a Kit,
    officer: &'a Subject,
    unit: OrgId,
    now: Timestamp,
    count: usize,
}

impl Filler<'_> {
    fn one(&mut self, i: usize) -> Result<Born, Error> {
        let ctx = self.ctx(i, 0);
        let new = form(i).parse(Door::Public, ctx.now())?;
        let receipt = petition::register(self.tx, self.kit, &ctx, &By::Petitioner, &new, None)?;
        let hers = Subject::Petitioner(receipt.id);
        match fate(i, self.count) {
            Fate::Over => self.act(i, &hers, receipt.id, Command::Withdraw { reason: None })?,
            Fate::WithUnit => {
                let triage = Command::Triage {
                    matter_type: MatterType::AppealClaim,
                    purpose: Purpose::SeekDecision,
                    category: None,
                    respondent: None,
                    routes: vec![],
                };
                self.act(i, self.officer, receipt.id, triage)?;
                let forward = Command::Forward { to: self.unit, kind: DispatchKind::Forward, feedback_days: None };
                self.act(i, self.officer, receipt.id, forward)?;
            }
            Fate::Waiting => {}
        }
        let code = receipt.code.reveal().to_owned();
        Ok(Born { number: receipt.number.to_string(), code, id: receipt.id })
    }

    fn act(&mut self, i: usize, subject: &Subject, id: CaseId, command: Command) -> Result<(), Error> {
        let ctx = self.ctx(i, 1);
        petition::act(self.tx, self.kit, &ctx, subject, id, None, &Act::Command(command)).map(drop)
    }

    /// The moment of the `i`th matter, the year before now evenly filled; `later` by so many hours.
    fn ctx(&self, i: usize, later: i64) -> Ctx {
        let left = i64::try_from(self.count - i).unwrap_or(i64::MAX);
        let count = i64::try_from(self.count).unwrap_or(1).max(1);
        let ago = SignedDuration::from_secs(DAYS * 86_400 / count * left + 7_200 - later * 3_600);
        Ctx::seeded(self.now - ago, (i as u64).wrapping_mul(0x9E37_79B9).wrapping_add(later.unsigned_abs()))
    }
}
