//! Overview and audit on both engines.

use domain::{
    access::{self, Permit, Subject, actions::ReadAuditLog},
    organisation::OrgKind,
    people::Role,
};
use kernel::Text;
use store::{Store, event_log};

use super::*;
use crate::{
    MIGRATIONS,
    organisation::{
        self, OrgDraft,
        tests::{code, ctx, tree},
    },
    people::{
        self,
        tests::{draft, grant, org, staff_permit},
    },
};

fn auditor(place: &str) -> Permit<ReadAuditLog> {
    let org = kernel::OrgId(uuid::Uuid::from_u128(7));
    let grants = vec![grant(Role::Auditor, org, place)];
    let who = access::StaffSubject::new(kernel::UserId(uuid::Uuid::from_u128(8)), org, ctx(0).now(), grants);
    access::permit(&Subject::Staff(who), &code(place)).unwrap()
}

#[test]
fn an_empty_house_is_told_what_is_missing() {
    testkit::both(MIGRATIONS, |store| {
        tree(store);
        let of = |store: &Store| {
            let permit = access::permit(&Subject::System, &code("150223")).unwrap();
            store.read_blocking(move |tx| overview(tx, &ctx(0), &permit)).unwrap()
        };
        let empty = of(store);
        assert!(empty.divisions > 0 && empty.units == 0 && empty.bureau.is_none() && empty.registrars == 0);
        let permit = access::permit(&Subject::System, &code("150223")).unwrap();
        let bureau = OrgDraft::new(OrgKind::Bureau, Text::parse("name", "达茂旗信访局").unwrap(), code("150223"));
        let id = store.write_blocking(move |tx| organisation::create(tx, &ctx(1), &permit, bureau.clone())).unwrap().id;
        let clerk = draft("wuyun", id, vec![grant(Role::Registrar, id, "150223")]);
        store.write_blocking(move |tx| people::create(tx, &ctx(2), &staff_permit("150223"), &clerk)).unwrap();
        let full = of(store);
        assert_eq!((full.units, full.staff, full.registrars), (1, 1, 1));
        assert_eq!(full.bureau.as_deref(), Some("达茂旗信访局"));
        assert_eq!(full.provisional, 0);
    });
}

#[test]
fn changes_are_read_in_the_jurisdiction_only() {
    testkit::both(MIGRATIONS, |store| {
        tree(store);
        let unit = org(store, "旗住建局", "150223");
        org(store, "青山区住建局", "150204");
        let clerk = draft("wuyun", unit, vec![]);
        store.write_blocking(move |tx| people::create(tx, &ctx(2), &staff_permit("150223"), &clerk)).unwrap();
        let here = store.read_blocking(|tx| changes(tx, &auditor("150223"), None, 10)).unwrap();
        let told: Vec<_> = here.iter().map(|event| (event.kind.as_str(), event.change.clone())).collect();
        assert!(told.contains(&("org-created", Change::Org("旗住建局".into()))), "{told:?}");
        assert!(told.contains(&("staff-created", Change::Staff("wuyun".into()))), "{told:?}");
        assert_eq!(told.len(), 2);
        let region = store.read_blocking(|tx| changes(tx, &auditor("15"), None, 10)).unwrap();
        assert_eq!(region.len(), 3);
        let before = here[0].at;
        let older = store.read_blocking(move |tx| changes(tx, &auditor("150223"), Some(before), 10)).unwrap();
        assert!(older.iter().all(|event| event.at < before));
        assert!(store.read_blocking(|tx| looks(tx, &auditor("150223"), None, 10)).unwrap().is_empty());
    });
}

#[test]
fn the_record_says_how_far_it_is_covered() {
    testkit::both(MIGRATIONS, |store| {
        tree(store);
        org(store, "旗住建局", "150223");
        let state = |store: &Store| store.read_blocking(|tx| record_state(tx, &auditor("1502"))).unwrap();
        let open = state(store);
        assert_eq!((open.last, open.uncovered), (None, 1));
        store.write_blocking(|tx| event_log::checkpoint(tx, ctx(0).now())).unwrap();
        let closed = state(store);
        assert_eq!((closed.last.map(|last| last.number), closed.uncovered), (Some(1), 0));
    });
}
