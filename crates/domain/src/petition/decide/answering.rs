//! The answer: draft, two signatures, service, execution, closing.

use kernel::{ClaimId, Refusal, Text};

use super::execution;
use crate::{
    case::{ServiceMethod, StatutoryRoute},
    env::Env,
    lifecycle::{ClockMove, a_person},
    mandate::{Power, rules as mandate_rules},
    petition::{
        commands::{Command, DraftAnswer, Serve},
        events::{Event, Fact},
        look_back,
        model::{Draft, Handling, Petition, Procedure},
        rules, simple,
        transitions::CommandKind,
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::SaveDraft { findings, answers, submit } => save_draft(petition, findings, answers, *submit, env),
        Command::Check => {
            let (handling, draft) = draft(petition, CommandKind::Check)?;
            rules::drafter_does_not_check(draft.by, handling.handler, env.actor)?;
            answered(petition, draft)?;
            Ok(vec![Event::of(Fact::DraftChecked)])
        }
        Command::ReturnDraft { reason } => Ok(vec![Event::of(Fact::DraftReturned { reason: reason.clone() })]),
        Command::Sign { number, differs } => sign(petition, number, differs.as_ref(), env),
        Command::Serve(serve) => record_service(petition, serve, env),
        Command::ClosingReport { text } => closing_report(petition, text, env),
        Command::Close => {
            rules::closing_conditions(petition, env.now())?;
            crate::escalation::rules::redone_before_it_ends(&petition.rises)?;
            let mut clocks = petition.stop_for(CommandKind::Close, env.now());
            for def in look_back::CLOCKS {
                clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
            }
            let closed = Event { fact: Fact::Closed, clocks };
            Ok(rules::final_at_the_end(petition, env).map(Event::of).into_iter().chain([closed]).collect())
        }
        _ => {
            rules::archive_conditions(petition, env)?;
            crate::escalation::rules::redone_before_it_ends(&petition.rises)?;
            // Claims on their legal ways need no clock of ours, but a mandate for them may still run.
            let clocks = petition.stop_for(CommandKind::Archive, env.now());
            Ok(vec![Event { fact: Fact::Archived, clocks }])
        }
    }
}

fn closing_report(petition: &Petition, text: &Text<5000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    if !petition.owes_report() {
        return Err(Refusal::rule("no-report-asked", "R-033", "A22_1"));
    }
    Ok(vec![Event {
        fact: Fact::ClosingReported { text: text.clone() },
        clocks: petition.stop_for(CommandKind::ClosingReport, env.now()),
    }])
}

fn draft(petition: &Petition, command: CommandKind) -> Result<(&Handling, &Draft), Refusal> {
    let handling = petition.handling_or_refuse(command)?;
    let draft = handling.draft.as_ref().ok_or_else(|| petition.not_now(command))?;
    Ok((handling, draft))
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
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    for (i, answer) in answers.iter().enumerate() {
        let Some(claim) = petition.live_claims().find(|claim| claim.id == answer.claim) else {
            return Err(Refusal::invalid("answers", "claim-unknown"));
        };
        let refuse = |code: &str, rule: &str, article: &str| {
            Err(Refusal::rule(code, rule, article).on("answers").with("claim", claim.no))
        };
        if claim.route != Some(StatutoryRoute::PetitionProcedure) {
            return refuse("claim-routed-elsewhere", "R-023", "A31");
        }
        if answers[..i].iter().any(|earlier| earlier.claim == answer.claim) {
            return refuse("claim-answered-twice", "R-064", "A32");
        }
        rules::only_what_was_sent_back_is_answered_anew(petition, claim)?;
        rules::promise_fits(claim.no, &answer.answer, env.ctx.today())?;
    }
    if submit {
        rules::the_petitioner_was_heard(petition.handling_or_refuse(CommandKind::SaveDraft)?)?;
        let ids: Vec<ClaimId> = answers.iter().map(|answer| answer.claim).collect();
        rules::every_claim_is_answered(petition, &ids)?;
        let texts = answers.iter().map(|answer| (answer.claim, answer.answer.text.as_str()));
        rules::a_new_answer_is_another(petition, texts)?;
    }
    let answers = answers.iter().map(|answer| (answer.claim, answer.answer.clone())).collect();
    Ok(vec![Event::of(Fact::DraftSaved { findings: findings.clone(), answers, submitted: submit })])
}

fn sign(
    petition: &Petition,
    number: &Text<60>,
    differs: Option<&Text<1000>>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    let (handling, draft) = draft(petition, CommandKind::Sign)?;
    let Some((checker, _)) = draft.checked else {
        return Err(petition.not_now(CommandKind::Sign));
    };
    rules::two_people_sign(draft.by, handling.handler, checker, env.actor)?;
    answered(petition, draft)?;
    rules::a_like_answer_says_what_is_new(petition, draft, differs, env)?;
    let claims: Vec<ClaimId> = draft.answers.iter().map(|(id, _)| *id).collect();
    let stops = petition.stop_for(CommandKind::Sign, env.now());
    // What was promised for claims that are not answered anew is still to be done.
    let clocks = stops.into_iter().filter(|moved| !crate::execution::CLOCKS.contains(&moved.clock().def.as_str()));
    Ok(vec![Event {
        fact: Fact::OpinionIssued { number: number.clone(), differs: differs.cloned() },
        clocks: clocks.chain(execution::replaced(petition, &claims, env)).collect(),
    }])
}

fn record_service(petition: &Petition, serve: &Serve, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let Procedure::OpinionIssued { opinion, .. } = &petition.procedure else {
        return Err(petition.not_now(CommandKind::Serve));
    };
    simple::told_without_paper_only_here(petition, serve.method)?;
    rules::service_is_honest(petition.agent.is_some(), serve, opinion.at, env.now())?;
    if serve.method == ServiceMethod::ByAgent {
        let mandate = petition.agency.mandate.as_ref();
        mandate_rules::the_agent_keeps_within_it(mandate, Power::ReceiveNotices, env.now())
            .map_err(|refusal| refusal.on("method"))?;
    }
    // The window opens with the day of service (T-09), whenever it was recorded.
    let served_at = if serve.on == env.ctx.today() { env.now() } else { kernel::beijing_noon(serve.on) };
    let window = env.start_clock("REVIEW_REQUEST_30D", served_at, None)?;
    let begun = execution::begin(petition, serve.on, env)?;
    let served = Event {
        fact: Fact::Served {
            method: serve.method,
            on: serve.on,
            evidence: serve.evidence.clone(),
            late_entry_reason: serve.late_entry_reason.clone(),
        },
        clocks: petition
            .stop_for(CommandKind::Serve, env.now())
            .into_iter()
            .chain([ClockMove::Started(window)])
            .collect(),
    };
    Ok([served].into_iter().chain(begun).collect())
}
