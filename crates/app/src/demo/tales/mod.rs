//! Matters written by hand so that everything the agency network knows can be seen: mandates given and taken back, finds, matters
//! that rose and came down, every rung of supervision, advice, a leader's own matters, letters in every state.
//!
//! A tale is a matter and its cues: so many days ago, a step as any matter takes it, or a deed of its own. It is played with the
//! year, day by day, through the same use cases.

mod act;
mod agency;
mod clusters;
mod doing;
mod finds;
mod leaders;
mod mediations;
mod oversight;
mod papers;
mod reviews;
mod suggestions;

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::{CaseId, DivisionCode, Fault, OrgLevel, beijing_date, calendar::WorkCalendar};
use serde::Deserialize;
use services::{Error, Kit};

pub(super) use self::act::Act;
use super::{
    place::Place,
    plan::{From, Step},
    script::Due,
    texts::{Matter, Told},
};

const TEXTS: &str = include_str!("../../../data/demo-agency.toml");

/// Something that only this tale has.
pub(super) type Deed = fn(&mut Act<'_>) -> Result<(), Error>;

/// What happens at a cue.
#[derive(Debug, Clone, Copy)]
enum Do {
    /// What any matter may go through.
    Step(Step),
    /// A deed of its own.
    Own(Deed),
}

/// It comes in at the bureau's own desk.
const AT_THE_DESK: Do = Do::Step(Step::Register(From::Desk));

/// A matter and what becomes of it: days ago, and what.
struct Tale {
    key: &'static str,
    cues: &'static [(i64, Do)],
}

/// A deed at its moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub(super) at: Timestamp,
    pub(super) matter: usize,
    pub(super) nth: usize,
    pub(super) key: &'static str,
    pub(super) deed: Deed,
}

/// What the play remembers: the case of each matter, and what hangs on it (a supervision, a piece of advice).
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pub(super) cases: HashMap<usize, CaseId>,
    pub(super) also: HashMap<(usize, &'static str), CaseId>,
}

/// Where it is registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Desk {
    County,
    Station,
}

#[derive(Debug, Clone, Deserialize)]
struct Written {
    key: String,
    /// Which village of the township that is shown, from 0.
    village: usize,
    desk: Desk,
    title: String,
    #[serde(flatten)]
    told: Told,
}

#[derive(Deserialize)]
struct File {
    tale: Vec<Written>,
}

fn all() -> impl Iterator<Item = &'static Tale> {
    let first = [agency::TALES, finds::TALES, oversight::TALES, leaders::TALES, papers::TALES, reviews::TALES];
    first.into_iter().chain([suggestions::TALES, clusters::TALES, mediations::TALES, doing::TALES]).flatten()
}

/// How long ago a cue of today is.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(25);

/// Adds the tales' matters to `matters`, and gives back their steps and their own deeds. A tale whose text does not fit the place
/// is left out.
///
/// # Errors
/// When the file is not what it should be.
pub(super) fn write(
    place: &Place,
    kit: &Kit,
    now: Timestamp,
    matters: &mut Vec<Matter>,
) -> Result<(Vec<Due>, Vec<Cue>), Error> {
    let file: File = toml::from_str(TEXTS).map_err(|error| Fault::inconsistent("demo-agency.toml", error))?;
    let terms = kit.terms(&DivisionCode::parse(place.main())?, beijing_date(now));
    let (mut steps, mut cues) = (vec![], vec![]);
    for tale in all() {
        let Some(written) = file.tale.iter().find(|one| one.key == tale.key) else {
            return Err(Fault::inconsistent("demo-agency.toml", tale.key).into());
        };
        if std::iter::once(&written.title).chain(written.told.tells()).any(|told| place.leaves_out(told)) {
            continue;
        }
        let index = matters.len();
        let Some(matter) = written.matter(place, index)? else { continue };
        matters.push(matter);
        for (nth, (ago, what)) in tale.cues.iter().enumerate() {
            // What happens today has just happened, whatever day it is.
            let at = if *ago == 0 { now - JUST_NOW } else { moment(terms.calendar(), now, *ago, nth) };
            match *what {
                Do::Step(step) => steps.push(Due { at, matter: index, nth, step }),
                Do::Own(deed) => cues.push(Cue { at, matter: index, nth, key: tale.key, deed }),
            }
        }
    }
    Ok((steps, cues))
}

/// On the working day so many days ago or the one before, in the morning, one after the other.
fn moment(calendar: &WorkCalendar, now: Timestamp, ago: i64, nth: usize) -> Timestamp {
    let day = calendar.workday_on_or_before(beijing_date(now).saturating_sub(ago.days()));
    let minute = 9 * 60 + 7 * i64::try_from(nth).unwrap_or(0);
    domain::deadline::beijing_midnight(day) + SignedDuration::from_mins(minute)
}

impl Written {
    /// The matter at its place; `None` when no unit there has it. Even numbers: the first agent and the first handler.
    fn matter(&self, place: &Place, position: usize) -> Result<Option<Matter>, Error> {
        let township = &place.sample.main_township;
        let villages = place.villages.get(township.as_str()).map_or(&[][..], Vec::as_slice);
        let Some(spot) = villages.get(self.village % villages.len().max(1)) else { return Ok(None) };
        if place.org(place.main(), self.told.unit()).is_none() {
            return Ok(None);
        }
        let division = match self.desk {
            Desk::County => spot.at(OrgLevel::County),
            Desk::Station => spot.clone(),
        };
        let about = (place.main(), spot.clone(), division);
        Matter::at(place, about, &self.title, self.told.clone(), 2 * position).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::dispatch::{CategoryPath, CategoryTree};

    use super::*;

    #[test]
    fn every_tale_is_told_once_and_in_order() {
        let file: File = toml::from_str(TEXTS).unwrap();
        let keys: HashSet<&str> = file.tale.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys.len(), file.tale.len());
        let tree = CategoryTree::shipped();
        for one in &file.tale {
            assert!(tree.knows(&CategoryPath::parse(one.told.category.as_str()).unwrap()), "{}", one.key);
        }
        for tale in all() {
            assert!(keys.contains(tale.key), "{}", tale.key);
            assert!(tale.cues.is_sorted_by(|one, next| one.0 >= next.0), "{}", tale.key);
            assert!(tale.cues.iter().all(|(ago, _)| *ago >= 1), "{}: what is of today is not over yet", tale.key);
        }
        assert_eq!(all().count(), file.tale.len());
    }
}
