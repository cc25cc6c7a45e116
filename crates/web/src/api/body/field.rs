//! What a field of a request body may be: how it is read, parsed and described.

use jiff::civil::Date;
use kernel::{CaseId, ClaimId, DivisionCode, OrgId, Text, UserId};
use serde::Deserialize;
use services::error::Collect;
use utoipa::openapi::{
    ArrayBuilder, KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat,
    schema::{SchemaType, Type},
};

/// A kind of field: from what JSON holds to what the domain takes.
pub(crate) trait Field: Sized {
    /// What it becomes.
    type Out;
    /// Whether it must be there.
    const REQUIRED: bool = true;

    /// Its value; `None` when something was wrong, which then stands in `errors` under the path `at`.
    fn parse(self, at: &str, errors: &mut Collect) -> Option<Self::Out>;

    /// Its schema.
    fn describe() -> RefOr<Schema>;
}

/// The path of a field inside `at`.
pub(crate) fn join(at: &str, name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}

/// Text of 1 to `MAX` characters.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(crate) struct Words<const MAX: usize>(pub(crate) String);

impl<const MAX: usize> Field for Words<MAX> {
    type Out = Text<MAX>;

    fn parse(self, at: &str, errors: &mut Collect) -> Option<Text<MAX>> {
        errors.take(Text::parse(at, &self.0))
    }

    fn describe() -> RefOr<Schema> {
        string().min_length(Some(1)).max_length(Some(MAX)).into()
    }
}

impl<F: Field> Field for Option<F> {
    type Out = Option<F::Out>;
    const REQUIRED: bool = false;

    fn parse(self, at: &str, errors: &mut Collect) -> Option<Self::Out> {
        match self {
            None => Some(None),
            Some(field) => field.parse(at, errors).map(Some),
        }
    }

    fn describe() -> RefOr<Schema> {
        nullable(F::describe())
    }
}

/// The same schema, or `null`.
pub(crate) fn nullable(schema: RefOr<Schema>) -> RefOr<Schema> {
    match schema {
        RefOr::T(Schema::Object(mut object)) => {
            if let SchemaType::Type(one) = object.schema_type {
                object.schema_type = SchemaType::from_iter([one, Type::Null]);
            }
            RefOr::T(Schema::Object(object))
        }
        other => other,
    }
}

impl<F: Field> Field for Vec<F> {
    type Out = Vec<F::Out>;

    fn parse(self, at: &str, errors: &mut Collect) -> Option<Self::Out> {
        // All are parsed before any is missed, so that every error is told.
        let all: Vec<Option<F::Out>> =
            self.into_iter().enumerate().map(|(i, field)| field.parse(&format!("{at}.{i}"), errors)).collect();
        all.into_iter().collect()
    }

    fn describe() -> RefOr<Schema> {
        ArrayBuilder::new().items(F::describe()).into()
    }
}

/// Plain text, looked at by whoever takes it.
impl Field for String {
    type Out = Self;

    fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
        Some(self)
    }

    fn describe() -> RefOr<Schema> {
        string().into()
    }
}

impl Field for bool {
    type Out = Self;

    fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
        Some(self)
    }

    fn describe() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Boolean).into()
    }
}

impl Field for u32 {
    type Out = Self;

    fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
        Some(self)
    }

    fn describe() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).maximum(Some(u32::MAX)).into()
    }
}

impl Field for u16 {
    type Out = Self;

    fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
        Some(self)
    }

    fn describe() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).maximum(Some(u16::MAX)).into()
    }
}

impl Field for i64 {
    type Out = Self;

    fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
        Some(self)
    }

    fn describe() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Integer).into()
    }
}

impl Field for Date {
    type Out = Self;

    fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
        Some(self)
    }

    fn describe() -> RefOr<Schema> {
        string().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).into()
    }
}

/// A division as its code; kept as text until it is parsed, so that its refusal is the house's own.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(crate) struct Division(pub(crate) String);

impl Field for Division {
    type Out = DivisionCode;

    fn parse(self, at: &str, errors: &mut Collect) -> Option<DivisionCode> {
        errors.take(DivisionCode::parse(&self.0).map_err(|refusal| refusal.on(at)))
    }

    fn describe() -> RefOr<Schema> {
        string().pattern(Some("^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$")).into()
    }
}

fn string() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

macro_rules! ids {
    ($($id:ty),*) => {$(
        impl Field for $id {
            type Out = Self;

            fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
                Some(self)
            }

            fn describe() -> RefOr<Schema> {
                string().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))).into()
            }
        }
    )*};
}

ids!(CaseId, ClaimId, OrgId, UserId);

macro_rules! choices {
    ($($choice:ty),* $(,)?) => {$(
        impl Field for $choice {
            type Out = Self;

            fn parse(self, _: &str, _: &mut Collect) -> Option<Self> {
                Some(self)
            }

            fn describe() -> RefOr<Schema> {
                string().enum_values(Some(<$choice>::ALL.iter().map(|choice| choice.name()))).into()
            }
        }
    )*};
}

choices!(
    domain::case::Channel,
    domain::case::DispatchKind,
    domain::case::FollowUpMethod,
    domain::agency::Concerned,
    domain::agency::Ground,
    domain::mandate::Capacity,
    domain::mandate::Power,
    domain::mandate::Way,
    domain::case::Grade,
    domain::case::MatterType,
    domain::case::OpinionResult,
    domain::case::Purpose,
    domain::case::RatingTarget,
    domain::case::ServiceMethod,
    domain::case::StatutoryRoute,
    domain::obstruction::Finding,
    domain::obstruction::Wrong,
    domain::petition::NotAcceptReason,
    domain::petition::ReopenReason,
    domain::petition::SimpleGround,
    domain::execution::Outcome,
    domain::remedy::Occasion,
    domain::escalation::Redoing,
    domain::work_order::Disposition,
    domain::review::Level,
    domain::review::RejectGround,
    domain::review::ReviewResult,
    domain::meeting::ItemKind,
    domain::urgent::Danger,
    domain::urgent::Told,
    domain::urgent::Outcome,
    domain::errand::ErrandKind,
    domain::errand::Handed,
    domain::campaign::Gathers,
);
