//! `POST /deadlines`: compute a deadline and tell how it came about.

use axum::{Json, extract::State};
use domain::deadline::{Clock, ClockDef, PauseReason, Unit, beijing_midnight};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{ClockId, DivisionCode, Refusal, beijing_date};

use super::clocks::NATIONWIDE;
use crate::api::{
    body::{Division, Sent, body},
    headers::Lang,
    problem::Problem,
    state::Api,
    wire::clock::PromiseBody,
};

body! {
    /// Days on which a clock stood still, both included.
    PauseBody {
        /// Why: `HEARING`, `SUPPLEMENT`, `MEDIATION`, `THIRD_PARTY` or `LOCAL`.
        reason: String,
        /// The first day that does not count.
        from: Date,
        /// The last day that does not count.
        to: Date,
    } => (String, Date, Date): (reason, from, to)
}

body! {
    /// A question about a deadline.
    DeadlineBody {
        /// Which clock, as `GET /clocks` names it; `CUSTOM` with a unit for one outside the table.
        clock: String,
        /// The day that starts it (it does not count itself), or for hours the moment; Beijing time unless it says otherwise.
        start: String,
        /// Where; the whole country when it is missing.
        division: Option<Division>,
        /// Under the rules of this day; of the starting day when it is missing.
        registered_on: Option<Date>,
        /// How many units, where the clock leaves it open.
        length: Option<u32>,
        /// The unit of a `CUSTOM` clock: `CALENDAR_DAY`, `WORKDAY`, `HOUR` or `MONTH`.
        unit: Option<String>,
        /// Extended by so much, counted from the start.
        extend_by: Option<u32>,
        /// Days on which it stood still, in order.
        pauses: Option<Vec<PauseBody>>,
    } => Question: Question { clock, start, division, registered_on, length, unit, extend_by, pauses: pauses.unwrap_or_default() }
}

/// A question about a deadline, parsed.
pub(crate) struct Question {
    clock: String,
    start: String,
    division: Option<DivisionCode>,
    registered_on: Option<Date>,
    length: Option<u32>,
    unit: Option<String>,
    extend_by: Option<u32>,
    pauses: Vec<(String, Date, Date)>,
}

/// Compute a deadline: three dates (counted out, statutory, conservative) and every step that led to them.
#[utoipa::path(
    post,
    path = "/deadlines",
    operation_id = "compute-deadline",
    tag = "reference",
    request_body = DeadlineBody,
    responses((status = 200, description = "The dates and how they came about.", body = PromiseBody)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    Sent(question): Sent<DeadlineBody>,
) -> Result<Json<PromiseBody>, Problem> {
    let reference = api.app.kit.reference();
    let division = question.division.clone().map_or_else(|| DivisionCode::parse(NATIONWIDE), Ok)?;
    let calendar = reference.calendar.for_division(&division);
    let (_, day) = read_start(&question.start, None)?;
    let set = reference.clocks.for_case(&division, question.registered_on.unwrap_or(day));
    let def = definition(set.get(&question.clock), &question)?;
    let (started_at, _) = read_start(&question.start, Some(def.unit))?;
    // The question has no case behind it, so the clock has no id of its own.
    let mut clock = Clock::start(&def, ClockId(uuid::Uuid::nil()), started_at, &calendar, question.length)?;
    if let Some(days) = question.extend_by {
        clock = clock.extend(days, &def, &calendar, started_at).map_err(|refusal| refusal.on("extend_by"))?;
    }
    for (i, (reason, from, to)) in question.pauses.iter().enumerate() {
        let at = format!("pauses.{i}");
        let reason =
            PauseReason::parse(reason).ok_or_else(|| Refusal::invalid(&format!("{at}.reason"), "unknown-choice"))?;
        clock = clock.with_pause(reason, (*from, *to), &def, &calendar).map_err(|refusal| refusal.on(at))?;
    }
    Ok(Json(PromiseBody::named(&question.clock, &clock.derivation(&def, &calendar), locale)))
}

fn definition(known: Option<&ClockDef>, question: &Question) -> Result<ClockDef, Refusal> {
    let wrong = || Refusal::invalid("unit", "deadline-unit").with("value", "");
    let unit = question.unit.as_deref().map(|text| Unit::parse(text).ok_or_else(wrong)).transpose()?;
    match (known, unit) {
        (Some(def), Some(unit)) if def.unit != unit => Err(Refusal::invalid("unit", "deadline-unit-fixed")
            .with("clock", &question.clock)
            .with("unit", def.unit.name())),
        (Some(def), _) => Ok(def.clone()),
        (None, Some(unit)) if question.clock == "CUSTOM" => Ok(ClockDef::custom("CUSTOM", unit, None)),
        (None, None) if question.clock == "CUSTOM" => Err(wrong()),
        (None, _) => {
            let name: String = question.clock.chars().take(40).collect();
            Err(Refusal::invalid("clock", "clock-unknown").with("clock", name))
        }
    }
}

/// A day, or a moment. A clock of hours needs the moment (T-01).
fn read_start(text: &str, unit: Option<Unit>) -> Result<(Timestamp, Date), Refusal> {
    let clipped: String = text.chars().take(40).collect();
    let wrong = |code: &str| Refusal::invalid("start", code).with("value", &clipped);
    let text = text.trim();
    // A date alone would also be read as a moment at midnight, so it is tried first.
    if let Some(day) = (text.len() == 10).then(|| text.parse::<Date>().ok()).flatten() {
        return if unit == Some(Unit::Hour) {
            Err(wrong("deadline-start-hour"))
        } else {
            Ok((beijing_midnight(day), day))
        };
    }
    let moment = text.parse::<Timestamp>().ok().or_else(|| {
        let local: jiff::civil::DateTime = text.parse().ok()?;
        TimeZone::fixed(jiff::tz::offset(8)).to_timestamp(local).ok()
    });
    moment.map(|at| (at, beijing_date(at))).ok_or_else(|| wrong("deadline-start"))
}
