//! The one table of the sealed report.

use super::{
    commands::Command,
    model::{Stage, Whistleblow},
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-sealed" {
        /// 选择实名或匿名
        ChooseIdentity = "CHOOSE_IDENTITY",
        /// 密封
        Seal = "SEAL",
        /// 双人开封
        Open = "OPEN",
        /// 定经手人（排除被反映人及其下属）
        SetKeepers = "SET_KEEPERS",
        /// 属上级管
        SendUp = "SEND_UP",
        /// 移交
        HandOver = "HAND_OVER",
        /// 确认收到
        ConfirmReceipt = "CONFIRM_RECEIPT",
        /// 记：已反馈
        NoteOutcome = "NOTE_OUTCOME",
        /// 密封归档
        Archive = "ARCHIVE",
        /// 补充
        Add = "ADD",
        /// 补充的也移交了
        PassOn = "PASS_ON",
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
            Self::ChooseIdentity | Self::Seal | Self::Add => Action::AddToSealed,
            Self::Open => Action::OpenSealed,
            Self::SetKeepers | Self::SendUp | Self::HandOver | Self::PassOn => Action::HandOverSealed,
            Self::ConfirmReceipt | Self::NoteOutcome | Self::Archive => Action::FollowSealed,
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
/// Within which it has to be with the office that has the power; never beyond the fifteen days of article 22.
pub(super) const HAND_OVER: &str = "SEALED_HAND_OVER_1WD";
pub(super) const FORWARD: &str = "FORWARD_15D";
/// What belongs to the body above is reported to it within five working days.
pub(super) const STRAIGHT: &str = "SEALED_STRAIGHT_5WD";

const SEALED: &[Stage] = &[S::Sealed];
const READABLE: &[Stage] = &[S::Sealed, S::HandedOver, S::ReceiptConfirmed, S::External, S::OutcomeNoted];
const OUT: &[Stage] = &[S::HandedOver, S::ReceiptConfirmed, S::External, S::OutcomeNoted];
const ALL: &[Stage] = Stage::ALL;

/// Every transition (rules.md 10.3). One row per command. She cannot take it back: it does not end by that.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(ChooseIdentity, &[S::SealedIntake] => &[S::IdentityChoice], &[W::Petitioner], +NONE, -NONE, "R-022" "A30_3", false),
    row!(Seal, &[S::IdentityChoice] => SEALED, &[W::Petitioner], +NONE, -NONE, "R-022" "A30_3", true),
    row!(Open, READABLE => READABLE, &[W::Keeper], +NONE, -NONE, "10.3" "A30_3", false),
    row!(SetKeepers, READABLE => READABLE, &[W::Keeper], +NONE, -NONE, "R-022" "A30_3", false),
    row!(SendUp, SEALED => SEALED, &[W::Keeper], +&[STRAIGHT], -&[HAND_OVER], "R-035" "A22_2", false),
    row!(HandOver, SEALED => &[S::HandedOver], &[W::Keeper], +NONE, -&[HAND_OVER, STRAIGHT, FORWARD], "R-035" "A22_2", true),
    row!(ConfirmReceipt, &[S::HandedOver] => &[S::ReceiptConfirmed, S::External], &[W::Keeper], +NONE, -NONE, "R-044" "A23_4", true),
    row!(NoteOutcome, &[S::External] => &[S::OutcomeNoted], &[W::Keeper], +NONE, -NONE, "R-044" "A23_4", true),
    row!(Archive, &[S::OutcomeNoted] => &[S::SealedArchive], &[W::Keeper], +NONE, -&[HAND_OVER], "10.3" "", false),
    row!(Add, READABLE => READABLE, &[W::Petitioner], +&[HAND_OVER], -NONE, "R-022" "A30_3", true),
    row!(PassOn, OUT => OUT, &[W::Keeper], +NONE, -&[HAND_OVER], "R-035" "A22_2", true),
    row!(MarkOverdue, ALL => ALL, &[W::System], +NONE, -NONE, "10.3" "A22_1", false),
    row!(RecomputeClocks, ALL => ALL, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Whistleblow, "table-title-sealed", under division since received_at, also leaves_room);

/// What a row needs beside its stage.
fn leaves_room(report: &Whistleblow, command: CommandKind) -> bool {
    match command {
        CommandKind::HandOver | CommandKind::SendUp => report.may_be_assigned(),
        CommandKind::PassOn => report.unread > 0,
        _ => true,
    }
}
