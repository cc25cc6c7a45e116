//! Writing letters down and putting them in force. What stands here asks no permission: the caller holds it.

use std::sync::Arc;

use domain::{
    actor::Actor,
    document::{
        Content, DocNumber, DocType, Drafted, Event, Fact, Field, Issued, Issuer, Letter, Paper, PaperStage, Template,
        Value as Held,
    },
    env::within_reach,
    organisation::Org,
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, Ctx, Digest, DivisionCode, Fault, LetterId, OrgId, Refusal, beijing_date};
use store::{
    Tx, Value,
    event_log::{self, AppendError, NewEvent},
    params,
};

use super::{
    number,
    row::{FIELD, LetterRow, find},
};
use crate::{error::Error, kit::Kit, matter, organisation, petition};

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addressee {
    /// Whoever filed the case: her name is taken from her record and sealed with the letter.
    Petitioner,
    /// An office.
    Org(OrgId),
    /// Nobody: it stays in the file.
    File,
}

/// A letter to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewLetter {
    /// What it is.
    pub kind: DocType,
    /// Where it belongs: the division of the case, or of the office.
    pub division: DivisionCode,
    /// The case.
    pub case: Option<CaseId>,
    /// The event of the case which it carries out. One event makes one letter of a kind.
    pub seq: Option<i64>,
    /// To whom.
    pub to: Addressee,
    /// What it says.
    pub content: Content,
}

/// Who writes or signs, for which organisation, and the day it counts from.
#[derive(Debug, Clone, Copy)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// The organisation in whose name it goes out.
    pub org: OrgId,
    /// The moment that the letter carries: now, or that of the event which makes it.
    pub at: Timestamp,
}

/// Writes a letter down for a second person to sign; its id. Required fields may still be missing.
///
/// # Errors
/// `letter-field-foreign`, `letter-field-kind`, `text-too-long` for what does not belong in it; `feedback-past`, `day-far` for a day
/// of the answer that is over or years ahead.
pub fn draft(tx: &mut Tx, kit: &Kit, ctx: &Ctx, by: By, new: &NewLetter) -> Result<LetterId, Error> {
    unfinished(&new.content, new.kind, ctx.today())?;
    let (org, letter) = letter_of(tx, kit, by, new)?;
    let template = in_force(kit, &new.division, &letter);
    let drafted = begin(tx, kit, ctx, by, new, &letter, &template)?;
    tracing::debug!(letter = %drafted.id, org = %org.id, "drafted");
    Ok(drafted.id)
}

/// Puts a letter in force at once: a decision that was taken already says it, or the caller has seen to the second signature.
/// `number` is one that the decision itself carries. The row as it then stands; the row of the first time when the same event
/// made this letter before.
///
/// # Errors
/// `letter-field-missing` and the others of [`Content::check`].
pub fn issue(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    by: By,
    new: &NewLetter,
    number: Option<DocNumber>,
) -> Result<LetterRow, Error> {
    if let Some(known) = made_before(tx, new)? {
        return Ok(known);
    }
    new.content.check(new.kind).map_err(Error::Invalid)?;
    let (org, mut letter) = letter_of(tx, kit, by, new)?;
    let template = in_force(kit, &new.division, &letter);
    letter.number = numbered(tx, new.kind, &org, &template, &letter, number)?;
    letter.code = Some(code(ctx, &new.division.region()));
    let drafted = begin(tx, kit, ctx, by, new, &letter, &template)?;
    let region = new.division.region();
    put_in_force(tx, kit, ctx, (&region, drafted.id, 1), by.actor, &letter, &template)?;
    Ok(find(tx, drafted.id)?.ok_or_else(Refusal::not_permitted)?)
}

