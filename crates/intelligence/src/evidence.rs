//! The words of the original text that led to a suggestion.

use std::ops::Range;

use crate::text::fold_with_places;

/// Words to look for, with what they speak for.
#[derive(Debug, Clone)]
pub struct Needle<T> {
    word: String,
    means: T,
}

impl<T> Needle<T> {
    /// Words as written in a catalogue or a list, with what finding them means.
    #[must_use]
    pub fn new(word: &str, means: T) -> Self {
        Self { word: crate::text::normalize(word), means }
    }
}

/// Words found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// Where, in bytes of the text, on character boundaries.
    pub range: Range<usize>,
    /// What it means.
    pub means: T,
}

/// Where `needles` stand in `text`: the longest first where they overlap, sorted, apart. Width and case do not matter.
#[must_use]
pub fn find<T: Clone>(text: &str, needles: &[Needle<T>]) -> Vec<Found<T>> {
    let (folded, places) = fold_with_places(text);
    let mut hits: Vec<(Range<usize>, usize)> = vec![];
    for (n, needle) in needles.iter().enumerate().filter(|(_, needle)| !needle.word.is_empty()) {
        let starts = folded.match_indices(needle.word.as_str()).map(|(at, _)| at);
        hits.extend(starts.filter_map(|at| Some((places.range(at, at + needle.word.len())?, n))));
    }
    hits.sort_by_key(|(range, n)| (std::cmp::Reverse(range.len()), range.start, *n));
    let mut kept: Vec<(Range<usize>, usize)> = vec![];
    for (range, n) in hits {
        if kept.iter().all(|(other, _)| range.end <= other.start || other.end <= range.start) {
            kept.push((range, n));
        }
    }
    kept.sort_by_key(|(range, _)| range.start);
    kept.into_iter().map(|(range, n)| Found { range, means: needles[n].means.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn needle(word: &str, means: u8) -> Needle<u8> {
        Needle::new(word, means)
    }

    #[test]
    fn the_longest_words_are_marked_as_they_were_written() {
        let text = "Ａ区供热公司的暖气不热，ＫＴＶ吵";
        let found = find(text, &[needle("暖气", 1), needle("暖气不热", 2), needle("ktv", 3), needle("a区", 4)]);
        let marked: Vec<_> = found.iter().map(|one| (&text[one.range.clone()], one.means)).collect();
        assert_eq!(marked, [("Ａ区", 4), ("暖气不热", 2), ("ＫＴＶ", 3)]);
    }

    proptest! {
        #[test]
        fn marks_are_sorted_apart_and_on_boundaries(text in any::<String>(), words in prop::collection::vec(".{0,3}", 0..6)) {
            let needles: Vec<_> = words.iter().map(|word| needle(word, 0)).collect();
            let mut last = 0;
            for one in find(&text, &needles) {
                prop_assert!(one.range.start >= last && one.range.start < one.range.end);
                prop_assert!(text.get(one.range.clone()).is_some());
                last = one.range.end;
            }
        }
    }
}
