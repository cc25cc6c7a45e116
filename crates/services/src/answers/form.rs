//! An answer as it is written.

use domain::dispatch::CategoryPath;
use intelligence::text::pii;
use kernel::{DivisionCode, OrgId, Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::error::{Collect, Error};

/// An answer as a form holds it: texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// What people ask.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// What it is about; may be empty.
    pub category: String,
    /// Who answered, by id; may be empty.
    pub unit: String,
    /// Where it holds: a division code.
    pub division: String,
}

/// An answer ready to be published: no number of a person is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerDraft {
    /// What people ask.
    pub question: Text<200>,
    /// The answer.
    pub answer: Text<4000>,
    /// What it is about.
    pub category: Option<CategoryPath>,
    /// Who answered.
    pub unit: Option<OrgId>,
    /// Where it holds.
    pub division: DivisionCode,
}

impl AnswerForm {
    /// Reads the form.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold; `answer-personal` for a telephone, an identity
    /// number or a bank card.
    pub fn parse(&self) -> Result<AnswerDraft, Error> {
        let mut errors = Collect::default();
        let question = errors.take(nobodys("question", &self.question));
        let answer = errors.take(nobodys("answer", &self.answer));
        let category = errors.take(optional(&self.category, CategoryPath::parse));
        let wrong = |_| Refusal::invalid("unit", "unknown-choice");
        let unit = errors.take(optional(&self.unit, |text| text.parse::<OrgId>().map_err(wrong)));
        let division = errors.take(DivisionCode::parse(&self.division));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        Ok(AnswerDraft {
            question: question.ok_or_else(missing)?,
            answer: answer.ok_or_else(missing)?,
            category: category.ok_or_else(missing)?,
            unit: unit.ok_or_else(missing)?,
            division: division.ok_or_else(missing)?,
        })
    }
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Result<T, Refusal>) -> Result<Option<T>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => parse(text).map(Some),
    }
}

/// A text without numbers of persons. The public telephone of an office stands beside the answer, not in it.
fn nobodys<const MAX: usize>(field: &str, text: &str) -> Result<Text<MAX>, Refusal> {
    let text = Text::parse(field, text)?;
    match pii::find(text.as_str()).first() {
        None => Ok(text),
        Some(found) => Err(Refusal::invalid(field, "answer-personal").with("kind", kind(found.kind))),
    }
}

fn kind(kind: pii::Kind) -> &'static str {
    match kind {
        pii::Kind::Phone => "personal-phone",
        pii::Kind::IdNumber => "personal-id-number",
        pii::Kind::BankCard => "personal-bank-card",
    }
}
