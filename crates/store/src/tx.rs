//! One transaction, as a use case sees it.

use kernel::Fault;
use uuid::Uuid;

use crate::{
    Row, Value, dialect::Engine, postgres::connection::Connection as Postgres, sqlite::connection::Connection as Sqlite,
};

/// The most parameters in one statement: SQLite's limit is 32 766.
const MAX_PARAMS: usize = 32_000;

/// A transaction in progress. Made by [`crate::Store::write`] and [`crate::Store::read`] only, ended by them.
///
/// A statement that fails spoils the whole transaction on both engines, even when the closure goes on and returns `Ok`:
/// PostgreSQL would drop it without a word, so SQLite is held to the same. To try something that may fail, write
/// `ON CONFLICT` or use [`Tx::attempt`].
pub struct Tx {
    pub(crate) connection: Connection,
    pub(crate) state: State,
}

pub(crate) enum Connection {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// What happened to the transaction so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    /// A statement failed; nothing of this transaction may stand.
    pub(crate) spoiled: bool,
    /// It failed because of a concurrent transaction; running the closure again may succeed.
    pub(crate) conflict: bool,
    /// How deep in [`Tx::attempt`].
    depth: u32,
}

macro_rules! on_engine {
    ($tx:expr, $connection:ident => $call:expr) => {{
        let result = match &mut $tx.connection {
            Connection::Sqlite($connection) => $call,
            Connection::Postgres($connection) => $call,
        };
        $tx.note(result)
    }};
}

