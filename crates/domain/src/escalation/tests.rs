//! Rising on petitions and work orders: what raises them, what is never touched, what has to be done before they come down.

use kernel::OrgLevel;
use proptest::prelude::*;

use super::*;
use crate::{
    case::{CaseKind, Grade},
    deadline::ClockRules,
    lifecycle::Aggregate as _,
    oversight::Oversight,
    petition::{self, Petition},
    testing::*,
};

type Case = World<Petition>;

fn text_of<const N: usize>(words: &str) -> kernel::Text<N> {
    text(words)
}

/// The first rule that fits, as the sweeper would raise by it.
fn by_rule(case: &Case, level: OrgLevel, to: kernel::OrgId) -> Option<petition::Command> {
    let rules = Oversight::shipped();
    let set = ClockRules::national().for_case(&division(), jiff::civil::date(2026, 1, 1));
    let signs = case.state.all_signs(case.now, &set);
    let (rule, sign) = hit(rules, &case.state, level, &signs)?;
    let raised = Raised {
        from: case.state.lead(),
        to,
        from_level: Some(level),
        level: level.above(),
        cause: Cause::Rule(ByRule {
            id: rule.id.clone(),
            version: rules.version.clone(),
            trigger: rule.trigger,
            threshold: rule.threshold,
            measured: sign.measure,
            occasion: text_of(&sign.occasion),
        }),
        reason: None,
        needs: rules.redoings.clone(),
    };
    Some(petition::Command::Rise(Step::Raise(Box::new(raised))))
}

fn by_hand(to: kernel::OrgId, reason: Option<&str>) -> petition::Command {
    petition::Command::Rise(Step::Raise(Box::new(Raised {
        from: UNIT,
        to,
        from_level: Some(OrgLevel::County),
        level: Some(OrgLevel::Prefecture),
        cause: Cause::Person,
        reason: reason.map(text_of),
        needs: Redoing::ALL.to_vec(),
    })))
}

fn redo(what: Redoing) -> petition::Command {
    petition::Command::Rise(Step::Redo(Redone {
        what, found: text_of("换了两名办案人员，重新问了三户。")
    }))
}

fn down() -> petition::Command {
    petition::Command::Rise(Step::BringDown { reason: text_of("方案定了，回到旗里执行。") })
}

fn above() -> crate::actor::Actor {
    staff(61, SUPERIOR)
}

#[test]
fn an_overdue_matter_rises_once_for_one_clock_and_nothing_else_changes() {
    let mut case = petition::tests::in_handling("2026-01-05T09:00");
    case.at("2026-03-10T09:00");
    assert!(by_rule(&case, OrgLevel::County, SUPERIOR).is_none(), "four days over, the rule asks for fifteen");
    case.at("2026-03-24T09:00");
    let before = case.state.clone();
    case.does(SYSTEM, by_rule(&case, OrgLevel::County, SUPERIOR).unwrap());
    let rise = case.state.rises.in_force().unwrap();
    assert_eq!(rise.raised.cause.rule().unwrap().id.as_str(), "overdue-county");
    assert_eq!((case.state.lead(), case.state.holder()), (SUPERIOR, UNIT), "it is led above; the unit keeps its duty");
    assert_eq!(case.state.hops, before.hops);
    assert_eq!(case.state.clocks, before.clocks, "no clock stops or begins anew");
    assert_eq!((case.state.agent, case.state.handler()), (before.agent, before.handler()));
    assert!(by_rule(&case, OrgLevel::County, OTHER).is_none(), "the same clock does not raise it twice from one level");
}

#[test]
fn her_word_raises_it_after_the_procedure_ended() {
    let mut case = petition::tests::served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    assert!(by_rule(&case, OrgLevel::County, SUPERIOR).is_none());
    let rate = |grade| petition::Command::Rate { target: crate::case::RatingTarget::Unit, grade, comment: None };
    case.does(SHE, rate(Grade::Basically));
    assert!(by_rule(&case, OrgLevel::County, SUPERIOR).is_none(), "basically satisfied raises nothing");
    case.does(SHE, rate(Grade::Dissatisfied));
    case.does(SYSTEM, by_rule(&case, OrgLevel::County, SUPERIOR).unwrap());
    let why = case.state.rises.in_force().unwrap().raised.cause.rule().unwrap().trigger;
    assert_eq!(why, Trigger::Dissatisfied);
    let claim = case.state.claims.first().id;
    case.does(SHE, petition::Command::ConfirmClaim { claim, solved: false });
    let unsettled = by_rule(&case, OrgLevel::County, OTHER).unwrap();
    case.does(SYSTEM, unsettled);
    assert_eq!(case.state.rises.in_force().unwrap().raised.from, SUPERIOR, "it rises from where it is");
}

