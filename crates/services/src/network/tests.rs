//! The network's sheets, figures and grid on both engines.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{AdminStaff, AdminUnits},
    },
    network::{AgentKind, GridLevel, Language},
    organisation::OrgKind,
    people::Role,
};
use kernel::{DivisionCode, Locale};
use store::Store;

use super::*;
use crate::{
    MIGRATIONS, divisions,
    organisation::{
        ImportReport, Sheet,
        tests::{code, ctx},
    },
    people,
};

const TREE: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150223100201,巴音花嘎查村\n150223100202,查干敖包嘎查村\n150223101,满都拉镇\n150223101201,额尔登敖包嘎查村\n150204,青山区\n150204001,先锋道街道\n150204001001,建安社区\n";

const STATIONS: &str = "\u{feff}名称,类型,区划,电话,地点,开放时间,语言,上门,无障碍,停靠点,主办单位,成员单位
达茂旗信访代办中心,代办中心,150223,0472-000-0001,政务大楼一楼,周一至周五 8:30–12:00，14:30–17:30,汉语；蒙古语,,坡道,,,
百灵庙镇信访代办站,代办站,百灵庙镇,0472-000-0002,便民大厅,工作日 9:00-17:00；2026-10-01 休息,汉语,是,坡道；老花镜,,,
巴音花代办点,代办点,150223100201,0472-000-0003,党群服务中心,每天 8:00-20:00,蒙古语,是,,,,
草原流动代办车,移动窗口,150223100,0472-000-0004,,,蒙古语,,,查干敖包队部：周三 9:00-11:00 | 巴音花队部：周五 9:00-11:00,,
红色蒙古包,工作室,150223101,0472-000-0005,额尔登敖包,每天 9:00-18:00,汉语；蒙古语,,,,满都拉镇党委,司法所；派出所；法庭
";

const WRONG_STATIONS: &str = "名称,类型,区划,开放时间,语言,停靠点,主办单位
没时间的站,代办站,150223100,上班的时候,,,
没停靠的车,移动窗口,150223100,,,,
不是机构,信访局,150223,,,,
外地的站,代办站,150204001,,,,
会火星语的点,代办点,150223100202,,火星语,,
有主办的点,代办点,150223100202,,,,司法所
有停靠的点,代办点,150223100202,,,队部：周三 9:00-11:00,
没这地方,代办点,150223999999,,,,
";

const AGENTS: &str = "姓名,代办机构,类别,公职,语言,专长,职务,电话,第一责任人,任命机构,任职日期,登录名
王建军,百灵庙镇信访代办站,干部,,汉语,代写材料,代办员,0472-000-0101,,百灵庙镇党委,2026-01-01,wang
苏日娜,巴音花代办点,党员,否,汉语；蒙古语,草场；家庭、邻里,代办员,0472-000-0102,是,嘎查党支部,2026-01-01,
李律师,达茂旗信访代办中心,律师,,,法律问题,,,,司法局,,
";

const WRONG_AGENTS: &str = "姓名,代办机构,类别,专长,电话,登录名
甲某,没有的代办点,干部,,,
乙某,巴音花代办点,好人,,,
丙某,巴音花代办点,干部,摔跤,,
,巴音花代办点,干部,,,
丁某,巴音花代办点,干部,,12,
戊某,巴音花代办点,干部,,,x
";

const GRIDS: &str = "网格编号,名称,类型,区划,上级网格,户数,代办点,代办员,网格人员
T1,百灵庙镇网格,乡级网格,150223100,,,,,网格长 王建军 0472-000-0101
V1,巴音花网格,村级网格,150223100201,T1,,,,网格长 苏日娜 0472-000-0102
N1,东独贵龙,自然村,150223100201,V1,40,,苏日娜,片长 巴特尔
W1,第一网格,网格,150223100201,N1,20,,,网格员 其其格 0472-000-0103；网格员 宝音
H1,一组户代表,户代表级网格,150223100201,W1,5,,,
S1,百灵庙中学,学校网格,150223100,T1,,百灵庙镇信访代办站,,网格长 李老师
";

