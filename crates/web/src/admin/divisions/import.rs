//! `/admin/divisions/import`: the tree, or what people call its parts, from a CSV.

use axum::response::Response;
use domain::access::actions::AdminDivisions;
use services::{divisions, organisation::RowError};

use super::imported;
use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back, report},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
};

const PATH: &str = "/admin/divisions/import";

fn page(admin: &Admin, form: &Form) -> Page {
    let what = if form.value("what").is_empty() { form.clone().filled("what", "divisions") } else { form.clone() };
    let panel = Panel::post(form, PATH, admin.t(), "admin-import").files().group(Group::of(vec![
        what.choice("what", "admin-division-what")
            .option_with("divisions", "admin-division-what-tree", "admin-division-what-tree-text")
            .option_with("aliases", "admin-division-what-aliases", "admin-division-what-aliases-text"),
        form.files("file", "admin-file").accept(".csv"),
    ]));
    Page::new(admin, "admin-divisions-import-title", Spot::Divisions)
        .lead(admin.t().say("guide-import-lead"))
        .back(back("/admin/divisions"))
        .wrong(form)
        .section(Section::new("").with(&panel))
}

/// `GET /admin/divisions/import`.
pub(in crate::admin) async fn get(admin: Admin) -> Result<Response, Problem> {
    page(&admin, &admin.desk.visit.form()).show(&admin)
}

/// Rows, changes, and what was not taken.
type Done = (u64, u64, Vec<RowError>);

/// `POST /admin/divisions/import`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let file = reader.field("file", |_, _| report::file(&sent));
    let outcome = match reader.finish(file) {
        Ok(file) if sent.raw("what") == "aliases" => aliases(&admin, file.bytes).await,
        Ok(file) => tree(&admin, file.bytes).await,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin),
    };
    match outcome {
        Ok((rows, changed, errors)) => {
            let page = page(&admin, &admin.desk.visit.form());
            let page = page.notice(imported(admin.t(), rows, changed, errors.is_empty()));
            let told = report::errors(admin.t(), &errors);
            told.into_iter().fold(page, Page::section).show(&admin)
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
        }
    }
}

/// The tree is written in batches of its own, so this runs outside one transaction and off the async threads.
async fn tree(admin: &Admin, bytes: bytes::Bytes) -> Result<Done, services::Error> {
    let permit = admin.leave.permit::<AdminDivisions>()?;
    let store = admin.desk.visit.state.store.clone();
    let work = move || divisions::import_divisions(&store, &[permit], &*bytes);
    let done = tokio::task::spawn_blocking(work).await;
    let report = done.map_err(|error| kernel::Fault::Io(format!("import of divisions: {error}")))??;
    Ok((report.rows, report.changed, report.errors))
}

async fn aliases(admin: &Admin, bytes: bytes::Bytes) -> Result<Done, services::Error> {
    let import = move |tx: &mut store::Tx, leave: &crate::admin::Leave| {
        divisions::import_aliases(tx, &leave.permit::<AdminDivisions>()?, &*bytes)
    };
    let (new, errors) = admin.write(move |tx, _, _, leave| import(tx, leave)).await?;
    Ok((new + errors.len() as u64, new, errors))
}
