//! The one table of mediations.

use super::{
    commands::Command,
    model::{Mediation, Stage},
};
use crate::{
    access::Action,
    lifecycle, names,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-mediation" {
        /// 同意调解
        Consent = "CONSENT",
        /// 不同意调解
        Refuse = "REFUSE",
        /// 要求终止
        Leave = "LEAVE",
        /// 定调解员
        NameMediator = "NAME_MEDIATOR",
        /// 要求换调解员
        AskOther = "ASK_OTHER",
        /// 调解员回避
        StepBack = "STEP_BACK",
        /// 请人协助
        AddHelper = "ADD_HELPER",
        /// 告知权利义务
        NotifyRights = "NOTIFY_RIGHTS",
        /// 记一次调解
        Hold = "HOLD",
        /// 核对记录
        ConfirmMinutes = "CONFIRM_MINUTES",
        /// 记风险、报公安
        ReportRisk = "REPORT_RISK",
        /// 谈成了
        Agree = "AGREE",
        /// 签名、盖章
        Sign = "SIGN",
        /// 没有谈成
        Fail = "FAIL",
        /// 要求司法确认
        WantConfirmation = "WANT_CONFIRMATION",
        /// 共同申请司法确认
        ApplyConfirmation = "APPLY_CONFIRMATION",
        /// 记法院的决定
        RecordRuling = "RECORD_RULING",
        /// 记做到了
        Perform = "PERFORM",
        /// 说对方没有做到
        TellBreach = "TELL_BREACH",
        /// 督促
        Urge = "URGE",
        /// 告知起诉、申请执行
        TellWays = "TELL_WAYS",
        /// 回访
        NoteFollowUp = "NOTE_FOLLOW_UP",
        /// 立卷归档
        Archive = "ARCHIVE",
        /// 超期（系统）
        MarkOverdue = "MARK_OVERDUE",
        /// 重算期限（系统）
        RecomputeClocks = "RECOMPUTE_CLOCKS",
    }
}

impl CommandKind {
    /// The action that access has to permit to staff; `None` for what only the system does. What is a party's alone is passed on by
    /// the room that knows her seat.
    #[must_use]
    pub const fn action(self) -> Option<Action> {
        Some(match self {
            Self::NameMediator | Self::AddHelper | Self::Archive => Action::ArrangeMediation,
            Self::MarkOverdue | Self::RecomputeClocks => return None,
            _ => Action::HoldMediation,
        })
    }
}

/// One row of the table.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

/// 一般一个月内调结 (M-16), counted from the day on which every party had agreed to mediation.
pub(super) const TERM: &str = "MEDIATION_30D";
/// 自生效之日起三十日内共同申请 (M-11).
pub(super) const CONFIRM: &str = "JUDICIAL_CONFIRM_30D";
/// The day of one term, on which the committee looks (M-10).
pub(super) const PERFORM: &str = "MEDIATION_PERFORM_CUSTOM";

const NONE: &[&str] = &[];
const PENDING: &[Stage] = &[S::ConsentPending];
const BEFORE: &[Stage] = &[S::ConsentPending, S::Accepted, S::RightsNotified, S::InSession, S::Agreed];
const OPENED: &[Stage] = &[S::Accepted, S::RightsNotified, S::InSession, S::Agreed];
const TALKING: &[Stage] = &[S::RightsNotified, S::InSession];
const BINDS: &[Stage] = &[S::Performing, S::ConfirmApplied, S::Breached, S::Performed];
const DONE: &[Stage] = &[S::Performing, S::ConfirmApplied, S::Breached, S::Performed];
const OWED: &[Stage] = &[S::Performing, S::ConfirmApplied, S::Breached];
const RUNNING: &[Stage] = &[
    S::ConsentPending,
    S::Accepted,
    S::RightsNotified,
    S::InSession,
    S::Agreed,
    S::Performing,
    S::ConfirmApplied,
    S::Breached,
    S::Performed,
];
const ENDED: &[Stage] = &[S::Terminated];
const MEDIATES: &[Who] = &[W::Mediator];
const HERS_OR_RECORDED: &[Who] = &[W::Party, W::Mediator];

