//! `/desk/matters/{id}/do/{command}`: what can be done to a petition, one form a command.

mod agency;
mod anew;
mod answering;
mod assistance;
mod claims;
mod effects;
mod execution;
mod forwarding;
mod handling;
mod intake;
pub(super) mod read;
mod remedy;
pub(super) mod units;

pub(super) use agency::choice;
pub(super) use answering::{PROMISES, promise_field};

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::Subject,
    escalation::Rising as _,
    people::Role,
    petition::{Command, CommandKind as K, Stage},
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Refusal};
use services::{
    Error, Kit, matter,
    matter::Looked,
    network, people,
    petition::{Act, CaseView, open_case},
    timeline::Item,
};
use store::Tx;

use super::{
    Desk,
    act::{self, Choices, Context, Effects, Life, Panel, Scene},
    case,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
};

pub(super) use effects::clocks as starts_and_stops;
pub(super) use forwarding::{bars, read_dispatch};
pub(super) use intake::{fill as fill_triage, read_triage};

/// `GET`.
pub(super) async fn get(desk: Desk, Path((id, command)): Path<(String, String)>) -> Result<Response, Problem> {
    // Decisions with a page of their own.
    let own = match command.as_str() {
        "save-draft" => Some("opinions"),
        "follow-up" => Some("follow-up"),
        _ => None,
    };
    match own {
        Some(page) => Ok(Redirect::to(&desk.onwards(&format!("/desk/{page}/{id}"), &[])).into_response()),
        None => act::get::<Petitions>(desk, id, command).await,
    }
}

/// `POST`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let with_files = command == "add-material" && (sent.file_count() > 0 || !sent.raw("kept").is_empty());
    if with_files {
        Box::pin(super::files::post(desk, id, sent)).await
    } else {
        Box::pin(act::post::<Petitions>(desk, id, command, sent)).await
    }
}

/// Whether the desk read the claims anew.
fn reads_claims(act: &Act) -> bool {
    let Act::Command(command) = act else { return false };
    matches!(command.kind(), K::RephraseClaim | K::SplitClaim | K::JoinClaims | K::SeparateClaim | K::AddClaim)
}

/// The life cycle of petitions.
pub(super) struct Petitions;

pub(super) type PetitionScene = Scene<Petitions>;

impl Life for Petitions {
    type View = CaseView;
    type Kind = K;
    type Act = Act;

    const BASE: &'static str = "/desk/matters";

    fn open(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, looked: &Looked) -> Result<CaseView, Error> {
        open_case(tx, kit, ctx, subject, looked)
    }

    fn choices(tx: &mut Tx, kit: &Kit, ctx: &Ctx, view: &CaseView, kind: K) -> Result<Choices, Error> {
        let division = &view.state.division;
        let orgs = match kind {
            K::Forward | K::ApproveObjection | K::DecideDispute | K::Triage | K::AskAssistance => {
                units::around(tx, division, ctx.today())?
            }
            K::ReportUp | K::RaiseDispute => units::above(tx, division, ctx.today())?,
            K::Raise => services::oversight::targets(tx, ctx, view.state.lead())?,
            _ => vec![],
        };
        let colleagues = match kind {
            K::Accept | K::Reassign => {
                let mut all = people::with_role(tx, view.state.holder(), Role::UnitHandler, ctx.today())?;
                let leaders = people::with_role(tx, view.state.holder(), Role::UnitLeader, ctx.today())?;
                all.extend(
                    leaders.into_iter().filter(|one| all.iter().all(|known| known.id != one.id)).collect::<Vec<_>>(),
                );
                all
            }
            _ => vec![],
        };
        let agents = match kind {
            K::GiveMandate | K::Designate => {
                let language = services::petition::language(tx, &division.region(), view.state.petitioner)?;
                let language = language.is_vertical().then_some(domain::network::Language::Mongolian);
                network::choices(tx, kit, ctx, network::For { place: division, grid: view.state.grid, language })?
            }
            _ => vec![],
        };
        let files = match kind {
            K::RecordExecution => services::petition::evidence_of(tx, kit, &division.region(), view.state.id)?,
            _ => vec![],
        };
        Ok(Choices { orgs, colleagues, agents, files })
    }

