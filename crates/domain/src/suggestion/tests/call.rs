//! A call: its days, and what is counted of it.

use super::*;
use crate::suggestion::call::{Call, Share, shares};

fn call(first: Date, last: Date) -> Call {
    Call {
        division: division(),
        office: BUREAU,
        question: text("学校门口怎么更安全"),
        background: text("去年学校门口有四起剐蹭。"),
        asked: text("家长和老师"),
        first,
        last,
        kinds: vec![],
    }
}

#[test]
fn it_is_open_on_its_days_and_not_opened_for_what_is_over() {
    let code = |one: Call| one.validate(date(2026, 1, 5)).unwrap_err().code;
    let one = call(date(2026, 1, 5), date(2026, 2, 3));
    assert!(one.validate(date(2026, 1, 5)).is_ok());
    assert!(one.is_open(date(2026, 2, 3)) && !one.is_open(date(2026, 2, 4)) && !one.is_open(date(2026, 1, 4)));
    assert_eq!(code(call(date(2026, 1, 5), date(2026, 1, 4))), "call-order");
    assert_eq!(code(call(date(2025, 12, 5), date(2026, 1, 4))), "call-over");
    assert_eq!(code(call(date(2026, 1, 5), date(2027, 1, 6))), "call-long");
}

#[test]
fn what_became_of_each_kind_is_counted_from_the_suggestions() {
    let mut done = replied();
    done.does(handler(), finish(1)).does(handler(), finish(2));
    let mut gone = studying();
    gone.does(SHE, Command::Withdraw { reason: None });
    let all = [registered().state, studying().state, replied().state, done.state, gone.state];
    let (whole, each) = shares(&all);
    let count = |one: &Share| (one.received, one.studied, one.adopted, one.realised);
    assert_eq!(count(&whole), (4, 3, 2, 1));
    assert_eq!(
        each.iter().map(|one| (one.category.as_str(), count(one))).collect::<Vec<_>>(),
        [("城乡建设", (3, 3, 2, 1)), ("", (1, 0, 0, 0)),]
    );
}
