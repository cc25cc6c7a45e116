//! Files: there, whole, and what was handed in.

use kernel::{CaseId, CaseNumber, Fault};
use store::Tx;

use super::Finding;
use crate::{
    attachment::{self, Blobs},
    kit::Kit,
};

/// Reads every file of a case; how many there are.
pub(super) fn of_case(
    tx: &mut Tx,
    kit: &Kit,
    blobs: &Blobs,
    (region, case, number): (&str, CaseId, Option<&CaseNumber>),
    tell: &mut dyn FnMut(Finding),
) -> Result<u64, Fault> {
    let mut count = 0;
    for file in attachment::list(tx, region, case)? {
        count += 1;
        if let Err(fault) = attachment::read(&file, &kit.keys, blobs) {
            tell(Finding::new("file", region, format!("{}: {fault}", file.id)).of(case, number));
        }
    }
    Ok(count)
}
