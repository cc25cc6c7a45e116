//! Letters on both engines: made by what happens in a case, drafted and signed by two people, numbered without gaps whatever fails or
//! runs at once, void with their numbers kept, the same again after the wording changed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod common;

use std::collections::BTreeSet;

use common::{BANNER, World, code_of, text};
use domain::{
    access::{self, Action, Subject, actions::AdminUnits},
    case::{Answer, DispatchKind, OpinionResult, ServiceMethod, StatutoryRoute},
    document::{Content, DocType, Field, NoPress, PaperStage, Press, Printed, Sheet, shipped},
    people::Role,
    petition::{Command, DraftAnswer, Elsewhere, NotAcceptReason, Serve},
};
use kernel::{CaseId, DivisionCode, Fault, LetterId, Message};
use lianxin_services::{
    Error, MIGRATIONS,
    attachment::{self, Blobs},
    document::{self, Addressee, By, LetterRow, NewLetter, Tab},
    matter,
    organisation::{self, OrgDraft},
    petition::{self, Act, By as Door, Receipt},
    reference,
};

/// A press that writes the sheet's own text: equal sheets, equal bytes.
struct Plain;

impl Press for Plain {
    fn print(&self, sheet: &Sheet) -> Result<Printed, Fault> {
        Ok(Printed { bytes: serde_json::to_vec(sheet).unwrap(), pages: 1 })
    }

    fn ledger(
        &self,
        head: &domain::document::LedgerHead,
        next: &mut domain::document::NextRow<'_>,
    ) -> Result<std::fs::File, Fault> {
        NoPress.ledger(head, next)
    }

    fn edition(&self) -> String {
        "plain".into()
    }

    fn complaint(&self) -> Option<Message> {
        None
    }
}

fn filed(world: &World) -> Receipt {
    let new = world.new_petition();
    world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &Door::Petitioner, &new, None)).unwrap()
}

fn act(world: &World, subject: &Subject, id: CaseId, command: impl Into<Act>) {
    let (subject, command) = (subject.clone(), command.into());
    world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &command)).unwrap();
}

fn papers(world: &World, id: CaseId) -> Vec<LetterRow> {
    world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap()
}

fn kinds(rows: &[LetterRow]) -> BTreeSet<DocType> {
    rows.iter().map(|row| row.kind).collect()
}

fn one(rows: &[LetterRow], kind: DocType) -> LetterRow {
    rows.iter().find(|row| row.kind == kind).unwrap_or_else(|| panic!("no {kind}")).clone()
}

/// A letter of supervision about a case, without what it must say when `half`.
fn supervision(half: bool) -> Content {
    let content = Content::new().text(Field::Matter, "打草场被压坏").text(Field::Facts, "已经超过期限4天。");
    if half {
        return content;
    }
    content
        .text(Field::Trigger, "超过办理期限")
        .text(Field::Clause, "《信访工作条例》第四十条第一款第（一）项")
        .text(Field::Requirements, "立即书面答复。")
        .day(Field::FeedbackDue, jiff::civil::date(2027, 2, 1))
        .text(Field::FeedbackWay, "书面")
}

fn draft(world: &World, subject: &Subject, id: CaseId, to: kernel::OrgId, content: Content) -> LetterId {
    let subject = subject.clone();
    world
        .write(move |tx, kit, ctx| {
            document::draft_in(tx, kit, ctx, &subject, id, |row| NewLetter {
                kind: DocType::SuperviseLetter,
                division: row.facts.division.clone(),
                case: Some(id),
                seq: None,
                to: Addressee::Org(to),
                content: content.clone(),
            })
        })
        .unwrap()
}

