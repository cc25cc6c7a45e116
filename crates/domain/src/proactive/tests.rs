//! A find in stories: told, declined, agreed to, handled level by level, settled by her word.

use kernel::{OrgId, PersonId};
use uuid::Uuid;

use super::*;
use crate::{
    actor::Actor,
    agency::Mode,
    escalation::ByRule,
    lifecycle::Fact as _,
    mandate::{Capacity, Consents, Give, Giver, MandateEnd, Power, Signing, Way},
    oversight::Oversight,
    testing::*,
};

type Case = World<Find>;

const POINT: OrgId = OrgId(Uuid::from_u128(61));
const STATION: OrgId = OrgId(Uuid::from_u128(62));

fn grid() -> Actor {
    staff(71, POINT)
}

fn agent() -> Actor {
    staff(31, POINT)
}

fn lead() -> Actor {
    staff(72, STATION)
}

fn seen(at: &str) -> Case {
    let observe = Observe {
        division: division(),
        ladder: vec![POINT, STATION, BUREAU],
        signal: Signal::Land,
        observed_at: beijing(at),
        person: PersonId(Uuid::from_u128(99)),
    };
    World::begin(at, grid(), |env| Find::observe(observe, Uuid::from_u128(7).into(), number(), env)).unwrap()
}

fn give() -> Command {
    Command::GiveMandate(Box::new(Give {
        stand_in: None,
        agent: user(31),
        org: POINT,
        official: false,
        powers: vec![Power::Deliver, Power::Accompany],
        until: None,
        giver: Giver { capacity: Capacity::Full, guardian: None },
        signing: Signing { way: Way::Paper, read_back: false, recording: None, witnesses: vec![] },
        consents: Consents { passing_on: true, sensitive: false },
    }))
}

/// Seen on Monday the fifth, agreed to and entrusted on Tuesday.
fn handled() -> Case {
    let mut case = seen("2026-01-05T09:00");
    case.does(lead(), Command::Assign { agent: user(31), org: POINT }).at("2026-01-06T10:00");
    case.does(agent(), Command::Inform).does(agent(), Command::Consent).does(agent(), give());
    case
}

#[track_caller]
fn due(case: &Case, def: &str) -> String {
    let clock = case.state.clocks.iter().find(|clock| clock.def == def && clock.is_running());
    clock.unwrap_or_else(|| panic!("{def} does not run")).statutory.to_string()
}

/// What the sweeper does at this moment: rises by the shipped rules, as far as they say.
fn looked_at(case: &mut Case, at: &str) -> Vec<String> {
    let rules = Oversight::shipped();
    let mut by = vec![];
    case.at(at);
    while let Some((rule, sign)) = case.state.rises_by(rules, case.now) {
        let told = ByRule {
            id: rule.id.clone(),
            version: rules.version.clone(),
            trigger: rule.trigger,
            threshold: rule.threshold,
            measured: sign.measure,
            occasion: text(&sign.occasion),
        };
        case.does(SYSTEM, Command::RaiseByRule { rule: Box::new(told), org: None });
        by.push(rule.id.to_string());
    }
    by
}

fn runs_out(case: &mut Case, def: &str, at: &str) {
    let clock = case.state.clocks.iter().find(|clock| clock.def == def && clock.is_running()).unwrap().id;
    case.at(at).does(SYSTEM, Command::MarkOverdue { clock });
}

#[test]
fn nothing_of_hers_is_written_before_she_agrees() {
    let mut case = seen("2026-01-05T09:00");
    let first = serde_json::to_string(&case.events[0].event).unwrap();
    assert!(!first.contains("text") && !first.contains("phone") && !first.contains("name"), "{first}");
    case.refuses(agent(), Command::Consent, "not-at-this-stage").refuses(agent(), give(), "not-at-this-stage");
    for said in ["电话 138 0000 0006", "身份证 150223197001010011", "０４７２８８８８８８８"] {
        assert_eq!(rules::no_number_of_a_person_stands_in_it(said).unwrap_err().code, "find-personal-number");
    }
    assert!(rules::no_number_of_a_person_stands_in_it("两家为 3 亩地吵了 2 次").is_ok());
}

