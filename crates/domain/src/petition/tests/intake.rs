//! Registration, forwarding, objection, dispute, refusal.

use super::*;
use crate::petition::{FinalBasis, NotAcceptReason, ReopenReason, Stage};

fn object() -> Command {
    Command::Object { reason: reasons(), basis: None }
}

fn approve(to: kernel::OrgId) -> Command {
    Command::ApproveObjection { to, reason: words() }
}

fn decide(to: kernel::OrgId) -> Command {
    Command::DecideDispute { to, reason: words() }
}

#[test]
fn s01_the_bureau_has_fifteen_days() {
    let case = registered("2026-01-05T09:00");
    let clock = case.state.running("FORWARD_15D").unwrap();
    let day = jiff::civil::date(2026, 1, 20);
    assert_eq!((clock.raw, clock.statutory, clock.conservative), (day, day, day));
}

#[test]
fn s37_a_matter_filed_on_saturday_counts_from_saturday() {
    let case = registered("2026-11-21T20:00");
    let clock = case.state.running("FORWARD_15D").unwrap();
    assert_eq!(clock.raw.to_string(), "2026-12-06");
    assert_eq!(clock.statutory.to_string(), "2026-12-07");
    assert_eq!(clock.conservative.to_string(), "2026-12-04");
}

#[test]
fn s03_an_objection_is_possible_until_the_fifth_working_day() {
    let mut case = registered("2026-02-11T08:30");
    case.does(officer(), forward(UNIT));
    assert_eq!(due(&case, "OBJECTION_5WD"), "2026-02-25");
    let notify = due(&case, "NOTIFY_15D");
    case.at("2026-02-25T23:59").refuses(
        handler(),
        Command::Object { reason: words(), basis: None },
        "objection-reason-short",
    );
    case.at("2026-02-26T00:00").refuses(handler(), object(), "objection-late");
    case.at("2026-02-25T23:59").refuses(SYSTEM, object(), "not-permitted").does(handler(), object());
    assert_eq!(case.state.stage(), Stage::Objected);
    assert_eq!(due(&case, "NOTIFY_15D"), notify, "the notice runs on");
    assert_eq!((case.state.holder(), case.state.turn()), (UNIT, BUREAU));
}

#[test]
fn s15_five_working_days_do_not_wait_for_the_festival() {
    let mut case = registered("2026-09-17T10:00");
    case.does(officer(), forward(UNIT));
    assert_eq!(due(&case, "OBJECTION_5WD"), "2026-09-23");
}

#[test]
fn a_rejected_objection_stays_and_does_not_come_back() {
    let mut case = registered("2026-01-05T09:00");
    case.does(officer(), forward(UNIT)).does(handler(), object()).at("2026-01-08T09:00");
    case.does(officer(), Command::RejectObjection { reason: words() });
    assert_eq!(case.state.stage(), Stage::Forwarded);
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-01-20", "from the first receipt");
    case.refuses(handler(), object(), "objection-settled");
    assert_eq!(case.state.hop_count(), 0);
}

#[test]
fn s27_two_units_disagree_and_the_common_superior_decides() {
    let mut case = registered("2026-01-05T09:00");
    case.does(officer(), forward(UNIT)).does(handler(), object());
    case.refuses(officer(), approve(UNIT), "objection-same-unit")
        .at("2026-01-08T09:00")
        .does(officer(), approve(OTHER));
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-01-23", "the new unit's own fifteen days");
    case.does(staff(31, OTHER), object());
    case.refuses(officer(), Command::RaiseDispute { superior: OTHER }, "dispute-superior");
    case.does(officer(), Command::RaiseDispute { superior: SUPERIOR });
    assert_eq!((case.state.holder(), case.state.turn()), (OTHER, SUPERIOR), "who has it keeps the contact");
    assert_eq!(due(&case, "DISPUTE_10D"), "2026-01-19", "who decides, and by when");
    case.refuses(officer(), decide(UNIT), "dispute-by-a-party").refuses(
        staff(31, OTHER),
        decide(UNIT),
        "dispute-by-a-party",
    );
    case.does(staff(31, OTHER), Command::Progress { note: words(), public: true });
    case.at("2026-01-12T09:00").does(staff(51, SUPERIOR), decide(UNIT));
    assert_eq!((case.state.stage(), case.state.hop_count()), (Stage::Forwarded, 2));
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-01-27");
    assert!(case.state.running("OBJECTION_5WD").is_none() && case.state.running("DISPUTE_10D").is_none());
    case.refuses(handler(), object(), "objection-settled");
}

