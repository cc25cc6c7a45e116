//! Which category a matter is of, by its nearest precedents and by the words that a catalogue knows.
//!
//! The confidence is a share of votes: how much of what speaks for any category speaks for this one, where a fixed doubt votes
//! for none. It is no score of anybody; it says how often such a suggestion proved right (`lianxin evaluate categories`).

use std::collections::HashMap;
use std::hash::Hash;

/// The weights of the vote: settings of practice, not law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// How many precedents vote.
    pub neighbours: usize,
    /// A precedent's vote is its likeness to this power.
    pub sharpness: f32,
    /// A precedent that a clerk corrected by hand votes so much more.
    pub corrected: f32,
    /// The vote of a catalogue word in the title or a claim.
    pub word_in_title: f32,
    /// The vote of a catalogue word in the text.
    pub word_in_text: f32,
    /// The vote for no category at all.
    pub doubt: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self { neighbours: 12, sharpness: 2.0, corrected: 1.5, word_in_title: 0.3, word_in_text: 0.1, doubt: 0.08 }
    }
}

/// A matter whose category is known.
#[derive(Debug, Clone)]
pub struct Precedent<C> {
    /// Its category.
    pub category: C,
    /// How like it is, 0 to 1.
    pub likeness: f32,
    /// A clerk chose this category instead of the one that was suggested.
    pub corrected: bool,
}

/// Catalogue words that were found.
#[derive(Debug, Clone)]
pub struct Word<C> {
    /// The category they speak for.
    pub category: C,
    /// Found in the title or a claim, not only in the story.
    pub in_title: bool,
}

/// A category with what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote<C> {
    /// The category.
    pub category: C,
    /// The share of all votes, 0 to 1.
    pub confidence: f32,
    /// How many of the precedents that voted are of it.
    pub precedents: usize,
    /// How many catalogue words spoke for it.
    pub words: usize,
}

/// The vote, best first; ties in the order of the categories.
#[must_use]
pub fn vote<C: Clone + Eq + Hash + Ord>(
    precedents: impl IntoIterator<Item = Precedent<C>>,
    words: impl IntoIterator<Item = Word<C>>,
    weights: &Weights,
) -> Vec<Vote<C>> {
    let mut nearest: Vec<Precedent<C>> = precedents.into_iter().collect();
    nearest.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.category.cmp(&b.category)));
    nearest.truncate(weights.neighbours);
    let mut votes: HashMap<C, (f32, usize, usize)> = HashMap::new();
    for precedent in nearest {
        let more = if precedent.corrected { weights.corrected } else { 1.0 };
        let entry = votes.entry(precedent.category).or_default();
        entry.0 += precedent.likeness.powf(weights.sharpness) * more;
        entry.1 += 1;
    }
    for word in words {
        let entry = votes.entry(word.category).or_default();
        entry.0 += if word.in_title { weights.word_in_title } else { weights.word_in_text };
        entry.2 += 1;
    }
    let all: f32 = votes.values().map(|(vote, ..)| vote).sum::<f32>() + weights.doubt;
    let mut result: Vec<Vote<C>> = votes
        .into_iter()
        .map(|(category, (vote, precedents, words))| Vote { category, confidence: vote / all, precedents, words })
        .collect();
    result.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(a.category.cmp(&b.category)));
    result
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn precedent(category: u8, likeness: f32) -> Precedent<u8> {
        Precedent { category, likeness, corrected: false }
    }

    #[test]
    fn precedents_outvote_a_word_and_a_correction_counts_more() {
        let weights = Weights::default();
        let near = [precedent(1, 0.8), precedent(1, 0.7), precedent(2, 0.3)];
        let votes = vote(near, [Word { category: 3, in_title: false }], &weights);
        assert_eq!((votes[0].category, votes[0].precedents), (1, 2));
        assert!(votes[0].confidence > 0.7);
        let corrected = Precedent { corrected: true, ..precedent(2, 0.5) };
        assert_eq!(vote([precedent(1, 0.5), corrected], [], &weights)[0].category, 2);
    }

    #[test]
    fn a_word_alone_is_not_sure() {
        let votes = vote([], [Word { category: 1, in_title: false }], &Weights::default());
        assert!(votes[0].confidence < 0.6);
    }

    proptest! {
        #[test]
        fn shares_never_exceed_one_and_the_order_of_the_input_does_not_matter(
            likeness in prop::collection::vec((0u8..4, 0f32..1.0), 0..20),
        ) {
            let weights = Weights { neighbours: 50, ..Weights::default() };
            let near: Vec<_> = likeness.iter().map(|(c, l)| precedent(*c, *l)).collect();
            let votes = vote(near.clone(), [], &weights);
            prop_assert!(votes.iter().map(|v| v.confidence).sum::<f32>() < 1.0 + 1e-4);
            let again = vote(near.into_iter().rev(), [], &weights);
            let order = |votes: &[Vote<u8>]| votes.iter().map(|v| v.precedents).sum::<usize>();
            prop_assert_eq!(order(&votes), order(&again));
            prop_assert_eq!(votes.first().map(|v| v.precedents > 0), again.first().map(|v| v.precedents > 0));
        }
    }
}
