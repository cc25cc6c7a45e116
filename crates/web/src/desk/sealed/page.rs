//! `GET /desk/sealed/{id}`: what is known of a report from outside, and the next step.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::whistleblow::{CommandKind, Reason, offices::Office, words};
use kernel::{CaseId, OrgId};
use services::{
    organisation::{self, OrgQuery},
    sealed::{self, OpenedPart, SealedView},
};

use super::shown;
use crate::{
    desk::{
        Desk, Here,
        case::{ClockLine, Said, clock_lines},
        when,
    },
    forms::Form,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, UrgencyChip},
    view::Frame,
};

/// The most units offered to be marked.
const MOST: u32 = 500;

#[derive(Template)]
#[template(path = "desk/sealed.html")]
pub(super) struct SealedPage {
    t: Frame,
    id: CaseId,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    facts: Vec<(String, String)>,
    clocks: Vec<ClockLine>,
    record: Vec<(String, String)>,
    next: Line,
    form: Form,
    reasons: Vec<(String, String)>,
    may: May,
    offices: Vec<Office>,
    officers: Vec<(String, String)>,
    units: Vec<(String, String)>,
    opened: Option<Vec<ShownPart>>,
    shut: usize,
}

/// What can be done now.
#[expect(clippy::struct_excessive_bools, reason = "one for each form of the page")]
struct May {
    open: bool,
    keepers: bool,
    hand_over: bool,
    send_up: bool,
    confirm: bool,
    outcome: bool,
    archive: bool,
    pass_on: bool,
}

/// One opened part, in this response only.
pub(super) struct ShownPart {
    title: String,
    at: String,
    lines: Vec<(String, String)>,
    file: Option<ShownFile>,
}

struct ShownFile {
    name: String,
    data: String,
    picture: bool,
}

/// What the page is made of.
pub(super) struct Loaded {
    pub view: SealedView,
    units: Vec<(String, String)>,
    offices: Vec<Office>,
}

/// Loads a report without its content; the look is on record.
pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let view = sealed::look(tx, kit, ctx, subject, id)?;
        let within = view.state.division.clone();
        let query = OrgQuery { within, kind: None, on: Some(ctx.today()), after: None, limit: MOST };
        let units = organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value);
        let units = units.map(|org| (org.id.to_string(), org.name.to_string())).collect();
        let offices = kit.sealed_rules(&view.state.division, ctx.today()).offices.clone();
        Ok(Loaded { view, units, offices })
    });
    Ok(loaded.await?)
}

/// `GET`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let known = said
        .done
        .as_deref()
        .and_then(|slug| CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-sealed-{slug}")));
    let notice = known.map(|kind| {
        let what = t.message(&kind.message()).text();
        Notice::new(NoticeKind::Info, t.say("desk-done").with("what", what))
    });
    let page = page(&desk, loaded, desk.visit.form(), notice, None);
    shown(&desk, StatusCode::OK, &page)
}

/// The page again, with what stands against it. Passphrases are never filled in again.
pub(super) fn again(desk: &Desk, loaded: Loaded, form: Form, status: StatusCode) -> Result<Response, Problem> {
    shown(desk, status, &page(desk, loaded, form, None, None))
}

/// The page with everything that was written on it, once.
pub(super) fn opened(desk: &Desk, loaded: Loaded, opened: &sealed::Opened) -> Result<Response, Problem> {
    let t = desk.t();
    let parts = opened.parts.iter().map(|part| shown_part(desk, part)).collect();
    let notice = Notice::new(NoticeKind::Sealed, t.say("desk-sealed-opened"));
    let page = page(desk, loaded, desk.visit.form(), Some(notice), Some((parts, opened.shut)));
    shown(desk, StatusCode::OK, &page)
}

fn shown_part(desk: &Desk, part: &OpenedPart) -> ShownPart {
    let t = desk.t();
    match part {
        OpenedPart::Words(what, at, words) => {
            let fields = [
                ("desk-sealed-part-text", &words.text),
                ("desk-sealed-part-whom", &words.whom),
                ("desk-sealed-part-name", &words.name),
                ("desk-sealed-part-reach", &words.reach),
            ];
            let lines = fields.into_iter().filter(|(_, text)| !text.reveal().is_empty());
            ShownPart {
                title: t.say(&format!("desk-sealed-what-{}", what.name().to_lowercase().replace('_', "-"))).text(),
                at: t.moment(*at),
                lines: lines.map(|(key, text)| (t.say(key).text(), text.reveal().clone())).collect(),
                file: None,
            }
        }
        OpenedPart::File { at, name, media_type, bytes } => {
            use base64::{Engine as _, engine::general_purpose::STANDARD};
            let plain = media_type.split(';').next().unwrap_or_default();
            let data = format!("data:{plain};base64,{}", STANDARD.encode(bytes.reveal().as_slice()));
            let picture = plain.starts_with("image/");
            ShownPart {
                title: t.say("desk-sealed-what-file").text(),
                at: t.moment(*at),
                lines: vec![],
                file: Some(ShownFile { name: name.reveal().clone(), data, picture }),
            }
        }
    }
}

