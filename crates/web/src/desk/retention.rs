//! `/desk/retention` 保管: files whose period is over, what people asked about their data, what was put away, and the register of what
//! was removed. Numbers, days and stages; no title, no name. A file of its own page: its steps, its package, its answers.

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{
    access::{
        self, Permit, Subject,
        actions::{KeepFile, ReadRetention},
    },
    retention::{After, MatterFile, Stage},
};
use kernel::{CaseId, CaseNumber, DivisionCode, Fault, Refusal, Text};
use serde::Deserialize;
use services::{
    file::{self, Answer, Kept, Step, Tab},
    matter, people,
};

use super::{Desk, Here};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    state::AppState,
    ui::{self, Cell, Column, DataTable, EmptyState, Icon, Line, Notice, NoticeKind, Row, RowGroup, Tabs},
    view::Frame,
};

/// As many as anybody works off at once.
const SHOWN: u32 = 100;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/retention", get(list))
        .route("/desk/retention/{id}", get(open))
        .route("/desk/retention/{id}/do/{step}", post(step))
        .route("/desk/retention/{id}/dispose", post(dispose))
        .route("/desk/retention/{id}/answer", post(answer))
        .route("/desk/retention/{id}/package", post(package))
}

/// The widest place over which she sees the register; `None` for whoever does not.
pub(super) fn place(subject: &Subject) -> Option<DivisionCode> {
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<ReadRetention>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

fn permit(subject: &Subject) -> Result<Permit<ReadRetention>, Refusal> {
    let home = place(subject).ok_or_else(Refusal::not_permitted)?;
    access::permit(subject, &home)
}

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    tab: String,
    number: String,
    done: String,
}

#[derive(Template)]
#[template(path = "desk/retention.html")]
struct ListPage {
    t: Frame,
    tabs: Tabs,
    note: Line,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    number: String,
    missing: Option<Notice>,
}

/// `GET /desk/retention`.
async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let tab = Tab::ALL.into_iter().find(|tab| tab.name() == asked.tab).unwrap_or_default();
    let number = CaseNumber::parse(asked.number.trim()).ok();
    let wanted = number.clone();
    let found = desk.read(move |tx, _, ctx, subject| {
        let permit = permit(subject)?;
        let rows = match &wanted {
            Some(number) => file::registered(tx, &permit, number)?.map(|(_, kept)| kept).into_iter().collect(),
            None => file::list(tx, ctx, &permit, tab, SHOWN)?,
        };
        let counts = Tab::ALL.map(|tab| file::count(tx, ctx, &permit, tab, 1_000));
        let users = rows.iter().flat_map(|kept: &Kept| released(&kept.file));
        Ok((people::names(tx, users.collect::<Vec<_>>())?, rows, counts.into_iter().collect::<Result<Vec<_>, _>>()?))
    });
    let (names, rows, counts) = found.await?;
    let t = desk.t();
    let tabs = Tabs {
        label: t.say("retention-title").text(),
        items: Tab::ALL.iter().zip(counts).map(|(one, count)| tab_of(t, *one, count, tab)).collect(),
    };
    let searched = !asked.number.trim().is_empty();
    let missing = (searched && rows.is_empty()).then(|| Notice::new(NoticeKind::Neutral, t.say("retention-no-number")));
    let empty = (rows.is_empty() && !searched).then(|| EmptyState {
        icon: Icon::outline("circle-check"),
        title: t.say(&format!("retention-none-{}", tab.name())).into(),
        text: t.say("retention-none-text").into(),
        link: None,
    });
    let table = (!rows.is_empty()).then(|| table(t, tab, &rows, &names));
    desk.visit.page(&ListPage {
        t: desk.frame("retention-title", Here::Retention),
        tabs,
        note: t.say(&format!("retention-note-{}", tab.name())).into(),
        table,
        empty,
        number: asked.number,
        missing,
    })
}

fn tab_of(t: Say, one: Tab, count: i64, current: Tab) -> ui::Tab {
    ui::Tab {
        text: t.say(&format!("retention-tab-{}", one.name())).text(),
        href: format!("/desk/retention?tab={}", one.name()),
        count: u64::try_from(count).ok(),
        current: one == current,
    }
}

