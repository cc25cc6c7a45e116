//! Staff from a spreadsheet, in two steps: passwords are made and hashed outside the transaction (a hash costs tens of
//! milliseconds), then each row goes in, all or nothing.

use domain::{
    access::{Permit, actions::AdminStaff},
    people::{RoleGrant, Staff},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Fault, PersonName, Redacted, Refusal, Text, UserId};
use store::{Tx, params};

use super::{
    StaffDraft, create,
    form::{phone, role},
    get, update,
};
use crate::{
    Error,
    auth::{Cost, Password, PasswordHash},
    organisation::{Header, ImportReport, Outcome, Sheet, division_of, find_by_name, in_dry_run, outcome},
};

const COLUMNS: &[&[&str]] = &[
    &["登录名", "账号", "login"],
    &["姓名", "name"],
    &["单位", "所在单位", "org"],
    &["角色", "roles"],
    &["职务", "title"],
    &["电话", "phone"],
    &["管辖区划", "区划", "division"],
    &["初始密码", "password"],
];

/// The text, when it was made here and not given, and its hash; or what is wrong with the given one.
type FirstPassword = Result<(Option<Redacted<String>>, PasswordHash), Refusal>;

/// A sheet of staff, with a password for every row that may become a new member.
pub struct StaffPlan {
    sheet: Sheet,
    passwords: Vec<FirstPassword>,
}

/// A password that was made for a new member: shown once to whoever imports, never stored, never logged.
#[derive(Debug)]
pub struct InitialPassword {
    /// Whose.
    pub login: String,
    /// The password.
    pub password: Redacted<String>,
}

/// Reads a sheet with the columns 登录名, 姓名, 单位, 角色 and, when they are there, 职务, 电话, 管辖区划, 初始密码 (or their
/// English names), and hashes the passwords: the given ones, and random ones where none is given.
///
/// # Errors
/// When a column is missing; what is wrong with a row stands in the report later.
pub fn plan_staff(sheet: Sheet, ctx: &Ctx, cost: Cost) -> Result<StaffPlan, Error> {
    let header = sheet.columns(COLUMNS, &[0, 1, 2, 3])?;
    let mut passwords = vec![];
    for (_, row) in sheet.rows() {
        let given = header.cell(row, "password");
        passwords.push(if given.is_empty() {
            let made = Password::random(ctx);
            let hash = made.hash(ctx, cost)?;
            Ok((Some(Redacted::new(made.reveal().to_owned())), hash))
        } else {
            match Password::parse("password", given, header.cell(row, "login")) {
                Ok(password) => Ok((None, password.hash(ctx, cost)?)),
                Err(refusal) => Err(refusal),
            }
        });
    }
    Ok(StaffPlan { sheet, passwords })
}

/// Puts the plan in: new people are entered and must change their password, known ones (by login) changed; the roles of
/// the sheet replace those that hold today. Gives the report and the passwords that were made.
///
/// # Errors
/// When the database fails; what is wrong with a row stands in the report.
pub fn apply_staff(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    plan: &StaffPlan,
    dry_run: bool,
) -> Result<(ImportReport, Vec<InitialPassword>), Error> {
    let header = plan.sheet.columns(COLUMNS, &[0, 1, 2, 3])?;
    let result = in_dry_run(tx, dry_run, |tx| {
        let mut report = ImportReport { dry_run, ..ImportReport::default() };
        let mut made = vec![];
        for ((line, row), password) in plan.sheet.rows().zip(&plan.passwords) {
            let created = report.created;
            outcome(tx, &mut report, line, |tx| take(tx, ctx, permit, &header, row, password))?;
            if let (true, Ok((Some(password), _))) = (report.created > created, password) {
                let login = header.cell(row, "login").to_lowercase();
                made.push(InitialPassword { login, password: password.clone() });
            }
        }
        Ok::<_, Fault>((report, made))
    })?;
    Ok(result)
}

fn take(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    header: &Header<'_>,
    row: &[String],
    password: &FirstPassword,
) -> Result<Outcome, Error> {
    let cell = |name: &str| header.cell(row, name);
    let mut draft = draft(tx, ctx.today(), permit.place(), &cell)?;
    let known =
        tx.query_opt("SELECT id FROM staff WHERE login = $1", params![draft.login.as_str()], |row| row.get(0))?;
    if let Some(id) = known {
        return change(tx, ctx, permit, id, draft);
    }
    let (_, hash) = password.as_ref().map_err(Clone::clone)?;
    draft.password = Some(hash.clone());
    create(tx, ctx, permit, &draft)?;
    Ok(Outcome::Created)
}

/// A known person: grants that say the same keep their first day, so a second import changes nothing.
fn change(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    id: UserId,
    mut draft: StaffDraft,
) -> Result<Outcome, Error> {
    let before = get(tx, permit, id)?;
    for grant in &mut draft.grants {
        let same = before.value.grants.iter().find(|old| {
            (old.role, old.org, &old.division) == (grant.role, grant.org, &grant.division) && old.holds_on(ctx.today())
        });
        if let Some(old) = same {
            grant.from = old.from;
        }
    }
    draft.locale = before.value.locale;
    draft.active = before.value.active;
    draft.grants.sort_by(order);
    let mut old = before.value.clone();
    old.grants.sort_by(order);
    if draft.staff(id) == old {
        return Ok(Outcome::Unchanged);
    }
    update(tx, ctx, permit, id, before.version, &draft)?;
    Ok(Outcome::Updated)
}

fn order(one: &RoleGrant, other: &RoleGrant) -> std::cmp::Ordering {
    (one.role, one.org, &one.division, one.from).cmp(&(other.role, other.org, &other.division, other.from))
}

fn draft<'r>(
    tx: &mut Tx,
    today: Date,
    place: &DivisionCode,
    cell: &impl Fn(&str) -> &'r str,
) -> Result<StaffDraft, Error> {
    let login = Staff::parse_login(cell("login"))?;
    let name = PersonName::parse("name", cell("name"))?;
    let org = find_by_name(tx, cell("org"), place)?
        .ok_or_else(|| Refusal::invalid("org", "org-unknown").with("name", cell("org")))?;
    let division = match cell("division") {
        "" => org.division.clone(),
        text => division_of(tx, text, place)?,
    };
    let mut grants = vec![];
    for word in cell("roles").split(['、', ',', '，', ';', '；', '/']).map(str::trim).filter(|word| !word.is_empty())
    {
        grants.push(RoleGrant {
            role: role("roles", word)?,
            org: org.id,
            division: division.clone(),
            from: today,
            to: None,
        });
    }
    let mut draft = StaffDraft::new(login, name, org.id, grants);
    draft.title = Text::parse_optional("title", cell("title"))?;
    draft.phone = phone(cell("phone"))?;
    Ok(draft)
}
