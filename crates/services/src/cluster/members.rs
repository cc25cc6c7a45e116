//! The matters of a cluster, one by one: 逐户落实. Whether a matter is answered is what its own record says.

use std::collections::HashMap;

use domain::{
    access::{self, Subject, actions::ReadMatter},
    case::{CaseKind, Resolution},
    cluster::{Cluster, Member},
    deadline::Due,
};
use jiff::Timestamp;
use kernel::{CaseId, Fault, OrgId};
use store::{Filter, Tx};

use crate::matter::{COLUMNS, MatterRow};

/// How one matter of a cluster stands.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberState {
    /// As the cluster knows it.
    pub member: Member,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// Where it stands.
    pub stage: String,
    /// Whose turn it is.
    pub turn: OrgId,
    /// It has an answer of its own, or ended without one: withdrawn, not accepted.
    pub answered: bool,
    /// The substance axis, by name.
    pub resolution: String,
    /// What is due next.
    pub due: Option<Due>,
    /// The reader may open it.
    pub readable: bool,
}

/// The matters of a cluster in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All that belong to it now.
    pub all: u32,
    /// Those without an answer of their own.
    pub unanswered: u32,
    /// Those of which the person herself said that it is solved.
    pub confirmed: u32,
}

/// The matters that belong to it now, in the order in which they came, and the figures. One query, however many they are.
///
/// # Errors
/// When the database fails.
pub fn members(tx: &mut Tx, subject: &Subject, state: &Cluster) -> Result<(Vec<MemberState>, Tally), Fault> {
    let mut filter = Filter::new();
    filter.is_in("m.id", state.current().map(|member| member.case));
    let sql = format!("SELECT {COLUMNS}, m.answered_at FROM matter m WHERE {}", filter.sql());
    let rows = tx.query(&sql, filter.params(), |row| {
        let answered: Option<Timestamp> = row.get("answered_at")?;
        Ok((MatterRow::read(row)?, answered.is_some()))
    })?;
    let mut found: HashMap<CaseId, _> = rows.into_iter().map(|(row, answered)| (row.id(), (row, answered))).collect();
    let (mut all, mut tally) = (vec![], Tally::default());
    for member in state.current() {
        let Some((row, answered)) = found.remove(&member.case) else { continue };
        let answered = answered || row.is_over;
        tally.all += 1;
        tally.unanswered += u32::from(!answered);
        tally.confirmed += u32::from(row.resolution == Resolution::ResolvedConfirmed.name());
        all.push(MemberState {
            member: member.clone(),
            kind: row.kind(),
            readable: access::permit::<ReadMatter>(subject, &row.facts).is_ok(),
            turn: row.turn,
            answered,
            stage: row.stage,
            resolution: row.resolution,
            due: row.due,
        });
    }
    Ok((all, tally))
}
