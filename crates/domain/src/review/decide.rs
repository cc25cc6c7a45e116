//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, ClaimId, NonEmpty, Refusal, Text, UserId, beijing_date};

use super::{
    commands::{Command, DraftRuling, Request},
    events::{Event, Fact, Requested},
    model::{Contested, Draft, Examination, Level, Procedure, RejectGround, Review},
    rules,
    transitions::{CommandKind, FILE, transition},
};
use crate::{
    case::{Rating, ServiceMethod},
    deadline::PauseReason,
    env::Env,
    lifecycle::{self, ClockMove},
    petition::{Petition, Serve, rules as petition_rules},
    supervision::RungKind,
};

impl Review {
    /// The first event of a new review of `petition`.
    ///
    /// # Errors
    /// The rule that the request breaks: the claims (10.6), the organ, the time, who asks (3.2).
    pub fn request(
        petition: &Petition,
        request: Request,
        id: CaseId,
        number: CaseNumber,
        env: &Env<'_>,
    ) -> Result<Event, Refusal> {
        rules::she_asks_herself(petition, request.lodged, env)?;
        let level = request.level;
        let ids: Vec<ClaimId> = request.claims.iter().map(|(claim, _)| *claim).collect();
        rules::the_claims_may_be_contested(petition, level, &ids)?;
        rules::the_organ_stands_above(&request)?;
        let late = rules::in_time_or_with_a_cause(petition, &request, env)?;
        let contested = contested(petition, &request.claims)?;
        let unknown =
            || Refusal::rule("review-claim-unanswered", "R-080", level.article()).on("claims").with("claim", 1);
        let (opinion, opinion_served, earlier) = petition.contested_opinion(level, &ids).ok_or_else(unknown)?;
        let term = env.start_clock(level.decide(), env.now(), None)?;
        let fact = Fact::Requested(Box::new(Requested {
            id,
            number,
            level,
            division: request.division,
            organ: request.organ,
            office: request.office,
            petition: petition.id,
            petition_number: petition.number.clone(),
            title: petition.title.clone(),
            petitioner: petition.petitioner,
            unit: petition.unit().unwrap_or(petition.bureau),
            opinion,
            opinion_served,
            earlier,
            bodies: request.bodies,
            involved: request.involved,
            contested,
            lodged: request.lodged,
            posted_on: request.posted_on,
            received_at: env.now(),
            late: late.map(|late| (late.due, late.cause)),
        }));
        Ok(Event { fact, clocks: vec![ClockMove::Started(term)] })
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let kind = command.kind();
        self.row_now(kind)?;
        match command {
            Command::AddMaterial { note, files } => {
                Ok(vec![Event::of(Fact::MaterialAdded { note: note.clone(), files: *files })])
            }
            Command::Withdraw { reason } => Ok(self.over(kind, Fact::Withdrawn { reason: reason.clone() }, env)),
            Command::Rate { grade, comment } => {
                rating_is_open(self.rating.as_ref(), env)?;
                Ok(vec![Event::of(Fact::Rated { grade: *grade, comment: comment.clone() })])
            }
            Command::SendFile { note } => {
                let org = rules::the_first_body_sends_its_file(self, env)?;
                let clocks = lifecycle::stop(&self.clocks, &[FILE], env.now());
                Ok(vec![Event { fact: Fact::FileSent { org, note: note.clone() }, clocks }])
            }
            Command::NoteSupervision(notice) => Ok(vec![Event::of(match notice.rung {
                Some(RungKind::Reminder | RungKind::AccountabilityAdvice) => Fact::SupervisionNoted(notice.clone()),
                _ => Fact::Supervised(notice.clone()),
            })]),
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
            _ => {
                rules::the_office_acts(self, env)?;
                self.by_the_office(command, env)
            }
        }
    }