#[test]
fn a_dispute_decided_for_the_same_unit_leaves_its_clock() {
    let mut case = registered("2026-01-05T09:00");
    case.does(officer(), forward(UNIT)).does(handler(), object());
    case.does(officer(), Command::RaiseDispute { superior: SUPERIOR }).at("2026-01-15T09:00");
    case.does(staff(51, SUPERIOR), decide(UNIT));
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-01-20");
    assert!(case.state.running("DISPUTE_10D").is_none());
    assert_eq!(case.state.hops.len(), 1);
}

#[test]
fn the_third_change_of_hands_is_noted_and_the_fourth_is_the_superiors() {
    let mut case = registered("2026-01-05T09:00");
    case.does(officer(), forward(UNIT));
    let (second, fourth) = (staff(31, OTHER), staff(41, THIRD));
    case.does(handler(), object())
        .does(officer(), approve(OTHER))
        .does(second, object())
        .does(officer(), approve(THIRD));
    case.does(fourth, object());
    let events = case.give(officer(), &approve(SUPERIOR)).unwrap();
    assert!(events.iter().any(|event| event.fact == crate::petition::Fact::HopLimitReached { hops: 3 }));
    case.does(staff(51, SUPERIOR), object()).refuses(officer(), approve(UNIT), "hops-exhausted");
    case.does(officer(), Command::RaiseDispute { superior: BUREAU });
    assert_eq!(case.state.received_at, beijing("2026-01-05T09:00"));
}

#[test]
fn s23_at_most_five_represent_a_visit_and_joint_signatures_are_free() {
    let visit = Register { channel: Channel::Visit, headcount: 7, representatives: 6, ..registration(&["退费"]) };
    let now = "2026-01-05T10:00";
    assert_eq!(begin(now, visit.clone()).err().unwrap().code, "visit-representatives");
    let case = begin(now, Register { representatives: 5, ..visit.clone() }).unwrap();
    assert!(case.state.is_group(&case.around.settings));
    let online = Register { channel: Channel::Web, headcount: 30, representatives: 0, ..visit.clone() };
    assert!(!begin(now, online).unwrap().state.is_group(&crate::settings::Settings::default()));
    let odd = Register { headcount: 2, representatives: 3, ..visit };
    assert_eq!(begin(now, odd).err().unwrap().code, "representatives-more-than-people");
}

#[test]
fn what_is_not_registered_here() {
    let report = Register { matter_type: MatterType::Whistleblow, ..registration(&["举报"]) };
    assert_eq!(begin("2026-01-05T10:00", report).err().unwrap().code, "whistleblow-sealed");
    assert_eq!(begin("2026-01-05T08:59", registration(&["早"])).err().unwrap().code, "received-in-future");
}

#[test]
fn s25_the_unit_complained_of_never_handles_it() {
    let register = Register { respondent: Some(UNIT), ..registration(&["退费"]) };
    let mut case = begin("2026-01-05T10:00", register).unwrap();
    case.refuses(officer(), forward(UNIT), "respondent-cannot-handle").does(officer(), forward(OTHER));
    case.refuses(officer(), forward(THIRD), "not-at-this-stage");
    // It comes out later that the unit is the one complained of: the bureau sends it on, however late.
    let sorted = Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: Some(OTHER),
        routes: vec![],
    };
    case.at("2026-01-19T10:00").does(officer(), sorted);
    let accept = accept(&case);
    case.refuses(staff(31, OTHER), accept, "respondent-cannot-handle").does(officer(), forward(THIRD));
    assert_eq!((case.state.hop_count(), case.state.holder()), (1, THIRD));
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-02-03");
}

