//! When somebody is there: a week, exceptions, holidays by the work calendar. "现在开着吗" is computed, never ticked.

use jiff::{
    Timestamp, Unit,
    civil::{Date, Time},
    tz::TimeZone,
};
use kernel::{
    Refusal,
    calendar::{DayKind, WorkCalendar},
};
use serde::{Deserialize, Serialize};

/// From one minute of the day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Minutes after midnight, Beijing time.
    pub from: u16,
    /// Minutes after midnight, later than `from`, at most 1440.
    pub to: u16,
}

/// One day that is not like its weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayException {
    /// Which.
    pub day: Date,
    /// When it is open; empty: closed.
    pub open: Vec<Span>,
}

/// The opening hours of a station.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OpeningHours {
    /// Monday first; an empty day is closed.
    pub weekly: [Vec<Span>; 7],
    /// Days that differ, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<DayException>,
    /// Whether it keeps its hours on public holidays.
    #[serde(default)]
    pub on_holidays: bool,
}

/// Whether somebody is there at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// Open until this minute of today.
    Open {
        /// Minutes after midnight.
        until: u16,
    },
    /// Closed; when it opens next, if it does within a month.
    Closed {
        /// The day and the minute.
        next: Option<(Date, u16)>,
    },
}

const DAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
/// A public holiday is never this long.
const LOOK_AHEAD: i32 = 31;

impl OpeningHours {
    /// Reads hours as people write them: `周一至周五 8:30–12:00，14:30–17:30；周六 9:00–12:00`, `每天 8:00-20:00`,
    /// `工作日 9:00-17:00`, and single days by date: `2026-10-01 休息`, `2026-10-08 9:00-12:00`; `节假日照常` keeps the hours on
    /// holidays.
    ///
    /// # Errors
    /// `opening-hours` on `field`, naming the part that cannot be read.
    pub fn parse(field: &str, text: &str) -> Result<Self, Refusal> {
        let mut hours = Self::default();
        for part in text.split(['；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let read = hours.take(part);
            read.ok_or_else(|| Refusal::invalid(field, "opening-hours").with("part", part))?;
        }
        hours.exceptions.sort_by_key(|exception| exception.day);
        Ok(hours)
    }

    fn take(&mut self, part: &str) -> Option<()> {
        if part == "节假日照常" {
            self.on_holidays = true;
            return Some(());
        }
        let (days, spans) = split(part);
        if let Ok(day) = days.parse::<Date>() {
            let open = if spans == "休息" { vec![] } else { read_spans(spans)? };
            self.exceptions.retain(|known| known.day != day);
            self.exceptions.push(DayException { day, open });
            return Some(());
        }
        let (days, spans) = (read_days(days)?, read_spans(spans)?);
        for day in days {
            self.weekly[day].clone_from(&spans);
        }
        Some(())
    }

    /// When it is open on `day`: an exception first, then the calendar, then the weekday.
    #[must_use]
    pub fn on(&self, day: Date, calendar: &WorkCalendar) -> &[Span] {
        if let Some(exception) = self.exceptions.iter().find(|exception| exception.day == day) {
            return &exception.open;
        }
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        match calendar.day_kind(day) {
            DayKind::Holiday(_) | DayKind::Regional if !self.on_holidays => &[],
            // A weekend on which people make up for a holiday is an ordinary working day.
            DayKind::MakeUpWorkday(_) if self.weekly[weekday].is_empty() => {
                self.weekly[..5].iter().find(|open| !open.is_empty()).map_or(&[], Vec::as_slice)
            }
            _ => &self.weekly[weekday],
        }
    }

    /// Whether somebody is there at `at`.
    #[must_use]
    pub fn at(&self, at: Timestamp, calendar: &WorkCalendar) -> Now {
        let local = TimeZone::fixed(jiff::tz::offset(8)).to_datetime(at);
        let (today, minute) = (local.date(), minute_of(local.time()));
        let open = self.on(today, calendar).iter().find(|span| (span.from..span.to).contains(&minute));
        if let Some(span) = open {
            return Now::Open { until: span.to };
        }
        let mut days = (0..LOOK_AHEAD).filter_map(|ahead| today.checked_add(jiff::Span::new().days(ahead)).ok());
        let next = days.find_map(|day| {
            let later = self.on(day, calendar).iter().filter(|span| day > today || span.from > minute);
            later.map(|span| span.from).min().map(|from| (day, from))
        });
        Now::Closed { next }
    }

    /// Whether it is never open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weekly.iter().all(Vec::is_empty) && self.exceptions.iter().all(|exception| exception.open.is_empty())
    }

    /// As people write it, days with the same hours together; [`OpeningHours::parse`] reads it back.
    #[must_use]
    pub fn words(&self) -> String {
        let mut parts: Vec<String> = vec![];
        let mut day = 0;
        while day < 7 {
            let same = (day..7).take_while(|next| self.weekly[*next] == self.weekly[day]).count();
            if !self.weekly[day].is_empty() {
                let last = day + same - 1;
                let days = match same {
                    7 => "每天".to_owned(),
                    1 => DAYS[day].to_owned(),
                    2 => format!("{}、{}", DAYS[day], DAYS[last]),
                    _ => format!("{}至{}", DAYS[day], DAYS[last]),
                };
                parts.push(format!("{days} {}", say_spans(&self.weekly[day])));
            }
            day += same;
        }
        for exception in &self.exceptions {
            let open = if exception.open.is_empty() { "休息".to_owned() } else { say_spans(&exception.open) };
            parts.push(format!("{} {open}", exception.day));
        }
        if self.on_holidays {
            parts.push("节假日照常".into());
        }
        parts.join("；")
    }
}

