//! A mediation as its committee and its mediators read it.

use domain::{
    access::{
        self, Subject,
        actions::{ArrangeMediation, HoldMediation, ReadMatter, ReadMediation},
    },
    case::CaseKind,
    deadline::{Clock, Derivation},
    mediation::{self, CommandKind, Mediation},
    people::Role,
};
use kernel::{CaseId, CaseNumber, Ctx, Refusal};
use store::{Tx, params};

use super::seat;
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, Possible, View},
    organisation,
    oversight::clocks_of,
    people,
    petition::{self, Identity, MaskedIdentity},
    timeline::{self, Item, Names},
};

/// A mediation with the names around it and what the reader may do.
#[derive(Debug, Clone)]
pub struct MediationView {
    /// The row.
    pub row: MatterRow,
    /// The mediation.
    pub state: Mediation,
    /// Each party, masked, with her own number and whether a code was given out.
    pub parties: Vec<(MaskedIdentity, Option<(CaseNumber, bool)>)>,
    /// What the reader may do now.
    pub allowed: Vec<Possible<Mediation>>,
    /// Whether she may give out numbers and codes.
    pub may_issue: bool,
    /// Whether she may open the parties' contacts.
    pub may_reveal: bool,
    /// Whether she may open the matter it came from.
    pub case_opens: bool,
    /// Who can be named: mediators of the committee who had no part.
    pub mediators: Vec<people::Colleague>,
    /// Its clocks.
    pub clocks: Vec<(Clock, Derivation)>,
    /// What happened, newest first.
    pub timeline: Vec<Item>,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
}

impl MediationView {
    /// Whether the reader may give a command of this kind.
    #[must_use]
    pub fn may(&self, kind: CommandKind) -> bool {
        self.allowed.iter().any(|one| one.row.command == kind)
    }
}

/// Opens a mediation; whoever opens it is on record.
///
/// # Errors
/// `not-permitted`.
pub fn view(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<MediationView, Error> {
    matter::look_for::<ReadMediation>(tx, ctx, subject, id)?;
    let loaded = matter::open::<Mediation>(tx, id)?;
    let region = loaded.row.region.clone();
    let terms = matter::terms(kit, &loaded.state);
    let events = matter::history::<mediation::Fact>(tx, &region, id)?;
    let names = organisation::called(tx, [loaded.state.opened.committee])?;
    let mut parties = vec![];
    for party in &loaded.state.parties {
        let who = petition::masked(tx, &kit.keys, &region, party.entered.person)?;
        parties.push((who, seat::number(tx, id, party.no)?));
    }
    let mut mediators = people::with_role(tx, loaded.state.opened.committee, Role::Mediator, ctx.today())?;
    mediators.retain(|one| mediation::rules::nobody_involved(&loaded.state, one.id).is_ok());
    let users = timeline::users_in(&events).into_iter().chain(loaded.state.hands());
    let case_opens = match &loaded.state.opened.case {
        Some((case, _)) => {
            let row = matter::find_by_id(tx, *case)?;
            row.is_some_and(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok())
        }
        None => false,
    };
    let may_issue = access::permit::<ArrangeMediation>(subject, &loaded.row.facts).is_ok();
    Ok(MediationView {
        may_reveal: may_issue || access::permit::<HoldMediation>(subject, &loaded.row.facts).is_ok(),
        may_issue,
        case_opens,
        mediators,
        parties,
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        clocks: clocks_of(&loaded.state.clocks, &terms),
        timeline: timeline::of_mediation(&loaded.state, &events, &names, None),
        staff: people::names(tx, users)?,
        names,
        row: loaded.row,
        state: loaded.state,
    })
}

/// A party's contacts in full.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Which party.
    pub no: u16,
    /// Who.
    pub identity: Identity,
}

/// The parties' names, telephones and addresses, for whoever calls them together; each look is on record.
///
/// # Errors
/// `not-permitted`.
pub fn contacts(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Vec<Contact>, Error> {
    let loaded = matter::open::<Mediation>(tx, id)?;
    let arranges = access::permit::<ArrangeMediation>(subject, &loaded.row.facts).map(|permit| permit.actor());
    let actor = arranges.or_else(|_| access::permit::<HoldMediation>(subject, &loaded.row.facts).map(|p| p.actor()))?;
    let (user, org) = actor.user().zip(actor.org()).ok_or_else(Refusal::not_permitted)?;
    let seen = View { id: ctx.new_id(), at: ctx.now(), user, org, seen: "identity".into(), reason: None };
    matter::looked(tx, &loaded.row.region, id, &seen)?;
    let mut all = vec![];
    for party in &loaded.state.parties {
        let identity = petition::identity(tx, kit, &loaded.row.region, party.entered.person)?;
        all.push(Contact { no: party.no, identity });
    }
    Ok(all)
}

/// The mediations that came from a case, for the page of that case: number, stage and who mediates; what was said is not among it.
///
/// # Errors
/// When the database fails.
pub fn of_case(tx: &mut Tx, region: &str, case: CaseId) -> Result<Vec<MatterRow>, Error> {
    let sql = "SELECT mediation FROM mediation_seat WHERE region = $1 AND seat = $2 ORDER BY mediation";
    let ids: Vec<CaseId> = tx.query(sql, params![region, case], |row| row.get(0))?;
    let mut rows = vec![];
    for id in ids {
        rows.extend(matter::find_by_id(tx, id)?.filter(|row| row.kind() == CaseKind::Mediation));
    }
    Ok(rows)
}
