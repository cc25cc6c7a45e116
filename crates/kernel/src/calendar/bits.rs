//! A bit per day of the years 2000 to 2099, and how many working days precede each word.

use std::{collections::BTreeMap, sync::Arc};

use super::{CalendarYear, DayMark, RegionalDays, day_number, shipped, weekday_number};

/// 1 January 2000 up to, not including, 1 January 2100.
const DAYS: i32 = 36_525;
const WORDS: usize = DAYS as usize / 64 + 1;

/// Set bits are working days. Outside the century a day rests when it is a weekend; such days are provisional anyway.
pub(super) struct Bits {
    work: Box<[u64; WORDS]>,
    /// Working days before each word.
    rank: Box<[u32; WORDS]>,
}

impl std::fmt::Debug for Bits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bits").finish_non_exhaustive()
    }
}

fn place(day: i32) -> Option<(usize, u32)> {
    if !(0..DAYS).contains(&day) {
        return None;
    }
    let day = usize::try_from(day).ok()?;
    Some((day / 64, u32::try_from(day % 64).ok()?))
}

fn number(word: usize, bit: u32) -> i32 {
    i32::try_from(word * 64).unwrap_or(DAYS) + bit.cast_signed()
}

fn weekend(day: i32) -> bool {
    weekday_number(day) >= 5
}

impl Bits {
    pub(super) fn build(years: &BTreeMap<i16, Arc<CalendarYear>>, regional: &[Arc<RegionalDays>]) -> Self {
        let mut bits = Self { work: Box::new([0; WORDS]), rank: Box::new([0; WORDS]) };
        for day in 0..DAYS {
            bits.set(day, !weekend(day));
        }
        for date in shipped::statutory_days().filter(|date| !years.contains_key(&date.year())) {
            bits.set(day_number(date), false);
        }
        for mark in years.values().flat_map(|year| year.days()) {
            bits.set(day_number(mark.date), mark.mark == DayMark::Work);
        }
        for date in regional.iter().flat_map(|layer| layer.dates()) {
            bits.set(day_number(date), false);
        }
        bits.count();
        bits
    }

    fn set(&mut self, day: i32, work: bool) {
        if let Some((word, bit)) = place(day) {
            self.work[word] = self.work[word] & !(1 << bit) | u64::from(work) << bit;
        }
    }

    fn count(&mut self) {
        let mut before = 0;
        for (rank, word) in self.rank.iter_mut().zip(self.work.iter()) {
            *rank = before;
            before += word.count_ones();
        }
    }

    pub(super) fn is_rest(&self, day: i32) -> bool {
        place(day).map_or_else(|| weekend(day), |(word, bit)| self.work[word] >> bit & 1 == 0)
    }

    pub(super) fn work_on_or_after(&self, day: i32) -> i32 {
        if let Some((word, bit)) = place(day) {
            let rest = self.work[word] >> bit;
            if rest != 0 {
                return day + rest.trailing_zeros().cast_signed();
            }
        }
        // Across a word's edge: rest spans are short, so the loop is too.
        (day..=i32::MAX).find(|candidate| !self.is_rest(*candidate)).unwrap_or(day)
    }

    pub(super) fn work_on_or_before(&self, day: i32) -> i32 {
        (i32::MIN..=day).rev().find(|candidate| !self.is_rest(*candidate)).unwrap_or(day)
    }

    /// Working days from the epoch up to and including `day`, which lies in the century.
    fn rank_through(&self, word: usize, bit: u32) -> u32 {
        self.rank[word] + (self.work[word] << (63 - bit)).count_ones()
    }

    pub(super) fn count_work(&self, start: i32, end: i32) -> u32 {
        if end <= start {
            return 0;
        }
        match (place(start), place(end)) {
            (Some((a, i)), Some((b, j))) => self.rank_through(b, j) - self.rank_through(a, i),
            _ => (start + 1..=end).map(|day| u32::from(!self.is_rest(day))).sum(),
        }
    }

    pub(super) fn add_work(&self, start: i32, count: u32) -> i32 {
        if count == 0 {
            return start;
        }
        let inside = place(start).and_then(|(word, bit)| self.select(self.rank_through(word, bit).checked_add(count)?));
        inside.unwrap_or_else(|| self.add_work_slowly(start, count))
    }

    /// The day with the `nth` working day of the century, counted from 1.
    fn select(&self, nth: u32) -> Option<i32> {
        let word = self.rank.partition_point(|before| *before < nth) - 1;
        let mut bits = self.work[word];
        let within = nth - self.rank[word];
        if within > bits.count_ones() {
            return None;
        }
        for _ in 1..within {
            bits &= bits - 1;
        }
        Some(number(word, bits.trailing_zeros()))
    }

    /// Leaves the century: whole weeks at once, the rest day by day.
    fn add_work_slowly(&self, start: i32, count: u32) -> i32 {
        let latest = day_number(jiff::civil::Date::MAX);
        let mut day = start;
        let mut left = count;
        while left > 0 && day < latest {
            day += 1;
            left -= u32::from(!self.is_rest(day));
        }
        day
    }
}
