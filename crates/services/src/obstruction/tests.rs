//! The report on both engines: where it goes, who finds it, what she is told, and that everything verifies.

use domain::{
    access::{self, Action, StaffSubject, Subject, actions},
    obstruction::{Command, Finding, Wrong},
    organisation::OrgKind,
    people::{Role, RoleGrant},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Clock as _, Ctx, DivisionCode, Fault, FixedClock, OrgId, Text, UserId};
use store::{Store, Tx};

use super::*;
use crate::{
    Error, Kit, administration, divisions, jobs,
    matter::{self, Filter, Tab, View},
    organisation::{self, OrgDraft},
    petition::{self, Door, PetitionForm},
    secrets::Keys,
    verify,
};

const TREE: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150223100201,巴音花嘎查村\n";

struct World {
    store: Store,
    kit: Kit,
    clock: FixedClock,
    city: OrgId,
    county: OrgId,
    unit: OrgId,
}

fn place(code: &str) -> DivisionCode {
    DivisionCode::parse(code).unwrap()
}

impl World {
    fn new(store: &Store) -> Self {
        let now: Timestamp = "2026-03-02T02:00:00Z".parse().unwrap();
        let permit = access::permit(&Subject::System, &place("15")).unwrap();
        divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
        let create = |seed: u64, kind: OrgKind, name: &'static str, at: &'static str| {
            let made = store.write_blocking(move |tx| -> Result<OrgId, Error> {
                let permit = access::permit(&Subject::System, &place(at))?;
                let draft = OrgDraft::new(kind, Text::parse("name", name)?, place(at));
                Ok(organisation::create(tx, &Ctx::seeded(now, seed), &permit, draft)?.id)
            });
            made.unwrap()
        };
        Self {
            city: create(1, OrgKind::Bureau, "包头市信访局", "1502"),
            county: create(2, OrgKind::Bureau, "达茂旗信访局", "150223"),
            unit: create(3, OrgKind::Unit, "达茂旗林业和草原局", "150223"),
            store: store.clone(),
            kit: Kit::new(Keys::ephemeral(&Ctx::seeded(now, 9)).unwrap()),
            clock: FixedClock::at(now),
        }
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (kit, now) = (self.kit.clone(), self.clock.now());
        self.store.write_blocking(move |tx| work(tx, &kit, &Ctx::system(&FixedClock::at(now))))
    }

    fn staff(&self, name: u128, role: Role, org: OrgId, over: &str) -> Subject {
        let grant = RoleGrant { role, org, division: place(over), from: jiff::civil::date(2025, 1, 1), to: None };
        Subject::Staff(StaffSubject::new(UserId(uuid::Uuid::from_u128(name)), org, self.clock.now(), vec![grant]))
    }

    /// Everybody below the receiver, and everybody of the unit named, in every role.
    fn everybody_else(&self) -> Vec<Subject> {
        let below = Role::ALL.iter().filter(|role| role.grantable()).flat_map(|role| {
            [(self.county, "150223"), (self.unit, "150223"), (self.unit, "1502")]
                .map(|(org, over)| self.staff(50, *role, org, over))
        });
        let above = [Role::Registrar, Role::Agent, Role::UnitHandler, Role::UnitLeader, Role::FollowupCaller]
            .map(|role| self.staff(51, role, self.city, "1502"));
        below.chain(above).collect()
    }

    fn file(&self, form: ReportForm, key: &'static str) -> Result<Receipt, Error> {
        self.write(move |tx, kit, ctx| file(tx, kit, ctx, &By::Anyone, &form.parse()?, Some(key)))
    }

    fn act(&self, subject: Subject, id: CaseId, command: Command) -> Result<i64, Error> {
        self.write(move |tx, kit, ctx| Ok(matter::act(tx, kit, ctx, &subject, id, None, &command)?.version))
    }
}

