//! What the record of a matter says of the clusters it belongs to. Belonging to one changes nothing else: number, clocks and
//! answer stay its own.

use kernel::{CaseId, CaseNumber, Message};

use super::model::{Note, Noted};
use crate::{
    lifecycle::Aggregate,
    petition::{self, Petition},
    work_order::{self, WorkOrder},
};

/// A life cycle whose matters can belong to a cluster.
pub trait Gathered: Aggregate {
    /// The clusters that the matter belongs to now.
    fn clusters(&self) -> &[(CaseId, CaseNumber)];

    /// The fact that something was noted.
    fn noted(note: Note) -> Self::Fact;
}

impl Gathered for Petition {
    fn clusters(&self) -> &[(CaseId, CaseNumber)] {
        &self.clusters
    }

    fn noted(note: Note) -> petition::Fact {
        petition::Fact::ClusterNoted(Box::new(note))
    }
}

impl Gathered for WorkOrder {
    fn clusters(&self) -> &[(CaseId, CaseNumber)] {
        &self.clusters
    }

    fn noted(note: Note) -> work_order::Fact {
        work_order::Fact::ClusterNoted(Box::new(note))
    }
}

/// The state after a note.
pub(crate) fn apply(clusters: &mut Vec<(CaseId, CaseNumber)>, note: &Note) {
    match note.what {
        Noted::Joined => clusters.push((note.cluster, note.number.clone())),
        Noted::Left => clusters.retain(|(cluster, _)| *cluster != note.cluster),
        Noted::Told | Noted::Closed => {}
    }
}

/// The sentence of a note; what was told stands beside it.
pub(crate) fn said(message: Message, note: &Note) -> Message {
    message.with("what", note.what.key()).with("number", &note.number)
}
