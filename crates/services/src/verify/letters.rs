//! Letters: rows against events, texts and files against digests, numbers without gaps (rules.md 6.2).

use std::collections::BTreeMap;

use kernel::{Fault, OrgId};
use store::Tx;

use super::Finding;
use crate::{attachment::Blobs, document, kit::Kit};

/// An office's series of one year: what its counter is named by.
type Series = (OrgId, String, i64);

/// Looks through all letters and their numbers; how many letters there are.
pub(super) fn walk(tx: &mut Tx, kit: &Kit, files: Option<&Blobs>, tell: &mut dyn FnMut(Finding)) -> Result<u64, Fault> {
    let count = document::walk(tx, |tx, row| {
        for (column, detail) in document::differences(tx, kit, files, row)? {
            let finding = Finding::new("letter", &row.region, detail).in_column(column);
            tell(Finding { stream: Some(row.id.0), ..finding });
        }
        Ok(())
    })?;
    numbers(tx, tell)?;
    Ok(count)
}

/// Within an office, a series and a year the numbers follow one another from 1 to where the counter stands. Numbers that decisions
/// carry and whose letters are still to be made are no gap.
fn numbers(tx: &mut Tx, tell: &mut dyn FnMut(Finding)) -> Result<(), Fault> {
    let waiting = document::waiting(tx)?;
    let mut given = counters(tx)?;
    let mut now: Option<(Series, i64)> = None;
    let mut gaps: Vec<(Series, String)> = vec![];
    let mut missing = 0_i64;
    let sql = "SELECT org_id, series, year, serial FROM letter WHERE serial IS NOT NULL UNION ALL \
               SELECT org_id, series, year, serial FROM letter_gone ORDER BY org_id, series, year, serial";
    tx.query_each(sql, &[], |row| {
        let series: Series = (row.get(0)?, row.get(1)?, row.get(2)?);
        let serial: i64 = row.get(3)?;
        let before = match &now {
            Some((known, last)) if *known == series => *last,
            _ => {
                if let Some((known, last)) = now.take() {
                    missing += ends(&mut given, known, last, &mut gaps);
                }
                0
            }
        };
        if serial != before + 1 {
            missing += (serial - before - 1).max(1);
            gaps.push((series.clone(), format!("{} is missing before {serial}", before + 1)));
        }
        now = Some((series, serial));
        Ok(())
    })?;
    if let Some((known, last)) = now {
        missing += ends(&mut given, known, last, &mut gaps);
    }
    for (series, counted) in given {
        missing += counted;
        gaps.push((series, format!("none of {counted} is left")));
    }
    if missing > waiting {
        for ((org, series, year), detail) in gaps {
            tell(Finding::new("letter-gap", "", format!("{org} {series}〔{year}〕: {detail}")));
        }
    }
    Ok(())
}

/// A series ends where its counter stands; how many numbers are not there.
fn ends(given: &mut BTreeMap<Series, i64>, series: Series, last: i64, gaps: &mut Vec<(Series, String)>) -> i64 {
    let counted = given.remove(&series).unwrap_or(0);
    if counted != last {
        gaps.push((series, format!("the last is {last}, {counted} were given")));
    }
    (counted - last).abs()
}

/// Where the counters of letters stand: `document/{office}/{series}/{year}`.
fn counters(tx: &mut Tx) -> Result<BTreeMap<Series, i64>, Fault> {
    let mut given = BTreeMap::new();
    tx.query_each("SELECT name, value FROM counter WHERE name LIKE 'document/%' AND value > 0", &[], |row| {
        let name: String = row.get(0)?;
        let parts: Vec<&str> = name.split('/').collect();
        if let [_, org, series, year] = parts.as_slice()
            && let (Ok(org), Ok(year)) = (org.parse(), year.parse())
        {
            given.insert((org, (*series).to_owned(), year), row.get(1)?);
        }
        Ok(())
    })?;
    Ok(given)
}
