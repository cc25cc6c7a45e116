//! Parts of a case page that petitions and work orders share.

use domain::{access::Field, actor::Actor, case::Resolution, deadline::Clock};
use jiff::Timestamp;
use kernel::{CaseId, Fault, OrgId, Redacted};
use services::{
    attachment,
    matter::View,
    people,
    petition::{CaseView, MaskedIdentity},
    secrets::Keys,
    timeline::{Item, Names},
};
use store::Tx;

use crate::{
    desk::{act::Context, when},
    i18n::Say,
    ui::{
        self, Axes, ClockDate, Icon, Line, Place, RedactedPerson, Timeline, TimelineItem, Transcript, ViewLog, Voice,
    },
};

/// One clock on the page: what, the date with its chip, and where it comes from.
pub(crate) struct ClockLine {
    pub name: String,
    pub date: ClockDate,
}

/// The open clocks, the most urgent first; `only_open` leaves the stopped ones out.
pub(crate) fn clock_lines<'a>(
    t: Say,
    clocks: impl Iterator<Item = (&'a Clock, &'a domain::deadline::Derivation)>,
    now: Timestamp,
) -> Vec<ClockLine> {
    let today = kernel::beijing_date(now);
    clocks
        .filter(|(clock, _)| clock.is_open())
        .map(|(clock, derivation)| ClockLine {
            name: when::name(t, clock.def.as_str()),
            date: ClockDate {
                date: when::clock_day(t, clock).into(),
                chip: Some(when::of_clock(t, clock, now)),
                why: Some(when::why(t, clock, derivation, today)),
            },
        })
        .collect()
}

/// How far the procedure went, and what is really solved.
pub(crate) fn axes(t: Say, stage: &kernel::Message, resolution: Resolution, claims: usize, confirmed: usize) -> Axes {
    let (resolution, by) = if confirmed > 0 {
        let share = t.say("desk-axes-confirmed").with("confirmed", confirmed).with("claims", claims);
        (share.text(), t.say("desk-axes-by-her").text())
    } else {
        (t.message(&resolution.message()).text(), String::new())
    };
    Axes { t, procedure: t.message(stage).text(), resolution, confirmed: by }
}

/// The record, newest first, internal lines marked.
pub(crate) fn timeline_of(t: Say, items: &[Item], elapsed: Line) -> Timeline {
    let line = |item: &Item| TimelineItem {
        small: item.text.clone().map(Line::from).unwrap_or_default(),
        inner: !item.public,
        ..TimelineItem::new(Place::Past, t.moment(item.at), t.message(&item.message))
    };
    Timeline { t, elapsed, items: items.iter().map(line).collect() }
}

/// The same with who did it.
pub(crate) fn record(t: Say, items: &[Item], elapsed: Line, names: &Names, staff: &people::Names) -> Timeline {
    let mut timeline = timeline_of(t, items, elapsed);
    for (line, item) in timeline.items.iter_mut().zip(items) {
        line.icon = Some(icon_of(item.kind));
        let who = author(t, item.actor, names, staff);
        let written = item.text.as_deref().unwrap_or_default();
        let small = if written.is_empty() { who } else { format!("{who}：{written}") };
        line.small = small.into();
    }
    timeline
}