    /// What the office does.
    fn by_the_office(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Accept { examiner, late } => self.accept(*examiner, late.as_ref(), env),
            Command::Reject { ground, reason } => {
                if *ground == RejectGround::Late && self.late.is_none() {
                    return Err(Refusal::rule("review-not-late", "R-080", "A35").on("ground"));
                }
                Ok(self.over(command.kind(), Fact::Rejected { ground: *ground, reason: reason.clone() }, env))
            }
            Command::Reassign { examiner, reason } => {
                rules::nobody_reviews_her_own_answer(self, *examiner, None)
                    .map_err(|refusal| refusal.on("examiner"))?;
                let (examination, _) = self.examining(CommandKind::Reassign)?;
                let checked = examination.draft.as_ref().and_then(|draft| draft.checked).map(|(by, _)| by);
                if examination.examiner == *examiner || checked == Some(*examiner) {
                    return Err(Refusal::invalid("examiner", "reassign-same"));
                }
                Ok(vec![Event::of(Fact::Reassigned { examiner: *examiner, reason: reason.clone() })])
            }
            Command::CallHearing { on, hours, place, persons } => {
                rules::a_hearing_is_called_before_its_day(self, *on, env)?;
                let (hours, place, persons) = (hours.clone(), place.clone(), persons.clone());
                Ok(vec![Event::of(Fact::HearingCalled { on: *on, hours, place, persons })])
            }
            Command::CancelHearing { reason } => match self.called {
                Some(_) => Ok(vec![Event::of(Fact::HearingCancelled { reason: reason.clone() })]),
                None => Err(Refusal::rule("hearing-not-called", "R-082", "A36_2")),
            },
            Command::OpenHearing { from, place, persons } => self.open_hearing(*from, (place, persons), env),
            Command::EndHearing { to, minutes } => self.end_hearing(*to, minutes, env),
            Command::SaveDraft { findings, rulings, submit } => self.save_draft(findings, rulings, *submit, env),
            Command::Check => {
                let (examination, draft) = self.drafted(CommandKind::Check)?;
                rules::the_writer_does_not_check(draft, examination.examiner, env.actor)?;
                self.whole(draft)?;
                Ok(vec![Event::of(Fact::DraftChecked)])
            }
            Command::ReturnDraft { reason } => Ok(vec![Event::of(Fact::DraftReturned { reason: reason.clone() })]),
            Command::Sign { number } => self.sign(number, env),
            Command::Serve(serve) => self.serve(serve, env),
            // The rest went its own way above.
            _ => Ok(vec![]),
        }
    }

    fn accept(&self, examiner: UserId, late: Option<&Text<1000>>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::lateness_is_excused_in_writing(self.late.as_ref(), late.is_some())?;
        rules::nobody_reviews_her_own_answer(self, examiner, None).map_err(|refusal| refusal.on("examiner"))?;
        let file = env.start_clock(FILE, env.now(), None)?;
        let fact = Fact::Accepted { examiner, late: late.cloned() };
        Ok(vec![Event { fact, clocks: vec![ClockMove::Started(file)] }])
    }

    /// Only the recheck's clock knows a hearing for which it stands still (article 36.2, T-10).
    fn open_hearing(
        &self,
        from: Date,
        (place, persons): (&Text<200>, &Text<1000>),
        env: &Env<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let after = self
            .hearings
            .last()
            .and_then(|hearing| hearing.ended.as_ref())
            .map(|(day, _)| day.saturating_add(day_span()));
        let first = beijing_date(self.received_at).saturating_add(day_span());
        rules::hearing_days_are_honest(self, from, after.map_or(first, |after| after.max(first)), env)?;
        let fact = Fact::HearingOpened { from, place: place.clone(), persons: persons.clone() };
        let mut clocks = vec![];
        if let (Level::Recheck, Some(term)) = (self.level, self.running(self.level.decide())) {
            let at = if from == beijing_date(env.now()) { env.now() } else { kernel::beijing_noon(from) };
            let paused = term.pause(PauseReason::Hearing, at, env.clock_def(term.def.as_str())?)?;
            clocks.push(ClockMove::Changed(paused));
        }
        Ok(vec![Event { fact, clocks }])
    }

    fn end_hearing(&self, to: Date, minutes: &Text<5000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let hearing = self.hearing().ok_or_else(|| self.not_now(CommandKind::EndHearing))?;
        rules::hearing_days_are_honest(self, to, hearing.from, env)?;
        let mut clocks = vec![];
        if let Some(term) = self.running(self.level.decide()).filter(|clock| !clock.is_running()) {
            let at = if to == beijing_date(env.now()) { env.now() } else { kernel::beijing_noon(to) };
            clocks.push(ClockMove::Changed(term.resume(at, env.calendar)?));
        }
        Ok(vec![Event { fact: Fact::HearingEnded { to, minutes: minutes.clone() }, clocks }])
    }

    fn save_draft(
        &self,
        findings: &Text<10000>,
        rulings: &[DraftRuling],
        submit: bool,
        env: &Env<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let ids: Vec<ClaimId> = rulings.iter().map(|ruling| ruling.claim).collect();
        for (i, new) in rulings.iter().enumerate() {
            let Some(contested) = self.contest(new.claim).filter(|_| !ids[..i].contains(&new.claim)) else {
                return Err(Refusal::invalid("rulings", "claim-unknown"));
            };
            let today = env.ctx.today();
            rules::a_ruling_is_whole(contested.no, contested.answer.text.as_str(), &new.ruling, today)?;
        }
        if submit {
            rules::every_claim_is_decided(self, &ids)?;
        }
        let rulings = rulings.iter().map(|new| (new.claim, new.ruling.clone())).collect();
        Ok(vec![Event::of(Fact::DraftSaved { findings: findings.clone(), rulings, submitted: submit })])
    }

    fn whole(&self, draft: &Draft) -> Result<(), Refusal> {
        let ids: Vec<ClaimId> = draft.rulings.iter().map(|(claim, _)| *claim).collect();
        rules::every_claim_is_decided(self, &ids)
    }

    fn sign(&self, number: &Text<60>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let (examination, draft) = self.drafted(CommandKind::Sign)?;
        let Some((checker, _)) = draft.checked else { return Err(self.not_now(CommandKind::Sign)) };
        rules::two_people_sign(draft, examination.examiner, checker, env.actor)?;
        self.whole(draft)?;
        Ok(self.over(CommandKind::Sign, Fact::Issued { number: number.clone() }, env))
    }

    fn serve(&self, serve: &Serve, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let Procedure::Issued { issued, .. } = &self.procedure else { return Err(self.not_now(CommandKind::Serve)) };
        petition_rules::service_is_honest(self.agent.is_some(), serve, issued.at, env.now())?;
        if serve.method.is_without_paper() {
            return Err(Refusal::rule("told-needs-simple", "2.9", "SIMPLE_2016").on("method"));
        }
        if serve.method == ServiceMethod::ByAgent && self.agent.is_none() {
            return Err(Refusal::rule("served-to-no-agent", "T-09", "A35").on("method"));
        }
        Ok(vec![Event::of(Fact::Served {
            method: serve.method,
            on: serve.on,
            evidence: serve.evidence.clone(),
            late_entry_reason: serve.late_entry_reason.clone(),
        })])
    }

    /// A fact with which the clocks that the table names stop.
    fn over(&self, kind: CommandKind, fact: Fact, env: &Env<'_>) -> Vec<Event> {
        vec![Event { fact, clocks: lifecycle::stop(&self.clocks, transition(kind).stops, env.now()) }]
    }

    fn examining(&self, kind: CommandKind) -> Result<(&Examination, Option<&Draft>), Refusal> {
        match &self.procedure {
            Procedure::Examining(examination) => Ok((examination, examination.draft.as_ref())),
            _ => Err(self.not_now(kind)),
        }
    }

    fn drafted(&self, kind: CommandKind) -> Result<(&Examination, &Draft), Refusal> {
        match self.examining(kind)? {
            (examination, Some(draft)) => Ok((examination, draft)),
            _ => Err(self.not_now(kind)),
        }
    }
}

fn day_span() -> jiff::Span {
    jiff::Span::new().days(1)
}

/// a rating may be changed for some days.
fn rating_is_open(earlier: Option<&Rating>, env: &Env<'_>) -> Result<(), Refusal> {
    petition_rules::rating_changes_in_its_window(earlier, None, env)
}

fn contested(petition: &Petition, claims: &[(ClaimId, Text<2000>)]) -> Result<NonEmpty<Contested>, Refusal> {
    let one = |(id, reason): &(ClaimId, Text<2000>)| {
        let claim = petition.live_claims().find(|claim| claim.id == *id)?;
        let answer = claim.answer.clone()?;
        Some(Contested { claim: *id, no: claim.no, text: claim.text.clone(), answer, reason: reason.clone() })
    };
    NonEmpty::parse("claims", claims.iter().filter_map(one).collect())
}
