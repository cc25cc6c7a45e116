//! The roles of rules.md §14.

use crate::names;

names! {
    /// What a person may be in this system. Nobody is anything without a grant.
    pub enum Role in "role" {
        /// 信访人
        Citizen = "CITIZEN",
        /// 人大代表、政协委员
        Delegate = "DELEGATE",
        /// 推选的代表（走访，不超过 5 人）
        Representative = "REPRESENTATIVE",
        /// 代办员
        Agent = "AGENT",
        /// 网格员
        GridMember = "GRID_MEMBER",
        /// 站长、点长
        StationLead = "STATION_LEAD",
        /// 登记员
        Registrar = "REGISTRAR",
        /// 信访部门工作人员
        BureauOfficer = "BUREAU_OFFICER",
        /// 承办人
        UnitHandler = "UNIT_HANDLER",
        /// 单位负责人
        UnitLeader = "UNIT_LEADER",
        /// 复查人员
        Reviewer = "REVIEWER",
        /// 复核人员
        Rechecker = "RECHECKER",
        /// 督查督办
        Supervisor = "SUPERVISOR",
        /// 联席会议办公室
        JointMeetingOffice = "JOINT_MEETING_OFFICE",
        /// 密封专人
        DisciplineSealed = "DISCIPLINE_SEALED",
        /// 调解员
        Mediator = "MEDIATOR",
        /// 法律顾问
        LegalAdvisor = "LEGAL_ADVISOR",
        /// 翻译
        Translator = "TRANSLATOR",
        /// 回访员
        FollowupCaller = "FOLLOWUP_CALLER",
        /// 审计员
        Auditor = "AUDITOR",
        /// 个人信息保护负责人
        Dpo = "DPO",
        /// 系统管理员（无内容权）
        Sysadmin = "SYSADMIN",
    }
}

impl Role {
    /// Whether an administrator can grant it. A citizen and her representatives are known by number and query code.
    #[must_use]
    pub fn grantable(self) -> bool {
        !matches!(self, Self::Citizen | Self::Representative)
    }

    /// Whether it keeps the machine or the record, and so never sees what is in a petition (principle 10).
    #[must_use]
    pub fn without_content(self) -> bool {
        matches!(self, Self::Sysadmin | Self::Auditor | Self::Dpo)
    }
}
