//! A letter as it is kept: everything that its text is made of, fixed when it was put in force.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseNumber, Digest};
use serde::{Deserialize, Serialize};

use super::{content::Content, kind::DocType, number::DocNumber};

/// Who sends it, as printed. Names and telephones of offices are public; they are kept as they were on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Issuer {
    /// Full name.
    pub name: String,
    /// 机关代字.
    pub code: String,
    /// Public telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where to go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The letter itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it is.
    pub kind: DocType,
    /// Who sends it.
    pub issuer: Issuer,
    /// To whom: a name, or an office.
    pub to: String,
    /// The case it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseNumber>,
    /// Its number; none while it is a draft, and on forms without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DocNumber>,
    /// The code under which anybody can check it; none while it is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 成文日期.
    pub date: Date,
    /// The moment it was put in force: the only time that the printed file carries.
    pub at: Timestamp,
    /// What it says.
    pub content: Content,
}

impl Letter {
    /// The digest of everything the letter says, and of the template that words it. Equal digests, equal letters.
    ///
    /// # Panics
    /// Never: the data serialise.
    #[must_use]
    pub fn digest(&self, template: &str) -> Digest {
        let data = serde_json::to_string(self).unwrap_or_default();
        Digest::of(format!("{template}\n{data}").as_bytes())
    }
}
