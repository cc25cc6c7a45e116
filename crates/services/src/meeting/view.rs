//! A meeting as its page shows it.

use std::collections::{BTreeSet, HashMap};

use domain::{
    access::{
        self, Subject,
        actions::{ReadMatter, ReadMeeting},
        permit,
    },
    deadline::{Clock, Derivation},
    meeting::{CommandKind, Fact, Meeting},
};
use kernel::{CaseId, Ctx, OrgId, UserId};
use store::Tx;

use crate::{
    auth,
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, Possible},
    organisation,
    oversight::clocks_of,
    people,
    timeline::{self, Item, Names},
};

/// A meeting with the names around it and what the reader may do.
#[derive(Debug, Clone)]
pub struct MeetingView {
    /// The row.
    pub row: MatterRow,
    /// The meeting.
    pub state: Meeting,
    /// What the reader may do now.
    pub allowed: Vec<Possible<Meeting>>,
    /// The organisations for which she acts.
    pub orgs: Vec<OrgId>,
    /// The matters on the agenda that she may open.
    pub readable: BTreeSet<CaseId>,
    /// Its clocks.
    pub clocks: Vec<(Clock, Derivation)>,
    /// What happened, newest first.
    pub timeline: Vec<Item>,
    /// Names of organisations.
    pub names: Names,
    /// Names of people.
    pub staff: HashMap<UserId, String>,
}

impl MeetingView {
    /// Whether the reader may give a command of this kind.
    #[must_use]
    pub fn may(&self, kind: CommandKind) -> bool {
        self.allowed.iter().any(|one| one.row.command == kind)
    }
}

/// Opens a meeting.
///
/// # Errors
/// `not-permitted`.
pub fn open(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<MeetingView, Error> {
    let loaded = matter::open::<Meeting>(tx, id)?;
    permit::<ReadMeeting>(subject, &loaded.row.facts)?;
    let terms = matter::terms(kit, &loaded.state);
    let events = matter::history::<Fact>(tx, &loaded.row.region, id)?;
    let orgs = loaded.state.units().into_iter().chain([loaded.state.called.office]);
    let names = organisation::called(tx, orgs)?;
    let mut readable = BTreeSet::new();
    for (case, _) in loaded.state.items.iter().filter_map(|item| item.case.as_ref()) {
        let row = matter::find_by_id(tx, *case)?;
        readable.extend(row.filter(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok()).map(|_| *case));
    }
    Ok(MeetingView {
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        orgs: auth::orgs_of(subject),
        readable,
        clocks: clocks_of(&loaded.state.clocks, &terms),
        timeline: timeline::of_meeting(&loaded.state, &events, &names),
        staff: people::names(tx, timeline::users_in(&events))?,
        names,
        row: loaded.row,
        state: loaded.state,
    })
}
