//! Ledgers 台账 (rules.md 3.4): written from the record of events for a period and a place, never kept by hand. Whoever takes one out
//! may export matters there, and that she did is an event itself.

mod asked;
mod cells;
mod kind;
mod rows;

use std::fs::File;

use domain::{
    access::Subject,
    document::{LedgerHead, Press},
};
use kernel::{Ctx, Locale};
use store::Tx;

pub use asked::{Asked, Taken, TakenOut, may, recent, staff, take};
pub use kind::Ledger;

use crate::error::Error;

/// Writes a ledger that was taken out, row by row in constant memory. Cells are in the language of `locale`.
///
/// # Errors
/// A fault of the database, the disk, or of a process without a press.
pub fn write(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    taken: &Taken,
    locale: Locale,
    press: &dyn Press,
) -> Result<File, Error> {
    let asked = &taken.asked;
    let say = |key: &str| kernel::i18n::say(locale, key, []);
    let head = LedgerHead {
        title: say(&asked.ledger.key()),
        columns: asked.ledger.columns().iter().map(|column| say(&format!("ledger-column-{column}"))).collect(),
        watermark: format!(
            "{} {} {}—{} · {} {}",
            taken.place,
            say(&asked.ledger.key()),
            asked.from,
            asked.to,
            taken.who,
            moment(ctx),
        ),
    };
    let mut rows = rows::Rows::of(subject, asked);
    let mut cells = cells::Cells::new(locale);
    let mut next = || {
        let Some(row) = rows.next(tx)? else { return Ok(None) };
        cells.of(tx, asked.ledger, &row).map(Some)
    };
    Ok(press.ledger(&head, &mut next)?)
}

fn moment(ctx: &Ctx) -> String {
    let local = ctx.now().to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)));
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}
