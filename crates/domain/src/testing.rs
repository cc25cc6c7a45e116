//! A case in a test: a clock that is turned by hand, a few people, and every event kept.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use kernel::{CaseNumber, Ctx, DivisionCode, OrgId, PersonId, Refusal, Text, UserId, calendar::WorkCalendar};
use uuid::Uuid;

use crate::{
    actor::Actor,
    deadline::{ClockRules, ClockSet},
    env::Env,
    lifecycle::{Aggregate, Event, Recorded},
    settings::Settings,
};

pub(crate) const BUREAU: OrgId = OrgId(Uuid::from_u128(1));
pub(crate) const UNIT: OrgId = OrgId(Uuid::from_u128(2));
pub(crate) const OTHER: OrgId = OrgId(Uuid::from_u128(3));
pub(crate) const THIRD: OrgId = OrgId(Uuid::from_u128(4));
pub(crate) const SUPERIOR: OrgId = OrgId(Uuid::from_u128(5));

pub(crate) fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

pub(crate) fn staff(n: u128, org: OrgId) -> Actor {
    Actor::Staff { user: user(n), org }
}

pub(crate) const SHE: Actor = Actor::Petitioner;
pub(crate) const SYSTEM: Actor = Actor::System;

/// A registrar, a handler, a checker and a leader; and a colleague of each at other units.
pub(crate) fn registrar() -> Actor {
    staff(11, BUREAU)
}
pub(crate) fn officer() -> Actor {
    staff(12, BUREAU)
}
pub(crate) fn handler() -> Actor {
    staff(21, UNIT)
}
pub(crate) fn checker() -> Actor {
    staff(22, UNIT)
}
pub(crate) fn leader() -> Actor {
    staff(23, UNIT)
}

pub(crate) fn text<const N: usize>(words: &str) -> Text<N> {
    Text::parse("text", words).unwrap()
}

/// Sixty characters of reasons, enough for an objection.
pub(crate) fn reasons() -> Text<2000> {
    text(&"不归本单位管，依据是职责清单。".repeat(4))
}

pub(crate) fn division() -> DivisionCode {
    DivisionCode::parse("150223100201").unwrap()
}

pub(crate) fn number() -> CaseNumber {
    CaseNumber::compose(&division(), jiff::civil::date(2026, 1, 5), 118)
}

pub(crate) fn person() -> PersonId {
    PersonId(Uuid::from_u128(99))
}

/// Beijing time, as people write it.
pub(crate) fn beijing(at: &str) -> Timestamp {
    let at: DateTime = at.parse().unwrap();
    TimeZone::fixed(jiff::tz::offset(8)).to_timestamp(at).unwrap()
}

pub(crate) struct Surroundings {
    pub(crate) calendar: WorkCalendar,
    pub(crate) clocks: ClockSet,
    pub(crate) settings: Settings,
}

impl Surroundings {
    pub(crate) fn new() -> Self {
        let clocks = ClockRules::national().for_case(&division(), jiff::civil::date(2026, 1, 1));
        Self { calendar: WorkCalendar::china(), clocks, settings: Settings::default() }
    }

    pub(crate) fn env<'a>(&'a self, ctx: &'a Ctx, actor: Actor) -> Env<'a> {
        Env { ctx, actor, calendar: &self.calendar, clocks: &self.clocks, settings: &self.settings }
    }
}

pub(crate) struct World<A: Aggregate> {
    pub(crate) now: Timestamp,
    pub(crate) state: A,
    pub(crate) events: Vec<Recorded<A::Fact>>,
    pub(crate) around: Surroundings,
    seed: u64,
}

