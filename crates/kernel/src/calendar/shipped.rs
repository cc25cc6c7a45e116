//! The shipped arrangements, the statutory days of years without one, and the labels of versions.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use jiff::civil::Date;
use serde::Deserialize;

use super::{CalendarYear, Holiday, RegionalDays, WorkCalendar, from_day_number, parse::YearFile};
use crate::calendar::day_number;

/// Facts of the State Council's notices, compared day by day with three independent libraries; 2015, 2019 and 2020 hold
/// the finally valid dates after a second notice.
const DATA: &str = include_str!("../../data/calendar-cn.json");

/// The first and last year that the bits of a calendar cover.
pub(super) const CENTURY: std::ops::RangeInclusive<i16> = 2000..=2099;

#[derive(Deserialize)]
struct DataFile {
    years: Vec<YearFile>,
    festivals: Vec<Festivals>,
}

/// The days of the farmers' calendar and the solar term of one year (GB/T 33661-2017).
#[derive(Deserialize)]
struct Festivals {
    year: i16,
    new_year: Date,
    qingming: Date,
    dragon_boat: Date,
    mid_autumn: Date,
}

#[expect(clippy::expect_used, reason = "the file is compiled in; a test reads it, so it cannot fail at a customer's")]
static FILE: LazyLock<DataFile> = LazyLock::new(|| serde_json::from_str(DATA).expect("the shipped calendar is valid"));

/// The calendar of the shipped file.
pub(super) static CHINA: LazyLock<WorkCalendar> =
    LazyLock::new(|| WorkCalendar::new(FILE.years.iter().filter_map(|file| file.clone().read().ok()), []));

/// The year from which the thirteen days of the revised 放假办法 (2024-11-10) hold.
const THIRTEEN_DAYS_FROM: i16 = 2025;

/// Days of every year with a fixed date: New Year, two of Labour Day, three of National Day (放假办法 art. 2).
const FIXED: [(i8, i8, Holiday); 6] = [
    (1, 1, Holiday::NewYear),
    (5, 1, Holiday::LabourDay),
    (5, 2, Holiday::LabourDay),
    (10, 1, Holiday::NationalDay),
    (10, 2, Holiday::NationalDay),
    (10, 3, Holiday::NationalDay),
];

/// The statutory days of `year` that can be known without an arrangement: the fixed ones, and those of the farmers'
/// calendar where the shipped table has the year.
pub(super) fn statutory_of(year: i16) -> Vec<(Date, Holiday)> {
    let fixed = FIXED
        .iter()
        // 2 May became a holiday with the revision.
        .filter(|(month, day, _)| year >= THIRTEEN_DAYS_FROM || (*month, *day) != (5, 2))
        .filter_map(|(month, day, holiday)| Some((Date::new(year, *month, *day).ok()?, *holiday)));
    fixed.chain(moving(year)).collect()
}

/// Spring Festival from the eve to the third day, Qingming, Dragon Boat, Mid-Autumn.
fn moving(year: i16) -> Vec<(Date, Holiday)> {
    let Some(known) = FILE.festivals.iter().find(|festivals| festivals.year == year) else {
        return vec![];
    };
    let first = day_number(known.new_year);
    (first - 1..=first + 2)
        .map(|day| (from_day_number(day), Holiday::SpringFestival))
        .chain([
            (known.qingming, Holiday::Qingming),
            (known.dragon_boat, Holiday::DragonBoat),
            (known.mid_autumn, Holiday::MidAutumn),
        ])
        .collect()
}

/// Every statutory day of the century that can be known.
pub(super) fn statutory_days() -> impl Iterator<Item = Date> {
    CENTURY.flat_map(statutory_of).map(|(date, _)| date)
}

/// The statutory holiday on `date`, if it is known to be one.
pub(super) fn statutory_holiday(date: Date) -> Option<Holiday> {
    let (_, holiday) = statutory_of(date.year()).into_iter().find(|(day, _)| *day == date)?;
    Some(holiday)
}

/// The label of every year and of every two neighbours, made once so that a deadline only shares them.
#[derive(Debug)]
pub(super) struct Labels {
    published: Vec<bool>,
    single: Vec<Arc<str>>,
    pair: Vec<Arc<str>>,
    suffix: String,
}

fn index(year: i16) -> Option<usize> {
    CENTURY.contains(&year).then(|| usize::try_from(year - CENTURY.start()).ok()).flatten()
}

impl Labels {
    pub(super) fn build(years: &BTreeMap<i16, Arc<CalendarYear>>, regional: &[Arc<RegionalDays>]) -> Self {
        let suffix: String =
            regional.iter().flat_map(|layer| ["+", layer.division().as_str(), "@", layer.version()]).collect();
        let name = |year: i16| years.get(&year).map_or_else(|| format!("{year}-0"), |known| known.version().to_owned());
        Self {
            published: CENTURY.map(|year| years.contains_key(&year)).collect(),
            single: CENTURY.map(|year| (name(year) + &suffix).into()).collect(),
            pair: CENTURY.map(|year| format!("{}+{}{suffix}", name(year), name(year + 1)).into()).collect(),
            suffix,
        }
    }

    pub(super) fn is_published(&self, year: i16) -> bool {
        index(year).and_then(|at| self.published.get(at)).copied().unwrap_or(false)
    }

    pub(super) fn version(&self, first: i16, last: i16) -> Arc<str> {
        let made = match (index(first), i32::from(last) - i32::from(first)) {
            (Some(at), 0) => self.single.get(at),
            (Some(at), 1) => self.pair.get(at),
            _ => None,
        };
        made.cloned().unwrap_or_else(|| {
            // Spans over more than two years are rare: name the first and the last.
            let strip = |year| self.bare(year);
            format!("{}..{}{}", strip(first), strip(last), self.suffix).into()
        })
    }

    fn bare(&self, year: i16) -> String {
        let full = index(year).and_then(|at| self.single.get(at)).map(AsRef::as_ref);
        full.and_then(|label: &str| label.strip_suffix(self.suffix.as_str()))
            .map_or_else(|| format!("{year}-0"), str::to_owned)
    }
}
