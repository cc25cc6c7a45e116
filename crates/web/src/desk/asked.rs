//! A list as its address says it: which tab, which filters, which order. The same words lead a reader back from a case.

use domain::{case::CaseKind, petition, suggestion, work_order};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::DivisionCode;
use serde::Deserialize;
use services::matter::{Filter, Sort, Tab};

use super::Here;

/// What the address of a list holds. Unknown words narrow nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub tab: String,
    pub place: String,
    pub holder: String,
    pub urgency: String,
    pub category: String,
    pub stage: String,
    pub kind: String,
    /// `newest`, or nothing for the most urgent first.
    pub sort: String,
    /// Where the page begins.
    pub after: String,
    /// How many stand on the pages before.
    pub seen: String,
    /// The case in the preview.
    pub sel: String,
    /// What was just done.
    pub done: String,
    /// `1` in the list of work orders.
    pub orders: String,
}

/// What narrows a list, in the order of the bar.
const NARROWING: usize = 6;

impl Asked {
    /// Reads a list back from [`Asked::carried`].
    pub(crate) fn parse(carried: &str) -> Self {
        let read: Self = serde_urlencoded::from_str(carried).unwrap_or_default();
        Self { after: String::new(), seen: String::new(), sel: String::new(), done: String::new(), ..read }
    }

    /// Whether it is the list of work orders.
    pub(crate) fn is_orders(&self) -> bool {
        self.orders == "1"
    }

    /// The page of the list.
    pub(crate) fn base(&self) -> &'static str {
        if self.is_orders() { "/desk/orders" } else { "/desk" }
    }

    /// To which entry of the navigation it belongs, and the key of its name.
    pub(crate) fn heading(&self) -> (Here, &'static str) {
        match self.current() {
            _ if self.is_orders() => (Here::Orders, "desk-nav-orders"),
            Tab::Open | Tab::Over => (Here::Matters, "desk-nav-matters"),
            _ => (Here::Inbox, "desk-nav-inbox"),
        }
    }

    /// The kind to which the list keeps for good.
    pub(crate) fn only(&self) -> Option<CaseKind> {
        self.is_orders().then_some(CaseKind::WorkOrder)
    }

    /// The one it shows.
    pub(crate) fn current(&self) -> Tab {
        Tab::parse(&self.tab)
    }

    /// Whether the newest come first.
    pub(crate) fn is_newest(&self) -> bool {
        self.sort == "newest" || self.is_over()
    }

    /// Whether only those that are over are listed: they come the newest first whatever is asked.
    pub(crate) fn is_over(&self) -> bool {
        self.current() == Tab::Over
    }

    /// What the database is asked at `now`.
    pub(crate) fn filter(&self, now: Timestamp) -> Filter {
        Filter {
            tab: self.current(),
            division: DivisionCode::parse(&self.place).ok(),
            kind: self.only().or_else(|| CaseKind::parse(&self.kind)),
            stage: Some(self.stage.clone()).filter(|stage| stages(self.only()).iter().any(|(name, _)| name == stage)),
            holder: self.holder.parse().ok(),
            category: Some(self.category.clone()).filter(|category| !category.is_empty()),
            overdue: self.urgency == "overdue",
            due_within: match self.urgency.as_str() {
                "today" => Some((now, midnight_after(now, 0))),
                "week" => Some((now, midnight_after(now, 7))),
                _ => None,
            },
            sort: match self.sort.as_str() {
                "newest" => Some(Sort::Newest),
                "urgency" => Some(Sort::Urgency),
                _ => None,
            },
            ..Filter::default()
        }
    }

    fn narrowing(&self) -> [(&'static str, &str); NARROWING] {
        [
            ("place", &self.place),
            ("holder", &self.holder),
            ("urgency", &self.urgency),
            ("category", &self.category),
            ("stage", &self.stage),
            ("kind", &self.kind),
        ]
    }

    /// Whether a filter is set.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.narrowing().iter().any(|(_, value)| !value.is_empty())
    }

    /// The same list without its filters.
    pub(crate) fn cleared(&self) -> Self {
        Self { tab: self.tab.clone(), sort: self.sort.clone(), orders: self.orders.clone(), ..Self::default() }
    }

    fn pairs(&self) -> Vec<(&'static str, &str)> {
        let tab = [("tab", self.tab.as_str())];
        let all = tab.into_iter().chain(self.narrowing()).chain([("sort", self.sort.as_str())]);
        all.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of the same list with some parameters replaced; empty ones are left out, and so is the place in it.
    pub(crate) fn address(&self, other: &[(&str, &str)]) -> String {
        let own = self.pairs().into_iter().filter(|(name, _)| !other.iter().any(|(one, _)| one == name));
        let pairs: Vec<_> = own.chain(other.iter().copied()).filter(|(_, value)| !value.is_empty()).collect();
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        if query.is_empty() { self.base().to_owned() } else { format!("{}?{query}", self.base()) }
    }

    /// The address of this very page of the list.
    pub(crate) fn here(&self, other: &[(&str, &str)]) -> String {
        let mut pairs = vec![("after", self.after.as_str()), ("seen", self.seen.as_str())];
        pairs.retain(|(name, _)| !other.iter().any(|(one, _)| one == name));
        pairs.extend(other);
        self.address(&pairs)
    }

    /// The list in a few words for the address of a case: which one she came from.
    pub(crate) fn carried(&self) -> String {
        let mut pairs = self.pairs();
        if self.is_orders() {
            pairs.push(("orders", "1"));
        }
        if pairs.is_empty() {
            pairs.push(("tab", Tab::default().name()));
        }
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }

    /// `page` with the list it was opened from.
    pub(crate) fn leading_to(&self, page: &str) -> String {
        let query = serde_urlencoded::to_string([("list", self.carried())]).unwrap_or_default();
        format!("{page}?{query}")
    }
}

