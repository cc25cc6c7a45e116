//! The mandate in a petition: asked for, given, kept within, taken back; designation and recusal.

use kernel::PersonId;

use super::*;
use crate::{
    access::{MatterFacts, StaffSubject, Subject, allowed, check},
    actor::Actor,
    agency::{Concerned, Ground, Mode},
    case::ServiceMethod,
    mandate::{Capacity, Consents, Give, Giver, Mandate, MandateEnd, Power, Powers, Signing, StandIn, Way},
    people::{Role, RoleGrant},
};

/// The village point of the agent.
const POINT: kernel::OrgId = kernel::OrgId(uuid::Uuid::from_u128(8));

fn agent() -> Actor {
    staff(31, POINT)
}

/// The same, for another agent.
pub(super) fn give(to: u128) -> Give {
    Give {
        stand_in: None,
        agent: user(to),
        org: POINT,
        official: false,
        powers: vec![Power::Deliver, Power::Enquire, Power::ReceiveNotices],
        until: None,
        giver: Giver { capacity: Capacity::Full, guardian: None },
        signing: Signing {
            way: Way::Oral,
            read_back: true,
            recording: None,
            witnesses: vec![PersonId(uuid::Uuid::from_u128(41)), PersonId(uuid::Uuid::from_u128(42))],
        },
        consents: Consents { passing_on: true, sensitive: false },
    }
}

/// A mandate as it stands in logs.
pub(super) fn mandate() -> Mandate {
    let give = give(31);
    Mandate {
        stand_in: None,
        agent: give.agent,
        org: give.org,
        official: false,
        powers: Powers::parse(&give.powers).unwrap(),
        narrowed: vec!["legal-channel".into()],
        from: jiff::civil::date(2026, 1, 5),
        until: jiff::civil::date(2026, 7, 4),
        giver: give.giver,
        signing: give.signing,
        consents: give.consents,
    }
}

/// Taken down on a doorstep by the agent, who will act for her.
fn entrusted() -> Case {
    let register = Register {
        channel: Channel::AgentEntrusted,
        agent: Some(user(31)),
        received_at: beijing("2026-01-05T09:00"),
        ..registration(&["修好暖气", "退采暖费"])
    };
    let case = uuid::Uuid::from_u128(7).into();
    World::begin("2026-01-05T09:00", agent(), |env| Petition::register(register, case, number(), env)).unwrap()
}

fn given(case: &mut Case) -> &mut Case {
    case.does(agent(), Command::GiveMandate(Box::new(give(31))))
}

/// What access sees of the case.
fn facts(case: &Case) -> MatterFacts {
    MatterFacts {
        case: case.state.id,
        kind: crate::case::CaseKind::Petition,
        division: case.state.division.clone(),
        bureau: case.state.bureau,
        holder: Some(case.state.holder()),
        handler: case.state.handler(),
        drafter: None,
        checker: None,
        agent: case.state.last_agent(),
        mandate_until: case.state.agent_until(),
        respondent: case.state.respondent,
        assisting: vec![],
        barred: vec![],
        respondent_heard: false,
        registrar: case.state.registrar_still(),
        leader: None,
        sealed: false,
        keepers: vec![],
        limited: false,
    }
}

/// Whether the agent, who is a grid member too, can do anything with the case now.
fn agent_sees(case: &Case) -> bool {
    let grant =
        |role| RoleGrant { role, org: POINT, division: division(), from: jiff::civil::date(2020, 1, 1), to: None };
    let grants = vec![grant(Role::Agent), grant(Role::GridMember)];
    let subject = Subject::Staff(StaffSubject::new(user(31), POINT, case.now, grants));
    let facts = facts(case);
    let reads = check(&subject, crate::access::Action::ReadMatter, crate::access::Target::Case(&facts)).is_allowed();
    assert_eq!(reads, !allowed(&subject, &facts).is_empty());
    reads
}

#[test]
fn a_missing_mandate_is_asked_for_and_its_agent_sees_the_matter_no_longer_than_that() {
    let mut case = entrusted();
    assert_eq!(case.state.agency.mode, Some(Mode::Entrusted));
    assert_eq!(due(&case, "MANDATE_3WD"), "2026-01-08");
    assert!(agent_sees(&case), "she took it down, and comes back with the mandate");
    let add = || Command::AddMaterial { note: words(), files: 1 };
    case.refuses(agent(), add(), "mandate-missing").refuses(agent(), Command::Nudge, "mandate-missing");
    case.at("2026-01-09T00:00");
    assert!(!agent_sees(&case), "the day has passed, before anybody noted it");
    let clock = case.state.running("MANDATE_3WD").unwrap().id;
    case.does(SYSTEM, Command::MarkOverdue { clock });
    assert!(!agent_sees(&case) && case.state.agent == Some(user(31)));
    // At the desk it can still be given.
    case.does(registrar(), Command::GiveMandate(Box::new(give(31))));
    assert!(agent_sees(&case));
    case.does(agent(), add());
}

