//! The file of a matter on both engines: her data put right, a name opened and told, put away, removed by two people, and nothing of
//! it left to read; the record stays what it was, also after a backup was put back.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::{self, Permit, Subject, actions},
    case::CaseKind,
    document::NoPress,
    people::Role,
    petition::{Command, Stage},
    retention::{After, Alarm, Datum, Period, RetentionRules, Wish},
};
use kernel::{CaseId, Ctx, DivisionCode};
use lianxin_services::{
    Error, MIGRATIONS,
    attachment::Blobs,
    file::{self, NewData, Step},
    matter,
    petition::{self, Access, By, Receipt},
    receipt, verify,
};
use store::{Store, params};

/// Words of hers that must not be found anywhere once they are removed.
const WORDS: [&str; 4] = ["草畜平衡", "机井水泵", "测试人甲", "核对并补发"];

struct Town {
    world: World,
    files: Blobs,
    _folder: tempfile::TempDir,
}

impl Town {
    fn new(store: &Store) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = World::new(store, "2026-03-02T02:00:00Z");
        let town = Self { world, files: Blobs::open(folder.path()).unwrap(), _folder: folder };
        town.rules(3, After::Remove);
        town
    }

    /// The banner keeps petitions so many years and puts them away after ten days.
    fn rules(&self, years: u16, after: After) {
        let published = self.world.write(move |tx, kit, ctx| {
            let place = DivisionCode::parse(common::BANNER)?;
            let permit: Permit<actions::AdminPractice> = access::permit(&Subject::System, &place)?;
            let rules = RetentionRules {
                effective_from: ctx.today(),
                periods: vec![Period { kind: CaseKind::Petition, years: Some(years), after }],
                rest_days: 10,
                alarm: Alarm { people: 2, hours: 1 },
                ..RetentionRules::shipped()
            };
            file::publish(tx, ctx, &permit, rules)?;
            kit.replace_reference(lianxin_services::reference::load(tx)?);
            Ok(())
        });
        published.unwrap();
    }

    fn filed(&self, key: &'static str) -> Receipt {
        let new = self.world.new_petition();
        self.world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some(key)))
            .unwrap()
    }

    fn access(&self, receipt: &Receipt) -> Access {
        let (number, code) = (receipt.number.clone(), receipt.code.clone());
        self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap()
    }

    /// She takes it back: the shortest way to the end.
    fn withdrawn(&self, receipt: &Receipt) {
        let access = self.access(receipt);
        let command = Command::Withdraw { reason: Some(text("机井水泵修好了，不用再办。")) };
        self.world.write(move |tx, kit, ctx| matter::act_as_petitioner(tx, kit, ctx, &access, None, &command)).unwrap();
    }

    fn put_away(&self) -> usize {
        let world = &self.world;
        file::put_away(&world.store, &world.kit, &world.clock, (&self.files, &NoPress, ""), 50).unwrap()
    }

    fn step(&self, subject: &Subject, case: CaseId, step: Step) -> Result<domain::retention::MatterFile, Error> {
        let subject = subject.clone();
        self.world.write(move |tx, _, ctx| file::step(tx, ctx, &subject, case, step))
    }

    fn dispose(&self, subject: &Subject, case: CaseId) -> Result<domain::retention::MatterFile, Error> {
        let subject = subject.clone();
        self.world.write(move |tx, _, ctx| file::dispose(tx, ctx, &subject, case))
    }

    fn clean(&self) -> verify::Summary {
        let kit = self.world.kit.clone();
        let found = self.world.store.read_blocking(move |tx| {
            let mut found = vec![];
            let summary =
                verify::verify(tx, &kit, &verify::Options::default(), &mut |_| {}, &mut |finding| found.push(finding));
            summary.map(|summary| (summary, found))
        });
        let (summary, found) = found.unwrap();
        assert!(found.is_empty(), "{found:?}");
        summary
    }

    /// Every text of every table, opened with every key there is, joined.
    fn everything(&self, person: kernel::PersonId) -> String {
        let keys = self.world.kit.keys.clone();
        let read = self.world.store.read_blocking(move |tx| -> Result<String, kernel::Fault> {
            let mut all = String::new();
            for (table, columns) in [
                ("event", "body"),
                ("matter", "body || title"),
                ("matter_file", "body"),
                ("view_log", "coalesce(reason, '')"),
                ("delivery", "body"),
                ("idempotency", "response"),
            ] {
                tx.query_each(&format!("SELECT {columns} FROM {table}"), &[], |row| {
                    all.push_str(&row.get::<String>(0)?);
                    Ok(())
                })?;
            }
            tx.query_each("SELECT id, name, phone FROM person", &[], |row| {
                let id: kernel::PersonId = row.get(0)?;
                all.push_str(keys.open("person.name", id, &row.get::<String>(1)?)?.reveal());
                Ok(())
            })?;
            tx.query_each("SELECT id, words FROM file_words", &[], |row| {
                let id: uuid::Uuid = row.get(0)?;
                all.push_str(keys.open("file_words.words", id, &row.get::<String>(1)?)?.reveal());
                Ok(())
            })?;
            let left: i64 =
                tx.query_one("SELECT count(*) FROM person WHERE id = $1", params![person], |row| row.get(0))?;
            all.push_str("persons:");
            all.push_str(&left.to_string());
            Ok(all)
        });
        read.unwrap()
    }
}

