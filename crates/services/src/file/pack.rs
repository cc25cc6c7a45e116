//! The package of a file that is put away: everything that is removed in the end, in one file whose bytes are the same whenever it
//! is composed. Its digest goes on record; the package itself is composed when somebody asks for it, so nothing lies twice.

use domain::access::{self, Subject, actions::KeepFile};
use kernel::{CaseId, Ctx, Fault, Refusal};
use serde_json::json;
use store::{Tx, event_log, params};

use super::{
    around::{Kin, family},
    bundle::{Bundle, Source},
};
use crate::{
    attachment, document,
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, View},
    petition,
};

/// The form of the package; another form has another number.
pub(super) const FORM: u32 = 1;

/// Everything of a matter, its reviews and supervisions.
///
/// # Errors
/// When the database fails or something sealed does not open.
pub fn package(tx: &mut Tx, kit: &Kit, row: &MatterRow) -> Result<Bundle, Fault> {
    let mut bundle = Bundle::default();
    let kin = family(tx, row)?;
    bundle.add("matter.json", json_of(&about(row))?);
    let her = petition::open_person(tx, &kit.keys, &row.region, row.petitioner)?;
    let text = |text: &Option<kernel::Redacted<String>>| text.as_ref().map(|text| text.reveal().clone());
    let person = json!({ "name": her.name.reveal(), "phone": text(&her.phone), "address": text(&her.address) });
    bundle.add("person.json", json_of(&person)?);
    for one in &kin {
        of_case(tx, kit, one, row.updated_at, &mut bundle)?;
    }
    Ok(bundle)
}

/// The package for whoever keeps the file: on record as taken out, with the reason.
///
/// # Errors
/// `not-permitted`; `file-in-use` when it was not put away.
pub fn package_for(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, case: CaseId) -> Result<Bundle, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<KeepFile>(subject, &row.facts)?.actor();
    let packed = super::of_case(tx, &row.region, case)?.and_then(|file| file.packed);
    packed.ok_or_else(|| Refusal::rule("file-in-use", "P-08", ""))?;
    if let (Some(user), Some(org)) = (actor.user(), actor.org()) {
        let view = View { id: ctx.new_id(), at: ctx.now(), user, org, seen: "export".into(), reason: None };
        matter::looked(tx, &row.region, case, &view)?;
    }
    Ok(package(tx, kit, &row)?)
}

fn about(row: &MatterRow) -> serde_json::Value {
    json!({
        "form": FORM,
        "number": row.number,
        "kind": row.kind().name(),
        "title": row.title,
        "division": row.facts.division,
        "channel": row.channel,
        "matter_type": row.matter_type,
        "category": row.category,
        "stage": row.stage,
        "resolution": row.resolution,
        "received_at": row.received_at,
        "registered_at": row.registered_at,
        "events": row.version,
    })
}

fn json_of(value: &serde_json::Value) -> Result<Source, Fault> {
    let text = serde_json::to_vec_pretty(value).map_err(|error| Fault::inconsistent("package", error))?;
    Ok(Source::Bytes(text))
}

fn of_case(tx: &mut Tx, kit: &Kit, kin: &Kin, upto: jiff::Timestamp, bundle: &mut Bundle) -> Result<(), Fault> {
    let folder = kin.id.to_string();
    bundle.add(&format!("{folder}/chain.jsonl"), chain(tx, &kin.region, kin.id.0)?);
    for ready in document::of_file(tx, kit, &kin.region, kin.id)? {
        let id = ready.letter();
        bundle.add(&format!("{folder}/letters/{id}.json"), Source::Bytes(ready.data()?));
        bundle.add(&format!("{folder}/letters/{id}.chain.jsonl"), chain(tx, &kin.region, id.0)?);
        if ready.is_printed() {
            bundle.add(&format!("{folder}/letters/{id}.pdf"), Source::Letter(Box::new(ready)));
        }
    }
    for file in attachment::list(tx, &kin.region, kin.id)? {
        let name = file.name(&kit.keys)?.reveal().clone();
        bundle.add(&format!("{folder}/materials/{}-{name}", file.id), Source::File(Box::new(file)));
    }
    bundle.add(&format!("{folder}/looks.jsonl"), looks(tx, kin, upto)?);
    Ok(())
}

/// Every event with its hashes, one a line: the chain can be computed again from this file alone.
fn chain(tx: &mut Tx, region: &str, stream: uuid::Uuid) -> Result<Source, Fault> {
    let mut lines = vec![];
    for event in event_log::read(tx, region, stream, 0)? {
        let line = json!({
            "region": event.region, "stream": event.stream, "seq": event.seq, "at": event.at.as_microsecond(),
            "actor": event.actor, "kind": event.kind, "body": event.body, "prev": event.prev, "hash": event.hash,
        });
        lines.extend(line.to_string().bytes().chain([b'\n']));
    }
    Ok(Source::Bytes(lines))
}

/// Who looked while it was handled; who looked at the file afterwards changes no package.
fn looks(tx: &mut Tx, kin: &Kin, upto: jiff::Timestamp) -> Result<Source, Fault> {
    let sql = "SELECT at, user_id, org_id, seen, reason FROM view_log WHERE region = $1 AND case_id = $2 \
               AND at < $3 ORDER BY at, id";
    let mut lines = vec![];
    tx.query_each(sql, params![&kin.region, kin.id, upto], |row| {
        let (at, user, org): (jiff::Timestamp, kernel::UserId, kernel::OrgId) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (seen, reason): (String, Option<String>) = (row.get(3)?, row.get(4)?);
        let line = json!({ "at": at, "user": user, "org": org, "seen": seen, "reason": reason });
        lines.extend(line.to_string().bytes().chain([b'\n']));
        Ok(())
    })?;
    Ok(Source::Bytes(lines))
}
