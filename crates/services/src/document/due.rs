//! Letters that events make by themselves. The transaction of the event puts it here; most are made before it ends, the rest
//! (registrations, and what failed once) by the next round.

use domain::{
    actor::Actor,
    advice::Advice,
    case::CaseKind,
    document::DocNumber,
    lifecycle::{Aggregate, Recorded},
    mediation::Mediation,
    meeting::Meeting,
    petition::{self, Petition},
    proactive::{self, Find},
    review::Review,
    suggestion::Suggestion,
    supervision::Supervision,
    work_order::{self, WorkOrder},
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Fault, Locale};
use store::{Tx, params};

use super::{
    of_mediation, of_meeting,
    of_petition::{self, MandateOf, Source},
    of_review, of_suggestion,
    of_supervision::{self, Made},
    write::{By, issue},
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow},
};

/// After so many failures an event waits for somebody to look.
const MOST_TRIES: i64 = 5;

/// Kinds of facts that make a letter whoever acts.
const ALWAYS: &[&str] = &[
    "petition.not_accepted",
    "petition.no_more_accepted",
    "petition.forwarded",
    "petition.objection_approved",
    "petition.dispute_decided",
    "petition.routed",
    "petition.accepted",
    "petition.extension_granted",
    "petition.opinion_issued",
    "petition.served",
    "petition.closing_reported",
    "petition.followed_up",
    "petition.mandate_given",
    "order.mandate_given",
    "find.mandate_given",
    "supervision.issued",
    "supervision.signed",
    "supervision.verified",
    "advice.issued",
    "review.accepted",
    "review.rejected",
    "review.issued",
    "review.hearing_called",
    "meeting.minuted",
    "suggestion.replied",
    "mediation.opened",
    "mediation.rights_notified",
    "mediation.held",
    "mediation.ended",
    "mediation.effective",
    "mediation.confirmation_wanted",
    "mediation.followed_up",
    "mediation.archived",
];

/// Those that make a form where an agent acts for her (rules.md 3.4).
const WITH_AGENT: &[&str] = &["petition.registered", "petition.progressed"];

#[derive(Debug)]
struct Due {
    region: String,
    case: CaseId,
    seq: i64,
}

/// Notes that an event of this kind makes a letter, when it does.
pub(crate) fn queue(
    tx: &mut Tx,
    region: &str,
    case: CaseId,
    (seq, kind, at): (i64, &str, Timestamp),
    has_agent: bool,
) -> Result<(), Fault> {
    let makes_one = ALWAYS.contains(&kind) || (has_agent && WITH_AGENT.contains(&kind));
    if !makes_one {
        return Ok(());
    }
    let sql =
        "INSERT INTO letter_due (region, case_id, seq, at, tries) VALUES ($1, $2, $3, $4, 0) ON CONFLICT DO NOTHING";
    tx.execute(sql, params![region, case, seq, at]).map(drop)
}

/// How many events wait for their letters; those given up included.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx) -> Result<i64, Fault> {
    tx.query_one("SELECT count(*) FROM letter_due", &[], |row| row.get(0))
}

