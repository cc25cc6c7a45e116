//! What is owed on a matter: the duties of whoever is in charge, and instructions. They fall due like everything else, and are
//! never a clock of the matter: a leader who is late delays no unit, and none of it makes a matter overdue.

use jiff::civil::Date;
use kernel::{OrgId, UserId};
use serde::{Deserialize, Serialize};

use super::model::{Duty, Instruction, Leadership};

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "no", rename_all = "snake_case")]
pub enum Owing {
    /// A duty of whoever is in charge, from 1.
    Duty(u16),
    /// One of the second who answers for it, from 1.
    SecondDuty(u16),
    /// An instruction, from 1.
    Instruction(u16),
}

impl Owing {
    /// Its name in keys.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Duty(_) | Self::SecondDuty(_) => "duty",
            Self::Instruction(_) => "instruction",
        }
    }
}

/// Who has to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Whoever is in charge.
    Leader(UserId),
    /// The unit that was instructed.
    Unit(OrgId),
}

/// Something that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Which.
    pub what: Owing,
    /// 包调查, or what was instructed.
    pub text: String,
    /// By whom.
    pub owner: Owner,
    /// Since when.
    pub since: Date,
    /// Until when.
    pub due: Date,
    /// Whether it was noted that the day passed.
    pub noted: bool,
}

impl Leadership {
    /// Everything that is not answered.
    #[must_use]
    pub fn owed(&self) -> Vec<Owed> {
        type Numbered = fn(u16) -> Owing;
        let first = self.charge.iter().map(|charge| (charge, Owing::Duty as Numbered));
        let both = first.chain(self.second.iter().map(|charge| (charge, Owing::SecondDuty as Numbered)));
        let all =
            both.flat_map(|(charge, of)| charge.duties.iter().zip(1..).map(move |(duty, no)| (charge, duty, of(no))));
        let duties = all.filter(|(_, duty, _)| duty.answer.is_none()).map(|(charge, duty, what)| Owed {
            what,
            text: duty.name.to_string(),
            owner: Owner::Leader(charge.leader),
            since: kernel::beijing_date(charge.at),
            due: duty.due,
            noted: duty.late,
        });
        let instructions = self.instructions.iter().filter(|one| one.answer.is_none()).map(|one| Owed {
            what: Owing::Instruction(one.no),
            text: one.text.to_string(),
            owner: Owner::Unit(one.to),
            since: kernel::beijing_date(one.at),
            due: one.due,
            noted: one.late,
        });
        duties.chain(instructions).collect()
    }

    /// The first day whose passing was not noted yet.
    #[must_use]
    pub fn next_look(&self) -> Option<Date> {
        self.owed().into_iter().filter(|one| !one.noted).map(|one| one.due).min()
    }

    /// What passed its day before `today` and was not noted: the first of it.
    #[must_use]
    pub fn fell_due(&self, today: Date) -> Option<Owed> {
        let passed = self.owed().into_iter().filter(|one| !one.noted && one.due < today);
        passed.min_by_key(|one| one.due)
    }

    /// That the day of `what` passed is noted.
    pub(super) fn note(&mut self, what: Owing) {
        match what {
            Owing::Duty(no) | Owing::SecondDuty(no) => {
                let charge = if matches!(what, Owing::Duty(_)) { &mut self.charge } else { &mut self.second };
                let duties = charge.as_mut().map(|charge| charge.duties.as_mut_slice()).unwrap_or_default();
                let duty: Option<&mut Duty> = duties.get_mut(usize::from(no).wrapping_sub(1));
                if let Some(duty) = duty {
                    duty.late = true;
                }
            }
            Owing::Instruction(no) => {
                let one: Option<&mut Instruction> = self.instructions.iter_mut().find(|one| one.no == no);
                if let Some(one) = one {
                    one.late = true;
                }
            }
        }
    }
}
