//! A browser without script: keeps cookies, follows redirects, fills in the form of the page it is on.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use tower::ServiceExt as _;

/// A page as it arrived.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub status: StatusCode,
    pub path: String,
    pub html: String,
}

impl Page {
    pub(super) fn has(&self, words: &str) -> bool {
        self.html.contains(words)
    }

    /// Asserts that the page says `words`.
    #[track_caller]
    pub(super) fn says(&self, words: &str) -> &Self {
        let body = strip(self.html.split("<main").nth(1).unwrap_or(&self.html));
        assert!(self.has(words), "{} at {} does not say {words}:\n{body}", self.status, self.path);
        self
    }

    /// Asserts that it does not.
    #[track_caller]
    pub(super) fn silent(&self, words: &str) -> &Self {
        assert!(!self.has(words), "{} says {words}", self.path);
        self
    }

    /// The value of the input `name`, in the last form that has one.
    pub(super) fn value(&self, name: &str) -> String {
        let sign = format!("name=\"{name}\" value=\"");
        self.html
            .rsplit(&sign)
            .next()
            .filter(|_| self.has(&sign))
            .map_or_else(String::new, |rest| rest.split('"').next().unwrap_or_default().to_owned())
    }

    /// Every link on the page.
    pub(super) fn links(&self) -> Vec<String> {
        self.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }

    /// The value of the option or radio button whose words begin with `words`.
    #[track_caller]
    pub(super) fn option(&self, words: &str) -> String {
        let html = &self.html;
        for (at, _) in html.match_indices("value=\"") {
            let rest = &html[at + 7..];
            let Some(end) = rest.find('"') else { continue };
            let shown: String = rest[end..].split('>').skip(1).take(3).collect::<Vec<_>>().join(">");
            let text: String = strip(&shown);
            if text.trim_start().starts_with(words) {
                return rest[..end].to_owned();
            }
        }
        panic!("no option {words} at {}:\n{}", self.path, strip(html.split("<main").nth(1).unwrap_or_default()));
    }
}

fn strip(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// The browser.
#[derive(Clone)]
pub(super) struct Browser {
    app: Router,
    cookies: BTreeMap<String, String>,
    pub page: Page,
}

impl Browser {
    pub(super) fn new(app: Router) -> Self {
        let page = Page { status: StatusCode::OK, path: String::new(), html: String::new() };
        Self { app, cookies: BTreeMap::new(), page }
    }

    async fn send(&mut self, mut request: Request<Body>) -> &Page {
        for _ in 0..5 {
            let path = request.uri().to_string();
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            if !cookies.is_empty() {
                request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
            }
            request.headers_mut().insert(header::ACCEPT, "text/html".parse().unwrap());
            let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
            for cookie in parts.headers.get_all(header::SET_COOKIE) {
                let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap_or_default().to_owned());
            }
            let html = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            let html = String::from_utf8_lossy(&html).into_owned();
            assert!(
                !html.contains("{$"),
                "a place left open at {path}: {}",
                html.split("{$").nth(1).unwrap_or_default()
            );
            assert!(!html.contains('⟨'), "an unsaid message at {path}: {}", html.split('⟨').nth(1).unwrap_or_default());
            self.page = Page { status: parts.status, path, html };
            if !parts.status.is_redirection() {
                break;
            }
            let next = parts.headers[header::LOCATION].to_str().unwrap().to_owned();
            request = Request::get(next).body(Body::empty()).unwrap();
        }
        &self.page
    }

    pub(super) async fn get(&mut self, path: &str) -> &Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// The cookies as a browser sends them.
    pub(super) fn cookie_line(&self) -> String {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        cookies.join("; ")
    }

    /// Opens a stream, without waiting for its end.
    pub(super) async fn stream(&self, path: &str) -> (StatusCode, axum::body::BodyDataStream) {
        let request = Request::get(path).header(header::COOKIE, self.cookie_line()).body(Body::empty()).unwrap();
        let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status, body.into_data_stream())
    }

    /// Sends fields to a path, with nothing added.
    pub(super) async fn post_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> &Page {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends the form of the page it is on, with the hidden fields of that page.
    pub(super) async fn submit(&mut self, fields: &[(&str, &str)]) -> &Page {
        let path = self.page.path.split('?').next().unwrap_or_default().to_owned();
        self.submit_to(&path, fields).await
    }

    pub(super) async fn submit_to(&mut self, path: &str, fields: &[(&str, &str)]) -> &Page {
        let hidden: Vec<(String, String)> = ["csrf", "key", "version", "seen", "step"]
            .iter()
            .map(|name| ((*name).to_owned(), self.page.value(name)))
            .collect();
        let mut all: Vec<(&str, &str)> =
            hidden.iter().filter(|(_, value)| !value.is_empty()).map(|(k, v)| (k.as_str(), v.as_str())).collect();
        // The buttons of a confirmation carry `step`; the form itself does not.
        all.retain(|(name, _)| *name != "step" || !fields.iter().any(|(own, _)| own == name));
        if !fields.iter().any(|(name, _)| *name == "step") && self.page.has("<button") {
            let is_hidden = self.page.has("type=\"hidden\" name=\"step\"");
            all.retain(|(name, _)| *name != "step" || is_hidden);
        }
        all.extend(fields);
        self.post_raw(path, &all).await
    }

    /// Fills in, looks, confirms.
    pub(super) async fn confirm(&mut self, fields: &[(&str, &str)]) -> &Page {
        self.submit(fields).await;
        self.page.says("确认后");
        let mut again = fields.to_vec();
        again.push(("step", "confirm"));
        let path = self.page.path.split('?').next().unwrap_or_default().to_owned();
        self.submit_to(&path, &again).await
    }

    pub(super) async fn sign_in(&mut self, login: &str) -> &Page {
        self.cookies.clear();
        self.get("/desk/sign-in").await;
        self.submit(&[("login", login), ("password", super::house::PASSWORD)]).await
    }

    pub(super) fn forget(&mut self, cookie: &str) {
        self.cookies.remove(cookie);
    }
}
