//! Every kind of tampering is found, named and placed, on both engines.

use std::{cell::RefCell, rc::Rc};

use store::{Store, Value};

use super::*;
use crate::{
    MIGRATIONS,
    import_petitions::tests::{house, rows, take},
};

fn look(store: &Store, kit: &Kit) -> (Summary, Vec<Finding>) {
    let kit = kit.clone();
    store
        .read_blocking(move |tx| {
            let mut found = vec![];
            let summary = verify(tx, &kit, &Options::default(), &mut |_| {}, &mut |finding| found.push(finding))?;
            Ok::<_, Fault>((summary, found))
        })
        .unwrap()
}

/// A house with four cases, of which two are answered and one number belongs to another day.
fn with_cases(store: &Store) -> Kit {
    let kit = house(store);
    take(store, &kit, rows(), false, 100);
    kit
}

fn tamper(store: &Store, sql: &'static str) {
    let changed = store.write_blocking(move |tx| tx.execute(sql, &[] as &[Value])).unwrap();
    assert!(changed > 0, "{sql}");
}

/// Does `sql` to a fresh house; what is found must hold (code, column) and nothing must be found before.
fn found_after(sql: &'static [&'static str], expected: &[(&str, Option<&str>)]) {
    testkit::both(MIGRATIONS, |store| {
        let kit = with_cases(store);
        let (summary, clean) = look(store, &kit);
        assert!(clean.is_empty(), "{clean:?}");
        assert_eq!((summary.cases, summary.numbers), (4, 4));
        for sql in sql {
            tamper(store, sql);
        }
        let (summary, found) = look(store, &kit);
        assert_eq!(summary.findings, found.len() as u64);
        for (code, column) in expected {
            let hit = found.iter().find(|finding| finding.code == *code && finding.column == *column);
            assert!(hit.is_some(), "{code} {column:?} not in {found:?}");
            let key = format!("verify-{code}");
            assert!(kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &key)), "{key}");
        }
    });
}

#[test]
fn a_changed_event_is_found_by_its_hash_and_by_the_replay() {
    found_after(
        &["UPDATE event SET body = replace(body, '打草场', '停车场') WHERE kind = 'petition.registered'"],
        &[("log", None), ("row", Some("title")), ("row", Some("body"))],
    );
}

#[test]
fn a_changed_column_is_named() {
    found_after(
        &["UPDATE matter SET stage = 'CLOSED_PROCEDURAL', is_over = TRUE WHERE source_ref = 'older:3'"],
        &[("row", Some("stage")), ("row", Some("is_over"))],
    );
    found_after(&["UPDATE matter SET due_at = due_at + 1 WHERE source_ref = 'older:2'"], &[("row", Some("due_at"))]);
}

#[test]
fn a_changed_body_is_found_but_not_its_layout() {
    found_after(
        &["UPDATE matter SET body = replace(body, '恢复草场', '不用恢复') WHERE source_ref = 'older:2'"],
        &[("row", Some("body"))],
    );
    testkit::both(MIGRATIONS, |store| {
        let kit = with_cases(store);
        tamper(store, "UPDATE matter SET body = '  ' || body WHERE source_ref = 'older:2'");
        assert!(look(store, &kit).1.is_empty(), "white space says nothing");
    });
}

#[test]
fn clocks_changed_deleted_and_added_are_told_apart() {
    found_after(&["UPDATE clock SET due_at = due_at + 86400000000"], &[("clock", Some("due_at"))]);
    found_after(&["DELETE FROM clock WHERE def = 'FORWARD_15D'"], &[("clock-missing", None)]);
    found_after(
        &["UPDATE clock SET case_id = (SELECT id FROM matter WHERE source_ref = 'older:3') WHERE def = 'FORWARD_15D'"],
        &[("clock-surplus", None), ("clock-missing", None)],
    );
}

#[test]
fn notices_are_held_against_the_events() {
    found_after(&["DELETE FROM notice WHERE seq = 1"], &[("notice-missing", None)]);
    found_after(&["UPDATE notice SET seq = 99 WHERE seq = 1"], &[("notice-surplus", None), ("notice-missing", None)]);
}

