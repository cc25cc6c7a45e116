//! Latencies and what they say.

use std::{io::Write as _, time::Duration};

use serde::Serialize;

/// What one client saw.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// How long each one took.
    pub(super) took: Vec<Duration>,
    /// How many failed.
    pub(super) errors: u64,
}

/// The figures of one measurement, as printed.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    engine: &'static str,
    cores: usize,
    /// Cases in the database before measuring.
    cases: usize,
    clients: usize,
    #[serde(rename = "lifecycles_per_s", skip_serializing_if = "Option::is_none")]
    lifecycles: Option<f64>,
    #[serde(rename = "registrations_per_s", skip_serializing_if = "Option::is_none")]
    registrations: Option<f64>,
    p50_ms: f64,
    p95_ms: f64,
    p99_ms: f64,
    errors: u64,
    /// The largest resident size of this process so far: server, database and load generator together.
    peak_mb: u64,
}

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Lifecycle,
    Registration,
}

impl Figures {
    /// From what all clients saw in `elapsed`.
    pub(super) fn of(unit: Unit, engine: &'static str, cases: usize, seen: &[Seen], elapsed: Duration) -> Self {
        let mut took: Vec<Duration> = seen.iter().flat_map(|client| client.took.iter().copied()).collect();
        took.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "a count of events in a minute is far below 2^52")]
        let rate = round(took.len() as f64 / elapsed.as_secs_f64(), 1);
        Self {
            engine,
            cores: std::thread::available_parallelism().map_or(0, std::num::NonZero::get),
            cases,
            clients: seen.len(),
            lifecycles: (unit == Unit::Lifecycle).then_some(rate),
            registrations: (unit == Unit::Registration).then_some(rate),
            p50_ms: percentile(&took, 50),
            p95_ms: percentile(&took, 95),
            p99_ms: percentile(&took, 99),
            errors: seen.iter().map(|client| client.errors).sum(),
            peak_mb: peak_mb(),
        }
    }

    /// Prints them as one line of JSON.
    pub(super) fn print(&self) -> anyhow::Result<()> {
        writeln!(std::io::stdout(), "{}", serde_json::to_string(self)?)?;
        Ok(())
    }
}

/// Milliseconds below which `percent` of the sorted durations lie.
pub(super) fn percentile(sorted: &[Duration], percent: usize) -> f64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |took| round(took.as_secs_f64() * 1_000.0, 3))
}

/// `value` with so many digits behind the point.
pub(super) fn round(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}

/// The peak resident size in megabytes as the kernel tells it; 0 where it does not.
pub(super) fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: Option<u64> = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0) / 1024
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_of_a_hundred() {
        let sorted: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        assert!((percentile(&sorted, 50) - 51.0).abs() < 0.001);
        assert!((percentile(&sorted, 99) - 100.0).abs() < 0.001);
        assert!(percentile(&[], 99).abs() < 0.001);
    }
}
