//! Looking for words where none should be: in a dump, a log, a page, whatever they were turned into on the way.

use std::{collections::BTreeSet, fmt::Write as _};

use base64::{Engine as _, engine::general_purpose::STANDARD};

/// Everything that a text could have been turned into on its way to a disk.
#[must_use]
pub fn encodings(marker: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bytes = marker.as_bytes();
    let (mut escaped, mut percent) = (String::new(), String::new());
    for unit in marker.encode_utf16() {
        // Writing into a `String` cannot fail.
        let _ = write!(escaped, "\\u{unit:04x}");
    }
    for byte in bytes {
        let _ = write!(percent, "%{byte:02X}");
    }
    let utf16: Vec<u8> = marker.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut all = vec![
        ("UTF-8", bytes.to_vec()),
        ("UTF-16", utf16),
        ("JSON", escaped.clone().into_bytes()),
        ("JSON, capitals", escaped.to_uppercase().replace("\\U", "\\u").into_bytes()),
        ("hex", hex::encode(bytes).into_bytes()),
        ("HEX", hex::encode_upper(bytes).into_bytes()),
        ("percent", percent.into_bytes()),
    ];
    for shift in 0..3 {
        let inner = base64_inside(bytes, shift);
        all.push(("base64, for addresses", inner.replace('+', "-").replace('/', "_").into_bytes()));
        all.push(("base64", inner.into_bytes()));
    }
    all
}

/// Base64 of a longer text holds that of its part, at one of three shifts, cut to what does not depend on the neighbours.
fn base64_inside(bytes: &[u8], shift: usize) -> String {
    let padded = [vec![0; shift], bytes.to_vec()].concat();
    let whole = STANDARD.encode(&padded[..padded.len() / 3 * 3]);
    whole[if shift == 0 { 0 } else { 4 }..].to_owned()
}

/// Which encodings of which markers stand in `data`. What is shorter than eight bytes is found by chance and is not looked for.
#[must_use]
pub fn found(markers: &[&str], data: &[u8]) -> BTreeSet<String> {
    let lower = data.to_ascii_lowercase();
    let mut hits = BTreeSet::new();
    for marker in markers {
        for (how, needle) in encodings(marker) {
            let hay = if how == "hex" { &lower } else { data };
            if needle.len() >= 8 && hay.windows(needle.len()).any(|part| part == needle) {
                hits.insert(format!("{marker} as {how}"));
            }
        }
    }
    hits
}
