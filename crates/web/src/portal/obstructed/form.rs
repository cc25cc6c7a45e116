//! The page of the form: what happened, who, which matter, how she is told; whom to call stands before it.

use askama::Template;
use domain::obstruction::Wrong;
use kernel::{DivisionCode, OrgLevel};
use services::organisation::{self, OrgQuery};

use crate::{
    forms::Form,
    portal::{
        kept::{KeptLine, OFFERED},
        place::{self, PlaceField, Places},
    },
    problem::Problem,
    state::AppState,
    ui::{Button, Icon, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// The page.
#[derive(Template)]
#[template(path = "portal/obstructed.html")]
pub(super) struct ObstructedPage {
    t: Frame,
    form: Form,
    hidden: Notice,
    wrongs: Vec<Choice>,
    place: PlaceField,
    units: Vec<(String, Vec<Choice>)>,
    kept: Vec<KeptLine>,
    submit: Button,
}

/// One box or option.
struct Choice {
    value: String,
    text: String,
    chosen: bool,
}

/// What the page needs from the database.
pub(super) struct Ready {
    places: Places,
    at: String,
    /// Units by place, in the order of the places.
    units: Vec<(String, Vec<(String, String)>)>,
}

/// The most units offered; a county has a few dozen.
const MOST: u32 = 500;

/// Looks up the places around `at` and the units there, of whatever kind.
pub(super) async fn prepare(state: &AppState, at: &str) -> Result<Ready, Problem> {
    let (home, at) = (state.config.home.clone(), at.to_owned());
    let ready = state.read(move |tx, _, ctx| {
        let places = place::load(tx, home.as_ref(), &at)?;
        let county = DivisionCode::parse(&at).ok().or_else(|| home.clone());
        let mut units: Vec<(String, Vec<(String, String)>)> = vec![];
        if let Some(county) = county.filter(|county| county.level() <= OrgLevel::County) {
            let within = county.at(OrgLevel::County);
            let query = OrgQuery { within, kind: None, on: Some(ctx.today()), after: None, limit: MOST };
            for org in organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value) {
                let place = org.division.at(OrgLevel::Township).to_string();
                let option = (org.id.to_string(), org.name.to_string());
                match units.iter_mut().find(|(known, _)| *known == place) {
                    Some((_, options)) => options.push(option),
                    None => units.push((place, vec![option])),
                }
            }
        }
        for (place, _) in &mut units {
            let known = DivisionCode::parse(place).ok().map(|code| services::divisions::get(tx, &code)).transpose()?;
            *place = known.flatten().map_or_else(String::new, |division| division.name);
        }
        Ok(Ready { places, at: at.clone(), units })
    });
    Ok(ready.await?)
}

/// The page with `form` on it; `wrongs` are the boxes that were ticked, `kept` the files that came with it.
pub(super) fn page(visit: &Visit, form: Form, ready: Ready, wrongs: &[String], kept: Vec<KeptLine>) -> ObstructedPage {
    let t = visit.t;
    let county = DivisionCode::parse(&ready.at).map(|at| at.at(OrgLevel::County).to_string());
    let wrong = |wrong: &Wrong| Choice {
        value: wrong.name().to_owned(),
        text: t.message(&wrong.message()).text(),
        chosen: wrongs.iter().any(|ticked| ticked == wrong.name()),
    };
    let unit = |(value, text): (String, String)| Choice { chosen: form.value("unit") == value, value, text };
    ObstructedPage {
        t: visit.frame("portal-obstructed-title").failed(form.has_errors()),
        hidden: Notice::new(NoticeKind::Info, t.say("obstructed-notice")).icon(Icon::outline("shield-check")),
        wrongs: Wrong::ALL.iter().map(wrong).collect(),
        place: PlaceField {
            t,
            places: ready.places,
            county: county.unwrap_or_default(),
            division: ready.at,
            error: form.error("division").to_owned(),
        },
        units: ready.units.into_iter().map(|(place, units)| (place, units.into_iter().map(unit).collect())).collect(),
        kept,
        submit: Button::primary(t.say("obstructed-submit")).icon(Icon::outline("arrow-up")),
        form,
    }
}

impl ObstructedPage {
    fn offered() -> &'static str {
        OFFERED
    }
}