#[test]
fn whoever_declines_is_left_in_peace_and_forgotten() {
    let mut case = seen("2026-01-05T09:00");
    case.does(grid(), Command::Inform).does(grid(), Command::Decline);
    assert_eq!(due(&case, "FIND_DECLINED_CUSTOM"), "2026-04-05");
    case.does(grid(), Command::Revisit).refuses(grid(), Command::Revisit, "find-visited-enough");
    runs_out(&mut case, "FIND_DECLINED_CUSTOM", "2026-04-06T00:00");
    assert_eq!(case.state.stage(), Stage::Forgotten);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.refuses(grid(), Command::Revisit, "not-at-this-stage");
}

#[test]
fn it_rises_level_by_level_inside_the_fifteen_days_of_the_first() {
    let mut case = handled();
    assert_eq!(due(&case, "AGENCY_COUNTY_15D"), "2026-01-20", "from the day it was seen, not from her word");
    assert_eq!((due(&case, "AGENCY_VILLAGE_3WD"), case.state.holder()), ("2026-01-09".into(), POINT));
    assert_eq!(case.state.agency.mode, Some(Mode::Proactive));
    runs_out(&mut case, "AGENCY_VILLAGE_3WD", "2026-01-10T00:00");
    assert_eq!(case.state.level(), Some(Level::Village), "that a day has passed raises nothing by itself");
    assert_eq!(looked_at(&mut case, "2026-01-10T00:01"), ["find-village-days"]);
    assert_eq!((case.state.level(), case.state.holder()), (Some(Level::Township), STATION));
    assert_eq!(
        (case.state.agency.mode, case.state.agent),
        (Some(Mode::Escalated), Some(user(31))),
        "still her contact"
    );
    assert_eq!(due(&case, "AGENCY_COUNTY_15D"), "2026-01-20", "nothing begins anew");
    // Seven working days would end with the fifteenth: the county has it three days before.
    assert_eq!(due(&case, "AGENCY_TOWNSHIP_7WD"), "2026-01-20");
    assert!(looked_at(&mut case, "2026-01-16T23:59").is_empty());
    let next = case.state.next_look(Oversight::shipped(), case.now).unwrap();
    assert_eq!(next, beijing("2026-01-17T00:00"));
    assert_eq!(looked_at(&mut case, "2026-01-17T00:00"), ["find-twelfth-day"]);
    assert_eq!((case.state.level(), case.state.holder()), (Some(Level::County), BUREAU));
    assert!(case.state.next_look(Oversight::shipped(), case.now).is_none(), "there is nothing above");
    case.refuses(agent(), Command::Escalate, "find-no-level-above");
    case.does(agent(), Command::Convert { petition: Uuid::from_u128(8).into() });
    assert!(case.state.stage().is_over() && case.state.clocks.iter().all(|clock| !clock.is_open()));
}

#[test]
fn only_her_word_settles_it() {
    let mut case = handled();
    let settled = || Command::Resolve { what: text("两家立了界桩。") };
    case.refuses(grid(), settled(), "mandate-missing").does(agent(), settled());
    case.does(SHE, Command::Confirm { solved: false });
    assert_eq!(case.state.level(), Some(Level::Township), "what she does not confirm rises");
    case.does(agent(), settled()).does(SHE, Command::Confirm { solved: true });
    assert_eq!(case.state.stage(), Stage::Closed);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.at("2026-02-10T09:00").does(SHE, Command::Reopen { note: text("界桩又被拔了。") });
    assert_eq!((case.state.stage(), due(&case, "AGENCY_COUNTY_15D")), (Stage::Handling, "2026-02-25".into()));
}

#[test]
fn she_takes_it_back_and_whoever_is_concerned_is_not_named() {
    let mut case = handled();
    case.does(SHE, Command::RevokeMandate { reason: None });
    assert_eq!((case.state.agent, case.state.agency.past[0].end), (None, MandateEnd::Revoked));
    assert_eq!(case.state.agent_until(), Some(case.now));
    case.refuses(agent(), Command::Resolve { what: text("—") }, "mandate-missing");
    case.does(SHE, Command::Convert { petition: Uuid::from_u128(8).into() });
}

