//! One decision on record: events, state, clocks, outbox, in one transaction.

use domain::{
    actor::Actor,
    case::{CaseKind, Grade},
    deadline::{Clock, ClockSet, Due},
    leadership::Leadership,
    lifecycle::{Event, Fact, Recorded},
};
use jiff::Timestamp;
use kernel::{CaseId, Digest, Fault, Refusal};
use store::{Tx, Value, event_log, params};

use super::{clocks, listing::Listed, load::Loaded, watch};
use crate::{document, error::Error, jobs};

/// Who decided, when, and under which clocks.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    /// Who.
    pub actor: Actor,
    /// When: the server's time.
    pub at: Timestamp,
    /// The clocks of the case's jurisdiction.
    pub clocks: &'a ClockSet,
}

/// What only a new case brings with it.
#[derive(Debug, Default, Clone)]
pub struct Birth {
    /// The keyed digest of the query code.
    pub code_digest: Option<Digest>,
    /// The case whose query code it is, when not its own: a petition born from a work order keeps the order's code.
    pub code_case: Option<CaseId>,
    /// Where it came from, when it was imported.
    pub source_ref: Option<String>,
    /// The words of its text, when they were cut before; else they are cut here.
    pub words: Option<Vec<String>>,
}

/// Records the first event of a case.
///
/// # Errors
/// A fault of storage, or `Fault::Inconsistent` when the event begins nothing.
pub fn begin<A: Listed>(
    tx: &mut Tx,
    region: &str,
    id: CaseId,
    event: Event<A::Fact>,
    deed: Deed<'_>,
    mut birth: Birth,
) -> Result<A, Error> {
    let recorded = append::<A>(tx, region, id, 0, vec![event], deed)?;
    let state =
        A::begin(&recorded[0]).ok_or_else(|| Fault::inconsistent("event", "a first event that begins nothing"))?;
    let words = birth.words.take();
    insert_row(tx, region, &state, deed, birth)?;
    if A::SEARCHED {
        let mut words = words.unwrap_or_else(|| self::words(&state));
        // Found by its number too.
        words.push(state.listing().number.as_str().to_owned());
        store::search::index(tx, region, id, &words)?;
    }
    after::<A>(tx, region, &state, &recorded, deed.clocks)?;
    Ok(state)
}

/// Records what was decided on a case; nothing when nothing was decided.
///
/// # Errors
/// `stale` when somebody else was faster (SQLite has one writer and PostgreSQL locks the stream, so this is a last guard).
pub fn record<A: Listed>(
    tx: &mut Tx,
    loaded: Loaded<A>,
    events: Vec<Event<A::Fact>>,
    deed: Deed<'_>,
) -> Result<A, Error> {
    let Loaded { mut state, row } = loaded;
    if events.is_empty() {
        return Ok(state);
    }
    let recorded = append::<A>(tx, &row.region, state.id(), state.version(), events, deed)?;
    for event in &recorded {
        state.apply(event);
    }
    update_row(tx, &row.region, &state, deed)?;
    after::<A>(tx, &row.region, &state, &recorded, deed.clocks)?;
    Ok(state)
}

