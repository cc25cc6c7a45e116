//! The four modes of rules.md 3.3.

use crate::{case::Channel, names};

names! {
    /// How agency came about: a fact of the case, entered by rule and never chosen from a list.
    pub enum Mode in "agency-mode" {
        /// 委托代办：群众点单
        Entrusted = "ENTRUSTED",
        /// 主动代办：走访、摸排发现，先告知、后同意
        Proactive = "PROACTIVE",
        /// 提级代办：超时、转手、跨部门、不认可
        Escalated = "ESCALATED",
        /// 指定代办：无人认领、回避、疑难、跨域
        Designated = "DESIGNATED",
    }
}

impl Mode {
    /// The mode in which a matter begins: none without an agent; found by the grid it is proactive (after consent, 10.5), asked
    /// for by the person it is entrusted.
    #[must_use]
    pub fn at_registration(channel: Channel, has_agent: bool) -> Option<Self> {
        match channel {
            _ if !has_agent => None,
            Channel::GridFound => Some(Self::Proactive),
            _ => Some(Self::Entrusted),
        }
    }
}
