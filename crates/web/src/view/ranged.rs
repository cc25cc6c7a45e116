//! Bytes in parts: players of sound ask for a range first, and Safari plays nothing without.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// `bytes` as `media_type`, or the part of them that a single-range request asks for (RFC 9110 §14).
pub(crate) fn ranged(bytes: Vec<u8>, media_type: &str, request: &HeaderMap) -> Response {
    let asked = request.get(header::RANGE).and_then(|value| value.to_str().ok());
    let length = bytes.len();
    let mut response = match asked.map(|asked| part(asked, length)) {
        None | Some(Part::All) => Body::from(bytes).into_response(),
        Some(Part::Some(from, to)) => {
            let mut response = (StatusCode::PARTIAL_CONTENT, bytes[from..=to].to_vec()).into_response();
            put(&mut response, header::CONTENT_RANGE, &format!("bytes {from}-{to}/{length}"));
            response
        }
        Some(Part::Outside) => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            put(&mut response, header::CONTENT_RANGE, &format!("bytes */{length}"));
            return response;
        }
    };
    put(&mut response, header::CONTENT_TYPE, media_type);
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    put(&mut response, header::CACHE_CONTROL, "no-store");
    response
}

fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    All,
    Some(usize, usize),
    Outside,
}

/// What of `length` bytes is asked for. Several ranges, and what is not understood, mean everything.
fn part(asked: &str, length: usize) -> Part {
    let Some((from, to)) = asked.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::All;
    };
    let number = |text: &str| text.parse::<usize>().ok();
    let (from, to) = match (from, number(from), number(to)) {
        ("", _, Some(last)) => (length.saturating_sub(last), length.saturating_sub(1)),
        (_, Some(from), end) if end.is_some() || to.is_empty() => {
            (from, end.unwrap_or(usize::MAX).min(length.wrapping_sub(1)))
        }
        _ => return Part::All,
    };
    if from >= length {
        Part::Outside
    } else if from > to {
        Part::All
    } else {
        Part::Some(from, to)
    }
}

/// How a file is given out: `inline` or `attachment`, with its name in any script.
pub(crate) fn disposition(how: &'static str, name: &str) -> HeaderValue {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let sign = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let encoded: String = name.bytes().map(sign).collect();
    HeaderValue::from_str(&format!("{how}; filename*=UTF-8''{encoded}")).unwrap_or(HeaderValue::from_static(how))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_players_write_them() {
        for (asked, expected) in [
            ("bytes=0-1", Part::Some(0, 1)),
            ("bytes=0-", Part::Some(0, 9)),
            ("bytes=4-99", Part::Some(4, 9)),
            ("bytes=-3", Part::Some(7, 9)),
            ("bytes=10-", Part::Outside),
            ("bytes=5-2", Part::All),
            ("bytes=0-1,4-5", Part::All),
            ("items=0-1", Part::All),
            ("bytes=a-b", Part::All),
        ] {
            assert_eq!(part(asked, 10), expected, "{asked}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Outside);
    }

    #[test]
    fn a_part_says_what_it_is_part_of() {
        let request = HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static("bytes=2-3"))]);
        let response = ranged(vec![0; 10], "audio/webm", &request);
        assert_eq!(response.status(), StatusCode::PARTIAL_CONTENT);
        assert_eq!(response.headers()[header::CONTENT_RANGE], "bytes 2-3/10");
    }
}
