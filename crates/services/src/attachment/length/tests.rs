//! Recordings made here byte by byte, each of a known length; and that nothing made up breaks the measure.

use std::time::Duration;

use proptest::prelude::*;

use super::{super::Kind, length};

fn seconds(kind: Kind, bytes: &[u8]) -> Option<u64> {
    length(kind, bytes).map(|length| length.as_secs())
}

fn wave(rate: u32, data: usize) -> Vec<u8> {
    let mut out = b"RIFF\0\0\0\0WAVE".to_vec();
    out.extend(b"fmt \x10\0\0\0\x01\0\x01\0");
    out.extend(8000_u32.to_le_bytes());
    out.extend(rate.to_le_bytes());
    out.extend([0; 4]);
    out.extend(b"data");
    out.extend(u32::try_from(data).unwrap().to_le_bytes());
    out.resize(out.len() + data, 0);
    out
}

fn page(position: u64, serial: u32, body: &[u8]) -> Vec<u8> {
    let mut out = b"OggS\0\0".to_vec();
    out.extend(position.to_le_bytes());
    out.extend(serial.to_le_bytes());
    out.extend([0; 8]);
    out.extend([1, u8::try_from(body.len()).unwrap()]);
    out.extend(body);
    out
}

fn atom(name: [u8; 4], body: &[u8]) -> Vec<u8> {
    [&u32::try_from(body.len() + 8).unwrap().to_be_bytes(), name.as_slice(), body].concat()
}

/// `mvhd` and `mdhd` begin alike: rate and length behind two times.
fn head(rate: u32, length: u32) -> Vec<u8> {
    [[0; 12].as_slice(), &rate.to_be_bytes(), &length.to_be_bytes(), &[0; 4]].concat()
}

fn ebml(id: &[u8], body: &[u8]) -> Vec<u8> {
    [id, &[0x40 | u8::try_from(body.len() >> 8).unwrap(), body.len().to_be_bytes()[7]], body].concat()
}

#[test]
fn a_wave_plays_its_bytes_by_its_rate_even_when_it_was_cut_off() {
    assert_eq!(seconds(Kind::Wav, &wave(8000, 80_000)), Some(10));
    let mut cut = wave(8000, 80_000);
    cut.truncate(44 + 32_000);
    assert_eq!(seconds(Kind::Wav, &cut), Some(4));
    assert_eq!(seconds(Kind::Wav, &wave(0, 80_000)), None, "a rate of nothing");
}

#[test]
fn frames_are_counted() {
    // 128 kbit/s at 44.1 kHz: 417 bytes and 1152 samples each.
    let mut mp3 = vec![0; 417 * 383];
    for frame in mp3.chunks_mut(417) {
        frame[..3].copy_from_slice(&[0xff, 0xfb, 0x90]);
    }
    assert_eq!(seconds(Kind::Mp3, &mp3), Some(10));
    let frame = [[0x3c].as_slice(), &[0; 31]].concat();
    assert_eq!(seconds(Kind::Amr, &[b"#!AMR\n".to_vec(), frame.repeat(500)].concat()), Some(10));
    let wide = [[0x44].as_slice(), &[0; 60]].concat();
    assert_eq!(seconds(Kind::Amr, &[b"#!AMR-WB\n".to_vec(), wide.repeat(250)].concat()), Some(5));
}

#[test]
fn the_last_page_of_the_first_stream_tells() {
    let opus = [b"OpusHead\x01\x01".as_slice(), &312_u16.to_le_bytes(), &[0; 7]].concat();
    let pages = [
        page(0, 7, &opus),
        page(48_000 * 9, 7, b"x"),
        page(48_000 * 99, 8, b"another stream"),
        page(u64::MAX, 7, b"no packet ends here"),
        page(48_000 * 10 + 312, 7, b"x"),
    ];
    assert_eq!(length(Kind::Ogg, &pages.concat()), Some(Duration::from_secs(10)));
    let vorbis = [b"\x01vorbis\0\0\0\0\x01".as_slice(), &16_000_u32.to_le_bytes()].concat();
    assert_eq!(seconds(Kind::Ogg, &[page(0, 1, &vorbis), page(160_000, 1, b"x")].concat()), Some(10));
    assert_eq!(seconds(Kind::Ogg, &page(160_000, 1, b"another codec")), None);
}

