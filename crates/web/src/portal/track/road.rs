//! The first thing on her page: who is doing what, by when; then the four answers.

use domain::{
    deadline::{Clock, Due, Urgency},
    document::DocType,
    petition::{self, CommandKind},
    work_order,
};
use kernel::Text;

use super::{
    mandate,
    matter::{Matter, Opened},
    review,
};
use crate::{
    i18n::{Said, Say},
    portal::dates,
    ui::{Button, Icon, Line, RoadRow, Roadmap},
    view::items,
};

/// How many things to be done the road map names; the cards of the claims have all.
const DOING: usize = 3;

/// The stage as the keys of this page end: `petition-registered`, `order-claimed`.
pub(super) fn slug(matter: &Matter) -> String {
    let key = matter.stage();
    key.strip_prefix("stage-").unwrap_or(&key).to_owned()
}

/// The clock that the sentence speaks of: what she is waiting for, or what she may still do.
pub(super) fn clock(matter: &Matter) -> Option<&Clock> {
    match matter {
        Matter::Petition(view) => {
            let state = &view.state;
            let by_stage = match view.stage {
                petition::Stage::Registered => state.running("FORWARD_15D"),
                petition::Stage::Served => state.running("REVIEW_REQUEST_30D"),
                _ => state.running("HANDLE_60D").or_else(|| state.running("NOTIFY_15D")),
            };
            by_stage.or_else(|| view.next.as_ref().and_then(|(def, _)| state.running(def)))
        }
        Matter::Order(view) => view.state.running("CLOSE_7D").or_else(|| view.state.running("CLAIM_24H")),
    }
}

/// Whether the procedure is over.
pub(super) fn is_over(matter: &Matter) -> bool {
    use petition::Stage as S;
    match matter {
        Matter::Petition(view) => {
            matches!(
                view.stage,
                S::NotAccepted | S::NoMoreAccepted | S::Closed | S::Settled | S::Archived | S::Withdrawn | S::Moved
            )
        }
        Matter::Order(view) => view.state.stage().is_over(),
    }
}

/// 〔谁〕正在〔做什么〕，最迟〔日期〕〔给您什么〕。
pub(super) fn sentence(t: Say, opened: &Opened) -> Said {
    let clock = clock(&opened.matter);
    let unit = opened.called(opened.matter.turn());
    let due = clock.map_or_else(|| "none".to_owned(), |clock| dates::due(t, clock, opened.now));
    let late = clock.is_some_and(|clock| matches!(Due::of(clock).urgency(opened.now), Urgency::Overdue(_)));
    let hers = matches!(&opened.matter, Matter::Petition(view) if view.stage == petition::Stage::Served);
    if late && !hers {
        return t.say("portal-late").with("unit", unit).with("due", due);
    }
    let own = told_not_accepted(&opened.matter).map(|(key, _)| key).or_else(|| taken_back(opened));
    let key = own.map_or_else(|| format!("portal-road-{}", slug(&opened.matter)), str::to_owned);
    let onward = moved(&opened.matter).map(ToString::to_string).unwrap_or_default();
    t.say(&key).with("unit", unit).with("due", due).with("number", onward)
}

/// Not accepted: the sentence for its reason, and what somebody wrote about where to go.
fn told_not_accepted(matter: &Matter) -> Option<(&'static str, Option<&str>)> {
    let Matter::Petition(view) = matter else { return None };
    let petition::Procedure::NotAccepted { reason, .. } = &view.state.procedure else { return None };
    let written = view.timeline.iter().find(|item| item.kind == "petition.not_accepted");
    let key = match reason {
        petition::NotAcceptReason::PendingAtLower => "portal-road-not-accepted-pending",
        _ => "portal-road-not-accepted-elsewhere",
    };
    Some((key, written.and_then(|item| item.text.as_deref())))
}

/// Taken back by her and put away since: nothing more will come of it by itself.
fn taken_back(opened: &Opened) -> Option<&'static str> {
    let Matter::Petition(view) = &opened.matter else { return None };
    let gone = view.timeline.iter().any(|item| item.kind == "petition.withdrawn");
    (gone && view.stage == petition::Stage::Archived).then_some("portal-road-petition-withdrawn")
}

