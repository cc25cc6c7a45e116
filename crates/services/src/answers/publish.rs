//! Publishing, changing, taking back: each on record.

use std::collections::BTreeMap;

use domain::{
    access::{Permit, actions::PublishAnswer},
    actor::Actor,
    case::CaseKind,
    suggestion::Suggestion,
};
use intelligence::text::index_tokens;
use kernel::{CaseId, Ctx, DivisionCode, Fault, Refusal};
use serde_json::json;
use store::{Tx, Value, params};
use uuid::Uuid;

use super::{AnswerDraft, row::Answer, row::SELECT, row::read};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow},
    organisation::record,
    petition::identity,
};

/// Publishes an answer; `from` is the matter it came from, kept and never shown.
///
/// # Errors
/// `not-permitted` outside the permit's division; `answer-names-her` when the text holds the name, telephone or address of
/// whoever filed `from`.
pub fn publish(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<PublishAnswer>,
    draft: &AnswerDraft,
    from: Option<CaseId>,
) -> Result<Answer, Error> {
    permit.within(&draft.division)?;
    if let Some(case) = from {
        names_nobody(tx, kit, permit, draft, case)?;
    }
    let id: Uuid = ctx.new_id::<CaseId>().into();
    let values = vec![
        Value::from(draft.division.region()),
        id.into(),
        slug(id).into(),
        (&draft.division).into(),
        draft.question.as_str().into(),
        draft.answer.as_str().into(),
        draft.category.as_ref().map(domain::dispatch::CategoryPath::as_str).into(),
        draft.unit.into(),
        ctx.today().into(),
        permit.actor().user().into(),
        false.into(),
        from.into(),
        1_i64.into(),
    ];
    tx.insert_many("answer", COLUMNS, &[values])?;
    index(tx, &draft.division, id, draft)?;
    on_record(tx, ctx, permit, &draft.division, id, "answer-published")?;
    stored(tx, id)
}

/// Changes an answer as somebody saw it in `version`.
///
/// # Errors
/// `stale` when it changed since; otherwise as [`publish`].
pub fn change(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<PublishAnswer>,
    id: Uuid,
    version: i64,
    draft: &AnswerDraft,
) -> Result<Answer, Error> {
    let before = hers(tx, permit, id)?;
    permit.within(&draft.division)?;
    if draft.division.region() != before.division.region() {
        return Err(Refusal::invalid("division", "answer-region").into());
    }
    if let Some(case) = origin(tx, id)? {
        names_nobody(tx, kit, permit, draft, case)?;
    }
    let sql = "UPDATE answer SET question = $3, answer = $4, category = $5, unit_id = $6, division = $7, published_on = $8, \
               withdrawn = $9, version = version + 1 WHERE id = $1 AND version = $2";
    let category = draft.category.as_ref().map(domain::dispatch::CategoryPath::as_str);
    let (question, answer) = (draft.question.as_str(), draft.answer.as_str());
    let row = params![id, version, question, answer, category, draft.unit, &draft.division, ctx.today(), false];
    if tx.execute(sql, row)? == 0 {
        return Err(Refusal::stale().into());
    }
    index(tx, &draft.division, id, draft)?;
    on_record(tx, ctx, permit, &draft.division, id, "answer-changed")?;
    stored(tx, id)
}

/// Takes an answer back: it is no longer shown; changing it publishes it again.
///
/// # Errors
/// `stale` when it changed since `version`; `not-permitted`.
pub fn withdraw(tx: &mut Tx, ctx: &Ctx, permit: &Permit<PublishAnswer>, id: Uuid, version: i64) -> Result<(), Error> {
    let before = hers(tx, permit, id)?;
    let sql = "UPDATE answer SET withdrawn = $3, version = version + 1 WHERE id = $1 AND version = $2";
    if tx.execute(sql, params![id, version, true])? == 0 {
        return Err(Refusal::stale().into());
    }
    let gone = params![before.division.region(), id];
    tx.execute("DELETE FROM answer_word WHERE region = $1 AND answer_id = $2", gone)?;
    on_record(tx, ctx, permit, &before.division, id, "answer-withdrawn")
}

const COLUMNS: &[&str] = &[
    "region",
    "id",
    "slug",
    "division",
    "question",
    "answer",
    "category",
    "unit_id",
    "published_on",
    "published_by",
    "withdrawn",
    "case_id",
    "version",
];

/// The last ten digits of the id: the part of it that is random.
fn slug(id: Uuid) -> String {
    let text = id.simple().to_string();
    text[text.len() - 10..].to_owned()
}

