//! `/t/{number}` when the number is a suggestion's: where it is, until when, what became of each thing she proposed, what was done.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    case::Grade,
    suggestion::{Adoption, Command, CommandKind as K, Item, ItemEnd, ItemState, Point, Stage},
};
use kernel::{CaseNumber, Refusal, Text};
use services::{
    Error,
    attachment::{self, Attachment},
    document::{self, LetterRow},
    matter,
    petition::Access,
    suggestion::{SuggestionView, act_as_petitioner, follow, track_suggestion},
};
use store::idempotency;

use crate::{
    forms::{Field, Form, FormErrors, Submission},
    i18n::Say,
    portal::{
        cookies::{self, Ticket},
        dates, kept, look_up,
    },
    problem::Problem,
    ui::{
        Button, Icon, Line, Notice, NoticeKind, Place, Tag, Timeline, TimelineItem, Tone, UrgencyChip, View as Look,
        ViewLog,
    },
    view::{Frame, Visit},
};

/// Looks on the page.
const LOOKS: u32 = 20;

/// Something that is done about what she proposed.
struct Doing {
    what: String,
    who: Line,
    tag: Tag,
    end: String,
}

/// What she proposed, and what became of it.
struct PointLine {
    no: u16,
    text: String,
    tag: Option<Tag>,
    reason: String,
    items: Vec<Doing>,
}

/// A file or a paper.
struct FileLine {
    href: String,
    name: String,
    small: String,
}

#[derive(Template)]
#[template(path = "portal/suggestion.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each form that the page may show")]
struct TrackPage {
    t: Frame,
    number: String,
    done: Option<Notice>,
    sentence: Line,
    chip: Option<UrgencyChip>,
    phone: String,
    moved: Line,
    points: Vec<PointLine>,
    reward: String,
    papers: Vec<FileLine>,
    timeline: Timeline,
    looks: ViewLog,
    facts: Vec<Line>,
    files: Vec<FileLine>,
    form: Form,
    rate: Option<Field>,
    publish: Line,
    published: bool,
    adds: bool,
    nudges: bool,
    withdraws: bool,
    send: Button,
}

struct Opened {
    access: Access,
    view: SuggestionView,
    papers: Vec<LetterRow>,
    files: Vec<(Attachment, String)>,
    looks: Vec<(matter::View, String)>,
    phone: String,
}

async fn open(visit: &Visit, access: Option<Access>, number: &str) -> Result<Option<Opened>, Problem> {
    let (Some(access), Ok(number)) = (access, CaseNumber::parse(number)) else { return Ok(None) };
    let opened = visit.state.read(move |tx, kit, ctx| {
        // The code of a petition that was moved here opens what it became.
        let Some(access) = follow(tx, &access, &number)? else { return Ok(None) };
        let view = track_suggestion(tx, kit, ctx, &access)?;
        let looks = matter::views(tx, access.region(), access.case(), LOOKS)?;
        let names = services::organisation::names(tx, looks.iter().map(|look| look.org))?;
        let mut files = vec![];
        for file in attachment::list(tx, access.region(), access.case())? {
            let name = file.name(&kit.keys)?.reveal().clone();
            files.push((file, name));
        }
        Ok(Some(Opened {
            papers: document::hers(tx, access.region(), access.case())?,
            files,
            looks: looks
                .into_iter()
                .map(|look| (names.get(&look.org).cloned().unwrap_or_default(), look))
                .map(swap)
                .collect(),
            phone: services::organisation::phone(tx, view.state.turn())?.unwrap_or_default(),
            view,
            access,
        }))
    });
    Ok(opened.await?)
}

fn swap<A, B>((a, b): (A, B)) -> (B, A) {
    (b, a)
}

/// The page, when `access` opens a suggestion with this number.
pub(in crate::portal) async fn track(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
    done: &str,
) -> Result<Option<Response>, Problem> {
    match open(visit, access, number).await? {
        Some(opened) => Ok(Some(visit.page(&page(visit, &opened, visit.form(), done))?)),
        None => Ok(None),
    }
}

