//! `/admin/letters/{kind}`: the wording of one kind, its versions, and a new one from a day on.

use askama::Template as _;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{access::actions::AdminLetters, document::DocType};
use services::{Error, document};

use super::{in_force, kind_of, sections::Sections, to_list, version};
use crate::{
    admin::{Admin, Page, Section, Spot, clocks::put_in_force},
    forms::{Field, Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Line, Row, RowGroup},
};

/// The form: its sections, the day, and two things to do with it.
#[derive(askama::Template)]
#[template(path = "admin/wording.html")]
struct Sheet {
    t: Say,
    kind: DocType,
    hidden: Line,
    seen: String,
    fields: Vec<Field>,
    /// Names that may stand in braces, and whether they must.
    names: Vec<(String, bool)>,
}

fn seen(admin: &Admin, kind: DocType) -> String {
    document::revision(&admin.desk.visit.state.kit.reference(), kind, admin.place())
}

fn filled(admin: &Admin, kind: DocType) -> Form {
    let (template, _) = in_force(admin, kind);
    let sections = Sections::of(&template);
    admin
        .desk
        .visit
        .form()
        .filled("title", sections.title)
        .filled("mark", sections.mark)
        .filled("seal", sections.seal)
        .filled("body", sections.body)
        .filled("effective_from", admin.desk.visit.state.ctx().today().to_string())
        .filled("seen", seen(admin, kind))
}

fn page(admin: &Admin, kind: DocType, form: &Form) -> Page {
    let t = admin.t();
    let (template, own) = in_force(admin, kind);
    let spec = kind.spec();
    let mut fields = vec![form.text("title", "wordings-section-title")];
    if spec.numbered {
        fields.push(form.text("mark", "wordings-mark").hint("wordings-mark-hint"));
    }
    fields.push(form.text("seal", "wordings-section-seal").hint("wordings-seal-hint").optional("letters-optional"));
    fields.push(form.area("body", "wordings-section-body").hint("wordings-body-hint").tall());
    fields.push(form.date("effective_from", "wordings-from"));
    let sheet = Sheet {
        t,
        kind,
        hidden: Line::drawn(&form.hidden()),
        seen: form.value("seen").to_owned(),
        fields,
        names: kind.fields().map(|field| (field.label().to_owned(), spec.required.contains(&field))).collect(),
    };
    let drawn = sheet.render().unwrap_or_default();
    let now = t.say("wordings-now").with("version", version(t, &template, own));
    Page::titled(admin, t.message(&kind.message()).text(), Spot::Letters)
        .back(to_list())
        .lead(now)
        .wrong(form)
        .section(Section::new("").with(&drawn))
        .section(Section::new(t.say("wordings-versions").text()).with(&versions(admin, kind)))
}

/// Every version of this jurisdiction, and what came with the program.
fn versions(admin: &Admin, kind: DocType) -> DataTable {
    let t = admin.t();
    let reference = admin.desk.visit.state.kit.reference();
    let own = reference.templates.of(kind, admin.place());
    let row = |name: String, day: String| Row { cells: vec![Cell::text(name), Cell::text(day)], current: false };
    let mut rows: Vec<Row> = own.iter().map(|one| row(one.version.clone(), t.full_date(one.effective_from))).collect();
    rows.push(row(t.say("wordings-shipped").text(), String::new()));
    DataTable {
        caption: t.say("wordings-versions").text(),
        columns: ["wordings-version", "wordings-from"].map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

/// `GET /admin/letters/{kind}`.
pub(in crate::admin) async fn get(admin: Admin, Path(kind): Path<String>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminLetters>()?;
    let kind = kind_of(&kind)?;
    page(&admin, kind, &filled(&admin, kind)).show(&admin)
}

/// The page again with what stands against it.
pub(super) fn again(admin: &Admin, kind: DocType, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    page(admin, kind, &admin.desk.visit.form_again(sent, errors)).show(admin)
}

/// `POST /admin/letters/{kind}`: a new version from its day on.
pub(in crate::admin) async fn post(
    admin: Admin,
    Path(kind): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let kind = kind_of(&kind)?;
    let sections = Sections::sent(&sent);
    let mut reader = sent.reader();
    let day = reader.day("effective_from");
    for refusal in sections.check(kind).err().unwrap_or_default() {
        reader.refuse(refusal);
    }
    let errors = match reader.finish(day) {
        Ok(day) => {
            let (text, seen) = (sections.text(), sent.raw("seen").to_owned());
            let saved = admin.write(move |tx, _, ctx, leave| {
                document::publish(tx, ctx, &leave.permit::<AdminLetters>()?, kind, (&text, day, &seen))
            });
            match saved.await {
                Ok(_) => {
                    put_in_force(&admin).await?;
                    return Ok(Redirect::to("/admin/letters?done=saved").into_response());
                }
                Err(Error::Invalid(refusals)) => FormErrors::from(sections.placed(refusals)),
                Err(Error::Refused(refusal)) if refusal.field == "from" => refusal.on("effective_from").into(),
                Err(error) => error.try_into()?,
            }
        }
        Err(errors) => errors,
    };
    again(&admin, kind, &sent, errors)
}
