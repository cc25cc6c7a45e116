//! Dates as day numbers: days since 1 January 2000, so that spans are additions.

use jiff::civil::Date;

/// Days from 1 March 0000 to 1 January 2000 in the proleptic Gregorian calendar.
const EPOCH: i32 = 730_425;

/// The number of `date`: 0 for 1 January 2000.
#[must_use]
pub fn day_number(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    // Years begin in March, so that the leap day is the last one.
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH
}

/// The date of a day number; beyond the years that dates know, the first or the last one.
#[must_use]
pub fn from_day_number(number: i32) -> Date {
    if number < day_number(Date::MIN) {
        return Date::MIN;
    }
    let days = number.saturating_add(EPOCH);
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = (shifted + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    narrow(year, month, day).unwrap_or(Date::MAX)
}

fn narrow(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// 0 for Monday to 6 for Sunday.
#[must_use]
pub fn weekday_number(number: i32) -> i32 {
    // 1 January 2000 was a Saturday.
    (number + 5).rem_euclid(7)
}

/// `months` after `date`: the same day of the month, or the month's last day where there is no such day (民法典 art. 202).
#[must_use]
pub fn month_end(date: Date, months: u32) -> Date {
    let total = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + i64::from(months);
    let (Ok(year), Ok(month)) = (i16::try_from(total.div_euclid(12)), i8::try_from(total.rem_euclid(12) + 1)) else {
        return Date::MAX;
    };
    Date::new(year, month, 1)
        .map_or(Date::MAX, |first| Date::new(year, month, date.day().min(first.days_in_month())).unwrap_or(first))
}
