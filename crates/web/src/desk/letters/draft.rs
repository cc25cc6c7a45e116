//! `/desk/letters/new/{case}`: drafting a letter in a case for a second person to sign. First the kind, then its fields.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, actions::DraftLetter},
    document::{Audience, Content, DocType, Field as Part, FieldKind, SPECS, Signing},
};
use kernel::{CaseId, OrgId, Refusal};
use serde::Deserialize;
use services::{
    document::{self, Addressee, NewLetter},
    matter, organisation,
};

use crate::{
    desk::{Desk, Here},
    forms::{Field, Form, FormErrors, Reader, Submission},
    problem::Problem,
    view::Frame,
};

/// Which kind.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    kind: String,
}

#[derive(Template)]
#[template(path = "desk/letter-draft.html")]
struct DraftPage {
    t: Frame,
    back: String,
    action: String,
    /// Kinds to choose from: address, name, whether it is this one.
    kinds: Vec<(String, String, bool)>,
    form: Form,
    to: Option<Field>,
    fields: Vec<Field>,
    chosen: bool,
}

/// Kinds that people draft in a case; the others come from events of the case, of supervision or of advice.
fn kinds() -> impl Iterator<Item = DocType> {
    SPECS
        .iter()
        .filter(|spec| spec.signing == Signing::Two)
        .map(|spec| spec.kind)
        .filter(|kind| document::is_drafted(*kind))
}

/// Fields to be filled in, required ones first.
pub(super) fn fields(form: &Form, kind: DocType) -> Vec<Field> {
    let field = |part: Part, optional: bool| {
        let (name, label) = (part.name(), part.key());
        let field = match part.kind() {
            FieldKind::Text => form.area(name, &label),
            FieldKind::Day => form.date(name, &label),
            FieldKind::Items => form.area(name, &label).hint("letters-items-hint"),
        };
        if optional { field.optional("letters-optional") } else { field }
    };
    let spec = kind.spec();
    let required = spec.required.iter().map(|part| field(*part, false));
    required.chain(spec.optional.iter().map(|part| field(*part, true))).collect()
}

/// Offices that a letter can go to, and the title of the case.
struct Room {
    offices: Vec<(String, String)>,
    title: String,
}

async fn room(desk: &Desk, case: CaseId) -> Result<Room, Problem> {
    let room = desk.read(move |tx, _, ctx, subject| {
        let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
        access::permit::<DraftLetter>(subject, &row.facts)?;
        let around = organisation::directory_around(tx, &row.facts.division, ctx.today())?;
        let units = around.units_for(&row.facts.division);
        let mut offices: Vec<(String, String)> = units.map(|org| (org.id.to_string(), org.name.to_string())).collect();
        if let Some(holder) = row.facts.holder {
            offices.sort_by_key(|(id, _)| *id != holder.to_string());
        }
        Ok(Room { offices, title: row.title })
    });
    Ok(room.await?)
}

/// `GET /desk/letters/new/{case}`.
pub(super) async fn get(desk: Desk, Path(case): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let case: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let room = room(&desk, case).await?;
    let kind = kinds().find(|kind| kind.name() == asked.kind);
    let form = desk.visit.form().filled(Part::Matter.name(), room.title.clone());
    desk.visit.page(&page(&desk, case, kind, form, &room))
}

fn page(desk: &Desk, case: CaseId, kind: Option<DocType>, form: Form, room: &Room) -> DraftPage {
    let t = desk.t();
    let named = |kind: DocType| t.message(&kind.message()).to_string();
    let choice = |one: DocType| (format!("/desk/letters/new/{case}?kind={one}"), named(one), Some(one) == kind);
    let spec = kind.map(DocType::spec);
    let to = spec.filter(|spec| spec.audience == Audience::Office);
    DraftPage {
        t: desk.frame("letters-new", Here::Letters),
        back: format!("/desk/matters/{case}"),
        action: format!("/desk/letters/new/{case}?kind={}", kind.map_or("", DocType::name)),
        kinds: kinds().map(choice).collect(),
        to: to.map(|_| form.select("to", "letters-to").options(&room.offices)),
        fields: kind.map(|kind| fields(&form, kind)).unwrap_or_default(),
        chosen: kind.is_some(),
        form,
    }
}

/// `POST /desk/letters/new/{case}?kind=`.
pub(super) async fn post(
    desk: Desk,
    Path(case): Path<String>,
    Query(asked): Query<Asked>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = case.parse().map_err(|_| Problem::NotFound)?;
    let kind = kinds().find(|kind| kind.name() == asked.kind).ok_or(Problem::NotFound)?;
    let parsed = read(kind, &sent);
    let drafted = match parsed {
        Ok((to, content)) => {
            let work = desk.write(move |tx, kit, ctx, subject| {
                let new = |row: &matter::MatterRow| NewLetter {
                    kind,
                    division: row.facts.division.clone(),
                    case: Some(case),
                    seq: None,
                    to: to.clone(),
                    content: content.clone(),
                };
                document::draft_in(tx, kit, ctx, subject, case, new)
            });
            work.await.map_err(FormErrors::try_from)
        }
        Err(errors) => Err(Ok(errors)),
    };
    match drafted {
        Ok(id) => Ok(Redirect::to(&format!("/desk/letters/{id}?done=drafted")).into_response()),
        Err(errors) => {
            let form = desk.visit.form_again(&sent, errors?);
            let room = room(&desk, case).await?;
            desk.visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&desk, case, Some(kind), form, &room))
        }
    }
}

/// Everything that was typed. What is required must be there at once: whoever drafts is the one who knows it.
fn read(kind: DocType, sent: &Submission) -> Result<(Addressee, Content), FormErrors> {
    let mut reader = sent.reader();
    let content = contents(kind, sent, &mut reader);
    let to = match kind.spec().audience {
        Audience::Person => Some(Addressee::Petitioner),
        Audience::File => Some(Addressee::File),
        Audience::Office => reader.field("to", |name, text| {
            text.parse::<OrgId>().map(Addressee::Org).map_err(|_| Refusal::invalid(name, "text-empty"))
        }),
    };
    reader.finish(to.map(|to| (to, content)))
}

/// What was typed into the fields of a kind; what is missing or wrong is refused by its field.
pub(super) fn contents(kind: DocType, sent: &Submission, reader: &mut Reader<'_>) -> Content {
    match document::written(kind, |part| sent.raw(part.name()).to_owned()) {
        Ok(content) => content,
        Err(refusals) => {
            for refusal in refusals {
                reader.refuse(refusal);
            }
            Content::new()
        }
    }
}
