//! The table of remedies against the table of clocks, and the dated scenarios S29 and S31 of rules.md section 11.

use jiff::civil::{Date, date};
use kernel::{Ctx, calendar::WorkCalendar};

use super::*;
use crate::{
    case::StatutoryRoute,
    deadline::{Clock, ClockRules, ClockSet, Left, Urgency},
    env::Env,
    settings::Settings,
    testing::{SHE, division},
};

fn clocks() -> ClockSet {
    ClockRules::national().for_case(&division(), date(2026, 1, 1))
}

fn started(occasion: Occasion, known: Date, today: &str) -> Result<Vec<(Way, Clock)>, kernel::Refusal> {
    let (ctx, clocks) = (Ctx::seeded(today.parse().unwrap(), 1), clocks());
    let calendar = WorkCalendar::china();
    let settings = Settings::default();
    terms(occasion, known, &Env { ctx: &ctx, actor: SHE, calendar: &calendar, clocks: &clocks, settings: &settings })
}

#[test]
fn every_occasion_has_its_row_and_every_period_its_clock() {
    let clocks = clocks();
    let mut named = std::collections::BTreeSet::new();
    for occasion in Occasion::ALL {
        let remedy = of(*occasion);
        assert_eq!(remedy.occasion, *occasion);
        assert!(!remedy.terms.is_empty() && !remedy.routes.is_empty(), "{occasion}");
        for term in &remedy.terms {
            let def = clocks.get(&term.clock).unwrap_or_else(|| panic!("{} has no clock", term.clock));
            assert!(!def.is_duty(), "no office here is late with {}", def.id);
            named.insert(term.clock.as_str());
        }
    }
    let listed: std::collections::BTreeSet<_> = PERIODS.iter().copied().collect();
    assert_eq!(named, listed, "the list of periods is that of the table");
}

#[test]
fn every_branch_before_the_last_leads_somewhere() {
    for route in StatutoryRoute::ALL {
        let found = of_route(*route).count();
        // Party discipline has rules of its own that no table of dates holds; the petition procedure has review.
        let none = matches!(route, StatutoryRoute::PartyAppeal | StatutoryRoute::PetitionProcedure);
        assert_eq!(found == 0, none, "{route}");
    }
}

/// A penalty received on 2 March, told on 20 April: reconsideration until 6 May, sixteen days are left.
#[test]
fn s29_the_petition_prolongs_no_reconsideration() {
    let terms = started(Occasion::AdminAct, date(2026, 3, 2), "2026-04-20T10:00:00+08:00").unwrap();
    let (way, clock) = &terms[0];
    assert_eq!((*way, clock.statutory), (Way::Reconsideration, date(2026, 5, 6)));
    let due = crate::deadline::Due::of(clock);
    let urgency = due.urgency("2026-04-20T10:00:00+08:00".parse().unwrap());
    assert_eq!(urgency, Urgency::DueSoon(Left::Days(16)));
    let (way, suit) = &terms[1];
    assert_eq!((*way, suit.raw), (Way::AdminSuit, date(2026, 9, 2)));
}

/// Wages owed since 10 March of last year: arbitration within one year.
#[test]
fn s31_labour_arbitration_is_counted_from_the_day_she_knew() {
    let terms = started(Occasion::Labour, date(2025, 3, 10), "2026-02-01T10:00:00+08:00").unwrap();
    assert_eq!(terms.iter().map(|(_, clock)| clock.statutory).collect::<Vec<_>>(), [date(2026, 3, 10)]);
    assert_eq!(of(Occasion::Labour).hints, [Hint::AskingInterrupts, Hint::LegalAid]);
}

#[test]
fn a_day_to_come_or_of_another_age_is_no_start() {
    let code = |known| started(Occasion::CivilHarm, known, "2026-06-01T10:00:00+08:00").unwrap_err().code;
    assert_eq!(code(date(2026, 6, 2)), "remedy-day-future");
    assert_eq!(code(date(2006, 5, 31)), "remedy-day-long-ago");
    assert!(started(Occasion::CivilHarm, date(2006, 6, 1), "2026-06-01T10:00:00+08:00").is_ok());
}
