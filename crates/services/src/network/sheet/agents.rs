//! The sheet of agents. An agent without a log-in name of her own gets one from the place; without a password she cannot sign in
//! until an administrator gives her one, so an import of thousands hashes nothing.

use domain::{
    access::{Permit, actions::AdminStaff},
    network::{AgentFile, AgentKind, Duty},
    organisation::Org,
    people::{Role, RoleGrant, Staff},
};
use kernel::{Ctx, DivisionCode, Fault, Mobile, PersonName, Refusal, Text, UserId};
use store::{Tx, params};

use super::{Column, names, text, yes};
use crate::{
    Error,
    network::{
        agent::{AgentQuery, AgentRow, agents, file, put_file},
        words::{joined, one, said, several},
    },
    organisation::{Header, ImportReport, Outcome, Sheet, cell_is_yes, division_of, find_by_name, in_dry_run, outcome},
    people::{self, StaffDraft},
};

pub(super) const COLUMNS: &[Column] = &[
    (&["姓名", "name"], "测试人"),
    (&["代办机构", "代办点", "单位", "org"], "百灵庙镇信访代办站"),
    (&["区划", "division"], "150223104"),
    (&["类别", "kind"], "干部"),
    (&["公职", "official"], "是"),
    (&["职务", "title"], "代办员"),
    (&["电话", "phone"], "0472-000-0000"),
    (&["语言", "languages"], "汉语；蒙古语"),
    (&["专长", "expertise"], "草场；代写材料"),
    (&["职责", "duty"], "协办"),
    (&["第一责任人", "first"], ""),
    (&["上门", "home_visits"], "是"),
    (&["任命机构", "appointed_by"], "百灵庙镇党委"),
    (&["任职日期", "from"], "2026-01-01"),
    (&["登录名", "login"], ""),
];
const MANY: usize = 15;

/// Reads agents from a sheet with the columns 姓名, 代办机构, 类别 and, when they are there, the rest of the template. Whoever has the
/// log-in name, or the same name at the same station, is changed.
///
/// # Errors
/// When a column is missing or the database fails; what is wrong with a row stands in the report.
pub fn import_agents(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    sheet: &Sheet,
    dry_run: bool,
) -> Result<ImportReport, Error> {
    let columns = names::<MANY>(COLUMNS);
    let header = sheet.columns(&columns, &[0, 1, 3])?;
    Ok(in_dry_run(tx, dry_run, |tx| {
        let mut report = ImportReport { dry_run, ..ImportReport::default() };
        for (line, row) in sheet.rows() {
            outcome(tx, &mut report, line, |tx| take(tx, ctx, permit, &header, row))?;
        }
        Ok::<_, Fault>(report)
    })?)
}

fn take(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    header: &Header<'_>,
    row: &[String],
) -> Result<Outcome, Error> {
    let cell = |name: &str| header.cell(row, name);
    let place = match cell("division") {
        "" => permit.place().clone(),
        text => division_of(tx, text, permit.place())?,
    };
    let org = find_by_name(tx, cell("org"), &place)?.filter(|org| org.kind.helps());
    let org = org.ok_or_else(|| Refusal::invalid("org", "org-unknown").with("name", cell("org")))?;
    let new = read_file(&org, &cell)?;
    let from = crate::organisation::day("from", cell("from"))?;
    let name = PersonName::parse("name", cell("name"))?;
    let person = Person {
        title: Text::parse_optional("title", cell("title"))?,
        phone: if cell("phone").is_empty() { None } else { Some(Mobile::parse("phone", cell("phone"))?) },
        name,
    };
    let (user, put) = match known(tx, &org, cell("login"), person.name.reveal())? {
        Some(user) => change(tx, ctx, permit, &org, user, person)?,
        None => (enter(tx, ctx, permit, &org, cell("login"), person, from.unwrap_or(ctx.today()))?, Outcome::Created),
    };
    let changed = put_file(tx, ctx, permit, user, &new)?;
    Ok(if changed && put == Outcome::Unchanged { Outcome::Updated } else { put })
}

struct Person {
    name: PersonName,
    title: Option<Text<40>>,
    phone: Option<Mobile>,
}

fn read_file<'r>(org: &Org, cell: &impl Fn(&str) -> &'r str) -> Result<AgentFile, Error> {
    let kind = one::<AgentKind>(cell("kind")).ok_or_else(|| Refusal::invalid("kind", "agent-kind"))?;
    let usual = AgentFile::usual(kind, org.level());
    let duty = match cell("duty") {
        "" => usual.duty,
        word => several::<Duty>("duty", word)?.first().copied().unwrap_or(usual.duty),
    };
    let languages = several("languages", cell("languages"))?;
    Ok(AgentFile {
        kind,
        official: cell_is_yes(cell("official")).unwrap_or(usual.official),
        languages: if languages.is_empty() { usual.languages } else { languages },
        expertise: several("expertise", cell("expertise"))?,
        appointed_by: Text::parse_optional("appointed_by", cell("appointed_by"))?,
        duty,
        first: cell_is_yes(cell("first")).unwrap_or(false),
        home_visits: cell_is_yes(cell("home_visits")).unwrap_or(false),
    })
}

