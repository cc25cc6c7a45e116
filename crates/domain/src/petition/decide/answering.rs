//! The answer: draft, two signatures, service, execution, closing.

use kernel::{ClaimId, Refusal, Text};

use crate::{
    case::{OpinionResult, StatutoryRoute},
    env::Env,
    lifecycle::ClockMove,
    petition::{
        commands::{Command, DraftAnswer, Serve},
        events::{Event, Fact},
        model::{Draft, Petition, Procedure},
        rules,
        transitions::CommandKind,
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::SaveDraft { findings, answers, submit } => save_draft(petition, findings, answers, *submit),
        Command::Check => {
            let draft = draft(petition)?;
            rules::drafter_does_not_check(draft.by, env.actor)?;
            answered(petition, draft)?;
            Ok(vec![Event::of(Fact::DraftChecked)])
        }
        Command::ReturnDraft { reason } => Ok(vec![Event::of(Fact::DraftReturned { reason: reason.clone() })]),
        Command::Sign { number } => sign(petition, number, env),
        Command::Serve(serve) => record_service(petition, serve, env),
        Command::ClosingReport { text } => {
            if petition.running("FEEDBACK_CUSTOM").is_none() {
                return Err(Refusal::rule("no-report-asked", "R-033", "A22_1"));
            }
            Ok(vec![Event {
                fact: Fact::ClosingReported { text: text.clone() },
                clocks: petition.stop_for(CommandKind::ClosingReport, env.now()),
            }])
        }
        Command::RecordExecution { claim, evidence } => {
            let open = petition
                .claims
                .iter()
                .any(|c| c.id == *claim && c.execution.as_ref().is_some_and(|execution| execution.done.is_none()));
            if !open {
                return Err(Refusal::invalid("claim", "claim-nothing-promised"));
            }
            Ok(vec![Event::of(Fact::Executed { claim: *claim, evidence: evidence.clone() })])
        }
        Command::Close => {
            rules::closing_conditions(petition, env.now())?;
            Ok(vec![Event { fact: Fact::Closed, clocks: petition.stop_for(CommandKind::Close, env.now()) }])
        }
        _ => {
            rules::handoffs_are_accepted(petition)?;
            Ok(vec![Event::of(Fact::Archived)])
        }
    }
}

fn draft(petition: &Petition) -> Result<&Draft, Refusal> {
    petition.handling_or_refuse()?.draft.as_ref().ok_or_else(|| Refusal::rule("no-draft", "R-064", "A32"))
}

fn answered(petition: &Petition, draft: &Draft) -> Result<(), Refusal> {
    let ids: Vec<ClaimId> = draft.answers.iter().map(|(id, _)| *id).collect();
    rules::every_claim_is_answered(petition, &ids)
}

fn save_draft(
    petition: &Petition,
    findings: &Text<10000>,
    answers: &[DraftAnswer],
    submit: bool,
) -> Result<Vec<Event>, Refusal> {
    for answer in answers {
        let claim = petition.claims.iter().find(|claim| claim.id == answer.claim);
        match claim {
            None => return Err(Refusal::invalid("answers", "claim-unknown")),
            Some(claim) if claim.route != Some(StatutoryRoute::PetitionProcedure) => {
                return Err(Refusal::rule("claim-routed-elsewhere", "R-023", "A31")
                    .on("answers")
                    .with("claim", claim.no));
            }
            Some(claim) => promise_fits(claim.no, answer)?,
        }
    }
    if submit {
        let ids: Vec<ClaimId> = answers.iter().map(|answer| answer.claim).collect();
        rules::every_claim_is_answered(petition, &ids)?;
    }
    let answers = answers.iter().map(|answer| (answer.claim, answer.answer.clone())).collect();
    Ok(vec![Event::of(Fact::DraftSaved { findings: findings.clone(), answers, submitted: submit })])
}

/// Article 32.2: what is supported says who does what until when; what is not promises nothing.
fn promise_fits(no: u16, answer: &DraftAnswer) -> Result<(), Refusal> {
    let supported = matches!(answer.answer.result, OpinionResult::Support | OpinionResult::Partial);
    if supported == answer.answer.promise.is_some() {
        return Ok(());
    }
    let code = if supported { "support-needs-promise" } else { "promise-without-support" };
    Err(Refusal::rule(code, "R-065", "A32").on("answers").with("claim", no))
}

fn sign(petition: &Petition, number: &Text<60>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let handling = petition.handling_or_refuse()?;
    let draft = draft(petition)?;
    let Some((checker, _)) = draft.checked else {
        return Err(Refusal::rule("not-checked", "R-064", "A32"));
    };
    rules::two_people_sign(draft.by, handling.handler, checker, env.actor)?;
    answered(petition, draft)?;
    Ok(vec![Event {
        fact: Fact::OpinionIssued { number: number.clone() },
        clocks: petition.stop_for(CommandKind::Sign, env.now()),
    }])
}

fn record_service(petition: &Petition, serve: &Serve, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let Procedure::OpinionIssued { opinion, .. } = &petition.procedure else {
        return Err(Refusal::rule("not-signed", "R-080", "A35"));
    };
    rules::service_day_is_honest(serve.on, opinion.at, serve.late_entry_reason.is_some(), env.now())?;
    // The window opens with the day of service (T-09), whenever it was recorded.
    let served_at = if serve.on == env.ctx.today() { env.now() } else { kernel::beijing_noon(serve.on) };
    let window = env.start_clock("REVIEW_REQUEST_30D", served_at, None)?;
    Ok(vec![Event {
        fact: Fact::Served {
            method: serve.method,
            on: serve.on,
            evidence: serve.evidence.clone(),
            late_entry_reason: serve.late_entry_reason.clone(),
        },
        clocks: vec![ClockMove::Started(window)],
    }])
}
