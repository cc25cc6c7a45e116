//! Taking a letter out as a file. The first print is kept, sealed, and its digest recorded: from then on the same bytes come out,
//! whatever becomes of fonts, layout and templates.

use domain::{
    access::{Action, Subject},
    document::{Fact, PaperStage, Press, Printing},
    petition::Petition,
};
use kernel::{CaseId, Ctx, Digest, Fault, LetterId, Refusal};
use store::{Tx, params};

use super::{
    leave::may,
    read::{Opened, hers, hers_of_review, with_text},
    row::find,
    write::{append, paper},
};
use crate::{
    attachment::Blobs,
    error::Error,
    kit::Kit,
    matter::{self, View},
    petition::Access,
    review,
};

/// A letter ready to be printed or handed out.
#[derive(Debug, Clone)]
pub struct Ready(Opened);

impl Ready {
    /// The file's name.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.0.row.file_name()
    }

    /// The letter.
    #[must_use]
    pub fn letter(&self) -> LetterId {
        self.0.row.id
    }

    /// Whether the kept print is there: the same bytes come out for ever.
    #[must_use]
    pub fn is_printed(&self) -> bool {
        self.is_kept() && self.0.row.printed.is_some() && self.0.row.stored.is_some()
    }

    /// What it says, as data.
    ///
    /// # Errors
    /// None in practice.
    pub(crate) fn data(&self) -> Result<Vec<u8>, Fault> {
        serde_json::to_vec_pretty(&self.0.letter).map_err(|error| Fault::inconsistent("letter.data", error))
    }

    /// Whether its file is kept: only what is in force.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.0.row.stage == PaperStage::Issued
    }

    /// The bytes: the kept file, else a fresh print. Outside of any transaction: it takes a while.
    ///
    /// # Errors
    /// When the press or the folder fails, or a kept file is not what its digest says.
    pub fn bytes(&self, kit: &Kit, files: &Blobs, press: &dyn Press, base: &str) -> Result<(Vec<u8>, u32), Fault> {
        let row = &self.0.row;
        if let (true, Some(stored), Some(printed)) = (self.is_kept(), row.stored, row.printed) {
            let bytes = kit.keys.open_file(row.id, &files.get(&stored)?)?;
            if Digest::of(&bytes) != printed {
                return Err(Fault::inconsistent("letter.printed", "the file is not what its digest says"));
            }
            return Ok((bytes, row.pages.unwrap_or(1)));
        }
        let printed = press.print(&self.0.sheet(base))?;
        Ok((printed.bytes, printed.pages))
    }
}

/// Every letter of a case that was in force once, oldest first, for its file. The caller holds the permit.
///
/// # Errors
/// When the database fails or a letter does not open.
pub(crate) fn of_file(tx: &mut Tx, kit: &Kit, region: &str, case: CaseId) -> Result<Vec<Ready>, Fault> {
    let mut rows = super::of_case(tx, region, case)?;
    rows.retain(|row| row.issued_at.is_some());
    rows.sort_by_key(|row| (row.issued_at, row.id.0));
    rows.into_iter().map(|row| with_text(tx, kit, row).map(Ready)).collect()
}

/// For a member of staff: with leave, on record of the case with kind and number of the letter.
///
/// # Errors
/// `not-permitted`, also when there is no such letter.
pub fn for_staff(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: LetterId) -> Result<Ready, Error> {
    let row = find(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let actor = may(tx, subject, &row, Action::PrintLetter)?;
    if let (Some(case), Some(user), Some(org)) = (row.case, actor.user(), actor.org()) {
        let reason = Some(row.number.clone().unwrap_or_else(|| row.kind.name().to_owned()));
        let view = View { id: ctx.new_id(), at: ctx.now(), user, org, seen: "letter".into(), reason };
        matter::looked(tx, &row.region, case, &view)?;
    }
    Ok(Ready(with_text(tx, kit, row)?))
}

/// For her: a letter of her case that was issued to her.
///
/// # Errors
/// `not-permitted` for any other.
pub fn for_her(tx: &mut Tx, kit: &Kit, access: &Access, id: LetterId) -> Result<Ready, Error> {
    let mut rows = hers(tx, access.region(), access.case())?;
    if let Some(petition) = matter::load::<Petition>(tx, access.region(), access.case())? {
        for review in review::of_petition(tx, access.region(), &petition.state)? {
            rows.extend(hers_of_review(tx, access.region(), &review)?);
        }
    }
    let row = rows.into_iter().find(|row| row.id == id).ok_or_else(Refusal::not_permitted)?;
    Ok(Ready(with_text(tx, kit, row)?))
}

/// Keeps the first print of a letter in force: sealed in the folder, its digest on record. A second one changes nothing.
///
/// # Errors
/// When folder or database fail.
pub fn archive(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    files: &Blobs,
    id: LetterId,
    (bytes, pages, edition): (&[u8], u32, &str),
) -> Result<(), Error> {
    let Some(region) = find(tx, id)?.map(|row| row.region) else { return Ok(()) };
    tx.lock_stream(&region, id)?;
    let Some(row) = find(tx, id)?.filter(|row| row.stage == PaperStage::Issued && row.printed.is_none()) else {
        return Ok(());
    };
    let stored = files.put(&kit.keys.seal_file(id, bytes, ctx)?, ctx)?;
    let digest = Digest::of(bytes);
    let version = paper(tx, &region, id)?.map_or(row.version, |paper| paper.version);
    let sql = "UPDATE letter SET printed = $3, pages = $4, stored = $5, version = $6 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&region, id, digest, i64::from(pages), stored, version + 1])?;
    let printing = Printing { digest, pages, edition: edition.to_owned() };
    append(tx, ctx, (&region, id, version), domain::actor::Actor::System, Fact::Printed(Box::new(printing)))
}

/// The case a letter belongs to.
///
/// # Errors
/// When the database fails.
pub fn look_up_case(tx: &mut Tx, id: LetterId) -> Result<Option<CaseId>, Fault> {
    Ok(find(tx, id)?.and_then(|row| row.case))
}