fn append<A: Listed>(
    tx: &mut Tx,
    region: &str,
    id: CaseId,
    version: i64,
    events: Vec<Event<A::Fact>>,
    deed: Deed<'_>,
) -> Result<Vec<Recorded<A::Fact>>, Error> {
    let Deed { actor, at, .. } = deed;
    let json = |error: serde_json::Error| Fault::inconsistent("event", error);
    let author = serde_json::to_string(&actor).map_err(json)?;
    let new = events
        .iter()
        .map(|event| {
            let body = serde_json::to_string(event).map_err(json)?;
            Ok(event_log::NewEvent::new(at, author.clone(), event.fact.kind(), body))
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    event_log::append(tx, region, id, version, &new).map_err(|error| match error {
        event_log::AppendError::Fault(fault) => Error::Fault(fault),
        event_log::AppendError::Stale { .. } => Error::Refused(Refusal::stale()),
    })?;
    let recorded = events.into_iter().zip(version + 1..).map(|(event, seq)| Recorded { seq, at, actor, event });
    Ok(recorded.collect())
}

/// Clocks and outbox of what was recorded.
fn after<A: Listed>(
    tx: &mut Tx,
    region: &str,
    state: &A,
    recorded: &[Recorded<A::Fact>],
    set: &ClockSet,
) -> Result<(), Error> {
    let (id, has_agent) = (state.id(), state.listing().agent.is_some() || state.declines_an_agent());
    let moved: Vec<Clock> =
        recorded.iter().flat_map(|event| &event.event.clocks).map(|moved| moved.clock().clone()).collect();
    clocks::write(tx, region, id, A::KIND.name(), &moved, set)?;
    if let Some(last) = recorded.last() {
        watch::note(tx, region, id, A::KIND, last.at, recorded.iter().map(|event| event.event.clone()))?;
    }
    for event in recorded.iter().filter(|event| A::tells(&event.event.fact)) {
        jobs::tell(tx, region, id, event.seq, event.at)?;
    }
    for event in recorded {
        document::queue(tx, region, id, (event.seq, event.event.fact.kind(), event.at), has_agent)?;
    }
    Ok(())
}

fn words<A: Listed>(state: &A) -> Vec<String> {
    intelligence::text::index_tokens(&state.listing().text.join("\n"))
}

/// The clock a list shows: the first to run out among duties; a right of the petitioner only when nothing else runs.
fn most_urgent<'a>(open: &'a [Clock], set: &ClockSet) -> Option<&'a Clock> {
    open.iter().filter(|clock| clock.is_open() && domain::case::presses(clock.def.as_str())).min_by_key(|clock| {
        let agency = domain::case::waits_for_agency(clock.def.as_str());
        (clocks::is_right(clock, set), agency, !clock.is_running(), clock.due_at)
    })
}

struct Written {
    due_at: i64,
    due: Option<String>,
    body: String,
}

fn written<A: Listed>(state: &A, set: &ClockSet) -> Result<Written, Fault> {
    let json = |error: serde_json::Error| Fault::inconsistent("matter.body", error);
    let urgent = most_urgent(state.listing().clocks, set);
    Ok(Written {
        due_at: urgent.map_or(i64::MAX, |clock| clock.due_at.as_microsecond()),
        due: urgent.map(|clock| serde_json::to_string(&Due::of(clock))).transpose().map_err(json)?,
        body: serde_json::to_string(state).map_err(json)?,
    })
}

fn count(n: usize) -> Value {
    Value::Int(i64::try_from(n).unwrap_or(i64::MAX))
}

fn insert_row<A: Listed>(tx: &mut Tx, region: &str, state: &A, deed: Deed<'_>, birth: Birth) -> Result<(), Fault> {
    let (columns, values): (Vec<&str>, Vec<Value>) = row_of(region, state, deed, birth)?.into_iter().unzip();
    tx.insert_many("matter", &columns, &[values])?;
    Ok(())
}

