//! `/t/{number}/mediation/{id}`: a mediation as one of its parties reads it. Whoever filed the matter comes with the number she has;
//! another party's number opens this page and nothing else. She says yes or no herself, ends it, says whether the minutes are right,
//! whether she wants a court to confirm it, and whether what was agreed is done.

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use domain::mediation::{AgreementForm, Command, CommandKind as K, How, Stage, words::letter};
use kernel::{CaseId, CaseNumber, Refusal, Text};
use services::{
    Error,
    mediation::{self, PartyView},
    petition::Access,
};
use store::idempotency;

use super::Done;
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    portal::{
        cookies::{self, Ticket},
        dates, look_up,
    },
    problem::Problem,
    state::AppState,
    ui::{Icon, Line, Notice, NoticeKind, Place, Timeline, TimelineItem, UrgencyChip},
    view::{Frame, Visit},
};

/// One talk in which she sat.
struct Talk {
    no: u16,
    heading: String,
    alone: bool,
    minutes: String,
    /// She said that the minutes are right.
    confirmed: bool,
}

/// One term.
struct TermLine {
    no: usize,
    text: String,
    by: String,
    due: String,
    state: String,
    chip: Option<UrgencyChip>,
    /// She can say that it is not done.
    tells: bool,
}

#[derive(Template)]
#[template(path = "portal/mediation.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each button that the page may show")]
struct MediationPage {
    t: Frame,
    number: String,
    id: String,
    /// Whether the matter's own page is hers too.
    has_matter: bool,
    title: String,
    file: String,
    done: Option<Notice>,
    stage: String,
    chip: Option<UrgencyChip>,
    next: String,
    me: String,
    who: Vec<(String, String)>,
    parties: Vec<(String, String)>,
    free: Notice,
    story: String,
    talks: Vec<Talk>,
    agreement: Vec<(String, String)>,
    terms: Vec<TermLine>,
    court: Vec<String>,
    ways: Vec<String>,
    timeline: Timeline,
    form: Form,
    consents: bool,
    asks_other: bool,
    leaves: bool,
    wants: bool,
}

/// The pages of parties.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/t/{number}/mediation/{id}", get(show)).route("/t/{number}/mediation/{id}/{what}", post(take))
}

async fn show(
    visit: Visit,
    ticket: Ticket,
    Path((number, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let Some(opened) = open(&visit, ticket.access, &number, &id).await? else {
        return look_up::ask(&visit, &number);
    };
    visit.page(&page(&visit, &opened, visit.form(), &done.done))
}

/// A seat's own page, when `access` is a seat with this number.
pub(super) async fn track(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
    done: &str,
) -> Result<Option<Response>, Problem> {
    let Some(access) = access else { return Ok(None) };
    let asked = access.clone();
    let seats = visit.state.read(move |tx, _, _| mediation::seats(tx, &asked)).await?;
    let Some(id) = seats.first() else { return Ok(None) };
    let Some(opened) = open(visit, Some(access), number, &id.to_string()).await? else { return Ok(None) };
    if opened.has_matter {
        return Ok(None);
    }
    visit.page(&page(visit, &opened, visit.form(), done)).map(Some)
}

struct Opened {
    access: Access,
    number: CaseNumber,
    id: CaseId,
    has_matter: bool,
    view: PartyView,
}

async fn open(visit: &Visit, access: Option<Access>, number: &str, id: &str) -> Result<Option<Opened>, Problem> {
    let (Some(access), Ok(number), Ok(id)) = (access, CaseNumber::parse(number), id.parse::<CaseId>()) else {
        return Ok(None);
    };
    let opened = visit.state.read(move |tx, kit, _| {
        // The number in the address is the one that was looked up: of the seat, or of the matter she filed.
        let hers = mediation::number_of(tx, &access)?;
        if hers.as_ref().is_none_or(|(known, _)| *known != number) {
            return Ok(None);
        }
        let has_matter = hers.is_some_and(|(_, has_matter)| has_matter);
        match mediation::track(tx, kit, &access, id) {
            Ok(view) => Ok(Some(Opened { access: access.clone(), number: number.clone(), id, has_matter, view })),
            Err(Error::Refused(_)) => Ok(None),
            Err(error) => Err(error),
        }
    });
    Ok(opened.await?)
}

async fn take(
    visit: Visit,
    ticket: Ticket,
    Path((number, id, what)): Path<(String, String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let Some(opened) = open(&visit, ticket.access, &number, &id).await? else {
        return look_up::ask(&visit, &number);
    };
    let mut reader = sent.reader();
    let key = reader.key();
    let (party, how) = (opened.view.no, How::Herself);
    let which: u16 = sent.raw("which").parse().unwrap_or_default();
    let asked = match what.as_str() {
        "consent" => Some(Command::Consent { party, how }),
        "refuse" => Some(Command::Refuse { party, how, reason: reader.optional("reason", Text::parse) }),
        "leave" => Some(Command::Leave { party, how, reason: reader.optional("why", Text::parse) }),
        "other" => reader.field("other", Text::parse).map(|reason| Command::AskOther { party, reason }),
        "minutes" => Some(Command::ConfirmMinutes { session: which, party, how }),
        "court" => Some(Command::WantConfirmation { party, how }),
        "breach" => {
            let text = reader.field("breach", Text::parse);
            text.map(|text| Command::TellBreach { term: which, party, text })
        }
        _ => return Err(Problem::NotFound),
    };
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => give(&visit, &opened, &what, asked, key.to_string()).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(()) => Ok(cookies::see(&format!("/t/{number}/mediation/{id}?done={what}"))),
        Err(error) => {
            let form = visit.form_again(&sent, FormErrors::try_from(error)?);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, &opened, form, ""))
        }
    }
}

