//! A find's pages: for those who see to it, and for her, with number and code.

use domain::{
    access::{self, Field, Fields, Subject, actions},
    deadline::{Clock, Derivation},
    lifecycle::Governed as _,
    proactive::{Fact, Find},
};
use kernel::{CaseId, Ctx};
use store::Tx;

use super::act::text_of;
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Loaded, Looked, MatterRow},
    organisation, people,
    petition::{Access, MaskedIdentity, masked},
    timeline::{self, Item, Names},
};

/// Everything the page says.
#[derive(Debug, Clone)]
pub struct FindView {
    /// The row.
    pub row: MatterRow,
    /// The state.
    pub state: Find,
    /// What the reader may see.
    pub fields: Fields,
    /// The few words; none once they were deleted.
    pub text: String,
    /// The person, masked, once she consented.
    pub person: Option<MaskedIdentity>,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
    /// Open clocks with their reasons, the most urgent first.
    pub clocks: Vec<(Clock, Derivation)>,
    /// The record, newest first.
    pub timeline: Vec<Item>,
    /// What the reader can do now.
    pub allowed: Vec<domain::proactive::CommandKind>,
}

/// Puts on record that `subject` opens a find.
///
/// # Errors
/// `not-permitted`, also when it does not exist.
pub fn look(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Looked, Error> {
    matter::look_for::<actions::ReadFind>(tx, ctx, subject, id)
}

/// The page for `subject`, who has [`look`]ed.
///
/// # Errors
/// `not-permitted`.
pub fn open_find(tx: &mut Tx, kit: &Kit, subject: &Subject, looked: &Looked) -> Result<FindView, Error> {
    let loaded = matter::open::<Find>(tx, looked.row().id())?;
    view(tx, kit, subject, loaded)
}

/// The page for her.
///
/// # Errors
/// `not-permitted`.
pub fn track_find(tx: &mut Tx, kit: &Kit, access: &Access) -> Result<FindView, Error> {
    let loaded = matter::open::<Find>(tx, access.case())?;
    view(tx, kit, &Subject::Petitioner(access.case()), loaded)
}

fn view(tx: &mut Tx, kit: &Kit, subject: &Subject, loaded: Loaded<Find>) -> Result<FindView, Error> {
    let fields = access::permit::<actions::ReadFind>(subject, &loaded.row.facts)?.fields();
    let (state, region) = (&loaded.state, &loaded.row.region);
    let terms = matter::terms(kit, state);
    let events = matter::history::<Fact>(tx, region, state.id)?;
    let names =
        organisation::called(tx, state.ladder.iter().copied().chain(events.iter().filter_map(|e| e.actor.org())))?;
    let staff = people::names(tx, timeline::users_in(&events).into_iter().chain(state.last_agent()))?;
    let text = if fields.shows(Field::Content) { text_of(tx, kit, region, state.id)? } else { None };
    let known = !matches!(
        state.stage(),
        domain::proactive::Stage::Observed
            | domain::proactive::Stage::Informed
            | domain::proactive::Stage::Declined
            | domain::proactive::Stage::Forgotten
    );
    let person = if known { Some(masked(tx, &kit.keys, region, state.person)?) } else { None };
    let mut clocks: Vec<(Clock, Derivation)> = state
        .clocks
        .iter()
        .filter(|clock| clock.is_open())
        .filter_map(|clock| {
            let def = terms.clocks().get(clock.def.as_str())?;
            Some((clock.clone(), clock.derivation(def, terms.calendar())))
        })
        .collect();
    clocks.sort_by_key(|(clock, _)| clock.due_at);
    let rows = state.allowed_now().map(|row| row.command);
    let allowed = rows.filter(|kind| matter::permitted(subject, *kind, &loaded).is_ok()).collect();
    Ok(FindView {
        fields,
        text: text.unwrap_or_default(),
        person,
        staff,
        clocks,
        timeline: timeline::of_find(state, &events, &names, matches!(subject, Subject::Petitioner(_))),
        names,
        allowed,
        row: loaded.row,
        state: loaded.state,
    })
}
