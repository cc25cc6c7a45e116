//! The `WHERE` of a list, built from optional parts.
//!
//! Column names are literals of the program (`&'static str`), everything else is a parameter, so nothing from outside
//! becomes SQL. The jurisdiction comes first, as a range over the path of the division:
//!
//! ```
//! # use store::{Filter, Value};
//! # let code = kernel::DivisionCode::parse("150223").unwrap();
//! let mut filter = Filter::new();
//! filter.within("m.division", &code).eq("m.kind", "PETITION").is_in("m.state", ["OPEN", "WAITING"]);
//! let sql = format!("SELECT m.id FROM matter m WHERE {} ORDER BY m.at DESC, m.id DESC LIMIT 51", filter.sql());
//! assert!(sql.contains("m.division >= $1 AND m.division < $2 AND m.kind = $3 AND m.state IN ($4, $5)"));
//! assert_eq!(filter.params()[2], Value::from("PETITION"));
//! ```

use kernel::{Cursor, DivisionCode, Page};
use uuid::Uuid;

use crate::Value;

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// Conditions joined by `AND` with their parameters. Empty: everything.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    parts: Vec<String>,
    params: Vec<Value>,
}

impl Filter {
    /// No condition; parameters are numbered from `$1`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No condition; the statement has parameters of its own before those of the filter.
    #[must_use]
    pub fn after_params(params: &[Value]) -> Self {
        Self { parts: vec![], params: params.to_vec() }
    }

    /// The conditions, to stand after `WHERE`.
    #[must_use]
    pub fn sql(&self) -> String {
        joined(&self.parts, " AND ", "TRUE")
    }

    /// The parameters, in the order of their numbers.
    #[must_use]
    pub fn params(&self) -> &[Value] {
        &self.params
    }

    /// Adds a parameter that stands elsewhere in the statement; its placeholder.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("${}", self.params.len())
    }

    fn push(&mut self, part: String) -> &mut Self {
        self.parts.push(part);
        self
    }

    fn compare(&mut self, column: &'static str, sign: &str, value: impl Into<Value>) -> &mut Self {
        let place = self.bind(value);
        self.push(format!("{column} {sign} {place}"))
    }

    /// A condition without parameters, or with parameters got from [`Filter::bind`].
    pub fn raw(&mut self, condition: impl Into<String>) -> &mut Self {
        self.push(condition.into())
    }

    /// `column = value`; with a null, `column IS NULL`.
    pub fn eq(&mut self, column: &'static str, value: impl Into<Value>) -> &mut Self {
        match value.into() {
            Value::Null => self.is_null(column),
            value => self.compare(column, "=", value),
        }
    }

    /// `column = value` when there is a value; no condition otherwise.
    pub fn eq_opt(&mut self, column: &'static str, value: Option<impl Into<Value>>) -> &mut Self {
        match value {
            Some(value) => self.eq(column, value),
            None => self,
        }
    }

    /// `column <> value`.
    pub fn ne(&mut self, column: &'static str, value: impl Into<Value>) -> &mut Self {
        self.compare(column, "<>", value)
    }

    /// `column >= value`.
    pub fn at_least(&mut self, column: &'static str, value: impl Into<Value>) -> &mut Self {
        self.compare(column, ">=", value)
    }

    /// `column < value`.
    pub fn below(&mut self, column: &'static str, value: impl Into<Value>) -> &mut Self {
        self.compare(column, "<", value)
    }

    /// `from <= column < to`, either end open when `None`.
    pub fn range<T: Into<Value>>(&mut self, column: &'static str, from: Option<T>, to: Option<T>) -> &mut Self {
        if let Some(from) = from {
            self.at_least(column, from);
        }
        if let Some(to) = to {
            self.below(column, to);
        }
        self
    }

    /// `column IS NULL`.
    pub fn is_null(&mut self, column: &'static str) -> &mut Self {
        self.push(format!("{column} IS NULL"))
    }

    /// `column IS NOT NULL`.
    pub fn not_null(&mut self, column: &'static str) -> &mut Self {
        self.push(format!("{column} IS NOT NULL"))
    }

    /// `column IN (…)`; with no values nothing is found.
    pub fn is_in<T: Into<Value>>(&mut self, column: &'static str, values: impl IntoIterator<Item = T>) -> &mut Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        let Some(last) = values.last().cloned() else {
            return self.push("FALSE".to_owned());
        };
        // Repeats the last up to a power of two: few texts to prepare, the same meaning.
        values.resize(values.len().next_power_of_two(), last);
        let places: Vec<String> = values.into_iter().map(|value| self.bind(value)).collect();
        self.push(format!("{column} IN ({})", places.join(", ")))
    }

    /// The row lies in the division `code`: a range over the path in `column`.
    pub fn within(&mut self, column: &'static str, code: &DivisionCode) -> &mut Self {
        self.at_least(column, code).below(column, code.upper_bound())
    }

    /// All `words` occur in the text indexed for the row; no words, no condition. `column` is the id, with its alias.
    pub fn matches(&mut self, column: &'static str, words: &[String]) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        let place = self.bind(Value::Words(words.to_vec()));
        self.push(format!("{{match:{column}:{place}}}"))
    }

    /// At least one of the conditions that `build` adds holds; none added, nothing is found.
    pub fn any(&mut self, build: impl FnOnce(&mut Self)) -> &mut Self {
        let part = self.group(build, " OR ", "FALSE");
        self.push(part)
    }

    /// All of the conditions that `build` adds hold: for a branch inside [`Filter::any`].
    pub fn all(&mut self, build: impl FnOnce(&mut Self)) -> &mut Self {
        let part = self.group(build, " AND ", "TRUE");
        self.push(part)
    }

    fn group(&mut self, build: impl FnOnce(&mut Self), sign: &str, empty: &str) -> String {
        let outer = std::mem::take(&mut self.parts);
        build(self);
        let inner = std::mem::replace(&mut self.parts, outer);
        format!("({})", joined(&inner, sign, empty))
    }

    /// Only what follows `cursor` in the order of `(key, id)`. A cursor that was tampered with finds nothing.
    pub fn after(&mut self, key: &'static str, id: &'static str, order: Order, cursor: Option<&Cursor>) -> &mut Self {
        let Some(cursor) = cursor else { return self };
        let Ok(last) = cursor.id.parse::<Uuid>() else {
            return self.push("FALSE".to_owned());
        };
        let sign = match order {
            Order::Ascending => ">",
            Order::Descending => "<",
        };
        let (a, b) = (self.bind(cursor.key), self.bind(last));
        self.push(format!("({key}, {id}) {sign} ({a}, {b})"))
    }
}

