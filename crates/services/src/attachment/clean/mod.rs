//! Removes what pictures and recordings tell beside what they show: position, camera, time, author, thumbnails, and whatever
//! hangs behind their end. Without decoding, so no pixel changes.
//!
//! Pictures keep what drawing needs and nothing else: a list of what stays is safer than a list of what goes. Colour profiles stay;
//! of EXIF only the orientation does, because without it the picture lies on its side.

mod jpeg;
mod media;
mod orientation;
mod png;
#[cfg(test)]
pub(super) mod tests;
mod webp;

use super::Kind;

/// The cleaned bytes; `None` when they are not what their beginning says (cut short, damaged).
pub(super) fn clean(kind: Kind, bytes: &[u8]) -> Option<Vec<u8>> {
    match kind {
        Kind::Jpeg => jpeg::clean(bytes),
        Kind::Png => png::clean(bytes),
        Kind::Webp => webp::clean(bytes),
        Kind::Mp3 => Some(media::without_id3(bytes)),
        Kind::M4a | Kind::Mp4 | Kind::Mov | Kind::ThreeGp => media::without_user_data(bytes),
        _ => Some(bytes.to_vec()),
    }
}
