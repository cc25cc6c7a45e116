//! How a date comes about, step by step, for people: rule, article, dates, and a plain sentence in any language.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{
    Locale, Message,
    calendar::{DayKind, Holiday, WorkCalendar, day_number, from_day_number, list_of_days},
};
use serde::Serialize;

use super::{
    clock::{Clock, Pause},
    compute::{DueDates, count_out, shift},
    def::{ClockDef, DueView, Roll, Unit},
};

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StepKind {
    /// The starting day does not count; the next is the first.
    FirstDay,
    /// The span counted out.
    Count,
    /// Rest days that a count of working days skipped.
    Skipped,
    /// Weekend days that counted because people work on them.
    MakeUp,
    /// The month has no such day.
    MonthEnd,
    /// Counted longer from the same start.
    Extension,
    /// Days on which the clock stood still.
    Pause,
    /// A rest day at the end: the date moves on.
    Roll,
    /// The last day stays.
    NoRoll,
    /// The day of the reminder.
    Remind,
    /// Until which moment of the last day.
    LastMoment,
    /// A year whose calendar is not published.
    Provisional,
    /// An earlier date changed when a calendar was published.
    Recomputed,
    /// The rule itself awaits confirmation by the jurisdiction.
    Unconfirmed,
}

/// One step of a derivation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// The rule of rules.md, e.g. `T-03`.
    pub rule: &'static str,
    /// The article, e.g. `CIVIL_203`; empty when none applies.
    pub article: String,
    /// The days concerned: the first day, the skipped ones, from and to …
    pub dates: Vec<Date>,
    /// The sentence.
    pub message: Message,
}

/// A clock's dates with everything that led to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Derivation {
    /// The day that does not count.
    pub start: Date,
    /// The first day that counts.
    pub first_counted_day: Date,
    /// The three dates.
    #[serde(flatten)]
    pub dates: DueDates,
    /// The first moment at which it is overdue.
    pub due_at: Timestamp,
    /// When the reminder goes out.
    pub remind_at: Timestamp,
    /// Whether a date rests on an unpublished year.
    pub provisional: bool,
    /// The versions of the calendar years that were asked.
    pub calendar_version: Arc<str>,
    /// The rest days from the first counted to the statutory day, for the ruler.
    pub rest_days: Vec<Date>,
    /// The article of the clock in words.
    pub basis: Option<Message>,
    /// Whether the screens must say 待属地确认.
    pub unconfirmed: bool,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

impl Derivation {
    /// The sentences in a language.
    pub fn say(&self, locale: Locale) -> impl Iterator<Item = String> {
        self.steps.iter().map(move |step| step.message.say(locale))
    }
}

impl Clock {
    /// The derivation of its dates. Made when it is shown; a running clock carries none.
    ///
    /// `def` and `calendar` should be those it was computed with; the dates are its own.
    #[must_use]
    pub fn derivation(&self, def: &ClockDef, calendar: &WorkCalendar) -> Derivation {
        let first = from_day_number(day_number(self.start) + 1);
        Derivation {
            start: self.start,
            first_counted_day: if self.unit == Unit::Hour { self.start } else { first },
            dates: self.dates(),
            due_at: self.due_at,
            remind_at: self.remind_at,
            provisional: self.provisional,
            calendar_version: self.calendar_version.clone(),
            rest_days: calendar.rest_days(first, self.statutory).collect(),
            basis: def.basis_message(),
            unconfirmed: def.confidence.needs_local_confirmation(),
            steps: Steps::of(self, def, calendar),
        }
    }
}

struct Steps<'a> {
    clock: &'a Clock,
    def: &'a ClockDef,
    calendar: &'a WorkCalendar,
    told: Vec<Step>,
}

impl<'a> Steps<'a> {
    fn of(clock: &'a Clock, def: &'a ClockDef, calendar: &'a WorkCalendar) -> Vec<Step> {
        let mut steps = Self { clock, def, calendar, told: vec![] };
        if clock.unit == Unit::Hour {
            steps.hours();
            steps.pauses(clock.start);
        } else {
            steps.first_day();
            let counted = steps.count();
            let extended = steps.extension(counted);
            let raw = steps.pauses(extended);
            steps.workdays(raw);
            steps.roll();
            steps.last_moment();
            steps.remind();
        }
        steps.provisional();
        steps.recomputed();
        steps.unconfirmed();
        steps.told
    }

