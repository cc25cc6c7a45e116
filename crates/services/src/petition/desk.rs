//! The case page: the state with everything around it, as far as the reader may see it. Looking is on record.

use domain::{
    access::{self, Field, Fields, Subject, actions},
    case::presses,
    deadline::Derivation,
    petition::Petition,
};
use kernel::Ctx;
use store::Tx;

use super::{
    person::{MaskedIdentity, masked},
    track::days_between,
};
use crate::{
    error::Error,
    kit::Kit,
    mandate::{self, AgencyView},
    matter::{self, Looked, MatterRow, View},
    organisation, people,
    timeline::{self, Item, Names},
};

/// One clock of the case with its reasons.
#[derive(Debug, Clone)]
pub struct CaseClock {
    /// The clock.
    pub clock: domain::deadline::Clock,
    /// How its dates came about.
    pub derivation: Derivation,
    /// A right of the petitioner rather than a duty.
    pub is_right: bool,
}

/// Everything the case page says.
#[derive(Debug, Clone)]
pub struct CaseView {
    /// The row.
    pub row: MatterRow,
    /// The state.
    pub state: Petition,
    /// What the reader may see.
    pub fields: Fields,
    /// The petitioner, masked, when the reader may see that much.
    pub petitioner: Option<MaskedIdentity>,
    /// The reader may open the identity with a reason.
    pub may_reveal: bool,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
    /// Clocks, open ones first, the most urgent on top.
    pub clocks: Vec<CaseClock>,
    /// The record, newest first.
    pub timeline: Vec<Item>,
    /// Who looked, when the reader may see it.
    pub views: Vec<View>,
    /// What the reader can do now.
    pub allowed: Vec<matter::Possible<Petition>>,
    /// Who acts for her, and what stands against it.
    pub agency: AgencyView,
    /// Whole days since it was received.
    pub days: i64,
}

/// The case page of a petition for `subject`, who has [`matter::look`]ed.
///
/// # Errors
/// `not-permitted`, also when the case is not a petition.
pub fn open_case(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, looked: &Looked) -> Result<CaseView, Error> {
    let id = looked.row().id();
    let loaded = matter::open::<Petition>(tx, id)?;
    let permit = access::permit::<actions::ReadMatter>(subject, &loaded.row.facts)?;
    let fields = permit.fields();
    let region = loaded.row.region.clone();
    let state = &loaded.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    let events = matter::history::<domain::petition::Fact>(tx, &region, id)?;
    let may_see_log = access::permit::<actions::ReadViewLog>(subject, &loaded.row.facts).is_ok();
    let views = if may_see_log || fields.shows(Field::ViewLog) { matter::views(tx, &region, id, 50)? } else { vec![] };
    let mut orgs = timeline::orgs_in_petition(state);
    orgs.extend(views.iter().map(|view| view.org));
    orgs.extend(events.iter().filter_map(|event| event.actor.org()));
    let mut users = timeline::users_in(&events);
    users.extend(views.iter().map(|view| view.user));
    users.extend(state.handler());
    users.extend(state.agent);
    let petitioner = fields.shows(Field::IdentityMasked) || fields.shows(Field::IdentityFull);
    let petitioner = petitioner.then(|| masked(tx, &kit.keys, &region, state.petitioner)).transpose()?;
    let names = organisation::called(tx, orgs)?;
    let mut clocks: Vec<CaseClock> = state
        .clocks
        .iter()
        .filter_map(|clock| {
            let def = terms.clocks().get(clock.def.as_str())?;
            let derivation = clock.derivation(def, terms.calendar());
            Some(CaseClock {
                clock: clock.clone(),
                derivation,
                is_right: !def.is_duty() || !presses(clock.def.as_str()),
            })
        })
        .collect();
    clocks.sort_by_key(|clock| (!clock.clock.is_open(), clock.is_right, clock.clock.due_at));
    let internal = fields.shows(Field::InternalNotes);
    Ok(CaseView {
        fields,
        petitioner,
        may_reveal: access::permit::<actions::RevealIdentity>(subject, &loaded.row.facts).is_ok(),
        staff: people::names(tx, users)?,
        clocks,
        timeline: timeline::of_petition(state, &events, &names, !internal),
        names,
        views,
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        agency: mandate::agency(tx, state, ctx.now())?,
        days: days_between(state.received_at, ctx.now()),
        row: loaded.row,
        state: loaded.state,
    })
}
