//! What a file is, by its content.

use serde::{Deserialize, Serialize};

use super::archive;

/// A type this program knows how to look into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is the name of a format")]
pub enum Kind {
    Jpeg,
    Png,
    Webp,
    Gif,
    Heic,
    Pdf,
    Docx,
    Xlsx,
    Txt,
    Mp3,
    M4a,
    Amr,
    Ogg,
    Wav,
    Webm,
    Weba,
    Mp4,
    Mov,
    #[serde(rename = "3gp")]
    ThreeGp,
}

impl Kind {
    /// Every known kind.
    pub const ALL: &[Self] = &[
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Gif,
        Self::Heic,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Txt,
        Self::Mp3,
        Self::M4a,
        Self::Amr,
        Self::Ogg,
        Self::Wav,
        Self::Webm,
        Self::Weba,
        Self::Mp4,
        Self::Mov,
        Self::ThreeGp,
    ];

    /// Extension and media type.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Jpeg => ("jpg", "image/jpeg"),
            Self::Png => ("png", "image/png"),
            Self::Webp => ("webp", "image/webp"),
            Self::Gif => ("gif", "image/gif"),
            Self::Heic => ("heic", "image/heic"),
            Self::Pdf => ("pdf", "application/pdf"),
            Self::Docx => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Self::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Self::Txt => ("txt", "text/plain"),
            Self::Mp3 => ("mp3", "audio/mpeg"),
            Self::M4a => ("m4a", "audio/mp4"),
            Self::Amr => ("amr", "audio/amr"),
            Self::Ogg => ("ogg", "audio/ogg"),
            Self::Wav => ("wav", "audio/wav"),
            Self::Webm => ("webm", "video/webm"),
            Self::Weba => ("weba", "audio/webm"),
            Self::Mp4 => ("mp4", "video/mp4"),
            Self::Mov => ("mov", "video/quicktime"),
            Self::ThreeGp => ("3gp", "video/3gpp"),
        }
    }

    /// The extension a file of this kind is given.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.names().0
    }

    /// The media type it is served with.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.names().1
    }

    /// The kind of a stored media type; parameters are dropped.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        Self::ALL.iter().copied().find(|kind| kind.media_type() == essence)
    }

    /// Whether a browser can show it as a picture.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif | Self::Heic)
    }

    /// Whether it is sound without pictures: a voice note, a recorded call.
    #[must_use]
    pub fn is_sound(self) -> bool {
        matches!(self, Self::Mp3 | Self::M4a | Self::Amr | Self::Ogg | Self::Wav | Self::Weba)
    }

    /// The character set to serve a text with, found by looking: `utf-8` or `gb18030`; nothing for other kinds.
    #[must_use]
    pub fn charset(self, bytes: &[u8]) -> Option<&'static str> {
        (self == Self::Txt).then(|| if std::str::from_utf8(bytes).is_ok() { "utf-8" } else { "gb18030" })
    }
}

/// The kind of `bytes`; otherwise a short name of what they seem to be (`exe`, `html`, `zip`, `?`), for the refusal.
///
/// # Errors
/// The short name.
pub fn sniff(bytes: &[u8]) -> Result<Kind, &'static str> {
    if let Some(kind) = by_signature(bytes) {
        return Ok(kind);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive::office_kind(bytes).ok_or("zip");
    }
    match infer::get(bytes) {
        Some(found) => Err(found.extension()),
        None if looks_like_markup(bytes) => Err("html"),
        None if is_plain_text(bytes) => Ok(Kind::Txt),
        None => Err("?"),
    }
}

