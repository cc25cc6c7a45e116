//! Tokens of a text for the index, of a query for the look-up, and the plain words for everything that counts words.

use std::{collections::HashSet, ops::Range};

use super::{
    dictionary::{cut, is_particle, is_stop, knows},
    normal::{Class, fold_with_places, normalize, runs},
};

/// The most distinct tokens one text puts into the index; what follows in a text of that size adds nothing people look for.
pub const MAX_INDEX_TOKENS: usize = 20_000;
/// The most tokens taken from a query; a pasted letter still finds itself.
pub const MAX_QUERY_TOKENS: usize = 32;
/// The most characters of a query that are read.
const MAX_QUERY_CHARS: usize = 500;
/// The most bytes of a token of letters and digits: longer ones are nobody's word, and index pages stay small.
const MAX_TOKEN_BYTES: usize = 64;

/// The search tokens of `text`, each once, separated by spaces: ready for an FTS5 column and, split at the spaces, for a
/// `tsvector`.
#[must_use]
pub fn index_text(text: &str) -> String {
    let text = normalize(text);
    let mut seen = HashSet::new();
    let mut tokens = String::with_capacity(text.len() * 2);
    let mut put = |token| {
        if !is_stop(token) && seen.len() < MAX_INDEX_TOKENS && seen.insert(token) {
            if !tokens.is_empty() {
                tokens.push(' ');
            }
            tokens.push_str(token);
        }
    };
    for (class, run) in runs(&text) {
        match class {
            Class::Han => index_run(run, &mut put),
            _ => put(bounded(run)),
        }
    }
    tokens
}

/// [`index_text`] as a list, for callers that hand on single words.
#[must_use]
pub fn index_tokens(text: &str) -> Vec<String> {
    index_text(text).split_terminator(' ').map(str::to_owned).collect()
}

/// The tokens a row must hold to answer `query`, each once, at most [`MAX_QUERY_TOKENS`].
///
/// Empty when the query holds only stop words or punctuation: then there is nothing to filter by.
#[must_use]
pub fn query_tokens(query: &str) -> Vec<String> {
    let query: String = query.chars().take(MAX_QUERY_CHARS).collect();
    let query = normalize(&query);
    let mut tokens: Vec<String> = Vec::new();
    let mut put = |token: &str| {
        if !is_stop(token) && tokens.len() < MAX_QUERY_TOKENS && tokens.iter().all(|known| known != token) {
            tokens.push(token.to_owned());
        }
    };
    for (class, run) in runs(&query) {
        match class {
            Class::Han => query_run(run, &mut put),
            _ => put(bounded(run)),
        }
    }
    tokens
}

/// The words of `text` in order, with repeats, without stop words: for counting, comparing and classifying.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let text = normalize(text);
    let mut found = Vec::new();
    for (class, run) in runs(&text) {
        match class {
            Class::Han => found.extend(cut(run).filter(|word| !is_stop(word)).map(str::to_owned)),
            _ => found.push(bounded(run).to_owned()),
        }
    }
    found
}

/// The words of `text` with where they stand in it, in order, stop words among them.
#[must_use]
pub fn segments(text: &str) -> Vec<(String, Range<usize>)> {
    let (folded, places) = fold_with_places(text);
    let mut found = Vec::new();
    for (class, run) in runs(&folded) {
        // `runs` gives parts of `folded`, so their distance is a place in it.
        let start = run.as_ptr() as usize - folded.as_ptr() as usize;
        let mut put = |from: usize, word: &str| {
            if let Some(range) = places.range(from, from + word.len()) {
                found.push((word.to_owned(), range));
            }
        };
        match class {
            Class::Han => pieces(run).for_each(|word| put(start + word.start, word.text)),
            _ => put(start, run),
        }
    }
    found
}

/// Whether `word` says nothing about a matter.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    is_stop(word)
}

/// The words of a run; the pairs and shorter words inside long ones; the pairs around single characters.
fn index_run<'a>(run: &'a str, put: &mut impl FnMut(&'a str)) {
    let mut before: Option<Word<'a>> = None;
    for word in pieces(run) {
        put(word.text);
        if word.chars > 2 {
            parts(word.text, put);
        }
        if let Some(before) = before
            && (before.chars == 1 || word.chars == 1)
            && let Some(pair) = pair(run, before, word)
        {
            put(pair);
        }
        before = Some(word);
    }
}

/// The words of a run; pairs where single characters follow each other; lone characters only when there is nothing better.
fn query_run<'a>(run: &'a str, put: &mut impl FnMut(&'a str)) {
    let pieces: Vec<_> = pieces(run).collect();
    let mut any = false;
    let mut strong = |token: &'a str, put: &mut dyn FnMut(&'a str)| {
        any |= !is_stop(token);
        put(token);
    };
    for word in pieces.iter().filter(|word| word.chars > 1) {
        match halves(word) {
            Some((left, right)) => {
                strong(left, put);
                strong(right, put);
            }
            None => strong(word.text, put),
        }
    }
    for neighbours in pieces.windows(2).filter(|pair| pair[0].chars == 1 && pair[1].chars == 1) {
        if let Some(pair) = pair(run, neighbours[0], neighbours[1]) {
            strong(pair, put);
        }
    }
    if !any {
        pieces.iter().filter(|word| word.chars == 1).for_each(|word| put(word.text));
    }
}

/// One word of a run.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    /// Where it begins in the run, in bytes.
    start: usize,
    chars: usize,
}

fn pieces(run: &str) -> impl Iterator<Item = Word<'_>> {
    let mut start = 0;
    cut(run).map(move |text| {
        let word = Word { text, start, chars: text.chars().count() };
        start += text.len();
        word
    })
}

