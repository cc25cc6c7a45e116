//! Who does a step, and with which words.

mod order;
mod petition;

use domain::{access::Subject, people::Role};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, OrgId, Refusal, Text};
use services::{Error, Kit};
use store::Tx;

use super::{cast::Cast, place::Place, plan::Step, texts::Matter};

/// Everything on the stage.
pub(super) struct Scene {
    pub(super) kit: Kit,
    pub(super) place: Place,
    pub(super) cast: Cast,
    pub(super) matters: Vec<Matter>,
}

impl Scene {
    /// Takes one step of the matter `index`; the id of a matter that was born by it.
    ///
    /// # Errors
    /// What a rule refuses: plans cross, as people's do.
    pub(super) fn perform(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        index: usize,
        id: Option<CaseId>,
        step: Step,
    ) -> Result<Option<CaseId>, Error> {
        let matter = &self.matters[index];
        match (step, id) {
            (Step::Register(from), None) => self.register(tx, ctx, matter, from).map(Some),
            (Step::Receive, None) => self.receive(tx, ctx, matter).map(Some),
            (_, None) => Err(nobody()),
            // It is hers to ask that her matter becomes a petition; from here on the story is the petition's.
            (Step::Convert, Some(id)) => {
                let born = services::work_order::convert(tx, &self.kit, ctx, &Subject::Petitioner(id), id)?;
                Ok(Some(born.id))
            }
            (step, Some(id)) if is_of_an_order(step) => self.order(tx, ctx, matter, id, step).map(|()| None),
            (step, Some(id)) => self.petition(tx, ctx, matter, id, step).map(|()| None),
        }
    }

    /// Whoever sits at the desk of a bureau or station.
    fn desk(&self, org: OrgId, nth: usize, at: Timestamp) -> Result<Subject, Refusal> {
        let officer = self.cast.subject(org, Role::BureauOfficer, nth, at);
        officer.or_else(|| self.cast.subject(org, Role::StationLead, 0, at)).ok_or_else(Refusal::not_permitted)
    }

    /// The officer of a bureau; at a station, where there is none, the system.
    fn officer(&self, org: OrgId, at: Timestamp) -> Subject {
        self.cast.subject(org, Role::BureauOfficer, 0, at).unwrap_or(Subject::System)
    }

    /// Somebody of an organisation.
    fn of(&self, org: OrgId, role: Role, nth: usize, at: Timestamp) -> Result<Subject, Refusal> {
        self.cast.subject(org, role, nth, at).ok_or_else(Refusal::not_permitted)
    }

    /// The organisation of the matter's county that a word names.
    fn county(&self, matter: &Matter, word: &str) -> Result<OrgId, Refusal> {
        self.place.org(&matter.county, word).ok_or_else(Refusal::not_permitted)
    }
}

/// A step that nobody can take: its plan crossed with another.
fn nobody() -> Error {
    Refusal::not_permitted().into()
}

fn is_of_an_order(step: Step) -> bool {
    use Step as S;
    matches!(
        step,
        S::Answer
            | S::Redirect
            | S::Dispatch
            | S::OrderObject
            | S::OrderKeep
            | S::OrderOther
            | S::Claim
            | S::OrderContact
            | S::OrderExtend
            | S::Reply
            | S::Done
            | S::FollowUp(_)
            | S::Escalate
            | S::OrderClose
            | S::OrderRate(_)
    )
}

/// One of several ways to say it, the same each time for the same matter.
fn say<const MAX: usize>(matter: &Matter, ways: &[&str]) -> Result<Text<MAX>, Refusal> {
    Text::parse("text", ways[matter.index % ways.len()])
}
