//! One row of the table of cases.

use domain::{access::MatterFacts, case::CaseKind, deadline::Due};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, DivisionCode, Fault, OrgId, PersonId, UserId};
use store::Row;

/// The columns that lists and access rules read; in this order.
pub(crate) const COLUMNS: &str = "m.region, m.id, m.kind, m.number, m.title, m.division, m.channel, m.matter_type, \
     m.category, m.bureau_id, m.holder_id, m.turn_id, m.handler_id, m.drafter_id, m.checker_id, m.agent_id, m.mandate_until, \
     m.respondent_id, m.assisting, m.barred, m.respondent_heard, m.registrar_id, m.leader_id, m.sealed, m.keepers, m.limited, m.petitioner_id, m.stage, m.is_over, m.resolution, \
     m.claims, m.claims_confirmed, m.hops, m.received_at, m.registered_at, m.updated_at, m.due_at, m.due, m.version";

/// A case as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatterRow {
    /// Distribution column.
    pub region: String,
    /// Number.
    pub number: CaseNumber,
    /// One line.
    pub title: String,
    /// How it came.
    pub channel: String,
    /// Legal type.
    pub matter_type: String,
    /// Category path.
    pub category: Option<String>,
    /// Its relations, as access rules see them.
    pub facts: MatterFacts,
    /// Whose turn it is.
    pub turn: OrgId,
    /// The petitioner.
    pub petitioner: PersonId,
    /// The procedure axis.
    pub stage: String,
    /// The procedure has ended.
    pub is_over: bool,
    /// The substance axis.
    pub resolution: String,
    /// How many claims.
    pub claims: u32,
    /// How many she confirmed as solved.
    pub confirmed: u32,
    /// How often it changed hands.
    pub hops: u32,
    /// When it was received.
    pub received_at: Timestamp,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// The most urgent open clock.
    pub due: Option<Due>,
    /// Sort key of urgency: microseconds, the largest for none.
    pub due_key: i64,
    /// The number of events.
    pub version: i64,
}

impl MatterRow {
    /// The case.
    #[must_use]
    pub fn id(&self) -> CaseId {
        self.facts.case
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> CaseKind {
        self.facts.kind
    }

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let due = row.get::<Option<String>>("due")?;
        Ok(Self {
            region: row.get("region")?,
            number: row.parse("number", |text| CaseNumber::parse(text).ok())?,
            title: row.get("title")?,
            channel: row.get("channel")?,
            matter_type: row.get("matter_type")?,
            category: row.get("category")?,
            facts: read_facts(row)?,
            turn: row.get("turn_id")?,
            petitioner: row.get("petitioner_id")?,
            stage: row.get("stage")?,
            is_over: row.get("is_over")?,
            resolution: row.get("resolution")?,
            claims: row.get("claims")?,
            confirmed: row.get("claims_confirmed")?,
            hops: row.get("hops")?,
            received_at: row.get("received_at")?,
            registered_at: row.get("registered_at")?,
            updated_at: row.get("updated_at")?,
            due: due
                .map(|text| serde_json::from_str(&text))
                .transpose()
                .map_err(|error| Fault::inconsistent("matter.due", error))?,
            due_key: row.get("due_at")?,
            version: row.get("version")?,
        })
    }
}

fn read_facts(row: &Row<'_>) -> Result<MatterFacts, Fault> {
    Ok(MatterFacts {
        case: row.get("id")?,
        kind: row.parse("kind", CaseKind::parse)?,
        division: row.parse("division", |text| DivisionCode::parse(text).ok())?,
        bureau: row.get("bureau_id")?,
        holder: row.get::<Option<OrgId>>("holder_id")?,
        handler: row.get::<Option<UserId>>("handler_id")?,
        drafter: row.get::<Option<UserId>>("drafter_id")?,
        checker: row.get::<Option<UserId>>("checker_id")?,
        agent: row.get::<Option<UserId>>("agent_id")?,
        mandate_until: row.get::<Option<Timestamp>>("mandate_until")?,
        respondent: row.get::<Option<OrgId>>("respondent_id")?,
        assisting: read_ids("matter.assisting", row.get::<Option<String>>("assisting")?.as_deref())?,
        barred: read_ids("matter.barred", row.get::<Option<String>>("barred")?.as_deref())?,
        respondent_heard: row.get("respondent_heard")?,
        registrar: row.get::<Option<UserId>>("registrar_id")?,
        leader: row.get::<Option<UserId>>("leader_id")?,
        sealed: row.get("sealed")?,
        keepers: read_ids("matter.keepers", row.get::<Option<String>>("keepers")?.as_deref())?,
        limited: row.get("limited")?,
    })
}

/// Ids as the columns `assisting` and `barred` hold them.
pub(super) fn write_ids<T: std::fmt::Display>(ids: impl Iterator<Item = T>) -> Option<String> {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn read_ids<T: std::str::FromStr>(name: &'static str, column: Option<&str>) -> Result<Vec<T>, Fault> {
    let ids = column.unwrap_or_default().split_whitespace();
    ids.map(|id| id.parse().map_err(|_| Fault::inconsistent(name, "not an id"))).collect()
}
