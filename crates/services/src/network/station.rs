//! Stations: their facts, and lists of them. Public by law, so reading asks no permit.

use std::collections::HashMap;

use domain::{
    access::{Permit, actions::AdminUnits},
    network::{Language, StationFacts},
    organisation::OrgKind,
};
use jiff::civil::Date;
use kernel::{Ctx, Cursor, DivisionCode, Fault, OrgId, Page, Refusal};
use serde_json::json;
use store::{Filter, Tx, params};

use crate::{
    Error,
    organisation::{self, record},
};

/// The kinds that are counted as institutions of the network.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    OrgKind::ALL.iter().copied().filter(|kind| kind.helps()).map(OrgKind::name)
}

/// The facts of one station; nothing but the empty ones when none were entered.
///
/// # Errors
/// When the database fails.
pub fn facts(tx: &mut Tx, org: OrgId) -> Result<StationFacts, Fault> {
    let found = tx.query_opt("SELECT body FROM station WHERE org_id = $1", params![org], |row| row.json("body"))?;
    Ok(found.unwrap_or_default())
}

/// The facts of these stations, in one question.
///
/// # Errors
/// When the database fails.
pub fn facts_of(tx: &mut Tx, orgs: &[OrgId]) -> Result<HashMap<OrgId, StationFacts>, Fault> {
    if orgs.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.is_in("org_id", orgs.iter().copied());
    let sql = format!("SELECT org_id, body FROM station WHERE {}", filter.sql());
    Ok(tx.query(&sql, filter.params(), |row| Ok((row.get("org_id")?, row.json("body")?)))?.into_iter().collect())
}

/// Puts the facts of a station; `true` when they changed.
///
/// # Errors
/// Outside the permit's division, or a rule of [`StationFacts::validate`].
pub fn put_facts(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    org: OrgId,
    facts: &StationFacts,
) -> Result<bool, Error> {
    let station = organisation::get(tx, org)?.ok_or_else(Refusal::not_permitted)?.value;
    permit.within(&station.division)?;
    facts.validate(station.kind)?;
    let known = tx.query_opt("SELECT body FROM station WHERE org_id = $1", params![org], |row| {
        row.json::<StationFacts>("body")
    })?;
    if known.as_ref() == Some(facts) || (known.is_none() && *facts == StationFacts::default()) {
        return Ok(false);
    }
    let body = serde_json::to_string(facts).map_err(|error| Fault::inconsistent("station.body", error))?;
    let sql = "INSERT INTO station (org_id, body, version) VALUES ($1, $2, 1) \
               ON CONFLICT (org_id) DO UPDATE SET body = excluded.body, version = station.version + 1";
    tx.execute(sql, params![org, body])?;
    let event = json!({ "org": org, "facts": facts });
    record(tx, ctx, &station.division.region(), org.into(), permit.actor(), "station-changed", &event)?;
    Ok(true)
}

/// Which stations to list.
#[derive(Debug, Clone)]
pub struct StationQuery {
    /// Inside this division.
    pub within: DivisionCode,
    /// Of this kind only.
    pub kind: Option<OrgKind>,
    /// Where this language is spoken.
    pub language: Option<Language>,
    /// That exist on this day.
    pub on: Date,
    /// After this row.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: u32,
}

/// A station in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StationRow {
    /// Its id.
    pub id: OrgId,
    /// What it is.
    pub kind: OrgKind,
    /// Its name.
    pub name: String,
    /// Where it works.
    pub division: DivisionCode,
    /// Telephone.
    pub phone: Option<String>,
    /// Where to go.
    pub address: Option<String>,
    /// When, as it was written.
    pub hours: Option<String>,
    /// The rest.
    pub facts: StationFacts,
    /// How many agents sit there today.
    pub agents: i64,
}

/// A page of stations, by place and name.
///
/// # Errors
/// When the database fails.
pub fn stations(tx: &mut Tx, query: &StationQuery) -> Result<Page<StationRow>, Fault> {
    let (sql, filter) = statement(query);
    let limit = usize::try_from(query.limit.max(1)).unwrap_or(1);
    let mut items = tx.query(&sql, filter.params(), |row| {
        let body: Option<String> = row.get("body")?;
        let facts = body.map(|text| serde_json::from_str(&text)).transpose();
        Ok(StationRow {
            id: row.get("id")?,
            kind: row.parse("kind", OrgKind::parse)?,
            name: row.get("name")?,
            division: row.get("division")?,
            phone: row.get("phone")?,
            address: row.get("address")?,
            hours: row.get("hours")?,
            facts: facts.map_err(|error| Fault::inconsistent("station.body", error))?.unwrap_or_default(),
            agents: row.get("agents")?,
        })
    })?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|row| Cursor { key: 0, id: format!("{}|{}", row.division, row.name) });
    Ok(Page { items, next })
}

/// The question for a page, with one row more than it shows.
fn statement(query: &StationQuery) -> (String, Filter) {
    let mut filter = Filter::new();
    filter.within("o.division", &query.within);
    match query.kind {
        Some(kind) => filter.eq("o.kind", kind.name()),
        None => filter.is_in("o.kind", kinds()),
    };
    let day = filter.bind(query.on);
    filter.raw(format!("o.active_from <= {day} AND (o.active_to IS NULL OR o.active_to > {day})"));
    if let Some(language) = query.language {
        let like = filter.bind(format!("%\"{}\"%", language.name()));
        filter.raw(format!("x.body LIKE {like}"));
    }
    if let Some((division, name)) = query.after.as_ref().and_then(|cursor| cursor.id.split_once('|')) {
        let (division, name) = (filter.bind(division), filter.bind(name));
        filter.raw(format!("(o.division, o.name) > ({division}, {name})"));
    }
    let place = filter.bind(query.limit.max(1).saturating_add(1));
    let sql = format!(
        "SELECT o.id, o.kind, o.name, o.division, o.phone, o.address, o.hours, x.body,
             (SELECT count(DISTINCT g.user_id) FROM role_grant g JOIN staff s ON s.id = g.user_id
              WHERE g.org_id = o.id AND g.role = 'AGENT' AND s.active AND g.from_day <= {day}
                AND (g.to_day IS NULL OR g.to_day > {day})) AS agents
         FROM org o LEFT JOIN station x ON x.org_id = o.id WHERE {} ORDER BY o.division, o.name LIMIT {place}",
        filter.sql()
    );
    (sql, filter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::{code, ctx};

    #[test]
    fn a_page_of_a_large_registry_reads_no_table_whole() {
        testkit::both(crate::MIGRATIONS, |store| {
            let asked = |kind, language, after: Option<&str>| StationQuery {
                within: code("150223"),
                kind,
                language,
                on: ctx(1).today(),
                after: after.map(|id| Cursor { key: 0, id: id.to_owned() }),
                limit: 50,
            };
            let all = [
                asked(None, None, None),
                asked(Some(OrgKind::Point), Some(Language::Mongolian), None),
                asked(None, None, Some("150223100|百灵庙镇信访代办站")),
            ];
            for query in all {
                let (sql, filter) = statement(&query);
                let scans =
                    store.read_blocking(move |tx| store::explain::full_scans(tx, &sql, filter.params())).unwrap();
                assert!(scans.is_empty(), "{query:?}: {scans:?}");
            }
        });
    }
}
