//! Which column means what, as a small TOML file beside the table.
//!
//! ```toml
//! source = "messages"                 # names the origin; source_ref becomes "messages:188006"
//!
//! [columns]                           # field = "column"
//! source_ref = "id"
//! received_at = "time"
//! title = "title"
//! facts = "detail"
//! petitioner_key = "user"             # optional, as are reply, replied_at, claims, division, channel, category
//!
//! [time]
//! zone = "Asia/Shanghai"
//! formats = ["%Y/%m/%d %H:%M:%S"]     # tried in this order
//!
//! [constants]                         # for what no column says
//! division = "150203"
//! channel = "WEB"
//!
//! [claims]
//! from = "title"                      # when there is no column for claims: "title" or "facts"
//! split = ["；"]                      # parts of a claims column
//! ```

use kernel::{DivisionCode, Refusal};
use serde::Deserialize;

/// The mappings that come with the program, by name.
pub const SHIPPED: &[(&str, &str)] = &[
    ("messages", include_str!("../../data/mappings/messages.toml")),
    ("messages_with_replies", include_str!("../../data/mappings/messages_with_replies.toml")),
];

/// A mapping file, read and checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The name of the origin, the first part of every source reference.
    pub source: String,
    /// Field to column.
    pub columns: Columns,
    /// How times are written.
    pub time: TimeFormat,
    /// What no column says.
    #[serde(default)]
    pub constants: Constants,
    /// How claims are found.
    #[serde(default)]
    pub claims: Claims,
    /// The longest fields, in characters.
    #[serde(default)]
    pub limits: FieldLimits,
}

/// The column of each field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// What names the row in its origin.
    pub source_ref: String,
    /// When it was received.
    pub received_at: String,
    /// The title.
    pub title: String,
    /// What happened.
    pub facts: String,
    /// Who filed it, as a key of the origin.
    pub petitioner_key: Option<String>,
    /// The claims, in one column.
    pub claims: Option<String>,
    /// The answer.
    pub reply: Option<String>,
    /// When it was answered.
    pub replied_at: Option<String>,
    /// The code of the division.
    pub division: Option<String>,
    /// The channel.
    pub channel: Option<String>,
    /// The category.
    pub category: Option<String>,
}

/// How times are written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeFormat {
    /// The time zone of times that name none.
    #[serde(default = "beijing")]
    pub zone: String,
    /// Patterns of `strptime`, tried in order; one without hours means the beginning of the day.
    pub formats: Vec<String>,
}

/// Values for every row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct Constants {
    /// The code of the division.
    pub division: Option<String>,
    /// The channel, e.g. `WEB`.
    pub channel: Option<String>,
    /// The category.
    pub category: Option<String>,
}

/// Where claims come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Claims {
    /// The field that is the one claim when no column has claims.
    pub from: ClaimSource,
    /// What parts the claims of a claims column.
    pub split: Vec<String>,
}

/// The field that stands in for claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimSource {
    /// The title.
    Title,
    /// What happened.
    Facts,
}

impl Default for Claims {
    fn default() -> Self {
        Self { from: ClaimSource::Title, split: vec!["；".into(), ";".into(), "\n".into()] }
    }
}

/// The longest fields, in characters.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FieldLimits {
    /// Of the title.
    pub title: usize,
    /// Of what happened.
    pub facts: usize,
    /// Of one claim.
    pub claim: usize,
    /// Of the answer.
    pub reply: usize,
}

impl Default for FieldLimits {
    fn default() -> Self {
        Self { title: 120, facts: 20_000, claim: 2_000, reply: 20_000 }
    }
}

fn beijing() -> String {
    kernel::BEIJING.to_owned()
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// `import-mapping` with what is wrong in it.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let wrong = |detail: String| Refusal::invalid("mapping", "import-mapping").with("detail", detail);
        let mapping: Self = toml::from_str(text).map_err(|error| wrong(error.message().to_owned()))?;
        if mapping.time.formats.is_empty() {
            return Err(wrong("time.formats = []".into()));
        }
        if jiff::tz::TimeZone::get(&mapping.time.zone).is_err() {
            return Err(wrong(format!("time.zone = {:?}", mapping.time.zone)));
        }
        if mapping.columns.reply.is_some() != mapping.columns.replied_at.is_some() {
            return Err(wrong("columns: reply, replied_at".into()));
        }
        if let Some(code) = &mapping.constants.division {
            DivisionCode::parse(code)?;
        }
        Ok(mapping)
    }

    /// A mapping that comes with the program.
    ///
    /// # Errors
    /// `import-mapping` when there is none of this name.
    pub fn shipped(name: &str) -> Result<Self, Refusal> {
        let found = SHIPPED.iter().find(|(known, _)| *known == name);
        let (_, text) = found.ok_or_else(|| Refusal::invalid("mapping", "import-mapping").with("detail", name))?;
        Self::parse(text)
    }

    /// The shipped mapping whose columns all stand in `header`, the one with most columns first.
    #[must_use]
    pub fn guess(header: &[String]) -> Option<Self> {
        let mappings = SHIPPED.iter().filter_map(|(_, text)| Self::parse(text).ok());
        let fits =
            |mapping: &Self| mapping.columns.all().iter().all(|(_, name)| header.iter().any(|known| known == name));
        mappings.filter(fits).max_by_key(|mapping| mapping.columns.all().len())
    }
}

impl Columns {
    /// Every field that has a column.
    pub(super) fn all(&self) -> Vec<(&'static str, &str)> {
        let optional = [
            ("petitioner_key", &self.petitioner_key),
            ("claims", &self.claims),
            ("reply", &self.reply),
            ("replied_at", &self.replied_at),
            ("division", &self.division),
            ("channel", &self.channel),
            ("category", &self.category),
        ];
        let needed = [
            ("source_ref", &self.source_ref),
            ("received_at", &self.received_at),
            ("title", &self.title),
            ("facts", &self.facts),
        ];
        let needed = needed.into_iter().map(|(field, name)| (field, name.as_str()));
        needed.chain(optional.into_iter().filter_map(|(field, name)| Some((field, name.as_deref()?)))).collect()
    }
}