#[test]
fn it_comes_down_step_by_step_after_the_four_re_doings() {
    let mut case = petition::tests::in_handling("2026-01-05T09:00");
    case.refuses(leader(), by_hand(SUPERIOR, None), "rise-needs-reason");
    case.refuses(above(), down(), "rise-not-up");
    case.does(leader(), by_hand(SUPERIOR, Some("三个部门说法不一，要旗里定。")));
    case.refuses(officer(), by_hand(SUPERIOR, Some("再提")), "rise-same-lead");
    case.refuses(leader(), redo(Redoing::Forces), "rise-not-lead");
    case.refuses(above(), down(), "rise-redoings-missing");
    for what in Redoing::ALL {
        case.does(above(), redo(*what));
    }
    case.refuses(above(), redo(Redoing::Forces), "redoing-recorded");
    case.does(above(), down());
    assert!(case.state.rises.in_force().is_none());
    assert_eq!(case.state.lead(), UNIT);
    assert_eq!(case.state.rises.iter().count(), 1, "that it was up stays on record");
    assert_eq!(Petition::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn what_rose_is_not_closed_before_it_was_done_anew() {
    let mut case = petition::tests::served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    case.does(officer(), by_hand(SUPERIOR, Some("没有解决")));
    let promised = case.state.claims.iter().filter(|claim| claim.execution.is_open()).map(|claim| claim.id);
    for claim in promised.collect::<Vec<_>>() {
        case.does(handler(), petition::tests::kept(claim)).does(checker(), petition::tests::found(claim));
    }
    case.at("2026-03-20T09:00").refuses(SYSTEM, petition::Command::Close, "rise-redoings-missing");
}

#[test]
fn nobody_raises_by_a_rule_whose_trigger_is_not_there() {
    let mut case = petition::tests::in_handling("2026-01-05T09:00");
    let mut late = petition::tests::in_handling("2026-01-05T09:00");
    late.at("2026-04-24T09:00");
    let command = by_rule(&late, OrgLevel::County, SUPERIOR).unwrap();
    case.refuses(SYSTEM, command.clone(), "rise-no-trigger");
    late.refuses(officer(), command, "not-permitted");
}

#[test]
fn every_name_and_refusal_is_said() {
    assert_all_said(Trigger::ALL.iter().map(|value| value.key()));
    assert_all_said(Redoing::ALL.iter().map(|value| value.key()));
    let codes = codes_in(&[include_str!("rules.rs")]);
    assert!(codes.contains(&"rise-twice".to_owned()));
    for code in codes {
        // Those with arguments are said whole by the stories above.
        let key = format!("refusal-{code}");
        assert!(kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &key)), "{key}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever rises and comes down in whatever order: no clock moves, no hop is lost, the contact stays.
    #[test]
    fn rising_never_resets_elapsed_time(steps in prop::collection::vec((0u8..6, 0i64..400), 1..40)) {
        let mut case = petition::tests::in_handling("2026-01-05T09:00");
        let (clocks, hops, received) = (case.state.clocks.clone(), case.state.hops.clone(), case.state.received_at);
        for (step, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let lead = case.state.rises.lead().unwrap_or(UNIT);
            let leads = staff(61, lead);
            let command = match step {
                0 => by_hand([SUPERIOR, OTHER, THIRD][usize::from(hours % 3 == 0)], Some("有理由")),
                1 => down(),
                2 => match by_rule(&case, OrgLevel::County, OTHER) { Some(command) => command, None => continue },
                other => redo(Redoing::ALL[usize::from(other - 3)]),
            };
            let actor = if step == 0 { officer() } else if step == 2 { SYSTEM } else { leads };
            let up = case.state.rises.iter().count();
            let _ = case.give(actor, &command);
            prop_assert!(case.state.rises.iter().count() >= up, "what was up stays on record");
            prop_assert_eq!(&case.state.clocks, &clocks);
            prop_assert_eq!(&case.state.hops, &hops);
            prop_assert_eq!(case.state.received_at, received);
            prop_assert_eq!(case.state.holder(), UNIT);
        }
        let replayed = Petition::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state));
    }

    /// For any signs, a rule that fits has its threshold reached and an occasion that did not raise it before.
    #[test]
    fn no_rule_fits_below_its_threshold(measure in 0u32..40, which in 0usize..6, level in 0usize..5) {
        let case = petition::tests::in_handling("2026-01-05T09:00");
        let level = [OrgLevel::Village, OrgLevel::Township, OrgLevel::County, OrgLevel::Prefecture, OrgLevel::Region][level];
        let sign = Sign { def: Some("HANDLE_60D".into()), ..Sign::of(Trigger::ALL[which], measure as usize, &"x") };
        if let Some((rule, seen)) = hit(Oversight::shipped(), &case.state, level, std::slice::from_ref(&sign)) {
            prop_assert!(seen.measure >= rule.threshold && rule.levels.contains(&level));
            prop_assert!(rule.kinds.contains(&CaseKind::Petition) && rule.trigger == seen.trigger);
        }
    }
}

#[test]
fn the_steps_of_a_rise_are_shown_to_whoever_leads_it() {
    use crate::lifecycle::Governed as _;
    let mut case = petition::tests::in_handling("2026-01-05T09:00");
    case.at("2026-03-24T09:00");
    case.does(SYSTEM, by_rule(&case, OrgLevel::County, SUPERIOR).unwrap());
    for kind in [petition::CommandKind::Redo, petition::CommandKind::BringDown] {
        assert!(case.state.is_his(kind, above()));
        assert!(!case.state.is_his(kind, leader()), "the unit below reads no step that it may not take");
    }
    assert!(case.state.is_his(petition::CommandKind::Progress, leader()));
}
