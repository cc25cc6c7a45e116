//! Word and Excel files are ZIP archives: read by their directory, without unpacking anything.

use super::Kind;

/// The most entries and the most unpacked bytes an honest document has.
const MAX_ENTRIES: usize = 5_000;
const MAX_UNPACKED: u64 = 300 << 20;
/// An entry larger than this may be packed at most so tightly (deflate reaches 1032 : 1 on zeros only).
const RATIO_FROM: u64 = 1 << 20;
const MAX_RATIO: u64 = 200;

/// What is wrong inside an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// Not readable as an archive, or encrypted.
    Damaged,
    /// It holds programs (macros).
    Macros,
    /// It unpacks to far more than it is.
    Bomb,
}

struct Entry<'a> {
    name: &'a [u8],
    packed: u64,
    unpacked: u64,
    encrypted: bool,
}

/// Word or Excel by the parts it has.
pub(super) fn office_kind(bytes: &[u8]) -> Option<Kind> {
    let entries = entries(bytes)?;
    let has = |name: &[u8]| entries.iter().any(|entry| entry.name == name);
    match () {
        () if !has(b"[Content_Types].xml") => None,
        () if has(b"word/document.xml") => Some(Kind::Docx),
        () if has(b"xl/workbook.xml") => Some(Kind::Xlsx),
        () => None,
    }
}

/// Looks for what an honest document does not have.
pub(super) fn check(bytes: &[u8]) -> Result<(), Problem> {
    let entries = entries(bytes).ok_or(Problem::Damaged)?;
    let macros = |name: &[u8]| {
        let name = name.to_ascii_lowercase();
        name.ends_with(b"vbaproject.bin") || name.ends_with(b"vbadata.xml") || name.starts_with(b"xl/macrosheets/")
    };
    if entries.iter().any(|entry| macros(entry.name)) {
        return Err(Problem::Macros);
    }
    let sum = |size: fn(&Entry<'_>) -> u64| entries.iter().map(size).fold(0u64, u64::saturating_add);
    let too_tight =
        entries.iter().any(|entry| entry.unpacked > RATIO_FROM && entry.unpacked / entry.packed.max(1) > MAX_RATIO);
    // More packed bytes than the file has: the entries overlap, the trick of the densest bombs.
    let overlap = sum(|entry| entry.packed) > bytes.len() as u64;
    if too_tight || overlap || sum(|entry| entry.unpacked) > MAX_UNPACKED || entries.len() > MAX_ENTRIES {
        return Err(Problem::Bomb);
    }
    let escapes = |name: &[u8]| name.starts_with(b"/") || name.windows(2).any(|part| part == b"..");
    if entries.iter().any(|entry| entry.encrypted || escapes(entry.name)) {
        return Err(Problem::Damaged);
    }
    Ok(())
}

/// Whether the end of an archive stands in `bytes`: a second face behind another format.
pub(super) fn has_archive_end(bytes: &[u8]) -> bool {
    // Unpackers take an archive with anything before it, so the directory is looked for where it must end.
    let start = |end: usize| end.checked_sub(u32_at(bytes, end + 12) as usize);
    end_record(bytes).and_then(start).is_some_and(|start| bytes[start..].starts_with(b"PK\x01\x02"))
}

fn entries(bytes: &[u8]) -> Option<Vec<Entry<'_>>> {
    directory(bytes, end_record(bytes)?)
}

/// The position of the end-of-directory record, whose comment must reach the end of the file.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(22 + 0xffff);
    (from..bytes.len().checked_sub(21)?).rev().find(|at| {
        bytes[*at..].starts_with(b"PK\x05\x06") && *at + 22 + usize::from(u16_at(bytes, at + 20)) == bytes.len()
    })
}

