//! A case opened by a member of staff: the look is put on record first.

use domain::{
    access::{self, actions::RevealIdentity},
    case::CaseKind,
};
use kernel::{CaseId, Locale};
use services::{matter, petition::open_case, work_order::open_order};

use crate::api::{auth::Staff, problem::Problem, state::Api, wire::view::MatterView};

/// The id in a path; one that cannot be is answered like one that is not there.
pub(super) fn id(text: &str) -> Result<CaseId, Problem> {
    text.parse().map_err(|_| Problem::hidden())
}

/// Opens a case as far as `staff` may see it.
pub(super) async fn open(api: &Api, staff: &Staff, id: CaseId, locale: Locale) -> Result<MatterView, Problem> {
    let subject = staff.subject.clone();
    let looked = api.app.write(move |tx, _, ctx| matter::look(tx, ctx, &subject, id)).await;
    let looked = looked.map_err(|error| Problem::from(error).hide())?;
    let subject = staff.subject.clone();
    let read = api.app.read(move |tx, kit, ctx| match looked.row().kind() {
        CaseKind::Petition => Ok(MatterView::petition(&open_case(tx, kit, ctx, &subject, &looked)?, locale)),
        CaseKind::WorkOrder => {
            let view = open_order(tx, kit, ctx, &subject, &looked)?;
            let may_reveal = access::permit::<RevealIdentity>(&subject, &view.row.facts).is_ok();
            Ok(MatterView::order(&view, may_reveal, locale))
        }
        // Never looked at by this action.
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Suggestion
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => Err(kernel::Refusal::not_permitted().into()),
    });
    read.await.map_err(|error| Problem::from(error).hide())
}
