//! What is ticked and written in a mandate, parsed at the door: one form for registration, case page, doorstep and API.

use domain::mandate::{Capacity, Consents, Power, Way};
use jiff::civil::Date;
use kernel::{PersonName, Refusal, UserId};
use serde::{Deserialize, Serialize};

use crate::error::{Collect, Error};

/// A mandate as it is written, in texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MandateForm {
    /// To whom: an id; empty for the agent of the case.
    pub agent: String,
    /// Names of [`Power`]s.
    pub powers: Vec<String>,
    /// The last day; the default of the jurisdiction when empty.
    pub until: String,
    /// Whether she can give it herself; herself when empty.
    pub capacity: String,
    /// The guardian's name.
    pub guardian: String,
    /// How it was given.
    pub way: String,
    /// It was read to her and she said that it is so.
    pub read_back: bool,
    /// What proves an oral mandate: `RECORDING` or `WITNESSES`.
    pub proof: String,
    /// The names of two witnesses.
    pub witnesses: Vec<String>,
    /// Consent to passing her details on.
    pub consent_passing_on: bool,
    /// Consent to what is sensitive.
    pub consent_sensitive: bool,
}

/// What proves that an oral mandate was given.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// Paper or device: the signature itself.
    Signature,
    /// The recording that was handed in last.
    Recording,
    /// Witnesses, by name.
    Witnesses(Vec<PersonName>),
}

/// A mandate ready to be taken down.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMandate {
    /// To whom; `None`: the agent of the case, or whoever takes it down.
    pub agent: Option<UserId>,
    /// What was ticked.
    pub powers: Vec<Power>,
    /// The last day.
    pub until: Option<Date>,
    /// Whether she can give it herself.
    pub capacity: Capacity,
    /// The guardian.
    pub guardian: Option<PersonName>,
    /// How.
    pub way: Way,
    /// It was read back.
    pub read_back: bool,
    /// What proves it.
    pub proof: Proof,
    /// What she agreed to separately.
    pub consents: Consents,
}

impl MandateForm {
    /// Reads the form.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self) -> Result<NewMandate, Error> {
        let mut errors = Collect::default();
        let agent = errors.take(optional("agent", &self.agent, |text| text.parse().ok()));
        let powers = self.parse_powers(&mut errors);
        let until = errors.take(match self.until.trim() {
            "" => Ok(None),
            text => kernel::halfwidth(text).parse().map(Some).map_err(|_| Refusal::invalid("until", "date")),
        });
        let capacity = match self.capacity.trim() {
            "" => Some(Capacity::Full),
            text => errors.take(Capacity::parse(text).ok_or_else(|| Refusal::invalid("capacity", "unknown-choice"))),
        };
        let guardian = errors.take(name("guardian", &self.guardian));
        let way = errors.take(Way::parse(self.way.trim()).ok_or_else(|| Refusal::invalid("way", "choose-one")));
        let proof = self.parse_proof(way, &mut errors);
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        Ok(NewMandate {
            agent: agent.ok_or_else(missing)?,
            powers,
            until: until.ok_or_else(missing)?,
            capacity: capacity.ok_or_else(missing)?,
            guardian: guardian.ok_or_else(missing)?,
            way: way.ok_or_else(missing)?,
            read_back: self.read_back,
            proof: proof.ok_or_else(missing)?,
            consents: Consents { passing_on: self.consent_passing_on, sensitive: self.consent_sensitive },
        })
    }

    fn parse_powers(&self, errors: &mut Collect) -> Vec<Power> {
        let mut powers = vec![];
        for text in self.powers.iter().filter(|text| !text.trim().is_empty()) {
            let power = Power::parse(text.trim()).ok_or_else(|| Refusal::invalid("powers", "unknown-choice"));
            powers.extend(errors.take(power));
        }
        if powers.is_empty() {
            errors.add(Refusal::rule("mandate-powers-empty", "3.4", "").on("powers"));
        }
        powers
    }

    fn parse_proof(&self, way: Option<Way>, errors: &mut Collect) -> Option<Proof> {
        if way? != Way::Oral {
            return Some(Proof::Signature);
        }
        if self.proof.trim() == "RECORDING" {
            return Some(Proof::Recording);
        }
        let mut names = vec![];
        for (n, text) in self.witnesses.iter().enumerate() {
            names.extend(errors.take(name(&format!("witness_{}", n + 1), text)).flatten());
        }
        Some(Proof::Witnesses(names))
    }
}

fn optional<T>(field: &str, text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => parse(text).map(Some).ok_or_else(|| Refusal::invalid(field, "unknown-choice")),
    }
}

fn name(field: &str, text: &str) -> Result<Option<PersonName>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => PersonName::parse(field, text).map(Some),
    }
}
