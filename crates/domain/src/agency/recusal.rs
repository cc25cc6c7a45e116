//! Recusal 回避 (R-061, article 28.3): a person says of herself that she is concerned, or the petitioner asks; a named superior
//! decides. It is asked case by case; nobody's family is kept anywhere.

use jiff::Timestamp;
use kernel::{Text, UserId};
use serde::{Deserialize, Serialize};

use crate::names;

names! {
    /// Why somebody steps back.
    pub enum Ground in "recusal-ground" {
        /// 本人是当事人，或者与这件事有利害关系
        Interest = "INTEREST",
        /// 近亲属是当事人，或者与这件事有利害关系
        NearRelative = "NEAR_RELATIVE",
        /// 本人所在单位是被反映的一方
        OwnUnit = "OWN_UNIT",
        /// 其他可能影响公正的情形
        Other = "OTHER",
    }
}

names! {
    /// Whom the petitioner can ask to be replaced.
    pub enum Concerned in "recusal-of" {
        /// 代办员
        Agent = "AGENT",
        /// 承办人
        Handler = "HANDLER",
    }
}

/// What somebody said of herself, for this case only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// Who.
    pub by: UserId,
    /// Why.
    pub ground: Ground,
    /// When.
    pub at: Timestamp,
}

/// The petitioner asks for somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecusalRequest {
    /// Whom it concerns.
    pub of: Concerned,
    /// The person who was it then.
    pub user: UserId,
    /// Why.
    pub reason: Text<1000>,
    /// When.
    pub at: Timestamp,
    /// It was decided.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decided: bool,
}

/// What a superior decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    /// Whom it concerns.
    pub user: UserId,
    /// Steps back, or goes on.
    pub steps_back: bool,
    /// Why.
    pub ground: Ground,
    /// Who decided; never the person concerned.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}