    fn push(&mut self, kind: StepKind, rule: &'static str, article: &str, dates: Vec<Date>, message: Message) {
        self.told.push(Step { kind, rule, article: article.to_owned(), dates, message });
    }

    fn sized(&self, key: &str, count: u32) -> Message {
        Message::new(key).with("unit", self.clock.unit.name()).with("count", count)
    }

    fn hours(&mut self) {
        let hours = self.clock.length.saturating_add(self.clock.extension_days);
        let message = self
            .sized("step-hours", hours)
            .with("start", self.clock.start)
            .with("from", time_of_day(self.clock.started_at))
            .with("due", self.clock.raw)
            .with("until", time_of_day(self.clock.due_at));
        self.push(StepKind::Count, "T-01", "CIVIL_201", vec![self.clock.raw], message);
    }

    fn first_day(&mut self) {
        let first = from_day_number(day_number(self.clock.start) + 1);
        let message = Message::new("step-first-day").with("start", self.clock.start).with("first", first);
        self.push(StepKind::FirstDay, "T-01", "CIVIL_201", vec![self.clock.start, first], message);
    }

    /// The span as the rule gives it, before extension and pauses.
    fn count(&mut self) -> Date {
        let clock = self.clock;
        let counted = count_out(clock.unit, clock.start, clock.length, self.calendar);
        let (rule, article) = match clock.unit {
            Unit::Month => ("T-02", "CIVIL_202"),
            _ => ("T-06", self.def.article.as_str()),
        };
        let message = self.sized("step-count", clock.length).with("raw", counted);
        self.push(StepKind::Count, rule, article, vec![counted], message);
        if clock.unit == Unit::Month && counted.day() != clock.start.day() {
            let message = Message::new("step-month-end").with("day", clock.start.day()).with("raw", counted);
            self.push(StepKind::MonthEnd, "T-02", "CIVIL_202", vec![counted], message);
        }
        counted
    }

    fn extension(&mut self, counted: Date) -> Date {
        let clock = self.clock;
        if clock.extension_days == 0 {
            return counted;
        }
        let total = clock.length.saturating_add(clock.extension_days);
        let raw = count_out(clock.unit, clock.start, total, self.calendar);
        let message = self
            .sized("step-extension", clock.extension_days)
            .with("total", total)
            .with("start", clock.start)
            .with("raw", raw);
        self.push(StepKind::Extension, "R-067", &self.def.article, vec![raw], message);
        raw
    }

    fn pauses(&mut self, raw: Date) -> Date {
        let clock = self.clock;
        let mut found: Vec<(Pause, u32, Date)> = vec![];
        let shifted = shift(clock.unit, clock.start, raw, &clock.pauses, self.calendar, |pause, days, raw| {
            found.push((*pause, days, raw));
        });
        for (pause, days, raw) in found {
            let to = pause.to.unwrap_or(pause.from);
            let message = self
                .sized("step-pause", days)
                .with("reason", pause.reason.name())
                .with("from", pause.from)
                .with("to", to)
                .with("raw", raw);
            self.push(StepKind::Pause, "T-10", "A36_2", vec![pause.from, to], message);
        }
        if let Some(open) = clock.pauses.iter().find(|pause| pause.to.is_none()) {
            let message = Message::new("step-pause-open").with("reason", open.reason.name()).with("from", open.from);
            self.push(StepKind::Pause, "T-10", "A36_2", vec![open.from], message);
        }
        shifted
    }

    /// Which days a count of working days left out, and which weekend days it counted.
    fn workdays(&mut self, raw: Date) {
        if self.clock.unit != Unit::Workday {
            return;
        }
        let first = from_day_number(day_number(self.clock.start) + 1);
        let skipped: Vec<_> = self.calendar.rest_days(first, raw).collect();
        if !skipped.is_empty() {
            let message = Message::new("step-skipped").with("days", list_of_days(&skipped));
            self.push(StepKind::Skipped, "T-05", "", skipped, message);
        }
        let worked = (day_number(first)..=day_number(raw))
            .map(from_day_number)
            .filter(|date| matches!(self.calendar.day_kind(*date), DayKind::MakeUpWorkday(_)));
        let worked: Vec<_> = worked.collect();
        if !worked.is_empty() {
            let message = Message::new("step-make-up").with("days", list_of_days(&worked));
            self.push(StepKind::MakeUp, "T-05", "", worked, message);
        }
    }

