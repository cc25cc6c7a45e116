//! What the reader owes besides the matters in her list: duties, instructions, decisions of a joint meeting; each with its light.

use askama::Template;
use domain::{access::Subject, leadership::Owing as What};
use jiff::Timestamp;
use kernel::Fault;
use services::{
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
}

impl Owed {
    /// Everything `subject` owes.
    pub(super) fn load(tx: &mut Tx, subject: &Subject) -> Result<Self, Fault> {
        Ok(Self {
            led: leadership::owing(tx, subject)?,
            decided: meeting::owed(tx, subject)?,
            mediated: mediation::waiting(tx, subject)?,
        })
    }
}

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
        let mut lines: Vec<LineOf> = led.chain(decided).chain(mediated).collect();
        lines.sort_by_key(|line| line.due);
        let count = t.say("leaders-owing-count").with("count", lines.len()).text();
        lines.truncate(MOST);
        (!lines.is_empty()).then(|| Self { title: t.say("leaders-owing-title").text(), count, lines })
    }
}
