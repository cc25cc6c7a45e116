//! A suggestion as its office reads it, and as she follows it.

use std::collections::BTreeSet;

use domain::{
    access::{self, Field, Fields, Subject, actions},
    deadline::{Clock, Derivation},
    document::Sheet,
    suggestion::{Fact, Suggestion},
};
use kernel::{Ctx, OrgId};
use store::Tx;

use crate::{
    document,
    error::Error,
    kit::{Kit, Terms},
    matter::{self, Loaded, Looked, MatterRow, Possible, View},
    organisation, people,
    petition::{Access, MaskedIdentity, masked},
    timeline::{self, Item, Names},
};

/// Everything the page of a suggestion says.
#[derive(Debug, Clone)]
pub struct SuggestionView {
    /// The row.
    pub row: MatterRow,
    /// The state.
    pub state: Suggestion,
    /// What the reader may see.
    pub fields: Fields,
    /// Who proposes, masked.
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
    /// The reply in force, or the draft as it would be printed; for the desk.
    pub letter: Option<Sheet>,
    /// What the reader can do now.
    pub allowed: Vec<Possible<Suggestion>>,
}

/// The page for `subject`, who has [`matter::look`]ed.
///
/// # Errors
/// `not-permitted`, also when the case is no suggestion.
pub fn open_suggestion(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    looked: &Looked,
) -> Result<SuggestionView, Error> {
    let loaded = matter::open::<Suggestion>(tx, looked.row().id())?;
    let permit = access::permit::<actions::ReadMatter>(subject, &loaded.row.facts)?;
    let for_her = !permit.shows(Field::InternalNotes);
    view(tx, kit, ctx, subject, loaded, permit.fields(), for_her)
}

/// The page for herself.
///
/// # Errors
/// `not-permitted` when it does not exist.
pub fn track_suggestion(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access) -> Result<SuggestionView, Error> {
    let loaded = matter::open::<Suggestion>(tx, access.case())?;
    let subject = Subject::Petitioner(access.case());
    let permit = access::permit::<actions::ReadMatter>(&subject, &loaded.row.facts)?;
    view(tx, kit, ctx, &subject, loaded, permit.fields(), true)
}

fn view(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    loaded: Loaded<Suggestion>,
    fields: Fields,
    for_her: bool,
) -> Result<SuggestionView, Error> {
    let (state, region) = (&loaded.state, loaded.row.region.clone());
    let terms = matter::terms(kit, state);
    let events = matter::history::<Fact>(tx, &region, state.id)?;
    let may_see_log = access::permit::<actions::ReadViewLog>(subject, &loaded.row.facts).is_ok();
    let logged = may_see_log || fields.shows(Field::ViewLog);
    let views = if logged { matter::views(tx, &region, state.id, 50)? } else { vec![] };
    let mut orgs = orgs_of(state);
    orgs.extend(events.iter().filter_map(|event| event.actor.org()));
    orgs.extend(views.iter().map(|view| view.org));
    let mut users = timeline::users_in(&events);
    users.extend(state.handler());
    users.extend(state.agent);
    users.extend(views.iter().map(|view| view.user));
    let names = organisation::called(tx, orgs)?;
    let masked_too = fields.shows(Field::IdentityMasked) || fields.shows(Field::IdentityFull);
    let petitioner = masked_too.then(|| masked(tx, &kit.keys, &region, state.petitioner)).transpose()?;
    let letter = if for_her { None } else { document::reply_sheet(tx, kit, ctx, &region, state)? };
    Ok(SuggestionView {
        fields,
        petitioner,
        staff: people::names(tx, users)?,
        clocks: explained(state, &terms),
        timeline: timeline::of_suggestion(state, &events, &names, for_her),
        names,
        views,
        letter,
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        row: loaded.row,
        state: loaded.state,
    })
}

fn orgs_of(state: &Suggestion) -> BTreeSet<OrgId> {
    let mut orgs: BTreeSet<OrgId> = state.hops.iter().flat_map(|hop| [hop.from, hop.to]).collect();
    orgs.extend([state.bureau, state.holder(), state.turn()]);
    orgs.extend(state.items().iter().map(|item| item.intended.unit));
    let drafted = state.draft().into_iter().flat_map(|draft| &draft.answers);
    orgs.extend(drafted.flat_map(|answer| answer.items.iter().map(|item| item.unit)));
    orgs
}

fn explained(state: &Suggestion, terms: &Terms) -> Vec<(Clock, Derivation)> {
    let of = |clock: &Clock| {
        let def = terms.clocks().get(clock.def.as_str())?;
        Some((clock.clone(), clock.derivation(def, terms.calendar())))
    };
    let mut clocks: Vec<_> = state.clocks.iter().filter_map(of).collect();
    clocks.sort_by_key(|(clock, _)| (!clock.is_open(), clock.due_at));
    clocks
}