fn sign(world: &World, subject: &Subject, id: LetterId) -> Result<LetterRow, Error> {
    let subject = subject.clone();
    world.write(move |tx, kit, ctx| document::sign(tx, kit, ctx, &subject, id))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in one piece")]
fn what_happens_in_a_case_makes_its_letters_in_the_same_transaction() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let receipt = filed(&world);
        let id = receipt.id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let handler = world.staff(11, Role::UnitHandler, world.forestry);
        let (leader, checker) =
            (world.staff(12, Role::UnitLeader, world.forestry), world.staff(13, Role::UnitHandler, world.forestry));
        let kind = DispatchKind::AssignWithFeedback;
        act(&world, &officer, id, Command::Forward { to: world.forestry, kind, feedback_days: Some(45) });
        assert_eq!(kinds(&papers(&world, id)), [DocType::ForwardNotice, DocType::AssignLetter].into());
        let assigned = one(&papers(&world, id), DocType::AssignLetter);
        assert_eq!(assigned.number.as_deref(), Some("达茂旗信访局信交〔2026〕1号"));
        assert_eq!((assigned.to, assigned.stage), (Some(world.forestry), PaperStage::Issued));

        world.at("2026-06-03T09:00:00");
        let claims: Vec<_> = world
            .read(move |tx, _, _| {
                let loaded = matter::load::<domain::petition::Petition>(tx, "1502", id)?.unwrap();
                Ok(loaded.state.claims.iter().map(|claim| claim.id).collect::<Vec<_>>())
            })
            .unwrap();
        let route = StatutoryRoute::PetitionProcedure;
        let routes = vec![
            (claims[0], route, None),
            (claims[1], StatutoryRoute::DutyPerformance, Some(text("旗综合行政执法局"))),
            (claims[2], route, None),
        ];
        act(&world, &handler, id, Command::Accept { handler: World::user(11), routes });
        let rows = papers(&world, id);
        assert!(kinds(&rows).is_superset(&[DocType::ReceiptNotice, DocType::RouteNotice].into()), "{:?}", kinds(&rows));
        act(&world, &handler, id, Command::Contact { note: text("约上门时间") });
        act(&world, &handler, id, Command::RequestExtension { days: 30, reason: text("草场要等雨后复测") });
        act(&world, &leader, id, Command::GrantExtension);
        let extended = one(&papers(&world, id), DocType::ExtensionNotice);
        let opened = world.read({
            let leader = leader.clone();
            move |tx, kit, _| document::open(tx, kit, &leader, extended.id, Action::ReadMatter)
        });
        let said = serde_json::to_string(&opened.unwrap().masked().sheet("")).unwrap();
        assert!(said.contains("草场要等雨后复测") && said.contains("测*甲") && !said.contains("测试人甲"), "{said}");

        let answer = |claim| DraftAnswer {
            claim,
            answer: Answer {
                result: OpinionResult::Explain,
                text: text("查明少计草场 744 亩。"),
                basis: text("草畜平衡管理办法"),
                promise: None,
                more: vec![],
            },
        };
        let answers = vec![answer(claims[0]), answer(claims[2])];
        act(&world, &handler, id, Command::SaveDraft { findings: text("实地核对"), answers, submit: true });
        act(&world, &checker, id, Command::Check);
        act(&world, &leader, id, Act::Sign);
        let opinion = one(&papers(&world, id), DocType::Opinion);
        assert_eq!(opinion.number.as_deref(), Some("达茂旗林业和草原局信复〔2026〕1号"), "the number of the decision");
        let serve = Serve {
            method: ServiceMethod::InPerson,
            on: jiff::civil::date(2026, 6, 3),
            evidence: text("当面签收"),
            late_entry_reason: None,
        };
        act(&world, &handler, id, Command::Serve(serve));
        act(&world, &handler, id, Command::ClosingReport { text: text("已经答复并送达。") });
        let rows = papers(&world, id);
        assert!(kinds(&rows).is_superset(&[DocType::ServiceReceipt, DocType::ClosingReport].into()));
        assert_eq!(world.read(|tx, _, _| Ok(document::waiting(tx)?)).unwrap(), 0);
        let mine = world.read(move |tx, _, _| Ok(document::hers(tx, "1502", id)?)).unwrap();
        assert!(mine.iter().all(|row| row.to.is_none()) && mine.len() == 5, "{:?}", kinds(&mine));

        // Nothing of what they say stands in clear, in rows or in the log.
        let clear = world
            .read(|tx, _, _| {
                let mut all = tx.query("SELECT data FROM letter", &[], |row| row.get::<String>(0))?;
                all.extend(
                    tx.query("SELECT body FROM event WHERE kind LIKE 'letter.%'", &[], |row| row.get::<String>(0))?,
                );
                Ok(all.join("\n"))
            })
            .unwrap();
        assert!(!clear.contains("测试人甲") && !clear.contains("744 亩"));
    });
}

