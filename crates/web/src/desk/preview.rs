//! The case selected in a list, beside it on a wide screen.
//!
//! Nothing selected, the first row is shown with what its row says anyway; that is no look. A case that was selected shows its
//! claims and the masked person: that is one, on record, here too.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    access::{self, Field, Subject, actions::ReadMatter},
    case::{Claim, Resolution},
};
use jiff::Timestamp;
use kernel::CaseId;
use serde::Deserialize;
use services::{
    Error,
    matter::MatterRow,
    petition::{self, CaseView},
};

use super::{Desk, case, rows, when};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, Ruler, Tag, Tone, UrgencyChip},
};

/// The preview.
#[derive(Template)]
#[template(path = "desk/preview.html")]
pub(super) struct Preview {
    t: Say,
    id: String,
    chip: UrgencyChip,
    place: String,
    title: String,
    number: String,
    person: String,
    agent: String,
    stage: Tag,
    resolution: Vec<Tag>,
    due: String,
    ruler: Option<Ruler>,
    claims: Vec<ClaimLine>,
    hint: Option<Notice>,
    more: String,
    open: Button,
    verb: Option<Button>,
}

impl askama::filters::HtmlSafe for Preview {}

/// A claim in two lines.
struct ClaimLine {
    no: u16,
    words: Line,
    small: String,
    end: String,
    confirmed: bool,
}

/// What was found about a selected case.
pub(super) struct Seen {
    row: MatterRow,
    person: String,
    view: Option<Box<CaseView>>,
}

