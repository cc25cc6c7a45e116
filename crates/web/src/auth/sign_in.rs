//! `/desk/sign-in`: name and password; the same page takes in whoever was signed out in the middle of a form.

use std::net::{IpAddr, SocketAddr};

use askama::Template;
use axum::{
    Extension,
    extract::{ConnectInfo, Query},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Refusal;
use serde::Deserialize;
use services::{
    Error,
    auth::{self, Cost, NewSession, Password, SessionPolicy},
};

use super::{Carried, cookie};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Line, Notice, NoticeKind},
    view::{Frame, Visit, local_path},
};

#[derive(Template)]
#[template(path = "desk/sign-in.html")]
struct SignInPage {
    t: Frame,
    form: Form,
    notice: Option<Notice>,
    /// Where to go afterwards.
    back: String,
    /// A form on its way through, sealed.
    carry: String,
    /// Label and login of each demonstration account, with its password.
    demo: Vec<(String, String, String)>,
}

/// The page that asks for a look and one more press, after a form was carried through the sign-in.
#[derive(Template)]
#[template(path = "desk/carried.html")]
struct CarriedPage {
    t: Frame,
    csrf: String,
    path: String,
    fields: Vec<(String, String)>,
    words: Vec<Line>,
    notice: Option<Notice>,
}

/// Where the way back begins.
#[derive(Deserialize, Default)]
pub(super) struct Back {
    #[serde(default)]
    back: String,
}

fn page(visit: &Visit, form: Form, notice: Option<Notice>, back: &str, carry: String) -> SignInPage {
    SignInPage {
        t: visit.frame("desk-sign-in-title").failed(form.has_errors()),
        form,
        notice,
        back: local_path(back).to_owned(),
        carry,
        demo: visit.state.config.demo_sign_ins.clone(),
    }
}

/// `GET /desk/sign-in`.
pub(super) async fn get(visit: Visit, Query(back): Query<Back>) -> Result<Response, Problem> {
    let back = if back.back.is_empty() { "/desk" } else { &back.back };
    visit.page(&page(&visit, visit.form(), None, back, String::new()))
}

/// The page for a form whose session had ended.
pub(super) fn expired(visit: &Visit, carried: Option<&Carried>) -> Result<Response, Problem> {
    let key = if carried.is_some() { "desk-sign-in-kept" } else { "desk-sign-in-again" };
    let notice = Notice::new(NoticeKind::Caution, visit.t.say(key));
    let carry = carried.map(|carried| carried.seal(&visit.state.kit)).unwrap_or_default();
    visit.page(&page(visit, visit.form(), Some(notice), "/desk", carry))
}

/// `POST /desk/sign-in`.
pub(super) async fn post(
    visit: Visit,
    address: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    sent: Submission,
) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let login = reader.required("login", "sign-in-login-missing", |_, text| Ok(text.to_owned()));
    let password = reader.required("password", "sign-in-password-missing", |_, text| Ok(Password::given(text)));
    let outcome = match reader.finish(login.zip(password)) {
        Err(errors) => Err(errors),
        Ok((login, password)) => {
            sign_in(&visit, login, password, address_of(address.map(|Extension(info)| info)), &headers).await?
        }
    };
    let session = match outcome {
        Ok(session) => session,
        Err(errors) => {
            let form = visit.form_again(&sent, errors);
            return visit.page_failed(&page(&visit, form, None, sent.raw("back"), sent.raw("carry").to_owned()));
        }
    };
    let carried = Carried::open(&visit.state.kit, sent.raw("carry"), visit.state.ctx().now());
    let token = session.token.into_revealed();
    let mut response = match carried {
        Some(carried) => show_carried(&visit, &token, carried)?,
        None => Redirect::to(after(sent.raw("back"))).into_response(),
    };
    let kept = cookie::keep(&token, visit.state.config.secure_cookies);
    response.headers_mut().extend(kept.map(|value| (header::SET_COOKIE, value)));
    Ok(response)
}

/// Only ever to the desk or the administration: the rest needs nobody signed in.
fn after(back: &str) -> &str {
    match local_path(back) {
        inside if inside.starts_with("/desk") || inside.starts_with("/admin") => inside,
        _ => "/desk",
    }
}

fn show_carried(visit: &Visit, token: &str, carried: Carried) -> Result<Response, Problem> {
    let t = visit.t;
    let csrf = visit.state.keys.csrf.token(&cookie::csrf_subject(token), &visit.state.ctx());
    let notice = carried.had_files.then(|| Notice::new(NoticeKind::Caution, t.say("desk-carried-files")));
    visit.page(&CarriedPage {
        t: visit.frame("desk-carried-title"),
        csrf,
        words: carried.words().map(Line::from).collect(),
        path: carried.path,
        fields: carried.fields,
        notice,
    })
}

async fn sign_in(
    visit: &Visit,
    login: String,
    password: Password,
    address: String,
    headers: &HeaderMap,
) -> Result<Result<NewSession, FormErrors>, Problem> {
    let state = &visit.state;
    let (ctx, kit) = (state.ctx(), state.kit.clone());
    let begun = state.store.write(move |tx| auth::begin(tx, &ctx, &kit.keys, &login, &address)).await;
    let attempt = match told(begun)? {
        Ok(attempt) => attempt,
        Err(errors) => return Ok(Err(errors)),
    };
    let ctx = state.ctx();
    let checked = tokio::task::spawn_blocking(move || attempt.verify(&ctx, &password, Cost::STRONG)).await;
    let verified = match told(checked.map_err(|_| Problem::Panic)?)? {
        Ok(verified) => verified,
        Err(errors) => return Ok(Err(errors)),
    };
    let (ctx, label) = (state.ctx(), device(headers));
    let finish = move |tx: &mut store::Tx| auth::finish(tx, &ctx, &verified, SessionPolicy::default(), label);
    told(state.store.write(finish).await)
}

/// Refusals go onto the form, faults to their own page.
fn told<T>(result: Result<T, Error>) -> Result<Result<T, FormErrors>, Problem> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(Error::Refused(refusal)) => Ok(Err(on_the_form(refusal).into())),
        Err(Error::Invalid(refusals)) => Ok(Err(refusals.into())),
    }
}

fn on_the_form(refusal: Refusal) -> Refusal {
    if refusal.field.is_empty() { refusal.on("password") } else { refusal }
}

/// Where a try comes from; of a version 6 address the half that names the network.
pub(crate) fn address_of(info: Option<ConnectInfo<SocketAddr>>) -> String {
    match info.map(|ConnectInfo(address)| address.ip()) {
        None => "unknown".into(),
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// The kind of device, by which its owner knows a session again. No more is kept of what the browser says.
fn device(headers: &HeaderMap) -> &'static str {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];
    known.into_iter().find(|(sign, _)| agent.contains(sign)).map_or("—", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_to_the_desk() {
        assert_eq!(after("/desk/matters/1?sel=2"), "/desk/matters/1?sel=2");
        for elsewhere in ["/file", "//evil.example", "", "https://evil.example/desk"] {
            assert_eq!(after(elsewhere), "/desk");
        }
    }

    #[test]
    fn a_network_counts_as_one_address() {
        let v6: SocketAddr = "[2001:db8:1:2:3:4:5:6]:443".parse().unwrap();
        assert_eq!(address_of(Some(ConnectInfo(v6))), "2001:db8:1:2::/64");
        assert_eq!(address_of(None), "unknown");
    }
}
