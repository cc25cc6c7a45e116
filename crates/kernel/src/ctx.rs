//! Time, ids and randomness as arguments.
//!
//! `clippy.toml` bans every other source, so a test can turn the clock and a year passes in a second.

use std::{
    cell::RefCell,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

/// The one legal time zone of the jurisdiction (rules.md T-13).
pub const BEIJING: &str = "Asia/Shanghai";

/// The Beijing calendar day on which `at` falls: the day a receipt, a filing or a service counts for.
///
/// China has had one zone without daylight saving since 1992; a fixed offset keeps this pure and cheap on the hot path.
#[must_use]
pub fn beijing_date(at: Timestamp) -> Date {
    TimeZone::fixed(jiff::tz::offset(8)).to_datetime(at).date()
}

/// Noon in Beijing on `day`: the moment that stands for a day of which only the date is known.
#[must_use]
pub fn beijing_noon(day: Date) -> Timestamp {
    let noon = TimeZone::fixed(jiff::tz::offset(8)).to_timestamp(day.at(12, 0, 0, 0));
    noon.unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// The machine's clock; read at the edge only.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands until it is moved: for tests, the demo's year and replays.
#[derive(Debug, Clone)]
pub struct FixedClock(Arc<AtomicI64>);

impl FixedClock {
    /// Stops the clock at `at` (microsecond precision).
    #[must_use]
    pub fn at(at: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// Moves the clock to `at`, forward or back.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_microsecond(), Ordering::SeqCst);
    }

    /// Moves the clock forward by whole seconds.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// Moves the clock forward by whole days of 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.advance_seconds(days * 86_400);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Where randomness comes from.
pub trait Entropy: Send {
    /// Fills `bytes` with random bytes.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The operating system's randomness.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's randomness is read")]
    #[expect(clippy::expect_used, reason = "a machine without randomness must not run: query codes would be guessable")]
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system provides randomness");
    }
}

/// Repeatable randomness (SplitMix64) for tests and the demo. Never for secrets.
#[derive(Debug, Clone)]
pub struct SeededEntropy(u64);

impl SeededEntropy {
    /// The sequence that belongs to `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl Entropy for SeededEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            chunk.copy_from_slice(&z.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// One request's view of time and randomness: the time is read once, so everything in a transaction happens at one moment.
pub struct Ctx {
    now: Timestamp,
    entropy: RefCell<Box<dyn Entropy>>,
}

impl Ctx {
    /// A context at `now` with the given randomness.
    #[must_use]
    pub fn new(now: Timestamp, entropy: Box<dyn Entropy>) -> Self {
        // Storage keeps microseconds: a finer moment would not be the same when the events are replayed.
        let now = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
        Self { now, entropy: RefCell::new(entropy) }
    }

    /// A context at the clock's present moment with the system's randomness.
    #[must_use]
    pub fn system(clock: &dyn Clock) -> Self {
        Self::new(clock.now(), Box::new(SystemEntropy))
    }

    /// A repeatable context, for tests and the demo.
    #[must_use]
    pub fn seeded(now: Timestamp, seed: u64) -> Self {
        Self::new(now, Box::new(SeededEntropy::new(seed)))
    }

    /// The moment at which everything in this context happens.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The Beijing day of [`Ctx::now`].
    #[must_use]
    pub fn today(&self) -> Date {
        beijing_date(self.now)
    }

    /// A fresh id: UUID version 7 from this context's time and randomness, so ids sort by time.
    #[must_use]
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        let mut random = [0u8; 10];
        self.entropy.borrow_mut().fill(&mut random);
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or_default();
        I::from(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// `N` random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0u8; N];
        self.entropy.borrow_mut().fill(&mut bytes);
        bytes
    }
}

impl std::fmt::Debug for Ctx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ctx").field("now", &self.now).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_beijings_not_utcs() {
        let late: Timestamp = "2026-11-21T16:30:00Z".parse().unwrap();
        assert_eq!(beijing_date(late).to_string(), "2026-11-22");
    }

    #[test]
    fn a_moment_is_as_fine_as_storage_keeps_it() {
        let fine: Timestamp = "2026-01-05T01:00:00.123456789Z".parse().unwrap();
        assert_eq!(Ctx::seeded(fine, 1).now().to_string(), "2026-01-05T01:00:00.123456Z");
    }

    #[test]
    fn seeded_contexts_repeat_and_ids_sort_by_time() {
        let at: Timestamp = "2026-01-05T01:00:00Z".parse().unwrap();
        let first: Uuid = Ctx::seeded(at, 7).new_id();
        assert_eq!(first, Ctx::seeded(at, 7).new_id::<Uuid>());
        let later: Uuid = Ctx::seeded(at + jiff::SignedDuration::from_secs(1), 3).new_id();
        assert!(first < later);
        assert_eq!(first.get_version_num(), 7);
    }
}
