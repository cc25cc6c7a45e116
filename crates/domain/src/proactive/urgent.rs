//! 紧急情况: a danger that a find shows is reported at once, whatever else becomes of it (article 25; rules.md 10.5). The log keeps
//! what kind of danger it is and which offices were told, from closed lists: nobody is described.

use jiff::Timestamp;
use kernel::{Refusal, UserId};
use serde::{Deserialize, Serialize};

use crate::names;

names! {
    /// What may happen.
    pub enum Danger in "find-danger" {
        /// 可能动手伤人
        Violence = "VIOLENCE",
        /// 可能伤害自己
        SelfHarm = "SELF_HARM",
        /// 可能有别的极端事情
        Extreme = "EXTREME",
    }
}

names! {
    /// Who was told.
    pub enum Told in "find-told" {
        /// 公安机关（110）
        Police = "POLICE",
        /// 急救（120）
        Ambulance = "AMBULANCE",
        /// 苏木乡镇、旗县的党委政府
        Government = "GOVERNMENT",
        /// 信访部门
        Bureau = "BUREAU",
    }
}

/// A danger that was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgent {
    /// What may happen.
    pub danger: Danger,
    /// Who was told.
    pub told: Vec<Told>,
    /// Who reported it.
    pub by: UserId,
    /// When it was written down.
    pub at: Timestamp,
}

/// Article 25, People's Mediation Law 25: a danger is told to the government of the place at least, and violence to the police.
///
/// # Errors
/// `urgent-untold`, `urgent-police` on `told`.
pub(super) fn whoever_must_know_was_told(danger: Danger, told: &[Told]) -> Result<(), Refusal> {
    if danger == Danger::Violence && !told.contains(&Told::Police) {
        return Err(Refusal::rule("urgent-police", "10.5", "A25").on("told"));
    }
    if told.is_empty() {
        return Err(Refusal::rule("urgent-untold", "10.5", "A25").on("told"));
    }
    Ok(())
}
