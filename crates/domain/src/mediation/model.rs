//! The state of a mediation.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{case::CaseKind, deadline::Clock, names};

names! {
    /// What kind of body mediates. Only the first is 人民调解, and only its agreements can be confirmed by a court (M-11).
    pub enum OrgType in "mediation-org" {
        /// 依法设立的人民调解委员会
        People = "PEOPLE",
        /// 信访调解
        Petition = "PETITION",
        /// 行政调解
        Administrative = "ADMINISTRATIVE",
    }
}

names! {
    /// How it began (M-01).
    pub enum Origin in "mediation-origin" {
        /// 当事人申请
        Applied = "APPLIED",
        /// 口头申请，当场记下（M-15）
        AppliedOrally = "APPLIED_ORALLY",
        /// 主动调解
        Invited = "INVITED",
    }
}

names! {
    /// Where it came from (M-04).
    pub enum Source in "mediation-source" {
        /// 当事人自己来的
        Direct = "DIRECT",
        /// 法院告知
        Court = "COURT",
        /// 公安告知
        Police = "POLICE",
        /// 信访事项
        Petition = "PETITION",
        /// 工单
        WorkOrder = "WORK_ORDER",
        /// 主动发现
        Find = "FIND",
    }
}

impl Source {
    /// The kind of case that it names, when it names one.
    #[must_use]
    pub fn case_kind(self) -> Option<CaseKind> {
        match self {
            Self::Petition => Some(CaseKind::Petition),
            Self::WorkOrder => Some(CaseKind::WorkOrder),
            Self::Find => Some(CaseKind::Find),
            Self::Direct | Self::Court | Self::Police => None,
        }
    }
}

names! {
    /// What it is about.
    pub enum Topic in "mediation-topic" {
        /// 邻里
        Neighbour = "NEIGHBOUR",
        /// 农地承包
        LandContract = "LAND_CONTRACT",
        /// 草场界线、放牧
        Pasture = "PASTURE",
        /// 婚姻家庭中的财产、赡养
        Family = "FAMILY",
        /// 劳动报酬
        Wages = "WAGES",
        /// 损害赔偿
        Damages = "DAMAGES",
        /// 合同、买卖、借款
        Contract = "CONTRACT",
        /// 物业、房屋
        Housing = "HOUSING",
        /// 确认身份关系
        Identity = "IDENTITY",
        /// 确认收养关系
        Adoption = "ADOPTION",
        /// 确认婚姻关系
        Marriage = "MARRIAGE",
        /// 其他民间纠纷
        Other = "OTHER",
    }
}

impl Topic {
    /// Whether a court takes an agreement about it up for confirmation (M-12).
    #[must_use]
    pub fn is_confirmable(self) -> bool {
        !matches!(self, Self::Identity | Self::Adoption | Self::Marriage)
    }

    /// The ways that stay open when no agreement is reached (M-06), the most fitting first.
    #[must_use]
    pub fn ways(self) -> &'static [Way] {
        match self {
            Self::LandContract => &[Way::LandArbitration, Way::Court, Way::Government],
            Self::Pasture => &[Way::Government, Way::LandArbitration, Way::Court],
            Self::Wages => &[Way::LabourInspection, Way::LabourArbitration, Way::Court],
            _ => &[Way::Court],
        }
    }
}

names! {
    /// A way that mediation closes to nobody (M-01, M-06).
    pub enum Way in "mediation-way" {
        /// 向人民法院起诉
        Court = "COURT",
        /// 农村土地承包仲裁
        LandArbitration = "LAND_ARBITRATION",
        /// 劳动争议仲裁
        LabourArbitration = "LABOUR_ARBITRATION",
        /// 向劳动监察投诉
        LabourInspection = "LABOUR_INSPECTION",
        /// 请人民政府处理权属
        Government = "GOVERNMENT",
        /// 信访事项照常办
        Petition = "PETITION",
    }
}

names! {
    /// Whoever helps the mediator (三官一员一律, 三长工作室).
    pub enum HelperRole in "mediation-helper" {
        /// 警官
        Police = "POLICE",
        /// 法官
        Judge = "JUDGE",
        /// 检察官
        Prosecutor = "PROSECUTOR",
        /// 司法调解员
        JudicialMediator = "JUDICIAL_MEDIATOR",
        /// 律师
        Lawyer = "LAWYER",
        /// 人大代表、政协委员
        Deputy = "DEPUTY",
        /// 德高望重的人
        Elder = "ELDER",
        /// 翻译
        Translator = "TRANSLATOR",
    }
}

