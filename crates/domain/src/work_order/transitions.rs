//! The one table of the work order.

use super::{
    commands::Command,
    model::{Stage, WorkOrder},
};
use crate::{
    access::Action,
    actor::Actor,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-order" {
        /// 当场答复
        Answer = "ANSWER",
        /// 告知途径
        Redirect = "REDIRECT",
        /// 派单
        Dispatch = "DISPATCH",
        /// 申请退单
        Object = "OBJECT",
        /// 不同意退单
        RejectObjection = "REJECT_OBJECTION",
        /// 同意退单，改派
        ApproveObjection = "APPROVE_OBJECTION",
        /// 认领
        Claim = "CLAIM",
        /// 联系
        Contact = "CONTACT",
        /// 延期
        Extend = "EXTEND",
        /// 答复
        Reply = "REPLY",
        /// 办完
        Done = "DONE",
        /// 回访
        FollowUp = "FOLLOW_UP",
        /// 提级
        Escalate = "ESCALATE",
        /// 转信访
        Convert = "CONVERT",
        /// 结束
        Close = "CLOSE",
        /// 评价
        Rate = "RATE",
        /// 记一笔
        Progress = "PROGRESS",
        /// 写委托书
        GiveMandate = "GIVE_MANDATE",
        /// 撤销委托
        RevokeMandate = "REVOKE_MANDATE",
        /// 说明自己要回避
        DeclareInterest = "DECLARE_INTEREST",
        /// 四重：记一项
        Redo = "REDO",
        /// 降回原来的一级
        BringDown = "BRING_DOWN",
        /// 记督办（系统）
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
            Self::Answer | Self::Redirect => Action::AnswerOrder,
            Self::Dispatch => Action::DispatchOrder,
            Self::Object => Action::ObjectOrder,
            Self::RejectObjection | Self::ApproveObjection => Action::DecideOrderObjection,
            Self::Claim => Action::ClaimOrder,
            Self::Contact => Action::Contact,
            Self::Extend => Action::ExtendOrder,
            Self::Reply => Action::ReplyOrder,
            Self::Done => Action::FinishOrder,
            Self::FollowUp => Action::FollowUp,
            Self::Escalate => Action::EscalateOrder,
            Self::Convert => Action::ConvertOrder,
            Self::Close => Action::Close,
            Self::Rate => Action::Rate,
            Self::Progress => Action::AddMaterial,
            Self::GiveMandate => Action::GiveMandate,
            Self::RevokeMandate => Action::RevokeMandate,
            Self::DeclareInterest => Action::DeclareInterest,
            Self::Redo | Self::BringDown => Action::LeadRisen,
            Self::NoteSupervision | Self::MarkOverdue | Self::RecomputeClocks => return None,
        })
    }
}

/// One row of the table; `Bureau` is the dispatching centre.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

const NONE: &[&str] = &[];
const ALL_CLOCKS: &[&str] = &["CLAIM_24H", "REPLY_72H", "CLOSE_7D", "MANDATE_3WD", "MANDATE_TERM_CUSTOM"];
const WORK_CLOCKS: &[&str] = &["CLAIM_24H", "REPLY_72H", "CLOSE_7D"];
const MANDATE_CLOCKS: &[&str] = &["MANDATE_3WD", "MANDATE_TERM_CUSTOM"];
const IN_WORK: &[Stage] = &[S::Claimed, S::Contacted, S::Replied, S::Rework];
/// Where whoever it rose to has it.
const UP: &[Stage] = &[S::Dispatched, S::Claimed, S::Contacted, S::Replied, S::Rework, S::Escalated];
const RATED: &[Stage] = &[S::Answered, S::Done, S::FollowedUp, S::Closed];
/// Before the unit says it is done.
const UNDONE: &[Stage] =
    &[S::Received, S::Dispatched, S::Objected, S::Claimed, S::Contacted, S::Replied, S::Rework, S::Escalated];
const OPEN: &[Stage] = &[
    S::Received,
    S::Dispatched,
    S::Objected,
    S::Claimed,
    S::Contacted,
    S::Replied,
    S::Done,
    S::Rework,
    S::Escalated,
    S::FollowedUp,
];

/// Also when it is over: what she gave she can take back.
const ANY: &[Stage] = Stage::ALL;

