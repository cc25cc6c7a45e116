//! The one table of review and recheck (rules.md 10.6).

use kernel::Text;

use super::{
    commands::Command,
    model::{Review, Stage},
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-review" {
        /// 受理
        Accept = "ACCEPT",
        /// 不予受理
        Reject = "REJECT",
        /// 原单位交卷
        SendFile = "SEND_FILE",
        /// 换承办人
        Reassign = "REASSIGN",
        /// 通知听证
        CallHearing = "CALL_HEARING",
        /// 取消听证
        CancelHearing = "CANCEL_HEARING",
        /// 听证开始
        OpenHearing = "OPEN_HEARING",
        /// 听证结束
        EndHearing = "END_HEARING",
        /// 写意见
        SaveDraft = "SAVE_DRAFT",
        /// 审核通过
        Check = "CHECK",
        /// 退回修改
        ReturnDraft = "RETURN_DRAFT",
        /// 签发
        Sign = "SIGN",
        /// 送达
        Serve = "SERVE",
        /// 补充材料
        AddMaterial = "ADD_MATERIAL",
        /// 撤回
        Withdraw = "WITHDRAW",
        /// 评价
        Rate = "RATE",
        /// 督办记录（系统）
        NoteSupervision = "NOTE_SUPERVISION",
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
            Self::Accept | Self::Reject | Self::Reassign => Action::AcceptReview,
            Self::SendFile => Action::SendReviewFile,
            Self::CallHearing | Self::CancelHearing | Self::OpenHearing | Self::EndHearing | Self::SaveDraft => {
                Action::ExamineReview
            }
            Self::Check | Self::ReturnDraft => Action::CheckReview,
            Self::Sign => Action::SignReview,
            Self::Serve => Action::ServeReview,
            Self::AddMaterial | Self::Withdraw | Self::Rate => Action::PursueReview,
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
/// Within which the first body sends its file 〔P〕.
pub(super) const FILE: &str = "REVIEW_FILE_5WD";
const CLOCKS: &[&str] = &["REVIEW_DECIDE_30D", "RECHECK_DECIDE_30D", FILE];
const WRITING: &[Stage] = &[S::Accepted, S::Examining];
const LOOKED_INTO: &[Stage] = &[S::Accepted, S::Examining, S::Hearing, S::Drafted, S::Checked];
const OPEN: &[Stage] = &[S::Requested, S::Accepted, S::Examining, S::Hearing, S::Drafted, S::Checked, S::Issued];
const UNSIGNED: &[Stage] = &[S::Requested, S::Accepted, S::Examining, S::Hearing, S::Drafted, S::Checked];

/// Every transition of review and recheck (rules.md 10.6). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Accept, &[S::Requested] => &[S::Accepted], &[W::Reviewer], +&[FILE], -NONE, "R-080" "A35", true),
    row!(Reject, &[S::Requested] => &[S::RejectedLate, S::RejectedScope], &[W::Reviewer], +NONE, -CLOCKS, "R-086" "A35", true),
    row!(SendFile, LOOKED_INTO => &[S::Examining, S::Hearing, S::Drafted, S::Checked], &[W::FirstUnit], +NONE, -&[FILE], "10.6" "A35", false),
    row!(Reassign, LOOKED_INTO => LOOKED_INTO, &[W::Reviewer, W::UnitLeader], +NONE, -NONE, "R-061" "A28_3", false),
    row!(CallHearing, WRITING => WRITING, &[W::Reviewer], +NONE, -NONE, "R-082" "A36_2", true),
    row!(CancelHearing, WRITING => WRITING, &[W::Reviewer], +NONE, -NONE, "R-082" "A36_2", true),
    row!(OpenHearing, WRITING => &[S::Hearing], &[W::Reviewer], +NONE, -NONE, "R-082" "A36_2", true),
    row!(EndHearing, &[S::Hearing] => &[S::Accepted, S::Examining], &[W::Reviewer], +NONE, -NONE, "R-082" "A36_2", true),
    row!(SaveDraft, WRITING => &[S::Examining, S::Drafted], &[W::Reviewer], +NONE, -NONE, "R-086" "A35", false),
    row!(Check, &[S::Drafted] => &[S::Checked], &[W::Reviewer, W::Checker], +NONE, -NONE, "R-086" "A35", false),
    row!(ReturnDraft, &[S::Drafted, S::Checked] => &[S::Examining], &[W::Reviewer, W::Checker, W::UnitLeader], +NONE, -NONE, "R-086" "A35", false),
    row!(Sign, &[S::Checked] => &[S::Issued], &[W::UnitLeader], +NONE, -CLOCKS, "R-080" "A35", true),
    row!(Serve, &[S::Issued] => &[S::Served], &[W::Reviewer], +NONE, -NONE, "R-081" "A36_1", true),
    row!(AddMaterial, OPEN => OPEN, &[W::Petitioner, W::Agent, W::Reviewer], +NONE, -NONE, "R-003" "A19_1", true),
    row!(Withdraw, UNSIGNED => &[S::Withdrawn], &[W::Petitioner], +NONE, -CLOCKS, "10.6" "A35", true),
    row!(Rate, &[S::Served] => &[S::Served], &[W::Petitioner], +NONE, -NONE, "R-102" "A21_2", true),
    row!(NoteSupervision, OPEN => OPEN, &[W::System], +NONE, -NONE, "10.1-21" "A40", true),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +NONE, -NONE, "R-045" "A40", true),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", true),
];

lifecycle::governed!(Review, "table-title-review", under division since received_at, also open_to, bare bare);

/// Only a hearing that was called is cancelled.
fn open_to(review: &Review, command: CommandKind) -> bool {
    command != K::CancelHearing || review.called.is_some()
}

/// The commands that need no data, to be tried out.
fn bare(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        K::Check => Command::Check,
        // Its number is drawn only when it is signed.
        K::Sign => Command::Sign { number: Text::parse("number", "—").ok()? },
        _ => return None,
    })
}
