//! Apply: total. Nothing panics and nothing is refused, so that any log can be read; `verify` says whether it fits.

mod agency;
mod answers;
mod claims;
mod execution;
mod remedy;
mod review;

use kernel::{ClaimId, NonEmpty, OrgId, UserId};

use super::{
    commands::Command,
    events::{Event, Fact, Registered},
    look_back::LookBack,
    model::{Dispatch, Draft, Extension, FinalityProposal, Handling, Objection, Petition, Procedure},
    simple::{Simple, SimpleEnd},
};
use crate::{
    agency::{Agency, Mode},
    case::{Claim, DispatchKind, Handoff, Hop, Resolution, StatutoryRoute},
    cause, cluster,
    escalation::Rises,
    lifecycle,
    mandate::{Ended, MandateEnd},
};

use answers::told;

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Petition as Petition, id, Registered => begin);

fn begin(fact: &Registered, first: &Recorded) -> Option<Petition> {
    let claims = fact.claims.iter().zip(1u16..).map(|((id, text), no)| Claim::new(*id, no, text.clone()));
    Some(Petition {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        bureau: fact.bureau,
        direct_to_unit: fact.direct_to_unit,
        channel: fact.channel,
        received_at: fact.received_at,
        registered_at: first.at,
        title: fact.title.clone(),
        facts: fact.facts.clone(),
        petitioner: fact.petitioner,
        agent: fact.agent,
        agent_station: None,
        station: fact.station,
        grid: fact.grid,
        registrar: first.actor.user(),
        respondent: fact.respondent,
        headcount: fact.headcount,
        representatives: fact.representatives,
        matter_type: fact.matter_type,
        purpose: fact.purpose,
        device: fact.device,
        category: None,
        claims: NonEmpty::parse("claims", claims.collect()).ok()?,
        procedure: Procedure::Registered { finality: None },
        hops: vec![],
        clocks: vec![],
        overdue: vec![],
        answered_at: None,
        asked_at: None,
        bureau_rating: None,
        unit_rating: None,
        sayings: vec![],
        clusters: vec![],
        agency: Agency {
            mode: Mode::at_registration(fact.channel, fact.agent.is_some()),
            declined: fact.declined.clone(),
            ..Agency::default()
        },
        rises: Rises::default(),
        leadership: crate::leadership::Leadership::default(),
        urgent: crate::urgent::Urgent::default(),
        contests: crate::petition::Contests::default(),
        mediations: vec![],
        simple: None,
        look_backs: vec![],
        assisting: vec![],
        reminded: vec![],
        version: first.seq,
    })
}

