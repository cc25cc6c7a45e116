//! Putting right what is stored about her: she herself, her agent, or her bureau before whom she says so. The old words are kept,
//! sealed, beside the file; letters that went out stay as they went out.

use domain::{
    access::{self, Subject, actions::CorrectData},
    actor::Actor,
    retention::{Command, Datum, MatterFile},
};
use kernel::{CaseId, Ctx, Fault, Locale, Mobile, PersonName, Refusal, Text};
use serde_json::{Map, Value};
use store::{Tx, params};
use uuid::Uuid;

use super::{around::around, stream};
use crate::{
    error::{Collect, Error},
    kit::Kit,
    matter::{self, MatterRow},
    petition::{self, Access, Identity},
};

/// What is to stand there; what is not named stays.
#[derive(Debug, Clone, Default)]
pub struct NewData {
    /// Name.
    pub name: Option<PersonName>,
    /// Telephone.
    pub phone: Option<Mobile>,
    /// Address.
    pub address: Option<Text<200>>,
    /// The language she is answered in.
    pub language: Option<Locale>,
}

impl NewData {
    /// Reads what somebody typed: an empty field changes nothing.
    ///
    /// # Errors
    /// Every field that cannot be read, together.
    pub fn parse(name: &str, phone: &str, address: &str, language: &str) -> Result<Self, Error> {
        let mut wrong = Collect::default();
        let said = |text: &str| !text.trim().is_empty();
        let name = said(name).then(|| wrong.take(PersonName::parse("name", name))).flatten();
        let phone = said(phone).then(|| wrong.take(Mobile::parse("phone", phone))).flatten();
        let address = wrong.take(Text::parse_optional("address", address)).flatten();
        wrong.finish()?;
        Ok(Self { name, phone, address, language: said(language).then(|| Locale::of_tag(language)).flatten() })
    }
}

/// What was put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// The file afterwards.
    pub file: MatterFile,
    /// Which data changed.
    pub data: Vec<Datum>,
}

/// She puts it right herself, with number and code.
///
/// # Errors
/// `data-unchanged` when it says what stands there already.
pub fn correct(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access, new: &NewData) -> Result<Corrected, Error> {
    on_behalf(tx, kit, ctx, &Subject::Petitioner(access.case()), access.case(), new)
}

/// Her agent or her bureau does it for her.
///
/// # Errors
/// `not-permitted`; as [`correct`].
pub fn correct_as_staff(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    new: &NewData,
) -> Result<Corrected, Error> {
    on_behalf(tx, kit, ctx, subject, case, new)
}

fn on_behalf(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    new: &NewData,
) -> Result<Corrected, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<CorrectData>(subject, &row.facts)?.actor();
    let old = petition::identity(tx, kit, &row.region, row.petitioner)?;
    let language = petition::language(tx, &row.region, row.petitioner)?;
    let (data, words) = changes(&old, language, new);
    let change = ctx.new_id::<CaseId>().0;
    let (command, around) = (Command::Correct { change, data: data.clone() }, around(tx, &row)?);
    let (file, _) = stream::act(tx, ctx, &row, actor, &command, around)?;
    keep(tx, kit, ctx, &row, (change, 0, "OLD"), actor, &Value::Object(words).to_string())?;
    write(tx, kit, ctx, &row, new)?;
    Ok(Corrected { file, data })
}

/// Which data change, and the words that stood there.
fn changes(old: &Identity, language: Locale, new: &NewData) -> (Vec<Datum>, Map<String, Value>) {
    let stored = |text: Option<&kernel::Redacted<String>>| text.map(|text| text.reveal().clone()).unwrap_or_default();
    let pairs = [
        (Datum::Name, old.name.reveal().clone(), new.name.as_ref().map(|name| name.reveal().to_owned())),
        (Datum::Phone, stored(old.phone.as_ref()), new.phone.as_ref().map(|phone| phone.reveal().to_owned())),
        (Datum::Address, stored(old.address.as_ref()), new.address.as_ref().map(|text| text.as_str().to_owned())),
        (Datum::Language, language.tag().to_owned(), new.language.map(|locale| locale.tag().to_owned())),
    ];
    let differ = pairs.into_iter().filter(|(_, was, is)| is.as_ref().is_some_and(|is| is != was));
    differ.map(|(datum, was, _)| (datum, (datum.name().to_owned(), Value::String(was)))).unzip()
}

/// Keeps words beside a file, sealed.
pub(super) fn keep(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    row: &MatterRow,
    (id, no, what): (Uuid, i64, &str),
    by: Actor,
    words: &str,
) -> Result<(), Fault> {
    let sealed = kit.keys.seal("file_words.words", id, words, ctx)?;
    let sql = "INSERT INTO file_words (region, id, case_id, no, what, words, by_user, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    tx.execute(sql, params![&row.region, id, row.id(), no, what, sealed, by.user(), ctx.now()]).map(drop)
}

/// Seals the new words into her row; the blind index of the telephone moves with it, so that she is found by the new one.
fn write(tx: &mut Tx, kit: &Kit, ctx: &Ctx, row: &MatterRow, new: &NewData) -> Result<(), Fault> {
    let her = row.petitioner;
    let seal = |field: &str, text: &str| kit.keys.seal(field, her, text, ctx);
    if let Some(name) = &new.name {
        let sql = "UPDATE person SET name = $3 WHERE region = $1 AND id = $2";
        tx.execute(sql, params![&row.region, her, seal("person.name", name.reveal())?])?;
    }
    if let Some(phone) = &new.phone {
        let index = kit.keys.blind_index("person.phone", phone.reveal());
        let sql = "UPDATE person SET phone = $3, phone_index = $4 WHERE region = $1 AND id = $2";
        tx.execute(sql, params![&row.region, her, seal("person.phone", phone.reveal())?, index])?;
    }
    if let Some(address) = &new.address {
        let sql = "UPDATE person SET address = $3 WHERE region = $1 AND id = $2";
        tx.execute(sql, params![&row.region, her, seal("person.address", address.as_str())?])?;
    }
    if let Some(language) = new.language {
        let sql = "UPDATE person SET language = $3 WHERE region = $1 AND id = $2";
        tx.execute(sql, params![&row.region, her, language.tag()])?;
    }
    Ok(())
}
