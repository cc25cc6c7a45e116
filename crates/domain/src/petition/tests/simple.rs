//! 简易办理: the short clocks beside the ordinary ones, and everything that ends it.

use super::*;
use crate::{
    case::{Channel, Resolution, ServiceMethod},
    petition::{Fact, Serve, SimpleEnd, SimpleGround, Stage, simple},
};

const CHOOSE: Command = Command::ChooseSimple { ground: SimpleGround::Daily };

fn why(case: &Case) -> Option<SimpleEnd> {
    case.state.simple.as_ref().and_then(|simple| simple.ended).map(|(_, why)| why)
}

/// Registered on Monday 5 January, chosen at the desk, forwarded and accepted on the same day.
fn simple_in_handling() -> Case {
    let mut case = registered("2026-01-05T09:00");
    case.does(registrar(), CHOOSE);
    assert_eq!(due(&case, simple::HOP), "2026-01-06");
    case.does(officer(), forward(UNIT));
    assert_eq!((due(&case, simple::ACCEPT), due(&case, "NOTIFY_15D")), ("2026-01-08".into(), "2026-01-20".into()));
    let accept = accept(&case);
    case.does(leader(), accept).does(handler(), contact());
    assert_eq!((due(&case, simple::OPINION), due(&case, "HANDLE_60D")), ("2026-01-19".into(), "2026-03-06".into()));
    case
}

fn answers(case: &Case, result: OpinionResult) -> Command {
    let due = matches!(result, OpinionResult::Support | OpinionResult::Partial).then_some("2026-01-16");
    let answers = case.state.claims.iter().map(|claim| DraftAnswer { claim: claim.id, answer: answer(result, due) });
    Command::SaveDraft { findings: words(), answers: answers.collect(), submit: true }
}

fn told(case: &mut Case) {
    let all = answers(case, OpinionResult::Support);
    case.at("2026-01-08T09:00").does(handler(), all).does(checker(), Command::Check).does(leader(), sign());
    let by_phone = Serve { method: ServiceMethod::ToldByPhone, ..serve("2026-01-08") };
    case.does(handler(), Command::Serve(by_phone));
}

#[test]
fn answered_in_three_days_and_told_without_paper() {
    let mut case = simple_in_handling();
    told(&mut case);
    assert!(case.state.is_simple() && case.state.running(simple::OPINION).is_none());
    assert_eq!((case.state.stage(), due(&case, "REVIEW_REQUEST_30D")), (Stage::Served, "2026-02-09".into()));
    // Elsewhere an answer without paper is none.
    let mut ordinary = in_handling("2026-01-05T09:00");
    let all = answers(&ordinary, OpinionResult::Support);
    ordinary.does(handler(), all).does(checker(), Command::Check).does(leader(), sign());
    let by_phone = Serve { method: ServiceMethod::ToldByMessage, ..serve("2026-01-05") };
    ordinary.refuses(handler(), Command::Serve(by_phone), "told-needs-simple");
}

#[test]
fn whatever_is_not_wholly_supported_leaves_it_and_nothing_begins_anew() {
    for result in [OpinionResult::Partial, OpinionResult::Explain, OpinionResult::NotSupport] {
        let mut case = simple_in_handling();
        let all = answers(&case, result);
        case.at("2026-01-12T09:00").does(handler(), all);
        assert_eq!((case.state.is_simple(), why(&case)), (false, Some(SimpleEnd::NotSupported)));
        assert!(case.state.running(simple::OPINION).is_none());
        assert_eq!(due(&case, "HANDLE_60D"), "2026-03-06", "from the same acceptance");
        case.refuses(leader(), CHOOSE, "not-at-this-stage");
    }
}

#[test]
fn a_quarrel_help_more_time_a_report_and_a_legal_channel_leave_it_too() {
    let mut case = registered("2026-01-05T09:00");
    case.does(registrar(), CHOOSE).does(officer(), forward(UNIT));
    case.does(leader(), Command::Object { reason: reasons(), basis: None });
    assert_eq!(why(&case), Some(SimpleEnd::NotOurs));
    let mut case = simple_in_handling();
    let day = "2026-01-20".parse().unwrap();
    let help = Command::AskAssistance { unit: OTHER, claims: vec![claim(&case, 0)], task: words(), due: day };
    case.does(handler(), help);
    assert_eq!(why(&case), Some(SimpleEnd::SeveralUnits));
    let mut case = simple_in_handling();
    case.does(handler(), Command::RequestExtension { days: 10, reason: words() });
    assert_eq!(why(&case), Some(SimpleEnd::MoreTime));
    let mut case = registered("2026-01-05T09:00");
    let assign = Command::Forward { to: UNIT, kind: DispatchKind::AssignWithFeedback, feedback_days: Some(10) };
    case.does(registrar(), CHOOSE).does(officer(), assign);
    assert_eq!((why(&case), case.state.running(simple::ACCEPT)), (Some(SimpleEnd::HandedDown), None));
    let mut case = registered("2026-01-05T09:00");
    case.does(registrar(), CHOOSE).does(officer(), forward(UNIT));
    let routes = vec![
        (claim(&case, 0), StatutoryRoute::PetitionProcedure, None),
        (claim(&case, 1), StatutoryRoute::Arbitration, Some(text("劳动仲裁院"))),
    ];
    case.does(leader(), Command::Accept { handler: user(21), routes });
    assert_eq!((why(&case), case.state.running(simple::OPINION)), (Some(SimpleEnd::LegalRoute), None));
}