#[test]
fn who_is_sent_elsewhere_is_told_where() {
    use crate::petition::{Elsewhere, Procedure};
    let mut case = registered("2026-01-05T09:00");
    let refuse = |reason, elsewhere| Command::NotAccept { reason, explanation: words(), elsewhere };
    for reason in [NotAcceptReason::GoElsewhere, NotAcceptReason::LegalChannelOnly] {
        case.refuses(officer(), refuse(reason, None), "elsewhere-missing");
    }
    let organ_alone = Box::new(Elsewhere { way: None, ..elsewhere() });
    let legal = refuse(NotAcceptReason::LegalChannelOnly, Some(organ_alone.clone()));
    case.refuses(officer(), legal, "elsewhere-way-missing");
    case.does(officer(), refuse(NotAcceptReason::GoElsewhere, Some(organ_alone.clone())));
    let Procedure::NotAccepted { elsewhere: told, .. } = &case.state.procedure else { panic!("not refused") };
    assert_eq!(told.as_ref(), Some(&organ_alone));
    let json = serde_json::to_string(&case.events.last().unwrap().event).unwrap();
    assert!(json.contains("\"elsewhere\":{\"organ\":\"旗劳动人事争议仲裁院\",\"phone\""), "{json}");
}

#[test]
fn s21_pending_at_the_level_below() {
    let mut case = registered("2026-01-05T09:00");
    let pending = Command::NotAccept { reason: NotAcceptReason::PendingAtLower, explanation: words(), elsewhere: None };
    case.does(officer(), pending);
    assert!(case.state.stage().is_over() && case.state.clocks.iter().all(|clock| !clock.is_open()));
    let again = |reason| Command::Reopen { reason, text: words() };
    case.refuses(SHE, again(ReopenReason::FalselyClosed), "reopen-needs-new-facts").at("2026-03-02T09:00");
    case.does(SHE, again(ReopenReason::NewFacts));
    assert_eq!((case.state.stage(), due(&case, "FORWARD_15D").as_str()), (Stage::Registered, "2026-03-17"));
    assert_eq!(case.state.registered_at, beijing("2026-01-05T09:00"), "nothing resets");
}

#[test]
fn no_more_accepted_takes_two() {
    let mut case = registered("2026-01-05T09:00");
    let resting = |basis| Command::ProposeFinality { basis, same: words() };
    let propose = || resting(super::rechecked("2026-01-05"));
    case.refuses(officer(), resting(super::rechecked("2026-01-06")), "finality-day");
    let own = FinalBasis::Known {
        petition: case.state.id,
        number: number(),
        organ: SUPERIOR,
        opinion: text("内信复核〔2025〕9号"),
        on: jiff::civil::date(2025, 5, 6),
    };
    case.refuses(officer(), resting(own), "finality-own-matter");
    case.refuses(officer(), Command::ConfirmFinality, "finality-not-proposed").refuses(
        SYSTEM,
        propose(),
        "not-permitted",
    );
    case.does(officer(), propose()).refuses(registrar(), propose(), "finality-proposed");
    case.refuses(officer(), Command::ConfirmFinality, "finality-own").does(registrar(), Command::DropFinality);
    case.does(officer(), propose()).does(registrar(), Command::ConfirmFinality);
    assert_eq!(case.state.stage(), Stage::NoMoreAccepted);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    // New facts open it again, however often, and the proof is asked for anew.
    for day in ["2026-02-02T09:00", "2026-03-02T09:00"] {
        case.at(day).refuses(
            SHE,
            Command::Reopen { reason: ReopenReason::FalselyClosed, text: words() },
            "reopen-needs-new-facts",
        );
        case.does(SHE, Command::Reopen { reason: ReopenReason::NewFacts, text: words() });
        assert_eq!((case.state.stage(), case.state.finality()), (Stage::Registered, None));
        case.refuses(registrar(), Command::ConfirmFinality, "finality-not-proposed");
        case.does(officer(), propose()).does(registrar(), Command::ConfirmFinality);
    }
}

#[test]
fn a_unit_that_received_it_itself_gives_notice_from_that_day() {
    let register = Register { bureau: UNIT, direct_to_unit: true, ..registration(&["退费"]) };
    let mut case = begin("2026-01-06T10:00", register).unwrap();
    assert!(case.state.running("FORWARD_15D").is_none());
    case.at("2026-01-09T10:00");
    let assign = Command::Forward { to: UNIT, kind: DispatchKind::AssignWithFeedback, feedback_days: Some(10) };
    case.refuses(leader(), assign, "assign-to-oneself").does(leader(), forward(UNIT));
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-01-20", "from receipt on 5 January, not from today");
    case.refuses(handler(), object(), "objection-to-oneself");
    let accept = accept(&case);
    case.does(leader(), accept);
    assert_eq!(case.state.stage(), Stage::Accepted);
}

