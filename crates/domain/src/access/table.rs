//! Who may do what, and in which relation to the case. What is not named here is denied.

use super::{
    action::Action,
    scope::{Relation, Scope},
};
use crate::people::Role::{
    self, Agent, Auditor, BureauOfficer, Citizen, Delegate, DisciplineSealed, Dpo, FollowupCaller, GridMember,
    JointMeetingOffice, Mediator, Rechecker, Registrar, Reviewer, StationLead, Supervisor, Sysadmin, UnitHandler,
    UnitLeader,
};

const OWN: Scope = Scope::Is(Relation::MyOwnCase);
const HERE: Scope = Scope::Is(Relation::InJurisdiction);
const BUREAU: Scope = Scope::Is(Relation::BureauIsMyOrg);
const UNIT: Scope = Scope::Is(Relation::HolderIsMyOrg);
const MINE: Scope = Scope::All(&[UNIT, Scope::Is(Relation::IAmHandler)]);
const AGENT: Scope = Scope::Is(Relation::IAmAgent);
const LEADER: Scope = Scope::Is(Relation::IAmLeader);
const TAKEN: Scope = Scope::Is(Relation::IAmRegistrar);
/// Whoever took it down keeps seeing it, unless she was the agent and that has ended (rules.md 3.3).
const TAKEN_DOWN: Scope = Scope::All(&[TAKEN, Scope::Not(Relation::MyAgencyEnded)]);
/// A sealed officer whom the report names among those who may handle it.
const KEEPS: Scope = Scope::All(&[HERE, Scope::Is(Relation::IKeepIt)]);
/// Named in the case to carry it.
const NAMED: Scope = Scope::Is(Relation::IKeepIt);
/// The organ of a review, or the office that works for it.
const OFFICE: Scope = Scope::Any(&[BUREAU, UNIT]);
const ASSISTS: Scope = Scope::Is(Relation::MyOrgAssists);
const HEARD: Scope = Scope::All(&[Scope::Is(Relation::RespondentIsMyOrg), Scope::Is(Relation::RespondentIsHeard)]);

type Grants = &'static [(Role, Scope)];

