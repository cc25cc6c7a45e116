//! What every kind of case shares: kinds, channels, the two axes, claims, routes, dispatches, ratings.

use jiff::{Timestamp, civil::Date};
use kernel::{ClaimId, Message, OrgId, Text};
use serde::{Deserialize, Serialize};

use crate::{execution::Execution, names, remedy::Pursued};

names! {
    /// Kinds of case that have a life cycle.
    pub enum CaseKind in "case-kind" {
        /// 信访事项（申诉求决）
        Petition = "PETITION",
        /// 一周办结工单
        WorkOrder = "WORK_ORDER",
        /// 越过单位、送到上一级的报告（被拦、被报复）
        Obstruction = "OBSTRUCTION",
        /// 主动发现（网格、走访），本人同意以前不写是谁
        Find = "FIND",
        /// 督办
        Supervision = "SUPERVISION",
        /// 三项建议
        Advice = "ADVICE",
        /// 联席会议
        Meeting = "MEETING",
        /// 检举控告，密封
        Whistleblow = "WHISTLEBLOW",
        /// 复查、复核
        Review = "REVIEW",
        /// 建议
        Suggestion = "SUGGESTION",
        /// 调解
        Mediation = "MEDIATION",
        /// 类案
        Cluster = "CLUSTER",
    }
}

/// Whether a list or a page counts a clock down as what comes next. The end of a mandate is nobody's task, a look-back is
/// none before its day, and the periods of other laws stand on her own page.
#[must_use]
pub fn presses(def: &str) -> bool {
    let counted_beside = def == "MANDATE_TERM_CUSTOM" || crate::petition::look_back::CLOCKS.contains(&def);
    !counted_beside && !crate::remedy::is_parallel(def)
}

/// Whether a clock waits for the agency alone: an office's own clock is counted down before it.
#[must_use]
pub fn waits_for_agency(def: &str) -> bool {
    def.starts_with("MANDATE_")
}

impl CaseKind {
    /// What offices handle in their ordinary lists. A report over a unit's head is in none of them.
    pub const MATTERS: &'static [Self] = &[Self::Petition, Self::WorkOrder, Self::Suggestion];

    /// What is put away as a file of its own, with a period. Reviews and supervisions go with the matter they are about; the sealed
    /// track and reports over a unit's head keep their own rules and are not removed here.
    pub const FILED: &'static [Self] = &[Self::Petition, Self::WorkOrder, Self::Find, Self::Suggestion];

    /// The key of a stage's name in the locale files.
    #[must_use]
    pub fn stage_key(self, stage: &str) -> String {
        let prefix = match self {
            Self::Petition => "stage-petition",
            Self::WorkOrder => "stage-order",
            Self::Obstruction => "stage-obstruction",
            Self::Find => "stage-find",
            Self::Supervision => "stage-supervision",
            Self::Advice => "stage-advice",
            Self::Meeting => "stage-meeting",
            Self::Whistleblow => "stage-sealed",
            Self::Review => "stage-review",
            Self::Suggestion => "stage-suggestion",
            Self::Mediation => "stage-mediation",
            Self::Cluster => "stage-cluster",
        };
        crate::names::key_of(prefix, stage)
    }
}

names! {
    /// How it reached us; the last four are extensions and map to a statutory form.
    pub enum Channel in "channel" {
        /// 来信
        Letter = "LETTER",
        /// 来访
        Visit = "VISIT",
        /// 网上
        Web = "WEB",
        /// 来电
        Phone = "PHONE",
        /// 传真
        Fax = "FAX",
        /// 委托代办
        AgentEntrusted = "AGENT_ENTRUSTED",
        /// 网格发现
        GridFound = "GRID_FOUND",
        /// 移动窗口
        MobileWindow = "MOBILE_WINDOW",
        /// 12345 或其他层级转来
        TransferIn = "TRANSFER_IN",
    }
}

impl Channel {
    /// The form of article 17 that a channel counts as in statutory statistics.
    #[must_use]
    pub fn statutory(self) -> Self {
        match self {
            Self::AgentEntrusted | Self::GridFound | Self::MobileWindow => Self::Visit,
            Self::TransferIn => Self::Web,
            other => other,
        }
    }
}

names! {
    /// The three legal types (articles 29, 30, 31) and two of practice.
    pub enum MatterType in "matter" {
        /// 建议意见类
        Suggestion = "SUGGESTION",
        /// 检举控告类：只走密封通道，别处不收
        Whistleblow = "WHISTLEBLOW",
        /// 申诉求决类
        AppealClaim = "APPEAL_CLAIM",
        /// 咨询
        Inquiry = "INQUIRY",
        /// 感谢
        Thanks = "THANKS",
    }
}

