//! The page of a petition.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::retention::MatterFile;
use domain::{
    access::{
        self, Field,
        actions::{DraftLetter, PublishAnswer},
    },
    case::CaseKind,
    petition::{CommandKind as K, Procedure},
    review::Level,
};
use jiff::Timestamp;
use kernel::CaseId;
use serde::Deserialize;
use services::{
    divisions,
    matter::Around,
    outbox::{self, Told},
    petition::{CaseView, open_case},
    timeline::Item,
};
use store::event_log::Finding;

use super::{
    Attached, ClockLine, QUIET, Todo, axes,
    chain::{self, Chain, chain},
    claims, clock_lines,
    draft::DraftPanel,
    draft_panel, org_name, person,
    position::{self, Position, position},
    record, tell, todo, unreached, views,
};
use crate::{
    desk::{
        Desk, Here,
        act::slug,
        letters::{self, PaperLine},
        mandate::AgencyBlock,
        page::{NavCounts, listen},
        petition::Petitions,
        supervision::Supervised,
        urgent::Alarm,
        when,
    },
    i18n::Say,
    problem::Problem,
    ui::{Axes, ClaimCard, Icon, Line, Notice, NoticeKind, RedactedPerson, Timeline, UrgencyChip, ViewLog, Voice},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePage {
    t: Frame,
    title: String,
    meta: Line,
    chip: Option<UrgencyChip>,
    axes: Axes,
    notice: Option<Notice>,
    /// The last message did not reach her.
    unreached: Option<Notice>,
    /// What was put right about her, what she asked, that its use is limited.
    kept: Vec<Notice>,
    claims: Vec<ClaimCard>,
    facts: String,
    taken: String,
    draft: Option<DraftPanel>,
    clocks: Vec<ClockLine>,
    files: Files,
    timeline: Timeline,
    earlier: Option<(String, Timeline)>,
    chain: Chain,
    chain_href: String,
    all: bool,
    events: usize,
    public_href: String,
    all_href: String,
    position: Position,
    todo: Todo,
    /// The units that assist: who, its part and day, what it handed in.
    assisting: Vec<(String, Line, String)>,
    person: Option<RedactedPerson>,
    agency: Option<AgencyBlock>,
    respondent: String,
    /// Its supervision, as far as the reader sees it.
    supervision: crate::desk::supervision::Block,
    /// Where its answer can be published; empty when it cannot, or not by her.
    publish: String,
    papers: Vec<PaperLine>,
    /// Where one drafts a letter; empty when she cannot.
    new_letter: String,
    /// A danger reported beside it.
    alarm: Alarm,
    /// Where leaders' deeds on it stand.
    lead: String,
    /// Where it can be brought before a mediation committee; empty when it cannot, or not by her.
    mediate: String,
    /// Where a request for review is handed in for her.
    contest: String,
    views: ViewLog,
    more_views: ViewLog,
    all_views: usize,
    shows_views: bool,
}

/// The files by what the browser can do with them: address, name, a quiet line.
#[derive(Default)]
struct Files {
    pictures: Vec<(String, String, String)>,
    sounds: Vec<Voice>,
    others: Vec<(String, String, String)>,
}

impl Files {
    /// Recordings come with the way to write them down while the case takes material.
    fn of(desk: &Desk, all: &[Attached], takes_material: bool) -> Self {
        let (t, mut files) = (desk.t(), Self::default());
        for one in all {
            match one {
                one if one.is_picture() => files.pictures.push(one.line(t)),
                one if one.sound => {
                    let mut voice = one.voice(t, takes_material);
                    voice.write = voice.write.map(|sheet| desk.onwards(&sheet, &[]));
                    files.sounds.push(voice);
                }
                _ => files.others.push(one.line(t)),
            }
        }
        files
    }

    fn is_empty(&self) -> bool {
        self.pictures.is_empty() && self.sounds.is_empty() && self.others.is_empty()
    }
}

/// Lines of the record that stand open; the earlier ones are folded.
const RECENT: usize = 8;
/// Looks that stand open.
const RECENT_VIEWS: usize = 3;

/// What was read for the page.
struct Read {
    view: CaseView,
    files: Vec<Attached>,
    place: String,
    around: Option<Around>,
    chain: Option<Vec<Finding>>,
    nav: NavCounts,
    papers: Vec<PaperLine>,
    drafts: bool,
    supervised: Supervised,
    told: Told,
    kept: Option<MatterFile>,
}

/// What an address may say.
#[derive(Deserialize, Default)]
pub(crate) struct Said {
    /// The command that was just done.
    pub(crate) done: Option<String>,
    /// The command that is no longer possible.
    pub(crate) gone: Option<String>,
    /// `public`: only what the petitioner sees.
    pub(crate) show: Option<String>,
    /// Asks for the record to be checked.
    chain: Option<String>,
}

/// `GET /desk/matters/{id}`.
pub(crate) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let (t, list, check, now) = (desk.t(), desk.list.clone(), said.chain.is_some(), desk.visit.state.clock.now());
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        if looked.row().kind() == CaseKind::WorkOrder {
            return Ok(None);
        }
        let view = open_case(tx, kit, ctx, subject, looked)?;
        let content = view.fields.shows(Field::Content);
        let files = if content { Attached::of(tx, &kit.keys, &view.row.region, id)? } else { vec![] };
        let place = divisions::path(tx, &view.state.division)?;
        let inner = place.len().saturating_sub(2);
        Ok(Some(Read {
            around: position::around(tx, subject, now, &list, &view.row)?,
            chain: check.then(|| chain::check(tx, &view.row.region, id)).transpose()?,
            nav: NavCounts::load(tx, subject, now, None)?,
            papers: if content { letters::papers(tx, t, &view.row.region, id)? } else { vec![] },
            drafts: access::permit::<DraftLetter>(subject, &view.row.facts).is_ok(),
            told: outbox::of_case(tx, &view.row.region, id)?,
            place: place.into_iter().skip(inner).map(|division| division.name).collect(),
            supervised: Supervised::of(tx, subject, &view.row)?,
            kept: services::file::of_case(tx, &view.row.region, id)?,
            view,
            files,
        }))
    });
    match loaded.await? {
        Some(read) => desk.visit.page(&page(&desk, &read, &said)),
        None => Ok(Redirect::to(&format!("/desk/orders/{id}")).into_response()),
    }
}

