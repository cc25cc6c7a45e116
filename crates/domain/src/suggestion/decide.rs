//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use kernel::{CaseId, CaseNumber, Refusal, Text, UserId};

use super::{
    commands::{Command, Register},
    events::{Event, Fact, Registered},
    model::{Course, Draft, Item, PointAnswer, Study, Suggestion, Work},
    rules,
    transitions::{CommandKind, ITEM, ORDINARY, SIMPLE, transition},
};
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
    petition::rules as petition_rules,
    supervision::{Notice, RungKind},
};

impl Suggestion {
    /// The first event of a new suggestion. One that was filed as a petition keeps the day on which that was received, and its
    /// fifteen days with it.
    ///
    /// # Errors
    /// `received-in-future`; `received-long-ago` unless it was moved here.
    pub fn register(cmd: Register, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        if cmd.moved_from.is_none() {
            petition_rules::received_is_past(cmd.received_at, env)?;
        }
        let forward = env.start_clock("FORWARD_15D", cmd.received_at, None)?;
        let fact = Fact::Registered(Box::new(Registered {
            id,
            number,
            division: cmd.division,
            bureau: cmd.bureau,
            channel: cmd.channel,
            received_at: cmd.received_at,
            title: cmd.title,
            facts: cmd.facts,
            points: cmd.points,
            petitioner: cmd.petitioner,
            agent: cmd.agent,
            agent_until: cmd.agent_until,
            category: cmd.category,
            call: cmd.call,
            moved_from: cmd.moved_from,
            publish: cmd.publish,
        }));
        Ok(Event { fact, clocks: vec![ClockMove::Started(forward)] })
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.row_now(command.kind())?;
        match command {
            Command::Forward { .. }
            | Command::Object { .. }
            | Command::RejectObjection { .. }
            | Command::ApproveObjection { .. } => self.finding_its_way(command, env),
            Command::TakeUp { .. }
            | Command::Reassign { .. }
            | Command::SaveDraft { .. }
            | Command::ReturnDraft { .. }
            | Command::Sign { .. } => self.studying(command, env),
            Command::FinishItem { .. }
            | Command::GiveUpItem { .. }
            | Command::ConsiderReward { .. }
            | Command::Close
            | Command::Archive => self.following_up(command, env),
            Command::NoteSupervision(notice) => Ok(vec![Event::of(noted(notice))]),
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
            _ => self.hers(command, env),
        }
    }

    fn finding_its_way(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match (command, &self.course) {
            (Command::Forward { to, category }, _) => {
                let fact = Fact::Forwarded { from: self.bureau, to: *to, category: category.clone() };
                self.with_clocks(fact, command.kind(), env)
            }
            (Command::Object { reason }, Course::Forwarded(work)) => {
                a_person(env)?;
                rules::objection_in_time_with_reasons(self, work, reason.as_str(), env)?;
                self.with_clocks(Fact::Objected { reason: reason.clone() }, command.kind(), env)
            }
            (Command::RejectObjection { reason }, _) => {
                Ok(vec![Event::of(Fact::ObjectionRejected { reason: reason.clone() })])
            }
            (Command::ApproveObjection { to, reason }, Course::Objected { work, .. }) => {
                rules::another_unit(work, *to)?;
                // Her sixty days run on: only what the new unit has to do first begins anew.
                let fact = Fact::ObjectionApproved { to: *to, reason: reason.clone() };
                self.with_clocks(fact, command.kind(), env)
            }
            _ => Err(self.not_now(command.kind())),
        }
    }

    fn studying(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match (command, &self.course) {
            (Command::TakeUp { handler, simple }, Course::Forwarded(work)) => {
                self.take_up(work, *handler, simple.as_ref(), env)
            }
            (Command::Reassign { handler, reason }, Course::Studying(study)) => {
                if study.handler == *handler {
                    return Err(Refusal::invalid("handler", "reassign-same"));
                }
                Ok(vec![Event::of(Fact::Reassigned { handler: *handler, reason: reason.clone() })])
            }
            (Command::SaveDraft { findings, answers, submit }, _) => {
                a_person(env)?;
                rules::answers_are_whole(self, answers, env.ctx.today())?;
                if *submit {
                    rules::every_point_is_answered(self, answers)?;
                }
                let (findings, answers) = (findings.clone(), answers.clone());
                Ok(vec![Event::of(Fact::DraftSaved { findings, answers, submitted: *submit })])
            }
            (Command::ReturnDraft { reason }, _) => Ok(vec![Event::of(Fact::DraftReturned { reason: reason.clone() })]),
            (Command::Sign { number }, Course::Studying(study)) => match &study.draft {
                Some(draft) => self.sign(study, draft, number, env),
                None => Err(self.not_now(command.kind())),
            },
            _ => Err(self.not_now(command.kind())),
        }
    }

