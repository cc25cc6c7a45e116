//! The list of an office's papers, and the papers of one case.

use std::collections::BTreeSet;

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    access::{Action, Bound, Subject, list_scope},
    document::{Audience, PaperStage},
};
use kernel::{CaseId, OrgId};
use serde::Deserialize;
use services::{
    Error,
    document::{self, LetterRow, Listed, Tab},
    organisation,
};
use store::Tx;

use crate::{
    desk::{Desk, Here},
    i18n::Say,
    problem::Problem,
    ui::{self, EmptyState, Icon, Tabs, Tag, Tone},
    view::Frame,
};

/// Letters on one page.
const MOST: u32 = 100;

/// What an address may say.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
}

/// One paper in a list.
#[derive(Clone)]
pub(in crate::desk) struct PaperLine {
    pub(in crate::desk) href: String,
    pub(in crate::desk) title: String,
    pub(in crate::desk) small: String,
    pub(in crate::desk) tag: Option<Tag>,
}

#[derive(Template)]
#[template(path = "desk/letters.html")]
struct LettersPage {
    t: Frame,
    tabs: Tabs,
    rows: Vec<PaperLine>,
    empty: Option<EmptyState>,
}

/// The organisations in whose name she acts.
pub(super) fn orgs(subject: &Subject) -> Vec<OrgId> {
    let Some(staff) = subject.staff() else { return vec![] };
    staff.grants().iter().map(|grant| grant.org).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether she can draft or sign any letter.
pub(in crate::desk) fn writes(subject: &Subject) -> bool {
    [Action::DraftLetter, Action::SignLetter].iter().any(|action| list_scope(subject, *action) != Bound::Never)
}

/// `GET /desk/letters`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let tab = Tab::ALL.into_iter().find(|tab| tab.name() == asked.tab).unwrap_or_default();
    if !writes(desk.who.subject()) {
        return Err(kernel::Refusal::not_permitted().into());
    }
    let (found, counts, names) = desk
        .read(move |tx, _, _, subject| {
            let orgs = orgs(subject);
            // A row that leads to a page she may not open is a promise not kept: those of others' matters are left out.
            let mut of = |tab| -> Result<Vec<Listed>, Error> {
                let mut all = document::list(tx, &orgs, tab, MOST)?;
                all.retain(|one| document::may(tx, subject, &one.row, Action::ReadMatter).is_ok());
                Ok(all)
            };
            let mut counts = vec![];
            let mut found = vec![];
            for one in Tab::ALL {
                let all = of(one)?;
                counts.push((one, u32::try_from(all.len()).unwrap_or(u32::MAX)));
                if one == tab {
                    found = all;
                }
            }
            let names = organisation::called(tx, found.iter().filter_map(|one| one.row.to))?;
            Ok((found, counts, names))
        })
        .await?;
    let t = desk.t();
    let one = |(tab_of, count): &(Tab, u32)| ui::Tab {
        text: t.say(&format!("letters-tab-{}", tab_of.name())).text(),
        href: format!("/desk/letters?tab={}", tab_of.name()),
        count: Some(u64::from(*count)),
        current: *tab_of == tab,
    };
    let line = |listed: &Listed| {
        let to = listed.row.to.and_then(|org| names.get(&org).cloned());
        line(t, &listed.row, to, listed.case_number.as_deref())
    };
    let empty = EmptyState {
        icon: Icon::outline("file-text"),
        title: t.say("letters-none").into(),
        text: t.say("letters-none-text").into(),
        link: None,
    };
    desk.visit.page(&LettersPage {
        t: desk.frame("letters-title", Here::Letters),
        tabs: Tabs { label: t.say("letters-title").text(), items: counts.iter().map(one).collect() },
        empty: found.is_empty().then_some(empty),
        rows: found.iter().map(line).collect(),
    })
}

/// One paper: what it is with its number, then to whom and when.
pub(super) fn line(t: Say, row: &LetterRow, to: Option<String>, case: Option<&str>) -> PaperLine {
    let kind = t.message(&row.kind.spec().kind.message());
    let title = match &row.number {
        Some(number) => format!("{kind} {number}"),
        None => kind.to_string(),
    };
    let to = to.unwrap_or_else(|| {
        let key = if row.kind.spec().audience == Audience::Person { "letters-to-her" } else { "letters-to-file" };
        t.say(key).text()
    });
    let day = t.date(kernel::beijing_date(row.issued_at.unwrap_or(row.drafted_at)));
    let parts: Vec<String> = [Some(to), Some(day), case.map(str::to_owned)].into_iter().flatten().collect();
    let tone = match row.stage {
        PaperStage::Draft => Some(Tone::Yellow),
        PaperStage::Void => Some(Tone::Grey),
        PaperStage::Issued | PaperStage::Dropped => None,
    };
    PaperLine {
        href: format!("/desk/letters/{}", row.id),
        title,
        small: parts.join(" · "),
        tag: tone.map(|tone| Tag::new(tone, t.message(&row.stage.message()).to_string())),
    }
}

/// The papers of a case, as its page lists them.
///
/// # Errors
/// When the database fails.
pub(in crate::desk) fn papers(tx: &mut Tx, t: Say, region: &str, case: CaseId) -> Result<Vec<PaperLine>, Error> {
    let rows = document::of_case(tx, region, case)?;
    let names = organisation::called(tx, rows.iter().filter_map(|row| row.to))?;
    Ok(rows.iter().map(|row| line(t, row, row.to.and_then(|org| names.get(&org).cloned()), None)).collect())
}
