//! The one table of suggestions (rules.md 10.2).

use kernel::Text;

use super::{
    commands::Command,
    model::{Course, Stage, Suggestion},
    rules,
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-suggestion" {
        /// 转送
        Forward = "FORWARD",
        /// 提异议
        Object = "OBJECT",
        /// 不同意换单位
        RejectObjection = "REJECT_OBJECTION",
        /// 同意换单位
        ApproveObjection = "APPROVE_OBJECTION",
        /// 接下来研究
        TakeUp = "TAKE_UP",
        /// 换人研究
        Reassign = "REASSIGN",
        /// 写回复
        SaveDraft = "SAVE_DRAFT",
        /// 退回修改
        ReturnDraft = "RETURN_DRAFT",
        /// 签发
        Sign = "SIGN",
        /// 登记办好了
        FinishItem = "FINISH_ITEM",
        /// 登记不办了
        GiveUpItem = "GIVE_UP_ITEM",
        /// 研究奖励
        ConsiderReward = "CONSIDER_REWARD",
        /// 办结
        Close = "CLOSE",
        /// 归档
        Archive = "ARCHIVE",
        /// 撤回
        Withdraw = "WITHDRAW",
        /// 补充材料
        AddMaterial = "ADD_MATERIAL",
        /// 催一催
        Nudge = "NUDGE",
        /// 说能不能公开
        SayPublication = "SAY_PUBLICATION",
        /// 评价
        Rate = "RATE",
        /// 记督办（系统）
        NoteSupervision = "NOTE_SUPERVISION",
        /// 超期（系统）
        MarkOverdue = "MARK_OVERDUE",
        /// 重算期限（系统）
        RecomputeClocks = "RECOMPUTE_CLOCKS",
    }
}

impl CommandKind {
    /// The action that access has to permit; `None` for what only the system does. What an office does with a suggestion it may
    /// do because it may do the same with a petition: the reply is its opinion, what was taken up its execution.
    #[must_use]
    pub const fn action(self) -> Option<Action> {
        Some(match self {
            Self::Forward => Action::Forward,
            Self::Object => Action::Object,
            Self::RejectObjection | Self::ApproveObjection => Action::DecideObjection,
            Self::TakeUp => Action::Accept,
            Self::Reassign => Action::AssignHandler,
            Self::SaveDraft => Action::DraftOpinion,
            Self::ReturnDraft | Self::Sign => Action::SignOpinion,
            Self::FinishItem | Self::GiveUpItem => Action::RecordExecution,
            Self::ConsiderReward => Action::ConsiderReward,
            Self::Close => Action::Close,
            Self::Archive => Action::Archive,
            Self::Withdraw => Action::Withdraw,
            Self::AddMaterial => Action::AddMaterial,
            Self::Nudge => Action::Nudge,
            Self::SayPublication => Action::SayPublication,
            Self::Rate => Action::Rate,
            Self::NoteSupervision | Self::MarkOverdue | Self::RecomputeClocks => return None,
        })
    }
}

/// One row of the table.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

const NONE: &[&str] = &[];
const FORWARDING: &[&str] = &["FORWARD_15D"];
const ARRIVAL: &[&str] = &["NOTIFY_15D", "OBJECTION_5WD"];
/// Until when she gets her reply 〔P〕: the ordinary time, and that of what is simple.
pub(super) const REPLY: &[&str] = &[ORDINARY, SIMPLE];
pub(super) const ORDINARY: &str = "SUGGESTION_60D";
pub(super) const SIMPLE: &str = "SUGGESTION_SIMPLE_10WD";
/// The clock of something that is to be done.
pub(super) const ITEM: &str = "SUGGESTION_ITEM_CUSTOM";
const ALL_CLOCKS: &[&str] = &["FORWARD_15D", "NOTIFY_15D", "OBJECTION_5WD", ORDINARY, SIMPLE, ITEM];
const OPEN: &[Stage] = &[S::Registered, S::Forwarded, S::Objected, S::Studying, S::Drafted, S::Replied, S::Tracked];
const UNANSWERED: &[Stage] = &[S::Registered, S::Forwarded, S::Objected, S::Studying, S::Drafted];
const ANSWERED: &[Stage] = &[S::Replied, S::Tracked, S::Closed];

