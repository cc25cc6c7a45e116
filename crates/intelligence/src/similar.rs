//! How like two matters are, by their words: tf-idf over the tokens of the search index, so that what is compared is what is
//! found. Words of places and issues weigh more than others; a title says more than a long story.

use std::collections::HashMap;

use crate::text::index_tokens;

/// The weights of the comparison: settings of practice, not law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// How much a token of the title weighs more than one of the text.
    pub title: f32,
    /// How much a word of a place or an issue weighs more than others.
    pub telling: f32,
    /// How many characters of the text are read.
    pub read: usize,
}

impl Default for Weights {
    fn default() -> Self {
        Self { title: 1.5, telling: 1.5, read: 800 }
    }
}

/// How rare tokens are among the matters of a jurisdiction.
#[derive(Debug, Clone, Default)]
pub struct Rarity {
    docs: f32,
    seen: HashMap<String, u32>,
    /// For tokens that nobody counted.
    usual: f32,
}

impl Rarity {
    /// Rarity by counts: in how many of `docs` texts each token occurs. Tokens without a count are as rare as the usual one.
    #[must_use]
    pub fn of_counts(docs: u64, counts: impl IntoIterator<Item = (String, u64)>) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a count of texts")]
        let docs = docs.max(1) as f32;
        let seen: HashMap<String, u32> =
            counts.into_iter().map(|(token, n)| (token, u32::try_from(n).unwrap_or(u32::MAX))).collect();
        let mut rarity = Self { docs, seen, usual: 0.0 };
        let (sum, n) = rarity.seen.values().fold((0.0, 0.0), |(sum, n), count| (sum + rarity.idf_of(*count), n + 1.0));
        rarity.usual = if n > 0.0 { sum / n } else { rarity.idf_of(1) };
        rarity
    }

    /// Rarity learned from texts.
    #[must_use]
    pub fn learn<'a>(texts: impl IntoIterator<Item = &'a Tokens>) -> Self {
        let (mut docs, mut seen) = (0, HashMap::<String, u64>::new());
        for tokens in texts {
            docs += 1;
            for token in tokens.all() {
                *seen.entry(token.to_owned()).or_default() += 1;
            }
        }
        Self::of_counts(docs, seen)
    }

    fn idf_of(&self, count: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a count of texts")]
        let count = count as f32;
        ((1.0 + self.docs) / (1.0 + count)).ln() + 1.0
    }

    /// The weight of a token by its rarity alone.
    #[must_use]
    pub fn idf(&self, token: &str) -> f32 {
        self.seen.get(token).map_or(self.usual, |count| self.idf_of(*count))
    }
}

/// A matter as tokens, each once, with whether the title holds it.
#[derive(Debug, Clone, Default)]
pub struct Tokens(Vec<(String, bool)>);

impl Tokens {
    /// The tokens of a matter.
    #[must_use]
    pub fn of(title: &str, text: &str, weights: &Weights) -> Self {
        let end = text.char_indices().nth(weights.read).map_or(text.len(), |(at, _)| at);
        let in_title = index_tokens(title);
        let in_text = index_tokens(&text[..end]);
        let mut all: Vec<(String, bool)> = in_title.into_iter().map(|token| (token, true)).collect();
        all.extend(in_text.into_iter().map(|token| (token, false)));
        // The title's come first among equals and stay.
        all.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        all.dedup_by(|later, first| later.0 == first.0);
        Self(all)
    }

    /// Every token.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(token, _)| token.as_str())
    }

    /// Every token, with whether the title holds it.
    pub fn with_title(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(token, title)| (token.as_str(), *title))
    }

    /// The tokens with their weights, made to length 1: ready to be compared.
    #[must_use]
    pub fn weighed(&self, rarity: &Rarity, telling: &dyn Fn(&str) -> bool, weights: &Weights) -> Weighed {
        let weight = |token: &str, title: bool| {
            let by_place = if title { weights.title } else { 1.0 };
            let by_word = if telling(token) { weights.telling } else { 1.0 };
            rarity.idf(token) * by_place * by_word
        };
        let all: Vec<(String, f32)> =
            self.0.iter().map(|(token, title)| (token.clone(), weight(token, *title))).collect();
        let length = all.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        Weighed(all.into_iter().map(|(token, weight)| (token, weight / length)).collect())
    }
}

/// A matter ready to be compared: tokens in order, with weights of length 1.
#[derive(Debug, Clone, Default)]
pub struct Weighed(Vec<(String, f32)>);

impl Weighed {
    /// The tokens with their weights, in order.
    pub fn parts(&self) -> impl Iterator<Item = (&str, f32)> {
        self.0.iter().map(|(token, weight)| (token.as_str(), *weight))
    }

    /// How like two matters are: 0 nothing in common, 1 the same words.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        self.common(other).map(|(_, product)| product).sum::<f32>().clamp(0.0, 1.0)
    }

    /// The words both hold, the most telling first; at most `most`, no word inside another.
    #[must_use]
    pub fn shared(&self, other: &Self, most: usize) -> Vec<&str> {
        let mut common: Vec<(&str, f32)> = self.common(other).filter(|(token, _)| token.chars().count() > 1).collect();
        common.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let mut words: Vec<&str> = vec![];
        for (token, _) in common {
            if words.iter().all(|word| !word.contains(token) && !token.contains(word)) {
                words.push(token);
            }
            if words.len() == most {
                break;
            }
        }
        words
    }

    fn common<'a, 'b>(&'a self, other: &'b Self) -> impl Iterator<Item = (&'a str, f32)> + use<'a, 'b> {
        let mut rest = other.0.iter().peekable();
        self.0.iter().filter_map(move |(token, weight)| {
            while rest.peek().is_some_and(|(other, _)| other < token) {
                rest.next();
            }
            rest.peek().filter(|(other, _)| other == token).map(|(_, theirs)| (token.as_str(), weight * theirs))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(texts: &[(&str, &str)]) -> Vec<Weighed> {
        let weights = Weights::default();
        let tokens: Vec<Tokens> = texts.iter().map(|(title, text)| Tokens::of(title, text, &weights)).collect();
        let rarity = Rarity::learn(&tokens);
        tokens.iter().map(|tokens| tokens.weighed(&rarity, &|_| false, &weights)).collect()
    }

    #[test]
    fn the_same_matter_in_other_words_is_nearer_than_another_one() {
        let matters = all(&[
            ("振兴社区暖气不热", "我家住振兴社区三号楼，室温只有十五度，供热公司来看过一次"),
            ("振兴社区 5 号楼室温太低", "供热公司说管道有问题，家里一直十五度"),
            ("草畜平衡奖补少发", "承包证上是三千亩，只按两千亩发"),
        ]);
        assert!(matters[0].likeness(&matters[1]) > 0.2);
        assert!(matters[0].likeness(&matters[2]) < 0.05);
        assert!((matters[0].likeness(&matters[0]) - 1.0).abs() < 1e-4);
        assert_eq!(matters[0].shared(&matters[1], 2).len(), 2);
    }

    #[test]
    fn nothing_is_like_nothing() {
        let empty = Weighed::default();
        assert!(empty.likeness(&empty).abs() < f32::EPSILON);
    }

    proptest::proptest! {
        #[test]
        fn likeness_is_even_handed_and_bounded(a in proptest::prelude::any::<String>(), b in proptest::prelude::any::<String>()) {
            let both = all(&[("", &a), ("", &b)]);
            let (one, other) = (both[0].likeness(&both[1]), both[1].likeness(&both[0]));
            proptest::prop_assert!((one - other).abs() < 1e-5 && (0.0..=1.0).contains(&one));
        }
    }
}
