//! What comes out of a statement: typed reads that name the column when a stored value is not what it should be.

use std::cell::Cell;

use jiff::{Timestamp, civil::Date};
use kernel::{CaseNumber, Digest, DivisionCode, Fault};
use uuid::Uuid;

/// One row of a result, valid while the callback runs.
pub struct Row<'r> {
    cells: &'r dyn Cells,
    /// Columns are mostly read in the order of the select list; the search for a name starts where the last one ended.
    hint: Cell<usize>,
}

/// What an engine shows of its row.
pub(crate) trait Cells {
    fn width(&self) -> usize;
    fn name(&self, index: usize) -> &str;
    fn cell(&self, index: usize) -> Result<ValueRef<'_>, String>;
}

/// A stored value, borrowed from the row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueRef<'a> {
    /// SQL `NULL`.
    Null,
    /// Any integer type, and a whole `numeric`.
    Int(i64),
    /// Any floating type, and a fractional `numeric`.
    Real(f64),
    /// PostgreSQL's boolean; SQLite gives [`ValueRef::Int`] 0 or 1.
    Bool(bool),
    /// Text and JSON.
    Text(&'a str),
    /// Bytes; on SQLite also an id.
    Blob(&'a [u8]),
    /// PostgreSQL's `uuid`.
    Id(Uuid),
}

impl ValueRef<'_> {
    /// The name of the kind, without the value: it may be personal data and stands in logs.
    fn kind(self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Int(_) => "an integer",
            Self::Real(_) => "a real",
            Self::Bool(_) => "a boolean",
            Self::Text(_) => "a text",
            Self::Blob(_) => "bytes",
            Self::Id(_) => "an id",
        }
    }
}

/// How a column is named: `"status"` or a position from 0.
pub trait Column: Copy {
    /// The position in `row`.
    fn find(self, row: &Row<'_>) -> Result<usize, Fault>;
    /// What stands in a fault.
    fn place(self) -> &'static str;
}

impl Column for &'static str {
    fn find(self, row: &Row<'_>) -> Result<usize, Fault> {
        row.position(self).ok_or_else(|| Fault::inconsistent(self, "the statement has no such column"))
    }

    fn place(self) -> &'static str {
        self
    }
}

impl Column for usize {
    fn find(self, row: &Row<'_>) -> Result<usize, Fault> {
        if self < row.cells.width() {
            return Ok(self);
        }
        Err(Fault::inconsistent("row", format!("the statement has no column {self}")))
    }

    fn place(self) -> &'static str {
        const PLACES: [&str; 8] =
            ["column 0", "column 1", "column 2", "column 3", "column 4", "column 5", "column 6", "column 7"];
        PLACES.get(self).copied().unwrap_or("a column after the eighth")
    }
}

impl<'r> Row<'r> {
    pub(crate) fn new(cells: &'r dyn Cells) -> Self {
        Self { cells, hint: Cell::new(0) }
    }

    fn position(&self, name: &str) -> Option<usize> {
        let width = self.cells.width();
        let start = self.hint.get();
        let found = (start..width).chain(0..start.min(width)).find(|&i| self.cells.name(i) == name)?;
        self.hint.set(found + 1);
        Some(found)
    }

    /// The value of `column` (a name or a position).
    ///
    /// # Errors
    /// `Fault::Inconsistent`, naming the column, when it is missing or does not hold a `T`.
    pub fn get<T: FromValue>(&self, column: impl Column) -> Result<T, Fault> {
        self.value(column)
            .and_then(|value| T::from_value(value).map_err(|detail| Fault::inconsistent(column.place(), detail)))
    }

    /// The text of `column` read by `parse`, for an enum or another type with rules; the text itself never stands in the
    /// fault.
    ///
    /// # Errors
    /// `Fault::Inconsistent` when the column holds no text or `parse` gives `None`.
    pub fn parse<T>(&self, column: impl Column, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        match self.value(column)? {
            ValueRef::Text(text) => {
                parse(text).ok_or_else(|| Fault::inconsistent(column.place(), "the text has no known meaning"))
            }
            other => Err(Fault::inconsistent(column.place(), format!("{} instead of a text", other.kind()))),
        }
    }

