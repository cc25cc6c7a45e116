//! Beginning with a practice: tried first, then in force from a day as versions of the county's own.

use axum::response::Response;
use domain::access::actions::AdminPractice;
use jiff::civil::Date;
use kernel::Refusal;
use services::practice::{self, Files, Leave, Mistake, Pack, Started};

use super::{super::clocks::put_in_force, held, page, told};
use crate::{
    admin::{Admin, Group, Page, Panel, Section, report},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Notice, NoticeKind},
};

/// The form.
pub(super) fn section(admin: &Admin, form: &Form) -> Section {
    let t = admin.t();
    let today = admin.desk.visit.state.ctx().today().to_string();
    let form = if form.value("day").is_empty() { form.clone().filled("day", today) } else { form.clone() };
    let form = if form.value("mode") == "keep" { form } else { form.filled("mode", "try") };
    let named = practice::names().into_iter().filter_map(|name| {
        let pack = practice::read(&name, &practice::shipped(&name)?).ok()?;
        Some((name, pack.about.title.to_string()))
    });
    let packs: Vec<(String, String)> = named.collect();
    let panel = Panel::post(&form, "/admin/practice", t, "admin-practice-go")
        .files()
        .group(Group::of(vec![
            packs.iter().fold(form.choice("pack", "admin-practice-pack"), |field, (name, title)| {
                field.option_named(name, title.clone())
            }),
            form.files("file", "admin-practice-file").hint("admin-practice-file-hint").accept(".txt").one(),
        ]))
        .group(Group::of(vec![
            form.date("day", "admin-practice-day").hint("admin-practice-day-hint"),
            form.choice("mode", "admin-practice-mode")
                .option_with("try", "admin-import-try", "admin-practice-start-text")
                .option_with("keep", "admin-practice-keep", "admin-practice-keep-text"),
        ]));
    Section::new(t.say("admin-practice-start").text()).text(t.say("admin-practice-start-text")).with(&panel)
}

/// `POST /admin/practice`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    admin.leave.permit::<AdminPractice>()?;
    let mut reader = sent.reader();
    let files = reader.field("pack", |field, _| chosen(&sent).map_err(|refusal| refusal.on(field)));
    let day = reader.day("day");
    let ((name, files), day) = match reader.finish(files.zip(day)) {
        Ok(both) => both,
        Err(errors) => return again(&admin, &sent, errors).await,
    };
    let pack = match practice::read(&name, &files) {
        Ok(pack) => pack,
        Err(mistakes) => return refused(&admin, &sent, &mistakes).await,
    };
    match run(&admin, pack, day, report::is_trial(&sent)).await? {
        Ok(started) => {
            put_in_force(&admin).await?;
            done(&admin, &sent, day, &started).await
        }
        Err(errors) => again(&admin, &sent, errors).await,
    }
}

/// The name and the files: of the one that was sent, else of the one that was chosen.
fn chosen(sent: &Submission) -> Result<(String, Files), Refusal> {
    if let Ok(file) = report::file(sent) {
        let text = std::str::from_utf8(&file.bytes).map_err(|_| Refusal::invalid("file", "file-not-text"))?;
        let files = practice::from_bundle(text)?;
        return Ok((practice::name_in(&files), files));
    }
    let name = sent.raw("pack").to_owned();
    let files = practice::shipped(&name).ok_or_else(|| Refusal::invalid("pack", "practice-choose"))?;
    Ok((name, files))
}

async fn run(admin: &Admin, pack: Pack, day: Date, trial: bool) -> Result<Result<Started, FormErrors>, Problem> {
    let run = admin.write(move |tx, _, ctx, leave| {
        let leave = Leave::of(&leave.subject, &leave.place)?;
        practice::start(tx, ctx, &leave, &pack, day, trial)
    });
    match run.await {
        Ok(started) => Ok(Ok(started)),
        Err(error) => Ok(Err(FormErrors::try_from(error)?)),
    }
}

async fn again(admin: &Admin, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    let form = admin.desk.visit.form_again(sent, errors);
    page(admin, &held(admin).await?).wrong(&form).section(section(admin, &form)).show(admin)
}

/// What was sent has mistakes: all of them, each with its place.
async fn refused(admin: &Admin, sent: &Submission, mistakes: &[Mistake]) -> Result<Response, Problem> {
    let t = admin.t();
    let form = admin.desk.visit.form_again(sent, FormErrors::default());
    let text = t.say("admin-practice-mistakes").with("count", mistakes.len());
    let page = page(admin, &held(admin).await?).notice(Notice::new(NoticeKind::Danger, text));
    let page = told::mistakes(t, "admin-import-errors", mistakes).into_iter().fold(page, Page::section);
    page.section(section(admin, &form)).show(admin)
}

async fn done(admin: &Admin, sent: &Submission, day: Date, started: &Started) -> Result<Response, Problem> {
    let t = admin.t();
    let text = match (&started.version, started.dry_run) {
        (None, _) => t.say("admin-practice-same"),
        (Some(_), true) => t.say("admin-practice-tried").with("count", started.changes.len()),
        (Some(version), false) => t.say("admin-practice-done").with("version", version).with("day", t.full_date(day)),
    };
    let form = admin.desk.visit.form_again(sent, FormErrors::default());
    let page = page(admin, &held(admin).await?).notice(Notice::new(NoticeKind::Info, text));
    let page = told::differences(t, &started.changes).into_iter().fold(page, Page::section);
    let left = told::mistakes(t, "admin-practice-left-out", &started.left_out);
    left.into_iter().fold(page, Page::section).section(section(admin, &form)).show(admin)
}
