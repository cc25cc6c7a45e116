//! A county of a practice, on its real divisions: offices by word, people in every role, the practice in force.

use std::{collections::HashMap, sync::Arc};

use domain::{
    access::{self, StaffSubject, Subject, actions},
    cycle::{Cadence, Reached},
    leadership,
    notice::{Facts, Purpose},
    organisation::OrgKind,
    people::{Role, RoleGrant},
    practice::Practice,
    work_order::{self, WorkOrder},
};
use jiff::Timestamp;
use kernel::{CaseId, Clock as _, Ctx, DivisionCode, FixedClock, OrgId, OrgLevel, Text, UserId};
use lianxin_services::{
    Error, Kit, divisions,
    matter::{self},
    network,
    organisation::{self, OrgDraft},
    oversight,
    petition::{self, Door, PetitionForm},
    practice::{self, Leave, Pack, Sample},
    reference,
    secrets::Keys,
    work_order as orders,
};
use store::{Store, Tx, params};

pub(crate) struct Town {
    pub(crate) store: Store,
    pub(crate) kit: Kit,
    pub(crate) clock: FixedClock,
    pub(crate) pack: Pack,
    orgs: HashMap<String, (OrgId, DivisionCode)>,
}

fn permit<A: access::Act<Target = DivisionCode>>(place: &DivisionCode) -> access::Permit<A> {
    access::permit(&Subject::System, place).unwrap()
}

impl Town {
    /// The main county of the shipped pack `name` at a Beijing moment, with the practice in force from that day.
    pub(crate) fn new(store: &Store, name: &str, now: &str) -> Self {
        let clock = FixedClock::at(format!("{now}+08:00").parse().unwrap());
        let pack = practice::read(name, &practice::shipped(name).unwrap()).unwrap();
        let sample = pack.sample.clone().unwrap();
        let region = sample.city.at(kernel::OrgLevel::Region);
        divisions::import_divisions(store, &[permit(&region)], sample.divisions_csv().as_bytes()).unwrap();
        let kit = Kit::new(Keys::ephemeral(&Ctx::seeded(clock.now(), 9)).unwrap());
        let mut town = Self { store: store.clone(), kit, clock, pack, orgs: HashMap::new() };
        town.found(&sample);
        town.begin();
        town
    }

    fn found(&mut self, sample: &Sample) {
        let county = self.county();
        let own = |code: &DivisionCode| sample.divisions.iter().find(|(one, _)| one == code).unwrap().1.clone();
        let (name, township) = (own(&county), sample.main_township.clone());
        let village =
            sample.divisions.iter().find(|(one, _)| one.parent() == Some(township.clone())).unwrap().0.clone();
        let mut all = vec![
            ("市信访", OrgKind::Bureau, sample.city_bureau.0.clone(), sample.city.clone()),
            ("政府", OrgKind::Government, format!("{name}人民政府"), county.clone()),
            ("信访", OrgKind::Bureau, format!("{name}信访局"), county.clone()),
            ("联席办", OrgKind::JointMeetingOffice, format!("{name}联席办"), county.clone()),
            ("乡镇", OrgKind::Government, format!("{}人民政府", own(&township)), township.clone()),
            ("代办站", OrgKind::Station, sample.named[1].replace("{名}", &own(&township)), township),
            ("代办点", OrgKind::Point, sample.named[2].replace("{名}", &own(&village)), village),
        ];
        let units = self.pack.departments.clone();
        all.extend(units.iter().map(|one| (one.word.as_str(), OrgKind::Unit, one.full_in(&name), county.clone())));
        for (seed, (word, kind, name, division)) in (1_u64..).zip(all) {
            let (now, at) = (self.clock.now(), division.clone());
            let made = self.store.write_blocking(move |tx| -> Result<OrgId, Error> {
                let draft = OrgDraft::new(kind, Text::parse("name", &name)?, at.clone());
                Ok(organisation::create(tx, &Ctx::seeded(now, seed), &permit(&at), draft)?.id)
            });
            self.orgs.insert(word.to_owned(), (made.unwrap(), division));
        }
    }