/// The number under which it goes on as a suggestion.
fn moved(matter: &Matter) -> Option<&kernel::CaseNumber> {
    let Matter::Petition(view) = matter else { return None };
    match &view.state.procedure {
        petition::Procedure::Moved { number, .. } => Some(number),
        _ => None,
    }
}

/// The road map.
pub(super) fn map(t: Say, opened: &Opened) -> Roadmap {
    let clock = clock(&opened.matter);
    Roadmap {
        chip: clock.map(|clock| dates::chip(t, clock, opened.now)),
        sentence: sentence(t, opened).into(),
        ruler: clock.and_then(|clock| dates::ruler(t, clock, opened.now)),
        why: clock.and_then(|clock| why(t, opened, clock)),
        rows: rows(t, opened),
        actions: actions(t, opened),
    }
}

pub(super) fn why(t: Say, opened: &Opened, clock: &Clock) -> Option<crate::ui::Derivation> {
    let derivation = match &opened.matter {
        Matter::Petition(view) => {
            view.promises.iter().find(|promise| promise.def == clock.def.as_str()).map(|promise| &promise.derivation)
        }
        Matter::Order(view) => {
            view.clocks.iter().find(|(one, _)| one.def == clock.def).map(|(_, derivation)| derivation)
        }
    };
    derivation.map(|derivation| dates::why(t, derivation))
}

fn rows(t: Say, opened: &Opened) -> Vec<RoadRow> {
    let row = |icon, name: &str, strong: Line, text: Line| RoadRow {
        icon,
        name: t.say(name).text(),
        strong,
        text,
        phone: String::new(),
        tag: None,
        person: false,
    };
    let slug = slug(&opened.matter);
    let with_unit = opened.matter.unit() == Some(opened.matter.turn());
    let handler = opened.handler.clone().filter(|_| with_unit).unwrap_or_default();
    let over = is_over(&opened.matter);
    let who = if over { "portal-track-who-was" } else { "portal-track-who" };
    let mut rows = vec![RoadRow {
        phone: opened.phone.clone().unwrap_or_default(),
        ..row(Icon::outline("user-check"), who, opened.name(opened.matter.turn()).into(), handler.into())
    }];
    if let (Matter::Petition(view), Some((_, written))) = (&opened.matter, told_not_accepted(&opened.matter)) {
        if let petition::Procedure::NotAccepted { reason, elsewhere, .. } = &view.state.procedure {
            let why = t.message(&reason.message());
            let written = written.unwrap_or_default();
            rows.push(row(Icon::outline("info-circle"), "portal-not-accepted-why", why.into(), written.into()));
            if let Some(at) = elsewhere {
                let (name, told) = way_to_go(t, *reason, at);
                let phone = at.phone.as_ref().map(ToString::to_string).unwrap_or_default();
                let strong = at.organ.as_str().into();
                rows.push(RoadRow { phone, ..row(Icon::outline("route"), name, strong, told) });
            }
        }
        let object = t.say("portal-not-accepted-object");
        rows.push(row(Icon::outline("scale"), "portal-not-accepted-else", Line::default(), object.into()));
    }
    if !over {
        let next = t.say(&format!("portal-next-{slug}"));
        rows.push(row(Icon::outline("route"), "portal-track-next", Line::default(), next.into()));
    }
    if let Matter::Petition(view) = &opened.matter {
        rows.extend(doing(t, opened, view));
        if view.state.is_simple() && !over {
            let means = t.say("item-simple-means");
            rows.push(row(Icon::outline("route"), "item-simple-row", t.say("item-simple").into(), means.into()));
        }
    }
    let (name, text) = yours(opened);
    rows.push(row(Icon::outline("user"), name, Line::default(), t.say(text).into()));
    if let Some(agent) = &opened.agent {
        let strong = agent.as_str().into();
        let said = mandate::said(t, opened);
        let text = if said.is_empty() { t.say("portal-track-agent-text").into() } else { said };
        rows.push(RoadRow {
            person: true,
            ..row(Icon::outline("heart-handshake"), "portal-track-agent", strong, text)
        });
    }
    rows
}

