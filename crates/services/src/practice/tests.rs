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
        // What is found rises in time, by the pack's own rules or by those it came with.
        let day = pack.about.effective_from;
        let table = pack.rules.oversight(Text::parse("version", name).unwrap(), day);
        assert_eq!(domain::oversight::find_left_below(&table.for_finds().escalation), None, "{name}");
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
    assert_eq!(clocks("[[clock]]\nid = 3\n"), [one(file, 2, "practice-toml-kind")]);
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
#[expect(clippy::too_many_lines, reason = "one of each mistake")]
fn every_mistake_of_the_rules_is_named_with_its_line_and_what_would_be_right() {
    let one = |file: &str, line: u64, code: &str| (file.to_owned(), line, code.to_owned());
    let rows = "名称,为什么,哪些件,哪几级,满多少,期限,上几级,交给\n\
        甲,超期没有办完,信访事项,旗县,很久,,1,信访局\n\
        乙,心情不好,信访事项,旗县,0,,1,信访局\n\
        丙,超期没有办完,信访事项,旗县,0,HANDEL_60D,1,信访局\n\
        丁,超期没有办完,信访事项,旗县,0,,9,信访局\n\
        戊,超期没有办完,信访事项,旗县,0,,1,信访局\n\
        戊,超期没有办完,信访事项,旗县,0,,1,信访局\n";
    let file = "escalation.csv";
    let told = [
        one(file, 2, "practice-number"),
        one(file, 3, "practice-word-unknown"),
        one(file, 4, "practice-clock-unknown"),
        one(file, 5, "oversight-target"),
        one(file, 7, "practice-twice"),
    ];
    assert_eq!(mistakes(file, rows), told);
    // Finds: the wrong sign, a level that has nobody above it, beyond the fifteen days; and a level that was forgotten.
    let rows = "名称,为什么,哪些件,哪几级,满多少,期限,上几级,交给\n\
        甲,超期没有办完,主动发现,村,0,,1,代办站\n\
        乙,过了这一级的天数,主动发现,旗县,0,,1,信访局\n\
        丙,从看到那天起满了天数,主动发现,乡镇,15,,1,信访局\n\
        丁,过了这一级的天数,主动发现,村,0,,1,代办站\n";
    let told = [
        one(file, 2, "oversight-find-trigger"),
        one(file, 3, "oversight-find-level"),
        one(file, 4, "oversight-find-days"),
        one(file, 5, "oversight-find-left"),
    ];
    assert_eq!(mistakes(file, rows), told);
    let rows = "名称,发什么,什么时候,多少,哪些件,期限,几天回话,事由,谁发\n\
        甲,问责建议函,查出弄虚作假,0,信访事项,,15,弄虚作假,自动\n\
        乙,提醒,快到期,7,信访事项,,,快到期,机器\n";
    let told = [
        one("supervision.csv", 2, "oversight-accountability-auto"),
        one("supervision.csv", 3, "practice-word-unknown"),
    ];
    assert_eq!(mistakes("supervision.csv", rows), told);
    assert_eq!(mistakes("oversight.toml", "verifiers = 1\n"), [one("oversight.toml", 1, "oversight-verifiers")]);
    let rows = "层级,多久看一次\n村,每日\n村,每周\n镇,每季度\n";
    let told = [one("rhythm.csv", 3, "practice-twice"), one("rhythm.csv", 4, "practice-word-unknown")];
    assert_eq!(mistakes("rhythm.csv", rows), told);
    let rows = "名称,到哪一步,小时\n当天,有单位接办,0\n";
    assert_eq!(mistakes("targets.csv", rows), [one("targets.csv", 2, "cycle-target")]);
    let rows = "谁,职责,天数\n人大代表领办,办结,61\n领导包案,包化解,0\n";
    let told = [one("charge.csv", 2, "practice-assignment-beyond-law"), one("charge.csv", 3, "leader-duty")];
    assert_eq!(mistakes("charge.csv", rows), told);
    let rows = "quiet_from = \"21点\"\n\ngive_up_hours = 999\n";
    let told = [one("notices.toml", 1, "notice-hour"), one("notices.toml", 3, "setting-range")];
    assert_eq!(mistakes("notices.toml", rows), told);
    let rows = "语言,什么事,怎么说\n中文,有了答复,您的信访件 {number} 有了答复\n火星文,有了答复,编号 {number}\n";
    let told = [one("notices.csv", 2, "notice-word"), one("notices.csv", 3, "notice-language")];
    assert_eq!(mistakes("notices.csv", rows), told);
    for (file, text) in
        [("escalation.csv", "名称\n"), ("notices.toml", "quiet = 3\n"), ("charge.csv", "谁,职责,天数\n谁知道,a,1\n")]
    {
        for mistake in read("baotou", &with(file, text)).unwrap_err() {
            for locale in Locale::ALL {
                let said = format!("{} {}", mistake.message().say(locale), mistake.refusal.message().say(locale));
                assert!(!said.contains('⟨') && said.contains(file), "{said}");
            }
        }
    }
}

