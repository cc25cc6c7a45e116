//! The one table of the report.

use super::{
    commands::Command,
    model::{Obstruction, Stage},
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-obstruction" {
        /// 接下来查
        TakeUp = "TAKE_UP",
        /// 记一笔
        Note = "NOTE",
        /// 答复
        Answer = "ANSWER",
        /// 补充
        Add = "ADD",
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
            Self::TakeUp => Action::TakeUpObstruction,
            Self::Note => Action::NoteObstruction,
            Self::Answer => Action::AnswerObstruction,
            Self::Add => Action::AddToObstruction,
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
/// Within which somebody has to take it in hand, and she has to be told what was done.
const TAKE_UP: &str = "OBSTRUCTION_TAKE_UP_3WD";
pub(super) const ANSWER: &str = "OBSTRUCTION_ANSWER_15D";
const OPEN: &[Stage] = &[S::Received, S::TakenUp];
const ALL: &[Stage] = &[S::Received, S::TakenUp, S::Answered];

/// The clocks that filing starts.
pub(super) const FILED: &[&str] = &[TAKE_UP, ANSWER];

/// Every transition of the report. One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(TakeUp, &[S::Received] => &[S::TakenUp], &[W::Receiver], +NONE, -&[TAKE_UP], "R-014" "A18_4", true),
    row!(Note, ALL => ALL, &[W::Receiver], +NONE, -NONE, "R-014" "A18_4", false),
    row!(Answer, &[S::TakenUp] => &[S::Answered], &[W::Receiver], +NONE, -&[TAKE_UP, ANSWER], "R-014" "A18_4", true),
    row!(Add, ALL => &[S::Received, S::TakenUp], &[W::Petitioner], +&[ANSWER], -NONE, "R-014" "A18_4", true),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +NONE, -NONE, "R-014" "A18_4", true),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Obstruction, "table-title-obstruction", under division since received_at);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_ends_it_but_by_telling_her_and_nobody_takes_it_back_for_her() {
        let to_the_end = TRANSITIONS.iter().filter(|row| row.from != row.to && row.to.contains(&S::Answered));
        assert_eq!(to_the_end.map(|row| row.command).collect::<Vec<_>>(), [K::Answer]);
        assert!(transition(K::Answer).told);
    }
}
