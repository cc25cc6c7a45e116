//! A case that rises and whose unit is supervised. A new kind of case joins by implementing it and being named in
//! [`super::look`].

use domain::{
    deadline::{Clock, OwedBy},
    escalation::{Rising, Step},
    lifecycle::{Ask, Governed},
    petition::{self, Petition, Procedure},
    review::{self, Review},
    suggestion::{self, Suggestion},
    supervision::Notice,
    work_order::{self, WorkOrder},
};
use kernel::{CaseNumber, OrgId, Text, UserId};

use crate::{kit::Terms, matter::Listed};

/// What the rules need of a case.
pub trait Overseen: Listed + Governed<Command: Ask<Of = Self>> + Rising {
    /// A step of rising as its own command; `None` for what never rises.
    fn step(step: Step) -> Option<Self::Command>;

    /// A notice of supervision as its own command.
    fn note(notice: Notice) -> Self::Command;

    /// Its number.
    fn case_number(&self) -> &CaseNumber;

    /// Its line.
    fn line(&self) -> &Text<120>;

    /// Who finds its way: answers for what is owed before a unit has it.
    fn desk(&self) -> OrgId;

    /// Who handles it.
    fn handled_by(&self) -> Option<UserId>;

    /// The common superior that decides a dispute about it, while there is one.
    fn decides(&self) -> Option<OrgId> {
        None
    }

    /// Who owes what a clock measures.
    fn owes(&self, clock: &Clock, terms: &Terms) -> OrgId {
        match terms.clocks().get(clock.def.as_str()).map(|def| def.owed_by) {
            Some(OwedBy::Bureau) => self.desk(),
            Some(OwedBy::Superior) => self.decides().unwrap_or_else(|| self.in_hand()),
            _ => self.in_hand(),
        }
    }
}

impl Overseen for Petition {
    fn step(step: Step) -> Option<petition::Command> {
        Some(petition::Command::Rise(step))
    }

    fn note(notice: Notice) -> petition::Command {
        petition::Command::NoteSupervision(Box::new(notice))
    }

    fn case_number(&self) -> &CaseNumber {
        &self.number
    }

    fn line(&self) -> &Text<120> {
        &self.title
    }

    fn desk(&self) -> OrgId {
        self.bureau
    }

    fn handled_by(&self) -> Option<UserId> {
        self.handler()
    }

    fn decides(&self) -> Option<OrgId> {
        match &self.procedure {
            Procedure::Disputed { superior, .. } => Some(*superior),
            _ => None,
        }
    }
}

impl Overseen for WorkOrder {
    fn step(step: Step) -> Option<work_order::Command> {
        Some(work_order::Command::Rise(step))
    }

    fn note(notice: Notice) -> work_order::Command {
        work_order::Command::NoteSupervision(Box::new(notice))
    }

    fn case_number(&self) -> &CaseNumber {
        &self.number
    }

    fn line(&self) -> &Text<120> {
        &self.title
    }

    fn desk(&self) -> OrgId {
        self.centre
    }

    fn handled_by(&self) -> Option<UserId> {
        self.handler()
    }
}

impl Overseen for Suggestion {
    fn step(_: Step) -> Option<suggestion::Command> {
        None
    }

    fn note(notice: Notice) -> suggestion::Command {
        suggestion::Command::NoteSupervision(Box::new(notice))
    }

    fn case_number(&self) -> &CaseNumber {
        &self.number
    }

    fn line(&self) -> &Text<120> {
        &self.title
    }

    fn desk(&self) -> OrgId {
        self.bureau
    }

    fn handled_by(&self) -> Option<UserId> {
        self.handler()
    }
}

/// Its office owes the decision, the first body its file. It does not rise: whoever stands above is asked by a recheck.
impl Overseen for Review {
    fn step(_: Step) -> Option<review::Command> {
        None
    }

    fn note(notice: Notice) -> review::Command {
        review::Command::NoteSupervision(Box::new(notice))
    }

    fn case_number(&self) -> &CaseNumber {
        &self.number
    }

    fn line(&self) -> &Text<120> {
        &self.title
    }

    fn desk(&self) -> OrgId {
        self.office
    }

    fn handled_by(&self) -> Option<UserId> {
        self.examination().map(|examination| examination.examiner)
    }

    fn owes(&self, clock: &Clock, _: &Terms) -> OrgId {
        if clock.def == "REVIEW_FILE_5WD" { self.unit } else { self.office }
    }
}