/// What kind of thing happened, as a sign beside the words.
fn icon_of(kind: &str) -> Icon {
    match kind.split_once('.').map_or(kind, |(_, what)| what) {
        "registered" | "received" => Icon::outline("file-plus"),
        "triaged" => Icon::outline("category"),
        "forwarded" | "dispatched" | "reported_up" | "redirected" => Icon::outline("send"),
        "objected" | "dispute_raised" | "hop_limit_reached" | "draft_returned" => Icon::outline("arrow-back-up"),
        "objection_rejected" | "objection_approved" | "dispute_decided" => Icon::outline("scale"),
        "claim_routed" | "routed" | "handoff_accepted" => Icon::outline("route"),
        "accepted" | "claimed" => Icon::outline("circle-check"),
        "reassigned" => Icon::outline("user-edit"),
        "contacted" | "followed_up" | "called" => Icon::outline("phone"),
        "extension_requested" | "extension_granted" | "extension_declined" | "extended" => {
            Icon::outline("calendar-time")
        }
        "draft_saved" | "replied" | "answered" => Icon::outline("pencil"),
        "draft_checked" | "closing_reported" => Icon::outline("list-check"),
        "opinion_issued" => Icon::outline("file-certificate"),
        "served" => Icon::outline("mail-opened"),
        "executed" | "done" => Icon::outline("checks"),
        "closed" | "archived" | "withdrawn" => Icon::outline("folder-check"),
        "material_added" => Icon::outline("paperclip"),
        "nudged" => Icon::outline("bell"),
        "claim_confirmed" => Icon::outline("user-check"),
        "rated" => Icon::outline("star"),
        "reopened" | "reworked" | "converted" => Icon::outline("refresh"),
        "escalated" => Icon::outline("stairs-up"),
        "clock_overdue" => Icon::outline("alert-octagon"),
        _ => Icon::outline("note"),
    }
}

fn author(t: Say, actor: Actor, names: &Names, staff: &people::Names) -> String {
    match actor {
        Actor::Petitioner => t.say("desk-by-petitioner").text(),
        Actor::System => t.say("desk-by-system").text(),
        Actor::Staff { user, org } => {
            let org = names.get(&org).map_or("", String::as_str);
            format!("{org} {}", staff.get(&user).map_or("", String::as_str)).trim().to_owned()
        }
    }
}

/// The petitioner behind the mask; absent when the reader may not see even that.
pub(crate) fn person(t: Say, masked: Option<&MaskedIdentity>, reveal: Option<String>) -> Option<RedactedPerson> {
    masked.map(|masked| RedactedPerson {
        t,
        label: t.say("desk-person-petitioner").text(),
        name: if masked.name.is_empty() { t.say("desk-person-nameless").text() } else { masked.name.clone() },
        phone: masked.phone.clone().unwrap_or_default(),
        tags: vec![],
        relay: None,
        reveal,
    })
}

/// Who looked.
pub(crate) fn views(t: Say, views: &[View], names: &Names, staff: &people::Names) -> ViewLog {
    let line = |view: &View| {
        let org = names.get(&view.org).map_or("", String::as_str);
        let who = staff.get(&view.user).map_or("", String::as_str);
        let seen = t.say(&format!("desk-seen-{}", view.seen)).text();
        let at = t.moment(view.at);
        let what = match &view.reason {
            Some(paper) if view.seen == "letter" => {
                let seen = format!("{seen} · {}", crate::view::papers::name(t, paper));
                t.say("desk-view").with("at", at).with("seen", seen)
            }
            Some(reason) => t.say("desk-view-reason").with("at", at).with("seen", seen).with("reason", reason),
            None => t.say("desk-view").with("at", at).with("seen", seen),
        };
        ui::View::new(format!("{org} {who}").trim(), what, view.seen == "identity")
    };
    ViewLog { t, views: views.iter().map(line).collect() }
}

/// What is due next: what an office owes, else until when she may ask for a review.
pub(super) fn pressing(view: &CaseView) -> Option<&services::petition::CaseClock> {
    let hers = |def: &str| matches!(def, "REVIEW_REQUEST_30D" | "RECHECK_REQUEST_30D");
    let open = || view.clocks.iter().filter(|one| one.clock.is_open());
    let own = |one: &&services::petition::CaseClock| !domain::case::waits_for_agency(one.clock.def.as_str());
    let duties = || open().filter(|one| !one.is_right);
    duties().find(own).or_else(|| duties().next()).or_else(|| open().find(|one| hers(one.clock.def.as_str())))
}