names! {
    /// How a party said yes or no.
    pub enum How in "mediation-how" {
        /// 本人在自己的页面上
        Herself = "HERSELF",
        /// 本人签名，原件在卷
        Signature = "SIGNATURE",
        /// 本人口头，当场记下
        Oral = "ORAL",
    }
}

names! {
    /// Who chose the mediator (M-03).
    pub enum Chosen in "mediation-chosen" {
        /// 调解组织指定
        Committee = "COMMITTEE",
        /// 当事人选的
        Parties = "PARTIES",
    }
}

names! {
    /// What may come of the dispute (M-05).
    pub enum RiskKind in "mediation-risk" {
        /// 可能激化
        Escalation = "ESCALATION",
        /// 可能引起治安案件
        PublicOrder = "PUBLIC_ORDER",
        /// 可能引起刑事案件
        Crime = "CRIME",
    }
}

impl RiskKind {
    /// Whether the police must be told.
    #[must_use]
    pub fn goes_to_the_police(self) -> bool {
        !matches!(self, Self::Escalation)
    }
}

names! {
    /// On paper or not (M-08).
    pub enum AgreementForm in "mediation-form" {
        /// 书面
        Written = "WRITTEN",
        /// 口头
        Oral = "ORAL",
    }
}

names! {
    /// What a party puts under it (M-08).
    pub enum Mark in "mediation-mark" {
        /// 签名
        Signature = "SIGNATURE",
        /// 盖章
        Seal = "SEAL",
        /// 按指印
        Fingerprint = "FINGERPRINT",
    }
}

names! {
    /// Why a court is the right one (M-11).
    pub enum CourtGround in "mediation-court" {
        /// 当事人住所地
        Domicile = "DOMICILE",
        /// 标的物所在地
        Subject = "SUBJECT",
        /// 调解组织所在地
        Committee = "COMMITTEE",
    }
}

names! {
    /// How it ended without an agreement.
    pub enum EndKind in "mediation-end" {
        /// 一方不同意调解
        Refused = "REFUSED",
        /// 一方要求终止
        Left = "LEFT",
        /// 没有谈成
        Failed = "FAILED",
    }
}

names! {
    /// What to write instead of a clause that takes a right away.
    pub enum Instead in "mediation-instead" {
        /// 写谁在哪天以前做什么
        HowToPerform = "HOW_TO_PERFORM",
        /// 写哪件事解决了
        WhatWasSolved = "WHAT_WAS_SOLVED",
        /// 写各方付什么、做什么
        WhatIsOwed = "WHAT_IS_OWED",
    }
}

/// A party as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewParty {
    /// Her record: name and contacts stand there, sealed.
    pub person: PersonId,
    /// What her own number and code open. That of the matter itself for whoever filed it.
    pub seat: CaseId,
    /// Whether she filed the matter it came from.
    pub filed: bool,
}

/// The first event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// 卷号: （2026）达人调字第3号.
    pub file: Text<60>,
    /// Where it belongs.
    pub division: DivisionCode,
    /// Who mediates.
    pub committee: OrgId,
    /// As what (never guessed: M-11 hangs on it).
    pub org_type: OrgType,
    /// How it began.
    pub origin: Origin,
    /// Where it came from.
    pub source: Source,
    /// The matter, when it came from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<(CaseId, CaseNumber)>,
    /// What it is about.
    pub topic: Topic,
    /// In one line, without names.
    pub title: Text<120>,
    /// What is in dispute, as it was told.
    pub facts: Text<5000>,
    /// The parties, in order.
    pub parties: Vec<NewParty>,
    /// Who had a part in the matter and so does not mediate: handlers, agents, signers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barred: Vec<UserId>,
}

/// What a party said to mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Yes.
    pub yes: bool,
    /// How she said it.
    pub how: How,
    /// When.
    pub at: Timestamp,
}

/// A party. She is told apart by her number here; who she is stands in her record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// From 1: 甲方 is 1.
    pub no: u16,
    /// Entered as.
    #[serde(flatten)]
    pub entered: NewParty,
    /// What she said, once she did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// Somebody who helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helper {
    /// As what.
    pub role: HelperRole,
    /// By office: 麻池派出所社区民警.
    pub called: Text<60>,
    /// With an account here, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<UserId>,
}

/// One talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// On which day.
    pub on: Date,
    /// From when.
    pub from: Text<20>,
    /// Where.
    pub place: Text<100>,
    /// The parties who sat there; one alone is a separate talk 背靠背.
    pub with: Vec<u16>,
    /// Who else came, by office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<Text<200>>,
    /// Whether others could listen: only when every party wanted it (M-03).
    pub public: bool,
    /// What was said.
    pub minutes: Text<5000>,
}

