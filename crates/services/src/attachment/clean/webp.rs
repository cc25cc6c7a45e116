//! WebP, chunk by chunk to the end its head states.

use super::orientation;

const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;

pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    // Some writers forget the padding of the last chunk in the size, or the byte itself.
    let body = bytes.get(12..size.checked_add(8)?.min(bytes.len()))?;
    let (mut out, mut head, mut turned, mut drawn) = (Vec::with_capacity(body.len()), None, None, false);
    let mut at = 0;
    while at + 8 <= body.len() {
        let length = u32::from_le_bytes(body[at + 4..at + 8].try_into().ok()?) as usize;
        let (kind, chunk) = (&body[at..at + 4], body.get(at + 8..at.checked_add(8)?.checked_add(length)?)?);
        at = at + 8 + length + length % 2;
        match kind {
            b"VP8X" => {
                head = Some(out.len() + 8);
                push(&mut out, *b"VP8X", chunk);
            }
            b"VP8 " | b"VP8L" | b"ANMF" | b"ALPH" | b"ANIM" | b"ICCP" => {
                drawn |= matches!(kind, b"VP8 " | b"VP8L" | b"ANMF");
                push(&mut out, kind.try_into().ok()?, chunk);
            }
            b"EXIF" => turned = turned.or_else(|| orientation::read(chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk))),
            _ => {}
        }
    }
    if let Some(flags) = head.and_then(|at| out.get_mut(at)) {
        *flags &= !(EXIF_FLAG | XMP_FLAG);
        if turned.is_some() {
            *flags |= EXIF_FLAG;
        }
    }
    // Without the extended head there is no place for the tag, and readers would not look for it.
    if let (Some(_), Some(value)) = (head, turned) {
        push(&mut out, *b"EXIF", &orientation::block(value));
    }
    let total = u32::try_from(out.len() + 4).ok()?;
    drawn.then(|| [b"RIFF", total.to_le_bytes().as_slice(), b"WEBP", &out].concat())
}

fn push(out: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    out.extend(kind);
    out.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(body);
    if body.len() % 2 == 1 {
        out.push(0);
    }
}