/// Her papers, with the proof that opens them; nothing when it is no suggestion of hers.
pub(in crate::portal) async fn papers(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
) -> Result<Option<(Access, Vec<LetterRow>)>, Problem> {
    Ok(open(visit, access, number).await?.map(|opened| (opened.access, opened.papers)))
}

/// Her files; nothing when it is no suggestion of hers.
pub(in crate::portal) async fn files(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
) -> Result<Option<Vec<(Attachment, String)>>, Problem> {
    Ok(open(visit, access, number).await?.map(|opened| opened.files))
}

/// `POST /t/{number}/suggestion/{what}`.
pub(super) async fn take(
    visit: Visit,
    ticket: Ticket,
    Path((number, what)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let Some(opened) = open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let mut reader = sent.reader();
    let key = reader.key();
    let asked = match what.as_str() {
        "nudge" => Some(Command::Nudge),
        "withdraw" => Some(Command::Withdraw { reason: None }),
        "publish" => Some(Command::SayPublication { allowed: true }),
        "private" => Some(Command::SayPublication { allowed: false }),
        "add" => reader
            .required("note", "material-empty", Text::<5000>::parse)
            .map(|note| Command::AddMaterial { note, files: 0 }),
        "rate" => {
            let grade = reader.required("grade", "choose-one", |field, text| {
                Grade::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
            });
            let comment = reader.optional("comment", Text::parse);
            grade.map(|grade| Command::Rate { grade, comment })
        }
        _ => return Err(Problem::NotFound),
    };
    let done = match reader.finish(asked.zip(key)) {
        Ok((command, key)) => give(&visit, &opened.access, what.clone(), command, key.to_string()).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(()) => Ok(cookies::see(&format!("/t/{number}?done={what}"))),
        Err(error) => {
            let form = visit.form_again(&sent, FormErrors::try_from(error)?);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, &opened, form, ""))
        }
    }
}

/// What is sent twice acts once.
async fn give(visit: &Visit, access: &Access, what: String, command: Command, key: String) -> Result<(), Error> {
    let access = access.clone();
    let write = visit.state.write(move |tx, kit, ctx| {
        let scope = "portal/suggestion";
        let digest = kit.keys.blind_index(scope, &format!("{} {what} {command:?}", access.case()));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(_) => return Ok(()),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        act_as_petitioner(tx, kit, ctx, &access, &command)?;
        Ok(idempotency::record(tx, scope, &key, &digest, "", ctx.now())?)
    });
    write.await
}

fn page(visit: &Visit, opened: &Opened, form: Form, done: &str) -> TrackPage {
    let (t, now, view) = (visit.t, visit.state.clock.now(), &opened.view);
    let state = &view.state;
    let may = |kind: K| view.allowed.iter().any(|possible| possible.row.command == kind && possible.not_yet.is_none());
    let clock = view.clocks.iter().map(|(clock, _)| clock).find(|clock| clock.is_open());
    let unit = view.names.get(&state.turn()).cloned().unwrap_or_default();
    let sentence = t.say(&format!("suggest-road-{}", slug(state.stage()))).with("unit", unit);
    let due = clock.map_or_else(|| "none".to_owned(), |clock| dates::due(t, clock, now));
    let known = ["nudge", "withdraw", "publish", "private", "add", "rate"].into_iter().find(|one| *one == done);
    let publish = if state.publish { "suggest-publish-is-yes" } else { "suggest-publish-is-no" };
    let mut frame = visit.frame("suggest-track-title").failed(form.has_errors());
    frame.title = state.title.to_string();
    TrackPage {
        t: frame,
        number: state.number.to_string(),
        done: known.map(|what| {
            let said = Notice::new(NoticeKind::Info, t.say(&format!("suggest-done-{what}")));
            said.titled(t.say("portal-done")).icon(Icon::filled("circle-check"))
        }),
        sentence: sentence.with("due", due).into(),
        chip: clock.map(|clock| dates::chip(t, clock, now)),
        phone: opened.phone.clone(),
        moved: state.moved_from.as_ref().map_or_else(Line::default, |from| {
            t.say("suggest-moved-from").with("number", from.number.to_string()).into()
        }),
        points: state.points.iter().map(|one| point(t, view, one)).collect(),
        reward: state.reward.as_ref().filter(|one| one.granted).map(|one| one.text.to_string()).unwrap_or_default(),
        papers: papers_of(t, opened),
        timeline: timeline(t, view),
        looks: looks(t, opened),
        facts: state.facts.as_str().lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect(),
        files: files_of(t, opened),
        rate: may(K::Rate).then(|| {
            Grade::ALL.iter().fold(form.choice("grade", "suggest-rate"), |field, one| {
                field.option_named(one.name(), t.message(&one.message()).text())
            })
        }),
        publish: t.say(publish).into(),
        published: state.publish,
        adds: may(K::AddMaterial),
        nudges: may(K::Nudge),
        withdraws: may(K::Withdraw),
        send: Button::second(t.say("suggest-add-send")).icon(Icon::outline("arrow-up")),
        form,
    }
}

