//! Migrations are applied once, in order, and never change.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use store::Migration;

const FIRST: Migration = Migration { id: "0900_first", sql: "CREATE TABLE first (n {int} PRIMARY KEY) {strict};" };
const SECOND: Migration = Migration { id: "0910_second", sql: "ALTER TABLE first ADD COLUMN text {text};" };

fn tables(store: &store::Store) -> Vec<String> {
    store.read_blocking(|tx| tx.query("SELECT id FROM migration ORDER BY id", &[], |row| row.get(0))).unwrap()
}

#[test]
fn lists_are_merged_by_id_and_applied_once() {
    testkit::both(&[&[FIRST]], |store| {
        let again = store.open_again(&[&[SECOND], &[FIRST]]).unwrap();
        again.read_blocking(|tx| tx.prepare_check("SELECT text FROM first WHERE n = $1")).unwrap();
        assert!(again.read_blocking(|tx| tx.prepare_check("SELECT nothing FROM first")).is_err());
        assert_eq!(tables(&again)[tables(&again).len() - 2..], ["0900_first", "0910_second"]);
        assert_eq!(tables(store), tables(&again));
    });
}

#[test]
fn an_edited_or_forgotten_migration_is_refused() {
    testkit::both(&[&[FIRST]], |store| {
        let edited = Migration { sql: "CREATE TABLE first (n {int} PRIMARY KEY, m {int}) {strict};", ..FIRST };
        let fault = store.open_again(&[&[edited]]).unwrap_err();
        assert!(fault.to_string().contains("0900_first was edited"), "{fault}");
        let fault = store.open_again(&[]).unwrap_err();
        assert!(fault.to_string().contains("newer program"), "{fault}");
        let earlier = Migration { id: "0050_late", ..SECOND };
        let fault = store.open_again(&[&[FIRST, earlier]]).unwrap_err();
        assert!(fault.to_string().contains("0050_late comes before"), "{fault}");
        let fault = store.open_again(&[&[FIRST], &[FIRST]]).unwrap_err();
        assert!(fault.to_string().contains("twice"), "{fault}");
    });
}

#[test]
fn one_that_fails_leaves_the_schema_as_it_was() {
    testkit::both(&[&[FIRST]], |store| {
        let broken = Migration {
            id: "0920_broken",
            sql: "ALTER TABLE first ADD COLUMN other {text}; ALTER TABLE nowhere ADD COLUMN text {text};",
        };
        let fault = store.open_again(&[&[FIRST, SECOND, broken]]).unwrap_err();
        assert!(fault.to_string().contains("0920_broken"), "{fault}");
        assert!(store.read_blocking(|tx| tx.prepare_check("SELECT text FROM first")).is_err());
        assert_eq!(tables(store).last().unwrap(), "0900_first");
        store.open_again(&[&[FIRST, SECOND]]).unwrap();
    });
}

#[test]
fn many_that_start_at_once_apply_once() {
    testkit::both(&[], |store| {
        let threads: Vec<_> = (0..6)
            .map(|_| {
                let url = store.url();
                std::thread::spawn(move || store::Store::open(store::Options::new(url), &[&[FIRST, SECOND]]).map(drop))
            })
            .collect();
        for thread in threads {
            thread.join().unwrap().unwrap();
        }
    });
}
