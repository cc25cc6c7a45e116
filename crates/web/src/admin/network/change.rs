//! `/admin/network/stations/{id}`: what a station says of itself, changed from a day on. The fields are those of the sheet, and what
//! is kept is what an import of that row would keep.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::{AdminStaff, AdminUnits, ReadNetwork},
    names::Keyed,
    network::{BarrierFree, Expertise, Language},
    organisation::{Org, OrgKind},
};
use jiff::civil::Date;
use kernel::{Locale, OrgId, Refusal, UserId};
use services::{
    Error,
    network::{self, Change, Planned, Target},
    organisation,
};
use uuid::Uuid;

use super::{Ask, base};
use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back},
    forms::{Field, Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::{Icon, Notice, NoticeKind},
};

/// What the page shows.
struct Seen {
    org: Org,
    cells: Vec<(String, String)>,
    planned: Vec<Change>,
}

async fn load(admin: &Admin, id: OrgId) -> Result<Seen, Problem> {
    let seen = admin.read(move |tx, _, ctx, leave| {
        let permit = leave.permit::<ReadNetwork>()?;
        let org = organisation::get(tx, id)?.ok_or_else(Refusal::not_permitted)?.value;
        permit.within(&org.division)?;
        let target = Target::Station(id);
        Ok(Seen { cells: network::cells(tx, ctx, target)?, planned: network::planned(tx, target)?, org })
    });
    Ok(seen.await?)
}

/// Words of a closed list as a cell of the sheet holds them.
fn word<T: Keyed>(value: T) -> String {
    kernel::i18n::say(Locale::Zh, &value.key(), [])
}

/// One box for each word of a closed list: its name, its key.
fn boxes<T: Keyed>(form: &Form, column: &str, all: &[T]) -> Vec<Field> {
    all.iter().map(|one| form.check(&format!("{column}-{}", one.name()), &one.key())).collect()
}

fn ticked<T: Keyed>(sent: &Submission, column: &str, all: &[T]) -> String {
    let on = all.iter().filter(|one| !sent.raw(&format!("{column}-{}", one.name())).is_empty());
    on.map(|one| word(*one)).collect::<Vec<_>>().join("；")
}

/// Ticks the boxes of the words in a cell.
fn tick<T: Keyed>(form: Form, column: &str, cell: &str, all: &[T]) -> Form {
    let words: Vec<&str> = cell.split('；').map(str::trim).collect();
    let on = all.iter().filter(|one| words.contains(&word(**one).as_str()));
    on.fold(form, |form, one| form.filled(&format!("{column}-{}", one.name()), "on"))
}

/// The form with the cells as they stand, to hold from today on.
pub(super) fn filled(admin: &Admin, form: Form, cells: &[(String, String)]) -> Form {
    let form = form.filled("from", admin.desk.visit.state.ctx().today().to_string());
    cells.iter().fold(form, |form, (name, text)| match name.as_str() {
        "languages" => tick(form, name, text, Language::ALL),
        "barrier_free" => tick(form, name, text, BarrierFree::ALL),
        "expertise" => tick(form, name, text, Expertise::ALL),
        "home_visits" if text.is_empty() => form,
        _ => form.filled(name, text.clone()),
    })
}

/// The cells that were sent, of those which this form has.
pub(super) fn sent_cells(sent: &Submission, columns: &[&str]) -> Vec<(String, String)> {
    let cell = |column: &&str| {
        let text = match *column {
            "languages" => ticked(sent, column, Language::ALL),
            "barrier_free" => ticked(sent, column, BarrierFree::ALL),
            "expertise" => ticked(sent, column, Expertise::ALL),
            "home_visits" if sent.raw(column).is_empty() => String::new(),
            "home_visits" => "是".to_owned(),
            _ => sent.raw(column).split('\n').map(str::trim).collect::<Vec<_>>().join(" "),
        };
        ((*column).to_owned(), text)
    };
    columns.iter().map(cell).collect()
}

