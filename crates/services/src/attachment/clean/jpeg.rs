//! JPEG, segment by segment to the first end of image.

use super::orientation;

const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";

/// Keeps tables, frames, scans, the JFIF head, the colour profile and Adobe's colour transform. A picture that breaks off in its
/// coded data is closed: what there is of it can be seen.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut at = 2;
    let (mut turned, mut seen_scan) = (false, false);
    while let Some((marker, after)) = next_marker(bytes, at) {
        if marker == 0xd9 {
            break;
        }
        let Some((body, end)) = segment(bytes, after) else {
            break;
        };
        at = end;
        if marker == 0xe1 && !turned && !seen_scan {
            turned = push_orientation(&mut out, body);
        }
        if marker == 0xe0 && stays(marker, body) {
            push(&mut out, marker, &without_thumbnail(body));
        } else if stays(marker, body) {
            push(&mut out, marker, body);
        }
        if marker == 0xda {
            seen_scan = true;
            let end = end_of_scan(bytes, at);
            out.extend_from_slice(&bytes[at..end]);
            at = end;
        }
    }
    out.extend([0xff, 0xd9]);
    seen_scan.then_some(out)
}

/// The next marker from `at`, fill bytes and stray bytes skipped, and where what follows it begins.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let start = at + bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
    let marker = start + bytes[start..].iter().position(|byte| *byte != 0xff)?;
    Some((bytes[marker], marker + 1))
}

/// The body of the segment whose length stands at `at`, and its end.
fn segment(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let length = usize::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let end = at + length;
    Some((bytes.get(at + 2..end)?, end))
}

fn stays(marker: u8, body: &[u8]) -> bool {
    match marker {
        0xe0 => body.starts_with(b"JFIF\0"),
        0xe2 => body.starts_with(ICC),
        0xee => body.starts_with(b"Adobe"),
        // Frames, Huffman and arithmetic tables, quantisation, scans, line count, restart interval.
        0xc0..=0xcf | 0xda..=0xdd => true,
        _ => false,
    }
}

/// The JFIF head may hold a thumbnail, taken before anything in the picture was blackened.
fn without_thumbnail(body: &[u8]) -> Vec<u8> {
    let mut head = body[..body.len().min(14)].to_vec();
    if head.len() == 14 {
        (head[12], head[13]) = (0, 0);
    }
    head
}

/// Where the coded data ends: at the first marker that is neither a stuffed zero nor a restart, or with the file.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == 0xff) {
        at += found;
        match bytes.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            _ => return at,
        }
    }
    bytes.len()
}

/// Writes the orientation of an EXIF segment, alone; whether there was one.
fn push_orientation(out: &mut Vec<u8>, body: &[u8]) -> bool {
    let value = body.strip_prefix(EXIF).and_then(orientation::read);
    if let Some(value) = value {
        push(out, 0xe1, &[EXIF, &orientation::block(value)].concat());
    }
    value.is_some()
}

fn push(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    // What came out of a segment fits into one.
    let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend_from_slice(body);
}
