//! What happened to her, where she can go with it, and how far she has gone.

use jiff::{Timestamp, civil::Date};
use kernel::{ClockId, Text};
use serde::{Deserialize, Serialize};

use crate::names;

names! {
    /// What opens a period: an event with a day of its own.
    pub enum Occasion in "remedy-occasion" {
        /// 收到行政决定：处罚、征收、许可、确认……
        AdminAct = "ADMIN_ACT",
        /// 申请机关履行职责
        DutyRequested = "DUTY_REQUESTED",
        /// 劳动争议
        Labour = "LABOUR",
        /// 农村土地承包纠纷
        LandContract = "LAND_CONTRACT",
        /// 收到农地仲裁裁决
        LandAward = "LAND_AWARD",
        /// 公务员知道人事处理
        Personnel = "PERSONNEL",
        /// 收到人事复核决定
        PersonnelRecheck = "PERSONNEL_RECHECK",
        /// 民事权利受损
        CivilHarm = "CIVIL_HARM",
    }
}

names! {
    /// Where she can go.
    pub enum Way in "remedy-way" {
        /// 行政复议机关
        Reconsideration = "RECONSIDERATION",
        /// 人民法院（行政诉讼）
        AdminSuit = "ADMIN_SUIT",
        /// 机关应当先履行；到期不履行的，人民法院
        DutySuit = "DUTY_SUIT",
        /// 劳动人事争议仲裁委员会
        LabourArbitration = "LABOUR_ARBITRATION",
        /// 农村土地承包仲裁委员会
        LandArbitration = "LAND_ARBITRATION",
        /// 原处理机关（人事复核）
        PersonnelRecheck = "PERSONNEL_RECHECK",
        /// 同级公务员主管部门或上一级机关（申诉）
        PersonnelAppeal = "PERSONNEL_APPEAL",
        /// 人民法院（民事诉讼）
        CivilSuit = "CIVIL_SUIT",
    }
}

names! {
    /// What she ought to know beside the date.
    pub enum Hint in "remedy-hint" {
        /// 有的情形必须先复议（复议法 23 条）
        ReconsiderationFirst = "RECONSIDERATION_FIRST",
        /// 向有关部门请求救济可能使时效中断（劳动争议调解仲裁法 27 条）
        AskingInterrupts = "ASKING_INTERRUPTS",
        /// 经济困难可申请法律援助（法律援助法 31 条）
        LegalAid = "LEGAL_AID",
        /// 调解不妨碍仲裁和诉讼（人民调解法 3 条）
        MediationOpen = "MEDIATION_OPEN",
        /// 两条路任选其一
        EitherWay = "EITHER_WAY",
    }
}

/// That she went there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// When it was said.
    pub at: Timestamp,
    /// On which day she handed it in.
    pub on: Date,
    /// To whom.
    pub place: Text<100>,
}

/// One occasion of a claim, with the day from which its periods count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pursued {
    /// What happened.
    pub occasion: Occasion,
    /// The day on which she learned of it or received it: it does not count itself.
    pub known: Date,
    /// Its clocks among those of the case.
    pub clocks: Vec<ClockId>,
    /// She went there; nothing is counted any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Taken>,
}
