//! Agents: the file of an appointment, lists, and its end. Names, posts and telephones of agents are public (R-013, H3); the file
//! holds nothing else about a person.

use domain::{
    access::{
        Permit,
        actions::{AdminStaff, ArrangeAgents},
    },
    actor::Actor,
    network::{AgentFile, AgentKind, Expertise, Language},
    people::Role,
};
use jiff::{Timestamp, civil::Date};
use kernel::{Ctx, Cursor, DivisionCode, Fault, OrgId, Page, PersonName, Refusal, UserId};
use serde_json::json;
use store::{Filter, Row, Tx, params};

use super::hand_over::in_hand;
use crate::{Error, auth, organisation::record};

/// An agent as lists and public pages show her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentRow {
    /// Who.
    pub id: UserId,
    /// Her name.
    pub name: PersonName,
    /// Her post.
    pub title: Option<String>,
    /// Her telephone at work.
    pub phone: Option<String>,
    /// Where she sits.
    pub org: OrgId,
    /// What that is called.
    pub org_name: String,
    /// Its division.
    pub division: DivisionCode,
    /// Since when.
    pub since: Date,
    /// Her appointment, when it was entered.
    pub file: Option<AgentFile>,
    /// Away until then, and who stands in.
    pub away: Option<(Timestamp, UserId)>,
}

impl AgentRow {
    /// Whether she may be found by `language`.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        self.file.as_ref().is_some_and(|file| file.languages.contains(&language))
    }
}

const SELECT: &str =
    "SELECT s.id, s.name, s.title, s.phone, g.org_id, o.name AS org_name, o.division, g.from_day, a.body,
        x.until_at, x.deputy_id
    FROM role_grant g JOIN staff s ON s.id = g.user_id JOIN org o ON o.id = g.org_id
    LEFT JOIN agent a ON a.user_id = s.id";

/// `SELECT` with who is away at `at`, and the conditions of an agent in office on `day`.
fn base(filter: &mut Filter, ctx: &Ctx) -> String {
    let (at, day) = (filter.bind(ctx.now()), filter.bind(ctx.today()));
    filter.raw("g.role = 'AGENT' AND s.active");
    filter.raw(format!("g.from_day <= {day} AND (g.to_day IS NULL OR g.to_day > {day})"));
    format!("{SELECT} LEFT JOIN absence x ON x.agent_id = s.id AND x.from_at <= {at} AND x.until_at > {at}")
}

fn read(row: &Row<'_>) -> Result<AgentRow, Fault> {
    let body: Option<String> = row.get("body")?;
    let until: Option<Timestamp> = row.get("until_at")?;
    let deputy: Option<UserId> = row.get("deputy_id")?;
    Ok(AgentRow {
        id: row.get("id")?,
        name: row.parse("name", |text| PersonName::parse("name", text).ok())?,
        title: row.get("title")?,
        phone: row.get("phone")?,
        org: row.get("org_id")?,
        org_name: row.get("org_name")?,
        division: row.get("division")?,
        since: row.get("from_day")?,
        file: body
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|error| Fault::inconsistent("agent.body", error))?,
        away: until.zip(deputy),
    })
}

/// The agents who sit at these stations today: those who are there first, then whoever answers for the level first, then by name.
///
/// # Errors
/// When the database fails.
pub fn agents_at(tx: &mut Tx, ctx: &Ctx, orgs: &[OrgId]) -> Result<Vec<AgentRow>, Fault> {
    if orgs.is_empty() {
        return Ok(vec![]);
    }
    let mut filter = Filter::new();
    let select = base(&mut filter, ctx);
    filter.is_in("g.org_id", orgs.iter().copied());
    let mut rows =
        tx.query(&format!("{select} WHERE {} ORDER BY s.name, s.id", filter.sql()), filter.params(), read)?;
    rows.sort_by_key(|row| (row.away.is_some(), !row.file.as_ref().is_some_and(|file| file.first)));
    rows.dedup_by_key(|row| (row.id, row.org));
    Ok(rows)
}

/// One agent in office, wherever she sits.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<Option<AgentRow>, Fault> {
    let mut filter = Filter::new();
    let select = base(&mut filter, ctx);
    filter.eq("s.id", user);
    tx.query_opt(&format!("{select} WHERE {} ORDER BY o.division", filter.sql()), filter.params(), read)
}

/// Which agents to list.
#[derive(Debug, Clone)]
pub struct AgentQuery {
    /// Whose station lies inside this division.
    pub within: DivisionCode,
    /// Of this kind only.
    pub kind: Option<AgentKind>,
    /// Who help in this language.
    pub language: Option<Language>,
    /// Who help with this.
    pub expertise: Option<Expertise>,
    /// Who are away now.
    pub away: bool,
    /// After this row.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: u32,
}

/// A page of agents in office, by place, name and id: an order that says nothing about them.
///
/// # Errors
/// When the database fails.
pub fn agents(tx: &mut Tx, ctx: &Ctx, query: &AgentQuery) -> Result<Page<AgentRow>, Fault> {
    let (sql, filter) = statement(ctx, query);
    let limit = usize::try_from(query.limit.max(1)).unwrap_or(1);
    let mut items = tx.query(&sql, filter.params(), read)?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items
        .last()
        .filter(|_| more)
        .map(|row| Cursor { key: 0, id: format!("{}|{}|{}", row.division, row.name.reveal(), row.id) });
    Ok(Page { items, next })
}