const WRONG_GRIDS: &str = "网格编号,名称,类型,区划,上级网格,户数,网格人员
X1,没有上级的,网格,150223100201,ZZ,,
X2,放错地方的,乡级网格,150223100201,,,
X3,装不下的,村级网格,150223100201,H1,,
X4,户数不对,网格,150223100201,,很多,
X5,人写错了,网格,150223100201,,,张三
X6,没这类型,大网格,150223100201,,,
";

pub(super) fn units(place: &str) -> Permit<AdminUnits> {
    access::permit(&Subject::System, &code(place)).unwrap()
}

pub(super) fn staff(place: &str) -> Permit<AdminStaff> {
    access::permit(&Subject::System, &code(place)).unwrap()
}

fn tree(store: &Store) {
    let permit = access::permit(&Subject::System, &code("15")).unwrap();
    divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
}

fn take(store: &Store, kind: SheetKind, text: &str, dry_run: bool) -> ImportReport {
    let text = text.to_owned();
    let done = store.write_blocking(move |tx| {
        let sheet = Sheet::read(text.as_bytes())?;
        // Banner only: what lies outside of it is refused.
        import(tx, &ctx(7), (&units("150223"), &staff("150223")), kind, &sheet, dry_run)
    });
    done.unwrap()
}

fn whole(store: &Store) {
    tree(store);
    for (kind, text) in [(SheetKind::Stations, STATIONS), (SheetKind::Agents, AGENTS), (SheetKind::Grids, GRIDS)] {
        let report = take(store, kind, text, false);
        assert!(report.errors.is_empty(), "{kind:?}: {report:?}");
    }
}

fn wrong(report: &ImportReport) -> Vec<(u64, &str, &str)> {
    report.errors.iter().map(|e| (e.line, e.refusal.field.as_str(), e.refusal.code.as_str())).collect()
}

#[test]
fn every_sheet_is_tried_taken_and_taken_again() {
    testkit::both(MIGRATIONS, |store| {
        tree(store);
        for (kind, text, rows) in
            [(SheetKind::Stations, STATIONS, 5), (SheetKind::Agents, AGENTS, 3), (SheetKind::Grids, GRIDS, 6)]
        {
            let before = store.read_blocking(move |tx| export(tx, &ctx(1), kind, &code("1502"))).unwrap();
            let trial = take(store, kind, text, true);
            assert_eq!((trial.created, trial.errors.len(), trial.dry_run), (rows, 0, true), "{kind:?} {trial:?}");
            let kept = store.read_blocking(move |tx| export(tx, &ctx(1), kind, &code("1502"))).unwrap();
            assert_eq!(kept, before, "a trial leaves nothing");
            assert_eq!(take(store, kind, text, false).created, rows);
            let again = take(store, kind, text, false);
            assert_eq!((again.created, again.updated, again.unchanged), (0, 0, rows), "{kind:?} {again:?}");
            // What was exported is imported as it is.
            let sheet = store.read_blocking(move |tx| export(tx, &ctx(1), kind, &code("1502"))).unwrap();
            let csv = String::from_utf8(to_csv(&sheet)).unwrap();
            let round = take(store, kind, &csv, false);
            assert_eq!((round.unchanged, round.errors.len()), (rows, 0), "{kind:?} {round:?}\n{csv}");
        }
    });
}

