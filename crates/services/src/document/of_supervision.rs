//! What supervision and advice say on paper: 一单三函 (rules.md 6.1) and the three kinds of advice of article 40. Chinese throughout:
//! the official text.

use domain::{
    advice::{self, Advice, AdviceKind},
    document::{Content, DocNumber, DocType, Field, formal},
    lifecycle::Recorded,
    supervision::{self, Finding, Ground, Origin, Rung, RungKind, Supervision},
};
use jiff::civil::Date;
use kernel::{Locale, Message, OrgId, i18n};
use store::Tx;

use super::{
    number::code_of,
    write::{Addressee, NewLetter},
};
use crate::{error::Error, organisation, people};

/// A letter with the office that sends it and the number that its decision carries.
pub(super) type Made = (OrgId, NewLetter, Option<DocNumber>);

/// How an office answers: where it read the letter.
const BACK: &str = "在本系统内书面回复，并附能够证明的材料";

/// The letter of a rung; none for a reminder, which is a line and no letter.
#[must_use]
pub(crate) fn letter_of(rung: RungKind) -> Option<DocType> {
    match rung {
        RungKind::Reminder => None,
        RungKind::RiskNotice => Some(DocType::RiskReminder),
        RungKind::SupervisionLetter => Some(DocType::SupervisionLetter),
        RungKind::AccountabilityAdvice => Some(DocType::AccountabilityLetter),
    }
}

/// The letter of a piece of advice.
#[must_use]
pub(crate) fn letter_of_advice(kind: AdviceKind) -> DocType {
    match kind {
        AdviceKind::ImproveWork => DocType::AdviceImprove,
        AdviceKind::ImprovePolicy => DocType::AdvicePolicy,
        AdviceKind::Accountability => DocType::AdviceAccount,
    }
}

/// What an event of a supervision makes, `state` being that after it.
pub(super) fn letters(
    tx: &mut Tx,
    state: &Supervision,
    event: &Recorded<supervision::Fact>,
) -> Result<Vec<Made>, Error> {
    use supervision::Fact;
    let rung = match &event.event.fact {
        Fact::Issued(_) => state.rungs.last(),
        Fact::Signed { no, .. } => state.rung(*no),
        Fact::Verified(finding) => {
            let new = new(state, event.seq, DocType::VerifySheet, Addressee::File, verified(tx, finding)?);
            return Ok(vec![(state.issuer, new, None)]);
        }
        _ => None,
    };
    let Some((rung, kind)) = rung.and_then(|rung| Some((rung, letter_of(rung.kind)?))) else { return Ok(vec![]) };
    let unit = organisation::name(tx, state.unit)?;
    let (to, content) = match kind {
        DocType::RiskReminder => (state.unit, risk(state, rung)),
        DocType::SupervisionLetter => (state.unit, supervises(state, rung, &unit)),
        _ => (rung.competent.unwrap_or(state.unit), accountable(tx, state, rung, &unit)?),
    };
    let number = rung.number.as_ref().map(|number| given(tx, state.issuer, number.as_str())).transpose()?.flatten();
    Ok(vec![(state.issuer, new(state, event.seq, kind, Addressee::Org(to), content), number)])
}

/// The letter of a piece of advice. What came from a rung was written with it: one paper, one number.
pub(super) fn of_advice(tx: &mut Tx, state: &Advice, event: &Recorded<advice::Fact>) -> Result<Vec<Made>, Error> {
    let issued = &state.issued;
    if !matches!(event.event.fact, advice::Fact::Issued(_)) || issued.supervision.is_some() {
        return Ok(vec![]);
    }
    let due = state.clocks.iter().find(|clock| clock.is_open()).map(|clock| clock.statutory);
    let content = Content::new()
        .text(Field::Matter, issued.title.as_str())
        .text(Field::Facts, issued.facts.as_str())
        .text(Field::Advice, issued.advice.as_str())
        .text(Field::Basis, issued.basis.as_str())
        .text(Field::FeedbackWay, BACK)
        .day_opt(Field::FeedbackDue, due);
    let new = NewLetter {
        kind: letter_of_advice(issued.kind),
        division: issued.division.clone(),
        case: Some(issued.id),
        seq: Some(event.seq),
        to: Addressee::Org(issued.to),
        content,
    };
    let number = given(tx, issued.issuer, issued.letter.as_str())?;
    Ok(vec![(issued.issuer, new, number)])
}

/// A number that a decision carries, in its parts. One of an office that was renamed since keeps what was written.
fn given(tx: &mut Tx, issuer: OrgId, text: &str) -> Result<Option<DocNumber>, Error> {
    let org = organisation::get(tx, issuer)?.map(|org| org.value);
    let named = org.and_then(|org| DocNumber::of_org(text, &code_of(&org)));
    Ok(named.or_else(|| DocNumber::parse(text, text.split_once('〔')?.0)))
}

fn new(state: &Supervision, seq: i64, kind: DocType, to: Addressee, content: Content) -> NewLetter {
    let content = content.text(Field::Matter, format!("{}（件号{}）", state.title, state.case_number));
    NewLetter { kind, division: state.division.clone(), case: Some(state.id), seq: Some(seq), to, content }
}

fn zh(message: &Message) -> String {
    message.say(Locale::Zh)
}

/// By when an office answers.
fn answered_by(state: &Supervision, rung: &Rung) -> Option<Date> {
    state.clocks.iter().find(|clock| Some(clock.id) == rung.clock).map(|clock| clock.statutory)
}

