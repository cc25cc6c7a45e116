//! The sealed track on both engines: from the intake to the archive, and attacked. Markers that nobody could write by chance go in
//! as words, name, telephone, file name and file; then everything that the machine keeps is searched for them in every encoding.
//! The same search finds the words of an ordinary petition, so it can find.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use std::collections::BTreeSet;

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use common::{BANNER, World, code_of, text};
use domain::{
    access::{self, Permit, StaffSubject, Subject, actions::KeepSealedKeys},
    organisation::OrgKind,
    people::{Role, RoleGrant},
    whistleblow::{Level, Reason, Stage},
};
use kernel::{CaseId, Ctx, DivisionCode, FixedClock, Locale, OrgId, Redacted, UserId};
use lianxin_services::{
    Error,
    attachment::{Limits, accept},
    matter,
    petition::{self, Access, By},
    sealed::{self, Concerned, Desk, Door, Envelope, OpenedPart, Receipt, Step, Words},
    secrets::envelope::{self, Effort, Passphrase},
};
use store::{Tx, params};
use testkit::leaks::{encodings, found};
use uuid::Uuid;

const ONE: &str = "第一位密封专人的口令一二三";
const TWO: &str = "the second officer's words";
const MARKERS: [&str; 5] =
    ["暗号甲午鹰嘴山石料款", "暗号被反映人朝鲁某", "暗号报告人其木格某", "13800138765", "暗号账本照片第七页"];

fn place(code: &str) -> DivisionCode {
    DivisionCode::parse(code).unwrap()
}

fn words() -> Words {
    let secret = |n: usize| Redacted::new(MARKERS[n].to_owned());
    Words { text: secret(0), whom: secret(1), name: secret(2), reach: secret(3) }
}

/// The banner with a discipline body and its sealed officers 51, 52, 53.
struct Story {
    world: World,
    body: OrgId,
}

impl Story {
    fn new(store: &store::Store) -> Self {
        let world = World::new(store, "2026-03-02T02:00:00Z");
        let body = org(&world, 81, OrgKind::Discipline, "达茂旗纪委监委", BANNER);
        let own = Self { world, body };
        for name in [51, 52, 53] {
            own.officer(name, BANNER, body);
        }
        own.make_key(BANNER).unwrap();
        own
    }

    /// A row of staff with the role; the subject as [`Story::subject`] makes it.
    fn officer(&self, name: u128, division: &str, org: OrgId) {
        let division = division.to_owned();
        let write = self.world.write(move |tx, _, _| {
            let user = World::user(name);
            let sql = "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                       VALUES ($1, $2, $3, $4, 'zh-CN', $5, $6, 1)";
            tx.execute(sql, params![user, format!("officer-{name}"), format!("密封{name}"), org, true, false])?;
            let sql = "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)";
            let from = jiff::civil::date(2025, 1, 1);
            tx.execute(sql, params![user, Role::DisciplineSealed.name(), org, &division, from])?;
            Ok(())
        });
        write.unwrap();
    }

    fn subject(&self, name: u128) -> Subject {
        self.world.staff(name, Role::DisciplineSealed, self.body)
    }

    fn make_key(&self, division: &str) -> Result<(), Error> {
        let division = place(division);
        self.world.write(move |tx, _, ctx| {
            let permit: Permit<KeepSealedKeys> = access::permit(&Subject::System, &division)?;
            let key = envelope::make(ctx, [&pass(ONE), &pass(TWO)], Effort::CHEAP)?;
            sealed::init(tx, ctx, &permit, &key)
        })
    }

    fn desk(&self, not_to: &[OrgId]) -> Option<Desk> {
        let not_to = not_to.to_vec();
        self.world.read(move |tx, _, ctx| Ok(sealed::desk_for(tx, ctx, &place("150223100201"), &not_to)?)).unwrap()
    }

