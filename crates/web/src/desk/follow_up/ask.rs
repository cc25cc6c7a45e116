//! `/desk/follow-up/{id}`: the questions of the follow-up form on one matter, in her words. Whoever had a part in it cannot ask.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Subject, actions::FollowUp as FollowUpAction, actions::RevealIdentity},
    case::{CaseKind, FollowUpMethod, Grade},
    obstruction::Wrong,
    petition::{Command, FollowUp, Heard},
    work_order,
};
use kernel::{CaseId, ClaimId, Ctx, Refusal, RefusalKind, Text};
use services::{
    Error, Kit,
    follow_up::{self, Call},
    matter::{self, MatterRow},
    obstruction, people,
    petition::{self, Act, MaskedIdentity},
    work_order as orders,
};
use store::Tx;

use crate::{
    desk::{Desk, Here, asked::list_or, case, petition::read::one_of, rows},
    forms::{Field, Form, FormErrors, Reader, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Line, Notice, NoticeKind, RedactedPerson, RefusalBox},
    view::{Frame, items},
};

#[derive(Template)]
#[template(path = "desk/call.html")]
struct CallPage {
    t: Frame,
    meta: String,
    action: String,
    place: String,
    /// The list it was opened from: address and name.
    back: (String, String),
    version: i64,
    form: Form,
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
    fields: Vec<Line>,
    person: Option<RedactedPerson>,
    facts: String,
    claims: Vec<(u16, Line)>,
    calls: Vec<(Line, Line)>,
    /// Where a danger that she hears of is reported.
    danger: String,
}

/// A claim to ask about; a work order is one thing without an id of its own.
#[derive(Debug, Clone)]
struct Question {
    no: u16,
    id: Option<ClaimId>,
    words: String,
    /// What had to be done for it: the item's number, and who had to do what until when.
    items: Vec<(u16, Line)>,
}

/// One matter to call on.
struct Matter {
    row: MatterRow,
    facts: String,
    questions: Vec<Question>,
    person: MaskedIdentity,
    reveal: bool,
    calls: Vec<Call>,
    staff: people::Names,
}

async fn load(desk: &Desk, id: CaseId) -> Result<Matter, Problem> {
    let t = desk.t();
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        let row = looked.row().clone();
        access::permit::<FollowUpAction>(subject, &row.facts)?;
        let (facts, questions) = match row.kind() {
            CaseKind::Petition => {
                let view = petition::open_case(tx, kit, ctx, subject, looked)?;
                let item = |item: &domain::execution::Item| (item.no, Line::from(items::promise(t, &item.promise)));
                let question = |claim: &domain::case::Claim| Question {
                    no: claim.no,
                    id: Some(claim.id),
                    words: claim.plainly().to_string(),
                    items: claim.execution.current().map(item).collect(),
                };
                (view.state.facts.to_string(), view.state.live_claims().map(question).collect())
            }
            CaseKind::WorkOrder => {
                let view = orders::open_order(tx, kit, ctx, subject, looked)?;
                let words = view.state.title.to_string();
                (view.state.facts.to_string(), vec![Question { no: 1, id: None, words, items: vec![] }])
            }
            // Nobody calls on a report; the permit above says so already.
            CaseKind::Obstruction
            | CaseKind::Find
            | CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Suggestion
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow => {
                return Err(Refusal::not_permitted().into());
            }
        };
        let calls = follow_up::calls(tx, subject, &row)?;
        Ok(Matter {
            person: petition::masked(tx, &kit.keys, &row.region, row.petitioner)?,
            reveal: access::permit::<RevealIdentity>(subject, &row.facts).is_ok(),
            staff: people::names(tx, calls.iter().filter_map(|call| call.actor.user()))?,
            facts,
            questions,
            calls,
            row,
        })
    });
    Ok(loaded.await?)
}

