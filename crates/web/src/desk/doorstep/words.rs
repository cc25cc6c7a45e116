//! The sentences that only the device says. The page carries them in the reader's language, with `{fact}` where a fact stands.

use crate::i18n::Say;

/// Their names with their facts; the keys are `doorstep-say-{name}`.
const WORDS: &[(&str, &[&str])] = &[
    ("asking", &[]),
    ("offline", &[]),
    ("online", &[]),
    ("saving", &[]),
    ("saved", &[]),
    ("sending", &["n", "of"]),
    ("arrived", &["number"]),
    ("waiting", &["count"]),
    ("trouble", &[]),
    ("sign-in", &[]),
    ("other", &[]),
    ("locked", &[]),
    ("never", &[]),
    ("cannot", &[]),
    ("full-text", &[]),
    ("full-file", &["name", "size"]),
    ("file-large", &["size", "max"]),
    ("file-many", &["max"]),
    ("file-remove", &["name"]),
    ("file-lost", &[]),
    ("file-kept", &[]),
    ("file-sent", &[]),
    ("stamp", &["time"]),
    ("stamp-day", &["day", "time"]),
    ("changed", &["count"]),
    ("row-new", &[]),
    ("row-step", &["before"]),
    ("row-due", &["before"]),
    ("row-gone", &["titles"]),
    ("left", &["days"]),
    ("today", &[]),
    ("late", &["days"]),
    ("no-clock", &[]),
    ("untitled", &[]),
    ("state-writing", &[]),
    ("state-waiting", &[]),
    ("state-sending", &[]),
    ("state-unsure", &[]),
    ("state-refused", &["count"]),
    ("state-alike", &[]),
    ("state-sent", &[]),
    ("kept-at", &["time", "files"]),
    ("received", &["received", "arrived"]),
    ("skew-fast", &["minutes"]),
    ("skew-slow", &["minutes"]),
    ("again", &[]),
    ("remove-sure", &[]),
    ("errors", &["count"]),
    ("need-facts", &[]),
    ("need-claims", &[]),
    ("need-place", &[]),
    ("need-mandate", &[]),
    ("new", &[]),
];

/// Name and sentence.
pub(super) fn all(t: Say) -> Vec<(&'static str, String)> {
    let sentence = |name: &str, facts: &[&str]| {
        let said = t.say(&format!("doorstep-say-{name}"));
        facts.iter().fold(said, |said, fact| said.with(fact, format!("{{{fact}}}"))).text()
    };
    WORDS.iter().map(|(name, facts)| (*name, sentence(name, facts))).collect()
}

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::*;

    #[test]
    fn every_sentence_has_its_facts_in_both_languages() {
        for locale in Locale::ALL {
            for ((name, sentence), (_, facts)) in all(Say::new(locale)).iter().zip(WORDS) {
                assert!(!sentence.contains('⟨'), "{name}: {sentence}");
                for fact in *facts {
                    assert!(sentence.contains(&format!("{{{fact}}}")), "{locale:?} {name} lacks {fact}: {sentence}");
                }
            }
        }
    }
}