    fn file(&self, not_to: &[OrgId], level: Level) -> (CaseId, Receipt) {
        let desk = self.desk(not_to).unwrap();
        let ctx = Ctx::system(&FixedClock::at(kernel::Clock::now(&self.world.clock)));
        let case: CaseId = ctx.new_id();
        let name = format!("{}.txt", MARKERS[4]);
        let file = accept(&name, MARKERS[0].as_bytes(), &Limits::default()).unwrap();
        let parts = sealed::close(&desk.key, &ctx, (case, 0), &words(), &[file]).unwrap();
        let identity = words().identity();
        let door = Door { case, identity, level, not_to: not_to.to_vec(), language: Locale::Zh };
        let key = Uuid::from_u128(900).to_string();
        let send = |desk: Desk, door: Door, parts: Vec<Envelope>, key: String| {
            self.world.write(move |tx, kit, ctx| sealed::receive(tx, kit, ctx, &desk, &door, (&parts, &key)))
        };
        let receipt = send(desk.clone(), door.clone(), parts.clone(), key.clone()).unwrap();
        let again = send(desk, door, parts, key).unwrap();
        assert_eq!((&again.number, again.code.reveal(), again.again), (&receipt.number, receipt.code.reveal(), true));
        (case, receipt)
    }

    fn access(&self, receipt: &Receipt) -> Access {
        let (number, code) = (receipt.number.clone(), receipt.code.clone());
        self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap()
    }

    fn open(&self, by: u128, with: u128, case: CaseId) -> Result<Vec<OpenedPart>, Error> {
        let subject = self.subject(by);
        let kept = self.world.read({
            let subject = subject.clone();
            move |tx, kit, ctx| sealed::kept(tx, kit, ctx, &subject, case)
        })?;
        let opened = sealed::unlock(&kept, [&pass(TWO), &pass(ONE)])?;
        self.world.write(move |tx, kit, ctx| {
            sealed::opened(tx, kit, ctx, &subject, case, (World::user(with), Reason::Assign))
        })?;
        assert_eq!(opened.shut, 0);
        Ok(opened.parts)
    }

    fn hand_over(&self, by: u128, case: CaseId, office: &'static str) -> Result<Stage, Error> {
        let subject = self.subject(by);
        let write = self.world.write(move |tx, kit, ctx| sealed::hand_over(tx, kit, ctx, &subject, case, office));
        write.map(|state| state.stage())
    }

    fn step(&self, by: u128, case: CaseId, step: Step) -> Result<Stage, Error> {
        let subject = self.subject(by);
        let write = self.world.write(move |tx, kit, ctx| sealed::step(tx, kit, ctx, &subject, case, &step));
        write.map(|state| state.stage())
    }

    fn concern(&self, by: u128, case: CaseId, concerned: Concerned) -> Result<Vec<UserId>, Error> {
        let subject = self.subject(by);
        let write = self.world.write(move |tx, kit, ctx| sealed::set_keepers(tx, kit, ctx, &subject, case, &concerned));
        write.map(|state| state.keepers)
    }

    fn listed(&self, subject: &Subject) -> usize {
        let subject = subject.clone();
        let read = self.world.read(move |tx, _, ctx| Ok(sealed::list(tx, ctx, &subject, false, None, 50)?.items.len()));
        read.unwrap()
    }
}

fn org(world: &World, seed: u64, kind: OrgKind, name: &'static str, at: &'static str) -> OrgId {
    use domain::access::actions::AdminUnits;
    use lianxin_services::organisation::{self, OrgDraft};
    let write = world.write(move |tx, _, ctx| {
        let permit: Permit<AdminUnits> = access::permit(&Subject::System, &place(at))?;
        let ctx = Ctx::seeded(ctx.now(), seed);
        Ok(organisation::create(tx, &ctx, &permit, OrgDraft::new(kind, text(name), place(at)))?.id)
    });
    write.unwrap()
}

fn pass(words: &str) -> Passphrase {
    Passphrase::parse("first", words).unwrap()
}

