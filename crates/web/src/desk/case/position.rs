//! Where the case stands in the list it was opened from, and the way to its neighbours. The address carries the list; nothing is
//! kept.

use domain::access::Subject;
use jiff::Timestamp;
use kernel::Fault;
use services::matter::{self, Around, COUNT_LIMIT, MatterRow};
use store::Tx;

use crate::{
    desk::{asked::Asked, rows},
    i18n::Say,
};

/// The way back and onwards.
#[derive(Debug, Default)]
pub(crate) struct Position {
    /// The list; the inbox when the case was opened from none.
    pub back: String,
    /// What the list is called.
    pub name: String,
    /// 第 6 件，共 14 件; empty when no list is known.
    pub said: String,
    /// The one before.
    pub before: String,
    /// The one after.
    pub after: String,
}

/// Looks up the neighbours in the list that `carried` names.
pub(crate) fn around(
    tx: &mut Tx,
    subject: &Subject,
    now: Timestamp,
    carried: &str,
    row: &MatterRow,
) -> Result<Option<Around>, Fault> {
    if carried.is_empty() {
        return Ok(None);
    }
    matter::around(tx, subject, &Asked::parse(carried).filter(now), now, row).map(Some)
}

/// The same in words and links.
pub(crate) fn position(t: Say, carried: &str, around: Option<&Around>) -> Position {
    let list = Asked::parse(carried);
    let name = t.say(list.heading().1).text();
    let Some(around) = around else { return Position { back: "/desk".into(), name, ..Position::default() } };
    let link = |to: &Option<(kernel::CaseId, domain::case::CaseKind)>| {
        to.map(|(id, kind)| list.leading_to(&rows::place_at(kind, &id.to_string()))).unwrap_or_default()
    };
    let key = if around.all >= COUNT_LIMIT { "desk-case-place-many" } else { "desk-case-place" };
    let said = match around.place {
        Some(place) => t.say(key).with("place", place).with("all", around.all).text(),
        None => t.say("desk-case-left").text(),
    };
    Position { back: list.address(&[]), name, said, before: link(&around.before), after: link(&around.after) }
}
