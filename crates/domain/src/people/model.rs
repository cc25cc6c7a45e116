//! A member of staff or an agent, and the roles granted to her.

use jiff::civil::Date;
use kernel::{DivisionCode, Locale, Mobile, OrgId, PersonName, Refusal, Text, UserId};
use serde::{Deserialize, Serialize};

use super::{Role, check_grants};

/// A role, held at an organisation and reaching over a division.
///
/// Both are always known, so every rule is one comparison: "the unit has it" looks at `org`, "in my jurisdiction" at
/// `division`. A second post is a second grant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RoleGrant {
    /// What.
    pub role: Role,
    /// For which organisation she acts.
    pub org: OrgId,
    /// How far it reaches.
    pub division: DivisionCode,
    /// First day.
    pub from: Date,
    /// First day on which it no longer holds.
    pub to: Option<Date>,
}

impl RoleGrant {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|end| day < end)
    }

    /// Whether the two hold on a common day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        other.to.is_none_or(|end| self.from < end) && self.to.is_none_or(|end| other.from < end)
    }
}

/// A member of staff or an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Who.
    pub id: UserId,
    /// The name she signs in with.
    pub login: Text<40>,
    /// Her name.
    pub name: PersonName,
    /// Her post, as printed under a letter.
    pub title: Option<Text<40>>,
    /// Her telephone.
    pub phone: Option<Mobile>,
    /// The organisation she belongs to.
    pub org: OrgId,
    /// The language of her desk.
    pub locale: Locale,
    /// Whether she may sign in.
    pub active: bool,
    /// What she may be.
    pub grants: Vec<RoleGrant>,
}

impl Staff {
    /// Takes a login name: 3 to 40 letters, digits, `.`, `-` or `_`, case-insensitive.
    ///
    /// # Errors
    /// `login-name`, naming the field.
    pub fn parse_login(text: &str) -> Result<Text<40>, Refusal> {
        let login = text.trim().to_lowercase();
        let plain = login.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
        if plain && (3..=40).contains(&login.chars().count()) {
            Text::parse("login", &login)
        } else {
            Err(Refusal::invalid("login", "login-name"))
        }
    }

    /// What must hold of every member of staff: each role can be granted, and no two exclude each other.
    ///
    /// # Errors
    /// `role-not-grantable` or the exclusion that is broken.
    pub fn validate(&self) -> Result<(), Refusal> {
        check_grants(&self.grants)
    }
}
