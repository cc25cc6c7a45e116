//! Deputies and hand-over on both engines: who sees what at which moment, asked the way a request asks.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{World, code_of};
use domain::{
    access::{self, Subject, actions},
    case::Channel,
    network::{AgentFile, AgentKind},
    organisation::OrgKind,
    people::{Role, RoleGrant, Staff},
};
use jiff::SignedDuration;
use kernel::{CaseId, DivisionCode, OrgId, OrgLevel, PersonName, Text, UserId};
use lianxin_services::{
    Error, MIGRATIONS, auth, matter, network,
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
    petition::{self, By},
    timeline, verify, work_order,
};

const TOWNSHIP: &str = "150223100";

struct Story {
    world: World,
    station: OrgId,
    old: UserId,
    new: UserId,
    lead: UserId,
    case: CaseId,
}

fn permit<A: access::Act<Target = DivisionCode>>() -> Result<access::Permit<A>, kernel::Refusal> {
    access::permit::<A>(&Subject::System, &DivisionCode::parse("150223")?)
}

fn person(world: &World, org: OrgId, role: Role, name: &'static str, login: &'static str) -> UserId {
    let made = world.write(move |tx, _, ctx| {
        let division = DivisionCode::parse(TOWNSHIP)?;
        let grant = RoleGrant { role, org, division, from: jiff::civil::date(2026, 1, 1), to: None };
        let draft =
            StaffDraft::new(Staff::parse_login(login)?, PersonName::parse("name", name)?, org, vec![grant.clone()]);
        let id = people::create(tx, ctx, &permit::<actions::AdminStaff>()?, &draft)?.id;
        if role == Role::Agent {
            let file = AgentFile::usual(AgentKind::Cadre, OrgLevel::Township);
            network::put_file(tx, ctx, &permit::<actions::AdminStaff>()?, id, &file)?;
        }
        Ok(id)
    });
    made.unwrap()
}