/// `studying`.
fn slug(stage: Stage) -> String {
    stage.key().trim_start_matches("stage-suggestion-").to_owned()
}

fn point(t: Say, view: &SuggestionView, point: &Point) -> PointLine {
    let answer = view.state.answer(point.no);
    let tone = |result: Adoption| if result.is_taken_up() { Tone::Brand } else { Tone::Grey };
    let items = view.state.items().iter().filter(|item| item.point == point.no);
    PointLine {
        no: point.no,
        text: point.text.to_string(),
        tag: answer.map(|one| Tag::new(tone(one.result), t.message(&one.result.message()))),
        reason: answer.map(|one| one.reason.to_string()).unwrap_or_default(),
        items: items.map(|one| doing(t, view, one)).collect(),
    }
}

fn doing(t: Say, view: &SuggestionView, item: &Item) -> Doing {
    let unit = view.names.get(&item.intended.unit).cloned().unwrap_or_default();
    let tone = if item.state() == ItemState::Done { Tone::Brand } else { Tone::Grey };
    Doing {
        what: item.intended.what.to_string(),
        who: t.say("suggest-item-who").with("unit", unit).with("day", t.full_date(item.intended.due)).into(),
        tag: Tag::new(tone, t.message(&item.state().message())),
        end: match &item.end {
            Some(ItemEnd::Done { on, evidence, .. }) => format!("{} {evidence}", t.full_date(*on)),
            Some(ItemEnd::GivenUp { reason, .. }) => reason.to_string(),
            None => String::new(),
        },
    }
}

fn timeline(t: Say, view: &SuggestionView) -> Timeline {
    let over = view.state.stage().is_over();
    let item = |(index, item): (usize, &services::timeline::Item)| {
        let place = if index == 0 && !over { Place::Now } else { Place::Past };
        let mut line = TimelineItem::new(place, t.moment(item.at), t.message(&item.message));
        line.small = item.text.as_deref().map(Line::from).unwrap_or_default();
        line
    };
    Timeline { t, elapsed: Line::default(), items: view.timeline.iter().enumerate().map(item).collect() }
}

fn looks(t: Say, opened: &Opened) -> ViewLog {
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

fn papers_of(t: Say, opened: &Opened) -> Vec<FileLine> {
    let one = |row: &LetterRow| {
        let kind = t.message(&row.kind.message()).to_string();
        FileLine {
            href: format!("/t/{}/papers/{}", opened.view.state.number, row.id),
            name: row.number.as_ref().map_or(kind.clone(), |number| format!("{kind} {number}")),
            small: t.date(kernel::beijing_date(row.issued_at.unwrap_or(row.drafted_at))),
        }
    };
    opened.papers.iter().map(one).collect()
}

fn files_of(t: Say, opened: &Opened) -> Vec<FileLine> {
    let one = |(file, name): &(Attachment, String)| FileLine {
        href: format!("/t/{}/files/{}", opened.view.state.number, file.id),
        name: name.clone(),
        small: format!("{} · {}", kept::size(file.size), t.moment(file.uploaded_at)),
    };
    opened.files.iter().filter(|(file, _)| file.by_kind == "PETITIONER").map(one).collect()
}
