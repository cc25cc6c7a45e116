//! Organisations on both engines.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{AdminDivisions, AdminUnits},
    },
    organisation::{Org, OrgKind},
};
use kernel::{Ctx, DivisionCode, Text};
use store::{Store, event_log};

use super::*;
use crate::{Error, divisions};

const TREE: &str =
    "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150223100201,巴音花嘎查村\n150204,青山区\n";

pub(crate) fn ctx(seed: u64) -> Ctx {
    Ctx::seeded("2026-09-17T02:00:00Z".parse().unwrap(), seed)
}

pub(crate) fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

pub(crate) fn tree(store: &Store) {
    let permit: Permit<AdminDivisions> = access::permit(&Subject::System, &code("15")).unwrap();
    divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
}

fn units(place: &str) -> Permit<AdminUnits> {
    access::permit(&Subject::System, &code(place)).unwrap()
}

fn draft(kind: OrgKind, name: &str, division: &str) -> OrgDraft {
    OrgDraft::new(kind, Text::parse("name", name).unwrap(), code(division))
}

fn create_one(store: &Store, seed: u64, draft: OrgDraft) -> Result<Org, Error> {
    store.write_blocking(move |tx| create(tx, &ctx(seed), &units("1502"), draft.clone()))
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().expect("a refusal")[0].code.clone()
}

#[test]
fn an_organisation_is_entered_changed_and_on_record() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let org = create_one(store, 1, draft(OrgKind::Bureau, "达茂旗信访局", "150223")).unwrap();
        let (id, mut change) = (org.id, draft(OrgKind::Bureau, "达茂旗信访局", "150223"));
        change.phone = Text::parse_optional("phone", "0472-0000000").unwrap();
        let update_as = |version: i64, change: &OrgDraft| {
            let change = change.clone();
            store.write_blocking(move |tx| update(tx, &ctx(2), &units("1502"), id, version, change.clone()))
        };
        assert_eq!(update_as(1, &change).unwrap().version, 2);
        assert_eq!(refused(update_as(1, &change)), "stale");
        let read = store.read_blocking(move |tx| get(tx, id)).unwrap().unwrap();
        assert_eq!(read.value, change.into_org(id, ctx(1).today()));
        let head = store.read_blocking(move |tx| event_log::head(tx, "1502", id)).unwrap();
        assert_eq!(head.seq, 2, "both changes stand in the log");
    });
}

#[test]
fn bad_entries_are_refused_by_name() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        create_one(store, 1, draft(OrgKind::Bureau, "达茂旗信访局", "150223")).unwrap();
        assert_eq!(refused(create_one(store, 2, draft(OrgKind::Bureau, "达茂旗信访局", "150223"))), "org-name-taken");
        assert_eq!(refused(create_one(store, 3, draft(OrgKind::Unit, "外地局", "150802"))), "not-permitted");
        assert_eq!(refused(create_one(store, 4, draft(OrgKind::Unit, "没有的旗局", "150299"))), "division-unknown");
        let mut village = draft(OrgKind::Point, "巴音花代办点", "150223100201");
        village.accepts_petitions = true;
        assert_eq!(refused(create_one(store, 5, village)), "org-village-opinion");
        let form = OrgForm { kind: "什么".into(), division: "1".into(), ..OrgForm::default() };
        let fields: Vec<_> = form.parse().unwrap_err().refusals().unwrap().iter().map(|r| r.field.clone()).collect();
        assert_eq!(fields, ["kind", "name", "division"]);
    });
}

#[test]
fn parents_never_close_a_circle() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let top = create_one(store, 1, draft(OrgKind::Center, "代办中心", "150223")).unwrap().id;
        let mut below = draft(OrgKind::Station, "代办站", "150223100");
        below.parent = Some(top);
        let below = create_one(store, 2, below).unwrap().id;
        let mut top_again = draft(OrgKind::Center, "代办中心", "150223");
        top_again.parent = Some(below);
        let change = store.write_blocking(move |tx| update(tx, &ctx(3), &units("1502"), top, 1, top_again.clone()));
        assert_eq!(refused(change), "org-own-parent");
    });
}

