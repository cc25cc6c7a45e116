//! Files as people send them, and as people who mean ill send them.

use kernel::{CaseId, Ctx, Digest, Locale};

use super::{archive::tests::zip, clean::tests as pictures, *};
use crate::secrets::Keys;

fn ctx(seed: u64) -> Ctx {
    Ctx::seeded("2026-11-22T02:00:00Z".parse().unwrap(), seed)
}

fn code(name: &str, bytes: &[u8]) -> String {
    accept(name, bytes, &Limits::default()).unwrap_err().code
}

#[test]
fn twenty_megabytes_are_refused_in_clear_words() {
    let refusal = accept("照片.jpg", &vec![0xff; 20 << 20], &Limits::default()).unwrap_err();
    assert_eq!(refusal.code, "attachment-too-large");
    let words = refusal.message().say(Locale::Zh);
    assert!(words.contains("照片.jpg") && words.contains("20 MB") && words.contains("10 MB"), "{words}");
}

#[test]
fn a_wrong_type_behind_a_right_name_is_named() {
    let program = [b"MZ\x90\0".as_slice(), &[0; 200]].concat();
    let refusal = accept("身份证.jpg", &program, &Limits::default()).unwrap_err();
    assert_eq!(refusal.code, "attachment-type");
    let words = refusal.message().say(Locale::Zh);
    assert!(words.contains("身份证.jpg") && words.contains("EXE") && words.contains("PNG"), "{words}");
    assert_eq!(code("a.png", b"<html><script>alert(1)</script>"), "attachment-type");
    assert_eq!(code("a.txt", b"<svg onload=alert(1)>"), "attachment-type");
    assert_eq!(code("a.docx", &zip(&[("a.txt", b"a", 1)])), "attachment-type");
    assert_eq!(code("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0"), "attachment-type");
    assert_eq!(code("a.jpg", b""), "attachment-empty");
}

#[test]
fn what_hides_inside_is_refused() {
    const TYPES: (&str, &[u8], u32) = ("[Content_Types].xml", b"<Types/>", 8);
    const BODY: (&str, &[u8], u32) = ("word/document.xml", b"<w/>", 4);
    assert_eq!(code("a.docx", &zip(&[TYPES, BODY, ("word/vbaProject.bin", b"x", 1)])), "attachment-macros");
    assert_eq!(code("a.docx", &zip(&[TYPES, BODY, ("word/x", b"x", 1 << 30)])), "attachment-bomb");
    assert!(accept("a.docx", &zip(&[TYPES, BODY]), &Limits::default()).is_ok());
    let pdf = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    assert!(accept("a.pdf", pdf, &Limits::default()).is_ok());
    assert_eq!(code("a.pdf", &[pdf.as_slice(), &zip(&[("evil.exe", b"MZ", 2)])].concat()), "attachment-damaged");
    assert_eq!(code("a.pdf", b"%PDF-1.7\n1 0 obj"), "attachment-damaged");
}

#[test]
fn a_right_type_behind_a_wrong_name_gets_its_right_name() {
    let accepted = accept("../水表.exe", &pictures::png(), &Limits::default()).unwrap();
    assert_eq!(accepted.name.reveal(), "水表.png");
    assert_eq!(accepted.media_type, "image/png");
    assert!(accepted.removed > 0);
    assert_eq!(accepted.digest, Digest::of(accepted.bytes.reveal()));
    assert!(!format!("{accepted:?}").contains("水表"));
}

#[test]
fn a_matter_has_room_for_so_many() {
    let limits = Limits::default();
    assert!(check_total(19, 0, 50 << 20, &limits).is_ok());
    assert_eq!(check_total(20, 0, 1, &limits).unwrap_err().code, "attachments-too-many");
    assert_eq!(check_total(1, 50 << 20, 1, &limits).unwrap_err().code, "attachments-too-large");
}