/// Whether material can be added now by whoever looks.
fn may_add(view: &CaseView) -> bool {
    view.allowed.iter().any(|possible| possible.row.command == K::AddMaterial)
}

/// The frame: the counts beside the navigation, and that the page wants to hear when the case moves on.
fn frame(desk: &Desk, read: &Read, title: &str) -> Frame {
    let mut frame = desk.frame_titled(title, Here::Matters);
    read.nav.put(&mut frame);
    listen(&mut frame, desk.visit.state.clock.now());
    if let Some(desk) = &mut frame.desk {
        desk.case = Some((read.view.row.id().to_string(), read.view.row.version));
    }
    frame
}

fn page(desk: &Desk, read: &Read, said: &Said) -> CasePage {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let Read { view, files, place, .. } = read;
    let state = &view.state;
    let content = view.fields.shows(Field::Content);
    let address = format!("/desk/matters/{}", state.id);
    let title = if content { view.row.title.clone() } else { t.say("desk-title-hidden").text() };
    let only_public = said.show.as_deref() == Some("public");
    let (timeline, earlier) = folded(t, view, &read.told, only_public);
    let open = super::parts::pressing(view);
    let signed = view.state.opinion().is_some() || view.state.handling().is_some_and(|h| h.draft.is_some());
    let internal = view.fields.shows(Field::InternalNotes);
    let here = |pairs: &[(&str, &str)], anchor: &str| format!("{}#{anchor}", desk.onwards(&address, pairs));
    let recent = view.views.len().min(RECENT_VIEWS);
    CasePage {
        t: frame(desk, read, &title),
        meta: meta(view, place, t),
        chip: open.map(|one| when::of_clock(t, &one.clock, now)),
        axes: axes(t, &state.stage().message(), state.resolution(), state.live_claims().count(), confirmed(view)),
        notice: notice(t, said),
        unreached: unreached(t, &read.told, call(desk, view, &address)),
        kept: read.kept.iter().flat_map(|file| super::kept::notices(t, file)).collect(),
        claims: claims::cards(view, t, now),
        facts: if content { state.facts.to_string() } else { String::new() },
        taken: if content { crate::desk::doorstep::taken(t, state) } else { String::new() },
        draft: (signed && internal).then(|| draft_panel(view, t)),
        clocks: clock_lines(t, view.clocks.iter().map(|one| (&one.clock, &one.derivation)), now),
        supervision: read.supervised.block(t, state.id),
        files: Files::of(desk, files, may_add(view)),
        timeline,
        earlier,
        chain: chain(t, &view.timeline, read.chain.as_deref(), now),
        chain_href: here(&[("chain", "1")], "chain"),
        all: !only_public,
        events: view.timeline.len(),
        public_href: here(&[("show", "public")], "record"),
        all_href: here(&[], "record"),
        position: position(t, &desk.list, read.around.as_ref()),
        todo: next_step(desk, view, now, &address),
        assisting: assisting(t, view),
        person: person(
            t,
            view.petitioner.as_ref(),
            view.may_reveal.then(|| desk.onwards(&format!("{address}/identity"), &[])),
        ),
        agency: AgencyBlock::of(t, state.id, &view.agency, &state.agency.declined),
        respondent: respondent(view),
        papers: read.papers.clone(),
        new_letter: if read.drafts { format!("/desk/letters/new/{}", state.id) } else { String::new() },
        publish: publish(desk, view),
        alarm: Alarm::of(desk, &view.row, &state.urgent),
        lead: if content { format!("{address}/lead") } else { String::new() },
        mediate: mediate(desk, view, content),
        contest: contest(view, &address),
        views: views(t, &view.views[..recent], &view.names, &view.staff),
        more_views: views(t, &view.views[recent..], &view.names, &view.staff),
        all_views: view.views.len(),
        shows_views: !view.views.is_empty() || view.fields.shows(Field::ViewLog),
        title,
    }
}