/// Every transition of a suggestion (rules.md 10.2). One row per command. There is no row for a review, and none for the six
/// questions of article 31.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Forward, &[S::Registered] => &[S::Forwarded], &[W::Bureau], +&["NOTIFY_15D", "OBJECTION_5WD", "SUGGESTION_60D"], -FORWARDING, "R-030" "A22_1", true),
    row!(Object, &[S::Forwarded] => &[S::Objected], &[W::Unit], +NONE, -&["OBJECTION_5WD"], "R-043" "A23_3", true),
    row!(RejectObjection, &[S::Objected] => &[S::Forwarded], &[W::Bureau], +NONE, -NONE, "R-043" "A23_3", true),
    row!(ApproveObjection, &[S::Objected] => &[S::Forwarded], &[W::Bureau], +ARRIVAL, -ARRIVAL, "R-043" "A23_3", true),
    row!(TakeUp, &[S::Forwarded] => &[S::Studying], &[W::Unit], +&["SUGGESTION_SIMPLE_10WD"], -&["NOTIFY_15D", "OBJECTION_5WD", "SUGGESTION_60D"], "R-062" "A29", true),
    row!(Reassign, &[S::Studying, S::Drafted] => &[S::Studying], &[W::UnitLeader], +NONE, -NONE, "R-061" "A28_3", false),
    row!(SaveDraft, &[S::Studying] => &[S::Studying, S::Drafted], &[W::Handler], +NONE, -NONE, "R-062" "A29", false),
    row!(ReturnDraft, &[S::Drafted] => &[S::Studying], &[W::UnitLeader], +NONE, -NONE, "R-062" "A29", false),
    row!(Sign, &[S::Drafted] => &[S::Replied, S::Tracked], &[W::UnitLeader], +&["SUGGESTION_ITEM_CUSTOM"], -REPLY, "R-062" "A29", true),
    row!(FinishItem, &[S::Tracked] => &[S::Tracked, S::Replied], &[W::Unit, W::Handler], +NONE, -&["SUGGESTION_ITEM_CUSTOM"], "10.2" "A29", true),
    row!(GiveUpItem, &[S::Tracked] => &[S::Tracked, S::Replied], &[W::Unit, W::Handler], +NONE, -&["SUGGESTION_ITEM_CUSTOM"], "10.2" "A29", true),
    row!(ConsiderReward, ANSWERED => ANSWERED, &[W::UnitLeader, W::Bureau], +NONE, -NONE, "R-062" "A29", true),
    row!(Close, &[S::Replied] => &[S::Closed], &[W::Unit, W::Bureau], +NONE, -ALL_CLOCKS, "10.2" "A29", true),
    row!(Archive, &[S::Closed] => &[S::Archived], &[W::Bureau], +NONE, -NONE, "10.2" "", false),
    row!(Withdraw, UNANSWERED => &[S::Withdrawn], &[W::Petitioner], +NONE, -ALL_CLOCKS, "10.2" "", true),
    row!(AddMaterial, OPEN => OPEN, &[W::Petitioner, W::Agent, W::Bureau, W::Unit], +NONE, -NONE, "R-003" "A19_1", true),
    row!(Nudge, OPEN => OPEN, &[W::Petitioner, W::Agent], +NONE, -NONE, "R-100" "A21_2", true),
    row!(SayPublication, Stage::ALL => Stage::ALL, &[W::Petitioner], +NONE, -NONE, "10.2" "", true),
    row!(Rate, ANSWERED => ANSWERED, &[W::Petitioner], +NONE, -NONE, "R-102" "A21_2", true),
    row!(NoteSupervision, OPEN => OPEN, &[W::System], +NONE, -NONE, "10.8" "A40", true),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +NONE, -NONE, "R-045" "A40", true),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", true),
];

lifecycle::governed!(Suggestion, "table-title-suggestion", under division since registered_at, also room, bare bare);

/// What a row needs beside its stage.
fn room(state: &Suggestion, command: CommandKind) -> bool {
    match (command, &state.course) {
        (K::Object, Course::Forwarded(work)) => !work.settled,
        (K::ConsiderReward, _) => state.reward.is_none(),
        (K::Close, _) => rules::a_reward_was_considered(state).is_ok(),
        _ => true,
    }
}

fn bare(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        // Its number is drawn only when it is signed.
        K::Sign => Command::Sign { number: Text::parse("number", "—").ok()? },
        K::Close => Command::Close,
        K::Archive => Command::Archive,
        K::Nudge => Command::Nudge,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_starts_what_belongs_to_a_petition() {
        for row in TRANSITIONS {
            for def in row.starts {
                assert!(!def.contains("REVIEW") && !def.contains("RECHECK") && *def != "HANDLE_60D", "{def}");
            }
        }
    }
}