fn directory(bytes: &[u8], end: usize) -> Option<Vec<Entry<'_>>> {
    let count = usize::from(u16_at(bytes, end + 10));
    let mut at = u32_at(bytes, end + 16) as usize;
    let mut entries = Vec::with_capacity(count.min(MAX_ENTRIES));
    for _ in 0..count {
        let head = bytes.get(at..at + 46).filter(|head| head.starts_with(b"PK\x01\x02"))?;
        let length = |from| usize::from(u16_at(head, from));
        entries.push(Entry {
            name: bytes.get(at + 46..at + 46 + length(28))?,
            packed: u64::from(u32_at(head, 20)),
            unpacked: u64::from(u32_at(head, 24)),
            encrypted: u16_at(head, 8) & 1 == 1,
        });
        at += 46 + length(28) + length(30) + length(32);
    }
    (count > 0).then_some(entries)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |part| u16::from_le_bytes([part[0], part[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An archive of stored entries; `claims` is the unpacked size its directory claims.
    /// The names in an archive that any unpacker reads.
    pub(crate) fn names(bytes: &[u8]) -> Vec<String> {
        assert_eq!(check(bytes), Ok(()));
        super::entries(bytes).unwrap().iter().map(|entry| String::from_utf8(entry.name.to_vec()).unwrap()).collect()
    }

    pub(crate) fn zip(entries: &[(&str, &[u8], u32)]) -> Vec<u8> {
        let (mut body, mut directory) = (Vec::new(), Vec::new());
        for (name, content, claims) in entries {
            let (length, size) = (u16::try_from(name.len()).unwrap(), u32::try_from(content.len()).unwrap());
            let offset = u32::try_from(body.len()).unwrap();
            body.extend_from_slice(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
            body.extend([size.to_le_bytes(), claims.to_le_bytes()].concat());
            body.extend([length.to_le_bytes(), [0, 0]].concat());
            body.extend([name.as_bytes(), content].concat());
            directory.extend_from_slice(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
            directory.extend([size.to_le_bytes(), claims.to_le_bytes()].concat());
            directory.extend(length.to_le_bytes());
            directory.extend([0; 12]);
            directory.extend(offset.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
        let (size, start) = (u32::try_from(directory.len()).unwrap(), u32::try_from(body.len()).unwrap());
        let end =
            [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size.to_le_bytes(), &start.to_le_bytes(), &[0, 0]];
        [body, directory, end.concat()].concat()
    }

    const TYPES: (&str, &[u8], u32) = ("[Content_Types].xml", b"<Types/>", 8);

    #[test]
    fn word_and_excel_are_told_by_their_parts() {
        let word = zip(&[TYPES, ("word/document.xml", b"<w/>", 4)]);
        assert_eq!((office_kind(&word), check(&word)), (Some(Kind::Docx), Ok(())));
        let excel = zip(&[TYPES, ("xl/workbook.xml", b"<w/>", 4)]);
        assert_eq!((office_kind(&excel), check(&excel)), (Some(Kind::Xlsx), Ok(())));
        assert_eq!(office_kind(&zip(&[("a.txt", b"a", 1)])), None);
    }

    #[test]
    fn macros_bombs_and_ways_out_are_found() {
        let with = |entry| check(&zip(&[TYPES, ("word/document.xml", b"<w/>", 4), entry]));
        assert_eq!(with(("word/vbaProject.bin", b"x", 1)), Err(Problem::Macros));
        assert_eq!(with(("word/media/a.bin", b"0123456789", 1 << 30)), Err(Problem::Bomb));
        assert_eq!(with(("word/media/a.bin", b"0123456789", 3 << 20)), Err(Problem::Bomb));
        assert_eq!(with(("../../etc/passwd", b"x", 1)), Err(Problem::Damaged));
        assert_eq!(check(b"PK\x03\x04"), Err(Problem::Damaged));
    }

    proptest! {
        #[test]
        fn damaged_archives_do_not_panic(at in 0usize..400, value in any::<u8>(), cut in 0usize..400) {
            let mut bytes = zip(&[TYPES, ("word/document.xml", b"<w/>", 4)]);
            let at = at % bytes.len();
            bytes[at] = value;
            bytes.truncate(bytes.len() - cut.min(bytes.len()));
            let _ = (office_kind(&bytes), check(&bytes), has_archive_end(&bytes));
        }
    }
}