/// Rows 1 of rules.md §8.2: opening, listing and finding are one question.
const READ: Grants = &[
    (Citizen, OWN),
    (Agent, Scope::Any(&[AGENT, MINE])),
    (GridMember, TAKEN_DOWN),
    (StationLead, Scope::Any(&[HERE, BUREAU, UNIT])),
    (Registrar, Scope::Any(&[BUREAU, TAKEN_DOWN])),
    (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
    (UnitHandler, UNIT),
    (UnitLeader, Scope::Any(&[UNIT, LEADER])),
    (Delegate, LEADER),
    (Supervisor, HERE),
    (JointMeetingOffice, HERE),
    (FollowupCaller, HERE),
];
const OVERSIGHT: Grants =
    &[(BureauOfficer, Scope::Any(&[HERE, BUREAU])), (Supervisor, HERE), (JointMeetingOffice, HERE)];
const DESK: Grants = &[(StationLead, BUREAU), (Registrar, BUREAU), (BureauOfficer, BUREAU)];
const FORWARDERS: Grants = &[(StationLead, BUREAU), (BureauOfficer, BUREAU)];
const OFFICERS: Grants = &[(BureauOfficer, BUREAU)];
const ANY_IN_UNIT: Grants = &[(UnitHandler, UNIT), (UnitLeader, UNIT)];
const HANDLERS: Grants = &[(UnitHandler, MINE), (UnitLeader, MINE)];
const ORDER_HANDLERS: Grants = &[(Agent, MINE), (StationLead, MINE), (UnitHandler, MINE), (UnitLeader, MINE)];
/// Whoever may write in the name of an office.
const OFFICES: Grants =
    &[(StationLead, HERE), (BureauOfficer, HERE), (UnitLeader, HERE), (Supervisor, HERE), (JointMeetingOffice, HERE)];
const LETTER_SIGNERS: Grants = &[
    (StationLead, Scope::Any(&[BUREAU, UNIT])),
    (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
    (UnitLeader, UNIT),
    (Supervisor, HERE),
    (JointMeetingOffice, HERE),
];
/// Whoever leads a station, works in a bureau, supervises or keeps the entries; what is counted there is places and posts.
const NETWORK: Grants =
    &[(StationLead, HERE), (BureauOfficer, HERE), (Supervisor, HERE), (JointMeetingOffice, HERE), (Sysadmin, HERE)];
const ADMIN: Grants = &[(Sysadmin, HERE)];

/// Who may do `action`, and where.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one table: who may do what, where")]
pub const fn grants(action: Action) -> Grants {
    match action {
        Action::ReadMatter | Action::SearchMatters => READ,
        Action::ExportMatters => &[(BureauOfficer, Scope::Any(&[HERE, BUREAU])), (Supervisor, HERE)],
        Action::RevealIdentity => &[
            (StationLead, BUREAU),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitHandler, MINE),
            (Supervisor, HERE),
            (FollowupCaller, HERE),
        ],
        Action::ReadAsRespondent => &[(UnitHandler, HEARD), (UnitLeader, HEARD)],
        Action::ReadViewLog => &[(Citizen, OWN), (Supervisor, HERE), (Auditor, HERE), (Dpo, HERE)],
        Action::RegisterOnBehalf => &[
            (Agent, HERE),
            (GridMember, HERE),
            (StationLead, HERE),
            (Registrar, HERE),
            (BureauOfficer, HERE),
            (UnitHandler, HERE),
        ],
        Action::ObserveFind => &[(Agent, HERE), (GridMember, HERE), (StationLead, HERE)],
        Action::ImportMatters | Action::PublishAnswer => &[(BureauOfficer, HERE)],
        Action::ReadNetwork => NETWORK,
        Action::ArrangeAgents => &[(StationLead, HERE), (BureauOfficer, HERE)],
        Action::HoldReception => {
            &[(StationLead, HERE), (Registrar, HERE), (BureauOfficer, HERE), (JointMeetingOffice, HERE)]
        }
        Action::VerifyChain => &[(Auditor, HERE)],
        Action::ReadAuditLog => &[(Auditor, HERE), (Dpo, HERE)],
        Action::AdminDivisions
        | Action::AdminUnits
        | Action::AdminStaff
        | Action::AdminClocks
        | Action::AdminCalendar
        | Action::AdminCatalogue
        | Action::AdminLetters
        | Action::AdminOversight
        | Action::AdminPractice
        | Action::AdminNotices
        | Action::AdminCycles => ADMIN,
        Action::OfficeLetter => OFFICES,
        Action::IssueAdvice | Action::WeeklyExposure => {
            &[(BureauOfficer, HERE), (Supervisor, HERE), (JointMeetingOffice, HERE)]
        }
        Action::ReadCycle => &[
            (Agent, HERE),
            (GridMember, HERE),
            (StationLead, HERE),
            (BureauOfficer, HERE),
            (UnitLeader, HERE),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        Action::RunCampaign => &[(BureauOfficer, HERE), (JointMeetingOffice, HERE)],
        Action::NoteErrand => {
            &[(Agent, HERE), (GridMember, HERE), (StationLead, HERE), (Registrar, HERE), (BureauOfficer, HERE)]
        }
        Action::CallMeeting | Action::FoundCluster | Action::CloseCycle => {
            &[(StationLead, HERE), (BureauOfficer, HERE), (JointMeetingOffice, HERE)]
        }
        // Whoever handles a matter may bring it before a committee; what is said there she does not read.
        Action::OpenMediation => {
            &[(Mediator, HERE), (StationLead, HERE), (BureauOfficer, HERE), (UnitHandler, HERE), (UnitLeader, HERE)]
        }
        _ => case_grants(action),
    }
}

/// What moves a case.
#[expect(clippy::too_many_lines, reason = "one table: who moves a case by which action")]
const fn case_grants(action: Action) -> Grants {
    match action {
        Action::AddMaterial | Action::NoteRemedy => &[
            (Citizen, OWN),
            (Agent, AGENT),
            (StationLead, BUREAU),
            (Registrar, BUREAU),
            (BureauOfficer, BUREAU),
            (UnitHandler, MINE),
            (UnitLeader, MINE),
        ],
        // Hers alone: an agent may never waive a right for her (rules.md §3.2).
        Action::Withdraw | Action::Rate | Action::ConfirmResolution | Action::RequestReview | Action::AskRecusal => {
            &[(Citizen, OWN)]
        }
        Action::GiveMandate => &[(Agent, AGENT), (StationLead, BUREAU), (Registrar, BUREAU), (BureauOfficer, BUREAU)],
        Action::RevokeMandate => &[(Citizen, OWN), (StationLead, BUREAU), (Registrar, BUREAU), (BureauOfficer, BUREAU)],
        Action::Designate => &[
            (StationLead, Scope::Any(&[HERE, BUREAU])),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        Action::DeclareInterest => &[
            (Agent, AGENT),
            (StationLead, Scope::Any(&[HERE, BUREAU, UNIT])),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitHandler, UNIT),
            (UnitLeader, UNIT),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
            (FollowupCaller, HERE),
        ],
        Action::DecideRecusal => {
            &[(BureauOfficer, Scope::Any(&[HERE, BUREAU])), (UnitLeader, UNIT), (Supervisor, HERE)]
        }
        Action::SayPublication => &[(Citizen, OWN)],
        Action::ConsiderReward => &[(UnitLeader, UNIT), (BureauOfficer, BUREAU)],
        Action::Nudge => &[(Citizen, OWN), (Agent, AGENT)],
        Action::Triage => DESK,
        Action::AskAssistance => {
            &[(StationLead, BUREAU), (BureauOfficer, BUREAU), (UnitHandler, MINE), (UnitLeader, UNIT)]
        }
        Action::ReadAsAssistant | Action::GiveAssistance => {
            &[(StationLead, ASSISTS), (UnitHandler, ASSISTS), (UnitLeader, ASSISTS)]
        }
        // A cause knows no borders between desks: whoever has both matters before her may say so.
        Action::LinkCause => &[
            (StationLead, Scope::Any(&[HERE, BUREAU])),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (JointMeetingOffice, HERE),
        ],
        Action::NameLeader => &[(BureauOfficer, Scope::Any(&[HERE, BUREAU])), (JointMeetingOffice, HERE)],
        Action::LeadMatter => &[
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitLeader, Scope::Any(&[UNIT, LEADER])),
            (Delegate, LEADER),
            (JointMeetingOffice, HERE),
        ],
        // A danger waits for nobody's turn: whoever took it down, handles it, helps or calls reports what she hears.
        Action::ReportUrgent => &[
            (Agent, Scope::Any(&[AGENT, MINE, TAKEN_DOWN])),
            (GridMember, TAKEN_DOWN),
            (StationLead, Scope::Any(&[HERE, BUREAU, UNIT, ASSISTS])),
            (Registrar, Scope::Any(&[BUREAU, TAKEN_DOWN])),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitHandler, Scope::Any(&[UNIT, ASSISTS])),
            (UnitLeader, Scope::Any(&[UNIT, LEADER, ASSISTS])),
            (Delegate, LEADER),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
            (FollowupCaller, HERE),
        ],
        Action::FollowUrgent => &[
            (StationLead, Scope::Any(&[HERE, BUREAU, UNIT])),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitHandler, MINE),
            (UnitLeader, Scope::Any(&[UNIT, LEADER])),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        Action::BookReception => &[
            (Citizen, OWN),
            (Agent, AGENT),
            (StationLead, BUREAU),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (JointMeetingOffice, HERE),
        ],
        Action::FollowInstruction => &[
            (StationLead, Scope::Any(&[BUREAU, UNIT])),
            (BureauOfficer, BUREAU),
            (UnitHandler, UNIT),
            (UnitLeader, UNIT),
        ],
        Action::RefuseAcceptance => &[(BureauOfficer, BUREAU), (UnitLeader, UNIT)],
        Action::RefuseAsFinal | Action::ReportUp => OFFICERS,
        Action::Forward | Action::DecideObjection => FORWARDERS,
        // Never the unit that may have caused it: the bureau, whoever supervises, the joint meeting's office.
        Action::DecideDispute | Action::Supervise | Action::EndUrgent => OVERSIGHT,
        Action::Raise => &[
            (StationLead, Scope::Any(&[BUREAU, UNIT])),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitLeader, UNIT),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        // Who leads it because it rose is asked by the life cycle: `rise-not-lead`.
        Action::LeadRisen => &[
            (StationLead, Scope::Any(&[HERE, UNIT])),
            (BureauOfficer, HERE),
            (UnitLeader, UNIT),
            (JointMeetingOffice, HERE),
        ],
        Action::Object
        | Action::RouteClaims
        | Action::Accept
        | Action::CheckOpinion
        | Action::ServeOpinion
        | Action::RecordExecution => ANY_IN_UNIT,
        // Whoever reported does not check: the life cycle asks that.
        Action::VerifyExecution => {
            &[(UnitHandler, UNIT), (UnitLeader, UNIT), (BureauOfficer, Scope::Any(&[HERE, BUREAU])), (Supervisor, HERE)]
        }
        Action::ChooseSimple => {
            &[(Registrar, BUREAU), (BureauOfficer, BUREAU), (UnitHandler, UNIT), (UnitLeader, UNIT)]
        }
        Action::EndSimple => {
            &[(Citizen, OWN), (Registrar, BUREAU), (BureauOfficer, BUREAU), (UnitHandler, UNIT), (UnitLeader, UNIT)]
        }
        Action::AssignHandler | Action::ApproveExtension | Action::SignOpinion => &[(UnitLeader, UNIT)],
        Action::RequestExtension | Action::DraftOpinion | Action::SubmitClosingReport => HANDLERS,
        Action::Contact => ORDER_HANDLERS,
        Action::Close => &[(BureauOfficer, BUREAU), (UnitHandler, MINE), (UnitLeader, UNIT)],
        Action::Archive | Action::KeepFile => &[(Registrar, BUREAU), (BureauOfficer, BUREAU)],
        Action::CorrectData => &[(Citizen, OWN), (Agent, AGENT), (Registrar, BUREAU), (BureauOfficer, BUREAU)],
        Action::ReadRetention => &[(Registrar, HERE), (BureauOfficer, HERE), (Auditor, HERE), (Dpo, HERE)],
        Action::DraftLetter => &[
            (StationLead, Scope::Any(&[BUREAU, UNIT])),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitHandler, MINE),
            (UnitLeader, UNIT),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        Action::SignLetter | Action::VoidLetter => LETTER_SIGNERS,
        Action::PrintLetter => &[
            (Citizen, OWN),
            (StationLead, Scope::Any(&[BUREAU, UNIT])),
            (Registrar, BUREAU),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitHandler, MINE),
            (UnitLeader, UNIT),
            (Supervisor, HERE),
        ],
        Action::Reopen => &[(Citizen, OWN), (BureauOfficer, BUREAU), (Supervisor, HERE)],
        Action::FollowUp => &[(FollowupCaller, HERE)],
        Action::HandOver => {
            &[(StationLead, Scope::Any(&[HERE, BUREAU, UNIT])), (BureauOfficer, Scope::Any(&[HERE, BUREAU]))]
        }
        _ => order_grants(action),
    }
}