/// Every row of every table, in the engine's own words; names of tables come from its catalogue, so that a new one is not missed.
fn dump(tx: &mut Tx) -> Result<(usize, Vec<u8>), Error> {
    let sqlite = tx.engine().eq_ignore_ascii_case("sqlite");
    let names = if sqlite {
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    } else {
        "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
    };
    let tables: Vec<String> = tx.query(names, &[], |row| row.get(0))?;
    let mut all = vec![];
    for table in &tables {
        if sqlite {
            let sql = format!("SELECT name FROM pragma_table_info('{table}')");
            let columns: Vec<String> = tx.query(&sql, &[], |row| row.get(0))?;
            for column in columns {
                // As bytes and as the engine prints it.
                let sql = format!("SELECT CAST(\"{column}\" AS BLOB) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
                let Ok(cells) = tx.query(&sql, &[], |row| row.get::<Vec<u8>>(0)) else { continue };
                for cell in cells {
                    all.extend_from_slice(&cell);
                    all.push(b'\n');
                }
            }
        } else {
            let rows: Vec<String> = tx.query(&format!("SELECT t::text FROM \"{table}\" t"), &[], |row| row.get(0))?;
            for row in rows {
                all.extend_from_slice(row.as_bytes());
                all.push(b'\n');
            }
        }
    }
    Ok((tables.len(), all))
}

#[test]
fn from_her_telephone_to_the_archive() {
    testkit::both(lianxin_services::MIGRATIONS, |store| {
        let story = Story::new(store);
        let (case, receipt) = story.file(&[], Level::Own);
        assert_eq!(story.listed(&story.subject(51)), 1);
        let administrator = story.world.staff(90, Role::Sysadmin, story.world.bureau);
        let officer = story.world.staff(91, Role::BureauOfficer, story.world.bureau);
        for other in [&administrator, &officer, &story.subject(77)] {
            assert_eq!(story.listed(other), 0);
            let subject = other.clone();
            let looked = story.world.write(move |tx, kit, ctx| sealed::look(tx, kit, ctx, &subject, case).map(drop));
            assert_eq!(code_of(looked), "not-permitted");
        }
        assert_eq!(code_of(story.hand_over(51, case, "DISCIPLINE")), "sealed-unread");
        assert_eq!(code_of(story.open(51, 51, case)), "sealed-two-people");
        assert_eq!(code_of(story.open(51, 77, case)), "sealed-two-people");
        let parts = story.open(51, 52, case).unwrap();
        assert_eq!(parts.len(), 2);
        let OpenedPart::Words(_, _, read) = &parts[0] else { panic!("{parts:?}") };
        assert_eq!(read, &words());
        let OpenedPart::File { name, bytes, .. } = &parts[1] else { panic!("{parts:?}") };
        assert!(name.reveal().starts_with(MARKERS[4]) && bytes.reveal().as_slice() == MARKERS[0].as_bytes());
        assert!(!format!("{parts:?}").contains("暗号"), "it prints nothing");
        story.world.at("2026-03-03T09:30:00");
        assert_eq!(story.hand_over(52, case, "DISCIPLINE").unwrap(), Stage::HandedOver);
        assert_eq!(code_of(story.hand_over(52, case, "DISCIPLINE")), "not-at-this-stage");
        assert_eq!(story.step(51, case, Step::ConfirmReceipt(None)).unwrap(), Stage::External);
        let access = story.access(&receipt);
        let (key, of, from) = story
            .world
            .read({
                let access = access.clone();
                move |tx, _, _| sealed::prepare(tx, &access)
            })
            .unwrap();
        let ctx = Ctx::system(&FixedClock::at(kernel::Clock::now(&story.world.clock)));
        let more = sealed::close(&key, &ctx, (of, from), &words(), &[]).unwrap();
        let adding = access.clone();
        story.world.write(move |tx, kit, ctx| sealed::add(tx, kit, ctx, &adding, &more)).unwrap();
        assert_eq!(story.open(53, 51, case).unwrap().len(), 3);
        story.step(51, case, Step::PassOn).unwrap();
        story.step(51, case, Step::NoteOutcome).unwrap();
        assert_eq!(story.step(51, case, Step::Archive).unwrap(), Stage::SealedArchive);
        let steps = story.world.read(move |tx, _, _| sealed::track(tx, &access)).unwrap();
        assert_eq!(steps.steps.len(), 6, "{steps:?}");
        assert!(!steps.open);
        assert_eq!(story.listed(&story.subject(51)), 0, "put away");
        verified(&story);
    });
}

fn verified(story: &Story) {
    use lianxin_services::verify;
    let summary = story.world.read(|tx, kit, _| {
        let told = &mut |finding| panic!("{finding}");
        Ok(verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, told)?)
    });
    assert_eq!(summary.unwrap().findings, 0, "replay, rows, chains and clocks agree");
}