fn joined(parts: &[String], sign: &str, empty: &str) -> String {
    if parts.is_empty() {
        return empty.to_owned();
    }
    parts.join(sign)
}

/// A page of at most `size` of `rows`, which were asked for with `LIMIT size + 1`; `key` gives what a cursor holds.
pub fn page<T>(mut rows: Vec<T>, size: usize, key: impl Fn(&T) -> (i64, Uuid)) -> Page<T> {
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|row| {
        let (key, id) = key(row);
        Cursor { key, id: id.to_string() }
    });
    Page { items: rows, next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_joined_and_numbered() {
        let mut filter = Filter::after_params(&[Value::from(9)]);
        filter.eq("a", 1).any(|or| {
            or.eq("b", 2).all(|and| {
                and.is_null("c").below("d", 3);
            });
        });
        assert_eq!(filter.sql(), "a = $2 AND (b = $3 OR (c IS NULL AND d < $4))");
        assert_eq!(filter.params().len(), 4);
    }

    #[test]
    fn nothing_means_everything_but_an_empty_choice_nothing() {
        assert_eq!(Filter::new().sql(), "TRUE");
        assert_eq!(Filter::new().is_in("a", Vec::<i64>::new()).sql(), "FALSE");
        assert_eq!(Filter::new().any(|_| {}).sql(), "(FALSE)");
        assert_eq!(Filter::new().is_in("a", [1, 2, 3]).params().len(), 4);
    }

    #[test]
    fn a_page_knows_whether_there_is_more() {
        let rows: Vec<(i64, Uuid)> = (0..3).map(|n| (n, Uuid::nil())).collect();
        let first = page(rows.clone(), 2, |row| *row);
        assert_eq!(first.next.unwrap().key, 1);
        assert!(page(rows, 3, |row| *row).next.is_none());
    }
}