    fn kinds() -> &'static [K] {
        K::ALL
    }

    fn key(kind: K) -> String {
        kind.key()
    }

    fn allowed(view: &CaseView) -> Vec<(K, Option<Refusal>)> {
        view.allowed.iter().map(|possible| (possible.row.command, possible.not_yet.clone())).collect()
    }

    fn binds(kind: K) -> bool {
        matches!(
            kind,
            K::NotAccept
                | K::ConfirmFinality
                | K::AskAssistance
                | K::EndAssistance
                | K::NoteRemedy
                | K::Forward
                | K::ReportUp
                | K::Object
                | K::RejectObjection
                | K::ApproveObjection
                | K::RaiseDispute
                | K::DecideDispute
                | K::Accept
                | K::HandoffAccepted
                | K::GrantExtension
                | K::DeclineExtension
                | K::Sign
                | K::Serve
                | K::RecordExecution
                | K::VerifyExecution
                | K::ChooseSimple
                | K::EndSimple
                | K::Close
                | K::Settle
                | K::Raise
                | K::BringDown
                | K::Reopen
                | K::GiveMandate
                | K::RevokeMandate
                | K::Designate
                | K::DecideRecusal
        )
    }

    fn bare(kind: K) -> Option<Act> {
        Some(match kind {
            K::Check => Command::Check.into(),
            K::Close => Command::Close.into(),
            K::Settle => Command::Settle.into(),
            K::Archive => Command::Archive.into(),
            K::GrantExtension => Command::GrantExtension.into(),
            K::ConfirmFinality => Command::ConfirmFinality.into(),
            K::DropFinality => Command::DropFinality.into(),
            K::Nudge => Command::Nudge.into(),
            K::Sign => Act::Sign,
            _ => return None,
        })
    }

    fn bare_in(kind: K, scene: &PetitionScene) -> Option<Act> {
        // An answer given anew may look like the old one: then whoever signs says what is new.
        Self::bare(kind).filter(|_| kind != K::Sign || scene.view.state.to_redo().is_none())
    }

    fn fill(kind: K, scene: &PetitionScene, form: Form) -> Form {
        match kind {
            K::Triage => intake::fill(scene, form),
            K::RephraseClaim | K::SplitClaim | K::SeparateClaim => claims::fill(kind, scene, form),
            K::AskAssistance => form.filled("due", units::in_a_while(scene.now)),
            K::Accept => handling::fill(scene, form),
            K::SaveDraft => answering::fill(scene, form),
            K::Serve => form.filled("on", kernel::beijing_date(scene.now).to_string()),
            _ => form,
        }
    }

    fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
        match kind {
            K::Triage | K::NotAccept | K::ProposeFinality | K::ConfirmFinality | K::DropFinality => {
                intake::panel(kind, scene, form)
            }
            K::RephraseClaim | K::SplitClaim | K::JoinClaims | K::SeparateClaim | K::AddClaim => {
                claims::panel(kind, scene, form)
            }
            K::RecordExecution | K::VerifyExecution | K::ChooseSimple | K::EndSimple => {
                execution::panel(kind, scene, form)
            }
            K::AskAssistance | K::EndAssistance => assistance::panel(kind, scene, form),
            K::NoteRemedy | K::TakeRemedy | K::DropRemedy => remedy::panel(kind, scene, form),
            K::RecordCare => anew::care_panel(scene, form),
            K::Forward
            | K::ReportUp
            | K::Object
            | K::RejectObjection
            | K::ApproveObjection
            | K::RaiseDispute
            | K::Raise
            | K::Redo
            | K::BringDown
            | K::DecideDispute => forwarding::panel(kind, scene, form),
            K::SaveDraft
            | K::Check
            | K::ReturnDraft
            | K::Sign
            | K::Serve
            | K::ClosingReport
            | K::Close
            | K::Settle
            | K::Archive
            | K::Reopen => answering::panel(kind, scene, form),
            K::GiveMandate | K::RevokeMandate | K::Designate | K::DeclareInterest | K::DecideRecusal => {
                agency::panel(kind, scene, form)
            }
            _ => handling::panel(kind, scene, form),
        }
    }

    fn read(kind: K, scene: &PetitionScene, sent: &Submission) -> Result<Act, FormErrors> {
        let command = match kind {
            K::Sign => return anew::read_sign(sent),
            K::ProposeFinality => return intake::read_finality(sent),
            K::RecordCare => return anew::read_care(scene, sent),
            K::GiveMandate | K::RevokeMandate | K::Designate | K::DeclareInterest | K::DecideRecusal => {
                return agency::read(kind, sent);
            }
            K::Triage | K::NotAccept => intake::read(kind, sent),
            K::RephraseClaim | K::SplitClaim | K::JoinClaims | K::SeparateClaim | K::AddClaim => {
                claims::read(kind, sent)
            }
            K::RecordExecution | K::VerifyExecution | K::ChooseSimple | K::EndSimple => {
                execution::read(kind, scene, sent)
            }
            K::AskAssistance | K::EndAssistance => assistance::read(kind, scene, sent),
            K::NoteRemedy | K::TakeRemedy | K::DropRemedy => remedy::read(kind, scene, sent),
            K::Forward
            | K::ReportUp
            | K::Object
            | K::RejectObjection
            | K::ApproveObjection
            | K::RaiseDispute
            | K::Raise
            | K::Redo
            | K::BringDown
            | K::DecideDispute => forwarding::read(kind, scene, sent),
            K::SaveDraft | K::ReturnDraft | K::Serve | K::ClosingReport | K::Reopen => {
                answering::read(kind, scene, sent)
            }
            _ => handling::read(kind, scene, sent),
        };
        command.map(Act::from)
    }

    fn try_out(scene: &PetitionScene, kit: &Kit, ctx: &Ctx, subject: &Subject, act: &Act) -> Result<Effects, Refusal> {
        effects::of(scene, kit, ctx, subject, act)
    }

    fn act(
        tx: &mut Tx,
        kit: &Kit,
        ctx: &Ctx,
        subject: &Subject,
        id: CaseId,
        expected: i64,
        act: &Act,
    ) -> Result<Option<String>, Error> {
        let after = services::petition::act(tx, kit, ctx, subject, id, Some(expected), act)?;
        // What leaves our hands leaves our sight: the inbox comes next when the case can no longer be opened.
        let row = matter::find_by_id(tx, after.id)?;
        let visible = row.is_some_and(|row| {
            domain::access::permit::<domain::access::actions::ReadMatter>(subject, &row.facts).is_ok()
        });
        if !visible {
            return Ok(Some("/desk?done=left".to_owned()));
        }
        // Whoever orders the claims is on her way to send the matter on.
        Ok((reads_claims(act) && after.stage() == Stage::Registered)
            .then(|| format!("/desk/triage/{}?claims=read", after.id)))
    }

    fn context(view: &CaseView, t: Say, now: Timestamp) -> Context {
        case::context(view, t, now)
    }

    fn timeline(view: &CaseView) -> &[Item] {
        &view.timeline
    }

    fn version(view: &CaseView) -> i64 {
        view.row.version
    }
}
