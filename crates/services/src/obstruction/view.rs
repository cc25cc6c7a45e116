//! A report's pages: for the receiver's desk, and for whoever reported, with number and code.

use domain::{
    access::{self, Field, Fields, Subject, actions},
    deadline::{Clock, Derivation},
    lifecycle::Governed as _,
    obstruction::{Fact, Obstruction, Transition},
};
use kernel::{CaseId, Ctx};
use store::Tx;

use crate::{
    divisions,
    error::Error,
    kit::Kit,
    matter::{self, Loaded, Looked, MatterRow},
    organisation, people,
    petition::{Access, MaskedIdentity, masked},
    timeline::{self, Item, Names},
};

/// Everything the report's page says.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// The row.
    pub row: MatterRow,
    /// The state.
    pub state: Obstruction,
    /// What the reader may see.
    pub fields: Fields,
    /// Who reports, masked; none when she is anonymous.
    pub reporter: Option<MaskedIdentity>,
    /// Where it happened, in words.
    pub place: String,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff, for the desk.
    pub staff: people::Names,
    /// Clocks with their reasons, open ones first.
    pub clocks: Vec<(Clock, Derivation)>,
    /// The record, newest first.
    pub timeline: Vec<Item>,
    /// What the reader can do now.
    pub allowed: Vec<&'static Transition>,
}

/// Puts on record that `subject` opens a report.
///
/// # Errors
/// `not-permitted`, also when it does not exist.
pub fn look(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Looked, Error> {
    matter::look_for::<actions::ReadObstruction>(tx, ctx, subject, id)
}

/// The report's page for `subject`, who has [`look`]ed.
///
/// # Errors
/// `not-permitted`, also when the case is no report.
pub fn open_report(tx: &mut Tx, kit: &Kit, subject: &Subject, looked: &Looked) -> Result<ReportView, Error> {
    let loaded = matter::open::<Obstruction>(tx, looked.row().id())?;
    let permit = access::permit::<actions::ReadObstruction>(subject, &loaded.row.facts)?;
    view(tx, kit, subject, loaded, permit.fields())
}

/// The report's page for whoever reported.
///
/// # Errors
/// `not-permitted` when it does not exist.
pub fn track_report(tx: &mut Tx, kit: &Kit, access: &Access) -> Result<ReportView, Error> {
    let loaded = matter::open::<Obstruction>(tx, access.case())?;
    let subject = Subject::Petitioner(access.case());
    let permit = access::permit::<actions::ReadObstruction>(&subject, &loaded.row.facts)?;
    view(tx, kit, &subject, loaded, permit.fields())
}

fn view(
    tx: &mut Tx,
    kit: &Kit,
    subject: &Subject,
    loaded: Loaded<Obstruction>,
    fields: Fields,
) -> Result<ReportView, Error> {
    let state = &loaded.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.received_at));
    let events = matter::history::<Fact>(tx, &loaded.row.region, state.id)?;
    let names = organisation::called(tx, [state.receiver].into_iter().chain(state.named.org))?;
    let staff = people::names(tx, timeline::users_in(&events).into_iter().chain(state.handler()))?;
    let reporter =
        if state.anonymous { None } else { Some(masked(tx, &kit.keys, &loaded.row.region, state.reporter)?) };
    let path = divisions::path(tx, &state.place)?;
    let inner = path.len().saturating_sub(3);
    let mut clocks: Vec<(Clock, Derivation)> = state
        .clocks
        .iter()
        .filter_map(|clock| {
            let def = terms.clocks().get(clock.def.as_str())?;
            Some((clock.clone(), clock.derivation(def, terms.calendar())))
        })
        .collect();
    clocks.sort_by_key(|(clock, _)| (!clock.is_open(), clock.due_at));
    Ok(ReportView {
        fields,
        reporter,
        place: path.into_iter().skip(inner).map(|division| division.name).collect(),
        staff,
        clocks,
        timeline: timeline::of_report(state, &events, &names, !fields.shows(Field::InternalNotes)),
        names,
        allowed: allowed(&loaded, subject),
        row: loaded.row,
        state: loaded.state,
    })
}

fn allowed(loaded: &Loaded<Obstruction>, subject: &Subject) -> Vec<&'static Transition> {
    loaded.state.allowed_now().filter(|row| matter::permitted(subject, row.command, loaded).is_ok()).collect()
}
