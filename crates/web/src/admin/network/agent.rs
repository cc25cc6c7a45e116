//! `/desk/network/agents/{id}`: one agent's appointment, who stands in for her and when, and the hand-over before it ends.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::{ArrangeAgents, ReadNetwork},
    people::Role,
};
use jiff::{Timestamp, civil::Date};
use kernel::{AbsenceId, Refusal, Text, UserId};
use services::{
    Error,
    network::{self, AgentQuery, AgentRow, Away, Change, Target},
};
use store::Tx;

use super::{Ask, base, change, keeper};
use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back},
    desk::Desk,
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Icon, Line, Notice, NoticeKind},
};

/// What the page shows.
struct Person {
    row: AgentRow,
    away: Vec<Away>,
    in_hand: i64,
    /// The cells of her appointment, as they stand.
    cells: Vec<(String, String)>,
    /// What is to change.
    planned: Vec<Change>,
    /// Who can stand in or take over: her colleagues and those of the township or county around.
    others: Vec<(String, String)>,
}

const MOST: u32 = 300;

async fn load(admin: &Admin, id: UserId) -> Result<Person, Problem> {
    let loaded = admin.read(move |tx, _, ctx, leave| {
        let permit = leave.permit::<ReadNetwork>()?;
        let row = network::find(tx, ctx, id)?.ok_or_else(Refusal::not_permitted)?;
        permit.within(&row.division)?;
        Ok(Person {
            away: network::away(tx, ctx, &row.division, Some(id))?,
            in_hand: network::in_hand(tx, id)?,
            cells: network::cells(tx, ctx, Target::Agent(id))?,
            planned: network::planned(tx, Target::Agent(id))?,
            others: others(tx, ctx, &row, permit.place())?,
            row,
        })
    });
    Ok(loaded.await?)
}

fn others(
    tx: &mut Tx,
    ctx: &kernel::Ctx,
    row: &AgentRow,
    place: &kernel::DivisionCode,
) -> Result<Vec<(String, String)>, Error> {
    let around = row.division.parent().filter(|around| place.contains(around) && around.as_str().len() > 4);
    let query = AgentQuery {
        within: around.unwrap_or_else(|| row.division.clone()),
        kind: None,
        language: None,
        expertise: None,
        away: false,
        after: None,
        limit: MOST,
    };
    let mut rows = network::agents(tx, ctx, &query)?.items;
    rows.retain(|other| other.id != row.id);
    // Her own colleagues first.
    rows.sort_by_key(|other| other.org != row.org);
    Ok(rows
        .iter()
        .map(|other| (other.id.to_string(), format!("{} · {}", other.name.reveal(), other.org_name)))
        .collect())
}

fn may_arrange(admin: &Admin) -> bool {
    [Role::StationLead, Role::BureauOfficer].into_iter().any(|role| admin.desk.who.has(role))
}

fn page(admin: &Admin, person: &Person, form: &Form) -> Page {
    let t = admin.t();
    let row = &person.row;
    let mut page = Page::titled(admin, row.name.reveal(), Spot::Network)
        .back(back(base(admin)))
        .lead(format!("{} · {}", row.org_name, row.title.clone().unwrap_or_default()))
        .wrong(form)
        .section(facts(admin, person));
    if !person.planned.is_empty() {
        page = page.section(change::waiting(admin, form, &person.planned));
    }
    if admin.desk.who.has(Role::Sysadmin) {
        let form = if form.has_errors() { form.clone() } else { change::filled(admin, form.clone(), &person.cells) };
        page = page.section(change::of_agent(admin, person.row.id, &form));
    }
    if may_arrange(admin) {
        page = page.section(absences(admin, person, form)).section(hand_over(admin, person, form));
    } else {
        page = page.section(Section::new("").text(t.say("network-arranged-by-leads")));
    }
    page
}