/// Refuses what does not belong in a letter of this kind, and a day of the answer that nobody can mean; what is missing may follow.
pub(super) fn unfinished(content: &Content, kind: DocType, today: Date) -> Result<(), Error> {
    let refused = content.check(kind).err().unwrap_or_default();
    let mut wrong: Vec<Refusal> =
        refused.into_iter().filter(|refusal| refusal.code != "letter-field-missing").collect();
    if let Some(Held::Day(day)) = content.get(Field::FeedbackDue) {
        let name = Field::FeedbackDue.name();
        wrong.extend((*day < today).then(|| Refusal::invalid(name, "feedback-past")));
        wrong.extend(within_reach(name, *day, today).err());
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

/// The template of a letter's kind on its day.
pub(super) fn in_force(kit: &Kit, division: &DivisionCode, letter: &Letter) -> Arc<Template> {
    kit.reference().templates.in_force(letter.kind, division, letter.date)
}

/// The number that a kind with one gets now.
pub(super) fn numbered(
    tx: &mut Tx,
    kind: DocType,
    org: &Org,
    template: &Template,
    letter: &Letter,
    given: Option<DocNumber>,
) -> Result<Option<DocNumber>, Error> {
    if given.is_some() || !kind.spec().numbered {
        return Ok(given);
    }
    Ok(Some(number::next(tx, org, &template.series(), letter.date)?))
}

/// A code to check it by: the region, then sixty random bits in letters that are not taken for one another.
pub(super) fn code(ctx: &Ctx, region: &str) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let random: [u8; 12] = ctx.random();
    let signs: Vec<char> = random.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    format!("{region}-{}", groups.join("-"))
}

fn made_before(tx: &mut Tx, new: &NewLetter) -> Result<Option<LetterRow>, Error> {
    let (Some(case), Some(seq)) = (new.case, new.seq) else { return Ok(None) };
    let sql = format!(
        "SELECT {} FROM letter l WHERE l.region = $1 AND l.case_id = $2 AND l.seq = $3 AND l.kind = $4",
        super::row::COLUMNS
    );
    Ok(tx.query_opt(&sql, params![new.division.region(), case, seq, new.kind.name()], LetterRow::read)?)
}

/// The letter as it stands before it has a number.
pub(super) fn letter_of(tx: &mut Tx, kit: &Kit, by: By, new: &NewLetter) -> Result<(Org, Letter), Error> {
    let org = organisation::get(tx, by.org)?.ok_or_else(Refusal::not_permitted)?.value;
    let case = new.case.map(|case| matter::find_by_id(tx, case)).transpose()?.flatten();
    let number: Option<CaseNumber> = case.as_ref().map(|row| row.number.clone());
    let to = match (&new.to, &case) {
        (Addressee::Petitioner, Some(row)) => {
            let identity = petition::open_person(tx, &kit.keys, &row.region, row.petitioner)?;
            let name = identity.name.reveal().trim().to_owned();
            if name.is_empty() { "信访人".to_owned() } else { name }
        }
        (Addressee::Org(id), _) => organisation::name(tx, *id)?,
        (Addressee::Petitioner, None) | (Addressee::File, _) => String::new(),
    };
    let text = |text: &Option<kernel::Text<40>>| text.as_ref().map(ToString::to_string);
    let issuer = Issuer {
        name: org.name.to_string(),
        code: number::code_of(&org),
        phone: text(&org.phone),
        address: org.address.as_ref().map(ToString::to_string),
    };
    let date = beijing_date(by.at);
    let content = new.content.clone();
    let letter =
        Letter { kind: new.kind, issuer, to, case: number, number: None, code: None, date, at: by.at, content };
    Ok((org, letter))
}

/// The row and the first event.
fn begin(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    by: By,
    new: &NewLetter,
    letter: &Letter,
    template: &Template,
) -> Result<Drafted, Error> {
    let (id, wording) = (ctx.new_id::<LetterId>(), keep_wording(tx, template)?);
    let to = if let Addressee::Org(org) = new.to { Some(org) } else { None };
    let digest = letter.digest(&wording.to_string());
    let drafted = Drafted { id, kind: new.kind, org: by.org, case: new.case, seq: new.seq, to, digest };
    let region = new.division.region();
    let columns = [
        "region",
        "id",
        "kind",
        "division",
        "case_id",
        "seq",
        "org_id",
        "to_id",
        "stage",
        "drafter_id",
        "wording",
        "data",
        "digest",
        "drafted_at",
        "version",
    ];
    let row: Vec<Value> = vec![
        region.as_str().into(),
        id.into(),
        new.kind.name().into(),
        (&new.division).into(),
        new.case.into(),
        new.seq.into(),
        by.org.into(),
        to.into(),
        PaperStage::Draft.name().into(),
        by.actor.user().into(),
        wording.into(),
        sealed(kit, ctx, id, letter)?.into(),
        digest.into(),
        by.at.into(),
        1_i64.into(),
    ];
    tx.insert_many("letter", &columns, &[row])?;
    append(tx, ctx, (&region, id, 0), by.actor, Fact::Drafted(Box::new(drafted.clone())))?;
    Ok(drafted)
}

/// Fixes number, code, wording and digest.
pub(super) fn put_in_force(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    (region, id, version): (&str, LetterId, i64),
    actor: Actor,
    letter: &Letter,
    template: &Template,
) -> Result<(), Error> {
    let wording = keep_wording(tx, template)?;
    let digest = letter.digest(&wording.to_string());
    let number = letter.number.as_ref();
    let sql = "UPDATE letter SET stage = $3, signer_id = $4, series = $5, year = $6, serial = $7, number = $8, code = $9, \
               wording = $10, data = $11, digest = $12, issued_at = $13, version = $14 WHERE region = $1 AND id = $2";
    tx.execute(
        sql,
        params![
            region,
            id,
            PaperStage::Issued.name(),
            actor.user(),
            number.map(|number| number.series.as_str()),
            number.map(|number| i64::from(number.year)),
            number.map(|number| number.seq),
            number.map(ToString::to_string),
            letter.code.as_deref(),
            wording,
            sealed(kit, ctx, id, letter)?,
            digest,
            letter.at,
            version + 1,
        ],
    )?;
    let code = letter.code.clone().unwrap_or_default();
    let issued = Issued { number: letter.number.clone(), code, template: template.key(), digest };
    append(tx, ctx, (region, id, version), actor, Fact::Issued(Box::new(issued)))
}

/// What the letter says, sealed for its row.
pub(super) fn sealed(kit: &Kit, ctx: &Ctx, id: LetterId, letter: &Letter) -> Result<String, Fault> {
    let text = serde_json::to_string(letter).map_err(|error| Fault::inconsistent("letter.data", error))?;
    kit.keys.seal(FIELD, id, &text, ctx)
}

/// Keeps the wording under its digest, so that a later version changes no letter.
pub(super) fn keep_wording(tx: &mut Tx, template: &Template) -> Result<Digest, Fault> {
    let digest = Digest::of(template.text.as_bytes());
    let sql = "INSERT INTO letter_wording (digest, kind, name, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(sql, params![digest, template.kind.name(), template.key(), &template.text])?;
    Ok(digest)
}

/// One more event of a letter whose stream ends at `version`.
pub(super) fn append(
    tx: &mut Tx,
    ctx: &Ctx,
    (region, id, version): (&str, LetterId, i64),
    actor: Actor,
    fact: Fact,
) -> Result<(), Error> {
    let json = |error: serde_json::Error| Fault::inconsistent("event", error);
    let author = serde_json::to_string(&actor).map_err(json)?;
    let kind = domain::lifecycle::Fact::kind(&fact);
    let body = serde_json::to_string(&Event::of(fact)).map_err(json)?;
    match event_log::append(tx, region, id, version, &[NewEvent::new(ctx.now(), author, kind, body)]) {
        Ok(_) => Ok(()),
        Err(AppendError::Stale { .. }) => Err(Refusal::stale().into()),
        Err(AppendError::Fault(fault)) => Err(fault.into()),
    }
}

/// The paper as its events lead to it, for whoever asks what may be done with it.
///
/// # Errors
/// When the database fails.
pub fn paper_of(tx: &mut Tx, row: &LetterRow) -> Result<Option<Paper>, Fault> {
    paper(tx, &row.region, row.id)
}

/// The paper as its events lead to it.
pub(crate) fn paper(tx: &mut Tx, region: &str, id: LetterId) -> Result<Option<Paper>, Fault> {
    let mut paper: Option<Paper> = None;
    for stored in event_log::read(tx, region, id, 0)? {
        let event = matter::decode::<Fact>(&stored)?;
        match &mut paper {
            None => paper = Paper::begin(&event.event.fact, event.actor),
            Some(paper) => paper.apply(&event.event.fact, event.actor),
        }
    }
    Ok(paper)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_answer_is_asked_for_a_day_that_somebody_can_keep() {
        let today = date(2026, 11, 22);
        let code = |day| {
            let content = Content::new().day(Field::FeedbackDue, day);
            match unfinished(&content, DocType::SuperviseLetter, today) {
                Ok(()) => String::new(),
                Err(error) => error.refusals().unwrap_or_default()[0].code.clone(),
            }
        };
        assert_eq!(code(date(1900, 1, 1)), "feedback-past");
        assert_eq!(code(date(2999, 12, 31)), "day-far");
        assert_eq!(code(date(2026, 12, 1)), "", "what else is missing may follow");
    }
}