#[test]
fn every_part_of_every_pack_is_shown_as_rows_and_comes_back_the_same() {
    for name in PACKS {
        let mut pack = pack(name);
        pack.sample = None;
        let whole = write(&pack);
        for (file, columns) in sheet::SHEETS {
            let rows = sheet::rows(&pack, file);
            assert!(rows.iter().all(|cells| cells.len() == columns.len()), "{name} {file}");
            let mut files = whole.clone();
            files.insert((*file).to_owned(), sheet::text(file, &rows));
            let again = read(name, &files).unwrap_or_else(|mistakes| panic!("{name} {file}:\n{}", said(&mistakes)));
            assert_eq!(sheet::rows(&again, file), rows, "{name} {file}");
            for (column, names) in columns.iter().enumerate() {
                let choices = sheet::choices(file, names.last().unwrap(), &pack.about.division);
                let known = |cell: &String| choices.is_empty() || choices.iter().any(|(value, _)| value == cell);
                assert!(rows.iter().all(|cells| known(&cells[column])), "{name} {file} {names:?}: {rows:?}");
                let said = |key: &String| Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, key));
                assert!(choices.iter().all(|(_, key)| said(key)), "{file} {names:?} {choices:?}");
            }
        }
    }
    let rows = vec![vec![String::new(), String::new()], vec!["redoings".into(), "力量重组".into()]];
    assert_eq!(sheet::row_of("oversight.toml", &rows, 1), Some(1), "an empty row has no line");
}

#[test]
fn a_part_is_changed_from_a_day_and_put_back_place_by_place() {
    testkit::both(crate::MIGRATIONS, |store| {
        house(store);
        let day = date(2027, 1, 1);
        begin(store, "huaibei", day, false).unwrap();
        let change = |file: &'static str, text: String, day: jiff::civil::Date| {
            store.write_blocking(move |tx| {
                let leave = Leave::of(&Subject::System, &code("150223"))?;
                change(tx, &ctx(31), &leave, (file, &text), day, false)
            })
        };
        let both = |file: &'static str, day: jiff::civil::Date| {
            let both = store.read_blocking(move |tx| {
                let loaded = reference::load(tx)?;
                both(tx, &loaded, (&code("150223"), day), file)
            });
            both.unwrap()
        };
        let now = held(store, day);
        let text = sheet::text("escalation.csv", &sheet::rows(&now, "escalation.csv"));
        let own =
            text.replace("overdue-county,超期没有办完,信访事项,旗县,0", "overdue-county,超期没有办完,信访事项,旗县,5");
        let own = own.replace(
            ",转手次数到了,信访事项、一周办结工单,嘎查村、苏木乡镇、旗县,3",
            ",转手次数到了,信访事项、一周办结工单,嘎查村、苏木乡镇、旗县,2",
        );
        let later = date(2027, 3, 1);
        let done = change("escalation.csv", own.clone(), later).unwrap().unwrap();
        assert_eq!(done.version.as_deref(), Some("2027-2"));
        let rule = |day, id: &str| {
            let loaded = store.read_blocking(reference::load).unwrap();
            let table = loaded.oversight.in_force(&code("150223"), day).unwrap();
            table.escalation.iter().find(|rule| rule.id.as_str() == id).unwrap().threshold
        };
        assert_eq!((rule(day, "overdue-county"), rule(later, "overdue-county")), (0, 5), "from its day on");
        assert_eq!(changed(store, day), Some(vec![]), "as it was begun");
        let told = changed(store, later).unwrap();
        assert_eq!(told.iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["escalation.csv"]);

        // Two places differ; the second goes back, the first stays.
        let (base, held_now) = both("escalation.csv", later);
        assert_eq!(hunks(&base, &held_now).len(), 2);
        change("escalation.csv", undo(&base, &held_now, 1), later).unwrap().unwrap();
        assert_eq!((rule(later, "overdue-county"), rule(later, "three-hops")), (5, 3));
        change("escalation.csv", base, later).unwrap().unwrap();
        assert_eq!(changed(store, later), Some(vec![]), "all of it");

        // A setting and a clock that were taken out go back to what came with the program.
        assert_eq!(held(store, later).settings["rework_max"], 1);
        change("settings.toml", String::new(), later).unwrap().unwrap();
        assert!(held(store, later).settings.is_empty());
        let mistakes = change("targets.csv", "名称,到哪一步,小时\n甲,没有的步,1\n".into(), later).unwrap().unwrap_err();
        assert_eq!((mistakes[0].line, mistakes[0].refusal.code.as_str()), (2, "practice-word-unknown"));
        let past = change("targets.csv", String::new(), date(2020, 1, 1)).unwrap_err();
        assert_eq!(past.refusals().unwrap()[0].code, "catalogue-past");

        // Rhythm, duties of whoever takes charge and notices follow, each under its own version.
        change("charge.csv", "谁,职责,天数\n领导包案,包办,9\n".into(), later).unwrap().unwrap();
        change("notices.csv", "语言,什么事,怎么说\n中文,登记了,编号 {number} 登记了\n".into(), later).unwrap().unwrap();
        let loaded = store.read_blocking(reference::load).unwrap();
        let leaders = loaded.leaders.in_force(&code("150223"), later).unwrap();
        assert_eq!((leaders.leader[0].days, leaders.leader.len(), leaders.delegate.len()), (9, 1, 2));
        assert_eq!(loaded.leaders.in_force(&code("150223"), day).unwrap().leader.len(), 6);
        let held = loaded.notices.in_force(&code("150223"), later).unwrap();
        assert_eq!(held.wording.0["zh-CN"][&domain::notice::Purpose::Registered], "编号 {number} 登记了");
    });
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
