//! The kinds of letters and forms, and what the law or the practice asks of each (rules.md 6.1 and 3.4).

use super::field::Field::{
    self, AccountClause, Adoption, AdoptionReply, Advice, AgentName, AgentPhone, Agreement, Answers, ApprovedBy,
    Attachments, Attendance, Basis, BrokenClause, CallMethod, Caller, Chair, Channel, Claims, Clause, ComplainTo,
    Consequence, ContactPhone, CopyTo, Court, DataUse, Decision, Differences, Done, Dropped, Due, EffectiveOn,
    Execution, ExecutionState, Facts, FeedbackDue, FeedbackWay, FileContents, FileNo, FinalOpinions, Findings,
    FirstAgent, FoundPeople, FoundProcedure, FoundSubstance, Grade, Handling, HandlingUnit, HearingPersons,
    HearingPlace, HearingTime, Investigation, Jurisdiction, Liability, MandateTerm, Materials, Matter, Mediator,
    MeetingPlace, MeetingTime, Mode, NewDue, NextStep, NextTerm, Note, ObjectionWay, OldDue, OriginalNumber, OtherWays,
    Paper, Parties, Performance, PersonFacts, PetitionerView, Powers, Pressed, Principal, PrincipalContact, Procedure,
    QueryWay, ReallySolved, Reason, ReceivedAt, ReceivedOn, Request, Requirements, Resolutions, Responsible, Results,
    Retaliated, ReviewOrgan, RevokeWay, RightOrgan, RightWay, Risk, Roadmap, Routes, SensitiveConsent, SentOn, Serial,
    ServedOn, ServiceMethod, ServiceProof, ServiceState, SignedHow, Source, Station, StillOpen, SuggestedAction,
    Summary, Talks, Term, ToUnit, ToUnitPhone, Trigger, Unsolved, Verifiers, VerifyMethod, WayDue, Witness,
};
use crate::names;

names! {
    /// Every letter of rules.md 6.1 and every form of 3.4.
    pub enum DocType in "doc-type" {
        /// 受理告知书
        ReceiptNotice = "RECEIPT_NOTICE",
        /// 不予受理告知书
        NotAcceptNotice = "NOT_ACCEPT_NOTICE",
        /// 不再受理告知书
        NoMoreAcceptNotice = "NO_MORE_ACCEPT_NOTICE",
        /// 转送（去向）告知书
        ForwardNotice = "FORWARD_NOTICE",
        /// 法定途径告知书
        RouteNotice = "ROUTE_NOTICE",
        /// 延期告知书
        ExtensionNotice = "EXTENSION_NOTICE",
        /// 听证通知书
        HearingNotice = "HEARING_NOTICE",
        /// 信访处理意见书
        Opinion = "OPINION",
        /// 复查意见书
        ReviewOpinion = "REVIEW_OPINION",
        /// 复核意见书
        RecheckOpinion = "RECHECK_OPINION",
        /// 检举接收回执：只有流水号与渠道
        WhistleAck = "WHISTLE_ACK",
        /// 建议回复
        SuggestionReply = "SUGGESTION_REPLY",
        /// 交办函
        AssignLetter = "ASSIGN_LETTER",
        /// 办结报告
        ClosingReport = "CLOSING_REPORT",
        /// 督办函
        SuperviseLetter = "SUPERVISE_LETTER",
        /// 改进工作建议书
        AdviceImprove = "ADVICE_IMPROVE",
        /// 完善政策建议书
        AdvicePolicy = "ADVICE_POLICY",
        /// 追究责任建议书
        AdviceAccount = "ADVICE_ACCOUNT",
        /// 调解、和解协议书
        Settlement = "SETTLEMENT",
        /// 送达回证
        ServiceReceipt = "SERVICE_RECEIPT",
        /// 核查报告单
        VerifySheet = "VERIFY_SHEET",
        /// 风险提醒函
        RiskReminder = "RISK_REMINDER",
        /// 督查督办函
        SupervisionLetter = "SUPERVISION_LETTER",
        /// 问责建议函
        AccountabilityLetter = "ACCOUNTABILITY_LETTER",
        /// 代办委托书
        AgencyMandate = "AGENCY_MANDATE",
        /// 代办登记表
        AgencyRegister = "AGENCY_REGISTER",
        /// 代办受理告知单
        AgencyAck = "AGENCY_ACK",
        /// 不予代办告知单
        AgencyNotEligible = "AGENCY_NOT_ELIGIBLE",
        /// 代办进度单
        AgencyProgress = "AGENCY_PROGRESS",
        /// 代办办结反馈单
        AgencyResult = "AGENCY_RESULT",
        /// 代办回访单
        AgencyFollowup = "AGENCY_FOLLOWUP",
        /// 联席会议纪要
        MeetingMinutes = "MEETING_MINUTES",
        /// 调解申请（受理）登记表
        MediationSheet = "MEDIATION_SHEET",
        /// 调解权利义务告知书
        MediationRights = "MEDIATION_RIGHTS",
        /// 调解记录
        MediationRecord = "MEDIATION_RECORD",
        /// 人民调解协议书
        MediationAgreement = "MEDIATION_AGREEMENT",
        /// 调解终止告知书
        MediationFailure = "MEDIATION_FAILURE",
        /// 司法确认申请书
        ConfirmRequest = "CONFIRM_REQUEST",
        /// 调解协议履行和回访记录
        MediationFollowup = "MEDIATION_FOLLOWUP",
        /// 调解卷宗目录
        MediationFile = "MEDIATION_FILE",
    }
}

