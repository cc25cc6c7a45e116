//! Numbers without gaps, taken in the transaction that uses them.

use jiff::civil::Date;
use kernel::{CaseNumber, DivisionCode, Fault, OrgId, Text};
use store::{Tx, counter};

/// The next case number of `division` on `day` (R-011: no gap, never taken back).
pub fn case_number(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<CaseNumber, Fault> {
    let name = format!("case/{}/{day}", division.county_digits());
    let seq = counter::next(tx, &division.region(), &name)?;
    let seq = u32::try_from(seq).map_err(|_| Fault::inconsistent("counter", "out of range"))?;
    Ok(CaseNumber::compose(division, day, seq))
}

/// The next document number of an organisation: `{code}信复〔2026〕12号` (rules.md 6.2: no leading zeros).
pub fn document_number(tx: &mut Tx, region: &str, org: OrgId, short_name: &str, day: Date) -> Result<Text<60>, Fault> {
    let seq = counter::next(tx, region, &format!("document/opinion/{org}/{}", day.year()))?;
    let code: String = short_name.chars().take(16).collect();
    Text::parse("number", &format!("{code}信复〔{}〕{seq}号", day.year()))
        .map_err(|r| Fault::inconsistent("document", r))
}