/// The record: the latest lines, and the earlier ones with their number.
fn folded(t: Say, view: &CaseView, told: &Told, only_public: bool) -> (Timeline, Option<(String, Timeline)>) {
    let items: Vec<_> = view.timeline.iter().filter(|item| item.public || !only_public).cloned().collect();
    let elapsed = t.say("desk-elapsed").with("days", view.days).with("hops", view.state.hop_count());
    let (recent, earlier) = items.split_at(items.len().min(RECENT));
    let lines = |items: &[Item], elapsed: Line| {
        let mut lines = record(t, items, elapsed, &view.names, &view.staff);
        tell(t, &mut lines, items, told);
        lines
    };
    let earlier = (!earlier.is_empty()).then(|| {
        let said = t.say("desk-case-earlier").with("count", earlier.len()).text();
        (said, lines(earlier, Line::default()))
    });
    (lines(recent, elapsed.into()), earlier)
}

/// Where the reader notes that she spoke with her.
fn call(desk: &Desk, view: &CaseView, address: &str) -> Option<String> {
    let possible = view.allowed.iter().any(|one| one.row.command == K::Contact && one.not_yet.is_none());
    possible.then(|| desk.onwards(&format!("{address}/do/{}", slug::<Petitions>(K::Contact)), &[]))
}

