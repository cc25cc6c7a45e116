//! Who listens: so many streams a person, so many a process.

use std::{collections::HashMap, sync::Arc};

use kernel::UserId;

use super::{Hub, poll};
use crate::state::AppState;

/// Streams of one person: a browser holds one for the page in front, and a person may have two browsers.
const A_PERSON: usize = 4;
/// Streams of one process.
const A_PROCESS: usize = 2_000;

/// The count of streams, and whether somebody looks at the log for them.
#[derive(Debug, Default)]
pub(super) struct Seats {
    taken: HashMap<UserId, usize>,
    all: usize,
    looking: bool,
}

impl Seats {
    /// Whether the one who looks may rest because nobody listens; then she has stopped looking.
    pub(super) fn rest(&mut self) -> bool {
        if self.all == 0 {
            self.looking = false;
        }
        self.all == 0
    }

    /// Takes a seat; `None` when there is none, else whether somebody has to begin looking.
    fn take(&mut self, user: UserId) -> Option<bool> {
        let own = self.taken.entry(user).or_default();
        if *own >= A_PERSON || self.all >= A_PROCESS {
            return None;
        }
        *own += 1;
        self.all += 1;
        Some(!std::mem::replace(&mut self.looking, true))
    }

    fn leave(&mut self, user: UserId) {
        self.all = self.all.saturating_sub(1);
        if let Some(own) = self.taken.get_mut(&user) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                self.taken.remove(&user);
            }
        }
    }
}

/// The right to one stream; given back when it is dropped.
pub struct Seat {
    hub: Arc<Hub>,
    user: UserId,
}

impl Seat {
    /// Takes a seat for `user` and sees to it that the log is looked at; `None` when all are taken.
    #[must_use]
    pub fn take(state: &AppState, user: UserId) -> Option<Self> {
        let begin = state.live.seats().take(user)?;
        if begin {
            tokio::spawn(poll(state.clone()));
        }
        Some(Self { hub: state.live.clone(), user })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.hub.seats().leave(self.user);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn seats_are_limited_and_come_back() {
        let (mut seats, me) = (Seats::default(), UserId(Uuid::from_u128(1)));
        assert_eq!(seats.take(me), Some(true));
        for _ in 1..A_PERSON {
            assert_eq!(seats.take(me), Some(false));
        }
        assert_eq!(seats.take(me), None);
        assert_eq!(seats.take(UserId(Uuid::from_u128(2))), Some(false));
        seats.leave(me);
        assert_eq!(seats.take(me), Some(false));
        assert!(!seats.rest());
        for user in [me, me, me, me, UserId(Uuid::from_u128(2))] {
            seats.leave(user);
        }
        assert!(seats.rest() && seats.taken.is_empty());
        assert_eq!(seats.take(me), Some(true), "somebody begins to look again");
    }
}
