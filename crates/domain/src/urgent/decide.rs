//! What may be put on record, and what not. Nothing here looks at the stage of the matter: a danger waits for none.

use jiff::{SignedDuration, Timestamp};
use kernel::{Refusal, Text};

use super::model::{Danger, Deed, Outcome, Report, Told, Urgent};
use crate::{
    env::Env,
    lifecycle::Aggregate,
    petition::{self, Petition},
    work_order::{self, WorkOrder},
};

/// The clock of the call; its hours are the jurisdiction's (〔P〕 1 hour).
pub const ORAL: &str = "URGENT_ORAL_1H";
/// The clock of the report in writing (〔P〕 2 hours).
pub const WRITTEN: &str = "URGENT_WRITTEN_2H";

/// What lies longer back is put on record as something else: nothing about it is urgent any more.
const LONGEST_AGO: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A life cycle beside which dangers are reported.
pub trait Alarmed: Aggregate {
    /// What was reported so far.
    fn urgent(&self) -> &Urgent;

    /// The fact of one more deed.
    fn alarmed(deed: Deed) -> Self::Fact;
}

impl Alarmed for Petition {
    fn urgent(&self) -> &Urgent {
        &self.urgent
    }

    fn alarmed(deed: Deed) -> petition::Fact {
        petition::Fact::UrgentReported { deed }
    }
}

impl Alarmed for WorkOrder {
    fn urgent(&self) -> &Urgent {
        &self.urgent
    }

    fn alarmed(deed: Deed) -> work_order::Fact {
        work_order::Fact::UrgentReported { deed }
    }
}

/// Article 25: the government of the place hears of every danger by voice; where somebody may come to harm by another's or her own
/// hand, the police do too (People's Mediation Law 25).
#[must_use]
pub fn must_be_called(danger: Danger) -> &'static [Told] {
    match danger {
        Danger::Gathering | Danger::Violence | Danger::SelfHarm | Danger::Extreme => &[Told::Government, Told::Police],
        Danger::Safety => &[Told::Government, Told::Competent],
    }
}

/// Article 25: the government, the competent office, the joint meeting and the bureau above have it in writing.
#[must_use]
pub const fn must_be_written_to() -> &'static [Told] {
    &[Told::Government, Told::Competent, Told::JointMeeting, Told::UpperBureau]
}

/// What is reported in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// What may happen.
    pub danger: Danger,
    /// When somebody came to know of it.
    pub known_at: Timestamp,
    /// Where.
    pub place: Text<100>,
    /// What was seen or heard.
    pub what: Text<1000>,
    /// Who has been told by voice already; may be nobody yet.
    pub told: Vec<Told>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Report a danger.
    Report(Reporting),
    /// Somebody was told by voice.
    Call {
        /// Who.
        told: Vec<Told>,
        /// When; now unless said.
        at: Option<Timestamp>,
    },
    /// Report in writing.
    Write {
        /// To whom.
        to: Vec<Told>,
        /// What.
        text: Text<5000>,
    },
    /// A recipient answered.
    Answer {
        /// Who.
        from: Told,
        /// What.
        text: Text<2000>,
    },
    /// How it went on.
    Continue {
        /// What.
        text: Text<2000>,
    },
    /// It is over.
    End {
        /// How.
        outcome: Outcome,
        /// In words.
        text: Text<2000>,
    },
}

