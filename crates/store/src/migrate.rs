//! Forward-only migrations, applied once, under a lock, all or none.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::{Digest, Fault};

use crate::{
    dialect::{self, Engine},
    params,
    tx::Tx,
};

/// One step of the schema. Once it has been applied anywhere its text may never change.
///
/// No deferred constraints: they fail at the commit, which on SQLite is shared by the requests of many.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Number and name, e.g. `0100_matter`; the order over all lists.
    pub id: &'static str,
    /// The statements, in the words of the type map (see [`Migration::text`]).
    pub sql: &'static str,
}

impl Migration {
    /// The statements as `engine` (`"sqlite"` or `"postgres"`) gets them, to read or to test.
    pub fn text(&self, engine: &str) -> Result<String, Fault> {
        let engine = if engine == "sqlite" { Engine::Sqlite } else { Engine::Postgres };
        dialect::migration(engine, self.sql)
    }

    /// What was applied: independent of the engine and of line endings in the checkout.
    fn digest(&self) -> Digest {
        Digest::of(self.sql.replace('\r', "").as_bytes())
    }
}

/// The store's own tables.
pub(crate) const OWN: &[Migration] = &[
    Migration { id: "0001_event_log", sql: include_str!("../migrations/0001_event_log.sql") },
    Migration { id: "0002_checkpoint", sql: include_str!("../migrations/0002_checkpoint.sql") },
    Migration { id: "0003_job", sql: include_str!("../migrations/0003_job.sql") },
    Migration { id: "0004_search", sql: include_str!("../migrations/0004_search.sql") },
    Migration { id: "0005_counter", sql: include_str!("../migrations/0005_counter.sql") },
    Migration { id: "0006_idempotency", sql: include_str!("../migrations/0006_idempotency.sql") },
    Migration { id: "0620_forgotten", sql: include_str!("../migrations/0620_forgotten.sql") },
];

/// The store's own migrations and those of `lists`, by id.
pub(crate) fn ordered(lists: &[&[Migration]]) -> Result<Vec<Migration>, Fault> {
    let mut all: Vec<Migration> = OWN.iter().chain(lists.iter().copied().flatten()).copied().collect();
    all.sort_by_key(|m| m.id);
    match all.windows(2).find(|pair| pair[0].id == pair[1].id) {
        Some(pair) => Err(Fault::inconsistent("migration", format!("{} exists twice", pair[0].id))),
        None => Ok(all),
    }
}

/// Applies what is missing, in one transaction: after a failure the schema is what it was.
pub(crate) fn apply(tx: &mut Tx, migrations: &[Migration], now: Timestamp) -> Result<(), Fault> {
    // The lock that keeps two starting processes apart.
    match tx.kind() {
        Engine::Sqlite => tx.control("BEGIN IMMEDIATE")?,
        Engine::Postgres => tx.control("BEGIN; SELECT pg_advisory_xact_lock(7310583442816205)")?,
    }
    let result = apply_missing(tx, migrations, now);
    tx.control(if result.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    result
}

fn apply_missing(tx: &mut Tx, migrations: &[Migration], now: Timestamp) -> Result<(), Fault> {
    let table = "CREATE TABLE IF NOT EXISTS migration (id {text} PRIMARY KEY, digest {text} NOT NULL, applied_at {time} NOT NULL) {strict}";
    tx.control(&dialect::migration(tx.kind(), table)?)?;
    let applied: BTreeMap<String, String> =
        tx.query("SELECT id, digest FROM migration", &[], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect();
    unchanged(&applied, migrations)?;
    let last = applied.keys().next_back().map_or("", String::as_str);
    for migration in migrations.iter().filter(|m| !applied.contains_key(m.id)) {
        if migration.id < last {
            return Err(Fault::inconsistent(
                "migration",
                format!("{} comes before {last}, which is applied already; number it after", migration.id),
            ));
        }
        run(tx, migration, now)?;
    }
    Ok(())
}

fn unchanged(applied: &BTreeMap<String, String>, migrations: &[Migration]) -> Result<(), Fault> {
    for (id, digest) in applied {
        let Some(known) = migrations.iter().find(|m| m.id == id) else {
            return Err(Fault::inconsistent(
                "migration",
                format!("{id} is applied but unknown here: the database is of a newer program"),
            ));
        };
        if known.digest().to_string() != *digest {
            return Err(Fault::inconsistent("migration", format!("{id} was edited after it was applied")));
        }
    }
    Ok(())
}

fn run(tx: &mut Tx, migration: &Migration, now: Timestamp) -> Result<(), Fault> {
    let text = dialect::migration(tx.kind(), migration.sql)?;
    tx.script(&text).map_err(|fault| Fault::Storage(format!("migration {}: {fault}", migration.id)))?;
    let sql = "INSERT INTO migration (id, digest, applied_at) VALUES ($1, $2, $3)";
    tx.execute(sql, params![migration.id, migration.digest().to_string(), now])?;
    tracing::info!(id = migration.id, "migration applied");
    Ok(())
}
