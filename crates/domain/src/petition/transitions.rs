//! The one table: command × from × to × who × clocks. Buttons, API text, manual and tests are produced from it.

use kernel::Text;

use super::{
    commands::Command,
    look_back,
    model::{Petition, Stage},
    simple,
};
use crate::{
    access::Action,
    actor::Actor,
    execution, lifecycle, names,
    remedy::PERIODS,
    transition::{self, Who, row},
};

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-petition" {
        /// 甄别
        Triage = "TRIAGE",
        /// 改写一条诉求
        RephraseClaim = "REPHRASE_CLAIM",
        /// 拆成几条
        SplitClaim = "SPLIT_CLAIM",
        /// 并成一条
        JoinClaims = "JOIN_CLAIMS",
        /// 分开
        SeparateClaim = "SEPARATE_CLAIM",
        /// 补一条诉求
        AddClaim = "ADD_CLAIM",
        /// 请单位协办
        AskAssistance = "ASK_ASSISTANCE",
        /// 交协办结果
        GiveAssistance = "GIVE_ASSISTANCE",
        /// 结束协办
        EndAssistance = "END_ASSISTANCE",
        /// 不予受理
        NotAccept = "NOT_ACCEPT",
        /// 提出不再受理（第一人）
        ProposeFinality = "PROPOSE_FINALITY",
        /// 确认不再受理（第二人）
        ConfirmFinality = "CONFIRM_FINALITY",
        /// 不同意不再受理
        DropFinality = "DROP_FINALITY",
        /// 记复查复核（系统）
        NoteReview = "NOTE_REVIEW",
        /// 记调解（系统）
        NoteMediation = "NOTE_MEDIATION",
        /// 按调解协议结案
        Settle = "SETTLE",
        /// 记终结后的帮扶
        RecordCare = "RECORD_CARE",
        /// 转送、交办
        Forward = "FORWARD",
        /// 报请
        ReportUp = "REPORT_UP",
        /// 提异议
        Object = "OBJECT",
        /// 不同意换单位
        RejectObjection = "REJECT_OBJECTION",
        /// 同意换单位
        ApproveObjection = "APPROVE_OBJECTION",
        /// 提请共同上级
        RaiseDispute = "RAISE_DISPUTE",
        /// 裁定
        DecideDispute = "DECIDE_DISPUTE",
        /// 受理、导入法定途径
        Accept = "ACCEPT",
        /// 登记对方接收
        HandoffAccepted = "HANDOFF_ACCEPTED",
        /// 换承办人
        Reassign = "REASSIGN",
        /// 首次联系
        Contact = "CONTACT",
        /// 记一笔、告知进度
        Progress = "PROGRESS",
        /// 申请延期
        RequestExtension = "REQUEST_EXTENSION",
        /// 批准延期
        GrantExtension = "GRANT_EXTENSION",
        /// 不批准延期
        DeclineExtension = "DECLINE_EXTENSION",
        /// 写答复
        SaveDraft = "SAVE_DRAFT",
        /// 审核通过
        Check = "CHECK",
        /// 退回修改
        ReturnDraft = "RETURN_DRAFT",
        /// 签发
        Sign = "SIGN",
        /// 送达
        Serve = "SERVE",
        /// 交办结报告
        ClosingReport = "CLOSING_REPORT",
        /// 报执行情况
        RecordExecution = "RECORD_EXECUTION",
        /// 核实执行
        VerifyExecution = "VERIFY_EXECUTION",
        /// 说没有做到
        DisputeExecution = "DISPUTE_EXECUTION",
        /// 走简易办理
        ChooseSimple = "CHOOSE_SIMPLE",
        /// 转普通程序
        EndSimple = "END_SIMPLE",
        /// 到期回头看（系统）
        OpenLookBack = "OPEN_LOOK_BACK",
        /// 结束程序
        Close = "CLOSE",
        /// 归档
        Archive = "ARCHIVE",
        /// 撤回
        Withdraw = "WITHDRAW",
        /// 转为建议
        MoveToSuggestion = "MOVE_TO_SUGGESTION",
        /// 补充材料
        AddMaterial = "ADD_MATERIAL",
        /// 催一催
        Nudge = "NUDGE",
        /// 确认解决没有
        ConfirmClaim = "CONFIRM_CLAIM",
        /// 评价
        Rate = "RATE",
        /// 回访
        FollowUp = "FOLLOW_UP",
        /// 重新打开
        Reopen = "REOPEN",
        /// 签委托书
        GiveMandate = "GIVE_MANDATE",
        /// 撤销委托
        RevokeMandate = "REVOKE_MANDATE",
        /// 指定代办员
        Designate = "DESIGNATE",
        /// 申请换人、申请回避
        AskRecusal = "ASK_RECUSAL",
        /// 说明自己要回避
        DeclareInterest = "DECLARE_INTEREST",
        /// 决定要不要回避
        DecideRecusal = "DECIDE_RECUSAL",
        /// 提级
        Raise = "RAISE",
        /// 四重：记一项
        Redo = "REDO",
        /// 降回原来的一级
        BringDown = "BRING_DOWN",
        /// 记督办（系统）
        NoteSupervision = "NOTE_SUPERVISION",
        /// 记下法定途径的起算日
        NoteRemedy = "NOTE_REMEDY",
        /// 已去走法定途径
        TakeRemedy = "TAKE_REMEDY",
        /// 记错了，撤下
        DropRemedy = "DROP_REMEDY",
        /// 权利快到期（系统）
        RemindTerm = "REMIND_TERM",
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
            Self::Triage
            | Self::RephraseClaim
            | Self::SplitClaim
            | Self::JoinClaims
            | Self::SeparateClaim
            | Self::AddClaim
            | Self::MoveToSuggestion => Action::Triage,
            Self::AskAssistance | Self::EndAssistance => Action::AskAssistance,
            Self::GiveAssistance => Action::GiveAssistance,
            Self::NotAccept => Action::RefuseAcceptance,
            Self::ProposeFinality | Self::ConfirmFinality | Self::DropFinality => Action::RefuseAsFinal,
            Self::Forward => Action::Forward,
            Self::ReportUp => Action::ReportUp,
            Self::Object => Action::Object,
            Self::RejectObjection | Self::ApproveObjection => Action::DecideObjection,
            Self::RaiseDispute | Self::DecideDispute => Action::DecideDispute,
            Self::Accept => Action::Accept,
            Self::HandoffAccepted => Action::RouteClaims,
            Self::Reassign => Action::AssignHandler,
            Self::Contact => Action::Contact,
            Self::Progress | Self::AddMaterial => Action::AddMaterial,
            Self::NoteRemedy | Self::TakeRemedy | Self::DropRemedy => Action::NoteRemedy,
            Self::RequestExtension => Action::RequestExtension,
            Self::GrantExtension | Self::DeclineExtension => Action::ApproveExtension,
            Self::SaveDraft => Action::DraftOpinion,
            Self::Check | Self::ReturnDraft => Action::CheckOpinion,
            Self::Sign => Action::SignOpinion,
            Self::Serve => Action::ServeOpinion,
            Self::ClosingReport => Action::SubmitClosingReport,
            Self::RecordExecution => Action::RecordExecution,
            Self::VerifyExecution => Action::VerifyExecution,
            Self::ChooseSimple => Action::ChooseSimple,
            Self::EndSimple => Action::EndSimple,
            Self::Close | Self::Settle => Action::Close,
            Self::Archive => Action::Archive,
            Self::Withdraw => Action::Withdraw,
            Self::Nudge => Action::Nudge,
            Self::ConfirmClaim | Self::DisputeExecution => Action::ConfirmResolution,
            Self::Rate => Action::Rate,
            Self::FollowUp => Action::FollowUp,
            Self::Reopen => Action::Reopen,
            Self::GiveMandate => Action::GiveMandate,
            Self::RevokeMandate => Action::RevokeMandate,
            Self::Designate => Action::Designate,
            Self::AskRecusal => Action::AskRecusal,
            Self::DeclareInterest => Action::DeclareInterest,
            Self::DecideRecusal => Action::DecideRecusal,
            Self::Raise => Action::Raise,
            Self::Redo | Self::BringDown => Action::LeadRisen,
            Self::RecordCare => Action::RecordCare,
            Self::NoteReview
            | Self::NoteMediation
            | Self::NoteSupervision
            | Self::RemindTerm
            | Self::MarkOverdue
            | Self::RecomputeClocks
            | Self::OpenLookBack => return None,
        })
    }
}

