//! `/admin/units/new` and `/admin/units/{id}`: one organisation.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::AdminUnits,
    organisation::{Org, OrgFunction, OrgKind},
};
use kernel::{OrgId, Refusal, Text};
use serde::Deserialize;
use services::{
    Error,
    organisation::{self, OrgDraft, OrgForm, Stored},
};
use store::Tx;

use crate::{
    admin::{Admin, Group, Leave, Page, Panel, Section, Spot, back, page::done, resolve},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
};

/// What the page of one unit asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::admin) struct Ask {
    at: String,
    done: String,
}

/// Which unit a form is about: one that is known, or a new one.
fn action(id: Option<OrgId>) -> String {
    id.map_or_else(|| "/admin/units/new".to_owned(), |id| format!("/admin/units/{id}"))
}

fn page(admin: &Admin, id: Option<OrgId>, form: &Form) -> Page {
    let t = admin.t();
    let title = if id.is_some() { form.value("name").to_owned() } else { t.say("admin-unit-new").text() };
    let panel = Panel::post(form, action(id), t, "admin-save")
        .carry("version", form.value("version"))
        .group(Group::of(names(form)))
        .group(Group::of(above(form)).legend(t.say("admin-unit-above").text()).hint(t.say("admin-unit-above-text")))
        .group(
            Group::of(contact(form)).legend(t.say("admin-unit-contact").text()).hint(t.say("admin-unit-contact-text")),
        )
        .group(Group::of(tasks(form)).id("functions").legend(t.say("admin-unit-tasks").text()));
    Page::titled(admin, title, Spot::Units)
        .lead(t.say("guide-unit-new-lead"))
        .back(back("/admin/units"))
        .wrong(form)
        .section(Section::new("").with(&panel))
}

fn names(form: &Form) -> Vec<crate::forms::Field> {
    let kinds = OrgKind::ALL.iter();
    let kind = kinds.fold(form.select("kind", "admin-unit-kind"), |field, kind| field.option(kind.name(), &kind.key()));
    vec![
        kind,
        form.text("name", "admin-unit-name"),
        form.text("short_name", "admin-unit-short").optional("admin-optional"),
        form.text("doc_code", "admin-unit-doc-code").optional("admin-optional").hint("admin-unit-doc-code-hint"),
        form.text("division", "admin-unit-division").hint("admin-division-hint"),
    ]
}

fn above(form: &Form) -> Vec<crate::forms::Field> {
    vec![
        form.text("parent", "admin-unit-parent").optional("admin-optional").hint("admin-unit-hint"),
        form.text("line_superior", "admin-unit-line").optional("admin-optional"),
        form.check("vertical", "admin-unit-vertical").hint("admin-unit-vertical-text"),
    ]
}

fn contact(form: &Form) -> Vec<crate::forms::Field> {
    vec![
        form.text("phone", "admin-unit-phone").optional("admin-optional"),
        form.text("address", "admin-unit-address").optional("admin-optional"),
        form.text("hours", "admin-unit-hours").optional("admin-optional"),
    ]
}

fn tasks(form: &Form) -> Vec<crate::forms::Field> {
    let mut fields = vec![
        form.select("accepts", "admin-unit-accepts")
            .hint("admin-unit-accepts-text")
            .option("", "admin-unit-accepts-usual")
            .option("yes", "admin-yes")
            .option("no", "admin-no"),
    ];
    fields.extend(OrgFunction::ALL.iter().map(|function| form.check(&box_of(*function), &function.key())));
    fields.push(form.date("active_to", "admin-unit-until").optional("admin-optional").hint("admin-unit-until-text"));
    fields
}

fn box_of(function: OrgFunction) -> String {
    format!("does-{}", function.name())
}

/// `GET /admin/units/new`.
pub(in crate::admin) async fn get_new(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let at = admin.spot(&ask.at);
    let words = admin.read(move |tx, _, _, _| resolve::division_words(tx, &at)).await?;
    let form = admin.desk.visit.form().filled("division", words).filled("kind", OrgKind::Unit.name());
    page(&admin, None, &form).show(&admin)
}

/// `GET /admin/units/{id}`.
pub(in crate::admin) async fn get(
    admin: Admin,
    Path(id): Path<OrgId>,
    Query(ask): Query<Ask>,
) -> Result<Response, Problem> {
    let blank = admin.desk.visit.form();
    let form = admin
        .read(move |tx, _, _, leave| {
            let permit = leave.permit::<AdminUnits>()?;
            let stored = organisation::get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
            permit.within(&stored.value.division)?;
            filled(tx, blank.clone(), &stored)
        })
        .await?;
    page(&admin, Some(id), &form).notice(done(&admin, &ask.done)).show(&admin)
}

