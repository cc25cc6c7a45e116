//! Opening by two, and the page without content.

use domain::{
    access::{
        self, Subject,
        actions::{OpenSealed, ReadSealed},
    },
    deadline::{Clock, Derivation},
    lifecycle::{Governed as _, Recorded},
    people::{Role, RoleGrant},
    whistleblow::{self, Command, Reason, Transition, Whistleblow},
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Redacted, Refusal, UserId};
use store::{Tx, params};
use zeroize::Zeroizing;

use super::{
    Words, desk,
    keys::{self, KeyRow},
    marks,
    part::{PartRow, Plain, What, parts_of},
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, View},
    organisation,
    people::{self, grants_of},
    secrets::envelope::{self, OpeningKey, Passphrase, Place},
    timeline,
};

/// The page of a report without anything that it says.
#[derive(Debug, Clone)]
pub struct SealedView {
    /// The row.
    pub row: MatterRow,
    /// The report.
    pub state: Whistleblow,
    /// Its events.
    pub events: Vec<Recorded<whistleblow::Fact>>,
    /// What its parts are and when they came, in order.
    pub parts: Vec<(What, Timestamp)>,
    /// Clocks with their reasons, open ones first.
    pub clocks: Vec<(Clock, Derivation)>,
    /// Names of the officers that its record speaks of.
    pub staff: people::Names,
    /// The name of the discipline body.
    pub office: String,
    /// What the reader can do now.
    pub allowed: Vec<&'static Transition>,
    /// Every officer of the division, for who may handle it.
    pub officers: Vec<UserId>,
}

