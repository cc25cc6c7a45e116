//! A supervision as its page shows it, to the supervising side and to the unit.

use domain::{
    access::{Subject, actions::ReadSupervision, permit},
    deadline::{Clock, Derivation},
    supervision::{Fact, Supervision},
};
use kernel::{CaseId, Ctx, UserId};
use store::Tx;

use super::supervise;
use crate::{
    error::Error,
    kit::{Kit, Terms},
    matter::{self, MatterRow, Possible},
    organisation, people,
    timeline::{self, Item, Names},
};

/// A supervision with everything its page says.
#[derive(Debug, Clone)]
pub struct SupervisionView {
    /// The row.
    pub row: MatterRow,
    /// The supervision.
    pub state: Supervision,
    /// What the reader may do now.
    pub allowed: Vec<Possible<Supervision>>,
    /// Its clocks, open ones first.
    pub clocks: Vec<(Clock, Derivation)>,
    /// What happened, newest first.
    pub timeline: Vec<Item>,
    /// Names of organisations.
    pub names: Names,
    /// Names of people who signed, answered and verified.
    pub staff: std::collections::HashMap<UserId, String>,
    /// How many verify, at least.
    pub verifiers: u32,
    /// The case may be opened by the reader.
    pub may_open_case: bool,
}

/// Opens a supervision.
///
/// # Errors
/// `not-permitted`.
pub fn open_supervision(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
) -> Result<SupervisionView, Error> {
    let loaded = matter::open::<Supervision>(tx, id)?;
    permit::<ReadSupervision>(subject, &loaded.row.facts)?;
    let terms = matter::terms(kit, &loaded.state);
    let events = matter::history::<Fact>(tx, &loaded.row.region, id)?;
    let mut orgs = vec![loaded.state.issuer, loaded.state.unit];
    orgs.extend(loaded.state.rungs.iter().filter_map(|rung| rung.competent));
    let names = organisation::called(tx, orgs)?;
    let mut users = timeline::users_in(&events);
    users.extend(loaded.state.sheets.iter().flat_map(|sheet| sheet.finding.verifiers.iter().copied()));
    let case = matter::facts_of(tx, loaded.state.case)?;
    Ok(SupervisionView {
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        clocks: clocks_of(&loaded.state.clocks, &terms),
        timeline: timeline::of_supervision(&loaded.state, &events, &names),
        staff: people::names(tx, users)?,
        names,
        verifiers: kit.oversight(&loaded.state.division, kernel::beijing_date(loaded.state.opened_at)).verifiers,
        may_open_case: case.is_some_and(|facts| permit::<domain::access::actions::ReadMatter>(subject, &facts).is_ok()),
        row: loaded.row,
        state: loaded.state,
    })
}

/// The supervisions of a case that the reader may see: what the page of the case shows.
///
/// # Errors
/// When the database fails.
pub fn of_case(tx: &mut Tx, subject: &Subject, region: &str, case: CaseId) -> Result<Vec<Supervision>, Error> {
    let all = supervise::of_case(tx, region, case)?;
    let seen = all.into_iter().filter(|one| permit::<ReadSupervision>(subject, &one.row.facts).is_ok());
    Ok(seen.map(|one| one.state).collect())
}

pub(crate) fn clocks_of(clocks: &[Clock], terms: &Terms) -> Vec<(Clock, Derivation)> {
    let mut all: Vec<(Clock, Derivation)> = clocks
        .iter()
        .filter_map(|clock| {
            let def = terms.clocks().get(clock.def.as_str())?;
            Some((clock.clone(), clock.derivation(def, terms.calendar())))
        })
        .collect();
    all.sort_by_key(|(clock, _)| (!clock.is_open(), clock.due_at));
    all
}
