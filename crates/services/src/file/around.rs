//! What stands around a matter: what goes with it, and what keeps its file.

use domain::{case::CaseKind, petition, retention::Around, review::Review};
use kernel::{CaseId, Fault};
use store::{Tx, params};

use crate::matter::MatterRow;

/// A case that goes with another: the matter itself, its reviews, what supervised it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kin {
    pub region: String,
    pub id: CaseId,
    pub kind: CaseKind,
    pub is_over: bool,
}

/// The matter and what goes with it, the matter first.
pub(super) fn family(tx: &mut Tx, row: &MatterRow) -> Result<Vec<Kin>, Fault> {
    let mut all = vec![Kin { region: row.region.clone(), id: row.id(), kind: row.kind(), is_over: row.is_over }];
    let sql = "SELECT region, id, is_over, body FROM matter WHERE petitioner_id = $1 AND kind = 'REVIEW' ORDER BY id";
    let reviews = tx.query(sql, params![row.petitioner], |found| {
        let review: Review = found.json("body")?;
        let kin = Kin {
            region: found.get("region")?,
            id: found.get("id")?,
            kind: CaseKind::Review,
            is_over: found.get("is_over")?,
        };
        Ok((review.petition == row.id()).then_some(kin))
    })?;
    all.extend(reviews.into_iter().flatten());
    let sql = "SELECT m.region, m.id, m.is_over, m.kind FROM oversight_link l JOIN matter m ON m.region = l.region AND m.id = l.id \
               WHERE l.region = $1 AND l.case_id = $2 AND m.kind = 'SUPERVISION' ORDER BY m.id";
    all.extend(tx.query(sql, params![&row.region, row.id()], |found| {
        Ok(Kin {
            region: found.get("region")?,
            id: found.get("id")?,
            kind: CaseKind::Supervision,
            is_over: found.get("is_over")?,
        })
    })?);
    Ok(all)
}

/// What holds the file of a matter.
pub(super) fn around(tx: &mut Tx, row: &MatterRow) -> Result<Around, Fault> {
    let archived = row.stage == petition::Stage::Archived.name();
    let open = !row.is_over || (row.kind() == CaseKind::Petition && !archived);
    let beside = family(tx, row)?.iter().skip(1).any(|kin| !kin.is_over);
    // Reports about it, and what it was carried into, open with its code.
    let sql = "SELECT 1 FROM matter WHERE code_case = $1 AND NOT is_over LIMIT 1";
    let report = tx.query_opt(sql, params![row.id()], |_| Ok(()))?.is_some();
    // A mediation belongs to two parties and keeps its own file: what stands beside one is not removed here.
    let sql = "SELECT 1 FROM mediation_seat WHERE region = $1 AND seat = $2 LIMIT 1";
    let mediated = tx.query_opt(sql, params![&row.region, row.id()], |_| Ok(()))?.is_some();
    Ok(Around { open, beside: beside || report || mediated })
}