/// The question for a page, with one row more than it shows.
fn statement(ctx: &Ctx, query: &AgentQuery) -> (String, Filter) {
    let mut filter = Filter::new();
    let select = base(&mut filter, ctx);
    filter.within("o.division", &query.within);
    filter.eq_opt("a.kind", query.kind.map(AgentKind::name));
    for word in [query.language.map(Language::name), query.expertise.map(Expertise::name)].into_iter().flatten() {
        let like = filter.bind(format!("%\"{word}\"%"));
        filter.raw(format!("a.body LIKE {like}"));
    }
    if query.away {
        filter.not_null("x.until_at");
    }
    let parts = query.after.as_ref().and_then(|cursor| {
        let (division, rest) = cursor.id.split_once('|')?;
        let (name, id) = rest.rsplit_once('|')?;
        Some((division.to_owned(), name.to_owned(), id.parse::<UserId>().ok()?))
    });
    if let Some((division, name, id)) = parts {
        let (division, name, id) = (filter.bind(division), filter.bind(name), filter.bind(id));
        filter.raw(format!("(o.division, s.name, s.id) > ({division}, {name}, {id})"));
    }
    let place = filter.bind(query.limit.max(1).saturating_add(1));
    let sql = format!("{select} WHERE {} ORDER BY o.division, s.name, s.id LIMIT {place}", filter.sql());
    (sql, filter)
}

/// The file of an appointment.
///
/// # Errors
/// When the database fails.
pub fn file(tx: &mut Tx, user: UserId) -> Result<Option<AgentFile>, Fault> {
    tx.query_opt("SELECT body FROM agent WHERE user_id = $1", params![user], |row| row.json("body"))
}

/// Puts the file of an appointment; `true` when it changed.
///
/// # Errors
/// When the database fails.
pub fn put_file(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    user: UserId,
    new: &AgentFile,
) -> Result<bool, Error> {
    if file(tx, user)?.as_ref() == Some(new) {
        return Ok(false);
    }
    let body = serde_json::to_string(new).map_err(|error| Fault::inconsistent("agent.body", error))?;
    let sql = "INSERT INTO agent (user_id, kind, body, version) VALUES ($1, $2, $3, 1) \
               ON CONFLICT (user_id) DO UPDATE SET kind = excluded.kind, body = excluded.body, version = agent.version + 1";
    tx.execute(sql, params![user, new.kind.name(), body])?;
    let region = permit.place().region();
    record(tx, ctx, &region, user.into(), permit.actor(), "agent-changed", &json!({ "file": new }))?;
    Ok(true)
}

/// Ends an appointment today. What she had in hand was handed over before; without another role she is signed out.
///
/// # Errors
/// `agent-unknown`, `not-permitted` (another place), `agent-has-open-matters` with how many.
pub fn end(tx: &mut Tx, ctx: &Ctx, permit: &Permit<ArrangeAgents>, user: UserId) -> Result<(), Error> {
    let agent = find(tx, ctx, user)?.ok_or_else(|| Refusal::invalid("agent", "agent-unknown").with("name", ""))?;
    permit.within(&agent.division)?;
    none_in_hand(tx, user)?;
    end_now(tx, ctx, permit.actor(), &agent)
}

/// Ends it, whoever asked and whatever was asked before.
pub(super) fn end_now(tx: &mut Tx, ctx: &Ctx, actor: Actor, agent: &AgentRow) -> Result<(), Error> {
    let user = agent.id;
    let sql = "UPDATE role_grant SET to_day = $3 WHERE user_id = $1 AND role = $2 AND (to_day IS NULL OR to_day > $3)";
    tx.execute(sql, params![user, Role::Agent.name(), ctx.today()])?;
    // A grant that began today would end before it began; it never held.
    tx.execute(
        "DELETE FROM role_grant WHERE user_id = $1 AND role = $2 AND to_day <= from_day",
        params![user, Role::Agent.name()],
    )?;
    let sql = "UPDATE absence SET until_at = $2 WHERE (agent_id = $1 OR deputy_id = $1) AND until_at > $2";
    tx.execute(sql, params![user, ctx.now()])?;
    let left = tx.query_opt(
        "SELECT 1 FROM role_grant WHERE user_id = $1 AND (to_day IS NULL OR to_day > $2)",
        params![user, ctx.today()],
        |_| Ok(()),
    )?;
    if left.is_none() {
        auth::end_all(tx, user, None)?;
    }
    let body = json!({ "org": agent.org, "day": ctx.today() });
    record(tx, ctx, &agent.division.region(), user.into(), actor, "agent-ended", &body)
}

/// Refuses while somebody has open matters in hand.
pub(crate) fn none_in_hand(tx: &mut Tx, user: UserId) -> Result<(), Error> {
    match in_hand(tx, user)? {
        0 => Ok(()),
        count => Err(Refusal::rule("agent-has-open-matters", "3.3", "").on("agent").with("count", count).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::{code, ctx};

    #[test]
    fn a_page_of_a_large_registry_reads_no_table_whole() {
        testkit::both(crate::MIGRATIONS, |store| {
            let asked = |kind, language, after: Option<&str>| AgentQuery {
                within: code("150223"),
                kind,
                language,
                expertise: None,
                away: false,
                after: after.map(|id| Cursor { key: 0, id: id.to_owned() }),
                limit: 50,
            };
            let next = format!("150223100|甲|{}", ctx(1).new_id::<UserId>());
            let all = [
                asked(None, None, None),
                asked(Some(AgentKind::Cadre), Some(Language::Mongolian), None),
                asked(None, None, Some(next.as_str())),
            ];
            for query in all {
                let (sql, filter) = statement(&ctx(1), &query);
                let scans =
                    store.read_blocking(move |tx| store::explain::full_scans(tx, &sql, filter.params())).unwrap();
                assert!(scans.is_empty(), "{query:?}: {scans:?}");
            }
        });
    }
}