/// One row of the table.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

/// Where the desk still reads and orders what she asks for.
const READING: &[Stage] = &[S::Registered, S::ReportedUp, S::Forwarded];
/// Where a unit has it and may need another's help.
const ASSISTED: &[Stage] = &[
    S::Forwarded,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
];
const NONE: &[&str] = &[];
const IN_HANDLING: &[Stage] = &[S::Accepted, S::Investigating, S::Mediating, S::OpinionDrafted, S::OpinionChecked];
/// Where something is still awaited.
const OPEN: &[Stage] = &[
    S::Registered,
    S::ReportedUp,
    S::Forwarded,
    S::Objected,
    S::Disputed,
    S::Routed,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
];
/// Where she may still take it back: not from the courts.
const HERS: &[Stage] = &[
    S::Registered,
    S::ReportedUp,
    S::Forwarded,
    S::Objected,
    S::Disputed,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
];
const ACCEPTED: &[Stage] = &[
    S::Routed,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
    S::Closed,
    S::Settled,
];
const REPORTING: &[Stage] = &[
    S::Routed,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
];
/// Where it can rise, and is led by whoever it rose to: also after the procedure ended, when she is not content.
const RISING: &[Stage] = &[
    S::Registered,
    S::ReportedUp,
    S::Forwarded,
    S::Objected,
    S::Disputed,
    S::Routed,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
    S::Closed,
    S::Settled,
];
const ALL_CLOCKS: &[&str] = &[
    "FORWARD_15D",
    "NOTIFY_15D",
    "OBJECTION_5WD",
    "DISPUTE_10D",
    "FEEDBACK_CUSTOM",
    "HANDLE_60D",
    "FIRST_CONTACT_3WD",
    "REVIEW_REQUEST_30D",
    "RECHECK_REQUEST_30D",
    "REMAND_REDO_30D",
    "MANDATE_3WD",
    "MANDATE_TERM_CUSTOM",
    "EXECUTION_CUSTOM",
    "EXECUTION_AGAIN_15D",
    "SIMPLE_HOP_1WD",
    "SIMPLE_ACCEPT_3WD",
    "SIMPLE_OPINION_10WD",
    "LOOK_BACK_30D",
    "LOOK_BACK_90D",
    "LOOK_BACK_180D",
];
/// What runs out while it is on the simple track, or ends with an agency.
const RUN_OUT: &[&str] =
    &["MANDATE_3WD", "MANDATE_TERM_CUSTOM", "SIMPLE_HOP_1WD", "SIMPLE_ACCEPT_3WD", "SIMPLE_OPINION_10WD"];