#[test]
fn ten_working_days_over_it_goes_on_as_any_other_and_nobody_broke_the_law() {
    let mut case = simple_in_handling();
    case.at("2026-01-20T00:00");
    let clock = case.state.running(simple::OPINION).unwrap().id;
    case.does(SYSTEM, Command::MarkOverdue { clock });
    assert_eq!((why(&case), case.state.overdue.len()), (Some(SimpleEnd::TimeOut), 0));
    assert_eq!(due(&case, "HANDLE_60D"), "2026-03-06");
}

#[test]
fn she_may_ask_for_the_ordinary_procedure_before_and_after_the_answer() {
    let mut case = simple_in_handling();
    case.refuses(handler(), Command::EndSimple { reason: None }, "simple-why");
    case.does(SHE, Command::EndSimple { reason: None });
    assert_eq!((why(&case), case.state.stage()), (Some(SimpleEnd::HerWish), Stage::Investigating));
    let mut case = simple_in_handling();
    told(&mut case);
    case.refuses(handler(), Command::EndSimple { reason: Some(words()) }, "simple-too-late");
    case.at("2026-01-20T09:00").does(SHE, Command::EndSimple { reason: Some(words()) });
    assert_eq!((case.state.stage(), due(&case, "HANDLE_60D")), (Stage::Investigating, "2026-03-06".into()));
    assert!(case.state.running("REVIEW_REQUEST_30D").is_none(), "counted from the full answer");
    assert!(!case.state.to_be_done().is_empty(), "what was promised is still to be done");
    let anew = draft(&case, "2026-02-20", true);
    case.does(handler(), anew).does(checker(), Command::Check).does(leader(), sign());
    case.does(handler(), Command::Serve(serve("2026-01-20")));
    assert_eq!(case.state.to_be_done().len(), 1, "the new answer took the place of the open promises");
    let mut late = simple_in_handling();
    told(&mut late);
    late.at("2026-02-10T09:00").refuses(SHE, Command::EndSimple { reason: None }, "simple-too-late");
    assert_ne!(late.state.resolution(), Resolution::ResolvedConfirmed);
}

#[test]
fn what_may_not_go_this_way_is_said_with_the_reason() {
    let many = Register { headcount: 5, channel: Channel::Letter, ..registration(&["修路"]) };
    let mut joint = begin("2026-01-05T09:00", many).unwrap();
    joint.refuses(registrar(), CHOOSE, "simple-joint");
    joint.around.settings.simple_people_max = 5;
    joint.does(registrar(), CHOOSE).refuses(registrar(), CHOOSE, "simple-already");
    let mut handed = registered("2026-01-05T09:00");
    let assign = Command::Forward { to: UNIT, kind: DispatchKind::AssignWithFeedback, feedback_days: Some(10) };
    handed.does(officer(), assign).refuses(leader(), CHOOSE, "simple-handed-down");
    let mut routed = registered("2026-01-05T09:00");
    let triage = Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: None,
        routes: vec![(claim(&routed, 0), StatutoryRoute::Litigation)],
    };
    routed.does(officer(), triage).refuses(registrar(), CHOOSE, "simple-legal-route");
    let mut again = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    again.refuses(registrar(), CHOOSE, "not-at-this-stage");
    let chosen = |fact: &Fact| matches!(fact, Fact::SimpleChosen { .. });
    assert!(!again.events.iter().any(|event| chosen(&event.event.fact)));
    // Chosen on the third day, the short step before is simply not counted short.
    let mut late = registered("2026-01-05T09:00");
    late.at("2026-01-08T09:00").does(registrar(), CHOOSE);
    assert!(late.state.is_simple() && late.state.running(simple::HOP).is_none());
}
