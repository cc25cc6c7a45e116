//! The one table of the find.

use super::{
    commands::Command,
    model::{Find, Stage},
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-find" {
        /// 指派
        Assign = "ASSIGN",
        /// 告知来意
        Inform = "INFORM",
        /// 她愿意
        Consent = "CONSENT",
        /// 她不愿意
        Decline = "DECLINE",
        /// 再去一次
        Revisit = "REVISIT",
        /// 签委托书
        GiveMandate = "GIVE_MANDATE",
        /// 撤销委托
        RevokeMandate = "REVOKE_MANDATE",
        /// 记一笔
        Progress = "PROGRESS",
        /// 办好了，等她确认
        Resolve = "RESOLVE",
        /// 确认解决没有
        Confirm = "CONFIRM",
        /// 提级
        Escalate = "ESCALATE",
        /// 按规则提级（系统）
        RaiseByRule = "RAISE_BY_RULE",
        /// 转人民调解
        Mediate = "MEDIATE",
        /// 调解结束
        EndMediation = "END_MEDIATION",
        /// 报告紧急情况
        ReportUrgent = "REPORT_URGENT",
        /// 又发生了
        Reopen = "REOPEN",
        /// 转信访事项
        Convert = "CONVERT",
        /// 超期（系统）
        MarkOverdue = "MARK_OVERDUE",
        /// 重算期限（系统）
        RecomputeClocks = "RECOMPUTE_CLOCKS",
    }
}

impl CommandKind {
    /// The action that access has to permit; `None` for what only the system does.
    #[must_use]
    pub const fn action(self) -> Option<Action> {
        Some(match self {
            Self::Assign => Action::AssignFind,
            Self::Inform | Self::Consent | Self::Decline | Self::Revisit => Action::VisitFind,
            Self::GiveMandate | Self::Progress | Self::Resolve | Self::Mediate | Self::EndMediation => {
                Action::HandleFind
            }
            Self::ReportUrgent => Action::ReportUrgentFind,
            Self::Escalate | Self::Reopen | Self::Convert => Action::CarryOnFind,
            Self::RevokeMandate | Self::Confirm => Action::AnswerFind,
            Self::RaiseByRule | Self::MarkOverdue | Self::RecomputeClocks => return None,
        })
    }
}

/// One row of the table.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

/// The statutory fifteen days, from the day it was first seen.
pub(super) const STATUTORY: &str = "AGENCY_COUNTY_15D";
/// After which what is left of a declined find is gone.
pub(super) const FORGET: &str = "FIND_DECLINED_CUSTOM";
/// The term of the mandate.
pub(super) const TERM: &str = "MANDATE_TERM_CUSTOM";

const NONE: &[&str] = &[];
const VILLAGE: &str = "AGENCY_VILLAGE_3WD";
const TOWNSHIP: &str = "AGENCY_TOWNSHIP_7WD";
const ALL_CLOCKS: &[&str] = &[VILLAGE, TOWNSHIP, STATUTORY, TERM];
const OPEN: &[Stage] = &[S::Observed, S::Informed, S::Consented, S::Handling, S::Mediation, S::AgentResolved];
const AGREED: &[Stage] = &[S::Consented, S::Handling, S::Mediation, S::AgentResolved];
const RISING: &[Stage] = &[S::Handling, S::Mediation, S::AgentResolved];
const RISEN: &[Stage] = &[S::Handling, S::Mediation];
const ANY: &[Stage] =
    &[S::Observed, S::Informed, S::Consented, S::Declined, S::Handling, S::Mediation, S::AgentResolved];