#[test]
fn what_is_wrong_is_told_row_by_row_and_the_rest_is_taken() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let stations = take(store, SheetKind::Stations, WRONG_STATIONS, false);
        assert_eq!(
            wrong(&stations),
            [
                (2, "hours", "opening-hours"),
                (3, "stops", "station-stops"),
                (4, "kind", "station-kind"),
                (5, "", "not-permitted"),
                (6, "languages", "word-unknown"),
                (7, "members", "station-members"),
                (8, "stops", "station-stops"),
                (9, "division", "division-unknown"),
            ]
        );
        let agents = take(store, SheetKind::Agents, WRONG_AGENTS, false);
        assert_eq!(
            wrong(&agents),
            [
                (2, "org", "org-unknown"),
                (3, "kind", "agent-kind"),
                (4, "expertise", "word-unknown"),
                (5, "name", "text-empty"),
                (6, "phone", "phone"),
                (7, "login", "login-name"),
            ]
        );
        let grids = take(store, SheetKind::Grids, WRONG_GRIDS, false);
        assert_eq!(
            wrong(&grids),
            [
                (2, "parent", "grid-code-unknown"),
                (3, "division", "grid-place"),
                (4, "parent", "grid-parent"),
                (5, "households", "grid-households"),
                (6, "posts", "grid-members"),
                (7, "kind", "grid-kind"),
            ]
        );
        for refusal in stations.errors.iter().chain(&agents.errors).chain(&grids.errors) {
            let message = refusal.refusal.message();
            assert!(Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &message.key)), "{}", message.key);
        }
        let missing = Sheet::read("名称,区划\n甲,150223\n".as_bytes()).unwrap();
        let refused = store.write_blocking(move |tx| import_stations(tx, &ctx(7), &units("150223"), &missing, true));
        assert_eq!(refused.unwrap_err().refusals().unwrap()[0].code, "csv-columns");
    });
}

#[test]
fn templates_can_be_imported_as_they_are_downloaded() {
    for kind in SheetKind::ALL {
        let rows = template(kind);
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        let csv = to_csv(&rows);
        assert!(csv.starts_with("\u{feff}".as_bytes()), "spreadsheet programs know the encoding");
        Sheet::read(&csv).unwrap();
    }
    let formula = String::from_utf8(to_csv(&[vec!["=1+1".into(), "甲,乙".into()]])).unwrap();
    assert_eq!(formula, "\u{feff}'=1+1,\"甲,乙\"\r\n", "a cell never becomes a formula");
}

#[test]
fn an_agent_keeps_her_other_roles_and_gets_a_login_name_of_her_place() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let rows = store.read_blocking(|tx| agents(tx, &ctx(1), &query("150223"))).unwrap().items;
        let suri = rows.iter().find(|row| row.name.reveal() == "苏日娜").unwrap().clone();
        let file = suri.file.clone().unwrap();
        assert_eq!((file.kind, file.official, file.first), (AgentKind::PartyMember, false, true));
        assert_eq!(file.languages, [Language::Mandarin, Language::Mongolian]);
        let id = suri.id;
        let login = store.read_blocking(move |tx| people::get(tx, &staff("150223"), id)).unwrap().value.login;
        assert_eq!(login.as_str(), "db-150223100201-01");
        // She is also a registrar; a later sheet with another telephone leaves that alone.
        store
            .write_blocking(move |tx| {
                let before = people::get(tx, &staff("150223"), id)?;
                let mut draft = people::StaffDraft::new(
                    before.value.login.clone(),
                    before.value.name.clone(),
                    before.value.org,
                    before.value.grants.clone(),
                );
                let mut registrar = before.value.grants[0].clone();
                registrar.role = Role::Registrar;
                draft.grants.push(registrar);
                people::update(tx, &ctx(3), &staff("150223"), id, before.version, &draft)
            })
            .unwrap();
        let changed = take(store, SheetKind::Agents, &AGENTS.replace("0472-000-0102", "0472-000-0199"), false);
        assert_eq!((changed.updated, changed.unchanged), (1, 2), "{changed:?}");
        let staff_row = store.read_blocking(move |tx| people::get(tx, &staff("150223"), id)).unwrap().value;
        assert_eq!(staff_row.grants.len(), 2);
        let filtered = |language, expertise, kind| {
            let query = AgentQuery { kind, language, expertise, ..query("1502") };
            store.read_blocking(move |tx| agents(tx, &ctx(1), &query)).unwrap().items.len()
        };
        assert_eq!(filtered(Some(Language::Mongolian), None, None), 1);
        assert_eq!(filtered(None, Some(domain::network::Expertise::Law), None), 1);
        assert_eq!(filtered(None, None, Some(AgentKind::Cadre)), 1);
    });
}

