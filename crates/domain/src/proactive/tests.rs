//! A find in stories: told, declined, agreed to, handled level by level, settled by her word.

use kernel::{OrgId, PersonId};
use uuid::Uuid;

use super::*;
use crate::{
    actor::Actor,
    agency::Mode,
    lifecycle::Fact as _,
    mandate::{Capacity, Consents, Give, Giver, MandateEnd, Power, Signing, Way},
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
    assert_eq!((case.state.level(), case.state.holder()), (Some(Level::Township), STATION));
    assert_eq!(
        (case.state.agency.mode, case.state.agent),
        (Some(Mode::Escalated), Some(user(31))),
        "still her contact"
    );
    assert_eq!(due(&case, "AGENCY_COUNTY_15D"), "2026-01-20", "nothing begins anew");
    let township = due(&case, "AGENCY_TOWNSHIP_7WD");
    runs_out(&mut case, "AGENCY_TOWNSHIP_7WD", "2026-01-22T00:00");
    assert_eq!((township.as_str(), case.state.holder()), ("2026-01-20", BUREAU));
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
    said!(Signal, Level, Stage, CommandKind);
    for code in codes_in(&[include_str!("rules.rs"), include_str!("decide.rs")]) {
        let known = kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &format!("refusal-{code}")));
        assert!(known, "{code}");
    }
    let mut case = handled();
    case.does(agent(), Command::Progress { note: text("去看了界。") });
    runs_out(&mut case, "AGENCY_VILLAGE_3WD", "2026-01-10T00:00");
    case.does(agent(), Command::Resolve { what: text("立了界桩。") }).does(SHE, Command::Confirm { solved: false });
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
