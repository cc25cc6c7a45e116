//! `/admin/notices`: by which ways petitioners are told, how the outbox stands, and a test to oneself. Below it every message one
//! by one, and the wording with its quiet hours. No name, no telephone, no content.

pub(super) mod list;
pub(super) mod test;
pub(super) mod wording;

use axum::{extract::Query, response::Response};
use domain::{
    access::actions::AdminNotices,
    notice::{Channel, Fate},
};
use serde::Deserialize;
use services::outbox::{self, Outbox};

use super::{Admin, Group, Page, Panel, Section, Spot};
use crate::{
    forms::Form,
    i18n::Say,
    problem::Problem,
    state::Way,
    ui::{Cell, Column, DataTable, Figure, Figures, Icon, Line, Notice, NoticeKind, Row, RowGroup},
};

/// What the page asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    done: String,
}

/// `GET /admin/notices`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let form = admin.desk.visit.form();
    page(&admin, &form).await?.notice(done(&admin, &ask.done)).show(&admin)
}

/// The page; the test's form comes back into it when something is wrong.
async fn page(admin: &Admin, form: &Form) -> Result<Page, Problem> {
    let state = admin
        .read(|tx, _, ctx, leave| {
            leave.permit::<AdminNotices>()?;
            Ok(outbox::outbox(tx, ctx.now())?)
        })
        .await?;
    let t = admin.t();
    let ways = &admin.desk.visit.state.config.ways;
    let mut page = Page::new(admin, "notices-title", Spot::Notices)
        .lead(t.say("notices-lead"))
        .wrong(form)
        .section(standing(t, &state))
        .section(channels(t, ways));
    if !ways.is_empty() {
        page = page.section(test_section(t, form, ways));
    }
    Ok(page)
}

/// What was just done, said once.
fn done(admin: &Admin, word: &str) -> Option<Notice> {
    let key = match word {
        "test" => "notices-test-done",
        "saved" => "notices-saved",
        _ => return None,
    };
    let notice = Notice::new(NoticeKind::Info, admin.t().say(key)).icon(Icon::outline("circle-check"));
    Some(if word == "test" { notice.link(admin.t().say("notices-to-outbox").text(), "/admin/outbox") } else { notice })
}

fn standing(t: Say, state: &Outbox) -> Section {
    let count = |fates: &[Fate]| fates.iter().map(|fate| state.count(*fate)).sum::<i64>().to_string();
    let figure = |key: &str, fates: &[Fate]| Figure {
        value: count(fates),
        what: t.say(key).into(),
        small: Line::default(),
        bad: false,
    };
    let figures = Figures {
        items: vec![
            figure("notices-state-waiting", &[Fate::Queued, Fate::Sending]),
            figure("notices-state-held", &[Fate::Held]),
            figure("notices-state-sent", &[Fate::Sent, Fate::Delivered]),
            figure("notices-state-missed", &[Fate::Failed, Fate::Unsure, Fate::Unreachable]),
        ],
    };
    let note = match state.oldest {
        Some(oldest) => t.say("notices-state-oldest").with("at", t.moment(oldest)),
        None => t.say("notices-state-fine"),
    };
    let ways = [("notices-to-outbox", "/admin/outbox"), ("notices-to-wording", "/admin/notices/wording")];
    let links: Vec<String> = ways
        .iter()
        .map(|(key, href)| format!("<a class=\"lx-way\" href=\"{href}\">{}</a>", Line::from(t.say(key))))
        .collect();
    Section::new(t.say("notices-state").text()).with(&figures).text(note).with(&links.join(" "))
}

fn channels(t: Say, ways: &[Way]) -> Section {
    let section = Section::new(t.say("notices-channels").text());
    if ways.is_empty() {
        return section.text(t.say("notices-channels-none"));
    }
    let row = |channel: &Channel| {
        let way = ways.iter().find(|way| way.channel == *channel);
        let (leads, again) = match way {
            None => (t.say("notices-channel-off").text(), String::new()),
            Some(way) => {
                let key = if way.knows_keys { "notices-channel-keys" } else { "notices-channel-no-keys" };
                (leads_to(t, way), t.say(key).text())
            }
        };
        Row {
            cells: vec![
                Cell { title: true, ..Cell::text(t.message(&channel.message())) },
                Cell::text(leads),
                Cell::text(again),
            ],
            current: false,
        }
    };
    let columns = ["notices-col-channel", "notices-col-leads", "notices-col-again"];
    section.with(&DataTable {
        caption: t.say("notices-channels").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: Channel::ALL.iter().map(row).collect(), ..RowGroup::default() }],
    })
}

fn leads_to(t: Say, way: &Way) -> String {
    if way.local {
        t.say("notices-channel-local").with("file", &way.leads_to).text()
    } else {
        t.say("notices-channel-host").with("host", &way.leads_to).text()
    }
}

fn test_section(t: Say, form: &Form, ways: &[Way]) -> Section {
    let select = ways.iter().fold(form.select("channel", "notices-test-channel"), |select, way| {
        select.option(way.channel.name(), &way.channel.key())
    });
    let panel = Panel::post(form, "/admin/notices/test", t, "notices-test-send")
        .group(Group::of(vec![select, form.text("address", "notices-test-address")]));
    Section::new(t.say("notices-test-title").text()).text(t.say("notices-test-text")).with(&panel)
}
