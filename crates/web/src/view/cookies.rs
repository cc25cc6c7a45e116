//! The few cookies there are: type size, language, and the browser's half of the form token. None identifies a person.

use axum::http::{HeaderMap, HeaderValue, header};

/// `1` for large type.
pub const COOKIE_LARGE: &str = "lx-large";
/// The tag of the chosen language.
pub const COOKIE_LANGUAGE: &str = "lx-lang";
/// The browser's half of the form token; a session cookie.
pub const COOKIE_BROWSER: &str = "lx-form";

/// The value of the cookie `name`.
#[must_use]
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A `Set-Cookie` header; `days` of life, or the browser session's when `None`. `None` when the value does not fit a header.
#[must_use]
pub fn set_cookie(name: &str, value: &str, days: Option<u32>, secure: bool) -> Option<HeaderValue> {
    let age = days.map_or_else(String::new, |days| format!("; Max-Age={}", u64::from(days) * 86_400));
    let secure = if secure { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")).ok()
}

/// `path` when it is a path of this site, otherwise the home page: a link back never leads away.
#[must_use]
pub fn local_path(path: &str) -> &str {
    let inside = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n', '\t'])
        && path.bytes().all(|byte| byte.is_ascii_graphic());
    if inside { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_inside() {
        assert_eq!(local_path("/desk?tab=2"), "/desk?tab=2");
        for outside in ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nb"] {
            assert_eq!(local_path(outside), "/", "{outside}");
        }
    }

    #[test]
    fn cookies_are_found_among_others() {
        let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static("a=1; lx-large=1; b=2"))]);
        assert_eq!(cookie(&headers, COOKIE_LARGE), Some("1"));
        assert_eq!(cookie(&headers, "large"), None);
    }
}