fn address(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// Whether a call on it still waits.
fn waits(row: &MatterRow) -> bool {
    let answered: &[&str] = match row.kind() {
        CaseKind::Petition => &["ROUTED", "SERVED", "CLOSED_PROCEDURAL"],
        CaseKind::WorkOrder => &["DONE"],
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Suggestion
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => &[],
    };
    answered.contains(&row.stage.as_str())
}

fn page(desk: &Desk, matter: &Matter, form: Form, notice: Option<Notice>, refusal: Option<RefusalBox>) -> CallPage {
    let (t, id) = (desk.t(), matter.row.id());
    let title = t.say("decide-call-heading").with("title", &matter.row.title).text();
    let reveal = matter.reveal.then(|| desk.onwards(&format!("/desk/matters/{id}/identity"), &[]));
    let failed = form.has_errors() || refusal.is_some();
    CallPage {
        t: desk.frame_titled(title, Here::FollowUp).failed(failed),
        meta: format!("{} · {}", matter.row.number, t.say(&rows::stage_key(&matter.row)).text()),
        action: desk.onwards(&format!("/desk/follow-up/{id}"), &[]),
        place: desk.onwards(&rows::place(&matter.row), &[]),
        back: list_or(desk, "/desk/follow-up", "decide-calls"),
        version: matter.row.version,
        notice,
        refusal,
        fields: fields(t, matter, &form),
        person: case::person(t, Some(&matter.person), reveal),
        facts: matter.facts.clone(),
        claims: matter.questions.iter().map(|one| (one.no, Line::from(one.words.as_str()))).collect(),
        calls: matter.calls.iter().map(|call| said(t, call, &matter.staff)).collect(),
        danger: crate::desk::urgent::way_to(desk, &matter.row),
        form,
    }
}

/// The questions of the form, in their order.
fn fields(t: Say, matter: &Matter, form: &Form) -> Vec<Line> {
    let mut fields = vec![];
    let methods = FollowUpMethod::ALL.iter().fold(form.choice("method", "decide-ask-method"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    });
    fields.push(Line::drawn(&methods));
    for one in &matter.questions {
        let name = format!("solved-{}", one.no);
        let field = form
            .choice(&name, "decide-ask-solved")
            .option("yes", "desk-order-solved-yes")
            .option("no", "desk-order-solved-no");
        let words = t.say("desk-claim-heading").with("no", one.no).with("text", &one.words);
        fields.push(Line::drawn(&format!("<h3 class=\"lx-beside__title\">{}</h3>{field}", Line::from(words))));
        for (no, promise) in &one.items {
            let field = form
                .choice(&format!("done-{}-{no}", one.no), "desk-ask-done")
                .option("yes", "desk-ask-done-yes")
                .option("no", "desk-ask-done-no")
                .hint("desk-ask-done-hint");
            fields.push(Line::drawn(&format!("<p class=\"lx-second\">{promise}</p>{field}")));
        }
    }
    let yes_no = |name: &str, label: &str, hint: &str| -> Field {
        form.choice(name, label).option("no", "decide-ask-no").option("yes", "decide-ask-yes").hint(hint)
    };
    fields.push(Line::drawn(&yes_no("pressed", "decide-ask-pressed", "decide-ask-pressed-hint")));
    let grades = Grade::ALL.iter().fold(form.choice("grade", "decide-ask-grade"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()))
    });
    let grades = grades.option("", "decide-ask-grade-none").hint("decide-ask-grade-hint");
    fields.push(Line::drawn(&grades));
    fields.push(Line::drawn(&yes_no("retaliated", "decide-ask-retaliated", "decide-ask-retaliated-hint")));
    fields.push(Line::drawn(&form.area("note", "desk-order-follow-up-note").hint("decide-ask-note-hint")));
    fields
}