fn facts(admin: &Admin, person: &Person) -> Section {
    let t = admin.t();
    let row = &person.row;
    let mut lines = vec![(t.say("network-since").text(), t.full_date(row.since))];
    if let Some(phone) = &row.phone {
        lines.push((t.say("admin-staff-phone").text(), phone.clone()));
    }
    if let Some(file) = &row.file {
        let words = |keys: Vec<String>| keys.iter().map(|key| t.say(key).text()).collect::<Vec<_>>().join("、");
        let yes = |value: bool| t.say(if value { "network-yes" } else { "network-no" }).text();
        lines.push((t.say("network-kind").text(), t.message(&file.kind.message()).text()));
        lines.push((t.say("network-official").text(), yes(file.official)));
        lines.push((t.say("network-duty").text(), t.message(&file.duty.message()).text()));
        lines.push((t.say("network-first").text(), yes(file.first)));
        lines.push((t.say("network-language").text(), words(file.languages.iter().map(|one| one.key()).collect())));
        if !file.expertise.is_empty() {
            lines
                .push((t.say("network-expertise").text(), words(file.expertise.iter().map(|one| one.key()).collect())));
        }
        if let Some(by) = &file.appointed_by {
            lines.push((t.say("network-appointed-by").text(), by.to_string()));
        }
    }
    let items: Vec<String> = lines
        .iter()
        .map(|(name, value)| {
            let (name, value) = (Line::from(name.as_str()), Line::from(value.as_str()));
            format!("<div class=\"lx-facts__one\"><dt>{name}</dt><dd>{value}</dd></div>")
        })
        .collect();
    Section::new(t.say("network-appointment").text()).with(&format!("<dl class=\"lx-facts\">{}</dl>", items.concat()))
}

fn absences(admin: &Admin, person: &Person, form: &Form) -> Section {
    let t = admin.t();
    let mut section = Section::new(t.say("network-absence").text()).text(t.say("network-absence-lead"));
    for away in &person.away {
        let said = t
            .say("network-absence-line")
            .with("from", t.moment(away.absence.from))
            .with("until", t.moment(away.absence.until))
            .with("deputy", away.deputy.reveal());
        let end = Panel::post(
            &form.clone().filled("absence", away.absence.id.to_string()),
            format!("{}/agents/{}/back", base(admin), person.row.id),
            t,
            "network-absence-end",
        )
        .carry("absence", &away.absence.id.to_string())
        .second();
        section = section.text(said).with(&end);
    }
    let deputy = form.select("deputy", "network-deputy").option("", "desk-choose").options(&person.others);
    let panel =
        Panel::post(form, format!("{}/agents/{}/absence", base(admin), person.row.id), t, "network-absence-save")
            .group(
                Group::of(vec![
                    form.date("from", "network-from").optional("network-from-now"),
                    form.date("until", "network-until"),
                    deputy,
                ])
                .wide(),
            )
            .second();
    section.with(&panel)
}

fn hand_over(admin: &Admin, person: &Person, form: &Form) -> Section {
    let t = admin.t();
    let section =
        Section::new(t.say("network-hand-over").text()).text(t.say("network-in-hand").with("count", person.in_hand));
    let action = |what: &str| format!("{}/agents/{}/{what}", base(admin), person.row.id);
    if person.in_hand == 0 {
        let today = admin.desk.visit.state.ctx().today().to_string();
        let form = if form.value("on").is_empty() { form.clone().filled("on", today) } else { form.clone() };
        let on = Group::of(vec![form.date("on", "network-end-on").hint("network-end-on-hint")]);
        let end = Panel::post(&form, action("end"), t, "network-end").group(on).second();
        return section.text(t.say("network-end-lead")).with(&end);
    }
    let to = form.select("to", "network-successor").option("", "desk-choose").options(&person.others);
    let panel = Panel::post(form, action("hand-over"), t, "network-hand-over-do").group(Group::of(vec![
        to,
        form.area("reason", "network-hand-over-reason").hint("network-hand-over-reason-hint"),
    ]));
    section.text(t.say("network-hand-over-lead")).with(&panel)
}

/// `GET /desk/network/agents/{id}`, `GET /admin/network/agents/{id}`.
pub(in crate::admin) async fn get(
    desk: Desk,
    Path(id): Path<UserId>,
    Query(ask): Query<Ask>,
) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    let person = load(&admin, id).await?;
    let notice = match ask.done.as_str() {
        "absence" => Some("network-done-absence"),
        "back" => Some("network-done-back"),
        "handed" => Some("network-done-handed"),
        "changed" => Some("network-done-changed"),
        "planned" => Some("network-done-planned"),
        _ => None,
    };
    let notice =
        notice.map(|key| Notice::new(NoticeKind::Info, admin.t().say(key)).icon(Icon::outline("circle-check")));
    page(&admin, &person, &admin.desk.visit.form()).notice(notice).show(&admin)
}

async fn answered(
    admin: &Admin,
    id: UserId,
    sent: &Submission,
    result: Result<(), Error>,
    done: String,
) -> Result<Response, Problem> {
    match result {
        Ok(()) => Ok(Redirect::to(&done).into_response()),
        Err(error) => failed(admin, id, sent, FormErrors::try_from(error)?).await,
    }
}

