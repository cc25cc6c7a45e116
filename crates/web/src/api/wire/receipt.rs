//! What one takes away from a create.

use kernel::Locale;
use serde::Serialize;
use services::petition::Receipt;
use utoipa::ToSchema;
use uuid::Uuid;

use super::clock::PromiseBody;

/// A petition was registered.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = PetitionReceipt)]
pub(crate) struct PetitionReceipt {
    /// The case.
    pub(crate) id: Uuid,
    /// Its number: one matter, one number, for ever.
    pub(crate) number: String,
    /// The query code, the secret half of the look-up. Told to whoever holds the idempotency key, and to nobody else.
    pub(crate) code: String,
    /// Who registered it.
    pub(crate) bureau: Uuid,
    /// When it was received.
    #[schema(format = "date-time")]
    pub(crate) received_at: String,
    /// The same request came before; this is its answer again.
    pub(crate) again: bool,
    /// What is promised until when, and why.
    pub(crate) promises: Vec<PromiseBody>,
}

impl PetitionReceipt {
    pub(crate) fn of(receipt: &Receipt, locale: Locale) -> Self {
        Self {
            id: receipt.id.0,
            number: receipt.number.to_string(),
            code: receipt.code.reveal().to_owned(),
            bureau: receipt.bureau.0,
            received_at: receipt.received_at.to_string(),
            again: receipt.again,
            promises: receipt.promises.iter().map(|promise| PromiseBody::of(promise, locale)).collect(),
        }
    }
}

/// A work order was taken down.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OrderReceipt {
    /// The case.
    pub(crate) id: Uuid,
    /// Its number.
    pub(crate) number: String,
    /// The query code, the secret half of the look-up.
    pub(crate) code: String,
    /// The centre that dispatches it.
    pub(crate) centre: Uuid,
    /// When it was received.
    #[schema(format = "date-time")]
    pub(crate) received_at: String,
    /// The version to name in `If-Match`.
    pub(crate) version: i64,
    /// The same request came before; this is its answer again.
    pub(crate) again: bool,
}
