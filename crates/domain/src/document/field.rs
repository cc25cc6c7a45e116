//! What a letter may hold, field by field. The label is the official word; templates name a field by it.

use crate::names;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Text of one or several paragraphs.
    Text,
    /// A day.
    Day,
    /// Several items, each with a head and lines.
    Items,
}

macro_rules! fields {
    ($($variant:ident = $text:literal, $label:literal, $kind:ident;)*) => {
        names! {
            /// A field of a letter; said in people's language by its key, in templates by its label.
            pub enum Field in "doc-field" { $(#[doc = $label] $variant = $text),* }
        }

        impl Field {
            /// The official word, as templates name it: `{事项}`.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }

            /// What it holds.
            #[must_use]
            pub const fn kind(self) -> FieldKind {
                match self { $(Self::$variant => FieldKind::$kind),* }
            }
        }
    };
}

fields! {
    Matter = "MATTER", "事项", Text;
    Summary = "SUMMARY", "事项摘要", Text;
    ReceivedOn = "RECEIVED_ON", "收到日期", Day;
    Procedure = "PROCEDURE", "处理途径和程序", Text;
    HandlingUnit = "HANDLING_UNIT", "承办单位", Text;
    ContactPhone = "CONTACT_PHONE", "联系电话", Text;
    Term = "TERM", "办理期限", Text;
    Due = "DUE", "截止日", Day;
    QueryWay = "QUERY_WAY", "查询方式", Text;
    Reason = "REASON", "理由", Text;
    Clause = "CLAUSE", "具体条款", Text;
    RightWay = "RIGHT_WAY", "应走途径", Text;
    RightOrgan = "RIGHT_ORGAN", "受理机关", Text;
    WayDue = "WAY_DUE", "途径期限", Text;
    ObjectionWay = "OBJECTION_WAY", "异议渠道", Text;
    FinalOpinions = "FINAL_OPINIONS", "三级意见", Text;
    ToUnit = "TO_UNIT", "去向单位", Text;
    ToUnitPhone = "TO_UNIT_PHONE", "去向单位电话", Text;
    SentOn = "SENT_ON", "转送日期", Day;
    NextTerm = "NEXT_TERM", "下一时限", Text;
    Routes = "ROUTES", "法定途径", Items;
    OldDue = "OLD_DUE", "原截止日", Day;
    NewDue = "NEW_DUE", "新截止日", Day;
    ApprovedBy = "APPROVED_BY", "批准人职务", Text;
    HearingTime = "HEARING_TIME", "听证时间", Text;
    HearingPlace = "HEARING_PLACE", "听证地点", Text;
    HearingPersons = "HEARING_PERSONS", "听证人员", Text;
    Claims = "CLAIMS", "投诉请求", Items;
    Findings = "FINDINGS", "事实和理由", Text;
    Answers = "ANSWERS", "处理意见", Items;
    Execution = "EXECUTION", "执行期限与责任单位", Text;
    ReviewOrgan = "REVIEW_ORGAN", "申请机关", Text;
    OriginalNumber = "ORIGINAL_NUMBER", "原意见文号", Text;
    Request = "REQUEST", "复查复核请求", Text;
    Basis = "BASIS", "依据", Text;
    Decision = "DECISION", "决定", Text;
    Serial = "SERIAL", "流水号", Text;
    Channel = "CHANNEL", "渠道", Text;
    Adoption = "ADOPTION", "采纳情况", Text;
    Requirements = "REQUIREMENTS", "要求", Text;
    FeedbackDue = "FEEDBACK_DUE", "反馈期限", Day;
    FeedbackWay = "FEEDBACK_WAY", "反馈方式", Text;
    Materials = "MATERIALS", "材料", Text;
    Investigation = "INVESTIGATION", "调查情况", Text;
    Handling = "HANDLING", "处理情况", Text;
    ServiceState = "SERVICE_STATE", "答复送达情况", Text;
    ExecutionState = "EXECUTION_STATE", "执行情况", Text;
    PetitionerView = "PETITIONER_VIEW", "群众意见", Text;
    Trigger = "TRIGGER", "触发情形", Text;
    Facts = "FACTS", "事实", Text;
    Advice = "ADVICE", "建议", Text;
    Parties = "PARTIES", "当事人", Items;
    Mediator = "MEDIATOR", "主持方", Text;
    Agreement = "AGREEMENT", "协议内容", Items;
    Performance = "PERFORMANCE", "履行方式和期限", Text;
    Paper = "PAPER", "送达文书", Text;
    ServiceMethod = "SERVICE_METHOD", "送达方式", Text;
    ServedOn = "SERVED_ON", "送达日期", Day;
    ServiceProof = "SERVICE_PROOF", "签收情况", Text;
    Witness = "WITNESS", "见证人", Text;
    VerifyMethod = "VERIFY_METHOD", "核查方式", Text;
    Verifiers = "VERIFIERS", "核查人", Text;
    FoundProcedure = "FOUND_PROCEDURE", "程序发现", Text;
    FoundSubstance = "FOUND_SUBSTANCE", "实体发现", Text;
    FoundPeople = "FOUND_PEOPLE", "群众说法", Text;
    Differences = "DIFFERENCES", "与系统记录差异", Text;
    Risk = "RISK", "风险情形", Text;
    SuggestedAction = "SUGGESTED_ACTION", "建议动作", Text;
    BrokenClause = "BROKEN_CLAUSE", "违反条款", Text;
    Responsible = "RESPONSIBLE", "责任人", Text;
    Consequence = "CONSEQUENCE", "后果", Text;
    AccountClause = "ACCOUNT_CLAUSE", "问责条款", Text;
    Jurisdiction = "JURISDICTION", "管辖机关", Text;
    AdoptionReply = "ADOPTION_REPLY", "采纳情况反馈", Text;
    Principal = "PRINCIPAL", "委托人", Text;
    PrincipalContact = "PRINCIPAL_CONTACT", "委托人联系方式", Text;
    AgentName = "AGENT_NAME", "代办员", Text;
    AgentPhone = "AGENT_PHONE", "代办员电话", Text;
    Station = "STATION", "所属点", Text;
    Powers = "POWERS", "委托权限", Items;
    MandateTerm = "MANDATE_TERM", "委托期限", Text;
    DataUse = "DATA_USE", "个人信息使用范围与接收方", Text;
    SensitiveConsent = "SENSITIVE_CONSENT", "敏感信息单独同意", Text;
    RevokeWay = "REVOKE_WAY", "撤销方式", Text;
    SignedHow = "SIGNED_HOW", "签署方式", Text;
    Source = "SOURCE", "来源", Text;
    Mode = "MODE", "模式", Text;
    PersonFacts = "PERSON_FACTS", "群众要素", Text;
    FirstAgent = "FIRST_AGENT", "首接人", Text;
    ReceivedAt = "RECEIVED_AT", "收到时间", Text;
    Roadmap = "ROADMAP", "分类结论与路线图", Text;
    NextStep = "NEXT_STEP", "下一步", Text;
    ComplainTo = "COMPLAIN_TO", "不满找谁", Text;
    StillOpen = "STILL_OPEN", "仍可直接信访的渠道", Text;
    Done = "DONE", "已做工作", Text;
    Results = "RESULTS", "逐项结果", Items;
    Unsolved = "UNSOLVED", "未解决原因与后续路径", Text;
    Caller = "CALLER", "回访人", Text;
    CallMethod = "CALL_METHOD", "回访方式", Text;
    ReallySolved = "REALLY_SOLVED", "是否真实解决", Text;
    Pressed = "PRESSED", "是否被要求好评或撤回", Text;
    Grade = "GRADE", "满意程度", Text;
    Retaliated = "RETALIATED", "是否遭报复", Text;
    MeetingTime = "MEETING_TIME", "会议时间", Text;
    MeetingPlace = "MEETING_PLACE", "会议地点", Text;
    Chair = "CHAIR", "召集人", Text;
    Attendance = "ATTENDANCE", "参加单位", Text;
    Resolutions = "RESOLUTIONS", "议定事项", Items;
    Dropped = "DROPPED", "没有议定的议题", Items;
    FileNo = "FILE_NO", "卷号", Text;
    Talks = "TALKS", "调解经过", Items;
    Liability = "LIABILITY", "各方责任", Text;
    OtherWays = "OTHER_WAYS", "其他途径", Items;
    Court = "COURT", "管辖法院", Text;
    EffectiveOn = "EFFECTIVE_ON", "协议生效日", Day;
    FileContents = "FILE_CONTENTS", "卷内材料", Items;
    Note = "NOTE", "说明", Text;
    Attachments = "ATTACHMENTS", "附件", Items;
    CopyTo = "COPY_TO", "抄送", Text;
}

impl Field {
    /// The field that templates call `label`.
    #[must_use]
    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.label() == label)
    }
}
