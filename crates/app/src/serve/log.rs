//! The log: to the error stream, as text or JSON; what is in it is decided by `RUST_LOG`, `info` unless set.

use tracing_subscriber::EnvFilter;

use crate::config::Log;

/// Starts the log of this process; a second call changes nothing.
pub(crate) fn start(log: Log) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    // Somebody started one before, as tests do: that one stays.
    let _started = match log {
        Log::Text => builder.try_init(),
        Log::Json => builder.json().flatten_event(true).try_init(),
    };
}