/// An earlier call: when, who, what came of it; then her words.
fn said(t: Say, call: &Call, staff: &people::Names) -> (Line, Line) {
    let who = call.actor.user().and_then(|user| staff.get(&user)).cloned().unwrap_or_default();
    let key = if call.reached { "decide-call-was" } else { "decide-call-was-missed" };
    let head = t.say(key).with("at", t.moment(call.at)).with("who", who);
    let head = head.with("solved", call.solved.0).with("asked", call.solved.1);
    (head.into(), Line::from(call.note.as_str()))
}

/// `GET /desk/follow-up/{id}`.
pub(crate) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let matter = load(&desk, address(&id)?).await?;
    if !waits(&matter.row) {
        return Ok(Redirect::to(&desk.onwards(&rows::place(&matter.row), &[("gone", "follow-up")])).into_response());
    }
    let form = desk.visit.form().filled("method", FollowUpMethod::Phone.name());
    desk.visit.page(&page(&desk, &matter, form, None, None))
}

/// What was heard, ready to be recorded.
#[derive(Debug, Clone)]
struct Answers {
    method: FollowUpMethod,
    /// `None`: nobody was reached.
    heard: Option<Said>,
    note: Text<2000>,
}

#[derive(Debug, Clone)]
struct Said {
    solved: Vec<(Option<ClaimId>, bool)>,
    items: Vec<(ClaimId, u16, bool)>,
    pressed: bool,
    grade: Option<Grade>,
    retaliated: bool,
}

fn yes(reader: &mut Reader<'_>, name: &str) -> Option<bool> {
    one_of(reader, name, |text| ["yes", "no"].contains(&text).then(|| text == "yes"))
}

