//! Live updates: one look at the log for all readers of this process, told to each by what she may see.
//!
//! Several instances need no word between them: each reads the same log. While nobody listens nothing is asked.

mod seats;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::Timestamp;
use kernel::CaseId;
use services::live::{self, Change, OVERLAP};
use tokio::sync::{broadcast, watch};

pub use seats::Seat;
use seats::Seats;

use crate::state::AppState;

/// How often things happen.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Between two looks at the log.
    pub look: Duration,
    /// Between two signs of life, each of which asks whether the session still runs.
    pub beat: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { look: Duration::from_secs(2), beat: Duration::from_secs(20) }
    }
}

/// Changes that a slow reader may lag behind before she is told to look for herself.
const BACKLOG: usize = 512;
/// Changes read at once.
const BATCH: u32 = 500;

/// The one place to which readers listen.
pub struct Hub {
    changes: broadcast::Sender<Arc<Change>>,
    stop: watch::Sender<bool>,
    seats: Mutex<Seats>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { changes: broadcast::Sender::new(BACKLOG), stop: watch::Sender::new(false), seats: Mutex::default() }
    }
}

impl Hub {
    /// Ends every stream, for good: the server stops.
    pub fn close(&self) {
        self.stop.send_replace(true);
    }

    pub(crate) fn changes(&self) -> broadcast::Receiver<Arc<Change>> {
        self.changes.subscribe()
    }

    pub(crate) fn stopped(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    fn seats(&self) -> std::sync::MutexGuard<'_, Seats> {
        // Whoever held it only counted.
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What has been told already, for as long as a look reaches back.
#[derive(Default)]
struct Known {
    told: BTreeMap<(CaseId, i64), Timestamp>,
    to: Option<Timestamp>,
}

impl Known {
    /// From when to look.
    fn since(&self, now: Timestamp) -> Timestamp {
        self.to.map_or(now, |to| to.min(now)) - OVERLAP
    }

    /// The new ones of `changes`; forgets what no look reaches any more.
    fn take(&mut self, changes: Vec<Change>) -> Vec<Change> {
        let fresh: Vec<Change> =
            changes.into_iter().filter(|one| self.told.insert((one.case(), one.seq), one.at).is_none()).collect();
        if let Some(last) = fresh.iter().map(|one| one.at).max() {
            self.to = self.to.max(Some(last));
            let keep = last - OVERLAP - OVERLAP;
            self.told.retain(|_, at| *at > keep);
        }
        fresh
    }
}

/// Looks at the log until nobody listens or the server stops.
async fn poll(state: AppState) {
    let hub = state.live.clone();
    let mut stopped = hub.stopped();
    let mut tick = tokio::time::interval(state.config.live.look);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut known = Known::default();
    loop {
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            _ = tick.tick() => {}
        }
        if hub.seats().rest() {
            return;
        }
        let since = known.since(state.clock.now());
        match state.read(move |tx, _, _| Ok(live::since(tx, since, BATCH)?)).await {
            Ok(changes) => {
                for change in known.take(changes) {
                    // Nobody may be listening any more; the next round notices.
                    let _listening = hub.changes.send(Arc::new(change));
                }
            }
            Err(error) => tracing::warn!(%error, "live updates: the log was not read"),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{access::MatterFacts, case::CaseKind};
    use kernel::{DivisionCode, OrgId};
    use uuid::Uuid;

    use super::*;

    fn change(case: u128, seq: i64, at: &str) -> Change {
        let facts = MatterFacts {
            case: CaseId(Uuid::from_u128(case)),
            kind: CaseKind::Petition,
            division: DivisionCode::parse("150223").unwrap(),
            bureau: OrgId(Uuid::nil()),
            holder: None,
            handler: None,
            drafter: None,
            checker: None,
            agent: None,
            mandate_until: None,
            respondent: None,
            assisting: vec![],
            barred: vec![],
            respondent_heard: false,
            registrar: None,
            leader: None,
            sealed: false,
            keepers: vec![],
            limited: false,
        };
        Change { at: at.parse().unwrap(), seq, by: None, turn: OrgId(Uuid::nil()), facts }
    }

    #[test]
    fn what_a_look_meets_again_is_told_once_and_what_comes_late_is_told_too() {
        let mut known = Known::default();
        let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        assert_eq!(known.since(now), now - OVERLAP);
        assert_eq!(known.take(vec![change(1, 1, "2026-11-22T02:00:05Z")]).len(), 1);
        // The same again, with one that an older transaction made visible only now.
        let second = vec![change(2, 4, "2026-11-22T02:00:01Z"), change(1, 1, "2026-11-22T02:00:05Z")];
        let fresh = known.take(second);
        assert_eq!(fresh.iter().map(|one| one.seq).collect::<Vec<_>>(), [4]);
        let later: Timestamp = "2026-11-22T02:10:00Z".parse().unwrap();
        assert_eq!(known.since(later), "2026-11-22T02:00:05Z".parse::<Timestamp>().unwrap() - OVERLAP);
        known.take(vec![change(3, 1, "2026-11-22T02:10:00Z")]);
        assert_eq!(known.told.len(), 1, "what no look reaches is forgotten");
    }
}
