//! The number and code of a party. A code is given out by the committee, shown once, and replaced by the next one.

use domain::{
    access::{self, Subject, actions::ArrangeMediation},
    mediation::Mediation,
};
use kernel::{CaseId, CaseNumber, Ctx, Digest, DivisionCode, QueryCode, Refusal};
use store::{Tx, params};

use crate::{error::Error, kit::Kit, matter, petition::case_number};

/// Writes the seats of a new mediation down; every party who filed nothing gets a number of her own.
pub(super) fn keep(tx: &mut Tx, ctx: &Ctx, division: &DivisionCode, state: &Mediation) -> Result<(), Error> {
    for party in &state.parties {
        let number = if party.entered.filed { None } else { Some(case_number(tx, division, ctx.today())?) };
        let sql = "INSERT INTO mediation_seat (region, seat, mediation, party, number) VALUES ($1, $2, $3, $4, $5)";
        let (seat, no) = (party.entered.seat, i64::from(party.no));
        tx.execute(
            sql,
            params![division.region(), seat, state.opened.id, no, number.as_ref().map(CaseNumber::as_str)],
        )?;
    }
    Ok(())
}

/// What a number opens besides matters: the seat and the digest of its code.
pub(crate) fn find(tx: &mut Tx, region: &str, number: &CaseNumber) -> Result<Option<(CaseId, Option<Digest>)>, Error> {
    let sql = "SELECT seat, code_digest FROM mediation_seat WHERE region = $1 AND number = $2";
    Ok(tx.query_opt(sql, params![region, number], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The number of a party, when she has one of her own, and whether a code was given out.
pub(super) fn number(tx: &mut Tx, mediation: CaseId, party: u16) -> Result<Option<(CaseNumber, bool)>, Error> {
    let sql =
        "SELECT number, code_digest FROM mediation_seat WHERE mediation = $1 AND party = $2 AND number IS NOT NULL";
    let read = |row: &store::Row<'_>| {
        let number = row.parse("number", |text| CaseNumber::parse(text).ok())?;
        Ok((number, row.get::<Option<Digest>>("code_digest")?.is_some()))
    };
    Ok(tx.query_opt(sql, params![mediation, i64::from(party)], read)?)
}

/// What is handed to a party. The code is shown once.
#[derive(Debug, Clone)]
pub struct Issued {
    /// Which party.
    pub party: u16,
    /// Her number.
    pub number: CaseNumber,
    /// Her code.
    pub code: QueryCode,
}

/// Gives a party her number with a new code; the one before opens nothing any more.
///
/// # Errors
/// `not-permitted`; `mediation-own-number` for whoever filed the matter and has a number already.
pub fn issue(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId, party: u16) -> Result<Issued, Error> {
    let loaded = matter::open_to_change::<Mediation>(tx, id)?;
    access::permit::<ArrangeMediation>(subject, &loaded.row.facts)?;
    let known = loaded.state.party(party).ok_or_else(|| Refusal::invalid("party", "mediation-party-unknown"))?;
    let (number, _) = number(tx, id, party)?.ok_or_else(|| Refusal::rule("mediation-own-number", "R-100", "A21_2"))?;
    let code = QueryCode::generate(ctx);
    let digest = kit.keys.query_code_digest(known.entered.seat, &code);
    let sql = "UPDATE mediation_seat SET code_digest = $3 WHERE mediation = $1 AND party = $2";
    tx.execute(sql, params![id, i64::from(party), digest])?;
    Ok(Issued { party, number, code })
}

/// The number with which `access` came, and whether it is that of a matter; `None` when it is of neither.
///
/// # Errors
/// When the database fails.
pub fn number_of(tx: &mut Tx, access: &crate::petition::Access) -> Result<Option<(CaseNumber, bool)>, Error> {
    if let Some(row) = matter::find_by_id(tx, access.case())? {
        return Ok(Some((row.number, true)));
    }
    let sql = "SELECT number FROM mediation_seat WHERE region = $1 AND seat = $2 AND number IS NOT NULL";
    let read = |row: &store::Row<'_>| row.parse("number", |text| CaseNumber::parse(text).ok());
    let number: Option<CaseNumber> = tx.query_opt(sql, params![access.region(), access.case()], read)?;
    Ok(number.map(|number| (number, false)))
}