/// Where to go instead: the way and its last day; while a unit below is at work, until when that is.
fn way_to_go(t: Say, reason: petition::NotAcceptReason, at: &petition::Elsewhere) -> (&'static str, Line) {
    if reason == petition::NotAcceptReason::PendingAtLower {
        return ("elsewhere-hers-pending", t.say("elsewhere-told-pending").with("until", &at.until).into());
    }
    let way = at.way.as_ref().map_or("none", Text::as_str);
    (
        "elsewhere-hers",
        t.say("elsewhere-told").with("way", way).with("organ", &at.organ).with("until", &at.until).into(),
    )
}

/// 谁、做什么、何日前: what is to be done for her, the day that comes first first.
fn doing(t: Say, opened: &Opened, view: &services::petition::TrackView) -> Vec<RoadRow> {
    let shown = view.claims.iter().any(|claim| claim.answered);
    let open = if shown { view.state.to_be_done() } else { vec![] };
    let today = kernel::beijing_date(opened.now);
    let row = |(_, item): &(&domain::case::Claim, &domain::execution::Item)| RoadRow {
        icon: Icon::outline("list-check"),
        name: t.say("item-road").text(),
        strong: items::promise(t, &item.promise).into(),
        text: if item.is_late(today) {
            t.say("item-road-late").with("days", (today - item.promise.due).get_days()).into()
        } else {
            t.message(&item.state().message()).into()
        },
        phone: String::new(),
        tag: None,
        person: false,
    };
    open.iter().take(DOING).map(row).collect()
}

/// What she can do now, or that she need not do anything.
fn yours(opened: &Opened) -> (&'static str, &'static str) {
    let may = |petition, order| opened.matter.may(petition, order);
    if matches!(&opened.matter, Matter::Petition(view) if view.stage == petition::Stage::Served) {
        ("portal-track-you", "portal-you-served")
    } else if may(CommandKind::Reopen, None) {
        ("portal-track-you", "portal-you-reopen")
    } else if may(CommandKind::Rate, Some(work_order::CommandKind::Rate)) {
        ("portal-track-you", "portal-you-rate")
    } else if may(CommandKind::Nudge, None) {
        ("portal-track-you-nothing", "portal-you-anytime")
    } else if is_over(&opened.matter) {
        ("portal-track-you", "portal-you-over")
    } else {
        ("portal-track-you-nothing", "portal-you-nothing")
    }
}

/// Where the buttons of the road map lead.
pub(super) fn steps(t: Say, opened: &Opened) -> Vec<String> {
    actions(t, opened).into_iter().filter_map(|button| button.href).collect()
}

/// At most two.
fn actions(t: Say, opened: &Opened) -> Vec<Button> {
    let matter = &opened.matter;
    let path = |step: &str| format!("/t/{}/{step}", opened.number);
    let mut actions = vec![];
    let notice = opened.papers.iter().find(|row| row.kind == DocType::NotAcceptNotice);
    if let Some(notice) = notice.filter(|_| told_not_accepted(matter).is_some()) {
        let read = Button::second(t.say("portal-not-accepted-paper")).icon(Icon::outline("file-text"));
        actions.push(read.href(path(&format!("papers/{}", notice.id))));
    }
    if let Some(number) = moved(matter) {
        let onward = Button::second(t.say("suggest-onward")).icon(Icon::outline("arrow-right"));
        actions.push(onward.href(format!("/t/{number}")));
    }
    if taken_back(opened).is_some() || slug(matter) == "petition-withdrawn" {
        actions.push(Button::second(t.say("portal-home-file")).icon(Icon::outline("pencil")).href("/file"));
    }
    if matter.may(CommandKind::AddMaterial, None) {
        let add = Button::second(t.say("portal-track-add-short")).icon(Icon::outline("paperclip"));
        actions.push(add.href(path("add")));
    }
    if matter.may(CommandKind::Nudge, None) && matter.not_yet(CommandKind::Nudge).is_none() {
        let nudge = Button::second(t.say("portal-track-nudge")).icon(Icon::outline("bell"));
        actions.push(nudge.href(path("nudge")));
    }
    if review::belongs(opened) {
        // The one thing with a last day of its own comes first.
        let review = Button::second(t.say("phone-review-short")).icon(Icon::outline("scale"));
        actions.insert(0, review.href(path("review")));
    }
    if matter.may(CommandKind::Reopen, None) {
        let reopen = Button::second(t.say("portal-reopen-title")).icon(Icon::outline("refresh"));
        actions.push(reopen.href(path("reopen")));
    }
    actions.truncate(2);
    actions
}
