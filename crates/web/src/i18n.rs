//! Saying things in the reader's language: [`Say`] is the `t` of every template.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{Locale, Message, Refusal};

use crate::{assets, ui::Icon, words::Words};

/// The reader's language. Copied into every view model that says something by itself; templates call it `t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Say {
    /// The language.
    pub locale: Locale,
    /// The words of the place.
    pub words: Words,
    /// The year of the reader's today: a day of another year is said with its own. `None` where nobody reads now.
    pub year: Option<i16>,
}

impl Say {
    /// Says things in `locale`.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        Self { locale, words: Words::default(), year: None }
    }

    /// The same for somebody who reads it at `now`.
    #[must_use]
    pub fn read_at(self, now: Timestamp) -> Self {
        Self { year: Some(kernel::beijing_date(now).year()), ..self }
    }

    /// `message` with the reader's year.
    pub(crate) fn read(self, message: &Message) -> Message {
        match self.year {
            Some(year) => message.clone().read_in(year),
            None => message.clone(),
        }
    }

    /// The same with the words of a place.
    #[must_use]
    pub fn with_words(self, words: Words) -> Self {
        Self { words, ..self }
    }

    /// The message `key`; add facts by [`Said::with`]. `{{ t.say("portal-home-title") }}`.
    #[must_use]
    pub fn say(self, key: &str) -> Said {
        Said { t: self, message: Message::new(key) }
    }

    /// A message that another room made.
    #[must_use]
    pub fn message(self, message: &Message) -> Said {
        Said { t: self, message: message.clone() }
    }

    /// The four-part sentence of a refusal.
    #[must_use]
    pub fn refusal(self, refusal: &Refusal) -> String {
        crate::view::spoken(self.locale, &self.read(&refusal.message()))
    }

    /// An outline icon; always stands beside a word.
    #[must_use]
    pub fn icon(self, name: &'static str) -> Icon {
        Icon::outline(name)
    }

    /// A filled icon, for states.
    #[must_use]
    pub fn filled(self, name: &'static str) -> Icon {
        Icon::filled(name)
    }

    /// The address of a built asset.
    #[must_use]
    pub fn asset(self, name: &str) -> String {
        assets::url(name)
    }

    /// The BCP 47 tag for `lang=`.
    #[must_use]
    pub fn lang(self) -> &'static str {
        self.locale.tag()
    }

    /// A day with its weekday: `11月30日（周一）`, `Mon 30 Nov`; with its year where that is not the reader's.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        if self.year.is_some_and(|year| year != date.year()) {
            return self.full_date(date);
        }
        self.day_of_year(date)
    }

    fn day_of_year(self, date: Date) -> String {
        match self.locale {
            Locale::Zh | Locale::Mn | Locale::MnDraft => {
                format!("{}月{}日（{}）", date.month(), date.day(), self.weekday(date))
            }
            Locale::En => format!("{}\u{a0}{}\u{a0}{}", self.weekday(date), date.day(), month_name(date)),
        }
    }

    /// A day without its weekday, where there is little room: `11月30日`, `30 Nov`.
    #[must_use]
    pub fn short_date(self, date: Date) -> String {
        match self.locale {
            Locale::Zh | Locale::Mn | Locale::MnDraft => format!("{}月{}日", date.month(), date.day()),
            Locale::En => format!("{}\u{a0}{}", date.day(), month_name(date)),
        }
    }

    /// A day with year and weekday: `2026年11月30日（周一）`, `Mon 30 Nov 2026`.
    #[must_use]
    pub fn full_date(self, date: Date) -> String {
        match self.locale {
            Locale::Zh | Locale::Mn | Locale::MnDraft => format!("{}年{}", date.year(), self.day_of_year(date)),
            Locale::En => format!("{}\u{a0}{}", self.day_of_year(date), date.year()),
        }
    }

    /// A moment in Beijing time: `11月30日（周一）16:40`.
    #[must_use]
    pub fn moment(self, at: Timestamp) -> String {
        let local = TimeZone::fixed(jiff::tz::offset(8)).to_datetime(at);
        let gap = match self.locale {
            Locale::Zh | Locale::Mn | Locale::MnDraft => "",
            Locale::En => "\u{a0}",
        };
        format!("{}{gap}{:02}:{:02}", self.date(local.date()), local.hour(), local.minute())
    }

    /// The time of day in Beijing: `20:14`.
    #[must_use]
    pub fn time(self, at: Timestamp) -> String {
        let local = TimeZone::fixed(jiff::tz::offset(8)).to_datetime(at);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// `周一`, `Mon`.
    #[must_use]
    pub fn weekday(self, date: Date) -> &'static str {
        let index = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
        let names = match self.locale {
            Locale::Zh | Locale::Mn | Locale::MnDraft => ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
            Locale::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        };
        names[index % 7]
    }
}

fn month_name(date: Date) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[usize::from((date.month() - 1).unsigned_abs()) % 12]
}

/// A message on its way to the page: prints as text (escaped by the template), or by [`Said::rich`] with its `**strong**` words.
#[derive(Debug, Clone)]
pub struct Said {
    pub(crate) t: Say,
    pub(crate) message: Message,
}

impl Said {
    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// As text.
    #[must_use]
    pub fn text(&self) -> String {
        let instead = self.t.words.instead(self.t.locale, &self.message);
        instead.unwrap_or_else(|| crate::view::spoken(self.t.locale, &self.t.read(&self.message)))
    }

    /// As HTML: `**words**` are strong, dates do not break; facts are escaped and never read as marks.
    #[must_use]
    pub fn rich(&self) -> crate::ui::Line {
        crate::ui::Line::said(self)
    }
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<Said> for String {
    fn from(said: Said) -> Self {
        said.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_with_their_weekday() {
        let day: Date = "2026-11-30".parse().unwrap();
        assert_eq!(Say::new(Locale::Zh).full_date(day), "2026年11月30日（周一）");
        assert_eq!(Say::new(Locale::En).date(day), "Mon\u{a0}30\u{a0}Nov");
        let read = |now: &str| Say::new(Locale::Zh).read_at(now.parse().unwrap()).date(day);
        assert_eq!(read("2026-01-01T00:00:00Z"), "11月30日（周一）");
        assert_eq!(read("2025-12-31T12:00:00Z"), "2026年11月30日（周一）", "another year is said");
    }

    #[test]
    fn moments_are_beijings() {
        let at: Timestamp = "2026-11-21T16:30:00Z".parse().unwrap();
        assert_eq!(Say::default().moment(at), "11月22日（周日）00:30");
    }
}
