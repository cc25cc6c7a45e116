//! What an event of a mediation says: one sentence for the desk, one for the parties. Parties are 甲方, 乙方…; no name stands here.

use kernel::{Message, OrgId};

use super::{
    events::Fact,
    model::{Mediation, Signer},
};
use crate::{
    lifecycle::{Fact as _, Recorded},
    names::key_of,
};

impl Fact {
    /// Whether `party` reads it: everything that every party reads, and of separate talks only her own. What is said of dangers
    /// and looks afterwards is the committee's record.
    #[must_use]
    pub fn is_for(&self, mediation: &Mediation, party: u16) -> bool {
        match self {
            Self::Held(session) => session.with.contains(&party),
            Self::MinutesConfirmed { session, .. } => {
                mediation.sessions.iter().any(|held| held.no == *session && held.is_open_to(party))
            }
            Self::RiskReported(_) | Self::FollowedUp(_) | Self::ClocksRecomputed { .. } | Self::Archived => false,
            _ => true,
        }
    }
}

/// 甲, 乙, 丙 …; a number beyond the tenth.
#[must_use]
pub fn letter(no: u16) -> String {
    const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    STEMS.get(usize::from(no).wrapping_sub(1)).map_or_else(|| no.to_string(), |stem| (*stem).to_owned())
}

/// The sentence at the desk.
pub fn record(mediation: &Mediation, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", mediation, event, org)
}

/// The sentence for a party; `None` for what is not hers to read.
pub fn timeline(
    mediation: &Mediation,
    event: &Recorded<Fact>,
    party: u16,
    org: &dyn Fn(OrgId) -> String,
) -> Option<Message> {
    let hers = event.event.fact.is_for(mediation, party);
    hers.then(|| said("event", mediation, event, org))
}

fn said(prefix: &str, mediation: &Mediation, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of(prefix, fact.kind()));
    match fact {
        Fact::Opened(opened) => {
            message.with("unit", org(opened.committee)).with("origin", opened.origin.key()).with("file", &opened.file)
        }
        Fact::Consented { party, how }
        | Fact::MinutesConfirmed { party, how, .. }
        | Fact::ConfirmationWanted { party, how } => message.with("party", letter(*party)).with("how", how.key()),
        Fact::Ended { kind, party, .. } => {
            message.with("kind", kind.name()).with("party", party.map(letter).unwrap_or_default())
        }
        Fact::MediatorNamed { chosen, .. } => message.with("chosen", chosen.key()),
        Fact::OtherAsked { party, .. } => message.with("party", letter(*party)),
        Fact::HelperAdded(helper) => message.with("role", helper.role.key()).with("called", &helper.called),
        Fact::RightsNotified { how } => message.with("how", how.key()),
        Fact::Held(session) => {
            let all = session.with.len() == mediation.parties.len();
            let with: Vec<String> = session.with.iter().map(|no| letter(*no)).collect();
            let message = message.with("day", session.on).with("place", &session.place);
            message.with("all", if all { "yes" } else { "no" }).with("party", with.join("、"))
        }
        Fact::RiskReported(report) => {
            message.with("kind", report.kind.key()).with("police", if report.police.is_some() { "yes" } else { "no" })
        }
        Fact::Agreed(agreement) => message.with("form", agreement.form.key()),
        Fact::Signed(signature) => {
            let (kind, no) = match signature.of {
                Signer::Party(no) => ("party", letter(no)),
                Signer::Mediator => ("mediator", String::new()),
                Signer::Committee => ("committee", String::new()),
            };
            let message = message.with("of", kind).with("party", no).with("mark", signature.mark.key());
            message.with("day", signature.on)
        }
        Fact::Effective { on } => match mediation.window() {
            Some(clock) => message.with("day", on).with("court", "yes").with("due", clock.statutory),
            None => message.with("day", on).with("court", "no"),
        },
        Fact::ConfirmationApplied { court, on, .. } => message.with("court", court).with("day", on),
        Fact::Ruled(ruling) => {
            let message = message.with("confirmed", if ruling.confirmed { "yes" } else { "no" });
            message.with("day", ruling.on).with("number", &ruling.number)
        }
        Fact::Performed { term, done } => message.with("term", term).with("day", done.on),
        Fact::BreachTold { term, party, .. } => message.with("term", term).with("party", letter(*party)),
        Fact::Urged { term } | Fact::WaysTold { term } => message.with("term", term),
        Fact::FollowedUp(note) => message.with("day", note.on),
        Fact::ClockOverdue { clock, .. } => {
            let term = mediation.performance.iter().position(|one| one.clock == Some(*clock));
            message
                .with("what", if term.is_some() { "term" } else { "whole" })
                .with("term", term.map_or(0, |no| no + 1))
        }
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        Fact::Accepted | Fact::SteppedBack { .. } | Fact::Archived => message,
    }
}

/// What somebody wrote; stands beside the sentence. What was said in a talk stands with the talk.
#[must_use]
pub fn written(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Opened(opened) => Some(opened.title.to_string()),
        Fact::Ended { reason, .. } => reason.as_ref().map(ToString::to_string),
        Fact::OtherAsked { reason, .. } | Fact::SteppedBack { reason, .. } => Some(reason.to_string()),
        Fact::RiskReported(report) => Some(report.text.to_string()),
        Fact::Performed { done, .. } => Some(done.evidence.to_string()),
        Fact::BreachTold { text, .. } => Some(text.to_string()),
        Fact::FollowedUp(note) => Some(note.text.to_string()),
        Fact::Ruled(ruling) => ruling.reason.as_ref().map(ToString::to_string),
        _ => None,
    }
}