/// For whom a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The petitioner: she may take it from her own page.
    Person,
    /// Another office.
    Office,
    /// The file itself.
    File,
}

/// How it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// 公文: GB/T 9704, with head, number and colophon.
    Letter,
    /// 表单: one table, signed by hand.
    Form,
}

/// Who puts it in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// A decision that was already taken says it: nobody signs again.
    Event,
    /// Two people: whoever drafts does not sign.
    Two,
}

/// What is asked of one kind.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// Of which.
    pub kind: DocType,
    /// What must stand in it.
    pub required: &'static [Field],
    /// What may.
    pub optional: &'static [Field],
    /// The article behind it; empty where it is practice.
    pub article: &'static str,
    /// For whom.
    pub audience: Audience,
    /// How it looks.
    pub layout: Layout,
    /// Who puts it in force when no decision of a case does.
    pub signing: Signing,
    /// Whether it has a number in a series.
    pub numbered: bool,
}

use Audience::{File, Office, Person};
use Layout::{Form, Letter};
use Signing::{Event, Two};

macro_rules! spec {
    ($kind:ident, [$($required:ident),*], [$($optional:ident),*], $article:literal, $audience:ident, $layout:ident, $signing:ident, $numbered:literal) => {
        Spec { kind: DocType::$kind, required: &[$($required),*], optional: &[$($optional),*], article: $article,
               audience: $audience, layout: $layout, signing: $signing, numbered: $numbered }
    };
}

