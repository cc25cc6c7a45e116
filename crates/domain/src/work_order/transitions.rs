//! The one table of the work order.

use super::model::{Stage, WorkOrder};
pub use crate::petition::Who;
use crate::{access::Action, names};

names! {
    /// Commands without their data.
    pub enum CommandKind {
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
            Self::MarkOverdue | Self::RecomputeClocks => return None,
        })
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// What is asked.
    pub command: CommandKind,
    /// In which stages.
    pub from: &'static [Stage],
    /// Where it can lead.
    pub to: &'static [Stage],
    /// Who may ask; `Bureau` is the dispatching centre.
    pub who: &'static [Who],
    /// Clocks it starts.
    pub starts: &'static [&'static str],
    /// Clocks it stops.
    pub stops: &'static [&'static str],
    /// The rule of rules.md.
    pub rule: &'static str,
}

use CommandKind as K;
use Stage as S;
use Who as W;

const ALL_CLOCKS: &[&str] = &["CLAIM_24H", "REPLY_72H", "CLOSE_7D"];
const IN_WORK: &[Stage] = &[S::Claimed, S::Contacted, S::Replied, S::Rework, S::Escalated];
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

macro_rules! row {
    ($command:ident, $from:expr => $to:expr, $who:expr, +$starts:expr, -$stops:expr, $rule:literal) => {
        Transition {
            command: K::$command,
            from: $from,
            to: $to,
            who: $who,
            starts: $starts,
            stops: $stops,
            rule: $rule,
        }
    };
}

/// Every transition of the work order (rules.md 10.4). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Answer, &[S::Received] => &[S::Answered], &[W::Bureau], +&[], -&[], "H-02"),
    row!(Redirect, &[S::Received] => &[S::Redirected], &[W::Bureau], +&[], -&[], "H-03"),
    row!(Dispatch, &[S::Received] => &[S::Dispatched], &[W::Bureau], +ALL_CLOCKS, -&[], "H-05"),
    row!(Object, &[S::Dispatched] => &[S::Objected], &[W::Unit], +&[], -&[], "H-04"),
    row!(RejectObjection, &[S::Objected] => &[S::Dispatched], &[W::Bureau], +&[], -&[], "H-04"),
    row!(ApproveObjection, &[S::Objected] => &[S::Dispatched], &[W::Bureau], +&["CLAIM_24H"], -&["CLAIM_24H"], "H-04"),
    row!(Claim, &[S::Dispatched] => &[S::Claimed], &[W::Unit], +&[], -&["CLAIM_24H"], "H-18"),
    row!(Contact, IN_WORK => &[S::Contacted, S::Replied, S::Rework, S::Escalated], &[W::Handler], +&[], -&[], "H-07"),
    row!(Extend, IN_WORK => IN_WORK, &[W::UnitLeader], +&[], -&[], "H-07"),
    row!(Reply, &[S::Claimed, S::Contacted, S::Rework, S::Escalated] => &[S::Replied], &[W::Handler], +&[], -&["REPLY_72H"], "H-18"),
    row!(Done, &[S::Replied, S::Rework, S::Escalated] => &[S::Done], &[W::Handler], +&[], -&["CLOSE_7D"], "H-18"),
    row!(FollowUp, &[S::Done] => &[S::FollowedUp, S::Rework], &[W::Bureau], +&["CLOSE_7D"], -&[], "H-09"),
    row!(Escalate, &[S::Dispatched, S::Claimed, S::Contacted, S::Replied, S::Rework] => &[S::Escalated], &[W::Bureau, W::Superior, W::System], +&[], -&[], "H-14"),
    row!(Convert, OPEN => &[S::Converted], &[W::Bureau, W::Petitioner], +&[], -ALL_CLOCKS, "4.2"),
    row!(Close, &[S::FollowedUp] => &[S::Closed], &[W::Bureau, W::System], +&[], -ALL_CLOCKS, "10.4"),
    row!(Rate, &[S::Answered, S::Done, S::FollowedUp, S::Closed] => &[S::Answered, S::Done, S::FollowedUp, S::Closed], &[W::Petitioner], +&[], -&[], "R-102"),
    row!(Progress, OPEN => OPEN, &[W::Bureau, W::Unit, W::Handler], +&[], -&[], "R-101"),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +&[], -&[], "H-18"),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +&[], -&[], "T-11"),
];

/// The row of a command.
#[must_use]
pub fn transition(command: CommandKind) -> &'static Transition {
    // `every_command_has_exactly_one_row` keeps this total.
    TRANSITIONS.iter().find(|row| row.command == command).unwrap_or(&TRANSITIONS[0])
}

/// The commands that fit the stage of `order`, whoever asks.
pub fn allowed_now(order: &WorkOrder) -> impl Iterator<Item = &'static Transition> {
    let stage = order.stage();
    TRANSITIONS.iter().filter(move |row| {
        row.from.contains(&stage)
            && match row.command {
                K::Object => order.work().is_some_and(|work| !work.settled),
                K::Extend => order.running("CLOSE_7D").is_some_and(|clock| clock.extension_days == 0),
                _ => true,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_exactly_one_row() {
        for kind in CommandKind::ALL {
            assert_eq!(TRANSITIONS.iter().filter(|row| row.command == *kind).count(), 1, "{kind}");
        }
    }

    #[test]
    fn nothing_closes_before_somebody_uninvolved_asked() {
        assert_eq!(transition(K::Close).from, [S::FollowedUp]);
        assert_eq!(transition(K::FollowUp).who, [W::Bureau]);
    }
}
