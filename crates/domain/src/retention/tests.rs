//! Whatever is asked in whatever order: nothing that is held is removed, and nobody removes alone.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, Digest, DivisionCode, OrgId, UserId};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    actor::Actor,
    case::CaseKind,
    lifecycle::{Event, Fact as _, Recorded},
};

const START: &str = "2026-03-02T02:00:00Z";

fn staff(no: u128) -> Actor {
    Actor::Staff { user: UserId(Uuid::from_u128(no)), org: OrgId(Uuid::from_u128(9)) }
}

fn at(days: i64) -> Ctx {
    let start: Timestamp = START.parse().unwrap();
    Ctx::seeded(start + jiff::SignedDuration::from_hours(24 * days), 7)
}

/// A file with its events.
struct Told {
    events: Vec<Recorded<Fact>>,
    state: MatterFile,
}

impl Told {
    fn new() -> Self {
        let opened = Opened {
            id: Uuid::from_u128(1),
            case: CaseId(Uuid::from_u128(2)),
            number: CaseNumber::compose(&DivisionCode::parse("150223").unwrap(), jiff::civil::date(2026, 9, 17), 118),
            kind: CaseKind::Petition,
            division: DivisionCode::parse("150223").unwrap(),
            bureau: OrgId(Uuid::from_u128(9)),
        };
        let first = recorded(1, &at(0), Actor::System, Fact::Opened(Box::new(opened)));
        Self { state: MatterFile::begin(&first).unwrap(), events: vec![first] }
    }

    fn does(
        &mut self,
        days: i64,
        actor: Actor,
        command: &Command,
        around: Around,
    ) -> Result<Vec<Fact>, kernel::Refusal> {
        let facts = self.state.decide(command, actor, &at(days), around)?;
        for fact in &facts {
            let next = recorded(self.state.version + 1, &at(days), actor, fact.clone());
            self.state.apply(&next);
            self.events.push(next);
        }
        Ok(facts)
    }
}

fn recorded(seq: i64, ctx: &Ctx, actor: Actor, fact: Fact) -> Recorded<Fact> {
    Recorded { seq, at: ctx.now(), actor, event: Event::of(fact) }
}

fn packed(days: i64, years: Option<u16>, after: After) -> Command {
    let period = Period { kind: CaseKind::Petition, years, after };
    let on = at(days).today();
    Command::Pack(Box::new(Packed {
        digest: Digest::of(b"package"),
        form: 1,
        entries: 3,
        bytes: 99,
        on,
        until: period.until(on),
        after,
        rules: "2026-1".into(),
    }))
}

fn gone() -> Command {
    Command::Dispose(Box::new(Removed {
        first: None,
        at: at(0).now(),
        rules: String::new(),
        digest: Digest::ZERO,
        traces: vec![],
        again: false,
    }))
}

const REST: Around = Around { open: false, beside: false };

#[test]
fn two_people_remove_what_is_over_and_nothing_else() {
    let mut file = Told::new();
    let code = |result: Result<Vec<Fact>, kernel::Refusal>| result.unwrap_err().code;
    assert_eq!(code(file.does(1, staff(1), &Command::Propose, REST)), "file-in-use");
    file.does(10, Actor::System, &packed(10, Some(10), After::Remove), REST).unwrap();
    assert_eq!(file.state.until().unwrap(), jiff::civil::date(2036, 3, 12));
    // 2036-03-12 is the last day on which it is kept.
    let last = 10 + 3653;
    assert_eq!(code(file.does(last, staff(1), &Command::Propose, REST)), "file-not-yet");
    assert_eq!(code(file.does(last + 1, Actor::System, &Command::Propose, REST)), "not-permitted");
    file.does(last + 1, staff(1), &Command::Propose, REST).unwrap();
    assert_eq!(file.state.stage(), Stage::Proposed);
    assert_eq!(code(file.does(last + 1, staff(1), &gone(), REST)), "file-two-people");
    assert_eq!(code(file.does(last + 1, staff(2), &gone(), Around { beside: true, ..REST })), "file-beside");
    file.does(last + 1, staff(2), &Command::Hold, REST).unwrap();
    assert_eq!(code(file.does(last + 1, staff(2), &gone(), REST)), "file-held");
    file.does(last + 1, staff(2), &Command::Free, REST).unwrap();
    file.does(last + 2, staff(2), &gone(), REST).unwrap();
    let (removed, by) = file.state.removed.clone().unwrap();
    assert_eq!((removed.first, removed.digest, by), (staff(1).user(), Digest::of(b"package"), staff(2)));
    assert_eq!(code(file.does(last + 3, staff(2), &Command::Hold, REST)), "file-removed", "nothing follows");
}

