//! One visit: the reader's language and type size, and the browser's half of the form token.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use askama::Template;
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use kernel::{Fault, Locale};

use super::{
    COOKIE_BROWSER, COOKIE_LANGUAGE, COOKIE_LARGE, DeskFrame, Frame,
    cookies::{cookie, set_cookie},
    script,
};
use crate::{
    forms::{CsrfSubject, Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    state::AppState,
};

/// The browser's half of the form token: random, told to nobody, forgotten when the browser closes.
#[derive(Debug, Clone)]
pub struct Browser {
    id: String,
    fresh: bool,
}

impl Browser {
    fn of(headers: &HeaderMap, state: &AppState) -> Self {
        match cookie(headers, COOKIE_BROWSER) {
            Some(id) if id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Self { id: id.to_owned(), fresh: false }
            }
            _ => Self { id: hex::encode(state.ctx().random::<16>()), fresh: true },
        }
    }
}

/// A request as pages see it. Take it as an argument of a handler and answer by [`Visit::page`].
#[derive(Clone)]
pub struct Visit {
    /// Says things in the reader's language.
    pub t: Say,
    /// Everything handlers may reach.
    pub state: AppState,
    large: bool,
    here: String,
    json: bool,
    browser: Browser,
    subject: Option<CsrfSubject>,
    // Set when a page with a form was made: only then the browser gets its cookie.
    form_made: Arc<AtomicBool>,
}

impl Visit {
    /// Reads the visit from a request's head.
    #[must_use]
    pub fn of(parts: &Parts, state: &AppState) -> Self {
        let headers = &parts.headers;
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let language = cookie(headers, COOKIE_LANGUAGE).unwrap_or_else(|| text(header::ACCEPT_LANGUAGE));
        let path = parts.uri.path();
        let asked = state.config.spoken(Locale::negotiate(language));
        // Desk and API have no Mongolian.
        let portal = !["/desk", "/admin", "/api"].iter().any(|room| path.starts_with(room));
        Self {
            t: Say::new(if portal { asked } else { asked.complete() })
                .with_words(state.words(state.config.home.as_ref()))
                .read_at(state.ctx().now()),
            state: state.clone(),
            large: cookie(headers, COOKIE_LARGE) == Some("1"),
            here: parts.uri.path_and_query().map_or_else(|| path.to_owned(), ToString::to_string),
            json: path.starts_with("/api/")
                || !text(header::ACCEPT).contains("html") && text(header::ACCEPT).contains("json"),
            browser: Browser::of(headers, state),
            subject: parts.extensions.get().cloned(),
            form_made: Arc::default(),
        }
    }

    /// Whether the answer is read by a program.
    #[must_use]
    pub fn wants_json(&self) -> bool {
        self.json
    }

    /// The portal's frame, its title said from `key`.
    #[must_use]
    pub fn frame(&self, key: &str) -> Frame {
        Frame {
            say: self.t,
            title: self.t.say(key).text(),
            failed: false,
            large: self.large,
            here: self.here.clone(),
            place: self.state.config.place.clone(),
            desk: None,
            draft_done: String::new(),
            mongolian: self.state.config.mongolian().is_some(),
        }
    }

    /// The desk's frame.
    #[must_use]
    pub fn desk_frame(&self, title: impl Into<String>, desk: DeskFrame) -> Frame {
        Frame { title: title.into(), desk: Some(desk), ..self.frame("portal-name") }
    }

    /// What the form token is bound to: the session when someone is signed in, the browser otherwise.
    pub(crate) fn csrf_subject(&self) -> CsrfSubject {
        self.subject.clone().unwrap_or_else(|| CsrfSubject(format!("browser {}", self.browser.id).into_bytes()))
    }

    /// A fresh token for a form on this page.
    #[must_use]
    pub fn csrf_token(&self) -> String {
        self.form_made.store(true, Ordering::Relaxed);
        self.state.keys.csrf.token(&self.csrf_subject(), &self.state.ctx())
    }

    /// An empty form with its token and its idempotency key.
    #[must_use]
    pub fn form(&self) -> Form {
        Form::blank(self.t, self.csrf_token(), self.state.ctx().new_id(), self.state.config.limits)
    }

    /// The form as it was sent, with what is wrong with it; keeps its idempotency key.
    #[must_use]
    pub fn form_again(&self, sent: &Submission, errors: FormErrors) -> Form {
        self.form().refilled(sent, errors)
    }

    /// Renders `template` as the answer.
    pub fn page(&self, template: &impl Template) -> Result<Response, Problem> {
        self.page_as(StatusCode::OK, template)
    }

    /// Renders a form that came back, with status 422.
    pub fn page_failed(&self, template: &impl Template) -> Result<Response, Problem> {
        self.page_as(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// Renders `template` with `status`.
    pub fn page_as(&self, status: StatusCode, template: &impl Template) -> Result<Response, Problem> {
        let html = template.render().map_err(|error| Problem::Fault(Fault::Io(format!("template: {error}"))))?;
        let html = super::summary::name(self.t, html);
        let (html, language) =
            if self.t.locale.is_vertical() { script::dress(&html, self.t) } else { (html, self.t.locale) };
        let mut response = (status, Html(html)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
        headers.insert(header::CONTENT_LANGUAGE, header::HeaderValue::from_static(language.tag()));
        if self.browser.fresh && self.form_made.load(Ordering::Relaxed) {
            let secure = self.state.config.secure_cookies;
            if let Some(value) = set_cookie(COOKIE_BROWSER, &self.browser.id, None, secure) {
                headers.append(header::SET_COOKIE, value);
            }
        }
        Ok(response)
    }
}

impl<S> FromRequestParts<S> for Visit
where
    AppState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(parts, &AppState::from_ref(state)))
    }
}
