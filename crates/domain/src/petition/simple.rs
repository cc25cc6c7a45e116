//! 简易办理, the simple track (rules.md 2.9): for clear matters that are quickly settled. It is faster, never poorer: the ordinary
//! clocks run beside it from the first day, so that nothing begins anew when it ends, and it ends by itself as soon as
//! something is not supported or is disputed.

use jiff::Timestamp;
use kernel::{Refusal, UserId};
use serde::{Deserialize, Serialize};

use super::model::{Petition, Stage};
use crate::{
    case::{DispatchKind, OpinionResult, StatutoryRoute},
    env::Env,
    escalation::Rising as _,
    names,
};

/// Forwarded within a working day.
pub const HOP: &str = "SIMPLE_HOP_1WD";
/// Accepted within three.
pub const ACCEPT: &str = "SIMPLE_ACCEPT_3WD";
/// Answered within ten.
pub const OPINION: &str = "SIMPLE_OPINION_10WD";
/// All of them.
pub const CLOCKS: &[&str] = &[HOP, ACCEPT, OPINION];

names! {
    /// The five conditions, one of which must hold.
    pub enum SimpleGround in "simple-ground" {
        /// 事实清楚、责任明确、争议不大、易于解决
        Clear = "CLEAR",
        /// 咨询、建议、感谢，可以当场反馈
        Immediate = "IMMEDIATE",
        /// 日常生产生活、时效性强
        Daily = "DAILY",
        /// 已有明确承诺或结论
        Promised = "PROMISED",
        /// 其他可以简易办理的
        Other = "OTHER",
    }
}

names! {
    /// Why it went on by the ordinary procedure (`SIMPLE_TO_ORDINARY`).
    pub enum SimpleEnd in "simple-end" {
        /// 有一条不能全部支持
        NotSupported = "NOT_SUPPORTED",
        /// 本人要求
        HerWish = "HER_WISH",
        /// 单位说不归它管
        NotOurs = "NOT_OURS",
        /// 要几个单位一起办
        SeveralUnits = "SEVERAL_UNITS",
        /// 有一条要走法定途径
        LegalRoute = "LEGAL_ROUTE",
        /// 上级交办
        HandedDown = "HANDED_DOWN",
        /// 需要更多时间
        MoreTime = "MORE_TIME",
        /// 简易的期限到了
        TimeOut = "TIME_OUT",
        /// 办件单位或信访部门认为不适合
        Office = "OFFICE",
        /// 重新打开
        Reopened = "REOPENED",
    }
}

/// That it went the simple way, and whether it still does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Simple {
    /// Under which condition.
    pub ground: SimpleGround,
    /// Who chose it.
    pub by: Option<UserId>,
    /// When.
    pub at: Timestamp,
    /// When and why it went on by the ordinary procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<(Timestamp, SimpleEnd)>,
}

impl Petition {
    /// Whether it is on the simple track now.
    #[must_use]
    pub fn is_simple(&self) -> bool {
        self.simple.as_ref().is_some_and(|simple| simple.ended.is_none())
    }

    /// Whether the ordinary procedure may still be asked for: until her days after the answer are over.
    #[must_use]
    pub fn may_go_ordinary(&self, now: Timestamp) -> bool {
        self.is_simple()
            && (self.stage() != Stage::Served
                || self.running("REVIEW_REQUEST_30D").is_some_and(|window| now < window.due_at))
    }
}

/// rules.md 2.9: what may not go the simple way; the bounds are data of the jurisdiction.
///
/// # Errors
/// `simple-already`, `simple-not-first`, `simple-joint`, `simple-handed-down`, `simple-legal-route`, `simple-several-units` or
/// `simple-risen`.
pub fn may_go_the_simple_way(petition: &Petition, env: &Env<'_>) -> Result<(), Refusal> {
    let refuse = |code: &str| Err(Refusal::rule(code, "2.9", "SIMPLE_2016"));
    let assigned = petition.dispatch().is_some_and(|dispatch| dispatch.kind == DispatchKind::AssignWithFeedback);
    let elsewhere = petition
        .live_claims()
        .any(|claim| claim.route.or(claim.proposed).is_some_and(|route| route != StatutoryRoute::PetitionProcedure));
    if petition.simple.is_some() {
        refuse("simple-already")
    } else if petition.answered_at.is_some() || petition.hop_count() > 0 {
        refuse("simple-not-first")
    } else if i64::from(petition.headcount) > env.settings.simple_people_max {
        let most = env.settings.simple_people_max;
        Err(Refusal::rule("simple-joint", "2.9", "SIMPLE_2016").with("max", most))
    } else if assigned && env.settings.simple_handed_down == 0 {
        refuse("simple-handed-down")
    } else if elsewhere && env.settings.simple_legal_routes == 0 {
        refuse("simple-legal-route")
    } else if petition.assisting().next().is_some() && env.settings.simple_several_units == 0 {
        refuse("simple-several-units")
    } else if petition.rises().in_force().is_some() {
        refuse("simple-risen")
    } else {
        Ok(())
    }
}

/// rules.md 2.9: what is told by telephone or message has no paper; that is for the simple track, where she needs none.
///
/// # Errors
/// `told-needs-simple`.
pub fn told_without_paper_only_here(petition: &Petition, method: crate::case::ServiceMethod) -> Result<(), Refusal> {
    if !method.is_without_paper() || petition.is_simple() {
        return Ok(());
    }
    Err(Refusal::rule("told-needs-simple", "2.9", "SIMPLE_2016").on("method"))
}

/// Whether an answer leaves the simple track: everything that is not wholly supported.
#[must_use]
pub fn leaves(result: OpinionResult) -> bool {
    result != OpinionResult::Support
}
