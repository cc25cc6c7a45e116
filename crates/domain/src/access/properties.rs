//! What must hold of every person and every case, whatever the tables say.

use jiff::{Timestamp, civil::date};
use kernel::{CaseId, DivisionCode, OrgId, UserId};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    case::CaseKind,
    people::{Role, RoleGrant},
};

const NOW: &str = "2026-09-17T02:00:00Z";
const PLACES: &[&str] = &["15", "1502", "150223", "150223100", "150223100201", "150802", "1508"];

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// Few ids, so that relations meet by chance.
fn some_id() -> impl Strategy<Value = Uuid> {
    (1u128..4).prop_map(Uuid::from_u128)
}

fn some_place() -> impl Strategy<Value = DivisionCode> {
    prop::sample::select(PLACES).prop_map(|code| DivisionCode::parse(code).unwrap())
}

fn some_role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL)
}

fn some_grant() -> impl Strategy<Value = RoleGrant> {
    (some_role(), some_id(), some_place(), prop::bool::weighted(0.9)).prop_map(|(role, org, division, holds)| {
        RoleGrant { role, org: OrgId(org), division, from: date(2020, 1, 1), to: (!holds).then(|| date(2026, 1, 1)) }
    })
}

pub(super) fn some_subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        8 => (some_id(), some_id(), prop::collection::vec(some_grant(), 0..4)).prop_map(|(user, org, grants)| {
            Subject::Staff(StaffSubject::new(UserId(user), OrgId(org), now(), grants))
        }),
        3 => (some_id(), some_id(), prop::collection::vec(some_grant(), 0..3), some_id(), prop::collection::vec(some_grant(), 0..3))
            .prop_map(|(user, org, grants, away, lent)| {
                let subject = StaffSubject::new(UserId(user), OrgId(org), now(), grants);
                Subject::Staff(subject.standing_in_for(UserId(away), lent))
            }),
        1 => some_id().prop_map(|case| Subject::Petitioner(CaseId(case))),
        1 => Just(Subject::System),
    ]
}

fn maybe<T>(make: fn(Uuid) -> T) -> impl Strategy<Value = Option<T>>
where
    T: std::fmt::Debug,
{
    prop::option::of(some_id().prop_map(make))
}

pub(super) fn some_facts() -> impl Strategy<Value = MatterFacts> {
    let people = (maybe(UserId), maybe(UserId), maybe(UserId), maybe(UserId), maybe(UserId), maybe(UserId));
    let orgs = (some_id(), maybe(OrgId), maybe(OrgId), prop::option::of(some_id()));
    let rest = (some_id(), prop::sample::select(CaseKind::ALL), some_place(), prop::collection::vec(some_id(), 0..3));
    let flags = (prop::option::of(-1i64..2), any::<bool>(), prop::bool::weighted(0.1), prop::bool::weighted(0.1));
    (people, orgs, rest, flags).prop_map(
        |(people, orgs, (case, kind, division, keepers), (mandate, respondent_heard, sealed, limited))| {
            let (handler, drafter, checker, agent, registrar, leader) = people;
            let (bureau, holder, respondent, assisting) = orgs;
            MatterFacts {
                case: CaseId(case),
                kind,
                division,
                bureau: OrgId(bureau),
                holder,
                handler,
                drafter,
                checker,
                agent,
                mandate_until: mandate.map(|hours| now() + jiff::SignedDuration::from_hours(hours)),
                respondent,
                assisting: assisting.map(OrgId).into_iter().collect(),
                // Who took it down stands for anybody by chance.
                barred: registrar.into_iter().collect(),
                respondent_heard,
                registrar,
                leader,
                sealed: sealed || kind == CaseKind::Whistleblow,
                keepers: keepers.into_iter().map(UserId).collect(),
                limited,
            }
        },
    )
}

fn may(subject: &Subject, action: Action, facts: &MatterFacts) -> bool {
    check(subject, action, Target::Case(facts)).is_allowed()
}