#[test]
fn not_accepted_says_why_and_where_to_go() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let id = filed(&world).id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let (reason, explanation) = (NotAcceptReason::LegalChannelOnly, text("工资争议要先仲裁。"));
        let elsewhere = Some(Box::new(Elsewhere {
            way: Some(text("申请劳动仲裁")),
            organ: text("旗劳动人事争议仲裁院"),
            phone: Some(text("0472-000-0003")),
            until: text("2027 年 3 月 10 日以前"),
        }));
        act(&world, &officer, id, Command::NotAccept { reason, explanation, elsewhere });
        let row = one(&papers(&world, id), DocType::NotAcceptNotice);
        let opened =
            world.read(move |tx, kit, _| document::open(tx, kit, &officer, row.id, Action::ReadMatter)).unwrap();
        let said = serde_json::to_string(&opened.sheet("")).unwrap();
        for word in [
            "第三十一条",
            "申请劳动仲裁。",
            "受理机关：旗劳动人事争议仲裁院，电话：0472-000-0003。",
            "提出的期限：2027年3月10日以前。",
            "对本告知有不同意见",
            "测试人甲：",
        ] {
            assert!(said.contains(word), "{word} in {said}");
        }
    });
}

#[test]
fn another_person_signs_and_a_refused_signature_leaves_no_gap() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let id = filed(&world).id;
        let first = world.staff(1, Role::BureauOfficer, world.bureau);
        let second = world.staff(2, Role::BureauOfficer, world.bureau);
        let half = draft(&world, &first, id, world.forestry, supervision(true));
        let whole = draft(&world, &first, id, world.forestry, supervision(false));
        assert_eq!(code_of(sign(&world, &first, whole)), "letter-own-draft");
        assert_eq!(code_of(sign(&world, &second, half)), "letter-field-missing");
        let stranger = world.staff(3, Role::UnitLeader, world.housing);
        assert_eq!(code_of(sign(&world, &stranger, whole)), "not-permitted");
        assert_eq!(sign(&world, &second, whole).unwrap().number.as_deref(), Some("达茂旗信访局信督〔2026〕1号"));
        assert_eq!(code_of(sign(&world, &second, whole)), "letter-not-a-draft");

        // A transaction that is undone after it took a number gives it back.
        let undone = {
            let (second, half) = (second.clone(), draft(&world, &first, id, world.forestry, supervision(false)));
            world.write(move |tx, kit, ctx| {
                document::sign(tx, kit, ctx, &second, half)?;
                Err::<(), Error>(kernel::Refusal::stale().into())
            })
        };
        assert_eq!(code_of(undone), "stale");
        let content = supervision(false);
        world
            .write({
                let first = first.clone();
                move |tx, kit, ctx| document::revise(tx, kit, ctx, &first, half, content.clone())
            })
            .unwrap();
        assert_eq!(sign(&world, &second, half).unwrap().number.as_deref(), Some("达茂旗信访局信督〔2026〕2号"));

        // A new year begins its own series.
        world.at("2027-01-04T09:00:00");
        let next = draft(&world, &first, id, world.forestry, supervision(false));
        let second = world.staff(2, Role::BureauOfficer, world.bureau);
        assert_eq!(sign(&world, &second, next).unwrap().number.as_deref(), Some("达茂旗信访局信督〔2027〕1号"));
    });
}

