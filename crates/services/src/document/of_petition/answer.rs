//! The opinion, its service, and the report to whoever assigned the matter.

use domain::{
    case::{Answer, Claim, Resolution, ServiceMethod, StatutoryRoute},
    document::{DocType, Entry, Field, formal},
    execution::{Item, State},
    petition::Petition,
};
use jiff::civil::Date;
use kernel::OrgId;
use store::Tx;

use super::{Addressee, NewLetter, Source, said::zh};
use crate::{error::Error, organisation, review};

/// 处理意见书 (article 32): claims, facts and reasons, the decision with its law claim by claim, what she can do.
pub(in crate::document) fn opinion(tx: &mut Tx, source: &Source<'_>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let state = source.state;
    let Some(opinion) = state.opinion() else { return Ok(vec![]) };
    let unit = state.holder();
    let answered = answered(state);
    let content = source
        .matter()
        .day(Field::ReceivedOn, kernel::beijing_date(state.received_at))
        .items(Field::Claims, answered.iter().map(|(claim, _)| Entry::of(claim.text.as_str())).collect())
        .text(Field::Findings, opinion.findings.as_str())
        .items(Field::Answers, answered.iter().map(|(claim, answer)| decision(claim, answer)).collect())
        .text(Field::Execution, execution(&answered))
        .text(Field::ReviewOrgan, superior(tx, source, unit)?);
    Ok(vec![(unit, source.to_her(DocType::Opinion, content))])
}

/// The claims that the opinion answers. While it is not served the answers stand in the draft that was signed.
fn answered(state: &Petition) -> Vec<(&Claim, Answer)> {
    let draft = state.handling().and_then(|handling| handling.draft.as_ref());
    let of = |claim: &Claim| {
        let drafted = || draft?.answers.iter().find(|(id, _)| *id == claim.id).map(|(_, answer)| answer.clone());
        claim.answer.clone().or_else(drafted)
    };
    let mine = |claim: &&Claim| claim.route.is_none_or(|route| route == StatutoryRoute::PetitionProcedure);
    state.claims.iter().filter(mine).filter_map(|claim| Some((claim, of(claim)?))).collect()
}

fn decision(claim: &Claim, answer: &Answer) -> Entry {
    Entry::of(format!("关于“{}”", one_line(claim.text.as_str())))
        .line("结论", zh(&answer.result.message()))
        .line("意见", answer.text.as_str())
        .line("依据", answer.basis.as_str())
}

/// A claim as a heading: its first words.
fn one_line(text: &str) -> String {
    let line: String = text.lines().next().unwrap_or_default().chars().take(60).collect();
    if line.chars().count() < text.chars().count() { format!("{line}……") } else { line }
}

/// Who does what until when.
fn execution(answered: &[(&Claim, Answer)]) -> String {
    let mut lines = vec![];
    for (claim, answer) in answered {
        let several = !answer.more.is_empty();
        for (no, promise) in (1..).zip(answer.promises()) {
            let what = promise.what.as_str().trim_end_matches('。');
            let lead = match (answered.len() > 1, several) {
                (true, true) => format!("第{}项第{no}件：", claim.no),
                (true, false) => format!("第{}项：", claim.no),
                (false, true) => format!("第{no}件："),
                (false, false) => String::new(),
            };
            lines.push(format!("{lead}由{}在{}前{what}。", promise.obligor, formal(promise.due)));
        }
    }
    lines.join("\n")
}

/// Where she may ask for review: the organs one level up, as the tree knows them.
fn superior(tx: &mut Tx, source: &Source<'_>, unit: OrgId) -> Result<String, Error> {
    let around = organisation::directory_around(tx, &source.state.division, source.day())?;
    Ok(review::organs_above(&around, unit))
}

/// 送达回证.
pub(super) fn served(source: &Source<'_>, method: ServiceMethod, on: Date, evidence: &str) -> Vec<(OrgId, NewLetter)> {
    let number = source.state.opinion().map(|opinion| opinion.number.to_string()).unwrap_or_default();
    let content = domain::document::Content::new()
        .text(Field::Paper, format!("信访事项处理意见书（{number}）"))
        .text(Field::ServiceMethod, zh(&method.message()))
        .day(Field::ServedOn, on)
        .text(Field::ServiceProof, evidence);
    vec![(source.author(), source.to_her(DocType::ServiceReceipt, content))]
}

/// 办结报告 to whoever assigned it.
pub(super) fn closing_report(source: &Source<'_>, text: &str) -> Vec<(OrgId, NewLetter)> {
    let state = source.state;
    let Some(dispatch) = state.dispatch() else { return vec![] };
    let findings = state.opinion().map(|opinion| opinion.findings.to_string());
    let service = state.served().map_or_else(
        || "没有需要送达的处理意见书，或者尚未送达。".to_owned(),
        |served| format!("已于{}以{}方式送达，{}", formal(served.on), zh(&served.method.message()), served.evidence),
    );
    let content = source
        .matter()
        .text(Field::Investigation, findings.unwrap_or_else(|| "没有出具处理意见书，情况见下。".to_owned()))
        .text(Field::Handling, text)
        .text(Field::ServiceState, service)
        .text(Field::ExecutionState, executed(state))
        .text(Field::PetitionerView, her_view(state));
    vec![(dispatch.unit, source.letter(DocType::ClosingReport, Addressee::Org(dispatch.from), content))]
}

fn executed(state: &Petition) -> String {
    let one = |claim: &Claim, item: &Item| {
        let several = claim.execution.current().count() > 1;
        let lead = if several { format!("第{}项第{}件", claim.no, item.no) } else { format!("第{}项", claim.no) };
        let (who, due) = (&item.promise.obligor, formal(item.promise.due));
        let evidence = item.report.as_ref().map(|report| report.evidence.as_str()).unwrap_or_default();
        let on = item.report.as_ref().map(|report| formal(kernel::beijing_date(report.at))).unwrap_or_default();
        match item.state() {
            State::Done => format!("{lead}：已于{on}完成。{evidence}"),
            State::HandedOver => format!("{lead}：已于{on}转交强制执行。{evidence}"),
            State::Reported => format!("{lead}：已于{on}报告，尚未核实。{evidence}"),
            State::Partly => format!("{lead}：只完成一部分，由{who}继续办理。{evidence}"),
            State::NotDone => format!("{lead}：没有完成。{evidence}"),
            State::Disputed => format!("{lead}：本人表示没有做到，由{who}重新办理。"),
            State::Open | State::Replaced => format!("{lead}：由{who}在{due}前完成，尚未报告完成。"),
        }
    };
    let items = state.claims.iter().flat_map(|claim| claim.execution.current().map(move |item| one(claim, item)));
    let lines: Vec<String> = items.collect();
    if lines.is_empty() { "没有需要执行的事项。".to_owned() } else { lines.join("\n") }
}

/// What she herself said; nobody speaks for her.
fn her_view(state: &Petition) -> String {
    let solved = state.claims.iter().filter(|claim| claim.resolution == Resolution::ResolvedConfirmed).count();
    let open = state.claims.iter().filter(|claim| claim.resolution == Resolution::Unresolved).count();
    match (solved, open) {
        (0, 0) => "本人尚未表示意见。".to_owned(),
        (solved, 0) => format!("本人确认{solved}项已经解决。"),
        (0, open) => format!("本人表示{open}项没有解决。"),
        (solved, open) => format!("本人确认{solved}项已经解决，{open}项没有解决。"),
    }
}
