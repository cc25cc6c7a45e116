//! 核查报告单: whoever is named as having verified is on the register and does not belong to the unit (rules.md 6.1).

use domain::{
    access::Subject,
    supervision::{Command, Finding, Supervision},
};
use kernel::{CaseId, Ctx, OrgId, Refusal};
use store::{Tx, params};

use crate::{error::Error, kit::Kit, matter};

/// Records what was verified; as many verifiers as the jurisdiction rules for the day on which the supervision began.
///
/// # Errors
/// `not-permitted`, `stale`, `verifier-unknown`, `verifier-of-the-unit`, `verifiers-too-few`, `verifier-is-handler`.
pub fn verify(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    finding: &Finding,
) -> Result<Supervision, Error> {
    let state = matter::open::<Supervision>(tx, id)?.state;
    verifiers_are_free(tx, &state, finding)?;
    let least = kit.oversight(&state.division, kernel::beijing_date(state.opened_at)).verifiers;
    let command = Command::Verify { finding: Box::new(finding.clone()), least };
    matter::act(tx, kit, ctx, subject, id, expected, &command)
}

fn verifiers_are_free(tx: &mut Tx, state: &Supervision, finding: &Finding) -> Result<(), Error> {
    for user in &finding.verifiers {
        let sql = "SELECT org_id FROM staff WHERE id = $1 AND active";
        let org: Option<OrgId> = tx.query_opt(sql, params![user], |row| row.get(0))?;
        match org {
            None => return Err(Refusal::rule("verifier-unknown", "6.1", "").on("verifiers").into()),
            Some(org) if org == state.unit => {
                return Err(Refusal::rule("verifier-of-the-unit", "6.1", "A40").on("verifiers").into());
            }
            Some(_) => {}
        }
    }
    Ok(())
}