fn user(subject: &Subject) -> Option<UserId> {
    subject.staff().map(StaffSubject::user)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn in_the_list_if_and_only_if_permitted(subject in some_subject(), facts in some_facts()) {
        for action in Action::ALL.iter().filter(|action| action.on() == On::Case) {
            let bound = list_scope(&subject, *action);
            prop_assert_eq!(bound.holds(&facts), may(&subject, *action, &facts), "{} {:?}", action, bound);
        }
    }

    #[test]
    fn nobody_decides_on_her_own_work(subject in some_subject(), facts in some_facts()) {
        if user(&subject).is_some() && facts.handler == user(&subject) {
            for action in [Action::ApproveExtension, Action::SignOpinion, Action::CheckOpinion, Action::Rate,
                           Action::FollowUp, Action::ConfirmResolution, Action::Supervise] {
                prop_assert!(!may(&subject, action, &facts), "{action} by the handler");
            }
        }
        if user(&subject).is_some() && facts.drafter == user(&subject) {
            prop_assert!(!may(&subject, Action::SignOpinion, &facts));
            prop_assert!(!may(&subject, Action::CheckOpinion, &facts));
        }
    }

    #[test]
    fn who_keeps_the_machine_meets_no_content(
        role in prop::sample::select(vec![Role::Sysadmin, Role::Auditor, Role::Dpo]),
        other in prop::collection::vec(some_grant(), 0..3), facts in some_facts()
    ) {
        let mut grants = other;
        grants.push(RoleGrant { role, org: OrgId(Uuid::from_u128(1)), division: DivisionCode::parse("15").unwrap(),
                                from: date(2020, 1, 1), to: None });
        let subject = Subject::Staff(StaffSubject::new(UserId(Uuid::from_u128(1)), OrgId(Uuid::from_u128(1)), now(), grants));
        for action in Action::ALL.iter().filter(|action| action.touches_content()) {
            prop_assert!(!may(&subject, *action, &facts), "{action}");
            prop_assert!(permit_dynamic_at(&subject, *action, &facts.division).is_err(), "{action}");
        }
    }

    #[test]
    fn the_unit_complained_of_never_learns_who(subject in some_subject(), facts in some_facts()) {
        let Some(staff) = subject.staff() else { return Ok(()) };
        let mut orgs = staff.grants().iter().map(|grant| grant.org).chain([staff.org()]);
        if facts.respondent.is_some_and(|respondent| orgs.any(|org| org == respondent)) {
            for action in Action::ALL {
                let seen = check(&subject, *action, Target::Case(&facts)).fields();
                prop_assert!(!seen.shows(Field::IdentityFull) && !seen.shows(Field::IdentityMasked), "{action}");
                prop_assert!(!seen.shows(Field::Content), "{action}");
            }
        }
    }

    /// rules.md 3.3: whoever's agency ended (revoked, run out, never signed in time, stepped back) sees nothing by having been the
    /// agent or having taken it down. What remains is an office that has the matter in its own right.
    #[test]
    fn an_agent_whose_mandate_ended_sees_nothing(subject in some_subject(), facts in some_facts()) {
        let Some(staff) = subject.staff() else { return Ok(()) };
        let ended = Some(now() - jiff::SignedDuration::from_secs(1));
        let facts = MatterFacts { agent: Some(staff.user()), mandate_until: ended, registrar: Some(staff.user()), ..facts };
        let office = staff.grants().iter().any(|grant| {
            let bound = grant.org == facts.bureau || facts.holder == Some(grant.org) || facts.respondent == Some(grant.org);
            bound || (!matches!(grant.role, Role::Agent | Role::GridMember) && grant.division.contains(&facts.division))
        });
        // Whoever stands in for a colleague has that colleague's matters, and a leader what she answers for; this is about an agent's.
        let alone = staff.stands_in_for().next().is_none() && facts.leader != Some(staff.user());
        if alone && !office && CaseKind::MATTERS.contains(&facts.kind) {
            for action in [Action::ReadMatter, Action::SearchMatters, Action::ExportMatters, Action::RevealIdentity,
                           Action::AddMaterial, Action::NoteRemedy, Action::Nudge, Action::GiveMandate] {
                prop_assert!(!may(&subject, action, &facts), "{action}");
                prop_assert!(!list_scope(&subject, action).holds(&facts), "{action} in a list");
            }
        }
        prop_assert!(!may(&subject, Action::FollowUp, &facts), "nor does she ask how it went");
    }

    /// Row 检举控告 of rules.md §8.2: of what is sealed nothing may be done but by a sealed officer who keeps it, and by her who
    /// wrote it, who may add. No administrator, no auditor, no supervisor, not the system by itself.
    #[test]
    fn what_is_sealed_is_nobodys_but_its_keepers(subject in some_subject(), facts in some_facts()) {
        let facts = MatterFacts { sealed: true, ..facts };
        let may = allowed(&subject, &facts);
        prop_assert!(may.iter().all(|action| action.is_of_the_sealed() && facts.kind == CaseKind::Whistleblow), "{may:?}");
        let officer = subject.staff().is_some_and(|staff| {
            let here = |grant: &RoleGrant| grant.role == Role::DisciplineSealed && grant.division.contains(&facts.division);
            let machine = staff.grants().iter().any(|grant| grant.role.without_content());
            facts.keepers.contains(&staff.user()) && staff.grants().iter().any(here) && !machine
        });
        let hers = facts.kind == CaseKind::Whistleblow && subject == Subject::Petitioner(facts.case);
        let expected = match (officer && facts.kind == CaseKind::Whistleblow, hers) {
            (true, _) => vec![Action::ReadSealed, Action::OpenSealed, Action::HandOverSealed, Action::FollowSealed],
            (_, true) => vec![Action::AddToSealed],
            _ => vec![],
        };
        prop_assert!(may.iter().all(|action| expected.contains(action)), "{may:?} {expected:?}");
    }

    /// Whoever is concerned is taken from the keepers, and that alone shuts every door, whatever roles she holds.
    #[test]
    fn who_is_excluded_is_out(subject in some_subject(), facts in some_facts()) {
        let Some(me) = user(&subject) else { return Ok(()) };
        let keepers = facts.keepers.iter().copied().filter(|user| *user != me).collect();
        let facts = MatterFacts { kind: CaseKind::Whistleblow, sealed: true, keepers, ..facts };
        prop_assert!(allowed(&subject, &facts).is_empty());
        for action in Action::ALL {
            prop_assert!(!list_scope(&subject, *action).holds(&facts), "{action}");
        }
    }

    #[test]
    fn only_the_petitioner_waives_and_rates(subject in some_subject(), facts in some_facts()) {
        for action in [Action::Withdraw, Action::Rate, Action::RequestReview, Action::ConfirmResolution] {
            prop_assert!(!may(&subject, action, &facts) || subject == Subject::Petitioner(facts.case), "{action}");
        }
    }

    #[test]
    fn a_name_in_full_takes_a_reason_except_for_her_and_her_agent(subject in some_subject(), facts in some_facts()) {
        let seen = check(&subject, Action::ReadMatter, Target::Case(&facts)).fields();
        if seen.shows(Field::IdentityFull) {
            let acts = |staff: &StaffSubject| staff.has(Role::Agent) || staff.stands_in_for().next().is_some();
            let agent = subject.staff().is_some_and(acts);
            prop_assert!(agent || subject == Subject::Petitioner(facts.case));
        }
        for action in [Action::SearchMatters, Action::ExportMatters] {
            prop_assert!(!check(&subject, action, Target::Case(&facts)).fields().shows(Field::IdentityFull));
        }
    }

    #[test]
    fn a_permit_says_the_same_as_the_check(subject in some_subject(), facts in some_facts()) {
        let permit = permit::<actions::ReadMatter>(&subject, &facts);
        prop_assert_eq!(permit.is_ok(), may(&subject, Action::ReadMatter, &facts));
        if let Ok(permit) = permit {
            prop_assert!(permit.for_case(facts.case).is_ok() && permit.within(&facts.division).is_ok());
            prop_assert!(permit.for_case(CaseId(Uuid::from_u128(99))).is_err());
            prop_assert!(permit.erase().narrow::<actions::SignOpinion>().is_err());
        }
        let listed = list::<actions::ReadMatter>(&subject).bound().holds(&facts);
        prop_assert_eq!(listed, may(&subject, Action::ReadMatter, &facts));
    }
}

