//! What has to be done for her, item by item, in the same words on her page and at the desk: who, what, until which day, and
//! where it stands. Only she can say that something is solved, so nothing here is green.

use domain::{
    case::{Claim, Promise},
    execution::{Item, State},
};
use jiff::civil::Date;

use crate::{
    i18n::{Said, Say},
    ui::{Fact, Tag, Tone},
};

/// 由旗林草局补发 1860 元，最迟 5月20日（周三）。
pub(crate) fn promise(t: Say, promise: &Promise) -> Said {
    let what = promise.what.as_str().trim_end_matches(['。', '.']);
    t.say("item-promise").with("who", &promise.obligor).with("what", what).with("day", t.date(promise.due))
}

/// The items of the answer in force, as lines of a claim's card.
pub(crate) fn facts(t: Say, claim: &Claim, today: Date) -> Vec<Fact> {
    let several = claim.execution.current().count() > 1;
    let fact = |item: &Item| {
        let name = if several { t.say("item-name-no").with("no", item.no) } else { t.say("item-name") };
        let fact = Fact::new(name.text(), promise(t, &item.promise)).tag(tag(t, item, today));
        match (&item.report, &item.contradicted) {
            (Some(report), _) => fact.small(
                t.say(if report.files.is_empty() { "item-reported" } else { "item-reported-files" })
                    .with("evidence", report.evidence.as_str())
                    .with("count", report.files.len()),
            ),
            (None, Some(said)) => fact.small(t.say("item-contradicted").with("reason", said.reason.as_str())),
            (None, None) => fact,
        }
    };
    claim.execution.current().map(fact).collect()
}

/// Where an item stands; late ones say so first.
fn tag(t: Say, item: &Item, today: Date) -> Tag {
    let state = item.state();
    if item.is_late(today) && state != State::Reported {
        let days = (today - item.promise.due).get_days();
        return Tag::new(Tone::Red, t.say("item-late").with("days", days).text());
    }
    let tone = match state {
        State::Disputed | State::NotDone => Tone::Red,
        State::Partly => Tone::Yellow,
        State::Open | State::Reported => Tone::Brand,
        State::Done | State::HandedOver | State::Replaced => Tone::Grey,
    };
    Tag::new(tone, t.message(&state.message()).text())
}