/// Every transition of a mediation (10.7). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Consent, PENDING => &[S::ConsentPending, S::Accepted], HERS_OR_RECORDED, +&[TERM], -NONE, "M-01" "PML_17", true),
    row!(Refuse, PENDING => ENDED, HERS_OR_RECORDED, +NONE, -NONE, "M-01" "PML_17", true),
    row!(Leave, OPENED => ENDED, HERS_OR_RECORDED, +NONE, -&[TERM], "M-03" "PML_23", true),
    row!(NameMediator, BEFORE => BEFORE, &[W::Committee], +NONE, -NONE, "M-03" "PML_19", true),
    row!(AskOther, BEFORE => BEFORE, &[W::Party], +NONE, -NONE, "M-03" "PML_23", true),
    row!(StepBack, BEFORE => BEFORE, MEDIATES, +NONE, -NONE, "R-061" "A28_3", true),
    row!(AddHelper, BEFORE => BEFORE, &[W::Committee], +NONE, -NONE, "M-03" "PML_20", true),
    row!(NotifyRights, &[S::Accepted] => &[S::RightsNotified], MEDIATES, +NONE, -NONE, "M-16" "PML_23", true),
    row!(Hold, TALKING => &[S::InSession], MEDIATES, +NONE, -NONE, "M-07" "PML_27", true),
    row!(ConfirmMinutes, &[S::InSession, S::Agreed] => &[S::InSession, S::Agreed], HERS_OR_RECORDED, +NONE, -NONE, "M-07" "PML_27", true),
    row!(ReportRisk, RUNNING => RUNNING, MEDIATES, +NONE, -NONE, "M-05" "PML_25", false),
    row!(Agree, &[S::InSession, S::Agreed] => &[S::Agreed, S::Performing, S::Performed], MEDIATES, +&[CONFIRM, PERFORM], -&[TERM], "M-09" "PML_28", true),
    row!(Sign, &[S::Agreed] => &[S::Agreed, S::Performing], MEDIATES, +&[CONFIRM, PERFORM], -&[TERM], "M-08" "PML_29", true),
    row!(Fail, &[S::RightsNotified, S::InSession, S::Agreed] => ENDED, MEDIATES, +NONE, -&[TERM], "M-06" "PML_26", true),
    row!(WantConfirmation, BINDS => BINDS, HERS_OR_RECORDED, +NONE, -NONE, "M-11" "PML_33", true),
    row!(ApplyConfirmation, BINDS => &[S::ConfirmApplied, S::Breached, S::Performed], MEDIATES, +NONE, -&[CONFIRM], "M-11" "CPL_205", true),
    row!(RecordRuling, &[S::ConfirmApplied, S::Breached, S::Performed] => BINDS, MEDIATES, +NONE, -NONE, "M-12" "PML_33", true),
    row!(Perform, OWED => DONE, MEDIATES, +NONE, -&[PERFORM], "M-10" "PML_31", true),
    row!(TellBreach, OWED => OWED, &[W::Party], +NONE, -NONE, "M-10" "PML_31", true),
    row!(Urge, &[S::Breached] => &[S::Breached], MEDIATES, +NONE, -NONE, "M-10" "PML_31", true),
    row!(TellWays, &[S::Breached] => &[S::Breached], MEDIATES, +NONE, -&[PERFORM], "M-13" "PML_32", true),
    row!(NoteFollowUp, BINDS => BINDS, MEDIATES, +NONE, -NONE, "M-16" "PML_31", false),
    row!(Archive, &[S::Breached, S::Performed, S::Terminated] => &[S::Archived], &[W::Committee], +NONE, -&[CONFIRM], "M-07" "PML_27", false),
    row!(MarkOverdue, RUNNING => RUNNING, &[W::System], +NONE, -NONE, "M-10" "", true),
    row!(RecomputeClocks, RUNNING => RUNNING, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Mediation, "table-title-mediation", under opened.division since opened_at, also leaves_room, bare bare);

fn bare(kind: CommandKind) -> Option<Command> {
    (kind == K::Archive).then_some(Command::Archive)
}

/// What a row needs beside its stage.
fn leaves_room(of: &Mediation, command: CommandKind) -> bool {
    let open = of.confirmation.applied.is_none();
    match command {
        K::WantConfirmation => of.is_confirmable() && open && of.confirmation.wanted.len() < of.parties.len(),
        K::ApplyConfirmation => of.is_confirmable() && open && of.confirmation.wanted.len() == of.parties.len(),
        K::RecordRuling => !open && of.confirmation.ruled.is_none(),
        K::StepBack => of.mediator.is_some(),
        K::ConfirmMinutes => of.sessions.iter().any(|held| held.confirmed.len() < held.session.with.len()),
        K::Sign => of.agreement.is_some(),
        K::Archive => of.performance.iter().all(super::model::Performance::is_closed),
        _ => true,
    }
}