/// Every pair of neighbours in `word`, and the shorter dictionary words of three and more characters.
fn parts<'a>(word: &'a str, put: &mut impl FnMut(&'a str)) {
    // A dictionary word has at most some 16 characters; the bound is for data that is none.
    let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).take(33).collect();
    for start in 0..bounds.len() - 1 {
        for end in start + 2..bounds.len() {
            let part = &word[bounds[start]..bounds[end]];
            if end - start == 2 || (part.len() < word.len() && knows(part)) {
                put(part);
            }
        }
    }
}

/// The last character of one word with the first of the next, unless one of them is a particle.
fn pair<'a>(run: &'a str, left: Word<'a>, right: Word<'a>) -> Option<&'a str> {
    let last = left.text.chars().next_back()?;
    let first = right.text.chars().next()?;
    (!is_particle(last) && !is_particle(first))
        .then(|| &run[right.start - last.len_utf8()..right.start + first.len_utf8()])
}

/// The two words a long one is made of, so that 供热公司 also finds 供热分公司.
fn halves<'a>(word: &Word<'a>) -> Option<(&'a str, &'a str)> {
    if word.chars < 4 {
        return None;
    }
    word.text
        .char_indices()
        .map(|(at, _)| at)
        .take(word.chars - 1)
        .skip(2)
        .map(|at| word.text.split_at(at))
        .find(|(left, right)| knows(left) && knows(right) && !is_stop(left) && !is_stop(right))
}

fn bounded(token: &str) -> &str {
    &token[..token.floor_char_boundary(MAX_TOKEN_BYTES)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str, query: &str) -> bool {
        let index = index_text(text);
        let index: HashSet<_> = index.split(' ').collect();
        let tokens = query_tokens(query);
        !tokens.is_empty() && tokens.iter().all(|token| index.contains(token.as_str()))
    }

    #[test]
    fn a_shorter_word_finds_the_longer_one() {
        for (text, query) in [
            ("向供热公司反映室温不达标", "供热"),
            ("向供热公司反映室温不达标", "供热公司"),
            ("热力供热分公司不作为", "供热公司"),
            ("达茂旗明安镇", "达茂"),
            ("达茂旗明安镇", "茂旗"),
            ("内蒙古自治区人民政府", "自治区 政府"),
            ("石拐区喜桂图新区", "喜桂图"),
            ("景蓉华苑业委会", "景蓉华苑"),
            ("嘎查的草场被占", "草场"),
            ("Ａ７县春华镇金鼎村", "a7县 金鼎村"),
            ("件号 150223-20260917-000118-6", "150223-20260917-000118-6"),
            ("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", "ᠮᠣᠩᠭᠣᠯ"),
        ] {
            assert!(found(text, query), "{query} must find {text}: {:?} in {}", query_tokens(query), index_text(text));
        }
    }

    #[test]
    fn words_that_nobody_wrote_are_not_found() {
        assert!(!found("提供热水", "供热"));
        assert!(!found("暖气不热", "停电"));
    }

    #[test]
    fn stop_words_do_no_harm() {
        assert!(found("小区停水三天", "我们小区为什么停水了吗？"));
        assert_eq!(query_tokens("我们的，请问？"), Vec::<String>::new());
        assert!(!index_text("我们的小区").split(' ').any(|token| token == "我们" || token == "的"));
    }

    #[test]
    fn a_long_text_stays_bounded() {
        let text: String = ('\u{4e00}'..='\u{9fff}').cycle().take(50_000).collect();
        let tokens = index_text(&text);
        assert!(tokens.split(' ').count() <= MAX_INDEX_TOKENS);
        let letters = "a".repeat(50_000);
        assert_eq!(index_text(&letters).len(), MAX_TOKEN_BYTES);
        assert!(query_tokens(&text).len() <= MAX_QUERY_TOKENS);
    }

    #[test]
    fn repeats_count_as_words_but_not_as_tokens() {
        assert_eq!(words("停水！停水！Ａ区"), ["停水", "停水", "a", "区"]);
        assert_eq!(index_text("停水！停水！"), "停水");
    }

    proptest! {
        #[test]
        fn any_unicode_is_taken(text in any::<String>()) {
            let tokens = index_text(&text);
            prop_assert!(tokens.chars().all(|c| c == ' ' || c.is_alphanumeric()));
            let _ = (query_tokens(&text), words(&text));
        }

        /// Whatever stretch of whole words is taken from a text as the query, its tokens are in the index of the text.
        #[test]
        fn the_words_of_a_text_find_it(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "供热公司", "达茂旗", "草畜平衡", "喜桂图", "的", "我们", "水", "电", "费", "Ａ3", "景蓉华苑", "，", "乌", "布",
                    "浪", "口", "自来水", "内蒙古自治区", "人民", "法院", "和", "不", "热", "暖气", "ᠮᠣᠩ", "市长", "江", "大桥", "南京", "研究生", "命",
                ]),
                1..20,
            ),
            from in 0usize..40,
            length in 1usize..6,
        ) {
            let text = normalize(&parts.concat());
            let index = index_text(&text);
            let index: HashSet<_> = index.split(' ').collect();
            for (class, run) in runs(&text) {
                let words: Vec<_> = if class == Class::Han { cut(run).collect() } else { vec![run] };
                let from = from % words.len();
                let query = words[from..(from + length).min(words.len())].concat();
                for token in query_tokens(&query) {
                    prop_assert!(index.contains(token.as_str()), "{token} of {query} in {text}");
                }
            }
        }
    }
}
