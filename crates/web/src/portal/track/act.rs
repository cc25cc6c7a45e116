//! What she does with her matter: one page and one POST each, all the same way. The form comes back with everything in it
//! when something is wrong, and comes along when the two hours are over.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use domain::{access::Subject, petition, work_order};
use kernel::Refusal;
use services::{Error, attachment, petition::Access};
use store::{Tx, idempotency};
use uuid::Uuid;

use super::matter::{self, Matter, Opened};
use super::{
    add, confirm, contest, mandate, nudge, ordinary, rate, rate_review, reception, remedy, reopen, undone, withdraw,
};
use crate::{
    forms::{Form, FormErrors, Reader, Submission},
    portal::{
        cookies::{self, Ticket},
        kept::{self, Kept, KeptLine},
        look_up,
    },
    problem::Problem,
    ui::{Button, Line, RefusalBox, VoiceField},
    view::{Frame, Visit},
};

/// One thing she can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Rate,
    Add,
    Withdraw,
    Nudge,
    Confirm,
    Reopen,
    /// She takes the mandate back.
    Mandate,
    /// She asks for another agent or handler.
    Other,
    /// She books a seat at a reception, or gives it back.
    Reception,
    /// She says from which day a period of another law counts.
    Remedy,
    /// She says that she went there.
    Went,
    /// She asks the level above.
    Contest,
    /// She takes that back.
    Uncontest,
    /// She rates the office that decided.
    RateReview,
    /// She says that something was not done.
    Undone,
    /// She asks for the ordinary procedure.
    Ordinary,
}

impl Step {
    const ALL: [Self; 16] = [
        Self::Rate,
        Self::Add,
        Self::Withdraw,
        Self::Nudge,
        Self::Confirm,
        Self::Reopen,
        Self::Mandate,
        Self::Other,
        Self::Reception,
        Self::Remedy,
        Self::Went,
        Self::Contest,
        Self::Uncontest,
        Self::RateReview,
        Self::Undone,
        Self::Ordinary,
    ];

    /// As its address ends.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Add => "add",
            Self::Withdraw => "withdraw",
            Self::Nudge => "nudge",
            Self::Confirm => "confirm",
            Self::Reopen => "reopen",
            Self::Mandate => "mandate",
            Self::Other => "other",
            Self::Reception => "reception",
            Self::Remedy => "remedy",
            Self::Went => "went",
            Self::Contest => "contest",
            Self::Uncontest => "uncontest",
            Self::RateReview => "rate-review",
            Self::Undone => "undone",
            Self::Ordinary => "ordinary",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    fn commands(self) -> (petition::CommandKind, Option<work_order::CommandKind>) {
        use petition::CommandKind as K;
        match self {
            Self::Rate => (K::Rate, Some(work_order::CommandKind::Rate)),
            // As long as something can be added, a day of reception can be booked.
            Self::Add | Self::Reception | Self::Contest | Self::Uncontest | Self::RateReview => (K::AddMaterial, None),
            Self::Withdraw => (K::Withdraw, None),
            Self::Nudge => (K::Nudge, None),
            Self::Confirm => (K::ConfirmClaim, None),
            Self::Reopen => (K::Reopen, None),
            Self::Mandate => (K::RevokeMandate, Some(work_order::CommandKind::RevokeMandate)),
            Self::Other => (K::AskRecusal, None),
            Self::Remedy => (K::NoteRemedy, None),
            Self::Went => (K::TakeRemedy, None),
            Self::Undone => (K::DisputeExecution, None),
            Self::Ordinary => (K::EndSimple, None),
        }
    }

    /// Why it cannot be done now, if so.
    pub(super) fn refusal(self, matter: &Matter) -> Option<Refusal> {
        let (petition, order) = self.commands();
        if matter.may(petition, order) {
            return matter.not_yet(petition);
        }
        if self == Self::Reopen && matches!(matter, Matter::Petition(view) if view.stage == petition::Stage::Served) {
            // It was answered a moment ago: what she can do instead has a last day of its own.
            let window = match matter {
                Matter::Petition(view) => view.state.running("REVIEW_REQUEST_30D"),
                Matter::Order(_) => None,
            };
            let refusal = Refusal::rule("reopen-after-service", "R-100", "A35");
            return Some(match window {
                Some(clock) => refusal.with("due", clock.statutory),
                None => refusal.with("due", "none"),
            });
        }
        let refusal = Refusal::rule("not-at-this-stage", "R-100", "A21_2");
        Some(refusal.with("command", petition.key()).with("stage", matter.stage()))
    }

