//! `/admin`: what is set up and what is missing.

use askama::Template;
use axum::response::Response;
use domain::access::actions::AdminUnits;
use services::{
    administration::{self, Overview},
    reference,
};

use super::{Admin, Page, Section, Spot};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Figure, Figures, Line, Notice, NoticeKind},
};

/// Numbers, and the state of the reference data.
struct State {
    overview: Overview,
    place: String,
    year: i16,
    next_published: bool,
    this_published: bool,
    unconfirmed: usize,
    settings_loaded: bool,
}

/// `GET /admin`.
pub(super) async fn get(admin: Admin) -> Result<Response, Problem> {
    let state = admin
        .read(|tx, kit, ctx, leave| {
            let reference = kit.reference();
            let clocks = reference.clocks.for_case(&leave.place, ctx.today());
            let year = ctx.today().year();
            Ok(State {
                overview: administration::overview(tx, ctx, &leave.permit::<AdminUnits>()?)?,
                place: super::resolve::division_words(tx, &leave.place)?,
                year,
                this_published: reference.calendar.is_published(year),
                next_published: reference.calendar.is_published(year + 1),
                unconfirmed: clocks.iter().filter(|def| def.confidence.needs_local_confirmation()).count(),
                settings_loaded: reference::list(tx)?.iter().any(|loaded| loaded.kind == reference::Kind::Settings),
            })
        })
        .await?;
    let t = admin.t();
    let missing = missing(t, &state);
    let lead = t.say("admin-overview-place").with("place", &state.place);
    let mut page = Page::new(&admin, "admin-overview-title", Spot::Overview).lead(lead);
    let mut todo = Section::new(t.say("admin-missing-title").text());
    if missing.is_empty() {
        todo = todo.text(t.say("admin-missing-none"));
    }
    // Two notices speak; more of them would be a wall, so the rest is a list.
    let mut missing = missing.into_iter();
    for one in missing.by_ref().take(2) {
        todo = todo.with(&Notice::new(one.kind, one.text).link(one.link, one.href));
    }
    let rest: Vec<Missing> = missing.collect();
    if !rest.is_empty() {
        todo = todo.with(&Rest { t, rest });
    }
    page = page.section(todo).section(Section::new(t.say("admin-have-title").text()).with(&figures(t, &state)));
    page.show(&admin)
}

/// Something that is missing, and the way to it.
struct Missing {
    kind: NoticeKind,
    text: Line,
    link: String,
    href: &'static str,
}

/// What is missing beside the two that matter most.
#[derive(Template)]
#[template(
    source = "<ul class=\"lx-links\">{% for one in rest %}<li><a class=\"lx-links__item\" href=\"{{ one.href }}\"><span>{{ one.text }}<small>{{ one.link }}</small></span>{{ t.icon(\"chevron-right\") }}</a></li>{% endfor %}</ul>",
    ext = "html"
)]
struct Rest {
    t: Say,
    rest: Vec<Missing>,
}

/// What is missing, the gravest first, each with the way to it.
fn missing(t: Say, state: &State) -> Vec<Missing> {
    let Overview { divisions, units, staff, registrars, provisional, .. } = state.overview;
    let mut all = vec![];
    let mut tell = |is: bool, kind, text: Line, link: &str, href: &'static str| {
        if is {
            all.push(Missing { kind, text, link: t.say(link).text(), href });
        }
    };
    let say = |key: &str| Line::from(t.say(key));
    let (bad, mind) = (NoticeKind::Danger, NoticeKind::Caution);
    tell(divisions <= 1, bad, say("admin-missing-divisions"), "admin-go-divisions", "/admin/divisions/import");
    tell(units == 0, bad, say("admin-missing-units"), "admin-go-units", "/admin/units/import");
    let bureau = units > 0 && state.overview.bureau.is_none();
    tell(bureau, bad, say("admin-missing-bureau"), "admin-go-bureau", "/admin/units/new");
    tell(staff == 0, bad, say("admin-missing-staff"), "admin-go-staff", "/admin/staff/new");
    let nobody = staff > 0 && registrars == 0;
    tell(nobody, bad, say("admin-missing-registrars"), "admin-go-staff", "/admin/staff/new");
    let year = |key: &str, year: i16| Line::from(t.say(key).with("year", i32::from(year).to_string()));
    let this = year("admin-missing-this-year", state.year);
    tell(!state.this_published, bad, this, "admin-go-calendar", "/admin/calendar");
    let next = year("admin-missing-next-year", state.year + 1);
    tell(!state.next_published, mind, next, "admin-go-calendar", "/admin/calendar");
    let count = Line::from(t.say("admin-missing-provisional").with("count", provisional));
    tell(provisional > 0, mind, count, "admin-go-calendar", "/admin/calendar");
    let count = Line::from(t.say("admin-missing-confirm").with("count", state.unconfirmed));
    tell(state.unconfirmed > 0, mind, count, "admin-go-clocks", "/admin/clocks");
    tell(!state.settings_loaded, mind, say("admin-missing-settings"), "admin-go-settings", "/admin/settings");
    all
}

fn figures(t: Say, state: &State) -> Figures {
    let Overview { divisions, units, staff, registrars, .. } = state.overview;
    let bureau = state.overview.bureau.as_deref();
    let figure = |value: i64, key: &str, small: Line| Figure {
        value: value.to_string(),
        what: t.say(key).into(),
        small,
        bad: value == 0,
    };
    let small =
        bureau.map_or_else(|| t.say("admin-have-no-bureau"), |name| t.say("admin-have-bureau").with("name", name));
    Figures {
        items: vec![
            figure(divisions, "admin-have-divisions", Line::default()),
            figure(units, "admin-have-units", small.into()),
            figure(staff, "admin-have-staff", t.say("admin-have-registrars").with("count", registrars).into()),
        ],
    }
}
