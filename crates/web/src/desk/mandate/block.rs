//! Agency on the case page: who acts for her in which mode, what he may do until when, or what is missing.

use askama::Template;
use kernel::CaseId;
use services::mandate::AgencyView;

use crate::{
    i18n::Say,
    ui::{Line, Tag, Tone},
};

/// The block.
#[derive(Template)]
#[template(path = "desk/agency.html")]
pub(crate) struct AgencyBlock {
    t: Say,
    mode: Option<Tag>,
    who: String,
    org: String,
    powers: Vec<String>,
    until: Line,
    /// What is missing or only partly allowed.
    notes: Vec<Line>,
    /// Agencies that are over.
    past: Vec<Line>,
    sheet: String,
}

impl askama::filters::HtmlSafe for AgencyBlock {}

impl AgencyBlock {
    /// The block of a case; `None` where nobody acts or acted for her and nothing stands against it.
    pub(crate) fn of(t: Say, id: CaseId, agency: &AgencyView, declined: &[String]) -> Option<Self> {
        if agency.agent.is_none() && agency.past.is_empty() && declined.is_empty() && agency.undecided.is_empty() {
            return None;
        }
        let mandate = agency.mandate.as_ref();
        let powers = mandate
            .map(|mandate| mandate.powers.iter().map(|one| t.say(&format!("desk-{}", one.key())).text()).collect());
        Some(Self {
            mode: agency.mode.map(|mode| Tag::new(Tone::Warm, t.message(&mode.message()).text())),
            who: agency.name.clone(),
            org: agency.org.clone(),
            powers: powers.unwrap_or_default(),
            until: mandate
                .map_or_else(Line::default, |mandate| t.say("mandate-until").with("day", t.date(mandate.until)).into()),
            notes: notes(t, agency, declined),
            past: agency.past.iter().map(|(ended, name)| past(t, ended, name)).collect(),
            sheet: agency.agent.map(|_| format!("/desk/matters/{id}/mandate")).unwrap_or_default(),
            t,
        })
    }
}

fn notes(t: Say, agency: &AgencyView, declined: &[String]) -> Vec<Line> {
    let mut notes = vec![];
    if let Some((name, org, until)) = &agency.stand_in {
        notes.push(t.say("standin-desk").with("who", name).with("org", org).with("until", t.moment(*until)).into());
    }
    if let Some((day, over)) = agency.missing {
        let key = if over { "mandate-missing-over" } else { "mandate-missing-until" };
        notes.push(t.say(key).with("day", t.date(day)).into());
    }
    if agency.agent.is_some() {
        for rule in agency.not_eligible.iter().flat_map(|not| &not.rules) {
            let why = t.say("mandate-rule").with("why", t.message(&rule.why())).with("way", t.message(&rule.way()));
            notes.push(why.into());
        }
    }
    for name in declined {
        let (why, way) = (t.say(&format!("agency-rule-{name}")), t.say(&format!("agency-way-{name}")));
        notes.push(t.say("mandate-rule").with("why", why).with("way", way).into());
    }
    for (_, name) in &agency.undecided {
        notes.push(t.say("mandate-undecided").with("who", name).into());
    }
    notes
}

fn past(t: Say, ended: &domain::mandate::Ended, name: &str) -> Line {
    let why = t.message(&ended.end.message());
    t.say("mandate-past").with("who", name).with("day", t.date(kernel::beijing_date(ended.at))).with("why", why).into()
}
