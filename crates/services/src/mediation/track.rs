//! A mediation as one of its parties reads it: everything that every party reads, and of separate talks only her own.

use domain::{
    deadline::{Clock, Derivation},
    lifecycle::Governed as _,
    mediation::{self, CommandKind, Mediation, SessionHeld},
    transition::Who,
};
use kernel::{CaseId, Refusal};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    matter, organisation,
    oversight::clocks_of,
    people,
    petition::{Access, masked},
    timeline::{self, Item},
};

/// What a party reads.
#[derive(Debug, Clone)]
pub struct PartyView {
    /// The mediation without what is not hers: talks of others, and the people who had a part before.
    pub state: Mediation,
    /// Which party she is.
    pub no: u16,
    /// Her own name, masked, so that she knows it is hers.
    pub name: String,
    /// The talks in which she sat.
    pub sessions: Vec<SessionHeld>,
    /// Who mediates, by name, once somebody was named.
    pub mediator: Option<String>,
    /// Who works at it.
    pub committee: String,
    /// Its telephone.
    pub phone: Option<String>,
    /// What happened, newest first.
    pub timeline: Vec<Item>,
    /// Its clocks.
    pub clocks: Vec<(Clock, Derivation)>,
    /// What she can do now.
    pub allowed: Vec<CommandKind>,
}

/// The mediations in which `access` has a seat, oldest first.
///
/// # Errors
/// When the database fails.
pub fn seats(tx: &mut Tx, access: &Access) -> Result<Vec<CaseId>, Error> {
    let sql = "SELECT mediation FROM mediation_seat WHERE region = $1 AND seat = $2 ORDER BY mediation";
    Ok(tx.query(sql, params![access.region(), access.case()], |row| row.get(0))?)
}

/// Her page.
///
/// # Errors
/// `not-permitted` when she has no seat in it.
pub fn track(tx: &mut Tx, kit: &Kit, access: &Access, id: CaseId) -> Result<PartyView, Error> {
    let loaded = matter::load::<Mediation>(tx, access.region(), id)?.ok_or_else(Refusal::not_permitted)?;
    let mut state = loaded.state;
    let party = state.party_of(access.case()).ok_or_else(Refusal::not_permitted)?.clone();
    let terms = matter::terms(kit, &state);
    let events = matter::history::<mediation::Fact>(tx, access.region(), id)?;
    let names = organisation::called(tx, [state.opened.committee])?;
    let lead = state.mediator.map(|(user, _)| user);
    let staff = people::names(tx, lead)?;
    let timeline = timeline::of_mediation(&state, &events, &names, Some(party.no));
    let allowed = allowed(&state, party.no);
    let sessions: Vec<SessionHeld> = state.sessions_of(party.no).cloned().collect();
    state.sessions.clone_from(&sessions);
    state.barred.clear();
    state.risks.clear();
    state.notes.clear();
    Ok(PartyView {
        no: party.no,
        name: masked(tx, &kit.keys, access.region(), party.entered.person)?.name,
        mediator: lead.and_then(|user| staff.get(&user).cloned()),
        committee: names.get(&state.opened.committee).cloned().unwrap_or_default(),
        phone: organisation::phone(tx, state.opened.committee)?,
        clocks: clocks_of(&state.clocks, &terms),
        sessions,
        timeline,
        allowed,
        state,
    })
}

/// What the table leaves a party at this stage, without what she said already.
fn allowed(state: &Mediation, party: u16) -> Vec<CommandKind> {
    let said = state.party(party).is_some_and(|party| party.consent.is_some());
    let wants = state.confirmation.wanted.iter().any(|(no, _)| *no == party);
    let mut hers = state.sessions_of(party).map(|held| held.confirmed.iter().any(|(no, _)| *no == party));
    let unconfirmed = hers.any(|confirmed| !confirmed);
    let open = |kind: CommandKind| match kind {
        CommandKind::Consent | CommandKind::Refuse => !said,
        CommandKind::WantConfirmation => !wants,
        CommandKind::ConfirmMinutes => unconfirmed,
        CommandKind::AskOther => state.mediator.is_some() && state.asked_other.is_none(),
        _ => true,
    };
    let rows = state.allowed_now().filter(|row| row.who.contains(&Who::Party) && open(row.command));
    rows.map(|row| row.command).collect()
}
