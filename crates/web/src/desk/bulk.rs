//! `POST /desk/bulk`: one thing done to several matters of a list. Each is permitted and done by itself, and the page that answers
//! says of each whether it was done, and why not.

use askama::Template;
use axum::response::Response;
use domain::{
    access::{self, StaffSubject, actions::ReadMatter},
    case::CaseKind,
    people::Role,
    petition, work_order,
};
use kernel::{CaseId, Refusal, RefusalKind, Text, UserId};
use services::{
    Error,
    matter::{self, MatterRow},
    people,
};

use super::{Desk, Here, asked::Asked, rows};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::Line,
    view::Frame,
};

/// Most matters of one go: more than a page of a list holds.
const MOST: usize = 60;

/// Who ever says that matters have one cause.
const CAUSE: [Role; 4] = [Role::StationLead, Role::Registrar, Role::BureauOfficer, Role::JointMeetingOffice];

/// What can be done to several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    /// A list on paper.
    Print,
    /// 催: asks where it stands; the agent's command.
    Nudge,
    /// 列为同一原因: the first with each of the others; all keep their numbers and clocks.
    Cause,
    /// One colleague of the unit takes them: petitions in her hands, and orders that nobody has claimed.
    Assign,
}

impl Task {
    const ALL: [Self; 4] = [Self::Nudge, Self::Cause, Self::Assign, Self::Print];

    fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Nudge => "nudge",
            Self::Cause => "cause",
            Self::Assign => "assign",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Print => "desk-bulk-print",
            Self::Nudge => "desk-bulk-nudge",
            Self::Cause => "desk-bulk-cause",
            Self::Assign => "desk-bulk-assign",
        }
    }

    /// Its key on the keyboard; empty for none.
    fn on_keyboard(self) -> &'static str {
        match self {
            Self::Nudge => "r",
            Self::Cause => "c",
            Self::Assign | Self::Print => "",
        }
    }

    /// Whether the reader may ever do it; whether she may do it to a certain matter is asked of each.
    fn fits(self, desk: &Desk) -> bool {
        match self {
            Self::Print => true,
            Self::Nudge => desk.who.has(Role::Agent),
            Self::Cause => CAUSE.iter().any(|role| desk.who.has(*role)),
            Self::Assign => desk.who.has(Role::UnitHandler) || desk.who.has(Role::UnitLeader),
        }
    }
}

/// The bar at the foot of a list, to which the boxes of its rows belong.
#[derive(Template)]
#[template(path = "desk/_bulk.html")]
pub(super) struct Bar {
    t: Say,
    csrf: String,
    list: String,
    /// Name, word, key.
    tasks: Vec<(&'static str, String, &'static str)>,
}

impl askama::filters::HtmlSafe for Bar {}

impl Bar {
    pub(super) fn of(desk: &Desk, asked: &Asked) -> Self {
        let t = desk.t();
        let tasks = Task::ALL.into_iter().filter(|task| task.fits(desk));
        Self {
            t,
            csrf: desk.visit.csrf_token(),
            list: asked.carried(),
            tasks: tasks.map(|task| (task.name(), t.say(task.key()).text(), task.on_keyboard())).collect(),
        }
    }
}

/// What became of one matter.
struct Outcome {
    title: String,
    href: String,
    meta: String,
    /// Empty when it was done.
    why: Line,
}

#[derive(Template)]
#[template(path = "desk/bulk.html")]
struct BulkPage {
    t: Frame,
    back: String,
    said: String,
    printable: bool,
    outcomes: Vec<Outcome>,
    ask: Option<Ask>,
}

/// The question before several are given to one colleague.
struct Ask {
    form: Form,
    cases: Vec<String>,
    colleagues: Vec<(String, String)>,
    list: String,
}

/// What was chosen.
struct Chosen {
    task: Task,
    cases: Vec<CaseId>,
    list: Asked,
}

/// `POST /desk/bulk`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let chosen = match read(&desk, &sent) {
        Ok(chosen) => chosen,
        Err(errors) => return Err(Problem::Refused(errors.refusals().to_vec())),
    };
    match chosen.task {
        Task::Print => print(&desk, &chosen).await,
        Task::Nudge => each(&desk, &chosen, &chosen.cases, &Deed::Nudge).await,
        Task::Cause => cause(&desk, &chosen).await,
        Task::Assign if sent.raw("step") == "do" => assign(&desk, &chosen, &sent).await,
        Task::Assign => ask(&desk, &chosen, desk.visit.form()).await,
    }
}

