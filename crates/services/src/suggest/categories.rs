//! Guessing the category: nearest precedents and catalogue words vote.

use std::collections::HashSet;

use domain::dispatch::{CategoryPath, CategoryTree};
use intelligence::classify::{self, Precedent, Vote, Weights, Word};
use kernel::{CaseId, Message};

use super::{marks::Reading, model::Guess};
use crate::similar::LookAlike;

/// Most that are suggested.
const MOST: usize = 5;
/// What has less than this share is no suggestion.
const LEAST: f32 = 0.05;

/// The categories it may be of, best first.
pub(super) fn guess(
    read: &Reading,
    similar: &[LookAlike],
    tree: Option<&CategoryTree>,
    corrected: &HashSet<CaseId>,
) -> Vec<Guess<CategoryPath>> {
    let words = read.category_words();
    let precedents = similar.iter().filter_map(|one| {
        let category = CategoryPath::parse(one.row.category.as_deref()?).ok()?;
        // A category that the tree no longer has is no suggestion.
        let known = tree.is_none_or(|tree| tree.knows(&category));
        #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
        let likeness = one.likeness as f32;
        known.then(|| Precedent { category, likeness, corrected: corrected.contains(&one.row.id()) })
    });
    let votes = classify::vote(precedents, words.iter().map(|(word, _)| word.clone()), &Weights::default());
    let sure = votes.into_iter().filter(|vote| vote.confidence >= LEAST).take(MOST);
    sure.map(|vote| Guess::new(vote.category.clone(), f64::from(vote.confidence), reason(&vote, &words))).collect()
}

fn reason(vote: &Vote<CategoryPath>, words: &[(Word<CategoryPath>, &str)]) -> Message {
    let own = words.iter().filter(|(word, _)| word.category == vote.category).map(|(_, text)| *text);
    let said = own.take(3).collect::<Vec<_>>().join("、");
    match (vote.precedents, said.is_empty()) {
        (0, _) => Message::new("suggest-category-words").with("words", said),
        (count, true) => Message::new("suggest-category-precedents").with("count", count),
        (count, false) => Message::new("suggest-category-both").with("count", count).with("words", said),
    }
}