/// What a new answer stops.
const SIGNED_CLOCKS: &[&str] =
    &["HANDLE_60D", "REMAND_REDO_30D", "SIMPLE_OPINION_10WD", "EXECUTION_CUSTOM", "EXECUTION_AGAIN_15D"];
/// What her wish for the ordinary procedure stops.
const SIMPLE_OVER: &[&str] = &["SIMPLE_HOP_1WD", "SIMPLE_ACCEPT_3WD", "SIMPLE_OPINION_10WD", "REVIEW_REQUEST_30D"];
/// Where it can be on the simple track.
const SIMPLE: &[Stage] = &[
    S::Registered,
    S::Forwarded,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
];
/// What a note of a review may stop.
const REVIEW_CLOCKS: &[&str] = &[
    "REVIEW_REQUEST_30D",
    "RECHECK_REQUEST_30D",
    "REMAND_REDO_30D",
    "HANDLE_60D",
    "EXECUTION_CUSTOM",
    "EXECUTION_AGAIN_15D",
    "LOOK_BACK_30D",
    "LOOK_BACK_90D",
    "LOOK_BACK_180D",
];
const MANDATE_CLOCKS: &[&str] = &["MANDATE_3WD", "MANDATE_TERM_CUSTOM"];
/// Everywhere but in the archive: a mandate is hers to take back as long as anything can happen.
const LIVE: &[Stage] = &[
    S::Registered,
    S::NotAccepted,
    S::NoMoreAccepted,
    S::ReportedUp,
    S::Forwarded,
    S::Objected,
    S::Disputed,
    S::Routed,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
    S::Closed,
    S::Settled,
    S::Withdrawn,
    S::Moved,
];
/// A file in the archive is counted no more: neither her mandate nor the periods beside it.
const ARCHIVED_CLOCKS: &[&str] = &[
    "MANDATE_3WD",
    "MANDATE_TERM_CUSTOM",
    "RECONSIDERATION_60D",
    "ADMIN_LITIGATION_6M",
    "ADMIN_DUTY_2M",
    "LABOR_ARB_1Y",
    "LAND_ARB_2Y",
    "LAND_SUIT_30D",
    "PERSONNEL_RECHECK_30D",
    "PERSONNEL_APPEAL_30D",
    "PERSONNEL_APPEAL_15D",
    "CIVIL_3Y",
];
/// Who can tell on which day something happened to her: she, whoever stands beside her, and whoever reads her papers.
const HERS_TO_TELL: &[Who] = &[W::Petitioner, W::Agent, W::Bureau, W::Unit, W::Handler];
const ANSWERED: &[Stage] =
    &[S::NotAccepted, S::NoMoreAccepted, S::Routed, S::Served, S::UnderReview, S::Closed, S::Settled];
