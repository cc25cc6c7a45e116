//! What a date would be: a clock, a day, more days; the three dates and how they come about.

use domain::deadline::{Clock, ClockDef, ClockSet, beijing_midnight};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use kernel::Refusal;

use super::Ask;
use crate::{
    admin::{Admin, Group, Panel, Section},
    desk::when,
    forms::{Form, FormErrors, Submission},
    ui::{ClockDate, Notice, NoticeKind},
};

/// Hour clocks start at nine in the morning here.
const MORNING: i64 = 9;

/// The box, with the answer when something was asked.
pub(super) fn section(admin: &Admin, set: &ClockSet, ask: &Ask) -> Section {
    let t = admin.t();
    let today = admin.desk.visit.state.ctx().today();
    let asked = !ask.clock.is_empty();
    let answer = asked.then(|| compute(admin, set, ask));
    let section = Section::new(t.say("admin-try-title").text()).with(&panel(admin, set, ask, answer.as_ref(), today));
    match answer {
        Some(Ok((clock, def))) => answered(admin, section, &clock, &def, today),
        Some(Err(_)) | None => section,
    }
}

fn panel(
    admin: &Admin,
    set: &ClockSet,
    ask: &Ask,
    answer: Option<&Result<(Clock, ClockDef), Refusal>>,
    today: Date,
) -> Panel {
    let t = admin.t();
    let day = if ask.day.is_empty() { today.to_string() } else { ask.day.clone() };
    let typed = [("clock", ask.clock.as_str()), ("day", &day), ("length", &ask.length), ("more", &ask.more)];
    let errors = answer.and_then(|answer| answer.as_ref().err()).cloned().map_or_else(FormErrors::default, Into::into);
    let form: Form = admin.desk.visit.form_again(&Submission::of(&typed), errors);
    let clock = set.iter().fold(form.select("clock", "admin-clock"), |field, def| {
        field.option_named(def.id.as_str(), t.message(&def.name_message()).text())
    });
    Panel::get("/admin/clocks", t, "admin-try").group(Group::of(vec![
        clock,
        form.date("day", "admin-try-day").hint("admin-try-day-hint"),
        form.text("length", "admin-try-length")
            .hint("admin-try-length-hint")
            .optional("admin-optional")
            .keyboard("numeric"),
        form.text("more", "admin-try-more").hint("admin-try-more-hint").optional("admin-optional").keyboard("numeric"),
    ]))
}

fn compute(admin: &Admin, set: &ClockSet, ask: &Ask) -> Result<(Clock, ClockDef), Refusal> {
    let state = &admin.desk.visit.state;
    let def =
        set.get(&ask.clock).ok_or_else(|| Refusal::invalid("clock", "clock-unknown").with("clock", &ask.clock))?;
    let day: Date = kernel::halfwidth(&ask.day).trim().parse().map_err(|_| Refusal::invalid("day", "date"))?;
    let calendar = &state.kit.reference().calendar;
    let start = morning(day);
    let length = number("length", &ask.length)?;
    let clock =
        Clock::start(def, state.ctx().new_id(), start, calendar, length).map_err(|refusal| refusal.on("length"))?;
    let clock = match number("more", &ask.more)? {
        Some(more) => clock.extend(more, def, calendar, start).map_err(|refusal| refusal.on("more"))?,
        None => clock,
    };
    Ok((clock, def.clone()))
}

fn morning(day: Date) -> Timestamp {
    // A timestamp is bounded where a date is; at the very end the midnight before serves as well.
    let midnight = beijing_midnight(day);
    midnight.checked_add(MORNING.hours()).unwrap_or(midnight)
}

fn number(field: &str, text: &str) -> Result<Option<u32>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    kernel::halfwidth(text).trim().parse().map(Some).map_err(|_| Refusal::invalid(field, "number"))
}

fn answered(admin: &Admin, section: Section, clock: &Clock, def: &ClockDef, today: Date) -> Section {
    let t = admin.t();
    let calendar = admin.desk.visit.state.kit.reference().calendar.clone();
    let derivation = clock.derivation(def, &calendar);
    let why = crate::ui::Derivation { open: true, ..when::why(t, clock, &derivation, today) };
    let shown = ClockDate { date: when::clock_day(t, clock).into(), chip: None, why: Some(why) };
    let section = section.with(&shown);
    if clock.provisional {
        return section.with(&Notice::new(NoticeKind::Caution, t.say("admin-try-provisional")));
    }
    section
}
