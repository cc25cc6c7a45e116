//! One PostgreSQL connection: statement cache, rows, errors.

use std::collections::HashMap;

use kernel::Fault;
use postgres::{NoTls, Statement, error::SqlState, fallible_iterator::FallibleIterator as _, types::ToSql};

use super::types::Wire;
use crate::{
    Row, Value,
    dialect::{self, Engine},
    row::{Cells, ValueRef},
};

/// Distinct statement texts kept prepared on a connection.
const STATEMENTS: usize = 1024;

pub(crate) struct Connection {
    client: postgres::Client,
    statements: HashMap<Box<str>, Statement>,
}

impl Connection {
    /// Connects. Must not be called on a thread of an async runtime.
    pub(crate) fn open(url: &str) -> Result<Self, Fault> {
        let mut config: postgres::Config =
            url.parse().map_err(|_| Fault::Storage("the PostgreSQL address cannot be read".to_owned()))?;
        config.application_name("lianxin");
        let client = config.connect(NoTls).map_err(|e| fault(&e))?;
        Ok(Self { client, statements: HashMap::new() })
    }

    pub(crate) fn is_broken(&self) -> bool {
        self.client.is_closed()
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, Fault> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        let text = dialect::statement(Engine::Postgres, sql)?;
        let statement = self.client.prepare(&text).map_err(|e| fault(&e))?;
        self.statements.insert(sql.into(), statement.clone());
        Ok(statement)
    }

    fn ready(&mut self, sql: &str, params: &[Value]) -> Result<Statement, Fault> {
        let statement = self.prepared(sql)?;
        if statement.params().len() != params.len() {
            return Err(Fault::Storage(format!(
                "the statement has {} parameters, {} were given",
                statement.params().len(),
                params.len()
            )));
        }
        params.iter().try_for_each(Value::check)?;
        Ok(statement)
    }

    pub(crate) fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, Fault> {
        let statement = self.ready(sql, params)?;
        self.client.execute(&statement, &slots(params)).map_err(|e| fault(&e))
    }

    pub(crate) fn query(
        &mut self,
        sql: &str,
        params: &[Value],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let statement = self.ready(sql, params)?;
        let rows = self.client.query(&statement, &slots(params)).map_err(|e| fault(&e))?;
        rows.iter().try_for_each(|row| each(&Row::new(&PostgresCells(row))))
    }

    pub(crate) fn stream(
        &mut self,
        sql: &str,
        params: &[Value],
        each: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let statement = self.ready(sql, params)?;
        let mut rows = self.client.query_raw(&statement, slots(params)).map_err(|e| fault(&e))?;
        while let Some(row) = rows.next().map_err(|e| fault(&e))? {
            each(&Row::new(&PostgresCells(&row)))?;
        }
        Ok(())
    }

    pub(crate) fn control(&mut self, sql: &str) -> Result<(), Fault> {
        self.client.batch_execute(sql).map_err(|e| fault(&e))
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        self.control(sql)
    }

    pub(crate) fn check(&mut self, sql: &str) -> Result<(), Fault> {
        let text = dialect::statement(Engine::Postgres, sql)?;
        self.client.prepare(&text).map(drop).map_err(|e| fault(&e))
    }
}

fn slots(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

struct PostgresCells<'r>(&'r postgres::Row);

impl Cells for PostgresCells<'_> {
    fn width(&self) -> usize {
        self.0.len()
    }

    fn name(&self, index: usize) -> &str {
        self.0.columns()[index].name()
    }

    fn cell(&self, index: usize) -> Result<ValueRef<'_>, String> {
        self.0.try_get::<_, Wire<'_>>(index).map(|wire| wire.0).map_err(|e| e.to_string())
    }
}

/// What PostgreSQL says, without the values: the detail of a constraint and the message of a data error quote the row.
pub(crate) fn fault(error: &postgres::Error) -> Fault {
    let Some(db) = error.as_db_error() else {
        return Fault::Storage(format!("postgres: {error}"));
    };
    let code = db.code();
    if [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(code) {
        return Fault::Conflict;
    }
    let mut text = format!("postgres {}", code.code());
    let quotes_values = code.code().starts_with("22") || code.code().starts_with("23");
    let message = (!quotes_values).then(|| db.message());
    for part in [message, db.table(), db.column(), db.constraint()].into_iter().flatten() {
        text.push_str(": ");
        text.push_str(part);
    }
    Fault::Storage(text)
}
