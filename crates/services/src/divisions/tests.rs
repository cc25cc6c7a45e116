//! The tree on both engines.

use domain::access::{self, Permit, Subject, actions::AdminDivisions};
use kernel::{DivisionCode, OrgLevel};

use super::*;
use crate::organisation::MIGRATIONS;

const LIST: &str = "\
code,name,town_code,town,county_code,county,city_code,city
150223100201,巴音花嘎查村,150223100,百灵庙镇,150223,达尔罕茂明安联合旗,1502,包头市
150223100202,红旗社区,150223100,百灵庙镇,150223,达尔罕茂明安联合旗,1502,包头市
15022310020x,坏代码村,150223100,百灵庙镇,150223,达尔罕茂明安联合旗,1502,包头市
150204001001,别处社区,150223100,百灵庙镇,150223,达尔罕茂明安联合旗,1502,包头市
150223100203,改名村,150223100,百灵镇,150223,达尔罕茂明安联合旗,1502,包头市
150223100204,,150223100,百灵庙镇,150223,达尔罕茂明安联合旗,1502,包头市
";

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

fn permit(place: &str) -> Permit<AdminDivisions> {
    access::permit(&Subject::System, &code(place)).unwrap()
}

#[test]
fn a_list_makes_all_five_levels_once() {
    testkit::both(&[MIGRATIONS], |store| {
        let report = import_divisions(store, &[permit("15")], LIST.as_bytes()).unwrap();
        assert_eq!((report.rows, report.divisions, report.changed), (6, 6, 6), "{report:?}");
        let wrong: Vec<_> = report.errors.iter().map(|e| (e.line, e.refusal.code.as_str())).collect();
        let expected = [(4, "division-code"), (5, "division-not-inside"), (6, "division-two-names"), (7, "text-empty")];
        assert_eq!(wrong, expected);
        let again = import_divisions(store, &[permit("15")], LIST.as_bytes()).unwrap();
        assert_eq!((again.divisions, again.changed), (6, 0), "a second run changes nothing");

        let names: Vec<_> = store
            .read_blocking(|tx| path(tx, &code("150223100201")))
            .unwrap()
            .into_iter()
            .map(|division| (division.level(), division.name))
            .collect();
        assert_eq!(names[0], (OrgLevel::Region, "内蒙古自治区".into()));
        assert_eq!(names[4], (OrgLevel::Village, "巴音花嘎查村".into()));
        assert_eq!(store.read_blocking(|tx| children(tx, Some(&code("150223100")))).unwrap().len(), 2);
        assert_eq!(store.read_blocking(|tx| children(tx, None)).unwrap()[0].code, code("15"));
    });
}

#[test]
fn a_renamed_division_is_changed_and_foreign_ones_are_left_out() {
    testkit::both(&[MIGRATIONS], |store| {
        import_divisions(store, &[permit("15")], LIST.as_bytes()).unwrap();
        let renamed = "code,name\n150223100201,巴音花新村\n340602001001,淮北社区\n150223300001,没有上级的村\n";
        let report = import_divisions(store, &[permit("150223")], renamed.as_bytes()).unwrap();
        assert_eq!(report.changed, 1);
        let wrong: Vec<_> = report.errors.iter().map(|e| (e.line, e.refusal.code.as_str())).collect();
        let expected = [(4, "division-no-parent"), (0, "division-outside"), (3, "division-no-parent")];
        assert_eq!(wrong, expected);
        let village = store.read_blocking(|tx| get(tx, &code("150223100201"))).unwrap().unwrap();
        assert_eq!(village.name, "巴音花新村");
    });
}

#[test]
fn people_say_damaoqi() {
    testkit::both(&[MIGRATIONS], |store| {
        import_divisions(store, &[permit("15")], LIST.as_bytes()).unwrap();
        let load = |tx: &mut store::Tx| import_aliases(tx, &permit("15"), COMMON_ALIASES.as_bytes());
        let (new, errors) = store.write_blocking(load).unwrap();
        assert!(new > 30 && errors.is_empty(), "{errors:?}");
        assert_eq!(store.write_blocking(load).unwrap().0, 0);
        let found = |text: &'static str| {
            let found = store.read_blocking(move |tx| find(tx, text, &code("15"), 10)).unwrap();
            found.into_iter().map(|division| division.code.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(found("达茂旗"), ["150223"]);
        assert_eq!(found("达尔罕"), ["150223"]);
        assert_eq!(found("百灵"), ["150223100"]);
        assert!(found("土左旗").is_empty(), "an alias of a division that is not in the tree");
    });
}

#[test]
fn what_is_no_list_of_divisions_is_refused() {
    let store = testkit::sqlite(&[MIGRATIONS]);
    for text in ["", "代码,名称\n150223,旗\n"] {
        let error = import_divisions(&store, &[permit("15")], text.as_bytes()).unwrap_err();
        assert_eq!(error.refusals().unwrap()[0].code, "csv-columns");
    }
    let gbk = b"code,name\n150223,\xb4\xef\xc3\xaf\n";
    let report = import_divisions(&store, &[permit("15")], gbk.as_slice()).unwrap();
    assert_eq!(report.errors[0].refusal.code, "csv-encoding");
}

/// Thousands of villages, as a real list has them; also what a look-up by name costs then.
#[test]
fn a_whole_prefecture_goes_in_and_is_found_by_index() {
    testkit::both(&[MIGRATIONS], |store| {
        let mut list = String::from("code,name,town_code,town,county_code,county,city_code,city\n");
        for n in 0..9_000_u32 {
            let town = 150_223_100 + n / 100;
            let village = n % 100 + 1;
            let row = format!("{town}{village:03},第{n}村,{town},{town}镇,150223,达尔罕茂明安联合旗,1502,包头市\n");
            list.push_str(&row);
        }
        let report = import_divisions(store, &[permit("15")], list.as_bytes()).unwrap();
        assert_eq!((report.changed, report.errors.len()), (9_000 + 90 + 3, 0));
        let scans = store
            .write_blocking(|tx| {
                store::explain::full_scans(
                    tx,
                    "SELECT code, name FROM division WHERE parent = $1 ORDER BY code",
                    &["150223".into()],
                )
            })
            .unwrap();
        assert!(scans.is_empty(), "{scans:?}");
        let found = store.read_blocking(|tx| find(tx, "第8999", &code("1502"), 5)).unwrap();
        assert_eq!(found[0].code, code("150223189100"));
    });
}
