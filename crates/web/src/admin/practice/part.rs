//! `/admin/practice/part`: one part of what is in force, changed row by row from a day on, and put back as the county began.

use axum::{extract::Query, response::Response};
use domain::access::actions::AdminPractice;
use jiff::civil::Date;
use kernel::Refusal;
use serde::Deserialize;
use services::practice::{self, Columns, Leave, Mistake, Pack, Started, sheet};

use super::{super::clocks::put_in_force, told};
use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back, report},
    forms::{Field, Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Notice, NoticeKind},
};

/// Empty rows at the end of a form, for what is new.
const SPARE: usize = 2;
/// More rows than any part has.
const MOST: usize = 400;
/// With fewer rows than this nothing is folded.
const SHORT: usize = 5;
/// So many cells say which row it is.
const HEAD: usize = 4;
/// All places where a part differs.
const ALL: &str = "all";

/// Which part.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::admin) struct Ask {
    file: String,
}

/// A part that is changed here.
struct Part {
    file: &'static str,
    columns: Columns,
}

impl Part {
    fn called(file: &str) -> Result<Self, Problem> {
        let known = sheet::SHEETS.iter().find(|(known, _)| *known == file);
        known.map(|(file, columns)| Self { file, columns }).ok_or(Problem::NotFound)
    }

    fn title(&self, t: Say) -> String {
        told::file_word(t, self.file)
    }

    /// The page that shows it among what belongs together with it.
    fn home(&self) -> &'static str {
        match self.file {
            "escalation.csv" | "supervision.csv" | "oversight.toml" => "/admin/oversight",
            _ => "/admin/practice",
        }
    }

    /// The field of a cell, by the name of its column.
    fn field(&self, column: usize, row: usize) -> String {
        let name = self.columns.get(column).and_then(|names| names.last()).copied().unwrap_or_default();
        format!("{name}-{row}")
    }

    /// The cells that were sent, row by row.
    fn rows(&self, sent: &Submission) -> Vec<Vec<String>> {
        let count = sent.raw("rows").parse::<usize>().unwrap_or_default().min(MOST);
        let cell = |row: usize, column: usize| {
            let text = sent.raw(&self.field(column, row)).split_whitespace().collect::<Vec<_>>().join(" ");
            // A number as an input method leaves it.
            let number = kernel::halfwidth(&text);
            if number.parse::<i64>().is_ok() { number } else { text }
        };
        (0..count).map(|row| (0..self.columns.len()).map(|column| cell(row, column)).collect()).collect()
    }

    /// A mistake of the text that the rows make, on the field in which it stands.
    fn refusal(&self, rows: &[Vec<String>], mistake: Mistake) -> Refusal {
        let row = sheet::row_of(self.file, rows, mistake.line).unwrap_or_default();
        let own = |names: &&[&str]| names.last().is_some_and(|name| *name == mistake.refusal.field);
        let column = self.columns.iter().position(own).unwrap_or_default();
        let place = self.field(column, row);
        mistake.refusal.on(&place)
    }
}

/// `GET /admin/practice/part`.
pub(in crate::admin) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let part = Part::called(&ask.file)?;
    let seen = seen(&admin, &part).await?;
    let form = filled(&admin, &part, &seen.pack, admin.desk.visit.form());
    whole(&admin, &part, &seen, &form, vec![], None).show(&admin)
}

/// What a page shows of a part.
struct Seen {
    pack: Pack,
    /// What the county began with, and what holds now.
    both: (String, String),
    began: bool,
}

async fn seen(admin: &Admin, part: &Part) -> Result<Seen, Problem> {
    let file = part.file;
    let seen = admin.read(move |tx, kit, ctx, leave| {
        leave.permit::<AdminPractice>()?;
        let (reference, place, day) = (kit.reference(), &leave.place, ctx.today());
        Ok(Seen {
            pack: practice::in_force(tx, &reference, place, day)?,
            both: practice::both(tx, &reference, (place, day), file)?,
            began: reference.practices.in_force(place, day).is_some(),
        })
    });
    Ok(seen.await?)
}

/// `form` with the rows as they hold.
fn filled(admin: &Admin, part: &Part, pack: &Pack, form: Form) -> Form {
    let rows = sheet::rows(pack, part.file);
    let spare = if part.file == "oversight.toml" { 0 } else { SPARE };
    let mut form = form.filled("rows", (rows.len() + spare).to_string());
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            form = form.filled(&part.field(column, row), cell.clone());
        }
    }
    dated(admin, form)
}

/// With today and a trial, unless something else was chosen.
fn dated(admin: &Admin, form: Form) -> Form {
    let today = admin.desk.visit.state.ctx().today().to_string();
    let form = if form.value("day").is_empty() { form.filled("day", today) } else { form };
    if form.value("mode").is_empty() { form.filled("mode", "try") } else { form }
}

