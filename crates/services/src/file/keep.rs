//! Putting away by itself, and what people do with a file afterwards.

use domain::{
    access::{self, Subject, actions::KeepFile},
    actor::Actor,
    case::CaseKind,
    document::Press,
    petition,
    retention::{Command, MatterFile, Packed},
};
use jiff::SignedDuration;
use kernel::{CaseId, Clock, Ctx, Fault, Refusal};
use store::{Store, Tx, params};

use super::{
    around::{around, family},
    pack::{FORM, package},
    stream,
};
use crate::{
    attachment::Blobs,
    document,
    error::Error,
    kit::Kit,
    matter::{self, MatterRow},
};

/// What stands against it is asked again after this long.
const AGAIN: SignedDuration = SignedDuration::from_hours(24 * 7);

/// What somebody who keeps files may do with one, besides removing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Keep it whatever its period says.
    Hold,
    /// End that.
    Free,
    /// Limit its use.
    Limit,
    /// Lift the limit.
    Unlimit,
    /// Propose what the rule says.
    Propose,
    /// Take that back, or do not follow it.
    TakeBack,
}

impl Step {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Propose, Self::TakeBack, Self::Hold, Self::Free, Self::Limit, Self::Unlimit];

    /// As an address says it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Free => "free",
            Self::Limit => "limit",
            Self::Unlimit => "unlimit",
            Self::Propose => "propose",
            Self::TakeBack => "take-back",
        }
    }

    /// Reads [`Self::name`] back.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    fn command(self) -> Command {
        match self {
            Self::Hold => Command::Hold,
            Self::Free => Command::Free,
            Self::Limit => Command::Limit,
            Self::Unlimit => Command::Unlimit,
            Self::Propose => Command::Propose,
            Self::TakeBack => Command::TakeBack,
        }
    }
}

/// Carries out a step on the file of a case.
///
/// # Errors
/// `not-permitted`, or the rule that forbids it.
pub fn step(tx: &mut Tx, ctx: &Ctx, subject: &Subject, case: CaseId, step: Step) -> Result<MatterFile, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<KeepFile>(subject, &row.facts)?.actor();
    let around = around(tx, &row)?;
    Ok(stream::act(tx, ctx, &row, actor, &step.command(), around)?.0)
}

/// The steps that fit a file now, and why the rule cannot be carried out yet. The caller holds leave to keep it.
///
/// # Errors
/// When the database fails.
pub fn steps(
    tx: &mut Tx,
    ctx: &Ctx,
    row: &MatterRow,
    file: &MatterFile,
) -> Result<(Vec<Step>, Option<Refusal>), Fault> {
    let around = around(tx, row)?;
    let someone = Actor::Staff { user: kernel::UserId(uuid::Uuid::nil()), org: row.facts.bureau };
    let fits = |step: &Step| file.decide(&step.command(), someone, ctx, around).is_ok();
    Ok((Step::ALL.into_iter().filter(fits).collect(), file.is_due(ctx.today(), around).err()))
}

/// Puts away up to `limit` matters whose rest is over: archived when they can be, their letters printed, the digest of the package on
/// record. Blocks: files are read outside of transactions. How many were looked at.
///
/// # Errors
/// When the database or the folder fails.
pub fn put_away(
    store: &Store,
    kit: &Kit,
    clock: &dyn Clock,
    (files, press, base): (&Blobs, &dyn Press, &str),
    limit: u32,
) -> Result<usize, Fault> {
    let ctx = || Ctx::system(clock);
    let now = ctx();
    let opened = store.write_blocking(move |tx| unpack(tx, &now, limit))?;
    let (own, now) = (kit.clone(), ctx());
    let resting = store.read_blocking(move |tx| resting(tx, &own, &now, limit))?;
    for case in &resting {
        let (own, now, case) = (kit.clone(), ctx(), *case);
        let ready = store.write_blocking(move |tx| ready(tx, &own, &now, case))?;
        let Some(row) = ready else { continue };
        print(store, kit, clock, (files, press, base), &row)?;
        let (own, of) = (kit.clone(), row.clone());
        let bundle = store.read_blocking(move |tx| package(tx, &own, &of))?;
        let written = bundle.write(kit, files, press, base, &mut std::io::sink())?;
        let (own, now) = (kit.clone(), ctx());
        store.write_blocking(move |tx| pack(tx, &own, &now, &row, written))?;
    }
    Ok(resting.len() + opened)
}