/// Where an answer reached her, so that somebody uninvolved asks how it is.
const CALLED: &[Stage] = &[S::Routed, S::Served, S::Closed, S::Settled];
const WITH_UNIT: &[Stage] = &[
    S::Forwarded,
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
];
/// Where something that was promised may be done: also while the level above looks at the rest, or part of it is answered anew.
const EXECUTING: &[Stage] = &[
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
];
/// Where a review can be asked for, and what it leads to is noted: a late one also after the end.
const REVIEWED: &[Stage] = &[
    S::Accepted,
    S::Investigating,
    S::Mediating,
    S::OpinionDrafted,
    S::OpinionChecked,
    S::OpinionIssued,
    S::Served,
    S::UnderReview,
    S::Closed,
];

/// Where a mediation may be noted: whatever became of the petition meanwhile, the archive alone excepted.
const MEDIATED: &[Stage] = LIVE;
/// Where an agreement may stand in the place of an answer: as long as none was signed.
const SETTLING: &[Stage] = &[S::Accepted, S::Investigating, S::Mediating, S::OpinionDrafted, S::OpinionChecked];

/// Every transition of the petition (rules.md 10.1). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Triage, &[S::Registered, S::ReportedUp, S::Forwarded] => &[S::Registered, S::ReportedUp, S::Forwarded], &[W::Bureau, W::Unit], +NONE, -MANDATE_CLOCKS, "R-020" "A29", false),
    row!(RephraseClaim, READING => READING, &[W::Bureau], +NONE, -NONE, "R-020" "A22_1", false),
    row!(SplitClaim, READING => READING, &[W::Bureau], +NONE, -NONE, "R-020" "A22_1", false),
    row!(JoinClaims, READING => READING, &[W::Bureau], +NONE, -NONE, "R-020" "A22_1", false),
    row!(SeparateClaim, READING => READING, &[W::Bureau], +NONE, -NONE, "R-020" "A22_1", false),
    row!(AddClaim, READING => READING, &[W::Bureau], +NONE, -NONE, "R-020" "A22_1", false),
    row!(AskAssistance, ASSISTED => ASSISTED, &[W::Bureau, W::Handler, W::UnitLeader], +NONE, -simple::CLOCKS, "§3.2" "", false),
    row!(GiveAssistance, ASSISTED => ASSISTED, &[W::Assistant], +NONE, -NONE, "§3.2" "", false),
    row!(EndAssistance, ASSISTED => ASSISTED, &[W::Bureau, W::Handler, W::UnitLeader], +NONE, -NONE, "§3.2" "", false),
    row!(NotAccept, &[S::Registered, S::Forwarded] => &[S::NotAccepted], &[W::Bureau, W::Unit], +NONE, -ALL_CLOCKS, "R-005" "A19_3", true),
    row!(ProposeFinality, &[S::Registered] => &[S::Registered], &[W::Bureau], +NONE, -NONE, "R-083" "A36_3", false),
    row!(ConfirmFinality, &[S::Registered] => &[S::NoMoreAccepted], &[W::Bureau], +NONE, -ALL_CLOCKS, "R-083" "A36_3", true),
    row!(DropFinality, &[S::Registered] => &[S::Registered], &[W::Bureau], +NONE, -NONE, "R-083" "A36_3", false),
    row!(Forward, &[S::Registered, S::ReportedUp, S::Forwarded] => &[S::Forwarded], &[W::Bureau], +&["NOTIFY_15D", "OBJECTION_5WD", "FEEDBACK_CUSTOM", "SIMPLE_ACCEPT_3WD"], -&["FORWARD_15D", "NOTIFY_15D", "OBJECTION_5WD", "FEEDBACK_CUSTOM", "SIMPLE_HOP_1WD", "SIMPLE_ACCEPT_3WD", "SIMPLE_OPINION_10WD"], "R-032" "A22_1", true),
    row!(ReportUp, &[S::Registered] => &[S::ReportedUp], &[W::Bureau], +NONE, -&["FORWARD_15D"], "R-031" "A22_1", true),
    row!(Object, &[S::Forwarded] => &[S::Objected], &[W::Unit], +NONE, -&["OBJECTION_5WD", "SIMPLE_HOP_1WD", "SIMPLE_ACCEPT_3WD", "SIMPLE_OPINION_10WD"], "R-043" "A23_3", true),
    row!(RejectObjection, &[S::Objected] => &[S::Forwarded], &[W::Bureau], +NONE, -NONE, "R-043" "A23_3", true),
    row!(ApproveObjection, &[S::Objected] => &[S::Forwarded], &[W::Bureau], +&["NOTIFY_15D", "OBJECTION_5WD"], -&["NOTIFY_15D"], "R-043" "A23_3", true),
    row!(RaiseDispute, &[S::Objected] => &[S::Disputed], &[W::Bureau], +&["DISPUTE_10D"], -NONE, "R-038" "A24", true),
    row!(DecideDispute, &[S::Disputed] => &[S::Forwarded], &[W::Superior], +&["NOTIFY_15D"], -&["NOTIFY_15D", "DISPUTE_10D"], "R-038" "A24", true),
    row!(Accept, &[S::Forwarded] => &[S::Accepted, S::Mediating, S::Routed], &[W::Unit], +&["HANDLE_60D", "FIRST_CONTACT_3WD", "SIMPLE_OPINION_10WD"], -&["NOTIFY_15D", "OBJECTION_5WD", "SIMPLE_HOP_1WD", "SIMPLE_ACCEPT_3WD", "SIMPLE_OPINION_10WD"], "R-042" "A23_3", true),
    row!(HandoffAccepted, ACCEPTED => ACCEPTED, &[W::Unit, W::Handler, W::Bureau], +NONE, -NONE, "10.1-10" "A31", true),
    row!(Reassign, IN_HANDLING => IN_HANDLING, &[W::Unit, W::UnitLeader], +NONE, -NONE, "R-061" "A28_3", true),
    row!(Contact, IN_HANDLING => &[S::Investigating, S::Mediating, S::OpinionDrafted, S::OpinionChecked], &[W::Handler], +NONE, -&["FIRST_CONTACT_3WD"], "10.1-12" "A31", true),
    row!(Progress, OPEN => OPEN, &[W::Bureau, W::Unit, W::Handler, W::Agent], +NONE, -NONE, "R-101" "A21_2", true),
    row!(RequestExtension, IN_HANDLING => IN_HANDLING, &[W::Handler], +NONE, -simple::CLOCKS, "R-067" "A34", false),
    row!(GrantExtension, IN_HANDLING => IN_HANDLING, &[W::UnitLeader], +NONE, -NONE, "R-067" "A34", true),
    row!(DeclineExtension, IN_HANDLING => IN_HANDLING, &[W::UnitLeader], +NONE, -NONE, "R-067" "A34", false),
    row!(SaveDraft, &[S::Accepted, S::Investigating, S::Mediating] => &[S::Accepted, S::Investigating, S::Mediating, S::OpinionDrafted], &[W::Handler], +NONE, -simple::CLOCKS, "R-064" "A32", false),
    row!(Check, &[S::OpinionDrafted] => &[S::OpinionChecked], &[W::Checker], +NONE, -NONE, "R-064" "A32", false),
    row!(ReturnDraft, &[S::OpinionDrafted, S::OpinionChecked] => &[S::Investigating, S::Mediating], &[W::Checker, W::UnitLeader], +NONE, -NONE, "R-064" "A32", false),
    row!(Sign, &[S::OpinionChecked] => &[S::OpinionIssued], &[W::UnitLeader], +NONE, -SIGNED_CLOCKS, "R-064" "A32", true),
    row!(Serve, &[S::OpinionIssued] => &[S::Served, S::UnderReview], &[W::Handler, W::Unit], +&["REVIEW_REQUEST_30D", "EXECUTION_CUSTOM"], -&["REVIEW_REQUEST_30D"], "R-080" "A35", true),
    row!(ClosingReport, REPORTING => REPORTING, &[W::Handler, W::Unit], +NONE, -&["FEEDBACK_CUSTOM"], "R-033" "A22_1", false),
    row!(RecordExecution, EXECUTING => EXECUTING, &[W::Handler, W::Unit], +NONE, -NONE, "R-065" "A32", true),
    row!(VerifyExecution, EXECUTING => EXECUTING, &[W::Checker, W::UnitLeader, W::Bureau, W::Supervisor], +NONE, -execution::CLOCKS, "R-065" "A32", true),
    row!(DisputeExecution, EXECUTING => EXECUTING, &[W::Petitioner], +&["EXECUTION_AGAIN_15D"], -NONE, "R-065" "A42_4", true),
    row!(ChooseSimple, &[S::Registered, S::Forwarded] => &[S::Registered, S::Forwarded], &[W::Bureau, W::Unit], +&["SIMPLE_HOP_1WD", "SIMPLE_ACCEPT_3WD"], -NONE, "2.9" "SIMPLE_2016", true),
    row!(EndSimple, SIMPLE => SIMPLE, &[W::Petitioner, W::Bureau, W::Unit, W::Handler], +&["HANDLE_60D"], -SIMPLE_OVER, "2.9" "SIMPLE_2016", true),
    row!(Close, &[S::Served] => &[S::Closed], &[W::Unit, W::Handler, W::System], +look_back::CLOCKS, -ALL_CLOCKS, "10.1-20" "A35", true),
    row!(Archive, &[S::NotAccepted, S::NoMoreAccepted, S::Routed, S::Closed, S::Settled, S::Withdrawn, S::Moved] => &[S::Archived], &[W::Unit, W::Bureau, W::System], +NONE, -ARCHIVED_CLOCKS, "10.1-23" "A21_2", false),
    row!(Withdraw, HERS => &[S::Withdrawn], &[W::Petitioner], +NONE, -ALL_CLOCKS, "10" "A17", true),
    row!(MoveToSuggestion, &[S::Registered] => &[S::Moved], &[W::Bureau], +NONE, -ALL_CLOCKS, "R-020" "A29", true),
    row!(AddMaterial, OPEN => OPEN, &[W::Petitioner, W::Agent, W::Bureau, W::Unit, W::Handler], +NONE, -NONE, "R-003" "A19_1", true),
    row!(Nudge, OPEN => OPEN, &[W::Petitioner, W::Agent], +NONE, -NONE, "R-100" "A21_2", true),
    row!(ConfirmClaim, ACCEPTED => ACCEPTED, &[W::Petitioner], +NONE, -NONE, "R-102" "A21_2", true),
    row!(Rate, ANSWERED => ANSWERED, &[W::Petitioner], +NONE, -NONE, "R-102" "A21_2", true),
    row!(FollowUp, CALLED => &[S::Routed, S::Served, S::Closed, S::Settled, S::Forwarded], &[W::Bureau], +&["EXECUTION_AGAIN_15D", "NOTIFY_15D", "MANDATE_TERM_CUSTOM"], -ALL_CLOCKS, "H-09" "", true),
    row!(Reopen, &[S::NotAccepted, S::NoMoreAccepted, S::Routed, S::Closed, S::Settled] => &[S::Registered, S::Forwarded], &[W::Petitioner, W::Bureau], +&["NOTIFY_15D", "FORWARD_15D", "MANDATE_TERM_CUSTOM"], -ALL_CLOCKS, "10.1-22" "A36_3", true),
    row!(GiveMandate, OPEN => OPEN, &[W::Agent, W::Bureau], +&["MANDATE_TERM_CUSTOM"], -MANDATE_CLOCKS, "3.3" "", true),
    row!(RevokeMandate, LIVE => LIVE, &[W::Petitioner, W::Bureau], +NONE, -MANDATE_CLOCKS, "3.3" "", true),
    row!(Designate, OPEN => OPEN, &[W::Superior], +&["MANDATE_3WD"], -MANDATE_CLOCKS, "3.3" "", true),
    row!(AskRecusal, OPEN => OPEN, &[W::Petitioner], +NONE, -NONE, "R-061" "A28_3", true),
    row!(DeclareInterest, LIVE => LIVE, &[W::Agent, W::Bureau, W::Unit, W::Handler, W::Checker, W::UnitLeader], +NONE, -NONE, "R-061" "A28_3", false),
    row!(DecideRecusal, LIVE => LIVE, &[W::Superior, W::UnitLeader], +NONE, -MANDATE_CLOCKS, "R-061" "A28_3", true),
    row!(NoteRemedy, LIVE => LIVE, HERS_TO_TELL, +PERIODS, -PERIODS, "§9" "A31", true),
    row!(TakeRemedy, LIVE => LIVE, HERS_TO_TELL, +NONE, -PERIODS, "§9" "A31", true),
    row!(DropRemedy, LIVE => LIVE, HERS_TO_TELL, +NONE, -PERIODS, "§9" "A31", true),
    row!(RemindTerm, LIVE => LIVE, &[W::System], +NONE, -NONE, "§9" "", true),
    row!(OpenLookBack, &[S::Closed] => &[S::Closed], &[W::System], +NONE, -look_back::CLOCKS, "§9" "", false),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +NONE, -RUN_OUT, "R-045" "A40", true),
    row!(Raise, RISING => RISING, &[W::Bureau, W::UnitLeader, W::Supervisor, W::System], +NONE, -NONE, "3.3" "", true),
    row!(Redo, RISING => RISING, &[W::Above], +NONE, -NONE, "3.3" "", false),
    row!(BringDown, RISING => RISING, &[W::Above], +NONE, -NONE, "3.3" "", true),
    row!(NoteReview, REVIEWED => REVIEWED, &[W::System], +&["REVIEW_REQUEST_30D", "RECHECK_REQUEST_30D", "REMAND_REDO_30D", "EXECUTION_CUSTOM"], -REVIEW_CLOCKS, "10.1-19" "A35", true),
    row!(NoteMediation, MEDIATED => MEDIATED, &[W::System], +NONE, -NONE, "R-066" "A33", true),
    row!(Settle, SETTLING => &[S::Settled], &[W::Unit, W::Handler], +NONE, -ALL_CLOCKS, "R-066" "A33", true),
    row!(RecordCare, &[S::Served, S::Closed] => &[S::Served, S::Closed], &[W::Bureau, W::Unit], +NONE, -NONE, "R-070" "A37_3", false),
    row!(NoteSupervision, RISING => RISING, &[W::System], +NONE, -NONE, "10.1-21" "A40", true),
    row!(RecomputeClocks, LIVE => LIVE, &[W::System], +NONE, -NONE, "T-11" "", true),
];