fn read(desk: &Desk, sent: &Submission) -> Result<Chosen, FormErrors> {
    let mut reader = sent.reader();
    let mut cases = reader
        .list("case", |field, text| text.parse::<CaseId>().map_err(|_| Refusal::invalid(field, "unknown-choice")));
    cases.dedup();
    if cases.is_empty() {
        reader.refuse(Refusal::invalid("case", "bulk-none"));
    }
    if cases.len() > MOST {
        reader.refuse(Refusal::invalid("case", "bulk-many").with("most", MOST));
    }
    if sent.raw("do") == Task::Cause.name() && cases.len() == 1 {
        reader.refuse(Refusal::invalid("case", "bulk-one-cause"));
    }
    let task = reader.required("do", "choose-one", |field, text| {
        let known = Task::ALL.into_iter().find(|task| task.name() == text && task.fits(desk));
        known.ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let list = Asked::parse(sent.raw("list"));
    reader.finish(task.map(|task| Chosen { task, cases, list }))
}

/// The row as far as it is hers to see.
async fn row(desk: &Desk, id: CaseId) -> Result<Option<MatterRow>, Problem> {
    let row = desk.read(move |tx, _, _, subject| {
        let row = matter::find_by_id(tx, id)?;
        let row = row.filter(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok());
        Ok(row.map(|mut row| {
            if !rows::shows_content(subject, &row) {
                row.title.clear();
            }
            row
        }))
    });
    Ok(row.await?)
}

fn outcome(desk: &Desk, row: Option<&MatterRow>, why: Line) -> Outcome {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let Some(row) = row else {
        let why = t.refusal(&Refusal::not_permitted()).into();
        return Outcome { title: t.say("desk-title-hidden").text(), href: String::new(), meta: String::new(), why };
    };
    let stage = t.say(&rows::stage_key(row));
    let due = row.due.as_ref().map(|due| super::when::due_day(t, due)).unwrap_or_default();
    let chip = super::when::of_due(t, row.due.as_ref(), now).text;
    let parts = [row.number.to_string(), stage.text(), due, chip];
    let meta: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Outcome { title: rows::title(t, row), href: rows::place(row), meta: meta.join(" · "), why }
}

fn page(desk: &Desk, chosen: &Chosen, outcomes: Vec<Outcome>) -> Result<Response, Problem> {
    let t = desk.t();
    let failed = outcomes.iter().filter(|one| !one.why.is_empty()).count();
    let (done, printable) = (outcomes.len() - failed, chosen.task == Task::Print);
    let key = match (printable, failed) {
        (true, _) => "desk-bulk-listed",
        (false, 0) => "desk-bulk-all-done",
        (false, _) => "desk-bulk-some-done",
    };
    let said = t.say(key).with("task", t.say(chosen.task.key())).with("done", done).with("failed", failed);
    desk.visit.page(&BulkPage {
        t: desk.frame(chosen.task.key(), Here::Inbox),
        back: chosen.list.address(&[]),
        said: said.text(),
        printable,
        outcomes,
        ask: None,
    })
}

async fn print(desk: &Desk, chosen: &Chosen) -> Result<Response, Problem> {
    let mut outcomes = vec![];
    for id in &chosen.cases {
        outcomes.push(outcome(desk, row(desk, *id).await?.as_ref(), Line::default()));
    }
    page(desk, chosen, outcomes)
}

/// Does `deed` to each of `cases`, one transaction a matter; what failed comes first.
async fn each(desk: &Desk, chosen: &Chosen, cases: &[CaseId], deed: &Deed) -> Result<Response, Problem> {
    let (mut failed, mut done) = (vec![], vec![]);
    for id in cases {
        let Some(row) = row(desk, *id).await? else {
            failed.push(outcome(desk, None, Line::default()));
            continue;
        };
        match one(desk, &row, deed.clone()).await {
            Ok(()) => done.push(outcome(desk, Some(&row), Line::default())),
            Err(Error::Fault(fault)) => return Err(fault.into()),
            Err(error) => {
                let why: Vec<String> = error.refusals().unwrap_or_default().iter().map(|one| said(desk, one)).collect();
                failed.push(outcome(desk, Some(&row), why.join(" ").into()));
            }
        }
    }
    failed.extend(done);
    page(desk, chosen, failed)
}

/// Why not. The row is there to see, so that a step is not hers to take is said as that.
fn said(desk: &Desk, refusal: &Refusal) -> String {
    if refusal.kind == RefusalKind::NotPermitted {
        return desk.t().refusal(&Refusal::invalid("case", "bulk-not-yours"));
    }
    desk.t().refusal(refusal)
}

/// What is done to each.
#[derive(Clone)]
enum Deed {
    Nudge,
    /// With this one.
    Cause(CaseId),
    Assign(UserId, Text<500>),
}

async fn one(desk: &Desk, row: &MatterRow, deed: Deed) -> Result<(), Error> {
    let (id, kind, version) = (row.id(), row.kind(), row.version);
    desk.write(move |tx, kit, ctx, subject| match (kind, deed.clone()) {
        (_, Deed::Cause(with)) => services::cause::link(tx, kit, ctx, subject, with, &[id]),
        (CaseKind::Petition, Deed::Nudge) => {
            let act = petition::Command::Nudge.into();
            services::petition::act(tx, kit, ctx, subject, id, Some(version), &act).map(drop)
        }
        (CaseKind::Petition, Deed::Assign(handler, reason)) => {
            let act = petition::Command::Reassign { handler, reason }.into();
            services::petition::act(tx, kit, ctx, subject, id, Some(version), &act).map(drop)
        }
        (CaseKind::WorkOrder, Deed::Assign(handler, _)) => {
            let command = work_order::Command::Claim { handler };
            services::matter::act(tx, kit, ctx, subject, id, Some(version), &command).map(drop)
        }
        (CaseKind::Suggestion, Deed::Nudge) => {
            let command = domain::suggestion::Command::Nudge;
            services::matter::act(tx, kit, ctx, subject, id, Some(version), &command).map(drop)
        }
        (CaseKind::Suggestion, Deed::Assign(handler, _)) => {
            let command = domain::suggestion::Command::TakeUp { handler, simple: None };
            services::matter::act(tx, kit, ctx, subject, id, Some(version), &command).map(drop)
        }
        (
            CaseKind::Obstruction
            | CaseKind::Find
            | CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow,
            _,
        ) => Err(Refusal::not_permitted().into()),
        (CaseKind::WorkOrder, Deed::Nudge) => Err(Refusal::invalid("case", "bulk-order-nudge").into()),
    })
    .await
}

/// The first with each of the others.
async fn cause(desk: &Desk, chosen: &Chosen) -> Result<Response, Problem> {
    let Some((first, others)) = chosen.cases.split_first() else { return Err(Refusal::not_permitted().into()) };
    each(desk, chosen, others, &Deed::Cause(*first)).await
}

/// The members of her own unit who may handle a matter.
async fn colleagues(desk: &Desk) -> Result<Vec<people::Colleague>, Problem> {
    let orgs = desk.who.subject().staff().map(orgs).unwrap_or_default();
    let found = desk.read(move |tx, _, ctx, _| {
        let mut all: Vec<people::Colleague> = vec![];
        for org in &orgs {
            for role in [Role::UnitHandler, Role::UnitLeader] {
                let more = people::with_role(tx, *org, role, ctx.today())?;
                all.extend(
                    more.into_iter().filter(|one| all.iter().all(|known| known.id != one.id)).collect::<Vec<_>>(),
                );
            }
        }
        Ok(all)
    });
    Ok(found.await?)
}

/// The units for which she may name a handler.
fn orgs(staff: &StaffSubject) -> Vec<kernel::OrgId> {
    let units = staff.grants().iter().filter(|grant| matches!(grant.role, Role::UnitHandler | Role::UnitLeader));
    let mut orgs: Vec<_> = units.map(|grant| grant.org).collect();
    orgs.sort_unstable();
    orgs.dedup();
    orgs
}

async fn ask(desk: &Desk, chosen: &Chosen, form: Form) -> Result<Response, Problem> {
    let colleagues = colleagues(desk).await?;
    let mut outcomes = vec![];
    for id in &chosen.cases {
        outcomes.push(outcome(desk, row(desk, *id).await?.as_ref(), Line::default()));
    }
    let failed = form.has_errors();
    let page = BulkPage {
        t: desk.frame(chosen.task.key(), Here::Inbox).failed(failed),
        back: chosen.list.address(&[]),
        said: desk.t().say("desk-bulk-assign-intro").with("count", chosen.cases.len()).text(),
        printable: false,
        outcomes,
        ask: Some(Ask {
            form,
            cases: chosen.cases.iter().map(ToString::to_string).collect(),
            colleagues: colleagues.iter().map(|one| (one.id.to_string(), one.name.reveal().to_owned())).collect(),
            list: chosen.list.carried(),
        }),
    };
    if failed { desk.visit.page_failed(&page) } else { desk.visit.page(&page) }
}

async fn assign(desk: &Desk, chosen: &Chosen, sent: &Submission) -> Result<Response, Problem> {
    let known = colleagues(desk).await?;
    let mut reader = sent.reader();
    let handler = reader.required("handler", "choose-one", |field, text| {
        let id: UserId = text.parse().map_err(|_| Refusal::invalid(field, "unknown-choice"))?;
        let found = known.iter().any(|one| one.id == id);
        if found { Ok(id) } else { Err(Refusal::invalid(field, "unknown-choice")) }
    });
    let reason = reader.field("reason", Text::<500>::parse);
    match reader.finish(handler.zip(reason)) {
        Ok((handler, reason)) => each(desk, chosen, &chosen.cases, &Deed::Assign(handler, reason)).await,
        Err(errors) => ask(desk, chosen, desk.visit.form_again(sent, errors)).await,
    }
}

#[cfg(test)]
mod tests {
    use domain::access::Action;

    use super::*;

    #[test]
    fn what_is_done_to_several_exists_for_one() {
        assert_eq!(petition::CommandKind::Nudge.action(), Some(Action::Nudge));
        assert_eq!(petition::CommandKind::Reassign.action(), Some(Action::AssignHandler));
        let kinds = Action::LinkCause.kinds();
        assert!(kinds.contains(&CaseKind::Petition) && kinds.contains(&CaseKind::WorkOrder));
        assert!(Task::ALL.iter().all(|task| kernel::i18n::knows(kernel::Locale::Zh, task.key())));
    }
}
