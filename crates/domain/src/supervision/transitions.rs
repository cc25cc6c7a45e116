//! The one table of supervision (rules.md 10.8).

use super::{
    commands::Command,
    model::{RungState, Stage, Supervision},
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-supervision" {
        /// 发出
        Issue = "ISSUE",
        /// 拟好，等人签（系统）
        Propose = "PROPOSE",
        /// 签发
        Sign = "SIGN",
        /// 不发
        Drop = "DROP",
        /// 回话
        Answer = "ANSWER",
        /// 看回话
        Judge = "JUDGE",
        /// 核查
        Verify = "VERIFY",
        /// 挂牌
        List = "LIST",
        /// 摘牌
        Delist = "DELIST",
        /// 约谈、通报、责令整改
        Measure = "MEASURE",
        /// 结束
        Close = "CLOSE",
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
            Self::Issue | Self::Propose | Self::Close => Action::IssueRung,
            Self::Sign | Self::Drop => Action::SignRung,
            Self::Answer => Action::AnswerRung,
            Self::Judge => Action::JudgeRung,
            Self::Verify => Action::VerifyMatter,
            Self::List | Self::Delist => Action::ListMatter,
            Self::Measure => Action::MeasureUnit,
            Self::MarkOverdue | Self::RecomputeClocks => return None,
        })
    }
}

/// One row of the table.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

const NONE: &[&str] = &[];
/// Within which the unit answers a rung.
pub(super) const REPLY: &str = "SUPERVISION_CUSTOM";
const RUNNING: &[Stage] = &[S::Open, S::Notified, S::Responded, S::Reopened, S::Escalated];
const AWAITING: &[Stage] = &[S::Notified, S::Responded, S::Reopened, S::Escalated];

/// Every transition of supervision (rules.md 10.8). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Issue, RUNNING => RUNNING, &[W::Supervisor, W::System], +&[REPLY], -NONE, "R-036" "A40", true),
    row!(Propose, RUNNING => RUNNING, &[W::Supervisor, W::System], +NONE, -NONE, "6.1" "A40", false),
    row!(Sign, RUNNING => RUNNING, &[W::Supervisor], +&[REPLY], -NONE, "6.1" "A40", true),
    row!(Drop, RUNNING => RUNNING, &[W::Supervisor], +NONE, -NONE, "6.1" "A40", false),
    row!(Answer, AWAITING => AWAITING, &[W::UnitLeader], +NONE, -&[REPLY], "10.8" "A40", false),
    row!(Judge, &[S::Responded] => RUNNING, &[W::Supervisor], +&[REPLY], -NONE, "10.8" "A40", false),
    row!(Verify, RUNNING => RUNNING, &[W::Supervisor], +NONE, -NONE, "6.1" "A38", false),
    row!(List, RUNNING => RUNNING, &[W::Supervisor], +NONE, -NONE, "R-111" "A39", true),
    row!(Delist, RUNNING => RUNNING, &[W::Supervisor], +NONE, -NONE, "R-111" "A39", false),
    row!(Measure, RUNNING => &[S::Responded, S::Reopened, S::Escalated], &[W::Supervisor], +NONE, -NONE, "R-111" "A39", false),
    row!(Close, RUNNING => &[S::Closed], &[W::Supervisor, W::System], +NONE, -&[REPLY], "10.8" "A40", false),
    row!(MarkOverdue, RUNNING => RUNNING, &[W::System], +NONE, -NONE, "10.8" "A40", false),
    row!(RecomputeClocks, RUNNING => RUNNING, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Supervision, "table-title-supervision", under division since opened_at, also leaves_room);

/// What a row needs beside its stage.
fn leaves_room(supervision: &Supervision, command: CommandKind) -> bool {
    let any = |test: &dyn Fn(&super::model::Rung) -> bool| supervision.rungs.iter().any(test);
    match command {
        K::Sign | K::Drop => any(&|rung| rung.state == RungState::Proposed),
        K::Answer => any(&super::model::Rung::awaits_answer),
        K::List => supervision.listed().is_none(),
        K::Delist => supervision.listed().is_some(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_only_answers_and_a_rule_never_signs() {
        for row in TRANSITIONS {
            let by_unit = row.who.contains(&W::UnitLeader);
            assert_eq!(by_unit, row.command == K::Answer, "{}", row.command);
        }
        assert_eq!(transition(K::Sign).who, [W::Supervisor]);
    }
}