/// Random people and cases really meet what the properties above speak of: each prohibition, taken away, would let some of them
/// in. Otherwise the properties would hold of nothing.
#[test]
fn the_dice_meet_what_the_properties_speak_of() {
    use proptest::{
        strategy::{Strategy as _, ValueTree as _},
        test_runner::TestRunner,
    };
    let mut runner = TestRunner::deterministic();
    let mut met = std::collections::BTreeMap::<&str, usize>::new();
    let mut meets = |what: &'static str, free: bool, held: bool| {
        if free && !held {
            *met.entry(what).or_default() += 1;
        }
    };
    for _ in 0..100_000 {
        let (subject, facts) = (some_subject(), some_facts()).new_tree(&mut runner).unwrap().current();
        let Some(me) = user(&subject) else { continue };
        let keepers = vec![me, UserId(Uuid::from_u128(77))];
        let kept =
            MatterFacts { kind: CaseKind::Whistleblow, sealed: true, respondent: None, keepers, ..facts.clone() };
        let shut = MatterFacts { keepers: vec![], ..kept.clone() };
        meets("kept by her", may(&subject, Action::OpenSealed, &kept), may(&subject, Action::OpenSealed, &shut));
        let plain =
            MatterFacts { handler: None, drafter: None, agent: None, respondent: None, sealed: false, ..facts.clone() };
        let mine = MatterFacts { handler: Some(me), ..plain.clone() };
        for action in
            [Action::ApproveExtension, Action::SignOpinion, Action::CheckOpinion, Action::FollowUp, Action::Supervise]
        {
            meets(action.name(), may(&subject, action, &plain), may(&subject, action, &mine));
        }
        let runs = MatterFacts { agent: Some(me), mandate_until: None, ..plain.clone() };
        let ended = MatterFacts { mandate_until: Some(now() - jiff::SignedDuration::from_secs(1)), ..runs.clone() };
        meets("an ended mandate", may(&subject, Action::ReadMatter, &runs), may(&subject, Action::ReadMatter, &ended));
        let org = subject.staff().and_then(|staff| staff.grants().first().map(|grant| grant.org));
        let complained = MatterFacts { respondent: org, ..plain.clone() };
        meets(
            "the unit complained of",
            may(&subject, Action::ReadMatter, &plain),
            may(&subject, Action::ReadMatter, &complained),
        );
        let sealed = MatterFacts { sealed: true, ..plain.clone() };
        meets("what is sealed", may(&subject, Action::ReadMatter, &plain), may(&subject, Action::ReadMatter, &sealed));
        let (open, limited) = (MatterFacts { limited: false, ..plain.clone() }, MatterFacts { limited: true, ..plain });
        meets("what is limited", may(&subject, Action::ReadMatter, &open), may(&subject, Action::ReadMatter, &limited));
    }
    assert_eq!(met.len(), 10, "{met:?}");
    assert!(met.values().all(|count| *count >= 50), "{met:?}");
}

