//! `/desk/register`: taking down what somebody says, for her: a petition, or an order for a week's work.

mod receipt;

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    access::{
        self, Subject,
        actions::{NoteErrand, RegisterOnBehalf},
    },
    case::{CaseKind, Channel, MatterType, Purpose},
    people::Role,
};
use kernel::{CaseId, CaseNumber, Ctx, DivisionCode, OrgLevel, QueryCode, Refusal, Text};
use serde::Deserialize;
use services::{
    Error,
    attachment::{self, Staged},
    divisions,
    mandate::{self, NewMandate},
    network,
    petition::{self, By, Door, NewPetition, PetitionForm, Promise, Receipt},
    reception,
    suggestion::{self, Filed},
    work_order,
};
use store::Tx;
use uuid::Uuid;

use super::{
    Desk, Here,
    mandate::{given_now, read as read_mandate},
    petition::units,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    portal::kept::{self, Kept, KeptLine},
    problem::Problem,
    ui::{Line, Notice, NoticeKind, RefusalBox},
    view::Frame,
};

pub(super) use receipt::{get as receipt, give};

/// What one chooses from.
#[derive(Default)]
struct Ready {
    places: Vec<(String, String)>,
    grids: Vec<(String, String)>,
    units: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/register.html")]
struct RegisterPage {
    t: Frame,
    form: Form,
    ready: Ready,
    channels: Vec<(String, String)>,
    types: Vec<(String, String)>,
    purposes: Vec<(String, String)>,
    sealed: Notice,
    refusal: Option<RefusalBox>,
    kept: Vec<KeptLine>,
    /// Whether a mandate can be given to her.
    agent: bool,
    /// The reception at which she came.
    reception: Option<Line>,
    /// Whether errands are noted here by whoever registers.
    errands: bool,
}

impl RegisterPage {
    fn offered() -> &'static str {
        kept::OFFERED
    }
}

/// The widest division over which one of her roles lets her register.
pub(super) fn home(desk: &Desk) -> Option<DivisionCode> {
    let subject = desk.who.subject();
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<RegisterOnBehalf>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

/// The places inside her division, two levels down, each with the name of the one above.
pub(super) fn places(tx: &mut Tx, home: &DivisionCode) -> Result<Vec<(String, String)>, Error> {
    let own = divisions::get(tx, home)?.map(|own| (own.code.to_string(), own.name));
    let mut all: Vec<(String, String)> = own.into_iter().collect();
    // In the order of codes a division comes right before what lies in it.
    let two_down = home.level().below().and_then(OrgLevel::below);
    let mut child = String::new();
    for division in divisions::down_to(tx, Some(home), two_down.unwrap_or(OrgLevel::Village))? {
        if division.code.parent().as_ref() == Some(home) {
            child.clone_from(&division.name);
            all.push((division.code.to_string(), division.name));
        } else {
            all.push((division.code.to_string(), format!("{child} {}", division.name)));
        }
    }
    Ok(all)
}

/// A grid one chooses from, with the place it lies in.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct GridChoice {
    pub(super) id: String,
    /// The code of its division.
    pub(super) place: String,
    /// 巴音花嘎查 · 第三独贵龙.
    pub(super) name: String,
}

/// The grids inside her division, each with the name of its place; none where there are too many to choose from.
pub(super) fn grids(tx: &mut Tx, home: &DivisionCode) -> Result<Vec<GridChoice>, Error> {
    let mut all = vec![];
    let mut place: Option<divisions::Division> = None;
    for grid in network::grids_to_choose(tx, home)? {
        if place.as_ref().is_none_or(|place| place.code != grid.division) {
            place = divisions::get(tx, &grid.division)?;
        }
        let name =
            place.as_ref().map_or_else(|| grid.name.to_string(), |place| format!("{} · {}", place.name, grid.name));
        all.push(GridChoice { id: grid.id.to_string(), place: grid.division.to_string(), name });
    }
    Ok(all)
}

