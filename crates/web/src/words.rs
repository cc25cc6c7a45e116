//! The words of a place in its faces: where a standard word stands alone, the practice in force may say another.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use domain::practice::Practice;
use kernel::{Locale, Message};

/// What is said instead, by the key of the standard word: Chinese, and English where the place has a word for it.
type Table = BTreeMap<&'static str, (String, Option<String>)>;

/// The words of a practice; nothing when there is none. Copied into everything that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(Option<&'static Table>);

/// Every table that was ever in force here. There are as many as versions were published while the process ran, a handful, and
/// each is kept to the end, so that a page may hold it by reference.
static KEPT: Mutex<Vec<&'static Table>> = Mutex::new(Vec::new());

impl Words {
    /// The words of `practice`.
    #[must_use]
    pub fn of(practice: Option<&Practice>) -> Self {
        let Some(practice) = practice.filter(|practice| !practice.words.is_empty()) else { return Self::default() };
        let said = practice.said().into_iter();
        let table: Table = said
            .map(|(key, word)| (key, (word.said.to_string(), word.english.as_ref().map(ToString::to_string))))
            .collect();
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().find(|known| ***known == table).copied();
        let table = known.unwrap_or_else(|| {
            let new: &'static Table = Box::leak(Box::new(table));
            kept.push(new);
            new
        });
        Self(Some(table))
    }

    /// What is said instead of `message` in `locale`; `None`: the standard word. The portal's Mongolian has words of its own.
    #[must_use]
    pub fn instead(self, locale: Locale, message: &Message) -> Option<String> {
        let (chinese, english) = self.0?.get(message.key.as_str())?;
        match locale {
            Locale::Zh => Some(chinese.clone()),
            Locale::En => english.clone(),
            Locale::Mn | Locale::MnDraft => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use services::practice::{read, shipped};

    use super::*;
    use crate::i18n::Say;

    fn practice(name: &str) -> Practice {
        let pack = read(name, &shipped(name).unwrap()).unwrap();
        Practice {
            campaigns: vec![],
            division: pack.about.division,
            version: "2026-1".into(),
            effective_from: pack.about.effective_from,
            pack: pack.about.name,
            words: pack.words,
            duties: vec![],
            cycles: vec![],
            assignments: vec![],
            base: BTreeMap::new(),
        }
    }

    #[test]
    fn a_word_of_the_place_stands_where_the_standard_one_stands_alone() {
        let hohhot = practice("hohhot");
        let here = Say::new(Locale::Zh).with_words(Words::of(Some(&hohhot)));
        assert_eq!(here.say("org-kind-point").text(), "前哨站");
        assert_eq!(here.message(&Message::new("org-kind-station")).text(), "中转站");
        assert_eq!(here.say("org-kind-bureau").text(), "信访局", "what it does not name stays");
        assert!(here.say("portal-agents-find").text().contains("代办点"), "a sentence keeps the standard word");
        let english = Say { locale: Locale::En, ..here };
        assert_eq!(english.say("org-kind-point").text(), "Outpost");
        assert_eq!(Say::new(Locale::Zh).say("org-kind-point").text(), "代办点");
        let again = Words::of(Some(&hohhot));
        assert!(std::ptr::eq(again.0.unwrap(), Words::of(Some(&hohhot)).0.unwrap()), "one table, however often asked");
    }
}
