//! Tabs, the filter bar and pages: everything that a list holds in its address.

use askama::Template;

use crate::i18n::Say;

/// One tab; a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its word.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// How many stand behind it.
    pub count: Option<u64>,
    /// Whether it is this one.
    pub current: bool,
}

/// Tabs over a list.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/tabs.html")]
pub struct Tabs {
    /// What they divide; for screen readers.
    pub label: String,
    /// The tabs.
    pub items: Vec<Tab>,
}

/// One native select of the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterSelect {
    /// The query parameter.
    pub name: String,
    /// 地方.
    pub label: String,
    /// Value and word; the first is "any".
    pub options: Vec<(String, String)>,
    /// The chosen value; empty for the first.
    pub chosen: String,
}

/// A GET form of selects; the address holds everything.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/filter.html")]
pub struct FilterBar {
    /// The reader's language.
    pub t: Say,
    /// The list's path.
    pub action: String,
    /// Parameters that stay as they are, e.g. the tab.
    pub hidden: Vec<(String, String)>,
    /// The selects.
    pub selects: Vec<FilterSelect>,
}

impl FilterBar {
    /// The label with its colon; words that also stand over a form's field come without one.
    fn asked(&self, select: &FilterSelect) -> String {
        let label = select.label.trim_end_matches(['：', ':']);
        let colon = if self.t.lang() == "en" { ":" } else { "：" };
        format!("{label}{colon}")
    }

    fn active(&self) -> bool {
        self.selects.iter().any(|select| !select.chosen.is_empty())
    }

    fn clear(&self) -> String {
        let query = serde_urlencoded::to_string(&self.hidden).unwrap_or_default();
        if query.is_empty() { self.action.clone() } else { format!("{}?{query}", self.action) }
    }
}

/// Where the list goes on.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/pages.html")]
pub struct Pagination {
    /// The reader's language.
    pub t: Say,
    /// Back to the first page, when this is not it.
    pub first: Option<String>,
    /// The next page.
    pub next: Option<String>,
}

components!(Tabs, FilterBar, Pagination);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clearing_keeps_the_tab() {
        let bar = FilterBar {
            t: Say::default(),
            action: "/desk".into(),
            hidden: vec![("tab".into(), "等我签".into())],
            selects: vec![],
        };
        assert_eq!(bar.clear(), "/desk?tab=%E7%AD%89%E6%88%91%E7%AD%BE");
        assert!(!bar.active());
    }
}
