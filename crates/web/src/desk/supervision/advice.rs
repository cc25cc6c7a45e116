//! `/desk/advice`: the three kinds of advice, for whoever writes them and for the unit that answers.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Permit, Subject, actions::IssueAdvice},
    advice::{Adoption, Advice, AdviceKind, Command, CommandKind},
    supervision::Liability,
};
use kernel::{CaseId, DivisionCode, OrgLevel, Refusal, Text};
use serde::Deserialize;
use services::{
    Error, matter, organisation,
    oversight::{self, AdviceView},
};
use store::idempotency;

use super::{
    list::{ListPage, empty, table},
    new::liabilities,
    tabs,
};
use crate::{
    desk::{
        Desk, Here,
        case::{ClockLine, Said, clock_lines, org_name, record},
        letters::{self, PaperLine},
        when,
    },
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::{Cell, Line, Notice, NoticeKind, Row, Timeline, UrgencyChip},
    view::Frame,
};

const PAGE: usize = 30;
const HEAD: [&str; 5] =
    ["desk-advice-what", "desk-supervision-unit", "desk-supervision-due", "desk-advice-state", "desk-supervision-do"];

/// Which ones.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    cursor: String,
}

/// `GET /desk/advice`.
pub(super) async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let (t, now, over) = (desk.t(), desk.visit.state.clock.now(), asked.tab == "over");
    let cursor = kernel::Cursor::decode(&asked.cursor);
    let found = desk.read(move |tx, _, _, subject| {
        let page = oversight::advice_list(tx, subject, over, cursor.as_ref(), PAGE)?;
        let names = organisation::called(tx, page.items.iter().map(|(_, one)| one.issued.to).collect::<Vec<_>>())?;
        Ok((page, names))
    });
    let (page, names) = found.await?;
    let row = |(row, state): &(matter::MatterRow, Advice)| {
        let href = format!("/desk/advice/{}", row.id());
        let due = match &row.due {
            Some(due) => Cell::chip(when::of_due(t, Some(due), now)),
            None => Cell::text(String::from("—")),
        };
        Row {
            cells: vec![
                Cell::title(state.issued.title.to_string(), href.clone()).small(format!(
                    "{} · {}",
                    t.message(&state.issued.kind.message()),
                    state.issued.letter
                )),
                Cell::text(org_name(&names, state.issued.to)),
                due,
                Cell::text(t.message(&state.stage().message()).text()),
                Cell::link(t.say("desk-supervision-open").text(), href),
            ],
            current: false,
        }
    };
    let rows: Vec<Row> = page.items.iter().map(row).collect();
    let writes = leave(desk.who.subject()).is_ok();
    desk.visit.page(&ListPage {
        t: desk.frame("desk-advice-title", Here::Supervision),
        lead: t.say("desk-advice-lead").into(),
        tabs: tabs(&desk, "/desk/advice"),
        empty: rows.is_empty().then(|| empty(t)),
        table: (!rows.is_empty()).then(|| table(t, HEAD, rows)),
        next: page.next.map(|next| format!("?tab={}&cursor={}", asked.tab, next.encode())).unwrap_or_default(),
        button: writes.then(|| ("/desk/advice/new".to_owned(), t.say("desk-advice-new").text())),
    })
}

fn leave(subject: &Subject) -> Result<Permit<IssueAdvice>, Error> {
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    let mut places: Vec<DivisionCode> = staff.grants().iter().map(|grant| grant.division.clone()).collect();
    places.sort_by_key(|place| place.as_str().len());
    let mut leaves = places.iter().filter_map(|place| access::permit::<IssueAdvice>(subject, place).ok());
    Ok(leaves.next().ok_or_else(Refusal::not_permitted)?)
}

#[derive(Template)]
#[template(path = "desk/advice_new.html")]
struct NewPage {
    t: Frame,
    form: Form,
    kinds: Vec<(String, String)>,
    units: Vec<(String, String)>,
    liabilities: Vec<(String, String)>,
}

/// `GET /desk/advice/new`.
pub(super) async fn new(desk: Desk) -> Result<Response, Problem> {
    let form = desk.visit.form().filled("basis", desk.t().say("basis-A40").text());
    new_page(&desk, form, StatusCode::OK).await
}