fn by_signature(bytes: &[u8]) -> Option<Kind> {
    let at = |from: usize, signature: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(signature));
    Some(match bytes {
        _ if at(0, b"\xff\xd8\xff") => Kind::Jpeg,
        _ if at(0, b"\x89PNG\r\n\x1a\n") => Kind::Png,
        _ if at(0, b"RIFF") && at(8, b"WEBP") => Kind::Webp,
        _ if at(0, b"RIFF") && at(8, b"WAVE") => Kind::Wav,
        _ if at(0, b"GIF87a") || at(0, b"GIF89a") => Kind::Gif,
        _ if at(0, b"%PDF-") => Kind::Pdf,
        _ if at(0, b"#!AMR\n") || at(0, b"#!AMR-WB\n") => Kind::Amr,
        _ if at(0, b"OggS") => Kind::Ogg,
        _ if at(0, b"ID3") || has_mp3_frames(bytes) => Kind::Mp3,
        _ if at(0, b"\x1a\x45\xdf\xa3")
            && bytes.iter().take(64).copied().collect::<Vec<_>>().windows(4).any(|w| w == b"webm") =>
        {
            if has_webm_pictures(bytes) {
                Kind::Webm
            } else {
                Kind::Weba
            }
        }
        _ if at(4, b"ftyp") => {
            return by_brand(bytes.get(8..12)?).map(|kind| if is_voice_only(kind, bytes) { Kind::M4a } else { kind });
        }
        _ => return None,
    })
}

/// The kinds of the ISO base media format differ by their major brand.
fn by_brand(brand: &[u8]) -> Option<Kind> {
    match brand {
        b"M4A " | b"M4B " => Some(Kind::M4a),
        b"qt  " => Some(Kind::Mov),
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => Some(Kind::Heic),
        [b'3', b'g', ..] => Some(Kind::ThreeGp),
        b"isom" | b"iso2" | b"iso4" | b"iso5" | b"iso6" | b"mp41" | b"mp42" | b"avc1" | b"dash" | b"M4V " | b"MSNV" => {
            Some(Kind::Mp4)
        }
        _ => None,
    }
}

/// Whether a track of a WebM file holds pictures: a codec of video is named in its head.
fn has_webm_pictures(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1 << 16)];
    let names: [&[u8]; 3] = [b"V_VP", b"V_AV1", b"V_MPEG"];
    let names_one = |part: &[u8]| names.iter().any(|name| part.starts_with(name));
    // A file without any codec in its head is not taken for a voice note.
    head.windows(5).any(names_one) || !head.windows(2).any(|part| part == b"A_")
}

/// An MP4 with sound and without pictures is what Safari records of a voice. Its handlers say what its tracks hold.
fn is_voice_only(kind: Kind, bytes: &[u8]) -> bool {
    let handlers = || {
        let heads = bytes.windows(16).filter(|part| part.starts_with(b"hdlr"));
        heads.map(|part| &part[12..16])
    };
    kind == Kind::Mp4 && handlers().any(|h| h == b"soun") && !handlers().any(|h| h == b"vide")
}

/// Two layer-III frames in a row: eleven set bits alone occur in any binary.
fn has_mp3_frames(bytes: &[u8]) -> bool {
    mp3_frame(bytes).and_then(|first| mp3_frame(bytes.get(first.length..)?)).is_some()
}

/// A layer-III frame: its bytes, its samples, and how many of these play in a second.
pub(super) struct Mp3Frame {
    pub length: usize,
    pub samples: u64,
    pub rate: u64,
}

/// The layer-III frame that begins here.
pub(super) fn mp3_frame(bytes: &[u8]) -> Option<Mp3Frame> {
    const RATES_1: [usize; 14] = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const RATES_2: [usize; 14] = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let [0xff, second, third, ..] = bytes else { return None };
    let (version, layer) = ((second >> 3) & 3, (second >> 1) & 3);
    if second & 0xe0 != 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let is_first = version == 3;
    let rates = if is_first { RATES_1 } else { RATES_2 };
    let rate = rates.get(usize::from(third >> 4).checked_sub(1)?)? * 1000;
    let sampling = [44_100, 48_000, 32_000].get(usize::from((third >> 2) & 3))? / [4, 1, 2, 1][usize::from(version)];
    let padding = usize::from((third >> 1) & 1);
    let (per_byte, samples) = if is_first { (144, 1152) } else { (72, 576) };
    Some(Mp3Frame { length: per_byte * rate / sampling + padding, samples, rate: sampling as u64 })
}

