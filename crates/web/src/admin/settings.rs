//! `/admin/settings`: what the law leaves open and this project proposes (〔P〕), each within its bounds.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::AdminClocks,
    settings::{BOUNDS, Bounds, Settings},
};
use kernel::Refusal;
use serde::Deserialize;
use serde_json::{Map, Value};
use services::reference;

use super::{Admin, Group, Page, Panel, Section, Spot, clocks::put_in_force, page::done};
use crate::{
    forms::{Form, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Line, Notice, NoticeKind},
};

/// What the page asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    done: String,
}

fn slug(bounds: &Bounds) -> String {
    bounds.name.replace('_', "-")
}

fn page(admin: &Admin, form: &Form) -> Page {
    let t = admin.t();
    let panel = BOUNDS.iter().fold(Panel::post(form, "/admin/settings", t, "admin-save"), |panel, bounds| {
        let label = format!("admin-setting-{}", slug(bounds));
        let field = form.text(bounds.name, &label).keyboard("numeric").hint(&format!("{label}-text"));
        panel.group(Group::of(vec![field.optional(mark(bounds))]).hint(limits(t, bounds)))
    });
    Page::new(admin, "admin-settings-title", Spot::Settings)
        .lead(t.say("admin-settings-lead"))
        .wrong(form)
        .notice(Notice::new(NoticeKind::Caution, t.say("admin-settings-confirm")))
        .section(Section::new("").with(&panel))
}

/// Whether the law sets it or the place must confirm it.
fn mark(bounds: &Bounds) -> &'static str {
    if bounds.law.is_empty() { "admin-unconfirmed" } else { "admin-by-law" }
}

fn limits(t: Say, bounds: &Bounds) -> Line {
    let usual = bounds.of(&Settings::default());
    t.say("admin-setting-limits").with("min", bounds.min).with("max", bounds.max).with("usual", usual).into()
}

/// `GET /admin/settings`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminClocks>()?;
    let settings = admin.desk.visit.state.kit.reference().settings.clone();
    let form = BOUNDS
        .iter()
        .fold(admin.desk.visit.form(), |form, bounds| form.filled(bounds.name, bounds.of(&settings).to_string()));
    page(&admin, &form).notice(done(&admin, &ask.done)).show(&admin)
}

/// `POST /admin/settings`.
pub(super) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let mut given = Map::new();
    for bounds in &BOUNDS {
        let range = || Refusal::invalid(bounds.name, "setting-range").with("min", bounds.min).with("max", bounds.max);
        // Out of bounds is told by the settings themselves; here only what is no number of days or people at all.
        let value =
            reader.field(bounds.name, |_, text| kernel::halfwidth(text).trim().parse::<u32>().map_err(|_| range()));
        given.extend(value.map(|value| (bounds.name.to_owned(), Value::from(value))));
    }
    let outcome = match reader.finish(Some(())) {
        Ok(()) => {
            let text = Value::Object(given).to_string();
            let loaded = admin.write(move |tx, _, ctx, leave| {
                reference::load_settings(tx, ctx, &leave.permit::<AdminClocks>()?, &text)
            });
            match loaded.await {
                Ok(_) => Ok(()),
                Err(error) => Err(error.try_into()?),
            }
        }
        Err(errors) => Err(errors),
    };
    match outcome {
        Ok(()) => {
            put_in_force(&admin).await?;
            Ok(Redirect::to("/admin/settings?done=saved").into_response())
        }
        Err(errors) => page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    }
}
