//! How long a recording plays, read from its own frames, pages and tables. Nothing is decoded.

use std::time::Duration;

use super::{Kind, kind::mp3_frame};

/// How long a recording of `kind` plays; nothing for other kinds, and when the file does not say.
#[must_use]
pub fn length(kind: Kind, bytes: &[u8]) -> Option<Duration> {
    let length = match kind {
        Kind::Wav => wav(bytes),
        Kind::Mp3 => Some(mp3(bytes)),
        Kind::Amr => amr(bytes),
        Kind::Ogg => ogg(bytes),
        Kind::M4a => mp4(bytes),
        Kind::Weba => webm(bytes),
        _ => None,
    };
    length.filter(|length| !length.is_zero())
}

/// `count` parts of which `rate` play in a second.
fn parts(count: u64, rate: u64) -> Option<Duration> {
    Some(Duration::from_millis(count.checked_mul(1000)?.checked_div(rate)?))
}

fn be32(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?)))
}

fn be64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

fn le32(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?)))
}

fn size(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

/// RIFF: the bytes of `data` by the rate that `fmt ` names.
fn wav(bytes: &[u8]) -> Option<Duration> {
    let (mut at, mut rate) = (12, 0);
    loop {
        let name = bytes.get(at..at + 4)?;
        let length = size(le32(bytes, at + 4)?)?;
        let body = at + 8;
        match name {
            b"fmt " => rate = le32(bytes, body + 8)?,
            // A recorder that was cut off leaves a length that is not there.
            b"data" => return parts(length.min(bytes.len() - body) as u64, rate),
            _ => {}
        }
        at = body.checked_add(length)?.checked_add(length % 2)?;
    }
}

/// Layer III: frame by frame, since the rate may change with each.
fn mp3(bytes: &[u8]) -> Duration {
    let (mut rest, mut micros) = (bytes, 0);
    while let Some(frame) = mp3_frame(rest) {
        micros += frame.samples * 1_000_000 / frame.rate;
        rest = rest.get(frame.length..).unwrap_or_default();
    }
    Duration::from_micros(micros)
}

/// Speech frames of 20 ms, each as long as its first byte says.
fn amr(bytes: &[u8]) -> Option<Duration> {
    const NARROW: [usize; 16] = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
    const WIDE: [usize; 16] = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1];
    let (sizes, head) = if bytes.starts_with(b"#!AMR-WB\n") { (WIDE, 9) } else { (NARROW, 6) };
    let (mut at, mut frames) = (head, 0);
    while let Some(first) = bytes.get(at) {
        at += sizes[usize::from(first >> 3 & 15)];
        frames += 1;
    }
    parts(frames, 50)
}

/// The position of the last page of the first stream, by the rate its codec names.
fn ogg(bytes: &[u8]) -> Option<Duration> {
    let (mut at, mut last) = (0, 0);
    let (mut stream, mut rate, mut skip) = (None, 0, 0);
    while bytes.get(at..at + 4) == Some(b"OggS") {
        let segments = usize::from(*bytes.get(at + 26)?);
        let table = bytes.get(at + 27..at + 27 + segments)?;
        let body = at + 27 + segments;
        let serial = le32(bytes, at + 14)?;
        if stream.is_none() {
            (rate, skip) = codec(bytes.get(body..)?)?;
        }
        if *stream.get_or_insert(serial) == serial {
            let position = u64::from_le_bytes(bytes.get(at + 6..at + 14)?.try_into().ok()?);
            // All bits set: no packet ends on this page.
            last = if position == u64::MAX { last } else { position.max(last) };
        }
        at = body + table.iter().map(|part| usize::from(*part)).sum::<usize>();
    }
    parts(last.saturating_sub(skip), rate)
}

/// Samples a second, and samples to leave out at the beginning.
fn codec(head: &[u8]) -> Option<(u64, u64)> {
    if head.starts_with(b"OpusHead") {
        return Some((48_000, u64::from(u16::from_le_bytes(head.get(10..12)?.try_into().ok()?))));
    }
    if head.starts_with(b"\x01vorbis") {
        return Some((le32(head, 12)?, 0));
    }
    head.starts_with(b"Speex   ").then(|| Some((le32(head, 36)?, 0)))?
}

/// What an MP4 says of its time: in its head, or fragment by fragment as browsers record.
#[derive(Default)]
struct Mp4 {
    /// Units a second of the whole, and its length in them.
    whole: (u64, u64),
    /// Units a second of the first track.
    track: u64,
    /// Units a sample plays where a fragment says nothing.
    each: u64,
    /// Units in all fragments.
    fragments: u64,
}

fn mp4(bytes: &[u8]) -> Option<Duration> {
    let mut found = Mp4::default();
    boxes(bytes, 0, &mut found)?;
    match found.whole {
        (rate, length) if length > 0 => parts(length, rate),
        _ => parts(found.fragments, found.track),
    }
}

