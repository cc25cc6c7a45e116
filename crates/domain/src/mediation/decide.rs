//! What may be decided, and what follows from it. Pure.

use jiff::{ToSpan as _, civil::Date};
use kernel::{Refusal, Text};

use super::{
    commands::Command,
    events::{Event, Fact},
    model::{
        Agreement, AgreementForm, CourtRuling, Done, EndKind, Ending, How, Mark, Mediation, Note, Opened, Performance,
        RiskReport, Signature, Signer,
    },
    rules,
    transitions::{CONFIRM, PERFORM, TERM},
};
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
};

fn refuse(code: &str, rule: &str, article: &str) -> Refusal {
    Refusal::rule(code, rule, article)
}

type Decided = Result<Vec<Event>, Refusal>;

fn one(fact: Fact) -> Vec<Event> {
    vec![Event::of(fact)]
}

impl Mediation {
    /// The first event of a new mediation.
    ///
    /// # Errors
    /// Those of [`rules::the_opening_is_whole`].
    pub fn open(opened: Opened) -> Result<Event, Refusal> {
        rules::the_opening_is_whole(&opened)?;
        Ok(Event::of(Fact::Opened(Box::new(opened))))
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Decided {
        let row = self.row_now(command.kind())?;
        if let Some((party, how)) = command.word_of() {
            self.her_word(party, how, env)?;
        }
        match command {
            Command::NameMediator { user, chosen } => {
                a_person(env)?;
                rules::nobody_involved(self, *user)?;
                if self.mediator.is_some_and(|(known, _)| known == *user) {
                    return Err(refuse("mediation-mediator-same", "M-03", "PML_19").on("user"));
                }
                Ok(one(Fact::MediatorNamed { user: *user, chosen: *chosen }))
            }
            Command::AddHelper(helper) => {
                a_person(env)?;
                rules::the_helper_is_new(self, helper)?;
                Ok(one(Fact::HelperAdded(Box::new(helper.clone()))))
            }
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
            Command::Archive => self.archive(env),
            Command::AskOther { party, reason } => Ok(one(Fact::OtherAsked { party: *party, reason: reason.clone() })),
            _ if row.command.is_before_agreement() => self.before(command, env),
            _ => self.afterwards(command, env),
        }
    }

    /// A party speaks for herself on her own page; whatever somebody else puts on record has her signature, or was said before the
    /// mediator (M-01). Nobody else gives her word.
    fn her_word(&self, party: u16, how: How, env: &Env<'_>) -> Result<(), Refusal> {
        if self.party(party).is_none() {
            return Err(Refusal::invalid("party", "mediation-party-unknown"));
        }
        match (how, env.actor.user()) {
            (How::Herself, None) => Ok(()),
            (How::Signature | How::Oral, Some(_)) => rules::a_mediator_acts(self, env).map(drop),
            _ => Err(refuse("mediation-own-word", "M-01", "PML_17")),
        }
    }

    fn before(&self, command: &Command, env: &Env<'_>) -> Decided {
        match command {
            Command::Consent { party, how } => self.consent(*party, *how, env),
            Command::Refuse { party, how, reason } => {
                self.not_yet_said(*party)?;
                Ok(vec![self.end(EndKind::Refused, Some((*party, *how)), reason.clone(), env)])
            }
            Command::Leave { party, how, reason } => {
                Ok(vec![self.end(EndKind::Left, Some((*party, *how)), reason.clone(), env)])
            }
            Command::Fail { reason } => {
                rules::a_mediator_acts(self, env)?;
                Ok(vec![self.end(EndKind::Failed, None, Some(reason.clone()), env)])
            }
            Command::StepBack { reason } => {
                let user = rules::a_mediator_acts(self, env)?;
                Ok(one(Fact::SteppedBack { user, reason: reason.clone() }))
            }
            Command::NotifyRights { how } => {
                rules::a_mediator_acts(self, env)?;
                Ok(one(Fact::RightsNotified { how: *how }))
            }
            Command::Hold(session) => {
                rules::a_mediator_acts(self, env)?;
                rules::the_session_fits(self, session, env)?;
                Ok(one(Fact::Held(session.clone())))
            }
            Command::ConfirmMinutes { session, party, how } => self.confirm_minutes(*session, *party, *how),
            Command::Agree(agreement) => self.agree(agreement, env),
            Command::Sign { of, on, mark } => self.sign(*of, *on, *mark, env),
            _ => Err(Refusal::not_permitted()),
        }
    }

    fn not_yet_said(&self, party: u16) -> Result<(), Refusal> {
        match self.party(party).and_then(|party| party.consent.as_ref()) {
            Some(_) => Err(refuse("mediation-said-already", "M-01", "PML_17").on("party")),
            None => Ok(()),
        }
    }

    fn consent(&self, party: u16, how: How, env: &Env<'_>) -> Decided {
        self.not_yet_said(party)?;
        let mut events = vec![Event::of(Fact::Consented { party, how })];
        if self.parties.iter().all(|one| one.no == party || one.consent.is_some()) {
            let clocks = vec![ClockMove::Started(env.start_clock(TERM, env.now(), None)?)];
            events.push(Event { fact: Fact::Accepted, clocks });
        }
        Ok(events)
    }

    fn end(&self, kind: EndKind, word: Option<(u16, How)>, reason: Option<Text<1000>>, env: &Env<'_>) -> Event {
        let fact = Fact::Ended { kind, party: word.map(|(no, _)| no), how: word.map(|(_, how)| how), reason };
        Event { fact, clocks: lifecycle::stop(&self.clocks, &[TERM], env.now()) }
    }

    fn confirm_minutes(&self, session: u16, party: u16, how: How) -> Decided {
        let held = self.sessions.iter().find(|held| held.no == session && held.is_open_to(party));
        let held = held.ok_or_else(|| Refusal::invalid("session", "mediation-session-unknown"))?;
        if held.confirmed.iter().any(|(known, _)| *known == party) {
            return Err(refuse("mediation-said-already", "M-07", "PML_27").on("party"));
        }
        Ok(one(Fact::MinutesConfirmed { session, party, how }))
    }

    fn agree(&self, agreement: &Agreement, env: &Env<'_>) -> Decided {
        rules::a_mediator_acts(self, env)?;
        rules::the_agreement_stands(self, agreement, env)?;
        // Both have to have been heard before there is anything to agree on.
        let heard = |no: u16| self.sessions_of(no).next().is_some();
        if !self.parties.iter().all(|party| heard(party.no)) {
            return Err(refuse("mediation-not-heard", "M-07", "PML_22"));
        }
        let mut events = vec![Event::of(Fact::Agreed(Box::new(agreement.clone())))];
        if agreement.form == AgreementForm::Oral {
            events.push(self.effective(&agreement.terms, env.ctx.today(), env)?);
        }
        Ok(events)
    }

    fn sign(&self, of: Signer, on: Date, mark: Mark, env: &Env<'_>) -> Decided {
        rules::the_mark_fits(self, of, on, env)?;
        let user = rules::a_mediator_acts(self, env)?;
        // Nobody signs as the mediator but the mediator: not those who help.
        if of == Signer::Mediator && self.mediator.map(|(known, _)| known) != Some(user) {
            return Err(refuse("mediation-not-the-mediator", "M-08", "PML_29"));
        }
        let mut events = vec![Event::of(Fact::Signed(Signature { of, on, mark }))];
        if self.unsigned() == [of] {
            // The last of all the days under it (M-08), in whichever order they were put down here.
            let last = self.signatures.iter().map(|one| one.on).fold(on, Date::max);
            let terms = self.agreement.as_ref().map(|agreement| agreement.terms.as_slice()).unwrap_or_default();
            events.push(self.effective(terms, last, env)?);
        }
        Ok(events)
    }

    /// It binds from `on`: the thirty days of the court and the day of each term begin, its own term ends.
    fn effective(&self, terms: &[super::model::Term], on: Date, env: &Env<'_>) -> Result<Event, Refusal> {
        let mut clocks = lifecycle::stop(&self.clocks, &[TERM], env.now());
        for term in terms {
            // A day that is on hand already, or past: counted from the eve, so that the day named is the day of the clock.
            let from = if term.due > on { on } else { term.due.saturating_sub(1.day()) };
            let days = u32::try_from(from.until(term.due).map_or(1, |span| span.get_days())).unwrap_or(1).max(1);
            clocks.push(ClockMove::Started(env.start_clock(PERFORM, kernel::beijing_noon(from), Some(days))?));
        }
        if self.is_confirmable() {
            clocks.push(ClockMove::Started(env.start_clock(CONFIRM, kernel::beijing_noon(on), None)?));
        }
        Ok(Event { fact: Fact::Effective { on }, clocks })
    }

    fn afterwards(&self, command: &Command, env: &Env<'_>) -> Decided {
        match command {
            Command::WantConfirmation { party, how } => {
                rules::a_court_may_confirm(self, env.ctx.today())?;
                if self.confirmation.applied.is_some() || self.confirmation.wanted.iter().any(|(no, _)| no == party) {
                    return Err(refuse("mediation-said-already", "M-11", "PML_33").on("party"));
                }
                Ok(one(Fact::ConfirmationWanted { party: *party, how: *how }))
            }
            Command::ApplyConfirmation { court, ground, on } => {
                rules::a_mediator_acts(self, env)?;
                rules::not_to_come("on", *on, env)?;
                rules::a_court_may_confirm(self, *on)?;
                if self.confirmation.wanted.len() < self.parties.len() {
                    return Err(refuse("mediation-confirm-together", "M-11", "PML_33"));
                }
                if self.confirmation.applied.is_some() {
                    return Err(refuse("mediation-said-already", "M-11", "PML_33").on("court"));
                }
                let fact = Fact::ConfirmationApplied { court: court.clone(), ground: *ground, on: *on };
                Ok(vec![Event { fact, clocks: lifecycle::stop(&self.clocks, &[CONFIRM], env.now()) }])
            }
            Command::RecordRuling(ruling) => self.ruled(ruling, env),
            Command::ReportRisk(report) => self.risk(report, env),
            Command::Perform { term, done } => self.perform(*term, done, env),
            Command::TellBreach { term, party, text } => {
                self.owed(*term)?;
                Ok(one(Fact::BreachTold { term: *term, party: *party, text: text.clone() }))
            }
            Command::Urge { term } => self.urge(*term, env),
            Command::TellWays { term } => self.tell_ways(*term, env),
            Command::NoteFollowUp { on, text } => {
                rules::a_mediator_acts(self, env)?;
                rules::not_to_come("on", *on, env)?;
                Ok(one(Fact::FollowedUp(Note { on: *on, text: text.clone() })))
            }
            _ => Err(Refusal::not_permitted()),
        }
    }

    fn ruled(&self, ruling: &CourtRuling, env: &Env<'_>) -> Decided {
        rules::a_mediator_acts(self, env)?;
        rules::not_to_come("on", ruling.on, env)?;
        let applied = self.confirmation.applied.as_ref();
        let (_, _, on) = applied.ok_or_else(|| refuse("mediation-not-applied", "M-11", "PML_33"))?;
        if ruling.on < *on {
            return Err(Refusal::invalid("on", "mediation-early"));
        }
        if self.confirmation.ruled.is_some() {
            return Err(refuse("mediation-said-already", "M-12", "PML_33"));
        }
        if !ruling.confirmed && ruling.reason.is_none() {
            return Err(Refusal::invalid("reason", "mediation-ruling-reason"));
        }
        Ok(one(Fact::Ruled(Box::new(ruling.clone()))))
    }

    /// M-05: what may become a case for the police is told to them, not only written down.
    fn risk(&self, report: &RiskReport, env: &Env<'_>) -> Decided {
        rules::a_mediator_acts(self, env)?;
        match &report.police {
            Some((_, on)) => rules::not_to_come("police_on", *on, env)?,
            None if report.kind.goes_to_the_police() => {
                return Err(refuse("mediation-police", "M-05", "PML_25").on("police"));
            }
            None => {}
        }
        Ok(one(Fact::RiskReported(Box::new(report.clone()))))
    }

    fn owed(&self, term: u16) -> Result<&Performance, Refusal> {
        let known = self.performance.get(usize::from(term).wrapping_sub(1));
        let known = known.ok_or_else(|| Refusal::invalid("term", "mediation-term-unknown"))?;
        if known.done.is_some() { Err(refuse("mediation-term-done", "M-10", "PML_31")) } else { Ok(known) }
    }

    fn perform(&self, term: u16, done: &Done, env: &Env<'_>) -> Decided {
        rules::a_mediator_acts(self, env)?;
        let known = self.owed(term)?;
        rules::not_to_come("on", done.on, env)?;
        let running = self.clocks.iter().filter(|clock| clock.is_open() && Some(clock.id) == known.clock);
        let clocks = running.map(|clock| ClockMove::Changed(clock.stop(env.now()))).collect();
        Ok(vec![Event { fact: Fact::Performed { term, done: done.clone() }, clocks }])
    }

    /// Once a day, for what is late.
    fn urge(&self, term: u16, env: &Env<'_>) -> Decided {
        rules::a_mediator_acts(self, env)?;
        let known = self.owed(term)?;
        if !known.late {
            return Err(refuse("mediation-not-late", "M-10", "PML_31"));
        }
        if known.urged_at.is_some_and(|at| kernel::beijing_date(at) == env.ctx.today()) {
            return Err(refuse("mediation-urged", "M-10", "PML_31"));
        }
        Ok(one(Fact::Urged { term }))
    }

    /// Whoever was urged and did not act may be sued; both are told how (M-13).
    fn tell_ways(&self, term: u16, env: &Env<'_>) -> Decided {
        rules::a_mediator_acts(self, env)?;
        let known = self.owed(term)?;
        if known.urged_at.is_none() {
            return Err(refuse("mediation-urge-first", "M-10", "PML_31"));
        }
        if known.ways_told_at.is_some() {
            return Err(refuse("mediation-said-already", "M-13", "PML_32"));
        }
        let running = self.clocks.iter().filter(|clock| clock.is_open() && Some(clock.id) == known.clock);
        let clocks = running.map(|clock| ClockMove::Changed(clock.stop(env.now()))).collect();
        Ok(vec![Event { fact: Fact::WaysTold { term }, clocks }])
    }

    /// A file is put away when nothing of it is awaited: everything done, or both told how to get it.
    fn archive(&self, env: &Env<'_>) -> Decided {
        a_person(env)?;
        if let Some(open) = self.performance.iter().position(|one| !one.is_closed()) {
            return Err(refuse("mediation-term-open", "M-10", "PML_31").with("term", open + 1));
        }
        if self.confirmation.applied.is_some() && self.confirmation.ruled.is_none() {
            return Err(refuse("mediation-court-open", "M-12", "PML_33"));
        }
        Ok(vec![Event { fact: Fact::Archived, clocks: lifecycle::stop(&self.clocks, &[CONFIRM], env.now()) }])
    }
}

impl super::transitions::CommandKind {
    /// What is asked before the agreement binds.
    fn is_before_agreement(self) -> bool {
        matches!(
            self,
            Self::Consent
                | Self::Refuse
                | Self::Leave
                | Self::Fail
                | Self::StepBack
                | Self::NotifyRights
                | Self::Hold
                | Self::ConfirmMinutes
                | Self::Agree
                | Self::Sign
        )
    }
}

impl Ending {
    /// As an event of this moment says it.
    pub(super) fn of(fact: &Fact, at: jiff::Timestamp) -> Option<Self> {
        match fact {
            Fact::Ended { kind, party, reason, .. } => {
                Some(Self { kind: *kind, party: *party, reason: reason.clone(), at })
            }
            _ => None,
        }
    }
}
