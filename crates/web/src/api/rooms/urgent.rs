//! `/urgent` and `/matters/{id}/urgent`: dangers that go on, and the report of one beside a matter.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use domain::urgent::{Command, Danger, Outcome as Ended, Report, Reporting, Told};
use jiff::Timestamp;
use kernel::Locale;
use serde::Serialize;
use services::{
    matter,
    urgent::{self, Seen},
};
use utoipa::ToSchema;

use super::{
    act::{carry_out, id},
    wire::RoomLine,
};
use crate::api::{
    auth::Staff,
    body::{Sent, Words, body},
    commands::Outcome,
    headers::{IfMatch, Lang, etag},
    problem::Problem,
    state::Api,
    wire::Coded,
};

/// A danger that goes on, as a list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UrgentLine {
    /// The matter beside which it was reported.
    matter: RoomLine,
    /// The number of the report in its matter.
    no: u16,
    /// What may happen.
    danger: Coded,
    /// When somebody came to know of it.
    #[schema(format = "date-time")]
    known_at: String,
}

/// Dangers that go on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UrgentList {
    /// The one known longest first.
    items: Vec<UrgentLine>,
}

/// A report with how it went on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UrgentReport {
    /// From 1.
    no: u16,
    /// What may happen.
    danger: Coded,
    /// When somebody came to know of it.
    #[schema(format = "date-time")]
    known_at: String,
    /// Where.
    place: String,
    /// What was seen or heard.
    what: String,
    /// Who was told by voice.
    called: Vec<Coded>,
    /// Who must still be called.
    to_call: Vec<Coded>,
    /// It was reported in writing.
    written: bool,
    /// It goes on.
    is_open: bool,
}

/// The reports beside a matter.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UrgentReports {
    /// The one that goes on first.
    reports: Vec<UrgentReport>,
    /// One goes on, though you may not see it.
    going_on: bool,
    /// You may carry it on.
    may_follow: bool,
    /// You may say that it is over.
    may_end: bool,
    /// How many people with the duty the desk told, and to how many a message went.
    told_people: i64,
    /// Messages that went out.
    told_messages: i64,
}

fn coded<T: domain::names::Keyed>(one: T, locale: Locale) -> Coded {
    Coded::new(one.name(), &kernel::Message::new(one.key()), locale)
}

fn report(one: &Report, locale: Locale) -> UrgentReport {
    UrgentReport {
        no: one.no,
        danger: coded(one.danger, locale),
        known_at: one.known_at.to_string(),
        place: one.place.to_string(),
        what: one.what.to_string(),
        called: one.called.iter().map(|called| coded(called.whom, locale)).collect(),
        to_call: one.to_call().map(|told| coded(told, locale)).collect(),
        written: one.written.is_some(),
        is_open: one.is_open(),
    }
}

fn reports(seen: &Seen, locale: Locale) -> UrgentReports {
    UrgentReports {
        reports: seen.reports.iter().map(|one| report(one, locale)).collect(),
        going_on: seen.going_on,
        may_follow: seen.may_follow,
        may_end: seen.may_end,
        told_people: seen.told.people,
        told_messages: seen.told.messages,
    }
}

/// The dangers that go on beside matters for which you have the duty.
#[utoipa::path(
    get,
    path = "/urgent",
    operation_id = "list-urgent",
    tag = "matters",
    security(("staff" = [])),
    responses((status = 200, description = "The dangers.", body = UrgentList)),
)]
pub(crate) async fn going(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
) -> Result<Json<UrgentList>, Problem> {
    let all = api.app.read(move |tx, _, _| Ok(urgent::going(tx, &staff.subject)?)).await?;
    let line = |one: &urgent::Going| UrgentLine {
        matter: RoomLine::untitled(&one.row),
        no: one.report.no,
        danger: coded(one.report.danger, locale),
        known_at: one.report.known_at.to_string(),
    };
    Ok(Json(UrgentList { items: all.iter().map(line).collect() }))
}

/// What was reported beside a matter. The look is put on record first.
#[utoipa::path(
    get,
    path = "/matters/{id}/urgent",
    operation_id = "open-urgent",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The matter.")),
    security(("staff" = [])),
    responses((status = 200, description = "The reports.", body = UrgentReports, headers(("ETag" = String, description = "The version of the matter.")))),
)]
pub(crate) async fn open(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let case = id(&text)?;
    let opened = api.app.write(move |tx, _, ctx| urgent::open(tx, ctx, &staff.subject, case));
    let seen = opened.await.map_err(|error| Problem::from(error).hide())?;
    Ok(([etag(seen.row.version)], Json(reports(&seen, locale))).into_response())
}