fn form(unit: OrgId) -> ReportForm {
    ReportForm {
        wrongs: vec!["REFUSED_REGISTRATION".into(), "HINDERED".into()],
        facts: "去了三次，窗口说不用登记，让回去等。".into(),
        division: "150223100201".into(),
        unit: unit.to_string(),
        reach: "phone".into(),
        name: "测试人甲".into(),
        phone: "138 0000 0006".into(),
        ..ReportForm::default()
    }
}

fn code_of<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().expect("a refusal, not a fault")[0].code.clone()
}

fn text<const N: usize>(words: &str) -> Text<N> {
    Text::parse("text", words).unwrap()
}

#[test]
fn it_goes_over_the_units_head_and_she_is_told() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let receipt = world.file(form(world.unit), "key-1").unwrap();
        assert_eq!(receipt.receiver, world.city);
        assert!(receipt.number.as_str().starts_with("150200-"), "no gap in the county's numbers: {}", receipt.number);
        assert_eq!(receipt.promises.len(), 2);
        let again = world.file(form(world.unit), "key-1").unwrap();
        assert!(again.again && again.id == receipt.id && again.code.is_some(), "sent twice, filed once");
        let other = ReportForm { facts: "别的事。".into(), ..form(world.unit) };
        assert_eq!(code_of(world.file(other, "key-1")), "key-reused");

        let officer = world.staff(1, Role::BureauOfficer, world.city, "1502");
        let id = receipt.id;
        world.act(officer.clone(), id, Command::TakeUp).unwrap();
        world.act(officer.clone(), id, Command::Note { note: text("调了监控。") }).unwrap();
        let answer =
            Command::Answer { finding: Finding::Corrected, text: text("当天补登了，窗口的人换了。") };
        world.act(officer.clone(), id, answer).unwrap();
        let (number, code) = (receipt.number.clone(), receipt.code.clone().unwrap());
        let view = world.write(move |tx, kit, ctx| {
            let access = petition::look_up(tx, kit, ctx, &number, &code)?.unwrap();
            track_report(tx, kit, &access)
        });
        let view = view.unwrap();
        assert_eq!(
            view.timeline.iter().map(|item| item.kind).collect::<Vec<_>>(),
            ["obstruction.answered", "obstruction.taken_up", "obstruction.received"]
        );
        let seen = world.write(move |tx, kit, ctx| {
            let looked = look(tx, ctx, &officer, id)?;
            open_report(tx, kit, &officer, &looked)
        });
        assert_eq!(seen.unwrap().timeline.len(), 4, "the desk sees the note");
        clean(&world);
    });
}

/// What `verify` finds wrong: nothing.
fn clean(world: &World) {
    let kit = world.kit.clone();
    let found = world.store.read_blocking(move |tx| -> Result<Vec<String>, Fault> {
        let (mut found, options) = (vec![], verify::Options::default());
        verify::verify(tx, &kit, &options, &mut |_| {}, &mut |finding| found.push(finding.to_string()))?;
        Ok(found)
    });
    assert_eq!(found.unwrap(), Vec::<String>::new());
}

