//! The one EXIF tag that stays: which way is up.

/// Tag 0x0112 in the first directory.
const ORIENTATION: u16 = 0x0112;

/// The orientation (2 to 8) in a TIFF block; `None` when upright, missing or unreadable.
pub(super) fn read(tiff: &[u8]) -> Option<u8> {
    let big = match tiff.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let u16_at = |at: usize| {
        let part: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(part) } else { u16::from_le_bytes(part) })
    };
    let u32_at = |at: usize| {
        let part: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big { u32::from_be_bytes(part) } else { u32::from_le_bytes(part) })
    };
    let directory = u32_at(4)? as usize;
    let count = usize::from(u16_at(directory)?);
    (0..count)
        .map_while(|entry| directory.checked_add(2 + entry * 12))
        .find(|at| u16_at(*at) == Some(ORIENTATION))
        .and_then(|at| u8::try_from(u16_at(at + 8)?).ok())
        .filter(|value| (2..=8).contains(value))
}

/// A TIFF block that holds this orientation and nothing else.
pub(super) fn block(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    tiff.extend(ORIENTATION.to_be_bytes());
    tiff.extend([0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
    tiff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_block_reads_back_in_either_byte_order() {
        for orientation in 2..=8 {
            assert_eq!(read(&block(orientation)), Some(orientation));
        }
        assert_eq!(read(b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"), Some(6));
        assert_eq!(read(&block(1)), None, "upright needs no tag");
        assert_eq!(read(b"II\x2a\0\xff\xff\xff\xff"), None);
        assert_eq!(read(b""), None);
    }
}
