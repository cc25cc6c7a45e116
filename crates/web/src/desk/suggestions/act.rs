//! What is done with a suggestion: one address for each command, one form at a time.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{suggestion::CommandKind, transition::Who};
use kernel::CaseId;
use services::{Error, suggestion};

use super::{form, page};
use crate::{
    desk::Desk,
    forms::{FormErrors, Submission},
    problem::Problem,
};

/// The command whose name stands in the address; hers are given on her own page.
pub(super) fn kind_of(name: &str) -> Option<CommandKind> {
    let of_an_office = |kind: CommandKind| {
        let who = domain::suggestion::transition(kind).who;
        who.iter().any(|who| !matches!(who, Who::Petitioner | Who::Agent | Who::System))
    };
    CommandKind::ALL.iter().copied().find(|kind| slug(*kind) == name && of_an_office(*kind))
}

/// `take-up`.
pub(super) fn slug(kind: CommandKind) -> String {
    kind.key().trim_start_matches("command-suggestion-").to_owned()
}

/// `POST /desk/suggestions/{id}/do/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let kind = kind_of(&command).ok_or(Problem::NotFound)?;
    let loaded = page::load(&desk, &id).await?;
    let mut reader = sent.reader();
    let asked = form::read(kind, &loaded.view.state, &mut reader);
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(asked) {
        Ok(act) => {
            let write = desk.write(move |tx, kit, ctx, subject| {
                let after = suggestion::act(tx, kit, ctx, subject, case, seen, &act)?;
                let row = services::matter::find_by_id(tx, case)?;
                let reads = row.is_some_and(|row| {
                    domain::access::permit_dynamic(subject, domain::access::Action::ReadMatter, &row.facts).is_ok()
                });
                Ok((after.version, reads))
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok((_, true)) => Ok(Redirect::to(&format!("/desk/suggestions/{id}?done={command}")).into_response()),
        // It went to another office: whoever sent it may not see it any more.
        Ok((_, false)) => Ok(Redirect::to("/desk").into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            desk.visit.page_failed(&page::page(&desk, &loaded, &form, Some(kind), None))
        }
    }
}