    fn page(self, visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
        match self {
            Self::Rate => rate::page(visit, opened, form),
            Self::Add => add::page(visit, opened, form),
            Self::Withdraw => withdraw::page(visit, opened, form),
            Self::Nudge => nudge::page(visit, opened, form),
            Self::Confirm => confirm::page(visit, opened, form),
            Self::Reopen => reopen::page(visit, opened, form),
            Self::Mandate => mandate::page(visit, opened, form),
            Self::Other => mandate::other_page(visit, opened, form),
            Self::Reception => reception::page(visit, opened, form),
            Self::Remedy => remedy::page(visit, opened, form),
            Self::Went => remedy::went_page(visit, opened, form),
            Self::Contest => contest::page(visit, opened, form),
            Self::Uncontest => contest::back_page(visit, opened, form),
            Self::RateReview => rate_review::page(visit, opened, form),
            Self::Undone => undone::page(visit, opened, form),
            Self::Ordinary => ordinary::page(visit, opened, form),
        }
    }

    fn read(self, visit: &Visit, opened: &Opened, reader: &mut Reader<'_>, files: u32) -> Option<Commands> {
        match self {
            Self::Rate => rate::read(opened, reader),
            Self::Add => add::read(visit, reader, files),
            Self::Withdraw => Some(withdraw::read(reader)),
            Self::Nudge => Some(Commands::Petition(vec![petition::Command::Nudge])),
            Self::Confirm => confirm::read(opened, reader),
            Self::Reopen => reopen::read(reader),
            Self::Mandate => Some(mandate::read(opened, reader)),
            Self::Other => mandate::other_read(reader),
            Self::Reception => reception::read(opened, reader),
            Self::Remedy => remedy::read(opened, reader),
            Self::Went => remedy::went_read(opened, reader),
            Self::Contest => contest::read(opened, reader),
            Self::Uncontest => contest::back_read(opened, reader),
            Self::RateReview => rate_review::read(opened, reader),
            Self::Undone => undone::read(opened, reader),
            Self::Ordinary => Some(ordinary::read(reader)),
        }
    }
}

/// What a form asks of its case.
#[derive(Debug, Clone)]
pub(super) enum Commands {
    Petition(Vec<petition::Command>),
    Order(Vec<work_order::Command>),
    /// Book this reception, or give the seat back.
    Reception(Option<Uuid>),
    /// Ask the level above.
    Contest(services::review::NewRequest),
    /// Take that back.
    Uncontest(kernel::CaseId, Option<kernel::Text<1000>>),
    /// Rate the office that decided.
    RateReview(kernel::CaseId, domain::case::Grade, Option<kernel::Text<1000>>),
}

/// The page of one step.
#[derive(Template)]
#[template(path = "portal/act.html")]
pub(super) struct ActPage {
    pub t: Frame,
    /// The matter.
    pub number: String,
    pub title: String,
    /// What it means, in a few sentences.
    pub lead: Vec<Line>,
    /// The fields, drawn.
    pub fields: Vec<Line>,
    /// Whether files may come along.
    pub files: bool,
    /// The recorder, where words may be spoken.
    pub voice: Option<VoiceField>,
    pub buttons: Vec<Button>,
    pub step: Step,
    pub form: Form,
    pub kept: Vec<KeptLine>,
    pub refused: Option<RefusalBox>,
}

impl ActPage {
    pub(super) fn new(visit: &Visit, opened: &Opened, step: Step, title: &str, form: &Form) -> Self {
        Self {
            t: visit.frame(title).failed(form.has_errors()),
            number: opened.number.to_string(),
            title: match &opened.matter {
                Matter::Petition(view) => view.title.clone(),
                Matter::Order(view) => view.state.title.to_string(),
            },
            lead: vec![],
            fields: vec![],
            files: false,
            voice: None,
            buttons: vec![],
            step,
            form: form.clone(),
            kept: vec![],
            refused: None,
        }
    }
}

/// `GET` of a step; `form` fills in what the address brings.
pub(super) async fn show(
    visit: Visit,
    ticket: Ticket,
    number: String,
    step: Step,
    fill: impl FnOnce(Form) -> Form,
) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let mut page = step.page(&visit, &opened, &fill(visit.form()));
    page.refused = match step {
        Step::Contest | Step::Uncontest => contest::refusal(&opened, step),
        Step::RateReview => rate_review::refusal(&opened),
        _ => step.refusal(&opened.matter),
    }
    .map(|refusal| RefusalBox::of(visit.t, &refusal));
    visit.page(&page)
}