fn row(world: &World, case: CaseId) -> matter::MatterRow {
    world.read(move |tx, _, _| Ok(matter::find_by_id(tx, case)?.unwrap())).unwrap()
}

#[test]
fn she_puts_her_data_right_and_the_old_words_stay_sealed() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store);
        let receipt = town.filed("a");
        let other = town.filed("b");
        let access = town.access(&receipt);
        let new = NewData::parse("测试人乙", "139 0000 0009", "", "en").unwrap();
        let her = access.clone();
        let done = town.world.write(move |tx, kit, ctx| file::correct(tx, kit, ctx, &her, &new)).unwrap();
        assert_eq!(done.data, [Datum::Name, Datum::Phone, Datum::Language]);
        let her = access.clone();
        let same = NewData::parse("测试人乙", "13900000009", "", "").unwrap();
        assert_eq!(
            code_of(town.world.write(move |tx, kit, ctx| file::correct(tx, kit, ctx, &her, &same))),
            "data-unchanged"
        );
        // She is found by the new telephone, and by the old one only in her other matter.
        let found = town.world.read(move |tx, kit, _| {
            let count = |tx: &mut store::Tx, phone: &str| {
                let index = kit.keys.blind_index("person.phone", phone);
                tx.query_one("SELECT count(*) FROM person WHERE phone_index = $1", params![index], |row| {
                    row.get::<i64>(0)
                })
            };
            Ok((count(tx, "13900000009")?, count(tx, "13800000006")?))
        });
        assert_eq!(found.unwrap(), (1, 1));
        let stored =
            town.world.read(|tx, _, _| Ok(tx.query("SELECT words FROM file_words", &[], |row| row.get::<String>(0))?));
        assert!(stored.unwrap().iter().all(|words| !words.contains("测试人甲")), "sealed");
        // Whoever has another matter's code, an agent without a mandate, a handler: not they.
        let case = receipt.id;
        for subject in [
            Subject::Petitioner(other.id),
            town.world.staff(5, Role::Agent, town.world.bureau),
            town.world.staff(6, Role::UnitHandler, town.world.forestry),
        ] {
            let new = NewData::parse("别人", "", "", "").unwrap();
            let refused =
                town.world.write(move |tx, kit, ctx| file::correct_as_staff(tx, kit, ctx, &subject, case, &new));
            assert_eq!(code_of(refused), "not-permitted");
        }
        town.clean();
    });
}

