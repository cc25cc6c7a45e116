//! What the reader owes besides the matters in her list: duties, instructions, decisions of a joint meeting; each with its light.

use askama::Template;
use domain::{
    access::Subject,
    leadership::{Owing as What, VisitDue},
};
use jiff::Timestamp;
use kernel::{Ctx, Fault};
use services::{
    Kit,
    leadership::{self, OwedHere},
    mediation, meeting,
};
use store::Tx;

use super::{Desk, rows, when};
use crate::ui::UrgencyChip;

/// What the database says is owed.
#[derive(Default)]
pub(super) struct Owed {
    led: Vec<OwedHere>,
    decided: Vec<meeting::Owed>,
    mediated: Vec<mediation::Listed>,
    visits: Vec<VisitDue>,
}

impl Owed {
    /// Everything `subject` owes.
    pub(super) fn load(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject) -> Result<Self, Fault> {
        let mut visits = match subject.staff() {
            Some(staff) => leadership::visits_owed(tx, kit, ctx, staff.user(), staff.grants())?,
            None => vec![],
        };
        // What is far off is no news; it stands on the leader's own page.
        let soon = ctx.today().saturating_add(jiff::Span::new().days(SOON));
        visits.retain(|one| one.due <= soon);
        Ok(Self {
            led: leadership::owing(tx, subject)?,
            decided: meeting::owed(tx, subject)?,
            mediated: mediation::waiting(tx, subject)?,
            visits,
        })
    }
}

/// Days before a visit is due at which it stands in the inbox.
const SOON: i64 = 7;
/// Shown at once; the rest stands on the pages of leaders and meetings.
const MOST: usize = 6;

/// The panel at the head of the inbox.
#[derive(Debug, Clone, Template)]
#[template(path = "desk/_owing.html")]
pub(super) struct Panel {
    title: String,
    count: String,
    lines: Vec<LineOf>,
}

#[derive(Debug, Clone)]
struct LineOf {
    due: Option<jiff::civil::Date>,
    href: String,
    kind: String,
    text: String,
    small: String,
    chip: UrgencyChip,
}

impl askama::filters::HtmlSafe for Panel {}

impl Panel {
    /// Nothing when nothing is owed.
    pub(super) fn of(desk: &Desk, owed: &Owed, now: Timestamp) -> Option<Self> {
        let (t, today) = (desk.t(), kernel::beijing_date(now));
        let led = owed.led.iter().map(|one| LineOf {
            due: Some(one.owed.due),
            href: format!(
                "/desk/matters/{}/lead#{}",
                one.row.id(),
                if matches!(one.owed.what, What::Instruction(_)) { "instructions" } else { "charge" }
            ),
            kind: t.say(&format!("leaders-owing-{}", one.owed.what.slug())).text(),
            text: one.owed.text.clone(),
            small: if rows::shows_content(desk.who.subject(), &one.row) {
                format!("{} · {}", one.row.title, one.row.number)
            } else {
                one.row.number.to_string()
            },
            chip: when::of_day(t, (one.owed.since, one.owed.due), today),
        });
        let decided = owed.decided.iter().filter_map(|one| {
            let (no, due) = (one.decision.no, one.decision.due()?);
            Some(LineOf {
                due: Some(due),
                href: format!("/desk/meetings/{}?do=answer&which={no}#decision-{no}", one.row.id()),
                kind: t.say("leaders-owing-decision").text(),
                text: one.decision.resolved.text.to_string(),
                small: format!("{} · {}", one.row.title, one.row.number),
                chip: when::of_day(t, (kernel::beijing_date(one.decision.at), due), today),
            })
        });
        let mediated = owed.mediated.iter().map(|(row, state)| LineOf {
            due: row.due.as_ref().map(|due| due.on),
            href: format!("/desk/mediations/{}", row.id()),
            kind: t.say("mediations-owing").text(),
            text: t.message(&state.stage().message()).text(),
            small: format!("{} · {}", row.title, state.opened.file),
            chip: when::of_due(t, row.due.as_ref(), now),
        });
        let visits = owed.visits.iter().map(|one| LineOf {
            due: Some(one.due),
            href: "/desk/leader#visits".to_owned(),
            kind: t.message(&one.kind.message()).text(),
            text: t.say("visits-every").with("days", one.days).text(),
            small: match one.last {
                Some(day) => t.say("visits-last").with("day", t.full_date(day)).text(),
                None => t.say("visits-none").text(),
            },
            chip: when::of_day(t, (one.since, one.due), today),
        });
        let mut lines: Vec<LineOf> = led.chain(decided).chain(mediated).chain(visits).collect();
        lines.sort_by_key(|line| line.due);
        let count = t.say("leaders-owing-count").with("count", lines.len()).text();
        lines.truncate(MOST);
        (!lines.is_empty()).then(|| Self { title: t.say("leaders-owing-title").text(), count, lines })
    }
}
