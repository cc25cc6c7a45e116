//! 人民建议征集: opening a call, what came under it, what became of that, and saying so at its end.

use domain::{
    access::{Permit, actions::RunCampaign},
    suggestion::{
        Suggestion,
        call::{Call, Share, shares},
    },
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, Ctx, DivisionCode, Fault, OrgId, Refusal, Text};
use serde_json::json;
use store::{Filter, Row, Tx, params};
use uuid::Uuid;

use crate::{
    error::{Collect, Error},
    matter, organisation, reference,
};

/// A call as it is written.
#[derive(Debug, Clone, Default)]
pub struct CallForm {
    /// For which division.
    pub division: String,
    /// What is asked.
    pub question: String,
    /// Why.
    pub background: String,
    /// Who is asked.
    pub asked: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
    /// What proposals may be about, one a line.
    pub kinds: String,
}

impl CallForm {
    /// Reads the form; `office` asks.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self, office: OrgId, today: Date) -> Result<Call, Error> {
        let mut errors = Collect::default();
        let division = errors.take(DivisionCode::parse(&self.division).map_err(|refusal| refusal.on("division")));
        let question = errors.take(Text::parse("question", &self.question));
        let background = errors.take(Text::parse("background", &self.background));
        let asked = errors.take(Text::parse("asked", &self.asked));
        let day = |field: &str, text: &str| text.trim().parse::<Date>().map_err(|_| Refusal::invalid(field, "date"));
        let first = errors.take(day("first", &self.first));
        let last = errors.take(day("last", &self.last));
        let lines = self.kinds.lines().map(str::trim).filter(|line| !line.is_empty());
        let kinds: Vec<Option<Text<60>>> = lines.map(|line| errors.take(Text::parse("kinds", line))).collect();
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        let call = Call {
            division: division.ok_or_else(missing)?,
            office,
            question: question.ok_or_else(missing)?,
            background: background.ok_or_else(missing)?,
            asked: asked.ok_or_else(missing)?,
            first: first.ok_or_else(missing)?,
            last: last.ok_or_else(missing)?,
            kinds: kinds.into_iter().flatten().collect(),
        };
        call.validate(today)?;
        Ok(call)
    }
}

/// A call with what was said at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// Its id.
    pub id: Uuid,
    /// What is asked.
    pub call: Call,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What was proposed and what was done, in the office's words.
    pub report: Option<Text<5000>>,
}

impl CallRow {
    /// Whether proposals are taken on `day`.
    #[must_use]
    pub fn is_open(&self, day: Date) -> bool {
        self.closed_at.is_none() && self.call.is_open(day)
    }
}

const SELECT: &str = "SELECT c.id, c.body, c.closed_at, c.report FROM suggestion_call c";

fn read(row: &Row<'_>) -> Result<CallRow, Fault> {
    let report: Option<String> = row.get("report")?;
    let report = report.map(|text| Text::parse("report", &text)).transpose();
    Ok(CallRow {
        id: row.get("id")?,
        call: row.json("body")?,
        closed_at: row.get("closed_at")?,
        report: report.map_err(|refusal| Fault::inconsistent("suggestion_call.report", refusal))?,
    })
}

/// Opens a call.
///
/// # Errors
/// `not-permitted` outside the permit's division; the rules of [`Call::validate`].
pub fn open(tx: &mut Tx, ctx: &Ctx, permit: &Permit<RunCampaign>, call: &Call) -> Result<Uuid, Error> {
    permit.within(&call.division)?;
    call.validate(ctx.today())?;
    let (id, region): (Uuid, String) = (ctx.new_id::<kernel::JobId>().0, call.division.region());
    let body = serde_json::to_string(call).map_err(|error| Fault::inconsistent("suggestion_call", error))?;
    let sql = "INSERT INTO suggestion_call (region, id, division, last_day, body, opened_at)
               VALUES ($1, $2, $3, $4, $5, $6)";
    tx.execute(sql, params![&region, id, &call.division, call.last, &body, ctx.now()])?;
    let what = json!({ "kind": "suggestion-call", "key": format!("{} {}", call.division, call.question), "id": id,
        "call": call });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "suggestion-call-opened", &what)?;
    Ok(id)
}

/// Closes a call and says what was proposed and what was done. What came stays where it is and is followed to its end.
///
/// # Errors
/// `not-permitted`, `call-unknown`, `call-closed`.
pub fn close(tx: &mut Tx, ctx: &Ctx, permit: &Permit<RunCampaign>, id: Uuid, report: &Text<5000>) -> Result<(), Error> {
    let known = get(tx, id)?.ok_or_else(|| Refusal::invalid("call", "call-unknown"))?;
    permit.within(&known.call.division)?;
    if known.closed_at.is_some() {
        return Err(Refusal::rule("call-closed", "R-062", "A29").into());
    }
    let region = known.call.division.region();
    let sql = "UPDATE suggestion_call SET closed_at = $3, report = $4 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&region, id, ctx.now(), report.as_str()])?;
    let what = json!({ "kind": "suggestion-call", "key": format!("{} {}", known.call.division, known.call.question),
        "id": id, "report": report });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "suggestion-call-closed", &what)
}

/// One of them.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, id: Uuid) -> Result<Option<CallRow>, Fault> {
    tx.query_opt(&format!("{SELECT} WHERE c.id = $1"), params![id], read)
}

/// Those of `place` and of everything inside it, the one that ends last first; everywhere without a place.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, place: Option<&DivisionCode>, most: u32) -> Result<Vec<CallRow>, Fault> {
    let mut filter = Filter::new();
    match place {
        Some(place) => filter.within("c.division", place),
        None => filter.raw("1 = 1"),
    };
    let limit = filter.bind(most);
    let sql = format!("{SELECT} WHERE {} ORDER BY c.last_day DESC, c.id LIMIT {limit}", filter.sql());
    tx.query(&sql, filter.params(), read)
}

/// Suggestions counted; more than anybody sends to one question.
const MOST: u32 = 5_000;

/// What became of what came: all of it, and of each kind.
///
/// # Errors
/// When the database fails.
pub fn progress(tx: &mut Tx, row: &CallRow) -> Result<(Share, Vec<Share>), Fault> {
    let region = row.call.division.region();
    let sql = "SELECT case_id FROM suggestion_entry WHERE region = $1 AND call_id = $2 ORDER BY case_id LIMIT $3";
    let ids: Vec<CaseId> = tx.query(sql, params![&region, row.id, MOST], |row| row.get(0))?;
    let mut all: Vec<Suggestion> = vec![];
    for id in ids {
        all.extend(matter::load::<Suggestion>(tx, &region, id)?.map(|loaded| loaded.state));
    }
    Ok(shares(&all))
}

/// Puts a suggestion under the call it came by.
///
/// # Errors
/// `call-unknown`; `call-ended` when it takes no more.
pub(super) fn enter(tx: &mut Tx, ctx: &Ctx, call: Uuid, region: &str, case: CaseId) -> Result<(), Error> {
    let known = get(tx, call)?.ok_or_else(|| Refusal::invalid("call", "call-unknown"))?;
    if !known.is_open(ctx.today()) || known.call.division.region() != region {
        return Err(Refusal::rule("call-ended", "R-062", "A29").with("day", known.call.last).into());
    }
    let sql = "INSERT INTO suggestion_entry (region, call_id, case_id) VALUES ($1, $2, $3)";
    Ok(tx.execute(sql, params![region, call, case]).map(drop)?)
}
