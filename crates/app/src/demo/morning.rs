//! This morning: the matters that lie on the desks when the demo is made, written by hand so that every desk has something to
//! do and nothing is older than an ordinary office would let it become.

use kernel::{DivisionCode, Fault, OrgLevel};
use serde::Deserialize;
use services::Error;

use super::{
    place::Place,
    plan::{From, Plan, Step},
    texts::{Matter, Told},
};

const SCENES: &str = include_str!("../../data/demo-morning.toml");

/// A matter and how far it has come.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Scene {
    /// Registered so many days ago.
    pub(super) ago: i64,
    place: String,
    desk: Desk,
    from: Door,
    title: String,
    #[serde(flatten)]
    told: Told,
    steps: Plan,
}

/// Whose it is to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Desk {
    County,
    Station,
}

/// Through which door, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Door {
    Web,
    Desk,
    Agent,
    Order,
}

#[derive(Deserialize)]
struct File {
    scene: Vec<Scene>,
}

/// The county in which the scenes were written.
const WRITTEN: &str = "150223";

/// Every scene that happens in `place`, in the order in which they are written.
///
/// # Errors
/// When the file is not what it should be.
pub(super) fn scenes(place: &Place) -> Result<Vec<Scene>, Error> {
    let here = |scene: &Scene| place.main() == WRITTEN || !scene.tells().any(|told| place.leaves_out(told));
    Ok(all()?.into_iter().filter(here).collect())
}

fn all() -> Result<Vec<Scene>, Error> {
    let file: File = toml::from_str(SCENES).map_err(|error| Fault::inconsistent("demo-morning.toml", error))?;
    Ok(file.scene)
}

impl Scene {
    /// What it is about, and where.
    ///
    /// # Errors
    /// When it names a place or unit that is not there.
    pub(super) fn matter(&self, place: &Place, index: usize) -> Result<Matter, Error> {
        let spot = self.spot(place, index)?;
        let division = match self.desk {
            Desk::County => spot.at(OrgLevel::County),
            Desk::Station => spot.clone(),
        };
        Matter::at(place, (place.main(), spot, division), &self.title, self.told.clone(), index)
    }

    /// Where: the village that was written, and in another county any village of its main township's size.
    fn spot(&self, place: &Place, index: usize) -> Result<DivisionCode, Error> {
        if place.main() == WRITTEN {
            return Ok(DivisionCode::parse(&self.place)?);
        }
        let nowhere = || Error::from(Fault::inconsistent("demo", "a county without villages"));
        let townships = place.townships.get(place.main()).ok_or_else(nowhere)?;
        let mut villages = townships.iter().filter_map(|township| place.villages.get(township.as_str())).flatten();
        let count = villages.clone().count().max(1);
        villages.nth(index.wrapping_mul(7) % count).cloned().ok_or_else(nowhere)
    }

    /// Everything that is told, to look for words in.
    fn tells(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.title).chain(self.told.tells())
    }

    /// What was done so far.
    pub(super) fn plan(&self) -> Plan {
        let first = match self.from {
            Door::Web => Step::Register(From::Web),
            Door::Desk => Step::Register(From::Desk),
            Door::Agent => Step::Register(From::Agent),
            Door::Order => Step::Receive,
        };
        std::iter::once((0, first)).chain(self.steps.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_morning_is_a_morning() {
        let scenes = all().unwrap();
        let ends = |scene: &&Scene| scene.plan().last().is_some_and(|(_, step)| step.waits_at_the_desk());
        let at_the_bureau = scenes.iter().filter(|scene| scene.desk == Desk::County).filter(ends).count();
        assert!((10..=16).contains(&at_the_bureau), "{at_the_bureau} wait at the banner's bureau");
        let oldest = scenes.iter().map(|scene| scene.ago).max();
        assert!(oldest < Some(90), "{oldest:?}");
        assert!(scenes.iter().all(|scene| scene.place.starts_with(WRITTEN)));
    }
}