#[test]
fn s13_an_assignment_ends_with_its_report() {
    let mut case = registered("2026-09-01T09:00");
    let assign = |days| Command::Forward { to: UNIT, kind: DispatchKind::AssignWithFeedback, feedback_days: days };
    case.at("2026-09-10T09:00").refuses(officer(), assign(None), "assign-needs-days");
    let wrong = Command::Forward { to: UNIT, kind: DispatchKind::ReportForDecision, feedback_days: None };
    case.refuses(officer(), wrong, "report-is-not-forward").does(officer(), assign(Some(20)));
    assert_eq!(due(&case, "FEEDBACK_CUSTOM"), "2026-09-30");
    let accept = accept(&case);
    case.does(leader(), accept).does(handler(), contact());
    let draft = draft(&case, "2026-09-20", true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
    case.does(handler(), Command::Serve(serve("2026-09-10"))).at("2026-09-20T09:00");
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).does(checker(), found(one)).at("2026-11-01T09:00");
    case.refuses(leader(), Command::Close, "close-report-missing");
    case.does(handler(), Command::ClosingReport { text: words() });
    case.refuses(handler(), Command::ClosingReport { text: words() }, "no-report-asked");
    case.does(leader(), Command::Close);
    assert!(case.state.dispatch().unwrap().closing_report.is_some());
}

#[test]
fn an_overdue_clock_is_noted_once() {
    let mut case = registered("2026-01-05T09:00");
    let note = Command::MarkOverdue { clock: case.state.clocks[0].id };
    case.at("2026-01-20T23:59").refuses(SYSTEM, note.clone(), "clock-not-overdue");
    case.at("2026-01-21T00:00").does(SYSTEM, note.clone()).refuses(SYSTEM, note, "clock-not-overdue");
    assert_eq!(case.state.overdue.len(), 1);
}

#[test]
fn every_claim_to_its_channel_and_not_over_before_they_took_it() {
    let mut case = registered("2026-01-05T09:00");
    case.does(officer(), forward(UNIT));
    let (one, two) = (claim(&case, 0), claim(&case, 1));
    let court = |id| (id, StatutoryRoute::Litigation, Some(text("固阳县人民法院")));
    let routes = |routes| Command::Accept { handler: user(21), routes };
    case.refuses(leader(), routes(vec![court(one)]), "claim-without-route");
    case.refuses(leader(), routes(vec![court(one), (two, StatutoryRoute::Arbitration, None)]), "route-without-target");
    case.does(leader(), routes(vec![court(one), court(two)]));
    assert_eq!(case.state.stage(), Stage::Routed);
    assert!(!case.state.stage().is_over());
    case.refuses(SYSTEM, Command::Archive, "close-handoff-open");
    let taken = |claim| Command::HandoffAccepted { claim, number: text("（2026）内0222民初7号") };
    case.does(handler(), taken(one)).refuses(handler(), taken(one), "claim-not-handed-off").does(handler(), taken(two));
    case.does(SYSTEM, Command::Archive);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
}

#[test]
fn the_desk_says_which_way_it_sees_and_the_unit_decides() {
    let mut case = registered("2026-01-05T09:00");
    let sorted = |routes| Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: None,
        routes,
    };
    let (first, second) = (claim(&case, 0), claim(&case, 1));
    let unknown: ClaimId = uuid::Uuid::from_u128(999).into();
    case.refuses(officer(), sorted(vec![(unknown, StatutoryRoute::Litigation)]), "claim-unknown");
    case.does(officer(), sorted(vec![(first, StatutoryRoute::DutyPerformance), (second, StatutoryRoute::Litigation)]));
    case.does(officer(), sorted(vec![(second, StatutoryRoute::PetitionProcedure)]));
    let seen = |case: &Case| case.state.claims.iter().map(|c| (c.proposed, c.route)).collect::<Vec<_>>();
    let (duty, petition) = (StatutoryRoute::DutyPerformance, StatutoryRoute::PetitionProcedure);
    assert_eq!(seen(&case), [(Some(duty), None), (Some(petition), None)]);
    case.does(officer(), forward(UNIT));
    let accept = accept(&case);
    case.does(leader(), accept);
    assert_eq!(seen(&case), [(Some(duty), Some(petition)), (Some(petition), Some(petition))]);
}