/// 10.6: whoever had a part in an answer, or belongs to the body that gave it, has none in its review, whatever her roles.
#[test]
fn nobody_reviews_an_answer_she_had_a_part_in() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let steps =
        [Action::AcceptReview, Action::ExamineReview, Action::CheckReview, Action::SignReview, Action::ServeReview];
    let mut free = 0;
    for _ in 0..20_000 {
        let (subject, facts) = (some_subject(), some_facts()).new_tree(&mut runner).unwrap().current();
        let Some(me) = user(&subject) else { continue };
        let facts = MatterFacts { kind: CaseKind::Review, ..facts };
        let sat = MatterFacts { barred: vec![me], ..facts.clone() };
        let clean = MatterFacts { barred: vec![], assisting: vec![], ..facts };
        for action in steps {
            assert!(!may(&subject, action, &sat), "{action}");
            free += usize::from(may(&subject, action, &clean));
        }
    }
    assert!(free > 50, "the dice meet reviewers: {free}");
}

#[test]
fn a_spoken_prohibition_names_its_article_only_to_those_who_otherwise_could() {
    let me = UserId(Uuid::from_u128(1));
    let org = OrgId(Uuid::from_u128(1));
    let as_role = |role| {
        let grant =
            RoleGrant { role, org, division: DivisionCode::parse("1502").unwrap(), from: date(2020, 1, 1), to: None };
        Subject::Staff(StaffSubject::new(me, org, now(), vec![grant]))
    };
    let facts = MatterFacts {
        case: CaseId(Uuid::from_u128(1)),
        kind: CaseKind::Petition,
        division: DivisionCode::parse("150223").unwrap(),
        bureau: OrgId(Uuid::from_u128(3)),
        holder: Some(org),
        handler: Some(me),
        drafter: None,
        checker: None,
        agent: None,
        mandate_until: None,
        respondent: None,
        assisting: vec![],
        barred: vec![],
        respondent_heard: false,
        registrar: None,
        leader: None,
        sealed: false,
        keepers: vec![],
        limited: false,
    };
    let refusal = permit::<actions::ApproveExtension>(&as_role(Role::UnitLeader), &facts).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.article.as_str()), ("extension-by-handler", "A34"));
    let refusal = permit::<actions::ApproveExtension>(&as_role(Role::Registrar), &facts).unwrap_err();
    assert_eq!(refusal.code, "not-permitted");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Row 报复举报 of rules.md §8.2, R-014: the unit named and everybody whose jurisdiction does not hold the receiver's
    /// place may do nothing with the report; nor may an agent, a handler or whoever keeps the machine.
    #[test]
    fn a_report_over_its_head_is_nobodys_below(subject in some_subject(), facts in some_facts()) {
        let facts = MatterFacts { kind: CaseKind::Obstruction, sealed: false, ..facts };
        let Some(staff) = subject.staff() else { return Ok(()) };
        let mut orgs = staff.grants().iter().map(|grant| grant.org).chain([staff.org()]);
        let named = facts.respondent.is_some_and(|named| orgs.any(|org| org == named));
        let reached = staff.grants().iter().any(|grant| {
            matches!(grant.role, Role::BureauOfficer | Role::Supervisor | Role::DisciplineSealed)
                && (grant.division.contains(&facts.division) || grant.org == facts.bureau)
        });
        let may: Vec<Action> = allowed(&subject, &facts).into_iter().filter(|action| action.touches_content()).collect();
        prop_assert!(may.is_empty() || reached && !named, "{may:?}");
        // Neither do the ordinary lists hold it, for anybody.
        for action in [Action::ReadMatter, Action::SearchMatters, Action::ExportMatters, Action::ReadAsRespondent] {
            prop_assert!(!list_scope(&subject, action).holds(&facts), "{action}");
        }
    }
}

