//! A case as lists show it.

use domain::{
    access::{Field, Fields},
    case::CaseKind,
};
use kernel::{Locale, Message};
use serde::Serialize;
use services::matter::MatterRow;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Coded, Organ, day};
use services::timeline::Names;

/// A case as lists show it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MatterBody {
    /// The case.
    pub(crate) id: Uuid,
    /// `PETITION` or `WORK_ORDER`.
    pub(crate) kind: String,
    /// Its number.
    pub(crate) number: String,
    /// One line; absent when the reader may only follow where it stands.
    pub(crate) title: Option<String>,
    /// Where it belongs, as a division code.
    pub(crate) division: String,
    /// How it came.
    pub(crate) channel: String,
    /// Legal type.
    pub(crate) matter_type: String,
    /// Category path.
    pub(crate) category: Option<String>,
    /// The procedure axis.
    pub(crate) stage: Coded,
    /// The procedure has ended.
    pub(crate) is_over: bool,
    /// The substance axis.
    pub(crate) resolution: Coded,
    /// How many claims.
    pub(crate) claims: u32,
    /// How many of them she confirmed as solved.
    pub(crate) claims_confirmed: u32,
    /// How often it changed hands.
    pub(crate) hops: u32,
    /// Who registered it.
    pub(crate) bureau: Uuid,
    /// Who has it and keeps the contact.
    pub(crate) holder: Option<Organ>,
    /// Whose turn it is: an objection waits for the bureau while the unit keeps the contact.
    pub(crate) turn: Uuid,
    /// Who handles it.
    pub(crate) handler: Option<Uuid>,
    /// The most urgent open clock.
    pub(crate) due: Option<DueBody>,
    /// When it was received.
    #[schema(format = "date-time")]
    pub(crate) received_at: String,
    /// When it was registered.
    #[schema(format = "date-time")]
    pub(crate) registered_at: String,
    /// When it last changed.
    #[schema(format = "date-time")]
    pub(crate) updated_at: String,
    /// The version to name in `If-Match`.
    pub(crate) version: i64,
}

/// The most urgent open clock.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DueBody {
    /// Which.
    clock: String,
    /// The day told to people.
    #[schema(format = "date")]
    on: String,
    /// The first moment at which it is overdue.
    #[schema(format = "date-time")]
    due_at: String,
    /// It stands still.
    paused: bool,
}

impl MatterBody {
    pub(crate) fn of(row: &MatterRow, fields: Fields, names: &Names, locale: Locale) -> Self {
        let due = row.due.as_ref().map(|due| DueBody {
            clock: due.def.to_string(),
            on: day(due.on),
            due_at: due.due_at.to_string(),
            paused: due.paused,
        });
        Self {
            id: row.id().0,
            kind: row.kind().name().to_owned(),
            number: row.number.to_string(),
            title: fields.shows(Field::Content).then(|| row.title.clone()),
            division: row.facts.division.to_string(),
            channel: row.channel.clone(),
            matter_type: row.matter_type.clone(),
            category: row.category.clone(),
            stage: Coded::new(row.stage.clone(), &stage_message(row.kind(), &row.stage), locale),
            is_over: row.is_over,
            resolution: resolution(row, locale),
            claims: row.claims,
            claims_confirmed: row.confirmed,
            hops: row.hops,
            bureau: row.facts.bureau.0,
            holder: row.facts.holder.map(|org| Organ::of(org, names)),
            turn: row.turn.0,
            handler: row.facts.handler.map(|user| user.0),
            due,
            received_at: row.received_at.to_string(),
            registered_at: row.registered_at.to_string(),
            updated_at: row.updated_at.to_string(),
            version: row.version,
        }
    }
}

fn stage_message(kind: CaseKind, stage: &str) -> Message {
    let known = match kind {
        CaseKind::Petition => domain::petition::Stage::parse(stage).map(domain::petition::Stage::message),
        CaseKind::WorkOrder => domain::work_order::Stage::parse(stage).map(domain::work_order::Stage::message),
        CaseKind::Obstruction => domain::obstruction::Stage::parse(stage).map(domain::obstruction::Stage::message),
        CaseKind::Find => domain::proactive::Stage::parse(stage).map(domain::proactive::Stage::message),
        CaseKind::Supervision => domain::supervision::Stage::parse(stage).map(domain::supervision::Stage::message),
        CaseKind::Advice => domain::advice::Stage::parse(stage).map(domain::advice::Stage::message),
        CaseKind::Meeting => domain::meeting::Stage::parse(stage).map(domain::meeting::Stage::message),
        CaseKind::Whistleblow => domain::whistleblow::Stage::parse(stage).map(domain::whistleblow::Stage::message),
        CaseKind::Mediation => domain::mediation::Stage::parse(stage).map(domain::mediation::Stage::message),
        CaseKind::Review => domain::review::Stage::parse(stage).map(domain::review::Stage::message),
        CaseKind::Suggestion => domain::suggestion::Stage::parse(stage).map(domain::suggestion::Stage::message),
        CaseKind::Cluster => domain::cluster::Stage::parse(stage).map(domain::cluster::Stage::message),
    };
    known.unwrap_or_else(|| Message::new(stage))
}

/// A row keeps the name of the resolution only; a promised one is said without its day.
fn resolution(row: &MatterRow, locale: Locale) -> Coded {
    let key = domain::names::key_of("resolution", &row.resolution);
    Coded::new(row.resolution.clone(), &Message::new(key).with("due", ""), locale)
}
