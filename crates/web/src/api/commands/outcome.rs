//! How a case stands after a command.

use domain::{case::CaseKind, lifecycle::Aggregate};
use serde::Serialize;
use services::matter::{Listed, MatterRow};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::wire::clock::OpenClock;

/// How a case stands after a command, in codes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Outcome {
    /// The case.
    pub(crate) id: Uuid,
    /// Its number.
    pub(crate) number: String,
    /// `PETITION` or `WORK_ORDER`.
    pub(crate) kind: String,
    /// The version now; also the entity tag.
    pub(crate) version: i64,
    /// The procedure axis.
    pub(crate) stage: String,
    /// The substance axis.
    pub(crate) resolution: String,
    /// The procedure has ended.
    pub(crate) is_over: bool,
    /// Who has it and keeps the contact.
    pub(crate) holder: Uuid,
    /// Whose turn it is.
    pub(crate) turn: Uuid,
    /// Who handles it.
    pub(crate) handler: Option<Uuid>,
    /// The open clocks.
    pub(crate) clocks: Vec<OpenClock>,
    /// The petition that a work order became. It opens with the order's query code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) born: Option<Born>,
}

/// A petition registered by a command.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Born {
    /// The case.
    pub(crate) id: Uuid,
    /// Its number.
    pub(crate) number: String,
}

impl Outcome {
    /// After a decision.
    pub(crate) fn of<A: Listed + Aggregate>(state: &A) -> Self {
        let listing = state.listing();
        Self {
            id: state.id().0,
            number: listing.number.to_string(),
            kind: A::KIND.name().to_owned(),
            version: state.version(),
            stage: listing.stage.to_owned(),
            resolution: listing.resolution.to_owned(),
            is_over: listing.is_over,
            holder: listing.holder.0,
            turn: listing.turn.0,
            handler: listing.handler.map(|user| user.0),
            clocks: listing.clocks.iter().filter(|clock| clock.is_open()).map(OpenClock::of).collect(),
            born: None,
        }
    }

    /// As its row says.
    pub(crate) fn of_row(row: &MatterRow) -> Self {
        Self {
            id: row.id().0,
            number: row.number.to_string(),
            kind: CaseKind::name(row.kind()).to_owned(),
            version: row.version,
            stage: row.stage.clone(),
            resolution: row.resolution.clone(),
            is_over: row.is_over,
            holder: row.facts.holder.unwrap_or(row.facts.bureau).0,
            turn: row.turn.0,
            handler: row.facts.handler.map(|user| user.0),
            clocks: vec![],
            born: None,
        }
    }
}
