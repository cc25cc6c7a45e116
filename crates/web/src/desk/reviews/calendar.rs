//! A hearing to come as an entry of any calendar (RFC 5545). It leaves the house, so it names the number of the review and the place, and
//! nothing of the matter or of anybody.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::review::HearingCall;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{CaseId, Refusal};
use services::{Error, review};

use crate::{desk::Desk, i18n::Say, problem::Problem};

/// Day, hours, place and who, in a sentence.
pub(super) fn said(t: Say, call: &HearingCall) -> String {
    let said = t.say("reviews-hearing-said").with("day", t.full_date(call.on)).with("hours", &call.hours);
    said.with("place", &call.place).with("persons", &call.persons).text()
}

/// Where the entry is.
pub(super) fn href(id: CaseId) -> String {
    format!("/desk/reviews/{id}/hearing.ics")
}

/// `GET /desk/reviews/{id}/hearing.ics`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let now = desk.visit.state.clock.now();
    let view = desk.write(move |tx, kit, ctx, subject| review::open(tx, kit, ctx, subject, case)).await?;
    let Some(call) = &view.state.called else { return Err(Problem::NotFound) };
    let title = desk.t().say("reviews-hearing-entry").with("number", &view.state.number).text();
    let unreadable = || Error::from(Refusal::invalid("hours", "reception-hours"));
    let text = entry(case, call, &title, now).ok_or_else(unreadable)?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"hearing.ics\""),
    ];
    Ok((headers, text).into_response())
}

/// The entry; `None` when the hours cannot be read.
fn entry(id: CaseId, call: &HearingCall, title: &str, now: Timestamp) -> Option<String> {
    let (from, until) = call.hours.as_str().split_once('–')?;
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Lianxin//Hearings//ZH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        // One hearing, one entry: a hearing that is moved takes the place of the one before.
        format!("UID:{id}@lianxin"),
        format!("DTSTAMP:{}", utc(now)),
        format!("SEQUENCE:{}", call.at.as_second()),
        format!("DTSTART:{}", utc(moment(call.on, from)?)),
        format!("DTEND:{}", utc(moment(call.on, until)?)),
        format!("SUMMARY:{}", escaped(title)),
        format!("LOCATION:{}", escaped(call.place.as_str())),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// A time of day in Beijing.
fn moment(on: Date, time: &str) -> Option<Timestamp> {
    let (hour, minute) = time.split_once(':')?;
    let local = on.at(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0);
    TimeZone::fixed(jiff::tz::offset(8)).to_timestamp(local).ok()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace('\n', "\\n")
}

/// RFC 5545, 3.1: no line is longer than 75 bytes; a longer one goes on in the next after a space, never within a sign.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for sign in line.chars() {
        if length + sign.len_utf8() > 75 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(sign);
        length += sign.len_utf8();
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Text;

    use super::*;

    fn call(hours: &str) -> HearingCall {
        HearingCall {
            on: date(2026, 5, 11),
            hours: Text::parse("hours", hours).unwrap(),
            place: Text::parse("place", "百灵庙镇艾不盖路 0 号；三楼, 听证室").unwrap(),
            persons: Text::parse("persons", "主持人、听证员三人、双方").unwrap(),
            at: "2026-05-01T01:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn an_entry_says_when_and_where_and_nothing_of_the_matter() {
        let id: CaseId = uuid::Uuid::from_u128(7).into();
        let now: Timestamp = "2026-05-02T01:00:00Z".parse().unwrap();
        let text = entry(id, &call("9:00–11:30"), "听证 150223-20260501-000003-5", now).unwrap();
        assert!(text.contains("DTSTART:20260511T010000Z\r\n") && text.contains("DTEND:20260511T033000Z\r\n"), "{text}");
        assert!(text.contains("\\, 听证室") && !text.contains("主持人"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(entry(id, &call("上午"), "听证", now), None);
    }

    #[test]
    fn a_long_line_goes_on_and_reads_as_one() {
        let line = format!("SUMMARY:{}", "听证".repeat(40));
        let text = folded(&line);
        assert!(text.lines().all(|line| line.len() <= 75));
        assert_eq!(text.replace("\r\n ", "").trim_end(), line);
    }
}