#[test]
fn a_sealed_file_comes_back_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (keys, blobs, ctx) =
        (Keys::ephemeral(&ctx(1)).unwrap(), Blobs::open(folder.path().join("blobs")).unwrap(), ctx(2));
    let accepted = accept("水表.jpg", &pictures::jpeg(), &Limits::default()).unwrap();
    let staged = stage(&accepted, &keys, &blobs, &ctx).unwrap();
    let hex = staged.stored_digest.to_string();
    let path = folder.path().join("blobs").join(&hex[..2]).join(&hex[2..]);
    let mut sealed = std::fs::read(&path).unwrap();
    assert!(!sealed.windows(4).any(|part| part == b"JFIF"), "nothing readable on disk");
    let row = Attachment {
        id: staged.id,
        case_id: ctx.new_id(),
        sealed_name: staged.sealed_name,
        media_type: staged.media_type,
        size: staged.size,
        digest: staged.digest,
        stored_digest: staged.stored_digest,
        uploaded_at: ctx.now(),
        by_kind: "PETITIONER".into(),
    };
    assert_eq!(read(&row, &keys, &blobs).unwrap().reveal(), accepted.bytes.reveal());
    assert_eq!(row.name(&keys).unwrap().reveal(), "水表.jpg");
    assert_eq!(row.kind(), Some(Kind::Jpeg));
    *sealed.last_mut().unwrap() ^= 1;
    std::fs::write(&path, &sealed).unwrap();
    assert!(matches!(read(&row, &keys, &blobs), Err(kernel::Fault::Inconsistent { .. })));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(read(&row, &keys, &blobs), Err(kernel::Fault::Io(_))));
}

#[test]
fn the_folder_keeps_whole_files_and_lists_old_ones() {
    let folder = tempfile::tempdir().unwrap();
    let (blobs, ctx) = (Blobs::open(folder.path()).unwrap(), ctx(1));
    let digest = blobs.put(b"sealed", &ctx).unwrap();
    assert_eq!(blobs.put(b"sealed", &ctx).unwrap(), digest);
    assert_eq!(blobs.get(&digest).unwrap(), b"sealed");
    std::fs::write(folder.path().join("dead.part"), b"half").unwrap();
    assert_eq!(blobs.older_than("2020-01-01T00:00:00Z".parse().unwrap()).unwrap(), []);
    assert!(folder.path().join("dead.part").exists());
    assert_eq!(blobs.older_than("2200-01-01T00:00:00Z".parse().unwrap()).unwrap(), [digest]);
    assert!(!folder.path().join("dead.part").exists());
    blobs.remove(&digest).unwrap();
    blobs.remove(&digest).unwrap();
    assert!(blobs.get(&digest).is_err());
}

#[test]
fn rows_point_to_files_and_orphans_are_found() {
    testkit::both(crate::MIGRATIONS, |store| rows_and_files(store));
}

fn rows_and_files(store: &store::Store) {
    let folder = tempfile::tempdir().unwrap();
    let (blobs, ctx) = (Blobs::open(folder.path().join("blobs")).unwrap(), ctx(2));
    let keys = Keys::load_or_create(&folder.path().join("keys"), &ctx).unwrap();
    let case: CaseId = ctx.new_id();
    let accepted = accept("水表.png", &pictures::png(), &Limits::default()).unwrap();
    let kept = stage(&accepted, &keys, &blobs, &ctx).unwrap();
    let lost = stage(&accepted, &keys, &blobs, &ctx).unwrap();
    let (staged, at) = (kept.clone(), ctx.now());
    let row = store.write_blocking(move |tx| record(tx, "1502", case, &staged, "PETITIONER", at)).unwrap();
    let (found, other) = store
        .read_blocking(move |tx| {
            let other = load(tx, "1502", CaseId(uuid::Uuid::nil()), row.id)?;
            Ok::<_, kernel::Fault>((list(tx, "1502", case)?, other))
        })
        .unwrap();
    assert_eq!(other, None, "an attachment is not found under another matter");
    assert_eq!(found.len(), 1);
    assert_eq!(read(&found[0], &keys, &blobs).unwrap().reveal(), accepted.bytes.reveal());

    let in_a_century = "2126-01-01T00:00:00Z".parse().unwrap();
    let folder_of = blobs.clone();
    let orphaned = store.read_blocking(move |tx| orphans(tx, &folder_of, in_a_century)).unwrap();
    assert_eq!(orphaned, [lost.stored_digest]);
    assert_eq!(sweep(&orphaned, &blobs).unwrap(), 1);
    assert!(blobs.get(&kept.stored_digest).is_ok());

    let rotated = std::sync::Arc::new(keys.rotate(&folder.path().join("keys"), &ctx).unwrap());
    let (old, keys_in, blobs_in) = (found[0].clone(), rotated.clone(), blobs.clone());
    let moved =
        store.write_blocking(move |tx| reseal(tx, "1502", &old, &keys_in, &blobs_in, &Ctx::seeded(at, 77))).unwrap();
    assert!(moved);
    let now = store.read_blocking(move |tx| list(tx, "1502", case)).unwrap();
    assert_ne!(now[0].stored_digest, found[0].stored_digest);
    assert_eq!(read(&now[0], &rotated, &blobs).unwrap().reveal(), accepted.bytes.reveal());
    assert!(now[0].sealed_name.contains(rotated.current_id()));
}
