//! `lianxin deadline`: the three dates of a clock and how they come about, for people or, with `--batch`, for programs.

mod batch;

use std::{
    io::{ErrorKind, Write},
    path::PathBuf,
};

use anyhow::{Context, Result, anyhow, bail};
use domain::deadline::{Clock, ClockDef, ClockRules, Derivation, PauseReason, Unit, beijing_midnight};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{
    ClockId, DivisionCode, Locale, Message, Refusal, beijing_date,
    calendar::{CalendarYear, WorkCalendar, say_date},
};

/// A code that lies in no local table: only the national rules hold.
const NATIONWIDE: &str = "00";

/// The arguments of `lianxin deadline`.
#[derive(Debug, Clone, clap::Args)]
#[command(
    about = "Dates and derivation of a clock 期限怎么算 (e.g. --clock HANDLE_60D --start 2025-12-19 --extend 30)"
)]
pub(crate) struct DeadlineArgs {
    /// The clock, e.g. HANDLE_60D; CUSTOM takes --unit and --length; without it the clocks are listed
    #[arg(long, value_name = "ID")]
    clock: Option<String>,
    /// The day that does not count (2025-12-19), or the moment (2025-12-19T16:30, Beijing time) for clocks in hours
    #[arg(long, value_name = "DATE", requires = "clock")]
    start: Option<String>,
    /// Extend by so many units, counted from the start
    #[arg(long, value_name = "N", requires = "clock")]
    extend: Option<u32>,
    /// Days that do not count, both included; the reason may stand before them (MEDIATION:FROM..TO), else a hearing
    #[arg(long, value_name = "FROM..TO", requires = "clock")]
    pause: Vec<String>,
    /// Unit of a CUSTOM clock: calendar_day, workday, hour or month
    #[arg(long, requires = "clock")]
    unit: Option<String>,
    /// Length, where the clock leaves it open
    #[arg(long, value_name = "N", requires = "clock")]
    length: Option<u32>,
    /// The division whose rules and local days off hold
    #[arg(long, value_name = "CODE")]
    division: Option<String>,
    /// The day the case was registered, which decides the version of the rules; the start unless given
    #[arg(long, value_name = "DATE")]
    registered_on: Option<Date>,
    /// zh or en
    #[arg(long, default_value = "zh")]
    lang: String,
    /// A published calendar year, JSON or CSV; may be repeated
    #[arg(long, value_name = "FILE")]
    calendar: Vec<PathBuf>,
    /// Clock tables laid over the shipped ones, JSON
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Read a JSON array of questions (- for standard input), print a JSON array of answers
    #[arg(long, value_name = "FILE", conflicts_with = "clock")]
    batch: Option<PathBuf>,
}

/// What every question is answered by.
struct Desk {
    calendar: WorkCalendar,
    rules: ClockRules,
    division: DivisionCode,
    registered_on: Option<Date>,
    locale: Locale,
}

/// Prints the dates and the derivation of a clock.
///
/// # Errors
/// What a person must change: each names the field and the rule.
pub(crate) fn run(args: &DeadlineArgs) -> Result<()> {
    match answer_all(args) {
        // Whoever reads the answers may stop early, as `head` does.
        Err(error) if error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == ErrorKind::BrokenPipe) => {
            Ok(())
        }
        done => done,
    }
}

fn answer_all(args: &DeadlineArgs) -> Result<()> {
    let desk = Desk::open(args)?;
    let mut out = std::io::stdout().lock();
    if let Some(path) = &args.batch {
        return batch::run(&desk, path, &mut out);
    }
    match &args.clock {
        Some(clock) => desk.answer(clock, args, &mut out).map_err(|refusal| desk.error(&refusal))??,
        None => desk.list(&mut out)?,
    }
    Ok(())
}

impl Desk {
    fn open(args: &DeadlineArgs) -> Result<Self> {
        let locale = match args.lang.as_str() {
            "zh" | "zh-CN" => Locale::Zh,
            "en" => Locale::En,
            other => bail!("--lang: zh, en ({other})"),
        };
        let said = |refusal: &Refusal| explain(refusal, locale);
        let division = DivisionCode::parse(args.division.as_deref().unwrap_or(NATIONWIDE)).map_err(|r| said(&r))?;
        Ok(Self {
            calendar: read_calendar(&args.calendar, locale)?.for_division(&division),
            rules: read_rules(args.rules.as_ref(), locale)?,
            division,
            registered_on: args.registered_on,
            locale,
        })
    }

    fn say(&self, key: &str) -> String {
        Message::new(key).say(self.locale)
    }

