//! The words of the faces that a place may say in its own way.

use crate::names;

names! {
    /// A word with a standard name, for which a jurisdiction may have its own.
    pub enum Term in "term" {
        /// 代办点
        Point = "POINT",
        /// 代办站
        Station = "STATION",
        /// 代办中心
        Center = "CENTER",
        /// 代办员
        Agent = "AGENT",
        /// 站长
        StationLead = "STATION_LEAD",
        /// 网格员
        GridMember = "GRID_MEMBER",
        /// 派单
        Dispatch = "DISPATCH",
        /// 认领
        Claim = "CLAIM",
        /// 答复（工单）
        Reply = "REPLY",
        /// 办完（工单）
        Done = "DONE",
        /// 回访
        FollowUp = "FOLLOW_UP",
        /// 评价（工单）
        Rate = "RATE",
        /// 提级
        Escalate = "ESCALATE",
        /// 结束（工单）
        Close = "CLOSE",
        /// 主办
        Lead = "LEAD",
    }
}

impl Term {
    /// The texts that are this word and nothing else; the word of a place stands in their stead. Sentences keep the standard
    /// word: a sentence is law or fact, and means the same in every county.
    #[must_use]
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Point => &["org-kind-point"],
            Self::Station => &["org-kind-station"],
            Self::Center => &["org-kind-center"],
            Self::Agent => &["role-agent", "desk-person-agent", "who-agent", "station-sign-agent"],
            Self::StationLead => &["role-station-lead"],
            Self::GridMember => &["role-grid-member"],
            Self::Dispatch => &["command-order-dispatch", "desk-verb-dispatch"],
            Self::Claim => &["command-order-claim", "desk-verb-claim"],
            Self::Reply => &["command-order-reply", "desk-verb-reply"],
            Self::Done => &["command-order-done", "desk-verb-done"],
            Self::FollowUp => {
                &["command-order-follow-up", "command-petition-follow-up", "desk-verb-follow-up", "decide-calls"]
            }
            Self::Rate => &["command-order-rate", "command-petition-rate"],
            Self::Escalate => &["command-order-escalate"],
            Self::Close => &["command-order-close"],
            Self::Lead => &["duty-lead", "decide-unit-lead", "catalogue-lead-unit"],
        }
    }

    /// The term that people call so: its stable name, or its standard Chinese word.
    #[must_use]
    pub fn called(text: &str) -> Option<Self> {
        let said = |term: &Self| term.message().say(kernel::Locale::Zh) == text;
        Self::parse(&text.to_uppercase()).or_else(|| Self::ALL.iter().copied().find(|term| said(term)))
    }
}