#[test]
fn she_takes_it_back_and_he_sees_nothing_from_that_moment() {
    let mut case = entrusted();
    given(&mut case);
    assert!(case.state.running("MANDATE_3WD").is_none());
    assert_eq!(due(&case, "MANDATE_TERM_CUSTOM"), "2026-07-04");
    assert!(agent_sees(&case));
    case.does(agent(), Command::AddMaterial { note: words(), files: 0 }).at("2026-02-01T10:00");
    case.does(SHE, Command::RevokeMandate { reason: Some(words()) });
    assert!(!agent_sees(&case));
    assert!(case.state.running("MANDATE_TERM_CUSTOM").is_none());
    let ended = &case.state.agency.past[0];
    assert_eq!((ended.agent, ended.end, ended.at), (user(31), MandateEnd::Revoked, case.now));
    let added = |event: &&crate::lifecycle::Recorded<crate::petition::Fact>| {
        matches!(event.event.fact, crate::petition::Fact::MaterialAdded { .. })
    };
    assert_eq!(case.events.iter().filter(added).count(), 1, "what was done before stays");
    case.refuses(SHE, Command::RevokeMandate { reason: None }, "mandate-nothing-to-revoke");
    // Nor is he named for her by somebody else; she may ask for him again herself.
    let back = Command::Designate { agent: user(31), org: POINT, stand_in: None, reason: words() };
    case.refuses(staff(51, SUPERIOR), back, "agency-not-wanted");
    case.does(registrar(), Command::GiveMandate(Box::new(give(31))));
    assert!(agent_sees(&case));
}

#[test]
fn it_runs_out_by_the_clock() {
    let mut case = entrusted();
    given(&mut case).at("2026-07-04T23:59");
    assert!(agent_sees(&case));
    case.at("2026-07-05T00:00");
    assert!(!agent_sees(&case), "at midnight, not when the sweeper comes by");
    let clock = case.state.running("MANDATE_TERM_CUSTOM").unwrap().id;
    case.at("2026-07-05T03:00").does(SYSTEM, Command::MarkOverdue { clock });
    assert_eq!(case.state.agency.past[0].end, MandateEnd::Expired);
    assert!(case.state.agent.is_none() && !agent_sees(&case));
}

#[test]
fn an_answer_reaches_her_through_him_only_if_she_ticked_it() {
    let story = |powers: Vec<Power>| {
        let mut case = entrusted();
        case.does(agent(), Command::GiveMandate(Box::new(Give { powers, ..give(31) })));
        case.does(officer(), forward(UNIT));
        let accept = accept(&case);
        case.does(leader(), accept).does(handler(), contact());
        let draft = draft(&case, "2026-01-05", true);
        case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
        case
    };
    let by_agent = || Command::Serve(super::super::Serve { method: ServiceMethod::ByAgent, ..serve("2026-01-05") });
    story(vec![Power::Deliver]).refuses(handler(), by_agent(), "mandate-power-missing");
    story(vec![Power::ReceiveNotices]).does(handler(), by_agent());
    let mut ended = story(vec![Power::ReceiveNotices]);
    ended.does(SHE, Command::RevokeMandate { reason: None }).refuses(handler(), by_agent(), "served-to-no-agent");
}

#[test]
fn whoever_belongs_to_the_unit_complained_of_registers_but_does_not_act() {
    let register = Register {
        channel: Channel::AgentEntrusted,
        agent: Some(user(31)),
        respondent: Some(POINT),
        ..registration(&["低保名单不公开"])
    };
    let id = uuid::Uuid::from_u128(7).into();
    let case: Case =
        World::begin("2026-01-05T09:00", agent(), |env| Petition::register(register, id, number(), env)).unwrap();
    assert_eq!((case.state.agent, case.state.agency.mode), (None, None));
    assert_eq!(case.state.agency.declined, ["own-unit"]);
    assert!(case.state.running("MANDATE_3WD").is_none() && case.state.running("FORWARD_15D").is_some());
    // It turns out at triage.
    let mut case = entrusted();
    given(&mut case);
    let triage = Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: Some(POINT),
        routes: vec![],
    };
    case.does(officer(), triage);
    assert_eq!(case.state.agency.past[0].end, MandateEnd::SteppedBack);
    assert!(!agent_sees(&case));
}

#[test]
fn where_every_claim_goes_to_law_he_carries_and_accompanies_only() {
    let mut case = entrusted();
    let routes = case.state.claims.iter().map(|claim| (claim.id, StatutoryRoute::Litigation)).collect();
    let triage = Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: None,
        routes,
    };
    case.does(officer(), triage);
    given(&mut case);
    let mandate = case.state.agency.mandate.as_ref().unwrap();
    assert_eq!(mandate.powers.iter().collect::<Vec<_>>(), [Power::Deliver]);
    assert_eq!(mandate.narrowed, ["legal-channel"]);
}

