//! A matter with an agent beside her, a level above, and a clock that is advanced over weeks: what the stories of rising share.

use domain::{
    access::{self, StaffSubject, Subject, actions, actions::RegisterOnBehalf},
    case::{Answer, Channel, DispatchKind, OpinionResult, ServiceMethod, StatutoryRoute},
    escalation::{Redoing, Redone},
    organisation::OrgKind,
    people::{Role, RoleGrant},
    petition::{Command, DraftAnswer, Petition, Serve},
    supervision::Supervision,
};
use kernel::{CaseId, Clock as _, Ctx, DivisionCode, OrgId};
use lianxin_services::{
    Error, jobs,
    mandate::{self, MandateForm, NewMandate},
    matter::{self, Filter, Tab},
    organisation,
    oversight::{self, Looked},
    petition::{self, Access, Act, By, Door, NewPetition, Receipt},
    verify,
};
use store::params;

use super::common::{BANNER, World, text};

pub(crate) struct Story {
    pub(crate) world: World,
    /// The petition bureau of the city above.
    pub(crate) city: OrgId,
    /// The office of the joint meeting of the banner.
    pub(crate) joint: OrgId,
    /// Where her agent sits.
    pub(crate) point: OrgId,
    pub(crate) receipt: Receipt,
}

pub(crate) fn found(world: &World, seed: u64, kind: OrgKind, name: &'static str, place: &'static str) -> OrgId {
    let made = world.write(move |tx, _, ctx| {
        let place = DivisionCode::parse(place)?;
        let permit: access::Permit<actions::AdminUnits> = access::permit(&Subject::System, &place)?;
        let draft = organisation::OrgDraft::new(kind, kernel::Text::parse("name", name)?, place);
        Ok(organisation::create(tx, &Ctx::seeded(ctx.now(), seed), &permit, draft)?.id)
    });
    made.unwrap()
}

/// Somebody as the register of staff knows her.
pub(crate) fn appoint(world: &World, n: u128, role: Role, org: OrgId) {
    let made = world.write(move |tx, _, _| {
        let (user, login) = (World::user(n), format!("staff-{n}"));
        tx.execute(
            "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
             VALUES ($1, $2, $3, $4, 'zh-CN', $5, $6, 1)",
            params![user, login, format!("测试人员{n}"), org, true, false],
        )?;
        tx.execute(
            "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)",
            params![user, role.name(), org, BANNER, jiff::civil::date(2025, 1, 1)],
        )?;
        Ok(())
    });
    made.unwrap();
}

/// What was ticked with two witnesses beside her.
pub(crate) fn new_mandate() -> NewMandate {
    let form = MandateForm {
        powers: vec!["DELIVER".into(), "ENQUIRE".into()],
        way: "ORAL".into(),
        read_back: true,
        witnesses: vec!["测试人乙".into(), "测试人丙".into()],
        consent_passing_on: true,
        ..MandateForm::default()
    };
    form.parse().unwrap()
}

impl Story {
    /// Taken down at her door by agent 31 under a mandate, on Monday 5 January 2026.
    pub(crate) fn entrusted(store: &store::Store) -> Self {
        let world = World::new(store, "2026-01-05T02:00:00Z");
        let city = found(&world, 71, OrgKind::Bureau, "包头市信访局", "1502");
        let joint = found(&world, 72, OrgKind::JointMeetingOffice, "达茂旗联席办", BANNER);
        let point = found(&world, 73, OrgKind::Point, "巴音花嘎查代办点", "150223100201");
        appoint(&world, 31, Role::Agent, point);
        appoint(&world, 32, Role::Agent, point);
        let agent = world.staff(31, Role::Agent, point);
        let form = petition::PetitionForm { channel: Channel::AgentEntrusted.name().into(), ..World::form() };
        let new = form.parse(Door::Staff, world.clock.now()).unwrap();
        let new = NewPetition { agent: Some(World::user(31)), ..new };
        let receipt = world.write(move |tx, kit, ctx| {
            let permit = access::permit::<RegisterOnBehalf>(&agent, &DivisionCode::parse(BANNER)?)?;
            let receipt = petition::register(tx, kit, ctx, &By::Staff(&permit), &new, Some("draft-1"))?;
            mandate::with_registration(tx, kit, ctx, &agent, receipt.id, &new_mandate())?;
            Ok(receipt)
        });
        Self { city, joint, point, receipt: receipt.unwrap(), world }
    }

