//! What is known of a demo that was made before: by which seed, on which day, and whether anybody has done anything in it since.

use std::path::Path;

use anyhow::{Context as _, Result};
use jiff::civil::Date;
use kernel::Fault;
use serde::{Deserialize, Serialize};
use store::{Store, params};

/// The file that says that a demo was made to its end.
pub(super) const FILE: &str = "complete";

/// A demo that was made to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    /// The seed of its year.
    pub(super) seed: u64,
    /// The practice it shows.
    #[serde(default = "usual")]
    pub(super) practice: String,
    /// The day it ends on.
    pub(super) day: Date,
    /// What people had done in it when it was made.
    pub(super) deeds: Deeds,
}

/// The practice of a demo that was made before there were others.
fn usual() -> String {
    super::USUAL.to_owned()
}

/// How much people have done: a fingerprint that any change by a person moves. What the machine does by itself, such as
/// marking what is overdue, is not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Deeds {
    events: i64,
    staff: i64,
    organisations: i64,
    files: i64,
}

/// What to do with a demo that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is today's: serve it.
    Fresh,
    /// From another day, untouched.
    AgedUntouched,
    /// From another day, worked in.
    AgedWorkedIn,
    /// Of another seed, untouched.
    OtherUntouched,
    /// Of another seed, worked in.
    OtherWorkedIn,
}

impl Verdict {
    /// Whether to make it anew. What somebody has done is never thrown away without being asked.
    pub(super) fn is_to_be_made(self) -> bool {
        matches!(self, Self::AgedUntouched | Self::OtherUntouched)
    }

    /// The line that says so.
    pub(super) fn key(self) -> Option<&'static str> {
        match self {
            Self::Fresh => None,
            Self::AgedUntouched => Some("cli-demo-aged-remade"),
            Self::AgedWorkedIn => Some("cli-demo-aged-kept"),
            Self::OtherUntouched => Some("cli-demo-seed-remade"),
            Self::OtherWorkedIn => Some("cli-demo-seed-kept"),
        }
    }
}

impl Made {
    /// Reads it from the folder of a demo; `None` when none was made to its end there.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub(super) fn read(dir: &Path) -> Result<Option<Self>> {
        let path = dir.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(toml::from_str(&text).ok()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| path.display().to_string()),
        }
    }

    /// Writes it into the folder of a demo.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(&self, dir: &Path) -> Result<()> {
        let path = dir.join(FILE);
        std::fs::write(&path, toml::to_string(self)?).with_context(|| path.display().to_string())
    }

    /// What to do with it `today`, when `practice` and `seed` are asked for and people have done `deeds`.
    pub(super) fn verdict(&self, practice: &str, seed: u64, today: Date, deeds: &Deeds) -> Verdict {
        let is_untouched = *deeds == self.deeds;
        match (self.seed == seed && self.practice == practice, self.day == today) {
            (true, true) => Verdict::Fresh,
            (true, false) if is_untouched => Verdict::AgedUntouched,
            (true, false) => Verdict::AgedWorkedIn,
            (false, _) if is_untouched => Verdict::OtherUntouched,
            (false, _) => Verdict::OtherWorkedIn,
        }
    }
}

/// What people have done in the demo.
///
/// # Errors
/// When the database fails.
pub(super) fn deeds(store: &Store) -> Result<Deeds, Fault> {
    store.read_blocking(|tx| {
        let mut number = |sql: &str| tx.query_one(sql, params![], |row| row.get::<i64>(0));
        Ok(Deeds {
            events: number(r#"SELECT count(*) FROM event WHERE actor NOT LIKE '{"as":"system"%'"#)?,
            staff: number("SELECT coalesce(sum(version), 0) FROM staff")?,
            organisations: number("SELECT coalesce(sum(version), 0) FROM org")?,
            files: number("SELECT count(*) FROM attachment")?,
        })
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn nothing_anybody_did_is_thrown_away() {
        let deeds = Deeds { events: 10, staff: 3, organisations: 2, files: 0 };
        let worked = Deeds { events: 11, ..deeds.clone() };
        let made = Made { seed: 1, practice: usual(), day: date(2026, 11, 22), deeds: deeds.clone() };
        let (same, next) = (date(2026, 11, 22), date(2026, 11, 23));
        assert_eq!(made.verdict("baotou", 1, same, &worked), Verdict::Fresh);
        assert_eq!(made.verdict("baotou", 1, next, &deeds), Verdict::AgedUntouched);
        assert_eq!(made.verdict("baotou", 1, next, &worked), Verdict::AgedWorkedIn);
        assert_eq!(made.verdict("baotou", 2, same, &deeds), Verdict::OtherUntouched);
        assert_eq!(made.verdict("baotou", 2, next, &worked), Verdict::OtherWorkedIn);
        assert_eq!(made.verdict("ordos", 1, same, &deeds), Verdict::OtherUntouched);
        assert!(!Verdict::AgedWorkedIn.is_to_be_made() && !Verdict::OtherWorkedIn.is_to_be_made());
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Made::read(dir.path()).unwrap(), None);
        let deeds = Deeds { events: 10, staff: 3, organisations: 2, files: 0 };
        let made = Made { seed: 7, practice: "luoping".into(), day: date(2026, 11, 22), deeds };
        made.write(dir.path()).unwrap();
        assert_eq!(Made::read(dir.path()).unwrap(), Some(made));
        std::fs::write(dir.path().join(FILE), "7\n").unwrap();
        assert_eq!(Made::read(dir.path()).unwrap(), None, "an older demo's");
    }
}