fn whole(admin: &Admin, part: &Part, seen: &Seen, form: &Form, told: Vec<Section>, notice: Option<Notice>) -> Page {
    let t = admin.t();
    let page = Page::titled(admin, part.title(t), Spot::Practice)
        .back(back(part.home()))
        .lead(t.say("admin-part-lead"))
        .notice(notice)
        .wrong(form);
    let page = told.into_iter().fold(page, Page::section);
    let page = page.section(Section::new(t.say("admin-part-rows").text()).with(&rows(admin, part, form)));
    if seen.began { page.section(put_back(admin, part, seen, form)) } else { page }
}

/// The rows as fields.
fn rows(admin: &Admin, part: &Part, form: &Form) -> Panel {
    let t = admin.t();
    let count = form.value("rows").parse::<usize>().unwrap_or_default().min(MOST);
    let panel = Panel::post(form, "/admin/practice/part", t, "admin-part-save");
    let panel = panel.carry("file", part.file).carry("rows", &count.to_string());
    let panel = (0..count).fold(panel, |panel, row| {
        let fields = (0..part.columns.len()).map(|column| cell(admin, part, form, (column, row)));
        let names: Vec<String> = (0..part.columns.len()).map(|column| part.field(column, row)).collect();
        // A mistake opens its row; a short part is not worth folding.
        let open = count <= SHORT || Group::is_wrong(form, &names);
        panel.group(Group::of(fields.collect()).wide().folded(head(admin, part, form, row), open))
    });
    panel.group(when(form))
}

/// What a folded row says of itself: its number and its first cells, in the words that are chosen.
fn head(admin: &Admin, part: &Part, form: &Form, row: usize) -> String {
    let t = admin.t();
    let said = |column: usize| {
        let heading = part.columns.get(column).and_then(|names| names.last()).copied().unwrap_or_default();
        let value = form.value(&part.field(column, row)).to_owned();
        let choices = sheet::choices(part.file, heading, admin.place());
        choices.into_iter().find(|(known, _)| *known == value).map_or(value, |(_, key)| t.say(&key).text())
    };
    let first: Vec<String> = (0..part.columns.len().min(HEAD)).map(said).filter(|cell| !cell.is_empty()).collect();
    if first.is_empty() {
        return t.say("admin-part-new").text();
    }
    format!("{} · {}", t.say("admin-part-row").with("row", row + 1), first.join(" · "))
}

fn cell(admin: &Admin, part: &Part, form: &Form, (column, row): (usize, usize)) -> Field {
    let heading = part.columns.get(column).and_then(|names| names.last()).copied().unwrap_or_default();
    let (name, label) = (part.field(column, row), format!("pack-col-{}", heading.replace('_', "-")));
    let choices = sheet::choices(part.file, heading, admin.place());
    if choices.is_empty() {
        return form.text(&name, &label);
    }
    let t = admin.t();
    let none = form.select(&name, &label).option_named("", t.say("admin-part-none").text());
    choices.into_iter().fold(none, |field, (value, key)| field.option_named(&value, t.say(&key).text()))
}

/// From which day, tried or in force.
fn when(form: &Form) -> Group {
    Group::of(vec![
        form.date("day", "admin-practice-day").hint("admin-practice-day-hint"),
        form.choice("mode", "admin-practice-mode")
            .option_with("try", "admin-import-try", "admin-practice-start-text")
            .option_with("keep", "admin-practice-keep", "admin-practice-keep-text"),
    ])
}

/// What differs from what the county began with, and the way back.
fn put_back(admin: &Admin, part: &Part, seen: &Seen, form: &Form) -> Section {
    let t = admin.t();
    let section = Section::new(t.say("admin-part-differs").text());
    let hunks = practice::hunks(&seen.both.0, &seen.both.1);
    if hunks.is_empty() {
        return section.text(t.say("admin-part-same"));
    }
    let place = |nth: usize| t.say("admin-part-place").with("place", nth + 1).text();
    let section =
        hunks.iter().enumerate().fold(section, |section, (nth, hunk)| section.with(&told::hunk(t, &place(nth), hunk)));
    let form = if form.value("which").is_empty() { form.clone().filled("which", ALL) } else { form.clone() };
    let which = form.choice("which", "admin-part-which").option(ALL, "admin-part-all");
    let which = (0..hunks.len()).fold(which, |field, nth| field.option_named(&nth.to_string(), place(nth)));
    let panel = Panel::post(&form, "/admin/practice/back", t, "admin-part-back").second();
    section.with(&panel.carry("file", part.file).group(Group::of(vec![which])).group(when(&form)))
}

