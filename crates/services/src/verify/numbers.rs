//! the numbers of a county and a day follow one another from 1, up to the last that was given.

use std::collections::BTreeMap;

use kernel::{CaseNumber, Fault};
use store::Tx;

use super::Finding;

/// County and day, as a number begins with them (`150223-20260917`).
type Day = String;

/// Looks through all numbers; how many there were.
pub(super) fn walk(tx: &mut Tx, tell: &mut dyn FnMut(Finding)) -> Result<u64, Fault> {
    let mut given = counters(tx)?;
    let (mut count, mut now): (u64, Option<(String, Day, i64)>) = (0, None);
    let mut wrong = vec![];
    // A party to a mediation has a number from the same row of numbers.
    let sql = "SELECT region, number FROM matter UNION ALL \
               SELECT region, number FROM mediation_seat WHERE number IS NOT NULL UNION ALL \
               SELECT region, number FROM matter_file WHERE removed_at IS NOT NULL ORDER BY region, number";
    tx.query_each(sql, &[], |row| {
        let (region, text): (String, String) = (row.get(0)?, row.get(1)?);
        count += 1;
        let Some((day, seq)) = parts(&text) else {
            wrong.push(Finding::new("number", &region, "is no case number"));
            return Ok(());
        };
        let expected = match &now {
            Some((at, known, last)) if *at == region && *known == day => last + 1,
            _ => 1,
        };
        if expected == 1
            && let Some((region, day, last)) = now.take()
        {
            ends(&mut given, &region, &day, last, &mut wrong);
        }
        if seq != expected {
            let detail = format!("{day}: {expected} is missing before {seq}");
            wrong
                .push(Finding { number: CaseNumber::parse(&text).ok(), ..Finding::new("number-gap", &region, detail) });
        }
        now = Some((region, day, seq));
        Ok(())
    })?;
    if let Some((region, day, last)) = now {
        ends(&mut given, &region, &day, last, &mut wrong);
    }
    for ((region, day), last) in given {
        wrong.push(Finding::new("number-gap", &region, format!("{day}: none of {last} is left")));
    }
    wrong.into_iter().for_each(tell);
    Ok(count)
}

/// A day's numbers end where its counter stands.
fn ends(given: &mut BTreeMap<(String, Day), i64>, region: &str, day: &str, last: i64, wrong: &mut Vec<Finding>) {
    let counted = given.remove(&(region.to_owned(), day.to_owned())).unwrap_or(0);
    if counted != last {
        wrong.push(Finding::new("number-gap", region, format!("{day}: the last is {last}, {counted} were given")));
    }
}

/// The counters of case numbers: one a county and day that had cases.
fn counters(tx: &mut Tx) -> Result<BTreeMap<(String, Day), i64>, Fault> {
    let mut given = BTreeMap::new();
    let sql = "SELECT region, name, value FROM counter WHERE name LIKE 'case/%' AND value > 0";
    tx.query_each(sql, &[], |row| {
        let (region, name): (String, String) = (row.get(0)?, row.get(1)?);
        let mut parts = name.split('/').skip(1);
        if let (Some(county), Some(day)) = (parts.next(), parts.next()) {
            given.insert((region, format!("{county}-{}", day.replace('-', ""))), row.get(2)?);
        }
        Ok(())
    })?;
    Ok(given)
}

/// `150223-20260917` and 118 of `150223-20260917-000118-6`.
fn parts(number: &str) -> Option<(Day, i64)> {
    let number = CaseNumber::parse(number).ok()?;
    let text = number.as_str();
    Some((text.get(..15)?.to_owned(), text.get(16..22)?.parse().ok()?))
}
