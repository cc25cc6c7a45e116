//! One form for what people type in many: width, case, invisible characters.

use std::ops::Range;

/// What a character is to the segmentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A Chinese character.
    Han,
    /// A letter of another script (Latin, Mongolian, Cyrillic …) or a digit.
    Word,
    /// Everything that ends a word.
    Gap,
}

/// The class of a normalised character.
pub(super) fn class(c: char) -> Class {
    match c {
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}'
        | '〇' => Class::Han,
        c if c.is_alphanumeric() => Class::Word,
        _ => Class::Gap,
    }
}

/// The normalised form of one character: lower case, half width; nothing for what is not seen on paper.
///
/// Most characters become one; a few capitals become two or three. Traditional characters stay as they are.
pub(super) fn fold(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    };
    (!is_invisible(c)).then(|| c.to_lowercase()).into_iter().flatten().filter(|c| !is_mark(*c))
}

/// Characters without a shape of their own: zero-width marks, direction marks, and the Mongolian selectors and joiners that
/// only choose how a letter is drawn (the same word is typed with and without them).
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180a}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Marks that lower-casing can split off (İ → i + dot above); the letter alone is the better search word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// `text` in its normalised form: half width, lower case, without invisible characters.
#[must_use]
pub fn normalize(text: &str) -> String {
    text.chars().flat_map(fold).collect()
}

/// Where the characters of a normalised text stand in the original.
pub(crate) struct Places {
    /// For each byte of the normalised text that begins a character: its place there, and from where to where its original goes.
    at: Vec<(usize, Range<usize>)>,
}

impl Places {
    /// The original range of the normalised bytes `from..to`; `None` when they do not begin and end at characters.
    pub(crate) fn range(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let first = self.at.binary_search_by_key(&from, |(at, _)| *at).ok()?;
        let end = self.at.partition_point(|(at, _)| *at < to);
        (first < end).then(|| self.at[first].1.start..self.at[end - 1].1.end)
    }
}

/// [`normalize`], with where everything came from.
pub(crate) fn fold_with_places(text: &str) -> (String, Places) {
    let mut folded = String::with_capacity(text.len());
    let mut at = Vec::with_capacity(text.len() / 3);
    for (from, c) in text.char_indices() {
        for one in fold(c) {
            at.push((folded.len(), from..from + c.len_utf8()));
            folded.push(one);
        }
    }
    (folded, Places { at })
}

/// The runs of one class in a normalised text, gaps left out.
pub(super) fn runs(text: &str) -> impl Iterator<Item = (Class, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let kind = class(rest.chars().next()?);
            let end = rest.find(|c| class(c) != kind).unwrap_or(rest.len());
            let (run, tail) = rest.split_at(end);
            rest = tail;
            if kind != Class::Gap {
                return Some((kind, run));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_invisible_marks_do_not_matter() {
        assert_eq!(normalize("Ａ３区　ＡＢＣ－１\u{200b}２"), "a3区 abc-12");
        assert_eq!(normalize("ᠮᠣᠩᠭᠣᠯ\u{180e}\u{180b}"), "ᠮᠣᠩᠭᠣᠯ");
        assert_eq!(normalize("İstanbul"), "istanbul");
        assert_eq!(normalize("請願"), "請願", "traditional characters stay");
    }

    #[test]
    fn runs_keep_scripts_apart() {
        let found: Vec<_> = runs("a3区供热, ᠮᠣᠩᠭᠣᠯ 12").map(|(_, run)| run).collect();
        assert_eq!(found, ["a3", "区供热", "ᠮᠣᠩᠭᠣᠯ", "12"]);
    }
}
