//! `/admin/catalogue/row`: one row, new, changed or taken out; each a new version with its day.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::AdminCatalogue,
    dispatch::{CategoryPath, CategoryTree, Entry},
};
use kernel::{DivisionCode, OrgLevel, Text};
use serde::Deserialize;
use services::catalogue::{self, Edit, EntryForm};

use super::{Shown, level_word, shown};
use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back, clocks::put_in_force},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
};

/// Which row; nothing for a new one.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::admin) struct Ask {
    category: String,
    place: String,
}

/// The row that is edited.
type Known = Option<(CategoryPath, DivisionCode)>;

fn known(category: &str, place: &str) -> Known {
    Some((CategoryPath::parse(category).ok()?, DivisionCode::parse(place).ok()?))
}

fn page(admin: &Admin, form: &Form, is_known: bool) -> Page {
    let t = admin.t();
    let title = if is_known { form.value("category").to_owned() } else { t.say("catalogue-new").text() };
    let carry = |panel: Panel| {
        let panel = panel.carry("seen", form.value("seen")).carry("old-category", form.value("old-category"));
        panel.carry("old-place", form.value("old-place"))
    };
    let save = Panel::post(form, "/admin/catalogue/row", t, "admin-save")
        .group(Group::of(vec![
            form.text("category", "catalogue-category").hint("catalogue-category-hint"),
            form.text("place", "catalogue-place").optional("admin-optional").hint("catalogue-place-hint"),
        ]))
        .group(Group::of(vec![
            form.text("lead", "catalogue-lead-unit").hint("catalogue-lead-hint"),
            form.text("co", "catalogue-co").optional("admin-optional").hint("catalogue-co-hint"),
            form.text("forbid", "catalogue-forbid").optional("admin-optional").hint("catalogue-forbid-hint"),
            form.text("note", "catalogue-note").optional("admin-optional").hint("catalogue-note-hint"),
        ]))
        .group(Group::of(vec![form.date("effective_from", "catalogue-day").hint("catalogue-day-hint")]));
    let page = Page::titled(admin, title, Spot::Catalogue)
        .lead(t.say("guide-row-lead"))
        .back(back("/admin/catalogue"))
        .wrong(form)
        .section(Section::new("").with(&carry(save)));
    if !is_known {
        return page;
    }
    let remove = Panel::post(form, "/admin/catalogue/row/remove", t, "catalogue-remove")
        .second()
        .carry("effective_from", form.value("effective_from"));
    page.section(
        Section::new(t.say("catalogue-remove").text()).text(t.say("catalogue-remove-text")).with(&carry(remove)),
    )
}

fn filled(admin: &Admin, shown: &Shown, entry: Option<&Entry>) -> Form {
    let t = admin.t();
    let today = admin.desk.visit.state.ctx().today();
    // A version that waits is followed by one of its own day, not put before it.
    let day = shown.newest.as_ref().map_or(today, |newest| newest.effective_from.max(today));
    let seen = shown.newest.as_ref().map_or("", |newest| newest.version.as_str());
    let form = admin.desk.visit.form().filled("seen", seen).filled("effective_from", day.to_string());
    let Some(entry) = entry else {
        return form.filled("forbid", level_word(t, admin.place(), OrgLevel::Village));
    };
    let levels: Vec<String> = entry.forbid_levels.iter().map(|level| level_word(t, &entry.place, *level)).collect();
    form.filled("category", entry.category.as_str())
        .filled("old-category", entry.category.as_str())
        .filled("place", shown.names.place(&entry.place))
        .filled("old-place", entry.place.as_str())
        .filled("lead", shown.names.handler(t, entry.lead))
        .filled("co", shown.names.all(t, &entry.co))
        .filled("forbid", levels.join("、"))
        .filled("note", entry.note.as_ref().map_or("", Text::as_str))
}

/// `GET /admin/catalogue/row`.
pub(in crate::admin) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let shown = shown(&admin).await?;
    let asked = known(&ask.category, &ask.place);
    let entries = shown.newest.as_ref().map_or(&[][..], |newest| newest.entries.as_slice());
    let entry = match &asked {
        Some((category, place)) => {
            let found = entries.iter().find(|entry| entry.category == *category && entry.place == *place);
            Some(found.ok_or(Problem::NotFound)?)
        }
        None => None,
    };
    page(&admin, &filled(&admin, &shown, entry), entry.is_some()).show(&admin)
}

/// What a form says of the row and its version.
fn edit(sent: &Submission) -> Result<Edit, FormErrors> {
    let mut reader = sent.reader();
    let day = reader.day("effective_from");
    let effective_from = reader.finish(day)?;
    let row = known(sent.raw("old-category"), sent.raw("old-place"));
    Ok(Edit { seen: sent.raw("seen").trim().to_owned(), row, effective_from })
}

/// `POST /admin/catalogue/row`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let is_known = known(sent.raw("old-category"), sent.raw("old-place")).is_some();
    let edit = match edit(&sent) {
        Ok(edit) => edit,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors), is_known).show(&admin),
    };
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = EntryForm {
        category: raw("category"),
        place: raw("place"),
        lead: raw("lead"),
        co: raw("co"),
        forbid: raw("forbid"),
        note: raw("note"),
    };
    let saved = admin.write(move |tx, kit, ctx, leave| {
        let permit = leave.permit::<AdminCatalogue>()?;
        let tree = kit.reference().categories.in_force(permit.place(), edit.effective_from);
        let entry = form.read(tx, tree.as_deref().unwrap_or(CategoryTree::shipped()), permit.place())?;
        catalogue::save_entry(tx, ctx, &permit, &edit, entry)
    });
    answer(&admin, &sent, saved.await, is_known).await
}

/// `POST /admin/catalogue/row/remove`.
pub(in crate::admin) async fn remove(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let edit = match edit(&sent) {
        Ok(edit) => edit,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors), true).show(&admin),
    };
    let removed = admin
        .write(move |tx, _, ctx, leave| catalogue::remove_entry(tx, ctx, &leave.permit::<AdminCatalogue>()?, &edit));
    answer(&admin, &sent, removed.await, true).await
}

async fn answer(
    admin: &Admin,
    sent: &Submission,
    done: Result<String, services::Error>,
    is_known: bool,
) -> Result<Response, Problem> {
    match done {
        Ok(_) => {
            put_in_force(admin).await?;
            Ok(Redirect::to("/admin/catalogue?done=saved").into_response())
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(admin, &admin.desk.visit.form_again(sent, errors), is_known).show(admin)
        }
    }
}
