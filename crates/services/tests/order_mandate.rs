//! An agent files a work order for somebody under a mandate: who sees what at which moment, taken back, handed over, carried into a
//! petition. Both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{BANNER, World, code_of, text};
use domain::{
    access::{self, Subject, actions},
    agency::Ground,
    case::Channel,
    document::DocType,
    mandate::{Capacity, Consents, Power, Way},
    people::Role,
    work_order::{Command, WorkOrder},
};
use jiff::civil::date;
use kernel::{CaseId, OrgId};
use lianxin_services::{
    Error, MIGRATIONS, document,
    mandate::{self, NewMandate, Proof},
    matter, petition, verify, work_order,
};
use store::params;

const AGENT: u128 = 31;

/// An agent on record: mandates are given to nobody else.
fn agent(world: &World, name: u128, org: OrgId) -> Subject {
    let user = World::user(name);
    world
        .write(move |tx, _, _| {
            let sql = "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                       VALUES ($1, $2, '测试代办员', $3, 'zh-CN', $4, $5, 1)";
            tx.execute(sql, params![user, format!("user{name}"), org, true, false])?;
            let sql = "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)";
            tx.execute(sql, params![user, Role::Agent.name(), org, BANNER, date(2025, 1, 1)])?;
            Ok(())
        })
        .unwrap();
    world.staff(name, Role::Agent, org)
}

fn new_mandate() -> NewMandate {
    NewMandate {
        agent: None,
        powers: vec![Power::Deliver, Power::Accompany, Power::ReceiveNotices],
        until: None,
        capacity: Capacity::Full,
        guardian: None,
        way: Way::Paper,
        read_back: false,
        proof: Proof::Signature,
        consents: Consents { passing_on: true, sensitive: false },
    }
}

/// Taken down by the agent, with the mandate on the same form.
fn filed(world: &World, by: &Subject, mandate: Option<NewMandate>) -> CaseId {
    let by = by.clone();
    let filed = world.write(move |tx, kit, ctx| {
        let form = petition::PetitionForm { channel: "AGENT_ENTRUSTED".into(), ..World::form() };
        let mut new = form.parse(petition::Door::Staff, ctx.now())?;
        assert_eq!(new.channel, Channel::AgentEntrusted);
        new.agent = by.staff().map(access::StaffSubject::user);
        let permit = access::permit::<actions::RegisterOnBehalf>(&by, &new.division)?;
        let receipt = work_order::receive(tx, kit, ctx, &permit, &new, None)?;
        if let Some(mandate) = &mandate {
            mandate::with_order(tx, kit, ctx, &by, receipt.id, mandate)?;
        }
        Ok(receipt.id)
    });
    filed.unwrap()
}

/// Whether she sees it now; the list and the single check agree.
fn sees(world: &World, subject: &Subject, id: CaseId) -> bool {
    use kernel::Clock as _;
    let subject = subject.as_of(world.clock.now());
    let seen = world.read(move |tx, _, ctx| {
        let filter = matter::Filter { tab: matter::Tab::Open, ..matter::Filter::default() };
        let listed = matter::list(tx, &subject, &filter, ctx.now(), None, 10)?.items;
        let facts = matter::facts_of(tx, id)?.unwrap();
        let single = access::permit::<actions::ReadMatter>(&subject, &facts).is_ok();
        assert_eq!(listed.iter().any(|row| row.id() == id), single, "in the list if and only if permitted");
        Ok(single)
    });
    seen.unwrap()
}

fn act(world: &World, subject: &Subject, id: CaseId, command: Command) -> Result<WorkOrder, Error> {
    let subject = subject.clone();
    world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &subject, id, None, &command))
}

fn is_whole(world: &World) {
    let found = world.read(|tx, kit, _| {
        let mut found = vec![];
        verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |one| found.push(one.to_string()))?;
        Ok(found)
    });
    assert_eq!(found.unwrap(), Vec::<String>::new(), "rows and log say the same");
}