    pub(crate) fn id(&self) -> CaseId {
        self.receipt.id
    }

    pub(crate) fn at(&self, moment: &str) {
        self.world.at(moment);
    }

    pub(crate) fn agent(&self) -> Subject {
        self.world.staff(31, Role::Agent, self.point)
    }

    pub(crate) fn officer(&self) -> Subject {
        self.world.staff(1, Role::BureauOfficer, self.world.bureau)
    }

    pub(crate) fn handler(&self) -> Subject {
        self.world.staff(11, Role::UnitHandler, self.world.forestry)
    }

    pub(crate) fn leader(&self) -> Subject {
        self.world.staff(12, Role::UnitLeader, self.world.forestry)
    }

    pub(crate) fn supervisor(&self) -> Subject {
        self.world.staff(41, Role::Supervisor, self.world.bureau)
    }

    pub(crate) fn office(&self) -> Subject {
        self.world.staff(51, Role::JointMeetingOffice, self.joint)
    }

    /// An officer of the city above.
    pub(crate) fn above(&self) -> Subject {
        let division = DivisionCode::parse("1502").unwrap();
        let from = jiff::civil::date(2025, 1, 1);
        let grant = RoleGrant { role: Role::BureauOfficer, org: self.city, division, from, to: None };
        Subject::Staff(StaffSubject::new(World::user(61), self.city, self.world.clock.now(), vec![grant]))
    }