fn boxes(mut bytes: &[u8], depth: u8, found: &mut Mp4) -> Option<()> {
    while bytes.len() >= 8 {
        let (head, length) = match be32(bytes, 0)? {
            0 => (8, bytes.len()),
            1 => (16, size(be64(bytes, 8)?)?),
            length => (8, size(length)?),
        };
        let body = bytes.get(head..length.min(bytes.len()))?;
        match &bytes[4..8] {
            b"moov" | b"trak" | b"mdia" | b"mvex" | b"moof" | b"traf" if depth < 6 => boxes(body, depth + 1, found)?,
            b"mvhd" => found.whole = header(body)?,
            b"mdhd" if found.track == 0 => found.track = header(body)?.0,
            b"trex" => found.each = be32(body, 12)?,
            b"tfhd" => found.each = fragment_each(body, found.each)?,
            b"trun" => found.fragments = found.fragments.checked_add(run(body, found.each)?)?,
            _ => {}
        }
        bytes = bytes.get(length..).unwrap_or_default();
    }
    Some(())
}

/// Units a second and length of `mvhd` and `mdhd`; a length that is not known yet is nothing.
fn header(body: &[u8]) -> Option<(u64, u64)> {
    let (rate, length, unknown) = match body.first()? {
        1 => (be32(body, 20)?, be64(body, 24)?, u64::MAX),
        _ => (be32(body, 12)?, be32(body, 16)?, u64::from(u32::MAX)),
    };
    Some((rate, if length == unknown { 0 } else { length }))
}

/// The units of a sample that a fragment sets for itself, else those that hold so far.
fn fragment_each(body: &[u8], usual: u64) -> Option<u64> {
    let flags = be32(body, 0)?;
    if flags & 8 == 0 {
        return Some(usual);
    }
    let at = 8 + if flags & 1 == 0 { 0 } else { 8 } + if flags & 2 == 0 { 0 } else { 4 };
    be32(body, at)
}

/// The units of a run of samples.
fn run(body: &[u8], each: u64) -> Option<u64> {
    let (flags, count) = (be32(body, 0)?, be32(body, 4)?);
    if flags & 0x100 == 0 {
        return count.checked_mul(each);
    }
    let start = 8 + [1, 4].iter().filter(|bit| flags & **bit != 0).count() * 4;
    let step = [0x100, 0x200, 0x400, 0x800].iter().filter(|bit| flags & **bit != 0).count() * 4;
    let samples = body.get(start..)?.chunks_exact(step).take(size(count)?);
    samples.map(|sample| be32(sample, 0)).sum()
}

/// The time of the last block: recorders of browsers leave the length in the head open.
fn webm(bytes: &[u8]) -> Option<Duration> {
    let (mut at, mut scale, mut cluster, mut last) = (0, 1_000_000, 0, 0);
    while let Some((id, length, body)) = element(bytes, at) {
        let inside = || bytes.get(body..body.checked_add(length?)?);
        match id {
            // Segment, Info, Cluster, BlockGroup: what they hold follows.
            0x1853_8067 | 0x1549_a966 | 0x1f43_b675 | 0xa0 => {
                at = body;
                continue;
            }
            0x2a_d7b1 => scale = number(inside()?),
            0xe7 => cluster = number(inside()?),
            0xa3 | 0xa1 => last = last.max(u64::checked_add(cluster, block(inside()?)?)?),
            _ => {}
        }
        at = body.checked_add(length?)?;
    }
    Some(Duration::from_nanos(last.checked_mul(scale)?))
}

/// The id, the length (none when it is open) and the first byte of the content of the element at `at`.
fn element(bytes: &[u8], at: usize) -> Option<(u64, Option<usize>, usize)> {
    let id_bytes = bytes.get(at)?.leading_zeros() as usize + 1;
    let id = number(bytes.get(at..at + id_bytes).filter(|id| id.len() <= 4)?);
    let at = at + id_bytes;
    let length_bytes = bytes.get(at)?.leading_zeros() as usize + 1;
    let length = bytes.get(at..at + length_bytes).filter(|length| length.len() <= 8)?;
    let open = (1_u64 << (7 * length_bytes)) - 1;
    let length = number(length) & open;
    Some((id, if length == open { None } else { size(length) }, at + length_bytes))
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The time of a block after that of its cluster; earlier ones count as its beginning.
fn block(body: &[u8]) -> Option<u64> {
    let track = body.first()?.leading_zeros() as usize + 1;
    let after = i16::from_be_bytes(body.get(track..track + 2)?.try_into().ok()?);
    Some(u64::try_from(after).unwrap_or(0))
}

#[cfg(test)]
mod tests;