#[test]
fn an_agent_files_it_and_loses_it_the_moment_she_takes_the_mandate_back() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let her_agent = agent(&world, AGENT, world.housing);
        let colleague = agent(&world, 32, world.housing);
        let id = filed(&world, &her_agent, Some(new_mandate()));
        assert!(sees(&world, &her_agent, id) && !sees(&world, &colleague, id));
        let papers = world.read(move |tx, _, _| Ok(document::hers(tx, "1502", id)?)).unwrap();
        let kinds: Vec<DocType> = papers.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [DocType::AgencyMandate], "she has it on paper");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        act(&world, &officer, id, Command::Dispatch { to: world.forestry, category: None }).unwrap();
        assert!(sees(&world, &her_agent, id), "with the unit as well");
        act(&world, &her_agent, id, Command::Progress { note: text("陪她去看了现场。"), public: false }).unwrap();
        let stranger = Command::RevokeMandate { reason: None };
        assert_eq!(code_of(act(&world, &her_agent, id, stranger)), "not-permitted", "it is hers to take back");
        act(&world, &Subject::Petitioner(id), id, Command::RevokeMandate { reason: None }).unwrap();
        assert!(!sees(&world, &her_agent, id), "not even for having taken it down");
        let after = Command::Progress { note: text("再看一次"), public: false };
        assert_eq!(code_of(act(&world, &her_agent, id, after)), "not-permitted");
        is_whole(&world);
    });
}

#[test]
fn without_a_mandate_three_days_and_no_longer() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let her_agent = agent(&world, AGENT, world.housing);
        let id = filed(&world, &her_agent, None);
        assert!(sees(&world, &her_agent, id));
        world.at("2026-06-05T09:00");
        assert!(!sees(&world, &her_agent, id), "the mandate never came");
        let registrar = world.staff(3, Role::Registrar, world.bureau);
        let named = NewMandate { agent: Some(World::user(AGENT)), ..new_mandate() };
        world
            .write(move |tx, kit, ctx| work_order::give_mandate(tx, kit, ctx, &registrar, id, None, &named).map(drop))
            .unwrap();
        assert!(sees(&world, &her_agent, id), "taken down before an officer");
        let unknown = NewMandate { agent: Some(World::user(99)), ..new_mandate() };
        let registrar = world.staff(3, Role::Registrar, world.bureau);
        let refused = world.write(move |tx, kit, ctx| {
            work_order::give_mandate(tx, kit, ctx, &registrar, id, None, &unknown).map(drop)
        });
        assert_eq!(code_of(refused), "mandate-agent-unknown");
        is_whole(&world);
    });
}

#[test]
fn the_mandate_goes_along_into_the_petition_and_whoever_is_concerned_steps_out() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let her_agent = agent(&world, AGENT, world.housing);
        let order = filed(&world, &her_agent, Some(new_mandate()));
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let by = officer.clone();
        let petition = world.write(move |tx, kit, ctx| work_order::convert(tx, kit, ctx, &by, order)).unwrap();
        let mandate = petition.agency.mandate.as_ref().expect("it went along");
        assert_eq!((petition.agent, mandate.agent), (Some(World::user(AGENT)), World::user(AGENT)));
        assert!(mandate.powers.has(Power::ReceiveNotices));
        assert!(sees(&world, &her_agent, petition.id));

        let concerned = filed(&world, &her_agent, Some(new_mandate()));
        act(&world, &her_agent, concerned, Command::DeclareInterest { ground: Ground::NearRelative }).unwrap();
        assert!(!sees(&world, &her_agent, concerned));
        let registrar = world.staff(3, Role::Registrar, world.bureau);
        let again = NewMandate { agent: Some(World::user(AGENT)), ..new_mandate() };
        let refused = world.write(move |tx, kit, ctx| {
            work_order::give_mandate(tx, kit, ctx, &registrar, concerned, None, &again).map(drop)
        });
        assert_eq!(code_of(refused), "person-recused");
        is_whole(&world);
    });
}

#[test]
fn whoever_may_have_no_agent_gets_that_in_writing_with_the_way_to_go() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let her_agent = agent(&world, AGENT, world.housing);
        let housing = world.housing;
        let id = world
            .write(move |tx, kit, ctx| {
                let form = petition::PetitionForm { channel: "AGENT_ENTRUSTED".into(), ..World::form() };
                let mut new = form.parse(petition::Door::Staff, ctx.now())?;
                (new.agent, new.respondent) = (Some(World::user(AGENT)), Some(housing));
                let permit = access::permit::<actions::RegisterOnBehalf>(&her_agent, &new.division)?;
                Ok(petition::register(tx, kit, ctx, &petition::By::Staff(&permit), &new, None)?.id)
            })
            .unwrap();
        world.write(|tx, kit, ctx| Ok(document::make_due(tx, kit, ctx, 10)?)).unwrap();
        let papers = world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
        let kinds: Vec<DocType> = papers.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [DocType::AgencyNotEligible], "and no form of an agency that there is not");
        let hers = world.read(move |tx, _, _| Ok(document::hers(tx, "1502", id)?)).unwrap();
        assert_eq!(hers.len(), 1, "she finds it on her page");
        is_whole(&world);
    });
}