async fn new_page(desk: &Desk, form: Form, status: StatusCode) -> Result<Response, Problem> {
    let units = desk.read(move |tx, _, ctx, subject| {
        let place = leave(subject)?.place().clone();
        let county = if place.level() > OrgLevel::County { place } else { place.at(OrgLevel::County) };
        let query =
            organisation::OrgQuery { within: county, kind: None, on: Some(ctx.today()), after: None, limit: 300 };
        Ok(organisation::list(tx, &query)?.items)
    });
    let t = desk.t();
    let mut names = vec![(String::new(), t.say("desk-choose").text())];
    let answering = units.await?.into_iter().map(|one| one.value).filter(|org| org.level() >= OrgLevel::Township);
    names.extend(answering.map(|org| (org.id.to_string(), org.name.to_string())));
    let page = NewPage {
        t: desk.frame("desk-advice-new", Here::Supervision).failed(form.has_errors()),
        kinds: AdviceKind::ALL.iter().map(|one| (one.name().to_owned(), t.message(&one.message()).text())).collect(),
        units: names,
        liabilities: liabilities(desk),
        form,
    };
    desk.visit.page_as(status, &page)
}

/// `POST /desk/advice/new`.
pub(super) async fn issue(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let (key, asked) = (reader.key(), read_new(&mut reader));
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => {
            let key = key.to_string();
            let write = desk.write(move |tx, kit, ctx, subject| {
                let scope = "desk/advice";
                let digest = kit.keys.blind_index(scope, &format!("{asked:?}"));
                match idempotency::lookup(tx, scope, &key, &digest)? {
                    idempotency::Known::Done(first) => return Ok(first),
                    idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
                    idempotency::Known::New => {}
                }
                let id = oversight::issue_advice(tx, kit, ctx, &leave(subject)?, asked.clone())?.to_string();
                idempotency::record(tx, scope, &key, &digest, &id, ctx.now())?;
                Ok(id)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/desk/advice/{id}")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            new_page(&desk, desk.visit.form_again(&sent, errors), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn read_new(reader: &mut Reader<'_>) -> Option<oversight::NewAdvice> {
    let unknown = |field: &str| Refusal::invalid(field, "unknown-choice");
    let kind = reader.required("kind", "choose-one", |f, text| AdviceKind::parse(text).ok_or_else(|| unknown(f)));
    let to = reader.required("to", "choose-one", |f, text| text.parse().map_err(|_| unknown(f)));
    let (title, facts) = (reader.field("title", Text::parse), reader.field("facts", Text::parse));
    let (advice, basis) = (reader.field("advice", Text::parse), reader.field("basis", Text::parse));
    let liability = reader.optional("liability", |f, text| Liability::parse(text).ok_or_else(|| unknown(f)));
    let about = reader.optional("about", |f, text| text.parse().map_err(|_| unknown(f)));
    let (kind, to, title, facts, advice, basis) = (kind?, to?, title?, facts?, advice?, basis?);
    Some(oversight::NewAdvice { kind, to, title, facts, advice, basis, liability, about, case: None })
}

#[derive(Template)]
#[template(path = "desk/advice.html")]
struct AdvicePage {
    t: Frame,
    id: CaseId,
    version: i64,
    heading: String,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    facts: Vec<(String, String)>,
    papers: Vec<PaperLine>,
    clocks: Vec<ClockLine>,
    timeline: Timeline,
    form: Form,
    receive: bool,
    reply: bool,
    verify: bool,
    adoptions: Vec<(String, String)>,
}

/// The advice with its letter. What came from a supervision was written there.
async fn load(desk: &Desk, id: &str) -> Result<(AdviceView, Vec<PaperLine>), Problem> {
    let (id, t): (CaseId, _) = (id.parse().map_err(|_| Problem::NotFound)?, desk.t());
    let loaded = desk.read(move |tx, kit, ctx, subject| {
        let view = oversight::open_advice(tx, kit, ctx, subject, id)?;
        let mut papers = letters::papers(tx, t, &view.row.region, view.state.issued.supervision.unwrap_or(id))?;
        papers.retain(|paper| paper.title.ends_with(view.state.issued.letter.as_str()));
        Ok((view, papers))
    });
    Ok(loaded.await?)
}

/// `GET /desk/advice/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let (view, papers) = load(&desk, &id).await?;
    let t = desk.t();
    let done = said.done.as_deref().and_then(|slug| {
        let known = CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-advice-{slug}"));
        known.map(|kind| t.message(&kind.message()).text())
    });
    let notice = done.map(|what| Notice::new(NoticeKind::Info, t.say("desk-done").with("what", what)));
    desk.visit.page(&page(&desk, &view, papers, desk.visit.form(), notice))
}

fn page(desk: &Desk, view: &AdviceView, papers: Vec<PaperLine>, form: Form, notice: Option<Notice>) -> AdvicePage {
    let (t, now, issued) = (desk.t(), desk.visit.state.clock.now(), &view.state.issued);
    let may = |kind: CommandKind| view.allowed.iter().any(|row| row.row.command == kind);
    let urgent = view.clocks.iter().find(|(clock, _)| clock.is_open());
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let mut facts = vec![
        fact("desk-advice-to", org_name(&view.names, issued.to)),
        fact("desk-advice-from", org_name(&view.names, issued.issuer)),
        fact("desk-advice-facts", issued.facts.to_string()),
        fact("desk-advice-advice", issued.advice.to_string()),
        fact("desk-advice-basis", issued.basis.to_string()),
    ];
    facts.extend(issued.about.map(|org| fact("desk-advice-about", org_name(&view.names, org))));
    facts.extend(issued.liability.map(|one| fact("desk-rung-liability", t.message(&one.message()).text())));
    facts.extend(view.state.reply.as_ref().map(|reply| {
        let said = format!("{}：{}", t.message(&reply.adoption.message()), reply.text);
        fact("desk-advice-reply", said)
    }));
    facts.extend(view.state.verified.as_ref().map(|(_, found)| fact("desk-advice-verified", found.to_string())));
    AdvicePage {
        t: desk.frame_titled(t.message(&issued.kind.message()).text(), Here::Supervision).failed(form.has_errors()),
        id: issued.id,
        version: view.row.version,
        heading: issued.title.to_string(),
        meta: format!("{} · {}", issued.letter, t.message(&view.state.stage().message())),
        chip: urgent.map(|(clock, _)| when::of_clock(t, clock, now)),
        notice,
        facts,
        papers,
        clocks: clock_lines(t, view.clocks.iter().map(|(clock, why)| (clock, why)), now),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
        receive: may(CommandKind::Receive),
        reply: may(CommandKind::Reply),
        verify: may(CommandKind::Verify),
        adoptions: Adoption::ALL.iter().map(|one| (one.name().to_owned(), t.message(&one.message()).text())).collect(),
        form,
    }
}

/// `POST /desk/advice/{id}/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let known = CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-advice-{command}"));
    let kind = *known.ok_or(Problem::NotFound)?;
    let mut reader = sent.reader();
    let read = read(kind, &mut reader);
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(read) {
        Ok(asked) => {
            let write = desk
                .write(move |tx, kit, ctx, subject| matter::act(tx, kit, ctx, subject, case, seen, &asked).map(drop));
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    let error = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/advice/{id}?done={command}")).into_response()),
        Err(error) => error,
    };
    let errors = FormErrors::try_from(error)?;
    let (view, papers) = load(&desk, &id).await?;
    let form = desk.visit.form_again(&sent, errors);
    desk.visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&desk, &view, papers, form, None))
}

fn read(kind: CommandKind, reader: &mut Reader<'_>) -> Option<Command> {
    match kind {
        CommandKind::Receive => Some(Command::Receive),
        CommandKind::Reply => {
            let adoption = reader.required("adoption", "choose-one", |field, text| {
                Adoption::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
            });
            adoption.zip(reader.field("text", Text::parse)).map(|(adoption, text)| Command::Reply { adoption, text })
        }
        CommandKind::Verify => reader.field("found", Text::parse).map(|found| Command::Verify { found }),
        _ => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    }
}