impl Story {
    fn new(store: &store::Store) -> Self {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let station = world
            .write(|tx, _, ctx| {
                let place = DivisionCode::parse(TOWNSHIP)?;
                let draft = OrgDraft::new(OrgKind::Station, Text::parse("name", "百灵庙镇代办站")?, place);
                Ok(organisation::create(tx, ctx, &permit::<actions::AdminUnits>()?, draft)?.id)
            })
            .unwrap();
        let old = person(&world, station, Role::Agent, "其其格", "old");
        let new = person(&world, station, Role::Agent, "巴特尔", "new");
        let lead = person(&world, station, Role::StationLead, "王建军", "lead");
        let mut form = world.new_petition();
        form.division = DivisionCode::parse(TOWNSHIP).unwrap();
        form.agent = Some(old);
        form.channel = Channel::AgentEntrusted;
        let case =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &form, None)).unwrap().id;
        Self { world, station, old, new, lead, case }
    }

    /// Who `user` is for a request at this moment: from a token, as the web asks it.
    fn subject(&self, user: UserId) -> Subject {
        let signed = self.world.write(move |tx, _, ctx| {
            let token = auth::issue_token(tx, ctx, user, "story", SignedDuration::from_hours(1))?.token;
            auth::authenticate(tx, ctx, auth::Kind::Token, token.reveal())
        });
        signed.unwrap().subject
    }

    /// How many matters `user` sees in her list; the single check must agree.
    fn sees(&self, user: UserId) -> usize {
        let (subject, case) = (self.subject(user), self.case);
        let seen = self.world.read(move |tx, _, ctx| {
            let filter = matter::Filter { tab: matter::Tab::Open, ..matter::Filter::default() };
            let listed = matter::list(tx, &subject, &filter, ctx.now(), None, 10)?.items;
            let facts = matter::facts_of(tx, case)?.unwrap();
            let single = access::permit::<actions::ReadMatter>(&subject, &facts).is_ok();
            assert_eq!(listed.iter().any(|row| row.id() == case), single, "in the list if and only if permitted");
            Ok(listed.len())
        });
        seen.unwrap()
    }

    fn hand_over(&self, by: UserId, from: UserId, to: UserId) -> Result<network::Handing, Error> {
        let subject = self.subject(by);
        self.world.write(move |tx, kit, ctx| {
            let permit = access::permit(&subject, &DivisionCode::parse(TOWNSHIP)?)?;
            let reason = Text::parse("reason", "调到旗里工作")?;
            network::hand_over(tx, kit, ctx, &subject, &permit, (from, to), &reason)
        })
    }

    fn arrange(&self, agent: UserId, deputy: UserId, from: &str, until: &str) -> Result<kernel::AbsenceId, Error> {
        let moment = |text: &str| -> jiff::Timestamp { format!("{text}+08:00").parse().unwrap() };
        let (subject, span) = (self.subject(self.lead), (moment(from), moment(until)));
        self.world.write(move |tx, _, ctx| {
            let permit = access::permit(&subject, &DivisionCode::parse(TOWNSHIP)?)?;
            Ok(network::arrange_absence(tx, ctx, &permit, agent, deputy, span)?.id)
        })
    }

    fn end(&self, agent: UserId) -> Result<(), Error> {
        let subject = self.subject(self.lead);
        self.world.write(move |tx, _, ctx| {
            let permit = access::permit(&subject, &DivisionCode::parse(TOWNSHIP)?)?;
            network::end(tx, ctx, &permit, agent)
        })
    }

    fn finds_nothing_wrong(&self) {
        self.world
            .read(|tx, kit, _| {
                let mut found = vec![];
                verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |finding| {
                    found.push(finding.to_string());
                })?;
                assert_eq!(found, Vec::<String>::new(), "rows and log say the same");
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_deputy_sees_during_the_absence_and_at_no_other_moment() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store);
        assert_eq!((story.sees(story.old), story.sees(story.new)), (1, 0));
        assert_eq!(
            code_of(story.arrange(story.old, story.old, "2026-06-02T08:00", "2026-06-03T08:00")),
            "absence-deputy-self"
        );
        assert_eq!(
            code_of(story.arrange(story.old, story.new, "2026-06-03T08:00", "2026-06-02T08:00")),
            "absence-order"
        );
        assert_eq!(
            code_of(story.arrange(story.old, story.new, "2026-05-01T08:00", "2026-05-02T08:00")),
            "absence-past"
        );
        story.arrange(story.old, story.new, "2026-06-02T08:00", "2026-06-03T18:00").unwrap();
        assert_eq!(
            code_of(story.arrange(story.old, story.new, "2026-06-03T08:00", "2026-06-08T08:00")),
            "absence-overlap"
        );
        let back = story.arrange(story.new, story.old, "2026-06-03T08:00", "2026-06-08T08:00");
        assert_eq!(code_of(back), "absence-deputy-away", "nobody stands in who is away herself");
        assert_eq!(story.sees(story.new), 0, "not before it begins");
        story.world.at("2026-06-02T08:00");
        assert_eq!((story.sees(story.new), story.sees(story.old)), (1, 1), "in force at its first moment");
        story.world.at("2026-06-03T17:59");
        assert_eq!(story.sees(story.new), 1);
        story.world.at("2026-06-03T18:00");
        assert_eq!((story.sees(story.new), story.sees(story.old)), (0, 1), "it ends by itself");
        // From now on, and ended by hand.
        let id = story.arrange(story.old, story.new, "2026-06-03T18:00", "2026-06-30T18:00").unwrap();
        assert_eq!(story.sees(story.new), 1, "in force at once");
        let away = story.world.read(|tx, _, ctx| Ok(network::away(tx, ctx, &DivisionCode::parse("150223")?, None)?));
        assert_eq!(away.unwrap().len(), 1);
        story.world.at("2026-06-06T09:00");
        let lead = story.subject(story.lead);
        story
            .world
            .write(move |tx, _, ctx| {
                let permit = access::permit(&lead, &DivisionCode::parse(TOWNSHIP)?)?;
                network::end_absence(tx, ctx, &permit, id)
            })
            .unwrap();
        assert_eq!(story.sees(story.new), 0);
        story.finds_nothing_wrong();
    });
}