/// A talk on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionHeld {
    /// From 1.
    pub no: u16,
    /// What.
    #[serde(flatten)]
    pub session: Session,
    /// Which parties said that the minutes are right, and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<(u16, How)>,
}

impl SessionHeld {
    /// Whether this party sat there: nobody else reads what was said (M-03).
    #[must_use]
    pub fn is_open_to(&self, party: u16) -> bool {
        self.session.with.contains(&party)
    }
}

/// A danger that was written down (M-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskReport {
    /// What may come of it.
    pub kind: RiskKind,
    /// What was seen and what was done.
    pub text: Text<1000>,
    /// Which police station was told, on which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police: Option<(Text<60>, Date)>,
}

/// One thing that somebody does by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Which party does it.
    pub by: u16,
    /// What.
    pub text: Text<1000>,
    /// Until which day.
    pub due: Date,
}

/// What was agreed (M-09).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// On paper or not.
    pub form: AgreementForm,
    /// The main facts and what was in dispute.
    pub dispute: Text<2000>,
    /// What each party answers for.
    pub liability: Text<2000>,
    /// What each does until when.
    pub terms: Vec<Term>,
    /// How it is carried out.
    pub manner: Text<1000>,
}

/// Whose mark stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "no", rename_all = "snake_case")]
pub enum Signer {
    /// A party.
    Party(u16),
    /// The mediator.
    Mediator,
    /// The seal of the committee.
    Committee,
}

/// A mark under the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Whose.
    pub of: Signer,
    /// On which day.
    pub on: Date,
    /// What kind of mark.
    pub mark: Mark,
}

/// What the court said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtRuling {
    /// Confirmed or not.
    pub confirmed: bool,
    /// On which day.
    pub on: Date,
    /// The number of the ruling.
    pub number: Text<60>,
    /// Why not, when not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text<1000>>,
}

/// 司法确认 (M-11): both must want it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The parties who want it, and how they said so.
    pub wanted: Vec<(u16, How)>,
    /// Which court, why that one, on which day.
    pub applied: Option<(Text<60>, CourtGround, Date)>,
    /// What it said.
    pub ruled: Option<CourtRuling>,
}

/// That something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// On which day.
    pub on: Date,
    /// What shows it.
    pub evidence: Text<1000>,
}

/// What became of one term (M-10).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performance {
    /// Its clock: the committee looks on that day.
    pub clock: Option<ClockId>,
    /// Done.
    pub done: Option<Done>,
    /// Its day passed, or a party said that it is not done.
    pub late: bool,
    /// What a party said of it, last.
    pub told: Option<(u16, Text<1000>)>,
    /// When whoever owes it was last urged.
    pub urged_at: Option<Timestamp>,
    /// When both were told how to sue or to enforce it (M-13).
    pub ways_told_at: Option<Timestamp>,
}

impl Performance {
    /// Nothing more is awaited of the committee.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.done.is_some() || self.ways_told_at.is_some()
    }
}

/// A look afterwards 回访.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// On which day.
    pub on: Date,
    /// What was found.
    pub text: Text<1000>,
}

/// How it ended without an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// How.
    pub kind: EndKind,
    /// Whose word it was, when a party's.
    pub party: Option<u16>,
    /// Why, when somebody says.
    pub reason: Option<Text<1000>>,
    /// When.
    pub at: Timestamp,
}

names! {
    /// Where it stands (10.7).
    pub enum Stage in "stage-mediation" {
        /// 等各方同意
        ConsentPending = "CONSENT_PENDING",
        /// 各方都同意了
        Accepted = "ACCEPTED",
        /// 权利义务告知了
        RightsNotified = "RIGHTS_NOTIFIED",
        /// 在谈
        InSession = "IN_SESSION",
        /// 谈成了，等签名盖章
        Agreed = "AGREED",
        /// 协议生效，履行中
        Performing = "PERFORMING",
        /// 已共同申请司法确认，等法院
        ConfirmApplied = "CONFIRM_APPLIED",
        /// 有到期没有做到的
        Breached = "BREACHED",
        /// 都做到了
        Performed = "PERFORMED",
        /// 终止
        Terminated = "TERMINATED",
        /// 归档
        Archived = "ARCHIVED",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Performed | Self::Terminated | Self::Archived)
    }
}