/// `8:30`.
#[must_use]
pub fn clock(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

fn minute_of(time: Time) -> u16 {
    let minutes = time.since(Time::midnight()).ok().and_then(|since| since.total(Unit::Minute).ok()).unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1439")]
    let minute = minutes as u16;
    minute
}

/// Days before the first digit that begins a time, spans after it; a date is days.
fn split(part: &str) -> (&str, &str) {
    let part = part.trim();
    match part.split_once(char::is_whitespace) {
        Some((days, spans)) => (days.trim(), spans.trim()),
        None => part.find(|c: char| c.is_ascii_digit()).map_or((part, ""), |at| part.split_at(at)),
    }
}

fn read_days(text: &str) -> Option<Vec<usize>> {
    match text {
        "每天" | "周一至周日" => return Some((0..7).collect()),
        "工作日" => return Some((0..5).collect()),
        _ => {}
    }
    let day = |text: &str| {
        let text = text.trim().replace("星期", "周").replace("周天", "周日");
        DAYS.iter().position(|name| *name == text || name.trim_start_matches('周') == text)
    };
    let mut days = vec![];
    for part in text.split(['、', '，', ',']) {
        match part.split_once(['至', '到', '-', '–', '—', '~']) {
            Some((first, last)) => {
                let (first, last) = (day(first)?, day(last)?);
                days.extend((first <= last).then_some(first..=last)?);
            }
            None => days.push(day(part)?),
        }
    }
    Some(days)
}

fn read_spans(text: &str) -> Option<Vec<Span>> {
    let mut spans: Vec<Span> = vec![];
    for part in text.split(['，', ',', '、', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(['-', '–', '—', '~', '至', '到'])?;
        let span = Span { from: read_clock(from)?, to: read_clock(to)? };
        // In order and apart, so that "open until" is never a lie.
        let fits = span.from < span.to && spans.last().is_none_or(|before| before.to <= span.from);
        spans.push(fits.then_some(span)?);
    }
    (!spans.is_empty()).then_some(spans)
}

fn read_clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once([':', '：', '时'])?;
    let (hour, minute): (u16, u16) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    let at = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && at <= 24 * 60).then_some(at)
}

fn say_spans(spans: &[Span]) -> String {
    let one = |span: &Span| format!("{}–{}", clock(span.from), clock(span.to));
    spans.iter().map(one).collect::<Vec<_>>().join("，")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn hours(text: &str) -> OpeningHours {
        OpeningHours::parse("hours", text).unwrap()
    }

    fn now(hours: &OpeningHours, at: &str) -> Now {
        hours.at(format!("{at}+08:00").parse().unwrap(), &WorkCalendar::china())
    }

    #[test]
    fn hours_are_read_as_people_write_them_and_said_again() {
        for (text, said) in [
            ("周一至周五 8:30–12:00，14:30–17:30", "周一至周五 8:30–12:00，14:30–17:30"),
            ("星期一到星期五 9:00-17:30; 周六 9:00-12:00", "周一至周五 9:00–17:30；周六 9:00–12:00"),
            ("每天8：00-20：00", "每天 8:00–20:00"),
            ("工作日 9:00-17:00；2026-10-01 休息；节假日照常", "周一至周五 9:00–17:00；2026-10-01 休息；节假日照常"),
            ("周二、周四 9:00-11:00", "周二 9:00–11:00；周四 9:00–11:00"),
        ] {
            assert_eq!(hours(text).words(), said);
            assert_eq!(hours(said), hours(text), "{said}");
        }
        for wrong in
            ["上班时间", "周一 17:00-9:00", "周八 9:00-10:00", "周一 9:00-25:00", "周一 9:00-12:00，11:00-13:00"]
        {
            assert_eq!(OpeningHours::parse("hours", wrong).unwrap_err().code, "opening-hours", "{wrong}");
        }
    }

    #[test]
    fn open_now_knows_lunch_weekends_and_the_calendar() {
        let hours = hours("周一至周五 8:30–12:00，14:30–17:30；2026-11-24 休息");
        assert_eq!(now(&hours, "2026-11-23T09:00"), Now::Open { until: 720 });
        let monday = date(2026, 11, 23);
        assert_eq!(now(&hours, "2026-11-23T12:00"), Now::Closed { next: Some((monday, 870)) }, "lunch");
        assert_eq!(now(&hours, "2026-11-22T09:00"), Now::Closed { next: Some((monday, 510)) }, "Sunday");
        let exception = Now::Closed { next: Some((date(2026, 11, 25), 510)) };
        assert_eq!(now(&hours, "2026-11-23T18:00"), exception, "the day after is an exception");
        // 2026-10-01 is a holiday until the 7th, and 2026-10-10 (Saturday) makes up for it.
        assert_eq!(now(&hours, "2026-10-01T09:00"), Now::Closed { next: Some((date(2026, 10, 8), 510)) });
        assert_eq!(now(&hours, "2026-10-10T09:00"), Now::Open { until: 720 }, "a Saturday on which people work");
        let always = OpeningHours { on_holidays: true, ..hours };
        assert_eq!(now(&always, "2026-10-01T09:00"), Now::Open { until: 720 });
        assert_eq!(now(&OpeningHours::default(), "2026-11-23T09:00"), Now::Closed { next: None });
    }
}