/// The way to publish the answer, once it was served and for whoever may.
fn publish(desk: &Desk, view: &CaseView) -> String {
    let may = access::permit::<PublishAnswer>(desk.who.subject(), &view.state.division).is_ok();
    let ready = view.state.served().is_some() && view.fields.shows(Field::Content);
    if may && ready { format!("/desk/answers/new?from={}", view.state.id) } else { String::new() }
}

/// The units that assist now; what they handed in is internal.
fn assisting(t: Say, view: &CaseView) -> Vec<(String, Line, String)> {
    let no_of = |id: &kernel::ClaimId| view.state.claims.iter().find(|claim| claim.id == *id).map(|claim| claim.no);
    let internal = view.fields.shows(Field::InternalNotes);
    let one = |part: &domain::case::Assistance| {
        let numbers: Vec<String> = part.claims.iter().filter_map(no_of).map(|no| no.to_string()).collect();
        let key = if part.reply.is_some() { "assist-part-given" } else { "assist-part-due" };
        let line = t.say(key).with("claims", numbers.join("、")).with("day", t.date(part.due));
        let given = part.reply.as_ref().filter(|_| internal).map(|(_, text)| text.to_string());
        (org_name(&view.names, part.unit), line.into(), given.unwrap_or_default())
    };
    view.state.assisting().map(one).collect()
}

fn respondent(view: &CaseView) -> String {
    let shown = view.fields.shows(Field::Respondent);
    view.state.respondent.filter(|_| shown).map(|id| org_name(&view.names, id)).unwrap_or_default()
}

fn confirmed(view: &CaseView) -> usize {
    usize::try_from(view.row.confirmed).unwrap_or_default()
}

fn meta(view: &CaseView, place: &str, t: Say) -> Line {
    let state = &view.state;
    let parts = [
        state.number.to_string(),
        place.to_owned(),
        t.message(&state.channel.message()).text(),
        t.message(&state.matter_type.message()).text(),
        state.category.as_ref().map(ToString::to_string).unwrap_or_default(),
        if state.is_simple() { t.say("desk-simple-chip").text() } else { String::new() },
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // Days and hops are one saying: a line never ends between the count and its word.
    let elapsed = t.say("desk-elapsed-short").with("days", view.days).with("hops", state.hop_count());
    Line::drawn(&format_args!(
        "{} · <span class=\"lx-nw\">{}</span>",
        Line::from(parts.join(" · ")),
        Line::from(elapsed)
    ))
}

/// An agent, or a window, may hand in her request while there is an answer to contest.
fn contest(view: &CaseView, address: &str) -> String {
    let may = view.allowed.iter().any(|possible| possible.row.command == K::AddMaterial);
    let open = Level::ALL.iter().any(|level| view.state.contestable(*level).next().is_some());
    if may && open { format!("{address}/contest") } else { String::new() }
}

fn notice(t: Say, said: &Said) -> Option<Notice> {
    let command = |slug: &str| {
        let known = K::ALL.iter().find(|kind| kind.key() == format!("command-petition-{slug}"));
        known.map(|kind| t.message(&kind.message()).text())
    };
    if said.done.as_deref() == Some("contest") {
        return Some(Notice::new(NoticeKind::Info, t.say("desk-done-contest")).icon(Icon::outline("circle-check")));
    }
    if let Some(what) = said.done.as_deref().and_then(command) {
        return Some(Notice::new(NoticeKind::Info, t.say("desk-done").with("what", what)));
    }
    let gone = said.gone.as_deref().and_then(command)?;
    Some(Notice::new(NoticeKind::Caution, t.say("desk-gone").with("what", gone)))
}

/// Whose turn it is, and what of it is the reader's.
fn next_step(desk: &Desk, view: &CaseView, now: Timestamp, address: &str) -> Todo {
    let t = desk.t();
    let possible = view.allowed.iter().map(|one| (one.row.command, one.not_yet.clone())).collect();
    let href = |kind| {
        let own = own_page(view, kind).map(|page| format!("/desk/{page}/{}", view.state.id));
        desk.onwards(&own.unwrap_or_else(|| format!("{address}/do/{}", slug::<Petitions>(kind))), &[])
    };
    let talked = view.state.handling().is_some_and(|handling| handling.contacted_at.is_some());
    // Once she was heard, another call is a note beside the work.
    let leads = |kind| if talked && kind == K::Contact { QUIET } else { rank(kind) };
    let mut todo = todo::<Petitions>(t, possible, leads, href);
    let turn = org_name(&view.names, view.state.turn());
    if !view.state.stage().is_over() {
        todo.turn = t.say("desk-turn").with("unit", turn).into();
    }
    let key = format!("desk-next-{}", view.state.stage().key().trim_start_matches("stage-petition-"));
    let due = super::parts::pressing(view).filter(|one| one.clock.is_running());
    todo.next = match due {
        Some(one) if now < one.clock.due_at => {
            let next = t.say("desk-next-until").with("next", t.say(&key)).with("day", when::clock_day(t, &one.clock));
            next.into()
        }
        _ => t.say(&key).into(),
    };
    todo
}

/// The decisions that have a page of their own.
fn own_page(view: &CaseView, kind: K) -> Option<&'static str> {
    let at_the_door = matches!(view.state.procedure, Procedure::Registered { .. });
    let both = view.allowed.iter().any(|one| one.row.command == K::Forward);
    let papers = view.fields.shows(Field::InternalNotes) && view.state.handling().is_some();
    match kind {
        K::Triage if at_the_door && both => Some("triage"),
        K::ApproveObjection | K::RejectObjection => Some("objections"),
        K::SaveDraft | K::Check | K::Sign | K::Serve if papers => Some("opinions"),
        K::FollowUp => Some("follow-up"),
        _ => None,
    }
}

