//! `/admin/units/import`: organisations from a spreadsheet, tried first.

use axum::response::Response;
use domain::access::actions::AdminUnits;
use services::organisation::{Sheet, import_units};

use crate::{
    admin::{Admin, Page, Panel, Section, Spot, back, report},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
};

fn page(admin: &Admin, form: &Form) -> Page {
    let panel = Panel::post(form, "/admin/units/import", admin.t(), "admin-import")
        .files()
        .group(report::fields(form, "admin-units-columns"));
    Page::new(admin, "admin-units-import-title", Spot::Units)
        .lead(admin.t().say("guide-import-lead"))
        .back(back("/admin/units"))
        .wrong(form)
        .section(Section::new("").with(&panel))
}

/// `GET /admin/units/import`.
pub(in crate::admin) async fn get(admin: Admin) -> Result<Response, Problem> {
    page(&admin, &admin.desk.visit.form()).show(&admin)
}

/// `POST /admin/units/import`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let sheet = reader.field("file", |_, _| report::file(&sent).and_then(|file| Sheet::read(&file.bytes)));
    let sheet = match reader.finish(sheet) {
        Ok(sheet) => sheet,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    };
    let trial = report::is_trial(&sent);
    let import =
        admin.write(move |tx, _, ctx, leave| import_units(tx, ctx, &leave.permit::<AdminUnits>()?, &sheet, trial));
    match import.await {
        Ok(done) => {
            let page = page(&admin, &admin.desk.visit.form()).notice(report::notice(admin.t(), &done));
            report::errors(admin.t(), &done.errors).into_iter().fold(page, Page::section).show(&admin)
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
        }
    }
}