/// What is sent twice acts once.
async fn give(visit: &Visit, opened: &Opened, what: &str, asked: Command, key: String) -> Result<(), Error> {
    let (access, id, what) = (opened.access.clone(), opened.id, what.to_owned());
    let write = visit.state.write(move |tx, kit, ctx| {
        let scope = "portal/mediation";
        let digest = kit.keys.blind_index(scope, &format!("{} {id} {what}", access.case()));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(_) => return Ok(()),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        mediation::act_as_party(tx, kit, ctx, &access, id, &asked)?;
        idempotency::record(tx, scope, &key, &digest, "", ctx.now())?;
        Ok(())
    });
    write.await
}

fn page(visit: &Visit, opened: &Opened, form: Form, done: &str) -> MediationPage {
    let (t, view, state) = (visit.t, &opened.view, &opened.view.state);
    let now = visit.state.clock.now();
    let may = |kind: K| view.allowed.contains(&kind);
    let item = |(index, item): (usize, &services::timeline::Item)| {
        let place = if index == 0 { Place::Now } else { Place::Past };
        let mut line = TimelineItem::new(place, t.moment(item.at), t.message(&item.message));
        line.small = item.text.as_deref().map(Line::from).unwrap_or_default();
        line
    };
    let over = matches!(state.stage(), Stage::Terminated | Stage::Breached);
    let notice = |what: &str| {
        let known = ["consent", "refuse", "leave", "other", "minutes", "court", "breach"];
        known.contains(&what).then(|| {
            let said = t.say(&format!("mediation-hers-done-{what}"));
            Notice::new(NoticeKind::Info, said).titled(t.say("portal-done")).icon(Icon::filled("circle-check"))
        })
    };
    MediationPage {
        t: visit.frame("mediation-hers-title").failed(form.has_errors()),
        number: opened.number.to_string(),
        id: opened.id.to_string(),
        has_matter: opened.has_matter,
        title: state.opened.title.to_string(),
        file: state.opened.file.to_string(),
        done: notice(done),
        stage: t.message(&state.stage().message()).text(),
        chip: view.clocks.iter().find(|(clock, _)| clock.is_running()).map(|(clock, _)| dates::chip(t, clock, now)),
        next: next(t, view),
        me: t.say("mediation-hers-me").with("party", letter(view.no)).with("name", &view.name).text(),
        who: who(t, view),
        parties: parties(t, view),
        free: Notice::new(NoticeKind::Info, t.say("mediation-hers-free")),
        story: state.opened.facts.to_string(),
        talks: talks(t, view),
        agreement: agreement(t, view),
        terms: terms(t, view, now, may(K::TellBreach)),
        court: court(t, view),
        ways: if over { state.ways().iter().map(|way| t.message(&way.message()).text()).collect() } else { vec![] },
        timeline: Timeline { t, elapsed: Line::default(), items: view.timeline.iter().enumerate().map(item).collect() },
        consents: may(K::Consent),
        asks_other: may(K::AskOther),
        leaves: may(K::Leave),
        wants: may(K::WantConfirmation),
        form,
    }
}

/// What comes next for her, in a sentence.
fn next(t: Say, view: &PartyView) -> String {
    let said = view.state.party(view.no).is_some_and(|party| party.consent.is_some());
    let key = match view.state.stage() {
        Stage::ConsentPending if !said => "mediation-hers-next-consent",
        Stage::ConsentPending => "mediation-hers-next-others",
        Stage::Accepted | Stage::RightsNotified => "mediation-hers-next-invited",
        Stage::InSession => "mediation-hers-next-session",
        Stage::Agreed => "mediation-hers-next-sign",
        Stage::Performing => "mediation-hers-next-perform",
        Stage::ConfirmApplied => "mediation-hers-next-court",
        Stage::Breached => "mediation-hers-next-breach",
        Stage::Performed | Stage::Archived => "mediation-hers-next-done",
        Stage::Terminated => "mediation-hers-next-ended",
    };
    t.say(key).text()
}

fn who(t: Say, view: &PartyView) -> Vec<(String, String)> {
    let line = |key: &str, value: String| (t.say(key).text(), value);
    let mut all = vec![line("mediations-committee", view.committee.clone())];
    all.push(line("mediations-org-type", t.message(&view.state.opened.org_type.message()).text()));
    let name = view.mediator.clone().unwrap_or_else(|| t.say("mediations-unnamed").text());
    all.push(line("mediations-mediator", name));
    let helper =
        |one: &domain::mediation::Helper| format!("{}（{}）", one.called, t.message(&one.role.message()).text());
    let helpers: Vec<String> = view.state.helpers.iter().map(helper).collect();
    if !helpers.is_empty() {
        all.push(line("mediations-helpers", helpers.join("、")));
    }
    all.extend(view.phone.clone().map(|phone| line("mediations-phone", phone)));
    all
}

