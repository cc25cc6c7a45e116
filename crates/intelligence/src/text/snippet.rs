//! The stretch of a text that answers a query, with the marks as ranges.

use std::ops::Range;

use serde::Serialize;

use super::normal::{Class, class, fold};

/// A stretch of a text for a result list. Holds the text as written; the caller escapes it and draws the marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Snippet {
    /// One line: line breaks are spaces, `…` stands where the text goes on.
    pub text: String,
    /// Byte ranges in `text` that answer the query: sorted, not overlapping, on character boundaries.
    pub marks: Vec<Range<usize>>,
}

/// One normalised character and where its original begins and ends in the text.
struct Unit {
    folded: char,
    from: usize,
    to: usize,
}

/// The stretch of `text` of at most `max_chars` characters that holds most of `tokens` (of [`super::query_tokens`]); the beginning
/// of the text when it holds none.
#[must_use]
pub fn snippet(text: &str, tokens: &[String], max_chars: usize) -> Snippet {
    let units = units(text);
    let hits = hits(&units, tokens);
    let window = best_window(text, &hits, max_chars);
    render(text, window, &merged(&hits))
}

/// A token found in the text: its byte range and which token it is.
struct Hit {
    range: Range<usize>,
    token: usize,
}

fn units(text: &str) -> Vec<Unit> {
    text.char_indices()
        .flat_map(|(from, c)| fold(c).map(move |folded| Unit { folded, from, to: from + c.len_utf8() }))
        .collect()
}

fn hits(units: &[Unit], tokens: &[String]) -> Vec<Hit> {
    let tokens: Vec<Vec<char>> = tokens.iter().map(|token| token.chars().collect()).collect();
    let mut hits = Vec::new();
    for at in 0..units.len() {
        for (token, chars) in tokens.iter().enumerate() {
            if matches_at(units, at, chars) {
                let range = units[at].from..units[at + chars.len() - 1].to;
                hits.push(Hit { range, token });
            }
        }
    }
    hits
}

/// Chinese tokens match anywhere, others only as whole words: `12` is not marked in `2012`.
fn matches_at(units: &[Unit], at: usize, token: &[char]) -> bool {
    let Some(stretch) = units.get(at..at + token.len()) else {
        return false;
    };
    let same = !token.is_empty() && stretch.iter().zip(token).all(|(unit, c)| unit.folded == *c);
    let is_word = |unit: &Unit| class(unit.folded) == Class::Word;
    same && (class(token[0]) == Class::Han
        || (!at.checked_sub(1).and_then(|before| units.get(before)).is_some_and(is_word)
            && !units.get(at + token.len()).is_some_and(is_word)))
}

/// The byte range of the window with the most different tokens, the earliest of the best, with a little text before the first.
fn best_window(text: &str, hits: &[Hit], max_chars: usize) -> Range<usize> {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let last = bounds.len() - 1;
    if last <= max_chars {
        return 0..text.len();
    }
    let char_at = |byte: usize| bounds.binary_search(&byte).unwrap_or_else(|at| at);
    let mut best = (0, 0);
    // The first few hundred hits say where the query is answered; a text of nothing else need not be weighed whole.
    for (first, hit) in hits.iter().enumerate().take(300) {
        let start = char_at(hit.range.start);
        let end = bounds[(start + max_chars).min(last)];
        let mut seen = Vec::new();
        for inside in hits[first..].iter().take_while(|inside| inside.range.end <= end).take(300) {
            if !seen.contains(&inside.token) {
                seen.push(inside.token);
            }
        }
        if seen.len() > best.0 {
            best = (seen.len(), start);
        }
    }
    let start = best.1.saturating_sub(max_chars / 6).min(last - max_chars);
    bounds[start]..bounds[start + max_chars]
}

/// Overlapping and touching hits as one range.
fn merged(hits: &[Hit]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = hits.iter().map(|hit| hit.range.clone()).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.into_iter().fold(Vec::new(), |mut merged: Vec<Range<usize>>, range| {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
        merged
    })
}

fn render(text: &str, window: Range<usize>, ranges: &[Range<usize>]) -> Snippet {
    let lead = if window.start > 0 { "…" } else { "" };
    let tail = if window.end < text.len() { "…" } else { "" };
    let mut line = String::with_capacity(window.len() + 6);
    line.push_str(lead);
    let mut marks = Vec::new();
    let mut from = window.start;
    for range in ranges {
        let (start, end) = (range.start.max(window.start), range.end.min(window.end));
        if start >= end {
            continue;
        }
        push_line(&mut line, &text[from..start]);
        let begin = line.len();
        push_line(&mut line, &text[start..end]);
        marks.push(begin..line.len());
        from = end;
    }
    push_line(&mut line, &text[from..window.end]);
    line.push_str(tail);
    Snippet { text: line, marks }
}

/// Adds `part` with control characters, line breaks among them, as spaces.
fn push_line(line: &mut String, part: &str) {
    line.extend(part.chars().map(|c| if c.is_control() { ' ' } else { c }));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::query_tokens, *};

    fn marked(snippet: &Snippet) -> Vec<&str> {
        snippet.marks.iter().map(|range| &snippet.text[range.clone()]).collect()
    }

    #[test]
    fn marks_what_answers_and_keeps_the_text_as_written() {
        let text = "Ａ３区供热公司\n把暖气停了，供热站没有人接电话。";
        let found = snippet(text, &query_tokens("a3区供热"), 80);
        assert_eq!(found.text, "Ａ３区供热公司 把暖气停了，供热站没有人接电话。");
        assert_eq!(marked(&found), ["Ａ３", "供热", "供热"]);
    }

    #[test]
    fn shows_the_stretch_with_most_of_the_query() {
        let text = format!("暖气{}暖气费和噪音{}", "前".repeat(200), "后".repeat(200));
        let found = snippet(&text, &query_tokens("暖气费 噪音"), 30);
        assert_eq!(marked(&found), ["暖气费", "噪音"]);
        assert!(found.text.starts_with('…') && found.text.ends_with('…'));
        assert_eq!(found.text.chars().count(), 32);
    }

    #[test]
    fn begins_at_the_beginning_when_nothing_answers() {
        let found = snippet("一二三四五六", &query_tokens("停电"), 3);
        assert_eq!((found.text.as_str(), found.marks.len()), ("一二三…", 0));
    }

    #[test]
    fn numbers_are_marked_whole_only() {
        assert_eq!(marked(&snippet("2012年12月", &["12".into()], 50)), ["12"]);
    }

    proptest! {
        #[test]
        fn ranges_are_sorted_apart_and_on_boundaries(text in any::<String>(), query in any::<String>(), max in 0usize..40) {
            let mut tokens = query_tokens(&query);
            tokens.extend(query_tokens(&text));
            let found = snippet(&text, &tokens, max);
            prop_assert!(found.text.chars().count() <= max.max(text.chars().count().min(max)) + 2);
            let mut last = 0;
            for range in &found.marks {
                prop_assert!(range.start >= last && range.start < range.end);
                prop_assert!(found.text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
