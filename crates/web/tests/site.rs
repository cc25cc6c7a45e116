//! The site around its pages: headers, problems in both forms, preferences, assets, and forms from end to end.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Request, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use kernel::{Clock as _, Ctx, FixedClock, Mobile, Text};
use lianxin_web::{
    assets,
    forms::{FormErrors, Submission},
    problem::Problem,
    server,
    state::{AppState, Config, Limits},
    view::Visit,
};
use services::{Kit, attachment::Blobs, secrets::Keys};
use tower::ServiceExt as _;

fn state() -> AppState {
    let clock = FixedClock::at("2026-11-23T01:12:00Z".parse().unwrap());
    let config = Config {
        development: true,
        limits: Limits { file: 1000, files: 1500, count: 3, text: 2000, voice: 180 },
        ..Config::default()
    };
    // These pages need no data: the database closes again and they must not notice.
    let folder = tempfile::tempdir().unwrap();
    let store = testkit::sqlite(&[]);
    let kit = Kit::new(Keys::ephemeral(&Ctx::seeded(clock.now(), 1)).unwrap());
    AppState::new(Arc::new(clock), config, store.clone(), kit, Blobs::open(folder.path()).unwrap())
}

async fn send(app: Router, request: Request<Body>) -> (Response<()>, String) {
    let (parts, body) = app.oneshot(request).await.unwrap().into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (Response::from_parts(parts, ()), String::from_utf8_lossy(&bytes).into_owned())
}

async fn get(path: &str, accept: &str) -> (Response<()>, String) {
    let request = Request::get(path).header(header::ACCEPT, accept).body(Body::empty()).unwrap();
    send(server::router(state()), request).await
}

fn head<'a>(response: &'a Response<()>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_answer_is_guarded() {
    for path in ["/", "/styleguide?dress=desk", "/nowhere", "/api/v1/nowhere", "/styleguide/fault"] {
        let (response, _) = get(path, "text/html").await;
        let policy = head(&response, "content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(head(&response, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(head(&response, "x-request-id").len(), 36, "{path}");
    }
}

#[tokio::test]
async fn pages_say_everything_in_both_languages() {
    for path in ["/", "/how", "/data", "/access", "/sealed", "/offline", "/styleguide", "/styleguide?dress=desk"] {
        for language in ["zh-CN", "en"] {
            let request = Request::get(path).header(header::ACCEPT_LANGUAGE, language).body(Body::empty());
            let (response, html) = send(server::router(state()), request.unwrap()).await;
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            assert!(html.contains(&format!("<html lang=\"{language}\">")), "{path}");
            let unsaid: Vec<_> = html.split('⟨').skip(1).filter_map(|rest| rest.split('⟩').next()).collect();
            assert!(unsaid.is_empty(), "{path} {language}: {unsaid:?}");
            assert!(!html.contains("{$"), "{path} {language}: a place left open");
            let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let twice: Vec<_> = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect();
            assert!(ids.contains(&"main") && twice.is_empty(), "{path}: {twice:?}");
        }
    }
}

#[tokio::test]
async fn our_failures_are_a_page_with_an_id_and_nothing_else() {
    for path in ["/styleguide/panic", "/styleguide/fault"] {
        let (response, html) = get(path, "text/html").await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(html.contains("没存上，是我们的问题") && html.contains("F-"), "{html}");
        assert!(!html.contains("disk") && !html.contains("storage"));
    }
}

#[tokio::test]
async fn programs_get_problem_json() {
    let (response, body) = get("/api/v1/nowhere", "*/*").await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_eq!(head(&response, "content-type"), "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["status"], 404);
    let (response, html) = get("/nowhere", "text/html").await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(html.contains("没有这一页"));
}

#[tokio::test]
async fn a_wrong_method_is_a_page_too() {
    let request = Request::post("/how").body(Body::empty()).unwrap();
    let (response, html) = send(server::router(state()), request).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(html.contains("<html"));
}

#[tokio::test]
async fn preferences_are_kept_and_never_lead_away() {
    let (response, _) = get("/preferences?large=1&back=%2Fhow", "text/html").await;
    assert_eq!((response.status(), head(&response, "location")), (StatusCode::SEE_OTHER, "/how"));
    assert!(head(&response, "set-cookie").starts_with("lx-large=1; Path=/; HttpOnly; SameSite=Lax"));
    let (response, _) = get("/preferences?lang=en&back=%2F%2Fevil.example", "text/html").await;
    assert_eq!(head(&response, "location"), "/");
    let request = Request::get("/").header(header::COOKIE, "lx-large=1; lx-lang=en").body(Body::empty()).unwrap();
    let (_, html) = send(server::router(state()), request).await;
    assert!(html.contains("lx-large") && html.contains("<html lang=\"en\">"));
}

#[tokio::test]
async fn assets_are_kept_for_a_year_and_come_compressed() {
    if !assets::missing().is_empty() {
        // The assets are built by npm; without them there is nothing to serve.
        return;
    }
    let path = assets::url("portal.css");
    let request = Request::get(&path).header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
    let (response, _) = send(server::router(state()), request).await;
    assert_eq!(head(&response, "content-encoding"), "gzip");
    assert!(head(&response, "cache-control").contains("immutable"));
    let tag = head(&response, "etag").to_owned();
    let request = Request::get(&path).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    let (response, body) = send(server::router(state()), request).await;
    assert_eq!((response.status(), body.len()), (StatusCode::NOT_MODIFIED, 0));
    for outside in ["/assets/manifest.json", "/assets/..%2Fpackage.json"] {
        let (response, _) = get(outside, "text/html").await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{outside}");
    }
}

#[derive(askama::Template)]
#[template(
    source = "{{ form.summary() }}{{ form.hidden() }}{{ form.tel(\"mobile\", \"portal-foot-phone\") }}{{ form.area(\"story\", \"portal-home-file\") }}",
    ext = "html"
)]
struct Page {
    form: lianxin_web::forms::Form,
}