/// Every transition of the work order (rules.md 10.4). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Answer, &[S::Received] => &[S::Answered], &[W::Bureau], +NONE, -MANDATE_CLOCKS, "H-02" "", true),
    row!(Redirect, UNDONE => &[S::Redirected], &[W::Bureau], +NONE, -ALL_CLOCKS, "H-03" "", true),
    row!(Dispatch, &[S::Received] => &[S::Dispatched], &[W::Bureau], +WORK_CLOCKS, -NONE, "H-05" "", true),
    row!(Object, &[S::Dispatched] => &[S::Objected], &[W::Unit], +NONE, -NONE, "H-04" "", true),
    row!(RejectObjection, &[S::Objected] => &[S::Dispatched], &[W::Bureau], +NONE, -NONE, "H-04" "", true),
    row!(ApproveObjection, &[S::Objected] => &[S::Dispatched], &[W::Bureau], +&["CLAIM_24H"], -&["CLAIM_24H"], "H-04" "", true),
    row!(Claim, &[S::Dispatched, S::Escalated] => &[S::Claimed], &[W::Unit], +NONE, -&["CLAIM_24H"], "H-18" "", true),
    row!(Contact, IN_WORK => &[S::Contacted, S::Replied, S::Rework], &[W::Handler], +NONE, -NONE, "H-07" "", true),
    row!(Extend, IN_WORK => IN_WORK, &[W::UnitLeader], +NONE, -NONE, "H-07" "", true),
    row!(Reply, &[S::Claimed, S::Contacted, S::Rework] => &[S::Replied], &[W::Handler], +NONE, -&["REPLY_72H"], "H-18" "", true),
    row!(Done, &[S::Replied, S::Rework] => &[S::Done], &[W::Handler], +NONE, -&["REPLY_72H", "CLOSE_7D"], "H-18" "", true),
    row!(FollowUp, &[S::Done] => &[S::FollowedUp, S::Rework, S::Done], &[W::Bureau], +&["CLOSE_7D"], -NONE, "H-09" "", true),
    row!(Escalate, &[S::Dispatched, S::Claimed, S::Contacted, S::Replied, S::Rework] => &[S::Escalated], &[W::Bureau, W::Superior, W::System], +&["CLAIM_24H"], -&["CLAIM_24H"], "H-14" "", true),
    row!(Convert, OPEN => &[S::Converted], &[W::Bureau, W::Petitioner], +NONE, -ALL_CLOCKS, "4.2" "A22_1", true),
    row!(Close, &[S::FollowedUp] => &[S::Closed], &[W::Bureau, W::System], +NONE, -ALL_CLOCKS, "10.4" "", true),
    row!(Rate, RATED => RATED, &[W::Petitioner], +NONE, -NONE, "R-102" "A21_2", true),
    row!(Progress, OPEN => OPEN, &[W::Bureau, W::Unit, W::Handler], +NONE, -NONE, "R-101" "A21_2", true),
    row!(GiveMandate, OPEN => OPEN, &[W::Agent, W::Bureau], +&["MANDATE_TERM_CUSTOM"], -MANDATE_CLOCKS, "3.3" "", true),
    row!(RevokeMandate, ANY => ANY, &[W::Petitioner, W::Bureau], +NONE, -MANDATE_CLOCKS, "3.3" "", true),
    row!(DeclareInterest, OPEN => OPEN, &[W::Agent, W::Unit, W::Bureau], +NONE, -MANDATE_CLOCKS, "R-061" "A28_3", false),
    row!(Redo, UP => UP, &[W::Above], +NONE, -NONE, "3.3" "", false),
    row!(BringDown, UP => &[S::Dispatched], &[W::Above], +&["CLAIM_24H"], -&["CLAIM_24H"], "3.3" "", true),
    row!(NoteSupervision, OPEN => OPEN, &[W::System], +NONE, -NONE, "10.1-21" "A40", true),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +NONE, -MANDATE_CLOCKS, "H-18" "", true),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", true),
];

lifecycle::governed!(WorkOrder, "table-title-order", under division since registered_at, also leaves_room, bare bare, shown is_his, barred keeps_out);

/// The steps of a rise are those of whoever leads it.
fn is_his(of: &WorkOrder, kind: CommandKind, actor: Actor) -> bool {
    !matches!(kind, K::Redo | K::BringDown) || of.rises.is_led_by(actor.org())
}

/// Whoever stepped back may say so again, and nothing else.
fn keeps_out(of: &WorkOrder, kind: CommandKind, actor: Actor) -> Result<(), kernel::Refusal> {
    if kind == K::DeclareInterest { Ok(()) } else { of.agency.lets_act(actor) }
}

/// What a row needs beside its stage.
fn leaves_room(order: &WorkOrder, command: CommandKind) -> bool {
    match command {
        K::Object => order.work().is_some_and(|work| !work.settled),
        K::RevokeMandate => order.agent.is_some(),
        K::Redo | K::BringDown => order.rises.in_force().is_some(),
        K::Extend => order.running("CLOSE_7D").is_some_and(|clock| clock.extension_times == 0),
        _ => true,
    }
}

/// The commands that need no data, to be tried out.
fn bare(kind: CommandKind) -> Option<Command> {
    (kind == K::Close).then_some(Command::Close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_closes_before_somebody_uninvolved_asked() {
        assert_eq!(transition(K::Close).from, [S::FollowedUp]);
        assert_eq!(transition(K::FollowUp).who, [W::Bureau]);
    }
}
