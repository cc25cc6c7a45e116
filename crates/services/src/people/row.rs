//! Rows become people.

use domain::people::{Role, RoleGrant, Staff};
use kernel::{Fault, Locale, Mobile, PersonName, Text, UserId};
use store::{Row, Value};

use crate::{auth::PasswordHash, organisation::Stored};

/// The columns of a member of staff, in the order of [`staff_values`].
pub(super) const STAFF: &[&str] =
    &["id", "login", "name", "title", "phone", "org_id", "locale", "active", "password", "must_change", "version"];

/// The columns of a grant, in the order of [`grant_values`].
pub(super) const GRANT: &[&str] = &["user_id", "role", "org_id", "division", "from_day", "to_day"];

pub(super) fn staff_values(staff: &Staff, password: Option<&PasswordHash>, must_change: bool) -> Vec<Value> {
    vec![
        staff.id.into(),
        staff.login.as_str().into(),
        staff.name.reveal().into(),
        Value::from(staff.title.as_ref().map(Text::as_str)),
        Value::from(staff.phone.as_ref().map(Mobile::reveal)),
        staff.org.into(),
        staff.locale.tag().into(),
        staff.active.into(),
        Value::from(password.map(PasswordHash::reveal)),
        must_change.into(),
        1.into(),
    ]
}

pub(super) fn grant_values(user: UserId, grant: &RoleGrant) -> Vec<Value> {
    vec![
        user.into(),
        grant.role.name().into(),
        grant.org.into(),
        (&grant.division).into(),
        grant.from.into(),
        grant.to.into(),
    ]
}

/// Reads a row of `staff`; the grants are read apart.
pub(crate) fn read_staff(row: &Row<'_>) -> Result<Stored<Staff>, Fault> {
    let title: Option<String> = row.get("title")?;
    let phone: Option<String> = row.get("phone")?;
    let wrong = |column: &'static str| move |refusal| Fault::inconsistent(column, refusal);
    let staff = Staff {
        id: row.get("id")?,
        login: row.parse("login", |text| Text::parse("login", text).ok())?,
        name: row.parse("name", |text| PersonName::parse("name", text).ok())?,
        title: title.map(|text| Text::parse("title", &text)).transpose().map_err(wrong("title"))?,
        phone: phone.map(|text| Mobile::parse("phone", &text)).transpose().map_err(wrong("phone"))?,
        org: row.get("org_id")?,
        locale: row.parse("locale", Locale::of_tag)?,
        active: row.get("active")?,
        grants: vec![],
    };
    Ok(Stored { value: staff, version: row.get("version")? })
}

pub(super) fn read_grant(row: &Row<'_>) -> Result<(UserId, RoleGrant), Fault> {
    let grant = RoleGrant {
        role: row.parse("role", Role::parse)?,
        org: row.get("org_id")?,
        division: row.get("division")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
    };
    Ok((row.get("user_id")?, grant))
}