#[test]
fn the_nearest_bureau_and_the_pages_of_a_list() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        for (seed, kind, name, division) in [
            (1, OrgKind::Bureau, "包头市信访局", "1502"),
            (2, OrgKind::Bureau, "达茂旗信访局", "150223"),
            (3, OrgKind::Station, "百灵庙代办站", "150223100"),
        ] {
            create_one(store, seed, draft(kind, name, division)).unwrap();
        }
        let bureau = |place: &'static str| {
            let found = store.read_blocking(move |tx| bureau_for(tx, &code(place), ctx(0).today())).unwrap();
            found.map(|org| org.name.to_string())
        };
        assert_eq!(bureau("150223100201").as_deref(), Some("百灵庙代办站"));
        assert_eq!(bureau("150204").as_deref(), Some("包头市信访局"));
        let page = |after| {
            let query = OrgQuery { within: code("1502"), kind: None, on: Some(ctx(0).today()), after, limit: 2 };
            store.read_blocking(move |tx| list(tx, &query)).unwrap()
        };
        let first = page(None);
        let second = page(first.next.clone());
        assert_eq!((first.items.len(), second.items.len(), second.next), (2, 1, None));
        assert_eq!(second.items[0].value.name.as_str(), "百灵庙代办站");
        let by_name = store.read_blocking(|tx| find_by_name(tx, "达茂旗信访局", &code("150223100"))).unwrap();
        assert!(by_name.is_some());
    });
}

const UNITS: &str = "\u{feff}名称,类型,区划,简称,上级,电话,出具意见
达尔罕茂明安联合旗人民政府,政府,达尔罕茂明安联合旗,旗政府,,0472-0000001,
达茂旗住房和城乡建设局,单位,150223,旗住建局,旗政府,0472-0000002,是
,单位,150223,,,,
达茂旗没有上级的局,单位,150223,,不存在的政府,,
巴音花村委,单位,150223100201,,,,
";

#[test]
fn a_sheet_is_tried_imported_and_imported_again() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let import = |text: &'static str, dry_run: bool| {
            store
                .write_blocking(move |tx| {
                    import_units(tx, &ctx(9), &units("1502"), &Sheet::read(text.as_bytes())?, dry_run)
                })
                .unwrap()
        };
        let trial = import(UNITS, true);
        assert_eq!((trial.rows, trial.created, trial.errors.len()), (5, 2, 3), "{trial:?}");
        let count = || store.read_blocking(|tx| tx.query_one("SELECT count(*) FROM org", &[], |row| row.get::<i64>(0)));
        assert_eq!(count().unwrap(), 0, "a trial leaves nothing");
        let real = import(UNITS, false);
        let wrong: Vec<_> =
            real.errors.iter().map(|e| (e.line, e.refusal.field.as_str(), e.refusal.code.as_str())).collect();
        assert_eq!(
            wrong,
            [(4, "name", "text-empty"), (5, "parent", "org-unknown"), (6, "accepts_petitions", "org-village-opinion")]
        );
        assert_eq!(count().unwrap(), 2);
        let again = import(UNITS, false);
        assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 2));
        let changed =
            import("name,kind,division,parent,phone\n达茂旗住房和城乡建设局,UNIT,150223,旗政府,0472-9999999\n", false);
        assert_eq!(changed.updated, 1);
    });
}

#[test]
fn what_is_no_sheet_is_refused() {
    let code = |bytes: &[u8]| Sheet::read(bytes).unwrap_err().code;
    assert_eq!(code(b""), "sheet-empty");
    assert_eq!(code(b"PK\x03\x04 not a workbook"), "sheet-unreadable");
    assert_eq!(code(b"\xb4\xef\xc3\xaf"), "csv-encoding");
    let long = format!("name\n{}", "x\n".repeat(MAX_ROWS + 1));
    assert_eq!(code(long.as_bytes()), "sheet-too-long");
}

#[test]
fn a_workbook_is_read_like_a_list() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let report = store
            .write_blocking(|tx| {
                let sheet = Sheet::read(include_bytes!("fixtures/units.xlsx"))?;
                import_units(tx, &ctx(9), &units("1502"), &sheet, false)
            })
            .unwrap();
        assert_eq!((report.rows, report.created), (2, 2), "{report:?}");
        let org = store.read_blocking(|tx| find_by_name(tx, "达茂旗林业和草原局", &code("1502"))).unwrap().unwrap();
        assert_eq!(org.phone.unwrap().as_str(), "4720000003", "a number keeps its digits");
    });
}
