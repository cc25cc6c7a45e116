//! How alike two texts are: enough to see whether a new answer is the old one with a comma moved.

use std::collections::BTreeMap;

/// A text without spaces, punctuation and letter case.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether nothing but spaces, punctuation and letter case differs.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// How much of both texts they share, pair of signs by pair: 100 for the same text, 0 for nothing in common.
#[must_use]
pub fn percent(one: &str, other: &str) -> usize {
    let (one, other) = (pairs(one), pairs(other));
    let all: usize = one.values().sum::<usize>() + other.values().sum::<usize>();
    if all == 0 {
        return 100;
    }
    let shared: usize = one.iter().map(|(pair, n)| other.get(pair).map_or(0, |m| *n.min(m))).sum();
    200 * shared / all
}

/// Pairs of neighbouring signs, each with how often it stands there; a single sign counts as itself.
fn pairs(text: &str) -> BTreeMap<(char, Option<char>), usize> {
    let signs: Vec<char> = plain(text).chars().collect();
    let mut pairs = BTreeMap::new();
    if let [only] = signs.as_slice() {
        pairs.insert((*only, None), 1);
    }
    for two in signs.windows(2) {
        *pairs.entry((two[0], Some(two[1]))).or_insert(0) += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_and_spaces_do_not_make_a_new_answer() {
        assert!(same("经查，不属实。", "经查 不属实"));
        assert!(!same("经查，不属实。", "经查，属实。"));
        assert_eq!(percent("", ""), 100);
        assert_eq!(percent("经查不属实", "经查不属实。"), 100);
        assert_eq!(percent("经查不属实", "重新测量了温度"), 0);
        let (old, new) = (
            "经入户测温，室内温度为十六度，符合供热条例规定。",
            "经再次入户测温，室内温度为十六度，符合供热条例规定。",
        );
        assert!(percent(old, new) >= 85, "{}", percent(old, new));
        let other = "供热公司十二月更换了入户阀门，复测二十度，退还三个月采暖费。";
        assert!(percent(old, other) < 50, "{}", percent(old, other));
    }
}