#[test]
fn deleted_events_cases_and_persons_are_missed() {
    found_after(&["DELETE FROM event WHERE seq = 2"], &[("log", None), ("row", Some("stage")), ("row", Some("body"))]);
    found_after(
        &["DELETE FROM matter WHERE source_ref = 'older:3'"],
        &[("case-missing", None), ("number-gap", None), ("clock-orphan", None), ("notice-orphan", None)],
    );
    // The last of a day leaves no gap in the numbers; its counter knows.
    found_after(&["DELETE FROM matter WHERE source_ref = 'older:4'"], &[("number-gap", None)]);
    found_after(&["DELETE FROM matter WHERE source_ref = 'older:5'"], &[("number-gap", None)]);
    found_after(&["DELETE FROM person"], &[("person-missing", None)]);
}

/// The same house, the opinions printed: letters with numbers.
fn letters_found_after(sql: &'static [&'static str], expected: &[(&str, Option<&str>)]) {
    testkit::both(MIGRATIONS, |store| {
        let kit = with_cases(store);
        let (used, at) = (kit.clone(), "2026-09-17T02:00:00Z".parse().unwrap());
        store.write_blocking(move |tx| crate::document::make_due(tx, &used, &kernel::Ctx::seeded(at, 5), 100)).unwrap();
        let (summary, clean) = look(store, &kit);
        assert!(clean.is_empty(), "{clean:?}");
        assert!(summary.letters > 1, "{summary:?}");
        for sql in sql {
            tamper(store, sql);
        }
        let (_, found) = look(store, &kit);
        for (code, column) in expected {
            let hit = found.iter().find(|finding| finding.code == *code && finding.column == *column);
            assert!(hit.is_some(), "{code} {column:?} not in {found:?}");
            let key = format!("verify-{code}");
            assert!(kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &key)), "{key}");
            assert!(found.iter().all(|finding| !finding.to_string().contains("草场")), "{found:?}");
        }
    });
}

#[test]
fn letters_are_held_against_their_events_their_digests_and_their_numbers() {
    letters_found_after(&["UPDATE letter SET code = code || 'X'"], &[("letter", Some("code"))]);
    letters_found_after(&["UPDATE letter SET stage = 'VOIDED'"], &[("letter", Some("stage"))]);
    letters_found_after(
        &["UPDATE letter SET digest = wording"],
        &[("letter", Some("digest")), ("letter", Some("data"))],
    );
    letters_found_after(&["UPDATE letter SET data = code"], &[("letter", Some("data"))]);
    letters_found_after(&["UPDATE letter_wording SET body = body || '。'"], &[("letter", Some("wording"))]);
    letters_found_after(&["DELETE FROM letter_wording"], &[("letter", Some("wording"))]);
    letters_found_after(&["DELETE FROM event WHERE kind LIKE 'letter.%'"], &[("letter", Some("version"))]);
    letters_found_after(&["DELETE FROM letter WHERE serial IS NOT NULL"], &[("letter-gap", None)]);
    letters_found_after(
        &["UPDATE counter SET value = value + 1 WHERE name LIKE 'document/%'"],
        &[("letter-gap", None)],
    );
    letters_found_after(&["UPDATE letter SET serial = serial + 7 WHERE serial IS NOT NULL"], &[("letter-gap", None)]);
}

#[test]
fn a_finding_says_where_and_holds_no_content() {
    testkit::both(MIGRATIONS, |store| {
        let kit = with_cases(store);
        tamper(store, "UPDATE matter SET title = '别的题目' WHERE source_ref = 'older:2'");
        let (_, found) = look(store, &kit);
        assert_eq!(found.len(), 1, "{found:?}");
        let line = found[0].to_string();
        assert!(line.contains("150223-20190304-000001") && line.contains("title"), "{line}");
        assert!(!line.contains("题目") && !line.contains("打草场"), "{line}");
    });
}

#[test]
fn progress_ends_at_the_end() {
    let store = testkit::sqlite(MIGRATIONS);
    let kit = with_cases(&store);
    let last = store
        .read_blocking(move |tx| {
            let last = Rc::new(RefCell::new(None));
            let seen = Rc::clone(&last);
            verify(tx, &kit, &Options::default(), &mut |progress| *seen.borrow_mut() = Some(progress), &mut |_| {})?;
            let last = last.borrow().map(|progress: Progress| (progress.done, progress.all));
            Ok::<_, Fault>(last)
        })
        .unwrap();
    assert_eq!(last, Some((4, 4)));
}
