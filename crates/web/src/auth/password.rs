//! `/desk/password`: a password of one's own. The first one given by an administrator must be changed before anything else.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Refusal;
use services::auth::{self, Cost, Password};

use super::SignedIn;
use crate::{
    desk::{Desk, Here},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Notice, NoticeKind},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/password.html")]
struct PasswordPage {
    t: Frame,
    form: Form,
    notice: Option<Notice>,
}

fn page(desk: &Desk, form: Form) -> PasswordPage {
    let first = desk.who.me.must_change;
    PasswordPage {
        t: desk.frame("desk-password-title", Here::Nowhere).failed(form.has_errors()),
        form,
        notice: first.then(|| Notice::new(NoticeKind::Info, desk.t().say("desk-password-first"))),
    }
}

/// `GET /desk/password`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    desk.visit.page(&page(&desk, desk.visit.form()))
}

/// `POST /desk/password`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let login = desk.who.me.staff.login.to_string();
    let mut reader = sent.reader();
    let old = reader.required("old", "password-old-missing", |_, text| Ok(Password::given(text)));
    let new = reader.field("new", |field, text| Password::parse(field, text, &login));
    if new.is_some() && sent.raw("new") != sent.raw("again") {
        reader.refuse(Refusal::invalid("again", "password-not-the-same"));
    }
    let changed = match reader.finish(old.zip(new)) {
        Ok((old, new)) => change(&desk, old, new).await?,
        Err(errors) => Err(errors),
    };
    match changed {
        Ok(()) => Ok(Redirect::to("/desk?done=password").into_response()),
        Err(errors) => desk.visit.page_failed(&page(&desk, desk.visit.form_again(&sent, errors))),
    }
}

/// Compares and hashes outside the transaction, then keeps the new one and ends all other sessions.
async fn change(desk: &Desk, old: Password, new: Password) -> Result<Result<(), FormErrors>, Problem> {
    let state = &desk.visit.state;
    let SignedIn { .. } = &desk.who;
    let (user, session) = (desk.who.user(), desk.who.session.id);
    let stored = state.store.read(move |tx| auth::stored_password(tx, user)).await?;
    let ctx = state.ctx();
    let hashed = tokio::task::spawn_blocking(move || {
        let fits = stored.is_some_and(|stored| stored.is_of(&old));
        fits.then(|| new.hash(&ctx, Cost::STRONG)).transpose()
    });
    let Some(hash) = hashed.await.map_err(|_| Problem::Panic)?? else {
        return Ok(Err(Refusal::invalid("old", "password-old-wrong").into()));
    };
    state.store.write(move |tx| auth::change_password(tx, user, &hash, Some(session))).await?;
    Ok(Ok(()))
}
