//! What a device without signal says of the time. Kept beside the server's own, never in its place.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The device's clock at the doorstep, as recorded with the registration (A7, rules.md §9.8: both times are kept).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceTime {
    /// When the form was begun, by the device's clock.
    pub begun_at: Timestamp,
    /// When it was complete, by the device's clock.
    pub done_at: Timestamp,
    /// The device's zone: minutes east of UTC.
    pub offset: i16,
    /// By how many seconds the device's clock ran ahead of the server's when the form was sent; negative when it ran behind,
    /// nothing when it was not measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skew: Option<i64>,
}

impl DeviceTime {
    /// When the form was complete, by the server's clock as far as that can be told.
    #[must_use]
    pub fn corrected(&self) -> Timestamp {
        let skew = SignedDuration::from_secs(self.skew.unwrap_or(0));
        self.done_at.checked_sub(skew).unwrap_or(self.done_at)
    }

    /// The moment that counts as received (rules.md §11: `received_at` is the moment without signal): the corrected one, unless it
    /// cannot be true: after `now`, or more than `days` before it. Then nothing is gained for anybody by believing the device.
    #[must_use]
    pub fn received(&self, now: Timestamp, days: i64) -> Option<Timestamp> {
        let at = self.corrected();
        let oldest = now.checked_sub(SignedDuration::from_hours(days.saturating_mul(24))).ok()?;
        // A second is what the measuring of the skew may be wrong by.
        let tolerated = now.checked_add(SignedDuration::from_secs(2)).unwrap_or(now);
        (oldest <= at && at <= tolerated).then_some(at.min(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn device(done: &str, skew: Option<i64>) -> DeviceTime {
        DeviceTime { begun_at: at(done), done_at: at(done), offset: 480, skew }
    }

    #[test]
    fn the_moment_at_the_doorstep_counts_when_it_can_be_true() {
        let now = at("2026-03-10T08:00:00Z");
        let morning = at("2026-03-09T01:12:00Z");
        assert_eq!(device("2026-03-09T01:12:00Z", None).received(now, 30), Some(morning));
        // A clock that is ten minutes fast is put right.
        assert_eq!(device("2026-03-09T01:22:00Z", Some(600)).received(now, 30), Some(morning));
        // One that is a year behind too, once its error is known.
        assert_eq!(device("2025-03-09T01:12:00Z", Some(-365 * 86_400)).received(now, 30), Some(morning));
    }

    #[test]
    fn what_cannot_be_true_does_not_count() {
        let now = at("2026-03-10T08:00:00Z");
        assert_eq!(device("2026-03-10T08:00:03Z", None).received(now, 30), None);
        assert_eq!(device("2026-03-10T08:00:01Z", None).received(now, 30), Some(now));
        assert_eq!(device("2026-02-07T08:00:00Z", None).received(now, 30), None);
        assert_eq!(device("1970-01-01T00:00:00Z", None).received(now, 30), None);
        assert_eq!(device("9999-12-30T00:00:00Z", Some(i64::MIN)).received(now, 30), None);
    }
}