/// Matters that rest long enough and were not put away.
fn resting(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<Vec<CaseId>, Fault> {
    let sql = "SELECT id, kind, division, updated_at FROM matter WHERE is_over AND NOT packed AND updated_at <= $1 \
               AND kind IN ('PETITION', 'WORK_ORDER', 'FIND', 'SUGGESTION') AND (pack_look IS NULL OR pack_look <= $2) \
               ORDER BY updated_at, id LIMIT $3";
    let mut found = vec![];
    let day = ctx.now() - SignedDuration::from_hours(24);
    tx.query_each(sql, params![day.as_microsecond(), ctx.now(), limit], |row| {
        let division = row.parse("division", |text| kernel::DivisionCode::parse(text).ok())?;
        let rest = i64::from(kit.retention_rules(&division, ctx.today()).rest_days);
        let updated: jiff::Timestamp = row.get("updated_at")?;
        if updated + SignedDuration::from_hours(24 * rest) <= ctx.now() {
            found.push(row.get("id")?);
        }
        Ok(())
    })?;
    Ok(found)
}

/// The matter, when nothing keeps it out of the archive; else it is looked at again later.
fn ready(tx: &mut Tx, kit: &Kit, ctx: &Ctx, case: CaseId) -> Result<Option<MatterRow>, Fault> {
    let Some(row) = matter::find_by_id(tx, case)? else { return Ok(None) };
    let archived = match row.kind() {
        CaseKind::Petition if row.stage != petition::Stage::Archived.name() => {
            let archive = petition::Command::Archive;
            let done = tx.attempt(|tx| matter::act(tx, kit, ctx, &Subject::System, case, None, &archive));
            match done {
                Ok(_) => true,
                Err(Error::Fault(fault)) => return Err(fault),
                Err(_) => false,
            }
        }
        _ => true,
    };
    let Some(row) = matter::find_by_id(tx, case)? else { return Ok(None) };
    let around = around(tx, &row)?;
    if archived && !around.open && !around.beside {
        return Ok(Some(row));
    }
    let sql = "UPDATE matter SET pack_look = $3 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&row.region, case, ctx.now() + AGAIN])?;
    Ok(None)
}

/// Letters in force that nobody printed yet are printed now, so that the package has their files.
fn print(
    store: &Store,
    kit: &Kit,
    clock: &dyn Clock,
    (files, press, base): (&Blobs, &dyn Press, &str),
    row: &MatterRow,
) -> Result<(), Fault> {
    let (own, of) = (kit.clone(), row.clone());
    let letters = store.read_blocking(move |tx| {
        let mut all = vec![];
        for kin in family(tx, &of)? {
            all.extend(document::of_file(tx, &own, &kin.region, kin.id)?);
        }
        Ok::<_, Fault>(all)
    })?;
    for letter in letters.iter().filter(|letter| letter.is_kept() && !letter.is_printed()) {
        let (bytes, pages) = match letter.bytes(kit, files, press, base) {
            Ok(printed) => printed,
            Err(fault) => {
                // What it says is in the package as data; a house without a press keeps no prints.
                tracing::info!(letter = %letter.letter(), %fault, "not printed for the file");
                continue;
            }
        };
        let (own, now, files, id, edition) =
            (kit.clone(), Ctx::system(clock), files.clone(), letter.letter(), press.edition());
        let kept =
            store.write_blocking(move |tx| document::archive(tx, &own, &now, &files, id, (&bytes, pages, &edition)));
        kept.map_err(|error| match error {
            Error::Fault(fault) => fault,
            other => Fault::inconsistent("letter", other),
        })?;
    }
    Ok(())
}

/// The digest goes on record, unless something happened in the matter meanwhile.
fn pack(tx: &mut Tx, kit: &Kit, ctx: &Ctx, row: &MatterRow, written: super::Written) -> Result<(), Fault> {
    let Some(now) = matter::find_by_id(tx, row.id())?.filter(|now| now.version == row.version) else { return Ok(()) };
    let (rules, on) = (kit.retention_rules(&row.facts.division, ctx.today()), kernel::beijing_date(now.updated_at));
    let period = rules.period(row.kind());
    let packed = Packed {
        digest: written.digest,
        form: FORM,
        entries: written.entries,
        bytes: written.bytes,
        on,
        until: period.until(on),
        after: period.after,
        rules: rules.version.clone(),
    };
    let around = around(tx, &now)?;
    match stream::act(tx, ctx, &now, Actor::System, &Command::Pack(Box::new(packed)), around) {
        Ok(_) => Ok(()),
        Err(Error::Fault(fault)) => Err(fault),
        Err(error) => {
            tracing::info!(case = %row.id(), %error, "not put away");
            Ok(())
        }
    }
}

/// What was opened again is taken out of the archive again.
fn unpack(tx: &mut Tx, ctx: &Ctx, limit: u32) -> Result<usize, Fault> {
    let ids: Vec<CaseId> =
        tx.query("SELECT id FROM matter WHERE packed AND NOT is_over ORDER BY id LIMIT $1", params![limit], |row| {
            row.get(0)
        })?;
    for id in &ids {
        let Some(row) = matter::find_by_id(tx, *id)? else { continue };
        let around = around(tx, &row)?;
        if let Err(Error::Fault(fault)) = stream::act(tx, ctx, &row, Actor::System, &Command::Unpack, around) {
            return Err(fault);
        }
    }
    Ok(ids.len())
}
