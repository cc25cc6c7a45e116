//! Numbers of letters: one series an organisation, series and year, taken in the transaction that uses it (rules.md 6.2).

use domain::{
    document::{DocNumber, DocType},
    organisation::Org,
};
use jiff::civil::Date;
use kernel::{Ctx, Fault, OrgId, Refusal, Text};
use store::{Tx, counter};

use crate::{error::Error, kit::Kit, organisation};

/// Most characters of 机关代字.
const CODE: usize = 16;

/// 机关代字: the code of the organisation; where it has none what it is called, in at most sixteen characters.
pub(super) fn code_of(org: &Org) -> String {
    if let Some(code) = &org.doc_code {
        return code.to_string();
    }
    org.name.as_str().chars().take(CODE).collect()
}

/// The next number of `org` in `series` on `day`.
pub(super) fn next(tx: &mut Tx, org: &Org, series: &str, day: Date) -> Result<DocNumber, Fault> {
    let year = day.year();
    let seq = counter::next(tx, &org.division.region(), &counter_name(org.id, series, year))?;
    Ok(DocNumber { org_code: code_of(org), series: series.to_owned(), year, seq })
}

/// What the series is counted under.
pub(crate) fn counter_name(org: OrgId, series: &str, year: i16) -> String {
    format!("document/{org}/{series}/{year}")
}

/// The number of a letter of `kind` that `org` decides today: the decision itself carries it, its letter takes it over.
pub(crate) fn next_of(tx: &mut Tx, kit: &Kit, ctx: &Ctx, org: OrgId, kind: DocType) -> Result<Text<60>, Error> {
    let org = organisation::get(tx, org)?.ok_or_else(Refusal::not_permitted)?.value;
    let series = kit.reference().templates.in_force(kind, &org.division, ctx.today()).series();
    let number = next(tx, &org, &series, ctx.today())?;
    Ok(Text::parse("number", &number.to_string()).map_err(|r| Fault::inconsistent("document", r))?)
}