pub(super) async fn failed(
    admin: &Admin,
    id: UserId,
    sent: &Submission,
    errors: FormErrors,
) -> Result<Response, Problem> {
    let person = load(admin, id).await?;
    page(admin, &person, &admin.desk.visit.form_again(sent, errors)).show(admin)
}

/// Midnight in Beijing at the beginning of a day.
fn midnight(day: Date) -> Timestamp {
    kernel::beijing_noon(day) - jiff::SignedDuration::from_hours(12)
}

fn user(field: &str, text: &str) -> Result<UserId, Refusal> {
    text.parse().map_err(|_| Refusal::invalid(field, "unknown-choice"))
}

fn day(field: &str, text: &str) -> Result<Date, Refusal> {
    kernel::halfwidth(text).trim().parse().map_err(|_| Refusal::invalid(field, "date"))
}

/// `POST /desk/network/agents/{id}/absence`: from the first day (now, when none is given) through the last.
pub(in crate::admin) async fn absence(
    desk: Desk,
    Path(id): Path<UserId>,
    sent: Submission,
) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    let mut reader = sent.reader();
    let from = reader.optional("from", day);
    let until = reader.field("until", day);
    let deputy = reader.field("deputy", user);
    let asked = match reader.finish(until.zip(deputy)) {
        Ok((until, deputy)) => (from, until, deputy),
        Err(errors) => return failed(&admin, id, &sent, errors).await,
    };
    let result = admin
        .write(move |tx, _, ctx, leave| {
            let (from, until, deputy) = asked;
            let begin = from.map_or(ctx.now(), midnight).max(ctx.now());
            let end = midnight(until.tomorrow().unwrap_or(until));
            network::arrange_absence(tx, ctx, &leave.permit::<ArrangeAgents>()?, id, deputy, (begin, end)).map(drop)
        })
        .await;
    let done = format!("{}/agents/{id}?done=absence", base(&admin));
    answered(&admin, id, &sent, result, done).await
}

/// `POST /desk/network/agents/{id}/back`: the absence ends now.
pub(in crate::admin) async fn ended(desk: Desk, Path(id): Path<UserId>, sent: Submission) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    let mut reader = sent.reader();
    let absence = reader.field("absence", |field, text| {
        text.trim().parse::<AbsenceId>().map_err(|_| Refusal::invalid(field, "absence-unknown"))
    });
    let absence = match reader.finish(absence) {
        Ok(absence) => absence,
        Err(errors) => return failed(&admin, id, &sent, errors).await,
    };
    let result = admin
        .write(move |tx, _, ctx, leave| network::end_absence(tx, ctx, &leave.permit::<ArrangeAgents>()?, absence))
        .await;
    let done = format!("{}/agents/{id}?done=back", base(&admin));
    answered(&admin, id, &sent, result, done).await
}

/// `POST /desk/network/agents/{id}/hand-over`.
pub(in crate::admin) async fn hand_over_to(
    desk: Desk,
    Path(id): Path<UserId>,
    sent: Submission,
) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    let mut reader = sent.reader();
    let to = reader.field("to", user);
    let reason = reader.field("reason", Text::<500>::parse);
    let (to, reason) = match reader.finish(to.zip(reason)) {
        Ok(asked) => asked,
        Err(errors) => return failed(&admin, id, &sent, errors).await,
    };
    let result = admin
        .write(move |tx, kit, ctx, leave| {
            let permit = leave.permit::<ArrangeAgents>()?;
            network::hand_over(tx, kit, ctx, &leave.subject, &permit, (id, to), &reason).map(drop)
        })
        .await;
    let done = format!("{}/agents/{id}?done=handed", base(&admin));
    answered(&admin, id, &sent, result, done).await
}

/// `POST /desk/network/agents/{id}/end`.
pub(in crate::admin) async fn end(desk: Desk, Path(id): Path<UserId>, sent: Submission) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    if sent.is_refused() {
        return Ok(Redirect::to(&format!("{}/agents/{id}", base(&admin))).into_response());
    }
    let mut reader = sent.reader();
    let day = reader.field("on", day);
    let day = match reader.finish(day) {
        Ok(day) => day,
        Err(errors) => return failed(&admin, id, &sent, errors).await,
    };
    let result = admin
        .write(move |tx, _, ctx, leave| network::end_on(tx, ctx, &leave.permit::<ArrangeAgents>()?, id, day))
        .await;
    let done = match &result {
        Ok(false) => format!("{}/agents/{id}?done=planned", base(&admin)),
        _ => format!("{}?view=agents&done=saved", base(&admin)),
    };
    answered(&admin, id, &sent, result.map(drop), done).await
}
