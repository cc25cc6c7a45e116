//! `/t/{number}` when the number is a report's: where it is, by when, the answer, what happened, and room to add.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::obstruction::{Command, Progress};
use kernel::{CaseNumber, Text};
use services::{
    Error,
    attachment::{self, Attachment},
    matter::{self, act_as_petitioner},
    obstruction::{ReportView, track_report},
    petition::Access,
};
use store::idempotency;

use super::{lines, receipt::promises, record};
use crate::{
    forms::{Form, FormErrors, Submission},
    portal::{
        cookies::{self, Ticket},
        dates,
        kept::{self, Kept, KeptLine, OFFERED},
        look_up,
    },
    problem::Problem,
    ui::{
        Button, Icon, Line, Notice, NoticeKind, Place, Promises, Timeline, TimelineItem, UrgencyChip, View as Look,
        ViewLog,
    },
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/report.html")]
struct ReportPage {
    t: Frame,
    number: String,
    done: Option<Notice>,
    stage: Line,
    with: Line,
    phone: String,
    chip: Option<UrgencyChip>,
    promises: Promises,
    answer: Vec<Line>,
    finding: Line,
    timeline: Timeline,
    looks: ViewLog,
    facts: Vec<Line>,
    files: Vec<FileLine>,
    safe: Notice,
    form: Form,
    kept: Vec<KeptLine>,
    send: Button,
}

/// One of her files.
struct FileLine {
    href: String,
    name: String,
    small: String,
}

/// The report, when `access` opens one with this number; otherwise the same question as for any other number.
pub(in crate::portal) async fn track(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
    done: &str,
) -> Result<Response, Problem> {
    match open(visit, access, number).await? {
        Some(opened) => visit.page(&page(visit, &opened, visit.form(), vec![], done == "add")),
        None => look_up::ask(visit, number),
    }
}

/// What she wrote before the two hours were over, as it was.
pub(in crate::portal) async fn resume(
    visit: &Visit,
    access: &Access,
    number: &CaseNumber,
    sent: &Submission,
) -> Result<Response, Problem> {
    let opened = open(visit, Some(access.clone()), number.as_str()).await?.ok_or(Problem::NotFound)?;
    let form = visit.form_again(sent, FormErrors::default());
    let lines = lines(visit, &form, &kept::remembered(&visit.state, sent))?;
    visit.page(&page(visit, &opened, form, lines, false))
}

/// What she handed in with the report that `access` opens; nothing when it opens none with this number.
pub(in crate::portal) async fn files(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
) -> Result<Option<Vec<(Attachment, String)>>, Problem> {
    Ok(open(visit, access, number).await?.map(|opened| opened.files))
}

struct Opened {
    access: Access,
    view: ReportView,
    looks: Vec<(matter::View, String)>,
    files: Vec<(Attachment, String)>,
    phone: String,
}

async fn open(visit: &Visit, access: Option<Access>, number: &str) -> Result<Option<Opened>, Problem> {
    let (Some(access), Ok(number)) = (access, CaseNumber::parse(number)) else { return Ok(None) };
    let opened = visit.state.read(move |tx, kit, _| {
        let view = match track_report(tx, kit, &access) {
            Ok(view) if view.state.number == number => view,
            Ok(_) | Err(Error::Refused(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let looks = matter::views(tx, access.region(), access.case(), 20)?;
        let names = services::organisation::names(tx, looks.iter().map(|look| look.org))?;
        let by_whom = |look: matter::View| (names.get(&look.org).cloned().unwrap_or_default(), look);
        let looks = looks.into_iter().map(by_whom).map(|(name, look)| (look, name)).collect();
        let phone = services::organisation::phone(tx, view.state.receiver)?.unwrap_or_default();
        let files = attachment::list(tx, access.region(), access.case())?;
        let with_name = |file: Attachment| Ok((file.name(&kit.keys)?.reveal().clone(), file));
        let files: Result<Vec<(String, Attachment)>, Error> = files.into_iter().map(with_name).collect();
        let files = files?.into_iter().map(|(name, file)| (file, name)).collect();
        Ok(Some(Opened { access: access.clone(), view, looks, files, phone }))
    });
    Ok(opened.await?)
}

/// `POST /obstructed/{number}/add`: more words, more files.
pub(super) async fn add(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let opened = open(&visit, ticket.access, &number).await?;
    let (files, refused) = kept::gather(&visit, &sent, opened.as_ref().map_or((0, 0), Opened::handed_in)).await?;
    let Some(opened) = opened else {
        let lines = lines(&visit, &visit.form_again(&sent, FormErrors::default()), &files)?;
        return look_up::ask_keeping(&visit, &number, "add", &sent, lines);
    };
    let mut reader = sent.reader();
    let key = reader.key();
    let note = reader.required("note", "material-empty", Text::<5000>::parse);
    for refusal in refused {
        reader.refuse(refusal);
    }
    let added = match reader.finish(note.zip(key)) {
        Ok((note, key)) => {
            give(&visit, &opened.access, note, key.to_string(), files.clone()).await.map_err(FormErrors::try_from)
        }
        Err(errors) => Err(Ok(errors)),
    };
    match added {
        Ok(()) => Ok(cookies::see(&format!("/t/{}?done=add", opened.view.state.number))),
        Err(errors) => {
            let form = visit.form_again(&sent, errors?);
            let lines = lines(&visit, &form, &files)?;
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, &opened, form, lines, false))
        }
    }
}

/// What is sent twice is added once.
async fn give(visit: &Visit, access: &Access, note: Text<5000>, key: String, files: Vec<Kept>) -> Result<(), Error> {
    let access = access.clone();
    let prints: Vec<String> = files.iter().map(Kept::fingerprint).collect();
    let write = visit.state.write(move |tx, kit, ctx| {
        let scope = "portal/obstructed/add";
        let digest = kit.keys.blind_index(scope, &format!("{} {note} {prints:?}", access.case()));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(_) => return Ok(()),
            idempotency::Known::Other => return Err(kernel::Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        act_as_petitioner(tx, kit, ctx, &access, None, &Command::Add { note: note.clone() })?;
        record(tx, access.region(), access.case(), &files, ctx)?;
        Ok(idempotency::record(tx, scope, &key, &digest, "", ctx.now())?)
    });
    write.await
}

fn page(visit: &Visit, opened: &Opened, form: Form, kept: Vec<KeptLine>, added: bool) -> ReportPage {
    let (t, now, view) = (visit.t, visit.state.clock.now(), &opened.view);
    let unit = view.names.get(&view.state.receiver).cloned().unwrap_or_default();
    let paragraphs = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect();
    let (answer, finding) = match &view.state.progress {
        Progress::Answered { text, finding, .. } => (paragraphs(text.as_str()), t.message(&finding.message()).into()),
        _ => (vec![], Line::default()),
    };
    let open = view.clocks.iter().find(|(clock, _)| clock.is_open());
    let added = added.then(|| Notice::new(NoticeKind::Info, t.say("obstructed-track-added").with("unit", &unit)));
    ReportPage {
        t: visit.frame("obstructed-track-title").failed(form.has_errors()),
        number: view.state.number.to_string(),
        done: added.map(|notice| notice.titled(t.say("portal-done")).icon(Icon::filled("circle-check"))),
        stage: t.message(&view.state.stage().message()).into(),
        with: t.say("obstructed-track-with").with("unit", unit).into(),
        phone: opened.phone.clone(),
        chip: open.map(|(clock, _)| dates::chip(t, clock, now)),
        promises: promises(visit, view),
        answer,
        finding,
        timeline: timeline(visit, view),
        looks: looks(visit, opened),
        facts: paragraphs(view.state.facts.as_str()),
        files: file_lines(visit, opened),
        safe: Notice::new(NoticeKind::Info, t.say("obstructed-track-safe")).icon(Icon::outline("shield-check")),
        form,
        kept,
        send: Button::primary(t.say("obstructed-track-add-send")).icon(Icon::outline("arrow-up")),
    }
}

fn file_lines(visit: &Visit, opened: &Opened) -> Vec<FileLine> {
    let (t, number) = (visit.t, &opened.view.state.number);
    let line = |(file, name): &(Attachment, String)| FileLine {
        href: format!("/t/{number}/files/{}", file.id),
        name: name.clone(),
        small: format!("{} · {}", kept::size(file.size), t.moment(file.uploaded_at)),
    };
    opened.files.iter().map(line).collect()
}

impl Opened {
    /// How many files she handed in, and how large they are together.
    fn handed_in(&self) -> (u32, u64) {
        let count = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        (count, self.files.iter().map(|(file, _)| file.size).sum())
    }
}

impl ReportPage {
    fn offered() -> &'static str {
        OFFERED
    }
}

fn timeline(visit: &Visit, view: &ReportView) -> Timeline {
    let (t, over) = (visit.t, view.state.stage().is_over());
    let item = |(index, item): (usize, &services::timeline::Item)| {
        let place = if index == 0 && !over { Place::Now } else { Place::Past };
        let mut line = TimelineItem::new(place, t.moment(item.at), t.message(&item.message));
        line.small = item.text.as_deref().map(Line::from).unwrap_or_default();
        line
    };
    Timeline { t, elapsed: Line::default(), items: view.timeline.iter().enumerate().map(item).collect() }
}

fn looks(visit: &Visit, opened: &Opened) -> ViewLog {
    let t = visit.t;
    let look = |(look, unit): &(matter::View, String)| {
        let identity = look.seen == "identity";
        let seen = t.say(if identity { "portal-views-identity" } else { "portal-views-material" });
        let mut what = format!("{} · {seen}", t.moment(look.at));
        if let Some(reason) = &look.reason {
            what = format!("{what} · {}", t.say("portal-views-reason").with("reason", reason));
        }
        Look::new(unit.as_str(), what, identity)
    };
    ViewLog { t, views: opened.looks.iter().map(look).collect() }
}
