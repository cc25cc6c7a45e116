//! Who is concerned, as keyed marks of one report: asked for by name they are found, read they say nothing.

use domain::{access::StaffSubject, organisation::Directory};
use kernel::{CaseId, Ctx, Digest, Fault, OrgId, Refusal, UserId};
use store::{Tx, params};

use crate::{error::Error, kit::Kit, organisation};

fn mark(kit: &Kit, case: CaseId, what: &str) -> Digest {
    kit.keys.blind_index("sealed.mark", &format!("{case}/{what}"))
}

pub(super) fn put(
    tx: &mut Tx,
    kit: &Kit,
    (region, case): (&str, CaseId),
    orgs: &[OrgId],
    users: &[UserId],
) -> Result<(), Fault> {
    let names = orgs.iter().map(|org| format!("org/{org}")).chain(users.iter().map(|user| format!("user/{user}")));
    for name in names {
        let sql = "INSERT INTO sealed_mark (region, case_id, mark) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        tx.execute(sql, params![region, case, mark(kit, case, &name)])?;
    }
    Ok(())
}

fn has(tx: &mut Tx, kit: &Kit, (region, case): (&str, CaseId), name: &str) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM sealed_mark WHERE region = $1 AND case_id = $2 AND mark = $3";
    Ok(tx.query_opt(sql, params![region, case, mark(kit, case, name)], |_| Ok(()))?.is_some())
}

/// Whether this member of staff is concerned herself.
pub(super) fn is_marked(tx: &mut Tx, kit: &Kit, place: (&str, CaseId), user: UserId) -> Result<bool, Fault> {
    has(tx, kit, place, &format!("user/{user}"))
}

/// Whether `org` is concerned, or lies below an office that is.
pub(super) fn reaches(
    tx: &mut Tx,
    kit: &Kit,
    place: (&str, CaseId),
    directory: &Directory,
    org: OrgId,
) -> Result<bool, Fault> {
    let mut above: Vec<OrgId> = directory.path(org).iter().map(|one| one.id).collect();
    if above.is_empty() {
        above.push(org);
    }
    for one in above {
        if has(tx, kit, place, &format!("org/{one}"))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Refuses whoever is concerned, also when she was moved to a concerned office since.
///
/// # Errors
/// `not-permitted`.
pub(super) fn not_concerned(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    place: (&str, CaseId),
    staff: &StaffSubject,
) -> Result<(), Error> {
    if is_marked(tx, kit, place, staff.user())? {
        return Err(Refusal::not_permitted().into());
    }
    let directory = organisation::directory(tx, ctx.today())?;
    let mut orgs: Vec<OrgId> = staff.grants().iter().map(|grant| grant.org).chain([staff.org()]).collect();
    orgs.sort_unstable();
    orgs.dedup();
    for org in orgs {
        if reaches(tx, kit, place, &directory, org)? {
            return Err(Refusal::not_permitted().into());
        }
    }
    Ok(())
}