#[test]
fn an_opened_name_is_told_to_her_stays_open_ten_minutes_and_many_alarm() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store);
        let officer = town.world.staff(1, Role::BureauOfficer, town.world.bureau);
        let cases = [town.filed("a").id, town.filed("b").id];
        let alarms = |town: &Town| {
            town.world
                .read(|tx, kit, ctx| {
                    let place = DivisionCode::parse(common::BANNER)?;
                    let auditor = domain::access::StaffSubject::new(
                        World::user(90),
                        kernel::OrgId(uuid::Uuid::from_u128(1)),
                        ctx.now(),
                        vec![domain::people::RoleGrant {
                            role: Role::Auditor,
                            org: kernel::OrgId(uuid::Uuid::from_u128(1)),
                            division: place.clone(),
                            from: jiff::civil::date(2025, 1, 1),
                            to: None,
                        }],
                    );
                    let permit = access::permit(&Subject::Staff(auditor), &place)?;
                    Ok(file::alarms(tx, kit, ctx, &permit)?)
                })
                .unwrap()
        };
        for (count, case) in cases.into_iter().enumerate() {
            assert!(alarms(&town).is_empty(), "{count} names are no alarm");
            let subject = officer.clone();
            let revealed = town.world.write(move |tx, kit, ctx| {
                let row = matter::find_by_id(tx, case)?.unwrap();
                let permit = access::permit::<actions::RevealIdentity>(&subject, &row.facts)?;
                petition::reveal(tx, kit, ctx, &permit, &row, &text("约上门时间"))
            });
            assert_eq!(revealed.unwrap().name.reveal(), "测试人甲");
        }
        let many = alarms(&town);
        assert_eq!((many.len(), many[0].user, many[0].people), (1, World::user(1), 2));
        let waiting = town.world.read(move |tx, _, _| {
            let sql = "SELECT count(*) FROM notice WHERE case_id = $1 AND seq < 0 AND sent_at IS NULL";
            Ok(tx.query_one(sql, params![cases[0]], |row| row.get::<i64>(0))?)
        });
        assert_eq!(waiting.unwrap(), 1, "she is told");
        let planned = town.world.write(move |tx, kit, ctx| {
            lianxin_services::outbox::plan(tx, kit, ctx, &lianxin_services::outbox::Channels::default(), 50)?;
            let sql = "SELECT body FROM delivery WHERE case_id = $1";
            Ok(tx.query(sql, params![cases[0]], |row| row.get::<String>(0))?)
        });
        let bodies = planned.unwrap();
        assert!(!bodies.is_empty() && bodies.iter().all(|body| !body.contains("约上门时间")), "{bodies:?}");
        let open = |town: &Town| {
            town.world.read(move |tx, _, ctx| Ok(file::is_open(tx, ctx, "1502", cases[0], World::user(1))?)).unwrap()
        };
        assert!(open(&town).is_some());
        town.world.at("2026-03-02T10:09:59");
        assert!(open(&town).is_some());
        town.world.at("2026-03-02T10:10:01");
        assert!(open(&town).is_none(), "covered again");
        town.clean();
    });
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn what_is_over_is_removed_by_two_people_and_cannot_be_read_again() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store);
        let (gone, stays) = (town.filed("a"), town.filed("b"));
        let before = row(&town.world, gone.id);
        let access = town.access(&gone);
        let her = access.clone();
        town.world
            .write(move |tx, kit, ctx| {
                file::correct(tx, kit, ctx, &her, &NewData::parse("", "139 0000 0009", "", "")?)?;
                file::ask(tx, kit, ctx, &her, Wish::Explain, &text("为什么存我的地址，草畜平衡用不着。"))
            })
            .unwrap();
        let kept = {
            let her = access.clone();
            town.world.read(move |tx, _, ctx| receipt::issue(tx, her.region(), her.case(), ctx.now())).unwrap()
        };
        town.world.at("2026-03-03T09:00:00");
        town.withdrawn(&gone);
        town.world.at("2026-03-10T09:00:00");
        assert_eq!(town.put_away(), 0, "it rests");
        town.world.at("2026-03-14T09:00:00");
        town.put_away();
        let case = gone.id;
        let officer = town.world.staff(1, Role::BureauOfficer, town.world.bureau);
        let registrar = town.world.staff(2, Role::Registrar, town.world.bureau);
        assert_eq!(row(&town.world, case).stage, Stage::Archived.name());
        let digest = {
            let file = town.world.read(move |tx, _, _| Ok(file::of_case(tx, "1502", case)?.unwrap())).unwrap();
            let packed = file.packed.clone().unwrap();
            assert_eq!(packed.until, Some(jiff::civil::date(2029, 3, 14)));
            packed.digest
        };
        // The package composed anew has the same bytes.
        let subject = officer.clone();
        let bundle = town.world.write(move |tx, kit, ctx| file::package_for(tx, kit, ctx, &subject, case)).unwrap();
        let written = bundle.write(&town.world.kit, &town.files, &NoPress, "", &mut std::io::sink()).unwrap();
        assert_eq!(written.digest, digest);

        assert_eq!(code_of(town.step(&officer, case, Step::Propose)), "file-asked");
        let (subject, ask) = (officer.clone(), {
            let file = town.world.read(move |tx, _, _| Ok(file::of_case(tx, "1502", case)?.unwrap())).unwrap();
            file.asks[0].ask
        });
        let answer = file::Answer { ask, granted: false, words: text("地址用来送文书。") };
        town.world.write(move |tx, kit, ctx| file::answer(tx, kit, ctx, &subject, case, &answer)).unwrap();
        assert_eq!(code_of(town.step(&officer, case, Step::Propose)), "file-not-yet");
        town.world.at("2029-03-15T09:00:00");
        let handler = town.world.staff(7, Role::UnitHandler, town.world.forestry);
        assert_eq!(code_of(town.step(&handler, case, Step::Propose)), "not-permitted");
        town.step(&officer, case, Step::Hold).unwrap();
        assert_eq!(code_of(town.step(&officer, case, Step::Propose)), "file-held");
        town.step(&officer, case, Step::Free).unwrap();
        town.step(&officer, case, Step::Propose).unwrap();
        assert_eq!(code_of(town.dispose(&officer, case)), "file-two-people");
        assert_eq!(code_of(town.dispose(&registrar, stays.id)), "file-in-use", "nothing that runs is removed");
        let file = town.dispose(&registrar, case).unwrap();
        let (removed, by) = file.removed.clone().unwrap();
        assert_eq!((removed.first, by.user(), removed.digest), (Some(World::user(1)), Some(World::user(2)), digest));

        // Nothing of it can be read, with every key there is. Her other matter says the same words: it is withdrawn of them first.
        let all = town.everything(before.petitioner);
        let hers = row(&town.world, stays.id);
        assert!(all.contains("persons:0") && hers.number == stays.number);
        assert_eq!(all.matches("机井水泵修好了").count(), 0, "what only this matter said is nowhere");
        let own: Vec<usize> = WORDS.iter().map(|word| all.matches(word).count()).collect();
        let summary = town.clean();
        assert_eq!((summary.removed, summary.numbers), (1, 2), "{own:?}");
        // What she kept still holds; her code opens nothing any more.
        let checked = town.world.read(move |tx, _, _| Ok(receipt::check(tx, &kept)?)).unwrap();
        assert!(checked.differences.is_empty(), "{:?}", checked.differences);
        let (number, code) = (gone.number.clone(), gone.code.clone());
        let looked = town.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap();
        assert_eq!(looked.unwrap_err().code, "look-up");
        assert_eq!(code_of(town.step(&officer, case, Step::Hold)), "not-permitted", "there is no matter");
    });
}