/// Fields that only some kinds of station have.
fn columns(kind: OrgKind) -> Vec<&'static str> {
    let mut all = vec!["phone", "address", "hours", "languages", "home_visits", "barrier_free"];
    match kind {
        OrgKind::Mobile => all.push("stops"),
        OrgKind::Studio => all.extend(["host", "members"]),
        _ => {}
    }
    all
}

fn page(admin: &Admin, seen: &Seen, form: &Form) -> Page {
    let t = admin.t();
    let action = format!("/admin/network/stations/{}", seen.org.id);
    let text = |name: &str, label: &str| form.text(name, label);
    let mut facts = vec![
        text("phone", "admin-unit-phone"),
        text("address", "network-address"),
        text("hours", "network-hours").hint("network-hours-hint"),
        form.check("home_visits", "network-visits"),
    ];
    if seen.org.kind == OrgKind::Mobile {
        facts.push(text("stops", "network-stops").hint("network-stops-hint"));
    }
    if seen.org.kind == OrgKind::Studio {
        facts.extend([text("host", "network-host"), text("members", "network-members")]);
    }
    let group = |fields: Vec<Field>, legend: &str| Group::of(fields).legend(t.say(legend).text()).wide();
    let panel = Panel::post(form, action, t, "network-change-save")
        .group(Group::of(facts))
        .group(group(boxes(form, "languages", Language::ALL), "network-language"))
        .group(group(boxes(form, "barrier_free", BarrierFree::ALL), "network-barrier-free"))
        .group(Group::of(vec![form.date("from", "network-change-from").hint("network-change-from-hint")]));
    Page::titled(admin, seen.org.name.as_str(), Spot::Network)
        .back(back(&format!("{}?view=stations", base(admin))))
        .lead(t.say("network-change-lead"))
        .wrong(form)
        .section(waiting(admin, form, &seen.planned))
        .section(Section::new(t.say("network-change-title").text()).with(&panel))
}

/// Why a change was not done on its day.
fn why(code: &str) -> &'static str {
    if code == "agent-has-open-matters" { "network-change-why-open" } else { "network-change-why-other" }
}

/// What is to come, each with a way to take it back.
pub(super) fn waiting(admin: &Admin, form: &Form, planned: &[Change]) -> Section {
    let t = admin.t();
    let section = Section::new(t.say("network-change-coming").text());
    if planned.is_empty() {
        return section.text(t.say("network-change-none"));
    }
    planned.iter().fold(section, |section, change| {
        let what = match &change.planned {
            Planned::Cells { cells } => {
                let one = |(name, text): &(String, String)| {
                    let name = t.say(&format!("network-col-{}", name.replace('_', "-"))).text();
                    format!("{name} → {}", if text.is_empty() { "—" } else { text })
                };
                cells.iter().map(one).collect::<Vec<_>>().join("；")
            }
            Planned::End => t.say("network-end").text(),
        };
        let said = t.say("network-change-line").with("day", t.full_date(change.from)).with("what", what);
        let drop = Panel::post(form, format!("/admin/network/changes/{}/drop", change.id), t, "network-change-drop");
        let section = section.text(said);
        let section = match &change.refused {
            Some(code) => section.text(t.say("network-change-refused").with("why", t.say(why(code)).text())),
            None => section,
        };
        section.with(&drop.second())
    })
}

/// `GET /admin/network/stations/{id}`.
pub(in crate::admin) async fn get(
    admin: Admin,
    Path(id): Path<OrgId>,
    Query(ask): Query<Ask>,
) -> Result<Response, Problem> {
    let seen = load(&admin, id).await?;
    let form = filled(&admin, admin.desk.visit.form(), &seen.cells);
    page(&admin, &seen, &form).notice(notice(&admin, &ask.done)).show(&admin)
}

/// What was done: at once, or on its day.
pub(super) fn notice(admin: &Admin, done: &str) -> Option<Notice> {
    let key = match done {
        "changed" | "planned" | "dropped" | "same" => format!("network-done-{done}"),
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Info, admin.t().say(&key)).icon(Icon::outline("circle-check")))
}

