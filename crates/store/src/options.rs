//! Which database, and how it is opened.

use std::{num::NonZeroUsize, path::PathBuf, sync::Arc, time::Duration};

use kernel::{Clock, Fault, SystemClock};

/// Where the data lives.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file, made when it does not exist.
    Sqlite(PathBuf),
    /// A server, as `postgres://user:password@host/database`.
    Postgres(String),
}

impl DatabaseUrl {
    /// Reads `sqlite:path`, a plain path, or `postgres://…`.
    ///
    /// # Errors
    /// `Fault::Storage` when the text names another kind of database or nothing.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite:").unwrap_or(text);
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || path.contains("://") {
            return Err(Fault::Storage("a database is a file path, sqlite:path or postgres://…".to_owned()));
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

impl std::str::FromStr for DatabaseUrl {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

/// Without the password of a server.
impl std::fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let after = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
                write!(f, "postgres://{}", after.rsplit_once('@').map_or(after, |(_, host)| host))
            }
        }
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// How a store is opened.
#[derive(Clone)]
pub struct Options {
    /// Which database.
    pub url: DatabaseUrl,
    /// Threads that read.
    pub readers: usize,
    /// Threads that write, on PostgreSQL; SQLite has one.
    pub writers: usize,
    /// How long SQLite waits for another process that holds the file.
    pub busy: Duration,
    /// The clock that dates the applied migrations.
    pub clock: Arc<dyn Clock>,
}

impl Options {
    /// `url` with as many threads as suit this machine.
    #[must_use]
    pub fn new(url: DatabaseUrl) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, NonZeroUsize::get);
        // A thread of a pool mostly waits for the server; a reader of SQLite works itself.
        let (readers, writers) = match &url {
            DatabaseUrl::Sqlite(_) => (cores.clamp(2, 16), 1),
            DatabaseUrl::Postgres(_) => ((2 * cores).clamp(4, 16), (2 * cores).clamp(8, 24)),
        };
        Self { url, readers, writers, busy: Duration::from_secs(15), clock: Arc::new(SystemClock) }
    }

    /// As [`Options::new`] from a text.
    pub fn parse(url: &str) -> Result<Self, Fault> {
        DatabaseUrl::parse(url).map(Self::new)
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("url", &self.url)
            .field("readers", &self.readers)
            .field("writers", &self.writers)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_read_and_never_show_a_password() {
        assert_eq!(DatabaseUrl::parse("sqlite:a/b.db").unwrap(), DatabaseUrl::Sqlite("a/b.db".into()));
        assert_eq!(DatabaseUrl::parse("/a/b.db").unwrap(), DatabaseUrl::Sqlite("/a/b.db".into()));
        assert!(DatabaseUrl::parse("mysql://x").is_err());
        assert!(DatabaseUrl::parse("").is_err());
        let server = DatabaseUrl::parse("postgres://u:secret@h:5432/d").unwrap();
        assert_eq!(format!("{server:?}"), "postgres://h:5432/d");
    }
}
