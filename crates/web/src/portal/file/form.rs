//! The page of the form: four numbered groups, sealed reports told away on top.

use askama::Template;
use kernel::{DivisionCode, OrgLevel};
use services::network;

use crate::{
    forms::{Form, Submission},
    i18n::Say,
    portal::{
        file::alike::Alike,
        kept::{KeptLine, OFFERED},
        place::{self, PlaceField, Places},
        station::{self, Station},
    },
    problem::Problem,
    state::AppState,
    ui::{Button, Icon, Line, Notice, NoticeKind, VoiceField},
    view::{Frame, Visit},
};

/// Rows for claims that stand ready without script.
const ROWS: usize = 3;

/// The page.
#[derive(Template)]
#[template(path = "portal/file.html")]
pub(super) struct FilePage {
    t: Frame,
    form: Form,
    sealed: Notice,
    seen: Notice,
    voice: VoiceField,
    place: PlaceField,
    grids: Vec<(String, String)>,
    /// What stands beside the text.
    pub alike: Alike,
    /// Who would call, when she wants an agent.
    caller: Line,
    scanned: String,
    help: String,
    kept: Vec<KeptLine>,
    rows: usize,
    submit: Button,
}

/// What the page needs from the database.
pub(super) struct Ready {
    places: Places,
    grids: Vec<(String, String)>,
    station: Option<Station>,
    scanned: String,
    at: String,
}

/// Looks up the places around `at` and the station behind the scanned code.
pub(super) async fn prepare(state: &AppState, scanned: &str, at: &str) -> Result<Ready, Problem> {
    let station = station::find(state, scanned).await?;
    let (home, place) = (state.config.home.clone(), at.to_owned());
    let read = state.read(move |tx, _, _| {
        let places = place::load(tx, home.as_ref(), &place)?;
        // Only where the place is known to the village: a grid of somewhere else says nothing to her.
        let at = DivisionCode::parse(&place).ok().filter(|at| at.level() == OrgLevel::Village);
        let grids = at.map(|at| network::grids_to_choose(tx, &at)).transpose()?.unwrap_or_default();
        let grids = grids.into_iter().map(|grid| (grid.id.to_string(), grid.name.to_string())).collect();
        Ok((places, grids))
    });
    let (places, grids) = read.await?;
    Ok(Ready { places, grids, station, scanned: scanned.to_owned(), at: at.to_owned() })
}

/// The page with `form` on it.
pub(super) fn page(visit: &Visit, form: Form, ready: Ready, kept: Vec<KeptLine>) -> FilePage {
    let t = visit.t;
    let county = DivisionCode::parse(&ready.at).map(|at| at.at(OrgLevel::County).to_string());
    FilePage {
        t: visit.frame("portal-file-title").failed(form.has_errors()),
        sealed: Notice::new(NoticeKind::Neutral, t.say("portal-file-sealed"))
            .icon(Icon::outline("lock"))
            .link(t.say("portal-home-sealed-link"), "/sealed"),
        seen: Notice::new(NoticeKind::Info, t.say("portal-file-seen")).icon(Icon::outline("shield-check")),
        voice: VoiceField::new(t, "voice", visit.state.config.limits.voice, form.error("voice")),
        place: PlaceField {
            t,
            places: ready.places,
            county: county.unwrap_or_default(),
            division: ready.at,
            error: form.error("division").to_owned(),
        },
        grids: ready.grids,
        alike: Alike::none(t),
        caller: caller(t, ready.station.as_ref()),
        scanned: ready.scanned,
        help: form.value("help").to_owned(),
        kept,
        rows: ROWS,
        submit: Button::primary(t.say("portal-file-submit")),
        form,
    }
}

/// The station that was scanned, with the agent's name where it is sure; else the nearest to where it happened.
fn caller(t: Say, station: Option<&Station>) -> Line {
    match station {
        None => t.say("phone-help-yes-near").into(),
        Some(station) => t.say("phone-help-yes").with("station", station.called()).into(),
    }
}

impl FilePage {
    /// One more row than there were, when one more was asked for.
    pub(super) fn more_rows(&mut self, sent: &Submission) {
        let before = sent.raw("rows").parse().unwrap_or(ROWS).clamp(ROWS, 50);
        self.rows = before + usize::from(sent.raw("do") == "row");
    }

    fn spare(&self) -> usize {
        self.rows
    }

    fn offered() -> &'static str {
        OFFERED
    }
}