/// What moves a work order only. The last arm cannot be reached by an action that nobody thought of: the test
/// `every_action_has_somebody` fails for it.
const fn order_grants(action: Action) -> Grants {
    match action {
        Action::AnswerOrder => &[(Agent, TAKEN), (StationLead, BUREAU), (Registrar, BUREAU), (BureauOfficer, BUREAU)],
        Action::DispatchOrder => DESK,
        Action::ClaimOrder => &[(Agent, UNIT), (StationLead, UNIT), (UnitHandler, UNIT), (UnitLeader, UNIT)],
        Action::ObjectOrder => &[(StationLead, UNIT), (UnitHandler, UNIT), (UnitLeader, UNIT)],
        Action::DecideOrderObjection => FORWARDERS,
        Action::ReplyOrder | Action::FinishOrder => ORDER_HANDLERS,
        Action::ExtendOrder => &[(StationLead, UNIT), (UnitLeader, UNIT)],
        Action::ReworkOrder => &[(BureauOfficer, BUREAU), (Supervisor, HERE), (FollowupCaller, HERE)],
        Action::EscalateOrder => &[(StationLead, BUREAU), (BureauOfficer, BUREAU), (Supervisor, HERE)],
        Action::ConvertOrder => &[(Citizen, OWN), (Agent, AGENT), (Registrar, BUREAU), (BureauOfficer, BUREAU)],
        _ => obstruction_grants(action),
    }
}

