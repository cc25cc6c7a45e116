//! What differs when the matter is a work order: no claims, whole days and hops counted here.

use kernel::beijing_date;
use services::{timeline::Item, work_order::OrderView};

use super::matter::{Matter, Opened};

/// What the page needs of either kind, in the same words.
pub(super) struct Common<'a> {
    pub title: &'a str,
    pub facts: &'a str,
    pub timeline: &'a [Item],
    pub days: i64,
    pub hops: usize,
    /// Her name, masked, so that she knows it is hers.
    pub name: String,
}

pub(super) fn common(opened: &Opened) -> Common<'_> {
    match &opened.matter {
        Matter::Petition(view) => Common {
            title: &view.title,
            facts: &view.facts,
            timeline: &view.timeline,
            days: view.days,
            hops: view.hops,
            name: view.name.clone(),
        },
        Matter::Order(view) => Common {
            title: view.state.title.as_str(),
            facts: view.state.facts.as_str(),
            timeline: &view.timeline,
            days: days(view, opened),
            hops: view.state.hop_count(),
            name: view.petitioner.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        },
    }
}

fn days(view: &OrderView, opened: &Opened) -> i64 {
    (beijing_date(opened.now) - beijing_date(view.state.received_at)).get_days().into()
}