fn query(place: &str) -> AgentQuery {
    AgentQuery {
        within: code(place),
        kind: None,
        language: None,
        expertise: None,
        away: false,
        after: None,
        limit: 100,
    }
}

#[test]
fn lists_go_on_where_they_stopped() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let (mut seen, mut after) = (vec![], None);
        loop {
            let query = AgentQuery { after, limit: 2, ..query("1502") };
            let page = store.read_blocking(move |tx| agents(tx, &ctx(1), &query)).unwrap();
            seen.extend(page.items.iter().map(|row| row.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!((all, seen.len()), (3, 3), "everybody once");
    });
}

/// The figures, counted again from the lists, one by one.
#[test]
fn figures_and_coverage_agree_with_the_lists() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        for place in ["1502", "150223", "150223100", "150223100201", "150204"] {
            let counted = store.read_blocking(move |tx| figures(tx, &code(place), ctx(1).today())).unwrap();
            let list = StationQuery {
                within: code(place),
                kind: None,
                language: None,
                on: ctx(1).today(),
                after: None,
                limit: 100,
            };
            let stations = store.read_blocking(move |tx| stations(tx, &list)).unwrap().items;
            assert_eq!(counted.total.institutions(), i64::try_from(stations.len()).unwrap(), "{place}");
            for kind in OrgKind::ALL {
                let many = stations.iter().filter(|row| row.kind == *kind).count();
                assert_eq!(counted.total.stations.get(kind).copied().unwrap_or(0), i64::try_from(many).unwrap());
            }
            let people = query(place);
            let people = store.read_blocking(move |tx| agents(tx, &ctx(1), &people)).unwrap().items;
            assert_eq!(counted.total.people(), i64::try_from(people.len()).unwrap(), "{place}");
            let villages: Vec<DivisionCode> = TREE
                .lines()
                .skip(1)
                .filter_map(|line| DivisionCode::parse(line.split(',').next()?).ok())
                .filter(|division| code(place).contains(division))
                .collect();
            for (digits, coverage) in [(9, counted.total.townships), (12, counted.total.villages)] {
                let all: Vec<_> = villages.iter().filter(|division| division.as_str().len() == digits).collect();
                let with = all.iter().filter(|division| stations.iter().any(|row| row.division == ***division)).count();
                let told = (coverage.with, coverage.all);
                assert_eq!(told, (i64::try_from(with).unwrap(), i64::try_from(all.len()).unwrap()), "{place} {digits}");
                let place = code(place);
                let without = store
                    .read_blocking(move |tx| villages_without(tx, &place, ctx(1).today(), None, 100))
                    .unwrap()
                    .iter()
                    .filter(|division| division.code.as_str().len() == digits)
                    .count();
                assert_eq!(without, all.len() - with, "the list of those without");
            }
            let inside: i64 = counted.inside.iter().map(|(_, figures)| figures.institutions()).sum();
            assert_eq!(inside + counted.own.institutions(), counted.total.institutions(), "the rows add up");
        }
        let city = store.read_blocking(|tx| figures(tx, &code("1502"), ctx(1).today())).unwrap().total;
        assert_eq!((city.townships.with, city.townships.all, city.villages.with, city.villages.all), (2, 3, 1, 4));
        assert_eq!((city.people(), city.core()), (3, 2));
        let levels: Vec<_> = city.grids.into_iter().collect();
        assert_eq!(levels.len(), 6, "{levels:?}");
        assert!(levels.contains(&(GridLevel::Households, 1)) && levels.contains(&(GridLevel::Special, 1)));
    });
}