#[test]
fn nobody_below_and_nobody_named_ever_finds_it() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let receipt = world.file(form(world.unit), "key-2").unwrap();
        let (id, number) = (receipt.id, receipt.number);
        let officer = world.staff(1, Role::BureauOfficer, world.city, "1502");
        world.write(move |tx, _, ctx| look(tx, ctx, &officer, id)).unwrap();
        for subject in world.everybody_else() {
            let number = number.clone();
            let seen = world.write(move |tx, kit, ctx| {
                let mut seen = vec![];
                seen.extend(look(tx, ctx, &subject, id).is_ok().then_some("page"));
                seen.extend(matter::look(tx, ctx, &subject, id).is_ok().then_some("case page"));
                seen.extend((!list(tx, &subject, false, None, 10)?.items.is_empty()).then_some("list"));
                seen.extend((waiting(tx, &subject)?.unwrap_or_default() > 0).then_some("count"));
                seen.extend(matter::act(tx, kit, ctx, &subject, id, None, &Command::TakeUp).is_ok().then_some("act"));
                for tab in Tab::ALL {
                    let filter = Filter { tab, ..Filter::default() };
                    let found = matter::list(tx, &subject, &filter, ctx.now(), None, 10)?;
                    seen.extend((!found.items.is_empty()).then_some("inbox"));
                    let words = [number.as_str(), "登记", "窗口"].map(str::to_owned);
                    for word in words {
                        let filter = Filter { words: vec![word], ..Filter::default() };
                        let found = matter::search(tx, &subject, &filter, ctx.now(), None, 10)?;
                        seen.extend((!found.items.is_empty()).then_some("search"));
                    }
                }
                let counts = matter::counts(tx, &subject, &Filter::default(), ctx.now())?;
                seen.extend(counts.tabs.iter().any(|(_, count)| *count > 0).then_some("counts"));
                for at in ["150223", "1502"] {
                    if let Ok(permit) = access::permit::<actions::ReadAuditLog>(&subject, &place(at)) {
                        let looks = administration::looks(tx, &permit, None, 10)?;
                        seen.extend((!looks.is_empty()).then_some("view log"));
                    }
                }
                Ok(seen)
            });
            assert_eq!(seen.unwrap(), Vec::<&str>::new());
        }
    });
}

#[test]
fn the_levels_own_bureau_is_passed_over_and_the_top_says_where_else() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let about = |unit: String, words: &str| ReportForm { unit, words: words.into(), ..form(world.unit) };
        let bureau = world.file(about(world.county.to_string(), ""), "key-3").unwrap();
        assert_eq!(bureau.receiver, world.city, "never the bureau that refused");
        let words = world.file(about(String::new(), "窗口那个人"), "key-4").unwrap();
        assert_eq!(words.receiver, world.city);
        assert_eq!(code_of(world.file(about(world.city.to_string(), ""), "key-5")), "obstruction-no-superior");
        let unknown = about(uuid::Uuid::from_u128(77).to_string(), "");
        assert_eq!(code_of(world.file(unknown, "key-6")), "obstruction-unit-unknown");
        let empty = ReportForm::default().parse().unwrap_err();
        let codes: Vec<&str> = empty.refusals().unwrap().iter().map(|refusal| refusal.code.as_str()).collect();
        assert_eq!(codes, ["wrongs-empty", "obstruction-facts-empty", "place-empty", "obstruction-reach"]);
    });
}

#[test]
fn an_anonymous_report_has_no_name_and_a_matter_that_does_not_exist_is_not_told() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let form = ReportForm {
            reach: "none".into(),
            matter: "150223-20990101-000001-1".into(),
            phone: "138 0000 0006".into(),
            ..form(world.unit)
        };
        let receipt = world.file(form, "key-7").unwrap();
        let officer = world.staff(1, Role::BureauOfficer, world.city, "1502");
        let id = receipt.id;
        let view = world.write(move |tx, kit, ctx| {
            let looked = look(tx, ctx, &officer, id)?;
            let row = looked.row().clone();
            let permit = access::permit::<actions::RevealReporter>(&officer, &row.facts)?;
            let who = reveal(tx, kit, ctx, &permit, &row, &text("要问清楚时间"))?;
            assert!(who.name.reveal().is_empty() && who.phone.is_none(), "what she did not want kept is not kept");
            open_report(tx, kit, &officer, &looked)
        });
        let view = view.unwrap();
        assert!(view.state.anonymous && view.reporter.is_none());
        clean(&world);
    });
}

fn petition(world: &World) -> petition::Receipt {
    let form = PetitionForm {
        facts: "补贴少发了。".into(),
        claims: vec!["补发".into()],
        name: "测试人甲".into(),
        phone: "138 0000 0006".into(),
        division: "150223".into(),
        truth: true,
        ..PetitionForm::default()
    };
    let new = form.parse(Door::Public, world.clock.now()).unwrap();
    world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &petition::By::Petitioner, &new, None)).unwrap()
}

