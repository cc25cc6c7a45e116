//! `/admin/practice`: the practice in force here, what the county changed since it began with it, beginning with another one, and
//! taking it out as one file.

mod begin;
pub(super) mod part;
mod told;

pub(super) use begin::post;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use domain::{access::actions::AdminPractice, practice::Practice};
use services::practice::{self, FileChange, Pack};

use super::{Admin, Page, Section, Spot};
use crate::{problem::Problem, ui::Line};

/// What a page shows.
pub(super) struct Held {
    pack: Pack,
    practice: Option<std::sync::Arc<Practice>>,
    changed: Option<Vec<FileChange>>,
}

async fn held(admin: &Admin) -> Result<Held, Problem> {
    let held = admin.read(|tx, kit, ctx, leave| {
        leave.permit::<AdminPractice>()?;
        let (reference, place, day) = (kit.reference(), &leave.place, ctx.today());
        Ok(Held {
            pack: practice::in_force(tx, &reference, place, day)?,
            practice: reference.practices.in_force(place, day),
            changed: practice::changed_since(tx, &reference, place, day)?,
        })
    });
    Ok(held.await?)
}

/// The page without its form.
fn page(admin: &Admin, held: &Held) -> Page {
    let t = admin.t();
    let page = Page::new(admin, "admin-practice-title", Spot::Practice).lead(t.say("admin-practice-lead"));
    let parts = told::parts(t, &held.pack);
    let Some(practice) = &held.practice else {
        let none = Section::new(t.say("admin-practice-none").text()).text(t.say("admin-practice-none-text"));
        return page.section(none).section(parts);
    };
    let title = t.say("admin-practice-now").with("title", &held.pack.about.title).with("version", &practice.version);
    let out = Line::from(t.say("admin-practice-out"));
    let now = Section::new(title.text())
        .note(t.say("admin-practice-from").with("day", t.full_date(practice.effective_from)))
        .text(t.say("admin-practice-source").with("source", &held.pack.about.source))
        .with(&format!("<p><a class=\"lx-way\" href=\"/admin/practice/file\">{out}</a></p>"));
    let page = page.section(now);
    let page = page.section(parts);
    let page = told::sections(t, &held.pack).into_iter().fold(page, Page::section);
    page.section(told::changed(t, held.changed.as_deref().unwrap_or_default()))
}

/// `GET /admin/practice`.
pub(super) async fn get(admin: Admin) -> Result<Response, Problem> {
    let held = held(&admin).await?;
    let form = begin::section(&admin, &admin.desk.visit.form());
    page(&admin, &held).section(form).show(&admin)
}

/// `GET /admin/practice/file`: everything that holds here beyond what comes with the program, in one file.
pub(super) async fn file(admin: Admin) -> Result<Response, Problem> {
    let held = held(&admin).await?;
    let text = practice::to_bundle(&practice::write(&held.pack));
    let name = format!("attachment; filename=\"{}.practice.txt\"", held.pack.about.name);
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, text).into_response())
}
