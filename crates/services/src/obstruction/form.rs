//! What a person writes, parsed at the door: one form for the portal and the API.

use domain::obstruction::{Named, Origin, Wrong};
use kernel::{DivisionCode, Locale, Mobile, NonEmpty, OrgId, PersonName, Refusal, Text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::{Collect, Error},
    petition::Contact,
};

/// A report as it is written, in texts. Every field may be missing; [`ReportForm::parse`] says what must not be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// What was done: names of [`Wrong`].
    pub wrongs: Vec<String>,
    /// What happened.
    pub facts: String,
    /// Where: a division code.
    pub division: String,
    /// The unit, by id; empty when it is not in the list.
    pub unit: String,
    /// The unit or person in her own words.
    pub words: String,
    /// The number of the matter.
    pub matter: String,
    /// How she is told: `phone` or `none`.
    pub reach: String,
    /// What she is called.
    pub name: String,
    /// Telephone.
    pub phone: String,
    /// The language she is answered in.
    pub language: String,
}

/// How whoever reports is reached.
#[derive(Debug, Clone)]
pub enum Reach {
    /// She left a telephone, perhaps a name.
    Contact(Contact),
    /// Number and query code only.
    Anonymous,
}

/// A report ready to be filed.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// Where it happened.
    pub place: DivisionCode,
    /// How it came about.
    pub origin: Origin,
    /// What was done.
    pub wrongs: NonEmpty<Wrong>,
    /// By whom.
    pub named: Named,
    /// What happened.
    pub facts: Text<5000>,
    /// The number of the matter, as she wrote it. Whether it exists is neither asked nor told.
    pub matter: Option<Text<40>>,
    /// The entry of the view log.
    pub look: Option<Uuid>,
    /// How she is reached.
    pub reach: Reach,
}

impl ReportForm {
    /// Reads the form.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self) -> Result<NewReport, Error> {
        let mut errors = Collect::default();
        let wrongs = self.parse_wrongs(&mut errors);
        let facts = errors.take(Text::parse("facts", &self.facts).map_err(|refusal| match refusal.code.as_str() {
            "text-empty" => Refusal::invalid("facts", "obstruction-facts-empty"),
            _ => refusal,
        }));
        let place = errors.take(DivisionCode::parse(&self.division).map_err(|refusal| match self.division.trim() {
            "" => Refusal::invalid("division", "place-empty"),
            _ => refusal,
        }));
        let org = errors.take(parse_unit(&self.unit));
        let words = errors.take(Text::parse_optional("words", &self.words));
        let matter = errors.take(Text::parse_optional("matter", &self.matter));
        let reach = self.parse_reach(&mut errors);
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        Ok(NewReport {
            place: place.ok_or_else(missing)?,
            origin: Origin::Web,
            wrongs: wrongs.ok_or_else(missing)?,
            named: Named { org: org.ok_or_else(missing)?, words: words.ok_or_else(missing)? },
            facts: facts.ok_or_else(missing)?,
            matter: matter.ok_or_else(missing)?,
            look: None,
            reach: reach.ok_or_else(missing)?,
        })
    }

    fn parse_wrongs(&self, errors: &mut Collect) -> Option<NonEmpty<Wrong>> {
        let mut wrongs: Vec<Wrong> = vec![];
        for name in self.wrongs.iter().filter(|name| !name.trim().is_empty()) {
            let wrong = Wrong::parse(name.trim()).ok_or_else(|| Refusal::invalid("wrongs", "unknown-choice"));
            wrongs.extend(errors.take(wrong));
        }
        wrongs.dedup();
        errors.take(NonEmpty::parse("wrongs", wrongs).map_err(|_| Refusal::invalid("wrongs", "wrongs-empty")))
    }

    fn parse_reach(&self, errors: &mut Collect) -> Option<Reach> {
        if self.reach.trim() == "none" {
            return Some(Reach::Anonymous);
        }
        if self.phone.trim().is_empty() {
            errors.add(Refusal::rule("obstruction-reach", "R-014", "A18_4").on("phone"));
            return None;
        }
        let phone = errors.take(Mobile::parse("phone", &self.phone));
        let name = self.name.trim();
        let name = if name.is_empty() { Some(None) } else { errors.take(PersonName::parse("name", name).map(Some)) };
        let language = Locale::negotiate(&self.language);
        Some(Reach::Contact(Contact { name: name?, phone: Some(phone?), address: None, language }))
    }
}

fn parse_unit(text: &str) -> Result<Option<OrgId>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::invalid("unit", "obstruction-unit-unknown")),
    }
}

impl NewReport {
    /// Everything she wrote, for a keyed digest: the same form again, or another one under the same key.
    pub(super) fn fingerprint(&self) -> String {
        let contact = match &self.reach {
            Reach::Anonymous => String::new(),
            Reach::Contact(contact) => {
                let name = contact.name.as_ref().map_or("", |name| name.reveal());
                format!("{name}\n{}", contact.phone.as_ref().map_or("", |phone| phone.reveal()))
            }
        };
        let (wrongs, named, matter) = (&self.wrongs, &self.named, &self.matter);
        format!("{}\n{wrongs:?}\n{named:?}\n{matter:?}\n{}\n{contact}", self.place, self.facts)
    }
}
