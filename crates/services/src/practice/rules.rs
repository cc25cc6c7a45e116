//! The rules of a pack that hold as whole tables: rising and supervision, the rhythm of boards, the duties of whoever takes
//! charge, and notices. A pack keeps of each only what is not as it came with the program.

use std::collections::BTreeMap;

use domain::{
    access::{
        Permit,
        actions::{AdminCycles, AdminNotices, AdminOversight, AdminPractice},
    },
    advice::AdviceKind,
    cycle::{Cadence, CycleRules, Target},
    escalation::Redoing,
    leadership::{DutyRule, LeaderRules, Post, VisitRule},
    notice::{NoticeRules, Purpose, Quiet, Sentences, Wording},
    oversight::{EscalationRule, Oversight, RungRule},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Fault, OrgLevel, Text};
use store::Tx;

use super::Pack;
use crate::{Error, cycle, kit::Reference, leadership, outbox, oversight, reference};

/// `oversight.toml`: what goes with the rules of rising and supervision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// What has to be done anew when a matter rose.
    pub redoings: Vec<Redoing>,
    /// How many people verify, at least.
    pub verifiers: u32,
    /// Days within which a piece of advice is answered, by kind.
    pub advice_days: Vec<(AdviceKind, u32)>,
}

impl Around {
    /// As it came with the program.
    #[must_use]
    pub fn shipped() -> Self {
        Self::of(Oversight::shipped())
    }

    fn of(table: &Oversight) -> Self {
        let days = |kind: &AdviceKind| (*kind, table.advice_days(*kind));
        Self {
            redoings: table.redoings.clone(),
            verifiers: table.verifiers,
            advice_days: AdviceKind::ALL.iter().map(days).collect(),
        }
    }
}

/// `notices.toml`: at which hours, and for how long it is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// When no telephone rings.
    pub quiet: Quiet,
    /// Hours after which a notice that did not go is given up.
    pub give_up_hours: u16,
    /// Minutes after which a notice that is due and has not gone is stuck.
    pub stuck_minutes: u16,
}

impl Hours {
    /// As they came with the program.
    #[must_use]
    pub fn shipped() -> Self {
        Self::of(&NoticeRules::shipped())
    }

    fn of(rules: &NoticeRules) -> Self {
        Self { quiet: rules.quiet.clone(), give_up_hours: rules.give_up_hours, stuck_minutes: rules.stuck_minutes }
    }
}

/// Everything that a pack says in such tables; what is empty holds as it came with the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// When a matter rises, the whole table.
    pub escalation: Vec<EscalationRule>,
    /// When a rung of supervision begins, the whole table.
    pub rungs: Vec<RungRule>,
    /// What goes with them.
    pub around: Option<Around>,
    /// How often each level looks, the whole list.
    pub cadences: BTreeMap<OrgLevel, Cadence>,
    /// What is to have happened by when, the whole list.
    pub targets: Vec<Target>,
    /// The duties of whoever takes charge; all of a post when one of it is named.
    pub charge: Vec<(Post, DutyRule)>,
    /// 五访: how often which visit is due, the whole list.
    pub visits: Vec<VisitRule>,
    /// The hours of notices.
    pub hours: Option<Hours>,
    /// The sentences of notices that are said otherwise, by language and occasion.
    pub sentences: BTreeMap<(String, Purpose), String>,
}

impl Rules {
    /// What holds in a place beyond what came with the program.
    #[must_use]
    pub fn in_force(reference: &Reference, place: &DivisionCode, day: Date) -> Self {
        let oversight = reference.oversight.in_force(place, day);
        let oversight = oversight.as_deref().unwrap_or(Oversight::shipped());
        let cycles = reference.cycles.in_force(place, day).map_or_else(CycleRules::shipped, |one| (*one).clone());
        let leaders = reference.leaders.in_force(place, day).map_or_else(LeaderRules::shipped, |one| (*one).clone());
        let notices = reference.notices.in_force(place, day).map_or_else(NoticeRules::shipped, |one| (*one).clone());
        let mut rules = Self {
            escalation: oversight.escalation.clone(),
            rungs: oversight.rungs.clone(),
            around: Some(Around::of(oversight)),
            cadences: cycles.cadences,
            targets: cycles.targets,
            charge: charge(&leaders),
            visits: leaders.visits.clone(),
            hours: Some(Hours::of(&notices)),
            sentences: sentences(&notices.wording),
        };
        rules.own_only();
        rules
    }

    /// Leaves out what is as it came with the program.
    pub(super) fn own_only(&mut self) {
        let (oversight, cycles) = (Oversight::shipped(), CycleRules::shipped());
        if self.escalation == oversight.escalation {
            self.escalation.clear();
        }
        if self.rungs == oversight.rungs {
            self.rungs.clear();
        }
        self.around = self.around.take().filter(|around| *around != Around::shipped());
        if self.cadences == cycles.cadences {
            self.cadences.clear();
        }
        if self.targets == cycles.targets {
            self.targets.clear();
        }
        if !self.charge.is_empty() {
            // Who is not named keeps the duties that came with the program.
            self.charge = charge(&self.leaders(Date::MIN));
        }
        if self.charge == charge(&LeaderRules::shipped()) {
            self.charge.clear();
        }
        self.hours = self.hours.take().filter(|hours| *hours != Hours::shipped());
        let shipped = sentences(&Wording::shipped());
        self.sentences.retain(|key, text| shipped.get(key) != Some(text));
    }

