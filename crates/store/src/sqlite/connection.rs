//! One SQLite connection: settings, statement cache, rows.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, OnceLock},
    time::Duration,
};

use kernel::Fault;
use rusqlite::{
    OpenFlags, ToSql,
    types::{ToSqlOutput, ValueRef as Raw},
};

use crate::{
    Row, Value,
    dialect::{self, Engine},
    row::{Cells, ValueRef},
    search,
};

/// Distinct statement texts kept prepared. A program has a few hundred; dynamic lists add some.
const STATEMENTS: usize = 1024;

pub(crate) struct Connection {
    pub(crate) raw: rusqlite::Connection,
    texts: HashMap<Box<str>, Arc<Text>>,
}

/// A statement made fit for SQLite, and the names of its columns (asking SQLite for a name costs a call and a scan).
struct Text {
    sql: Box<str>,
    columns: OnceLock<Vec<Box<str>>>,
}

impl Connection {
    pub(crate) fn open(path: &Path, busy: Duration) -> Result<Self, Fault> {
        if let Some(directory) = path.parent() {
            std::fs::create_dir_all(directory)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let raw = rusqlite::Connection::open_with_flags(path, flags).map_err(fault)?;
        raw.busy_timeout(busy).map_err(fault)?;
        // FULL: an acknowledged write survives a power cut. The journal stays below 64 MB after a burst.
        raw.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA journal_size_limit = 67108864;
             PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;",
        )
        .map_err(fault)?;
        raw.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self { raw, texts: HashMap::new() })
    }

    fn text(&mut self, sql: &str) -> Result<Arc<Text>, Fault> {
        if let Some(text) = self.texts.get(sql) {
            return Ok(Arc::clone(text));
        }
        if self.texts.len() >= STATEMENTS {
            self.texts.clear();
        }
        let text = Arc::new(Text { sql: dialect::statement(Engine::Sqlite, sql)?.into(), columns: OnceLock::new() });
        self.texts.insert(sql.into(), Arc::clone(&text));
        Ok(text)
    }

    pub(crate) fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, Fault> {
        let text = self.text(sql)?;
        let mut statement = self.raw.prepare_cached(&text.sql).map_err(fault)?;
        bind(&mut statement, params)?;
        statement.raw_execute().map(|changed| changed as u64).map_err(fault)
    }

    pub(crate) fn query(
        &mut self,
        sql: &str,
        params: &[Value],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.stream(sql, params, each)
    }

    pub(crate) fn stream(
        &mut self,
        sql: &str,
        params: &[Value],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let text = self.text(sql)?;
        let mut statement = self.raw.prepare_cached(&text.sql).map_err(fault)?;
        bind(&mut statement, params)?;
        let columns = text.columns.get_or_init(|| statement.column_names().map(Into::into).collect());
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(fault)? {
            each(&Row::new(&SqliteCells { row, columns }))?;
        }
        Ok(())
    }

    pub(crate) fn control(&mut self, sql: &str) -> Result<(), Fault> {
        // Savepoints and BEGIN come with every request: prepared once like everything else.
        let mut statement = self.raw.prepare_cached(sql).map_err(fault)?;
        statement.raw_execute().map(drop).map_err(fault)
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        self.raw.execute_batch(sql).map_err(fault)
    }

    pub(crate) fn check(&mut self, sql: &str) -> Result<(), Fault> {
        let text = dialect::statement(Engine::Sqlite, sql)?;
        self.raw.prepare(&text).map(drop).map_err(fault)
    }
}

fn bind(statement: &mut rusqlite::Statement<'_>, params: &[Value]) -> Result<(), Fault> {
    if statement.parameter_count() != params.len() {
        return Err(Fault::Storage(format!(
            "the statement has {} parameters, {} were given",
            statement.parameter_count(),
            params.len()
        )));
    }
    for (index, value) in params.iter().enumerate() {
        value.check()?;
        statement.raw_bind_parameter(index + 1, value).map_err(fault)?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        use rusqlite::types::Value as Owned;
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Owned::Null),
            Self::Int(v) => ToSqlOutput::Owned(Owned::Integer(*v)),
            Self::Real(v) => ToSqlOutput::Owned(Owned::Real(*v)),
            Self::Bool(v) => ToSqlOutput::Owned(Owned::Integer((*v).into())),
            Self::Text(v) => ToSqlOutput::Borrowed(Raw::Text(v.as_bytes())),
            Self::Blob(v) => ToSqlOutput::Borrowed(Raw::Blob(v)),
            Self::Id(v) => ToSqlOutput::Borrowed(Raw::Blob(v.as_bytes())),
            Self::Words(v) => ToSqlOutput::Owned(Owned::Text(search::sqlite_query(v))),
        })
    }
}

struct SqliteCells<'r, 's> {
    row: &'r rusqlite::Row<'s>,
    columns: &'r [Box<str>],
}

impl Cells for SqliteCells<'_, '_> {
    fn width(&self) -> usize {
        self.columns.len()
    }

    fn name(&self, index: usize) -> &str {
        &self.columns[index]
    }

    fn cell(&self, index: usize) -> Result<ValueRef<'_>, String> {
        Ok(match self.row.get_ref(index).map_err(|e| e.to_string())? {
            Raw::Null => ValueRef::Null,
            Raw::Integer(v) => ValueRef::Int(v),
            Raw::Real(v) => ValueRef::Real(v),
            Raw::Text(v) => ValueRef::Text(std::str::from_utf8(v).map_err(|_| "a text that is not UTF-8")?),
            Raw::Blob(v) => ValueRef::Blob(v),
        })
    }
}

/// What SQLite says, without the values: its constraint messages name tables and columns only.
pub(crate) fn fault(error: rusqlite::Error) -> Fault {
    match error {
        rusqlite::Error::SqliteFailure(code, Some(message)) => {
            Fault::Storage(format!("sqlite {}: {message}", code.extended_code))
        }
        other => Fault::Storage(format!("sqlite: {other}")),
    }
}