    /// The short time counts from the same day as the long one; where it is past already, nothing was simple.
    fn take_up(
        &self,
        work: &Work,
        handler: UserId,
        simple: Option<&Text<500>>,
        env: &Env<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        let mut stops = vec!["NOTIFY_15D", "OBJECTION_5WD"];
        let mut started = vec![];
        if simple.is_some() {
            let clock = env.start_clock(SIMPLE, self.sent_first().unwrap_or(work.since), None)?;
            if clock.due_at <= env.now() {
                let late = Refusal::rule("suggestion-simple-late", "R-062", "A29").on("simple");
                return Err(late.with("due", clock.statutory));
            }
            stops.push(ORDINARY);
            started.push(ClockMove::Started(clock));
        }
        let mut clocks = lifecycle::stop(&self.clocks, &stops, env.now());
        clocks.append(&mut started);
        Ok(vec![Event { fact: Fact::TakenUp { handler, simple: simple.cloned() }, clocks }])
    }

    /// When it first went to a unit.
    fn sent_first(&self) -> Option<jiff::Timestamp> {
        self.hops.first().map(|hop| hop.at)
    }

    fn sign(&self, study: &Study, draft: &Draft, number: &Text<60>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        rules::somebody_else_signs(study, draft, env.actor)?;
        rules::answers_are_whole(self, &draft.answers, env.ctx.today())?;
        rules::every_point_is_answered(self, &draft.answers)?;
        let mut clocks = lifecycle::stop(&self.clocks, transition(CommandKind::Sign).stops, env.now());
        let items = items_of(&draft.answers, &mut clocks, env)?;
        Ok(vec![Event { fact: Fact::Replied { number: number.clone(), items }, clocks }])
    }

    fn following_up(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::FinishItem { item, on, evidence } => {
                rules::done_by_today(*on, env)?;
                let fact = Fact::ItemDone { item: *item, on: *on, evidence: evidence.clone() };
                self.end_item(*item, fact, env)
            }
            Command::GiveUpItem { item, reason } => {
                self.end_item(*item, Fact::ItemGivenUp { item: *item, reason: reason.clone() }, env)
            }
            Command::ConsiderReward { granted, text } => {
                a_person(env)?;
                if self.reward.is_some() {
                    return Err(Refusal::rule("suggestion-reward-considered", "R-062", "A29"));
                }
                Ok(vec![Event::of(Fact::RewardConsidered { granted: *granted, text: text.clone() })])
            }
            Command::Close => {
                rules::a_reward_was_considered(self)?;
                self.with_clocks(Fact::Closed, command.kind(), env)
            }
            _ => Ok(vec![Event::of(Fact::Archived)]),
        }
    }

    fn end_item(&self, no: u16, fact: Fact, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        a_person(env)?;
        let item = self.item(no).ok_or_else(|| Refusal::invalid("item", "suggestion-item-unknown"))?;
        if item.end.is_some() {
            return Err(Refusal::rule("suggestion-item-ended", "R-062", "A29").with("item", no));
        }
        let running = self.clocks.iter().filter(|clock| clock.id == item.clock && clock.is_open());
        let clocks = running.map(|clock| ClockMove::Changed(clock.stop(env.now()))).collect();
        Ok(vec![Event { fact, clocks }])
    }

    fn hers(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let fact = match command {
            Command::Withdraw { reason } => {
                return self.with_clocks(Fact::Withdrawn { reason: reason.clone() }, command.kind(), env);
            }
            Command::AddMaterial { note, files } => Fact::MaterialAdded { note: note.clone(), files: *files },
            Command::Nudge => Fact::Nudged,
            Command::SayPublication { allowed } => {
                if *allowed == self.publish {
                    return Ok(vec![]);
                }
                Fact::PublicationSaid { allowed: *allowed }
            }
            Command::Rate { grade, comment } => {
                petition_rules::rating_changes_in_its_window(self.rating.as_ref(), None, env)?;
                Fact::Rated { grade: *grade, comment: comment.clone() }
            }
            _ => return Err(self.not_now(command.kind())),
        };
        Ok(vec![Event::of(fact)])
    }

    /// The fact with the clocks that the table starts and stops.
    fn with_clocks(&self, fact: Fact, kind: CommandKind, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let row = transition(kind);
        let mut clocks = lifecycle::stop(&self.clocks, row.stops, env.now());
        for def in row.starts {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        Ok(vec![Event { fact, clocks }])
    }
}

/// What is to be done, in the order of her points, each with its clock.
fn items_of(answers: &[PointAnswer], clocks: &mut Vec<ClockMove>, env: &Env<'_>) -> Result<Vec<Item>, Refusal> {
    let mut items = vec![];
    let mut sorted: Vec<&PointAnswer> = answers.iter().collect();
    sorted.sort_by_key(|answer| answer.point);
    for (point, intended) in sorted.iter().flat_map(|answer| answer.items.iter().map(|item| (answer.point, item))) {
        let clock = env.start_clock(ITEM, env.now(), Some(rules::days_until(intended.due, env.ctx.today())?))?;
        let no = u16::try_from(items.len() + 1).unwrap_or(u16::MAX);
        items.push(Item { no, point, intended: intended.clone(), clock: clock.id, end: None });
        clocks.push(ClockMove::Started(clock));
    }
    Ok(items)
}

/// She is told that her unit has to answer for the delay; a reminder, and advice on accountability, are the offices' own.
fn noted(notice: &Notice) -> Fact {
    match notice.rung {
        Some(RungKind::Reminder | RungKind::AccountabilityAdvice) => Fact::SupervisionNoted(Box::new(notice.clone())),
        _ => Fact::Supervised(Box::new(notice.clone())),
    }
}
