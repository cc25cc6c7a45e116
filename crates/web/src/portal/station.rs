//! `/s/{code}`, its `/about` and `/sign`, and `/agents`: who helps near her. What stations are, where and when they are open is public by
//! law.

mod list;
mod page;
mod sign;

use domain::{
    network::{Language, Now, OpeningHours, StationFacts, clock},
    organisation::{Org, OrgKind},
};
use kernel::{Ctx, DivisionCode, GridId, OrgId, OrgLevel, UserId};
use services::{
    Error, Kit, divisions,
    network::{self, AgentRow, Helper},
    organisation,
};
use store::Tx;

use axum::{extract::Path, response::Response};

use super::{home::HomePage, scanned};
use crate::{
    i18n::Say,
    problem::Problem,
    state::AppState,
    ui::{AgentCard, Tag, Tone},
    view::Visit,
};

pub(super) use list::list;
pub(super) use page::get as about;
pub(super) use sign::{get as sign, origin};

/// A station, and who sits there.
#[derive(Debug, Clone)]
pub(super) struct Station {
    org: Org,
    facts: StationFacts,
    /// The agent, when there is exactly one way to be sure who it is.
    pub agent: Option<UserId>,
    name: String,
    phone: String,
    /// Languages in which the agent helps.
    languages: Vec<Language>,
    /// Somebody comes when one cannot walk.
    home_visits: bool,
    /// Who takes her place: name and telephone.
    deputy: Option<(String, String)>,
    /// She is away and this one stands in for her.
    in_place_of: Option<String>,
    /// Whether somebody is there now.
    now: Option<Now>,
    /// The next one up, where somebody is when nobody is here.
    above: Option<Org>,
    /// The petition bureau of the county.
    bureau: Option<Org>,
    /// Where it is, from the county down.
    place: String,
}

/// The station that works at the place with this code; codes on signs are those of the division.
pub(super) async fn find(state: &AppState, code: &str) -> Result<Option<Station>, Problem> {
    let Ok(place) = DivisionCode::parse(code) else { return Ok(None) };
    let found = state.read(move |tx, kit, ctx| {
        let helper = network::helper_at(tx, ctx, &place)?;
        helper.map(|helper| staffed(tx, kit, ctx, helper)).transpose()
    });
    Ok(found.await?)
}

/// The station nearest to a place: that of her grid when she named it, its own, or that of the township or county around it.
pub(super) async fn nearest(
    state: &AppState,
    place: &DivisionCode,
    grid: Option<GridId>,
) -> Result<Option<Station>, Problem> {
    let place = place.clone();
    let found = state.read(move |tx, kit, ctx| {
        let helper = network::helper_for(tx, ctx, &place, grid)?;
        helper.map(|helper| staffed(tx, kit, ctx, helper)).transpose()
    });
    Ok(found.await?)
}

/// The station nearest to a code whose own point is gone; nothing for a code of no place.
async fn around(state: &AppState, code: &str) -> Result<Option<Station>, Problem> {
    let Ok(place) = DivisionCode::parse(code) else { return Ok(None) };
    let known = place.clone();
    let known = state.read(move |tx, _, _| Ok(divisions::get(tx, &known)?.is_some())).await?;
    if known { nearest(state, &place, None).await } else { Ok(None) }
}

fn staffed(tx: &mut Tx, kit: &Kit, ctx: &Ctx, helper: Helper) -> Result<Station, Error> {
    let facts = network::facts(tx, helper.station.id)?;
    let agent = helper.now().cloned();
    let in_place_of = helper.deputy.as_ref().and(helper.agents.first()).map(called);
    let deputy = match &helper.deputy {
        Some(_) => None,
        None => helper.agents.get(1).map(|other| (called(other), grouped(other.phone.as_deref().unwrap_or_default()))),
    };
    let org = helper.station;
    let own = org.phone.as_ref().map(ToString::to_string);
    let phone = agent.as_ref().and_then(|agent| agent.phone.clone()).or(own);
    let around = organisation::around(tx, std::slice::from_ref(&org.division), ctx.today())?;
    let up = std::iter::successors(org.division.parent(), DivisionCode::parent);
    let mut up = up.take_while(|place| place.level() <= OrgLevel::County);
    let above = up.find_map(|place| around.at(&place).find(|org| org.kind.helps()).cloned());
    let county = org.division.at(OrgLevel::County);
    let path = divisions::path(tx, &org.division)?;
    let outside = path.iter().filter(|division| division.level() > OrgLevel::County).count();
    let file = agent.as_ref().and_then(|agent| agent.file.clone());
    let hours = facts.hours.clone().or_else(|| OpeningHours::parse("hours", org.hours.as_ref()?.as_str()).ok());
    let calendar = kit.reference().calendar.for_division(&org.division);
    Ok(Station {
        agent: agent.as_ref().map(|agent| agent.id),
        name: agent.as_ref().map_or_else(|| org.called().to_owned(), called),
        phone: grouped(&phone.unwrap_or_default()),
        languages: file.as_ref().map_or_else(|| facts.languages.clone(), |file| file.languages.clone()),
        home_visits: facts.home_visits || file.is_some_and(|file| file.home_visits),
        deputy,
        in_place_of,
        now: hours.map(|hours| hours.at(ctx.now(), &calendar)),
        bureau: around.at(&county).find(|org| org.kind == OrgKind::Bureau).cloned(),
        above,
        place: path.into_iter().skip(outside).map(|division| division.name).collect(),
        facts,
        org,
    })
}

