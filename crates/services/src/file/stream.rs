//! The file's stream and its row.

use domain::{
    actor::Actor,
    lifecycle::{Fact as _, Recorded},
    retention::{Around, Command, Event, Fact, MatterFile, Opened},
};
use kernel::{CaseId, CaseNumber, Ctx, Fault, Refusal};
use store::{
    Tx,
    event_log::{self, AppendError, NewEvent},
    params,
};
use uuid::Uuid;

use crate::{
    error::Error,
    matter::{self, MatterRow},
};

/// The file of a case; `None` when nothing was ever kept beside it.
///
/// # Errors
/// When the database fails.
pub fn of_case(tx: &mut Tx, region: &str, case: CaseId) -> Result<Option<MatterFile>, Fault> {
    let sql = "SELECT body FROM matter_file WHERE region = $1 AND case_id = $2";
    tx.query_opt(sql, params![region, case], |row| row.json("body"))
}

/// The number of a matter that was removed by rule.
///
/// # Errors
/// When the database fails.
pub fn removed(tx: &mut Tx, region: &str, case: CaseId) -> Result<Option<CaseNumber>, Fault> {
    let file = of_case(tx, region, case)?;
    Ok(file.filter(|file| file.removed.is_some()).map(|file| file.opened.number))
}

/// Every file, in constant memory.
pub(crate) fn each(tx: &mut Tx, mut each: impl FnMut(&str, MatterFile) -> Result<(), Fault>) -> Result<(), Fault> {
    tx.query_each("SELECT region, body FROM matter_file ORDER BY region, case_id", &[], |row| {
        let region: String = row.get("region")?;
        each(&region, row.json("body")?)
    })
}

/// The events of a file.
pub(crate) fn history(tx: &mut Tx, region: &str, id: Uuid) -> Result<Vec<Recorded<Fact>>, Fault> {
    event_log::read(tx, region, id, 0)?.iter().map(matter::decode).collect()
}

/// Carries out what is asked of the file of `row`; it is begun when there is none.
pub(super) fn act(
    tx: &mut Tx,
    ctx: &Ctx,
    row: &MatterRow,
    actor: Actor,
    command: &Command,
    around: Around,
) -> Result<(MatterFile, Vec<Fact>), Error> {
    tx.lock_stream(&row.region, row.id())?;
    let file = found(tx, ctx, row)?;
    let facts = file.decide(command, actor, ctx, around)?;
    Ok((record(tx, ctx, &row.region, file, actor, &facts)?, facts))
}

/// The file of `row`, begun when there is none.
pub(super) fn found(tx: &mut Tx, ctx: &Ctx, row: &MatterRow) -> Result<MatterFile, Error> {
    match of_case(tx, &row.region, row.id())? {
        Some(file) => Ok(file),
        None => begin(tx, ctx, row),
    }
}

fn begin(tx: &mut Tx, ctx: &Ctx, row: &MatterRow) -> Result<MatterFile, Error> {
    let opened = Opened {
        id: ctx.new_id::<CaseId>().0,
        case: row.id(),
        number: row.number.clone(),
        kind: row.kind(),
        division: row.facts.division.clone(),
        bureau: row.facts.bureau,
    };
    let fact = Fact::Opened(Box::new(opened.clone()));
    append(tx, ctx, (&row.region, opened.id, 0), Actor::System, std::slice::from_ref(&fact))?;
    let first = Recorded { seq: 1, at: ctx.now(), actor: Actor::System, event: Event::of(fact) };
    let file = MatterFile::begin(&first).ok_or_else(|| Fault::inconsistent("matter_file", "begins nothing"))?;
    let sql = "INSERT INTO matter_file (region, case_id, id, number, kind, division, bureau_id, stage, asked, body, version) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let values = params![
        &row.region,
        opened.case,
        opened.id,
        &opened.number,
        opened.kind.name(),
        &opened.division,
        opened.bureau,
        file.stage().name(),
        false,
        body(&file)?,
        1_i64,
    ];
    tx.execute(sql, values)?;
    Ok(file)
}

/// Adds events to a file and brings its row up to them.
pub(super) fn record(
    tx: &mut Tx,
    ctx: &Ctx,
    region: &str,
    mut file: MatterFile,
    actor: Actor,
    facts: &[Fact],
) -> Result<MatterFile, Error> {
    append(tx, ctx, (region, file.opened.id, file.version), actor, facts)?;
    for fact in facts {
        let seq = file.version + 1;
        file.apply(&Recorded { seq, at: ctx.now(), actor, event: Event::of(fact.clone()) });
    }
    let sql = "UPDATE matter_file SET stage = $3, asked = $4, keep_until = $5, removed_at = $6, body = $7, version = $8 \
               WHERE region = $1 AND case_id = $2";
    let removed = file.removed.as_ref().map(|(removed, _)| removed.at);
    let values = params![
        region,
        file.opened.case,
        file.stage().name(),
        file.open_asks().next().is_some(),
        file.until(),
        removed,
        body(&file)?,
        file.version,
    ];
    tx.execute(sql, values)?;
    let sql = "UPDATE matter SET limited = $3, packed = $4 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![region, file.opened.case, file.limited.is_some(), file.packed.is_some()])?;
    Ok(file)
}

fn append(
    tx: &mut Tx,
    ctx: &Ctx,
    (region, id, version): (&str, Uuid, i64),
    actor: Actor,
    facts: &[Fact],
) -> Result<(), Error> {
    let json = |error: serde_json::Error| Fault::inconsistent("event", error);
    let author = serde_json::to_string(&actor).map_err(json)?;
    let event = |fact: &Fact| {
        let body = serde_json::to_string(&Event::of(fact.clone())).map_err(json)?;
        Ok(NewEvent::new(ctx.now(), author.clone(), fact.kind(), body))
    };
    let events = facts.iter().map(event).collect::<Result<Vec<_>, Fault>>()?;
    match event_log::append(tx, region, id, version, &events) {
        Ok(_) => Ok(()),
        Err(AppendError::Stale { .. }) => Err(Refusal::stale().into()),
        Err(AppendError::Fault(fault)) => Err(fault.into()),
    }
}

fn body(file: &MatterFile) -> Result<String, Fault> {
    serde_json::to_string(file).map_err(|error| Fault::inconsistent("matter_file.body", error))
}