/// The first moment of the day after `days` more days, in Beijing, and a moment more: what runs out that day is inside.
fn midnight_after(now: Timestamp, days: i64) -> Timestamp {
    let day = kernel::beijing_date(now).saturating_add((days + 1).days());
    kernel::beijing_noon(day) - SignedDuration::from_hours(12) + SignedDuration::from_secs(1)
}

/// Every stage of a kind, with the key of its name.
pub(super) fn stages(only: Option<CaseKind>) -> Vec<(String, String)> {
    let petitions = petition::Stage::ALL.iter().map(|stage| (stage.name().to_owned(), stage.key()));
    let orders = work_order::Stage::ALL.iter().map(|stage| (stage.name().to_owned(), stage.key()));
    let ideas = suggestion::Stage::ALL.iter().map(|stage| (stage.name().to_owned(), stage.key()));
    match only {
        Some(CaseKind::Suggestion) => ideas.collect(),
        Some(CaseKind::WorkOrder) => orders.collect(),
        Some(CaseKind::Petition) => petitions.collect(),
        Some(
            CaseKind::Obstruction
            | CaseKind::Find
            | CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow,
        ) => {
            vec![]
        }
        None => {
            petitions.chain(orders.filter(|(name, _)| !petition::Stage::ALL.iter().any(|s| s.name() == name))).collect()
        }
    }
}

/// The list that the address carries, with its name; else the one at `href`, whose name is said from `key`.
pub(super) fn list_or(desk: &super::Desk, href: &str, key: &str) -> (String, String) {
    if desk.list.is_empty() {
        return (href.to_owned(), desk.t().say(key).text());
    }
    let list = Asked::parse(&desk.list);
    (list.address(&[]), desk.t().say(list.heading().1).text())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-23T01:12:00Z";

    #[test]
    fn the_address_keeps_filters_and_drops_what_is_empty() {
        let asked = Asked { tab: "open".into(), place: "150223".into(), after: "x".into(), ..Asked::default() };
        assert_eq!(asked.address(&[]), "/desk?tab=open&place=150223");
        assert_eq!(asked.here(&[("sel", "s")]), "/desk?tab=open&place=150223&after=x&sel=s");
        assert_eq!(Asked::default().address(&[]), "/desk");
    }

    #[test]
    fn forged_filters_narrow_nothing() {
        let forged = Asked { stage: "' OR 1=1".into(), place: "x".into(), holder: "y".into(), ..Asked::default() };
        assert_eq!(forged.filter(NOW.parse().unwrap()), Filter::default());
    }

    #[test]
    fn a_list_is_found_again_from_what_a_case_carries() {
        let orders = Asked { stage: "CLAIMED".into(), orders: "1".into(), sel: "s".into(), ..Asked::default() };
        let back = Asked::parse(&orders.carried());
        assert_eq!((back.base(), back.stage.as_str(), back.sel.as_str()), ("/desk/orders", "CLAIMED", ""));
        assert_eq!(Asked::parse(&Asked::default().carried()).current(), Tab::Mine);
        assert_eq!(Asked::default().leading_to("/desk/matters/1"), "/desk/matters/1?list=tab%3Dmine");
    }

    #[test]
    fn due_today_ends_with_the_day_in_beijing() {
        let now: Timestamp = NOW.parse().unwrap();
        let today = Asked { urgency: "today".into(), ..Asked::default() }.filter(now).due_within.unwrap();
        assert_eq!(today, (now, "2026-11-23T16:00:01Z".parse().unwrap()));
    }
}