/// Row 报复举报 of rules.md §8.2. A report lies in its receiver's division, so no jurisdiction below reaches it; a prohibition
/// keeps the unit named out whatever it may hold elsewhere.
const fn obstruction_grants(action: Action) -> Grants {
    match action {
        Action::ReadObstruction => &[
            (Citizen, OWN),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (Supervisor, HERE),
            (DisciplineSealed, HERE),
        ],
        Action::TakeUpObstruction | Action::NoteObstruction | Action::AnswerObstruction => {
            &[(BureauOfficer, BUREAU), (Supervisor, BUREAU)]
        }
        Action::AddToObstruction => &[(Citizen, OWN)],
        Action::RevealReporter => &[(BureauOfficer, BUREAU), (Supervisor, BUREAU), (DisciplineSealed, HERE)],
        _ => find_grants(action),
    }
}

/// rules.md 10.5: the grid member finds, the lead of the point names somebody, the agent handles, she says whether it is settled.
/// Higher levels see it when it has risen to them, not before.
const fn find_grants(action: Action) -> Grants {
    match action {
        Action::ReadFind => &[
            (Citizen, OWN),
            (GridMember, TAKEN_DOWN),
            (Agent, Scope::Any(&[AGENT, TAKEN_DOWN])),
            (StationLead, Scope::Any(&[HERE, UNIT])),
            (BureauOfficer, UNIT),
        ],
        // Whoever keeps the ledger of a place; what was seen and who she is stays with those who go there.
        Action::ListFinds => &[(StationLead, HERE), (BureauOfficer, HERE), (Supervisor, HERE)],
        Action::AssignFind => &[(StationLead, Scope::Any(&[HERE, UNIT])), (BureauOfficer, UNIT)],
        Action::VisitFind => &[(GridMember, TAKEN_DOWN), (Agent, Scope::Any(&[AGENT, TAKEN_DOWN]))],
        Action::HandleFind => &[(Agent, AGENT)],
        // A danger is nobody's secret: whoever may see the find may report it.
        Action::ReportUrgentFind => &[
            (GridMember, TAKEN_DOWN),
            (Agent, Scope::Any(&[AGENT, TAKEN_DOWN])),
            (StationLead, Scope::Any(&[HERE, UNIT])),
            (BureauOfficer, UNIT),
        ],
        Action::CarryOnFind => {
            &[(Citizen, OWN), (Agent, AGENT), (StationLead, Scope::Any(&[HERE, UNIT])), (BureauOfficer, UNIT)]
        }
        Action::AnswerFind => &[(Citizen, OWN)],
        _ => supervision_grants(action),
    }
}