/// Every transition of the find (rules.md 10.5). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Assign, OPEN => OPEN, &[W::Lead], +NONE, -&[TERM], "10.5" "A28_3", false),
    row!(Inform, &[S::Observed] => &[S::Informed], &[W::Finder, W::Agent], +NONE, -NONE, "3.3" "", false),
    row!(Consent, &[S::Informed, S::Declined] => &[S::Consented], &[W::Finder, W::Agent], +&[STATUTORY], -&[FORGET], "3.3" "", true),
    row!(Decline, &[S::Informed] => &[S::Declined], &[W::Finder, W::Agent], +&[FORGET], -NONE, "10.5" "", false),
    row!(Revisit, &[S::Declined] => &[S::Declined], &[W::Finder, W::Agent], +NONE, -NONE, "10.5" "", false),
    row!(GiveMandate, &[S::Consented, S::Handling] => &[S::Handling], &[W::Agent], +&[VILLAGE, TERM], -NONE, "3.3" "", true),
    row!(RevokeMandate, RISING => RISING, &[W::Petitioner], +NONE, -&[TERM], "3.3" "", true),
    row!(Progress, AGREED => AGREED, &[W::Agent], +NONE, -NONE, "3.4" "", true),
    row!(Resolve, &[S::Handling] => &[S::AgentResolved], &[W::Agent], +NONE, -NONE, "10.5" "", true),
    row!(Confirm, &[S::AgentResolved] => &[S::Closed, S::Handling], &[W::Petitioner], +&[TOWNSHIP], -ALL_CLOCKS, "10.5" "", true),
    row!(Escalate, RISING => RISEN, &[W::Agent, W::Lead], +&[TOWNSHIP], -&[VILLAGE, TOWNSHIP], "3.5" "", true),
    row!(RaiseByRule, RISING => RISEN, &[W::System], +&[TOWNSHIP], -&[VILLAGE, TOWNSHIP], "3.5" "", true),
    row!(Mediate, &[S::Handling] => &[S::Mediation], &[W::Agent], +NONE, -NONE, "10.5" "", true),
    row!(EndMediation, &[S::Mediation] => &[S::Handling, S::AgentResolved], &[W::Agent], +NONE, -NONE, "10.5" "", true),
    row!(ReportUrgent, ANY => ANY, &[W::Finder, W::Agent, W::Lead], +NONE, -NONE, "R-037" "A25", false),
    row!(Reopen, &[S::Closed] => &[S::Handling], &[W::Petitioner, W::Agent, W::Lead], +&[STATUTORY], -NONE, "10.5" "", true),
    row!(Convert, AGREED => &[S::Converted], &[W::Petitioner, W::Agent, W::Lead], +NONE, -ALL_CLOCKS, "3.5" "A22_1", true),
    row!(MarkOverdue, ANY => &[S::Observed, S::Informed, S::Consented, S::Declined, S::Handling, S::Mediation, S::AgentResolved, S::Forgotten], &[W::System], +NONE, -&[FORGET, TERM], "3.5" "", true),
    row!(RecomputeClocks, ANY => ANY, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Find, "table-title-find", under division since observed_at, also leaves_room, bare bare);

/// What a row needs beside its stage.
fn leaves_room(find: &Find, command: CommandKind) -> bool {
    match command {
        K::RevokeMandate => find.agent.is_some(),
        K::GiveMandate => find.agent.is_some() && find.agency.mandate.is_none(),
        K::Escalate | K::RaiseByRule => find.level().and_then(super::Level::above).is_some(),
        _ => true,
    }
}

/// The commands that need no data, to be tried out.
fn bare(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        K::Inform => Command::Inform,
        K::Decline => Command::Decline,
        K::Revisit => Command::Revisit,
        K::Escalate => Command::Escalate,
        K::Mediate => Command::Mediate,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_she_ends_it_as_settled_and_nothing_of_hers_comes_before_her_word() {
        let closing: Vec<K> =
            TRANSITIONS.iter().filter(|row| row.to.contains(&S::Closed)).map(|row| row.command).collect();
        assert_eq!(closing, [K::Confirm]);
        assert_eq!(transition(K::Confirm).who, [W::Petitioner]);
        let consenting: Vec<K> = TRANSITIONS
            .iter()
            .filter(|row| row.to == [S::Handling] && row.from.contains(&S::Observed))
            .map(|row| row.command)
            .collect();
        assert!(consenting.is_empty());
    }
}
