//! What a petitioner asks of her case.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use domain::{access::Subject, case::CaseKind, obstruction, petition, work_order};
use kernel::{Locale, Refusal};
use services::{matter::act_as_petitioner, petition::Act};

use crate::api::{
    auth::Her,
    commands::{Outcome, changed_since},
    headers::etag,
    problem::Problem,
    state::Api,
};

/// The same wish as a command to either kind of case; `None` where that kind does not know it.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    /// To a petition.
    pub(crate) petition: Option<petition::Command>,
    /// To a work order.
    pub(crate) order: Option<work_order::Command>,
    /// To a report over a unit's head.
    pub(crate) report: Option<obstruction::Command>,
}

impl Wish {
    /// A wish to a petition; what adds words to it can also be added to a report.
    pub(super) fn petition(act: Act) -> Self {
        let command = match act {
            Act::Command(command) => Some(command),
            Act::Sign
            | Act::SignAnew { .. }
            | Act::Mandate(_)
            | Act::Designate { .. }
            | Act::MoveToSuggestion { .. }
            | Act::ProposeFinality { .. } => None,
        };
        let report = match &command {
            Some(petition::Command::AddMaterial { note, .. }) => Some(obstruction::Command::Add { note: note.clone() }),
            _ => None,
        };
        // What she gave to an agent beside an order she takes back the same way.
        let order = match &command {
            Some(petition::Command::RevokeMandate { reason }) => {
                Some(work_order::Command::RevokeMandate { reason: reason.clone() })
            }
            _ => None,
        };
        Self { petition: command, order, report }
    }
}

/// Carries a wish out and tells how the case stands.
pub(super) async fn ask(
    api: &Api,
    her: Her,
    expected: Option<i64>,
    locale: Locale,
    wish: Wish,
) -> Result<Response, Problem> {
    let asked = api.app.write({
        let her = her.clone();
        move |tx, kit, ctx| {
            let unknown = Refusal::not_permitted;
            match her.row(tx)?.kind() {
                CaseKind::Petition => {
                    let command = wish.petition.as_ref().ok_or_else(unknown)?;
                    Ok(Outcome::of(&act_as_petitioner(tx, kit, ctx, &her.access, expected, command)?))
                }
                CaseKind::WorkOrder => {
                    let command = wish.order.as_ref().ok_or_else(unknown)?;
                    Ok(Outcome::of(&act_as_petitioner(tx, kit, ctx, &her.access, expected, command)?))
                }
                CaseKind::Find
                | CaseKind::Supervision
                | CaseKind::Advice
                | CaseKind::Meeting
                | CaseKind::Review
                | CaseKind::Suggestion
                | CaseKind::Mediation
                | CaseKind::Cluster
                | CaseKind::Whistleblow => Err(unknown().into()),
                CaseKind::Obstruction => {
                    let command = wish.report.as_ref().ok_or_else(unknown)?;
                    Ok(Outcome::of(&act_as_petitioner(tx, kit, ctx, &her.access, expected, command)?))
                }
            }
        }
    });
    match asked.await {
        // Who handles it is the office's to tell.
        Ok(outcome) => Ok(([etag(outcome.version)], Json(Outcome { handler: None, ..outcome })).into_response()),
        Err(services::Error::Fault(fault)) => Err(fault.into()),
        Err(error) => Err(explain(api, her, expected, locale, error).await?),
    }
}

async fn explain(
    api: &Api,
    her: Her,
    expected: Option<i64>,
    locale: Locale,
    error: services::Error,
) -> Result<Problem, Problem> {
    let mut error = Some(error);
    let id = her.access.case();
    let explained = api.app.read(move |tx, _, _| {
        // The closure runs once: a question on a snapshot meets no conflict.
        let error = error.take().unwrap_or_else(|| Refusal::not_permitted().into());
        changed_since(tx, &Subject::Petitioner(id), id, expected, locale, error)
    });
    Ok(explained.await?)
}