lifecycle::governed!(Petition, "table-title-petition", under division since registered_at, also leaves_room, bare bare, shown is_his, barred keeps_out);

/// The steps of a rise are those of whoever leads it.
fn is_his(of: &Petition, kind: CommandKind, actor: Actor) -> bool {
    !matches!(kind, K::Redo | K::BringDown) || of.rises.is_led_by(actor.org())
}

/// Whoever stepped back may say so again, and nothing else.
fn keeps_out(of: &Petition, kind: CommandKind, actor: Actor) -> Result<(), kernel::Refusal> {
    if kind == K::DeclareInterest { Ok(()) } else { of.agency.lets_act(actor) }
}

/// What a row needs beside its stage.
fn leaves_room(petition: &Petition, command: CommandKind) -> bool {
    let handling = petition.handling();
    match command {
        K::GrantExtension | K::DeclineExtension => {
            handling.and_then(|h| h.extension.as_ref()).is_some_and(|e| e.granted.is_none())
        }
        // What a review sent back has its own term, and no more time on top.
        K::RequestExtension => handling.is_some_and(|h| h.extension.is_none()) && petition.to_redo().is_none(),
        K::Settle => petition.agreed_in_mediation().is_some(),
        K::RecordCare => petition.finally_answered().is_some(),
        K::Close | K::Archive | K::Withdraw => !petition.is_under_review(),
        K::ConfirmFinality | K::DropFinality => petition.finality().is_some(),
        K::ProposeFinality => petition.finality().is_none(),
        // Sent on once; afterwards only when the unit turns out to be the one complained of (S25).
        K::Forward => petition.stage() != S::Forwarded || petition.is_with_the_respondent(),
        K::Object => petition.dispatch().is_some_and(|d| !d.settled) && !petition.is_direct(),
        K::JoinClaims => petition.live_claims().filter(|claim| !claim.is_settled()).count() > 1,
        K::RephraseClaim | K::SplitClaim => petition.live_claims().any(|claim| !claim.is_settled()),
        K::SeparateClaim => petition.claims.iter().any(|claim| !claim.is_live()),
        K::GiveAssistance | K::EndAssistance => petition.assisting().next().is_some(),
        K::ClosingReport => petition.owes_report(),
        K::TakeRemedy | K::DropRemedy => {
            petition.claims.iter().any(|claim| claim.remedies.iter().any(|one| one.taken.is_none()))
        }
        K::RevokeMandate => petition.agent.is_some(),
        K::AskRecusal => petition.agent.is_some() || petition.handler().is_some(),
        K::DecideRecusal => !petition.agency.undecided().is_empty(),
        K::Redo | K::BringDown => petition.rises.in_force().is_some(),
        K::RecordExecution => petition.items().any(|(_, item)| item.awaits_report()),
        K::VerifyExecution => petition.items().any(|(_, item)| item.awaits_check()),
        K::DisputeExecution => petition.items().any(|(_, item)| item.may_be_disputed()),
        K::ChooseSimple => petition.simple.is_none(),
        K::EndSimple => petition.is_simple(),
        K::HandoffAccepted => petition.claims.iter().any(|c| c.handoff.as_ref().is_some_and(|h| h.accepted.is_none())),
        _ => true,
    }
}