/// Who released what was removed: two people.
fn released(file: &MatterFile) -> Vec<kernel::UserId> {
    let gone = file.removed.as_ref().map(|(gone, by)| [gone.first, by.user()]);
    gone.into_iter().flatten().flatten().chain(file.proposed.map(|(user, _)| user)).collect()
}

fn table(t: Say, tab: Tab, rows: &[Kept], names: &people::Names) -> DataTable {
    let columns =
        ["retention-col-number", "retention-col-stage", "retention-col-until", "retention-col-rule", "desk-col-do"];
    DataTable {
        caption: t.say(&format!("retention-tab-{}", tab.name())).text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup {
            rows: rows.iter().map(|kept| row(t, &kept.file, names)).collect(),
            ..RowGroup::default()
        }],
    }
}

fn row(t: Say, file: &MatterFile, names: &people::Names) -> Row {
    let name =
        |user: Option<kernel::UserId>| user.and_then(|user| names.get(&user).cloned()).unwrap_or_else(|| "—".into());
    let kind = t.message(&file.opened.kind.message()).text();
    let (stage, small) = match &file.removed {
        Some((gone, by)) => (
            t.say("retention-gone-on").with("day", t.full_date(kernel::beijing_date(gone.at))).text(),
            t.say("retention-gone-by").with("first", name(gone.first)).with("second", name(by.user())).text(),
        ),
        None => (t.message(&file.stage().message()).text(), hint(t, file)),
    };
    let until = file.until().map_or_else(|| t.say("retention-ever").text(), |day| t.full_date(day));
    let rule = file.packed.as_ref().map(|packed| {
        let digest = packed.digest.to_string();
        (t.say("retention-by-rule").with("version", &packed.rules).text(), digest[..16].to_owned())
    });
    let (rule, digest) = rule.unwrap_or_else(|| ("—".into(), String::new()));
    Row {
        cells: vec![
            Cell { title: true, ..Cell::text(file.opened.number.to_string()) }.small(kind),
            Cell::text(stage).small(small),
            Cell::text(until).small(
                file.packed.as_ref().map(|packed| t.message(&packed.after.message()).text()).unwrap_or_default(),
            ),
            Cell::text(rule).small(digest),
            Cell::link(t.say("retention-open"), format!("/desk/retention/{}", file.opened.case)),
        ],
        current: false,
    }
}

/// What is special about a file that is still there.
fn hint(t: Say, file: &MatterFile) -> String {
    let key = match () {
        () if file.open_asks().next().is_some() => "retention-hint-asked",
        () if file.held.is_some() => "retention-hint-held",
        () => return String::new(),
    };
    t.say(key).text()
}

