//! Traditional Mongolian: phrases with the mark of their review.
//!
//! One Fluent file; the line above each phrase says whether a native speaker has read it. [`Locale::Mn`] speaks only what was
//! reviewed, [`Locale::MnDraft`] (the demonstration) everything. What neither speaks is said in Chinese.

use std::{collections::HashMap, sync::LazyLock};

use fluent_bundle::FluentResource;

use super::{Bundle, Locale, files};

/// The phrases of the portal with their marks.
static SOURCE: LazyLock<String> =
    LazyLock::new(|| files(Locale::Mn).into_iter().map(|(_, text)| text + "\n").collect());

/// Whether a native speaker has read a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Review {
    /// Not yet.
    Unreviewed,
    /// Read and put right.
    Reviewed {
        /// By whom.
        by: String,
        /// On which day, as written.
        on: String,
    },
}

/// The phrases by key; a phrase without a readable mark is not in it, and a test fails.
static REVIEWS: LazyLock<HashMap<&'static str, Review>> = LazyLock::new(|| reviews(&SOURCE));

fn reviews(source: &str) -> HashMap<&str, Review> {
    let (mut found, mut mark) = (HashMap::new(), None);
    for line in source.lines() {
        if line.starts_with('#') {
            mark = mark_of(line);
        } else if let Some(key) = key_of(line)
            && let Some(review) = mark.take()
        {
            found.insert(key, review);
        }
    }
    found
}

/// `# unreviewed`, or `# reviewed: NAME YYYY-MM-DD`.
fn mark_of(line: &str) -> Option<Review> {
    let text = line.trim_start_matches('#').trim();
    if text == "unreviewed" {
        return Some(Review::Unreviewed);
    }
    let (by, on) = text.strip_prefix("reviewed:")?.trim().rsplit_once(' ')?;
    on.parse::<jiff::civil::Date>().ok()?;
    Some(Review::Reviewed { by: by.trim().to_owned(), on: on.to_owned() })
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" =")?;
    key.starts_with(|c: char| c.is_ascii_lowercase()).then_some(key)
}

/// The review of the phrase for `key`; `None` when there is no phrase.
#[must_use]
pub fn review(key: &str) -> Option<&'static Review> {
    REVIEWS.get(key)
}

/// How many phrases there are, and how many of them were reviewed.
#[must_use]
pub fn reviewed_of() -> (usize, usize) {
    (REVIEWS.values().filter(|review| **review != Review::Unreviewed).count(), REVIEWS.len())
}

/// Whether pages in Mongolian may be offered in earnest: at least half of the phrases were reviewed. Before that a page would be
/// Chinese in a Mongolian coat.
#[must_use]
pub fn is_ready() -> bool {
    let (reviewed, all) = reviewed_of();
    reviewed * 2 >= all && all > 0
}

/// Whether `locale` speaks the phrase for `key`.
pub(super) fn speaks(locale: Locale, key: &str) -> bool {
    match review(key) {
        Some(Review::Reviewed { .. }) => matches!(locale, Locale::Mn | Locale::MnDraft),
        Some(Review::Unreviewed) => locale == Locale::MnDraft,
        None => false,
    }
}

pub(super) fn add(bundle: &mut Bundle) {
    let resource = FluentResource::try_new(SOURCE.clone()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::{files, knows, say};

    /// The facts that a phrase names.
    fn facts(text: &str) -> BTreeSet<&str> {
        let names = text.split('$').skip(1);
        names
            .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
            .collect()
    }

    /// Each phrase with everything that belongs to it, its continuation lines included.
    fn phrases(source: &str) -> Vec<(&str, String)> {
        let mut all: Vec<(&str, String)> = vec![];
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            match (key_of(line), all.last_mut()) {
                (Some(key), _) => all.push((key, line.to_owned())),
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => {}
            }
        }
        all
    }

    #[test]
    fn the_file_parses() {
        if let Err((_, errors)) = FluentResource::try_new(SOURCE.clone()) {
            panic!("{errors:?}");
        }
    }

    #[test]
    fn every_phrase_has_a_mark_a_chinese_twin_and_no_facts_of_its_own() {
        let files = files(Locale::Zh);
        let chinese: HashMap<&str, String> = files.iter().flat_map(|(_, zh)| phrases(zh)).collect();
        let mut seen = BTreeSet::new();
        for (key, text) in phrases(&SOURCE) {
            assert!(seen.insert(key), "{key} stands twice");
            assert!(review(key).is_some(), "{key} has no mark of review");
            let Some(twin) = chinese.get(key) else { panic!("{key} is not said in Chinese") };
            let (own, theirs) = (facts(&text), facts(twin));
            assert!(own.is_subset(&theirs), "{key}: {own:?} but Chinese has {theirs:?}");
            assert_eq!(text.matches("**").count() % 2, 0, "{key}: an open mark");
        }
        assert!(seen.len() > 100);
    }

    #[test]
    fn phrases_are_in_the_traditional_script() {
        for (key, text) in phrases(&SOURCE) {
            let words = text.split_once(" =").map_or("", |(_, words)| words);
            assert!(words.contains(|c: char| ('\u{1820}'..='\u{1842}').contains(&c)), "{key}");
            assert!(!words.contains(|c: char| ('\u{0400}'..='\u{04ff}').contains(&c)), "{key} is in Cyrillic");
        }
    }

    #[test]
    fn marks_say_who_and_when() {
        let text = "# reviewed: 其其格 2026-11-20\na-b = x\n# unreviewed\nc = y\n# reviewed: nobody\nd = z\n";
        let found = reviews(text);
        assert_eq!(found["a-b"], Review::Reviewed { by: "其其格".into(), on: "2026-11-20".into() });
        assert_eq!(found["c"], Review::Unreviewed);
        assert!(!found.contains_key("d"), "a mark without a day counts for nothing");
    }

    #[test]
    fn what_is_unreviewed_is_said_in_chinese_in_earnest() {
        let (key, _) = phrases(&SOURCE)[0].clone();
        let chinese = say(Locale::Zh, key, []);
        if review(key) == Some(&Review::Unreviewed) {
            assert_eq!(say(Locale::Mn, key, []), chinese);
            assert!(!knows(Locale::Mn, key));
        }
        assert_ne!(say(Locale::MnDraft, key, []), chinese);
        assert!(knows(Locale::MnDraft, key));
        assert_eq!(say(Locale::MnDraft, "desk-nav-inbox", []), say(Locale::Zh, "desk-nav-inbox", []));
    }
}