    fn begin(&self) {
        let (pack, county, now) = (self.pack.clone(), self.county(), self.clock.now());
        let started = self.store.write_blocking(move |tx| {
            let leave = Leave::of(&Subject::System, &county)?;
            let ctx = Ctx::seeded(now, 99);
            practice::start(tx, &ctx, &leave, &pack, ctx.today(), false)
        });
        let started = started.unwrap();
        assert!(started.left_out.is_empty(), "{:?}", started.left_out);
        self.kit.replace_reference(self.store.read_blocking(reference::load).unwrap());
    }

    pub(crate) fn county(&self) -> DivisionCode {
        DivisionCode::parse(&self.pack.sample.as_ref().unwrap().counties[0].code).unwrap()
    }

    pub(crate) fn township(&self) -> DivisionCode {
        self.orgs["代办站"].1.clone()
    }

    pub(crate) fn org(&self, word: &str) -> OrgId {
        self.orgs[word].0
    }

    /// The practice in force today.
    pub(crate) fn practice(&self) -> Arc<Practice> {
        let day = Ctx::system(&self.clock).today();
        self.kit.reference().practices.in_force(&self.county(), day).unwrap()
    }

    /// What the faces say for a text of the standard words.
    pub(crate) fn says(&self, key: &str) -> String {
        self.practice().said()[key].said.to_string()
    }

    pub(crate) fn user(name: u128) -> UserId {
        UserId(uuid::Uuid::from_u128(name))
    }

    /// Somebody with one role at an office, over the division of that office.
    pub(crate) fn staff(&self, name: u128, role: Role, word: &str) -> Subject {
        let (org, division) = self.orgs[word].clone();
        let grant = RoleGrant { role, org, division, from: jiff::civil::date(2020, 1, 1), to: None };
        Subject::Staff(StaffSubject::new(Self::user(name), org, self.clock.now(), vec![grant]))
    }

    pub(crate) fn at(&self, moment: &str) {
        self.clock.set(format!("{moment}+08:00").parse().unwrap());
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (kit, now) = (self.kit.clone(), self.clock.now());
        self.store.write_blocking(move |tx| f(tx, &kit, &Ctx::system(&FixedClock::at(now))))
    }

    /// What somebody tells, at a place.
    pub(crate) fn form(place: &DivisionCode, channel: &str) -> PetitionForm {
        PetitionForm {
            facts: "征地的补偿款说好两个月，过了一年还没有到账，邻居也问过。".into(),
            claims: vec!["把补偿款付清".into(), "说明卡在哪里".into()],
            name: "测试人甲".into(),
            phone: "138 0000 0006".into(),
            division: place.to_string(),
            channel: channel.into(),
            truth: true,
            ..PetitionForm::default()
        }
    }

    /// Takes down a work order for her.
    pub(crate) fn receive(&self, by: &Subject, place: &DivisionCode) -> orders::Receipt {
        let new = Self::form(place, "PHONE").parse(Door::Staff, self.clock.now()).unwrap();
        let by = by.clone();
        let receipt = self.write(move |tx, kit, ctx| {
            let permit = access::permit::<actions::RegisterOnBehalf>(&by, &new.division)?;
            orders::receive(tx, kit, ctx, &permit, &new, None)
        });
        receipt.unwrap()
    }

    pub(crate) fn order(&self, id: CaseId, by: &Subject, command: work_order::Command) -> Result<WorkOrder, Error> {
        let by = by.clone();
        self.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &by, id, None, &command))
    }

    pub(crate) fn petition(
        &self,
        id: CaseId,
        by: &Subject,
        act: impl Into<petition::Act>,
    ) -> Result<domain::petition::Petition, Error> {
        let (by, act) = (by.clone(), act.into());
        self.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &by, id, None, &act))
    }
}

/// The statutory date, or for hours the moment, at which a clock runs out.
pub(crate) fn due(clocks: &[domain::deadline::Clock], def: &str) -> Timestamp {
    clocks.iter().rev().find(|clock| clock.def == def).unwrap_or_else(|| panic!("no clock {def}")).due_at
}

/// A Beijing day of a moment.
pub(crate) fn day(at: Timestamp) -> String {
    kernel::beijing_date(at - jiff::SignedDuration::from_secs(1)).to_string()
}