#[test]
fn nobody_raises_by_a_rule_that_sees_nothing() {
    let mut case = handled();
    let rule = Oversight::shipped().escalation.iter().find(|rule| rule.id.as_str() == "find-village-days").unwrap();
    let told = ByRule {
        id: rule.id.clone(),
        version: text("proposal-2026"),
        trigger: rule.trigger,
        threshold: 0,
        measured: 9,
        occasion: text("made up"),
    };
    let raise = || Command::RaiseByRule { rule: Box::new(told.clone()), org: None };
    case.refuses(SYSTEM, raise(), "rise-no-trigger").refuses(lead(), raise(), "not-permitted");
}

#[test]
fn a_table_that_is_silent_about_finds_leaves_them_to_the_shipped_one() {
    let mut silent = Oversight::shipped().clone();
    silent.escalation.retain(|rule| !rule.kinds.contains(&crate::case::CaseKind::Find));
    assert_eq!(silent.for_finds().version, Oversight::shipped().version);
    let mut case = handled();
    case.at("2026-01-10T00:01");
    assert_eq!(case.state.rises_by(&silent, case.now).unwrap().0.id.as_str(), "find-village-days");
}

#[test]
fn a_rule_may_name_somebody_the_ladder_does_not() {
    let mut case = handled();
    case.at("2026-01-10T00:01");
    let (rule, sign) = case.state.rises_by(Oversight::shipped(), case.now).unwrap();
    let told = ByRule {
        id: rule.id.clone(),
        version: text("v"),
        trigger: rule.trigger,
        threshold: rule.threshold,
        measured: sign.measure,
        occasion: text(&sign.occasion),
    };
    case.does(SYSTEM, Command::RaiseByRule { rule: Box::new(told), org: Some(OTHER) });
    assert_eq!((case.state.holder(), case.state.ladder.clone()), (OTHER, vec![POINT, OTHER, BUREAU]));
}

#[test]
fn with_the_agent_who_leaves_the_mandate_ends_and_the_next_one_asks_anew() {
    let mut case = handled();
    case.does(agent(), Command::Escalate).does(lead(), Command::Assign { agent: user(32), org: STATION });
    let ended = &case.state.agency.past[0];
    assert_eq!((ended.agent, ended.end), (user(31), MandateEnd::Left));
    assert_eq!((case.state.agent, case.state.agency.mandate.is_none()), (Some(user(32)), true));
    let township = due(&case, "AGENCY_TOWNSHIP_7WD");
    case.refuses(agent(), Command::Resolve { what: text("—") }, "mandate-missing");
    let next = staff(32, STATION);
    case.refuses(next, Command::Resolve { what: text("—") }, "mandate-missing");
    let Command::GiveMandate(mut anew) = give() else { panic!("a mandate") };
    (anew.agent, anew.org) = (user(32), STATION);
    case.does(next, Command::GiveMandate(anew)).refuses(next, give(), "find-mandate-held");
    assert_eq!((case.state.level(), due(&case, "AGENCY_TOWNSHIP_7WD")), (Some(Level::Township), township));
    let village = case.state.clocks.iter().filter(|clock| clock.def == "AGENCY_VILLAGE_3WD").count();
    assert_eq!(village, 1, "the days of the village do not begin again");
    case.does(next, Command::Resolve { what: text("立了界桩。") });
}