/// What is asked of every kind, in the order of [`DocType`].
pub const SPECS: &[Spec] = &[
    spec!(
        ReceiptNotice,
        [Matter, ReceivedOn, Summary, Procedure, HandlingUnit, ContactPhone, Term, Due, QueryWay],
        [Note],
        "A23",
        Person,
        Letter,
        Event,
        true
    ),
    spec!(
        NotAcceptNotice,
        [Matter, Reason, Clause, RightWay, ObjectionWay],
        [RightOrgan, WayDue, QueryWay],
        "A23",
        Person,
        Letter,
        Event,
        true
    ),
    spec!(NoMoreAcceptNotice, [Matter, FinalOpinions, Clause], [Note, QueryWay], "A36_3", Person, Letter, Event, true),
    spec!(
        ForwardNotice,
        [Matter, ToUnit, SentOn, NextTerm, QueryWay],
        [ToUnitPhone, Note],
        "A23_1",
        Person,
        Letter,
        Event,
        true
    ),
    spec!(RouteNotice, [Matter, Routes, QueryWay], [Note], "A31", Person, Letter, Event, true),
    spec!(
        ExtensionNotice,
        [Matter, OldDue, NewDue, Reason, ApprovedBy],
        [QueryWay],
        "A34",
        Person,
        Letter,
        Event,
        true
    ),
    spec!(
        HearingNotice,
        [Matter, HearingTime, HearingPlace, HearingPersons],
        [Note],
        "A31_6",
        Person,
        Letter,
        Two,
        true
    ),
    spec!(
        Opinion,
        [Matter, ReceivedOn, Claims, Findings, Answers, ReviewOrgan],
        [Execution, Attachments, CopyTo],
        "A32",
        Person,
        Letter,
        Event,
        true
    ),
    spec!(
        ReviewOpinion,
        [Matter, Request, OriginalNumber, Findings, Basis, Decision, ReviewOrgan],
        [Attachments, CopyTo],
        "A35",
        Person,
        Letter,
        Two,
        true
    ),
    spec!(
        RecheckOpinion,
        [Matter, Request, OriginalNumber, Findings, Basis, Decision],
        [Attachments, CopyTo],
        "A36",
        Person,
        Letter,
        Two,
        true
    ),
    spec!(WhistleAck, [Serial, Channel], [], "A30_3", Person, Form, Event, false),
    spec!(SuggestionReply, [Matter, Adoption, Reason], [Note], "A29", Person, Letter, Two, true),
    spec!(
        AssignLetter,
        [Matter, Summary, Requirements, FeedbackDue, Materials],
        [Attachments, CopyTo],
        "A22_1",
        Office,
        Letter,
        Event,
        true
    ),
    spec!(
        ClosingReport,
        [Matter, Investigation, Handling, ServiceState, ExecutionState, PetitionerView],
        [Attachments],
        "A22_1",
        Office,
        Letter,
        Event,
        true
    ),
    spec!(
        SuperviseLetter,
        [Matter, Trigger, Clause, Facts, Requirements, FeedbackDue, FeedbackWay],
        [CopyTo],
        "A40_1",
        Office,
        Letter,
        Two,
        true
    ),
    spec!(
        AdviceImprove,
        [Facts, Advice, Basis, FeedbackWay],
        [Matter, FeedbackDue, CopyTo, Attachments],
        "A40",
        Office,
        Letter,
        Two,
        true
    ),
    spec!(
        AdvicePolicy,
        [Facts, Advice, Basis, FeedbackWay],
        [Matter, FeedbackDue, CopyTo, Attachments],
        "A40",
        Office,
        Letter,
        Two,
        true
    ),
    spec!(
        AdviceAccount,
        [Facts, Advice, Basis, FeedbackWay],
        [Matter, FeedbackDue, CopyTo, Attachments],
        "A40",
        Office,
        Letter,
        Two,
        true
    ),
    spec!(
        Settlement,
        [Parties, Facts, Agreement, Performance, Mediator],
        [Matter, Note],
        "A33",
        Person,
        Letter,
        Two,
        true
    ),
    spec!(
        ServiceReceipt,
        [Paper, ServiceMethod, ServedOn, ServiceProof],
        [Witness, Note],
        "",
        File,
        Form,
        Event,
        false
    ),
    spec!(
        VerifySheet,
        [VerifyMethod, Verifiers, FoundProcedure, FoundSubstance, FoundPeople, Differences, Advice],
        [Matter],
        "",
        File,
        Form,
        Two,
        false
    ),
    spec!(RiskReminder, [Matter, Risk, Due, SuggestedAction], [Note], "", Office, Letter, Two, true),
    spec!(
        SupervisionLetter,
        [Matter, BrokenClause, Facts, Requirements, FeedbackDue, Responsible, FeedbackWay],
        [CopyTo],
        "A40_1",
        Office,
        Letter,
        Two,
        true
    ),
    spec!(
        AccountabilityLetter,
        [Facts, Consequence, AccountClause, Jurisdiction, AdoptionReply],
        [Matter, FeedbackDue, Attachments, CopyTo],
        "A42",
        Office,
        Letter,
        Two,
        true
    ),
    spec!(
        AgencyMandate,
        [
            Principal,
            PrincipalContact,
            AgentName,
            Station,
            Matter,
            Powers,
            MandateTerm,
            DataUse,
            SensitiveConsent,
            RevokeWay,
            SignedHow
        ],
        [Note],
        "",
        Person,
        Form,
        Event,
        false
    ),
    spec!(
        AgencyRegister,
        [Source, Mode, PersonFacts, Claims, Materials, FirstAgent, ReceivedAt],
        [Matter, Note, Risk],
        "",
        File,
        Form,
        Event,
        false
    ),
    spec!(
        AgencyAck,
        [Matter, AgentName, AgentPhone, Roadmap, NextStep, Due, QueryWay, ComplainTo],
        [Station, Note],
        "",
        Person,
        Form,
        Event,
        false
    ),
    spec!(AgencyNotEligible, [Matter, Reason, RightWay, StillOpen], [WayDue], "", Person, Form, Event, false),
    spec!(AgencyProgress, [Matter, Done, NextStep], [Due, AgentName, AgentPhone], "", Person, Form, Event, false),
    spec!(AgencyResult, [Matter, Results, Unsolved], [Basis, PetitionerView], "", Person, Form, Event, false),
    spec!(
        AgencyFollowup,
        [Matter, Caller, CallMethod, ReallySolved, Pressed, Grade, Retaliated],
        [Note],
        "",
        File,
        Form,
        Event,
        false
    ),
    spec!(
        MeetingMinutes,
        [MeetingTime, MeetingPlace, Chair, Attendance, Resolutions],
        [Dropped, CopyTo],
        "",
        Office,
        Letter,
        Event,
        true
    ),
    spec!(MediationSheet, [FileNo, Matter, Source, Parties, Facts], [Note], "", File, Form, Event, false),
    spec!(MediationRights, [FileNo, Matter, Mediator], [Note], "", File, Form, Event, false),
    spec!(MediationRecord, [FileNo, Matter, Talks, Mediator], [Note], "", File, Form, Event, false),
    spec!(
        MediationAgreement,
        [FileNo, Parties, Facts, Liability, Agreement, Performance, Mediator],
        [Note],
        "",
        File,
        Form,
        Event,
        false
    ),
    spec!(MediationFailure, [FileNo, Matter, Reason, OtherWays], [Note], "", File, Form, Event, false),
    spec!(ConfirmRequest, [FileNo, Parties, Court, Agreement, EffectiveOn], [Note], "", File, Form, Event, false),
    spec!(MediationFollowup, [FileNo, Matter, Results], [Note], "", File, Form, Event, false),
    spec!(MediationFile, [FileNo, Matter, FileContents], [Note], "", File, Form, Event, false),
];

impl DocType {
    /// What is asked of it.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        SPECS.iter().find(|spec| spec.kind == self).unwrap_or(&SPECS[0])
    }

    /// The fields it may hold, required ones first.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        let spec = self.spec();
        spec.required.iter().chain(spec.optional).copied()
    }
}
