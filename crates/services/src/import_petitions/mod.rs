//! Petitions of an older system, replayed through the use cases that every petition goes through.
//!
//! Each row runs under a context whose moment is the row's own: the day of receipt for the registration, the day of the answer
//! for everything after it, because that is all the older system tells. So clocks and numbers are those of the day, and
//! nothing pretends to have happened today. That it was replayed is on record three times: the actor is the system or staff
//! whose post says "import", the case carries its reference in the older system, and each batch leaves an event that says
//! when it really ran, from which file, which rows.
//!
//! A reference is taken once in a region: an import that was cut off is simply run again, and passes over what is there.

mod history;
mod office;
#[cfg(test)]
pub(crate) mod tests;

use domain::{
    access::{Permit, actions::ImportMatters},
    case::Channel,
};
use jiff::Timestamp;
use kernel::{Ctx, Digest, DivisionCode, Fault, Refusal};
use serde_json::json;
use store::{Tx, params};
use uuid::Uuid;

use crate::{
    Error,
    import::{Row, RowError},
    kit::Kit,
    organisation,
    petition::{By, Door, NewPetition, PetitionForm, register},
};

pub use office::{Office, prepare};

/// Where an import comes from and goes to.
#[derive(Debug, Clone)]
pub struct Run {
    /// Names the run in the event log.
    pub id: Uuid,
    /// The digest of the file.
    pub file: Digest,
    /// Where rows belong that name no division.
    pub division: DivisionCode,
    /// Everything is tried and nothing kept.
    pub dry_run: bool,
}

/// A row that was read, with its petition parsed: the expensive part, done outside the transaction.
#[derive(Debug, Clone)]
pub struct Prepared {
    row: Row,
    petition: NewPetition,
}

/// What became of some rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Registered.
    pub imported: u64,
    /// Of those, with their answer.
    pub answered: u64,
    /// There already.
    pub skipped: u64,
    /// Not taken, and why.
    pub errors: Vec<RowError>,
}

impl Prepared {
    /// Parses a row; `run.division` stands in for a missing division.
    ///
    /// # Errors
    /// One error for each field that does not fit.
    pub fn new(row: Row, run: &Run) -> Result<Self, Vec<RowError>> {
        let channel = row.channel.as_deref().map(known_channel);
        let form = PetitionForm {
            title: row.title.reveal().clone(),
            facts: row.facts.reveal().clone(),
            claims: row.claims.iter().map(|claim| claim.reveal().clone()).collect(),
            division: row.division.as_ref().unwrap_or(&run.division).to_string(),
            channel: channel.unwrap_or(Channel::Web.name()).to_owned(),
            received_at: row.received_at.to_string(),
            ..PetitionForm::default()
        };
        match form.parse(Door::Import, row.received_at) {
            Ok(petition) => Ok(Self { row, petition }),
            Err(error) => Err(of_row(&row, error.refusals().unwrap_or_default())),
        }
    }
}

/// A channel by its stable name; as it stands when there is none, so that the form refuses it.
fn known_channel(text: &str) -> &str {
    Channel::parse(&text.trim().to_uppercase()).map_or(text, |channel| channel.name())
}

fn of_row(row: &Row, refusals: &[Refusal]) -> Vec<RowError> {
    let error =
        |refusal: &Refusal| RowError { line: row.line, column: refusal.field.clone(), refusal: refusal.clone() };
    refusals.iter().map(error).collect()
}

/// Imports some rows in the caller's transaction, each all or nothing; a row that does not fit costs only itself.
///
/// `at` makes the context of a moment, with the randomness of the run.
///
/// # Errors
/// When the database fails; `not-permitted` when the permit does not reach over the run's division.
#[expect(clippy::too_many_arguments, reason = "where, by whom, when, of what")]
pub fn import(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    at: &dyn Fn(Timestamp) -> Ctx,
    permit: &Permit<ImportMatters>,
    run: &Run,
    office: &Office,
    rows: &[Prepared],
) -> Result<Batch, Error> {
    permit.within(&run.division)?;
    let work = |tx: &mut Tx| -> Result<Batch, Fault> {
        let mut batch = Batch::default();
        for row in rows {
            if is_there(tx, row)? {
                batch.skipped += 1;
                continue;
            }
            match tx.attempt(|tx| one(tx, kit, at, office, row)) {
                Ok(answered) => {
                    batch.imported += 1;
                    batch.answered += u64::from(answered);
                }
                Err(Error::Fault(fault)) => return Err(fault),
                Err(error) => batch.errors.extend(of_row(&row.row, error.refusals().unwrap_or_default())),
            }
        }
        Ok(batch)
    };
    let batch = organisation::in_dry_run(tx, run.dry_run, work)?;
    if batch.imported > 0 && !run.dry_run {
        remember(tx, ctx, permit, run, rows, &batch)?;
    }
    Ok(batch)
}

fn is_there(tx: &mut Tx, row: &Prepared) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM matter WHERE region = $1 AND source_ref = $2";
    let region = row.petition.division.region();
    Ok(tx.query_opt(sql, params![region, &row.row.source_ref], |_| Ok(()))?.is_some())
}

/// One row; whether it had an answer.
fn one(tx: &mut Tx, kit: &Kit, at: &dyn Fn(Timestamp) -> Ctx, office: &Office, row: &Prepared) -> Result<bool, Error> {
    let Prepared { row, petition } = row;
    // The older system's key of a person is not kept, only what recognises it again.
    let key = row.petitioner_key.as_ref().map(|key| kit.keys.blind_index("person.source", key.reveal()).to_string());
    let by = By::System { source_ref: &row.source_ref, person_key: key.as_deref() };
    let receipt = register(tx, kit, &at(row.received_at), &by, petition, None)?;
    let Some(reply) = &row.reply else { return Ok(false) };
    history::answer(tx, kit, &at(reply.at), office, receipt.id, reply, &row.source_ref)?;
    Ok(true)
}

/// When the batch really ran.
fn remember(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<ImportMatters>,
    run: &Run,
    rows: &[Prepared],
    batch: &Batch,
) -> Result<(), Error> {
    let line = |row: Option<&Prepared>| row.map(|row| row.row.line);
    let body = json!({
        "file": run.file.to_string(), "from": line(rows.first()), "to": line(rows.last()),
        "imported": batch.imported, "skipped": batch.skipped, "errors": batch.errors.len(),
    });
    organisation::record(tx, ctx, &run.division.region(), run.id, permit.actor(), "petitions-imported", &body)
}
