//! The one shape of these pages: title, tabs, notices, sections.

use askama::Template;
use axum::response::Response;
use domain::people::Role;

use super::Admin;
use crate::{
    desk::Here,
    forms::Form,
    problem::Problem,
    ui::{Icon, Line, Notice, NoticeKind, Tab, Tabs},
    view::{Frame, NavItem},
};

/// To which tab a page belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Overview,
    Divisions,
    Units,
    Staff,
    Network,
    Catalogue,
    Clocks,
    Oversight,
    Retention,
    Calendar,
    Settings,
    Practice,
    Notices,
    Letters,
    Audit,
}

const TABS: &[(Spot, &str, &str)] = &[
    (Spot::Overview, "/admin", "admin-tab-overview"),
    (Spot::Divisions, "/admin/divisions", "admin-tab-divisions"),
    (Spot::Units, "/admin/units", "admin-tab-units"),
    (Spot::Staff, "/admin/staff", "admin-tab-staff"),
    (Spot::Practice, "/admin/practice", "admin-tab-practice"),
    (Spot::Network, "/admin/network", "network-tab"),
    (Spot::Catalogue, "/admin/catalogue", "admin-tab-catalogue"),
    (Spot::Clocks, "/admin/clocks", "admin-tab-clocks"),
    (Spot::Oversight, "/admin/oversight", "admin-tab-oversight"),
    (Spot::Retention, "/admin/retention", "retention-tab"),
    (Spot::Calendar, "/admin/calendar", "admin-tab-calendar"),
    (Spot::Settings, "/admin/settings", "admin-tab-settings"),
    (Spot::Notices, "/admin/notices", "notices-tab"),
    (Spot::Letters, "/admin/letters", "wordings-tab"),
];

/// What stands under one heading.
#[derive(Debug, Default)]
pub(super) struct Section {
    title: String,
    note: Line,
    parts: Vec<Line>,
}

impl Section {
    /// A section with this heading.
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A quiet word beside the heading.
    pub(super) fn note(mut self, note: impl Into<Line>) -> Self {
        self.note = note.into();
        self
    }

    /// Adds a component.
    pub(super) fn with(mut self, part: &impl std::fmt::Display) -> Self {
        self.parts.push(Line::drawn(part));
        self
    }

    /// Adds a sentence.
    pub(super) fn text(self, text: impl Into<Line>) -> Self {
        let text = text.into();
        self.with(&format!("<p class=\"lx-second\">{text}</p>"))
    }
}

/// A page.
#[derive(Template)]
#[template(path = "admin/page.html")]
pub(super) struct Page {
    t: Frame,
    tabs: Tabs,
    lead: Line,
    notices: Vec<Notice>,
    /// What is wrong with the form below.
    summary: Line,
    sections: Vec<Section>,
    /// The one primary action of a list: text, address.
    action: Option<(String, String)>,
    /// Back to the list: text, address.
    back: Option<(String, String)>,
    /// Whoever keeps the entries and sees no matter: the page says so. Others search here as anywhere.
    blind: bool,
}

impl Page {
    /// A page whose title is said from `key`.
    pub(super) fn new(admin: &Admin, key: &str, spot: Spot) -> Self {
        Self::titled(admin, admin.t().say(key).text(), spot)
    }

    /// A page with a title of its own.
    pub(super) fn titled(admin: &Admin, title: impl Into<String>, spot: Spot) -> Self {
        Self {
            t: frame(admin, title.into(), spot),
            tabs: tabs(admin, spot),
            lead: Line::default(),
            notices: vec![],
            summary: Line::default(),
            sections: vec![],
            action: None,
            back: None,
            blind: admin.desk.who.sees_no_matters(),
        }
    }

    /// One sentence below the title.
    pub(super) fn lead(mut self, text: impl Into<Line>) -> Self {
        self.lead = text.into();
        self
    }

    /// Adds a notice.
    pub(super) fn notice(mut self, notice: impl Into<Option<Notice>>) -> Self {
        self.notices.extend(notice.into());
        self
    }

    /// Says what is wrong with `form`, when something is.
    pub(super) fn wrong(mut self, form: &Form) -> Self {
        if form.has_errors() {
            self.summary = Line::drawn(&form.summary());
            self.t = self.t.failed(true);
        }
        self
    }

    /// Adds a section.
    pub(super) fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    /// The one thing to do here.
    pub(super) fn action(mut self, key: &str, href: impl Into<String>) -> Self {
        self.action = Some((self.t.say(key).text(), href.into()));
        self
    }

    /// The way back.
    pub(super) fn back(mut self, (key, href): (&str, String)) -> Self {
        self.back = Some((self.t.say(key).text(), href));
        self
    }

    /// The answer; a form that came back has status 422.
    pub(super) fn show(&self, admin: &Admin) -> Result<Response, Problem> {
        if self.t.failed { admin.desk.visit.page_failed(self) } else { admin.desk.visit.page(self) }
    }
}

/// The way back to a list.
pub(super) fn back(href: &str) -> (&'static str, String) {
    ("admin-back", href.to_owned())
}

/// The notice of something that was done, by the word in the address; other words say nothing.
pub(super) fn done(admin: &Admin, word: &str) -> Option<Notice> {
    let key = match word {
        "created" => "admin-done-created",
        "saved" => "admin-done-saved",
        "clocks" => "admin-done-clocks",
        _ => return None,
    };
    let icon = Icon::outline("circle-check");
    Some(Notice::new(NoticeKind::Info, admin.t().say(key)).icon(icon))
}

fn tabs(admin: &Admin, spot: Spot) -> Tabs {
    let t = admin.t();
    let tab = |&(own, href, key): &(Spot, &str, &str)| Tab {
        text: t.say(key).text(),
        href: href.to_owned(),
        count: None,
        current: own == spot,
    };
    let mut items = vec![];
    if admin.desk.who.has(Role::Sysadmin) {
        items.extend(TABS.iter().map(tab));
    }
    if admin.desk.who.has(Role::Auditor) || admin.desk.who.has(Role::Dpo) {
        items.push(tab(&(Spot::Audit, "/admin/audit", "admin-tab-audit")));
    }
    Tabs { label: t.say("admin-tabs").text(), items }
}

/// The desk's frame with the administration marked in its navigation.
fn frame(admin: &Admin, title: String, spot: Spot) -> Frame {
    let mut frame = admin.desk.frame_titled(title, Here::Nowhere);
    if let Some(desk) = &mut frame.desk {
        let home = match spot {
            Spot::Audit => "/admin/audit",
            Spot::Network if !admin.desk.who.has(Role::Sysadmin) => "/desk/network",
            _ => "/admin",
        };
        match desk.nav.iter_mut().find(|item| item.href == home) {
            Some(item) => item.current = true,
            None => desk.nav.push(NavItem {
                href: home.to_owned(),
                icon: Icon::outline("eye-check"),
                text: admin.t().say("admin-tab-audit").text(),
                count: None,
                current: true,
                key: "",
            }),
        }
    }
    frame
}
