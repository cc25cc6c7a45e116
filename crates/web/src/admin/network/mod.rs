//! `/admin/network` for whoever keeps the entries, `/desk/network` for whoever leads: stations, agents and grids of a division, how
//! many of each, and where nobody helps yet. Everything chosen stands in the address.

pub(super) mod agent;
pub(super) mod change;
mod figures;
mod lists;
pub(super) mod sheets;

use axum::{extract::Query, response::Response};
use domain::{access::actions::ReadNetwork, people::Role};
use kernel::{Cursor, DivisionCode};
use serde::Deserialize;
use services::{divisions, network};

use super::{Admin, Page, Section, Spot, page::done};
use crate::{
    desk::Desk,
    i18n::Say,
    problem::Problem,
    ui::{Line, Pagination, Tab, Tabs},
};

/// Who may see it.
const READERS: [Role; 5] =
    [Role::StationLead, Role::BureauOfficer, Role::Supervisor, Role::JointMeetingOffice, Role::Sysadmin];

/// What the address asks.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(in crate::admin) struct Ask {
    pub(super) at: String,
    pub(super) view: String,
    pub(super) kind: String,
    pub(super) language: String,
    pub(super) expertise: String,
    pub(super) away: String,
    pub(super) after: String,
    pub(super) done: String,
}

/// The parts of the registry.
const VIEWS: [(&str, &str); 5] = [
    ("", "network-view-figures"),
    ("stations", "network-view-stations"),
    ("agents", "network-view-agents"),
    ("grids", "network-view-grids"),
    ("without", "network-view-without"),
];

/// Rows of a page of a list.
const ROWS: u32 = 50;

/// The visit of somebody who may see the registry.
pub(super) fn keeper(desk: Desk) -> Result<Admin, Problem> {
    Ok(Admin::with_role(desk, &READERS)?)
}

/// Where her registry stands.
pub(super) fn base(admin: &Admin) -> &'static str {
    if admin.desk.who.has(Role::Sysadmin) { "/admin/network" } else { "/desk/network" }
}

/// `GET /admin/network`, `GET /desk/network`.
pub(in crate::admin) async fn get(desk: Desk, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let admin = keeper(desk)?;
    let at = admin.spot(&ask.at);
    let t = admin.t();
    let (code, asked) = (at.clone(), ask.clone());
    let (path, section, next) = admin
        .read(move |tx, kit, ctx, leave| {
            leave.permit::<ReadNetwork>()?;
            let path = divisions::path(tx, &code)?;
            let view = lists::View {
                t,
                at: &code,
                ask: &asked,
                base: if leave_is_admin(leave) { "/admin/network" } else { "/desk/network" },
            };
            let (section, next) = match asked.view.as_str() {
                "stations" => lists::stations(tx, kit, ctx, &view)?,
                "agents" => lists::agents(tx, ctx, &view)?,
                "grids" => lists::grids(tx, &view)?,
                "without" => lists::without(tx, ctx, &view)?,
                _ => (figures::section(t, &network::figures(tx, &code, ctx.today())?, &view), None),
            };
            Ok((path, section, next))
        })
        .await?;
    let base = base(&admin);
    let own = admin.place().clone();
    let trail = path
        .iter()
        .filter(|division| own.contains(&division.code))
        .map(|division| {
            let href = address(base, &Ask { at: division.code.to_string(), view: ask.view.clone(), ..Ask::default() });
            format!("<a class=\"lx-way\" href=\"{}\">{}</a>", Line::from(href), Line::from(division.name.as_str()))
        })
        .collect::<Vec<_>>()
        .join(" › ");
    let pages = Pagination {
        t,
        first: (!ask.after.is_empty()).then(|| address(base, &Ask { after: String::new(), ..ask.clone() })),
        next: next.map(|cursor: Cursor| address(base, &Ask { after: cursor.id, ..ask.clone() })),
    };
    let mut page = Page::new(&admin, "network-title", Spot::Network)
        .lead(t.say("network-lead"))
        .notice(done(&admin, &ask.done))
        .section(Section::new("").with(&trail).with(&tabs(t, base, &at, &ask)).with(&sheets_line(&admin, &at)))
        .section(section.with(&pages));
    if admin.desk.who.has(Role::Sysadmin) {
        page = page.action("network-import", "/admin/network/import/stations");
    }
    page.show(&admin)
}

fn leave_is_admin(leave: &super::Leave) -> bool {
    leave.subject.staff().is_some_and(|staff| staff.has(Role::Sysadmin))
}

fn tabs(t: Say, base: &str, at: &DivisionCode, ask: &Ask) -> Tabs {
    let tab = |(view, key): &(&str, &str)| Tab {
        text: t.say(key).text(),
        href: address(base, &Ask { at: at.to_string(), view: (*view).to_owned(), ..Ask::default() }),
        count: None,
        current: ask.view == *view,
    };
    Tabs { label: t.say("network-views").text(), items: VIEWS.iter().map(tab).collect() }
}

/// The sheets of this division, to take out; for the administrator also to fill in.
fn sheets_line(admin: &Admin, at: &DivisionCode) -> String {
    let t = admin.t();
    let base = base(admin);
    let link = |kind: network::SheetKind| {
        let text = t.say("network-export").with("what", t.say(&format!("network-sheet-{}", kind.name())).text());
        let address = format!("{base}/export/{}?at={at}", kind.name());
        format!(
            "<a class=\"lx-way\" href=\"{address}&amp;as=xlsx\">{}</a> <a class=\"lx-way\" href=\"{address}\">CSV</a>",
            Line::from(text)
        )
    };
    format!("<p class=\"lx-small\">{}</p>", network::SheetKind::ALL.map(link).join(" "))
}

/// An address of the registry; what is empty is left out.
pub(super) fn address(base: &str, ask: &Ask) -> String {
    let all = [
        ("at", &ask.at),
        ("view", &ask.view),
        ("kind", &ask.kind),
        ("language", &ask.language),
        ("expertise", &ask.expertise),
        ("away", &ask.away),
        ("after", &ask.after),
    ];
    let said: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let query = serde_urlencoded::to_string(said).unwrap_or_default();
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}