impl Petition {
    #[expect(clippy::too_many_lines, reason = "one table: what each fact changes, the larger ones by name")]
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::Triaged { .. } => self.apply_triage(fact),
            Fact::NotAccepted { .. } | Fact::NoMoreAccepted => self.apply_refusal(fact, event),
            Fact::FinalityProposed { .. } | Fact::FinalityDropped => self.apply_finality(fact, event),
            Fact::Forwarded { .. } | Fact::ReportedUp { .. } => self.apply_dispatch(fact, event),
            Fact::Objected { .. }
            | Fact::ObjectionRejected { .. }
            | Fact::ObjectionApproved { .. }
            | Fact::DisputeRaised { .. }
            | Fact::DisputeDecided { .. } => self.apply_objection(fact, event),
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
            | Fact::DraftReturned { .. } => self.apply_handling(fact, event),
            Fact::ClosingReported { text } => {
                if let Some(dispatch) = self.dispatch_mut() {
                    dispatch.closing_report = Some(text.clone());
                }
            }
            Fact::OpinionIssued { .. } | Fact::Served { .. } | Fact::Closed | Fact::Archived => {
                self.apply_answer(fact, event);
            }
            Fact::Executed { .. }
            | Fact::ExecutionBegun { .. }
            | Fact::ExecutionReported(_)
            | Fact::ExecutionVerified { .. }
            | Fact::ExecutionDisputed { .. } => self.apply_execution(fact, event),
            Fact::SimpleChosen { .. } | Fact::SimpleEnded { .. } => self.apply_simple(fact, event),
            Fact::LookBackDue { clock, def, due } => {
                self.look_backs.push(LookBack { clock: *clock, def: def.clone(), due: *due, asked: None });
            }
            Fact::ClaimConfirmed { .. } | Fact::Rated { .. } | Fact::FollowedUp { .. } => {
                self.apply_outcome(fact, event);
            }
            Fact::Withdrawn { .. } => self.procedure = Procedure::Withdrawn { at: event.at },
            Fact::Moved { suggestion, number } => {
                self.procedure = Procedure::Moved { suggestion: *suggestion, number: number.clone(), at: event.at };
            }
            Fact::Reopened { .. } => self.reopen(event),
            Fact::MandateGiven(_)
            | Fact::MandateEnded { .. }
            | Fact::AgentDesignated { .. }
            | Fact::RecusalAsked { .. }
            | Fact::InterestDeclared { .. }
            | Fact::RecusalDecided { .. } => self.apply_agency(fact, event),
            Fact::Raised(raised) => self.rises.raise(raised, event.at, event.actor),
            Fact::Redone(redone) => self.rises.redo(redone, event.at, event.actor),
            Fact::BroughtDown(down) => self.rises.bring_down(down, event.at, event.actor),
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            Fact::AgentChanged { .. } => self.apply_hand_over(fact, event),
            Fact::ClaimRead { .. }
            | Fact::ClaimSplit { .. }
            | Fact::ClaimJoined { .. }
            | Fact::ClaimSeparated { .. }
            | Fact::ClaimAdded { .. } => self.apply_claims(fact),
            Fact::RemedyNoted { .. }
            | Fact::RemedyTaken { .. }
            | Fact::RemedyDropped { .. }
            | Fact::TermNear { .. } => self.apply_remedy(fact, event),
            Fact::AssistanceAsked { .. } | Fact::AssistanceGiven { .. } | Fact::AssistanceEnded { .. } => {
                self.apply_assistance(fact, event);
            }
            Fact::ReviewNoted(_) | Fact::FinallyAnswered { .. } | Fact::CareRecorded(_) => {
                self.apply_review(fact, event);
            }
            Fact::MediationNoted(_) | Fact::Settled { .. } => self.apply_mediation(&event.event.fact, event.at),
            Fact::LookAlikeSaid { other, said } => cause::apply(&mut self.sayings, *other, *said),
            Fact::ClusterNoted(note) => cluster::note_on(&mut self.clusters, note),
            Fact::Led { deed } => self.leadership.apply(deed, event.at, event.actor),
            Fact::UrgentReported { deed } => self.urgent.apply(deed, event.at, event.actor),
            Fact::Registered(_)
            | Fact::HopLimitReached { .. }
            | Fact::Progressed { .. }
            | Fact::MaterialAdded { .. }
            | Fact::Nudged
            | Fact::Supervised(_)
            | Fact::SupervisionNoted(_)
            | Fact::ClocksRecomputed { .. } => {}
        }
    }

    fn apply_triage(&mut self, fact: &Fact) {
        let Fact::Triaged { matter_type, purpose, category, respondent, routes } = fact else { return };
        self.matter_type = *matter_type;
        self.purpose = *purpose;
        self.category.clone_from(category);
        self.respondent = *respondent;
        for (id, route) in routes {
            if let Some(claim) = self.claim_mut(*id) {
                claim.proposed = Some(*route);
            }
        }
    }

    /// The mandate goes on with its powers and its term; the old agent's access ended here.
    fn apply_hand_over(&mut self, fact: &Fact, event: &Recorded) {
        let Fact::AgentChanged { from, to, station, reason } = fact else { return };
        self.agent = Some(*to);
        self.agent_station = Some(*station);
        let before = self.agency.mandate.clone();
        let (reason, at) = (Some(reason.clone()), event.at);
        self.agency.past.push(Ended { agent: *from, mandate: before, end: MandateEnd::Left, reason, at });
        if let Some(mandate) = &mut self.agency.mandate {
            (mandate.agent, mandate.org, mandate.stand_in) = (*to, *station, None);
        }
    }

    fn apply_simple(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::SimpleChosen { ground } => {
                self.simple = Some(Simple { ground: *ground, by: event.actor.user(), at: event.at, ended: None });
            }
            Fact::SimpleEnded { why, .. } => {
                if let Some(simple) = &mut self.simple {
                    simple.ended = Some((event.at, *why));
                }
                // An answer that she does not take is none: it is handled on, and answered in full.
                if let Procedure::Served { handling, .. } = &mut self.procedure {
                    (handling.draft, handling.extension) = (None, None);
                    self.procedure = Procedure::Handling(handling.clone());
                }
            }
            _ => {}
        }
    }

    fn apply_refusal(&mut self, fact: &Fact, event: &Recorded) {
        self.procedure = match fact {
            Fact::NotAccepted { reason, elsewhere, .. } => {
                Procedure::NotAccepted { reason: *reason, elsewhere: elsewhere.clone(), at: event.at }
            }
            _ => Procedure::NoMoreAccepted { at: event.at },
        };
        self.answered_at = Some(event.at);
    }

    fn apply_finality(&mut self, fact: &Fact, event: &Recorded) {
        let proposal = match (fact, event.actor.user()) {
            (Fact::FinalityProposed { recheck, basis, same }, Some(by)) => {
                let (recheck, basis, same) = (recheck.clone(), basis.clone(), same.clone());
                Some(FinalityProposal { by, recheck, basis, same })
            }
            _ => None,
        };
        self.procedure = Procedure::Registered { finality: proposal };
    }

    fn apply_dispatch(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::Forwarded { from, to, kind } => self.send(Dispatch {
                from: *from,
                unit: *to,
                kind: *kind,
                at: event.at,
                settled: false,
                closing_report: None,
            }),
            Fact::ReportedUp { from, to, .. } => {
                self.hops.push(Hop { from: *from, to: *to, kind: DispatchKind::ReportForDecision, at: event.at });
                self.procedure = Procedure::ReportedUp { to: *to, at: event.at };
            }
            _ => {}
        }
    }

    fn apply_objection(&mut self, fact: &Fact, event: &Recorded) {
        let Some(dispatch) = self.dispatch().cloned() else { return };
        match (fact, event.actor.user()) {
            (Fact::Objected { reason, basis }, Some(by)) => {
                let objection = Objection { reason: reason.clone(), basis: basis.clone(), by, at: event.at };
                self.procedure = Procedure::Objected { dispatch, objection };
            }
            (Fact::ObjectionRejected { .. }, _) => {
                self.procedure = Procedure::Forwarded(Dispatch { settled: true, ..dispatch });
            }
            (Fact::ObjectionApproved { to, .. }, _) => {
                self.send(Dispatch { unit: *to, at: event.at, settled: false, ..dispatch });
            }
            (Fact::DisputeRaised { superior }, _) => {
                self.procedure = Procedure::Disputed { dispatch, superior: *superior, at: event.at };
            }
            (Fact::DisputeDecided { to, .. }, _) if dispatch.unit == *to => {
                self.procedure = Procedure::Forwarded(Dispatch { settled: true, ..dispatch });
            }
            (Fact::DisputeDecided { to, .. }, _) => {
                self.send(Dispatch { unit: *to, at: event.at, settled: true, ..dispatch });
            }
            _ => {}
        }
    }

    fn send(&mut self, dispatch: Dispatch) {
        self.hops.push(Hop { from: dispatch.from, to: dispatch.unit, kind: dispatch.kind, at: dispatch.at });
        // Who leads does not assist itself.
        self.end_assistance(dispatch.unit, dispatch.at);
        self.procedure = Procedure::Forwarded(dispatch);
    }

    fn apply_acceptance(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::ClaimRouted { claim, route, target } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.route = Some(*route);
                    claim.handoff = Some(Handoff { target: target.clone(), handed_at: event.at, accepted: None });
                    claim.answer = None;
                    claim.execution.renew(std::iter::empty(), event.at);
                    told(claim, Resolution::RoutedPending);
                }
            }
            Fact::Routed => {
                if let Some(dispatch) = self.dispatch().cloned() {
                    self.procedure = Procedure::Routed { dispatch, at: event.at };
                    self.answered_at = Some(event.at);
                }
            }
            Fact::HandoffAccepted { claim, number } => {
                if let Some(handoff) = self.claim_mut(*claim).and_then(|claim| claim.handoff.as_mut()) {
                    handoff.accepted = Some((event.at, number.clone()));
                }
            }
            Fact::Accepted { handler, claims } => self.accept(*handler, claims, event),
            _ => {}
        }
    }

    fn accept(&mut self, handler: UserId, claims: &[ClaimId], event: &Recorded) {
        for claim in self.claims.iter_mut().filter(|claim| claims.contains(&claim.id)) {
            claim.route = Some(StatutoryRoute::PetitionProcedure);
            claim.handoff = None;
        }
        if let Some(dispatch) = self.dispatch().cloned() {
            self.procedure = Procedure::Handling(Handling {
                dispatch,
                handler,
                accepted_at: event.at,
                contacted_at: None,
                extension: None,
                draft: None,
            });
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
            _ => {}
        }
    }

    /// Open again. What she confirmed, what nobody knew yet and what a legal channel accepted stays as it is.
    fn reopen(&mut self, event: &Recorded) {
        self.asked_at = None;
        // New facts, or what was promised and not done: what was final before is not any more.
        (self.contests.finality, self.contests.redo, self.contests.before) = (None, None, None);
        if let Some(simple) = &mut self.simple {
            simple.ended.get_or_insert((event.at, SimpleEnd::Reopened));
        }
        self.contests.since = Some(event.at);
        for claim in &mut self.claims {
            let elsewhere = claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_some());
            if claim.resolution != Resolution::Unknown && !elsewhere {
                told(claim, Resolution::Reopened);
            }
        }
        self.procedure = match &self.procedure {
            Procedure::Routed { dispatch, .. } => self.back_to(dispatch.unit, event),
            Procedure::Closed { handling, .. } | Procedure::Settled { handling, .. } => {
                self.back_to(handling.dispatch.unit, event)
            }
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

    fn dispatch_mut(&mut self) -> Option<&mut Dispatch> {
        match &mut self.procedure {
            Procedure::Routed { dispatch, .. } => Some(dispatch),
            Procedure::Handling(handling)
            | Procedure::OpinionIssued { handling, .. }
            | Procedure::Served { handling, .. } => Some(&mut handling.dispatch),
            _ => None,
        }
    }
}
