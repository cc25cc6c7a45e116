//! An organisation, and what makes it one that people can be sent to.

use jiff::civil::Date;
use kernel::{DivisionCode, OrgId, OrgLevel, Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::names;

names! {
    /// What an organisation is.
    pub enum OrgKind in "org-kind" {
        /// 党委政府（苏木乡镇、街道、旗县、盟市、自治区）
        Government = "GOVERNMENT",
        /// 信访局
        Bureau = "BUREAU",
        /// 代办中心（旗县）
        Center = "CENTER",
        /// 代办站（苏木乡镇、街道）
        Station = "STATION",
        /// 代办点（嘎查村、社区）
        Point = "POINT",
        /// 移动窗口
        Mobile = "MOBILE",
        /// 品牌工作室（红色蒙古包、三长工作室……）
        Studio = "STUDIO",
        /// 有权处理单位
        Unit = "UNIT",
        /// 纪检监察机关
        Discipline = "DISCIPLINE",
        /// 联席会议办公室
        JointMeetingOffice = "JOINT_MEETING_OFFICE",
    }
}

impl OrgKind {
    /// Whether it may be the bureau of a case: register it, find its way, forward it (article 22).
    #[must_use]
    pub fn registers(self) -> bool {
        matches!(self, Self::Bureau | Self::Center | Self::Station)
    }

    /// Whether people go there to be helped by an agent: what the registry of the agency network counts.
    #[must_use]
    pub fn helps(self) -> bool {
        matches!(self, Self::Center | Self::Station | Self::Point | Self::Mobile | Self::Studio)
    }

    /// What it does unless its entry says otherwise.
    #[must_use]
    pub fn usual_functions(self) -> &'static [OrgFunction] {
        use OrgFunction::{FollowUp, Handle, Receive, Review, Seal, Supervise, Triage};
        match self {
            Self::Government => &[Handle, Review],
            Self::Bureau => &[Receive, Triage, Supervise, FollowUp],
            Self::Center => &[Receive, Triage, FollowUp],
            Self::Station => &[Receive, Triage, Handle],
            Self::Point | Self::Mobile | Self::Studio => &[Receive],
            Self::Unit => &[Receive, Handle, Review],
            Self::Discipline => &[Seal],
            Self::JointMeetingOffice => &[Supervise],
        }
    }
}

names! {
    /// What an organisation does in this system.
    pub enum OrgFunction in "org-function" {
        /// 接收、登记
        Receive = "RECEIVE",
        /// 甄别、转送、派单
        Triage = "TRIAGE",
        /// 办理、答复
        Handle = "HANDLE",
        /// 复查、复核
        Review = "REVIEW",
        /// 督办、督查
        Supervise = "SUPERVISE",
        /// 回访
        FollowUp = "FOLLOW_UP",
        /// 密封材料
        Seal = "SEAL",
    }
}

/// An organisation of the jurisdiction. Its telephone, address and hours are public by law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Org {
    /// Its id.
    pub id: OrgId,
    /// The organisation it belongs to: a department to its government, a station to its centre.
    pub parent: Option<OrgId>,
    /// 业务主管部门: the department one level up in the same line, if any.
    pub line_superior: Option<OrgId>,
    /// 垂直管理: only the line superior reviews it.
    pub vertical: bool,
    /// What it is.
    pub kind: OrgKind,
    /// Full name.
    pub name: Text<80>,
    /// What people call it.
    pub short_name: Option<Text<30>>,
    /// 发文机关代字 (rules.md 6.2), which its letters begin with: 达信. Its name, where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc_code: Option<Text<10>>,
    /// Where it works; its level is the level of this division.
    pub division: DivisionCode,
    /// Public telephone.
    pub phone: Option<Text<40>>,
    /// Where to go.
    pub address: Option<Text<120>>,
    /// When somebody is there.
    pub hours: Option<Text<120>>,
    /// Whether it may answer a petition with an opinion of its own; never true below the township.
    pub accepts_petitions: bool,
    /// What it does.
    pub functions: Vec<OrgFunction>,
    /// First day of its existence.
    pub active_from: Date,
    /// First day on which it no longer exists.
    pub active_to: Option<Date>,
}

impl Org {
    /// Its level, that of its division.
    #[must_use]
    pub fn level(&self) -> OrgLevel {
        self.division.level()
    }

    /// Whether it exists on `day`.
    #[must_use]
    pub fn active_on(&self, day: Date) -> bool {
        self.active_from <= day && self.active_to.is_none_or(|end| day < end)
    }

    /// What it is called in a sentence.
    #[must_use]
    pub fn called(&self) -> &str {
        self.short_name.as_ref().map_or(self.name.as_str(), Text::as_str)
    }

    /// Whether it does `function`.
    #[must_use]
    pub fn does(&self, function: OrgFunction) -> bool {
        self.functions.contains(&function)
    }

    /// What must hold of every organisation, whoever enters it.
    ///
    /// # Errors
    /// The first rule that it breaks, naming the field.
    pub fn validate(&self) -> Result<(), Refusal> {
        RULES.iter().try_for_each(|(_, rule)| rule(self))
    }
}

type OrgRule = fn(&Org) -> Result<(), Refusal>;

/// The rules of an entry, by name.
const RULES: &[(&str, OrgRule)] = &[
    ("village-is-no-organ", village_is_no_organ),
    ("registers-from-township", registers_from_township),
    ("vertical-needs-line-superior", vertical_needs_line_superior),
    ("ends-after-it-begins", ends_after_it_begins),
    ("not-its-own-parent", not_its_own_parent),
    ("doc-code-is-written-in-characters", doc_code_is_written_in_characters),
];

/// A village committee is no organ of state: it helps, it gives no opinion (article 31, H-08).
fn village_is_no_organ(org: &Org) -> Result<(), Refusal> {
    if org.level() == OrgLevel::Village && (org.accepts_petitions || org.does(OrgFunction::Handle)) {
        return Err(Refusal::rule("org-village-opinion", "H-08", "A31_6").on("accepts_petitions"));
    }
    Ok(())
}

/// GB/T 9704 7.2.5: a code is written in characters; digits and brackets are what follows it.
fn doc_code_is_written_in_characters(org: &Org) -> Result<(), Refusal> {
    let wrong = |code: &Text<10>| code.as_str().chars().count() < 2 || !code.as_str().chars().all(char::is_alphabetic);
    match &org.doc_code {
        Some(code) if wrong(code) => Err(Refusal::invalid("doc_code", "org-doc-code")),
        _ => Ok(()),
    }
}

fn registers_from_township(org: &Org) -> Result<(), Refusal> {
    if org.level() == OrgLevel::Village && !matches!(org.kind, OrgKind::Point | OrgKind::Mobile | OrgKind::Studio) {
        return Err(Refusal::invalid("kind", "org-village-kind").with("kind", org.kind.key()));
    }
    Ok(())
}

fn vertical_needs_line_superior(org: &Org) -> Result<(), Refusal> {
    if org.vertical && org.line_superior.is_none() {
        return Err(Refusal::rule("org-vertical-superior", "R-085", "A35").on("line_superior"));
    }
    Ok(())
}

fn ends_after_it_begins(org: &Org) -> Result<(), Refusal> {
    if org.active_to.is_some_and(|end| end <= org.active_from) {
        return Err(Refusal::invalid("active_to", "org-ends-before-begin"));
    }
    Ok(())
}

fn not_its_own_parent(org: &Org) -> Result<(), Refusal> {
    if org.parent == Some(org.id) || org.line_superior == Some(org.id) {
        return Err(Refusal::invalid("parent", "org-own-parent"));
    }
    Ok(())
}