fn read(matter: &Matter, sent: &Submission) -> Result<Answers, FormErrors> {
    let mut reader = sent.reader();
    let method = one_of(&mut reader, "method", FollowUpMethod::parse);
    let note = reader.field("note", Text::parse);
    if sent.raw("step") == "missed" {
        let answers = method.zip(note).map(|(method, note)| Answers { method, heard: None, note });
        return reader.finish(answers);
    }
    let solved: Vec<(Option<ClaimId>, bool)> = matter
        .questions
        .iter()
        .filter_map(|one| yes(&mut reader, &format!("solved-{}", one.no)).map(|solved| (one.id, solved)))
        .collect();
    let mut items = vec![];
    for one in &matter.questions {
        for (no, _) in &one.items {
            let done = yes(&mut reader, &format!("done-{}-{no}", one.no));
            items.extend(one.id.zip(done).map(|(claim, done)| (claim, *no, done)));
        }
    }
    let pressed = yes(&mut reader, "pressed");
    let grade = reader
        .optional("grade", |field, text| Grade::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice")));
    let retaliated = yes(&mut reader, "retaliated");
    let heard = pressed.zip(retaliated).map(|(pressed, retaliated)| Said { solved, items, pressed, grade, retaliated });
    let answers =
        method.zip(note).zip(heard).map(|((method, note), heard)| Answers { method, heard: Some(heard), note });
    reader.finish(answers)
}

/// `POST /desk/follow-up/{id}`: `step=missed` records that nobody was reached.
pub(crate) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let matter = load(&desk, id).await?;
    if !waits(&matter.row) {
        return Ok(Redirect::to(&desk.onwards(&rows::place(&matter.row), &[("gone", "follow-up")])).into_response());
    }
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    if seen != matter.row.version {
        return stale(&desk, &matter, &sent);
    }
    let answers = match read(&matter, &sent) {
        Ok(answers) => answers,
        Err(errors) => {
            let form = desk.visit.form_again(&sent, errors);
            return desk.visit.page_failed(&page(&desk, &matter, form, None, None));
        }
    };
    let reached = answers.heard.is_some();
    let kind = matter.row.kind();
    let done = desk.write(move |tx, kit, ctx, subject| {
        match kind {
            CaseKind::Petition => {
                let act = Act::Command(in_petition(&answers));
                petition::act(tx, kit, ctx, subject, id, Some(seen), &act)?;
            }
            CaseKind::WorkOrder => {
                services::matter::act(tx, kit, ctx, subject, id, Some(seen), &in_order(&answers))?;
            }
            CaseKind::Obstruction
            | CaseKind::Find
            | CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Suggestion
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow => {
                return Err(Refusal::not_permitted().into());
            }
        }
        match wrong(&answers) {
            Some(wrong) => over_the_units_head(tx, kit, ctx, subject, (id, wrong, &answers.note)),
            None => Ok(true),
        }
    });
    match done.await {
        Ok(passed_on) => Ok(Redirect::to(&next(&desk, &matter, reached, passed_on)).into_response()),
        Err(Error::Refused(refusal)) if refusal.kind == RefusalKind::Stale => {
            stale(&desk, &load(&desk, id).await?, &sent)
        }
        Err(Error::Refused(refusal)) => {
            let form = desk.visit.form_again(&sent, FormErrors::default());
            let refusal = Some(RefusalBox::of(desk.t(), &refusal));
            desk.visit.page_failed(&page(&desk, &matter, form, None, refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// Where she goes from here: back to her calls, or from a list to the matter and from there along the list.
fn next(desk: &Desk, matter: &Matter, reached: bool, passed_on: bool) -> String {
    let done = match (reached, passed_on) {
        (true, true) => "asked",
        (true, false) => "no-superior",
        (false, _) => "missed",
    };
    match desk.list.as_str() {
        "" => format!("/desk/follow-up?done={done}"),
        _ => desk.onwards(&rows::place(&matter.row), &[("done", "follow-up")]),
    }
}

/// What she suffered for complaining, if she says so; the graver of two.
fn wrong(answers: &Answers) -> Option<Wrong> {
    let said = answers.heard.as_ref()?;
    let retaliated = said.retaliated.then_some(Wrong::Retaliation);
    retaliated.or(said.pressed.then_some(Wrong::Pressed))
}

/// It goes to the bureau above the unit, as a report of its own that the unit never sees. Whether it could: where no bureau
/// stands above, the call is on record all the same and whoever called tells her where else.
fn over_the_units_head(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, wrong, words): (CaseId, Wrong, &Text<2000>),
) -> Result<bool, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let permit = access::permit::<FollowUpAction>(subject, &row.facts)?;
    let facts = Text::parse("note", words.as_str())?;
    match obstruction::file_after_call(tx, kit, ctx, &permit, &row, wrong, facts) {
        Ok(_) => Ok(true),
        // Said before anything is written.
        Err(Error::Refused(refusal)) if refusal.code == "obstruction-no-superior" => Ok(false),
        Err(error) => Err(error),
    }
}

fn in_petition(answers: &Answers) -> Command {
    let heard = answers.heard.as_ref().map(|said| Heard {
        claims: said.solved.iter().filter_map(|(id, solved)| id.map(|id| (id, *solved))).collect(),
        pressed: said.pressed,
        grade: said.grade,
        items: said.items.clone(),
    });
    Command::FollowUp(FollowUp { method: answers.method, heard, note: answers.note.clone() })
}

fn in_order(answers: &Answers) -> work_order::Command {
    let note = answers.note.clone();
    let Some(said) = &answers.heard else { return work_order::Command::Missed { method: answers.method, note } };
    let solved = said.solved.first().is_some_and(|(_, solved)| *solved);
    work_order::Command::FollowUp { method: answers.method, solved, pressed: said.pressed, grade: said.grade, note }
}

fn stale(desk: &Desk, matter: &Matter, sent: &Submission) -> Result<Response, Problem> {
    let t = desk.t();
    let notice = Notice::new(NoticeKind::Caution, t.say("decide-call-stale")).titled(t.say("desk-stale-title"));
    let form = desk.visit.form_again(sent, FormErrors::default());
    desk.visit.page_as(axum::http::StatusCode::CONFLICT, &page(desk, matter, form, Some(notice), None))
}
