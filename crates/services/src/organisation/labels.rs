//! The Chinese words that people write into a spreadsheet for kinds and roles.

use domain::{organisation::OrgKind, people::Role};

const KINDS: &[(&str, OrgKind)] = &[
    ("政府", OrgKind::Government),
    ("党委政府", OrgKind::Government),
    ("信访局", OrgKind::Bureau),
    ("代办中心", OrgKind::Center),
    ("代办站", OrgKind::Station),
    ("代办点", OrgKind::Point),
    ("移动窗口", OrgKind::Mobile),
    ("工作室", OrgKind::Studio),
    ("品牌工作室", OrgKind::Studio),
    ("单位", OrgKind::Unit),
    ("部门", OrgKind::Unit),
    ("有权处理单位", OrgKind::Unit),
    ("纪检监察机关", OrgKind::Discipline),
    ("联席会议办公室", OrgKind::JointMeetingOffice),
];

const ROLES: &[(&str, Role)] = &[
    ("人大代表", Role::Delegate),
    ("代办员", Role::Agent),
    ("网格员", Role::GridMember),
    ("站长", Role::StationLead),
    ("点长", Role::StationLead),
    ("登记员", Role::Registrar),
    ("信访干部", Role::BureauOfficer),
    ("信访部门", Role::BureauOfficer),
    ("承办人", Role::UnitHandler),
    ("单位负责人", Role::UnitLeader),
    ("复查员", Role::Reviewer),
    ("复核员", Role::Rechecker),
    ("督查员", Role::Supervisor),
    ("联席会议办公室", Role::JointMeetingOffice),
    ("密封专人", Role::DisciplineSealed),
    ("调解员", Role::Mediator),
    ("法律顾问", Role::LegalAdvisor),
    ("翻译", Role::Translator),
    ("回访员", Role::FollowupCaller),
    ("审计员", Role::Auditor),
    ("个人信息保护负责人", Role::Dpo),
    ("系统管理员", Role::Sysadmin),
];

/// The kind that a cell names, by its Chinese word or its stable name.
pub(crate) fn kind_of(text: &str) -> Option<OrgKind> {
    let known = KINDS.iter().find(|(word, _)| *word == text).map(|(_, kind)| *kind);
    known.or_else(|| OrgKind::parse(&text.to_uppercase()))
}

/// The role that a cell names, by its Chinese word or its stable name.
pub(crate) fn role_of(text: &str) -> Option<Role> {
    let known = ROLES.iter().find(|(word, _)| *word == text).map(|(_, role)| *role);
    known.or_else(|| Role::parse(&text.to_uppercase()))
}

/// What a yes-or-no cell says; `None` when it is empty.
pub(crate) fn cell_is_yes(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "" => None,
        "是" | "有" | "1" | "y" | "yes" | "true" | "√" => Some(true),
        _ => Some(false),
    }
}