names! {
    /// What the person wants, for statistics.
    pub enum Purpose in "purpose" {
        /// 申诉
        Appeal = "APPEAL",
        /// 求决
        SeekDecision = "SEEK_DECISION",
        /// 揭发控告
        Accusation = "ACCUSATION",
        /// 意见建议
        Opinion = "OPINION",
        /// 咨询
        Inquiry = "INQUIRY",
        /// 感谢
        Thanks = "THANKS",
        /// 其他
        Other = "OTHER",
    }
}

names! {
    /// The six branches of article 31, in the order in which they are asked.
    pub enum StatutoryRoute in "route" {
        /// （一）诉讼
        Litigation = "LITIGATION",
        /// （二）仲裁
        Arbitration = "ARBITRATION",
        /// （三）党员申诉
        PartyAppeal = "PARTY_APPEAL",
        /// （三）人事申诉
        PersonnelAppeal = "PERSONNEL_APPEAL",
        /// （四）行政复议
        AdminReconsideration = "ADMIN_RECONSIDERATION",
        /// （四）行政裁决
        AdminRuling = "ADMIN_RULING",
        /// （四）行政确认
        AdminConfirm = "ADMIN_CONFIRM",
        /// （四）行政许可
        AdminLicense = "ADMIN_LICENSE",
        /// （四）行政处罚
        AdminPenalty = "ADMIN_PENALTY",
        /// （五）申请查处、履行职责
        DutyPerformance = "DUTY_PERFORMANCE",
        /// （六）信访程序
        PetitionProcedure = "PETITION_PROCEDURE",
    }
}

impl StatutoryRoute {
    /// The item of article 31: 1 to 6.
    #[must_use]
    pub fn item(self) -> u8 {
        match self {
            Self::Litigation => 1,
            Self::Arbitration => 2,
            Self::PartyAppeal | Self::PersonnelAppeal => 3,
            Self::AdminReconsideration
            | Self::AdminRuling
            | Self::AdminConfirm
            | Self::AdminLicense
            | Self::AdminPenalty => 4,
            Self::DutyPerformance => 5,
            Self::PetitionProcedure => 6,
        }
    }

    /// What the route means, in one sentence for the person concerned.
    #[must_use]
    pub fn meaning(self) -> Message {
        Message::new(format!("{}-means", self.key()))
    }

    /// The article code, `A31_1` to `A31_6`.
    #[must_use]
    pub fn article(self) -> String {
        format!("A31_{}", self.item())
    }
}

names! {
    /// The three acts of article 22.
    pub enum DispatchKind in "dispatch" {
        /// 转送：给有权单位，不强制回报
        Forward = "FORWARD",
        /// 交办：转送、限期、办结报告
        AssignWithFeedback = "ASSIGN_WITH_FEEDBACK",
        /// 报请：提出建议，报本级党委政府决定
        ReportForDecision = "REPORT_FOR_DECISION",
    }
}

names! {
    /// What an opinion says to one claim (article 32).
    pub enum OpinionResult in "result" {
        /// 支持
        Support = "SUPPORT",
        /// 部分支持
        Partial = "PARTIAL",
        /// 合理但无法律依据，解释说明
        Explain = "EXPLAIN",
        /// 不支持
        NotSupport = "NOT_SUPPORT",
    }
}

names! {
    /// How a document reached the petitioner (T-09).
    pub enum ServiceMethod in "service" {
        /// 当面签收
        InPerson = "IN_PERSON",
        /// 邮寄
        Post = "POST",
        /// 电子送达（须本人同意）
        Electronic = "ELECTRONIC",
        /// 留置
        Left = "LEFT",
        /// 公告（30 日）
        PublicNotice = "PUBLIC_NOTICE",
        /// 代办员代签收（委托书勾选）
        ByAgent = "BY_AGENT",
        /// 电话告知（简易办理，本人不要纸质）
        ToldByPhone = "TOLD_BY_PHONE",
        /// 短信告知（简易办理，本人不要纸质）
        ToldByMessage = "TOLD_BY_MESSAGE",
    }
}

impl ServiceMethod {
    /// Whether she is told without paper: on the simple track only, when she needs none (rules.md 2.9).
    #[must_use]
    pub fn is_without_paper(self) -> bool {
        matches!(self, Self::ToldByPhone | Self::ToldByMessage)
    }
}

names! {
    /// How somebody uninvolved asked her afterwards (回访单).
    pub enum FollowUpMethod in "follow-up-method" {
        /// 打电话
        Phone = "PHONE",
        /// 上门
        Visit = "VISIT",
        /// 她自己来说
        OnSite = "ON_SITE",
    }
}