/// `POST /admin/practice/part`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    admin.leave.permit::<AdminPractice>()?;
    let part = Part::called(sent.raw("file"))?;
    let rows = part.rows(&sent);
    let text = sheet::text(part.file, &rows);
    change(&admin, &sent, &part, &rows, text).await
}

/// `POST /admin/practice/back`.
pub(in crate::admin) async fn back_to(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    admin.leave.permit::<AdminPractice>()?;
    let part = Part::called(sent.raw("file"))?;
    let seen = seen(&admin, &part).await?;
    let (base, now) = &seen.both;
    let text = match sent.raw("which").parse::<usize>() {
        Ok(nth) => practice::undo(base, now, nth),
        Err(_) => base.clone(),
    };
    change(&admin, &sent, &part, &[], text).await
}

async fn change(
    admin: &Admin,
    sent: &Submission,
    part: &Part,
    rows: &[Vec<String>],
    text: String,
) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let day = reader.day("day");
    let done = match reader.finish(day) {
        Ok(day) => run(admin, part, text, day, report::is_trial(sent)).await?,
        Err(errors) => Err(errors.into()),
    };
    match done {
        Ok(started) => {
            put_in_force(admin).await?;
            shown(admin, sent, part, &started).await
        }
        Err(wrong) => refused(admin, sent, part, rows, wrong).await,
    }
}

/// Why it was not done.
enum Wrong {
    Form(FormErrors),
    Text(Vec<Mistake>),
}

impl From<FormErrors> for Wrong {
    fn from(errors: FormErrors) -> Self {
        Self::Form(errors)
    }
}

async fn run(
    admin: &Admin,
    part: &Part,
    text: String,
    day: Date,
    trial: bool,
) -> Result<Result<Started, Wrong>, Problem> {
    let file = part.file;
    let run = admin.write(move |tx, _, ctx, leave| {
        let leave = Leave::of(&leave.subject, &leave.place)?;
        practice::change(tx, ctx, &leave, (file, &text), day, trial)
    });
    match run.await {
        Ok(Ok(started)) => Ok(Ok(started)),
        Ok(Err(mistakes)) => Ok(Err(Wrong::Text(mistakes))),
        Err(error) => Ok(Err(Wrong::Form(FormErrors::try_from(error)?))),
    }
}

async fn shown(admin: &Admin, sent: &Submission, part: &Part, started: &Started) -> Result<Response, Problem> {
    let (t, seen) = (admin.t(), seen(admin, part).await?);
    let text = match (&started.version, started.dry_run) {
        (None, _) => t.say("admin-practice-same"),
        (Some(_), true) => t.say("admin-part-tried"),
        (Some(version), false) => {
            t.say("admin-part-done").with("version", version).with("day", shown_day(t, sent.raw("day")))
        }
    };
    let notice = Notice::new(NoticeKind::Info, text);
    // A trial leaves what was typed; what was put in force from today on is read back.
    let form = if started.dry_run && !sent.raw("rows").is_empty() {
        dated(admin, admin.desk.visit.form_again(sent, FormErrors::default()))
    } else {
        filled(admin, part, &seen.pack, admin.desk.visit.form())
    };
    let told = told::differences(t, &started.changes);
    whole(admin, part, &seen, &form, told, Some(notice)).show(admin)
}

/// The day from which it holds, as people write it.
fn shown_day(t: Say, raw: &str) -> String {
    kernel::halfwidth(raw).trim().parse::<Date>().map_or_else(|_| raw.to_owned(), |day| t.full_date(day))
}

async fn refused(
    admin: &Admin,
    sent: &Submission,
    part: &Part,
    rows: &[Vec<String>],
    wrong: Wrong,
) -> Result<Response, Problem> {
    let seen = seen(admin, part).await?;
    let (own, other) = match wrong {
        Wrong::Form(errors) => (errors, vec![]),
        Wrong::Text(mistakes) => {
            let (own, other): (Vec<_>, Vec<_>) = mistakes.into_iter().partition(|one| one.file == part.file);
            let own: Vec<Refusal> = own.into_iter().map(|one| part.refusal(rows, one)).collect();
            (FormErrors::from(own), other)
        }
    };
    let form = admin.desk.visit.form_again(sent, own);
    let form = if sent.raw("rows").is_empty() { filled(admin, part, &seen.pack, form) } else { dated(admin, form) };
    // A mistake that this change brought into another part, a word that both use, is told with its place.
    let told = told::mistakes(admin.t(), "admin-import-errors", &other).into_iter().collect();
    whole(admin, part, &seen, &form, told, None).show(admin)
}
