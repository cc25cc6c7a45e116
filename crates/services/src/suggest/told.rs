//! What a matter tells, whatever its kind.

use domain::{
    case::{CaseKind, MatterType},
    dispatch::CategoryPath,
    petition::Petition,
    work_order::WorkOrder,
};
use jiff::Timestamp;
use kernel::{DivisionCode, OrgId, Refusal};
use store::Tx;

use crate::{
    error::Error,
    matter::{self, MatterRow},
};

/// The text of a matter with what a suggestion may look at besides. Nothing of the person.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) title: String,
    pub(super) facts: String,
    /// Number and text.
    pub(super) claims: Vec<(u16, String)>,
    pub(super) division: DivisionCode,
    pub(super) respondent: Option<OrgId>,
    /// The category on record, when there is one.
    pub(super) category: Option<CategoryPath>,
    pub(super) matter_type: MatterType,
    pub(super) received_at: Timestamp,
}

impl Told {
    /// Story and claims, the claims first: they say what it is about.
    pub(super) fn text(&self) -> String {
        let claims = self.claims.iter().map(|(_, text)| text.as_str());
        claims.chain([self.facts.as_str()]).collect::<Vec<_>>().join("\n")
    }
}

/// Reads what the matter of `row` tells.
pub(super) fn load(tx: &mut Tx, row: &MatterRow) -> Result<Told, Error> {
    match row.kind() {
        CaseKind::Petition => {
            let loaded = matter::load::<Petition>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
            Ok(of_petition(loaded.state))
        }
        CaseKind::WorkOrder => {
            let loaded = matter::load::<WorkOrder>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
            Ok(of_order(loaded.state))
        }
        // A report about a unit's conduct goes over its head by rule; there is nothing to suggest.
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Suggestion
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => Err(Refusal::not_permitted().into()),
    }
}

fn of_petition(petition: Petition) -> Told {
    Told {
        title: petition.title.to_string(),
        facts: petition.facts.to_string(),
        claims: petition.live_claims().map(|claim| (claim.no, claim.plainly().to_string())).collect(),
        division: petition.division,
        respondent: petition.respondent,
        category: petition.category.and_then(|path| CategoryPath::parse(path.as_str()).ok()),
        matter_type: petition.matter_type,
        received_at: petition.received_at,
    }
}

fn of_order(order: WorkOrder) -> Told {
    Told {
        title: order.title.to_string(),
        facts: order.facts.to_string(),
        claims: vec![],
        division: order.division,
        respondent: order.respondent,
        category: order.category.and_then(|path| CategoryPath::parse(path.as_str()).ok()),
        matter_type: MatterType::AppealClaim,
        received_at: order.received_at,
    }
}