names! {
    /// How she finds it, in her own words. Three grades; there is no fourth that counts the silent.
    pub enum Grade in "grade" {
        /// 满意
        Satisfied = "SATISFIED",
        /// 基本满意
        Basically = "BASICALLY",
        /// 不满意
        Dissatisfied = "DISSATISFIED",
    }
}

names! {
    /// Who is rated: two separate ratings.
    pub enum RatingTarget in "rating-target" {
        /// 转办的部门
        Bureau = "BUREAU",
        /// 办事的单位
        Unit = "UNIT",
    }
}

/// One rating by the petitioner, and when she first gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The grade as it stands.
    pub grade: Grade,
    /// Her words, if any.
    pub comment: Option<Text<1000>>,
    /// When she rated first; changes are open for some days from here.
    pub first_at: Timestamp,
    /// When she changed it last.
    pub at: Timestamp,
}

/// The substance axis: is it solved? Independent of the procedure (rules.md §1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Resolution {
    /// Nobody can say yet.
    #[default]
    Unknown,
    /// The petitioner herself said so.
    ResolvedConfirmed,
    /// The unit says so; she has not.
    ResolvedUnconfirmed,
    /// Some claims are solved.
    Partial,
    /// Promised until a day.
    Promised {
        /// The promised day.
        due: Date,
    },
    /// Not supported, and explained with the law.
    NotSupportedExplained,
    /// Handed to its legal channel.
    RoutedPending,
    /// She says it is not solved, or it was not done.
    Unresolved,
    /// Solved once, open again.
    Reopened,
}

impl Resolution {
    /// Stable name, as stored and as the API says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "UNKNOWN",
            Self::ResolvedConfirmed => "RESOLVED_CONFIRMED",
            Self::ResolvedUnconfirmed => "RESOLVED_UNCONFIRMED",
            Self::Partial => "PARTIAL",
            Self::Promised { .. } => "PROMISED",
            Self::NotSupportedExplained => "NOT_SUPPORTED_EXPLAINED",
            Self::RoutedPending => "ROUTED_PENDING",
            Self::Unresolved => "UNRESOLVED",
            Self::Reopened => "REOPENED",
        }
    }

    /// Its key in the locale files; `resolution-promised` takes `due`.
    #[must_use]
    pub fn key(self) -> String {
        crate::names::key_of("resolution", self.name())
    }

    /// What people call it, with the promised day.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Promised { due } => Message::new(self.key()).with("due", due),
            _ => Message::new(self.key()),
        }
    }

    /// The resolution of a whole case from its claims: common when they agree, otherwise the most open one, except that
    /// some confirmed beside others open is `Partial`.
    #[must_use]
    pub fn of_all(claims: impl IntoIterator<Item = Self>) -> Self {
        let all: Vec<Self> = claims.into_iter().collect();
        let Some(first) = all.first().copied() else {
            return Self::Unknown;
        };
        if all.iter().all(|r| r.name() == first.name()) {
            return all
                .into_iter()
                .max_by_key(|r| if let Self::Promised { due } = r { Some(*due) } else { None })
                .unwrap_or(first);
        }
        if all.contains(&Self::ResolvedConfirmed) {
            return Self::Partial;
        }
        let openness = |r: &Self| match r {
            Self::Unresolved => 8,
            Self::Reopened => 7,
            Self::Unknown => 6,
            Self::Promised { .. } => 5,
            Self::RoutedPending => 4,
            Self::Partial => 3,
            Self::ResolvedUnconfirmed => 2,
            Self::NotSupportedExplained => 1,
            Self::ResolvedConfirmed => 0,
        };
        all.into_iter().max_by_key(openness).unwrap_or(first)
    }
}

/// One thing the person wants: first-class, answered one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Its number inside the case, from 1.
    pub no: u16,
    /// In her own words.
    pub text: Text<2000>,
    /// Which branch of article 31 it takes, once the unit with power decided.
    pub route: Option<StatutoryRoute>,
    /// Which branch the desk saw at triage. It binds nobody: the unit asks the six questions itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<StatutoryRoute>,
    /// Where it was handed, when it takes one of the branches (一) to (五).
    pub handoff: Option<Handoff>,
    /// What the opinion in force answers.
    pub answer: Option<Answer>,
    /// What must be done, when the answer supports it (article 32.2).
    #[serde(default)]
    pub execution: Execution,
    /// Is it solved?
    pub resolution: Resolution,
    /// How the desk reads it. Her own words stay beside it; where the two differ, hers hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Text<2000>>,
    /// How it came to stand by itself, when she did not bring it as a claim of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<ClaimOrigin>,
    /// The claim it was joined to; it is answered there. Its number and words stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<ClaimId>,
    /// The periods of other laws that run for it beside the petition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Pursued>,
}

