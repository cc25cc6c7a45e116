//! What the same person brought before, told by her telephone without reading it. A human says whether it is the same matter (A8).

use domain::access::{self, Subject, actions::ReadMatter};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Fault};
use store::{Tx, params};

use super::form::NewPetition;
use crate::{
    kit::Kit,
    matter::{self, MatterRow},
};

/// How far back it is looked: whoever registers a matter twice by chance does so within a season.
const DAYS: i64 = 90;
/// More are not shown: nobody compares more at a door.
const MOST: i64 = 5;

const SQL: &str = "SELECT m.id FROM person p JOIN matter m ON m.region = p.region AND m.petitioner_id = p.id \
                   WHERE p.region = $1 AND p.phone_index = $2 AND m.registered_at >= $3 AND NOT m.sealed \
                   ORDER BY m.registered_at DESC, m.id DESC LIMIT $4";

/// The matters registered lately under the telephone of `new` that `subject` may read, the newest first. What she may not read is
/// not told either: that somebody petitioned is itself personal.
///
/// # Errors
/// [`Fault::Storage`].
pub fn same_telephone(
    tx: &mut Tx,
    kit: &Kit,
    subject: &Subject,
    new: &NewPetition,
    now: Timestamp,
) -> Result<Vec<MatterRow>, Fault> {
    let Some(phone) = &new.contact.phone else { return Ok(vec![]) };
    let index = kit.keys.blind_index("person.phone", phone.reveal());
    let since = now.checked_sub(SignedDuration::from_hours(24 * DAYS)).unwrap_or(Timestamp::MIN);
    let found = tx.query(SQL, params![new.division.region(), index, since, MOST], |row| row.get::<CaseId>(0))?;
    let mut rows = vec![];
    for id in found {
        rows.extend(matter::find_by_id(tx, id)?);
    }
    rows.retain(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok_and(|p| p.shows(access::Field::Content)));
    Ok(rows)
}
