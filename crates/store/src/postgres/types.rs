//! Values on PostgreSQL's wire.

use std::error::Error;

use bytes::{BufMut as _, BytesMut};
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use crate::{Value, row::ValueRef, search};

type Wrong = Box<dyn Error + Sync + Send>;

impl ToSql for Value {
    /// Encodes for the type the server wants in this place; a value that does not fit is an error, never a silent cast.
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Wrong> {
        match self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Int(v) => integer(*v, ty, out)?,
            Self::Real(v) => real(*v, ty, out)?,
            Self::Bool(v) if *ty == Type::BOOL => out.put_u8((*v).into()),
            Self::Text(v) => text(v, ty, out)?,
            Self::Blob(v) if *ty == Type::BYTEA => out.put_slice(v),
            Self::Id(v) if *ty == Type::UUID => out.put_slice(v.as_bytes()),
            Self::Words(v) => text(&search::postgres_query(v), ty, out)?,
            Self::Bool(_) => return misfit("a boolean", ty),
            Self::Blob(_) => return misfit("bytes", ty),
            Self::Id(_) => return misfit("an id", ty),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn misfit<T>(what: &str, ty: &Type) -> Result<T, Wrong> {
    Err(format!("{what} was given where {} stands; write CAST($n AS …)", ty.name()).into())
}

fn integer(v: i64, ty: &Type, out: &mut BytesMut) -> Result<(), Wrong> {
    match *ty {
        Type::INT8 => out.put_i64(v),
        Type::INT4 => out.put_i32(v.try_into()?),
        Type::INT2 => out.put_i16(v.try_into()?),
        #[expect(clippy::cast_precision_loss, reason = "the server wants a real here")]
        Type::FLOAT8 => out.put_f64(v as f64),
        _ => return misfit("an integer", ty),
    }
    Ok(())
}

fn real(v: f64, ty: &Type, out: &mut BytesMut) -> Result<(), Wrong> {
    match *ty {
        Type::FLOAT8 => out.put_f64(v),
        #[expect(clippy::cast_possible_truncation, reason = "the column is that small")]
        Type::FLOAT4 => out.put_f32(v as f32),
        _ => return misfit("a real", ty),
    }
    Ok(())
}

fn text(v: &str, ty: &Type, out: &mut BytesMut) -> Result<(), Wrong> {
    match *ty {
        Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::JSON | Type::UNKNOWN => {}
        // The version of the binary form of jsonb.
        Type::JSONB => out.put_u8(1),
        _ => return misfit("a text", ty),
    }
    out.put_slice(v.as_bytes());
    Ok(())
}

/// A value as it comes from the server, of whatever type.
pub(super) struct Wire<'a>(pub(super) ValueRef<'a>);

impl<'a> FromSql<'a> for Wire<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Wrong> {
        Ok(Self(match *ty {
            Type::BOOL => ValueRef::Bool(raw == [1]),
            Type::INT8 => ValueRef::Int(i64::from_be_bytes(raw.try_into()?)),
            Type::INT4 => ValueRef::Int(i32::from_be_bytes(raw.try_into()?).into()),
            Type::INT2 => ValueRef::Int(i16::from_be_bytes(raw.try_into()?).into()),
            Type::FLOAT8 => ValueRef::Real(f64::from_be_bytes(raw.try_into()?)),
            Type::FLOAT4 => ValueRef::Real(f32::from_be_bytes(raw.try_into()?).into()),
            Type::NUMERIC => numeric(raw)?,
            Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::JSON | Type::UNKNOWN => {
                ValueRef::Text(std::str::from_utf8(raw)?)
            }
            Type::JSONB => ValueRef::Text(std::str::from_utf8(raw.get(1..).unwrap_or_default())?),
            Type::BYTEA => ValueRef::Blob(raw),
            Type::UUID => ValueRef::Id(Uuid::from_slice(raw)?),
            Type::VOID => ValueRef::Null,
            _ => return Err(format!("a {} cannot be read", ty.name()).into()),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Wrong> {
        Ok(Self(ValueRef::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// Sums and averages of integers come as `numeric`: digits to the base of 10 000, the first of weight `weight`.
fn numeric(raw: &[u8]) -> Result<ValueRef<'static>, Wrong> {
    let (head, digits) = raw.split_at_checked(8).ok_or("a numeric without its head")?;
    let weight = i16::from_be_bytes([head[2], head[3]]);
    let negative = match u16::from_be_bytes([head[4], head[5]]) {
        0x0000 => false,
        0x4000 => true,
        _ => return Err("a numeric that is no number".into()),
    };
    let digits: Vec<u16> = digits.chunks_exact(2).map(|d| u16::from_be_bytes([d[0], d[1]])).collect();
    let whole = i32::from(weight) + 1 >= i32::try_from(digits.len())?;
    if whole && let Some(v) = whole_number(&digits, weight, negative) {
        return Ok(ValueRef::Int(v));
    }
    let size = digits.iter().fold(0.0, |sum, d| sum * 10_000.0 + f64::from(*d));
    let after = i32::try_from(digits.len())? - i32::from(weight) - 1;
    // One division by an exact power is rounded once; a sum of scaled digits would be rounded at every step.
    let size = if after > 0 { size / 10_000_f64.powi(after) } else { size * 10_000_f64.powi(-after) };
    Ok(ValueRef::Real(if negative { -size } else { size }))
}

fn whole_number(digits: &[u16], weight: i16, negative: bool) -> Option<i64> {
    let mut sum: i64 = 0;
    for place in 0..=weight.max(-1) {
        let digit = digits.get(usize::try_from(place).ok()?).copied().unwrap_or(0);
        let digit = if negative { -i64::from(digit) } else { i64::from(digit) };
        sum = sum.checked_mul(10_000)?.checked_add(digit)?;
    }
    Some(sum)
}
