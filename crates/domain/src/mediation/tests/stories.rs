//! M-01 to M-15, each as it would happen.

use super::*;
use crate::{
    deadline::ClockRules,
    lifecycle::Aggregate as _,
    petition::{Command as ToPetition, MediationStep},
};

fn open_clocks(case: &Case) -> Vec<(String, Date)> {
    let open = case.state.clocks.iter().filter(|clock| clock.is_open());
    open.map(|clock| (clock.def.to_string(), clock.statutory)).collect()
}

fn steps(case: &Case) -> Vec<MediationStep> {
    let mut state: Option<Mediation> = None;
    let mut told = vec![];
    for event in &case.events {
        match &mut state {
            None => state = Mediation::begin(event),
            Some(state) => state.apply(event),
        }
        let follows = state.as_ref().and_then(|state| follow::what_follows(state, &event.event.fact));
        told.extend(follows.map(|command| match command {
            ToPetition::NoteMediation(note) => note.step,
            other => panic!("{other:?}"),
        }));
    }
    told
}

#[test]
fn agreed_in_writing_it_binds_from_the_last_mark_and_a_court_may_confirm_it() {
    let mut case = talking(opened(Source::Petition));
    assert_eq!(open_clocks(&case), [("MEDIATION_30D".to_owned(), date(2026, 4, 1))]);
    case.does(mediator(), agree(AgreementForm::Written, vec![term(2, date(2026, 3, 20)), term(1, date(2026, 3, 25))]));
    assert_eq!(case.state.stage(), Stage::Agreed);
    case.at("2026-03-09T10:00");
    case.does(mediator(), sign(Signer::Party(1), date(2026, 3, 5)));
    case.refuses(
        mediator(),
        agree(AgreementForm::Written, vec![term(1, date(2026, 3, 25))]),
        "mediation-signed-already",
    );
    case.refuses(mediator(), sign(Signer::Party(1), date(2026, 3, 5)), "mediation-signed-twice");
    case.refuses(mediator(), sign(Signer::Party(2), date(2026, 3, 10)), "mediation-future");
    case.refuses(mediator(), sign(Signer::Party(3), date(2026, 3, 5)), "mediation-party-unknown");
    // Put down in another order than they were made: the seal was the last.
    case.does(mediator(), sign(Signer::Committee, date(2026, 3, 8)))
        .does(mediator(), sign(Signer::Mediator, date(2026, 3, 5)));
    assert_eq!((case.state.stage(), case.state.effective_on), (Stage::Agreed, None));
    case.does(mediator(), sign(Signer::Party(2), date(2026, 3, 6)));
    assert_eq!((case.state.stage(), case.state.effective_on), (Stage::Performing, Some(date(2026, 3, 8))));
    let mut open = open_clocks(&case);
    open.sort();
    let due = [
        ("JUDICIAL_CONFIRM_30D", date(2026, 4, 7)),
        (transitions::PERFORM, date(2026, 3, 20)),
        (transitions::PERFORM, date(2026, 3, 25)),
    ];
    assert_eq!(open, due.map(|(def, day)| (def.to_owned(), day)), "the thirtieth day is a holiday and moves on");
    // Only together.
    let apply =
        |on| Command::ApplyConfirmation { court: text("达茂旗人民法院"), ground: CourtGround::Committee, on };
    case.refuses(mediator(), apply(date(2026, 3, 9)), "mediation-confirm-together");
    case.does(SHE, Command::WantConfirmation { party: 1, how: How::Herself });
    case.refuses(SHE, Command::WantConfirmation { party: 1, how: How::Herself }, "mediation-said-already");
    case.does(mediator(), Command::WantConfirmation { party: 2, how: How::Signature });
    case.does(mediator(), apply(date(2026, 3, 9)));
    assert_eq!(case.state.stage(), Stage::ConfirmApplied);
    let ruled = |confirmed| CourtRuling {
        confirmed,
        on: date(2026, 3, 9),
        number: text("（2026）内0223诉前调确3号"),
        reason: None,
    };
    case.refuses(mediator(), Command::RecordRuling(Box::new(ruled(false))), "mediation-ruling-reason");
    case.does(mediator(), Command::RecordRuling(Box::new(ruled(true))));
    let done = || Done { on: date(2026, 3, 9), evidence: text("渠口量过，照片在卷。") };
    case.does(mediator(), Command::Perform { term: 1, done: done() });
    case.refuses(mediator(), Command::Perform { term: 1, done: done() }, "mediation-term-done");
    case.refuses(head(), Command::Archive, "not-at-this-stage");
    case.does(mediator(), Command::Perform { term: 2, done: done() });
    assert_eq!(case.state.stage(), Stage::Performed);
    case.does(mediator(), Command::NoteFollowUp { on: date(2026, 3, 9), text: text("两家都说好了。") })
        .does(head(), Command::Archive);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    let agreed = MediationStep::Agreed { on: date(2026, 3, 8) };
    assert_eq!(steps(&case), [MediationStep::Asked, MediationStep::Began, agreed, MediationStep::Performed]);
    assert_eq!(Mediation::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn an_oral_agreement_binds_from_the_day_it_is_reached() {
    let mut case = talking(opened(Source::Direct));
    case.does(mediator(), agree(AgreementForm::Oral, vec![term(2, date(2026, 3, 4))]));
    assert_eq!((case.state.stage(), case.state.effective_on), (Stage::Performing, Some(date(2026, 3, 4))));
    let due: Vec<Date> = open_clocks(&case).into_iter().map(|(_, day)| day).collect();
    assert_eq!(due, [date(2026, 3, 4), date(2026, 4, 3)], "what is due at once is due that day");
    case.refuses(mediator(), sign(Signer::Mediator, date(2026, 3, 4)), "not-at-this-stage");
    assert!(steps(&case).is_empty(), "no petition stands behind it");
}

#[test]
fn the_window_of_the_court_follows_the_shared_vector() {
    // S19: effective 3 April 2025, the raw day lies in the holiday of May.
    let (mut opened, clocks) = (opened(Source::Direct), ClockRules::national().for_case(&division(), date(2025, 4, 1)));
    opened.org_type = OrgType::People;
    let mut case = World::<Mediation>::begin("2025-04-01T10:00", head(), |_| Mediation::open(opened)).unwrap();
    case.around.clocks = clocks;
    case.does(head(), named(62)).does(SHE, consent(1)).does(SHE, consent(2));
    case.does(mediator(), Command::NotifyRights { how: How::Oral }).at("2025-04-03T16:00");
    case.does(mediator(), session(date(2025, 4, 3), &[1, 2]));
    case.does(mediator(), agree(AgreementForm::Oral, vec![term(1, date(2025, 4, 30))]));
    let window = case.state.window().unwrap();
    assert_eq!(
        (window.raw, window.statutory, window.conservative),
        (date(2025, 5, 3), date(2025, 5, 6), date(2025, 4, 30))
    );
    // The last day is in time, the next is not, and a request entered later counts from its own day.
    case.at("2025-05-07T09:00");
    case.refuses(SHE, Command::WantConfirmation { party: 1, how: How::Herself }, "mediation-confirm-late");
    assert!(rules::a_court_may_confirm(&case.state, date(2025, 5, 6)).is_ok());
}

#[test]
fn one_no_ends_it_and_each_speaks_for_herself() {
    let mut case = begun(opened(Source::Petition)).unwrap();
    case.does(SHE, consent(1));
    case.refuses(SHE, consent(1), "mediation-said-already");
    case.refuses(SHE, Command::Consent { party: 2, how: How::Oral }, "mediation-own-word");
    case.refuses(head(), Command::Consent { party: 2, how: How::Herself }, "mediation-own-word");
    case.refuses(head(), Command::Consent { party: 2, how: How::Oral }, "mediation-no-mediator");
    case.does(head(), named(62));
    case.refuses(head(), Command::Consent { party: 2, how: How::Oral }, "mediation-not-the-mediator");
    case.refuses(SHE, consent(7), "mediation-party-unknown");
    case.does(mediator(), Command::Refuse { party: 2, how: How::Oral, reason: None });
    assert_eq!((case.state.stage(), open_clocks(&case).len()), (Stage::Terminated, 0));
    assert_eq!(case.state.ways(), [Way::Court, Way::Petition]);
    let ended = MediationStep::Ended { refused: true, ways: vec![Way::Court, Way::Petition] };
    assert_eq!(steps(&case), [MediationStep::Asked, ended]);
    case.refuses(SHE, consent(1), "not-at-this-stage");
    case.does(head(), Command::Archive);
}

#[test]
fn each_may_end_it_until_it_binds_and_not_after() {
    let leave = |party| Command::Leave { party, how: How::Herself, reason: None };
    let mut case = talking(opened(Source::Direct));
    case.does(mediator(), agree(AgreementForm::Written, vec![term(1, date(2026, 3, 20))]));
    case.does(mediator(), sign(Signer::Party(1), date(2026, 3, 4))).does(SHE, leave(2));
    assert_eq!(case.state.stage(), Stage::Terminated);
    let mut case = talking(opened(Source::Direct));
    case.does(mediator(), agree(AgreementForm::Oral, vec![term(1, date(2026, 3, 20))]));
    case.refuses(SHE, leave(2), "not-at-this-stage");
}

#[test]
fn nobody_who_had_a_part_mediates_and_a_party_may_ask_for_another() {
    let mut case = begun(opened(Source::Petition)).unwrap();
    case.refuses(head(), named(21), "mediation-involved");
    let helper = |n| Helper { role: HelperRole::Judge, called: text("旗法院员额法官"), user: Some(user(n)) };
    case.refuses(head(), Command::AddHelper(helper(21)), "mediation-involved");
    case.does(head(), named(62)).refuses(head(), named(62), "mediation-mediator-same");
    case.does(head(), Command::AddHelper(helper(63)));
    case.refuses(head(), Command::AddHelper(helper(63)), "mediation-helper-twice");
    case.does(SHE, Command::AskOther { party: 2, reason: text("和对方是亲戚") });
    assert!(case.state.asked_other.is_some());
    case.does(mediator(), Command::StepBack { reason: text("是对方的表兄") });
    assert_eq!((case.state.mediator, case.state.barred.contains(&user(62))), (None, true));
    case.refuses(head(), named(62), "mediation-involved");
    case.does(head(), named(64));
    assert!(case.state.asked_other.is_none(), "that is answered");
    // Whoever helps records too, and does not sign as the mediator.
    case.does(SHE, consent(1)).does(SHE, consent(2)).does(judge(), Command::NotifyRights { how: How::Oral });
    case.does(judge(), session(date(2026, 3, 2), &[1, 2]));
    case.does(judge(), agree(AgreementForm::Written, vec![term(1, date(2026, 3, 20))]));
    case.refuses(judge(), sign(Signer::Mediator, date(2026, 3, 2)), "mediation-not-the-mediator");
    case.refuses(mediator(), sign(Signer::Party(1), date(2026, 3, 2)), "mediation-involved");
}

#[test]
fn separate_talks_stay_with_whoever_sat_there() {
    let mut case = talking(opened(Source::Direct));
    case.does(mediator(), session(date(2026, 3, 4), &[2]));
    case.refuses(mediator(), session(date(2026, 3, 5), &[1]), "mediation-future");
    case.refuses(mediator(), session(date(2026, 3, 1), &[1]), "mediation-early");
    case.refuses(mediator(), session(date(2026, 3, 4), &[]), "mediation-party-unknown");
    case.refuses(mediator(), session(date(2026, 3, 4), &[1, 1]), "mediation-party-unknown");
    let Command::Hold(held) = session(date(2026, 3, 4), &[1]) else { panic!() };
    case.refuses(mediator(), Command::Hold(Box::new(Session { public: true, ..*held })), "mediation-public-alone");
    let numbers = |no| case.state.sessions_of(no).map(|held| held.no).collect::<Vec<_>>();
    assert_eq!((numbers(1), numbers(2)), (vec![1], vec![1, 2]));
    let confirm = |session, party| Command::ConfirmMinutes { session, party, how: How::Herself };
    case.refuses(SHE, confirm(2, 1), "mediation-session-unknown");
    case.does(SHE, confirm(2, 2)).does(SHE, confirm(1, 1)).refuses(SHE, confirm(1, 1), "mediation-said-already");
    // An agreement needs both to have been heard.
    let mut case = begun(opened(Source::Direct)).unwrap();
    case.does(head(), named(62)).does(SHE, consent(1)).does(SHE, consent(2));
    case.does(mediator(), Command::NotifyRights { how: How::Oral }).does(mediator(), session(date(2026, 3, 2), &[1]));
    case.refuses(mediator(), agree(AgreementForm::Oral, vec![term(1, date(2026, 3, 20))]), "mediation-not-heard");
}

#[test]
fn no_agreement_takes_a_right_away_and_land_is_put_in_writing() {
    let mut case = talking(Opened { topic: Topic::LandContract, ..opened(Source::Petition) });
    let with = |dispute: &str, term: &str| {
        let terms = vec![Term { by: 1, text: text(term), due: date(2026, 3, 20) }];
        let dispute = text(dispute);
        Command::Agree(Box::new(Agreement { dispute, ..agreement(AgreementForm::Written, terms) }))
    };
    case.refuses(mediator(), with("占地", "付款后 不 再 信 访"), "mediation-right-waived");
    case.refuses(mediator(), with("双方息诉、罢访", "付款"), "mediation-right-waived");
    let Err(refusal) = case.give(mediator(), &with("占地", "从此不得（上）访")) else { panic!() };
    let said = refusal.message().say(kernel::Locale::Zh);
    assert!(said.contains("人民调解法》第 3 条") && said.contains("谁在哪天以前做什么"), "{said}");
    case.refuses(mediator(), agree(AgreementForm::Oral, vec![term(1, date(2026, 3, 20))]), "mediation-land-written");
    case.refuses(mediator(), agree(AgreementForm::Written, vec![]), "mediation-terms-missing");
    case.refuses(mediator(), agree(AgreementForm::Written, vec![term(1, date(2026, 3, 3))]), "mediation-term-due");
    case.refuses(
        mediator(),
        agree(AgreementForm::Written, vec![term(9, date(2026, 3, 20))]),
        "mediation-party-unknown",
    );
    case.does(mediator(), with("占了半亩", "退出多占的半亩"));
    assert_eq!(case.state.ways(), [Way::LandArbitration, Way::Court, Way::Government, Way::Petition]);
}

#[test]
fn a_danger_is_told_to_the_police() {
    let mut case = talking(opened(Source::Direct));
    let report =
        |kind, police| Command::ReportRisk(Box::new(RiskReport { kind, text: text("对方说要动手"), police }));
    case.refuses(mediator(), report(RiskKind::Crime, None), "mediation-police");
    case.refuses(
        mediator(),
        report(RiskKind::PublicOrder, Some((text("派出所"), date(2026, 3, 5)))),
        "mediation-future",
    );
    case.does(mediator(), report(RiskKind::PublicOrder, Some((text("派出所"), date(2026, 3, 4)))));
    case.does(mediator(), report(RiskKind::Escalation, None));
    assert_eq!(case.state.risks.len(), 2);
}

#[test]
fn what_is_not_done_is_urged_and_then_both_are_told_how_to_sue() {
    let mut case = talking(opened(Source::Petition));
    case.does(mediator(), agree(AgreementForm::Oral, vec![term(2, date(2026, 3, 20)), term(1, date(2026, 4, 20))]));
    case.refuses(mediator(), Command::Urge { term: 1 }, "not-at-this-stage");
    case.at("2026-03-21T09:00");
    let clock = case.state.performance[0].clock.unwrap();
    case.does(SYSTEM, Command::MarkOverdue { clock });
    assert_eq!(case.state.stage(), Stage::Breached);
    case.refuses(SYSTEM, Command::MarkOverdue { clock }, "clock-not-overdue");
    case.refuses(mediator(), Command::Urge { term: 2 }, "mediation-not-late");
    case.refuses(mediator(), Command::TellWays { term: 1 }, "mediation-urge-first");
    case.does(mediator(), Command::Urge { term: 1 }).refuses(mediator(), Command::Urge { term: 1 }, "mediation-urged");
    case.refuses(head(), Command::Archive, "mediation-term-open");
    // A party sees before the clock does that the second will not be done.
    case.does(SHE, Command::TellBreach { term: 2, party: 2, text: text("他把渠又填了") });
    case.does(mediator(), Command::TellWays { term: 1 }).does(mediator(), Command::Urge { term: 2 });
    case.does(mediator(), Command::TellWays { term: 2 });
    case.refuses(mediator(), Command::TellWays { term: 2 }, "mediation-said-already");
    case.does(head(), Command::Archive);
    assert_eq!(steps(&case).last(), Some(&MediationStep::Broken));
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
}

#[test]
fn only_a_lawful_committee_and_fit_matters_go_to_court() {
    for (org_type, topic, window) in [
        (OrgType::Petition, Topic::Neighbour, false),
        (OrgType::Administrative, Topic::Neighbour, false),
        (OrgType::People, Topic::Adoption, false),
        (OrgType::People, Topic::Neighbour, true),
    ] {
        let mut case = talking(Opened { org_type, topic, ..opened(Source::Direct) });
        case.does(mediator(), agree(AgreementForm::Oral, vec![term(1, date(2026, 3, 20))]));
        assert_eq!(case.state.window().is_some(), window);
        let want = Command::WantConfirmation { party: 1, how: How::Herself };
        match (org_type, window) {
            (_, true) => drop(case.does(SHE, want)),
            (OrgType::People, false) => drop(case.refuses(SHE, want, "mediation-confirm-topic")),
            _ => drop(case.refuses(SHE, want, "mediation-confirm-people")),
        }
    }
}

#[test]
fn an_opening_has_two_parties_and_names_its_matter() {
    let refused = |opened: Opened| begun(opened).err().unwrap().code;
    assert_eq!(refused(Opened { parties: vec![party(1)], ..opened(Source::Direct) }), "mediation-two-parties");
    assert_eq!(
        refused(Opened { parties: vec![party(1), party(1)], ..opened(Source::Direct) }),
        "mediation-party-twice"
    );
    assert_eq!(refused(Opened { case: None, ..opened(Source::Petition) }), "mediation-source-case");
    let case = Some((CaseId(uuid::Uuid::from_u128(8)), number()));
    assert_eq!(refused(Opened { case, ..opened(Source::Court) }), "mediation-source-case");
}
