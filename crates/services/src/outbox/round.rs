//! One round of sending: take, hand over, write down. Blocks; runs on a thread of its own.

use domain::notice::{Channel, Fate};
use kernel::{Clock, Ctx, Fault};
use store::Store;

use super::{Answer, Carriers, Parcel, Why, claim, settle};
use crate::kit::Kit;

/// What a round did, for the counters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    /// What was taken.
    pub taken: usize,
    /// What became of each.
    pub fates: Vec<(Channel, Fate)>,
}

/// Sends up to `limit` messages that are due. A carrier that cannot be reached is not asked again in the same round: the rest
/// of its messages wait like the first.
///
/// # Errors
/// When the database fails.
pub fn round(store: &Store, kit: &Kit, clock: &dyn Clock, carriers: &Carriers, limit: u32) -> Result<Round, Fault> {
    let (own, now) = (kit.clone(), clock.now());
    let parcels = store.write_blocking(move |tx| claim(tx, &own, &system(now), limit))?;
    let mut round = Round { taken: parcels.len(), ..Round::default() };
    let mut down: Vec<Channel> = vec![];
    for parcel in parcels {
        let carrier = carriers.of(parcel.channel);
        let knows_keys = carrier.is_some_and(super::Carrier::knows_keys);
        let answer = match carrier {
            None => Answer::Never(Why::NOT_SET_UP),
            Some(_) if parcel.again && !knows_keys => Answer::Silence,
            Some(_) if down.contains(&parcel.channel) => Answer::Later(Why::DOWN),
            Some(carrier) => carrier.carry(&parcel),
        };
        if answer == Answer::Later(Why::DOWN) {
            down.push(parcel.channel);
        }
        let (own, now) = (kit.clone(), clock.now());
        let (channel, sent): (Channel, Parcel) = (parcel.channel, parcel);
        let fate = store.write_blocking(move |tx| settle(tx, &own, &system(now), &sent, &answer, knows_keys))?;
        round.fates.extend(fate.map(|fate| (channel, fate)));
    }
    Ok(round)
}

fn system(now: jiff::Timestamp) -> Ctx {
    Ctx::new(now, Box::new(kernel::SystemEntropy))
}
