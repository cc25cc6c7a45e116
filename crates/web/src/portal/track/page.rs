//! The tracking page: the four questions first, then claims, what happened, who looked, the rating, the rest.

use askama::Template;
use domain::{
    petition::{CommandKind, Stage},
    work_order,
};

use super::{
    act::Step,
    answer, claims,
    matter::{Matter, Opened},
    order, ordinary, papers, rate, reception, remedy, review, road, views, voice,
};
use crate::{
    forms::Form,
    i18n::Say,
    portal::{dates, kept, periods::PeriodCard},
    ui::{
        Axes, Bilingual, Button, ClaimCard, Icon, Line, LinkRow, Links, Notice, NoticeKind, Place, RatingCard, Roadmap,
        Timeline, TimelineItem, ViewLog, Voice,
    },
    view::{Frame, Visit},
};

/// Looks on the page itself; the others have their own.
const LOOKS: usize = 3;

#[derive(Template)]
#[template(path = "portal/track.html")]
pub(super) struct TrackPage {
    t: Frame,
    number: String,
    name: String,
    done: Option<Notice>,
    road: Roadmap,
    axes: Axes,
    claims: Vec<ClaimCard>,
    /// Periods of other laws, where somebody told the day from which they count.
    periods: Vec<PeriodCard>,
    /// Whether she can say that she went there.
    may_go: bool,
    timeline: Timeline,
    /// It is handled together with others of the same cause.
    together: bool,
    looks: ViewLog,
    all_looks: usize,
    rating: Option<Rating>,
    facts: Vec<Line>,
    files: Vec<FileLine>,
    /// Papers that were issued to her.
    papers: Vec<papers::PaperLine>,
    /// Her recordings.
    voices: Vec<Voice>,
    /// The head for whoever reads Mongolian.
    bilingual: Option<Bilingual>,
    other: Links,
}

/// The rating on the page itself.
struct Rating {
    form: Form,
    cards: Vec<RatingCard>,
    until: Line,
    send: Button,
}

/// One of her files.
struct FileLine {
    href: String,
    name: String,
    small: String,
}

/// The page; `done` names what was just done.
pub(super) fn of(visit: &Visit, opened: &Opened, done: &str) -> TrackPage {
    let t = visit.t;
    let common = order::common(opened);
    let mut frame = visit.frame("portal-track-title");
    frame.title = title(t, opened, common.title);
    TrackPage {
        t: frame,
        number: opened.number.to_string(),
        name: common.name.clone(),
        done: Step::parse(done).map(|step| said(t, opened, step)),
        road: road::map(t, opened),
        axes: claims::axes(t, &opened.matter),
        claims: match &opened.matter {
            Matter::Petition(view) => claims::cards(t, opened, view),
            Matter::Order(_) => vec![],
        },
        periods: remedy::cards(visit, opened),
        may_go: opened.matter.may(CommandKind::TakeRemedy, None),
        timeline: timeline(t, opened, &common),
        together: opened.matter.is_gathered(),
        looks: looks(t, opened),
        all_looks: opened.views.len(),
        rating: rating(visit, opened),
        facts: common.facts.lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect(),
        files: files(t, opened),
        papers: papers::lines(t, opened),
        voices: voice::notes(t, opened),
        bilingual: voice::head(visit, opened),
        other: Links { rows: other(t, opened) },
    }
}

/// What it is about; that it is about more than its first claim.
fn title(t: Say, opened: &Opened, title: &str) -> String {
    match &opened.matter {
        Matter::Petition(view) if view.claims.len() > 1 => {
            // 等 stands in the middle of a sentence, whatever her own ended with.
            let title = title.trim_end_matches(['。', '.', '；', ';']);
            t.say("portal-track-several").with("title", title).with("count", view.claims.len()).text()
        }
        _ => title.to_owned(),
    }
}

/// That it was done, and what comes of it.
fn said(t: Say, opened: &Opened, step: Step) -> Notice {
    let text = match step {
        Step::Rate => rate::until(t, opened),
        Step::Reception => reception::done(t, opened),
        _ => t.say(&format!("portal-done-{}", step.name())).with("unit", opened.called(opened.matter.turn())).into(),
    };
    Notice::new(NoticeKind::Info, text).titled(t.say("portal-done")).icon(Icon::filled("circle-check"))
}

/// Future steps on top, then what happened, newest first.
fn timeline(t: Say, opened: &Opened, common: &order::Common<'_>) -> Timeline {
    let over = road::is_over(&opened.matter);
    let mut items = vec![];
    if !over {
        let clock = road::clock(&opened.matter);
        let when = clock.map_or_else(
            || Line::from(t.say("portal-track-next")),
            |clock| t.say("portal-latest").with("day", dates::due(t, clock, opened.now)).into(),
        );
        let next = t.say(&format!("portal-next-{}", road::slug(&opened.matter)));
        items.push(TimelineItem::new(Place::Next, t.say("phone-after"), t.say(after(opened))));
        let mut item = TimelineItem::new(Place::Next, when, next);
        item.why = clock.and_then(|clock| road::why(t, opened, clock));
        items.push(item);
    }
    for (index, item) in common.timeline.iter().enumerate() {
        let place = if index == 0 && !over { Place::Now } else { Place::Past };
        let mut line = TimelineItem::new(place, t.moment(item.at), t.message(&item.message));
        if item.kind == "petition.served" && answer::exists(opened) {
            line = line.link(t.say("phone-answer-read").text(), format!("/t/{}/answer", opened.number));
        }
        line.small = item.text.as_deref().map(Line::from).unwrap_or_default();
        items.push(line);
    }
    let elapsed = t.say("portal-elapsed").with("days", common.days).with("hops", common.hops);
    Timeline { t, elapsed: elapsed.into(), items }
}