#[test]
fn a_superior_names_another_and_says_why_and_she_may_ask_for_another_once() {
    let mut case = entrusted();
    given(&mut case);
    let ask = || Command::AskRecusal { of: Concerned::Agent, reason: words() };
    case.does(SHE, ask());
    assert_eq!(case.state.agency.undecided(), [user(31)]);
    case.does(staff(51, SUPERIOR), Command::Designate { agent: user(32), org: THIRD, stand_in: None, reason: words() });
    assert_eq!((case.state.agent, case.state.agency.mode), (Some(user(32)), Some(Mode::Designated)));
    assert!(!agent_sees(&case), "the one before is out in the same step");
    assert!(case.state.agency.undecided().is_empty());
    assert_eq!(due(&case, "MANDATE_3WD"), "2026-01-08", "a mandate does not pass on");
    case.refuses(SHE, ask(), "other-agent-once");
}

#[test]
fn whoever_is_concerned_steps_back_and_somebody_else_decides() {
    use crate::petition::CommandKind;
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    case.does(handler(), Command::DeclareInterest { ground: Ground::NearRelative });
    let out =
        |kind| crate::lifecycle::Governed::keeps_out(&case.state, kind, handler()).map_err(|refusal| refusal.code);
    assert_eq!(out(CommandKind::Progress), Err("recused-yourself".into()), "nothing is offered that is refused later");
    assert_eq!(out(CommandKind::DeclareInterest), Ok(()));
    case.refuses(handler(), contact(), "person-recused");
    let decide = |steps_back| Command::DecideRecusal {
        user: user(21),
        steps_back,
        ground: Ground::NearRelative,
        reason: words(),
    };
    case.refuses(handler(), decide(false), "person-recused");
    case.does(leader(), decide(true)).refuses(handler(), contact(), "person-recused");
    case.refuses(leader(), decide(true), "recusal-nobody-asked");
    case.does(leader(), Command::Reassign { handler: user(22), reason: words() });
    case.refuses(leader(), Command::Reassign { handler: user(21), reason: words() }, "person-recused");
    // A leader who is asked about herself does not decide on herself.
    case.does(SHE, Command::AskRecusal { of: Concerned::Handler, reason: words() });
    let own = Command::DecideRecusal { user: user(22), steps_back: false, ground: Ground::Other, reason: words() };
    case.refuses(checker(), own, "recusal-own");
}

#[test]
fn whoever_was_her_agent_does_not_ask_her_how_it_went() {
    let mut case = entrusted();
    given(&mut case).does(SHE, Command::RevokeMandate { reason: None });
    case.does(officer(), forward(UNIT));
    let accept = accept(&case);
    case.does(leader(), accept).does(handler(), contact());
    let draft = draft(&case, "2026-01-05", true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
    case.does(handler(), Command::Serve(serve("2026-01-05")));
    let call = crate::petition::FollowUp { method: crate::case::FollowUpMethod::Phone, heard: None, note: words() };
    case.refuses(agent(), Command::FollowUp(call), "follow-up-own");
}

/// rules.md 3.3: whom she chooses may be away. Then she lets two people act, is told so, and what bars the one bars the other.
#[test]
fn an_agent_who_is_away_is_chosen_with_whoever_stands_in() {
    let stand_in = |user, org| StandIn { user, org, official: false, until: beijing("2026-02-01T00:00") };
    let with = |one| Command::GiveMandate(Box::new(Give { stand_in: Some(one), ..give(31) }));
    let mut case = entrusted();
    case.does(
        officer(),
        Command::Triage {
            matter_type: MatterType::AppealClaim,
            purpose: Purpose::SeekDecision,
            category: None,
            respondent: Some(UNIT),
            routes: vec![],
        },
    );
    case.refuses(agent(), with(stand_in(user(32), UNIT)), "mandate-stand-in-barred");
    let silent =
        Give { stand_in: Some(stand_in(user(32), THIRD)), official: true, consents: Consents::default(), ..give(31) };
    case.refuses(agent(), Command::GiveMandate(Box::new(silent)), "mandate-consent-passing-on");
    case.does(agent(), with(stand_in(user(32), THIRD)));
    let agency = &case.state.agency;
    assert_eq!(case.state.agent, Some(user(31)), "the agent is the one she chose");
    assert_eq!(agency.stand_in(beijing("2026-01-31T23:59")).map(|one| one.user), Some(user(32)));
    assert_eq!(agency.stand_in(beijing("2026-02-01T00:00")), None, "it ends by itself");
    let org = |_| "石宝镇代办站".to_owned();
    let said = crate::petition::words::timeline(&case.state, case.events.last().unwrap(), &org).unwrap();
    assert_said(&said);
    assert!(said.say(kernel::Locale::Zh).contains("石宝镇代办站的代班人"), "{}", said.say(kernel::Locale::Zh));
}