impl Tx {
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection, state: State::default() }
    }

    /// Which engine runs this: `"sqlite"` or `"postgres"`. For logs and reports, not for choosing SQL.
    pub fn engine(&self) -> &'static str {
        self.kind().name()
    }

    pub(crate) fn kind(&self) -> Engine {
        match self.connection {
            Connection::Sqlite(_) => Engine::Sqlite,
            Connection::Postgres(_) => Engine::Postgres,
        }
    }

    fn note<T>(&mut self, result: Result<T, Fault>) -> Result<T, Fault> {
        match &result {
            Ok(_) | Err(Fault::Inconsistent { .. }) => {}
            Err(Fault::Conflict) => (self.state.spoiled, self.state.conflict) = (true, true),
            Err(_) => self.state.spoiled = true,
        }
        result
    }

    /// Runs a statement that gives no rows; how many rows it changed.
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, Fault> {
        on_engine!(self, c => c.execute(sql, params))
    }

    /// All rows of a statement, each read by `read`. For what may be long use [`Tx::query_each`].
    pub fn query<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut out = Vec::new();
        let mut keep = |row: &Row<'_>| {
            out.push(read(row)?);
            Ok(())
        };
        on_engine!(self, c => c.query(sql, params, &mut keep))?;
        Ok(out)
    }

    /// The first row of a statement, if there is one.
    pub fn query_opt<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        read: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        Ok(self.query(sql, params, read)?.into_iter().next())
    }

    /// The one row that a statement must give.
    ///
    /// # Errors
    /// `Fault::Inconsistent` when there is none or more than one.
    pub fn query_one<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        read: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut rows = self.query(sql, params, read)?;
        let found = rows.len();
        let only = rows.pop().filter(|_| found == 1);
        only.ok_or_else(|| Fault::inconsistent("row", format!("{found} rows instead of one")))
    }

    /// Gives the rows one by one as they come, in constant memory on both engines.
    pub fn query_each(
        &mut self,
        sql: &str,
        params: &[Value],
        mut each: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        on_engine!(self, c => c.stream(sql, params, &mut each))
    }

    /// Inserts `rows` with as few statements as possible; how many rows went in. Each row has one value a column.
    pub fn insert_many(
        &mut self,
        table: &'static str,
        columns: &[&'static str],
        rows: &[Vec<Value>],
    ) -> Result<u64, Fault> {
        self.insert_many_or(table, columns, rows, "")
    }

    /// As [`Tx::insert_many`], with a tail such as `ON CONFLICT DO NOTHING`.
    pub fn insert_many_or(
        &mut self,
        table: &'static str,
        columns: &[&'static str],
        rows: &[Vec<Value>],
        tail: &'static str,
    ) -> Result<u64, Fault> {
        if rows.iter().any(|row| row.len() != columns.len()) {
            return Err(Fault::inconsistent(table, "a row to insert has not one value a column"));
        }
        let most = (MAX_PARAMS / columns.len().max(1)).max(1);
        let (mut rest, mut changed) = (rows, 0);
        while !rest.is_empty() {
            let (now, later) = rest.split_at(batch_size(rest.len()).min(most));
            let sql = insert_text(table, columns, now.len(), tail);
            changed += self.execute(&sql, &now.concat())?;
            rest = later;
        }
        Ok(changed)
    }

    /// Runs `work` in a savepoint: when it refuses or fails, only what it wrote is undone and the transaction goes on.
    /// A conflict with a concurrent transaction still ends the whole one.
    pub fn attempt<T, E: From<Fault>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let before = self.state;
        let name = format!("inner_{}", before.depth);
        self.control(&format!("SAVEPOINT {name}"))?;
        self.state.depth += 1;
        let result = work(self);
        self.state.depth = before.depth;
        if self.state.conflict {
            return result;
        }
        let spoiled = std::mem::replace(&mut self.state.spoiled, before.spoiled);
        if result.is_err() || spoiled {
            self.control(&format!("ROLLBACK TO {name}"))?;
        }
        self.control(&format!("RELEASE {name}"))?;
        match result {
            Ok(_) if spoiled => Err(went_on().into()),
            other => other,
        }
    }

    /// Runs a control statement (savepoints, session settings) without the statement cache.
    pub(crate) fn control(&mut self, sql: &str) -> Result<(), Fault> {
        on_engine!(self, c => c.control(sql))
    }

    /// Runs several statements at once: a migration.
    pub(crate) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        on_engine!(self, c => c.script(sql))
    }

    /// Marks this transaction as beaten by a concurrent one: the store runs the closure again (PostgreSQL).
    pub(crate) fn conflict(&mut self) -> Fault {
        (self.state.spoiled, self.state.conflict) = (true, true);
        Fault::Conflict
    }

    /// Holds the stream against every other writer until this transaction ends, by a lock on its head row.
    ///
    /// SQLite has one writer and needs nothing. On PostgreSQL it makes the second of two writers wait instead of doing its
    /// work in vain and running again; correctness rests on the expected sequence number alone.
    pub fn lock_stream(&mut self, region: &str, stream: impl Into<Uuid>) -> Result<(), Fault> {
        if self.kind() == Engine::Sqlite {
            return Ok(());
        }
        let sql = "SELECT seq FROM chain_head WHERE region = $1 AND stream = $2 FOR UPDATE";
        self.query(sql, crate::params![region, stream.into()], |_| Ok(())).map(drop)
    }

    /// Whether `sql` is a statement this engine accepts against the present schema; runs nothing.
    pub fn prepare_check(&mut self, sql: &str) -> Result<(), Fault> {
        on_engine!(self, c => c.check(sql))
    }
}

/// What is said of a closure that ignored a failed statement.
pub(crate) fn went_on() -> Fault {
    Fault::Storage("a statement failed and the use case went on; nothing was stored".to_owned())
}

/// Few sizes, so that few texts are prepared: exactly as many as there are up to 16, then steps of four.
fn batch_size(rows: usize) -> usize {
    match rows {
        0..=16 => rows,
        17..=63 => 16,
        64..=255 => 64,
        _ => 256,
    }
}

fn insert_text(table: &str, columns: &[&str], rows: usize, tail: &str) -> String {
    let mut sql = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            number += 1;
            sql.push_str(if column == 0 { "$" } else { ", $" });
            sql.push_str(&number.to_string());
        }
        sql.push(')');
    }
    if !tail.is_empty() {
        sql.push(' ');
        sql.push_str(tail);
    }
    sql
}
