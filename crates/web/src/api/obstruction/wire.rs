//! What answers about reports look like.

use domain::{access::Field, obstruction::Obstruction};
use kernel::Locale;
use serde::Serialize;
use services::{
    obstruction::{Receipt, ReportView},
    timeline::Names,
};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::wire::{
    Allowed, Coded, Organ,
    clock::{OpenClock, PromiseBody},
    timeline::Event,
};

/// A report was sent up.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReportReceipt {
    /// The report.
    id: Uuid,
    /// Its number.
    number: String,
    /// The query code, the secret half of the look-up.
    code: Option<String>,
    /// Where it went.
    receiver: Uuid,
    /// When.
    #[schema(format = "date-time")]
    received_at: String,
    /// The same request came before; this is its answer again.
    again: bool,
    /// What is promised until when, and why.
    promises: Vec<PromiseBody>,
}

impl ReportReceipt {
    pub(super) fn of(receipt: &Receipt, locale: Locale) -> Self {
        Self {
            id: receipt.id.0,
            number: receipt.number.to_string(),
            code: receipt.code.as_ref().map(|code| code.reveal().to_owned()),
            receiver: receipt.receiver.0,
            received_at: receipt.received_at.to_string(),
            again: receipt.again,
            promises: receipt.promises.iter().map(|promise| PromiseBody::of(promise, locale)).collect(),
        }
    }
}

/// A report as lists show it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReportLine {
    /// The report.
    id: Uuid,
    /// Its number.
    number: String,
    /// The beginning of what she wrote.
    title: String,
    /// What was done.
    wrongs: Vec<Coded>,
    /// The unit named, when it is one of the list.
    unit: Option<Organ>,
    /// The unit or person in her own words.
    words: Option<String>,
    /// How far it is.
    stage: Coded,
    /// When it came.
    #[schema(format = "date-time")]
    received_at: String,
    /// The open clocks.
    clocks: Vec<OpenClock>,
    /// The version to name in `If-Match`.
    version: i64,
}

impl ReportLine {
    pub(super) fn of(state: &Obstruction, names: &Names, locale: Locale) -> Self {
        let wrong = |wrong: &domain::obstruction::Wrong| Coded::new(wrong.name(), &wrong.message(), locale);
        Self {
            id: state.id.0,
            number: state.number.to_string(),
            title: state.title().to_owned(),
            wrongs: state.wrongs.iter().map(wrong).collect(),
            unit: state.named.org.map(|org| Organ::of(org, names)),
            words: state.named.words.as_ref().map(ToString::to_string),
            stage: Coded::new(state.stage().name(), &state.stage().message(), locale),
            received_at: state.received_at.to_string(),
            clocks: state.clocks.iter().filter(|clock| clock.is_open()).map(OpenClock::of).collect(),
            version: state.version,
        }
    }
}

/// A report with everything that its reader may see.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReportFull {
    /// As lists show it.
    #[serde(flatten)]
    line: ReportLine,
    /// What she wrote.
    facts: String,
    /// Where it happened.
    place: String,
    /// The number of the matter, as she wrote it.
    matter: Option<String>,
    /// The entry of the view log it is about.
    look: Option<Uuid>,
    /// How it came about.
    origin: Coded,
    /// She left no name and no telephone.
    anonymous: bool,
    /// Her name, masked.
    name: Option<String>,
    /// Her telephone, masked.
    phone: Option<String>,
    /// The record, newest first.
    timeline: Vec<Event>,
    /// What can be done now.
    allowed: Vec<Allowed>,
}

impl ReportFull {
    pub(super) fn of(view: &ReportView, locale: Locale) -> Self {
        let state = &view.state;
        let who = view.reporter.as_ref();
        let content = view.fields.shows(Field::Content);
        Self {
            line: ReportLine::of(state, &view.names, locale),
            facts: if content { state.facts.to_string() } else { String::new() },
            place: view.place.clone(),
            matter: state.matter.as_ref().map(ToString::to_string),
            look: state.look,
            origin: Coded::new(state.origin.name(), &state.origin.message(), locale),
            anonymous: state.anonymous,
            name: who.map(|who| who.name.clone()),
            phone: who.and_then(|who| who.phone.clone()),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            allowed: view.allowed.iter().map(|row| Allowed::of(row, None, locale)).collect(),
        }
    }
}
