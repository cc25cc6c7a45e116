//! What events do to the state. Total.

use super::{
    commands::Command,
    events::{Event, Fact},
    model::{Confirmation, Consent, Ending, Mediation, Opened, Party, Performance, SessionHeld},
    transitions::PERFORM,
};
use crate::lifecycle::{self, ClockMove};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Mediation as Mediation, opened.id, Opened => begin);

fn begin(opened: &Opened, first: &Recorded) -> Mediation {
    let party = |(entered, no): (&super::model::NewParty, u16)| Party { no, entered: entered.clone(), consent: None };
    Mediation {
        parties: opened.parties.iter().zip(1..).map(party).collect(),
        barred: opened.barred.clone(),
        opened: opened.clone(),
        opened_at: first.at,
        mediator: None,
        helpers: vec![],
        asked_other: None,
        accepted_at: None,
        rights_at: None,
        sessions: vec![],
        risks: vec![],
        agreement: None,
        signatures: vec![],
        effective_on: None,
        confirmation: Confirmation::default(),
        performance: vec![],
        notes: vec![],
        ending: None,
        archived_at: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Mediation {
    fn apply_fact(&mut self, fact: &Fact, next: &Recorded) {
        match fact {
            Fact::Consented { party, how } => {
                if let Some(known) = self.parties.iter_mut().find(|known| known.no == *party) {
                    known.consent = Some(Consent { yes: true, how: *how, at: next.at });
                }
            }
            Fact::Accepted => self.accepted_at = Some(next.at),
            fact @ Fact::Ended { kind, party, how, .. } => {
                let known = self.parties.iter_mut().find(|known| Some(known.no) == *party);
                if let (Some(known), Some(how), super::model::EndKind::Refused) = (known, how, kind) {
                    known.consent = Some(Consent { yes: false, how: *how, at: next.at });
                }
                self.ending = Ending::of(fact, next.at);
            }
            Fact::MediatorNamed { user, chosen } => {
                self.mediator = Some((*user, *chosen));
                self.asked_other = None;
                self.helpers.retain(|helper| helper.user != Some(*user));
            }
            Fact::OtherAsked { party, reason } => self.asked_other = Some((*party, reason.clone())),
            Fact::SteppedBack { user, .. } => self.stepped_back(*user),
            Fact::HelperAdded(helper) => self.helpers.push(helper.as_ref().clone()),
            Fact::RightsNotified { .. } => self.rights_at = Some(next.at),
            Fact::Held(session) => {
                let no = u16::try_from(self.sessions.len() + 1).unwrap_or(u16::MAX);
                self.sessions.push(SessionHeld { no, session: session.as_ref().clone(), confirmed: vec![] });
            }
            Fact::MinutesConfirmed { session, party, how } => {
                if let Some(held) = self.sessions.iter_mut().find(|held| held.no == *session) {
                    held.confirmed.push((*party, *how));
                }
            }
            Fact::RiskReported(report) => self.risks.push(report.as_ref().clone()),
            Fact::Agreed(agreement) => self.agreement = Some(agreement.as_ref().clone()),
            Fact::Signed(signature) => self.signatures.push(*signature),
            Fact::Archived => self.archived_at = Some(next.at),
            Fact::ClockOverdue { clock, .. } => self.ran_out(*clock),
            Fact::Opened(_) | Fact::ClocksRecomputed { .. } => {}
            fact => self.follow(fact, next),
        }
    }

    fn stepped_back(&mut self, user: kernel::UserId) {
        if self.mediator.is_some_and(|(known, _)| known == user) {
            self.mediator = None;
        }
        self.helpers.retain(|helper| helper.user != Some(user));
        if !self.barred.contains(&user) {
            self.barred.push(user);
        }
    }

    fn ran_out(&mut self, clock: kernel::ClockId) {
        self.overdue.push(clock);
        if let Some(term) = self.performance.iter_mut().find(|one| one.clock == Some(clock)) {
            term.late = true;
        }
    }

    /// What follows the agreement.
    fn follow(&mut self, fact: &Fact, next: &Recorded) {
        match fact {
            Fact::Effective { on } => {
                self.effective_on = Some(*on);
                let clocks = next.event.clocks.iter().filter_map(|moved| match moved {
                    ClockMove::Started(clock) if clock.def == PERFORM => Some(clock.id),
                    _ => None,
                });
                self.performance =
                    clocks.map(|clock| Performance { clock: Some(clock), ..Performance::default() }).collect();
            }
            Fact::ConfirmationWanted { party, how } => self.confirmation.wanted.push((*party, *how)),
            Fact::ConfirmationApplied { court, ground, on } => {
                self.confirmation.applied = Some((court.clone(), *ground, *on));
            }
            Fact::Ruled(ruling) => self.confirmation.ruled = Some(ruling.as_ref().clone()),
            Fact::FollowedUp(note) => self.notes.push(note.clone()),
            Fact::Performed { term, .. }
            | Fact::BreachTold { term, .. }
            | Fact::Urged { term }
            | Fact::WaysTold { term } => {
                let known = self.performance.get_mut(usize::from(*term).wrapping_sub(1));
                if let Some(known) = known {
                    known.follow(fact, next);
                }
            }
            _ => {}
        }
    }
}

impl Performance {
    fn follow(&mut self, fact: &Fact, next: &Recorded) {
        match fact {
            Fact::Performed { done, .. } => self.done = Some(done.clone()),
            Fact::BreachTold { party, text, .. } => {
                self.told = Some((*party, text.clone()));
                self.late = true;
            }
            Fact::Urged { .. } => self.urged_at = Some(next.at),
            Fact::WaysTold { .. } => self.ways_told_at = Some(next.at),
            _ => {}
        }
    }
}
