//! `POST /admin/letters/{kind}/preview`: the wording as a sheet of paper, every field by its name.

use axum::{extract::Path, http::HeaderMap, response::Response};
use domain::{
    access::actions::AdminLetters,
    document::{Content, DocType, Entry, FieldKind, Issuer, Letter, Stamp, Template, compose},
};
use kernel::Fault;

use super::{edit::again, kind_of, sections::Sections};
use crate::{
    admin::Admin,
    forms::{FormErrors, Submission},
    problem::Problem,
    view::ranged,
};

/// The handler.
pub(in crate::admin) async fn post(
    admin: Admin,
    Path(kind): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    admin.leave.permit::<AdminLetters>()?;
    let kind = kind_of(&kind)?;
    let sections = Sections::sent(&sent);
    if let Err(refusals) = sections.check(kind) {
        return again(&admin, kind, &sent, FormErrors::from(refusals));
    }
    let template = sections.template(kind);
    let state = admin.desk.visit.state.clone();
    let sheet = compose(&sample(&admin, &template), &template, &state.config.public_url, Some(Stamp::Draft));
    let printed = tokio::task::spawn_blocking(move || state.press.print(&sheet));
    let printed = printed.await.map_err(|error| Fault::inconsistent("press", error))??;
    Ok(ranged(printed.bytes, "application/pdf", &HeaderMap::new()))
}

/// A letter that says the names of its fields: nothing in it is of a case.
fn sample(admin: &Admin, template: &Template) -> Letter {
    let ctx = admin.desk.visit.state.ctx();
    let kind: DocType = template.kind;
    let content = kind.fields().fold(Content::new(), |content, field| {
        let name = format!("〔{}〕", field.label());
        match field.kind() {
            FieldKind::Text => content.text(field, name),
            FieldKind::Day => content.day(field, ctx.today()),
            FieldKind::Items => content.items(field, vec![Entry::of(name.clone()), Entry::of(name)]),
        }
    });
    let office = admin.desk.who.me.org_name.clone();
    Letter {
        kind,
        issuer: Issuer { code: office.chars().take(16).collect(), name: office, phone: None, address: None },
        to: "〔收件人〕".into(),
        case: None,
        number: None,
        code: None,
        date: ctx.today(),
        at: ctx.now(),
        content,
    }
}
