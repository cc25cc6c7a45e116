//! What the state says when asked: stage, who has it, whose turn it is, what is in force.

use jiff::Timestamp;
use kernel::{OrgId, UserId};

use super::model::{Dispatch, FinalityProposal, Handling, Opinion, Petition, Procedure, Served, Stage};
use crate::{
    agency::{Inquiry, Mode},
    case::{
        Assistance, CaseKind, Channel, Claim, DispatchKind, Grade, MatterType, Rating, RatingTarget, Resolution,
        StatutoryRoute,
    },
    deadline::Clock,
    escalation::{Rises, Rising, Sign, Trigger},
    execution::Item,
    mandate::{Ended, MandateEnd},
    settings::Settings,
};

impl Procedure {
    /// Where the matter stands, or stood when it was archived.
    #[must_use]
    pub fn at_rest(&self) -> &Self {
        match self {
            Self::Archived { was, .. } => was.at_rest(),
            other => other,
        }
    }
}

impl Petition {
    /// The stage without its data.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.procedure {
            Procedure::Registered { .. } => Stage::Registered,
            Procedure::NotAccepted { .. } => Stage::NotAccepted,
            Procedure::NoMoreAccepted { .. } => Stage::NoMoreAccepted,
            Procedure::ReportedUp { .. } => Stage::ReportedUp,
            Procedure::Forwarded(_) => Stage::Forwarded,
            Procedure::Objected { .. } => Stage::Objected,
            Procedure::Disputed { .. } => Stage::Disputed,
            Procedure::Routed { .. } => Stage::Routed,
            Procedure::Handling(handling) => match handling.stage() {
                Stage::Accepted | Stage::Investigating if self.in_mediation().is_some() => Stage::Mediating,
                stage => stage,
            },
            Procedure::OpinionIssued { .. } => Stage::OpinionIssued,
            Procedure::Served { .. } if self.is_under_review() => Stage::UnderReview,
            Procedure::Served { .. } => Stage::Served,
            Procedure::Closed { .. } => Stage::Closed,
            Procedure::Settled { .. } => Stage::Settled,
            Procedure::Archived { .. } => Stage::Archived,
            Procedure::Withdrawn { .. } => Stage::Withdrawn,
            Procedure::Moved { .. } => Stage::Moved,
        }
    }

    /// Who has the matter in its hands, or had it last. A unit that objects keeps it, and the contact with her, until it is
    /// decided; access asks this one. Whose move is next says [`Petition::turn`].
    #[must_use]
    pub fn holder(&self) -> OrgId {
        match self.procedure.at_rest() {
            Procedure::Registered { .. }
            | Procedure::NotAccepted { .. }
            | Procedure::NoMoreAccepted { .. }
            | Procedure::Moved { .. } => self.bureau,
            Procedure::ReportedUp { to, .. } => *to,
            Procedure::Withdrawn { .. } => self.unit().unwrap_or(self.bureau),
            _ => self.dispatch().map_or(self.bureau, |dispatch| dispatch.unit),
        }
    }

    /// Whose move is next: an objection waits for whoever sent the matter, a dispute for the common superior.
    #[must_use]
    pub fn turn(&self) -> OrgId {
        match &self.procedure {
            Procedure::Objected { dispatch, .. } => dispatch.from,
            Procedure::Disputed { superior, .. } => *superior,
            _ => self.holder(),
        }
    }

    /// The unit with power that has or had the matter last, if it ever left the bureau.
    #[must_use]
    pub fn unit(&self) -> Option<OrgId> {
        self.hops.iter().rev().find(|hop| hop.kind != DispatchKind::ReportForDecision).map(|hop| hop.to)
    }

    /// Who handles it, once accepted; also after it was closed.
    #[must_use]
    pub fn handler(&self) -> Option<UserId> {
        self.handling().map(|handling| handling.handler)
    }

    /// The handling in force, once accepted; also after it was closed.
    #[must_use]
    pub fn handling(&self) -> Option<&Handling> {
        match self.procedure.at_rest() {
            Procedure::Handling(h)
            | Procedure::OpinionIssued { handling: h, .. }
            | Procedure::Served { handling: h, .. }
            | Procedure::Closed { handling: h, .. }
            | Procedure::Settled { handling: h, .. } => Some(h),
            _ => None,
        }
    }

    /// The dispatch in force.
    #[must_use]
    pub fn dispatch(&self) -> Option<&Dispatch> {
        match self.procedure.at_rest() {
            Procedure::Forwarded(dispatch)
            | Procedure::Objected { dispatch, .. }
            | Procedure::Disputed { dispatch, .. }
            | Procedure::Routed { dispatch, .. } => Some(dispatch),
            _ => self.handling().map(|handling| &handling.dispatch),
        }
    }

    /// The first of two people who say that it was finally answered before, while the second is awaited.
    #[must_use]
    pub fn finality(&self) -> Option<&FinalityProposal> {
        match &self.procedure {
            Procedure::Registered { finality } => finality.as_ref(),
            _ => None,
        }
    }

    /// Whether the unit that has it received it itself, so that there is nobody to return it to (article 23.1).
    #[must_use]
    pub fn is_direct(&self) -> bool {
        self.dispatch().is_some_and(|dispatch| dispatch.from == dispatch.unit)
    }

    /// Whether the unit that has it is the one complained of: it has to give it up (article 28.3).
    #[must_use]
    pub fn is_with_the_respondent(&self) -> bool {
        self.dispatch().is_some_and(|dispatch| self.respondent == Some(dispatch.unit))
    }

    /// Whether an assignment still owes its closing report.
    #[must_use]
    pub fn owes_report(&self) -> bool {
        self.dispatch().is_some_and(|d| d.kind == DispatchKind::AssignWithFeedback && d.closing_report.is_none())
    }

    /// Whether an answer reached her and nobody uninvolved has asked her since how it is (H-09), or a look-back is due.
    #[must_use]
    pub fn awaits_call(&self) -> bool {
        matches!(self.stage(), Stage::Routed | Stage::Served | Stage::Closed | Stage::Settled)
            && (self.asked_at.is_none() || self.look_backs_due().next().is_some())
    }

    /// What the rules of eligibility look at for `agent` of `org`, as she asks for him herself (rules.md 3.2).
    #[must_use]
    pub fn inquiry(&self, agent: UserId, org: Option<OrgId>) -> Inquiry {
        let elsewhere = |claim: &Claim| {
            claim.route.or(claim.proposed).is_some_and(|route| route != StatutoryRoute::PetitionProcedure)
        };
        Inquiry {
            whistleblow: self.matter_type == MatterType::Whistleblow,
            finally_answered: self.stage() == Stage::NoMoreAccepted,
            all_in_legal_channels: self.live_claims().all(elsewhere),
            at_review: matches!(self.stage(), Stage::Served | Stage::UnderReview | Stage::Closed),
            without_guardian: false,
            not_wanted: false,
            unit_complained_of: self.respondent.is_some() && self.respondent == org,
            agent_concerned: self.agency.bars(agent),
        }
    }

    /// The same where she is not asked: an agent whom she sent away does not come back that way.
    #[must_use]
    pub fn inquiry_unasked(&self, agent: UserId, org: Option<OrgId>) -> Inquiry {
        let sent_away = |ended: &Ended| ended.agent == agent && ended.end == MandateEnd::Revoked;
        Inquiry { not_wanted: self.agency.past.iter().any(sent_away), ..self.inquiry(agent, org) }
    }

    /// Who acts for her, or was the last to: access asks this one together with [`Petition::agent_until`].
    #[must_use]
    pub fn last_agent(&self) -> Option<UserId> {
        self.agent.or_else(|| self.agency.past.last().map(|ended| ended.agent))
    }

    /// Who took it down, as access knows it: whoever acted for her and does not any more has lost that too.
    #[must_use]
    pub fn registrar_still(&self) -> Option<UserId> {
        self.registrar.filter(|user| self.agent == Some(*user) || !self.agency.was_agent(*user))
    }

    /// Until when [`Petition::last_agent`] may look: the end of the mandate; while it is missing the day by which it has to be
    /// there; when it ended, that moment. `None` for matters from before mandates were kept.
    #[must_use]
    pub fn agent_until(&self) -> Option<Timestamp> {
        let archived = match &self.procedure {
            Procedure::Archived { at, .. } => Some(*at),
            _ => None,
        };
        match (self.agent, &self.agency.mandate) {
            (Some(_), Some(mandate)) => Some(archived.map_or(mandate.ends_at(), |at| at.min(mandate.ends_at()))),
            (Some(_), None) => {
                let missing = self.clocks.iter().rev().find(|clock| clock.def == "MANDATE_3WD");
                missing.map(|clock| clock.due_at)
            }
            (None, _) => self.agency.past.last().map(|ended| ended.at),
        }
    }

    /// The opinion in force, once signed.
    #[must_use]
    pub fn opinion(&self) -> Option<&Opinion> {
        match self.procedure.at_rest() {
            Procedure::OpinionIssued { opinion, .. }
            | Procedure::Served { opinion, .. }
            | Procedure::Closed { opinion, .. } => Some(opinion),
            _ => None,
        }
    }

    /// How and when the opinion reached her, once it did.
    #[must_use]
    pub fn served(&self) -> Option<&Served> {
        match self.procedure.at_rest() {
            Procedure::Served { served, .. } | Procedure::Closed { served, .. } => Some(served),
            _ => None,
        }
    }

    /// The claims that are answered by themselves.
    pub fn live_claims(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.is_live())
    }

    /// The claim with which `claim` is answered: itself, or the one it was joined to, through however many steps.
    #[must_use]
    pub fn answered_with<'a>(&'a self, claim: &'a Claim) -> &'a Claim {
        let mut at = claim;
        // At most as many steps as there are claims, whatever a log may say.
        for _ in 0..self.claims.len() {
            match at.joined.and_then(|into| self.claims.iter().find(|other| other.id == into)) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The claims that are answered with `claim`, itself left out.
    pub fn joined_to<'a>(&'a self, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
        self.claims.iter().filter(move |other| !other.is_live() && self.answered_with(other).id == claim.id)
    }

    /// Everything that has to be done, with the claim it is done for; what was replaced among it.
    pub fn items(&self) -> impl Iterator<Item = (&Claim, &Item)> {
        self.live_claims().flat_map(|claim| claim.execution.items().iter().map(move |item| (claim, item)))
    }

    /// What is still to be done, the day that comes first first.
    #[must_use]
    pub fn to_be_done(&self) -> Vec<(&Claim, &Item)> {
        let mut open: Vec<_> = self.items().filter(|(_, item)| item.is_open()).collect();
        open.sort_by_key(|(_, item)| item.promise.due);
        open
    }

    /// The units that assist now.
    pub fn assisting(&self) -> impl Iterator<Item = &Assistance> {
        self.assisting.iter().filter(|part| part.is_open())
    }

    /// The substance axis of the whole matter.
    #[must_use]
    pub fn resolution(&self) -> Resolution {
        Resolution::of_all(self.live_claims().map(|claim| claim.resolution))
    }

    /// How often it changed hands between units. The first dispatch is not a change, and nothing ever takes one back.
    #[must_use]
    pub fn hop_count(&self) -> usize {
        let mut units: Vec<OrgId> =
            self.hops.iter().filter(|hop| hop.kind != DispatchKind::ReportForDecision).map(|hop| hop.to).collect();
        units.dedup();
        units.len().saturating_sub(1)
    }

    /// Whether it is a group visit in its jurisdiction (statistics, 2.10); a label of the matter, never of people.
    #[must_use]
    pub fn is_group(&self, settings: &Settings) -> bool {
        self.channel == Channel::Visit && self.headcount as usize >= settings.group_visit_from
    }

    /// The running clock with definition `def`, if one runs.
    #[must_use]
    pub fn running(&self, def: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.def == def && clock.is_running())
    }

    /// The rating of one target.
    #[must_use]
    pub fn rating(&self, target: RatingTarget) -> Option<&Rating> {
        match target {
            RatingTarget::Bureau => self.bureau_rating.as_ref(),
            RatingTarget::Unit => self.unit_rating.as_ref(),
        }
    }

    /// The numbers of the claims that are `like` this, for a sentence.
    pub(super) fn numbers(&self, like: impl Fn(&Claim) -> bool) -> String {
        let numbers: Vec<String> =
            self.live_claims().filter(|claim| like(claim)).map(|claim| claim.no.to_string()).collect();
        numbers.join("、")
    }
}

