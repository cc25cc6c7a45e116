//! Periods of other laws beside the petition: S29 and S31, told once, stopped by her going there and by nothing else.

use super::*;
use crate::{case::OpinionResult, petition::Fact, remedy::Occasion};

fn note(case: &Case, index: usize, occasion: Occasion, known: &str) -> Command {
    Command::NoteRemedy { claim: claim(case, index), occasion, known: known.parse().unwrap() }
}

fn take(case: &Case, occasion: Occasion, on: &str) -> Command {
    Command::TakeRemedy {
        claim: claim(case, 0), occasion, on: on.parse().unwrap(), place: text("达茂旗人民政府")
    }
}

/// A penalty of 2 March, told to the desk on 20 April (S29).
fn penalised() -> Case {
    let mut case = registered("2026-04-20T09:00");
    let command = note(&case, 0, Occasion::AdminAct, "2026-03-02");
    case.does(registrar(), command);
    case
}

fn running(case: &Case) -> Vec<(&str, String)> {
    let open =
        case.state.clocks.iter().filter(|clock| crate::remedy::is_parallel(clock.def.as_str()) && clock.is_open());
    open.map(|clock| (clock.def.as_str(), clock.statutory.to_string())).collect()
}

#[test]
fn the_dates_are_those_of_the_rules() {
    let case = penalised();
    let dates = [("RECONSIDERATION_60D", "2026-05-06"), ("ADMIN_LITIGATION_6M", "2026-09-02")];
    assert_eq!(running(&case), dates.map(|(def, day)| (def, day.to_owned())));
}

#[test]
fn nothing_of_the_petition_prolongs_or_ends_them_but_the_archive() {
    let mut case = penalised();
    let before = running(&case).len();
    case.does(SHE, Command::Withdraw { reason: None });
    assert_eq!(running(&case).len(), before, "taking the petition back gives no right away");
    case.does(officer(), Command::Archive);
    assert!(running(&case).is_empty(), "the archive counts nothing");
}

#[test]
fn she_is_told_once_when_a_period_nears_its_end() {
    let mut case = penalised();
    let clock = case.state.running("RECONSIDERATION_60D").unwrap().id;
    let remind = Command::RemindTerm { clock };
    assert_eq!(case.give(SYSTEM, &remind).unwrap_err().code, "clock-not-near", "too early");
    case.at("2026-04-29T12:00");
    let told = case.give(SYSTEM, &remind).unwrap();
    let due = jiff::civil::date(2026, 5, 6);
    assert_eq!(told[0].fact, Fact::TermNear { clock, def: "RECONSIDERATION_60D".into(), due });
    assert_eq!(case.give(SYSTEM, &remind).unwrap_err().code, "clock-not-near", "once");
    case.at("2026-05-07T09:00");
    assert_eq!(case.give(SYSTEM, &Command::MarkOverdue { clock }).unwrap_err().code, "clock-not-overdue");
}

#[test]
fn told_anew_it_counts_from_the_other_day() {
    let mut case = penalised();
    let again = note(&case, 0, Occasion::AdminAct, "2026-03-02");
    assert_eq!(case.give(SHE, &again).unwrap_err().code, "remedy-noted-already");
    let later = note(&case, 0, Occasion::AdminAct, "2026-03-09");
    case.does(SHE, later);
    assert_eq!(
        running(&case),
        [("RECONSIDERATION_60D", "2026-05-08".into()), ("ADMIN_LITIGATION_6M", "2026-09-09".into())]
    );
    assert_eq!(case.state.claims.as_slice()[0].remedies.len(), 1);
    let labour = note(&case, 1, Occasion::Labour, "2025-06-01");
    case.does(SHE, labour);
    assert_eq!(running(&case).len(), 3, "each claim has its own");
}

#[test]
fn she_went_there_and_it_is_counted_no_more() {
    let mut case = penalised();
    let early = take(&case, Occasion::AdminAct, "2026-03-01");
    assert_eq!(case.give(SHE, &early).unwrap_err().code, "remedy-day-before");
    let future = take(&case, Occasion::AdminAct, "2026-04-21");
    assert_eq!(case.give(SHE, &future).unwrap_err().code, "remedy-day-future");
    let other = take(&case, Occasion::Labour, "2026-04-20");
    assert_eq!(case.give(SHE, &other).unwrap_err().code, "remedy-not-noted");
    let taken = take(&case, Occasion::AdminAct, "2026-04-20");
    case.does(SHE, taken.clone());
    assert!(running(&case).is_empty());
    assert_eq!(case.give(SHE, &taken).unwrap_err().code, "remedy-not-noted", "once");
    assert_eq!(case.state.claims.as_slice()[0].remedies[0].taken.as_ref().unwrap().place.as_str(), "达茂旗人民政府");
}

#[test]
fn a_mistake_is_taken_back_with_a_reason() {
    let mut case = penalised();
    let drop =
        |reason| Command::DropRemedy { claim: claim(&case, 0), occasion: Occasion::AdminAct, reason: text(reason) };
    let command = drop("决定书上的日期看错了");
    case.does(officer(), command);
    assert!(running(&case).is_empty() && case.state.claims.as_slice()[0].remedies.is_empty());
}

#[test]
fn an_answer_served_leaves_them_alone() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let command = note(&case, 1, Occasion::CivilHarm, "2025-12-01");
    case.does(SHE, command).at("2026-02-25T09:00");
    assert!(case.state.claims.iter().any(|c| c.answer.as_ref().is_some_and(|a| a.result == OpinionResult::Support)));
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).does(checker(), found(one));
    case.does(handler(), Command::Close);
    assert_eq!(running(&case), [("CIVIL_3Y", "2028-12-01".into())]);
}