#[test]
fn whoever_is_concerned_does_not_keep_it_open_it_or_get_it() {
    testkit::both(lianxin_services::MIGRATIONS, |store| {
        let story = Story::new(store);
        // She ticks the discipline body itself: nobody in it keeps the report, and above there is no key yet.
        assert!(story.desk(&[story.body]).is_none());
        let above = org(&story.world, 82, OrgKind::Discipline, "包头市纪委监委", "1502");
        assert_eq!(code_of(story.make_key("1502")), "sealed-two-needed");
        for name in [61, 62] {
            story.officer(name, "1502", above);
        }
        story.make_key("1502").unwrap();
        let desk = story.desk(&[story.body]).unwrap();
        assert_eq!((desk.division.as_str(), desk.office), ("1502", above), "the level above keeps it");
        // Marked after reading: out of the list, out of the second chair.
        let (case, _) = story.file(&[story.world.forestry], Level::Own);
        story.open(51, 52, case).unwrap();
        let everybody = Concerned { users: vec![World::user(52), World::user(53)], ..Concerned::default() };
        assert_eq!(code_of(story.concern(51, case, everybody)), "sealed-two-needed");
        let keepers = story.concern(51, case, Concerned { users: vec![World::user(52)], ..Concerned::default() });
        assert_eq!(keepers.unwrap(), [World::user(51), World::user(53)]);
        assert_eq!((story.listed(&story.subject(51)), story.listed(&story.subject(52))), (1, 0));
        assert_eq!(code_of(story.open(52, 51, case)), "not-permitted");
        assert_eq!(code_of(story.open(51, 52, case)), "sealed-two-people");
        // Marked stays marked, whatever the next form says; and whoever moves into a marked office is out at once.
        assert_eq!(story.concern(51, case, Concerned::default()).unwrap().len(), 2);
        let moved = Subject::Staff(StaffSubject::new(
            World::user(53),
            story.world.forestry,
            kernel::Clock::now(&story.world.clock),
            vec![RoleGrant {
                role: Role::DisciplineSealed,
                org: story.body,
                division: place(BANNER),
                from: jiff::civil::date(2025, 1, 1),
                to: None,
            }],
        ));
        let looked = story.world.write(move |tx, kit, ctx| sealed::look(tx, kit, ctx, &moved, case).map(drop));
        assert_eq!(code_of(looked), "not-permitted");
        assert_eq!(code_of(story.hand_over(51, case, "NOWHERE")), "sealed-office-unknown");
        assert_eq!(code_of(story.hand_over(51, case, "DISCIPLINE_ABOVE")), "sealed-not-above");
        assert_eq!(story.hand_over(51, case, "DISCIPLINE").unwrap(), Stage::HandedOver);
    });
}

#[test]
fn old_keys_stay_for_reading() {
    testkit::both(lianxin_services::MIGRATIONS, |store| {
        let story = Story::new(store);
        assert_eq!(code_of(story.make_key(BANNER)), "sealed-key-known");
        let (case, _) = story.file(&[], Level::Own);
        let desk = story.desk(&[]).unwrap();
        story
            .world
            .write(|tx, _, ctx| {
                let permit: Permit<KeepSealedKeys> = access::permit(&Subject::System, &place(BANNER))?;
                let key = envelope::make(ctx, [&pass("another first passphrase"), &pass(TWO)], Effort::CHEAP)?;
                sealed::rotate(tx, ctx, &permit, &key)
            })
            .unwrap();
        assert_ne!(story.desk(&[]).unwrap().key.id(), desk.key.id());
        assert_eq!(story.open(51, 52, case).unwrap().len(), 2, "the old words still open the old report");
        let late = Door {
            case: CaseId(Uuid::from_u128(5)),
            identity: words().identity(),
            level: Level::Own,
            not_to: vec![],
            language: Locale::Zh,
        };
        let parts = sealed::close(&desk.key, &Ctx::system(&story.world.clock), (late.case, 0), &words(), &[]).unwrap();
        let sent = story
            .world
            .write(move |tx, kit, ctx| sealed::receive(tx, kit, ctx, &desk, &late, (&parts, "late")).map(drop));
        assert_eq!(code_of(sent), "sealed-key-changed");
        let keys = story.world.read(|tx, _, _| Ok(sealed::keys_of(tx, &place(BANNER))?)).unwrap();
        assert_eq!(keys.len(), 2);
        assert!(keys[0].retired_at.is_none() && keys[1].retired_at.is_some() && keys[1].parts == 2);
    });
}

