//! Letters found again: those of a case, those of an office, one with its text.

use domain::{
    access::{Action, Subject},
    document::{Audience, Content, DocType, Field, Letter, PaperStage, Sheet, Stamp, Template, Value, compose},
    review::Review,
};
use kernel::{CaseId, Digest, Fault, LetterId, Mobile, OrgId, PersonName, Refusal};
use store::{Filter, Tx, params};

use super::{
    leave::may,
    row::{self, COLUMNS, LetterRow, find},
};
use crate::{error::Error, kit::Kit};

/// A tab of the desk's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Drafts that wait for a signature.
    #[default]
    ToSign,
    /// In force.
    Issued,
    /// Void; dropped drafts are in no list.
    Void,
}

impl Tab {
    /// In the order shown.
    pub const ALL: [Self; 3] = [Self::ToSign, Self::Issued, Self::Void];

    /// As an address says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ToSign => "sign",
            Self::Issued => "issued",
            Self::Void => "void",
        }
    }

    fn stage(self) -> PaperStage {
        match self {
            Self::ToSign => PaperStage::Draft,
            Self::Issued => PaperStage::Issued,
            Self::Void => PaperStage::Void,
        }
    }
}

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its row.
    pub row: LetterRow,
    /// The case's number.
    pub case_number: Option<String>,
}

/// A letter with its text.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its row.
    pub row: LetterRow,
    /// What it says.
    pub letter: Letter,
    /// Its wording: of its own day once it was issued.
    pub template: Template,
}

impl Opened {
    /// As people read it; `base` is the address of the public pages.
    #[must_use]
    pub fn sheet(&self, base: &str) -> Sheet {
        let stamp = match self.row.stage {
            PaperStage::Draft | PaperStage::Dropped => Some(Stamp::Draft),
            PaperStage::Void => Some(Stamp::Void),
            PaperStage::Issued => None,
        };
        compose(&self.letter, &self.template, base, stamp)
    }

    /// As the desk looks at it: her name masked. Whoever takes the paper out sees it in full, on record.
    #[must_use]
    pub fn masked(mut self) -> Self {
        if self.row.kind.spec().audience == Audience::Person && self.row.to.is_none() {
            let name = std::mem::take(&mut self.letter.to);
            self.letter.to = masked_name(&name);
        }
        if self.row.kind == DocType::AgencyMandate {
            self.letter.content = hidden(std::mem::take(&mut self.letter.content));
        }
        self
    }
}

/// Her name as the desk reads it.
pub(super) fn masked_name(name: &str) -> String {
    PersonName::parse("name", name).map_or_else(
        |_| name.to_owned(),
        |known| {
            if known.reveal() == "信访人" { known.reveal().to_owned() } else { known.masked() }
        },
    )
}

/// A mandate names her, her telephone, her guardian and her witnesses in its text.
fn hidden(content: Content) -> Content {
    let said = |field| match content.get(field) {
        Some(Value::Text(text)) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    let name = said(Field::Principal).map(|name| PersonName::parse("name", &name).map_or(name, |known| known.masked()));
    let phone = said(Field::PrincipalContact)
        .map(|text| Mobile::parse("phone", &text).map_or_else(|_| "＊＊＊".to_owned(), |known| known.masked()));
    let note = said(Field::Note).map(|_| "监护人、见证人的姓名在取出的纸上".to_owned());
    let masked = [(Field::Principal, name), (Field::PrincipalContact, phone), (Field::Note, note)];
    let shown = masked.into_iter().filter_map(|(field, text)| Some((field, text?))).collect::<Vec<_>>();
    shown.into_iter().fold(content, |content, (field, text)| content.text(field, text))
}

/// The papers of a case, the newest first; the caller has seen to it that the case may be read.
///
/// # Errors
/// When the database fails.
pub fn of_case(tx: &mut Tx, region: &str, case: CaseId) -> Result<Vec<LetterRow>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM letter l WHERE l.region = $1 AND l.case_id = $2 AND l.stage <> 'DROPPED' \
         ORDER BY l.drafted_at DESC, l.id DESC LIMIT 200"
    );
    tx.query(&sql, params![region, case], LetterRow::read)
}

