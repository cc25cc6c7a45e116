//! The shipped packs are sound, every mistake is named, and a pack is put in force, changed and taken out on both engines.

use domain::{
    access::{self, Subject},
    organisation::OrgKind,
    practice::Term,
};
use jiff::civil::date;
use kernel::{DivisionCode, Locale, Text};
use store::Store;

use super::*;
use crate::{
    Error,
    organisation::{
        self, OrgDraft,
        tests::{code, ctx, tree},
    },
    reference,
};

const PACKS: [&str; 5] = ["baotou", "hohhot", "huaibei", "luoping", "ordos"];

fn said(mistakes: &[Mistake]) -> String {
    let line = |one: &Mistake| format!("{}: {}", one.message().say(Locale::Zh), one.refusal.message().say(Locale::Zh));
    mistakes.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn pack(name: &str) -> Pack {
    read(name, &shipped(name).unwrap()).unwrap_or_else(|mistakes| panic!("{name}:\n{}", said(&mistakes)))
}

#[test]
fn every_shipped_pack_is_sound_and_whole() {
    assert_eq!(names(), PACKS);
    for name in PACKS {
        let pack = pack(name);
        assert!(!pack.clocks.is_empty() && !pack.words.is_empty() && pack.catalogue.len() > 40, "{name}");
        assert!(pack.duties.len() >= 3 && pack.cycles.len() >= 3, "{name}");
        let sample = pack.sample.as_ref().unwrap();
        assert!(sample.sign_ins.len() >= 14 && sample.posts.len() > 20, "{name}");
        assert!(sample.divisions.len() > 100, "{name}");
        // What is written is read again, and is the same but for the sample, which stays at home.
        let again = read(name, &write(&pack)).unwrap_or_else(|mistakes| panic!("{name}:\n{}", said(&mistakes)));
        assert!(compare(&write(&pack), &write(&again)).is_empty(), "{name}");
    }
}

/// A folder with one file replaced.
fn with(file: &str, text: &str) -> Files {
    let mut files = shipped("baotou").unwrap();
    files.insert(file.to_owned(), text.to_owned());
    files
}

fn mistakes(file: &str, text: &str) -> Vec<(String, u64, String)> {
    let mistakes = read("baotou", &with(file, text)).unwrap_err();
    mistakes.into_iter().map(|one| (one.file, one.line, one.refusal.code)).collect()
}

#[test]
fn every_mistake_is_named_with_its_file_and_line() {
    let one = |file: &str, line: u64, code: &str| (file.to_owned(), line, code.to_owned());
    let clock = |id: &str, rest: &str| format!("[[clock]]\nid = \"{id}\"\n{rest}\n");
    let clocks = |text: &str| mistakes("clocks.toml", text);
    let (file, line) = ("clocks.toml", 2);
    assert_eq!(clocks(&clock("HANDEL_60D", "length = 30")), [one(file, line, "practice-clock-unknown")]);
    assert_eq!(clocks(&clock("HANDLE_60D", "length = 61")), [one(file, line, "practice-clock-beyond-law")]);
    assert_eq!(clocks(&clock("REVIEW_REQUEST_30D", "length = 20")), [one(file, line, "practice-clock-shorter-right")]);
    assert_eq!(
        clocks(&clock("HANDLE_60D", "length = 40\nunit = \"workday\"")),
        [one(file, line, "practice-clock-law-unit")]
    );
    // Three weeks at a township are three weeks out of the fifteen days of article 22.
    assert_eq!(clocks(&clock("AGENCY_TOWNSHIP_7WD", "length = 12")), [one(file, line, "practice-clock-beyond-law")]);
    assert_eq!(clocks(&clock("FEEDBACK_CUSTOM", "length = 12")), [one(file, line, "practice-clock-given")]);
    assert_eq!(clocks("[[clock]]\nid = 3\n"), [one(file, 2, "practice-toml")]);
    let twice = format!("{}{}", clock("CLAIM_24H", "length = 8"), clock("CLAIM_24H", "length = 9"));
    assert_eq!(clocks(&twice), [one(file, 5, "clock-twice")]);
    let text = "层级,周期,做什么,谁负责\n村,每日,收集上报,\n市,每季度,通报,督查员\n";
    let told = [one("cycles.csv", 2, "practice-cycle-owner"), one("cycles.csv", 3, "practice-word-unknown")];
    assert_eq!(mistakes("cycles.csv", text), told);
    let text = "# 说明\n标准词,说成\n代办点,哨所\n信访局,衙门\n评价,已办结\n";
    let told = [one("vocabulary.csv", 4, "practice-word-unknown"), one("vocabulary.csv", 5, "practice-wording")];
    assert_eq!(mistakes("vocabulary.csv", text), told);
    let text = "类别,主办,区划,协办\n城乡建设/供热,供热办,150299,住建\n没有的类,住建,,\n";
    let told = ["practice-department-unknown", "practice-division-unknown", "catalogue-category"];
    let mut found: Vec<String> = mistakes("catalogue.csv", text).into_iter().map(|(.., code)| code).collect();
    found.sort_by_key(|code| told.iter().position(|one| one == code));
    assert_eq!(found, told);
}

#[test]
fn no_pack_ranks_marks_or_sets_a_rate_and_the_law_bounds_what_it_promises() {
    let code = |file: &str, text: &str| mistakes(file, text).into_iter().map(|(.., code)| code).collect::<Vec<_>>();
    let cycle = |what: &str| format!("层级,周期,做什么,谁负责\n乡镇,每月,{what},站长\n");
    assert_eq!(code("cycles.csv", &cycle("代办员积分公示")), ["practice-ranking"]);
    assert_eq!(code("cycles.csv", &cycle("缠访人员逐人过")), ["practice-mark"]);
    assert_eq!(code("cycles.csv", &cycle("按期答复 100%")), ["practice-target"]);
    assert_eq!(
        code("assignments.csv", "名称,谁领办,响应天数,办结天数\n红色工单,人大代表,16,60\n"),
        ["practice-assignment-beyond-law"]
    );
    assert_eq!(code("settings.toml", "visit_representatives_max = 6\n"), ["setting-beyond-law"]);
    assert_eq!(code("settings.toml", "\nagent_points = 5\n"), ["practice-setting-unknown"]);
    assert_eq!(code("letters/OPINON.txt", "标题：意见书\n"), ["practice-letter-unknown"]);
    let wrong = "标题：风险提醒函\n代字：信提\n\n{没有的字段}\n";
    assert!(code("letters/RISK_REMINDER.txt", wrong).contains(&"template-unknown".to_owned()));
    assert_eq!(code("clock.toml", ""), ["practice-file-unknown"], "a misspelt name is not passed over");
    let mut files = shipped("baotou").unwrap();
    files.remove("pack.toml");
    assert_eq!(read("baotou", &files).unwrap_err()[0].refusal.code, "practice-file-missing");
    assert_eq!(read("other", &shipped("baotou").unwrap()).unwrap_err()[0].refusal.code, "practice-name");
}

#[test]
fn every_refusal_of_a_pack_is_said_in_both_languages() {
    let text = "[[clock]]\nid = \"HANDEL_60D\"\nlength = 30\n[[clock]]\nid = \"HANDLE_60D\"\nlength = 90\n";
    for one in read("baotou", &with("clocks.toml", text)).unwrap_err() {
        for locale in Locale::ALL {
            let said = format!("{} {}", one.message().say(locale), one.refusal.message().say(locale));
            assert!(!said.contains('⟨') && said.contains("clocks.toml"), "{said}");
        }
    }
}

fn leave<A: access::Act<Target = DivisionCode>>() -> access::Permit<A> {
    access::permit(&Subject::System, &code("150223")).unwrap()
}

/// A banner with a bureau, a housing and a forestry department under the names that baotou's words mean.
fn house(store: &Store) {
    tree(store);
    let names = ["住房和城乡建设局", "林业和草原局"];
    for (seed, name) in (1..).zip(names) {
        let made = store.write_blocking(move |tx| -> Result<_, Error> {
            let full = crate::divisions::get(tx, &code("150223"))?.unwrap().name + name;
            let draft = OrgDraft::new(OrgKind::Unit, Text::parse("name", &full)?, code("150223"));
            let permit = access::permit(&Subject::System, &code("1502"))?;
            organisation::create(tx, &ctx(seed), &permit, draft)
        });
        made.unwrap();
    }
}

fn begin(store: &Store, name: &'static str, day: jiff::civil::Date, dry_run: bool) -> Result<Started, Error> {
    store.write_blocking(move |tx| {
        let leave = Leave::of(&Subject::System, &code("150223"))?;
        start(tx, &ctx(9), &leave, &pack(name), day, dry_run)
    })
}

fn held(store: &Store, day: jiff::civil::Date) -> Pack {
    let held = store.read_blocking(move |tx| {
        let loaded = reference::load(tx)?;
        in_force(tx, &loaded, &code("150223"), day)
    });
    held.unwrap()
}

fn changed(store: &Store, day: jiff::civil::Date) -> Option<Vec<FileChange>> {
    let changed = store.read_blocking(move |tx| {
        let loaded = reference::load(tx)?;
        changed_since(tx, &loaded, &code("150223"), day)
    });
    changed.unwrap()
}

/// The county's clocks with one made shorter still, as the administrator loads them.
fn own_defs(set: &domain::deadline::ClockSet) -> Vec<domain::deadline::ClockDef> {
    let national = domain::deadline::ClockRules::national().for_case(&code("150223"), date(2027, 1, 1));
    let mut own: Vec<_> = set.iter().filter(|def| national.get(def.id.as_str()) != Some(def)).cloned().collect();
    own.iter_mut().find(|def| def.id == "HANDLE_60D").unwrap().length = Some(25);
    own
}

#[test]
fn a_county_begins_with_a_pack_from_a_day_and_sees_what_it_changed_since() {
    testkit::both(crate::MIGRATIONS, |store| {
        house(store);
        let (before, day) = (date(2026, 12, 31), date(2027, 1, 1));
        let tried = begin(store, "huaibei", day, true).unwrap();
        assert!(tried.dry_run && tried.changes.iter().any(|change| change.file == "clocks.toml"), "{tried:?}");
        assert!(held(store, day).clocks.is_empty(), "a trial leaves nothing");
        let done = begin(store, "huaibei", day, false).unwrap();
        assert_eq!(done.changes, tried.changes, "what was tried is what is done");
        assert_eq!(done.version.as_deref(), Some("2027-1"));
        assert!(!done.left_out.is_empty() && done.left_out.iter().all(|one| one.refusal.code == "org-unknown"));
        // From the day on, and not a day before.
        let loaded = store.read_blocking(reference::load).unwrap();
        let handle = |day| loaded.clocks.for_case(&code("150223"), day).get("HANDLE_60D").unwrap().length;
        assert_eq!((handle(before), handle(day)), (Some(60), Some(30)));
        let practice = loaded.practices.in_force(&code("150223100"), day).unwrap();
        assert_eq!(practice.said()["command-order-escalate"].said.as_str(), "提请上一级");
        assert!(practice.words.iter().any(|word| word.term == Term::Point));
        assert!(loaded.practices.in_force(&code("150223"), before).is_none());
        assert_eq!(changed(store, before), None);
        assert_eq!(changed(store, day), Some(vec![]), "as it was begun");
        assert!(begin(store, "huaibei", day, false).unwrap().changes.is_empty(), "the same twice changes nothing");

        // The county makes one clock shorter still.
        let text = serde_json::json!([{ "division": "150223", "effective_from": day, "version": "own",
            "clocks": own_defs(&loaded.clocks.for_case(&code("150223"), day)) }]);
        let text = text.to_string();
        store.write_blocking(move |tx| reference::load_clocks(tx, &ctx(11), &leave(), &text)).unwrap();
        let told = changed(store, day).unwrap();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].lines, [Change::Gone("length = 30".into()), Change::Came("length = 25".into())]);

        // What is taken out is a sound pack again.
        let files = write(&held(store, day));
        let again = read("huaibei", &files).unwrap_or_else(|mistakes| panic!("{}", said(&mistakes)));
        assert_eq!(again.clocks.iter().find(|clock| clock.id == "HANDLE_60D").unwrap().length, 25);

        // Another practice takes its place; what it does not shorten goes back to the law.
        begin(store, "luoping", date(2027, 6, 1), false).unwrap();
        let loaded = store.read_blocking(reference::load).unwrap();
        let handle = |day| loaded.clocks.for_case(&code("150223"), day).get("HANDLE_60D").unwrap().length;
        assert_eq!((handle(day), handle(date(2027, 6, 1))), (Some(25), Some(60)));
        let refused = begin(store, "luoping", date(2020, 1, 1), false).unwrap_err();
        assert_eq!(refused.refusals().unwrap()[0].code, "catalogue-past");
    });
}