/// A small form handler, as pages write them.
async fn receive(State(_): State<AppState>, visit: Visit, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let mobile = reader.field("mobile", Mobile::parse);
    let story = reader.required("story", "text-empty", Text::<200>::parse);
    let files = reader.files("files").len();
    let key = reader.key();
    match reader.finish(mobile.zip(story).zip(key)) {
        Ok((_, key)) => Ok(format!("{key} {files}").into_response()),
        Err(errors) => again(&visit, &sent, errors),
    }
}

fn again(visit: &Visit, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    visit.page_failed(&Page { form: visit.form_again(sent, errors) })
}

async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.page(&Page { form: visit.form() })
}

fn form_app(state: AppState) -> Router {
    Router::new().route("/form", post(receive).get(show)).with_state(state)
}

fn hidden(html: &str, name: &str) -> String {
    let after = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

async fn opened(app: &Router) -> (String, String, String) {
    let (response, html) = send(app.clone(), Request::get("/form").body(Body::empty()).unwrap()).await;
    let cookie = head(&response, "set-cookie").split(';').next().unwrap().to_owned();
    (cookie, hidden(&html, "csrf"), hidden(&html, "key"))
}

fn urlencoded(cookie: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = serde_urlencoded::to_string(fields).unwrap();
    Request::post("/form")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, cookie)
        .body(body.into())
        .unwrap()
}

#[tokio::test]
async fn a_form_goes_through_with_its_own_token_only() {
    let app = form_app(state());
    let (cookie, csrf, key) = opened(&app).await;
    let good = [("csrf", csrf.as_str()), ("key", &key), ("mobile", "138 0000 0000"), ("story", "暖气不热")];
    let (response, body) = send(app.clone(), urlencoded(&cookie, &good)).await;
    assert_eq!((response.status(), body), (StatusCode::OK, format!("{key} 0")));

    let (other, _, _) = opened(&app).await;
    let (response, html) = send(app.clone(), urlencoded(&other, &good)).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("暖气不热") && html.contains(&key), "what was typed is lost: {html}");
    let (response, _) = send(app, urlencoded("", &good)).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

fn multipart(cookie: &str, fields: &[(&str, &str)], files: &[(&str, usize)]) -> Request<Body> {
    use std::fmt::Write as _;
    let mut body = String::new();
    for (name, value) in fields {
        write!(body, "--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").unwrap();
    }
    for (name, size) in files {
        write!(
            body,
            "--b\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\ncontent-type: image/png\r\n\r\n{}\r\n",
            "x".repeat(*size)
        )
        .unwrap();
    }
    body.push_str("--b--\r\n");
    Request::post("/form")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header(header::COOKIE, cookie)
        .body(in_pieces(body.as_bytes()))
        .unwrap()
}

/// A body that arrives as it does over a network.
fn in_pieces(bytes: &[u8]) -> Body {
    let pieces: Vec<_> = bytes.chunks(400).map(|piece| Ok::<_, std::io::Error>(piece.to_vec())).collect();
    Body::from_stream(futures_util::stream::iter(pieces))
}

#[tokio::test]
async fn files_over_the_limit_are_named_and_the_text_is_kept() {
    let app = form_app(state());
    let (cookie, csrf, key) = opened(&app).await;
    let fields = [("csrf", csrf.as_str()), ("key", &key), ("mobile", "13800000000"), ("story", "暖气不热")];
    let (response, body) = send(app.clone(), multipart(&cookie, &fields, &[("a.png", 900), ("", 0)])).await;
    assert_eq!((response.status(), body), (StatusCode::OK, format!("{key} 1")));
    for (files, said) in [
        (vec![("大照片.png", 1001)], "“大照片.png”太大"),
        (vec![("a.png", 900), ("b.png", 900)], "加上“b.png”就超过"),
        (vec![("1", 1), ("2", 1), ("3", 1), ("4", 1)], "“4”没有收"),
        (vec![("huge.png", 20_000)], "文件加起来太大"),
    ] {
        let (response, html) = send(app.clone(), multipart(&cookie, &fields, &files)).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(html.contains(said) && html.contains("暖气不热"), "{said}: {html}");
    }
}

#[tokio::test]
async fn a_torn_form_keeps_what_arrived() {
    let app = form_app(state());
    let (cookie, csrf, key) = opened(&app).await;
    let fields = [("csrf", csrf.as_str()), ("key", &key), ("story", "暖气不热")];
    let request = multipart(&cookie, &fields, &[("a.png", 500)]);
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let torn = Request::from_parts(parts, in_pieces(&bytes[..bytes.len() - 100]));
    let (response, html) = send(app, torn).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("没有收全") && html.contains("暖气不热"), "{html}");
}
