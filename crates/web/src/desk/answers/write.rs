//! `/desk/answers/new` and `/desk/answers/{id}`: writing an answer for everybody, and changing one. What will be published is
//! looked at first, as the public sees it; only a text that was looked at is published.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::dispatch::CategoryTree;
use kernel::{CaseId, DivisionCode};
use serde::Deserialize;
use services::{
    Error, Kit,
    answers::{self, About, Answer, AnswerDraft, AnswerForm, Source},
    matter, organisation,
};
use store::Tx;
use uuid::Uuid;

use super::permit;
use crate::{
    desk::{
        Desk, Here,
        decide::{Step, mark},
        petition::units,
    },
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Fact, Line},
    view::Frame,
};

/// Where a new one comes from.
#[derive(Deserialize, Default)]
pub(in crate::desk) struct From {
    #[serde(default)]
    from: String,
    #[serde(default)]
    claim: String,
}

/// What one writes on.
#[derive(Debug, Clone, Copy)]
enum Sheet {
    New(Option<CaseId>),
    Old(Uuid),
}

impl Sheet {
    fn about(self) -> About {
        match self {
            Self::New(None) => About::Nothing,
            Self::New(Some(case)) => About::Matter(case),
            Self::Old(id) => About::Answer(id),
        }
    }

    fn action(self) -> String {
        match self {
            Self::New(_) => "/desk/answers/new".into(),
            Self::Old(id) => format!("/desk/answers/{id}"),
        }
    }

    /// The page one came from.
    fn back(self) -> String {
        match self {
            Self::New(Some(case)) => format!("/desk/matters/{case}"),
            _ => "/desk/answers".into(),
        }
    }

    fn title(self) -> &'static str {
        if matches!(self, Self::New(_)) { "publish-new" } else { "publish-change" }
    }
}

/// What one chooses from, and what stands there already.
struct Room {
    division: DivisionCode,
    units: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    /// The answer as it stands, when one is changed.
    old: Option<Answer>,
    /// The matter it is written from.
    source: Option<Source>,
}

#[derive(Template)]
#[template(path = "desk/answer.html")]
struct WritePage {
    t: Frame,
    action: String,
    back: String,
    version: i64,
    from: String,
    /// The claims of the matter: address, number, whether it is this one.
    claims: Vec<(String, u16, bool)>,
    withdrawn: bool,
    form: Form,
    room: Room,
}