impl Handling {
    fn stage(&self) -> Stage {
        match &self.draft {
            Some(draft) if draft.checked.is_some() => Stage::OpinionChecked,
            Some(draft) if draft.submitted => Stage::OpinionDrafted,
            _ if self.contacted_at.is_some() => Stage::Investigating,
            _ => Stage::Accepted,
        }
    }
}

impl Petition {
    /// The mode of agency now (rules.md 3.3): a matter that rose is escalated until it came down, then what it was before. None
    /// while nobody acts for her.
    #[must_use]
    pub fn mode(&self) -> Option<Mode> {
        let rose = self.rises.in_force().is_some();
        self.agency.mode.map(|mode| if rose { Mode::Escalated } else { mode })
    }
}

impl Rising for Petition {
    fn case_kind(&self) -> CaseKind {
        CaseKind::Petition
    }

    fn rises(&self) -> &Rises {
        &self.rises
    }

    fn in_hand(&self) -> OrgId {
        self.holder()
    }

    fn complained_of(&self) -> Option<OrgId> {
        self.respondent
    }

    /// What she says of the answer, and how often it changed hands. Each new answer is a new occasion.
    fn signs(&self) -> Vec<Sign> {
        // Passed on is one occasion, however often: what the common superior then decides is not one more.
        let mut signs = vec![Sign::of(Trigger::Hops, self.hop_count(), &"hops")];
        let unhappy = self.unit_rating.as_ref().filter(|rating| rating.grade == Grade::Dissatisfied);
        signs.extend(unhappy.map(|rating| Sign::of(Trigger::Dissatisfied, 1, &rating.at)));
        let open = |claim: &&Claim| matches!(claim.resolution, Resolution::Unresolved | Resolution::Reopened);
        let open = self.claims.iter().filter(open).count();
        let answer = self.answered_at.map_or_else(String::new, |at| at.to_string());
        signs.extend((open > 0).then(|| Sign::of(Trigger::Unsettled, open, &answer)));
        signs
    }

    fn clocks(&self) -> &[Clock] {
        &self.clocks
    }
}