/// The form as the unit stands.
fn filled(tx: &mut Tx, form: Form, stored: &Stored<Org>) -> Result<Form, Error> {
    let org = &stored.value;
    let mut named = |id: Option<OrgId>| -> Result<String, Error> {
        let Some(id) = id else { return Ok(String::new()) };
        Ok(organisation::get(tx, id)?.map(|above| resolve::unit_words(&above.value)).unwrap_or_default())
    };
    let (parent, line) = (named(org.parent)?, named(org.line_superior)?);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let tick = |is: bool| if is { "yes" } else { "" };
    let form = form
        .filled("version", stored.version.to_string())
        .filled("kind", org.kind.name())
        .filled("name", org.name.as_str())
        .filled("short_name", text(org.short_name.as_ref().map(Text::as_str)))
        .filled("doc_code", text(org.doc_code.as_ref().map(Text::as_str)))
        .filled("division", resolve::division_words(tx, &org.division)?)
        .filled("parent", parent)
        .filled("line_superior", line)
        .filled("vertical", tick(org.vertical))
        .filled("phone", text(org.phone.as_ref().map(Text::as_str)))
        .filled("address", text(org.address.as_ref().map(Text::as_str)))
        .filled("hours", text(org.hours.as_ref().map(Text::as_str)))
        .filled("accepts", if org.accepts_petitions { "yes" } else { "no" })
        .filled("active_to", org.active_to.map(|day| day.to_string()).unwrap_or_default());
    Ok(org.functions.iter().fold(form, |form, function| form.filled(&box_of(*function), "yes")))
}

/// What was typed, names not yet looked up.
fn typed(sent: &Submission) -> OrgForm {
    let raw = |name: &str| sent.raw(name).to_owned();
    let does = |function: &&OrgFunction| !sent.raw(&box_of(**function)).is_empty();
    OrgForm {
        kind: raw("kind"),
        name: raw("name"),
        short_name: raw("short_name"),
        doc_code: raw("doc_code"),
        division: raw("division"),
        parent: raw("parent"),
        line_superior: raw("line_superior"),
        vertical: !sent.raw("vertical").is_empty(),
        phone: raw("phone"),
        address: raw("address"),
        hours: raw("hours"),
        accepts_petitions: match sent.raw("accepts") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        functions: OrgFunction::ALL.iter().filter(does).map(|function| function.name().to_owned()).collect(),
        active_to: raw("active_to"),
    }
}

/// Looks up names and reads the rest; everything that is wrong at once.
fn draft(tx: &mut Tx, leave: &Leave, mut form: OrgForm) -> Result<OrgDraft, Error> {
    let mut wrong: Vec<Refusal> = vec![];
    match resolve::told(resolve::division(tx, "division", &form.division, &leave.place))? {
        Ok(code) => form.division = code.to_string(),
        Err(refusals) => {
            wrong.extend(refusals);
            form.division = leave.place.to_string();
        }
    }
    for (field, text) in [("parent", &mut form.parent), ("line_superior", &mut form.line_superior)] {
        let found = resolve::told(resolve::unit(tx, field, text, &leave.place))?;
        *text = found
            .unwrap_or_else(|refusals| {
                wrong.extend(refusals);
                None
            })
            .map(|org| org.id.to_string())
            .unwrap_or_default();
    }
    match resolve::told(form.parse())? {
        Ok(draft) if wrong.is_empty() => Ok(draft),
        Ok(_) => Err(Error::Invalid(wrong)),
        Err(more) => Err(Error::Invalid(wrong.into_iter().chain(more).collect())),
    }
}

/// `POST /admin/units/new`.
pub(in crate::admin) async fn post_new(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    save(admin, None, sent).await
}

/// `POST /admin/units/{id}`.
pub(in crate::admin) async fn post(admin: Admin, Path(id): Path<OrgId>, sent: Submission) -> Result<Response, Problem> {
    save(admin, Some(id), sent).await
}

async fn save(admin: Admin, id: Option<OrgId>, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let version = match id {
        Some(_) => {
            reader.field("version", |_, text| text.trim().parse().map_err(|_| Refusal::invalid("", "form-broken")))
        }
        None => Some(0),
    };
    let version: i64 = match reader.finish(version) {
        Ok(version) => version,
        Err(errors) => return page(&admin, id, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    };
    let typed = typed(&sent);
    let saved = admin
        .write(move |tx, _, ctx, leave| {
            let permit = leave.permit::<AdminUnits>()?;
            let draft = draft(tx, leave, typed.clone())?;
            match id {
                Some(id) => organisation::update(tx, ctx, &permit, id, version, draft).map(|stored| stored.value.id),
                None => organisation::create(tx, ctx, &permit, draft).map(|org| org.id),
            }
        })
        .await;
    match saved {
        Ok(org) => {
            let word = if id.is_some() { "saved" } else { "created" };
            Ok(Redirect::to(&format!("/admin/units/{org}?done={word}")).into_response())
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(&admin, id, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
        }
    }
}
