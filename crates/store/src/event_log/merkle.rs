//! Hash trees over the heads of a checkpoint, shaped as in RFC 6962: the left half is the largest full tree.

use kernel::{Digest, Sm3};
use uuid::Uuid;

/// The leaf for a head. Leaves and nodes are tagged, so that neither passes for the other.
pub(super) fn leaf(region: &str, stream: Uuid, seq: i64, hash: &Digest) -> Digest {
    Sm3::new()
        .field(b"leaf")
        .field(region.as_bytes())
        .field(stream.as_bytes())
        .field(&seq.to_be_bytes())
        .field(&hash.0)
        .finish()
}

fn node(left: &Digest, right: &Digest) -> Digest {
    Sm3::new().field(b"node").field(&left.0).field(&right.0).finish()
}

/// Builds the root leaf by leaf, in memory of the order of the tree's height.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Roots of full trees, largest first, each with its number of leaves.
    full: Vec<(u64, Digest)>,
    pub(super) leaves: u64,
}

impl Tree {
    pub(super) fn push(&mut self, leaf: Digest) {
        self.leaves += 1;
        let (mut size, mut root) = (1, leaf);
        while let Some((_, left)) = self.full.pop_if(|(left, _)| *left == size) {
            (size, root) = (size * 2, node(&left, &root));
        }
        self.full.push((size, root));
    }

    /// The root; zeros without leaves.
    pub(super) fn root(&self) -> Digest {
        let mut roots = self.full.iter().rev().map(|(_, root)| *root);
        let last = roots.next().unwrap_or(Digest::ZERO);
        roots.fold(last, |right, left| node(&left, &right))
    }
}

/// Where a tree of `size` leaves is cut.
fn cut(size: usize) -> usize {
    size.next_power_of_two() / 2
}

fn root_of(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::ZERO,
        [one] => *one,
        _ => {
            let (left, right) = leaves.split_at(cut(leaves.len()));
            node(&root_of(left), &root_of(right))
        }
    }
}

/// The roots of the trees beside the way from leaf `index` to the root, lowest first.
pub(super) fn path(leaves: &[Digest], index: usize) -> Vec<Digest> {
    if leaves.len() < 2 {
        return vec![];
    }
    let (left, right) = leaves.split_at(cut(leaves.len()));
    let (mut below, beside) = if index < left.len() {
        (path(left, index), root_of(right))
    } else {
        (path(right, index - left.len()), root_of(left))
    };
    below.push(beside);
    below
}

/// The root that `leaf` at `index` of `size` leads to; `None` when the path does not fit.
pub(super) fn climb(leaf: Digest, index: usize, size: usize, path: &[Digest]) -> Option<Digest> {
    if index >= size {
        return None;
    }
    let Some((beside, below)) = path.split_last() else {
        return (size == 1).then_some(leaf);
    };
    if size == 1 {
        return None;
    }
    let left = cut(size);
    if index < left {
        climb(leaf, index, left, below).map(|root| node(&root, beside))
    } else {
        climb(leaf, index - left, size - left, below).map(|root| node(beside, &root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_leaf_of_every_size_leads_to_the_root_and_nothing_else_does() {
        for size in 1..=33 {
            let leaves: Vec<Digest> = (0..size).map(|n: u8| Digest::of(&[n])).collect();
            let mut tree = Tree::default();
            for leaf in &leaves {
                tree.push(*leaf);
            }
            assert_eq!(tree.root(), root_of(&leaves), "{size} leaves");
            for (index, leaf) in leaves.iter().enumerate() {
                let path = path(&leaves, index);
                assert_eq!(climb(*leaf, index, leaves.len(), &path), Some(tree.root()));
                assert_ne!(climb(Digest::of(b"x"), index, leaves.len(), &path), Some(tree.root()));
                if size > 1 {
                    assert_eq!(climb(*leaf, index, 1, &path), None);
                }
            }
        }
    }
}
