//! `/t/{number}/files/{id}`: her own files back, to be saved and never run in a page.

use std::fmt::Write as _;

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::Response,
};
use kernel::{AttachmentId, Fault};
use services::attachment;

use super::matter;
use crate::{
    portal::{cookies::Ticket, look_up, obstructed, suggest},
    problem::Problem,
    view::{Visit, ranged},
};

pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path((number, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let proof = ticket.access.clone();
    let hers = match matter::open(&visit, ticket.access, &number).await? {
        Some(opened) => Some(opened.files),
        None => match suggest::files(&visit, proof.clone(), &number).await? {
            Some(files) => Some(files),
            None => obstructed::files(&visit, proof, &number).await?,
        },
    };
    let Some(hers) = hers else { return look_up::ask(&visit, &number) };
    let id: AttachmentId = id.parse().map_err(|_| Problem::NotFound)?;
    // Only what stands in her own list: another matter's id finds nothing.
    let (file, name) = hers.into_iter().find(|(file, _)| file.id == id).ok_or(Problem::NotFound)?;
    let (state, media_type) = (visit.state.clone(), file.media_type.clone());
    let read = tokio::task::spawn_blocking(move || attachment::read(&file, &state.kit.keys, &state.files));
    let bytes = read.await.map_err(|error| Fault::Io(format!("reading a file: {error}")))??;
    let mut response = ranged(bytes.into_revealed(), &media_type, &asked);
    let headers = response.headers_mut();
    let text = |text: &str| HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, text(&disposition(&name)));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    Ok(response)
}

/// The name as RFC 5987 wants it: every byte that could mean something to a header is escaped.
fn disposition(name: &str) -> String {
    let mut escaped = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing into a `String` cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    format!("attachment; filename*=UTF-8''{escaped}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let header = disposition("照片\"; x\r\n1.jpg");
        assert_eq!(header, "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%22%3B%20x%0D%0A1.jpg");
    }
}