/// Every column of the row of a case in this state; what `verify` holds the stored row against.
pub(crate) fn row_of<A: Listed>(
    region: &str,
    state: &A,
    deed: Deed<'_>,
    birth: Birth,
) -> Result<Vec<(&'static str, Value)>, Fault> {
    let (listing, written) = (state.listing(), written(state, deed.clocks)?);
    Ok(vec![
        ("region", Value::from(region)),
        ("id", Value::from(state.id())),
        ("kind", Value::from(A::KIND.name())),
        ("number", Value::from(listing.number)),
        ("title", Value::from(listing.title)),
        ("division", Value::from(listing.division)),
        ("channel", Value::from(listing.channel)),
        ("matter_type", Value::from(listing.matter_type)),
        ("category", Value::from(listing.category)),
        ("bureau_id", Value::from(listing.bureau)),
        ("holder_id", Value::from(listing.holder)),
        ("turn_id", Value::from(listing.turn)),
        ("handler_id", Value::from(listing.handler)),
        ("drafter_id", Value::from(listing.drafter)),
        ("checker_id", Value::from(listing.checker)),
        ("agent_id", Value::from(listing.agent)),
        ("mandate_until", Value::from(listing.mandate_until)),
        ("respondent_id", Value::from(listing.respondent)),
        ("assisting", Value::from(listing.assisting)),
        ("barred", Value::from(listing.barred)),
        ("respondent_heard", Value::from(false)),
        ("registrar_id", Value::from(listing.registrar)),
        ("leader_id", Value::from(listing.leader)),
        ("urgent_at", Value::from(state.urgent_since())),
        ("led_due", Value::from(state.leaders().and_then(Leadership::next_due))),
        ("led_look", Value::from(state.leaders().and_then(Leadership::next_look))),
        ("sealed", Value::from(A::KIND == CaseKind::Whistleblow)),
        ("keepers", Value::from(listing.keepers)),
        ("petitioner_id", Value::from(listing.petitioner)),
        ("stage", Value::from(listing.stage)),
        ("is_over", Value::from(listing.is_over)),
        ("resolution", Value::from(listing.resolution)),
        ("claims", count(listing.claims)),
        ("claims_confirmed", count(listing.confirmed)),
        ("hops", count(listing.hops)),
        ("awaits_call", Value::from(listing.awaits_call)),
        ("received_at", Value::from(listing.received_at)),
        ("registered_at", Value::from(listing.registered_at)),
        ("updated_at", Value::from(deed.at)),
        ("answered_at", Value::from(listing.answered_at)),
        ("lowest_grade", Value::from(listing.lowest_grade.map(Grade::name))),
        ("ended_at", Value::from(listing.ended_at)),
        ("due_at", Value::from(written.due_at)),
        ("due", Value::from(written.due)),
        ("version", Value::from(state.version())),
        ("code_digest", Value::from(birth.code_digest)),
        ("code_case", Value::from(birth.code_case)),
        ("source_ref", Value::from(birth.source_ref)),
        ("body", Value::from(written.body)),
    ])
}

pub(super) fn update_row<A: Listed>(tx: &mut Tx, region: &str, state: &A, deed: Deed<'_>) -> Result<(), Fault> {
    let (listing, written) = (state.listing(), written(state, deed.clocks)?);
    let sql = "UPDATE matter SET matter_type = $3, category = $4, holder_id = $5, handler_id = $6, drafter_id = $7, \
               checker_id = $8, respondent_id = $9, stage = $10, is_over = $11, resolution = $12, claims_confirmed = $13, \
               hops = $14, updated_at = $15, due_at = $16, due = $17, version = $18, body = $19, turn_id = $20, \
               awaits_call = $21, answered_at = $22, lowest_grade = $23, ended_at = $24, agent_id = $25, \
               mandate_until = $26, registrar_id = $27, leader_id = $28, assisting = $29, claims = $30, urgent_at = $31, \
               keepers = $32, led_due = $33, led_look = $34, barred = $35 \
               WHERE region = $1 AND id = $2";
    tx.execute(
        sql,
        params![
            region,
            state.id(),
            listing.matter_type,
            listing.category,
            listing.holder,
            listing.handler,
            listing.drafter,
            listing.checker,
            listing.respondent,
            listing.stage,
            listing.is_over,
            listing.resolution,
            count(listing.confirmed),
            count(listing.hops),
            deed.at,
            written.due_at,
            written.due,
            state.version(),
            written.body,
            listing.turn,
            listing.awaits_call,
            listing.answered_at,
            listing.lowest_grade.map(Grade::name),
            listing.ended_at,
            listing.agent,
            listing.mandate_until,
            listing.registrar,
            listing.leader,
            listing.assisting,
            count(listing.claims),
            state.urgent_since(),
            listing.keepers,
            state.leaders().and_then(Leadership::next_due),
            state.leaders().and_then(Leadership::next_look),
            listing.barred,
        ],
    )?;
    Ok(())
}