body! {
    /// A danger reported for the first time.
    UrgentFirst {
        /// What may happen.
        danger: Danger,
        /// When somebody came to know of it: RFC 3339.
        known_at: String,
        /// Where.
        place: Words<100>,
        /// What was seen or heard.
        what: Words<1000>,
        /// Who has been told by voice already.
        told: Vec<Told>,
    } => (Danger, String, kernel::Text<100>, kernel::Text<1000>, Vec<Told>): (danger, known_at, place, what, told)
}
body! {
    /// Somebody was told by voice.
    UrgentCall {
        /// Who.
        told: Vec<Told>,
    } => Command: Command::Call { told, at: None }
}
body! {
    /// The report in writing.
    UrgentWrite {
        /// To whom.
        to: Vec<Told>,
        /// What.
        text: Words<5000>,
    } => Command: Command::Write { to, text }
}
body! {
    /// A recipient answered.
    UrgentAnswer {
        /// Who.
        from: Told,
        /// What.
        text: Words<2000>,
    } => Command: Command::Answer { from, text }
}
body! {
    /// How it went on.
    UrgentContinue {
        /// What.
        text: Words<2000>,
    } => Command: Command::Continue { text }
}
body! {
    /// It is over.
    UrgentEnd {
        /// How.
        outcome: Ended,
        /// In words.
        text: Words<2000>,
    } => Command: Command::End { outcome, text }
}
body! {
    /// One deed of a report; exactly one of the six.
    UrgentDeed {
        /// Report it.
        report: Option<UrgentFirst>,
        /// Somebody was told.
        call: Option<UrgentCall>,
        /// In writing.
        write: Option<UrgentWrite>,
        /// An answer came.
        answer: Option<UrgentAnswer>,
        /// It went on.
        go_on: Option<UrgentContinue>,
        /// It is over.
        end: Option<UrgentEnd>,
    } => Result<Command, kernel::Refusal>: one_deed(report, [call, write, answer, go_on, end])
}

type First = (Danger, String, kernel::Text<100>, kernel::Text<1000>, Vec<Told>);

fn one_deed(first: Option<First>, others: [Option<Command>; 5]) -> Result<Command, kernel::Refusal> {
    let mut deeds: Vec<Command> = others.into_iter().flatten().collect();
    if let Some((danger, known_at, place, what, told)) = first {
        let wrong = |_| kernel::Refusal::invalid("report.known_at", "time");
        let known_at: Timestamp = known_at.trim().parse().map_err(wrong)?;
        deeds.push(Command::Report(Reporting { danger, known_at, place, what, told }));
    }
    match (deeds.pop(), deeds.is_empty()) {
        (Some(deed), true) => Ok(deed),
        _ => Err(kernel::Refusal::invalid("", "choose-one")),
    }
}

/// Report a danger beside a matter at whatever stage, or carry its report on. It stops nothing of the petitioner's.
#[utoipa::path(
    post,
    path = "/matters/{id}/urgent",
    operation_id = "report-urgent",
    tag = "commands",
    params(
        ("id" = uuid::Uuid, Path, description = "The matter."),
        ("If-Match" = String, Header, description = "The version you saw, in quotes as `ETag` gave it; `*` for the matter as it stands."),
    ),
    security(("staff" = [])),
    request_body = UrgentDeed,
    responses((status = 200, description = "How the matter stands now.", body = Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(text): Path<String>,
    IfMatch(expected): IfMatch,
    Sent(deed): Sent<UrgentDeed>,
) -> Result<Response, Problem> {
    let (case, deed) = (id(&text)?, deed.map_err(|refusal| Problem::from(vec![refusal]))?);
    carry_out(&api, staff, (case, expected, locale), move |tx, kit, ctx, subject| {
        urgent::act(tx, kit, ctx, subject, case, &deed)?;
        let row = matter::find_by_id(tx, case)?.ok_or_else(kernel::Refusal::not_permitted)?;
        // Said after the use case allowed it; the transaction is undone.
        match expected.filter(|seen| *seen + 1 != row.version) {
            Some(seen) => Err(kernel::Refusal::stale().with("seen", seen).with("now", row.version).into()),
            None => Ok(Outcome::of_row(&row)),
        }
    })
    .await
}
