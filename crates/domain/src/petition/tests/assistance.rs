//! Units that assist: asked for a part, until a day; only they hand it in.

use super::*;

fn ask(case: &Case, unit: kernel::OrgId, claims: &[usize]) -> Command {
    Command::AskAssistance {
        unit,
        claims: claims.iter().map(|index| claim(case, *index)).collect(),
        task: text("查三年的供热记录"),
        due: "2026-01-20".parse().unwrap(),
    }
}

fn give() -> Command {
    Command::GiveAssistance { text: text("记录查到了，附后。") }
}

#[track_caller]
fn refused(case: &mut Case, who: crate::actor::Actor, command: &Command) -> String {
    case.give(who, command).unwrap_err().code
}

#[test]
fn a_unit_assists_with_its_part() {
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    let wrong = [
        (ask(&case, UNIT, &[0]), "assistance-by-the-lead"),
        (ask(&case, OTHER, &[]), "assistance-without-part"),
        (Command::EndAssistance { unit: OTHER, reason: text("不用了") }, "assistance-not-asked"),
    ];
    for (command, code) in wrong {
        let got = refused(&mut case, handler(), &command);
        assert!(got == code || (code == "assistance-not-asked" && got == "not-at-this-stage"), "{got} for {code}");
    }
    let command = ask(&case, OTHER, &[1]);
    case.does(handler(), command);
    let command = ask(&case, OTHER, &[0]);
    assert_eq!(refused(&mut case, handler(), &command), "assistance-asked-already");
    let part = case.state.assisting().next().unwrap().clone();
    assert_eq!((part.unit, part.from, part.claims.as_slice()), (OTHER, UNIT, &[claim(&case, 1)][..]));
    assert_eq!(refused(&mut case, handler(), &give()), "assistance-not-yours");
    case.does(staff(31, OTHER), give());
    assert!(case.state.assisting().next().unwrap().reply.is_some());
    case.does(handler(), Command::EndAssistance { unit: OTHER, reason: text("材料齐了") });
    assert_eq!(case.state.assisting().count(), 0);
    assert_eq!(case.state.assisting.len(), 1, "who helped stays on record");
}

#[test]
fn the_respondent_does_not_assist_and_who_leads_stops_assisting() {
    let register = Register { respondent: Some(THIRD), ..registration(&["修好暖气"]) };
    let mut case = begin("2026-01-05T09:00", register).unwrap();
    case.does(officer(), forward(UNIT));
    let command = ask(&case, THIRD, &[0]);
    assert_eq!(refused(&mut case, officer(), &command), "respondent-cannot-handle");
    let command = ask(&case, OTHER, &[0]);
    case.does(officer(), command);
    case.does(leader(), Command::Object { reason: reasons(), basis: None });
    case.does(officer(), Command::ApproveObjection { to: OTHER, reason: text("归它管") });
    assert_eq!(case.state.holder(), OTHER);
    assert_eq!(case.state.assisting().count(), 0);
}

#[test]
fn a_day_in_the_past_is_no_day() {
    let mut case = accepted("2026-01-05T09:00", "2026-02-06T09:00");
    let command = ask(&case, OTHER, &[0]);
    assert_eq!(refused(&mut case, handler(), &command), "assistance-due-past");
}