/// Makes the letters of up to `limit` events; how many events were done. One that fails stays and does not stop the rest.
///
/// # Errors
/// When the database fails.
pub fn make_due(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<usize, Fault> {
    let sql = "SELECT region, case_id, seq FROM letter_due WHERE tries < $1 ORDER BY tries, at LIMIT $2";
    let due = tx.query(sql, params![MOST_TRIES, limit], read)?;
    make(tx, kit, ctx, &due)
}

/// Makes the letters of one case.
///
/// # Errors
/// When the database fails.
pub(crate) fn make_due_of(tx: &mut Tx, kit: &Kit, ctx: &Ctx, region: &str, case: CaseId) -> Result<usize, Fault> {
    let sql =
        "SELECT region, case_id, seq FROM letter_due WHERE region = $1 AND case_id = $2 AND tries < $3 ORDER BY seq";
    let due = tx.query(sql, params![region, case, MOST_TRIES], read)?;
    make(tx, kit, ctx, &due)
}

fn read(row: &store::Row<'_>) -> Result<Due, Fault> {
    Ok(Due { region: row.get(0)?, case: row.get(1)?, seq: row.get(2)? })
}

fn make(tx: &mut Tx, kit: &Kit, ctx: &Ctx, due: &[Due]) -> Result<usize, Fault> {
    let mut done = 0;
    for due in due {
        match tx.attempt(|tx| one(tx, kit, ctx, due)) {
            Ok(()) => done += 1,
            Err(Error::Fault(Fault::Conflict)) => return Err(Fault::Conflict),
            Err(error) => {
                tracing::warn!(case = %due.case, seq = due.seq, ?error, "a letter could not be made");
                let sql = "UPDATE letter_due SET tries = tries + 1 WHERE region = $1 AND case_id = $2 AND seq = $3";
                tx.execute(sql, params![&due.region, due.case, due.seq])?;
            }
        }
    }
    Ok(done)
}

fn one(tx: &mut Tx, kit: &Kit, ctx: &Ctx, due: &Due) -> Result<(), Error> {
    // Taken first: of two instances one finds it still waiting.
    let sql = "DELETE FROM letter_due WHERE region = $1 AND case_id = $2 AND seq = $3";
    if tx.execute(sql, params![&due.region, due.case, due.seq])? == 0 {
        return Ok(());
    }
    let Some(row) = matter::find_by_id(tx, due.case)? else { return Ok(()) };
    match row.kind() {
        CaseKind::Petition => petitions(tx, kit, ctx, due, &row),
        CaseKind::WorkOrder => {
            let Some((state, event)) = upto::<WorkOrder>(tx, due)? else { return Ok(()) };
            let work_order::Fact::MandateGiven(mandate) = &event.event.fact else { return Ok(()) };
            let of = MandateOf { row: &row, title: state.title.as_str(), seq: event.seq };
            let (org, new) = of_petition::mandate_form(tx, kit, &of, mandate)?;
            put(tx, kit, ctx, (event.actor, event.at), vec![(org, new, None)])
        }
        CaseKind::Find => {
            let Some((state, event)) = upto::<Find>(tx, due)? else { return Ok(()) };
            let proactive::Fact::MandateGiven(mandate) = &event.event.fact else { return Ok(()) };
            // A find has no words of its own in the log: its form says what kind of sign it was.
            let title = state.signal.message().say(Locale::Zh);
            let of = MandateOf { row: &row, title: &title, seq: event.seq };
            let (org, new) = of_petition::mandate_form(tx, kit, &of, mandate)?;
            put(tx, kit, ctx, (event.actor, event.at), vec![(org, new, None)])
        }
        CaseKind::Supervision => {
            let Some((state, event)) = upto::<Supervision>(tx, due)? else { return Ok(()) };
            let made = of_supervision::letters(tx, &state, &event)?;
            put(tx, kit, ctx, (event.actor, event.at), made)
        }
        CaseKind::Review => {
            let Some((state, event)) = upto::<Review>(tx, due)? else { return Ok(()) };
            let made = of_review::letters(tx, &state, &event)?;
            put(tx, kit, ctx, (event.actor, event.at), made)
        }
        CaseKind::Suggestion => {
            let Some((state, event)) = upto::<Suggestion>(tx, due)? else { return Ok(()) };
            let made = of_suggestion::letters(tx, &state, &event)?;
            put(tx, kit, ctx, (event.actor, event.at), made)
        }
        CaseKind::Advice => {
            let Some((state, event)) = upto::<Advice>(tx, due)? else { return Ok(()) };
            let made = of_supervision::of_advice(tx, &state, &event)?;
            put(tx, kit, ctx, (event.actor, event.at), made)
        }
        CaseKind::Mediation => {
            let Some((state, event)) = upto::<Mediation>(tx, due)? else { return Ok(()) };
            let made = of_mediation::letters(tx, kit, &state, &event)?;
            put(tx, kit, ctx, (event.actor, event.at), made)
        }
        CaseKind::Meeting => {
            let Some((state, event)) = upto::<Meeting>(tx, due)? else { return Ok(()) };
            let made = of_meeting::letters(tx, &state, &event)?;
            put(tx, kit, ctx, (event.actor, event.at), made)
        }
        _ => Ok(()),
    }
}

/// A case as it stood after an event, and the event.
type Upto<A> = (A, Recorded<<A as Aggregate>::Fact>);

fn upto<A: Aggregate>(tx: &mut Tx, due: &Due) -> Result<Option<Upto<A>>, Fault> {
    let mut events = matter::history::<A::Fact>(tx, &due.region, due.case)?;
    events.retain(|event| event.seq <= due.seq);
    let state = A::replay(&events);
    Ok(state.zip(events.pop().filter(|event| event.seq == due.seq)))
}

fn put(tx: &mut Tx, kit: &Kit, ctx: &Ctx, (actor, at): (Actor, Timestamp), made: Vec<Made>) -> Result<(), Error> {
    for (org, new, number) in made {
        issue(tx, kit, ctx, By { actor, org, at }, &new, number)?;
    }
    Ok(())
}

fn petitions(tx: &mut Tx, kit: &Kit, ctx: &Ctx, due: &Due, row: &MatterRow) -> Result<(), Error> {
    let events = matter::history::<petition::Fact>(tx, &due.region, due.case)?;
    let Some(place) = events.iter().position(|event| event.seq == due.seq) else { return Ok(()) };
    let (before, event) = (Petition::replay(&events[..place]), &events[place]);
    let Some(state) = Petition::replay(&events[..=place]) else { return Ok(()) };
    let imported = is_imported(tx, &due.region, due.case)?;
    let source = Source { before: before.as_ref(), state: &state, event, row };
    for (org, new) in of_petition::letters(tx, kit, &source)? {
        // What an older system issued was issued by it; its opinions carry numbers of ours.
        let number = given_number(kit, &source, &new);
        if imported && number.is_none() {
            continue;
        }
        issue(tx, kit, ctx, By { actor: event.actor, org, at: event.at }, &new, number)?;
    }
    Ok(())
}

/// The number that the decision itself carries.
fn given_number(kit: &Kit, source: &Source<'_>, new: &super::NewLetter) -> Option<DocNumber> {
    let petition::Fact::OpinionIssued { number, .. } = &source.event.event.fact else { return None };
    let day = kernel::beijing_date(source.event.at);
    let series = kit.reference().templates.in_force(new.kind, &new.division, day).series();
    DocNumber::parse(number.as_str(), &series).or_else(|| DocNumber::parse(number.as_str(), "信复"))
}

/// Whether the case was replayed from an older system.
fn is_imported(tx: &mut Tx, region: &str, case: CaseId) -> Result<bool, Fault> {
    let sql = "SELECT source_ref FROM matter WHERE region = $1 AND id = $2";
    let source: Option<String> = tx.query_one(sql, params![region, case], |row| row.get(0))?;
    Ok(source.is_some_and(|source| !source.starts_with(CaseKind::WorkOrder.name())))
}
