//! Request bodies: JSON with a fixed shape, parsed field by field into values of the domain, so that everything that is wrong
//! is told at once. [`body!`] makes the struct, its parser and its schema from one list of fields.

mod field;
mod json;

pub(crate) use field::{Division, Field, Words, join};
pub(crate) use json::{Raw, Sent, read};

/// A request body or a part of one: its fields, and the value they make.
macro_rules! body {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $fdoc:literal])* $field:ident: $kind:ty),* $(,)? } => $out:ty: $make:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $($(#[doc = $fdoc])* pub(crate) $field: $kind),* }

        impl $crate::api::body::Field for $name {
            type Out = $out;

            fn parse(self, at: &str, errors: &mut services::error::Collect) -> Option<$out> {
                let _ = (at, &errors);
                $(let $field = $crate::api::body::Field::parse(
                    self.$field,
                    &$crate::api::body::join(at, stringify!($field)),
                    errors,
                );)*
                $(let $field = $field?;)*
                Some($make)
            }

            fn describe() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                <Self as utoipa::PartialSchema>::schema()
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                let object = utoipa::openapi::ObjectBuilder::new()
                    .description(Some(concat!($($doc),*).trim()))
                    .additional_properties(Some(utoipa::openapi::schema::AdditionalProperties::FreeForm(false)));
                $(let object = $crate::api::body::property::<$kind>(object, stringify!($field), concat!($($fdoc),*).trim());)*
                utoipa::openapi::RefOr::T(object.into())
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}
pub(crate) use body;

use utoipa::openapi::{AllOfBuilder, ObjectBuilder, RefOr, Schema};

/// Adds a property with its words; required unless its kind may be missing.
pub(crate) fn property<F: Field>(object: ObjectBuilder, name: &str, words: &str) -> ObjectBuilder {
    let object = object.property(name, described(F::describe(), words));
    if F::REQUIRED { object.required(name) } else { object }
}

fn described(schema: RefOr<Schema>, words: &str) -> RefOr<Schema> {
    match schema {
        RefOr::T(Schema::Object(mut object)) => {
            object.description = Some(words.to_owned());
            RefOr::T(Schema::Object(object))
        }
        RefOr::T(Schema::Array(mut array)) => {
            array.description = Some(words.to_owned());
            RefOr::T(Schema::Array(array))
        }
        other => RefOr::T(AllOfBuilder::new().item(other).description(Some(words)).into()),
    }
}
