//! Files of matters: rows against their events; and what has no words any more was removed by rule, whole, by two people.

use std::collections::HashMap;

use domain::retention::{MatterFile, Trace};
use kernel::Fault;
use store::{Tx, event_log, params};
use uuid::Uuid;

use super::Finding;
use crate::file;

/// Looks through all files; how many matters were removed.
pub(super) fn walk(tx: &mut Tx, tell: &mut dyn FnMut(Finding)) -> Result<u64, Fault> {
    let mut all: Vec<(String, MatterFile)> = vec![];
    file::each(tx, |region, file| {
        all.push((region.to_owned(), file));
        Ok(())
    })?;
    let mut traces: HashMap<Uuid, Trace> = HashMap::new();
    let mut removed = 0;
    for (region, file) in all {
        row(tx, &region, &file, tell)?;
        let Some((gone, _)) = &file.removed else { continue };
        removed += 1;
        let sql = "SELECT 1 FROM matter WHERE region = $1 AND id = $2";
        if tx.query_opt(sql, params![&region, file.opened.case], |_| Ok(()))?.is_some() {
            tell(finding("file-back", &region, &file, "was removed and is there again"));
        }
        if !gone.again && gone.first.is_none() {
            tell(finding("file-alone", &region, &file, "was removed by one person"));
        }
        traces.extend(gone.traces.iter().map(|trace| (trace.stream, trace.clone())));
    }
    streams(tx, traces, tell)?;
    Ok(removed)
}

fn finding(code: &'static str, region: &str, file: &MatterFile, detail: &str) -> Finding {
    Finding::new(code, region, detail).of(file.opened.case, Some(&file.opened.number))
}

fn row(tx: &mut Tx, region: &str, file: &MatterFile, tell: &mut dyn FnMut(Finding)) -> Result<(), Fault> {
    let replayed = match file::history(tx, region, file.opened.id) {
        Ok(events) => MatterFile::replay(&events),
        Err(Fault::Inconsistent { .. }) => None,
        Err(fault) => return Err(fault),
    };
    if replayed.as_ref() != Some(file) {
        tell(finding("file-row", region, file, "is not what its events lead to").in_column("body"));
    }
    Ok(())
}

/// Every stream without words stands in a removal, with exactly these events.
fn streams(tx: &mut Tx, mut traces: HashMap<Uuid, Trace>, tell: &mut dyn FnMut(Finding)) -> Result<(), Fault> {
    let mut found: Vec<(String, Uuid)> = vec![];
    event_log::forgotten(tx, |region, stream| {
        found.push((region.to_owned(), stream));
        Ok(())
    })?;
    let wrong =
        |code, region: &str, stream, detail| Finding { stream: Some(stream), ..Finding::new(code, region, detail) };
    for (region, stream) in found {
        let Some(trace) = traces.remove(&stream) else {
            tell(wrong("file-unreleased", &region, stream, "its words were taken out, and no removal says so"));
            continue;
        };
        let events = event_log::read(tx, &region, stream, 0)?;
        let same = events.last().is_some_and(|last| last.hash == trace.head && last.seq == trace.events)
            && event_log::outline(&events) == trace.outline
            && events.iter().all(|event| event.forgotten.is_some());
        if !same {
            tell(wrong("file-trace", &region, stream, "what is left is not what its removal says"));
        }
    }
    for (stream, _) in traces {
        tell(wrong("file-words", "", stream, "was removed, and its words are there"));
    }
    Ok(())
}