#[derive(Template)]
#[template(path = "desk/retention_one.html")]
struct OnePage {
    t: Frame,
    id: CaseId,
    stage: String,
    notice: Option<Notice>,
    facts: Vec<(String, String)>,
    /// Why its rule cannot be carried out now.
    not_yet: Option<Notice>,
    steps: Vec<(&'static str, String)>,
    dispose: Option<String>,
    packed: bool,
    asks: Vec<AskPanel>,
    matter: bool,
    form: Form,
}

/// Something she asked, and the form of the answer while it waits.
struct AskPanel {
    ask: String,
    title: Line,
    words: String,
    answer: Option<(Line, String)>,
}

/// Everything the page of a file reads.
struct Read {
    file: MatterFile,
    asked: Vec<file::AskedWords>,
    steps: Vec<Step>,
    not_yet: Option<Refusal>,
    names: people::Names,
    /// Whether the matter is there, and the reader keeps it.
    keeps: bool,
    reads: bool,
}

async fn load(desk: &Desk, id: CaseId) -> Result<Read, Problem> {
    let found = desk.write(move |tx, kit, ctx, subject| {
        let permit = permit(subject)?;
        let Some(row) = matter::find_by_id(tx, id)? else {
            let gone = file::gone(tx, &permit, id)?.ok_or_else(Refusal::not_permitted)?;
            let names = people::names(tx, released(&gone))?;
            let (asked, steps) = (vec![], vec![]);
            return Ok(Read { file: gone, asked, steps, not_yet: None, names, keeps: false, reads: false });
        };
        permit.within(&row.facts.division)?;
        let file = file::of_case(tx, &row.region, id)?.ok_or_else(Refusal::not_permitted)?;
        let keeps = access::permit::<KeepFile>(subject, &row.facts).is_ok();
        let reads = keeps && access::permit::<access::actions::ReadMatter>(subject, &row.facts).is_ok();
        if keeps && !file.asks.is_empty() {
            // What she asked is in her own words: whoever reads them is on record like any look.
            matter::look_for::<KeepFile>(tx, ctx, subject, id)?;
        }
        let asked = if keeps { file::asked(tx, kit, &row.region, &file)? } else { vec![] };
        let (steps, not_yet) = if keeps { file::steps(tx, ctx, &row, &file)? } else { (vec![], None) };
        let names = people::names(tx, released(&file))?;
        Ok(Read { file, asked, steps, not_yet, names, keeps, reads })
    });
    Ok(found.await?)
}

fn address(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// `GET /desk/retention/{id}`.
async fn open(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let id = address(&id)?;
    let read = load(&desk, id).await?;
    let done = (!asked.done.is_empty()).then(|| Notice::new(NoticeKind::Info, desk.t().say("retention-done")));
    desk.visit.page(&page(&desk, id, &read, desk.visit.form(), done))
}

fn page(desk: &Desk, id: CaseId, read: &Read, form: Form, notice: Option<Notice>) -> OnePage {
    let (t, file) = (desk.t(), &read.file);
    let me = desk.who.subject().staff().map(access::StaffSubject::user);
    let after = file.packed.as_ref().map(|packed| packed.after);
    // Whoever proposed it is not offered the second half.
    let second = file.stage() == Stage::Proposed && read.keeps && file.proposed.map(|(user, _)| user) != me;
    let dispose = (second && read.not_yet.is_none()).then(|| {
        t.say(if after == Some(After::Limit) { "retention-do-limit-now" } else { "retention-do-remove" }).text()
    });
    OnePage {
        t: desk.frame_titled(t.say("retention-file").with("number", &file.opened.number).text(), Here::Retention),
        id,
        stage: t.message(&file.stage().message()).text(),
        notice,
        facts: facts(t, read),
        not_yet: read
            .not_yet
            .as_ref()
            .filter(|_| read.keeps)
            .map(|refusal| Notice::new(NoticeKind::Neutral, t.refusal(refusal))),
        steps: read
            .steps
            .iter()
            .map(|step| (step.name(), t.say(&format!("retention-do-{}", step.name())).text()))
            .collect(),
        dispose,
        packed: file.packed.is_some() && read.keeps,
        asks: read.asked.iter().map(|one| panel(t, one)).collect(),
        matter: read.reads,
        form,
    }
}

fn facts(t: Say, read: &Read) -> Vec<(String, String)> {
    let file = &read.file;
    let name = |user: Option<kernel::UserId>| {
        user.and_then(|user| read.names.get(&user).cloned()).unwrap_or_else(|| "—".into())
    };
    let mut facts = vec![(t.say("retention-kind").text(), t.message(&file.opened.kind.message()).text())];
    if let Some(packed) = &file.packed {
        facts.push((t.say("retention-put-away").text(), t.full_date(packed.on)));
        facts.push((
            t.say("retention-col-until").text(),
            packed.until.map_or_else(|| t.say("retention-ever").text(), |day| t.full_date(day)),
        ));
        facts.push((t.say("retention-then").text(), t.message(&packed.after.message()).text()));
        facts.push((t.say("retention-col-rule").text(), packed.rules.clone()));
        facts.push((t.say("retention-digest").text(), packed.digest.to_string()));
    }
    if let Some((user, at)) = file.proposed {
        let text = t.say("retention-proposed-by").with("who", name(Some(user))).with("at", t.moment(at)).text();
        facts.push((t.message(&Stage::Proposed.message()).text(), text));
    }
    if let Some((gone, by)) = &file.removed {
        let text = t.say("retention-gone-by").with("first", name(gone.first)).with("second", name(by.user())).text();
        facts.push((t.message(&Stage::Removed.message()).text(), format!("{} · {text}", t.moment(gone.at))));
        facts.push((t.say("retention-digest").text(), gone.digest.to_string()));
        if gone.again {
            facts.push((t.say("retention-again").text(), t.say("retention-again-text").text()));
        }
    }
    for one in file.corrections.iter().rev() {
        let data: Vec<String> = one.data.iter().map(|datum| t.message(&datum.message()).text()).collect();
        facts.push((t.say("retention-corrected").text(), format!("{} · {}", t.moment(one.at), data.join("、"))));
    }
    facts
}

fn panel(t: Say, one: &file::AskedWords) -> AskPanel {
    let wish = t.message(&one.wish.message()).text();
    let answer = one.answer.as_ref().map(|(at, granted, words)| {
        let key = if *granted { "mine-answer-done" } else { "mine-answer-not" };
        (Line::from(t.say(key).with("at", t.moment(*at))), words.reveal().clone())
    });
    AskPanel {
        ask: one.ask.to_string(),
        title: t.say("mine-asked-on").with("at", t.moment(one.at)).with("wish", wish).into(),
        words: one.words.reveal().clone(),
        answer,
    }
}

/// What was done, or the page with what stands against it.
async fn after(
    desk: &Desk,
    id: CaseId,
    sent: &Submission,
    done: Result<(), services::Error>,
) -> Result<Response, Problem> {
    let errors = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/retention/{id}?done=1")).into_response()),
        Err(error) => FormErrors::try_from(error)?,
    };
    let read = load(desk, id).await?;
    desk.visit.page_failed(&page(desk, id, &read, desk.visit.form_again(sent, errors), None))
}

/// `POST /desk/retention/{id}/do/{step}`.
async fn step(desk: Desk, Path((id, step)): Path<(String, String)>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let step = Step::parse(&step).ok_or(Problem::NotFound)?;
    sent.reader().key().ok_or(Problem::NotFound)?;
    let done = desk.write(move |tx, _, ctx, subject| file::step(tx, ctx, subject, id, step)).await;
    after(&desk, id, &sent, done.map(drop)).await
}

/// `POST /desk/retention/{id}/dispose`: the second person. She types the number: what goes does not come back.
async fn dispose(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let typed = sent.raw("number").trim().to_owned();
    let done = desk.write(move |tx, _, ctx, subject| {
        let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        if row.number.as_str() != typed {
            return Err(Refusal::invalid("number", "retention-number").into());
        }
        file::dispose(tx, ctx, subject, id)
    });
    after(&desk, id, &sent, done.await.map(drop)).await
}

/// `POST /desk/retention/{id}/answer`: to what she asked.
async fn answer(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let mut reader = sent.reader();
    let ask = reader.field("ask", |name, text| text.parse().map_err(|_| Refusal::invalid(name, "choose-one")));
    let granted = reader.required("granted", "choose-one", |_, text| Ok(text == "yes"));
    let words = reader.required("words", "data-reason-missing", Text::<1000>::parse);
    let read = ask.zip(granted).zip(words).map(|((ask, granted), words)| Answer { ask, granted, words });
    let done = match reader.finish(read) {
        Ok(answer) => {
            desk.write(move |tx, kit, ctx, subject| file::answer(tx, kit, ctx, subject, id, &answer)).await.map(drop)
        }
        Err(errors) => Err(services::Error::Invalid(errors.refusals().to_vec())),
    };
    after(&desk, id, &sent, done).await
}

/// `POST /desk/retention/{id}/package`: the package, composed now; on record as taken out. It has the digest that is on record.
async fn package(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = address(&id)?;
    let bundle = desk.write(move |tx, kit, ctx, subject| file::package_for(tx, kit, ctx, subject, id)).await?;
    let state = desk.visit.state.clone();
    let written = tokio::task::spawn_blocking(move || {
        // All files of a matter together have the size that a few forms may have.
        let mut out = vec![];
        bundle.write(&state.kit, &state.files, &*state.press, &state.config.public_url, &mut out)?;
        Ok::<_, Fault>(out)
    });
    let bytes = written.await.map_err(|error| Fault::Io(format!("a package: {error}")))??;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"package-{id}.zip\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
