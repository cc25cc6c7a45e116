//! Recordings: ID3 tags of MP3, user data (place, device, author) of the MP4 family.

/// Without the ID3v2 block at the beginning and the ID3v1 block at the end.
pub(super) fn without_id3(bytes: &[u8]) -> Vec<u8> {
    let mut body = bytes;
    while let Some(rest) = after_id3v2(body) {
        body = rest;
    }
    if body.len() > 128 && body[body.len() - 128..].starts_with(b"TAG") {
        body = &body[..body.len() - 128];
    }
    body.to_vec()
}

fn after_id3v2(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..10).filter(|head| head.starts_with(b"ID3"))?;
    let size = head[6..10].iter().fold(0usize, |size, byte| size << 7 | usize::from(byte & 0x7f));
    let footer = if head[5] & 0x10 == 0 { 0 } else { 10 };
    // A tag that claims more than there is leaves nothing to play; the file stays as it is.
    bytes.get(10 + size + footer..).filter(|rest| !rest.is_empty())
}

/// With every `udta`, `meta` and `uuid` box turned into free space of the same size, so that no offset moves.
pub(super) fn without_user_data(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.to_vec();
    let end = out.len();
    blank(&mut out, 0, end, 0)?;
    Some(out)
}

/// Walks the boxes in `from..end`; `None` when they do not fit into each other.
fn blank(bytes: &mut [u8], from: usize, end: usize, depth: u8) -> Option<()> {
    let mut at = from;
    while at + 8 <= end {
        let (head, size) = box_size(bytes, at, end)?;
        let stop = at.checked_add(size).filter(|stop| *stop <= end && size >= head)?;
        match &bytes[at + 4..at + 8] {
            b"udta" | b"meta" | b"uuid" => {
                bytes[at + 4..at + 8].copy_from_slice(b"free");
                bytes[at + head..stop].fill(0);
            }
            b"moov" | b"trak" | b"mdia" | b"minf" | b"moof" | b"traf" if depth < 6 => {
                blank(bytes, at + head, stop, depth + 1)?;
            }
            _ => {}
        }
        at = stop;
    }
    Some(())
}

/// The size of the head and of the whole box at `at`.
fn box_size(bytes: &[u8], at: usize, end: usize) -> Option<(usize, usize)> {
    match u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) {
        0 => Some((8, end - at)),
        1 => {
            let size = u64::from_be_bytes(bytes.get(at + 8..at + 16)?.try_into().ok()?);
            Some((16, usize::try_from(size).ok()?))
        }
        size => Some((8, size as usize)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn atom(kind: &str, body: &[u8]) -> Vec<u8> {
        let size = u32::try_from(body.len() + 8).unwrap();
        [size.to_be_bytes().as_slice(), kind.as_bytes(), body].concat()
    }

    #[test]
    fn a_recording_loses_its_place_and_keeps_its_layout() {
        let place = atom("udta", &atom("loci", b"+40.65+109.84/"));
        let film = [
            atom("ftyp", b"isom\0\0\0\0"),
            atom("moov", &[atom("mvhd", b"head"), place].concat()),
            atom("mdat", b"frames"),
        ];
        let film = film.concat();
        let clean = without_user_data(&film).unwrap();
        assert_eq!(clean.len(), film.len());
        assert!(!clean.windows(6).any(|part| part == b"+40.65"));
        assert!(clean.ends_with(b"frames"));
        assert!(without_user_data(&film[..film.len() - 3]).is_none(), "cut short");
    }

    #[test]
    fn an_mp3_loses_its_tags() {
        let tag = [b"ID3\x04\0\0\0\0\0\x05".as_slice(), b"owner"].concat();
        let end = [b"TAG".as_slice(), &[b'x'; 125]].concat();
        assert_eq!(without_id3(&[tag.as_slice(), b"\xff\xfbsound", &end].concat()), b"\xff\xfbsound");
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken(bytes in any::<Vec<u8>>()) {
            let _ = (without_id3(&bytes), without_user_data(&bytes));
        }
    }
}
