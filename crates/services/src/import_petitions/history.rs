//! What the older system knows of an answer, walked through the steps that lead to one.

use domain::{
    case::{Answer, DispatchKind, OpinionResult, ServiceMethod, StatutoryRoute},
    petition::{Command, DraftAnswer, Serve},
};
use kernel::{CaseId, Ctx, Refusal, Text};
use store::Tx;

use super::office::{Office, Who};
use crate::{
    Error,
    import::Reply,
    kit::Kit,
    petition::{Act, act},
};

/// Said where the older system says nothing, so that nobody reads more into it.
const UNKNOWN: &str = "（导入）原系统没有记录这一步，按答复时间补记。";
/// The longest answer to one claim.
const ANSWER: usize = 5_000;

/// From forwarding to service, all at the moment of the answer: the steps between are not known.
pub(super) fn answer(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    office: &Office,
    case: CaseId,
    reply: &Reply,
    source_ref: &str,
) -> Result<(), Error> {
    let mut step = |who: Who, what: Act| act(tx, kit, ctx, &office.subject(who, ctx), case, None, &what);
    let forward = Command::Forward { to: office.unit, kind: DispatchKind::Forward, feedback_days: None };
    let state = step(Who::Forwards, forward.into())?;
    let claims: Vec<_> = state.claims.iter().map(|claim| claim.id).collect();
    let routes = claims.iter().map(|claim| (*claim, StatutoryRoute::PetitionProcedure, None)).collect();
    step(Who::Handles, Command::Accept { handler: office.handler(), routes }.into())?;
    step(Who::Handles, Command::Contact { note: Text::parse("note", UNKNOWN)? }.into())?;
    let answer = answer_of(reply.text.reveal())?;
    let answers = claims.into_iter().map(|claim| DraftAnswer { claim, answer: answer.clone() }).collect();
    let findings = Text::parse("reply", reply.text.reveal())?;
    step(Who::Handles, Command::SaveDraft { findings, answers, submit: true }.into())?;
    step(Who::Checks, Command::Check.into())?;
    step(Who::Signs, Act::Sign)?;
    let evidence = Text::parse("evidence", &format!("（导入）原系统公开答复 {source_ref}"))?;
    let serve = Serve { method: ServiceMethod::Electronic, on: ctx.today(), evidence, late_entry_reason: None };
    step(Who::Handles, Command::Serve(serve).into())?;
    Ok(())
}

/// What was decided cannot be read from a text: an explanation promises nothing and claims nothing.
fn answer_of(text: &str) -> Result<Answer, Refusal> {
    let mut short: String = text.chars().take(ANSWER).collect();
    if short.len() < text.len() {
        let end = "……（全文见调查情况）";
        short = text.chars().take(ANSWER - end.chars().count()).collect::<String>() + end;
    }
    Ok(Answer {
        result: OpinionResult::Explain,
        text: Text::parse("reply", &short)?,
        basis: Text::parse("basis", "（导入）原系统的答复，没有分条列明依据。")?,
        promise: None,
        more: vec![],
    })
}
