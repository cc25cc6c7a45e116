//! A claim beside her words: how the desk reads it, where it came from, what is answered with it. The same at the desk and on
//! her own page, said to each in her way.

use domain::{
    case::{Claim, ClaimOrigin},
    petition::Petition,
};

use crate::{i18n::Say, ui::Line};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The petitioner.
    Her,
    /// The desk.
    Desk,
}

/// The lines below her words; none for a claim as she brought it.
pub fn beside(t: Say, state: &Petition, claim: &Claim, reader: Reader) -> Vec<Line> {
    let who = if reader == Reader::Her { "her" } else { "desk" };
    let no_of = |id| state.claims.iter().find(|other| other.id == id).map_or(0, |other| other.no);
    let mut lines: Vec<Line> = vec![];
    if let Some(reading) = &claim.reading {
        lines.push(t.say("claim-reading").with("who", who).with("text", reading).into());
    }
    match claim.origin {
        Some(ClaimOrigin::Part { of }) => lines.push(t.say("claim-part").with("of", no_of(of)).into()),
        Some(ClaimOrigin::Facts) => lines.push(t.say("claim-found").with("who", who).into()),
        None => {}
    }
    for other in state.joined_to(claim) {
        lines.push(t.say("claim-with").with("no", other.no).with("text", other.plainly()).into());
    }
    lines
}
