//! One SQL text for two engines: placeholders, the type map of migrations, and the few pieces that cannot be shared.

use kernel::Fault;

use crate::search;

/// Which engine a text is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// Makes a statement fit for `engine`: `{match:…}` becomes the engine's full-text search, and on SQLite `$3` becomes `?3`
/// (there `$3` would be a *name* that is numbered by first use).
///
/// Texts between single quotes are left alone, so `'$.path'` survives.
pub(crate) fn statement(engine: Engine, sql: &str) -> Result<String, Fault> {
    let mut out = String::with_capacity(sql.len() + 64);
    let mut quoted = false;
    let mut rest = sql;
    while let Some(at) = rest.find(['\'', '$', '{']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let mut chars = after.chars();
        let sign = chars.next().unwrap_or_default();
        rest = chars.as_str();
        match sign {
            '\'' => {
                quoted = !quoted;
                out.push(sign);
            }
            '$' if !quoted && engine == Engine::Sqlite && rest.starts_with(|c: char| c.is_ascii_digit()) => {
                out.push('?');
            }
            '{' if !quoted => {
                let (token, tail) = rest
                    .split_once('}')
                    .ok_or_else(|| Fault::inconsistent("statement", "an opening brace is not closed"))?;
                out.push_str(&statement(engine, &fragment(engine, token)?)?);
                rest = tail;
            }
            _ => out.push(sign),
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn fragment(engine: Engine, token: &str) -> Result<String, Fault> {
    let parts: Vec<&str> = token.split(':').collect();
    match parts.as_slice() {
        ["match", column, param] => search::fragment(engine, column, param),
        _ => Err(Fault::inconsistent("statement", format!("unknown word {{{token}}}"))),
    }
}

/// Makes a migration fit for `engine`.
///
/// Words: `{id}` `{time}` `{date}` `{text}` `{json}` `{bool}` `{int}` `{real}` `{bytes}` `{auto}`, and after the closing
/// parenthesis of a table `{strict}` (or `{keyed}`: stored in the order of its primary key, for tables that are read
/// along that key). A line `-- sqlite:` or `-- postgres:` opens a block for one engine, `-- both:` ends it.
pub(crate) fn migration(engine: Engine, sql: &str) -> Result<String, Fault> {
    let mut out = String::with_capacity(sql.len());
    let mut ours = true;
    let mut shared = true;
    for line in sql.lines() {
        match line.trim() {
            "-- sqlite:" => (ours, shared) = (engine == Engine::Sqlite, false),
            "-- postgres:" => (ours, shared) = (engine == Engine::Postgres, false),
            "-- both:" => (ours, shared) = (true, true),
            comment if comment.starts_with("--") => {}
            _ if ours && shared => {
                words(engine, line, &mut out)?;
                out.push('\n');
            }
            _ if ours => {
                out.push_str(line);
                out.push('\n');
            }
            _ => {}
        }
    }
    loose_tables(sql)?;
    Ok(out)
}

fn words(engine: Engine, line: &str, out: &mut String) -> Result<(), Fault> {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let (word, tail) =
            after.split_once('}').ok_or_else(|| Fault::inconsistent("migration", "an opening brace is not closed"))?;
        out.push_str(before);
        out.push_str(type_of(engine, word)?);
        rest = tail;
    }
    out.push_str(rest);
    Ok(())
}

fn type_of(engine: Engine, word: &str) -> Result<&'static str, Fault> {
    let (sqlite, postgres) = match word {
        "id" => ("BLOB", "uuid"),
        "time" | "int" => ("INTEGER", "bigint"),
        // Sorted and compared byte by byte on both, whatever locale the server was made with: ranges over codes rely on it.
        "text" | "date" => ("TEXT", "text COLLATE \"C\""),
        "json" => ("TEXT", "jsonb"),
        "bool" => ("INTEGER", "boolean"),
        "real" => ("REAL", "double precision"),
        "bytes" => ("BLOB", "bytea"),
        "auto" => ("INTEGER PRIMARY KEY", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
        "strict" => ("STRICT", ""),
        "keyed" => ("STRICT, WITHOUT ROWID", ""),
        _ => return Err(Fault::inconsistent("migration", format!("unknown word {{{word}}}"))),
    };
    Ok(match engine {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    })
}

/// A table that is not STRICT would take a text in an integer column on SQLite and hide the mistake until PostgreSQL.
fn loose_tables(sql: &str) -> Result<(), Fault> {
    let (mut tables, mut strict) = (0, 0);
    let mut shared = true;
    for line in sql.lines().map(str::trim) {
        match line {
            "-- sqlite:" | "-- postgres:" => shared = false,
            "-- both:" => shared = true,
            comment if comment.starts_with("--") => {}
            _ if shared => {
                tables += line.to_ascii_uppercase().matches("CREATE TABLE").count();
                strict += line.matches("{strict}").count() + line.matches("{keyed}").count();
            }
            _ => {}
        }
    }
    if tables == strict {
        return Ok(());
    }
    Err(Fault::inconsistent("migration", format!("{tables} tables but {strict} of {{strict}} or {{keyed}}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_become_positions_outside_quotes_only() {
        let sql = "SELECT '$1', a->>'$.b' FROM t WHERE a = $2 AND b = $10";
        let there = statement(Engine::Sqlite, sql).unwrap();
        assert_eq!(there, "SELECT '$1', a->>'$.b' FROM t WHERE a = ?2 AND b = ?10");
        assert_eq!(statement(Engine::Postgres, sql).unwrap(), sql);
    }

    #[test]
    fn unknown_words_are_refused() {
        assert!(statement(Engine::Sqlite, "SELECT {nothing}").is_err());
        assert!(migration(Engine::Sqlite, "CREATE TABLE t (a {string}) {strict};").is_err());
        assert!(migration(Engine::Sqlite, "CREATE TABLE t (a {text});").is_err());
    }

    #[test]
    fn one_migration_serves_both() {
        let sql = "CREATE TABLE t (a {id}, b {bool}) {strict};\n-- sqlite:\nonly here\n-- postgres:\nonly there\n-- both:\nall";
        let sqlite = migration(Engine::Sqlite, sql).unwrap();
        assert_eq!(sqlite, "CREATE TABLE t (a BLOB, b INTEGER) STRICT;\nonly here\nall\n");
        let postgres = migration(Engine::Postgres, sql).unwrap();
        assert_eq!(postgres, "CREATE TABLE t (a uuid, b boolean) ;\nonly there\nall\n");
    }
}
