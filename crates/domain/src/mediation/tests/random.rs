//! Whoever does what in whatever order.

use proptest::prelude::*;

use super::*;
use crate::lifecycle::Aggregate as _;

fn command(step: u8, no: u16, hours: i64, case: &Case) -> Command {
    let today = kernel::beijing_date(case.now);
    let due = today.saturating_add(jiff::Span::new().days(hours % 20));
    let how = [How::Herself, How::Oral, How::Signature][usize::from(no) % 3];
    let form = if hours % 2 == 0 { AgreementForm::Oral } else { AgreementForm::Written };
    let running = case.state.clocks.iter().find(|clock| clock.is_open()).map(|clock| clock.id);
    let done = Done { on: today, evidence: text("看过了") };
    match step {
        0 | 1 => Command::Consent { party: no, how },
        2 if hours % 7 == 0 => Command::Refuse { party: no, how, reason: None },
        3 if hours % 11 == 0 => Command::Leave { party: no, how, reason: None },
        4 => named(61 + u128::from(no)),
        5 if hours % 13 == 0 => Command::StepBack { reason: text("有亲戚关系") },
        6 => Command::NotifyRights { how },
        7 => session(today, &[no]),
        8 => session(today, &[1, 2]),
        9 => Command::ConfirmMinutes { session: no, party: no, how },
        10 => agree(form, vec![term(1, due), term(2, due)]),
        11 => sign(Signer::Party(no), today),
        12 => sign(Signer::Mediator, today),
        13 => sign(Signer::Committee, today),
        14 if hours % 11 == 0 => Command::Fail { reason: text("差得远") },
        15 => Command::WantConfirmation { party: no, how },
        16 => Command::ApplyConfirmation { court: text("旗法院"), ground: CourtGround::Domicile, on: today },
        17 => Command::RecordRuling(Box::new(CourtRuling {
            confirmed: true,
            on: today,
            number: text("1号"),
            reason: None,
        })),
        18 => Command::Perform { term: no, done },
        19 => Command::TellBreach { term: no, party: no, text: text("没有做") },
        20 => Command::Urge { term: no },
        21 => Command::TellWays { term: no },
        22 if hours % 5 == 0 => Command::Archive,
        _ => running.map_or(Command::RecomputeClocks, |clock| Command::MarkOverdue { clock }),
    }
}

fn holds(state: &Mediation) -> Result<(), TestCaseError> {
    let running = |def: &str| state.clocks.iter().filter(|clock| clock.is_open() && clock.def == def).count();
    // Its own term runs exactly between the last yes and the end of the talks.
    let talks = matches!(state.stage(), Stage::Accepted | Stage::RightsNotified | Stage::InSession | Stage::Agreed);
    prop_assert_eq!(running(transitions::TERM), usize::from(talks));
    // Nothing went on before everybody had said yes, and nobody's yes is another's.
    if state.rights_at.is_some() || !state.sessions.is_empty() || state.agreement.is_some() {
        prop_assert!(state.parties.iter().all(|party| party.consent.as_ref().is_some_and(|consent| consent.yes)));
    }
    // What binds is oral, or carries every mark; and the day is the last of them.
    if let (Some(on), Some(agreement)) = (state.effective_on, &state.agreement) {
        if agreement.form == AgreementForm::Written {
            prop_assert!(state.unsigned().is_empty());
            prop_assert_eq!(state.signatures.iter().map(|one| one.on).max(), Some(on));
        }
        prop_assert_eq!(state.performance.len(), agreement.terms.len());
        prop_assert!(state.ending.is_none(), "what binds was not ended");
        for (one, term) in state.performance.iter().zip(&agreement.terms) {
            let clock = state.clocks.iter().find(|clock| Some(clock.id) == one.clock);
            prop_assert_eq!(clock.map(|clock| clock.statutory), Some(term.due), "the day that was named");
        }
    }
    // A court is asked by all or not at all.
    prop_assert!(state.confirmation.applied.is_none() || state.confirmation.wanted.len() == state.parties.len());
    if state.archived_at.is_some() {
        prop_assert!(state.clocks.iter().all(|clock| !clock.is_open()));
    }
    Ok(())
}

/// What a party reads of the events holds nothing of a talk in which she did not sit.
fn nobody_reads_the_others_talks(case: &Case) -> Result<(), TestCaseError> {
    for event in &case.events {
        for party in [1, 2] {
            let said = crate::mediation::words::timeline(&case.state, event, party, &|_| String::new());
            if let Fact::Held(session) = &event.event.fact {
                prop_assert_eq!(said.is_some(), session.with.contains(&party));
            }
        }
        let told = follow::what_follows(&case.state, &event.event.fact);
        prop_assert!(
            !matches!(event.event.fact, Fact::Held(_)) || told.is_none(),
            "nothing of a talk reaches the petition"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_hold(steps in prop::collection::vec((0u8..24, 0usize..5, 1u16..4, 0i64..60), 1..90)) {
        let mut case = begun(opened(Source::Petition)).unwrap();
        let people = [head(), mediator(), judge(), SHE, SYSTEM];
        for (step, who, no, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours / 4);
            let asked = command(step, no, hours, &case);
            let before = case.state.clone();
            // Mostly somebody who may.
            let actor = match (asked.word_of(), hours % 3) {
                (Some((_, How::Herself)), 1 | 2) => SHE,
                (_, 2) => case.state.mediator.map_or(head(), |(user, _)| Actor::Staff { user, org: COMMITTEE }),
                _ => people[who],
            };
            if case.give(actor, &asked).is_err() {
                prop_assert_eq!(&case.state, &before);
                continue;
            }
            holds(&case.state)?;
        }
        nobody_reads_the_others_talks(&case)?;
        let replayed = Mediation::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state));
    }
}
