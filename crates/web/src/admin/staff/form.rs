//! The form of a member of staff: who she is, and a row of fields for each role.

use domain::people::{EXCLUSIONS, Role, RoleGrant, Staff};
use kernel::{DivisionCode, Locale, Mobile, Refusal, Text};
use services::{
    Error, organisation,
    organisation::Stored,
    people::{GrantForm, StaffForm},
};
use store::Tx;

use crate::{
    admin::{Group, Leave, Panel, resolve},
    forms::{Field, Form, Submission},
    i18n::Say,
};

/// Rows for roles on a new form, and the most on any; whoever has more posts than this has a problem no form solves.
const SPARE: usize = 3;
const MOST: usize = 20;

fn name(field: &str, row: usize) -> String {
    format!("{field}-{row}")
}

/// The fields; `rows` roles are there already.
pub(super) fn panel(t: Say, form: &Form, action: &str, rows: usize) -> Panel {
    let mut panel = Panel::post(form, action, t, "admin-save")
        .carry("version", form.value("version"))
        .carry("rows", &rows.to_string())
        .group(Group::of(person(form)));
    for row in 1..=(rows + SPARE).min(MOST) {
        let group = Group::of(grant(form, row)).legend(t.say("admin-grant").with("n", row).text()).wide();
        panel = panel.group(if row == 1 { group.id("roles").hint(t.say("admin-grant-text")) } else { group });
    }
    panel
}

fn person(form: &Form) -> Vec<Field> {
    vec![
        form.text("name", "admin-staff-name"),
        form.text("login", "admin-staff-login").hint("admin-staff-login-hint"),
        form.text("org", "admin-staff-org").hint("admin-unit-hint"),
        form.text("title", "admin-staff-post").optional("admin-optional"),
        form.tel("phone", "admin-staff-phone").optional("admin-optional"),
        form.select("locale", "admin-staff-locale")
            .option_named(Locale::Zh.tag(), "中文")
            .option_named(Locale::En.tag(), "English"),
        form.check("inactive", "admin-staff-stop").hint("admin-staff-stop-text"),
    ]
}

fn grant(form: &Form, row: usize) -> Vec<Field> {
    let roles = Role::ALL.iter().filter(|role| role.grantable());
    let role = form.select(&name("role", row), "admin-grant-role").option("", "admin-grant-none");
    vec![
        roles.fold(role, |field, role| field.option(role.name(), &role.key())),
        form.text(&name("division", row), "admin-grant-division"),
        form.date(&name("from", row), "admin-grant-from"),
        form.date(&name("to", row), "admin-grant-to"),
        form.text(&name("at", row), "admin-grant-org"),
    ]
}

/// Which roles one person never holds together, in words.
pub(super) fn exclusions(t: Say) -> String {
    let lines = EXCLUSIONS.iter().map(|exclusion| t.say(&format!("admin-exclusion-{}", exclusion.name)));
    let items: Vec<String> = lines.map(|line| format!("<li>{}</li>", line.rich())).collect();
    format!("<ul class=\"lx-prose\">{}</ul>", items.concat())
}

/// The form as she stands.
pub(super) fn filled(tx: &mut Tx, form: Form, stored: &Stored<Staff>) -> Result<Form, Error> {
    let staff = &stored.value;
    let mut form = form
        .filled("version", stored.version.to_string())
        .filled("name", staff.name.reveal())
        .filled("login", staff.login.as_str())
        .filled("title", staff.title.as_ref().map(Text::as_str).unwrap_or_default())
        .filled("phone", staff.phone.as_ref().map(Mobile::reveal).unwrap_or_default())
        .filled("locale", staff.locale.tag())
        .filled("inactive", if staff.active { "" } else { "yes" });
    if let Some(org) = organisation::get(tx, staff.org)? {
        form = form.filled("org", resolve::unit_words(&org.value));
    }
    for (row, grant) in (1..).zip(&staff.grants) {
        form = filled_grant(tx, form, staff, row, grant)?;
    }
    Ok(form)
}

fn filled_grant(tx: &mut Tx, form: Form, staff: &Staff, row: usize, grant: &RoleGrant) -> Result<Form, Error> {
    let form = form
        .filled(&name("role", row), grant.role.name())
        .filled(&name("division", row), resolve::division_words(tx, &grant.division)?)
        .filled(&name("from", row), grant.from.to_string())
        .filled(&name("to", row), grant.to.map(|day| day.to_string()).unwrap_or_default());
    if grant.org == staff.org {
        return Ok(form);
    }
    let org = organisation::get(tx, grant.org)?.map(|org| resolve::unit_words(&org.value));
    Ok(form.filled(&name("at", row), org.unwrap_or_default()))
}

/// What was typed, names not yet looked up.
pub(super) fn typed(sent: &Submission) -> StaffForm {
    let raw = |name: &str| sent.raw(name).to_owned();
    let row = |row: usize| GrantForm {
        role: raw(&name("role", row)),
        org: raw(&name("at", row)),
        division: raw(&name("division", row)),
        from: raw(&name("from", row)),
        to: raw(&name("to", row)),
    };
    StaffForm {
        login: raw("login"),
        name: raw("name"),
        title: raw("title"),
        phone: raw("phone"),
        org: raw("org"),
        locale: raw("locale"),
        inactive: !sent.raw("inactive").is_empty(),
        grants: (1..=MOST).map(row).filter(|grant| !grant.role.is_empty()).collect(),
    }
}

/// How many rows of roles a form that came back needs.
pub(super) fn rows(sent: &Submission) -> usize {
    sent.raw("rows").trim().parse().unwrap_or(0).min(MOST)
}

/// Looks up the units and divisions that were typed; everything that is wrong with them at once.
pub(super) fn looked_up(tx: &mut Tx, leave: &Leave, form: &mut StaffForm) -> Result<Vec<Refusal>, Error> {
    let mut wrong = vec![];
    let mut own: Option<DivisionCode> = None;
    match resolve::told(resolve::unit(tx, "org", &form.org, &leave.place))? {
        Ok(Some(org)) => {
            form.org = org.id.to_string();
            own = Some(org.division);
        }
        Ok(None) => wrong.push(Refusal::invalid("org", "text-empty")),
        Err(refusals) => wrong.extend(refusals),
    }
    for grant in &mut form.grants {
        match resolve::told(resolve::unit(tx, "roles", &grant.org, &leave.place))? {
            Ok(org) => grant.org = org.map(|org| org.id.to_string()).unwrap_or_default(),
            Err(refusals) => wrong.extend(refusals),
        }
        // Left empty, a role reaches over the division of her unit.
        let division = match (grant.division.trim(), &own) {
            ("", Some(own)) => Ok(own.clone()),
            ("", None) => Ok(leave.place.clone()),
            (text, _) => resolve::told(resolve::division(tx, "roles", text, &leave.place))?,
        };
        match division {
            Ok(code) => grant.division = code.to_string(),
            Err(refusals) => wrong.extend(refusals),
        }
    }
    Ok(wrong)
}