async fn ready(desk: &Desk) -> Result<Ready, Problem> {
    let home = home(desk).ok_or_else(Refusal::not_permitted)?;
    let ready = desk.read(move |tx, _, ctx, _| {
        let places = places(tx, &home)?;
        let around = if home.level() >= OrgLevel::Prefecture { home.clone() } else { home.at(OrgLevel::County) };
        let units = units::around(tx, &around, ctx.today())?;
        let units = units.into_iter().map(|org| (org.id.to_string(), org.name.to_string())).collect();
        let grids = grids(tx, &home)?.into_iter().map(|grid| (grid.id, grid.name)).collect();
        Ok(Ready { places, grids, units })
    });
    Ok(ready.await?)
}

fn page(desk: &Desk, form: Form, ready: Ready, refusal: Option<RefusalBox>) -> RegisterPage {
    let t = desk.t();
    let types = MatterType::ALL.iter().filter(|one| **one != MatterType::Whistleblow);
    RegisterPage {
        t: desk.frame("desk-register-title", Here::Register).failed(form.has_errors() || refusal.is_some()),
        channels: Channel::ALL.iter().map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
        types: types.map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
        purposes: Purpose::ALL.iter().map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
        sealed: Notice::new(NoticeKind::Sealed, t.say("desk-register-sealed"))
            .link(t.say("sealed-card-link"), "/sealed/card"),
        form,
        ready,
        refusal,
        kept: vec![],
        agent: desk.who.has(Role::Agent),
        errands: home(desk).is_some_and(|home| access::permit::<NoteErrand>(desk.who.subject(), &home).is_ok()),
        reception: None,
    }
}

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    reception: String,
}

/// `GET /desk/register`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let ready = ready(&desk).await?;
    let today = kernel::beijing_date(desk.visit.state.clock.now()).to_string();
    let form = desk.visit.form().filled("kind", CaseKind::Petition.name()).filled("channel", Channel::Visit.name());
    let form = form.filled("received_at", today).filled("purpose", Purpose::SeekDecision.name());
    let form = form.filled("matter_type", MatterType::AppealClaim.name()).filled("reception", asked.reception);
    let mut page = page(&desk, form, ready, None);
    page.reception = at_reception(&desk, page.form.value("reception").to_owned()).await?;
    desk.visit.page(&page)
}

/// That it is taken down at a reception, in one sentence; `None` when it is not.
async fn at_reception(desk: &Desk, id: String) -> Result<Option<Line>, Problem> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let known = desk.read(move |tx, _, _, _| Ok(reception::get(tx, id)?)).await?;
    let t = desk.t();
    Ok(known.map(|one| t.say("reception-at-registration").with("day", t.full_date(one.on)).into()))
}

/// `POST /desk/register`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let ready = ready(&desk).await?;
    let (files, refused) = kept::gather(&desk.visit, &sent, (0, 0)).await?;
    let read = read(&desk, &sent, refused).and_then(|(kind, new, key)| {
        let mandate = mandate_of(&sent, new.agent.is_some())?;
        Ok((kind, With { new, mandate, reception: reception_of(&sent)? }, key))
    });
    let (kind, with, key) = match read {
        Ok(read) => read,
        Err(errors) => return again(&desk, &sent, &errors, ready, &files).await,
    };
    match register(&desk, kind, with, key, files.iter().map(Kept::staged).collect()).await {
        Ok(registered) => receipt::give(&desk, &registered),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(Error::Refused(refusal)) => again(&desk, &sent, &refusal.into(), ready, &files).await,
        Err(Error::Invalid(refusals)) => again(&desk, &sent, &refusals.into(), ready, &files).await,
    }
}

