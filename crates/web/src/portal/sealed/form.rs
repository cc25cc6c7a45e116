//! The form: what happened, about whom, where, who must not see it, and whether she says who she is.

use askama::Template;
use domain::whistleblow::offices::Way;
use kernel::{DivisionCode, OrgId, OrgLevel};
use services::organisation::{self, OrgQuery};

use crate::{
    forms::Form,
    portal::{
        kept::OFFERED,
        place::{self, PlaceField, Places},
    },
    problem::Problem,
    state::AppState,
    ui::{Button, Icon, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// How many offices she can name as not to see it.
const NOT_TO: usize = 2;
/// The most units offered; a county has a few dozen.
const MOST: u32 = 500;

/// The page.
#[derive(Template)]
#[template(path = "portal/sealed-file.html")]
pub(super) struct FilePage {
    t: Frame,
    form: Form,
    notice: Notice,
    place: PlaceField,
    units: Vec<Vec<Choice>>,
    submit: Button,
    /// Where to turn when nobody here can keep it.
    ways: Vec<Way>,
}

/// One option of a select.
struct Choice {
    value: String,
    text: String,
    chosen: bool,
}

/// What the page needs from the database.
pub(super) struct Ready {
    places: Places,
    at: String,
    units: Vec<(String, String)>,
    ways: Vec<Way>,
}

/// Looks up the places around `at` and the units there.
pub(super) async fn prepare(state: &AppState, at: &str) -> Result<Ready, Problem> {
    let (home, at) = (state.config.home.clone(), at.to_owned());
    let ready = state.read(move |tx, kit, ctx| {
        let places = place::load(tx, home.as_ref(), &at)?;
        let county = DivisionCode::parse(&at).ok().or_else(|| home.clone());
        let mut units = vec![];
        let mut ways = vec![];
        if let Some(county) = county.filter(|county| county.level() <= OrgLevel::County) {
            let within = county.at(OrgLevel::County);
            ways.clone_from(&kit.sealed_rules(&within, ctx.today()).ways);
            let query = OrgQuery { within, kind: None, on: Some(ctx.today()), after: None, limit: MOST };
            let orgs = organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value);
            units.extend(orgs.map(|org| (org.id.to_string(), org.name.to_string())));
        }
        Ok(Ready { places, at: at.clone(), units, ways })
    });
    Ok(ready.await?)
}

/// The offices that must not see it, as they were chosen.
pub(super) fn not_to(sent: &crate::forms::Submission) -> Vec<OrgId> {
    let chosen = sent.pairs().filter(|(name, _)| *name == "not_to").filter_map(|(_, value)| value.parse().ok());
    chosen.take(NOT_TO).collect()
}

/// The page with `form` on it; `outside` when nobody here can keep it.
pub(super) fn page(visit: &Visit, form: Form, ready: Ready, chosen: &[OrgId], outside: bool) -> FilePage {
    let t = visit.t;
    let county = DivisionCode::parse(&ready.at).map(|at| at.at(OrgLevel::County).to_string());
    let select = |n: usize| {
        let mine = chosen.get(n).map(ToString::to_string).unwrap_or_default();
        let option = |(value, text): &(String, String)| Choice {
            chosen: *value == mine,
            value: value.clone(),
            text: text.clone(),
        };
        ready.units.iter().map(option).collect()
    };
    let units = if ready.units.is_empty() { vec![] } else { (0..NOT_TO).map(select).collect() };
    FilePage {
        t: visit.frame("sealed-file-title").failed(form.has_errors()),
        notice: Notice::new(NoticeKind::Sealed, t.say("sealed-file-notice")),
        units,
        place: PlaceField {
            t,
            places: ready.places,
            county: county.unwrap_or_default(),
            division: ready.at,
            error: form.error("division").to_owned(),
        },
        submit: Button::primary(t.say("sealed-file-submit")).icon(Icon::outline("lock")),
        ways: if outside { ready.ways } else { vec![] },
        form,
    }
}

impl FilePage {
    fn offered() -> &'static str {
        OFFERED
    }
}