#[test]
fn what_is_kept_for_ever_is_never_due_and_what_is_limited_is_locked_once() {
    let mut file = Told::new();
    file.does(0, Actor::System, &packed(0, None, After::Remove), REST).unwrap();
    assert_eq!(file.state.is_due(jiff::civil::date(2999, 1, 1), REST).unwrap_err().code, "file-forever");
    let mut file = Told::new();
    file.does(0, Actor::System, &packed(0, Some(1), After::Limit), REST).unwrap();
    file.does(400, staff(1), &Command::Propose, REST).unwrap();
    assert_eq!(file.does(400, staff(2), &gone(), REST).unwrap(), [Fact::Limited]);
    assert_eq!(file.state.stage(), Stage::Limited);
    assert_eq!(file.state.is_due(at(500).today(), REST).unwrap_err().code, "file-limited");
}

#[test]
fn what_she_asks_is_answered_once_and_erasing_what_must_be_kept_limits_it() {
    let mut file = Told::new();
    let (ask, answer) = (Uuid::from_u128(5), |granted| Command::Answer { ask: Uuid::from_u128(5), granted });
    file.does(1, Actor::Petitioner, &Command::Ask { ask, wish: Wish::Erase }, Around { open: true, ..REST }).unwrap();
    let again = Command::Ask { ask: Uuid::from_u128(6), wish: Wish::Erase };
    assert_eq!(file.does(1, Actor::Petitioner, &again, REST).unwrap_err().code, "data-asked-already");
    let open = Around { open: true, ..REST };
    assert_eq!(file.does(2, staff(1), &answer(true), open).unwrap_err().code, "file-limit-open");
    assert_eq!(file.does(2, Actor::Petitioner, &answer(true), REST).unwrap_err().code, "not-permitted");
    let facts = file.does(3, staff(1), &answer(true), REST).unwrap();
    assert_eq!(facts.iter().map(Fact::kind).collect::<Vec<_>>(), ["file.answered", "file.limited"]);
    assert_eq!(file.does(3, staff(1), &answer(false), REST).unwrap_err().code, "data-ask-unknown");
}

#[test]
fn rules_are_checked_and_what_nobody_named_is_kept() {
    let rules = RetentionRules::shipped();
    assert!(rules.check().is_ok() && !rules.is_confirmed());
    assert_eq!(rules.period(CaseKind::Whistleblow).years, None);
    let mut wrong = rules.clone();
    wrong.periods[0].years = Some(0);
    wrong.periods[1].kind = CaseKind::Petition;
    wrong.alarm.people = 1;
    let codes: Vec<String> = wrong.check().unwrap_err().into_iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, ["retention-years", "retention-kind", "retention-alarm"]);
}

fn some_command() -> impl Strategy<Value = u8> {
    0u8..12
}

fn command(no: u8, days: i64, years: u16, after: After) -> Command {
    match no {
        0 => Command::Correct { change: Uuid::from_u128(50), data: vec![Datum::Phone] },
        1 => Command::Ask { ask: Uuid::from_u128(60), wish: Wish::Explain },
        2 => Command::Answer { ask: Uuid::from_u128(60), granted: days % 2 == 0 },
        3 => Command::Limit,
        4 => Command::Unlimit,
        5 => Command::Hold,
        6 => Command::Free,
        7 => packed(days, Some(years), after),
        8 => Command::Unpack,
        9 => Command::Propose,
        10 => Command::TakeBack,
        _ => gone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_held_is_removed_and_nobody_removes_alone(
        steps in prop::collection::vec((some_command(), 0i64..300, 1u128..4, any::<[bool; 2]>()), 1..60),
        years in 1u16..3,
        limit in prop::bool::weighted(0.3),
    ) {
        let after = if limit { After::Limit } else { After::Remove };
        let (mut file, mut days) = (Told::new(), 0);
        for (no, wait, who, [open, beside]) in steps {
            days += wait;
            // Much is over and nothing stands beside it in most of life: otherwise nothing would ever be due.
            let around = Around { open: open && who == 1, beside: beside && who == 2 };
            let before = file.state.clone();
            let Ok(facts) = file.does(days, staff(who), &command(no, days, years, after), around) else { continue };
            for fact in facts {
                let Fact::Removed(removed) = fact else { continue };
                prop_assert!(!around.open && !around.beside && before.held.is_none());
                prop_assert!(before.open_asks().next().is_none() && after == After::Remove);
                prop_assert!(before.until().unwrap() < at(days).today());
                prop_assert!(removed.first.is_some() && removed.first != staff(who).user());
            }
            prop_assert_eq!(MatterFile::replay(&file.events), Some(file.state.clone()));
        }
        let text = serde_json::to_string(&file.state).unwrap();
        prop_assert_eq!(serde_json::from_str::<MatterFile>(&text).unwrap(), file.state);
    }
}
