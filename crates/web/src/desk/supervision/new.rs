//! `/desk/supervision/new/{case}`: the drafted letter, one click from the desk. The supervisor changes the words and sends it.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, actions::Supervise},
    organisation::{Org, OrgKind},
    supervision::{Ground, Liability, RungKind},
};
use kernel::{CaseId, Refusal, Text};
use services::{
    Error,
    matter::{self, MatterRow},
    organisation, oversight,
};
use store::idempotency;

use crate::{
    desk::{Desk, Here, rows::place},
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/supervision_new.html")]
struct NewPage {
    t: Frame,
    id: CaseId,
    matter: String,
    matter_href: String,
    unit: String,
    form: Form,
    rungs: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
    liabilities: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
}

struct Loaded {
    row: MatterRow,
    unit: String,
    bodies: Vec<Org>,
}

async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let loaded = desk.read(move |tx, _, ctx, subject| {
        let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        access::permit::<Supervise>(subject, &row.facts)?;
        let unit = row.facts.holder.ok_or_else(Refusal::not_permitted)?;
        let directory = organisation::around(tx, std::slice::from_ref(&row.facts.division), ctx.today())?;
        let places = std::iter::successors(Some(row.facts.division.clone()), kernel::DivisionCode::parent);
        let decides = |org: &Org| matches!(org.kind, OrgKind::Discipline | OrgKind::Government) && org.id != unit;
        let bodies = places.flat_map(|place| directory.at(&place).cloned().collect::<Vec<_>>());
        Ok(Loaded { bodies: bodies.filter(decides).collect(), unit: organisation::name(tx, unit)?, row })
    });
    Ok(loaded.await?)
}

/// `GET`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let form = desk.visit.form().filled("kind", RungKind::SupervisionLetter.name()).filled("days", "5");
    desk.visit.page(&page(&desk, &loaded, form.filled("ground", Ground::Overdue.name())))
}

fn page(desk: &Desk, loaded: &Loaded, form: Form) -> NewPage {
    let t = desk.t();
    let named = |name: &str, message: &kernel::Message| (name.to_owned(), t.message(message).text());
    NewPage {
        t: desk.frame("desk-supervision-new-title", Here::Supervision).failed(form.has_errors()),
        id: loaded.row.id(),
        matter: format!("{} · {}", loaded.row.title, loaded.row.number),
        matter_href: place(&loaded.row),
        unit: loaded.unit.clone(),
        rungs: RungKind::ALL.iter().map(|one| named(one.name(), &one.message())).collect(),
        grounds: Ground::ALL.iter().map(|one| named(one.name(), &one.message())).collect(),
        liabilities: liabilities(desk),
        bodies: loaded.bodies.iter().map(|org| (org.id.to_string(), org.name.to_string())).collect(),
        form,
    }
}

/// The nineteen cases of articles 42 to 46, after "none".
pub(super) fn liabilities(desk: &Desk) -> Vec<(String, String)> {
    let t = desk.t();
    let none = (String::new(), t.say("desk-supervision-liability-none").text());
    let all = Liability::ALL.iter().map(|one| (one.name().to_owned(), t.message(&one.message()).text()));
    std::iter::once(none).chain(all).collect()
}

/// `POST`.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut reader = sent.reader();
    let (key, asked) = (reader.key(), read(&mut reader));
    let mut done_as = "issue";
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => {
            // A letter waits for a second person; a reminder went out.
            done_as = if asked.kind.is_letter() { "propose" } else { "issue" };
            send(&desk, case, asked, key.to_string()).await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    let error = match done {
        Ok(supervision) => {
            return Ok(Redirect::to(&format!("/desk/supervision/{supervision}?done={done_as}")).into_response());
        }
        Err(error) => error,
    };
    let errors = FormErrors::try_from(error)?;
    let loaded = load(&desk, &id).await?;
    let form = desk.visit.form_again(&sent, errors);
    desk.visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&desk, &loaded, form))
}

fn read(reader: &mut Reader<'_>) -> Option<oversight::ByHand> {
    let unknown = |field: &str| Refusal::invalid(field, "unknown-choice");
    let kind = reader.required("kind", "choose-one", |f, text| RungKind::parse(text).ok_or_else(|| unknown(f)));
    let ground = reader.required("ground", "choose-one", |f, text| Ground::parse(text).ok_or_else(|| unknown(f)));
    let demands = reader.optional("demands", Text::parse);
    let reply_days = reader.optional("days", |f, text| {
        kernel::halfwidth(text).trim().parse().map_err(|_| Refusal::invalid(f, "number-expected"))
    });
    let liability = reader.optional("liability", |f, text| Liability::parse(text).ok_or_else(|| unknown(f)));
    let competent = reader.optional("competent", |f, text| text.parse().map_err(|_| unknown(f)));
    kind.zip(ground).map(|(kind, ground)| oversight::ByHand { kind, ground, demands, reply_days, liability, competent })
}

async fn send(desk: &Desk, case: CaseId, asked: oversight::ByHand, key: String) -> Result<String, Error> {
    let write = desk.write(move |tx, kit, ctx, subject| {
        let scope = "desk/supervision";
        let digest = kit.keys.blind_index(scope, &format!("{case} {asked:?}"));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(first) => return Ok(first),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        let id = oversight::by_hand(tx, kit, ctx, subject, case, &asked)?.to_string();
        idempotency::record(tx, scope, &key, &digest, &id, ctx.now())?;
        Ok(id)
    });
    write.await
}
