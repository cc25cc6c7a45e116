//! PNG, chunk by chunk to its end.

use super::orientation;

const SIGNATURE: usize = 8;
/// What drawing needs: the critical chunks, transparency, colour space, animation. Text, time, EXIF and unknown chunks go.
const STAYS: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD",
    b"pHYs", b"hIST", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..SIGNATURE)?.to_vec();
    let mut at = SIGNATURE;
    let mut seen_data = false;
    let mut turned = None;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
        let whole = bytes.get(at..at.checked_add(length)?.checked_add(12)?)?;
        let (kind, body) = (&whole[4..8], &whole[8..8 + length]);
        if at == SIGNATURE && kind != b"IHDR" {
            return None;
        }
        at += whole.len();
        if kind == b"eXIf" {
            turned = turned.or_else(|| orientation::read(body));
        }
        seen_data |= kind == b"IDAT";
        if kind == b"IEND" {
            if let Some(value) = turned {
                push(&mut out, *b"eXIf", &orientation::block(value));
            }
            out.extend_from_slice(whole);
            return seen_data.then_some(out);
        }
        if STAYS.iter().any(|name| name.as_slice() == kind) {
            out.extend_from_slice(whole);
        }
    }
}

pub(super) fn push(out: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    let from = out.len();
    out.extend(kind);
    out.extend_from_slice(body);
    let sum = crc32(&out[from..]);
    out.extend(sum.to_be_bytes());
}

/// CRC-32 as PNG (and ZIP) count it; for the few bytes of one chunk, a table is not worth having.
fn crc32(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    });
    !sum
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sum_is_that_of_the_standard() {
        assert_eq!(super::crc32(b"IEND"), 0xae42_6082);
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