/// 10.8. The supervising side has it in its jurisdiction, the unit supervised is its holder and only answers. The discipline
/// body sees the shared sheet, never what was written.
const fn supervision_grants(action: Action) -> Grants {
    match action {
        Action::ReadSupervision => &[
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
            (UnitHandler, UNIT),
            (UnitLeader, UNIT),
            (StationLead, UNIT),
        ],
        Action::IssueRung
        | Action::SignRung
        | Action::JudgeRung
        | Action::VerifyMatter
        | Action::ListMatter
        | Action::MeasureUnit => &[(Supervisor, HERE), (JointMeetingOffice, HERE)],
        Action::AnswerRung => &[(UnitLeader, UNIT), (StationLead, UNIT), (BureauOfficer, UNIT)],
        Action::ReadJointSheet => &[(DisciplineSealed, HERE), (Supervisor, HERE), (JointMeetingOffice, HERE)],
        Action::ReadAdvice => &[
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
            (UnitLeader, UNIT),
            (DisciplineSealed, UNIT),
        ],
        Action::AnswerAdvice => &[(UnitLeader, UNIT), (BureauOfficer, UNIT), (DisciplineSealed, UNIT)],
        Action::VerifyAdvice => &[(BureauOfficer, BUREAU), (Supervisor, HERE), (JointMeetingOffice, HERE)],
        _ => meeting_grants(action),
    }
}

/// The office that called a meeting keeps its record; every unit that attends or owes something reads it, and answers for
/// itself. Its record names units and matters by number, and what a matter holds is asked of the matter.
const fn meeting_grants(action: Action) -> Grants {
    match action {
        Action::ReadMeeting => &[
            (StationLead, Scope::Any(&[BUREAU, ASSISTS])),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU, ASSISTS])),
            (UnitHandler, ASSISTS),
            (UnitLeader, ASSISTS),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        Action::KeepMeeting => &[(StationLead, BUREAU), (BureauOfficer, BUREAU), (JointMeetingOffice, BUREAU)],
        Action::AnswerMeeting => {
            &[(StationLead, ASSISTS), (BureauOfficer, ASSISTS), (UnitHandler, ASSISTS), (UnitLeader, ASSISTS)]
        }
        _ => cluster_grants(action),
    }
}