/// The deed that a command leads to.
///
/// # Errors
/// `urgent-open` for a second report while one is going on; `urgent-none` when none is; `urgent-future`, `urgent-long-ago` and
/// `urgent-before` for moments that cannot be; `urgent-nobody` when nobody is named; `urgent-written` for a second report in writing;
/// `urgent-written-to` when somebody who must have it is left out; `urgent-not-told` for an answer of somebody who was never told;
/// `urgent-end-calls` and `urgent-end-written` for an end before those who must know do.
pub fn decide(state: &Urgent, command: &Command, env: &Env<'_>) -> Result<Deed, Refusal> {
    if let Command::Report(what) = command {
        return report(state, what, env);
    }
    let open = state.open().ok_or_else(|| Refusal::rule("urgent-none", "R-037", "A25"))?;
    match command.clone() {
        Command::Report(_) => Err(Refusal::rule("urgent-open", "R-037", "A25")),
        Command::Call { told, at } => {
            let at = at.unwrap_or_else(|| env.now());
            somebody_is_named(&told, "told")?;
            a_call_lies_between(open, at, env.now())?;
            Ok(Deed::Called { told: new_ones(open, &told), at })
        }
        Command::Write { to, text } => {
            if open.written.is_some() {
                return Err(Refusal::rule("urgent-written", "R-037", "A25"));
            }
            whoever_must_have_it_does(&to)?;
            Ok(Deed::Written { to: each_once(&to), text })
        }
        Command::Answer { from, text } => {
            whoever_answers_was_told(open, from)?;
            Ok(Deed::Answered { from, text })
        }
        Command::Continue { text } => Ok(Deed::Continued { text }),
        Command::End { outcome, text } => {
            it_ends_when_those_who_must_know_do(open, outcome)?;
            Ok(Deed::Ended { outcome, text })
        }
    }
}

fn report(state: &Urgent, what: &Reporting, env: &Env<'_>) -> Result<Deed, Refusal> {
    crate::lifecycle::a_person(env)?;
    if state.open().is_some() {
        return Err(Refusal::rule("urgent-open", "R-037", "A25"));
    }
    if what.known_at > env.now() {
        return Err(Refusal::invalid("known_at", "urgent-future"));
    }
    if env.now().duration_since(what.known_at) > LONGEST_AGO {
        return Err(Refusal::invalid("known_at", "urgent-long-ago"));
    }
    Ok(Deed::Reported {
        danger: what.danger,
        known_at: what.known_at,
        place: what.place.clone(),
        what: what.what.clone(),
        told: each_once(&what.told),
        oral: Box::new(env.start_clock(ORAL, what.known_at, None)?),
        written_by: Box::new(env.start_clock(WRITTEN, what.known_at, None)?),
    })
}

/// In the order of the list, each once.
fn each_once(told: &[Told]) -> Vec<Told> {
    Told::ALL.iter().copied().filter(|one| told.contains(one)).collect()
}

fn new_ones(open: &Report, told: &[Told]) -> Vec<Told> {
    let mut all = each_once(told);
    all.retain(|whom| !open.was_called(*whom));
    if all.is_empty() { each_once(told) } else { all }
}

fn somebody_is_named(told: &[Told], field: &str) -> Result<(), Refusal> {
    if told.is_empty() { Err(Refusal::rule("urgent-nobody", "R-037", "A25").on(field)) } else { Ok(()) }
}

fn a_call_lies_between(open: &Report, at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if at > now {
        return Err(Refusal::invalid("at", "urgent-future"));
    }
    if at < open.known_at {
        return Err(Refusal::invalid("at", "urgent-before"));
    }
    Ok(())
}

/// Article 25: none of those who must have it in writing is left out.
fn whoever_must_have_it_does(to: &[Told]) -> Result<(), Refusal> {
    match must_be_written_to().iter().find(|whom| !to.contains(whom)) {
        Some(missing) => Err(Refusal::rule("urgent-written-to", "R-037", "A25").on("to").with("whom", missing.key())),
        None => Ok(()),
    }
}

fn whoever_answers_was_told(open: &Report, from: Told) -> Result<(), Refusal> {
    let written = open.written.as_ref().is_some_and(|written| written.to.contains(&from));
    if written || open.was_called(from) {
        return Ok(());
    }
    Err(Refusal::rule("urgent-not-told", "R-037", "A25").on("from").with("whom", from.key()))
}

/// Article 46(4), 隐瞒、谎报、缓报: nobody ends it before those who must hear of it have; one that proved unfounded needs no second
/// report in writing, its end is one.
fn it_ends_when_those_who_must_know_do(open: &Report, outcome: Outcome) -> Result<(), Refusal> {
    if let Some(whom) = open.to_call().next() {
        return Err(Refusal::rule("urgent-end-calls", "R-037", "A46_4").with("whom", whom.key()));
    }
    if open.written.is_none() && outcome != Outcome::Unfounded {
        return Err(Refusal::rule("urgent-end-written", "R-037", "A46_4"));
    }
    Ok(())
}
