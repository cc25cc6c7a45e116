//! Who should have it: the catalogue first, what became of such matters second.

use std::collections::HashMap;

use domain::{
    dispatch::{self, Basis, Catalogue, CategoryPath, Choice, Duty, Entry, Why, is_party},
    organisation::{Directory, Org, OrgFunction},
};
use kernel::{CaseId, Ctx, DivisionCode, Fault, Message, OrgId, OrgLevel};
use store::{Filter, Tx, params};

use super::{
    marks::Reading,
    model::{Barred, Candidate},
    told::Told,
};

/// Most matters of the kind that are looked at.
const LOOKED_AT: i64 = 200;
/// Within so many days.
const DAYS: i64 = 365;
/// As sure as this without any precedent.
const BY_CATALOGUE: f64 = 0.8;
/// The catalogue counts as much as so many precedents.
const PRIOR: f64 = 4.0;
/// Most units.
const MOST: usize = 4;

/// What is asked.
pub(super) struct Asked<'a> {
    pub(super) told: &'a Told,
    pub(super) category: Option<&'a CategoryPath>,
    pub(super) respondent: Option<OrgId>,
    pub(super) directory: &'a Directory,
    pub(super) read: &'a Reading,
}

/// What became of matters of the kind: how many each unit had, and how many it gave back.
#[derive(Debug, Default)]
struct History {
    all: usize,
    had: HashMap<OrgId, usize>,
    returned: HashMap<OrgId, usize>,
}

/// The candidates, best first, and who may not have it.
pub(super) fn choose(
    tx: &mut Tx,
    ctx: &Ctx,
    catalogue: Option<&Catalogue>,
    asked: &Asked<'_>,
) -> Result<(Vec<Candidate>, Vec<Barred>), Fault> {
    let Some(category) = asked.category else { return Ok((vec![], parties(asked, vec![]))) };
    let matter = dispatch::Matter { category, division: &asked.told.division, respondent: asked.respondent };
    let ruling = catalogue.map(|catalogue| dispatch::rule(catalogue, asked.directory, matter)).unwrap_or_default();
    let history = history(tx, ctx, category, &asked.told.division)?;
    let place = place_name(tx, ruling.entry, &asked.told.division)?;
    let mut units: Vec<Candidate> = vec![];
    for choice in &ruling.choices {
        units.extend(candidate(asked, choice, ruling.entry, &history, &place));
    }
    units.extend(by_history(asked, &units, &history));
    // What the catalogue leads with stays first; the rest by how sure it is.
    units.sort_by(|a, b| (a.duty as u8).cmp(&(b.duty as u8)).then(b.confidence.total_cmp(&a.confidence)));
    units.truncate(MOST);
    let barred = ruling.barred.iter().filter_map(|barred| bar(asked, barred)).collect();
    Ok((units, parties(asked, barred)))
}

fn candidate(
    asked: &Asked<'_>,
    choice: &Choice,
    entry: Option<&Entry>,
    history: &History,
    place: &str,
) -> Option<Candidate> {
    let org = asked.directory.get(choice.org)?;
    let entry = entry?;
    let key = match (choice.basis, choice.duty) {
        (Basis::Catalogue, Duty::Lead) if place.is_empty() => "suggest-unit-catalogue-all",
        (Basis::Catalogue, Duty::Lead) => "suggest-unit-catalogue",
        (Basis::Catalogue, Duty::Assist) => "suggest-unit-co",
        (Basis::Superior, _) => "suggest-unit-superior",
        (Basis::Peer, _) => "suggest-unit-peer",
    };
    let by_catalogue =
        Message::new(key).with("category", entry.category.leaf()).with("place", place).with("unit", org.called());
    let mut reasons = vec![by_catalogue];
    reasons.extend(entry.note.as_ref().filter(|_| choice.duty == Duty::Lead).map(noted));
    reasons.extend(history.said(choice.org));
    reasons.extend(no_party(asked));
    let sure = if choice.duty == Duty::Lead { BY_CATALOGUE } else { BY_CATALOGUE / 2.0 };
    Some(Candidate {
        org: org.id,
        name: org.called().to_owned(),
        duty: choice.duty,
        confidence: history.share(choice.org, sure),
        reasons,
    })
}

fn noted(note: &kernel::Text<200>) -> Message {
    Message::new("suggest-unit-note").with("note", note)
}

fn no_party(asked: &Asked<'_>) -> Option<Message> {
    let known = asked.respondent.is_some() || !asked.read.parties().is_empty();
    known.then(|| Message::new("suggest-unit-no-party"))
}