/// The first day of what was sent.
pub(super) fn from(reader: &mut Reader<'_>, name: &str) -> Option<Date> {
    reader.day(name)
}

/// Writes the cells; the word for the address.
pub(super) async fn write(
    admin: &Admin,
    target: Target,
    cells: Vec<(String, String)>,
    day: Date,
) -> Result<&'static str, Error> {
    let now = admin
        .write(move |tx, _, ctx, leave| {
            let (units, staff) = (leave.permit::<AdminUnits>()?, leave.permit::<AdminStaff>()?);
            network::change(tx, ctx, (&units, &staff), target, &cells, day)
        })
        .await?;
    Ok(if now { "changed" } else { "planned" })
}

/// `POST /admin/network/stations/{id}`.
pub(in crate::admin) async fn post(admin: Admin, Path(id): Path<OrgId>, sent: Submission) -> Result<Response, Problem> {
    let seen = load(&admin, id).await?;
    let mut reader = sent.reader();
    let day = from(&mut reader, "from");
    let cells = sent_cells(&sent, &columns(seen.org.kind));
    let errors = match reader.finish(day) {
        Ok(day) => match write(&admin, Target::Station(id), cells, day).await {
            Ok(done) => return Ok(Redirect::to(&format!("/admin/network/stations/{id}?done={done}")).into_response()),
            Err(error) => FormErrors::try_from(error)?,
        },
        Err(errors) => errors,
    };
    page(&admin, &seen, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
}

/// The cells of an appointment that are changed on its page.
const OF_AN_AGENT: [&str; 5] = ["title", "phone", "languages", "expertise", "home_visits"];

/// The form on the page of an agent.
pub(super) fn of_agent(admin: &Admin, id: UserId, form: &Form) -> Section {
    let t = admin.t();
    let group = |fields: Vec<Field>, legend: &str| Group::of(fields).legend(t.say(legend).text()).wide();
    let facts = vec![
        form.text("title", "network-title-of"),
        form.tel("phone", "admin-staff-phone"),
        form.check("home_visits", "network-visits"),
    ];
    let panel = Panel::post(form, format!("/admin/network/agents/{id}/change"), t, "network-change-save")
        .group(Group::of(facts))
        .group(group(boxes(form, "languages", Language::ALL), "network-language"))
        .group(group(boxes(form, "expertise", Expertise::ALL), "network-expertise"))
        .group(Group::of(vec![form.date("from", "network-change-from").hint("network-change-from-hint")]))
        .second();
    Section::new(t.say("network-change-title").text()).with(&panel)
}

/// `POST /admin/network/agents/{id}/change`.
pub(in crate::admin) async fn post_agent(
    admin: Admin,
    Path(id): Path<UserId>,
    sent: Submission,
) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let day = from(&mut reader, "from");
    let cells = sent_cells(&sent, &OF_AN_AGENT);
    let errors = match reader.finish(day) {
        Ok(day) => match write(&admin, Target::Agent(id), cells, day).await {
            Ok(done) => return Ok(Redirect::to(&format!("/admin/network/agents/{id}?done={done}")).into_response()),
            Err(error) => FormErrors::try_from(error)?,
        },
        Err(errors) => errors,
    };
    super::agent::failed(&admin, id, &sent, errors).await
}

/// `POST /admin/network/changes/{id}/drop`.
pub(in crate::admin) async fn drop(admin: Admin, Path(id): Path<Uuid>, sent: Submission) -> Result<Response, Problem> {
    sent.reader().finish(Some(())).map_err(|_| Problem::from(Refusal::invalid("", "form-expired")))?;
    let dropped =
        admin.write(move |tx, _, ctx, leave| network::drop_change(tx, ctx, &leave.permit::<AdminUnits>()?, id));
    dropped.await?;
    Ok(Redirect::to(&format!("{}?view=stations&done=saved", base(&admin))).into_response())
}
