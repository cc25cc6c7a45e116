//! `GET /desk/obstructions/{id}`: what she wrote, by when she is told, and the one next step.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::{
    access::{self, Field, actions::RevealReporter},
    obstruction::{CommandKind, Finding},
};
use kernel::{CaseId, Redacted};
use services::{
    Error, Kit,
    attachment::{self, Attachment},
    obstruction::{ReportView, look, open_report},
    petition::Identity,
};
use store::Tx;

use super::list::named;
use crate::{
    desk::{
        Desk, Here,
        case::{ClockLine, Said, clock_lines, record},
        when,
    },
    forms::Form,
    portal::kept,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, Timeline, UrgencyChip},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/obstruction.html")]
pub(super) struct ReportPage {
    t: Frame,
    id: CaseId,
    version: i64,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    keep_out: Notice,
    facts: Vec<(String, String)>,
    words: String,
    files: Vec<FileLine>,
    clocks: Vec<ClockLine>,
    timeline: Timeline,
    next: Line,
    form: Form,
    take_up: Option<Button>,
    answer: Option<Button>,
    note: Option<Button>,
    findings: Vec<(String, String)>,
    reporter: Option<(String, String)>,
    may_reveal: bool,
    /// Name and telephone, once there is a reason.
    open: Option<(String, String)>,
}

/// One of her files.
struct FileLine {
    href: String,
    name: String,
    small: String,
}

/// What the page is made of.
pub(super) struct Loaded {
    pub view: ReportView,
    /// What she handed in, with the names in clear; empty for who may not read it.
    files: Vec<(Attachment, String)>,
    pub may_reveal: bool,
}

/// Loads a report; the look is on record.
pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let looked = look(tx, ctx, subject, id)?;
        let view = open_report(tx, kit, subject, &looked)?;
        let may_reveal = access::permit::<RevealReporter>(subject, &view.row.facts).is_ok() && !view.state.anonymous;
        let files = if view.fields.shows(Field::Content) { files(tx, kit, &view)? } else { vec![] };
        Ok(Loaded { view, files, may_reveal })
    });
    Ok(loaded.await?)
}

fn files(tx: &mut Tx, kit: &Kit, view: &ReportView) -> Result<Vec<(Attachment, String)>, Error> {
    let mut named = vec![];
    for file in attachment::list(tx, &view.row.region, view.state.id)? {
        let name = file.name(&kit.keys)?.reveal().clone();
        named.push((file, name));
    }
    Ok(named)
}

/// `GET`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let done = said.done.as_deref().and_then(|slug| {
        let known = CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-obstruction-{slug}"));
        known.map(|kind| t.message(&kind.message()).text())
    });
    let notice = done.map(|what| Notice::new(NoticeKind::Info, t.say("desk-done").with("what", what)));
    desk.visit.page(&page(&desk, &loaded, desk.visit.form(), notice, None))
}

/// The page again, with what stands against it and everything that was typed.
pub(super) fn again(desk: &Desk, loaded: &Loaded, form: Form, status: StatusCode) -> Result<Response, Problem> {
    desk.visit.page_as(status, &page(desk, loaded, form, None, None))
}

/// The page with the reporter's name on it, once.
pub(super) fn revealed(desk: &Desk, loaded: &Loaded, identity: &Identity) -> Result<Response, Problem> {
    let notice = Notice::new(NoticeKind::Warm, desk.t().say("desk-obstruction-revealed"));
    let phone = identity.phone.as_ref().map(|phone: &Redacted<String>| phone.reveal().clone()).unwrap_or_default();
    let open = (identity.name.reveal().clone(), phone);
    desk.visit.page(&page(desk, loaded, desk.visit.form(), Some(notice), Some(open)))
}

fn page(
    desk: &Desk,
    loaded: &Loaded,
    form: Form,
    notice: Option<Notice>,
    open: Option<(String, String)>,
) -> ReportPage {
    let (t, now, view) = (desk.t(), desk.visit.state.clock.now(), &loaded.view);
    let state = &view.state;
    let urgent = view.clocks.iter().find(|(clock, _)| clock.is_open());
    let may = |kind: CommandKind| view.allowed.iter().any(|row| row.command == kind);
    let button = |kind: CommandKind| t.message(&kind.message()).text();
    let next = state.stage().key();
    let next = format!("desk-obstruction-next-{}", next.trim_start_matches("stage-obstruction-"));
    ReportPage {
        t: desk.frame("desk-obstructions-title", Here::Obstructions).failed(form.has_errors()),
        id: state.id,
        version: view.row.version,
        meta: format!("{} · {}", state.number, t.message(&state.stage().message())),
        chip: urgent.map(|(clock, _)| when::of_clock(t, clock, now)),
        notice,
        keep_out: Notice::new(NoticeKind::Caution, t.say("desk-obstruction-keep-out"))
            .icon(Icon::outline("shield-check")),
        facts: facts(desk, view),
        words: if view.fields.shows(Field::Content) { state.facts.to_string() } else { String::new() },
        files: loaded.files.iter().map(|(file, name)| file_line(desk, state.id, file, name)).collect(),
        clocks: clock_lines(t, view.clocks.iter().map(|(clock, why)| (clock, why)), now),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
        next: t.say(&next).into(),
        take_up: may(CommandKind::TakeUp).then(|| Button::primary(button(CommandKind::TakeUp))),
        answer: may(CommandKind::Answer).then(|| Button::primary(button(CommandKind::Answer))),
        note: may(CommandKind::Note).then(|| Button::quiet(button(CommandKind::Note))),
        findings: Finding::ALL.iter().map(|one| (one.name().to_owned(), t.message(&one.message()).text())).collect(),
        reporter: view.reporter.as_ref().map(|who| (who.name.clone(), who.phone.clone().unwrap_or_default())),
        may_reveal: loaded.may_reveal && open.is_none(),
        form,
        open,
    }
}

fn file_line(desk: &Desk, report: CaseId, file: &Attachment, name: &str) -> FileLine {
    FileLine {
        href: format!("/desk/obstructions/{report}/files/{}", file.id),
        name: name.to_owned(),
        small: format!("{} · {}", kept::size(file.size), desk.t().moment(file.uploaded_at)),
    }
}

/// What it is about, fact by fact.
fn facts(desk: &Desk, view: &ReportView) -> Vec<(String, String)> {
    let (t, state) = (desk.t(), &view.state);
    let wrongs: Vec<String> = state.wrongs.iter().map(|wrong| t.message(&wrong.message()).text()).collect();
    let none = || t.say("desk-obstruction-matter-none").text();
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let mut facts = vec![
        fact("desk-obstruction-wrongs", wrongs.join("；")),
        fact("desk-obstruction-named", named(t, state, &view.names)),
        fact("desk-obstruction-place", view.place.clone()),
        fact("desk-obstruction-matter", state.matter.as_ref().map_or_else(none, ToString::to_string)),
        fact("desk-obstruction-origin", t.message(&state.origin.message()).text()),
    ];
    facts.extend(state.look.map(|look| fact("desk-obstruction-look", look.to_string())));
    facts
}

#[cfg(test)]
mod tests {
    use domain::obstruction::Stage;

    #[test]
    fn every_stage_says_what_comes_next() {
        for stage in Stage::ALL {
            let key = format!("desk-obstruction-next-{}", stage.key().trim_start_matches("stage-obstruction-"));
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
        }
    }
}