/// What stands beside a form on a petition.
pub(crate) fn context(view: &CaseView, t: Say, now: Timestamp) -> Context {
    let shown = view.fields.shows(Field::Content);
    let urgent = pressing(view).map(|one| when::of_clock(t, &one.clock, now));
    Context {
        title: if shown { view.row.title.clone() } else { t.say("desk-title-hidden").text() },
        meta: format!("{} · {}", view.row.number, t.message(&view.state.stage().message())),
        chip: urgent,
        facts: if shown { view.state.facts.to_string() } else { String::new() },
        claims: if shown {
            view.state.live_claims().map(|claim| (claim.no, claim_words(t, claim))).collect()
        } else {
            vec![]
        },
    }
}

/// Her words, and how the desk reads them.
pub(crate) fn claim_words(t: Say, claim: &domain::case::Claim) -> Line {
    match &claim.reading {
        Some(reading) => t.say("claim-words-read").with("words", &claim.text).with("text", reading).into(),
        None => claim.text.as_str().into(),
    }
}

/// A file of the case, as its page lists it.
#[derive(Debug)]
pub(crate) struct Attached {
    pub href: String,
    /// The name it was handed in under; may be personal, so it is shown with the content only.
    pub name: Redacted<String>,
    pub size: u64,
    pub media_type: String,
    /// Whether it is a recording.
    pub sound: bool,
    /// Who wrote it down, whether it was read back, and what it says.
    pub written: Option<(String, bool, Redacted<String>)>,
    pub at: Timestamp,
    pub by_petitioner: bool,
}

impl Attached {
    /// The files of a case.
    pub(crate) fn of(tx: &mut Tx, keys: &Keys, region: &str, case: CaseId) -> Result<Vec<Self>, Fault> {
        let all = attachment::list(tx, region, case)?;
        let written = attachment::transcripts(tx, keys, region, case)?;
        let names = people::names(tx, written.values().map(|one| one.by))?;
        let one = |file: &attachment::Attachment| {
            Ok(Self {
                href: format!("/desk/matters/{case}/files/{}", file.id),
                name: file.name(keys)?,
                size: file.size,
                media_type: file.media_type.clone(),
                sound: file.kind().is_some_and(attachment::Kind::is_sound),
                written: written
                    .get(&file.id)
                    .map(|one| (names.get(&one.by).cloned().unwrap_or_default(), one.read_back, one.words.clone())),
                at: file.uploaded_at,
                by_petitioner: file.by_kind == "PETITIONER",
            })
        };
        all.iter().map(one).collect()
    }

    /// Whether the browser can show it as a picture.
    pub(crate) fn is_picture(&self) -> bool {
        matches!(self.media_type.as_str(), "image/jpeg" | "image/png" | "image/webp" | "image/gif")
    }

    /// As something to listen to; with the way to write it down while `open`.
    pub(crate) fn voice(&self, t: Say, open: bool) -> Voice {
        let (src, name, small) = self.line(t);
        let transcript = self.written.as_ref().map(|(who, read, words)| Transcript {
            by: t.say("voice-desk-transcript").with("who", who).with("read", if *read { "yes" } else { "no" }).into(),
            text: words.reveal().clone(),
        });
        let write = open.then(|| format!("{src}/transcript"));
        Voice { t, name, small, src, transcript, none: t.say("voice-desk-task").into(), write }
    }

    /// 照片.jpg · 1.2 MB · 11月20日
    pub(crate) fn line(&self, t: Say) -> (String, String, String) {
        let kilobytes = self.size.div_ceil(1_000);
        let size = if kilobytes < 1_000 {
            format!("{kilobytes} KB")
        } else {
            format!("{}.{} MB", kilobytes / 1_000, kilobytes % 1_000 / 100)
        };
        let by = if self.by_petitioner { "desk-by-petitioner" } else { "desk-by-staff" };
        let small = format!("{} · {size} · {} · {}", self.media_type, t.moment(self.at), t.say(by));
        (self.href.clone(), self.name.reveal().clone(), small)
    }
}

/// The name of an organisation of the page.
pub(crate) fn org_name(names: &Names, id: OrgId) -> String {
    names.get(&id).cloned().unwrap_or_default()
}
