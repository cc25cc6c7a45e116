//! Files of a matter that show that something was done: named with the digest of their content, and only those that lie with it.

use domain::execution::{Reporting, Shown};
use kernel::{CaseId, Fault, Refusal, Text};
use store::Tx;

use crate::{attachment, error::Error, kit::Kit};

/// The files of a matter that a report may name, by name and digest.
///
/// # Errors
/// When the database fails, or a name cannot be opened.
pub fn files(tx: &mut Tx, kit: &Kit, region: &str, case: CaseId) -> Result<Vec<Shown>, Fault> {
    let mut found = vec![];
    for file in attachment::list(tx, region, case)? {
        let name: String = file.name(&kit.keys)?.reveal().chars().take(200).collect();
        let name = Text::parse("name", &name).or_else(|_| Text::parse("name", "附件"));
        found.extend(name.ok().map(|name| Shown { name, digest: file.digest }));
    }
    Ok(found)
}

/// A report names no file that does not lie with the matter.
///
/// # Errors
/// `unknown-choice` on `files`.
pub(super) fn lies_with_it(tx: &mut Tx, region: &str, case: CaseId, said: &Reporting) -> Result<(), Error> {
    if said.files.is_empty() {
        return Ok(());
    }
    let known = attachment::list(tx, region, case)?;
    if said.files.iter().all(|file| known.iter().any(|one| one.digest == file.digest)) {
        return Ok(());
    }
    Err(Refusal::invalid("files", "unknown-choice").into())
}
