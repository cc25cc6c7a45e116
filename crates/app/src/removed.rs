//! The register of removals beside the database, `removed.jsonl`: one line for each matter that was removed by rule, without a word of it.
//! A backup that is put back knows nothing of what was removed after it was made; the register does, and is applied again before
//! anybody is served.

use std::{
    collections::HashSet,
    fs::{self, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
};

use kernel::{Clock, Ctx, Fault};
use services::file::{self, Line};
use store::Store;

/// The file's name in the folder of the data, and in a backup.
pub(crate) const NAME: &str = "removed.jsonl";

/// Where it is kept.
pub(crate) fn path(data: &Path) -> PathBuf {
    data.join(NAME)
}

fn io(what: &str, path: &Path, error: &std::io::Error) -> Fault {
    Fault::Io(format!("cannot {what} {}: {error}", path.display()))
}

/// What it says; nothing when there is none.
///
/// # Errors
/// When it cannot be read, or a line is not one of ours.
pub(crate) fn read(path: &Path) -> Result<Vec<Line>, Fault> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(io("read", path, &error)),
    };
    let line = |(no, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|error| Fault::inconsistent("removed.jsonl", format!("line {}: {error}", no + 1)))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// Adds lines and waits until they are on disk.
pub(crate) fn append(path: &Path, lines: &[Line]) -> Result<(), Fault> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut file = OpenOptions::new().create(true).append(true).open(path).map_err(|error| io("open", path, &error))?;
    let mut text = vec![];
    for line in lines {
        let json = serde_json::to_vec(line).map_err(|error| Fault::inconsistent("removed.jsonl", error))?;
        text.extend(json);
        text.push(b'\n');
    }
    file.write_all(&text).and_then(|()| file.sync_all()).map_err(|error| io("write", path, &error))
}

/// Writes down what the database has removed and the register does not say yet; how many lines.
///
/// # Errors
/// When database or file fail.
pub(crate) fn keep(store: &Store, path: &Path) -> Result<usize, Fault> {
    let known: HashSet<_> = read(path)?.into_iter().map(|line| line.case).collect();
    let mut lines = store.read_blocking(|tx| file::lines_after(tx, None))?;
    lines.retain(|line| !known.contains(&line.case));
    append(path, &lines)?;
    Ok(lines.len())
}

/// Removes again whatever a backup brought back; how many matters. Before anybody is served.
///
/// # Errors
/// When database or file fail, or a chain is not what it was.
pub(crate) fn apply(store: &Store, clock: &dyn Clock, path: &Path) -> Result<usize, Fault> {
    let mut again = 0;
    for line in read(path)? {
        let now = Ctx::system(clock);
        let done = store.write_blocking(move |tx| file::apply_again(tx, &now, &line));
        let done = done.map_err(|error| match error {
            services::Error::Fault(fault) => fault,
            other => Fault::inconsistent("removed.jsonl", other),
        })?;
        again += usize::from(done);
    }
    Ok(again)
}
