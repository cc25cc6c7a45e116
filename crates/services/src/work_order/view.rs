//! The work order's pages: for the desk, and for the person with number and code.

use domain::{
    access::{self, Field, Fields, Subject, actions},
    deadline::{Clock, Derivation},
    work_order::{Fact, WorkOrder},
};
use kernel::Ctx;
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    mandate::{self, AgencyView},
    matter::{self, Loaded, Looked, MatterRow, View},
    organisation, people,
    petition::{Access, MaskedIdentity, masked},
    timeline::{self, Item, Names},
};

/// Everything the order's page says.
#[derive(Debug, Clone)]
pub struct OrderView {
    /// The row.
    pub row: MatterRow,
    /// The state.
    pub state: WorkOrder,
    /// What the reader may see.
    pub fields: Fields,
    /// The person, masked.
    pub petitioner: Option<MaskedIdentity>,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
    /// Clocks with their reasons, open ones first.
    pub clocks: Vec<(Clock, Derivation)>,
    /// The record, newest first.
    pub timeline: Vec<Item>,
    /// Who looked, when the reader may see it.
    pub views: Vec<View>,
    /// Who acts for her, and what stands against it.
    pub agency: AgencyView,
    /// What the reader can do now.
    pub allowed: Vec<matter::Possible<WorkOrder>>,
}

/// The order's page for `subject`, who has [`matter::look`]ed.
///
/// # Errors
/// `not-permitted`, also when the case is not a work order.
pub fn open_order(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, looked: &Looked) -> Result<OrderView, Error> {
    let loaded = matter::open::<WorkOrder>(tx, looked.row().id())?;
    let permit = access::permit::<actions::ReadMatter>(subject, &loaded.row.facts)?;
    let for_her = !permit.shows(Field::InternalNotes);
    view(tx, kit, ctx, subject, loaded, permit.fields(), for_her)
}

/// The order's page for the person herself.
///
/// # Errors
/// `not-permitted` when it does not exist.
pub fn track_order(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access) -> Result<OrderView, Error> {
    let loaded = matter::open::<WorkOrder>(tx, access.case())?;
    let subject = Subject::Petitioner(access.case());
    let permit = access::permit::<actions::ReadMatter>(&subject, &loaded.row.facts)?;
    view(tx, kit, ctx, &subject, loaded, permit.fields(), true)
}

fn view(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    loaded: Loaded<WorkOrder>,
    fields: Fields,
    for_her: bool,
) -> Result<OrderView, Error> {
    let state = &loaded.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    let events = matter::history::<Fact>(tx, &loaded.row.region, state.id)?;
    let mut orgs: std::collections::BTreeSet<_> = state.hops.iter().map(|hop| hop.to).collect();
    orgs.extend(state.leadership.meetings.iter().map(|said| said.owner));
    orgs.extend([state.centre, state.holder(), state.turn()]);
    orgs.extend(state.rises.orgs());
    orgs.extend(events.iter().filter_map(|event| event.actor.org()));
    let mut users = timeline::users_in(&events);
    users.extend(state.handler());
    users.extend(state.agent);
    orgs.extend(state.agent_station);
    orgs.extend(state.agency.mandate.iter().map(|mandate| mandate.org));
    let may_see_log = access::permit::<actions::ReadViewLog>(subject, &loaded.row.facts).is_ok();
    let logged = may_see_log || fields.shows(Field::ViewLog);
    let views = if logged { matter::views(tx, &loaded.row.region, state.id, 50)? } else { vec![] };
    orgs.extend(views.iter().map(|view| view.org));
    users.extend(views.iter().map(|view| view.user));
    let names = organisation::called(tx, orgs)?;
    let masked_too = fields.shows(Field::IdentityMasked) || fields.shows(Field::IdentityFull);
    let petitioner = masked_too.then(|| masked(tx, &kit.keys, &loaded.row.region, state.petitioner)).transpose()?;
    let mut clocks: Vec<(Clock, Derivation)> = state
        .clocks
        .iter()
        .filter_map(|clock| {
            let def = terms.clocks().get(clock.def.as_str())?;
            Some((clock.clone(), clock.derivation(def, terms.calendar())))
        })
        .collect();
    clocks.sort_by_key(|(clock, _)| (!clock.is_open(), clock.due_at));
    Ok(OrderView {
        fields,
        petitioner,
        staff: people::names(tx, users)?,
        clocks,
        timeline: timeline::of_order(state, &events, &names, for_her),
        names,
        views,
        agency: mandate::order_agency(tx, state, ctx.now())?,
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        row: loaded.row,
        state: loaded.state,
    })
}
