//! How the engine would run a statement; for tests that fail when a hot one reads a whole table.

use kernel::Fault;

use crate::{Tx, Value, dialect::Engine};

/// The engine's plan, a line each.
pub fn explain(tx: &mut Tx, sql: &str, params: &[Value]) -> Result<Vec<String>, Fault> {
    match tx.kind() {
        Engine::Sqlite => tx.query(&format!("EXPLAIN QUERY PLAN {sql}"), params, |row| row.get("detail")),
        Engine::Postgres => tx.query(&format!("EXPLAIN {sql}"), params, |row| row.get(0)),
    }
}

/// The lines of the plan that read a whole table; empty when each table is reached by an index.
///
/// PostgreSQL prefers to read a small table whole even when there is an index, and tables are small in tests; it is told
/// to avoid that, so what remains has no index to use.
pub fn full_scans(tx: &mut Tx, sql: &str, params: &[Value]) -> Result<Vec<String>, Fault> {
    if tx.kind() == Engine::Postgres {
        tx.control("SET LOCAL enable_seqscan = off")?;
    }
    let plan = explain(tx, sql, params);
    if tx.kind() == Engine::Postgres {
        tx.control("SET LOCAL enable_seqscan = on")?;
    }
    let kind = tx.kind();
    Ok(plan?.into_iter().filter(|line| reads_all(kind, line)).collect())
}

fn reads_all(engine: Engine, line: &str) -> bool {
    match engine {
        // A walk along an index (an ordered list with a limit) and the full-text table are fine.
        Engine::Sqlite => {
            line.starts_with("SCAN ")
                && !line.contains("USING")
                && !line.contains("VIRTUAL TABLE")
                && !line.contains("CONSTANT ROW")
        }
        Engine::Postgres => line.contains("Seq Scan on"),
    }
}