/// Units that had most of such matters, when the catalogue names none or another.
fn by_history(asked: &Asked<'_>, known: &[Candidate], history: &History) -> Vec<Candidate> {
    let mut had: Vec<(&OrgId, &usize)> = history.had.iter().collect();
    had.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let fits = |org: &&Org| {
        org.accepts_petitions
            && org.does(OrgFunction::Handle)
            && org.level() > OrgLevel::Village
            && is_party(asked.directory, asked.respondent, org.id).is_none()
            && known.iter().all(|candidate| candidate.org != org.id)
    };
    let orgs = had.into_iter().filter(|(_, count)| **count * 5 >= history.all);
    let orgs = orgs.filter_map(|(id, _)| asked.directory.get(*id)).filter(fits);
    let lead_known = known.iter().any(|candidate| candidate.duty == Duty::Lead);
    orgs.take(2)
        .enumerate()
        .map(|(n, org)| Candidate {
            org: org.id,
            name: org.called().to_owned(),
            duty: if n == 0 && !lead_known { Duty::Lead } else { Duty::Assist },
            confidence: history.share(org.id, 0.0),
            reasons: history
                .said(org.id)
                .into_iter()
                .chain([Message::new("suggest-unit-not-listed")])
                .chain(no_party(asked))
                .collect(),
        })
        .collect()
}

impl History {
    fn share(&self, org: OrgId, by_catalogue: f64) -> f64 {
        let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        let had = count(self.had.get(&org).copied().unwrap_or(0));
        (by_catalogue * PRIOR + had) / (PRIOR + count(self.all))
    }

    /// 近一年同类 12 件，11 件由它办，退件 0 次.
    fn said(&self, org: OrgId) -> Option<Message> {
        let had = self.had.get(&org).copied().filter(|had| *had > 0)?;
        let returned = self.returned.get(&org).copied().unwrap_or(0);
        let key = if had == self.all { "suggest-unit-all" } else { "suggest-unit-some" };
        Some(Message::new(key).with("all", self.all).with("had", had).with("returned", returned))
    }
}

/// What became of the matters of the category in the county within the last year, the newest first.
fn history(tx: &mut Tx, ctx: &Ctx, category: &CategoryPath, division: &DivisionCode) -> Result<History, Fault> {
    let county = division.at(OrgLevel::County);
    let since = ctx.now() - jiff::SignedDuration::from_hours(24 * DAYS);
    let mut sql = Filter::new();
    sql.eq("m.region", county.region()).eq("m.category", category.as_str()).at_least("m.received_at", since);
    sql.within("m.division", &county).raw("m.holder_id <> m.bureau_id");
    let most = sql.bind(LOOKED_AT);
    let text =
        format!("SELECT m.id, m.holder_id FROM matter m WHERE {} ORDER BY m.received_at DESC LIMIT {most}", sql.sql());
    let rows = tx.query(&text, sql.params(), |row| Ok((row.get::<CaseId>(0)?, row.get::<OrgId>(1)?)))?;
    let mut history = History { all: rows.len(), ..History::default() };
    for (_, holder) in &rows {
        *history.had.entry(*holder).or_default() += 1;
    }
    for org in objectors(tx, &county, rows.iter().map(|(id, _)| *id))? {
        *history.returned.entry(org).or_default() += 1;
    }
    Ok(history)
}

/// Which units objected to these matters, once for each objection.
fn objectors(tx: &mut Tx, county: &DivisionCode, cases: impl Iterator<Item = CaseId>) -> Result<Vec<OrgId>, Fault> {
    let mut sql = Filter::new();
    sql.eq("e.region", county.region()).is_in("e.stream", cases);
    sql.is_in("e.kind", ["petition.objected", "order.objected"]);
    let text = format!("SELECT e.actor FROM event e WHERE {}", sql.sql());
    let actors = tx.query(&text, sql.params(), |row| row.json::<domain::actor::Actor>(0))?;
    Ok(actors.into_iter().filter_map(domain::actor::Actor::org).collect())
}

/// The place of the catalogue's row, as people call it.
fn place_name(tx: &mut Tx, entry: Option<&Entry>, division: &DivisionCode) -> Result<String, Fault> {
    let Some(entry) = entry else { return Ok(String::new()) };
    // The township says more than the whole county for which the row holds.
    let told =
        if entry.place.level() >= OrgLevel::County { division.at(OrgLevel::Township) } else { entry.place.clone() };
    let sql = "SELECT name FROM division WHERE code = $1";
    Ok(tx.query_opt(sql, params![&told], |row| row.get(0))?.unwrap_or_default())
}

fn bar(asked: &Asked<'_>, barred: &dispatch::Barred) -> Option<Barred> {
    let org = asked.directory.get(barred.org)?;
    let reason = match barred.why {
        Why::Respondent => Message::new("suggest-barred-respondent"),
        Why::BelongsToRespondent => Message::new("suggest-barred-belongs"),
        Why::NotHandling => Message::new("suggest-barred-not-handling"),
        Why::Level(level) => Message::new("suggest-barred-level")
            .with("level", format!("org-level-{}", level.name().to_lowercase()))
            .with("category", asked.category.map_or("", CategoryPath::leaf)),
    };
    Some(Barred { org: Some(org.id), name: org.name.to_string(), reason })
}

/// Companies and others complained of who are no units of ours: said, so that nobody looks for them.
fn parties(asked: &Asked<'_>, mut barred: Vec<Barred>) -> Vec<Barred> {
    for name in asked.read.parties().into_iter().take(2) {
        if barred.iter().all(|known| known.name != name) {
            let reason = Message::new("suggest-barred-party");
            barred.push(Barred { org: None, name: name.to_owned(), reason });
        }
    }
    barred
}
