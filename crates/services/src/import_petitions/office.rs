//! Who did what in the older system: nobody knows any more, so four posts stand for them, which nobody can sign in to.

use domain::{
    access::{self, StaffSubject, Subject, actions},
    organisation::OrgKind,
    people::{Role, RoleGrant},
};
use jiff::civil::{Date, date};
use kernel::{Ctx, DivisionCode, OrgId, OrgLevel, PersonName, Refusal, Text, UserId};
use store::{Tx, params};

use crate::{
    Error,
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
};

/// Before every older system.
const LONG_AGO: Date = date(1990, 1, 1);
/// The unit that answered, whichever it was.
const UNIT: &str = "历史答复单位（导入）";

/// The posts that stand for those who acted.
#[derive(Debug, Clone)]
pub struct Office {
    pub(super) unit: OrgId,
    posts: Vec<Post>,
}

#[derive(Debug, Clone)]
struct Post {
    user: UserId,
    grant: RoleGrant,
}

/// Which of the four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Forwards,
    Handles,
    Checks,
    Signs,
}

const POSTS: [(Who, &str, &str, Role); 4] = [
    (Who::Forwards, "forward", "历史转送（导入）", Role::BureauOfficer),
    (Who::Handles, "handle", "历史承办（导入）", Role::UnitHandler),
    (Who::Checks, "check", "历史审核（导入）", Role::UnitLeader),
    (Who::Signs, "sign", "历史签发（导入）", Role::UnitLeader),
];

impl Office {
    pub(super) fn handler(&self) -> UserId {
        self.posts[Who::Handles as usize].user
    }

    /// As she was on the day of `ctx`.
    pub(super) fn subject(&self, who: Who, ctx: &Ctx) -> Subject {
        let post = &self.posts[who as usize];
        Subject::Staff(StaffSubject::new(post.user, post.grant.org, ctx.now(), vec![post.grant.clone()]))
    }
}

/// Finds the unit and the posts of a county, or enters them: a unit that no longer exists, people who cannot sign in.
///
/// # Errors
/// `no-bureau` when nobody registers in `division`; as `organisation::create` and `people::create`.
pub fn prepare(tx: &mut Tx, ctx: &Ctx, division: &DivisionCode) -> Result<Office, Error> {
    let place = division.at(OrgLevel::County);
    let bureau = organisation::bureau_for(tx, division, ctx.today())?;
    let bureau = bureau.ok_or_else(|| Refusal::invalid("division", "no-bureau"))?.id;
    let unit = unit(tx, ctx, &place)?;
    let mut posts = vec![];
    for (who, login, name, role) in POSTS {
        let org = if who == Who::Forwards { bureau } else { unit };
        let grant = RoleGrant { role, org, division: place.clone(), from: LONG_AGO, to: None };
        let login = format!("import-{place}-{login}");
        let user = post(tx, ctx, &place, (&login, name, org))?;
        posts.push(Post { user, grant });
    }
    Ok(Office { unit, posts })
}

fn unit(tx: &mut Tx, ctx: &Ctx, place: &DivisionCode) -> Result<OrgId, Error> {
    let sql = "SELECT id FROM org WHERE division = $1 AND name = $2";
    if let Some(known) = tx.query_opt(sql, params![place, UNIT], |row| row.get(0))? {
        return Ok(known);
    }
    let mut draft = OrgDraft::new(OrgKind::Unit, Text::parse("name", UNIT)?, place.clone());
    draft.active_from = Some(LONG_AGO);
    // It is never offered for anything new.
    draft.active_to = Some(LONG_AGO.saturating_add(jiff::Span::new().days(1)));
    let permit = access::permit::<actions::AdminUnits>(&Subject::System, place)?;
    Ok(organisation::create(tx, ctx, &permit, draft)?.id)
}

/// A post without roles in the database: the grant it acts under is given to the replay only.
fn post(
    tx: &mut Tx,
    ctx: &Ctx,
    place: &DivisionCode,
    (login, name, org): (&str, &str, OrgId),
) -> Result<UserId, Error> {
    let sql = "SELECT id FROM staff WHERE login = $1";
    if let Some(known) = tx.query_opt(sql, params![login], |row| row.get(0))? {
        return Ok(known);
    }
    let permit = access::permit::<actions::AdminStaff>(&Subject::System, place)?;
    let mut draft = StaffDraft::new(Text::parse("login", login)?, PersonName::parse("name", name)?, org, vec![]);
    draft.active = false;
    Ok(people::create(tx, ctx, &permit, &draft)?.id)
}