    /// The document in `column`, read as a `T`.
    ///
    /// # Errors
    /// `Fault::Inconsistent` when it is no such document.
    pub fn json<T: serde::de::DeserializeOwned>(&self, column: impl Column) -> Result<T, Fault> {
        match self.value(column)? {
            ValueRef::Text(text) => serde_json::from_str(text).map_err(|e| {
                // The message of a data error quotes the value; its class and position do not.
                Fault::inconsistent(column.place(), format!("{:?} error at {}:{}", e.classify(), e.line(), e.column()))
            }),
            other => Err(Fault::inconsistent(column.place(), format!("{} instead of JSON", other.kind()))),
        }
    }

    /// The stored value itself.
    ///
    /// # Errors
    /// `Fault::Inconsistent` when there is no such column or its type is unknown here.
    pub fn value(&self, column: impl Column) -> Result<ValueRef<'_>, Fault> {
        let index = column.find(self)?;
        self.cells.cell(index).map_err(|detail| Fault::inconsistent(column.place(), detail))
    }
}

/// A type that a column can hold.
pub trait FromValue: Sized {
    /// Reads it; the error says what was found instead, without the value.
    fn from_value(value: ValueRef<'_>) -> Result<Self, String>;
}

fn not<T>(value: ValueRef<'_>, wanted: &str) -> Result<T, String> {
    Err(format!("{} instead of {wanted}", value.kind()))
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl FromValue for $int {
            fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
                match value {
                    ValueRef::Int(v) => v.try_into().map_err(|_| concat!("out of range for ", stringify!($int)).to_owned()),
                    other => not(other, "an integer"),
                }
            }
        }
    )*};
}
integers! { i64 i32 i16 i8 u64 u32 u16 u8 usize }

impl FromValue for f64 {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Real(v) => Ok(v),
            // A whole average comes back from a `numeric` as an integer.
            #[expect(clippy::cast_precision_loss, reason = "asked for as a real")]
            ValueRef::Int(v) => Ok(v as f64),
            other => not(other, "a real"),
        }
    }
}

impl FromValue for bool {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Bool(v) => Ok(v),
            ValueRef::Int(0) => Ok(false),
            ValueRef::Int(1) => Ok(true),
            other => not(other, "a boolean"),
        }
    }
}

impl FromValue for String {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Text(v) => Ok(v.to_owned()),
            other => not(other, "a text"),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Blob(v) => Ok(v.to_vec()),
            other => not(other, "bytes"),
        }
    }
}

impl FromValue for Uuid {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Id(v) => Ok(v),
            ValueRef::Blob(v) => Uuid::from_slice(v).map_err(|_| format!("{} bytes instead of an id", v.len())),
            other => not(other, "an id"),
        }
    }
}

impl FromValue for Digest {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Blob(v) => Digest::from_slice(v).ok_or_else(|| format!("{} bytes instead of a digest", v.len())),
            other => not(other, "a digest"),
        }
    }
}

impl FromValue for Timestamp {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        Timestamp::from_microsecond(i64::from_value(value)?).map_err(|_| "out of range for a time".to_owned())
    }
}

macro_rules! parsed {
    ($($name:ty, $what:literal, |$text:ident| $parse:expr;)*) => {$(
        impl FromValue for $name {
            fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
                match value {
                    ValueRef::Text($text) => $parse.map_err(|_| concat!("a text that is not ", $what).to_owned()),
                    other => not(other, $what),
                }
            }
        }
    )*};
}
parsed! {
    Date, "a date", |text| text.parse::<Date>();
    DivisionCode, "a division code", |text| DivisionCode::parse(text);
    CaseNumber, "a case number", |text| CaseNumber::parse(text);
    serde_json::Value, "JSON", |text| serde_json::from_str(text);
}
