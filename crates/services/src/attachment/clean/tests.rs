//! Pictures made here byte by byte, with what cameras write into them.

use proptest::prelude::*;

use super::{clean, orientation, png};
use crate::attachment::Kind;

const PLACE: &[u8] = b"40.65N 109.84E";

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [[0xff, marker].as_slice(), &length, body].concat()
}

/// An EXIF block with orientation 6 and a place behind the directory.
fn exif() -> Vec<u8> {
    [orientation::block(6), PLACE.to_vec()].concat()
}

/// A progressive JPEG of two scans with everything a telephone adds.
pub(crate) fn jpeg() -> Vec<u8> {
    let scan = |data: &[u8]| [segment(0xda, &[1, 1, 0, 0, 63, 0]), data.to_vec()].concat();
    [
        vec![0xff, 0xd8],
        segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01thumb!"),
        segment(0xe1, &[b"Exif\0\0".as_slice(), &exif()].concat()),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>40.65N 109.84E</x:xmpmeta>"),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01colours"),
        segment(0xe2, b"MPF\0second picture"),
        segment(0xed, b"Photoshop 3.0\0author"),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        segment(0xfe, b"comment 40.65N 109.84E"),
        segment(0xdb, &[0; 65]),
        segment(0xc2, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        scan(b"first\xff\0scan\xff\xd0more"),
        segment(0xfe, b"between 40.65N 109.84E"),
        segment(0xc4, &[0; 17]),
        scan(b"second"),
        vec![0xff, 0xd9],
        b"film behind the picture".to_vec(),
    ]
    .concat()
}

pub(crate) fn png() -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    png::push(&mut out, *b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    png::push(&mut out, *b"iCCP", b"colours");
    png::push(&mut out, *b"tEXt", &[b"Location\0".as_slice(), PLACE].concat());
    png::push(&mut out, *b"eXIf", &exif());
    png::push(&mut out, *b"tIME", &[0; 7]);
    png::push(&mut out, *b"IDAT", b"pixels");
    png::push(&mut out, *b"IEND", b"");
    [out, b"archive behind the picture".to_vec()].concat()
}

pub(crate) fn webp() -> Vec<u8> {
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        let padding = vec![0; body.len() % 2];
        [kind.as_slice(), &length, body, &padding].concat()
    };
    let body = [
        chunk(b"VP8X", &[0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        chunk(b"ICCP", b"colours"),
        chunk(b"VP8 ", b"pixels!"),
        chunk(b"EXIF", &exif()),
        chunk(b"XMP ", PLACE),
    ]
    .concat();
    let size = u32::try_from(body.len() + 4).unwrap().to_le_bytes();
    [b"RIFF".as_slice(), &size, b"WEBP", &body, b"behind"].concat()
}

#[test]
fn a_jpeg_keeps_its_picture_colours_and_way_up_only() {
    let clean = clean(Kind::Jpeg, &jpeg()).unwrap();
    for gone in [PLACE, b"xmpmeta", b"thumb!", b"MPF", b"author", b"comment", b"between", b"behind"] {
        assert!(!contains(&clean, gone), "{}", String::from_utf8_lossy(gone));
    }
    for stays in [b"first\xff\0scan\xff\xd0more".as_slice(), b"second", b"ICC_PROFILE\0\x01\x01colours", b"Adobe"] {
        assert!(contains(&clean, stays), "{}", String::from_utf8_lossy(stays));
    }
    assert!(contains(&clean, &[b"Exif\0\0".as_slice(), &orientation::block(6)].concat()));
    assert!(clean.ends_with(b"second\xff\xd9"));
}

#[test]
fn a_jpeg_that_breaks_off_is_closed_and_one_without_a_picture_is_none() {
    let whole = jpeg();
    let at = whole.windows(4).position(|part| part == b"scan").unwrap();
    let closed = clean(Kind::Jpeg, &whole[..at]).unwrap();
    assert!(closed.ends_with(b"first\xff\0\xff\xd9"));
    assert_eq!(clean(Kind::Jpeg, b"\xff\xd8\xff\xd9"), None);
    assert_eq!(clean(Kind::Jpeg, b"\xff\xd8\xff\xe0\0"), None);
}

#[test]
fn a_png_keeps_its_picture_colours_and_way_up_only() {
    let clean = clean(Kind::Png, &png()).unwrap();
    for gone in [PLACE, b"tEXt", b"tIME", b"behind"] {
        assert!(!contains(&clean, gone));
    }
    assert!(contains(&clean, b"pixels") && contains(&clean, b"colours"));
    assert!(contains(&clean, &orientation::block(6)));
    assert!(clean.ends_with(b"IEND\xae\x42\x60\x82"));
}

#[test]
fn a_png_cut_short_is_none() {
    let whole = png();
    assert_eq!(clean(Kind::Png, &whole[..whole.len() - 30]), None);
}

#[test]
fn a_webp_keeps_its_picture_colours_and_way_up_only() {
    let clean = clean(Kind::Webp, &webp()).unwrap();
    assert!(!contains(&clean, PLACE) && !contains(&clean, b"XMP ") && !contains(&clean, b"behind"));
    assert!(contains(&clean, b"pixels!") && contains(&clean, b"colours"));
    assert!(contains(&clean, &orientation::block(6)));
    assert_eq!(clean[20], 0x28, "flags: colour profile and EXIF, no XMP");
    let size = u32::from_le_bytes(clean[4..8].try_into().unwrap()) as usize;
    assert_eq!(size + 8, clean.len());
}

#[test]
fn cleaning_twice_changes_nothing_more() {
    for (kind, bytes) in [(Kind::Jpeg, jpeg()), (Kind::Png, png()), (Kind::Webp, webp())] {
        let once = clean(kind, &bytes).unwrap();
        assert_eq!(clean(kind, &once).unwrap(), once, "{kind:?}");
    }
}

proptest! {
    #[test]
    fn damaged_pictures_do_not_panic(at in any::<prop::sample::Index>(), value in any::<u8>(), cut in any::<prop::sample::Index>()) {
        for (kind, mut bytes) in [(Kind::Jpeg, jpeg()), (Kind::Png, png()), (Kind::Webp, webp())] {
            let at = at.index(bytes.len());
            bytes[at] = value;
            let _ = clean(kind, &bytes);
            let _ = clean(kind, &bytes[..cut.index(bytes.len())]);
        }
    }

    #[test]
    fn any_bytes_behind_a_signature_are_taken(bytes in any::<Vec<u8>>()) {
        for (kind, head) in [
            (Kind::Jpeg, b"\xff\xd8".as_slice()), (Kind::Png, b"\x89PNG\r\n\x1a\n"), (Kind::Webp, b"RIFF\xff\0\0\0WEBP"),
        ] {
            let _ = clean(kind, &[head, &bytes].concat());
        }
    }
}