/// The day that the rule looked at: by when the matter itself had to be done.
fn due_of_matter(rung: &Rung) -> Option<Date> {
    match &rung.origin {
        Origin::Rule { due, .. } => *due,
        Origin::Person => None,
    }
}

/// What is so, as far as the record says it.
fn facts(state: &Supervision, rung: &Rung, unit: &str) -> String {
    let ground = zh(&rung.ground.message());
    match (&rung.origin, due_of_matter(rung)) {
        (Origin::Rule { def: Some(def), .. }, Some(due)) => {
            let clock = i18n::say(Locale::Zh, &format!("clock-{def}"), []);
            format!("{unit}承办的“{}”：{clock}，最迟{}。督办的情形：{ground}。", state.title, formal(due))
        }
        _ => format!("{unit}承办的“{}”，督办的情形：{ground}。", state.title),
    }
}

fn risk(state: &Supervision, rung: &Rung) -> Content {
    let due = due_of_matter(rung).or_else(|| answered_by(state, rung));
    let note = answered_by(state, rung).map(|day| format!("请于{}前回复：{BACK}。", formal(day)));
    Content::new()
        .text(Field::Risk, zh(&rung.ground.message()))
        .day_opt(Field::Due, due)
        .text(Field::SuggestedAction, rung.demands.as_str())
        .text(Field::Note, note.unwrap_or_default())
}

fn supervises(state: &Supervision, rung: &Rung, unit: &str) -> Content {
    Content::new()
        .text(Field::BrokenClause, clause(rung.ground))
        .text(Field::Facts, facts(state, rung, unit))
        .text(Field::Requirements, rung.demands.as_str())
        .day_opt(Field::FeedbackDue, answered_by(state, rung))
        .text(Field::Responsible, format!("{unit}主要负责人"))
        .text(Field::FeedbackWay, BACK)
}

/// 问责建议函: to the body that decides, about the unit supervised.
fn accountable(tx: &mut Tx, state: &Supervision, rung: &Rung, unit: &str) -> Result<Content, Error> {
    let body = rung.competent.map(|body| organisation::name(tx, body)).transpose()?.unwrap_or_default();
    let sent = |rung: &&Rung| rung.kind < RungKind::AccountabilityAdvice && rung.issued_at.is_some();
    let before: Vec<String> = state.rungs.iter().filter(sent).map(before).collect();
    let clause =
        rung.liability.map_or_else(|| "《信访工作条例》第四十二条至第四十六条".to_owned(), |code| zh(&code.message()));
    let after = match before.len() {
        0 => "督办的问题没有解决。".to_owned(),
        _ => format!("此前已经发出：{}。督办的问题仍没有解决。", before.join("；")),
    };
    Ok(Content::new()
        .text(Field::Facts, facts(state, rung, unit))
        .text(Field::Consequence, after)
        .text(Field::AccountClause, clause)
        .text(Field::Jurisdiction, body)
        .text(Field::AdoptionReply, format!("{}请书面反馈采纳情况：{BACK}。", rung.demands))
        .day_opt(Field::FeedbackDue, answered_by(state, rung)))
}

/// A rung that went out before, with what became of it.
fn before(rung: &Rung) -> String {
    let day = rung.issued_at.map(|at| formal(kernel::beijing_date(at))).unwrap_or_default();
    let number = rung.number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
    let answered = match rung.answers.last() {
        Some((_, Some(verdict))) if !verdict.accepted => "，回复没有通过",
        None if rung.reply_days.is_some() => "，没有按期回复",
        _ => "",
    };
    format!("{day}{}{number}{answered}", zh(&rung.kind.message()))
}

/// 核查报告单, for the file.
fn verified(tx: &mut Tx, finding: &Finding) -> Result<Content, Error> {
    let names = people::names(tx, finding.verifiers.iter().copied())?;
    let names: Vec<String> = finding.verifiers.iter().filter_map(|user| names.get(user).cloned()).collect();
    // Whoever left the house since is still one who verified.
    let names = if names.is_empty() { format!("{}人", finding.verifiers.len()) } else { names.join("、") };
    let differs = finding.difference.as_ref().map_or_else(|| "没有差异".to_owned(), ToString::to_string);
    let differs = if finding.fraud { format!("{differs}\n记录不实") } else { differs };
    Ok(Content::new()
        .text(Field::VerifyMethod, zh(&finding.way.message()))
        .text(Field::Verifiers, names)
        .text(Field::FoundProcedure, finding.procedure.as_str())
        .text(Field::FoundSubstance, finding.substance.as_str())
        .text(Field::FoundPeople, finding.heard.as_str())
        .text(Field::Differences, differs)
        .text(Field::Advice, finding.advice.as_str()))
}

/// The provision behind a ground (article 40).
fn clause(ground: Ground) -> &'static str {
    match ground {
        Ground::ImproperAccept => {
            "《信访工作条例》第四十条：有关机关、单位违反信访工作规定受理、办理信访事项的，应当及时督办，并提出改进工作的建议。"
        }
        Ground::RefuseExecute => {
            "《信访工作条例》第四十条：有关机关、单位拒不执行信访处理意见的，应当及时督办，并提出改进工作的建议。"
        }
        Ground::Shirk
        | Ground::Perfunctory
        | Ground::Delay
        | Ground::Fraud
        | Ground::Dissatisfied
        | Ground::Overdue
        | Ground::DueSoon => {
            "《信访工作条例》第四十条：有关机关、单位办理信访事项推诿、敷衍、拖延、弄虚作假的，应当及时督办，并提出改进工作的建议。"
        }
    }
}
