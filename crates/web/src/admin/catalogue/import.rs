//! `/admin/catalogue/import`: the catalogue or the categories from a spreadsheet, tried first.

use axum::response::Response;
use domain::access::actions::AdminCatalogue;
use services::{
    catalogue::{import_catalogue, import_categories},
    organisation::Sheet,
};

use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back, clocks::put_in_force, report},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Notice, NoticeKind},
};

fn page(admin: &Admin, form: &Form) -> Page {
    let what = if form.value("what").is_empty() { form.clone().filled("what", "catalogue") } else { form.clone() };
    let day = admin.desk.visit.state.ctx().today().to_string();
    let day =
        if form.value("effective_from").is_empty() { form.clone().filled("effective_from", day) } else { form.clone() };
    let panel = Panel::post(form, "/admin/catalogue/import", admin.t(), "admin-import")
        .files()
        .group(Group::of(vec![
            what.choice("what", "catalogue-what")
                .option_with("catalogue", "catalogue-title", "catalogue-columns")
                .option_with("categories", "catalogue-categories", "catalogue-categories-columns"),
            day.date("effective_from", "catalogue-day").hint("catalogue-day-hint"),
        ]))
        .group(report::fields(form, "catalogue-file-hint"));
    Page::new(admin, "catalogue-import-title", Spot::Catalogue)
        .lead(admin.t().say("guide-import-lead"))
        .back(back("/admin/catalogue"))
        .wrong(form)
        .section(Section::new("").with(&panel))
}

/// `GET /admin/catalogue/import`.
pub(in crate::admin) async fn get(admin: Admin) -> Result<Response, Problem> {
    admin.leave.permit::<AdminCatalogue>()?;
    page(&admin, &admin.desk.visit.form()).show(&admin)
}

/// `POST /admin/catalogue/import`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let sheet = reader.field("file", |_, _| report::file(&sent).and_then(|file| Sheet::read(&file.bytes)));
    let day = reader.day("effective_from");
    let (sheet, day) = match reader.finish(sheet.zip(day)) {
        Ok(both) => both,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    };
    let (trial, is_tree) = (report::is_trial(&sent), sent.raw("what") == "categories");
    let import = admin.write(move |tx, _, ctx, leave| {
        let permit = leave.permit::<AdminCatalogue>()?;
        if is_tree {
            import_categories(tx, ctx, &permit, &sheet, day, trial)
        } else {
            import_catalogue(tx, ctx, &permit, &sheet, day, trial)
        }
    });
    match import.await {
        Ok(done) => {
            put_in_force(&admin).await?;
            let t = admin.t();
            let version = done.version.as_ref().map(|version| {
                let text = t.say("catalogue-new-version").with("version", version).with("day", t.full_date(day));
                Notice::new(NoticeKind::Info, text)
            });
            let page = page(&admin, &admin.desk.visit.form()).notice(report::notice(t, &done.report)).notice(version);
            report::errors(t, &done.report.errors).into_iter().fold(page, Page::section).show(&admin)
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
        }
    }
}