/// A mediation as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mediation {
    /// How it was opened.
    pub opened: Opened,
    /// When.
    pub opened_at: Timestamp,
    /// The parties with what they said.
    pub parties: Vec<Party>,
    /// Who mediates, and who chose.
    pub mediator: Option<(UserId, Chosen)>,
    /// Who helps.
    pub helpers: Vec<Helper>,
    /// Who may not: what the matter brought, and whoever stepped back.
    pub barred: Vec<UserId>,
    /// A party asked for another mediator, and that is not answered yet.
    pub asked_other: Option<(u16, Text<500>)>,
    /// When everybody had agreed to mediation.
    pub accepted_at: Option<Timestamp>,
    /// When rights and duties were told.
    pub rights_at: Option<Timestamp>,
    /// The talks.
    pub sessions: Vec<SessionHeld>,
    /// Dangers written down.
    pub risks: Vec<RiskReport>,
    /// What was agreed.
    pub agreement: Option<Agreement>,
    /// The marks under it.
    pub signatures: Vec<Signature>,
    /// The day from which it binds.
    pub effective_on: Option<Date>,
    /// The court.
    pub confirmation: Confirmation,
    /// What became of each term, in their order.
    pub performance: Vec<Performance>,
    /// Looks afterwards.
    pub notes: Vec<Note>,
    /// How it ended without an agreement.
    pub ending: Option<Ending>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

impl Mediation {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.archived_at.is_some() {
            return Stage::Archived;
        }
        if self.ending.is_some() {
            return Stage::Terminated;
        }
        if self.effective_on.is_some() {
            return self.carried_out();
        }
        match (self.accepted_at, self.rights_at, self.sessions.is_empty(), &self.agreement) {
            (_, _, _, Some(_)) => Stage::Agreed,
            (_, Some(_), false, None) => Stage::InSession,
            (_, Some(_), true, None) => Stage::RightsNotified,
            (Some(_), None, _, None) => Stage::Accepted,
            (None, None, _, None) => Stage::ConsentPending,
        }
    }

    fn carried_out(&self) -> Stage {
        if self.performance.iter().all(|one| one.done.is_some()) {
            Stage::Performed
        } else if self.performance.iter().any(|one| one.late && one.done.is_none()) {
            Stage::Breached
        } else if self.confirmation.applied.is_some() && self.confirmation.ruled.is_none() {
            Stage::ConfirmApplied
        } else {
            Stage::Performing
        }
    }

    /// The party with this number.
    #[must_use]
    pub fn party(&self, no: u16) -> Option<&Party> {
        self.parties.iter().find(|party| party.no == no)
    }

    /// The party whose number and code open `seat`.
    #[must_use]
    pub fn party_of(&self, seat: CaseId) -> Option<&Party> {
        self.parties.iter().find(|party| party.entered.seat == seat)
    }

    /// The talks whose minutes this party reads.
    pub fn sessions_of(&self, party: u16) -> impl Iterator<Item = &SessionHeld> {
        self.sessions.iter().filter(move |held| held.is_open_to(party))
    }

    /// Who leads or helps with an account here.
    pub fn hands(&self) -> impl Iterator<Item = UserId> {
        let lead = self.mediator.map(|(user, _)| user);
        lead.into_iter().chain(self.helpers.iter().filter_map(|helper| helper.user))
    }

    /// Whose mark is still missing under the paper.
    #[must_use]
    pub fn unsigned(&self) -> Vec<Signer> {
        let all = self.parties.iter().map(|party| Signer::Party(party.no)).chain([Signer::Mediator, Signer::Committee]);
        all.filter(|signer| self.signatures.iter().all(|signature| signature.of != *signer)).collect()
    }

    /// The window of M-11, when it was opened.
    #[must_use]
    pub fn window(&self) -> Option<&Clock> {
        self.clocks.iter().rev().find(|clock| clock.def == super::transitions::CONFIRM)
    }

    /// The clock within which it should come to an end.
    #[must_use]
    pub fn term(&self) -> Option<&Clock> {
        self.clocks.iter().rev().find(|clock| clock.def == super::transitions::TERM)
    }

    /// Whether a court could confirm what was agreed at all (M-11, M-12).
    #[must_use]
    pub fn is_confirmable(&self) -> bool {
        self.opened.org_type == OrgType::People && self.opened.topic.is_confirmable()
    }

    /// The ways that stay open without an agreement: the petition's own last, where there is one.
    #[must_use]
    pub fn ways(&self) -> Vec<Way> {
        let mut ways = self.opened.topic.ways().to_vec();
        if self.opened.source == Source::Petition {
            ways.push(Way::Petition);
        }
        ways
    }
}
