//! Commands by name, as `POST /matters/{id}/commands/{command}` takes them: `request-extension` is `REQUEST_EXTENSION` of the
//! transition table. A name may belong to petitions and to work orders, with a body of its own for each.

mod describe;
pub(crate) mod order;
mod outcome;
pub(crate) mod petition;
mod run;

pub(crate) use describe::{CommandBody, document};
pub(crate) use outcome::{Born, Outcome};
pub(crate) use run::{Prepared, changed_since, run, unknown};

use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::AdditionalProperties};

/// From one list: how each command's body is read and what it looks like. A command without body or value is the system's own
/// and offered to nobody. Leaving one out does not compile.
macro_rules! commands {
    ($(#[$doc:meta])* $kind:ty => $act:ty {
        $($name:ident $(: $body:ident)? $(= $value:expr)?),* $(,)?
    }) => {
        $(#[$doc])*
        pub(crate) fn read(
            kind: $kind,
            body: serde_json::Value,
            at: &str,
        ) -> Option<Result<$act, Vec<kernel::Refusal>>> {
            match kind {
                $(<$kind>::$name => $crate::api::commands::commands!(@read body, at $(, : $body)? $(, = $value)?)),*
            }
        }

        /// The name and schema of a command's body; `None` for the system's own.
        pub(crate) fn schema(kind: $kind) -> Option<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)> {
            match kind {
                $(<$kind>::$name => $crate::api::commands::commands!(@schema $(, : $body)? $(, = $value)?)),*
            }
        }
    };
    (@read $json:ident, $at:ident, : $body:ident) => { Some($crate::api::body::read::<$body>($json, $at)) };
    (@read $json:ident, $at:ident, = $value:expr) => {
        Some($crate::api::body::read::<$crate::api::commands::Nothing>($json, $at).map(|()| $value))
    };
    (@read $json:ident, $at:ident) => {{
        let _ = ($json, $at);
        None
    }};
    (@schema, : $body:ident) => {
        Some((stringify!($body).to_owned(), <$body as utoipa::PartialSchema>::schema()))
    };
    (@schema, = $value:expr) => { Some(("Nothing".to_owned(), $crate::api::commands::nothing())) };
    (@schema) => { None };
}
pub(crate) use commands;

crate::api::body::body! {
    /// A command without data.
    Nothing {} => (): ()
}

/// The schema of a command without data.
pub(crate) fn nothing() -> RefOr<Schema> {
    let closed = AdditionalProperties::FreeForm(false);
    ObjectBuilder::new().description(Some("A command without data.")).additional_properties(Some(closed)).into()
}

/// `REQUEST_EXTENSION` as it stands in an address: `request-extension`.
pub(crate) fn slug(name: &str) -> String {
    name.to_lowercase().replace('_', "-")
}

/// The name behind an address.
pub(crate) fn name(slug: &str) -> String {
    slug.to_uppercase().replace('-', "_")
}