#[test]
fn a_place_finds_its_point_and_agent_and_a_grid_its_own() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let grid = |number: &'static str| {
            let sql = "SELECT id FROM grid WHERE code = $1";
            store.read_blocking(move |tx| tx.query_one(sql, store::params![number], |row| row.get(0))).unwrap()
        };
        let found = |place: &'static str, grid: Option<kernel::GridId>| {
            let helper = store.read_blocking(move |tx| helper_for(tx, &ctx(1), &code(place), grid)).unwrap();
            let helper = helper.expect("somebody helps");
            let name = helper.now().map(|agent| agent.name.reveal().to_owned()).unwrap_or_default();
            (helper.station.name.to_string(), name)
        };
        let pair = |station: &str, agent: &str| (station.to_owned(), agent.to_owned());
        assert_eq!(found("150223100201", None), pair("巴音花代办点", "苏日娜"));
        assert_eq!(
            found("150223100202", None),
            pair("百灵庙镇信访代办站", "王建军"),
            "no point here: the township's station"
        );
        assert_eq!(found("150223101201", None), pair("红色蒙古包", ""), "a studio is better than the county");
        assert_eq!(found("150223100201", Some(grid("H1"))), pair("巴音花代办点", "苏日娜"), "named three levels up");
        assert_eq!(found("150223100", Some(grid("S1"))), pair("百灵庙镇信访代办站", "王建军"));
        let nobody = store.read_blocking(|tx| helper_for(tx, &ctx(1), &code("150204001"), None)).unwrap();
        assert!(nobody.is_none());
        let near = |place: &'static str| -> Vec<String> {
            let page = store.read_blocking(move |tx| near(tx, &ctx(1), &code(place), None, 10)).unwrap();
            page.items.into_iter().map(|(row, _)| row.name).collect()
        };
        let village = ["巴音花代办点", "百灵庙镇信访代办站", "草原流动代办车", "达茂旗信访代办中心"];
        assert_eq!(near("150223100201"), village, "the village, its township, its county");
        assert_eq!(near("150223"), ["达茂旗信访代办中心", "百灵庙镇信访代办站", "草原流动代办车", "红色蒙古包"]);
    });
}

#[test]
fn a_household_group_has_no_column_for_a_person() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let holders = store
            .read_blocking(|tx| {
                let sql =
                    "SELECT count(*) FROM grid q JOIN grid_post p ON p.grid_id = q.id WHERE q.level = 'HOUSEHOLDS'";
                tx.query_one(sql, &[], |row| row.get::<i64>(0))
            })
            .unwrap();
        assert_eq!(holders, 0);
        let refused = take(
            store,
            SheetKind::Grids,
            "网格编号,名称,类型,区划,网格人员\nH9,一组,户代表级网格,150223100201,网格员 某某\n",
            false,
        );
        assert_eq!(wrong(&refused), [(2, "posts", "grid-household-posts")]);
    });
}

#[test]
fn what_changes_stands_in_the_log_without_names() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let bodies: Vec<String> = store
            .read_blocking(|tx| {
                tx.query("SELECT body FROM event WHERE kind LIKE 'grid%' OR kind LIKE 'agent%'", &[], |row| row.get(0))
            })
            .unwrap();
        assert!(bodies.len() >= 9, "{}", bodies.len());
        assert!(bodies.iter().all(|body| !body.contains("苏日娜") && !body.contains("其其格")), "{bodies:?}");
    });
}

/// Leave of the machine's own line, as an import has it.
fn permits() -> (Permit<AdminUnits>, Permit<AdminStaff>) {
    (
        access::permit(&Subject::System, &code("150223")).unwrap(),
        access::permit(&Subject::System, &code("150223")).unwrap(),
    )
}