#[derive(Template)]
#[template(path = "desk/answer-look.html")]
struct LookPage {
    t: Frame,
    action: String,
    version: i64,
    form: Form,
    fields: Vec<(&'static str, String)>,
    seen: String,
    question: String,
    lines: Vec<Line>,
    facts: Vec<Fact>,
    button: &'static str,
}

/// `GET /desk/answers/new`.
pub(in crate::desk) async fn new(desk: Desk, Query(asked): Query<From>) -> Result<Response, Problem> {
    let from = match asked.from.trim() {
        "" => None,
        text => Some(text.parse::<CaseId>().map_err(|_| Problem::NotFound)?),
    };
    let room = room(&desk, Sheet::New(from)).await?;
    let mut form = desk.visit.form();
    let mut chosen = 0;
    if let Some(source) = &room.source {
        let wanted: u16 = asked.claim.parse().unwrap_or_default();
        let claim = source.claims.iter().find(|claim| claim.no == wanted).or_else(|| source.claims.first());
        if let Some(claim) = claim {
            chosen = claim.no;
            form = form.filled("question", claim.question.as_str()).filled("answer", claim.answer.as_str());
        }
        form = form.filled("category", source.category.as_str()).filled("unit", source.unit.to_string());
    }
    desk.visit.page(&page(&desk, Sheet::New(from), room, form, chosen))
}

/// `GET /desk/answers/{id}`.
pub(in crate::desk) async fn open(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let sheet = Sheet::Old(id.parse().map_err(|_| Problem::NotFound)?);
    let room = room(&desk, sheet).await?;
    let mut form = desk.visit.form();
    if let Some(old) = &room.old {
        let text = |one: Option<String>| one.unwrap_or_default();
        form = form
            .filled("question", old.question.as_str())
            .filled("answer", old.answer.as_str())
            .filled("category", text(old.category.as_ref().map(ToString::to_string)))
            .filled("unit", text(old.unit.map(|unit| unit.to_string())));
    }
    desk.visit.page(&page(&desk, sheet, room, form, 0))
}

async fn room(desk: &Desk, sheet: Sheet) -> Result<Room, Problem> {
    let room = desk.write(move |tx, kit, ctx, subject| {
        let permit = permit(subject)?;
        let (mut old, mut source) = (None, None);
        match sheet {
            Sheet::New(None) => {}
            Sheet::New(Some(case)) => {
                let looked = matter::look(tx, ctx, subject, case)?;
                source = Some(answers::source(tx, kit, subject, &permit, &looked)?);
            }
            Sheet::Old(id) => old = Some(answers::open(tx, &permit, id)?),
        }
        let division = old.as_ref().map_or_else(|| permit.place().clone(), |old| old.division.clone());
        let units = units::around(tx, &division, ctx.today())?;
        let mut units: Vec<_> = units.into_iter().map(|org| (org.id.to_string(), org.name.to_string())).collect();
        // Whoever answered stands in the list also when she is not of this place, or no longer is.
        let answered = source.as_ref().map(|source| source.unit).or_else(|| old.as_ref()?.unit);
        if let Some(unit) = answered.filter(|unit| units.iter().all(|(id, _)| *id != unit.to_string())) {
            units.insert(0, (unit.to_string(), organisation::name(tx, unit)?));
        }
        Ok(Room { categories: categories(kit, &division, ctx.today()), units, division, old, source })
    });
    Ok(room.await?)
}

fn categories(kit: &Kit, division: &DivisionCode, day: jiff::civil::Date) -> Vec<(String, String)> {
    let reference = kit.reference();
    let here = reference.categories.in_force(division, day);
    let tree = here.as_deref().unwrap_or_else(|| CategoryTree::shipped());
    let one = |path: &str| (path.to_owned(), path.split('/').collect::<Vec<_>>().join(" / "));
    tree.categories.iter().map(|category| one(category.path.as_str())).collect()
}

fn page(desk: &Desk, sheet: Sheet, mut room: Room, form: Form, chosen: u16) -> WritePage {
    // A category of an earlier tree stays what it was.
    let own = form.value("category");
    if !own.is_empty() && room.categories.iter().all(|(path, _)| path != own) {
        room.categories.insert(0, (own.to_owned(), own.to_owned()));
    }
    let source = room.source.as_ref();
    let link = |no: u16| source.map(|source| format!("/desk/answers/new?from={}&claim={no}", source.case));
    let claims = source.map(|source| source.claims.as_slice()).unwrap_or_default();
    let claims = if claims.len() > 1 { claims } else { &[] };
    WritePage {
        t: desk.frame(sheet.title(), Here::Answers).failed(form.has_errors()),
        action: sheet.action(),
        back: sheet.back(),
        version: room.old.as_ref().map_or(0, |old| old.version),
        from: source.map(|source| source.case.to_string()).unwrap_or_default(),
        claims: claims.iter().map(|one| (link(one.no).unwrap_or_default(), one.no, one.no == chosen)).collect(),
        withdrawn: room.old.as_ref().is_some_and(|old| old.withdrawn),
        form,
        room,
    }
}

/// `POST /desk/answers/new`.
pub(in crate::desk) async fn publish(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let from = match sent.raw("from") {
        "" => None,
        text => Some(text.parse::<CaseId>().map_err(|_| Problem::NotFound)?),
    };
    step(&desk, Sheet::New(from), &sent).await
}

/// `POST /desk/answers/{id}`.
pub(in crate::desk) async fn change(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let sheet = Sheet::Old(id.parse().map_err(|_| Problem::NotFound)?);
    step(&desk, sheet, &sent).await
}

/// Looking first, then doing.
async fn step(desk: &Desk, sheet: Sheet, sent: &Submission) -> Result<Response, Problem> {
    let room = room(desk, sheet).await?;
    let mut reader = sent.reader();
    let key = reader.key();
    let form = AnswerForm {
        question: sent.raw("question").into(),
        answer: sent.raw("answer").into(),
        category: sent.raw("category").into(),
        unit: sent.raw("unit").into(),
        division: room.division.to_string(),
    };
    let draft = match form.parse() {
        Ok(draft) => Some(draft),
        Err(error) => {
            FormErrors::try_from(error)?.refusals().iter().cloned().for_each(|refusal| reader.refuse(refusal));
            None
        }
    };
    let (draft, key) = match reader.finish(draft.zip(key)) {
        Ok(read) => read,
        Err(errors) => return again(desk, sheet, room, sent, errors),
    };
    if sent.raw("step") == "edit" {
        return desk.visit.page(&page(desk, sheet, room, desk.visit.form_again(sent, FormErrors::default()), 0));
    }
    let sure = Step::of(sent) == Step::Confirm;
    let version: i64 = sent.raw("version").parse().unwrap_or_default();
    let (wanted, key) = (draft.clone(), key.to_string());
    let done = desk.write(move |tx, kit, ctx, subject| {
        let permit = permit(subject)?;
        answers::check(tx, kit, &permit, &wanted, sheet.about())?;
        match sheet {
            _ if !sure => unit_name(tx, &wanted).map(Some),
            Sheet::New(from) => answers::publish_once(tx, kit, ctx, &permit, &wanted, from, &key).map(|_| None),
            Sheet::Old(id) => answers::change(tx, kit, ctx, &permit, id, version, &wanted).map(|_| None),
        }
    });
    match done.await {
        Ok(Some(unit)) => look(desk, sheet, sent, &draft, &unit),
        Ok(None) => {
            let done = if matches!(sheet, Sheet::New(_)) { "published" } else { "changed" };
            Ok(Redirect::to(&format!("/desk/answers?done={done}")).into_response())
        }
        Err(error) => again(desk, sheet, room, sent, FormErrors::try_from(error)?),
    }
}

fn unit_name(tx: &mut Tx, draft: &AnswerDraft) -> Result<String, Error> {
    let name = draft.unit.map(|unit| organisation::name(tx, unit)).transpose()?;
    Ok(name.unwrap_or_default())
}

fn again(desk: &Desk, sheet: Sheet, room: Room, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    desk.visit.page_failed(&page(desk, sheet, room, desk.visit.form_again(sent, errors), 0))
}

/// As everybody will see it.
fn look(desk: &Desk, sheet: Sheet, sent: &Submission, draft: &AnswerDraft, unit: &str) -> Result<Response, Problem> {
    let t = desk.t();
    let mut facts =
        vec![Fact::new(t.say("answers-day"), t.full_date(kernel::beijing_date(desk.visit.state.clock.now())))];
    if !unit.is_empty() {
        facts.insert(0, Fact::new(t.say("phone-answer-unit"), unit));
    }
    facts.extend(draft.category.as_ref().map(|about| Fact::new(t.say("answers-about"), about.as_str())));
    let fields = ["question", "answer", "category", "unit", "from"];
    let is_new = matches!(sheet, Sheet::New(_));
    desk.visit.page(&LookPage {
        t: desk.frame("publish-look", Here::Answers),
        action: sheet.action(),
        version: sent.raw("version").parse().unwrap_or_default(),
        // The same key as before: looking twice and publishing twice is still one answer.
        form: desk.visit.form_again(sent, FormErrors::default()),
        fields: fields.into_iter().map(|name| (name, sent.raw(name).to_owned())).collect(),
        seen: mark(sent.pairs()),
        question: draft.question.to_string(),
        lines: draft.answer.as_str().lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect(),
        facts,
        button: if is_new { "publish-send" } else { "publish-send-changed" },
    })
}