#[test]
fn many_who_sign_at_once_get_numbers_without_gaps() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let id = filed(&world).id;
        let first = world.staff(1, Role::BureauOfficer, world.bureau);
        let drafts: Vec<LetterId> =
            (0..24).map(|no| draft(&world, &first, id, world.forestry, supervision(no % 6 == 0))).collect();
        std::thread::scope(|scope| {
            for part in drafts.chunks(6) {
                let (world, second) = (&world, world.staff(2, Role::BureauOfficer, world.bureau));
                scope.spawn(move || {
                    // The first of each six lacks a field: refused in the middle of the run.
                    let signed = part.iter().filter(|letter| sign(world, &second, **letter).is_ok()).count();
                    assert_eq!(signed, 5);
                });
            }
        });
        let mut serials = world
            .read(|tx, _, _| {
                let sql = "SELECT serial FROM letter WHERE serial IS NOT NULL";
                Ok(tx.query(sql, &[], |row| row.get::<i64>(0))?)
            })
            .unwrap();
        serials.sort_unstable();
        assert_eq!(serials, (1..=20).collect::<Vec<i64>>());
    });
}

#[test]
fn a_void_letter_keeps_its_number_and_anybody_can_see_that_it_is_void() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let id = filed(&world).id;
        let first = world.staff(1, Role::BureauOfficer, world.bureau);
        let second = world.staff(2, Role::BureauOfficer, world.bureau);
        let letter = draft(&world, &first, id, world.forestry, supervision(false));
        let row = sign(&world, &second, letter).unwrap();
        let code = row.code.clone().unwrap();
        let ask = |world: &World, asked: String| world.read(move |tx, _, _| Ok(document::check(tx, &asked)?)).unwrap();
        let known = ask(&world, code.to_lowercase()).unwrap();
        assert_eq!((known.issuer.as_str(), known.void_since, known.digest), ("达茂旗信访局", None, row.digest));
        assert!(ask(&world, "达茂旗信访局信督[2026]1号".into()).is_some(), "brackets as keyboards have them");
        assert_eq!(ask(&world, "1502-AAAA-BBBB-CCCC".into()), None);

        let reason = text("收文单位写错了");
        world
            .write({
                let first = first.clone();
                move |tx, _, ctx| document::void(tx, ctx, &first, letter, &reason)
            })
            .unwrap();
        assert!(ask(&world, code).unwrap().void_since.is_some());
        let next = draft(&world, &first, id, world.forestry, supervision(false));
        assert_eq!(sign(&world, &second, next).unwrap().number.as_deref(), Some("达茂旗信访局信督〔2026〕2号"));
        let orgs = [world.bureau];
        let listed = move |tab| {
            let orgs = orgs;
            world.read(move |tx, _, _| Ok(document::list(tx, &orgs, tab, 10)?)).unwrap()
        };
        assert_eq!(listed(Tab::Void).len(), 1);
        assert_eq!(listed(Tab::Issued).len(), 1);
        assert!(listed(Tab::ToSign).is_empty());
    });
}

#[test]
fn the_same_letter_comes_out_after_the_wording_changed() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let id = filed(&world).id;
        let first = world.staff(1, Role::BureauOfficer, world.bureau);
        let second = world.staff(2, Role::BureauOfficer, world.bureau);
        let letter = draft(&world, &first, id, world.forestry, supervision(false));
        sign(&world, &second, letter).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let files = Blobs::open(folder.path()).unwrap();
        let bytes = |world: &World, press: &dyn Press| {
            let subject = world.staff(2, Role::BureauOfficer, world.bureau);
            let ready = world.write(move |tx, kit, ctx| document::for_staff(tx, kit, ctx, &subject, letter)).unwrap();
            ready.bytes(&world.kit, &files, press, "https://example.org").unwrap()
        };
        let before = bytes(&world, &Plain);

        // The bureau words it anew from today on.
        let text = shipped(DocType::SuperviseLetter).text.replace("标题：关于督办信访事项的函", "标题：督办函");
        world
            .write(move |tx, _, ctx| {
                let permit = access::permit(&Subject::System, &DivisionCode::parse(BANNER)?)?;
                document::publish(tx, ctx, &permit, DocType::SuperviseLetter, (&text, ctx.today(), ""))
            })
            .unwrap();
        world.kit.replace_reference(world.read(|tx, _, _| Ok(reference::load(tx)?)).unwrap());
        assert_eq!(bytes(&world, &Plain), before, "what was issued keeps its wording");
        let later = draft(&world, &first, id, world.forestry, supervision(false));
        sign(&world, &second, later).unwrap();
        let opened = world
            .read({
                let first = first.clone();
                move |tx, kit, _| document::open(tx, kit, &first, later, Action::ReadMatter)
            })
            .unwrap();
        assert_eq!(opened.sheet("").title, "督办函", "what is issued now has the new one");

        // Once it is kept, not even another press changes it.
        let (kept, blobs) = (before.clone(), files.clone());
        world
            .write(move |tx, kit, ctx| document::archive(tx, kit, ctx, &blobs, letter, (&kept.0, kept.1, "plain")))
            .unwrap();
        assert_eq!(bytes(&world, &NoPress), before);
        let (blobs, in_a_century) = (files.clone(), "2126-01-01T00:00:00Z".parse().unwrap());
        let orphans = world.read(move |tx, _, _| Ok(attachment::orphans(tx, &blobs, in_a_century)?)).unwrap();
        assert_eq!(orphans, [], "the hourly cleaning leaves kept letters alone");
        let looks = world.read(move |tx, _, _| Ok(matter::views(tx, "1502", id, 20)?)).unwrap();
        let reason = Some("达茂旗信访局信督〔2026〕1号".to_owned());
        assert_eq!(looks.iter().filter(|look| look.seen == "letter" && look.reason == reason).count(), 3);
    });
}

