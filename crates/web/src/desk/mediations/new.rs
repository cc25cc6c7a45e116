//! Opening a mediation: from a matter, whose petitioner is the first party, or for parties who come by themselves.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::mediation::{OrgType, Origin, Source, Topic};
use kernel::{CaseId, Locale, Mobile, OrgId, PersonName, Refusal, Text};
use serde::Deserialize;
use services::{
    Error, matter,
    mediation::{self, Asked, NewMediation},
    petition::Contact,
};
use store::idempotency;

use crate::{
    desk::{Desk, Here},
    forms::{Field, Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::Line,
    view::Frame,
};

/// Parties that the form has room for.
const ROOM: usize = 4;

#[derive(Template)]
#[template(path = "desk/mediation_new.html")]
struct NewPage {
    t: Frame,
    form: Form,
    fields: Vec<Line>,
    /// Each party's fields under its heading.
    parties: Vec<(String, Vec<Line>)>,
    case: String,
    /// The number of the matter it comes from.
    number: String,
}

/// Which matter it comes from.
#[derive(Deserialize, Default)]
pub(super) struct From {
    #[serde(default)]
    case: String,
}

/// `GET /desk/mediations/new`.
pub(super) async fn get(desk: Desk, Query(from): Query<From>) -> Result<Response, Problem> {
    let form = desk.visit.form();
    show(&desk, form, &from.case, StatusCode::OK).await
}

async fn show(desk: &Desk, form: Form, case: &str, status: StatusCode) -> Result<Response, Problem> {
    let id: Option<CaseId> = case.parse().ok();
    let found = desk.read(move |tx, _, ctx, subject| {
        let permit = mediation::may_open(subject)?;
        let committees = mediation::committees(tx, ctx, permit.place())?;
        let mine = permit.actor().org();
        let row = match id {
            Some(id) => {
                let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
                let reads = domain::access::permit::<domain::access::actions::ReadMatter>(subject, &row.facts).is_ok();
                let finds = domain::access::permit::<domain::access::actions::ReadFind>(subject, &row.facts).is_ok();
                if !reads && !finds {
                    return Err(Refusal::not_permitted().into());
                }
                Some(row)
            }
            None => None,
        };
        Ok((committees, mine, row))
    });
    let (committees, mine, row) = found.await?;
    let form = match mine.filter(|mine| committees.iter().any(|(id, _)| id == mine)) {
        Some(mine) if !form.has_errors() => form.filled("committee", mine.to_string()),
        _ => form,
    };
    let form = match &row {
        Some(row) if !form.has_errors() => form.filled("title", row.title.as_str()),
        _ => form,
    };
    let t = desk.t();
    let committees: Vec<(String, String)> = committees.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let first = usize::from(row.is_some());
    let heading =
        |no: usize| t.say("mediations-party").with("party", domain::mediation::words::letter(no_of(no))).text();
    let page = NewPage {
        t: desk.frame("mediations-new", Here::Mediations).failed(form.has_errors()),
        fields: fields(&form, &committees, row.is_some()).iter().map(Line::drawn).collect(),
        parties: (first + 1..=ROOM).map(|no| (heading(no), party(&form, no, first + 2))).collect(),
        number: row.map(|row| row.number.to_string()).unwrap_or_default(),
        case: id.map(|id| id.to_string()).unwrap_or_default(),
        form,
    };
    desk.visit.page_as(status, &page)
}

fn no_of(no: usize) -> u16 {
    u16::try_from(no).unwrap_or(u16::MAX)
}

fn fields(form: &Form, committees: &[(String, String)], from_case: bool) -> Vec<Field> {
    let names = |field: Field, all: Vec<(&'static str, String)>| {
        all.into_iter().fold(field, |field, (name, key)| field.option(name, &key))
    };
    let types = OrgType::ALL.iter().map(|one| (one.name(), one.key())).collect();
    let topics = Topic::ALL.iter().map(|one| (one.name(), one.key())).collect();
    let origins = Origin::ALL.iter().map(|one| (one.name(), one.key())).collect();
    let sources = Source::ALL.iter().filter(|one| one.case_kind().is_none());
    let mut all = vec![
        form.select("committee", "mediations-committee").option("", "desk-choose").options(committees),
        names(form.choice("org_type", "mediations-org-type").hint("mediations-org-type-hint"), types),
        names(form.choice("origin", "mediations-origin"), origins),
    ];
    if !from_case {
        let sources = sources.map(|one| (one.name(), one.key())).collect();
        all.push(names(form.choice("source", "mediations-source"), sources));
    }
    all.push(names(form.select("topic", "mediations-topic").option("", "desk-choose"), topics));
    all.push(form.text("title", "mediations-line").hint("mediations-line-hint"));
    all.push(form.area("facts", "mediations-facts").hint("mediations-facts-hint"));
    all
}

fn party(form: &Form, no: usize, optional_from: usize) -> Vec<Line> {
    let name = form.text(&format!("party{no}"), "mediations-name").complete("off");
    let name = if no >= optional_from { name.optional("desk-optional") } else { name };
    let all = [
        name,
        form.text(&format!("phone{no}"), "mediations-phone").keyboard("tel").complete("off").optional("desk-optional"),
        form.text(&format!("address{no}"), "mediations-address").complete("off").optional("desk-optional"),
    ];
    all.iter().map(Line::drawn).collect()
}

/// `POST /desk/mediations/new`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let case = sent.raw("case").to_owned();
    let mut reader = sent.reader();
    let (key, asked) = (reader.key(), read(&mut reader, case.parse().ok()));
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => {
            let key = key.to_string();
            let write = desk.write(move |tx, kit, ctx, subject| {
                let scope = "desk/mediations";
                let digest = kit.keys.blind_index(scope, &format!("{} {}", asked.title, asked.facts));
                match idempotency::lookup(tx, scope, &key, &digest)? {
                    idempotency::Known::Done(first) => return Ok(first),
                    idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
                    idempotency::Known::New => {}
                }
                let permit = mediation::may_open(subject)?;
                let id = mediation::open(tx, kit, ctx, subject, &permit, &asked)?;
                // Whoever brings a matter from another office does not read what becomes of it.
                let reads = matter::find_by_id(tx, id)?.is_some_and(|row| {
                    let reading = domain::access::permit::<domain::access::actions::ReadMediation>(subject, &row.facts);
                    reading.is_ok()
                });
                let to = match asked.source {
                    Asked::Case(case) if !reads => format!("/desk/matters/{case}"),
                    _ if !reads => "/desk".to_owned(),
                    _ => format!("/desk/mediations/{id}?done=open"),
                };
                idempotency::record(tx, scope, &key, &digest, &to, ctx.now())?;
                Ok(to)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(to) => Ok(Redirect::to(&to).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            show(&desk, desk.visit.form_again(&sent, errors), &case, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn read(reader: &mut Reader<'_>, case: Option<CaseId>) -> Option<NewMediation> {
    let unknown = |field: &str| Refusal::invalid(field, "unknown-choice");
    let committee =
        reader.required("committee", "choose-one", |field, text| text.parse::<OrgId>().map_err(|_| unknown(field)));
    let org_type = reader.required("org_type", "choose-one", |f, text| OrgType::parse(text).ok_or_else(|| unknown(f)));
    let origin = reader.required("origin", "choose-one", |f, text| Origin::parse(text).ok_or_else(|| unknown(f)));
    let source = if let Some(case) = case {
        Some(Asked::Case(case))
    } else {
        let named = |f: &str, text: &str| {
            let source = Source::parse(text).filter(|one| one.case_kind().is_none());
            source.map(Asked::Plain).ok_or_else(|| unknown(f))
        };
        reader.required("source", "choose-one", named)
    };
    let topic = reader.required("topic", "choose-one", |f, text| Topic::parse(text).ok_or_else(|| unknown(f)));
    let (title, facts) = (reader.field("title", Text::parse), reader.field("facts", Text::parse));
    let first = usize::from(case.is_some()) + 1;
    let parties = (first..=ROOM).filter_map(|no| contact(reader, no, no <= 2)).collect();
    let (committee, org_type, origin, source) = (committee?, org_type?, origin?, source?);
    Some(NewMediation { committee, org_type, origin, source, topic: topic?, title: title?, facts: facts?, parties })
}

fn contact(reader: &mut Reader<'_>, no: usize, required: bool) -> Option<Contact> {
    let (name, phone, address) = (format!("party{no}"), format!("phone{no}"), format!("address{no}"));
    let parse = |field: &str, text: &str| PersonName::parse(field, text);
    let name =
        if required { reader.required(&name, "mediation-two-parties", parse) } else { reader.optional(&name, parse) };
    let phone = reader.optional(&phone, Mobile::parse);
    let address = reader.optional(&address, Text::parse);
    Some(Contact { name: Some(name?), phone, address, language: Locale::Zh })
}