/// The answer, for somebody whose permit covers it.
pub(super) fn hers(tx: &mut Tx, permit: &Permit<PublishAnswer>, id: Uuid) -> Result<Answer, Error> {
    let answer = tx.query_opt(&format!("{SELECT} WHERE a.id = $1"), params![id], read)?;
    let answer = answer.ok_or_else(Refusal::not_permitted)?;
    permit.within(&answer.division)?;
    Ok(answer)
}

/// The matter it came from.
pub(super) fn origin(tx: &mut Tx, id: Uuid) -> Result<Option<CaseId>, Fault> {
    tx.query_one("SELECT case_id FROM answer WHERE id = $1", params![id], |row| row.get(0))
}

pub(super) fn stored(tx: &mut Tx, id: Uuid) -> Result<Answer, Error> {
    Ok(tx.query_one(&format!("{SELECT} WHERE a.id = $1"), params![id], read)?)
}

/// The text holds nothing of whoever filed the matter. The program compares; nobody is shown anything.
pub(super) fn names_nobody(
    tx: &mut Tx,
    kit: &Kit,
    permit: &Permit<PublishAnswer>,
    draft: &AnswerDraft,
    case: CaseId,
) -> Result<(), Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    permit.within(&row.facts.division)?;
    with_her_leave(tx, &row)?;
    let person = identity(tx, kit, &row.region, row.petitioner)?;
    let hers = [Some(person.name), person.phone, person.address];
    let told = [("question", draft.question.as_str()), ("answer", draft.answer.as_str())];
    for (field, text) in told {
        let names =
            |one: &kernel::Redacted<String>| one.reveal().chars().count() > 1 && text.contains(one.reveal().as_str());
        if hers.iter().flatten().any(names) || text.contains(row.number.as_str()) {
            return Err(Refusal::invalid(field, "answer-names-her").into());
        }
    }
    Ok(())
}

/// 10.2: a suggestion is published only with the leave of whoever made it.
pub(super) fn with_her_leave(tx: &mut Tx, row: &MatterRow) -> Result<(), Error> {
    if row.kind() != CaseKind::Suggestion {
        return Ok(());
    }
    let state = matter::load::<Suggestion>(tx, &row.region, row.id())?.map(|loaded| loaded.state);
    if state.is_some_and(|state| state.publish) {
        return Ok(());
    }
    Err(Refusal::rule("answer-without-leave", "10.2", "").into())
}

/// She took her leave back: what was published from her suggestion is no longer shown.
///
/// # Errors
/// When the database fails.
pub(crate) fn take_back(tx: &mut Tx, ctx: &Ctx, region: &str, case: CaseId) -> Result<(), Error> {
    let sql = "SELECT id FROM answer WHERE region = $1 AND case_id = $2 AND NOT withdrawn";
    let ids: Vec<Uuid> = tx.query(sql, params![region, case], |row| row.get(0))?;
    for id in ids {
        let sql = "UPDATE answer SET withdrawn = $3, version = version + 1 WHERE region = $1 AND id = $2";
        tx.execute(sql, params![region, id, true])?;
        tx.execute("DELETE FROM answer_word WHERE region = $1 AND answer_id = $2", params![region, id])?;
        record(tx, ctx, region, id, Actor::Petitioner, "answer-withdrawn", &json!({ "answer": id }))?;
    }
    Ok(())
}

/// The words under which it is found; those of the question count more.
fn index(tx: &mut Tx, division: &DivisionCode, id: Uuid, draft: &AnswerDraft) -> Result<(), Fault> {
    let region = division.region();
    tx.execute("DELETE FROM answer_word WHERE region = $1 AND answer_id = $2", params![&region, id])?;
    let mut words: BTreeMap<String, bool> = BTreeMap::new();
    words.extend(index_tokens(draft.answer.as_str()).into_iter().map(|word| (word, false)));
    let category = draft.category.as_ref().map_or("", |path| path.as_str());
    words.extend(index_tokens(category).into_iter().map(|word| (word, false)));
    words.extend(index_tokens(draft.question.as_str()).into_iter().map(|word| (word, true)));
    let row =
        |(word, in_question): (String, bool)| vec![region.as_str().into(), word.into(), id.into(), in_question.into()];
    let rows: Vec<Vec<Value>> = words.into_iter().map(row).collect();
    tx.insert_many("answer_word", &["region", "word", "answer_id", "in_question"], &rows).map(drop)
}

fn on_record(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<PublishAnswer>,
    division: &DivisionCode,
    id: Uuid,
    kind: &'static str,
) -> Result<(), Error> {
    let answer = stored(tx, id)?;
    let body = json!({ "answer": id, "version": answer.version, "division": division, "question": answer.question,
                       "text": answer.answer, "category": answer.category, "unit": answer.unit });
    record(tx, ctx, &division.region(), id, permit.actor(), kind, &body)
}