    fn error(&self, refusal: &Refusal) -> anyhow::Error {
        explain(refusal, self.locale)
    }

    /// The definition of `id` for a case that starts on `start`; a clock outside the table brings its unit.
    fn find(&self, id: &str, start: Date, unit: Option<Unit>) -> Result<ClockDef, Refusal> {
        let set = self.rules.for_case(&self.division, self.registered_on.unwrap_or(start));
        match (set.get(id), unit) {
            (Some(def), Some(unit)) if def.unit != unit => {
                Err(Refusal::invalid("unit", "deadline-unit-fixed").with("clock", id).with("unit", def.unit.name()))
            }
            (Some(def), _) => Ok(def.clone()),
            (None, Some(unit)) => Ok(ClockDef::custom(id, unit, None)),
            (None, None) if id == "CUSTOM" => Err(Refusal::invalid("unit", "deadline-unit").with("value", "")),
            (None, None) => Err(Refusal::invalid("clock", "clock-unknown").with("clock", id)),
        }
    }

    fn answer(&self, id: &str, args: &DeadlineArgs, out: &mut impl Write) -> Result<Result<()>, Refusal> {
        let unit = args.unit.as_deref().map(read_unit).transpose()?;
        let given = args.start.as_deref().unwrap_or_default();
        let def = self.find(id, read_start(given, None)?.1, unit)?;
        let (started_at, _) = read_start(given, Some(def.unit))?;
        let mut clock = start(&def, started_at, &self.calendar, args.length)?;
        if let Some(days) = args.extend {
            clock = clock.extend(days, &def, &self.calendar, started_at)?;
        }
        for pause in &args.pause {
            let (reason, days) = read_pause(pause)?;
            clock = clock.with_pause(reason, days, &def, &self.calendar)?;
        }
        Ok(self.print(&clock, &def, out))
    }

    fn print(&self, clock: &Clock, def: &ClockDef, out: &mut impl Write) -> Result<()> {
        let derivation = clock.derivation(def, &self.calendar);
        writeln!(out, "{}", self.heading(def, &derivation))?;
        for (name, key, date) in [
            ("raw", "cli-deadline-raw", clock.raw),
            ("statutory", "cli-deadline-statutory", clock.statutory),
            ("conservative", "cli-deadline-conservative", clock.conservative),
        ] {
            // A clock of hours has one date; which of the three it is says nothing.
            let words = if clock.unit == Unit::Hour { String::new() } else { self.say(key) };
            writeln!(out, "  {name:<13} {date}  {}  {words}", say_date(self.locale, date))?;
        }
        if clock.unit == Unit::Hour {
            let due = TimeZone::fixed(jiff::tz::offset(8)).to_datetime(clock.due_at);
            writeln!(out, "  {:<13} {due}", "due_at")?;
        }
        writeln!(out, "  {:<13} {}", "provisional", clock.provisional)?;
        let version = if clock.calendar_version.is_empty() { "-" } else { &*clock.calendar_version };
        writeln!(out, "  {:<13} {version}", "calendar")?;
        if clock.provisional {
            writeln!(out, "\n{}", self.say("cli-deadline-provisional"))?;
        }
        writeln!(out, "\n{}", self.say("cli-deadline-how"))?;
        for (index, step) in derivation.steps.iter().enumerate() {
            let sources = sources(step.rule, &step.article, self.locale);
            writeln!(out, "  {}. {}{sources}", index + 1, step.message.say(self.locale))?;
        }
        Ok(())
    }

