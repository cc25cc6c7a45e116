//! The filter bar over a list, and the lists kept under a name above it.

use domain::case::CaseKind;
use services::saved_filter::SavedFilter;

use super::Choices;
use crate::{
    desk::asked::{Asked, stages},
    i18n::Say,
    ui::{FilterBar, FilterSelect},
};

/// The kept lists as links, and what a new one would keep.
pub(super) struct Saved {
    /// Name, address, whether it is this one.
    pub links: Vec<(String, String, bool)>,
    /// This list; empty when there is nothing worth keeping or it is kept already.
    pub query: String,
}

pub(super) fn saved(asked: &Asked, all: &[SavedFilter]) -> Saved {
    let here = asked.carried();
    let one = |saved: &SavedFilter| {
        let list = Asked::parse(&saved.query);
        (saved.name.to_string(), list.address(&[]), saved.query == here)
    };
    let links: Vec<_> = all.iter().map(one).collect();
    let known = links.iter().any(|(_, _, current)| *current);
    Saved { links, query: if asked.is_narrowed() && !known { here } else { String::new() } }
}

/// The bar.
pub(super) fn bar(t: Say, asked: &Asked, choices: &Choices) -> FilterBar {
    let select = |name: &str, label: &str, first: &str, more: Vec<(String, String)>, chosen: &str| FilterSelect {
        name: name.into(),
        label: t.say(label).text(),
        options: std::iter::once((String::new(), t.say(first).text())).chain(more).collect(),
        chosen: chosen.into(),
    };
    let places = choices.places.iter().map(|place| (place.code.to_string(), place.name.clone())).collect();
    let units = choices.units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let only = asked.only().or_else(|| CaseKind::parse(&asked.kind));
    let stages = stages(only).into_iter().map(|(name, key)| (name, t.say(&key).text())).collect();
    let urgent = [("overdue", "desk-filter-overdue"), ("today", "desk-filter-today"), ("week", "desk-filter-week")];
    let urgent = urgent.map(|(value, key)| (value.to_owned(), t.say(key).text())).to_vec();
    let categories = choices.categories.iter().map(|name| (name.clone(), name.clone())).collect();
    let mut selects = vec![
        select("place", "desk-filter-place", "desk-filter-place-any", places, &asked.place),
        select("holder", "desk-filter-holder", "desk-filter-any", units, &asked.holder),
        select("urgency", "desk-filter-urgency", "desk-filter-any", urgent, &asked.urgency),
        select("category", "desk-filter-category", "desk-filter-any", categories, &asked.category),
        select("stage", "desk-filter-stage", "desk-filter-any", stages, &asked.stage),
    ];
    if !asked.is_orders() {
        let kinds = CaseKind::MATTERS.iter().map(|kind| (kind.name().to_owned(), t.message(&kind.message()).text()));
        selects.push(select("kind", "desk-filter-kind", "desk-filter-any", kinds.collect(), &asked.kind));
    }
    let kept = [("tab", &asked.tab), ("sort", &asked.sort)].into_iter().filter(|(_, value)| !value.is_empty());
    let hidden = kept.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    FilterBar { t, action: asked.base().into(), hidden, selects }
}