#[test]
fn what_she_says_on_the_phone_and_a_look_that_should_not_be_go_up_and_open_with_her_code() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let hers = petition(&world);
        let (id, number, code) = (hers.id, hers.number.clone(), hers.code.clone());
        let caller = world.staff(7, Role::FollowupCaller, world.city, "1502");
        let filed = world.write(move |tx, kit, ctx| {
            let row = matter::find_by_id(tx, id)?.unwrap();
            let permit = access::permit::<actions::FollowUp>(&caller, &row.facts)?;
            let facts = text("电话里说，上月起不给她开证明了。");
            file_after_call(tx, kit, ctx, &permit, &row, Wrong::Retaliation, facts)
        });
        let filed = filed.unwrap();
        assert_eq!((filed.receiver, filed.code.is_none()), (world.city, true), "over the head of whoever has it");
        let (unit, user) = (world.county, UserId(uuid::Uuid::from_u128(50)));
        let looked = world.write(move |tx, kit, ctx| {
            let access = petition::look_up(tx, kit, ctx, &number, &code)?.unwrap();
            let look: uuid::Uuid = ctx.new_id();
            let view = View { id: look, at: ctx.now(), user, org: unit, seen: "material".into(), reason: None };
            matter::looked(tx, access.region(), access.case(), &view)?;
            assert_eq!(matter::views(tx, access.region(), access.case(), 9)?[0].id, look);
            assert!(about_looks(tx, &access)?.is_empty());
            let filed = file_about_look(tx, kit, ctx, &access, look, text("我不认识这个单位的人。"))?;
            let other = file_about_look(tx, kit, ctx, &access, uuid::Uuid::from_u128(3), text("没有这一次。"));
            assert_eq!(code_of(other), "not-permitted");
            // She says it of one look once; the second time is the first.
            let again = file_about_look(tx, kit, ctx, &access, look, text("我不认识这个单位的人。"))?;
            assert_eq!((again.number, again.again), (filed.number.clone(), true));
            let about = about_looks(tx, &access)?;
            assert_eq!((about.len(), about[0].look, about[0].number.clone()), (1, look, filed.number.clone()));
            // The code she has opens it.
            assert!(petition::look_up(tx, kit, ctx, &filed.number, &code)?.is_ok());
            Ok(filed)
        });
        assert_eq!(looked.unwrap().receiver, world.city);
        assert_eq!(events_of(&world, id), 1, "nothing of it stands in the record of her matter");
        clean(&world);
    });
}

fn events_of(world: &World, id: CaseId) -> i64 {
    let count = move |tx: &mut Tx| -> Result<i64, Fault> {
        tx.query_one("SELECT count(*) FROM event WHERE stream = $1", store::params![id], |row| row.get(0))
    };
    world.store.read_blocking(count).unwrap()
}

#[test]
fn what_is_late_is_said_by_the_sweeper_and_lists_stand_on_their_index() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let receipt = world.file(form(world.unit), "key-8").unwrap();
        world.clock.set("2026-03-06T02:00:00Z".parse().unwrap());
        let swept = world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 10)?)).unwrap();
        assert_eq!((swept.overdue, swept.left), (1, 0), "nobody took it up in three working days");
        let officer = world.staff(1, Role::Supervisor, world.city, "1502");
        let listed = world.write(move |tx, _, _| Ok((list(tx, &officer, false, None, 10)?, waiting(tx, &officer)?)));
        let (page, waiting) = listed.unwrap();
        assert_eq!((page.items[0].row.id(), waiting), (receipt.id, Some(1)));
        assert!(page.items[0].state.overdue.len() == 1 && CaseNumber::parse(receipt.number.as_str()).is_ok());
        for role in [Role::BureauOfficer, Role::Supervisor, Role::DisciplineSealed] {
            assert!(access::grants(Action::ReadObstruction).iter().any(|(one, _)| *one == role));
        }
        clean(&world);
    });
}
