//! What goes into a statement: one value type for both engines.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseNumber, Digest, DivisionCode, Fault};
use uuid::Uuid;

/// One bound parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL `NULL`.
    Null,
    /// `{int}` and `{time}` (microseconds since 1970).
    Int(i64),
    /// `{real}`.
    Real(f64),
    /// `{bool}`: 0 or 1 on SQLite.
    Bool(bool),
    /// `{text}`, `{date}` and `{json}`.
    Text(String),
    /// `{bytes}`.
    Blob(Vec<u8>),
    /// `{id}`: 16 bytes on SQLite, `uuid` on PostgreSQL.
    Id(Uuid),
    /// Words that must all occur, for `{match:…}`; each engine writes its own query text from them.
    Words(Vec<String>),
}

impl Value {
    /// A document for a `{json}` column, or for an event body.
    ///
    /// # Errors
    /// `Fault::Inconsistent` when `document` has no JSON form (a map with keys that are not texts).
    pub fn json<T: serde::Serialize + ?Sized>(document: &T) -> Result<Self, Fault> {
        serde_json::to_string(document).map(Self::Text).map_err(|e| Fault::inconsistent("json parameter", e))
    }

    /// PostgreSQL cannot store U+0000 in a text; refused on both engines, so that the smaller one does not accept what
    /// the larger one will choke on.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        let holds_nul = match self {
            Self::Text(text) => text.as_bytes().contains(&0),
            Self::Words(words) => words.iter().any(|w| w.as_bytes().contains(&0)),
            _ => false,
        };
        if holds_nul {
            return Err(Fault::inconsistent("parameter", "a text holds U+0000"));
        }
        Ok(())
    }
}

macro_rules! from {
    ($($source:ty => |$name:ident| $make:expr;)*) => {$(
        impl From<$source> for Value {
            fn from($name: $source) -> Self {
                $make
            }
        }
    )*};
}

from! {
    i64 => |v| Value::Int(v);
    i32 => |v| Value::Int(v.into());
    i16 => |v| Value::Int(v.into());
    i8 => |v| Value::Int(v.into());
    u32 => |v| Value::Int(v.into());
    u16 => |v| Value::Int(v.into());
    u8 => |v| Value::Int(v.into());
    f64 => |v| Value::Real(v);
    bool => |v| Value::Bool(v);
    String => |v| Value::Text(v);
    &String => |v| Value::Text(v.clone());
    &str => |v| Value::Text(v.to_owned());
    Vec<u8> => |v| Value::Blob(v);
    &Vec<u8> => |v| Value::Blob(v.clone());
    &[u8] => |v| Value::Blob(v.to_vec());
    [u8; 32] => |v| Value::Blob(v.to_vec());
    Uuid => |v| Value::Id(v);
    &Uuid => |v| Value::Id(*v);
    Digest => |v| Value::Blob(v.0.to_vec());
    &Digest => |v| Value::Blob(v.0.to_vec());
    Timestamp => |v| Value::Int(v.as_microsecond());
    &Timestamp => |v| Value::Int(v.as_microsecond());
    Date => |v| Value::Text(v.to_string());
    &Date => |v| Value::Text(v.to_string());
    DivisionCode => |v| Value::Text(v.as_str().to_owned());
    &DivisionCode => |v| Value::Text(v.as_str().to_owned());
    CaseNumber => |v| Value::Text(v.as_str().to_owned());
    &CaseNumber => |v| Value::Text(v.as_str().to_owned());
    serde_json::Value => |v| Value::Text(v.to_string());
    &serde_json::Value => |v| Value::Text(v.to_string());
    &Value => |v| v.clone();
}

/// Every typed id of the kernel goes in and comes out as an `{id}`.
macro_rules! kernel_ids {
    ($($id:ident)*) => {$(
        impl From<kernel::$id> for Value {
            fn from(id: kernel::$id) -> Self {
                Value::Id(id.into())
            }
        }
        impl From<&kernel::$id> for Value {
            fn from(id: &kernel::$id) -> Self {
                Value::Id((*id).into())
            }
        }
        impl crate::row::FromValue for kernel::$id {
            fn from_value(value: crate::row::ValueRef<'_>) -> Result<Self, String> {
                Uuid::from_value(value).map(Self::from)
            }
        }
    )*};
}

kernel_ids! { AbsenceId AttachmentId CaseId ClaimId ClockId DeliveryId GridId JobId LetterId MandateId OrgId PersonId SavedFilterId SessionId UserId }

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The parameters of a statement: `params![id, at, "text", None::<i64>]` is a `&[Value]`.
#[macro_export]
macro_rules! params {
    () => { &[] as &[$crate::Value] };
    ($($value:expr),+ $(,)?) => { &[$($crate::Value::from($value)),+] as &[$crate::Value] };
}