/// The form again, files included; what concerns no field of it stands in a box.
async fn again(
    desk: &Desk,
    sent: &Submission,
    errors: &FormErrors,
    ready: Ready,
    files: &[Kept],
) -> Result<Response, Problem> {
    let known = |refusal: &&Refusal| !refusal.field.is_empty();
    let general = errors.refusals().iter().find(|refusal| !known(refusal));
    let refusal = general.map(|refusal| RefusalBox::of(desk.t(), refusal));
    let fields: Vec<Refusal> = errors.refusals().iter().filter(known).cloned().collect();
    let form = desk.visit.form_again(sent, fields.into());
    let key = form.key();
    let mut page = page(desk, form, ready, refusal);
    page.kept = files.iter().map(|file| file.line(&desk.visit.state, key)).collect::<Result<_, _>>()?;
    page.reception = at_reception(desk, sent.raw("reception").to_owned()).await?;
    desk.visit.page_failed(&page)
}

/// What is registered, and what comes with it.
#[derive(Clone)]
struct With {
    new: NewPetition,
    mandate: Option<NewMandate>,
    /// At which reception, and what was said there.
    reception: Option<(Uuid, Text<2000>)>,
}

/// The reception at which it is taken down, with what was said.
fn reception_of(sent: &Submission) -> Result<Option<(Uuid, Text<2000>)>, FormErrors> {
    let Ok(id) = sent.raw("reception").parse::<Uuid>() else { return Ok(None) };
    match Text::parse("findings", sent.raw("findings")) {
        Ok(findings) => Ok(Some((id, findings))),
        Err(refusal) => Err(vec![refusal].into()),
    }
}

/// The mandate, when the agent stays with the matter and it was filled in with the form; otherwise it is asked for.
pub(super) fn mandate_of(sent: &Submission, has_agent: bool) -> Result<Option<NewMandate>, FormErrors> {
    if !has_agent || !given_now(sent) {
        return Ok(None);
    }
    match read_mandate(sent) {
        Ok(new) => Ok(Some(NewMandate { agent: None, ..new })),
        Err(error) => Err(error.refusals().unwrap_or_default().to_vec().into()),
    }
}