impl<A: Aggregate> World<A> {
    /// Begins with a first event made by `first` at `at`.
    pub(crate) fn begin(
        at: &str,
        actor: Actor,
        first: impl FnOnce(&Env<'_>) -> Result<Event<A::Fact>, Refusal>,
    ) -> Result<Self, Refusal> {
        let (now, around) = (beijing(at), Surroundings::new());
        let ctx = Ctx::seeded(now, 1);
        let event = first(&around.env(&ctx, actor))?;
        let first = Recorded { seq: 1, at: now, actor, event };
        let state = A::begin(&first).unwrap();
        Ok(Self { now, state, events: vec![first], around, seed: 1 })
    }

    pub(crate) fn at(&mut self, at: &str) -> &mut Self {
        self.now = beijing(at);
        self
    }

    /// Gives a command; the events it led to.
    pub(crate) fn give(&mut self, actor: Actor, command: &A::Command) -> Result<Vec<Event<A::Fact>>, Refusal> {
        self.seed += 1;
        let ctx = Ctx::seeded(self.now, self.seed);
        let events = self.state.decide(command, &self.around.env(&ctx, actor))?;
        for event in &events {
            let seq = self.state.version() + 1;
            let recorded = Recorded { seq, at: self.now, actor, event: event.clone() };
            self.state.apply(&recorded);
            self.events.push(recorded);
        }
        Ok(events)
    }

    #[expect(clippy::needless_pass_by_value, reason = "stories read better without ampersands")]
    #[track_caller]
    pub(crate) fn does(&mut self, actor: Actor, command: A::Command) -> &mut Self {
        if let Err(refusal) = self.give(actor, &command) {
            panic!("{refusal}: {}", refusal.message().say(kernel::Locale::En));
        }
        self
    }

    /// Expects a refusal with this code, said completely in both languages, and an untouched state.
    #[expect(clippy::needless_pass_by_value, reason = "stories read better without ampersands")]
    #[track_caller]
    pub(crate) fn refuses(&mut self, actor: Actor, command: A::Command, code: &str) -> &mut Self {
        let before = self.state.clone();
        let refusal = self.give(actor, &command).expect_err("it was not refused");
        assert_eq!(refusal.code, code);
        assert_eq!(self.state, before);
        assert_said(&refusal.message());
        self
    }
}

/// A message is known in both languages and no argument is missing.
#[track_caller]
pub(crate) fn assert_said(message: &kernel::Message) {
    for locale in kernel::Locale::ALL {
        assert!(kernel::i18n::knows(locale, &message.key), "{locale:?} lacks {}", message.key);
        let said = message.say(locale);
        let whole = !said.contains(['{', '⟨', '$']) && !said.contains("stage-") && !said.contains("clock-");
        assert!(whole, "{}: {said}", message.key);
    }
}

/// Compares lines with a file in the repository and gives back what stands there; `UPDATE_GOLDEN=1` writes it anew.
#[track_caller]
pub(crate) fn assert_golden(path: &str, lines: &[String]) -> Vec<String> {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let folder = std::path::Path::new(path).parent().unwrap();
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let kept: Vec<String> = kept.lines().map(str::to_owned).collect();
    for (old, new) in kept.iter().zip(lines) {
        assert_eq!(old, new, "{path}: if this is meant, run with UPDATE_GOLDEN=1");
    }
    assert_eq!(kept.len(), lines.len(), "{path}: if this is meant, run with UPDATE_GOLDEN=1");
    kept
}

/// Every value of a list of names is said in both languages.
#[track_caller]
pub(crate) fn assert_all_said(keys: impl IntoIterator<Item = String>) {
    for key in keys {
        assert_said(&kernel::Message::new(key).with("due", "2026-01-05"));
    }
}

/// The codes of refusals that stand in these sources, as `refuse("…")`, `rule("…")` or `invalid("field", "…")`.
pub(crate) fn codes_in(sources: &[&str]) -> Vec<String> {
    let literal = |text: &str| text.split('"').nth(1).map(str::to_owned);
    let mut codes = vec![];
    for source in sources {
        for opening in ["refuse(", "Refusal::rule(", "Refusal::invalid("] {
            for (at, _) in source.match_indices(opening) {
                let arguments = source[at + opening.len()..].trim_start();
                let code = match opening {
                    "Refusal::invalid(" => arguments.split_once(',').and_then(|(_, rest)| literal(rest)),
                    _ if arguments.starts_with('"') => literal(arguments),
                    _ => None,
                };
                codes.extend(code);
            }
        }
    }
    codes.sort();
    codes.dedup();
    codes
}

/// A matter that rose by a rule.
pub(crate) fn raised() -> crate::escalation::Raised {
    use crate::escalation::{ByRule, Cause, Raised, Redoing, Trigger};
    Raised {
        from: UNIT,
        to: SUPERIOR,
        from_level: Some(kernel::OrgLevel::County),
        level: Some(kernel::OrgLevel::Prefecture),
        cause: Cause::Rule(ByRule {
            id: text("overdue-county"),
            version: text("proposal-2026"),
            trigger: Trigger::Overdue,
            threshold: 15,
            measured: 16,
            occasion: text("HANDLE_60D"),
        }),
        reason: None,
        needs: Redoing::ALL.to_vec(),
    }
}

/// One of the four re-doings.
pub(crate) fn redone() -> crate::escalation::Redone {
    crate::escalation::Redone { what: crate::escalation::Redoing::Problems, found: text("面积重新量过。") }
}

/// What the log of a case keeps of its supervision.
pub(crate) fn notice(rung: crate::supervision::RungKind) -> crate::supervision::Notice {
    crate::supervision::Notice {
        supervision: uuid::Uuid::from_u128(31).into(),
        rung: Some(rung),
        ground: crate::supervision::Ground::Overdue,
        unit: UNIT,
        due: Some(jiff::civil::date(2026, 3, 12)),
    }
}
