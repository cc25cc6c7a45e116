//! What can be seen on a case that may make it rise, and the first rule that says it must.

use jiff::Timestamp;
use kernel::{OrgId, OrgLevel};

use super::model::{Rises, Trigger};
use crate::{
    case::CaseKind,
    deadline::{Clock, ClockSet},
    oversight::{EscalationRule, Oversight},
};

/// Something that may make a case rise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// What.
    pub trigger: Trigger,
    /// How much: days over, hops, times; 1 for what simply is.
    pub measure: u32,
    /// Which occasion.
    pub occasion: String,
    /// The clock's definition, when it is a clock.
    pub def: Option<String>,
}

impl Sign {
    /// A sign that is no clock.
    #[must_use]
    pub fn of(trigger: Trigger, measure: usize, occasion: &dyn ToString) -> Self {
        let measure = u32::try_from(measure).unwrap_or(u32::MAX);
        Self { trigger, measure, occasion: occasion.to_string(), def: None }
    }
}

/// A case that can rise.
pub trait Rising {
    /// Its kind.
    fn case_kind(&self) -> CaseKind;

    /// Every time it rose.
    fn rises(&self) -> &Rises;

    /// Who has it in its hands.
    fn in_hand(&self) -> OrgId;

    /// Who is complained of: never leads (article 28.3).
    fn complained_of(&self) -> Option<OrgId>;

    /// What it shows besides its clocks.
    fn signs(&self) -> Vec<Sign>;

    /// Every clock that ever ran.
    fn clocks(&self) -> &[Clock];

    /// Who leads now: whoever it rose to, else whoever has it.
    fn lead(&self) -> OrgId {
        self.rises().lead().unwrap_or_else(|| self.in_hand())
    }

    /// Everything it shows at `now`, clocks that ran out among it. A right that lapses is nobody's delay, and a mandate that never
    /// came or ran out is the agent's, not of whoever does the work.
    fn all_signs(&self, now: Timestamp, set: &ClockSet) -> Vec<Sign> {
        let duty = |clock: &&Clock| set.get(clock.def.as_str()).is_none_or(crate::deadline::ClockDef::is_duty);
        let work = |clock: &&Clock| !matches!(clock.def.as_str(), "MANDATE_3WD" | "MANDATE_TERM_CUSTOM");
        let over = self.clocks().iter().filter(|clock| clock.is_overdue(now)).filter(duty).filter(work);
        let over = over.map(|clock| Sign {
            trigger: Trigger::Overdue,
            measure: days_between(clock.due_at, now),
            occasion: clock.id.to_string(),
            def: Some(clock.def.to_string()),
        });
        over.chain(self.signs()).collect()
    }
}

/// Whole days from one moment to a later one.
pub(crate) fn days_between(from: Timestamp, to: Timestamp) -> u32 {
    u32::try_from(to.duration_since(from).as_secs().max(0) / 86_400).unwrap_or(u32::MAX)
}

/// The first rule that makes the case rise from `level`, with what it saw; `None` when nothing does, or every occasion has
/// raised it from here before.
#[must_use]
pub fn hit<'a>(
    rules: &'a Oversight,
    case: &dyn Rising,
    level: OrgLevel,
    signs: &'a [Sign],
) -> Option<(&'a EscalationRule, &'a Sign)> {
    rules.escalation.iter().filter(|rule| rule.speaks_of(case.case_kind(), level)).find_map(|rule| {
        let seen = signs
            .iter()
            .find(|sign| rule.sees(sign) && !case.rises().covers(sign.trigger, &sign.occasion, Some(level)));
        seen.map(|sign| (rule, sign))
    })
}