/// Where a preview stands in its list, and how the list is led back to.
pub(super) struct Spot {
    /// From 1; 0 when it is not known.
    pub place: usize,
    /// The list, as a case carries it.
    pub list: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct AskedFor {
    list: String,
    place: usize,
}

/// `GET /desk/preview/{id}`: the preview alone, for script that has moved the selection.
pub(super) async fn get(
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<AskedFor>,
) -> Result<Response, Problem> {
    let seen = load(&desk, &id).await?.ok_or(Problem::NotFound)?;
    desk.visit.page(&of_seen(&desk, seen, &Spot { place: asked.place, list: asked.list }))
}

/// The case `sel` of the address; `None` when there is none to see.
pub(super) async fn load(desk: &Desk, sel: &str) -> Result<Option<Seen>, Problem> {
    let Ok(id) = sel.parse::<CaseId>() else { return Ok(None) };
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        let mut row = looked.row().clone();
        let permit = access::permit::<ReadMatter>(subject, &row.facts)?;
        let masked = permit.shows(Field::IdentityMasked) || permit.shows(Field::IdentityFull);
        let person =
            if masked { petition::masked(tx, &kit.keys, &row.region, row.petitioner)?.name } else { String::new() };
        let view = match row.kind() {
            domain::case::CaseKind::Petition if permit.shows(Field::Content) => {
                Some(Box::new(petition::open_case(tx, kit, ctx, subject, looked)?))
            }
            _ => None,
        };
        if !permit.shows(Field::Content) {
            row.title.clear();
        }
        Ok(Seen { row, person, view })
    });
    match loaded.await {
        Ok(seen) => Ok(Some(seen)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What a row says, with room around it.
pub(super) fn of_row(t: Say, subject: &Subject, now: Timestamp, row: &MatterRow, spot: &Spot) -> Preview {
    let open = rows::place(row);
    let open = match serde_urlencoded::to_string([("list", spot.list.as_str())]) {
        Ok(list) if !spot.list.is_empty() => format!("{open}?{list}"),
        _ => open,
    };
    let verb = rows::verb(subject, row);
    let button = (!verb.slug.is_empty()).then(|| Button::quiet(t.say(verb.key)).href(verb.href(row)));
    let place =
        if spot.place > 0 { t.say("desk-preview-place").with("place", spot.place).text() } else { String::new() };
    Preview {
        t,
        id: row.id().to_string(),
        chip: when::of_due(t, row.due.as_ref(), now),
        place,
        title: rows::title(t, row),
        number: row.number.to_string(),
        person: String::new(),
        agent: String::new(),
        stage: Tag::new(Tone::Brand, t.say(&rows::stage_key(row))),
        resolution: resolution(t, row),
        due: row.due.as_ref().map(|due| due_line(t, due)).unwrap_or_default(),
        ruler: row.due.as_ref().and_then(|due| when::short_ruler(t, due, now)),
        claims: vec![],
        hint: hint(t, row, now),
        more: String::new(),
        open: Button::primary(t.say("desk-preview-open")).href(open).key("Enter"),
        verb: button,
    }
}

/// A row nobody has selected yet; the link says what selecting it shows.
pub(super) fn first(desk: &Desk, row: &MatterRow, spot: &Spot, look: String) -> Preview {
    let now = desk.visit.state.clock.now();
    Preview { more: look, ..of_row(desk.t(), desk.who.subject(), now, row, spot) }
}

/// A case that was selected.
pub(super) fn of_seen(desk: &Desk, seen: Seen, spot: &Spot) -> Preview {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let preview = of_row(t, desk.who.subject(), now, &seen.row, spot);
    let Seen { row: _, person, view } = seen;
    let Some(view) = view else { return Preview { person, ..preview } };
    let agent = view.state.agent.and_then(|agent| view.staff.get(&agent)).cloned().unwrap_or_default();
    Preview { person, agent, claims: view.state.live_claims().map(|claim| line(t, &view, claim)).collect(), ..preview }
}

fn due_line(t: Say, due: &domain::deadline::Due) -> String {
    let said = t.say("desk-preview-due").with("day", when::due_day(t, due));
    said.with("what", when::name(t, due.def.as_str())).text()
}

/// What is really solved: how many she confirmed, how many are open.
fn resolution(t: Say, row: &MatterRow) -> Vec<Tag> {
    let open = row.claims.saturating_sub(row.confirmed);
    if row.confirmed == 0 {
        return vec![Tag::new(Tone::Grey, t.say(&domain::names::key_of("resolution", &row.resolution)))];
    }
    let mut tags = vec![Tag::confirmed(t.say("desk-preview-confirmed").with("count", row.confirmed))];
    if open > 0 {
        tags.push(Tag::new(Tone::Grey, t.say("desk-preview-unconfirmed").with("count", open)));
    }
    tags
}

/// How long it has stood at its step, when that is worth saying.
fn hint(t: Say, row: &MatterRow, now: Timestamp) -> Option<Notice> {
    let still = (kernel::beijing_date(now) - kernel::beijing_date(row.updated_at)).get_days();
    if row.is_over || still < 2 {
        return None;
    }
    let said = t.say("desk-preview-still").with("stage", t.say(&rows::stage_key(row))).with("days", still);
    Some(Notice::new(NoticeKind::Caution, said).icon(Icon::outline("bulb")))
}

fn line(t: Say, view: &CaseView, claim: &Claim) -> ClaimLine {
    let confirmed = claim.resolution == Resolution::ResolvedConfirmed;
    let holder = match &claim.handoff {
        Some(handoff) => handoff.target.to_string(),
        None => case::org_name(&view.names, view.state.holder()),
    };
    let stand = claim.answer.as_ref().map_or_else(
        || t.message(&claim.resolution.message()).text(),
        |answer| t.message(&answer.result.message()).text(),
    );
    let due = view.clocks.iter().find(|one| one.clock.is_open() && !one.is_right && claim.handoff.is_none());
    let end = match due {
        _ if confirmed => t.say("desk-preview-claim-confirmed").text(),
        Some(one) => t.short_date(one.clock.judging_date()),
        None => String::new(),
    };
    ClaimLine {
        no: claim.no,
        words: claim.plainly().as_str().into(),
        small: format!("{holder} · {stand}"),
        end,
        confirmed,
    }
}