#[test]
fn nothing_that_she_wrote_is_anywhere() {
    testkit::both(lianxin_services::MIGRATIONS, |store| {
        let story = Story::new(store);
        // The control: an ordinary petition with a marker of its own, as an office registers it.
        let mut petition = story.world.new_petition();
        petition.facts = text("暗号普通事项乙未机井，水泵坏了三个月。");
        story
            .world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &petition, None).map(drop))
            .unwrap();
        let (case, receipt) = story.file(&[story.world.forestry], Level::Own);
        story.open(51, 52, case).unwrap();
        let concerned = Concerned { orgs: vec![story.world.housing], users: vec![World::user(53)] };
        story.concern(51, case, concerned).unwrap();
        story.hand_over(51, case, "DISCIPLINE").unwrap();
        let desk = story.desk(&[]).unwrap();
        let ctx = Ctx::system(&story.world.clock);
        let number = sealed::close_text(&desk.key, &ctx, (case, 2), MARKERS[0]).unwrap();
        story.step(51, case, Step::ConfirmReceipt(Some(number))).unwrap();
        story.step(51, case, Step::NoteOutcome).unwrap();
        let (tables, all) = story.world.read(|tx, _, _| dump(tx)).unwrap();
        assert!(tables > 30 && all.len() > 10_000, "{tables} tables, {} bytes", all.len());
        assert!(!found(&["暗号普通事项乙未机井"], &all).is_empty(), "the search finds what is there");
        assert_eq!(found(&MARKERS, &all), BTreeSet::new());
        // Nor which offices she did not trust, nor whom the officers marked, in the rows of the report.
        let own = story.world.read(move |tx, _, _| report_rows(tx, case)).unwrap();
        let housing = story.world.housing.to_string();
        for name in [story.world.forestry.to_string(), housing] {
            assert!(!own.contains(&name), "a concerned office is named in the rows of the report");
        }
        // Events are ids and codes.
        assert!(own.is_ascii(), "{own}");
        // The ordinary look-up of a matter by this number shows nothing either, and no ordinary list holds it.
        let access = story.access(&receipt);
        let tracked = story.world.read(move |tx, kit, ctx| petition::track(tx, kit, ctx, &access).map(drop));
        assert!(tracked.is_err());
        let officer = story.world.staff(91, Role::BureauOfficer, story.world.bureau);
        let looked = story.world.write(move |tx, _, ctx| matter::look(tx, ctx, &officer, case).map(drop));
        assert_eq!(code_of(looked), "not-permitted");
        let total = story.world.read(|tx, _, _| Ok(sealed::total(tx, &place("1502"))?)).unwrap();
        assert_eq!(total, 1, "the one figure that others get");
    });
}

/// The report's own rows and events, without the envelopes.
fn report_rows(tx: &mut Tx, case: CaseId) -> Result<String, Error> {
    let mut all = String::new();
    let rows: Vec<String> = tx.query("SELECT body FROM matter WHERE id = $1", params![case], |row| row.get(0))?;
    let events: Vec<String> =
        tx.query("SELECT body FROM event WHERE stream = $1 ORDER BY seq", params![case.0], |row| row.get(0))?;
    for line in rows.into_iter().chain(events) {
        all.push_str(&line);
        all.push('\n');
    }
    Ok(all)
}

#[test]
fn the_search_finds_every_encoding() {
    for marker in MARKERS {
        for (how, needle) in encodings(marker) {
            let hay = [b"before ".as_slice(), &needle, b" after"].concat();
            assert!(!found(&[marker], &hay).is_empty(), "{how}");
        }
        for lead in ["", "一", "ab", "a"] {
            let longer = format!("{lead}{marker}再写几个字");
            assert!(!found(&[marker], STANDARD.encode(&longer).as_bytes()).is_empty(), "base64 behind {lead:?}");
            assert!(!found(&[marker], URL_SAFE_NO_PAD.encode(&longer).as_bytes()).is_empty(), "behind {lead:?}");
            assert!(!found(&[marker], serde_json::to_string(&longer).unwrap().as_bytes()).is_empty());
        }
    }
    assert!(found(&MARKERS, "什么也没有".as_bytes()).is_empty());
}
