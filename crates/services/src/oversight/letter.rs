//! Numbers of letters and what they demand when a rule writes them.

use domain::{
    deadline::Clock,
    supervision::{Ground, RungKind},
};
use kernel::{Ctx, Fault, Locale, Message, OrgId, Text};
use store::Tx;

use crate::{document, error::Error, kit::Kit};

/// The next number of a letter (6.2: no leading zeros, no gap), of the one series that all letters of the office are counted in;
/// none for a reminder, which is no letter.
pub(super) fn number(tx: &mut Tx, kit: &Kit, ctx: &Ctx, org: OrgId, kind: RungKind) -> Result<Option<Text<60>>, Error> {
    document::letter_of(kind).map(|kind| document::next_of(tx, kit, ctx, org, kind)).transpose()
}

/// What a rule demands: said in the language of letters.
pub(super) fn demands(
    kind: RungKind,
    ground: Ground,
    clock: Option<&Clock>,
    days: Option<u32>,
) -> Result<Text<2000>, Fault> {
    let message = Message::new(format!("rung-demands-{}", kind.key().trim_start_matches("rung-")))
        .with("ground", ground.key())
        .with("days", days.unwrap_or(0))
        .with(
            "clock",
            clock.map_or_else(|| "clock-SUPERVISION_CUSTOM".to_owned(), |clock| format!("clock-{}", clock.def)),
        );
    let message = match clock {
        Some(clock) => message.with("due", clock.statutory).with("dated", "yes"),
        None => message.with("dated", "no"),
    };
    Text::parse("demands", &message.say(Locale::Zh)).map_err(|refusal| Fault::inconsistent("rung", refusal))
}
