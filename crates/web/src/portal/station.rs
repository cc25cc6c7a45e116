//! `/s/{code}`, its `/about` and `/sign`, and `/agents`: who helps near her. What stations are, where and when they are open is public by
//! law.

mod list;
mod page;
mod sign;

use domain::{
    organisation::{Org, OrgKind},
    people::Role,
};
use kernel::{DivisionCode, OrgId, OrgLevel, UserId};
use services::{
    Error, divisions,
    organisation::{self, OrgQuery},
    people::{self, Colleague},
};
use store::Tx;

use axum::{extract::Path, response::Response};

use super::{home::HomePage, scanned};
use crate::{i18n::Say, problem::Problem, state::AppState, ui::AgentCard, view::Visit};

pub(super) use list::list;
pub(super) use page::get as about;
pub(super) use sign::get as sign;

/// What a place people are sent to is, the smallest first.
const KINDS: [OrgKind; 3] = [OrgKind::Point, OrgKind::Station, OrgKind::Center];

/// A station, and who sits there.
#[derive(Debug, Clone)]
pub(super) struct Station {
    org: Org,
    /// The agent, when there is exactly one way to be sure who it is.
    pub agent: Option<UserId>,
    name: String,
    phone: String,
    /// Who takes her place: name and telephone.
    deputy: Option<(String, String)>,
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
    Ok(state.read(move |tx, _, ctx| at(tx, &place, ctx.today())).await?)
}

/// The station nearest to a place: its own, or that of the township or county around it.
pub(super) async fn nearest(state: &AppState, place: &DivisionCode) -> Result<Option<Station>, Problem> {
    let place = place.clone();
    let found = state.read(move |tx, _, ctx| {
        let mut area = Some(place.clone());
        while let Some(place) = area {
            if let Some(station) = at(tx, &place, ctx.today())? {
                return Ok(Some(station));
            }
            area = place.parent().filter(|up| up.level() <= OrgLevel::County);
        }
        Ok(None)
    });
    Ok(found.await?)
}

fn at(tx: &mut Tx, place: &DivisionCode, day: jiff::civil::Date) -> Result<Option<Station>, Error> {
    for kind in KINDS {
        let query = OrgQuery { within: place.clone(), kind: Some(kind), on: Some(day), after: None, limit: 1 };
        let first = organisation::list(tx, &query)?.items.into_iter().next();
        if let Some(org) = first.map(|stored| stored.value).filter(|org| org.division == *place) {
            return staffed(tx, org, day).map(Some);
        }
    }
    Ok(None)
}

fn staffed(tx: &mut Tx, org: Org, day: jiff::civil::Date) -> Result<Station, Error> {
    let agents = people::with_role(tx, org.id, Role::Agent, day)?;
    let agent = agents.first();
    let own = org.phone.as_ref().map(ToString::to_string);
    let phone = agent.and_then(|agent| agent.phone.clone()).or(own);
    let around = organisation::around(tx, std::slice::from_ref(&org.division), day)?;
    let up = std::iter::successors(org.division.parent(), DivisionCode::parent);
    let mut up = up.take_while(|place| place.level() <= OrgLevel::County);
    let above = up.find_map(|place| around.at(&place).find(|org| KINDS.contains(&org.kind)).cloned());
    let county = org.division.at(OrgLevel::County);
    let path = divisions::path(tx, &org.division)?;
    let outside = path.iter().filter(|division| division.level() > OrgLevel::County).count();
    Ok(Station {
        agent: agent.map(|agent| agent.id),
        name: agent.map_or_else(|| org.called().to_owned(), called),
        phone: phone.unwrap_or_default(),
        deputy: agents.get(1).map(|deputy| (called(deputy), deputy.phone.clone().unwrap_or_default())),
        bureau: around.at(&county).find(|org| org.kind == OrgKind::Bureau).cloned(),
        above,
        place: path.into_iter().skip(outside).map(|division| division.name).collect(),
        org,
    })
}

fn called(agent: &Colleague) -> String {
    agent.name.reveal().to_owned()
}

fn text(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// `GET /s/{code}`: the home page with this agent on top; the browser and the form know the place from now on.
pub(super) async fn get(visit: Visit, Path(code): Path<String>) -> Result<Response, Problem> {
    let Some(station) = find(&visit.state, &code).await? else {
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
            tags: vec![],
            station: if self.agent.is_some() { self.whole() } else { self.address() },
            hours: text(self.org.hours.as_ref()),
            phone: self.phone.clone(),
        }
    }
}
