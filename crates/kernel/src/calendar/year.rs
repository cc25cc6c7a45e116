//! A published year of the calendar, and days off that a local government sets.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::DivisionCode;

/// Which holiday a day belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Holiday {
    /// 元旦
    NewYear,
    /// 春节
    SpringFestival,
    /// 清明节
    Qingming,
    /// 劳动节
    LabourDay,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
    /// 国庆节
    NationalDay,
    /// Another, once proclaimed.
    Other,
}

impl Holiday {
    /// The message key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::SpringFestival => "holiday-spring-festival",
            Self::Qingming => "holiday-qingming",
            Self::LabourDay => "holiday-labour-day",
            Self::DragonBoat => "holiday-dragon-boat",
            Self::MidAutumn => "holiday-mid-autumn",
            Self::NationalDay => "holiday-national-day",
            Self::Other => "holiday-other",
        }
    }

    /// Reads a name as administrators write it: the stable name or the Chinese one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name.trim().trim_end_matches('节') {
            "NEW_YEAR" | "元旦" => Self::NewYear,
            "SPRING_FESTIVAL" | "春" => Self::SpringFestival,
            "QINGMING" | "清明" => Self::Qingming,
            "LABOUR_DAY" | "劳动" => Self::LabourDay,
            "DRAGON_BOAT" | "端午" => Self::DragonBoat,
            "MID_AUTUMN" | "中秋" => Self::MidAutumn,
            "NATIONAL_DAY" | "国庆" => Self::NationalDay,
            "OTHER" | "其他" | "" => Self::Other,
            _ => return None,
        })
    }
}

/// Whether a marked day is off or worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DayMark {
    /// A day off.
    Off,
    /// A weekend day that is worked.
    Work,
}

/// One day of a published arrangement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// The day.
    pub date: Date,
    /// Off or worked.
    pub mark: DayMark,
    /// For which holiday.
    pub holiday: Holiday,
}

/// The published arrangement of one year: its version, where it was published, and its marked days in order.
///
/// It may mark a few days of the year before (31 December) or after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalendarYear {
    year: i16,
    version: String,
    source: String,
    days: Vec<CalendarDay>,
}

impl CalendarYear {
    /// From checked parts; see [`CalendarYear::parse`] for what an administrator hands in.
    pub(super) fn from_parts(year: i16, version: String, source: String, mut days: Vec<CalendarDay>) -> Self {
        days.sort_by_key(|day| day.date);
        Self { year, version, source, days }
    }

    /// Which year it arranges.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.year
    }

    /// Its version, e.g. `2026-1`; a changed arrangement is `2026-2`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Where it was published.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The marked days, in order.
    #[must_use]
    pub fn days(&self) -> &[CalendarDay] {
        &self.days
    }

    /// What it says about `date`, if anything.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&CalendarDay> {
        let index = self.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.days.get(index)
    }
}

/// Days off that the government of a division set for the peoples of its area (放假办法 art. 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionalDays {
    division: DivisionCode,
    version: String,
    source: String,
    dates: Vec<Date>,
}

impl RegionalDays {
    /// The days off of `division`, with the version and the document that sets them.
    #[must_use]
    pub fn new(division: DivisionCode, version: &str, source: &str, dates: impl IntoIterator<Item = Date>) -> Self {
        let mut dates: Vec<_> = dates.into_iter().collect();
        dates.sort_unstable();
        dates.dedup();
        Self { division, version: version.into(), source: source.into(), dates }
    }

    /// Where these days hold.
    #[must_use]
    pub fn division(&self) -> &DivisionCode {
        &self.division
    }

    /// The version of the list.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The document that sets them.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The days, in order.
    pub fn dates(&self) -> impl Iterator<Item = Date> {
        self.dates.iter().copied()
    }

    /// Whether `date` is one of them.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.dates.binary_search(&date).is_ok()
    }
}