#[test]
fn an_mp4_tells_in_its_head_or_fragment_by_fragment() {
    let whole = [atom(*b"ftyp", b"M4A "), atom(*b"moov", &atom(*b"mvhd", &head(1000, 10_500)))].concat();
    assert_eq!(length(Kind::M4a, &whole), Some(Duration::from_millis(10_500)));
    let track = atom(*b"trak", &atom(*b"mdia", &atom(*b"mdhd", &head(48_000, 0))));
    let each = atom(*b"mvex", &atom(*b"trex", &[[0; 12].as_slice(), &1024_u32.to_be_bytes(), &[0; 8]].concat()));
    let moov = atom(*b"moov", &[atom(*b"mvhd", &head(1000, 0)), track, each].concat());
    let by_default = atom(*b"trun", &[[0; 4], 375_u32.to_be_bytes()].concat());
    let own = [0x0000_0101_u32, 2, 0, 48_000, 48_000].map(u32::to_be_bytes).concat();
    let set = atom(*b"tfhd", &[0x0000_000a_u32, 1, 0, 4800].map(u32::to_be_bytes).concat());
    let fragments = [
        atom(*b"moof", &atom(*b"traf", &by_default)),
        atom(*b"moof", &atom(*b"traf", &atom(*b"trun", &own))),
        atom(*b"moof", &atom(*b"traf", &[set, atom(*b"trun", &[[0; 4], 10_u32.to_be_bytes()].concat())].concat())),
    ];
    let bytes = [moov, fragments.concat()].concat();
    assert_eq!(length(Kind::M4a, &bytes), Some(Duration::from_secs(8 + 2 + 1)));
}

#[test]
fn the_last_block_of_a_browsers_recording_tells() {
    let open = |id: &[u8]| [id, &[0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]].concat();
    let cluster = |at: u16, after: i16| {
        let block = [[0x81].as_slice(), &after.to_be_bytes(), &[0; 9]].concat();
        [open(b"\x1f\x43\xb6\x75"), ebml(b"\xe7", &at.to_be_bytes()), ebml(b"\xa3", &block)].concat()
    };
    let bytes = [
        ebml(b"\x1a\x45\xdf\xa3", b"webm"),
        open(b"\x18\x53\x80\x67"),
        ebml(b"\x15\x49\xa9\x66", &ebml(b"\x2a\xd7\xb1", &[0x0f, 0x42, 0x40])),
        ebml(b"\x16\x54\xae\x6b", b"A_OPUS"),
        cluster(0, 900),
        cluster(9000, 1000),
        cluster(9500, -20),
    ];
    assert_eq!(length(Kind::Weba, &bytes.concat()), Some(Duration::from_secs(10)));
    assert_eq!(length(Kind::Weba, &bytes[..4].concat()), None, "no block, nothing to tell");
}

proptest! {
    /// Whatever comes in: an answer or none, and it ends.
    #[test]
    fn nothing_made_up_breaks_it(bytes in proptest::collection::vec(any::<u8>(), 0..600), flip in 0_usize..600) {
        let made = [wave(8000, 300), page(5, 7, b"OpusHead\x01\x01\0\0"), atom(*b"moov", &atom(*b"mvhd", &head(1, 1)))];
        for kind in [Kind::Wav, Kind::Mp3, Kind::Amr, Kind::Ogg, Kind::M4a, Kind::Weba] {
            let _ = length(kind, &bytes);
            for mut one in made.clone() {
                let at = flip % one.len();
                one[at] = bytes.first().copied().unwrap_or(0xff);
                let _ = length(kind, &one);
            }
        }
    }
}