impl Town {
    /// Everything that happens by itself until now: clocks run out, matters rise, rungs begin.
    pub(crate) fn tick(&self) {
        self.write(|tx, kit, ctx| Ok(lianxin_services::jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        loop {
            let looked = self.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 20)?)).unwrap();
            assert_eq!(looked.left, 0);
            if looked.looked == 0 {
                return;
            }
        }
    }

    /// The rungs of all supervision that somebody sees, oldest first.
    pub(crate) fn rungs(&self, subject: &Subject) -> Vec<domain::supervision::Rung> {
        let subject = subject.clone();
        let page = self.write(move |tx, _, _| Ok(oversight::supervisions(tx, &subject, false, None, 20)?)).unwrap();
        let mut rungs: Vec<_> = page.items.into_iter().flat_map(|one| one.state.rungs).collect();
        rungs.sort_by_key(|rung| rung.no);
        rungs
    }

    /// Somebody who stands in the register of staff, so that she can be named.
    pub(crate) fn on_record(&self, name: u128, role: Role, word: &str) -> Subject {
        let (org, division) = self.orgs[word].clone();
        let user = Self::user(name);
        self.write(move |tx, _, _| {
            let sql = "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                       VALUES ($1, $2, '测试人员', $3, 'zh-CN', $4, $5, 1)";
            tx.execute(sql, params![user, format!("user{name}"), org, true, false])?;
            let sql = "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)";
            tx.execute(sql, params![user, role.name(), org, &division, jiff::civil::date(2020, 1, 1)])?;
            Ok(())
        })
        .unwrap();
        self.staff(name, role, word)
    }

    /// What a leader, her office or a unit does on a matter.
    pub(crate) fn lead(&self, id: CaseId, by: &Subject, command: leadership::Command) -> Result<(), Error> {
        let by = by.clone();
        self.write(move |tx, kit, ctx| lianxin_services::leadership::act(tx, kit, ctx, &by, id, &command))
    }

    /// The duties of whoever is in charge of a matter, with their days.
    pub(crate) fn duties(&self, id: CaseId, by: &Subject) -> Vec<(String, String)> {
        let by = by.clone();
        let seen = self.write(move |tx, _, _| lianxin_services::leadership::open(tx, &by, id)).unwrap();
        let duties = seen.leadership.charge.map(|charge| charge.duties).unwrap_or_default();
        duties.into_iter().map(|duty| (duty.name.to_string(), duty.due.to_string())).collect()
    }

    /// The sentence that goes to her telephone.
    pub(crate) fn tells(&self, why: Purpose) -> String {
        let day = Ctx::system(&self.clock).today();
        let rules = self.kit.reference().notices.in_force(&self.county(), day).unwrap();
        let number = kernel::CaseNumber::compose(&self.county(), day, 118);
        let facts = Facts { number, unit: Some("住建局".into()), date: None, link: Some("https://x/t".into()) };
        rules.wording.say(kernel::Locale::Zh, why, &facts).1
    }

    /// What is to have happened by when: name, step, hours.
    pub(crate) fn targets(&self) -> Vec<(String, Reached, u32)> {
        let day = Ctx::system(&self.clock).today();
        let rules = self.kit.reference().cycles.in_force(&self.county(), day).unwrap();
        rules.targets.iter().map(|one| (one.name.to_string(), one.reached, one.hours)).collect()
    }

    /// How often the office of a level looks.
    pub(crate) fn cadence(&self, level: OrgLevel) -> Cadence {
        let day = Ctx::system(&self.clock).today();
        self.kit.reference().cycles.in_force(&self.county(), day).unwrap().cadence(level)
    }
}

impl Town {
    /// The village of the point.
    pub(crate) fn village(&self) -> DivisionCode {
        self.orgs["代办点"].1.clone()
    }

    /// Takes a sheet of the network in.
    pub(crate) fn sheet(&self, kind: network::SheetKind, text: String) -> Result<organisation::ImportReport, Error> {
        let place = self.county();
        self.write(move |tx, _, ctx| {
            let (units, staff) = (permit(&place), permit(&place));
            network::import(tx, ctx, (&units, &staff), kind, &organisation::Sheet::read(text.as_bytes())?, false)
        })
    }
}