/// What follows after the next step.
fn after(opened: &Opened) -> &'static str {
    match &opened.matter {
        Matter::Petition(view) if view.stage == Stage::Served => "phone-after-served",
        Matter::Petition(_) => "phone-after-answer",
        Matter::Order(_) => "phone-after-order",
    }
}

fn rating(visit: &Visit, opened: &Opened) -> Option<Rating> {
    let t = visit.t;
    if !opened.matter.may(CommandKind::Rate, Some(work_order::CommandKind::Rate)) {
        return None;
    }
    let form = visit.form();
    Some(Rating {
        cards: rate::cards(t, opened, &form),
        until: rate::until(t, opened),
        send: Button::primary(t.say("portal-rate-send")),
        form,
    })
}

/// The newest looks, without what can be said of each: that stands on their own page.
fn looks(t: Say, opened: &Opened) -> ViewLog {
    let mut log = views::log(t, opened, LOOKS);
    log.views.iter_mut().for_each(|view| view.way = None);
    log
}

fn files(t: Say, opened: &Opened) -> Vec<FileLine> {
    let line = |(file, name): &(services::attachment::Attachment, String)| FileLine {
        href: format!("/t/{}/files/{}", opened.number, file.id),
        name: name.clone(),
        small: format!("{} · {}", kept::size(file.size), t.moment(file.uploaded_at)),
    };
    opened.files.iter().filter(|(file, _)| !voice::is_sound(file)).map(line).collect()
}

/// What else she can do. Only what she may do now is listed.
fn other(t: Say, opened: &Opened) -> Vec<LinkRow> {
    let matter = &opened.matter;
    let row = |step: &str, icon, text: &str, small: &str| LinkRow {
        href: format!("/t/{}/{step}", opened.number),
        icon,
        text: t.say(text).into(),
        small: if small.is_empty() { Line::default() } else { t.say(small).into() },
    };
    // What stands above already is not said again: the buttons of the road map, the answer, the rating, the looks.
    let above: Vec<String> = road::steps(t, opened);
    let twice = |step: &str| above.iter().any(|href| href.ends_with(&format!("/{step}")));
    let mut rows = vec![];
    for id in &opened.mediations {
        let path = format!("mediation/{id}");
        rows.push(row(&path, Icon::outline("users"), "mediation-hers-title", "mediation-hers-row"));
    }
    if review::belongs(opened) && !twice("review") {
        rows.push(row("review", Icon::outline("scale"), "portal-home-review", "phone-review-row-small"));
    }
    if matter.may(CommandKind::ConfirmClaim, None) {
        rows.push(row("confirm", Icon::outline("checks"), "portal-confirm-title", "portal-confirm-lead"));
    }
    if matter.may(CommandKind::DisputeExecution, None) {
        rows.push(row("undone", Icon::outline("list-check"), "item-undone-title", "item-undone-small"));
    }
    if ordinary::is_open(opened) {
        rows.push(row("ordinary", Icon::outline("route"), "item-ordinary-title", "item-ordinary-small"));
    }
    if matter.may(CommandKind::AddMaterial, None) && !twice("add") {
        rows.push(row("add", Icon::outline("paperclip"), "portal-track-add", ""));
    }
    if matter.may(CommandKind::Reopen, None) && !twice("reopen") {
        rows.push(row("reopen", Icon::outline("refresh"), "portal-reopen-title", "portal-reopen-lead"));
    }
    rows.push(row("mine", Icon::outline("user-check"), "mine-title", "mine-small"));
    if matter.may(CommandKind::RevokeMandate, Some(work_order::CommandKind::RevokeMandate)) {
        rows.push(row("mandate", Icon::outline("heart-handshake"), "mandate-hers-title", "mandate-hers-small"));
    }
    if matter.may(CommandKind::AskRecusal, None) {
        rows.push(row("other", Icon::outline("user-check"), "recusal-hers-title", "recusal-hers-small"));
    }
    if matter.may(CommandKind::AddMaterial, None) && opened.receptions.is_offered() {
        rows.push(row("reception", Icon::outline("calendar-time"), "reception-hers", "reception-hers-small"));
    }
    if matter.may(CommandKind::NoteRemedy, None) {
        rows.push(row("remedy", Icon::outline("scale"), "remedy-title", "remedy-row-small"));
    }
    rows.push(row("receipt.json", Icon::outline("download"), "phone-receipt-file", "phone-receipt-file-small"));
    rows.push(LinkRow {
        href: "/verify".into(),
        ..row("", Icon::outline("shield-check"), "phone-track-verify", "phone-track-verify-small")
    });
    rows.push(row("notify", Icon::outline("bell"), "notices-mine-link", ""));
    if matter.may(CommandKind::Withdraw, None) {
        rows.push(row("withdraw", Icon::outline("arrow-back-up"), "portal-track-withdraw", ""));
    }
    rows
}
