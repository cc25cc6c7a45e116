//! The life cycles in which a unit can say that it is not its matter.

use domain::{
    case::Hop,
    deadline::{Clock, Derivation},
    petition, work_order,
};
use jiff::Timestamp;
use kernel::{CaseId, OrgId, Text, UserId};
use services::{petition::CaseView, timeline::Names, work_order::OrderView};

use crate::desk::{
    act::Life,
    petition::Petitions,
    work_order::{OrderAct, Orders},
};

/// What the unit says.
pub(super) struct Objection {
    pub(super) reason: String,
    pub(super) basis: Option<String>,
    pub(super) by: UserId,
    pub(super) at: Timestamp,
}

/// A life cycle in which a unit can say that it is not its matter.
pub(super) trait Contested: Life {
    /// Who sends it elsewhere, and who lets it stay.
    const APPROVE: Self::Kind;
    const REJECT: Self::Kind;
    /// Who brings it before the common superior; orders rise another way.
    const RAISE: Option<Self::Kind>;

    fn objection(view: &Self::View) -> Option<Objection>;
    fn hops(view: &Self::View) -> &[Hop];
    fn hop_count(view: &Self::View) -> usize;
    fn respondent(view: &Self::View) -> Option<OrgId>;
    fn holder(view: &Self::View) -> OrgId;
    fn category(view: &Self::View) -> Option<&str>;
    fn names(view: &Self::View) -> &Names;
    fn staff(view: &Self::View) -> String;
    fn clocks(view: &Self::View) -> Vec<(&Clock, &Derivation)>;
    fn approve(to: OrgId, reason: Text<2000>) -> Self::Act;
    fn reject(reason: Text<2000>) -> Self::Act;
    fn id(view: &Self::View) -> CaseId;
}

impl Contested for Petitions {
    const APPROVE: petition::CommandKind = petition::CommandKind::ApproveObjection;
    const REJECT: petition::CommandKind = petition::CommandKind::RejectObjection;
    const RAISE: Option<petition::CommandKind> = Some(petition::CommandKind::RaiseDispute);

    fn objection(view: &CaseView) -> Option<Objection> {
        let petition::Procedure::Objected { objection, .. } = &view.state.procedure else { return None };
        Some(Objection {
            reason: objection.reason.to_string(),
            basis: objection.basis.as_ref().map(ToString::to_string),
            by: objection.by,
            at: objection.at,
        })
    }

    fn hops(view: &CaseView) -> &[Hop] {
        &view.state.hops
    }

    fn hop_count(view: &CaseView) -> usize {
        view.state.hop_count()
    }

    fn respondent(view: &CaseView) -> Option<OrgId> {
        view.state.respondent
    }

    fn holder(view: &CaseView) -> OrgId {
        view.state.holder()
    }

    fn category(view: &CaseView) -> Option<&str> {
        view.state.category.as_ref().map(kernel::Text::as_str)
    }

    fn names(view: &CaseView) -> &Names {
        &view.names
    }

    fn staff(view: &CaseView) -> String {
        Self::objection(view).and_then(|objection| view.staff.get(&objection.by).cloned()).unwrap_or_default()
    }

    fn clocks(view: &CaseView) -> Vec<(&Clock, &Derivation)> {
        view.clocks.iter().map(|one| (&one.clock, &one.derivation)).collect()
    }

    fn approve(to: OrgId, reason: Text<2000>) -> Self::Act {
        petition::Command::ApproveObjection { to, reason }.into()
    }

    fn reject(reason: Text<2000>) -> Self::Act {
        petition::Command::RejectObjection { reason }.into()
    }

    fn id(view: &CaseView) -> CaseId {
        view.state.id
    }
}

impl Contested for Orders {
    const APPROVE: work_order::CommandKind = work_order::CommandKind::ApproveObjection;
    const REJECT: work_order::CommandKind = work_order::CommandKind::RejectObjection;
    const RAISE: Option<work_order::CommandKind> = None;

    fn objection(view: &OrderView) -> Option<Objection> {
        let work_order::Order::Objected { objection, .. } = &view.state.order else { return None };
        Some(Objection { reason: objection.reason.to_string(), basis: None, by: objection.by, at: objection.at })
    }

    fn hops(view: &OrderView) -> &[Hop] {
        &view.state.hops
    }

    fn hop_count(view: &OrderView) -> usize {
        view.state.hop_count()
    }

    fn respondent(view: &OrderView) -> Option<OrgId> {
        view.state.respondent
    }

    fn holder(view: &OrderView) -> OrgId {
        view.state.holder()
    }

    fn category(view: &OrderView) -> Option<&str> {
        view.state.category.as_ref().map(kernel::Text::as_str)
    }

    fn names(view: &OrderView) -> &Names {
        &view.names
    }

    fn staff(view: &OrderView) -> String {
        Self::objection(view).and_then(|objection| view.staff.get(&objection.by).cloned()).unwrap_or_default()
    }

    fn clocks(view: &OrderView) -> Vec<(&Clock, &Derivation)> {
        view.clocks.iter().map(|(clock, why)| (clock, why)).collect()
    }

    fn approve(to: OrgId, reason: Text<2000>) -> OrderAct {
        OrderAct::Command(work_order::Command::ApproveObjection { to, reason })
    }

    fn reject(reason: Text<2000>) -> OrderAct {
        OrderAct::Command(work_order::Command::RejectObjection { reason })
    }

    fn id(view: &OrderView) -> CaseId {
        view.state.id
    }
}