    fn roll(&mut self) {
        let clock = self.clock;
        let kind = self.calendar.day_kind(clock.raw);
        let total = clock.length.saturating_add(clock.extension_days);
        let facts = |key: &str| {
            self.sized(key, total)
                .with("raw", clock.raw)
                .with("due", clock.statutory)
                .with("holiday", holiday_name(kind))
        };
        if clock.raw != clock.statutory {
            let key = match kind {
                DayKind::Holiday(_) => "step-roll-holiday",
                DayKind::Regional => "step-roll-regional",
                _ => "step-roll-weekend",
            };
            let message = facts(key);
            let passed = self.calendar.rest_days(clock.raw, clock.statutory).collect();
            self.push(StepKind::Roll, "T-03", "CIVIL_203", passed, message);
        } else if let DayKind::MakeUpWorkday(_) = kind {
            let message = facts("step-last-day-made-up");
            self.push(StepKind::NoRoll, "T-05", "", vec![clock.raw], message);
        } else if clock.roll == Roll::None && kind.is_rest() {
            let message = facts("step-last-day-stays");
            self.push(StepKind::NoRoll, "T-03", &self.def.article, vec![clock.raw], message);
        } else if clock.unit != Unit::Workday {
            let message = facts("step-last-day-works");
            self.push(StepKind::NoRoll, "T-03", "CIVIL_203", vec![clock.raw], message);
        }
    }

    fn last_moment(&mut self) {
        let due = self.clock.judging_date();
        let message = Message::new("step-last-moment").with("due", due);
        self.push(StepKind::LastMoment, "T-03", "CIVIL_203", vec![due], message);
    }

    fn remind(&mut self) {
        let (clock, right) = (self.clock, self.def.owed_by.is_right());
        let day = kernel::beijing_date(clock.remind_at);
        let key = match (right, clock.warned_by) {
            (true, _) => "step-remind-right",
            (false, DueView::Conservative) if day == clock.conservative => "step-remind-conservative",
            (false, DueView::Conservative) => "step-remind-ahead",
            (false, _) => "step-remind",
        };
        let message = Message::new(key)
            .with("day", day)
            .with("conservative", clock.conservative)
            .with("due", clock.judging_date());
        self.push(StepKind::Remind, "T-07", "", vec![day], message);
    }

    fn provisional(&mut self) {
        let clock = self.clock;
        if !clock.provisional {
            return;
        }
        let years = clock.start.year().min(clock.conservative.year())..=clock.statutory.year();
        let unknown: Vec<_> =
            years.filter(|year| !self.calendar.is_published(*year)).map(|year| year.to_string()).collect();
        let message = Message::new("step-provisional").with("years", unknown.join(", "));
        self.push(StepKind::Provisional, "T-11", "HOLIDAY_2", vec![], message);
    }

    fn recomputed(&mut self) {
        for trace in &self.clock.recomputed {
            let (old, new) = (trace.old.view(self.clock.judged_by), trace.new.view(self.clock.judged_by));
            let message =
                Message::new("step-recomputed").with("old", old).with("new", new).with("version", &trace.new_version);
            self.push(StepKind::Recomputed, "T-11", "HOLIDAY_2", vec![old, new], message);
        }
    }

    fn unconfirmed(&mut self) {
        if self.def.confidence.needs_local_confirmation() {
            self.push(StepKind::Unconfirmed, "", &self.def.article, vec![], Message::new("step-unconfirmed"));
        }
    }
}

fn time_of_day(at: Timestamp) -> String {
    let local = TimeZone::fixed(jiff::tz::offset(8)).to_datetime(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

fn holiday_name(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Holiday(holiday) | DayKind::MakeUpWorkday(holiday) => match holiday {
            Holiday::NewYear => "NEW_YEAR",
            Holiday::SpringFestival => "SPRING_FESTIVAL",
            Holiday::Qingming => "QINGMING",
            Holiday::LabourDay => "LABOUR_DAY",
            Holiday::DragonBoat => "DRAGON_BOAT",
            Holiday::MidAutumn => "MID_AUTUMN",
            Holiday::NationalDay => "NATIONAL_DAY",
            Holiday::Other => "OTHER",
        },
        _ => "NONE",
    }
}
