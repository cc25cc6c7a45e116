//! Everything that is like something, exactly: an inverted index over weighed texts.

use std::collections::HashMap;

use intelligence::similar::Weighed;

/// Texts by their tokens.
#[derive(Debug, Default)]
pub(super) struct Index {
    postings: HashMap<String, Vec<(usize, f32)>>,
    size: usize,
}

impl Index {
    /// An index of `texts`; each is known by its place.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a Weighed>) -> Self {
        let mut index = Self::default();
        for text in texts {
            for (token, weight) in text.parts() {
                index.postings.entry(token.to_owned()).or_default().push((index.size, weight));
            }
            index.size += 1;
        }
        index
    }

    /// The `most` texts most like `text`, with their likeness; ties by place.
    pub(super) fn nearest(&self, text: &Weighed, most: usize) -> Vec<(usize, f32)> {
        let mut scores = vec![0.0_f32; self.size];
        for (token, weight) in text.parts() {
            for (place, theirs) in self.postings.get(token).map_or(&[][..], Vec::as_slice) {
                scores[*place] += weight * theirs;
            }
        }
        let mut ranked: Vec<(usize, f32)> = scores.into_iter().enumerate().filter(|(_, score)| *score > 0.0).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(most);
        ranked
    }
}
