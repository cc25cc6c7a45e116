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
        /// 移动窗口
        Mobile = "MOBILE",
        /// 工作室
        Studio = "STUDIO",
        /// 嘎查村、社区
        Village = "VILLAGE",
        /// 苏木乡镇、街道
        Township = "TOWNSHIP",
        /// 旗县区
        County = "COUNTY",
        /// 盟市
        Prefecture = "PREFECTURE",
        /// 自治区
        Region = "REGION",
        /// 领导包案
        Charge = "CHARGE",
        /// 人大代表领办
        Delegate = "DELEGATE",
        /// 接访
        Reception = "RECEPTION",
        /// 下访
        FieldVisit = "FIELD_VISIT",
        /// 带案走访
        VisitWithCase = "VISIT_WITH_CASE",
        /// 约访
        AppointedVisit = "APPOINTED_VISIT",
        /// 抽查回访
        SpotCheck = "SPOT_CHECK",
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
            Self::Mobile => &["org-kind-mobile"],
            Self::Studio => &["org-kind-studio"],
            Self::Village => &["org-level-village", "desk-level-village", "admin-level-village", "find-level-village"],
            Self::Township => {
                &["org-level-township", "desk-level-township", "admin-level-township", "find-level-township"]
            }
            Self::County => &["org-level-county", "desk-level-county", "admin-level-county", "find-level-county"],
            Self::Prefecture => &["org-level-prefecture", "desk-level-prefecture", "admin-level-prefecture"],
            Self::Region => &["org-level-region", "desk-level-region", "admin-level-region"],
            Self::Charge => &["post-leader"],
            Self::Delegate => &["post-delegate"],
            Self::Reception => &["visit-reception"],
            Self::FieldVisit => &["visit-field"],
            Self::VisitWithCase => &["visit-with-case"],
            Self::AppointedVisit => &["visit-appointed"],
            Self::SpotCheck => &["visit-spot-check"],
        }
    }

    /// The term that people call so: its stable name, or its standard Chinese word.
    #[must_use]
    pub fn called(text: &str) -> Option<Self> {
        let said = |term: &Self| term.message().say(kernel::Locale::Zh) == text;
        Self::parse(&text.to_uppercase()).or_else(|| Self::ALL.iter().copied().find(|term| said(term)))
    }
}