#[test]
fn mediation_is_no_rest_for_the_clocks_and_her_word_still_settles_it() {
    let mut case = handled();
    case.refuses(grid(), Command::Mediate, "mandate-missing").does(agent(), Command::Mediate);
    assert_eq!((case.state.stage(), case.state.level()), (Stage::Mediation, Some(Level::Village)));
    assert_eq!(looked_at(&mut case, "2026-01-10T00:01"), ["find-village-days"]);
    assert_eq!((case.state.stage(), case.state.holder()), (Stage::Mediation, STATION), "it goes on above");
    let end = |agreed| Command::EndMediation { agreed, what: text("补 400 元，界桩各出一半。") };
    case.does(agent(), end(false)).does(agent(), Command::Mediate).does(agent(), end(true));
    assert_eq!(case.state.stage(), Stage::AgentResolved, "an agreement is not yet her word");
    assert_eq!(due(&case, "AGENCY_COUNTY_15D"), "2026-01-20");
    case.does(SHE, Command::Confirm { solved: true });
    assert!(case.state.stage().is_over());
}

#[test]
fn a_danger_is_reported_at_any_time_and_describes_nobody() {
    let mut case = seen("2026-01-05T09:00");
    let report = |danger, told: &[Told]| Command::ReportUrgent { danger, told: told.to_vec() };
    case.refuses(grid(), report(Danger::SelfHarm, &[]), "urgent-untold");
    case.refuses(grid(), report(Danger::Violence, &[Told::Government]), "urgent-police");
    case.does(grid(), report(Danger::Violence, &[Told::Police, Told::Government]));
    assert_eq!((case.state.stage(), case.state.urgent.len()), (Stage::Observed, 1), "the find goes its way");
    let written = serde_json::to_string(&case.events.last().unwrap().event.fact).unwrap();
    assert_eq!(written, r#"{"fact":"find.urgent_reported","danger":"VIOLENCE","told":["POLICE","GOVERNMENT"]}"#);
    case.does(grid(), Command::Inform).does(grid(), Command::Decline);
    case.does(grid(), report(Danger::SelfHarm, &[Told::Ambulance]));
    let org = |_: OrgId| String::new();
    let urgent = case.events.iter().filter(|one| matches!(one.event.fact, Fact::UrgentReported { .. }));
    assert!(
        urgent.clone().count() == 2 && urgent.into_iter().all(|one| words::timeline(&case.state, one, &org).is_none())
    );
}

#[test]
fn the_mandate_runs_out_by_the_clock() {
    let mut case = handled();
    case.does(agent(), Command::Escalate).does(agent(), Command::Escalate);
    runs_out(&mut case, "MANDATE_TERM_CUSTOM", "2026-07-06T00:00");
    assert_eq!(case.state.agency.past[0].end, MandateEnd::Expired);
}

#[test]
fn everything_is_said() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(Signal, Level, Stage, CommandKind, Danger, Told);
    for code in codes_in(&[include_str!("rules.rs"), include_str!("decide.rs"), include_str!("urgent.rs")]) {
        let known = kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &format!("refusal-{code}")));
        assert!(known, "{code}");
    }
    let mut case = handled();
    case.does(agent(), Command::Progress { note: text("去看了界。") });
    let urgent = Command::ReportUrgent { danger: Danger::Violence, told: vec![Told::Police, Told::Bureau] };
    runs_out(&mut case, "AGENCY_VILLAGE_3WD", "2026-01-10T00:00");
    looked_at(&mut case, "2026-01-10T00:01");
    case.does(lead(), urgent).does(agent(), Command::Mediate);
    case.does(agent(), Command::EndMediation { agreed: true, what: text("立了界桩。") });
    case.does(SHE, Command::Confirm { solved: false });
    let org = |_: OrgId| "百灵庙镇代办站".to_owned();
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org));
        if let Some(message) = words::timeline(&case.state, event, &org) {
            assert_said(&message);
            let free = matches!(event.event.fact, Fact::Consented | Fact::MandateGiven(_) | Fact::Escalated { .. });
            assert!(!free || message.say(kernel::Locale::Zh).contains("直接信访"), "{}", event.event.fact.kind());
        }
    }
    for kind in Fact::KINDS {
        assert!(kernel::i18n::knows(kernel::Locale::Zh, &crate::names::key_of("event", kind)), "{kind}");
    }
}

#[test]
fn the_table_stands_in_the_documents() {
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/proactive-lifecycle.md"), &lines);
}
