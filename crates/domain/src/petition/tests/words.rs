//! Everything is said, in both languages, with every argument.

use super::*;
use crate::{
    case::*,
    lifecycle::Fact as _,
    petition::{self, CommandKind, Fact, NotAcceptReason, ReopenReason, Stage, Who},
};

#[test]
fn every_name_is_said() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(CaseKind, Channel, MatterType, Purpose, StatutoryRoute, DispatchKind, OpinionResult, ServiceMethod, Grade);
    said!(RatingTarget, Stage, CommandKind, Who, NotAcceptReason, ReopenReason);
    assert_all_said(StatutoryRoute::ALL.iter().map(|route| route.meaning().key));
    let promised = Resolution::Promised { due: jiff::civil::date(2026, 3, 1) };
    let resolutions = [
        Resolution::Unknown,
        Resolution::ResolvedConfirmed,
        Resolution::ResolvedUnconfirmed,
        Resolution::Partial,
        promised,
    ];
    let others =
        [Resolution::NotSupportedExplained, Resolution::RoutedPending, Resolution::Unresolved, Resolution::Reopened];
    for resolution in resolutions.into_iter().chain(others) {
        assert_said(&resolution.message());
    }
    assert_eq!(promised.message().say(kernel::Locale::Zh), "答应了，3月1日（周日）前做到");
}

#[test]
fn every_refusal_is_said() {
    let sources = [
        include_str!("../rules.rs"),
        include_str!("../decide.rs"),
        include_str!("../decide/agency.rs"),
        include_str!("../decide/intake.rs"),
        include_str!("../decide/claims.rs"),
        include_str!("../decide/assistance.rs"),
        include_str!("../decide/forwarding.rs"),
        include_str!("../decide/handling.rs"),
        include_str!("../decide/answering.rs"),
        include_str!("../decide/petitioner.rs"),
        include_str!("../decide/review.rs"),
        include_str!("../mediation.rs"),
        include_str!("../../lifecycle.rs"),
        include_str!("../../env.rs"),
    ];
    let codes = codes_in(&sources);
    assert!(codes.len() > 45 && codes.contains(&"claim-unknown".to_owned()), "the scan finds them: {}", codes.len());
    for code in codes {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
}

#[test]
fn every_event_has_its_sentences() {
    for kind in Fact::KINDS {
        let key = crate::names::key_of("event", kind);
        assert!(kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &key)), "{key}");
    }
}

/// Every sentence that a long story leads to is whole.
#[track_caller]
fn assert_told(case: &Case) {
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&petition::words::record(&case.state, event, &org));
        if let Some(message) = petition::words::timeline(&case.state, event, &org) {
            assert_said(&message);
        }
        let public =
            kernel::i18n::knows(kernel::Locale::Zh, &crate::names::key_of("timeline", event.event.fact.kind()));
        assert!(public || !event.event.fact.is_public(), "{} has no public sentence", event.event.fact.kind());
    }
}

#[test]
fn a_long_story_is_told_whole() {
    let mut case = registered("2026-01-05T09:00");
    let triage = Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: None,
        routes: vec![],
    };
    case.does(officer(), triage)
        .does(officer(), Command::ProposeFinality { basis: super::rechecked("2025-05-06"), same: words() });
    case.does(registrar(), Command::DropFinality)
        .does(officer(), Command::ReportUp { to: SUPERIOR, proposal: words() });
    let assign = Command::Forward { to: UNIT, kind: DispatchKind::AssignWithFeedback, feedback_days: Some(20) };
    case.does(officer(), assign).does(handler(), Command::Object { reason: reasons(), basis: None });
    case.does(officer(), Command::RaiseDispute { superior: SUPERIOR });
    case.does(staff(51, SUPERIOR), Command::DecideDispute { to: UNIT, reason: words() });
    let routes = vec![
        (claim(&case, 0), StatutoryRoute::PetitionProcedure, None),
        (claim(&case, 1), StatutoryRoute::Arbitration, Some(text("劳动仲裁院"))),
    ];
    case.does(leader(), Command::Accept { handler: user(21), routes }).does(handler(), contact());
    case.does(handler(), Command::Progress { note: words(), public: true }).does(SHE, Command::Nudge);
    case.does(handler(), Command::RequestExtension { days: 10, reason: words() });
    case.does(leader(), Command::GrantExtension).does(SHE, Command::AddMaterial { note: words(), files: 1 });
    let notify = case.state.running("FEEDBACK_CUSTOM").unwrap().id;
    case.at("2026-02-01T09:00").does(SYSTEM, Command::MarkOverdue { clock: notify });
    let Command::SaveDraft { findings, answers, .. } = draft(&case, "2026-02-01", true) else { unreachable!() };
    case.does(handler(), Command::SaveDraft { findings, answers: answers[..1].to_vec(), submit: true });
    case.does(checker(), Command::Check).does(leader(), sign()).does(handler(), Command::Serve(serve("2026-02-01")));
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).does(checker(), found(one));
    case.does(handler(), Command::HandoffAccepted { claim: claim(&case, 1), number: words() });
    case.does(handler(), Command::ClosingReport { text: words() });
    case.does(SHE, Command::ConfirmClaim { claim: claim(&case, 0), solved: true });
    case.does(SHE, Command::Rate { target: RatingTarget::Unit, grade: Grade::Satisfied, comment: None });
    case.at("2026-04-01T09:00").does(SYSTEM, Command::Close);
    case.does(SHE, Command::Reopen { reason: ReopenReason::NewFacts, text: words() });
    assert_told(&case);
    let org = |_: kernel::OrgId| "旗住建局".to_owned();
    let say = |index: usize| {
        let event = &case.events[index];
        petition::words::timeline(&case.state, event, &org).map(|message| message.say(kernel::Locale::Zh))
    };
    let number = &case.state.number;
    assert_eq!(say(0), Some(format!("已登记，编号 {number}。最迟 1月20日（周二）告诉您去向")));
    assert_eq!(say(1), None, "sorting is internal");
    let kinds: Vec<&str> = case.events.iter().map(|event| event.event.fact.kind()).collect();
    let at = |kind: &str| kinds.iter().position(|k| *k == kind).unwrap();
    assert_eq!(say(at("petition.forwarded")).unwrap(), "已交办旗住建局。最迟 1月20日（周二），它书面告诉您怎么办");
    assert_eq!(say(at("petition.clock_overdue")).unwrap().chars().take(3).collect::<String>(), "超过 ");
}