#[test]
fn a_change_begins_on_its_day_and_is_on_record_twice() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let id: kernel::OrgId = store
            .read_blocking(|tx| {
                tx.query_one("SELECT id FROM org WHERE name = '巴音花代办点'", &[], |row| row.get(0))
            })
            .unwrap();
        let target = Target::Station(id);
        let cell = |name: &'static str| {
            let all = store.read_blocking(move |tx| cells(tx, &ctx(1), target)).unwrap();
            all.into_iter().find(|(known, _)| known == name).unwrap().1
        };
        let alter = |new: &[(&str, &str)], days: i64| {
            let new: Vec<(String, String)> = new.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect();
            store.write_blocking(move |tx| {
                let from = ctx(1).today().saturating_add(jiff::Span::new().days(days));
                let (units, staff) = permits();
                change(tx, &ctx(2), (&units, &staff), target, &new, from)
            })
        };
        let refused = |result: Result<bool, crate::Error>| result.unwrap_err().refusals().unwrap()[0].code.clone();
        assert!(alter(&[("phone", "0472-000-0099")], 0).unwrap(), "today it is done at once");
        assert_eq!(cell("phone"), "0472-000-0099");
        assert_eq!(refused(alter(&[("phone", "0472-000-0099")], 0)), "change-same");
        assert_eq!(refused(alter(&[("hours", "上班的时候")], 3)), "opening-hours", "checked before it waits");
        assert_eq!(refused(alter(&[("phone", "0472-000-0098")], -1)), "change-past");
        let before = cell("hours");
        assert!(!alter(&[("hours", "每天 9:00-12:00")], 3).unwrap());
        assert_eq!((cell("hours"), store.read_blocking(move |tx| planned(tx, target)).unwrap().len()), (before, 1));
        let apply = |days: i64| {
            let at = ctx(1).now() + jiff::SignedDuration::from_hours(24 * days);
            let later = kernel::Ctx::seeded(at, 77);
            store.write_blocking(move |tx| apply_due(tx, &later, 10)).unwrap()
        };
        assert_eq!((apply(2), apply(3), apply(3)), (0, 1, 0), "on its day, and once");
        assert!(cell("hours").contains("9:00") && cell("hours").contains("12:00"), "{}", cell("hours"));
        assert!(store.read_blocking(move |tx| planned(tx, target)).unwrap().is_empty());
        let kinds: Vec<String> = store
            .read_blocking(|tx| {
                tx.query("SELECT kind FROM event WHERE kind LIKE '%change%' ORDER BY kind", &[], |row| row.get(0))
            })
            .unwrap();
        assert!(kinds.iter().any(|kind| kind == "network-change-planned"), "{kinds:?}");
        assert!(kinds.iter().any(|kind| kind == "station-changed"), "{kinds:?}");
    });
}

#[test]
fn whom_to_choose_begins_with_the_nearest_who_is_there_and_speaks_her_language() {
    testkit::both(MIGRATIONS, |store| {
        whole(store);
        let kit = crate::Kit::new(crate::secrets::Keys::ephemeral(&ctx(1)).unwrap());
        let named = |place: &'static str, grid: Option<kernel::GridId>, language: Option<Language>| {
            let kit = kit.clone();
            let found =
                store.read_blocking(move |tx| choices(tx, &kit, &ctx(1), For { place: &code(place), grid, language }));
            found.unwrap().into_iter().map(|one| (one.near, one.agent.name.reveal().to_owned())).collect::<Vec<_>>()
        };
        let own = named("150223100201", None, Some(Language::Mongolian));
        assert_eq!(own[0], (Near::Place, "苏日娜".to_owned()));
        assert_eq!(own.iter().map(|(near, _)| *near).collect::<Vec<_>>(), [Near::Place, Near::Township, Near::County]);
        // From the next village she is a neighbour: the township comes first, then the county.
        let beside = named("150223100202", None, None);
        assert_eq!(beside.last().unwrap(), &(Near::Beside, "苏日娜".to_owned()));
        let grid = store
            .read_blocking(|tx| tx.query_one("SELECT id FROM grid WHERE code = 'H1'", &[], |row| row.get(0)))
            .unwrap();
        assert_eq!(named("150223100202", Some(grid), None)[0], (Near::Grid, "苏日娜".to_owned()), "named for the grid");
    });
}
