//! The end of a file. A second person carries out what the rule says: words, names, files, letters and looks go; numbers, days, digests
//! and the chain stay. What is removed cannot be read again with any key, because it is not there.

use domain::{
    access::{self, Subject, actions::KeepFile},
    retention::{Command, Fact, MatterFile, Removed, Trace},
};
use kernel::{CaseId, Ctx, Digest, Fault, LetterId, Refusal};
use store::{Tx, event_log, params, search};
use uuid::Uuid;

use super::{
    around::{Kin, around, family},
    stream,
};
use crate::{
    error::Error,
    matter::{self, MatterRow},
};

/// Rows that go with a case, by the column that names it.
const OF_A_CASE: &[(&str, &str)] = &[
    ("clock", "case_id"),
    ("notice", "case_id"),
    ("view_log", "case_id"),
    ("suggestion_weighed", "case_id"),
    ("transcript", "case_id"),
    ("find_text", "case_id"),
    ("watch", "case_id"),
    ("oversight_link", "case_id"),
    ("oversight_link", "id"),
    ("letter_due", "case_id"),
    ("letter", "case_id"),
    ("delivery", "case_id"),
    ("reception_seat", "case_id"),
    ("attachment", "case_id"),
    ("file_words", "case_id"),
    ("matter", "id"),
];

/// Carries out what somebody else proposed. The sealed files themselves go with the next round of cleaning, within the hour.
///
/// # Errors
/// `not-permitted`, `file-two-people`, or what holds it.
pub fn dispose(tx: &mut Tx, ctx: &Ctx, subject: &Subject, case: CaseId) -> Result<MatterFile, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<KeepFile>(subject, &row.facts)?.actor();
    tx.lock_stream(&row.region, case)?;
    let file = stream::of_case(tx, &row.region, case)?.ok_or_else(|| Refusal::rule("file-in-use", "P-08", ""))?;
    let around = around(tx, &row)?;
    let mut facts = file.decide(&Command::Dispose(Box::new(nothing(ctx))), actor, ctx, around)?;
    for fact in &mut facts {
        if let Fact::Removed(removed) = fact {
            removed.traces = wipe(tx, &row)?;
        }
    }
    stream::record(tx, ctx, &row.region, file, actor, &facts)
}

fn nothing(ctx: &Ctx) -> Removed {
    Removed { first: None, at: ctx.now(), rules: String::new(), digest: Digest::ZERO, traces: vec![], again: false }
}

/// Takes out the words of a matter and of what goes with it.
pub(super) fn wipe(tx: &mut Tx, row: &MatterRow) -> Result<Vec<Trace>, Fault> {
    let mut traces = vec![];
    for kin in family(tx, row)? {
        traces.push(forget(tx, &kin.region, kin.id.0)?);
        let sql = "SELECT id FROM letter WHERE region = $1 AND case_id = $2 ORDER BY id";
        let letters: Vec<LetterId> = tx.query(sql, params![&kin.region, kin.id], |found| found.get(0))?;
        for letter in letters {
            traces.push(forget(tx, &kin.region, letter.0)?);
        }
        rows(tx, &kin)?;
    }
    person(tx, row)?;
    let scope = format!("look-up/{}", row.number);
    tx.execute("DELETE FROM look_up_attempt WHERE scope = $1", params![scope])?;
    Ok(traces)
}

fn forget(tx: &mut Tx, region: &str, stream: Uuid) -> Result<Trace, Fault> {
    let left = event_log::forget(tx, region, stream)?;
    Ok(Trace { stream, events: left.events, head: left.head, outline: left.outline })
}

fn rows(tx: &mut Tx, kin: &Kin) -> Result<(), Fault> {
    let sql = "INSERT INTO letter_gone (region, org_id, series, year, serial, case_id) \
               SELECT region, org_id, series, year, serial, case_id FROM letter \
               WHERE region = $1 AND case_id = $2 AND serial IS NOT NULL ON CONFLICT DO NOTHING";
    tx.execute(sql, params![&kin.region, kin.id])?;
    let sql = "DELETE FROM unreached_try WHERE region = $1 AND delivery_id IN \
               (SELECT id FROM delivery WHERE region = $1 AND case_id = $2)";
    tx.execute(sql, params![&kin.region, kin.id])?;
    // A published answer names nobody and stays; where it came from does not.
    tx.execute("UPDATE answer SET case_id = NULL WHERE region = $1 AND case_id = $2", params![&kin.region, kin.id])?;
    search::remove(tx, &kin.region, kin.id)?;
    for (table, column) in OF_A_CASE {
        let sql = format!("DELETE FROM {table} WHERE region = $1 AND {column} = $2");
        tx.execute(&sql, params![&kin.region, kin.id])?;
    }
    Ok(())
}

/// Her name goes with her last matter.
fn person(tx: &mut Tx, row: &MatterRow) -> Result<(), Fault> {
    let sql = "SELECT 1 FROM matter WHERE petitioner_id = $1 LIMIT 1";
    if tx.query_opt(sql, params![row.petitioner], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    let sql = "DELETE FROM person_notice WHERE region = $1 AND person_id = $2";
    tx.execute(sql, params![&row.region, row.petitioner])?;
    tx.execute("DELETE FROM person WHERE region = $1 AND id = $2", params![&row.region, row.petitioner]).map(drop)
}