#[test]
fn what_is_taken_out_around_the_rule_is_found() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store);
        let case = town.filed("a").id;
        town.clean();
        town.world
            .write(move |tx, _, _| {
                store::event_log::forget(tx, "1502", case)?;
                Ok(())
            })
            .unwrap();
        let kit = town.world.kit.clone();
        let found = town.world.store.read_blocking(move |tx| {
            let mut found = vec![];
            verify::verify(tx, &kit, &verify::Options::default(), &mut |_| {}, &mut |finding| {
                found.push(finding.code);
            })?;
            Ok::<_, kernel::Fault>(found)
        });
        let found = found.unwrap();
        assert!(found.contains(&"file-unreleased") && !found.contains(&"log"), "{found:?}");
    });
}

#[test]
fn a_backup_that_is_put_back_brings_nothing_back() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store);
        let receipt = town.filed("a");
        let case = receipt.id;
        // As a backup from before the removal has it: the matter is there, the register says it is gone.
        let line = file::Line {
            region: "1502".into(),
            case,
            number: receipt.number.clone(),
            at: "2026-03-01T00:00:00Z".parse().unwrap(),
            rules: "2026-1".into(),
            digest: kernel::Digest::of(b"package"),
            first: Some(World::user(1)),
            second: Some(World::user(2)),
        };
        for first in [true, false] {
            let line = line.clone();
            let done = town.world.write(move |tx, _, ctx| file::apply_again(tx, ctx, &line)).unwrap();
            assert_eq!(done, first, "the second time there is nothing to do");
        }
        let summary = town.clean();
        assert_eq!((summary.removed, summary.cases), (1, 0));
        let lines = town.world.read(|tx, _, _| Ok(file::lines_after(tx, None)?)).unwrap();
        assert_eq!((lines.len(), lines[0].case, lines[0].at), (1, case, line.at));
        let _: Ctx = Ctx::system(&town.world.clock);
    });
}

#[test]
fn what_the_archives_law_keeps_is_locked_for_all_but_its_bureau() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store);
        let receipt = town.filed("a");
        let case = receipt.id;
        let officer = town.world.staff(1, Role::BureauOfficer, town.world.bureau);
        let supervisor = town.world.staff(3, Role::Supervisor, town.world.housing);
        let reads = |subject: &Subject| {
            let subject = subject.clone();
            town.world.write(move |tx, _, ctx| matter::look(tx, ctx, &subject, case)).is_ok()
        };
        let her = town.access(&receipt);
        let asked = her.clone();
        let file =
            town.world.write(move |tx, kit, ctx| file::ask(tx, kit, ctx, &asked, Wish::Erase, &text("都删掉。")));
        let ask = file.unwrap().asks[0].ask;
        let answer = |granted: bool| {
            let (subject, answer) = (officer.clone(), file::Answer { ask, granted, words: text("办完以后只存不用。") });
            town.world.write(move |tx, kit, ctx| file::answer(tx, kit, ctx, &subject, case, &answer))
        };
        assert_eq!(code_of(answer(true)), "file-limit-open", "while it is handled somebody has to read it");
        assert!(reads(&supervisor) && reads(&officer));
        town.withdrawn(&receipt);
        town.world.at("2026-03-20T09:00:00");
        town.put_away();
        let file = answer(true).unwrap();
        assert!(file.limited.is_some());
        assert!(!reads(&supervisor) && reads(&officer));
        let mine = town.world.read(move |tx, kit, ctx| file::mine(tx, kit, ctx, &her)).unwrap();
        assert!(mine.file.is_some_and(|file| file.limited.is_some()) && mine.asked[0].answer.is_some());
        town.clean();
    });
}
