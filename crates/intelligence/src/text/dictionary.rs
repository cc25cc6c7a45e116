//! The dictionary: that of jieba, our own words on top, and the stop words.

use std::{collections::HashSet, sync::LazyLock};

use jieba_rs::Jieba;

/// Words of petitions, of the region and of its places that the general dictionary lacks or cuts wrongly.
const OWN_WORDS: &str = include_str!("../../data/words.txt");
/// Words that say nothing about a matter.
const STOP_WORDS: &str = include_str!("../../data/stop_words.txt");

static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut jieba = Jieba::new();
    for word in entries(OWN_WORDS) {
        jieba.add_word(word, None, None);
    }
    jieba
});

static STOP: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(STOP_WORDS).collect());

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Loads the dictionary now (a fifth of a second, some 33 MB) instead of at the first search or registration.
pub fn warm_up() {
    LazyLock::force(&JIEBA);
    LazyLock::force(&STOP);
}

/// The words of a run of Chinese characters, in order and without gaps.
///
/// Unknown words are not guessed: the guess depends on the neighbours, so a text and a query would disagree. They come out as
/// single characters, which the callers join in pairs.
pub(super) fn cut(run: &str) -> impl Iterator<Item = &str> {
    JIEBA.cut(run, false).into_iter().map(|token| token.word)
}

/// Whether the dictionary knows `word`.
pub(super) fn knows(word: &str) -> bool {
    JIEBA.has_word(word)
}

/// Whether `word` says nothing about a matter.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.contains(word)
}

/// Pure particles, which are never part of a name.
pub(super) fn is_particle(c: char) -> bool {
    matches!(c, '的' | '了' | '吗' | '呢' | '吧' | '啊' | '呀' | '着' | '们' | '嘛' | '么')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_words_stay_whole() {
        for sentence in ["嘎查 向 苏木 反映", "代办员 按 草畜平衡 办理", "旗县 信访局 答复", "达茂旗 百灵庙镇"]
        {
            let expected: Vec<_> = sentence.split(' ').collect();
            let joined = expected.concat();
            assert_eq!(cut(&joined).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn the_lists_hold_single_entries_and_nothing_twice() {
        for list in [OWN_WORDS, STOP_WORDS] {
            let mut seen = HashSet::new();
            for word in entries(list) {
                assert!(seen.insert(word), "{word} stands twice");
            }
            assert!(seen.len() > 100);
        }
    }
}