/// Opens the page of a report, not the report; on record.
///
/// # Errors
/// `not-permitted`, also when there is none, and for whoever is concerned.
pub fn look(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<SealedView, Error> {
    let looked = matter::look_for::<ReadSealed>(tx, ctx, subject, id)?;
    let row = looked.row().clone();
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    marks::not_concerned(tx, kit, ctx, (&row.region, id), staff)?;
    let loaded = matter::open::<Whistleblow>(tx, id)?;
    let events = matter::history(tx, &row.region, id)?;
    let sql = "SELECT what, at FROM sealed_part WHERE region = $1 AND case_id = $2 ORDER BY no";
    let parts =
        tx.query(sql, params![&row.region, id], |part| Ok((part.parse(0, What::parse)?, part.get::<Timestamp>(1)?)))?;
    let state = loaded.state.clone();
    let terms = matter::terms(kit, &state);
    let derived = |clock: &Clock| {
        let def = terms.clocks().get(clock.def.as_str())?;
        Some((clock.clone(), clock.derivation(def, terms.calendar())))
    };
    let mut clocks: Vec<(Clock, Derivation)> = state.clocks.iter().filter_map(derived).collect();
    clocks.sort_by_key(|(clock, _)| (!clock.is_open(), clock.due_at));
    let officers: Vec<UserId> = desk::officers(tx, ctx, &state.division)?.into_iter().map(|one| one.user).collect();
    let mut people: Vec<UserId> = officers.iter().chain(&state.keepers).copied().collect();
    people.extend(timeline::users_in(&events));
    people.extend(state.openings.iter().map(|opening| opening.with));
    Ok(SealedView {
        staff: people::names(tx, people)?,
        office: organisation::name(tx, state.office)?,
        allowed: state.allowed_now().filter(|row| matter::permitted(subject, row.command, &loaded).is_ok()).collect(),
        row,
        state,
        events,
        parts,
        clocks,
        officers,
    })
}

/// The envelopes and keys of a report, for the two who open. All of it ciphertext.
#[derive(Debug, Clone)]
pub struct Kept {
    case: CaseId,
    keys: Vec<KeyRow>,
    parts: Vec<PartRow>,
}

/// Fetches what the two will open.
///
/// # Errors
/// `not-permitted`.
pub fn kept(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Kept, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    access::permit::<OpenSealed>(subject, &row.facts)?;
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    marks::not_concerned(tx, kit, ctx, (&row.region, id), staff)?;
    let parts = parts_of(tx, &row.region, id.0)?;
    let mut ids: Vec<String> = parts.iter().map(|part| part.key.clone()).collect();
    ids.sort();
    ids.dedup();
    Ok(Kept { case: id, keys: keys::named(tx, &row.region, &ids)?, parts })
}

/// One part as it is shown, once.
#[derive(Debug)]
pub enum OpenedPart {
    /// What she wrote, or the other office's number.
    Words(What, Timestamp, Words),
    /// A file.
    File {
        /// When it came.
        at: Timestamp,
        /// Its name.
        name: Redacted<String>,
        /// Its media type.
        media_type: String,
        /// Its bytes.
        bytes: Redacted<Zeroizing<Vec<u8>>>,
    },
}

/// An opened report. It lives for one response.
#[derive(Debug)]
pub struct Opened {
    /// Its parts in order.
    pub parts: Vec<OpenedPart>,
    /// How many parts are under keys that these passphrases do not open.
    pub shut: usize,
}

/// Puts the shares together and opens the parts, in memory. A second of CPU: outside of any transaction.
///
/// # Errors
/// `passphrase-wrong` when they open none of the keys; a fault when a part was changed.
pub fn unlock(kept: &Kept, passphrases: [&Passphrase; 2]) -> Result<Opened, Error> {
    let mut opening: Vec<OpeningKey> = vec![];
    let mut last = None;
    for key in &kept.keys {
        match envelope::unlock(&key.sealing, &key.shares, passphrases) {
            Ok(key) => opening.push(key),
            Err(Error::Fault(fault)) => return Err(fault.into()),
            // Another pair of people made an older key.
            Err(error) => last = Some(error),
        }
    }
    if let (true, Some(error)) = (opening.is_empty(), last) {
        return Err(error);
    }
    let (mut parts, mut shut) = (vec![], 0);
    for part in &kept.parts {
        match opening.iter().find(|key| key.id() == part.key) {
            Some(key) => parts.push(opened_part(key, kept.case, part)?),
            None => shut += 1,
        }
    }
    Ok(Opened { parts, shut })
}

fn opened_part(key: &OpeningKey, case: CaseId, part: &PartRow) -> Result<OpenedPart, Error> {
    let fault = || kernel::Fault::inconsistent("sealed part", "not in its form");
    let plain = key.open(Place { case: case.0, no: part.no }, &part.sealed)?;
    let plain = plain.reveal();
    let (length, rest) = plain.split_at_checked(8).ok_or_else(fault)?;
    let length = u64::from_be_bytes(length.try_into().map_err(|_| fault())?);
    let length = usize::try_from(length).map_err(|_| fault())?;
    let (head, bytes) = rest.split_at_checked(length).ok_or_else(fault)?;
    let head: Plain<'_> = serde_json::from_slice(head).map_err(|_| fault())?;
    Ok(match (part.what, head) {
        (What::File, head) => OpenedPart::File {
            at: part.at,
            name: head.name.unwrap_or_default(),
            media_type: head.media_type.unwrap_or_default(),
            bytes: Redacted::new(Zeroizing::new(bytes.to_vec())),
        },
        (what, head) => OpenedPart::Words(what, part.at, head.words.unwrap_or_default()),
    })
}

/// Whether `user` may be the second person now: an officer in office who keeps this report and is not concerned.
///
/// # Errors
/// `sealed-two-people`.
pub fn second(tx: &mut Tx, kit: &Kit, ctx: &Ctx, id: CaseId, user: UserId) -> Result<(), Error> {
    let refused = || Refusal::rule("sealed-two-people", "10.3", "A30_3");
    let row = matter::find_by_id(tx, id)?.ok_or_else(refused)?;
    let sql = "SELECT org_id FROM staff WHERE id = $1 AND active";
    let org = tx.query_opt(sql, params![user], |row| row.get(0))?.ok_or_else(refused)?;
    let grants: Vec<RoleGrant> = grants_of(tx, user)?;
    let staff = access::StaffSubject::new(user, org, ctx.now(), grants);
    if !staff.has(Role::DisciplineSealed) {
        return Err(refused().into());
    }
    marks::not_concerned(tx, kit, ctx, (&row.region, id), &staff).map_err(|_| refused())?;
    access::permit::<OpenSealed>(&Subject::Staff(staff), &row.facts).map_err(|_| refused())?;
    Ok(())
}

/// Puts the opening on record, with both names and the reason. Only then is it shown.
///
/// # Errors
/// `not-permitted`, `sealed-two-people`, `not-at-this-stage`.
pub fn opened(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    (with, reason): (UserId, Reason),
) -> Result<Whistleblow, Error> {
    second(tx, kit, ctx, id, with)?;
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    marks::not_concerned(tx, kit, ctx, (&row.region, id), staff)?;
    let state = matter::act(tx, kit, ctx, subject, id, None, &Command::Open { with, reason })?;
    for user in [staff.user(), with] {
        let why = Some(reason.name().to_owned());
        let view = View { id: ctx.new_id(), at: ctx.now(), user, org: staff.org(), seen: "sealed".into(), reason: why };
        matter::looked(tx, &row.region, id, &view)?;
    }
    Ok(state)
}
