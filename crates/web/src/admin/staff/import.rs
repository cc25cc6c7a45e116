//! `/admin/staff/import`: staff from a spreadsheet, tried first; passwords that were made are shown once.

use axum::response::Response;
use domain::access::actions::AdminStaff;
use services::{
    auth::Cost,
    organisation::Sheet,
    people::{InitialPassword, StaffPlan, apply_staff, plan_staff},
};

use super::password;
use crate::{
    admin::{Admin, Page, Panel, Section, Spot, back, report},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
};

fn page(admin: &Admin, form: &Form) -> Page {
    let panel = Panel::post(form, "/admin/staff/import", admin.t(), "admin-import")
        .files()
        .group(report::fields(form, "admin-staff-columns"));
    Page::new(admin, "admin-staff-import-title", Spot::Staff)
        .lead(admin.t().say("guide-import-lead"))
        .back(back("/admin/staff"))
        .wrong(form)
        .section(Section::new("").with(&panel))
}

/// `GET /admin/staff/import`.
pub(in crate::admin) async fn get(admin: Admin) -> Result<Response, Problem> {
    page(&admin, &admin.desk.visit.form()).show(&admin)
}

/// `POST /admin/staff/import`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let sheet = reader.field("file", |_, _| report::file(&sent).and_then(|file| Sheet::read(&file.bytes)));
    let sheet = match reader.finish(sheet) {
        Ok(sheet) => sheet,
        Err(errors) => return failed(&admin, &sent, errors),
    };
    let trial = report::is_trial(&sent);
    let plan = match plan(&admin, sheet, trial).await? {
        Ok(plan) => plan,
        Err(error) => return failed(&admin, &sent, error.try_into()?),
    };
    let import = admin.write(move |tx, _, ctx, leave| {
        let (report, made) = apply_staff(tx, ctx, &leave.permit::<AdminStaff>()?, &plan, trial)?;
        Ok((report, made))
    });
    let (done, made) = match import.await {
        Ok(done) => done,
        Err(error) => return failed(&admin, &sent, error.try_into()?),
    };
    let (notice, errors) = (report::notice(admin.t(), &done), report::errors(admin.t(), &done.errors));
    if trial || made.is_empty() {
        let page = page(&admin, &admin.desk.visit.form()).notice(notice);
        return errors.into_iter().fold(page, Page::section).show(&admin);
    }
    password::shown(&admin, notice.text, &table(&made), errors)
}

/// Makes and hashes passwords off the async threads. A trial keeps none of them, so it need not spend the time.
async fn plan(admin: &Admin, sheet: Sheet, trial: bool) -> Result<Result<StaffPlan, services::Error>, Problem> {
    let ctx = admin.desk.visit.state.ctx();
    let cost = if trial { Cost::CHEAP } else { Cost::STRONG };
    tokio::task::spawn_blocking(move || plan_staff(sheet, &ctx, cost)).await.map_err(|_| Problem::Panic)
}

fn table(made: &[InitialPassword]) -> Vec<(String, String, String)> {
    let row = |one: &InitialPassword| (String::new(), one.login.clone(), one.password.reveal().clone());
    made.iter().map(row).collect()
}

fn failed(admin: &Admin, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    page(admin, &admin.desk.visit.form_again(sent, errors)).show(admin)
}
