//! `/recordings/{phrase}`: phrases spoken by a person, from the folder that the installation names. Without a folder, or without
//! a file for a phrase, no page offers to listen.

use std::path::{Path, PathBuf};

use axum::{extract, http::HeaderMap, response::Response};
use kernel::Fault;

use crate::{
    problem::Problem,
    state::Config,
    view::{Visit, ranged},
};

/// What a recording may be, by ending and media type.
const KINDS: [(&str, &str); 4] =
    [("mp3", "audio/mpeg"), ("m4a", "audio/mp4"), ("ogg", "audio/ogg"), ("weba", "audio/webm")];

/// The address of the recording of `phrase`, when there is one.
pub(crate) fn address(config: &Config, phrase: &str) -> Option<String> {
    file(config.recordings.as_deref()?, phrase).map(|_| format!("/recordings/{phrase}"))
}

fn file(folder: &Path, phrase: &str) -> Option<(PathBuf, &'static str)> {
    // A key, never a path.
    if phrase.is_empty() || !phrase.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return None;
    }
    let mut named = KINDS.iter().map(|(ending, media_type)| (folder.join(format!("{phrase}.{ending}")), *media_type));
    named.find(|(path, _)| path.is_file())
}

/// `GET /recordings/{phrase}`.
pub(super) async fn get(
    visit: Visit,
    extract::Path(phrase): extract::Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let config = &visit.state.config;
    let found = config.recordings.as_deref().and_then(|folder| file(folder, &phrase));
    let (path, media_type) = found.ok_or(Problem::NotFound)?;
    let read = tokio::task::spawn_blocking(move || std::fs::read(path)).await;
    let bytes =
        read.map_err(|_| Problem::Panic)?.map_err(|error| Fault::Io(format!("a recording: {}", error.kind())))?;
    Ok(ranged(bytes, media_type, &headers))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_phrases_are_looked_up() {
        let folder = Path::new("/usr/share");
        for name in ["../etc/passwd", "a/b", "", "UPPER", "a.mp3"] {
            assert!(file(folder, name).is_none(), "{name}");
        }
    }
}