    pub(crate) fn act(&self, subject: &Subject, act: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, act, id) = (subject.clone(), act.into(), self.id());
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &act))
    }

    pub(crate) fn access(&self) -> Access {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap()
    }

    pub(crate) fn hers(&self, command: Command) -> Result<Petition, Error> {
        let access = self.access();
        self.world.write(move |tx, kit, ctx| matter::act_as_petitioner(tx, kit, ctx, &access, None, &command))
    }

    /// Her page.
    pub(crate) fn page(&self) -> petition::TrackView {
        let access = self.access();
        self.world.read(move |tx, kit, ctx| petition::track(tx, kit, ctx, &access)).unwrap()
    }

    /// The kinds of what she reads, newest first.
    pub(crate) fn told(&self) -> Vec<&'static str> {
        self.page().timeline.iter().map(|item| item.kind).collect()
    }

    pub(crate) fn state(&self) -> Petition {
        let id = self.id();
        self.world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?.unwrap().state)).unwrap()
    }

    /// Whether it stands in the list of `subject`; the page has to say the same.
    pub(crate) fn sees(&self, subject: &Subject) -> bool {
        let (subject, id) = (subject.clone(), self.id());
        let seen = self.world.write(move |tx, _, ctx| {
            let filter = Filter { tab: Tab::Open, ..Filter::default() };
            let listed = matter::list(tx, &subject, &filter, ctx.now(), None, 20)?.items;
            Ok((listed.iter().any(|row| row.id() == id), matter::look(tx, ctx, &subject, id).is_ok()))
        });
        let (listed, opened) = seen.unwrap();
        assert_eq!(listed, opened, "list and page differ");
        listed
    }

    /// Whether it waits in the inbox of `subject`.
    pub(crate) fn waits_for(&self, subject: &Subject) -> bool {
        let (subject, id) = (subject.clone(), self.id());
        let filter = Filter { tab: Tab::Mine, ..Filter::default() };
        let page = self.world.read(move |tx, _, ctx| Ok(matter::list(tx, &subject, &filter, ctx.now(), None, 20)?));
        page.unwrap().items.iter().any(|row| row.id() == id)
    }

    /// Everything that happens by itself until now, in small batches.
    pub(crate) fn tick(&self) -> Looked {
        let mut all = Looked::default();
        self.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        loop {
            let looked = self.world.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 2)?)).unwrap();
            assert_eq!(looked.left, 0);
            (all.raised, all.rungs, all.ended) =
                (all.raised + looked.raised, all.rungs + looked.rungs, all.ended + looked.ended);
            if looked.looked == 0 {
                return all;
            }
        }
    }

    /// Forwarded on the first day, accepted and spoken about on the second.
    pub(crate) fn in_handling(&self) {
        let to = self.world.forestry;
        self.act(&self.officer(), Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None }).unwrap();
        self.accepted();
    }

    /// Accepted and spoken about on the second day.
    pub(crate) fn accepted(&self) {
        self.at("2026-01-06T09:00:00");
        let claims = self.state().claims.iter().map(|c| (c.id, StatutoryRoute::PetitionProcedure, None)).collect();
        self.act(&self.handler(), Command::Accept { handler: World::user(11), routes: claims }).unwrap();
        self.act(&self.handler(), Command::Contact { note: text("约上门时间") }).unwrap();
    }

    /// Answered claim by claim, checked, signed and served on `day`, at nine.
    pub(crate) fn answered(&self, day: &str) {
        self.at(&format!("{day}T09:00:00"));
        let explained = || Answer {
            result: OpinionResult::Explain,
            text: text("面积按 2023 年的复测算，没有少发。"),
            basis: text("草畜平衡管理办法"),
            promise: None,
            more: vec![],
        };
        let claims = self.state().claims;
        let answers = claims.iter().map(|claim| DraftAnswer { claim: claim.id, answer: explained() }).collect();
        let draft = Command::SaveDraft { findings: text("查了台账，没有上门。"), answers, submit: true };
        self.act(&self.handler(), draft).unwrap();
        let checker = self.world.staff(13, Role::UnitHandler, self.world.forestry);
        self.act(&checker, Command::Check).unwrap();
        self.act(&self.leader(), Act::Sign).unwrap();
        let serve = Serve {
            method: ServiceMethod::InPerson,
            on: day.parse().unwrap(),
            evidence: text("当面签收"),
            late_entry_reason: None,
        };
        self.act(&self.handler(), Command::Serve(serve)).unwrap();
    }

    /// Whoever leads it does the four anew.
    pub(crate) fn redone(&self, lead: &Subject) {
        let case = self.id();
        for what in Redoing::ALL {
            let (subject, what) = (lead.clone(), *what);
            let redone = move || Redone { what, found: text("重新查过，写在报告第 2 页。") };
            self.world
                .write(move |tx, kit, ctx| oversight::redo(tx, kit, ctx, &subject, case, None, redone()))
                .unwrap();
        }
    }

    pub(crate) fn down(&self, lead: &Subject) -> Result<(), Error> {
        let (subject, case) = (lead.clone(), self.id());
        self.world.write(move |tx, kit, ctx| {
            oversight::bring_down(tx, kit, ctx, &subject, case, None, text("方案定了，回到旗里执行。"))
        })
    }

    pub(crate) fn raise(&self, by: &Subject, to: OrgId) -> Result<(), Error> {
        let (subject, case) = (by.clone(), self.id());
        self.world.write(move |tx, kit, ctx| {
            let asked = oversight::Raise { to, reason: text("几个部门说法不一，要上一级定。") };
            oversight::raise(tx, kit, ctx, &subject, case, None, &asked)
        })
    }

    /// A colleague signs the letter that was drafted last.
    pub(crate) fn signed(&self, id: CaseId) -> Result<Supervision, Error> {
        let second = self.world.staff(42, Role::Supervisor, self.world.bureau);
        self.world.write(move |tx, kit, ctx| {
            let drafted = matter::load::<Supervision>(tx, "1502", id)?.unwrap().state.rungs.last().unwrap().clone();
            let what = oversight::Signature {
                no: drafted.no,
                demands: drafted.demands,
                liability: drafted.liability,
                competent: drafted.competent,
            };
            oversight::sign(tx, kit, ctx, &second, id, None, &what)
        })
    }

    /// Every row is what its events lead to.
    pub(crate) fn is_whole(&self) {
        let found = self.world.read(|tx, kit, _| {
            let mut found = vec![];
            let options = verify::Options::default();
            verify::verify(tx, kit, &options, &mut |_| {}, &mut |finding| found.push(format!("{finding:?}")))?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new());
    }
}