/// Each party by 甲方, 乙方 with what she said. No name but her own.
fn parties(t: Say, view: &PartyView) -> Vec<(String, String)> {
    let one = |party: &domain::mediation::Party| {
        let key = match &party.consent {
            Some(consent) if consent.yes => "mediations-yes",
            Some(_) => "mediations-no",
            None => "mediations-unsaid",
        };
        let name = t.say("mediations-party").with("party", letter(party.no)).text();
        let mine = if party.no == view.no { t.say("mediation-hers-you").text() } else { String::new() };
        (format!("{name}{mine}"), t.say(key).text())
    };
    view.state.parties.iter().map(one).collect()
}

fn talks(t: Say, view: &PartyView) -> Vec<Talk> {
    let one = |held: &domain::mediation::SessionHeld| Talk {
        no: held.no,
        heading: format!("{} {} {}", t.full_date(held.session.on), held.session.from, held.session.place),
        alone: held.session.with.len() < view.state.parties.len(),
        minutes: held.session.minutes.to_string(),
        confirmed: held.confirmed.iter().any(|(no, _)| *no == view.no) || !view.allowed.contains(&K::ConfirmMinutes),
    };
    view.sessions.iter().map(one).collect()
}

fn agreement(t: Say, view: &PartyView) -> Vec<(String, String)> {
    let Some(agreed) = &view.state.agreement else { return vec![] };
    let mut all = vec![
        (t.say("mediations-form").text(), t.message(&agreed.form.message()).text()),
        (t.say("mediations-dispute").text(), agreed.dispute.to_string()),
        (t.say("mediations-liability").text(), agreed.liability.to_string()),
        (t.say("mediations-manner").text(), agreed.manner.to_string()),
    ];
    match view.state.effective_on {
        Some(on) => all.push((t.say("mediations-effective").text(), t.full_date(on))),
        None if agreed.form == AgreementForm::Written => {
            let open = view.state.unsigned().len();
            all.push((
                t.say("mediations-effective").text(),
                t.say("mediation-hers-unsigned").with("count", open).text(),
            ));
        }
        None => {}
    }
    all
}

fn terms(t: Say, view: &PartyView, now: jiff::Timestamp, tells: bool) -> Vec<TermLine> {
    let Some(agreed) = &view.state.agreement else { return vec![] };
    let one = |(index, term): (usize, &domain::mediation::Term)| {
        let became = view.state.performance.get(index);
        let done = became.and_then(|one| one.done.as_ref());
        let clock = became.and_then(|one| one.clock);
        let clock = clock.and_then(|id| view.state.clocks.iter().find(|clock| clock.id == id && clock.is_open()));
        let state = match (became, done) {
            (_, Some(done)) => t.say("mediation-hers-term-done").with("day", t.full_date(done.on)).text(),
            (Some(one), None) if one.ways_told_at.is_some() => t.say("mediation-hers-term-ways").text(),
            (Some(one), None) if one.urged_at.is_some() => t.say("mediation-hers-term-urged").text(),
            (Some(one), None) if one.late => t.say("mediations-late").text(),
            _ => String::new(),
        };
        TermLine {
            no: index + 1,
            text: term.text.to_string(),
            by: t.say("mediations-party").with("party", letter(term.by)).text(),
            due: t.full_date(term.due),
            state,
            chip: clock.map(|clock| dates::chip(t, clock, now)),
            tells: tells
                && done.is_none()
                && term.by != view.no
                && became.is_some_and(|one| one.ways_told_at.is_none()),
        }
    };
    agreed.terms.iter().enumerate().map(one).collect()
}

fn court(t: Say, view: &PartyView) -> Vec<String> {
    let state = &view.state;
    if state.effective_on.is_none() || !state.is_confirmable() {
        return vec![];
    }
    let confirmation = &state.confirmation;
    if let Some(ruling) = &confirmation.ruled {
        let key = if ruling.confirmed { "mediations-court-confirmed" } else { "mediations-court-refused" };
        return vec![t.say(key).with("number", &ruling.number).with("day", t.full_date(ruling.on)).text()];
    }
    if let Some((court, ground, on)) = &confirmation.applied {
        let ground = t.message(&ground.message()).text();
        let said = t.say("mediations-court-applied").with("court", court).with("ground", ground);
        return vec![said.with("day", t.full_date(*on)).text()];
    }
    let mut lines = vec![];
    if let Some(clock) = state.window() {
        lines.push(t.say("mediation-hers-court-until").with("day", t.full_date(clock.statutory)).text());
    }
    for (no, _) in &confirmation.wanted {
        lines.push(t.say("mediation-hers-court-wanted").with("party", letter(*no)).text());
    }
    lines
}
