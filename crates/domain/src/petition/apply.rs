//! Apply: total. An event that does not fit the state changes nothing but the version, so that any log can be read.

use kernel::{CaseId, ClaimId, NonEmpty, OrgId, Refusal};

use super::{
    commands::Command,
    events::{Event, Fact, Registered},
    model::{Dispatch, Draft, Extension, FinalityProposal, Handling, Objection, Opinion, Petition, Procedure, Served},
};
use crate::{
    case::{
        CaseKind, Claim, DispatchKind, Execution, Handoff, Hop, OpinionResult, Rating, RatingTarget, Resolution,
        StatutoryRoute,
    },
    env::Env,
    lifecycle::{self, Aggregate},
};

type Recorded = lifecycle::Recorded<Fact>;

impl Aggregate for Petition {
    const KIND: CaseKind = CaseKind::Petition;
    type Fact = Fact;
    type Command = Command;

    fn id(&self) -> CaseId {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn decide(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.decide_command(command, env)
    }

    fn begin(first: &Recorded) -> Option<Self> {
        let Fact::Registered(registered) = &first.event.fact else {
            return None;
        };
        let mut petition = begin(registered, first)?;
        for clock_move in &first.event.clocks {
            clock_move.apply_to(&mut petition.clocks);
        }
        Some(petition)
    }

    fn apply(&mut self, next: &Recorded) {
        for clock_move in &next.event.clocks {
            clock_move.apply_to(&mut self.clocks);
        }
        self.apply_fact(&next.event.fact, next);
        self.version = next.seq;
    }
}

fn begin(fact: &Registered, first: &Recorded) -> Option<Petition> {
    let claims = fact.claims.iter().zip(1u16..).map(|((id, text), no)| Claim {
        id: *id,
        no,
        text: text.clone(),
        route: None,
        handoff: None,
        answer: None,
        execution: None,
        resolution: Resolution::Unknown,
    });
    Some(Petition {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        bureau: fact.bureau,
        channel: fact.channel,
        received_at: fact.received_at,
        registered_at: first.at,
        title: fact.title.clone(),
        facts: fact.facts.clone(),
        petitioner: fact.petitioner,
        agent: fact.agent,
        registrar: first.actor.user(),
        respondent: fact.respondent,
        headcount: fact.headcount,
        matter_type: fact.matter_type,
        purpose: fact.purpose,
        category: None,
        claims: NonEmpty::parse("claims", claims.collect()).ok()?,
        procedure: Procedure::Registered { finality: None },
        hops: vec![],
        clocks: vec![],
        bureau_rating: None,
        unit_rating: None,
        version: first.seq,
    })
}

impl Petition {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::Triaged { matter_type, purpose, category, respondent } => {
                self.matter_type = *matter_type;
                self.purpose = *purpose;
                self.category.clone_from(category);
                self.respondent = *respondent;
            }
            Fact::NotAccepted { reason, .. } => {
                self.procedure = Procedure::NotAccepted { reason: *reason, at: event.at };
            }
            Fact::FinalityProposed { .. } | Fact::FinalityDropped => self.apply_finality(fact, event),
            Fact::NoMoreAccepted => self.procedure = Procedure::NoMoreAccepted { at: event.at },
            Fact::Forwarded { .. }
            | Fact::ReportedUp { .. }
            | Fact::Objected { .. }
            | Fact::ObjectionRejected { .. }
            | Fact::ObjectionApproved { .. }
            | Fact::DisputeRaised { .. }
            | Fact::DisputeDecided { .. } => self.apply_dispatch(fact, event),
            Fact::ClaimRouted { .. } | Fact::Routed | Fact::Accepted { .. } | Fact::HandoffAccepted { .. } => {
                self.apply_acceptance(fact, event);
            }
            Fact::Reassigned { .. }
            | Fact::Contacted { .. }
            | Fact::ExtensionRequested { .. }
            | Fact::ExtensionGranted
            | Fact::ExtensionDeclined { .. }
            | Fact::DraftSaved { .. }
            | Fact::DraftChecked
            | Fact::DraftReturned { .. }
            | Fact::ClosingReported { .. } => self.apply_handling(fact, event),
            Fact::OpinionIssued { .. } | Fact::Served { .. } | Fact::Closed | Fact::Archived => {
                self.apply_answer(fact, event);
            }
            Fact::Executed { .. } | Fact::ClaimConfirmed { .. } | Fact::Rated { .. } => self.apply_outcome(fact, event),
            Fact::Withdrawn { .. } => self.procedure = Procedure::Withdrawn { at: event.at },
            Fact::Reopened { .. } => self.reopen(event),
            Fact::Registered(_)
            | Fact::HopLimitReached { .. }
            | Fact::Progressed { .. }
            | Fact::MaterialAdded { .. }
            | Fact::Nudged
            | Fact::ClockOverdue { .. }
            | Fact::ClocksRecomputed { .. } => {}
        }
    }

    fn apply_finality(&mut self, fact: &Fact, event: &Recorded) {
        let proposal = match (fact, event.actor.user()) {
            (Fact::FinalityProposed { recheck }, Some(by)) => Some(FinalityProposal { by, recheck: recheck.clone() }),
            _ => None,
        };
        self.procedure = Procedure::Registered { finality: proposal };
    }

    fn apply_dispatch(&mut self, fact: &Fact, event: &Recorded) {
        let current = self.dispatch().cloned();
        match (fact, current) {
            (Fact::Forwarded { from, to, kind }, _) => {
                self.send(Dispatch {
                    from: *from,
                    unit: *to,
                    kind: *kind,
                    at: event.at,
                    settled: false,
                    closing_report: None,
                });
            }
            (Fact::ReportedUp { from, to, .. }, _) => {
                self.hops.push(Hop { from: *from, to: *to, kind: DispatchKind::ReportForDecision, at: event.at });
                self.procedure = Procedure::ReportedUp { to: *to, at: event.at };
            }
            (Fact::Objected { reason, basis }, Some(dispatch)) => {
                if let Some(by) = event.actor.user() {
                    let objection = Objection { reason: reason.clone(), basis: basis.clone(), by, at: event.at };
                    self.procedure = Procedure::Objected { dispatch, objection };
                }
            }
            (Fact::ObjectionRejected { .. }, Some(dispatch)) => {
                self.procedure = Procedure::Forwarded(Dispatch { settled: true, ..dispatch });
            }
            (Fact::ObjectionApproved { to, .. }, Some(dispatch)) => {
                self.send(Dispatch { unit: *to, at: event.at, settled: false, ..dispatch });
            }
            (Fact::DisputeRaised { superior }, Some(dispatch)) => {
                self.procedure = Procedure::Disputed { dispatch, superior: *superior, at: event.at };
            }
            (Fact::DisputeDecided { to, .. }, Some(dispatch)) => {
                let decided = Dispatch { unit: *to, settled: true, ..dispatch.clone() };
                if dispatch.unit == *to {
                    self.procedure = Procedure::Forwarded(decided);
                } else {
                    self.send(Dispatch { at: event.at, ..decided });
                }
            }
            _ => {}
        }
    }

    fn send(&mut self, dispatch: Dispatch) {
        self.hops.push(Hop { from: dispatch.from, to: dispatch.unit, kind: dispatch.kind, at: dispatch.at });
        self.procedure = Procedure::Forwarded(dispatch);
    }

    fn apply_acceptance(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::ClaimRouted { claim, route, target } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.route = Some(*route);
                    claim.handoff = Some(Handoff { target: target.clone(), handed_at: event.at, accepted: None });
                    claim.resolution = Resolution::RoutedPending;
                }
            }
            Fact::Routed => {
                let unit = self.holder();
                self.procedure = Procedure::Routed { unit, at: event.at };
            }
            Fact::HandoffAccepted { claim, number } => {
                if let Some(handoff) = self.claim_mut(*claim).and_then(|claim| claim.handoff.as_mut()) {
                    handoff.accepted = Some((event.at, number.clone()));
                }
            }
            Fact::Accepted { handler, claims } => {
                for id in claims {
                    if let Some(claim) = self.claim_mut(*id) {
                        claim.route = Some(StatutoryRoute::PetitionProcedure);
                    }
                }
                if let Some(dispatch) = self.dispatch().cloned() {
                    self.procedure = Procedure::Handling(Handling {
                        dispatch,
                        handler: *handler,
                        accepted_at: event.at,
                        contacted_at: None,
                        extension: None,
                        draft: None,
                    });
                }
            }
            _ => {}
        }
    }

    fn apply_handling(&mut self, fact: &Fact, event: &Recorded) {
        let user = event.actor.user();
        let Some(handling) = self.handling_mut() else { return };
        match (fact, user) {
            (Fact::Reassigned { handler, .. }, _) => handling.handler = *handler,
            (Fact::Contacted { .. }, _) => {
                handling.contacted_at.get_or_insert(event.at);
            }
            (Fact::ExtensionRequested { days, reason }, Some(asked_by)) => {
                let reason = reason.clone();
                handling.extension =
                    Some(Extension { days: *days, reason, asked_by, asked_at: event.at, granted: None });
            }
            (Fact::ExtensionGranted, Some(by)) => {
                if let Some(extension) = &mut handling.extension {
                    extension.granted = Some((by, event.at));
                }
            }
            (Fact::ExtensionDeclined { .. }, _) => handling.extension = None,
            (Fact::DraftSaved { findings, answers, submitted }, Some(by)) => {
                handling.draft = Some(Draft {
                    by,
                    at: event.at,
                    findings: findings.clone(),
                    answers: answers.clone(),
                    submitted: *submitted,
                    checked: None,
                });
            }
            (Fact::DraftChecked, Some(by)) => {
                if let Some(draft) = &mut handling.draft {
                    draft.checked = Some((by, event.at));
                }
            }
            (Fact::DraftReturned { .. }, _) => {
                if let Some(draft) = &mut handling.draft {
                    (draft.submitted, draft.checked) = (false, None);
                }
            }
            (Fact::ClosingReported { text }, _) => handling.dispatch.closing_report = Some(text.clone()),
            _ => {}
        }
    }

    fn apply_answer(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, self.procedure.clone()) {
            (Fact::OpinionIssued { number }, Procedure::Handling(handling)) => self.issue(handling, number, event),
            (Fact::Served { method, on, evidence, .. }, Procedure::OpinionIssued { handling, opinion }) => {
                let served = Served { method: *method, on: *on, recorded_at: event.at, evidence: evidence.clone() };
                self.procedure = Procedure::Served { handling, opinion, served };
            }
            (Fact::Closed, Procedure::Served { handling, opinion, served }) => {
                self.procedure = Procedure::Closed { unit: handling.dispatch.unit, opinion, served, at: event.at };
            }
            (Fact::Archived, _) => {
                let unit = self.unit();
                self.procedure = Procedure::Archived { unit, at: event.at };
            }
            _ => {}
        }
    }

    fn issue(&mut self, handling: Handling, number: &kernel::Text<60>, event: &Recorded) {
        let Some(draft) = handling.draft.clone() else { return };
        let (Some((checked_by, _)), Some(signed_by)) = (draft.checked, event.actor.user()) else {
            return;
        };
        for (id, answer) in draft.answers {
            if let Some(claim) = self.claim_mut(id) {
                claim.resolution = match (answer.result, &answer.promise) {
                    (_, Some(promise)) => Resolution::Promised { due: promise.due },
                    (OpinionResult::Support | OpinionResult::Partial, None) => Resolution::ResolvedUnconfirmed,
                    (OpinionResult::Explain | OpinionResult::NotSupport, None) => Resolution::NotSupportedExplained,
                };
                claim.execution = answer.promise.clone().map(|promise| Execution { promise, done: None });
                claim.answer = Some(answer);
            }
        }
        let opinion = Opinion {
            number: number.clone(),
            findings: draft.findings,
            drafted_by: draft.by,
            checked_by,
            signed_by,
            at: event.at,
        };
        self.procedure = Procedure::OpinionIssued { handling, opinion };
    }

    fn apply_outcome(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::Executed { claim, evidence } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    if let Some(execution) = &mut claim.execution {
                        execution.done = Some((event.at, evidence.clone()));
                    }
                    if claim.resolution != Resolution::ResolvedConfirmed {
                        claim.resolution = Resolution::ResolvedUnconfirmed;
                    }
                }
            }
            Fact::ClaimConfirmed { claim, solved } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.resolution = if *solved { Resolution::ResolvedConfirmed } else { Resolution::Unresolved };
                }
            }
            Fact::Rated { target, grade, comment } => {
                let slot = match target {
                    RatingTarget::Bureau => &mut self.bureau_rating,
                    RatingTarget::Unit => &mut self.unit_rating,
                };
                let first_at = slot.as_ref().map_or(event.at, |rating| rating.first_at);
                *slot = Some(Rating { grade: *grade, comment: comment.clone(), first_at, at: event.at });
            }
            _ => {}
        }
    }

    fn reopen(&mut self, event: &Recorded) {
        for claim in self.claims.iter_mut() {
            if claim.resolution != Resolution::ResolvedConfirmed {
                claim.resolution = Resolution::Reopened;
            }
        }
        self.procedure = match &self.procedure {
            Procedure::Closed { unit, .. } | Procedure::Routed { unit, .. } => self.back_to(*unit, event),
            _ => Procedure::Registered { finality: None },
        };
    }

    /// Back with the unit that had it; it may not object again.
    fn back_to(&self, unit: OrgId, event: &Recorded) -> Procedure {
        let kind = DispatchKind::Forward;
        Procedure::Forwarded(Dispatch {
            from: self.bureau,
            unit,
            kind,
            at: event.at,
            settled: true,
            closing_report: None,
        })
    }

    fn claim_mut(&mut self, id: ClaimId) -> Option<&mut Claim> {
        self.claims.iter_mut().find(|claim| claim.id == id)
    }

    fn handling_mut(&mut self) -> Option<&mut Handling> {
        match &mut self.procedure {
            Procedure::Handling(h)
            | Procedure::OpinionIssued { handling: h, .. }
            | Procedure::Served { handling: h, .. } => Some(h),
            _ => None,
        }
    }
}