#[test]
fn an_offices_own_letter_is_for_that_office_and_the_one_it_went_to() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let content = Content::new()
            .text(Field::Facts, "同类信访集中。")
            .text(Field::Advice, "完善公示。")
            .text(Field::Basis, "《信访工作条例》第四十条")
            .text(Field::FeedbackWay, "书面");
        let (bureau, forestry) = (world.bureau, world.forestry);
        let row = world
            .write(move |tx, kit, ctx| {
                let actor = domain::actor::Actor::Staff { user: World::user(1), org: bureau };
                let by = By { actor, org: bureau, at: ctx.now() };
                let new = NewLetter {
                    kind: DocType::AdviceImprove,
                    division: DivisionCode::parse(BANNER)?,
                    case: None,
                    seq: None,
                    to: Addressee::Org(forestry),
                    content: content.clone(),
                };
                document::issue(tx, kit, ctx, by, &new, None)
            })
            .unwrap();
        let may_open = |subject: Subject| {
            world.read(move |tx, kit, _| document::open(tx, kit, &subject, row.id, Action::ReadMatter)).is_ok()
        };
        assert!(may_open(world.staff(2, Role::Supervisor, world.bureau)));
        assert!(may_open(world.staff(12, Role::UnitLeader, world.forestry)), "it went there");
        assert!(!may_open(world.staff(22, Role::UnitLeader, world.housing)));
        assert!(!may_open(world.staff(31, Role::Sysadmin, world.bureau)));
    });
}

/// rules.md 6.2: an office with a code of its own writes under it, and two offices never write under one.
#[test]
fn an_office_writes_under_its_code() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let coded = |org: kernel::OrgId, code: &'static str| {
            world.write(move |tx, _, ctx| {
                let permit = access::permit::<AdminUnits>(&Subject::System, &DivisionCode::parse(BANNER)?)?;
                let stored = organisation::get(tx, org)?.unwrap();
                let mut draft =
                    OrgDraft::new(stored.value.kind, stored.value.name.clone(), stored.value.division.clone());
                draft.doc_code = Some(text(code));
                organisation::update(tx, ctx, &permit, org, stored.version, draft).map(drop)
            })
        };
        for nonsense in ["达", "达信1", "〔达〕信", "a b"] {
            assert_eq!(code_of(coded(world.bureau, nonsense)), "org-doc-code", "{nonsense}");
        }
        coded(world.bureau, "达信").unwrap();
        assert_eq!(code_of(coded(world.forestry, "达信")), "org-doc-code-taken");
        let id = filed(&world).id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let kind = DispatchKind::AssignWithFeedback;
        act(&world, &officer, id, Command::Forward { to: world.forestry, kind, feedback_days: Some(45) });
        let assigned = one(&papers(&world, id), DocType::AssignLetter);
        assert_eq!(assigned.number.as_deref(), Some("达信信交〔2026〕1号"));
    });
}