/// G2. The office that gathers matters keeps the cluster; the units of its task force read it and work on it. What each matter
/// holds is asked of the matter: belonging to a cluster opens none.
const fn cluster_grants(action: Action) -> Grants {
    match action {
        Action::ReadCluster => &[
            (StationLead, Scope::Any(&[BUREAU, ASSISTS])),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU, ASSISTS])),
            (UnitHandler, ASSISTS),
            (UnitLeader, ASSISTS),
            (Supervisor, HERE),
            (JointMeetingOffice, HERE),
        ],
        Action::KeepCluster => &[(StationLead, BUREAU), (BureauOfficer, BUREAU), (JointMeetingOffice, BUREAU)],
        Action::WorkOnCluster => &[
            (StationLead, Scope::Any(&[BUREAU, ASSISTS])),
            (BureauOfficer, Scope::Any(&[BUREAU, ASSISTS])),
            (JointMeetingOffice, BUREAU),
            (UnitHandler, ASSISTS),
            (UnitLeader, ASSISTS),
        ],
        _ => sealed_grants(action),
    }
}

/// Row 检举控告 of rules.md §8.2. The role alone opens nothing: each report names the officers who may handle it, and whoever is
/// concerned is not among them.
const fn sealed_grants(action: Action) -> Grants {
    match action {
        Action::ReadSealed | Action::OpenSealed | Action::HandOverSealed | Action::FollowSealed => {
            &[(DisciplineSealed, KEEPS)]
        }
        Action::AddToSealed => &[(Citizen, OWN)],
        _ => mediation_grants(action),
    }
}

/// M-03, R-061. What is said in a mediation is nobody's but the parties', those named to mediate, and the committee they work for: no
/// jurisdiction above reads it, nor does whoever handles the matter. Parties come with numbers of their own.
const fn mediation_grants(action: Action) -> Grants {
    match action {
        Action::ReadMediation => {
            &[(Mediator, Scope::Any(&[BUREAU, NAMED])), (StationLead, BUREAU), (BureauOfficer, BUREAU)]
        }
        Action::ArrangeMediation => &[(Mediator, BUREAU), (StationLead, BUREAU), (BureauOfficer, BUREAU)],
        Action::HoldMediation => &[(Mediator, NAMED)],
        _ => review_grants(action),
    }
}

/// 10.6. The organ that decides and the office that works for it have it; the bodies that answered before send their file and see
/// nothing of the rest.
const fn review_grants(action: Action) -> Grants {
    match action {
        Action::ReadReview => &[
            (Citizen, OWN),
            (Reviewer, OFFICE),
            (Rechecker, OFFICE),
            (UnitLeader, OFFICE),
            (BureauOfficer, OFFICE),
            (Supervisor, HERE),
        ],
        Action::AcceptReview | Action::ExamineReview | Action::ServeReview => {
            &[(Reviewer, OFFICE), (Rechecker, OFFICE)]
        }
        Action::CheckReview | Action::SignReview => &[(Reviewer, OFFICE), (Rechecker, OFFICE), (UnitLeader, OFFICE)],
        Action::SendReviewFile => {
            &[(UnitHandler, ASSISTS), (UnitLeader, ASSISTS), (StationLead, ASSISTS), (Reviewer, ASSISTS)]
        }
        Action::PursueReview => &[(Citizen, OWN), (Agent, AGENT), (Reviewer, OFFICE), (Rechecker, OFFICE)],
        Action::RecordCare => &[
            (StationLead, Scope::Any(&[HERE, BUREAU, UNIT])),
            (BureauOfficer, Scope::Any(&[HERE, BUREAU])),
            (UnitLeader, UNIT),
        ],
        _ => &[],
    }
}

/// What the sweeper, other rules and the command line on the machine itself do; no content among it.
#[must_use]
pub const fn system_may(action: Action) -> bool {
    matches!(
        action,
        Action::Supervise
            | Action::Raise
            | Action::IssueRung
            | Action::Close
            | Action::Archive
            | Action::Reopen
            | Action::ReworkOrder
            | Action::EscalateOrder
            | Action::ConvertOrder
            | Action::ImportMatters
            | Action::VerifyChain
            | Action::AdminDivisions
            | Action::AdminUnits
            | Action::AdminStaff
            | Action::AdminClocks
            | Action::AdminCalendar
            | Action::AdminCatalogue
            | Action::AdminLetters
            | Action::AdminPractice
            | Action::AdminOversight
            | Action::WeeklyExposure
            | Action::AdminNotices
            | Action::AdminCycles
            | Action::PublishAnswer
            | Action::KeepSealedKeys
    )
}