    /// The rules of rising and supervision, from a day on.
    #[must_use]
    pub fn oversight(&self, version: Text<60>, day: Date) -> Oversight {
        let shipped = Oversight::shipped();
        let around = self.around.clone().unwrap_or_else(Around::shipped);
        Oversight {
            division: None,
            version,
            effective_from: day,
            redoings: around.redoings,
            escalation: or(&self.escalation, &shipped.escalation),
            rungs: or(&self.rungs, &shipped.rungs),
            advice_days: around.advice_days,
            verifiers: around.verifiers,
        }
    }

    /// The rhythm, from a day on.
    #[must_use]
    pub fn cycles(&self, day: Date) -> CycleRules {
        let shipped = CycleRules::shipped();
        let cadences = if self.cadences.is_empty() { shipped.cadences.clone() } else { self.cadences.clone() };
        CycleRules { effective_from: day, cadences, targets: or(&self.targets, &shipped.targets), ..shipped }
    }

    /// The duties of whoever takes charge, from a day on.
    #[must_use]
    pub fn leaders(&self, day: Date) -> LeaderRules {
        let shipped = LeaderRules::shipped();
        let of = |post: Post| -> Vec<DutyRule> {
            self.charge.iter().filter(|(own, _)| *own == post).map(|(_, rule)| rule.clone()).collect()
        };
        let (leader, delegate) = (of(Post::Leader), of(Post::Delegate));
        LeaderRules {
            effective_from: day,
            leader: or(&leader, &shipped.leader),
            delegate: or(&delegate, &shipped.delegate),
            visits: self.visits.clone(),
            ..shipped
        }
    }

    /// Notices, from a day on.
    #[must_use]
    pub fn notices(&self, day: Date) -> NoticeRules {
        let hours = self.hours.clone().unwrap_or_else(Hours::shipped);
        let mut wording = Wording::shipped();
        for ((tag, purpose), text) in &self.sentences {
            wording.0.entry(tag.clone()).or_default().insert(*purpose, text.clone());
        }
        NoticeRules {
            effective_from: day,
            quiet: hours.quiet,
            give_up_hours: hours.give_up_hours,
            stuck_minutes: hours.stuck_minutes,
            wording,
            ..NoticeRules::shipped()
        }
    }
}

/// A version that begins later, with what is changed now: a part that it left as it was would else go back on its day. A part
/// that it changes itself stays as it says. `None` when it is to stay as it is.
fn carried(later: &Oversight, old: &Oversight, new: &Oversight) -> Option<Oversight> {
    let mut table = later.clone();
    if later.escalation == old.escalation {
        table.escalation.clone_from(&new.escalation);
    }
    if later.rungs == old.rungs {
        table.rungs.clone_from(&new.rungs);
    }
    if (&later.redoings, later.verifiers, &later.advice_days) == (&old.redoings, old.verifiers, &old.advice_days) {
        table.redoings.clone_from(&new.redoings);
        table.verifiers = new.verifiers;
        table.advice_days.clone_from(&new.advice_days);
    }
    (table != *later).then_some(table)
}

fn or<T: Clone>(own: &[T], shipped: &[T]) -> Vec<T> {
    if own.is_empty() { shipped.to_vec() } else { own.to_vec() }
}

pub(super) fn charge(rules: &LeaderRules) -> Vec<(Post, DutyRule)> {
    let of = |post: Post, all: &[DutyRule]| all.iter().map(|rule| (post, rule.clone())).collect::<Vec<_>>();
    [of(Post::Leader, &rules.leader), of(Post::Delegate, &rules.delegate)].concat()
}

fn sentences(wording: &Wording) -> BTreeMap<(String, Purpose), String> {
    let of = |(tag, all): (&String, &Sentences)| {
        all.iter().map(|(purpose, text)| ((tag.clone(), *purpose), text.clone())).collect::<Vec<_>>()
    };
    wording.0.iter().flat_map(of).collect()
}

/// Leave for these tables, in one division.
#[derive(Debug)]
pub(super) struct Leave<'a> {
    pub(super) oversight: &'a Permit<AdminOversight>,
    pub(super) cycles: &'a Permit<AdminCycles>,
    pub(super) leaders: &'a Permit<AdminPractice>,
    pub(super) notices: &'a Permit<AdminNotices>,
}

/// Publishes each table that is not as before; what a pack does not say goes back to what came with the program.
pub(super) fn start(
    tx: &mut Tx,
    ctx: &Ctx,
    leave: &Leave<'_>,
    (here, before): (&Pack, &Pack),
    day: Date,
) -> Result<(), Error> {
    let (here, before) = (&here.rules, &before.rules);
    let place = leave.oversight.place();
    let table = |rules: &Rules| (rules.escalation.clone(), rules.rungs.clone(), rules.around.clone());
    if table(here) != table(before) {
        let known = reference::load(tx)?.oversight;
        let version = known.next_name(place, day.year());
        let new = here.oversight(Text::parse("version", &version)?, day);
        let old = before.oversight(new.version.clone(), day);
        let later = known.of(place).into_iter().filter(|one| one.effective_from > day);
        for table in later.filter_map(|one| carried(&one, &old, &new)).chain([new.clone()]) {
            let text = serde_json::to_string(&table).map_err(|error| Fault::inconsistent("oversight", error))?;
            oversight::load_oversight(tx, ctx, leave.oversight, &text)?;
        }
    }
    if (&here.cadences, &here.targets) != (&before.cadences, &before.targets) {
        cycle::publish(tx, ctx, leave.cycles, here.cycles(day))?;
    }
    if (&here.charge, &here.visits) != (&before.charge, &before.visits) {
        leadership::publish(tx, ctx, leave.leaders, here.leaders(day))?;
    }
    if (&here.hours, &here.sentences) != (&before.hours, &before.sentences) {
        outbox::publish(tx, ctx, leave.notices, here.notices(day))?;
    }
    Ok(())
}
