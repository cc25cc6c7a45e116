//! `/admin/staff/new` and `/admin/staff/{id}`: one member of staff.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::access::actions::AdminStaff;
use kernel::{Ctx, Refusal, UserId};
use serde::Deserialize;
use services::{
    Error,
    auth::{Cost, Password, PasswordHash},
    people::{self, StaffDraft, StaffForm},
};
use store::Tx;

use super::{form, password};
use crate::{
    admin::{Admin, Leave, Page, Panel, Section, Spot, back, page::done},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::Line,
};

/// What the page of one person asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::admin) struct Ask {
    done: String,
}

fn page(admin: &Admin, id: Option<UserId>, form: &Form, rows: usize) -> Page {
    let t = admin.t();
    let (title, action) = match id {
        Some(id) => (form.value("name").to_owned(), format!("/admin/staff/{id}")),
        None => (t.say("admin-staff-new").text(), "/admin/staff/new".to_owned()),
    };
    let rules = Section::new(t.say("admin-exclusions").text()).with(&form::exclusions(t));
    let page = Page::titled(admin, title, Spot::Staff)
        .back(back("/admin/staff"))
        .wrong(form)
        .section(Section::new("").with(&form::panel(t, form, &action, rows)));
    match id {
        Some(id) => page.section(reset(admin, id)).section(rules),
        None => page.section(rules),
    }
}

/// The form that gives her a new first password.
fn reset(admin: &Admin, id: UserId) -> Section {
    let t = admin.t();
    let form = admin.desk.visit.form();
    let panel = Panel::post(&form, format!("/admin/staff/{id}/password"), t, "admin-password-reset").second();
    Section::new(t.say("admin-password-title").text()).text(t.say("admin-password-text")).with(&panel)
}

/// `GET /admin/staff/new`.
pub(in crate::admin) async fn get_new(admin: Admin) -> Result<Response, Problem> {
    page(&admin, None, &admin.desk.visit.form(), 0).lead(admin.t().say("admin-staff-new-lead")).show(&admin)
}

/// `GET /admin/staff/{id}`.
pub(in crate::admin) async fn get(
    admin: Admin,
    Path(id): Path<UserId>,
    Query(ask): Query<Ask>,
) -> Result<Response, Problem> {
    let blank = admin.desk.visit.form();
    let (form, rows) = admin
        .read(move |tx, _, _, leave| {
            let stored = people::get(tx, &leave.permit::<AdminStaff>()?, id)?;
            Ok((form::filled(tx, blank.clone(), &stored)?, stored.value.grants.len()))
        })
        .await?;
    page(&admin, Some(id), &form, rows).notice(done(&admin, &ask.done)).show(&admin)
}

/// Looks up names and reads the rest; everything that is wrong at once.
fn draft(tx: &mut Tx, ctx: &Ctx, leave: &Leave, mut typed: StaffForm) -> Result<StaffDraft, Error> {
    let wrong = form::looked_up(tx, leave, &mut typed)?;
    if wrong.is_empty() {
        return typed.parse(ctx.today());
    }
    // What could not be looked up is told already; the rest is still read.
    typed.org = uuid::Uuid::nil().to_string();
    typed.grants.clear();
    let more = crate::admin::resolve::told(typed.parse(ctx.today()))?.err().unwrap_or_default();
    Err(Error::Invalid(more.into_iter().chain(wrong).collect()))
}

/// `POST /admin/staff/{id}`.
pub(in crate::admin) async fn post(
    admin: Admin,
    Path(id): Path<UserId>,
    sent: Submission,
) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let version =
        reader.field("version", |_, text| text.trim().parse::<i64>().map_err(|_| Refusal::invalid("", "form-broken")));
    let version = match reader.finish(version) {
        Ok(version) => version,
        Err(errors) => return failed(&admin, Some(id), &sent, errors),
    };
    let typed = form::typed(&sent);
    let saved = admin.write(move |tx, _, ctx, leave| {
        let draft = draft(tx, ctx, leave, typed.clone())?;
        people::update(tx, ctx, &leave.permit::<AdminStaff>()?, id, version, &draft)
    });
    match saved.await {
        Ok(_) => Ok(Redirect::to(&format!("/admin/staff/{id}?done=saved")).into_response()),
        Err(error) => failed(&admin, Some(id), &sent, error.try_into()?),
    }
}

/// `POST /admin/staff/new`: she is entered, and her first password is shown, once.
pub(in crate::admin) async fn post_new(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    if let Err(errors) = sent.reader().finish(Some(())) {
        return failed(&admin, None, &sent, errors);
    }
    let typed = form::typed(&sent);
    let (password, hash) = first_password(&admin).await?;
    let created = admin.write(move |tx, _, ctx, leave| {
        let mut draft = draft(tx, ctx, leave, typed.clone())?;
        draft.password = Some(hash.clone());
        people::create(tx, ctx, &leave.permit::<AdminStaff>()?, &draft)
    });
    match created.await {
        Ok(staff) => {
            let made = vec![(staff.name.reveal().to_owned(), staff.login.to_string(), password.reveal().to_owned())];
            password::shown(&admin, Line::from(admin.t().say("admin-done-created")), &made, None)
        }
        Err(error) => failed(&admin, None, &sent, error.try_into()?),
    }
}

/// A password and its hash, made off the async threads: a hash takes tens of milliseconds.
pub(super) async fn first_password(admin: &Admin) -> Result<(Password, PasswordHash), Problem> {
    let ctx = admin.desk.visit.state.ctx();
    let made = tokio::task::spawn_blocking(move || {
        let password = Password::random(&ctx);
        let hash = password.hash(&ctx, Cost::STRONG)?;
        Ok::<_, kernel::Fault>((password, hash))
    });
    Ok(made.await.map_err(|_| Problem::Panic)??)
}

fn failed(admin: &Admin, id: Option<UserId>, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    page(admin, id, &admin.desk.visit.form_again(sent, errors), form::rows(sent)).show(admin)
}
