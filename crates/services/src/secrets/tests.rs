//! The ring as a whole: created once, rotated, never printed.

use kernel::Ctx;
use uuid::Uuid;

use super::Keys;

pub(super) fn ctx(seed: u64) -> Ctx {
    Ctx::seeded("2026-11-22T02:00:00Z".parse().unwrap(), seed)
}

pub(super) fn keys(seed: u64) -> Keys {
    Keys::ephemeral(&ctx(seed)).unwrap()
}

#[test]
fn the_ring_is_made_once_and_read_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let path = Keys::beside(&folder.path().join("lianxin.db"));
    assert!(path.ends_with("lianxin.db.keys"));
    let row = Uuid::nil();
    let first = Keys::load_or_create(&path, &ctx(1)).unwrap();
    let sealed = first.seal("name", row, "张三", &ctx(2)).unwrap();
    let again = Keys::load_or_create(&path, &ctx(3)).unwrap();
    assert_eq!(again.open("name", row, &sealed).unwrap().reveal(), "张三");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary stays");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn two_first_starts_at_once_end_with_one_ring() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let ids: Vec<String> = std::thread::scope(|scope| {
        let start = |seed| {
            scope.spawn({
                let path = &path;
                move || Keys::load_or_create(path, &ctx(seed)).unwrap().current_id().to_owned()
            })
        };
        let threads: Vec<_> = (0..8).map(start).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn after_rotation_old_values_open_and_move_to_the_new_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let row = Uuid::nil();
    let old = Keys::load_or_create(&path, &ctx(1)).unwrap();
    let sealed = old.seal("name", row, "张三", &ctx(2)).unwrap();
    let index = old.blind_index("name", "张三");
    let new = old.rotate(&path, &ctx(3)).unwrap();
    assert_ne!(new.current_id(), old.current_id());
    assert_eq!(new.open("name", row, &sealed).unwrap().reveal(), "张三");
    let moved = new.reseal("name", row, &sealed, &ctx(4)).unwrap().unwrap();
    assert!(moved.contains(new.current_id()));
    assert_eq!(new.reseal("name", row, &moved, &ctx(5)).unwrap(), None);
    assert_eq!(new.blind_index("name", "张三"), index, "look-ups go on");
    let read = Keys::load(&path).unwrap();
    assert_eq!(read.open("name", row, &moved).unwrap().reveal(), "张三");
    assert!(old.open("name", row, &moved).is_err(), "the old ring does not know the new key");
}

#[test]
fn nothing_secret_prints() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let keys = Keys::load_or_create(&path, &ctx(1)).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let secrets: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .filter(|(name, _)| matches!(*name, "secret" | "lookup" | "session"))
        .map(|(_, value)| value.trim_matches('"'))
        .collect();
    assert_eq!(secrets.len(), 3);
    let printed = format!("{keys:?}");
    assert!(secrets.iter().all(|secret| !printed.contains(secret)));

    std::fs::write(&path, text.replacen("session", "sesion", 1)).unwrap();
    let fault = Keys::load(&path).unwrap_err().to_string();
    assert!(secrets.iter().all(|secret| !fault.contains(secret)), "{fault}");
}

#[test]
fn a_damaged_ring_is_a_fault_and_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    std::fs::write(&path, "not a ring").unwrap();
    assert!(Keys::load_or_create(&path, &ctx(1)).is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "not a ring");
}
