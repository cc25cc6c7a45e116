//! File names as people may see them again.

use super::Kind;

/// The most characters of a name, extension included.
const MAX_CHARS: usize = 80;

/// The declared name without path, control and direction marks, with the extension of what the file really is.
///
/// Chinese, Mongolian and every other script stay. A name of which nothing is left becomes `附件`.
#[must_use]
pub fn clean_name(declared: &str, kind: Kind) -> String {
    let base = declared.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = base.chars().filter(|c| !is_unwanted(*c)).collect();
    let stem = match kept.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => stem,
        _ => &kept,
    };
    let stem = stem.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let room = MAX_CHARS - kind.extension().len() - 1;
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_end();
    let stem = if stem.is_empty() { "附件" } else { stem };
    format!("{stem}.{}", kind.extension())
}

/// The name for a refusal, before the kind is known: the last part of the path, short, without marks.
pub(super) fn shown(declared: &str) -> String {
    let base = declared.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = base.chars().filter(|c| !is_unwanted(*c)).take(MAX_CHARS).collect();
    if kept.trim().is_empty() { "附件".to_owned() } else { kept }
}

fn is_extension(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Control characters, direction and zero-width marks (`photo\u{202e}gpj.exe`), and signs that some system reserves. The joiners and
/// selectors of Mongolian script are part of its spelling and stay.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
                | '<' | '>' | ':' | '"' | '|' | '?' | '*'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paths_marks_and_wrong_extensions_go_and_scripts_stay() {
        for (declared, expected) in [
            ("../../etc/passwd", "passwd.jpg"),
            ("C:\\Users\\王\\水表 照片.JPEG", "水表 照片.jpg"),
            ("photo\u{202e}gpj.exe", "photogpj.jpg"),
            ("ᠮᠣᠩᠭᠣᠯ\u{180b}.png", "ᠮᠣᠩᠭᠣᠯ\u{180b}.jpg"),
            ("", "附件.jpg"),
            ("...", "附件.jpg"),
            (".htaccess", "htaccess.jpg"),
            ("a\r\nSet-Cookie: x.jpg", "aSet-Cookie x.jpg"),
            ("2019.5.9 会议记录", "2019.5.9 会议记录.jpg"),
        ] {
            assert_eq!(clean_name(declared, Kind::Jpeg), expected, "{declared:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_one_short_part_with_the_right_extension(declared in any::<String>()) {
            let name = clean_name(&declared, Kind::Pdf);
            prop_assert_eq!(name.rsplit_once('.').map(|(_, extension)| extension), Some("pdf"));
            prop_assert!(name.chars().count() <= MAX_CHARS);
            prop_assert!(!name.contains(['/', '\\']) && !name.starts_with('.'));
            prop_assert!(!name.chars().any(char::is_control));
            prop_assert_eq!(clean_name(&name, Kind::Pdf), name);
        }
    }
}
