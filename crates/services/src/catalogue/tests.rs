//! The catalogue is imported, edited and put in force on both engines.

use domain::{
    access::{self, Permit, Subject, actions::AdminCatalogue, actions::AdminUnits},
    dispatch::{CategoryPath, Handler},
    organisation::OrgKind,
};
use jiff::civil::date;
use kernel::{OrgLevel, Text};
use store::Store;

use super::*;
use crate::{
    Error,
    organisation::{
        self, OrgDraft, Sheet,
        tests::{code, ctx, tree},
    },
    reference,
};

fn leave() -> Permit<AdminCatalogue> {
    access::permit(&Subject::System, &code("150223")).unwrap()
}

fn house(store: &Store) {
    tree(store);
    for (seed, name, kind) in [(1, "达茂旗住房和城乡建设局", OrgKind::Unit), (2, "达茂旗信访局", OrgKind::Bureau)]
    {
        let made = store.write_blocking(move |tx| -> Result<_, Error> {
            let permit: Permit<AdminUnits> = access::permit(&Subject::System, &code("1502"))?;
            organisation::create(
                tx,
                &ctx(seed),
                &permit,
                OrgDraft::new(kind, Text::parse("name", name)?, code("150223")),
            )
        });
        made.unwrap();
    }
}

const SHEET: &str = "类别,区划,主办,协办,不派,说明
城乡建设/供热,,达茂旗住房和城乡建设局,,嘎查村,三定规定
农村农业/草原,百灵庙镇,所在苏木乡镇,达茂旗住房和城乡建设局,,
没有的类别,,达茂旗住房和城乡建设局,,,
城乡建设/物业,,没有的局,,楼上,
城乡建设/物业,,达茂旗信访局,,,
";

fn import(store: &Store, text: &'static str, day: jiff::civil::Date, dry_run: bool) -> Published {
    let done = store.write_blocking(move |tx| {
        import_catalogue(tx, &ctx(9), &leave(), &Sheet::read(text.as_bytes())?, day, dry_run)
    });
    done.unwrap()
}

#[test]
fn a_sheet_becomes_a_version_and_says_what_is_wrong_row_by_row() {
    testkit::both(crate::MIGRATIONS, |store| {
        house(store);
        let day = date(2026, 10, 1);
        assert_eq!(import(store, SHEET, day, true).version, None, "a trial leaves nothing");
        let done = import(store, SHEET, day, false);
        assert_eq!((done.version.as_deref(), done.report.created), (Some("2026-1"), 2));
        let wrong: Vec<_> = done.report.errors.iter().map(|e| (e.line, e.refusal.code.as_str())).collect();
        assert_eq!(
            wrong,
            [(4, "catalogue-category"), (5, "org-unknown"), (5, "catalogue-level"), (6, "catalogue-not-handling")]
        );
        assert_eq!(import(store, SHEET, day, false).version, None, "nothing changed, no new version");
        let loaded = store.read_blocking(reference::load).unwrap();
        assert!(loaded.catalogues.in_force(&code("150223100"), date(2026, 9, 30)).is_none(), "not yet");
        let held = loaded.catalogues.in_force(&code("150223100"), day).unwrap();
        let path = CategoryPath::parse("农村农业/草原/禁牧与过渡草料").unwrap();
        let entry = held.winner(&path, &code("150223100201")).unwrap();
        assert_eq!((entry.lead, entry.place.as_str()), (Handler::Township, "150223100"));
        assert_eq!(held.entries[0].forbid_levels, [OrgLevel::Village]);
    });
}

#[test]
fn an_edit_is_a_new_version_and_a_stale_one_is_told() {
    testkit::both(crate::MIGRATIONS, |store| {
        house(store);
        import(store, SHEET, date(2026, 10, 1), false);
        let row = (CategoryPath::parse("农村农业/草原").unwrap(), code("150223100"));
        let edit = |seen: &str, day| Edit { seen: seen.into(), row: Some(row.clone()), effective_from: day };
        let remove = |edit: Edit| store.write_blocking(move |tx| remove_entry(tx, &ctx(3), &leave(), &edit));
        let refused = |result: Result<String, Error>| result.unwrap_err().refusals().unwrap()[0].code.clone();
        assert_eq!(refused(remove(edit("2026-0", date(2026, 10, 1)))), "stale");
        assert_eq!(refused(remove(edit("2026-1", date(2026, 9, 1)))), "catalogue-past");
        assert_eq!(remove(edit("2026-1", date(2026, 11, 1))).unwrap(), "2026-2");
        let loaded = store.read_blocking(reference::load).unwrap();
        let rows = |day| loaded.catalogues.in_force(&code("150223"), day).unwrap().entries.len();
        assert_eq!((rows(date(2026, 10, 31)), rows(date(2026, 11, 1))), (2, 1), "each day has its version");
    });
}

#[test]
fn categories_are_laid_over_the_shipped_tree() {
    testkit::both(crate::MIGRATIONS, |store| {
        house(store);
        let text = "一级,二级,三级,说法,途径\n农村农业,草原,草场租赁,租草场 草场租金,信访程序\n农村农业,草原,网围栏,网围栏,什么\n";
        let done = store.write_blocking(move |tx| {
            import_categories(tx, &ctx(9), &leave(), &Sheet::read(text.as_bytes())?, date(2026, 10, 1), false)
        });
        let done = done.unwrap();
        assert_eq!((done.report.created, done.report.errors.len()), (1, 1), "{:?}", done.report);
        let loaded = store.read_blocking(reference::load).unwrap();
        let own = loaded.categories.in_force(&code("150223"), date(2026, 10, 1)).unwrap();
        let new = CategoryPath::parse("农村农业/草原/草场租赁").unwrap();
        assert!(own.get(&new).is_some() && own.categories.len() > 150);
        let other = loaded.categories.in_force(&code("150204"), date(2026, 10, 1)).unwrap();
        assert!(other.get(&new).is_none(), "another county keeps the shipped tree");
    });
}