/// Those that are hers: in force or void, addressed to her.
///
/// # Errors
/// When the database fails.
pub fn hers(tx: &mut Tx, region: &str, case: CaseId) -> Result<Vec<LetterRow>, Fault> {
    let mut rows = of_case(tx, region, case)?;
    // An opinion counts from its service; before that nobody reads it.
    let served = rows.iter().filter(|row| row.kind == DocType::ServiceReceipt).filter_map(|row| row.seq).max();
    rows.retain(|row| is_hers(row) && (row.kind != DocType::Opinion || row.seq < served));
    Ok(rows)
}

/// The letters of one of her reviews that are hers; an opinion from its service on, like every other.
///
/// # Errors
/// When the database fails.
pub fn hers_of_review(tx: &mut Tx, region: &str, review: &Review) -> Result<Vec<LetterRow>, Fault> {
    let mut rows = of_case(tx, region, review.id)?;
    let opinion = crate::review::opinion_of(review.level);
    rows.retain(|row| is_hers(row) && (row.kind != opinion || review.served().is_some()));
    Ok(rows)
}

fn is_hers(row: &LetterRow) -> bool {
    row.kind.spec().audience == Audience::Person && row.to.is_none() && row.issued_at.is_some()
}

/// The letters of these organisations, the newest first. Lists name no person and no matter, only kinds, numbers and days.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, orgs: &[OrgId], tab: Tab, limit: u32) -> Result<Vec<Listed>, Fault> {
    let mut filter = of_orgs(orgs, tab);
    let most = filter.bind(limit);
    let sql = format!(
        "SELECT {COLUMNS}, m.number AS case_number FROM letter l \
         LEFT JOIN matter m ON m.region = l.region AND m.id = l.case_id \
         WHERE {} ORDER BY l.drafted_at DESC, l.id DESC LIMIT {most}",
        filter.sql()
    );
    tx.query(&sql, filter.params(), |row| {
        Ok(Listed { row: LetterRow::read(row)?, case_number: row.get("case_number")? })
    })
}

fn of_orgs(orgs: &[OrgId], tab: Tab) -> Filter {
    let mut filter = Filter::new();
    filter.is_in("l.org_id", orgs.iter().copied()).eq("l.stage", tab.stage().name());
    filter
}

/// A letter with its text, for somebody who may do `action` on its case or its office.
///
/// # Errors
/// `not-permitted`, also when there is none.
pub fn open(tx: &mut Tx, kit: &Kit, subject: &Subject, id: LetterId, action: Action) -> Result<Opened, Error> {
    let row = find(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    may(tx, subject, &row, action)?;
    Ok(with_text(tx, kit, row)?)
}

/// A row with its text: issued letters keep the wording of their day, drafts have that of today.
pub(super) fn with_text(tx: &mut Tx, kit: &Kit, row: LetterRow) -> Result<Opened, Fault> {
    let letter = row::data(tx, &kit.keys, &row)?;
    let template = wording(tx, &row, row.wording)?;
    Ok(Opened { row, letter, template })
}

fn wording(tx: &mut Tx, row: &LetterRow, digest: Digest) -> Result<Template, Fault> {
    let sql = "SELECT name, body FROM letter_wording WHERE digest = $1";
    let (name, text): (String, String) =
        tx.query_one(sql, params![digest], |found| Ok((found.get(0)?, found.get(1)?)))?;
    if Digest::of(text.as_bytes()) != digest {
        return Err(Fault::inconsistent("letter_wording", "is not what its digest says"));
    }
    let effective_from = jiff::civil::Date::MIN;
    Ok(Template { kind: row.kind, division: None, version: name, effective_from, text })
}