#[test]
fn what_an_agent_has_in_hand_goes_to_her_successor_and_only_then_she_ends() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store);
        let (old, new) = (story.old, story.new);
        assert_eq!(code_of(story.end(old)), "agent-has-open-matters");
        let inactive = story.world.write(move |tx, _, ctx| {
            let before = people::get(tx, &permit()?, old)?;
            let mut draft =
                StaffDraft::new(before.value.login, before.value.name, before.value.org, before.value.grants);
            draft.active = false;
            people::update(tx, ctx, &permit()?, old, before.version, &draft)
        });
        assert_eq!(code_of(inactive), "agent-has-open-matters", "nor by the administrator's page");
        assert_eq!(code_of(story.hand_over(old, old, new)), "not-permitted", "an agent arranges nothing herself");
        assert_eq!(code_of(story.hand_over(story.lead, old, story.lead)), "hand-over-inactive");
        assert_eq!(code_of(story.hand_over(story.lead, old, old)), "hand-over-to-itself");

        let done = story.hand_over(story.lead, old, new).unwrap();
        assert_eq!((done.petitions, done.orders), (1, 0));
        assert_eq!((story.sees(old), story.sees(new)), (0, 1), "at once, in the same session");
        let again = story.hand_over(story.lead, old, new).unwrap();
        assert_eq!(again, network::Handing::default(), "a second time moves nothing");

        let (case, station) = (story.case, story.station);
        let (events, told) = story
            .world
            .read(move |tx, _, _| {
                let events = matter::history::<domain::petition::Fact>(tx, "1502", case)?;
                let state = matter::load::<domain::petition::Petition>(tx, "1502", case)?.unwrap().state;
                let names = organisation::names(tx, timeline::orgs_in_petition(&state))?;
                assert_eq!((state.agent, state.agent_station), (Some(new), Some(station)));
                let told = timeline::of_petition(&state, &events, &names, true);
                Ok((events, told.into_iter().map(|item| item.message.say(kernel::Locale::Zh)).collect::<Vec<_>>()))
            })
            .unwrap();
        let kinds: Vec<&str> = events.iter().map(|event| domain::lifecycle::Fact::kind(&event.event.fact)).collect();
        assert_eq!(kinds, ["petition.registered", "petition.agent_changed"], "one event a case");
        assert!(told[0].contains("百灵庙镇代办站"), "she is told who it is now: {told:?}");

        story.end(old).unwrap();
        let gone = story.subject(old);
        assert!(gone.staff().unwrap().grants().is_empty(), "no role is left");
        assert_eq!(story.sees(old), 0);
        assert_eq!(code_of(story.end(old)), "agent-unknown");
        story.finds_nothing_wrong();
    });
}

#[test]
fn a_work_order_stays_with_its_station() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store);
        let (old, new, station) = (story.old, story.new, story.station);
        let order = story.order(old);
        let sees = story.sees(old);
        assert_eq!(sees, 2, "the petition and the order");
        let elsewhere = story.other_station();
        let stranger = person(&story.world, elsewhere, Role::Agent, "宝音", "stranger");
        assert_eq!(code_of(story.hand_over(story.lead, old, stranger)), "hand-over-outside-unit");
        assert_eq!(story.sees(old), 2, "all or nothing");
        let done = story.hand_over(story.lead, old, new).unwrap();
        assert_eq!((done.petitions, done.orders), (1, 1));
        assert_eq!((story.sees(old), story.sees(new)), (0, 2));
        let state = story
            .world
            .read(move |tx, _, _| Ok(matter::load::<domain::work_order::WorkOrder>(tx, "1502", order)?.unwrap().state));
        let state = state.unwrap();
        assert_eq!((state.handler(), state.holder()), (Some(new), station));
        story.finds_nothing_wrong();
    });
}

impl Story {
    fn other_station(&self) -> OrgId {
        let made = self.world.write(|tx, _, ctx| {
            let place = DivisionCode::parse("150223100201")?;
            let draft = OrgDraft::new(OrgKind::Point, Text::parse("name", "巴音花代办点")?, place);
            Ok(organisation::create(tx, ctx, &permit::<actions::AdminUnits>()?, draft)?.id)
        });
        made.unwrap()
    }

    /// A work order that the station has and `agent` claimed.
    fn order(&self, agent: UserId) -> CaseId {
        let (lead, station) = (self.subject(self.lead), self.station);
        let taker = lead.clone();
        let mut form = self.world.new_petition();
        form.division = DivisionCode::parse(TOWNSHIP).unwrap();
        let id = self
            .world
            .write(move |tx, kit, ctx| {
                let permit = access::permit(&taker, &form.division)?;
                work_order::receive(tx, kit, ctx, &permit, &form, None)
            })
            .unwrap()
            .id;
        let claimer = self.subject(agent);
        self.world
            .write(move |tx, kit, ctx| {
                use domain::work_order::Command;
                matter::act(tx, kit, ctx, &lead, id, None, &Command::Dispatch { to: station, category: None })?;
                matter::act(tx, kit, ctx, &claimer, id, None, &Command::Claim { handler: agent })
            })
            .unwrap();
        id
    }
}