    fn heading(&self, def: &ClockDef, derivation: &Derivation) -> String {
        let named = def.basis_message().map(|_| def.name_message().say(self.locale));
        let basis = derivation.basis.as_ref().map(|basis| basis.say(self.locale));
        [named, Some(def.id.to_string()), basis].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn list(&self, out: &mut impl Write) -> Result<()> {
        writeln!(out, "{}", self.say("cli-deadline-list"))?;
        let set = self.rules.for_case(&self.division, self.registered_on.unwrap_or(Date::MAX));
        for def in set.iter() {
            let length = def.length.map_or_else(|| "-".to_owned(), |length| length.to_string());
            let unit = def.unit.name();
            let words = self.heading(def, &start_of_nothing(def, &self.calendar)?);
            writeln!(out, "  {:<30} {length:>4} {unit:<13} {words}", def.id.as_str())?;
        }
        Ok(())
    }
}

/// A derivation only for its basis, when clocks are listed.
fn start_of_nothing(def: &ClockDef, calendar: &WorkCalendar) -> Result<Derivation> {
    let length = def.length.is_none().then_some(1);
    let clock = start(def, Timestamp::UNIX_EPOCH, calendar, length).map_err(|refusal| anyhow!("{refusal}"))?;
    Ok(clock.derivation(def, calendar))
}

/// The question has no case behind it, so the clock has no id of its own.
fn start(def: &ClockDef, at: Timestamp, calendar: &WorkCalendar, length: Option<u32>) -> Result<Clock, Refusal> {
    Clock::start(def, ClockId(uuid::Uuid::nil()), at, calendar, length)
}

fn read_calendar(paths: &[PathBuf], locale: Locale) -> Result<WorkCalendar> {
    let mut calendar = WorkCalendar::china();
    for path in paths {
        let shown = path.display();
        let text = std::fs::read_to_string(path).with_context(|| format!("--calendar {shown}"))?;
        let year = CalendarYear::parse(&text).map_err(|errors| {
            let lines = errors.iter().map(|e| format!("{shown}:{}: {}", e.line, explain(&e.refusal, locale)));
            anyhow!(lines.collect::<Vec<_>>().join("\n"))
        })?;
        calendar = calendar.with_year(year);
    }
    Ok(calendar)
}

fn read_rules(path: Option<&PathBuf>, locale: Locale) -> Result<ClockRules> {
    let Some(path) = path else {
        return Ok(ClockRules::national().clone());
    };
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("--rules {shown}"))?;
    ClockRules::national().with(&text).map_err(|errors| {
        let lines = errors.iter().map(|refusal| format!("{shown}: {}", explain(refusal, locale)));
        anyhow!(lines.collect::<Vec<_>>().join("\n"))
    })
}

fn read_unit(text: &str) -> Result<Unit, Refusal> {
    Unit::parse(text).ok_or_else(|| Refusal::invalid("unit", "deadline-unit").with("value", clip(text)))
}

/// A day, or a moment (Beijing time unless it brings its own offset). A clock of hours needs the moment (T-01).
fn read_start(text: &str, unit: Option<Unit>) -> Result<(Timestamp, Date), Refusal> {
    let wrong = |code: &str| {
        let mut refusal = Refusal::invalid("start", code).with("value", clip(text));
        "T-01".clone_into(&mut refusal.rule);
        refusal
    };
    let beijing = TimeZone::fixed(jiff::tz::offset(8));
    // A date alone would also be read as a moment at midnight, so it is tried first.
    if let Some(day) = read_day(text) {
        return if unit == Some(Unit::Hour) {
            Err(wrong("deadline-start-hour"))
        } else {
            Ok((beijing_midnight(day), day))
        };
    }
    let moment = text.parse::<Timestamp>().ok().or_else(|| {
        let local: jiff::civil::DateTime = text.parse().ok()?;
        beijing.to_timestamp(local).ok()
    });
    moment.map(|at| (at, beijing_date(at))).ok_or_else(|| wrong("deadline-start"))
}

/// A plain date and nothing more.
fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

fn read_pause(text: &str) -> Result<(PauseReason, (Date, Date)), Refusal> {
    let wrong = || Refusal::invalid("pause", "deadline-pause").with("value", clip(text));
    let (reason, days) = text.split_once(':').unwrap_or(("HEARING", text));
    let reason = PauseReason::parse(reason).ok_or_else(wrong)?;
    let (from, to) = days.split_once("..").ok_or_else(wrong)?;
    let (from, to) = (read_day(from).ok_or_else(wrong)?, read_day(to).ok_or_else(wrong)?);
    Ok((reason, (from, to)))
}

fn clip(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The sentence, then the field and the rule that speaks.
fn explain(refusal: &Refusal, locale: Locale) -> anyhow::Error {
    let field = match refusal.field.as_str() {
        "" => String::new(),
        // The form says days, the command line --extend.
        "days" => "--extend: ".into(),
        field => format!("--{field}: "),
    };
    let sources = sources(&refusal.rule, &refusal.article, locale);
    anyhow!("{field}{}{sources}", refusal.message().say(locale))
}

/// ` [T-03 《民法典》第 203 条]`; nothing when neither rule nor article is known.
fn sources(rule: &str, article: &str, locale: Locale) -> String {
    let key = format!("basis-{article}");
    let basis = if kernel::i18n::knows(Locale::Zh, &key) { Message::new(key).say(locale) } else { String::new() };
    let both: Vec<_> = [rule, basis.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    if both.is_empty() { String::new() } else { format!("  [{}]", both.join(" ")) }
}

#[cfg(test)]
mod tests;
