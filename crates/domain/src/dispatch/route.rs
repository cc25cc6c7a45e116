//! Which branch of article 31 a claim takes: (一) to (五) are asked first, the petition procedure (六) is what is left.

use kernel::Message;

use super::category::Category;
use crate::{case::StatutoryRoute, names};

names! {
    /// Why a route is suggested.
    pub enum RouteReason in "route-reason" {
        /// The category usually takes it.
        Category = "CATEGORY",
        /// The claim asks an office to do what it has to do, or to look into a breach.
        Duty = "DUTY",
        /// A court or arbitration has it, or the claim speaks of one.
        Lawsuit = "LAWSUIT",
        /// It is about a labour dispute.
        Labour = "LABOUR",
        /// It is against a decision of an office.
        Decision = "DECISION",
        /// None of the five fits.
        Rest = "REST",
    }
}

/// A suggested route with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteGuess {
    /// Which.
    pub route: StatutoryRoute,
    /// Why.
    pub because: RouteReason,
}

impl RouteGuess {
    /// The reason as a sentence.
    #[must_use]
    pub fn reason(&self) -> Message {
        self.because.message()
    }
}

/// Words of a claim that point to a branch, in the order in which article 31 asks.
const TRIGGERS: &[(StatutoryRoute, RouteReason, &[&str])] = &[
    (StatutoryRoute::Litigation, RouteReason::Lawsuit, &["起诉", "判决", "法院", "立案", "强制执行", "上诉", "再审"]),
    (
        StatutoryRoute::Arbitration,
        RouteReason::Labour,
        &["劳动仲裁", "工资", "加班费", "经济补偿金", "劳动合同", "双倍工资", "解除劳动"],
    ),
    (
        StatutoryRoute::AdminReconsideration,
        RouteReason::Decision,
        &["行政复议", "撤销处罚", "撤销决定", "不服处罚", "处罚决定", "罚款太", "不予认定"],
    ),
    (
        StatutoryRoute::DutyPerformance,
        RouteReason::Duty,
        &[
            "查处",
            "督促",
            "责令",
            "监管",
            "取缔",
            "检查",
            "制止",
            "依法处理",
            "履行职责",
            "达到",
            "达标",
            "修好",
            "整改",
            "清理",
            "拆除",
        ],
    ),
];

/// Words of a claim that asks to be paid.
const MONEY: &[&str] = &["退", "补发", "赔", "补偿", "返还", "给钱", "补助"];

fn rest() -> RouteGuess {
    RouteGuess { route: StatutoryRoute::PetitionProcedure, because: RouteReason::Rest }
}

/// The branch that `claim`, a claim in a matter of this category, most likely takes.
#[must_use]
pub fn route_of_claim(claim: &str, category: Option<&Category>) -> RouteGuess {
    let found = TRIGGERS.iter().find(|(_, _, words)| words.iter().any(|word| claim.contains(word)));
    if let Some((route, because, _)) = found {
        return RouteGuess { route: *route, because: *because };
    }
    let asks_for_money = MONEY.iter().any(|word| claim.contains(word));
    match category.and_then(|category| category.route) {
        // No office pays by doing its duty of supervision: what is to be paid goes another way.
        Some(StatutoryRoute::DutyPerformance) if asks_for_money => rest(),
        Some(route) => RouteGuess { route, because: RouteReason::Category },
        None => rest(),
    }
}
