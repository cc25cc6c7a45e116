//! Numbers of letters and what they demand when a rule writes them.

use domain::{
    deadline::Clock,
    supervision::{Ground, RungKind},
};
use jiff::civil::Date;
use kernel::{Fault, Locale, Message, OrgId, Text};
use store::{Tx, counter};

use crate::organisation;

/// The series of a letter in the numbers of its organisation.
fn series(kind: RungKind) -> &'static str {
    match kind {
        RungKind::Reminder => "提醒",
        RungKind::RiskNotice => "信提函",
        RungKind::SupervisionLetter => "信督函",
        RungKind::AccountabilityAdvice => "信问函",
    }
}

/// The next number of a letter (6.2: no leading zeros, no gap); none for a reminder, which is no letter.
pub(super) fn number(
    tx: &mut Tx,
    region: &str,
    org: OrgId,
    kind: RungKind,
    day: Date,
) -> Result<Option<Text<60>>, Fault> {
    if !kind.is_letter() {
        return Ok(None);
    }
    numbered(tx, region, org, series(kind), day).map(Some)
}

/// The next number in a series of an organisation.
pub(super) fn numbered(tx: &mut Tx, region: &str, org: OrgId, series: &str, day: Date) -> Result<Text<60>, Fault> {
    let name = organisation::name(tx, org)?;
    let seq = counter::next(tx, region, &format!("document/{series}/{org}/{}", day.year()))?;
    let code: String = name.chars().take(16).collect();
    Text::parse("number", &format!("{code}{series}〔{}〕{seq}号", day.year()))
        .map_err(|refusal| Fault::inconsistent("document", refusal))
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