#[test]
fn a_deputy_has_the_agents_matters_and_no_other_role_of_hers() {
    let (me, away, org) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)), OrgId(Uuid::from_u128(7)));
    let place = DivisionCode::parse("150223100").unwrap();
    let grant = |role| RoleGrant { role, org, division: place.clone(), from: date(2020, 1, 1), to: None };
    let mut facts = MatterFacts {
        case: CaseId(Uuid::from_u128(9)),
        kind: CaseKind::Petition,
        division: place.clone(),
        bureau: OrgId(Uuid::from_u128(8)),
        holder: None,
        handler: None,
        drafter: None,
        checker: None,
        agent: Some(away),
        mandate_until: None,
        respondent: None,
        assisting: vec![],
        barred: vec![],
        respondent_heard: false,
        registrar: None,
        leader: None,
        sealed: false,
        keepers: vec![],
        limited: false,
    };
    let alone = StaffSubject::new(me, org, now(), vec![grant(Role::Agent)]);
    let lent = vec![grant(Role::Agent), grant(Role::StationLead)];
    let deputy = Subject::Staff(alone.clone().standing_in_for(away, lent));
    let may = |subject: &Subject, facts: &MatterFacts| permit::<actions::ReadMatter>(subject, facts);
    assert!(may(&Subject::Staff(alone), &facts).is_err());
    let permit = may(&deputy, &facts).unwrap();
    assert_eq!(permit.actor().user(), Some(me), "the record names who acted, not in whose place");
    facts.agent = None;
    assert!(may(&deputy, &facts).is_err(), "the lead's jurisdiction is not lent");
    facts.sealed = true;
    facts.agent = Some(away);
    assert!(may(&deputy, &facts).is_err(), "nor does it open what is sealed");
}