/// The commands that need no data, to be tried out.
fn bare(kind: CommandKind) -> Option<Command> {
    Some(match kind {
        K::Check => Command::Check,
        // Its number is drawn only when it is signed.
        K::Sign => Command::Sign {
            number: Text::parse("number", "—").ok()?,
            // What is new in it is asked on the form.
            differs: Text::parse("differs", "—").ok(),
        },
        K::Close => Command::Close,
        K::Settle => Command::Settle,
        K::Archive => Command::Archive,
        K::GrantExtension => Command::GrantExtension,
        K::ConfirmFinality => Command::ConfirmFinality,
        K::Nudge => Command::Nudge,
        K::RequestExtension => Command::RequestExtension { days: 1, reason: Text::parse("reason", "—").ok()? },
        _ => return None,
    })
}

/// Stages in which a unit has the matter, for lists and tests.
#[must_use]
pub fn with_unit(stage: Stage) -> bool {
    WITH_UNIT.contains(&stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_petitioner_rates_confirms_and_withdraws() {
        for kind in [K::Rate, K::ConfirmClaim, K::Withdraw] {
            assert_eq!(transition(kind).who, [W::Petitioner]);
        }
    }

    #[test]
    fn every_stage_can_be_reached_and_only_the_archive_is_final() {
        for stage in Stage::ALL {
            let reached = *stage == S::Registered || TRANSITIONS.iter().any(|row| row.to.contains(stage));
            assert!(reached, "{stage}");
            let left = TRANSITIONS.iter().any(|row| row.from.contains(stage));
            assert_eq!(left, *stage != S::Archived, "{stage}");
        }
    }
}