fn known(tx: &mut Tx, org: &Org, login: &str, name: &str) -> Result<Option<UserId>, Fault> {
    if !login.is_empty() {
        let login = login.to_lowercase();
        return tx.query_opt("SELECT id FROM staff WHERE login = $1", params![login], |row| row.get(0));
    }
    let sql = "SELECT s.id FROM staff s JOIN role_grant g ON g.user_id = s.id
               WHERE g.org_id = $1 AND g.role = 'AGENT' AND s.name = $2 ORDER BY s.id";
    tx.query_opt(sql, params![org.id, name], |row| row.get(0))
}

fn enter(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    org: &Org,
    login: &str,
    person: Person,
    from: jiff::civil::Date,
) -> Result<UserId, Error> {
    let login = if login.is_empty() { free_login(tx, &org.division)? } else { login.to_owned() };
    let grant = agent_grant(org, from);
    let mut draft = StaffDraft::new(Staff::parse_login(&login)?, person.name, org.id, vec![grant]);
    draft.title = person.title;
    draft.phone = person.phone;
    Ok(people::create(tx, ctx, permit, &draft)?.id)
}

fn agent_grant(org: &Org, from: jiff::civil::Date) -> RoleGrant {
    RoleGrant { role: Role::Agent, org: org.id, division: org.division.clone(), from, to: None }
}

/// `db-150223104201-02`: the next of its place.
fn free_login(tx: &mut Tx, division: &DivisionCode) -> Result<String, Fault> {
    let prefix = format!("db-{division}-");
    let sql = "SELECT login FROM staff WHERE login >= $1 AND login < $2";
    let taken: Vec<String> = tx.query(sql, params![&prefix, format!("db-{division}.")], |row| row.get(0))?;
    let last = taken.iter().filter_map(|login| login[prefix.len()..].parse::<u32>().ok()).max().unwrap_or(0);
    Ok(format!("{prefix}{:02}", last + 1))
}

/// A known person: her name, post and telephone become those of the sheet, and she is an agent here; her other roles stay.
fn change(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    org: &Org,
    user: UserId,
    person: Person,
) -> Result<(UserId, Outcome), Error> {
    let before = people::get(tx, permit, user)?;
    let old = &before.value;
    let is_here = |grant: &RoleGrant| grant.role == Role::Agent && grant.org == org.id && grant.holds_on(ctx.today());
    let mut grants: Vec<RoleGrant> =
        old.grants.iter().filter(|grant| grant.role != Role::Agent || is_here(grant)).cloned().collect();
    if !grants.iter().any(is_here) {
        grants.push(agent_grant(org, ctx.today()));
    }
    let mut draft = StaffDraft::new(old.login.clone(), person.name, org.id, grants);
    draft.title = person.title.or_else(|| old.title.clone());
    draft.phone = person.phone.or_else(|| old.phone.clone());
    draft.locale = old.locale;
    draft.active = old.active;
    let same = (&draft.name, &draft.title, &draft.phone, draft.org, &draft.grants)
        == (&old.name, &old.title, &old.phone, old.org, &old.grants);
    if same {
        return Ok((user, Outcome::Unchanged));
    }
    people::update(tx, ctx, permit, user, before.version, &draft)?;
    Ok((user, Outcome::Updated))
}

/// The agents of `within` as rows.
pub(super) fn rows(tx: &mut Tx, ctx: &Ctx, within: &DivisionCode) -> Result<Vec<Vec<String>>, Fault> {
    let mut found: Vec<AgentRow> = vec![];
    let mut after = None;
    loop {
        let within = within.clone();
        let query =
            AgentQuery { within, kind: None, language: None, expertise: None, away: false, after, limit: 1_000 };
        let page = agents(tx, ctx, &query)?;
        found.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    found.iter().map(|agent| row(tx, agent)).collect()
}

pub(super) fn row(tx: &mut Tx, agent: &AgentRow) -> Result<Vec<String>, Fault> {
    let login: Option<String> =
        tx.query_opt("SELECT login FROM staff WHERE id = $1", params![agent.id], |row| row.get(0))?;
    let file = file(tx, agent.id)?;
    let of = |cell: fn(&AgentFile) -> String| file.as_ref().map(cell).unwrap_or_default();
    Ok(vec![
        agent.name.reveal().to_owned(),
        agent.org_name.clone(),
        agent.division.to_string(),
        of(|file| said(file.kind)),
        of(|file| if file.official { "是".into() } else { "否".into() }),
        agent.title.clone().unwrap_or_default(),
        agent.phone.clone().unwrap_or_default(),
        of(|file| joined(&file.languages)),
        of(|file| joined(&file.expertise)),
        of(|file| said(file.duty)),
        of(|file| yes(file.first)),
        of(|file| yes(file.home_visits)),
        of(|file| text(file.appointed_by.as_ref())),
        agent.since.to_string(),
        login.unwrap_or_default(),
    ])
}