impl Claim {
    /// A claim in her words, of which nothing is known yet.
    #[must_use]
    pub fn new(id: ClaimId, no: u16, text: Text<2000>) -> Self {
        Self {
            id,
            no,
            text,
            route: None,
            proposed: None,
            handoff: None,
            answer: None,
            execution: Execution::default(),
            resolution: Resolution::Unknown,
            reading: None,
            origin: None,
            joined: None,
            remedies: vec![],
        }
    }

    /// What it asks for, as the desk reads it; her own words where the desk wrote nothing.
    #[must_use]
    pub fn plainly(&self) -> &Text<2000> {
        self.reading.as_ref().unwrap_or(&self.text)
    }

    /// Whether it is answered by itself, and not with the claim it was joined to.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.joined.is_none()
    }

    /// Whether an answer, a hand-off or she herself has spoken of it: then its wording stays as it is.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.answer.is_some() || self.handoff.is_some() || self.resolution != Resolution::Unknown
    }
}

/// How a claim came to stand by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ClaimOrigin {
    /// One of several things that she asked for in one claim.
    Part {
        /// That claim.
        of: ClaimId,
    },
    /// Found in what she told of the facts.
    Facts,
}

/// A unit that helps the one that leads 协办, with its part of the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assistance {
    /// The unit that helps.
    pub unit: OrgId,
    /// Who asked it.
    pub from: OrgId,
    /// The claims it is concerned with; it sees these and no others.
    pub claims: Vec<ClaimId>,
    /// What it is asked to do.
    pub task: Text<1000>,
    /// Until which day.
    pub due: Date,
    /// When it was asked.
    pub at: Timestamp,
    /// When it handed in its part, and what it found or did.
    pub reply: Option<(Timestamp, Text<5000>)>,
    /// When its part ended; from then on it sees nothing any more.
    pub ended: Option<Timestamp>,
}

impl Assistance {
    /// Whether the unit still has its part.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}

/// A claim handed to its legal channel: tracked until the target has accepted it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handoff {
    /// The body it was handed to, by name.
    pub target: Text<100>,
    /// When.
    pub handed_at: Timestamp,
    /// When the target accepted, and its own number.
    pub accepted: Option<(Timestamp, Text<60>)>,
}

/// The answer to one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What is decided.
    pub result: OpinionResult,
    /// Findings and decision, in words.
    pub text: Text<5000>,
    /// The laws it rests on.
    pub basis: Text<1000>,
    /// Who must do what until when, when it is supported.
    pub promise: Option<Promise>,
    /// The further things that have to be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Promise>,
}

impl Answer {
    /// Everything that it promises.
    pub fn promises(&self) -> impl Iterator<Item = &Promise> {
        self.promise.iter().chain(&self.more)
    }

    /// The last day that it promises.
    #[must_use]
    pub fn promised_until(&self) -> Option<Date> {
        self.promises().map(|promise| promise.due).max()
    }
}

/// What a supported claim promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Who must do it, by name.
    pub obligor: Text<100>,
    /// What.
    pub what: Text<1000>,
    /// Until which day.
    pub due: Date,
}

/// One dispatch of the case to a unit: a hop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// Who sent it.
    pub from: OrgId,
    /// Who received it.
    pub to: OrgId,
    /// Forwarded, assigned or reported.
    pub kind: DispatchKind,
    /// When.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confirmed_beside_open_is_partial_and_never_resolved() {
        use Resolution as R;
        assert_eq!(R::of_all([R::ResolvedConfirmed, R::ResolvedConfirmed]), R::ResolvedConfirmed);
        assert_eq!(R::of_all([R::ResolvedConfirmed, R::Unknown]), R::Partial);
        assert_eq!(R::of_all([R::ResolvedUnconfirmed, R::Unresolved]), R::Unresolved);
        assert_eq!(R::of_all([]), R::Unknown);
        let (early, late) = (jiff::civil::date(2026, 1, 5), jiff::civil::date(2026, 2, 5));
        assert_eq!(R::of_all([R::Promised { due: late }, R::Promised { due: early }]), R::Promised { due: late });
    }

    #[test]
    fn names_read_back() {
        for route in StatutoryRoute::ALL {
            assert_eq!(StatutoryRoute::parse(route.name()), Some(*route));
            assert!((1..=6).contains(&route.item()));
        }
        assert_eq!(Channel::AgentEntrusted.statutory(), Channel::Visit);
    }
}