/// Text that a browser could take for a page or a picture with scripts.
fn looks_like_markup(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(1024).map(u8::to_ascii_lowercase).collect();
    let marks: [&[u8]; 9] =
        [b"<!doctype", b"<html", b"<head", b"<body", b"<script", b"<svg", b"<iframe", b"<?xml", b"<?php"];
    marks.iter().any(|mark| head.windows(mark.len()).any(|part| part == *mark))
}

/// UTF-8, or GB18030 as the older Chinese editors write it, without control characters.
fn is_plain_text(bytes: &[u8]) -> bool {
    let (text, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (std::borrow::Cow::Borrowed(text), false),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes),
    };
    !broken && !text.is_empty() && text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_not_the_name() {
        assert_eq!(sniff(b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff"), Err("exe"));
        assert_eq!(sniff(b"  <!DOCTYPE html><html>"), Err("html"));
        assert_eq!(sniff("说明 <svg onload=alert(1)>".as_bytes()), Err("html"));
        assert_eq!(sniff(b"#!/bin/sh\nrm -rf /"), Err("sh"));
        assert_eq!(sniff("供热不达标".as_bytes()), Ok(Kind::Txt));
        assert_eq!(sniff(&[0xb9, 0xa9, 0xc8, 0xc8]), Ok(Kind::Txt), "供热 in GBK");
        assert_eq!(sniff(&[0, 1, 2, 3]), Err("?"));
        assert_eq!(sniff(b""), Err("?"));
        assert_eq!(sniff(b"\0\0\0\x18ftypM4A \0\0\0\0"), Ok(Kind::M4a));
        assert_eq!(sniff(b"\0\0\0\x18ftypheic\0\0\0\0"), Ok(Kind::Heic));
        assert_eq!(sniff(b"#!AMR\n\x3c"), Ok(Kind::Amr));
    }

    #[test]
    fn a_recorded_voice_is_told_from_a_film() {
        let webm = |codec: &[u8]| [b"\x1a\x45\xdf\xa3\x01\0\0\0webm\0\0\0\0", codec, &[0; 32]].concat();
        assert_eq!(sniff(&webm(b"A_OPUS")), Ok(Kind::Weba));
        assert_eq!(sniff(&webm(b"V_VP8 A_OPUS")), Ok(Kind::Webm));
        assert_eq!(sniff(&webm(b"")), Ok(Kind::Webm));
        let mp4 = |tracks: &[&[u8; 4]]| {
            let mut bytes = b"\0\0\0\x18ftypiso5\0\0\0\0mp42iso5".to_vec();
            for track in tracks {
                bytes.extend([b"\0\0\0\x21hdlr\0\0\0\0\0\0\0\0".as_slice(), *track, &[0; 13]].concat());
            }
            bytes
        };
        assert_eq!(sniff(&mp4(&[b"soun"])), Ok(Kind::M4a));
        assert_eq!(sniff(&mp4(&[b"vide", b"soun"])), Ok(Kind::Mp4));
        assert!(Kind::Weba.is_sound() && !Kind::Webm.is_sound());
    }

    #[test]
    fn an_mp3_without_tags_needs_two_frames() {
        let mut frames = vec![0; 417 * 2 + 4];
        for at in [0, 417] {
            frames[at..at + 3].copy_from_slice(&[0xff, 0xfb, 0x90]);
        }
        assert_eq!(sniff(&frames), Ok(Kind::Mp3));
        assert_ne!(sniff(&frames[..417]), Ok(Kind::Mp3));
    }

    #[test]
    fn every_kind_is_found_by_its_media_type() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_media_type(kind.media_type()), Some(*kind));
        }
        assert_eq!(Kind::of_media_type("text/plain; charset=utf-8"), Some(Kind::Txt));
    }
}
