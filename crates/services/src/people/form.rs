//! What somebody enters about a member of staff, before and after parsing.

use domain::people::{Role, RoleGrant, Staff};
use jiff::civil::Date;
use kernel::{DivisionCode, Locale, Mobile, OrgId, PersonName, Refusal, Text, UserId};
use serde::Deserialize;

use crate::{Error, auth::PasswordHash, error::Collect};

/// Everything about a member of staff but her id.
#[derive(Debug, Clone)]
pub struct StaffDraft {
    /// The name she signs in with.
    pub login: Text<40>,
    /// Her name.
    pub name: PersonName,
    /// Her post.
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
    /// Her first password; without one she cannot sign in. Looked at when she is entered only.
    pub password: Option<PasswordHash>,
    /// Whether she must choose her own at the first sign-in.
    pub must_change: bool,
}

impl StaffDraft {
    /// Somebody who may sign in with `password`, which she must change.
    #[must_use]
    pub fn new(login: Text<40>, name: PersonName, org: OrgId, grants: Vec<RoleGrant>) -> Self {
        Self {
            login,
            name,
            title: None,
            phone: None,
            org,
            locale: Locale::default(),
            active: true,
            grants,
            password: None,
            must_change: true,
        }
    }

    pub(super) fn staff(&self, id: UserId) -> Staff {
        Staff {
            id,
            login: self.login.clone(),
            name: self.name.clone(),
            title: self.title.clone(),
            phone: self.phone.clone(),
            org: self.org,
            locale: self.locale,
            active: self.active,
            grants: self.grants.clone(),
        }
    }
}

/// One role as texts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct GrantForm {
    /// Role, by stable name or Chinese word.
    pub role: String,
    /// Id of the organisation she acts for; her own when empty.
    pub org: String,
    /// Division code over which it reaches.
    pub division: String,
    /// First day; today when empty.
    pub from: String,
    /// First day on which it no longer holds; empty: it goes on.
    pub to: String,
}

impl GrantForm {
    fn parse(&self, org: OrgId, today: Date) -> Result<RoleGrant, Refusal> {
        let day = |text: &str| crate::organisation::day("roles", text);
        let own = self.org.trim().is_empty();
        Ok(RoleGrant {
            role: role("roles", &self.role)?,
            org: if own { org } else { id(&self.org)? },
            division: DivisionCode::parse(&self.division).map_err(|refusal| refusal.on("roles"))?,
            from: day(&self.from)?.unwrap_or(today),
            to: day(&self.to)?,
        })
    }
}

/// The role that a text names.
pub(super) fn role(field: &str, text: &str) -> Result<Role, Refusal> {
    crate::organisation::role_of(text.trim())
        .ok_or_else(|| Refusal::invalid(field, "role-unknown").with("role", text.trim()))
}

fn id(text: &str) -> Result<OrgId, Refusal> {
    text.trim().parse().map_err(|_| Refusal::invalid("org", "org-unknown").with("name", text.trim()))
}

/// The same as texts, from a form or the API. The password is not among them: it is hashed outside the transaction.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StaffForm {
    /// The name to sign in with.
    pub login: String,
    /// Name.
    pub name: String,
    /// Post.
    pub title: String,
    /// Telephone.
    pub phone: String,
    /// Id of the organisation.
    pub org: String,
    /// Language of the desk, `zh-CN` or `en`.
    pub locale: String,
    /// Whether she may not sign in.
    pub inactive: bool,
    /// Roles.
    pub grants: Vec<GrantForm>,
}

impl StaffForm {
    /// Reads the form; grants without a first day begin on `today`.
    ///
    /// # Errors
    /// `Invalid` with every field that cannot be read.
    pub fn parse(&self, today: Date) -> Result<StaffDraft, Error> {
        let mut wrong = Collect::default();
        let login = wrong.take(Staff::parse_login(&self.login));
        let name = wrong.take(PersonName::parse("name", &self.name));
        let title = wrong.take(Text::parse_optional("title", &self.title));
        let phone = wrong.take(phone(&self.phone));
        let org = wrong.take(id(&self.org));
        let mut grants = vec![];
        for form in self.grants.iter().filter(|form| !form.role.trim().is_empty()) {
            grants.extend(org.and_then(|org| wrong.take(form.parse(org, today))));
        }
        wrong.finish()?;
        let (Some(login), Some(name), Some(org)) = (login, name, org) else {
            return Err(Refusal::invalid("login", "text-empty").into());
        };
        let mut draft = StaffDraft::new(login, name, org, grants);
        draft.title = title.flatten();
        draft.phone = phone.flatten();
        draft.active = !self.inactive;
        draft.locale = Locale::negotiate(&self.locale).complete();
        Ok(draft)
    }
}

/// A telephone number that may be missing.
pub(super) fn phone(text: &str) -> Result<Option<Mobile>, Refusal> {
    if text.trim().is_empty() { Ok(None) } else { Mobile::parse("phone", text).map(Some) }
}
