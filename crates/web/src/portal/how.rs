//! `/how`: how a matter goes, step by step, with the days it would have if it were filed today.

use askama::Template;
use axum::response::Response;
use domain::deadline::Clock;
use jiff::Timestamp;
use kernel::{ClockId, DivisionCode, Message};

use super::{dates, laws};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, LinkRow, Links, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// A step: what happens, by when, what it gives her, what it rests on.
struct Step {
    title: Line,
    /// By when, as a rule.
    when: Line,
    /// By when, if it were filed today and everybody took until the last day.
    day: Line,
    text: Line,
    law: String,
}

#[derive(Template)]
#[template(path = "portal/how.html")]
struct HowPage {
    t: Frame,
    steps: Vec<Step>,
    example: Line,
    help: Vec<Line>,
    other: Vec<Line>,
    late: Links,
    limits: Notice,
    file: Button,
}

/// `GET /how`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    let lines = |keys: &[&str]| keys.iter().map(|key| t.say(key).into()).collect();
    let row = |href: &str, icon, key: &str| LinkRow {
        href: href.into(),
        icon,
        text: t.say(key).into(),
        small: t.say(&format!("{key}-small")).into(),
    };
    let today = kernel::beijing_date(visit.state.clock.now());
    visit.page(&HowPage {
        t: visit.frame("portal-how-title"),
        steps: steps(&visit),
        example: t.say("how-example").with("day", t.date(today)).into(),
        help: lines(&["how-help-1", "how-help-2", "how-help-3"]),
        other: lines(&["how-other-1", "how-other-2", "how-other-3"]),
        late: Links {
            rows: vec![
                row("/t", Icon::outline("search"), "how-late-track"),
                row("/obstructed", Icon::outline("hand-stop"), "how-late-obstructed"),
                row("/agents", Icon::outline("map-pin"), "how-late-agents"),
                row("/deadlines", Icon::outline("calendar-time"), "how-late-deadlines"),
                row("/laws", Icon::outline("scale"), "how-late-laws"),
            ],
        },
        limits: Notice::new(NoticeKind::Caution, t.say("portal-how-limits-text")).titled(t.say("portal-how-limits")),
        file: Button::primary(t.say("portal-home-file")).icon(Icon::outline("pencil")).href("/file"),
    })
}

/// The steps, the clocks that set their last days, and the articles behind them.
const STEPS: [(&str, Option<&str>, &str); 7] = [
    ("file", None, "A19"),
    ("send", Some("FORWARD_15D"), "A22"),
    ("accept", Some("NOTIFY_15D"), "A23"),
    ("answer", Some("HANDLE_60D"), "A34"),
    ("rate", None, "A21"),
    ("review", None, "A35"),
    ("recheck", None, "A36"),
];

/// Each step; those with a clock follow one another as if everybody took until the last day.
fn steps(visit: &Visit) -> Vec<Step> {
    let now = visit.state.clock.now();
    let mut from = now;
    let step = |(name, clock, law): (&str, Option<&str>, &str)| {
        let due = clock.and_then(|id| started(visit, id, from));
        from = due.as_ref().map_or(from, |clock| clock.due_at);
        let days = clock.and_then(|id| length(visit, id));
        step(visit.t, (name, days), due.as_ref(), law, now)
    };
    STEPS.into_iter().map(step).collect()
}

/// The clock of the place, as it would run from `from`.
fn started(visit: &Visit, id: &str, from: Timestamp) -> Option<Clock> {
    let state = &visit.state;
    let home = state.config.home.as_ref()?;
    let terms = state.kit.terms(home, kernel::beijing_date(state.clock.now()));
    let clock: ClockId = state.ctx().new_id();
    Clock::start(terms.clocks().get(id)?, clock, from, terms.calendar(), None).ok()
}

/// How many days the clock has here: a place may give its offices less than the law does.
fn length(visit: &Visit, id: &str) -> Option<u32> {
    let state = &visit.state;
    // An installation that does not know its place yet speaks by the law alone, which is the same in every region.
    let place = state.config.home.clone().or_else(|| DivisionCode::parse("15").ok())?;
    state.kit.terms(&place, kernel::beijing_date(state.clock.now())).clocks().get(id)?.length
}

fn step(t: Say, (name, days): (&str, Option<u32>), clock: Option<&Clock>, law: &str, now: Timestamp) -> Step {
    let text = |part: &str| t.say(&format!("how-{name}{part}")).with("days", days.unwrap_or_default());
    let day = clock.map(|clock| t.say("how-day").with("day", dates::day(t, clock.judging_date(), now)).into());
    Step {
        title: text("").into(),
        when: text("-when").into(),
        day: day.unwrap_or_default(),
        text: text("-text").into(),
        law: laws::href(&Message::new(format!("basis-{law}"))).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use domain::deadline::ClockRules;

    use super::*;

    #[test]
    fn every_step_has_its_words_its_article_and_a_clock_that_exists() {
        let place = kernel::DivisionCode::parse("150223").unwrap();
        let rules = ClockRules::national().for_case(&place, jiff::civil::date(2026, 11, 22));
        for (name, clock, law) in STEPS {
            for part in ["", "-when", "-text"] {
                let key = format!("how-{name}{part}");
                assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
            }
            assert!(laws::href(&Message::new(format!("basis-{law}"))).is_some(), "{law}");
            assert!(clock.is_none_or(|id| rules.get(id).is_some()), "{clock:?}");
        }
    }
}
