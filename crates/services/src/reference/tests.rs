//! Loading, reloading and recomputing on both engines.

use domain::{
    access::{self, Subject},
    petition::Petition,
};
use kernel::{CaseId, Ctx, Redacted};
use store::{Store, Tx, params};

use super::*;
use crate::{
    Error, Kit, MIGRATIONS,
    import::Row,
    import_petitions::tests::{house, rows, take},
    matter,
    organisation::tests::{code, ctx},
};

/// An arrangement that nobody published: 2027 as a test needs it, its statutory days on their dates.
const YEAR_2027: &str = r#"{"year": 2027, "version": "test-2027", "source": "https://example.org/2027",
    "holidays": [
        {"name": "元旦", "off": ["2027-01-01", "2027-01-02", "2027-01-03"]},
        {"name": "春节", "off": ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12"]},
        {"name": "清明节", "off": ["2027-04-05"]},
        {"name": "劳动节", "off": ["2027-05-01", "2027-05-02", "2027-05-03"]},
        {"name": "端午节", "off": ["2027-06-09"]},
        {"name": "中秋节", "off": ["2027-09-15"]},
        {"name": "国庆节", "off": ["2027-10-01", "2027-10-02", "2027-10-03", "2027-10-04", "2027-10-05"]}
    ]}"#;

fn codes(error: &Error) -> Vec<String> {
    error.refusals().unwrap_or_default().iter().map(|refusal| refusal.code.clone()).collect()
}

fn late(at: &str) -> Ctx {
    Ctx::seeded(at.parse().unwrap(), 99)
}

/// A case received on the day before Christmas 2026, whose fifteen days end in 2027.
fn into_2027(store: &Store) -> (Kit, CaseId) {
    let kit = house(store);
    let mut row: Row = rows().remove(0);
    row.received_at = "2026-12-18T02:00:00Z".parse().unwrap();
    row.title = Redacted::new("元旦前的事".into());
    take(store, &kit, vec![row], false, 5);
    let id = store.read_blocking(|tx| tx.query_one("SELECT id FROM matter", &[], |row| row.get(0))).unwrap();
    (kit, id)
}

fn petition(store: &Store, id: CaseId) -> Petition {
    store
        .read_blocking(move |tx| Ok::<_, kernel::Fault>(matter::load::<Petition>(tx, "1502", id)?.unwrap().state))
        .unwrap()
}

fn publish(tx: &mut Tx, text: &str) -> Result<i16, Error> {
    let permit = access::permit(&Subject::System, &code("150223"))?;
    Ok(load_year(tx, &late("2026-12-20T02:00:00Z"), &permit, text)?.year())
}

#[test]
fn a_published_year_recomputes_what_was_provisional_with_a_trace() {
    testkit::both(MIGRATIONS, |store| {
        let (kit, id) = into_2027(store);
        let before = petition(store, id);
        assert!(before.clocks[0].provisional, "2027 is not published: {:?}", before.clocks[0]);
        let stamped = store.read_blocking(stamp).unwrap();

        assert_eq!(store.write_blocking(|tx| publish(tx, YEAR_2027)).unwrap(), 2027);
        assert_ne!(store.read_blocking(stamp).unwrap(), stamped, "other instances see that something is new");
        kit.replace_reference(store.read_blocking(load).unwrap());
        let run = |kit: &Kit| {
            let kit = kit.clone();
            store.write_blocking(move |tx| recompute(tx, &kit, &late("2026-12-20T03:00:00Z"), 2027, None, 10)).unwrap()
        };
        assert_eq!(run(&kit), Recomputed { looked_at: 1, changed: 1, left: 0, next: None });
        let after = petition(store, id);
        assert!(!after.clocks[0].provisional);
        assert!(after.clocks[0].calendar_version.contains("test-2027"), "{}", after.clocks[0].calendar_version);
        assert_eq!(after.version, before.version + 1, "the change is an event of the case");
        assert_eq!(after.received_at, before.received_at);
        assert_eq!(run(&kit).changed, 0, "once is enough");
    });
}

#[test]
fn batches_go_on_where_the_last_ended() {
    testkit::both(MIGRATIONS, |store| {
        let kit = house(store);
        take(store, &kit, rows(), false, 5);
        let mut after = None;
        let mut seen = 0;
        for _ in 0..10 {
            let (kit, place) = (kit.clone(), after.clone());
            let done = store.write_blocking(move |tx| recompute(tx, &kit, &ctx(3), 2019, place.as_ref(), 1)).unwrap();
            seen += done.looked_at;
            after = done.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, 4);
    });
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_stored() {
    testkit::both(MIGRATIONS, |store| {
        house(store);
        let wrong = store.write_blocking(|tx| publish(tx, r#"{"year": 2027, "holidays": []}"#)).unwrap_err();
        assert!(codes(&wrong).iter().all(|code| code.starts_with("calendar-")));
        let clocks = |text: &'static str| {
            store
                .write_blocking(move |tx| {
                    load_clocks(tx, &ctx(3), &access::permit(&Subject::System, &code("150223"))?, text)
                })
                .map_err(|error| codes(&error))
        };
        assert_eq!(clocks("[{\"division\": \"\"}]").unwrap_err(), ["clock-division"]);
        assert_eq!(clocks("[{\"division\": \"150204\"}]").unwrap_err(), ["not-permitted"]);
        assert_eq!(clocks("{").unwrap_err(), ["clock-table-json"]);
        let settings = |text: &'static str| {
            store
                .write_blocking(move |tx| {
                    load_settings(tx, &ctx(3), &access::permit(&Subject::System, &code("150223"))?, text)
                })
                .map_err(|error| codes(&error))
        };
        assert_eq!(settings("{\"hop_limt\": 3}").unwrap_err(), ["settings-unknown"]);
        assert_eq!(settings("{\"visit_representatives_max\": 9}").unwrap_err(), ["setting-beyond-law"]);
        assert_eq!(store.read_blocking(list).unwrap(), []);
        assert_eq!(settings("{\"hop_limit\": 4}").unwrap().hop_limit, 4);
        assert_eq!(store.read_blocking(load).unwrap().settings.hop_limit, 4);
        let on_record = store
            .read_blocking(|tx| {
                let sql = "SELECT count(*) FROM event WHERE kind = $1";
                tx.query_one(sql, params!["reference-loaded"], |row| row.get::<i64>(0))
            })
            .unwrap();
        assert_eq!(on_record, 1);
    });
}
