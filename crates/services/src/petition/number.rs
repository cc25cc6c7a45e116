//! Numbers without gaps, taken in the transaction that uses them.

use jiff::civil::Date;
use kernel::{CaseNumber, DivisionCode, Fault};
use store::{Tx, counter};

/// The next case number of `division` on `day` (R-011: no gap, never taken back).
pub fn case_number(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<CaseNumber, Fault> {
    let name = format!("case/{}/{day}", division.county_digits());
    let seq = counter::next(tx, &division.region(), &name)?;
    let seq = u32::try_from(seq).map_err(|_| Fault::inconsistent("counter", "out of range"))?;
    Ok(CaseNumber::compose(division, day, seq))
}