/// The order in which actions lead on: what moves the case first, then what stops it, then notes.
fn rank(kind: K) -> u8 {
    const ORDER: [K; 38] = [
        K::Triage,
        K::ConfirmFinality,
        K::Forward,
        K::ApproveObjection,
        K::DecideDispute,
        K::Accept,
        K::GrantExtension,
        K::Sign,
        K::Check,
        K::Serve,
        K::HandoffAccepted,
        K::Contact,
        K::SaveDraft,
        K::VerifyExecution,
        K::RecordExecution,
        K::ClosingReport,
        K::Close,
        K::Archive,
        K::RejectObjection,
        K::RaiseDispute,
        K::Object,
        K::ReturnDraft,
        K::RephraseClaim,
        K::ChooseSimple,
        K::EndSimple,
        K::AskAssistance,
        K::EndAssistance,
        K::DeclineExtension,
        K::DropFinality,
        K::ReportUp,
        K::NotAccept,
        K::ProposeFinality,
        K::Reopen,
        K::FollowUp,
        K::DecideRecusal,
        K::Redo,
        K::BringDown,
        K::Raise,
    ];
    let at = ORDER.iter().position(|one| *one == kind);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(QUIET)
}

/// The way to a mediation committee: while the matter runs, and no mediation does.
fn mediate(desk: &Desk, view: &CaseView, content: bool) -> String {
    let state = &view.state;
    let over = state.stage().is_over() || state.in_mediation().is_some() || state.agreed_in_mediation().is_some();
    if over || !content || services::mediation::may_open(desk.who.subject()).is_err() {
        return String::new();
    }
    format!("/desk/mediations/new?case={}", state.id)
}

#[cfg(test)]
mod tests {
    use domain::petition::Stage;

    use super::*;

    #[test]
    fn every_stage_says_what_comes_next() {
        for stage in Stage::ALL {
            let key = format!("desk-next-{}", stage.key().trim_start_matches("stage-petition-"));
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
        }
    }

    #[test]
    fn notes_are_never_the_filled_button() {
        assert!(rank(K::Progress) >= QUIET && rank(K::AddMaterial) >= QUIET && rank(K::Sign) < QUIET);
    }
}