fn read(desk: &Desk, sent: &Submission, refused: Vec<Refusal>) -> Result<(CaseKind, NewPetition, String), FormErrors> {
    let mut reader = sent.reader();
    for refusal in refused {
        reader.refuse(refusal);
    }
    let key = reader.key();
    let raw = |name: &str| sent.raw(name).to_owned();
    let kind = reader.required("kind", "choose-one", |field, text| {
        CaseKind::parse(text)
            .filter(|kind| CaseKind::MATTERS.contains(kind))
            .ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let form = PetitionForm {
        title: raw("title"),
        facts: raw("facts"),
        claims: reader.list("claims", |_, text| Ok(text.to_owned())),
        name: raw("name"),
        phone: raw("phone"),
        address: raw("address"),
        division: raw("division"),
        grid: raw("grid"),
        channel: raw("channel"),
        received_at: raw("received_at"),
        matter_type: raw("matter_type"),
        purpose: raw("purpose"),
        respondent: raw("respondent"),
        headcount: raw("headcount"),
        representatives: raw("representatives"),
        language: raw("language"),
        truth: true,
        ..PetitionForm::default()
    };
    let new = match form.parse(Door::Staff, desk.visit.state.clock.now()) {
        Ok(mut new) => {
            // Under a mandate the agent stays with the matter; mandates themselves are kept elsewhere.
            let entrusted = new.channel == Channel::AgentEntrusted && desk.who.has(Role::Agent);
            new.agent = entrusted.then(|| desk.who.user());
            Some(new)
        }
        Err(error) => {
            error.refusals().unwrap_or_default().iter().cloned().map(placed).for_each(|r| reader.refuse(r));
            None
        }
    };
    // What is a suggestion is registered as one, whichever of the two boxes said so.
    let kind = match (kind, &new) {
        (Some(CaseKind::Petition), Some(new)) if new.matter_type == MatterType::Suggestion => {
            Some(CaseKind::Suggestion)
        }
        (kind, _) => kind,
    };
    let all = kind.zip(new).zip(key).map(|((kind, new), key)| (kind, new, key.to_string()));
    reader.finish(all)
}

/// The parser counts claims from 0, the page from 1.
fn placed(refusal: Refusal) -> Refusal {
    match refusal.field.strip_prefix("claims.").and_then(|n| n.parse::<usize>().ok()) {
        Some(index) => refusal.on(format!("claims-{}", index + 1)),
        None => refusal,
    }
}

/// What was registered.
pub(super) struct Registered {
    pub(super) id: CaseId,
    pub(super) kind: CaseKind,
    pub(super) number: CaseNumber,
    pub(super) code: QueryCode,
    pub(super) claims: usize,
    pub(super) at: jiff::Timestamp,
    pub(super) again: bool,
    pub(super) promises: Vec<Promise>,
}

/// Number, person and files in one transaction. What she hands over at the desk is hers: she finds it on her page.
async fn register(
    desk: &Desk,
    kind: CaseKind,
    with: With,
    key: String,
    files: Vec<Staged>,
) -> Result<Registered, Error> {
    let claims = with.new.claims.len();
    desk.write(move |tx, kit, ctx, subject: &Subject| {
        let With { new, mandate, reception } = with.clone();
        let permit = access::permit::<RegisterOnBehalf>(subject, &new.division)?;
        if kind == CaseKind::WorkOrder {
            let done = work_order::receive(tx, kit, ctx, &permit, &new, Some(&key))?;
            let (id, number, code) = (done.id, done.number, done.code);
            let (at, again) = (done.received_at, done.again);
            hand_in(tx, ctx, &new, id, again, &files)?;
            if let Some(mandate) = mandate.as_ref().filter(|_| !again) {
                mandate::with_order(tx, kit, ctx, subject, id, mandate)?;
            }
            if let Some((day, findings)) = reception.as_ref().filter(|_| !again) {
                reception::held(tx, kit, ctx, subject, *day, (id, findings))?;
            }
            return Ok(Registered { id, kind, number, code, claims, at, again, promises: vec![] });
        }
        if kind == CaseKind::Suggestion {
            let new_one = Filed { form: new.clone(), publish: false, category: None, call: None };
            let done = suggestion::file(tx, kit, ctx, &By::Staff(&permit), &new_one, Some(&key))?;
            hand_in(tx, ctx, &new, done.id, done.again, &files)?;
            let Receipt { id, number, code, received_at: at, again, promises, .. } = done;
            return Ok(Registered { id, kind, number, code, claims, at, again, promises });
        }
        let done = petition::register(tx, kit, ctx, &By::Staff(&permit), &new, Some(&key))?;
        let (id, number, code) = (done.id, done.number, done.code);
        let (at, again) = (done.received_at, done.again);
        hand_in(tx, ctx, &new, id, again, &files)?;
        if let Some(mandate) = mandate.as_ref().filter(|_| !again) {
            mandate::with_registration(tx, kit, ctx, subject, id, mandate)?;
        }
        let promises = petition::promised(tx, kit, id)?;
        if let Some((day, findings)) = reception.as_ref().filter(|_| !again) {
            reception::held(tx, kit, ctx, subject, *day, (id, findings))?;
        }
        Ok(Registered { id, kind, number, code, claims, at, again, promises })
    })
    .await
}

/// The files of a form that was sent for the first time.
fn hand_in(
    tx: &mut Tx,
    ctx: &Ctx,
    new: &NewPetition,
    id: CaseId,
    again: bool,
    files: &[Staged],
) -> Result<(), kernel::Fault> {
    for file in files.iter().filter(|_| !again) {
        attachment::record(tx, &new.division.region(), id, file, "PETITIONER", ctx.now())?;
    }
    Ok(())
}
