//! Categories from nearest precedents, each fold suggested from the others.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;
use intelligence::{
    classify::{self, Precedent},
    similar::{Rarity, Tokens, Weighed, Weights},
};

use super::{files::rows, index::Index, number};

struct Labelled {
    label: String,
    fold: String,
    tokens: Tokens,
}

/// One suggestion: what it was, what was suggested, how sure.
struct Guess {
    label: String,
    suggested: String,
    confidence: f32,
    among_three: bool,
}

pub(super) fn measure(folder: &Path) -> Result<Vec<String>> {
    let weights = Weights::default();
    let file = rows(&folder.join("petitions_labelled.csv"), &["label", "title", "detail", "fold"])?;
    let all: Vec<Labelled> = file
        .into_iter()
        .map(|row| Labelled {
            tokens: Tokens::of(&row["title"], &row["detail"], &weights),
            label: row["label"].clone(),
            fold: row["fold"].clone(),
        })
        .collect();
    let mut folds: Vec<&str> = all.iter().map(|one| one.fold.as_str()).collect();
    folds.sort_unstable();
    folds.dedup();
    let mut guesses = vec![];
    for fold in folds {
        guesses.extend(one_fold(&all, fold, &weights));
    }
    Ok(told(&guesses))
}

fn one_fold(all: &[Labelled], fold: &str, weights: &Weights) -> Vec<Guess> {
    let (tested, known): (Vec<&Labelled>, Vec<&Labelled>) = all.iter().partition(|one| one.fold == fold);
    let rarity = Rarity::learn(known.iter().map(|one| &one.tokens));
    let weigh = |tokens: &Tokens| tokens.weighed(&rarity, &|_| false, weights);
    let precedents: Vec<Weighed> = known.iter().map(|one| weigh(&one.tokens)).collect();
    let index = Index::of(&precedents);
    tested.into_iter().map(|one| guess(one, &known, &index, &weigh(&one.tokens))).collect()
}

fn guess(one: &Labelled, known: &[&Labelled], index: &Index, weighed: &Weighed) -> Guess {
    let vote = classify::Weights::default();
    let nearest = index.nearest(weighed, vote.neighbours).into_iter().map(|(place, likeness)| Precedent {
        category: known[place].label.clone(),
        likeness,
        corrected: false,
    });
    let votes = classify::vote(nearest, [], &vote);
    Guess {
        label: one.label.clone(),
        among_three: votes.iter().take(3).any(|vote| vote.category == one.label),
        suggested: votes.first().map(|vote| vote.category.clone()).unwrap_or_default(),
        confidence: votes.first().map_or(0.0, |vote| vote.confidence),
    }
}

/// F1 of each label, their mean, and how often a suggestion of each confidence was right.
fn told(guesses: &[Guess]) -> Vec<String> {
    let mut labels: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for guess in guesses {
        let right = guess.label == guess.suggested;
        let own = labels.entry(&guess.label).or_default();
        own.0 += usize::from(right);
        own.2 += usize::from(!right);
        if !right && !guess.suggested.is_empty() {
            labels.entry(&guess.suggested).or_default().1 += 1;
        }
    }
    let f1 = |(right, wrongly, missed): (usize, usize, usize)| {
        number(2 * right) / number(2 * right + wrongly + missed).max(1.0)
    };
    let share = |part: usize, of: usize| number(part) / number(of).max(1.0);
    let right = guesses.iter().filter(|guess| guess.label == guess.suggested).count();
    let three = guesses.iter().filter(|guess| guess.among_three).count();
    let mean = labels.values().map(|counts| f1(*counts)).sum::<f64>() / number(labels.len()).max(1.0);
    let mut lines = vec![
        format!("suggestions {}", guesses.len()),
        format!("macro-F1 {mean:.3}"),
        format!(
            "accuracy {:.3}, among the first three {:.3}",
            share(right, guesses.len()),
            share(three, guesses.len())
        ),
    ];
    lines.extend(labels.iter().map(|(label, counts)| format!("  F1 {:.3}  {label}", f1(*counts))));
    lines.push("confidence: how many, how many right".into());
    for tenth in 0..10_u8 {
        let (from, to) = (f32::from(tenth) / 10.0, f32::from(tenth + 1) / 10.0);
        let of: Vec<&Guess> = guesses.iter().filter(|g| g.confidence >= from && g.confidence < to).collect();
        let right = of.iter().filter(|guess| guess.label == guess.suggested).count();
        lines.push(format!("  {from:.1}–{to:.1}  {:>5}  {:.3}", of.len(), share(right, of.len())));
    }
    lines
}