/// `POST` of a step.
pub(super) async fn take(
    visit: Visit,
    ticket: Ticket,
    number: String,
    step: Step,
    sent: Submission,
) -> Result<Response, Problem> {
    let opened = matter::open(&visit, ticket.access, &number).await?;
    let before = opened.as_ref().map_or((0, 0), Opened::handed_in);
    let (files, refused) = kept::gather(&visit, &sent, before).await?;
    let Some(opened) = opened else {
        let lines = lines(&visit, &visit.form_again(&sent, FormErrors::default()), &files)?;
        return look_up::ask_keeping(&visit, &number, step.name(), &sent, lines);
    };
    let mut reader = sent.reader();
    let key = reader.key();
    let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let commands = step.read(&visit, &opened, &mut reader, count);
    for refusal in refused {
        reader.refuse(refusal);
    }
    let (held, unprocessable) = (files.clone(), StatusCode::UNPROCESSABLE_ENTITY);
    match reader.finish(commands.zip(key)) {
        Ok((commands, key)) => match carry_out(&visit, &opened.access, step, commands, key.to_string(), files).await {
            Ok(()) => Ok(cookies::see(&format!("/t/{}?done={}", opened.number, step.name()))),
            Err(error) => {
                again(&visit, &opened, step, &sent, FormErrors::try_from(error)?, &held, StatusCode::CONFLICT)
            }
        },
        Err(errors) => again(&visit, &opened, step, &sent, errors, &held, unprocessable),
    }
}

/// The step's form as it was sent, files included.
pub(super) fn again(
    visit: &Visit,
    opened: &Opened,
    step: Step,
    sent: &Submission,
    errors: FormErrors,
    files: &[Kept],
    status: StatusCode,
) -> Result<Response, Problem> {
    let form = visit.form_again(sent, errors);
    let mut page = step.page(visit, opened, &form);
    page.kept = lines(visit, &form, files)?;
    visit.page_as(status, &page)
}

fn lines(visit: &Visit, form: &Form, files: &[Kept]) -> Result<Vec<KeptLine>, Problem> {
    Ok(files.iter().map(|file| file.line(&visit.state, form.key())).collect::<Result<_, _>>()?)
}

/// Commands and files in one transaction; a form that is sent twice acts once.
async fn carry_out(
    visit: &Visit,
    access: &Access,
    step: Step,
    commands: Commands,
    key: String,
    files: Vec<Kept>,
) -> Result<(), Error> {
    let access = access.clone();
    let prints: Vec<String> = files.iter().map(Kept::fingerprint).collect();
    let content = format!("{} {commands:?} {prints:?}", access.case());
    let scope = format!("portal/{}", step.name());
    visit
        .state
        .write(move |tx, kit, ctx| {
            let digest = kit.keys.blind_index(&scope, &content);
            match idempotency::lookup(tx, &scope, &key, &digest)? {
                idempotency::Known::Done(_) => return Ok(()),
                idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
                idempotency::Known::New => {}
            }
            give(tx, kit, ctx, &access, &commands)?;
            for file in &files {
                attachment::record(tx, access.region(), access.case(), &file.staged(), "PETITIONER", ctx.now())?;
            }
            Ok(idempotency::record(tx, &scope, &key, &digest, "", ctx.now())?)
        })
        .await
}

fn give(
    tx: &mut Tx,
    kit: &services::Kit,
    ctx: &kernel::Ctx,
    access: &Access,
    commands: &Commands,
) -> Result<(), Error> {
    match commands {
        Commands::Petition(commands) => {
            for command in commands {
                services::matter::act_as_petitioner(tx, kit, ctx, access, None, command)?;
            }
        }
        Commands::Order(commands) => {
            for command in commands {
                services::matter::act_as_petitioner(tx, kit, ctx, access, None, command)?;
            }
        }
        Commands::Contest(new) => drop(services::review::ask(tx, kit, ctx, access, new)?),
        Commands::Uncontest(id, reason) => {
            let command = domain::review::Command::Withdraw { reason: reason.clone() };
            services::review::act_as_petitioner(tx, kit, ctx, access, *id, &command)?;
        }
        Commands::RateReview(id, grade, comment) => {
            let command = domain::review::Command::Rate { grade: *grade, comment: comment.clone() };
            services::review::act_as_petitioner(tx, kit, ctx, access, *id, &command)?;
        }
        Commands::Reception(which) => {
            let her = Subject::Petitioner(access.case());
            match which {
                Some(which) => services::reception::book(tx, kit, ctx, &her, access.case(), *which)?,
                None => services::reception::end_booking(tx, kit, ctx, &her, access.case(), None)?,
            }
        }
    }
    Ok(())
}

impl ActPage {
    fn offered() -> &'static str {
        kept::OFFERED
    }
}