fn page(
    desk: &Desk,
    loaded: Loaded,
    form: Form,
    notice: Option<Notice>,
    opened: Option<(Vec<ShownPart>, usize)>,
) -> SealedPage {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let Loaded { view, units, offices } = loaded;
    let state = &view.state;
    let may = |kind: CommandKind| view.allowed.iter().any(|row| row.command == kind);
    let urgent = view.clocks.iter().find(|(clock, _)| clock.is_open());
    let next = format!("desk-sealed-next-{}", state.stage().key().trim_start_matches("stage-sealed-"));
    let straight = state.level == domain::whistleblow::Level::Above;
    let name = |user: &kernel::UserId| view.staff.get(user).cloned().unwrap_or_default();
    let (opened, shut) = opened.map_or((None, 0), |(parts, shut)| (Some(parts), shut));
    SealedPage {
        t: desk.frame_titled(state.number.to_string(), Here::Sealed).failed(form.has_errors()),
        id: state.id,
        meta: t.message(&state.stage().message()).text(),
        chip: urgent.map(|(clock, _)| when::of_clock(t, clock, now)),
        notice,
        facts: facts(desk, &view, &offices),
        clocks: clock_lines(t, view.clocks.iter().map(|(clock, why)| (clock, why)), now),
        record: record(desk, &view),
        next: t.say(&next).into(),
        reasons: Reason::ALL.iter().map(|one| (one.name().to_owned(), t.message(&one.message()).text())).collect(),
        may: May {
            open: may(CommandKind::Open),
            keepers: may(CommandKind::SetKeepers) && state.was_opened(),
            hand_over: may(CommandKind::HandOver),
            send_up: may(CommandKind::SendUp) && !straight,
            confirm: may(CommandKind::ConfirmReceipt),
            outcome: may(CommandKind::NoteOutcome),
            archive: may(CommandKind::Archive),
            pass_on: may(CommandKind::PassOn),
        },
        offices: offices.into_iter().filter(|office| office.above == straight).collect(),
        officers: view.officers.iter().map(|user| (user.to_string(), name(user))).collect(),
        units,
        form,
        opened,
        shut,
    }
}

/// What is known from outside.
fn facts(desk: &Desk, view: &SealedView, offices: &[Office]) -> Vec<(String, String)> {
    let (t, state) = (desk.t(), &view.state);
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let identity = state.identity.map(|one| t.message(&one.message()).text()).unwrap_or_default();
    let keepers: Vec<String> = state.keepers.iter().filter_map(|user| view.staff.get(user).cloned()).collect();
    let mut facts = vec![
        fact("desk-sealed-received", t.moment(state.received_at)),
        fact("desk-sealed-office", view.office.clone()),
        fact("desk-sealed-identity", identity),
        fact("desk-sealed-level", t.message(&state.level.message()).text()),
        fact("desk-sealed-parts", t.say("desk-sealed-parts-count").with("count", view.parts.len()).text()),
        fact("desk-sealed-keepers", keepers.join(" · ")),
    ];
    let called = |code: &str| {
        let known = offices.iter().find(|office| office.code.as_str() == code);
        known.map_or_else(|| code.to_owned(), |office| office.name.to_string())
    };
    facts.extend(state.target().map(|code| fact("desk-sealed-target", called(code.as_str()))));
    facts
}

/// Its events, newest first.
fn record(desk: &Desk, view: &SealedView) -> Vec<(String, String)> {
    let t = desk.t();
    let org = |_: OrgId| view.office.clone();
    let who = |user: kernel::UserId| view.staff.get(&user).cloned().unwrap_or_default();
    let said = view
        .events
        .iter()
        .rev()
        .map(|event| (t.moment(event.at), t.message(&words::record(&view.state, event, &org, &who)).text()));
    said.collect()
}

impl SealedPage {
    fn button(&self, kind: &str) -> Button {
        Button::primary(self.t.say(&format!("command-sealed-{kind}")).text()).icon(Icon::outline("lock"))
    }

    fn second(&self, kind: &str) -> Button {
        Button::second(self.t.say(&format!("command-sealed-{kind}")).text())
    }
}

#[cfg(test)]
mod tests {
    use domain::whistleblow::Stage;

    #[test]
    fn every_stage_says_what_comes_next_here_and_to_her() {
        for stage in Stage::ALL {
            let slug = stage.key().trim_start_matches("stage-sealed-").to_owned();
            for key in [format!("desk-sealed-next-{slug}"), format!("sealed-track-stage-sealed-{slug}")] {
                assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
            }
        }
    }
}