/// 0472-000-2700, 138-0000-0000: a number as one reads it out; one that is written in groups already stays as it is.
fn grouped(phone: &str) -> String {
    let digits = phone.len() == 11 && phone.bytes().all(|one| one.is_ascii_digit());
    match (digits, phone.as_bytes().first()) {
        (true, Some(b'0')) => format!("{}-{}-{}", &phone[..4], &phone[4..7], &phone[7..]),
        (true, Some(b'1')) => format!("{}-{}-{}", &phone[..3], &phone[3..7], &phone[7..]),
        _ => phone.to_owned(),
    }
}

fn called(agent: &AgentRow) -> String {
    agent.name.reveal().to_owned()
}

/// 会蒙古语: the languages beside Chinese, which everybody expects.
pub(super) fn language_tags(t: Say, languages: &[Language], home_visits: bool) -> Vec<Tag> {
    let others = languages.iter().filter(|language| **language != Language::Mandarin);
    let speaks = others.map(|language| {
        Tag::new(Tone::Warm, t.say("network-speaks").with("language", t.say(&language.key()).text()).text())
    });
    let visits = home_visits.then(|| Tag::new(Tone::Warm, t.say("network-visits").text()));
    speaks.chain(visits).collect()
}

/// 开着，到 17:30 · 今天 14:30 开.
pub(super) fn said_now(t: Say, now: Option<Now>, today: jiff::civil::Date) -> String {
    match now {
        None => String::new(),
        Some(Now::Open { until }) => t.say("network-open").with("until", clock(until)).text(),
        Some(Now::Closed { next: Some((day, minute)) }) if day == today => {
            t.say("network-opens-today").with("at", clock(minute)).text()
        }
        Some(Now::Closed { next: Some((day, minute)) }) => {
            t.say("network-opens").with("day", t.date(day)).with("at", clock(minute)).text()
        }
        Some(Now::Closed { next: None }) => t.say("network-closed").text(),
    }
}

fn text(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// `GET /s/{code}`: the home page with this agent on top; the browser and the form know the place from now on.
pub(super) async fn get(visit: Visit, Path(code): Path<String>) -> Result<Response, Problem> {
    let found = match find(&visit.state, &code).await? {
        Some(station) => Some(station),
        None => around(&visit.state, &code).await?,
    };
    let Some(station) = found else {
        return visit.page_as(axum::http::StatusCode::NOT_FOUND, &list::nobody(&visit));
    };
    let mut response = visit.page(&HomePage::new(&visit, Some(&station)).await)?;
    scanned::remember(&visit, &mut response, station.place_code());
    Ok(response)
}

impl Station {
    /// The organisation.
    pub(super) fn id(&self) -> OrgId {
        self.org.id
    }

    /// The code of its place, as its sign carries it.
    pub(super) fn place_code(&self) -> &DivisionCode {
        &self.org.division
    }

    /// What people call it.
    pub(super) fn called(&self) -> &str {
        self.org.called()
    }

    /// Where it is; empty when nobody entered it.
    fn address(&self) -> String {
        self.org.address.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// When somebody is there, in words.
    fn hours(&self) -> String {
        self.facts.hours.as_ref().map_or_else(|| text(self.org.hours.as_ref()), OpeningHours::words)
    }

    /// Its name and, when it is known, its address.
    fn whole(&self) -> String {
        self.org.address.as_ref().map_or_else(|| self.org.name.to_string(), |way| format!("{} · {way}", self.org.name))
    }

    /// As a card.
    pub(super) fn card(&self, t: Say) -> AgentCard {
        AgentCard {
            t,
            caption: t.say("portal-station-scanned").text(),
            name: self.name.clone(),
            tags: language_tags(t, &self.languages, self.home_visits),
            station: if self.agent.is_some() { self.whole() } else { self.address() },
            hours: self.hours(),
            phone: self.phone.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_read_in_groups() {
        assert_eq!(grouped("04720002700"), "0472-000-2700");
        assert_eq!(grouped("13800000000"), "138-0000-0000");
        for kept in ["0472-000-0214", "12345", "", "蒙古"] {
            assert_eq!(grouped(kept), kept);
        }
    }
}
