//! Every action there is. A new one does not compile until [`super::grants`] says who may do it, and the golden matrix
//! shows it.

use crate::{case::CaseKind, names};

/// What an action is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// One case.
    Case,
    /// A division: there is no case yet, or it is about organisation, clocks and logs.
    Place,
}

/// An action as a type, so that a [`super::Permit`] for one cannot be used for another.
pub trait Act: sealed::Sealed {
    /// The action.
    const ACTION: Action;
    /// What it is done to: [`super::MatterFacts`] or [`kernel::DivisionCode`].
    type Target: super::AsTarget + ?Sized;
}

pub(super) mod sealed {
    pub trait Sealed {}
}

macro_rules! acts {
    (case { $($(#[$cdoc:meta])* $case:ident = $ctext:literal),* $(,)? }
     place { $($(#[$pdoc:meta])* $place:ident = $ptext:literal),* $(,)? }) => {
        names! {
            /// Everything that a person or the system can do, and that somebody must be allowed to.
            pub enum Action { $($(#[$cdoc])* $case = $ctext,)* $($(#[$pdoc])* $place = $ptext),* }
        }

        impl Action {
            /// What it is done to.
            #[must_use]
            pub const fn on(self) -> On {
                match self { $(Self::$case => On::Case,)* $(Self::$place => On::Place),* }
            }
        }

        /// Each action as a type.
        pub mod actions {
            $($(#[$cdoc])* #[derive(Debug, Clone, Copy, PartialEq, Eq)] pub struct $case;
              impl super::sealed::Sealed for $case {}
              impl super::Act for $case {
                  const ACTION: super::Action = super::Action::$case;
                  type Target = crate::access::MatterFacts;
              })*
            $($(#[$pdoc])* #[derive(Debug, Clone, Copy, PartialEq, Eq)] pub struct $place;
              impl super::sealed::Sealed for $place {}
              impl super::Act for $place {
                  const ACTION: super::Action = super::Action::$place;
                  type Target = kernel::DivisionCode;
              })*
        }
    };
}

acts! {
    case {
        /// Open a case or see it in a list.
        ReadMatter = "READ_MATTER",
        /// Find it by its text.
        SearchMatters = "SEARCH_MATTERS",
        /// Take it out as a sheet, with a watermark.
        ExportMatters = "EXPORT_MATTERS",
        /// See name, telephone and address in full: with a reason, on record, and she is told.
        RevealIdentity = "REVEAL_IDENTITY",
        /// Read the summary as the unit complained of, when its explanation is sought.
        ReadAsRespondent = "READ_AS_RESPONDENT",
        /// See who looked at the case.
        ReadViewLog = "READ_VIEW_LOG",
        /// Take down a mandate 委托书.
        GiveMandate = "GIVE_MANDATE",
        /// Take a mandate back: the petitioner, or an officer before whom she says so.
        RevokeMandate = "REVOKE_MANDATE",
        /// 指定代办: name an agent.
        Designate = "DESIGNATE",
        /// Ask for another agent or handler.
        AskRecusal = "ASK_RECUSAL",
        /// Say of oneself that one is concerned.
        DeclareInterest = "DECLARE_INTEREST",
        /// Decide who steps back.
        DecideRecusal = "DECIDE_RECUSAL",
        /// Add text or a file.
        AddMaterial = "ADD_MATERIAL",
        /// Take the petition back.
        Withdraw = "WITHDRAW",
        /// Rate bureau and unit.
        Rate = "RATE",
        /// Say whether a claim is solved.
        ConfirmResolution = "CONFIRM_RESOLUTION",
        /// 法定途径: say on which day a period of another law began, or that she went there.
        NoteRemedy = "NOTE_REMEDY",
        /// 催办: ask where it stands.
        Nudge = "NUDGE",
        /// Ask for review or recheck.
        RequestReview = "REQUEST_REVIEW",
        /// Decide type, purpose, category and look-alikes.
        Triage = "TRIAGE",
        /// 请单位协办: ask a unit for its part, or end that part.
        AskAssistance = "ASK_ASSISTANCE",
        /// See one's part as an assisting unit: the task and its claims, nobody's name.
        ReadAsAssistant = "READ_AS_ASSISTANT",
        /// Hand in one's part as an assisting unit.
        GiveAssistance = "GIVE_ASSISTANCE",
        /// 列为同一原因, 都不是一回事: say how it stands to a look-alike.
        LinkCause = "LINK_CAUSE",
        /// 不予受理, with the way to go instead.
        RefuseAcceptance = "REFUSE_ACCEPTANCE",
        /// 不再受理: propose it or agree as the second person.
        RefuseAsFinal = "REFUSE_AS_FINAL",
        /// 转送、交办.
        Forward = "FORWARD",
        /// 报请.
        ReportUp = "REPORT_UP",
        /// Decide on a unit's objection.
        DecideObjection = "DECIDE_OBJECTION",
        /// Bring a quarrel of units before the common superior, or decide it.
        DecideDispute = "DECIDE_DISPUTE",
        /// 督办.
        Supervise = "SUPERVISE",
        /// 提级, with a reason.
        Raise = "RAISE",
        /// Lead what rose: record the four re-doings, bring it down.
        LeadRisen = "LEAD_RISEN",
        /// Say that it is not this unit's matter.
        Object = "OBJECT",
        /// Send claims to their legal channels (article 31 (一)–(五)) and record their arrival.
        RouteClaims = "ROUTE_CLAIMS",
        /// 受理 (article 31 (六)).
        Accept = "ACCEPT",
        /// Name another handler.
        AssignHandler = "ASSIGN_HANDLER",
        /// Record that one spoke with the petitioner.
        Contact = "CONTACT",
        /// Ask for more time.
        RequestExtension = "REQUEST_EXTENSION",
        /// Grant or deny more time.
        ApproveExtension = "APPROVE_EXTENSION",
        /// Write the opinion.
        DraftOpinion = "DRAFT_OPINION",
        /// 审核.
        CheckOpinion = "CHECK_OPINION",
        /// 签发.
        SignOpinion = "SIGN_OPINION",
        /// 送达.
        ServeOpinion = "SERVE_OPINION",
        /// Record what was done of what was promised.
        RecordExecution = "RECORD_EXECUTION",
        /// Look whether what was reported as done is done.
        VerifyExecution = "VERIFY_EXECUTION",
        /// 简易办理: put a matter on the simple track.
        ChooseSimple = "CHOOSE_SIMPLE",
        /// 转普通程序: let it go on by the ordinary procedure.
        EndSimple = "END_SIMPLE",
        /// 办结报告 of an assignment.
        SubmitClosingReport = "SUBMIT_CLOSING_REPORT",
        /// 包案: name who takes charge, or end it.
        NameLeader = "NAME_LEADER",
        /// Instruct, visit, put advice on record; who is in charge answers her duties.
        LeadMatter = "LEAD_MATTER",
        /// Answer an instruction.
        FollowInstruction = "FOLLOW_INSTRUCTION",
        /// 报告紧急情况: report a danger beside the matter.
        ReportUrgent = "REPORT_URGENT",
        /// See such a report and carry it on: calls, the report in writing, answers.
        FollowUrgent = "FOLLOW_URGENT",
        /// Say that the danger is over.
        EndUrgent = "END_URGENT",
        /// 约接访: book a seat at a reception for the matter, or give it back.
        BookReception = "BOOK_RECEPTION",
        /// 研究奖励: say whether whoever made a suggestion is rewarded.
        ConsiderReward = "CONSIDER_REWARD",
        /// Say whether one's suggestion may be published without one's name.
        SayPublication = "SAY_PUBLICATION",
        /// End the procedure.
        Close = "CLOSE",
        /// 归档.
        Archive = "ARCHIVE",
        /// 更正: put right what is stored about her: she herself, her agent, her bureau.
        CorrectData = "CORRECT_DATA",
        /// 保管、限制处理、到期处置: answer what she asks about her data, hold a file, propose and carry out what its rule says.
        KeepFile = "KEEP_FILE",
        /// Open it again.
        Reopen = "REOPEN",
        /// Answer a work order at once.
        AnswerOrder = "ANSWER_ORDER",
        /// 派单.
        DispatchOrder = "DISPATCH_ORDER",
        /// 签收.
        ClaimOrder = "CLAIM_ORDER",
        /// 退单申请.
        ObjectOrder = "OBJECT_ORDER",
        /// 退单审核.
        DecideOrderObjection = "DECIDE_ORDER_OBJECTION",
        /// Answer with substance or a plan.
        ReplyOrder = "REPLY_ORDER",
        /// Name a later day for what cannot be done in time.
        ExtendOrder = "EXTEND_ORDER",
        /// Report it done.
        FinishOrder = "FINISH_ORDER",
        /// 回访.
        FollowUp = "FOLLOW_UP",
        /// 重办.
        ReworkOrder = "REWORK_ORDER",
        /// 提级.
        EscalateOrder = "ESCALATE_ORDER",
        /// 转信访.
        ConvertOrder = "CONVERT_ORDER",
        /// Draft a letter in a case, or write it anew.
        DraftLetter = "DRAFT_LETTER",
        /// Sign a letter that somebody else drafted.
        SignLetter = "SIGN_LETTER",
        /// Declare a letter void.
        VoidLetter = "VOID_LETTER",
        /// Take a letter out as it is served, with the name in it: on record.
        PrintLetter = "PRINT_LETTER",
        /// Open a find, or see it in the list of finds.
        ReadFind = "READ_FIND",
        /// 矛盾排查台账: number, kind of sign, place and how it stands of every find; neither words nor anybody's name.
        ListFinds = "LIST_FINDS",
        /// 点长指派: name who sees to a find.
        AssignFind = "ASSIGN_FIND",
        /// Tell her, ask her, note what she says.
        VisitFind = "VISIT_FIND",
        /// Handle it for her under her mandate.
        HandleFind = "HANDLE_FIND",
        /// 报告紧急情况
        ReportUrgentFind = "REPORT_URGENT_FIND",
        /// Let it rise, reopen it, carry it into a petition.
        CarryOnFind = "CARRY_ON_FIND",
        /// Say whether it is settled, take the mandate back.
        AnswerFind = "ANSWER_FIND",
        /// 移交: put an agent's matter into the hands of her successor.
        HandOver = "HAND_OVER",
        /// Open a report that went over a unit's head, or see it in the list of such reports.
        ReadObstruction = "READ_OBSTRUCTION",
        /// Take it in hand.
        TakeUpObstruction = "TAKE_UP_OBSTRUCTION",
        /// Note something beside it.
        NoteObstruction = "NOTE_OBSTRUCTION",
        /// Tell whoever reported what was found and done.
        AnswerObstruction = "ANSWER_OBSTRUCTION",
        /// Add something to one's own report.
        AddToObstruction = "ADD_TO_OBSTRUCTION",
        /// Open a review or recheck, or see it in a list.
        ReadReview = "READ_REVIEW",
        /// 复查复核：take it up or not, name who examines.
        AcceptReview = "ACCEPT_REVIEW",
        /// Look into it, hear, write the opinion.
        ExamineReview = "EXAMINE_REVIEW",
        /// 审核.
        CheckReview = "CHECK_REVIEW",
        /// 签发.
        SignReview = "SIGN_REVIEW",
        /// 送达.
        ServeReview = "SERVE_REVIEW",
        /// Send the file of the first body.
        SendReviewFile = "SEND_REVIEW_FILE",
        /// Add to it, take it back, rate it: what is hers.
        PursueReview = "PURSUE_REVIEW",
        /// 终结后的帮扶: write down what is done for her.
        RecordCare = "RECORD_CARE",
        /// See who reported: with a reason, on record, and shown to her.
        RevealReporter = "REVEAL_REPORTER",
        /// Open a supervision or see it in a list.
        ReadSupervision = "READ_SUPERVISION",
        /// 发出提醒、提醒函、督办函; end it.
        IssueRung = "ISSUE_RUNG",
        /// Sign a drafted letter; advice on accountability goes out no other way.
        SignRung = "SIGN_RUNG",
        /// 回话: the unit answers.
        AnswerRung = "ANSWER_RUNG",
        /// Accept the answer or not.
        JudgeRung = "JUDGE_RUNG",
        /// 核查报告单.
        VerifyMatter = "VERIFY_MATTER",
        /// 挂牌、摘牌.
        ListMatter = "LIST_MATTER",
        /// 约谈、通报、责令限期整改.
        MeasureUnit = "MEASURE_UNIT",
        /// See number, unit, article and dates, and nothing else: what the discipline body shares.
        ReadJointSheet = "READ_JOINT_SHEET",
        /// Open a piece of advice or see it in a list.
        ReadAdvice = "READ_ADVICE",
        /// 签收、书面反馈.
        AnswerAdvice = "ANSWER_ADVICE",
        /// Look whether what the answer says is so.
        VerifyAdvice = "VERIFY_ADVICE",
        /// Open a joint meeting or see it in a list.
        ReadMeeting = "READ_MEETING",
        /// 议题、决定、纪要、盯办: keep its record and follow it up.
        KeepMeeting = "KEEP_MEETING",
        /// Say what one's unit did of what was decided.
        AnswerMeeting = "ANSWER_MEETING",
        /// Open a mediation or see it in a list: those who mediate it, and their committee.
        ReadMediation = "READ_MEDIATION",
        /// 定调解员、请人协助、归档: what the committee does.
        ArrangeMediation = "ARRANGE_MEDIATION",
        /// 主持调解: what whoever was named does.
        HoldMediation = "HOLD_MEDIATION",
        /// Open a cluster 类案 or see it in a list.
        ReadCluster = "READ_CLUSTER",
        /// Gather matters, keep the plan, approve the way to answer, tell, end it.
        KeepCluster = "KEEP_CLUSTER",
        /// 专班: report a step, propose a way to answer.
        WorkOnCluster = "WORK_ON_CLUSTER",
        /// See that a sealed report exists: number, age, stage. Nothing of what it says.
        ReadSealed = "READ_SEALED",
        /// 双人开封: open it together with a second keeper.
        OpenSealed = "OPEN_SEALED",
        /// Say who may handle it, hand it to the office with the power.
        HandOverSealed = "HAND_OVER_SEALED",
        /// Note that it arrived, that it was answered; put it away.
        FollowSealed = "FOLLOW_SEALED",
        /// Add to one's own report.
        AddToSealed = "ADD_TO_SEALED",
    }
    place {
        /// Register a matter for somebody.
        RegisterOnBehalf = "REGISTER_ON_BEHALF",
        /// Take down a find, without anybody's identity.
        ObserveFind = "OBSERVE_FIND",
        /// Take in matters from a file.
        ImportMatters = "IMPORT_MATTERS",
        /// Recompute the hash chains.
        VerifyChain = "VERIFY_CHAIN",
        /// See who did and saw what, without content.
        ReadAuditLog = "READ_AUDIT_LOG",
        /// Keep the division tree.
        AdminDivisions = "ADMIN_DIVISIONS",
        /// Keep organisations.
        AdminUnits = "ADMIN_UNITS",
        /// Keep staff and roles.
        AdminStaff = "ADMIN_STAFF",
        /// Keep the table of clocks.
        AdminClocks = "ADMIN_CLOCKS",
        /// Load the calendar of a year.
        AdminCalendar = "ADMIN_CALENDAR",
        /// Keep the tree of categories and the dispatch catalogue.
        AdminCatalogue = "ADMIN_CATALOGUE",
        /// 实践做法: start from a pack, see what differs from it, take it out.
        AdminPractice = "ADMIN_PRACTICE",
        /// See the registry of the agency network: stations, agents, grids, coverage.
        ReadNetwork = "READ_NETWORK",
        /// Say who stands in for an agent, hand her matters over, end her appointment.
        ArrangeAgents = "ARRANGE_AGENTS",
        /// 接访: open and close days on which somebody receives, and put on record who came.
        HoldReception = "HOLD_RECEPTION",
        /// 调解: open one for two or more parties.
        OpenMediation = "OPEN_MEDIATION",
        /// 联席会议: call one.
        CallMeeting = "CALL_MEETING",
        /// 类案: found one.
        FoundCluster = "FOUND_CLUSTER",
        /// Keep the rules of rising and supervision.
        AdminOversight = "ADMIN_OVERSIGHT",
        /// 三项建议: write to a unit.
        IssueAdvice = "ISSUE_ADVICE",
        /// 一周一曝光: see it, add a note to it.
        WeeklyExposure = "WEEKLY_EXPOSURE",
        /// Keep wording, quiet hours and ways of notices, and see what became of them.
        AdminNotices = "ADMIN_NOTICES",
        /// Keep how often each level looks at its board, and its targets.
        AdminCycles = "ADMIN_CYCLES",
        /// See the board of a jurisdiction: counts of matters and units, nothing of a case.
        ReadCycle = "READ_CYCLE",
        /// 专项行动: begin and end a campaign, whose matters and progress are counted.
        RunCampaign = "RUN_CAMPAIGN",
        /// 政务代办: note an errand that was handed to a service window, without anybody's name.
        NoteErrand = "NOTE_ERRAND",
        /// Close a day, week, half month or month: freeze its figures.
        CloseCycle = "CLOSE_CYCLE",
        /// 公开答复: publish, change and take back answers that everybody reads.
        PublishAnswer = "PUBLISH_ANSWER",
        /// Draft, sign, void and take out letters from office to office that belong to no case.
        OfficeLetter = "OFFICE_LETTER",
        /// Keep the wording of letters.
        AdminLetters = "ADMIN_LETTERS",
        /// 保管期限: see which files come to their end and which were removed; numbers and days, nothing of a case.
        ReadRetention = "READ_RETENTION",
        /// Make or change the key that reports are sealed to: at the machine, by two officers with their passphrases.
        KeepSealedKeys = "KEEP_SEALED_KEYS",
    }
}

impl Action {
    /// The kinds of case it exists for.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one table: the actions of each kind of case")]
    pub const fn kinds(self) -> &'static [CaseKind] {
        match self {
            Self::AnswerOrder
            | Self::DispatchOrder
            | Self::ClaimOrder
            | Self::ObjectOrder
            | Self::DecideOrderObjection
            | Self::ReplyOrder
            | Self::ExtendOrder
            | Self::FinishOrder
            | Self::ReworkOrder
            | Self::EscalateOrder
            | Self::ConvertOrder => &[CaseKind::WorkOrder],
            Self::RefuseAcceptance
            | Self::RefuseAsFinal
            | Self::RequestReview
            | Self::NoteRemedy
            | Self::RecordCare
            | Self::AskAssistance
            | Self::ReadAsAssistant
            | Self::GiveAssistance
            | Self::ReportUp
            | Self::DecideDispute
            | Self::RouteClaims
            | Self::RequestExtension
            | Self::ApproveExtension
            | Self::CheckOpinion
            | Self::ServeOpinion
            | Self::VerifyExecution
            | Self::ChooseSimple
            | Self::EndSimple
            | Self::SubmitClosingReport
            | Self::Designate
            | Self::AskRecusal
            | Self::DecideRecusal
            | Self::Raise => &[CaseKind::Petition],
            // What an office does with a petition it does with a suggestion by the same leave.
            Self::Forward
            | Self::DecideObjection
            | Self::Object
            | Self::Accept
            | Self::DraftOpinion
            | Self::SignOpinion
            | Self::RecordExecution => &[CaseKind::Petition, CaseKind::Suggestion],
            Self::ConsiderReward | Self::SayPublication => &[CaseKind::Suggestion],
            Self::ReadObstruction
            | Self::TakeUpObstruction
            | Self::NoteObstruction
            | Self::AnswerObstruction
            | Self::AddToObstruction
            | Self::RevealReporter => &[CaseKind::Obstruction],
            Self::ReadFind
            | Self::ListFinds
            | Self::AssignFind
            | Self::VisitFind
            | Self::HandleFind
            | Self::ReportUrgentFind
            | Self::CarryOnFind
            | Self::AnswerFind => &[CaseKind::Find],
            Self::ReadSupervision
            | Self::IssueRung
            | Self::SignRung
            | Self::AnswerRung
            | Self::JudgeRung
            | Self::VerifyMatter
            | Self::ListMatter
            | Self::MeasureUnit
            | Self::ReadJointSheet => &[CaseKind::Supervision],
            Self::ReadAdvice | Self::AnswerAdvice | Self::VerifyAdvice => &[CaseKind::Advice],
            Self::ReadMeeting | Self::KeepMeeting | Self::AnswerMeeting => &[CaseKind::Meeting],
            Self::ReadMediation | Self::ArrangeMediation | Self::HoldMediation => &[CaseKind::Mediation],
            Self::ReadCluster | Self::KeepCluster | Self::WorkOnCluster => &[CaseKind::Cluster],
            _ if self.is_of_the_sealed() => &[CaseKind::Whistleblow],
            Self::ReadReview
            | Self::AcceptReview
            | Self::ExamineReview
            | Self::CheckReview
            | Self::SignReview
            | Self::ServeReview
            | Self::SendReviewFile
            | Self::PursueReview => &[CaseKind::Review],
            Self::HandOver => &[CaseKind::Petition, CaseKind::WorkOrder, CaseKind::Find],
            Self::KeepFile => CaseKind::FILED,
            Self::ReadViewLog => CaseKind::ALL,
            _ => CaseKind::MATTERS,
        }
    }

    /// Whether it is one of the few things that can be done to a sealed report, and to nothing else.
    #[must_use]
    pub const fn is_of_the_sealed(self) -> bool {
        matches!(
            self,
            Self::ReadSealed | Self::OpenSealed | Self::HandOverSealed | Self::FollowSealed | Self::AddToSealed
        )
    }

    /// Whether it uses what a matter holds: what a limited file is not opened for.
    #[must_use]
    pub const fn uses_content(self) -> bool {
        matches!(
            self,
            Self::ReadMatter
                | Self::SearchMatters
                | Self::ExportMatters
                | Self::RevealIdentity
                | Self::PrintLetter
                | Self::ReadAsRespondent
                | Self::ReadAsAssistant
                | Self::FollowUp
        )
    }

    /// Whether it shows or changes what is in a case: never for whoever keeps the machine (rules.md §14).
    #[must_use]
    pub const fn touches_content(self) -> bool {
        match self.on() {
            On::Case => !matches!(self, Self::ReadViewLog),
            On::Place => {
                matches!(
                    self,
                    Self::RegisterOnBehalf
                        | Self::ObserveFind
                        | Self::ImportMatters
                        | Self::PublishAnswer
                        | Self::OfficeLetter
                        | Self::ArrangeAgents
                        | Self::HoldReception
                        | Self::CallMeeting
                        | Self::OpenMediation
                        | Self::FoundCluster
                        | Self::IssueAdvice
                        | Self::WeeklyExposure
                )
            }
        }
    }
}
