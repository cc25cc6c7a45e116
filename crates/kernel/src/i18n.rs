//! Messages: keys with arguments, said in the reader's language.
//!
//! The texts are Fluent files under `locales/`, one per room or slice; whatever lies there is read. Chinese is the authoritative language; a key that another
//! language lacks falls back to Chinese, and a test fails for it. Traditional Mongolian covers the portal's core only, phrase by
//! phrase as it is reviewed: see [`mongolian`].

pub mod mongolian;

use std::{collections::HashMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

/// A language of the faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Locale {
    /// 简体中文, the authoritative text.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
    /// ᠮᠣᠩᠭᠣᠯ, traditional script: the reviewed phrases; the rest is said in Chinese.
    #[serde(rename = "mn-Mong-CN")]
    Mn,
    /// The same with the phrases that nobody has reviewed yet. Only a demonstration speaks it; it is never stored.
    #[serde(skip)]
    MnDraft,
}

impl Locale {
    /// The complete languages: every key is said in each.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];
    /// Those of which a person can say: answer me in this one.
    pub const CHOICES: [Self; 3] = [Self::Zh, Self::En, Self::Mn];
    const SPOKEN: [Self; 4] = [Self::Zh, Self::En, Self::Mn, Self::MnDraft];

    /// The BCP 47 tag, also for `lang=`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
            Self::Mn | Self::MnDraft => "mn-Mong-CN",
        }
    }

    /// The folder of its texts.
    fn folder(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
            Self::Mn | Self::MnDraft => "mn-Mong",
        }
    }

    /// The language with exactly this tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|locale| locale.tag() == tag)
    }

    /// Whether it is traditional Mongolian, which is written downwards.
    #[must_use]
    pub fn is_vertical(self) -> bool {
        matches!(self, Self::Mn | Self::MnDraft)
    }

    /// The complete language a page is in when it has no Mongolian: the desk, the API.
    #[must_use]
    pub fn complete(self) -> Self {
        if self.is_vertical() { Self::Zh } else { self }
    }

    /// The language that a tag or an `Accept-Language` header asks for first; Chinese when none fits.
    #[must_use]
    pub fn negotiate(header: &str) -> Self {
        header
            .split(',')
            .find_map(|part| {
                let tag = part.split(';').next()?.trim();
                let mut parts = tag.split(['-', '_']);
                match (parts.next()?, parts.next()) {
                    ("en", _) => Some(Self::En),
                    ("zh", _) => Some(Self::Zh),
                    // Without a script it is the Cyrillic of Mongolia, which is not spoken here.
                    ("mn", Some(script)) if script.eq_ignore_ascii_case("mong") => Some(Self::Mn),
                    _ => None,
                }
            })
            .unwrap_or_default()
    }
}

/// A message: what to say, with its facts; said by [`say`] in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The key in the locale files.
    pub key: String,
    /// The facts, by name. Never personal data.
    pub args: Vec<(String, String)>,
}

impl Message {
    /// A message without facts.
    #[must_use]
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: vec![] }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// The same for somebody who reads it in `year`: days of other years are said with theirs.
    #[must_use]
    pub fn read_in(self, year: i16) -> Self {
        self.with(READ_IN, year)
    }

    /// The message in `locale`.
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        say(locale, &self.key, self.args.iter().map(|(k, v)| (k.as_str(), v.as_str())))
    }
}

/// The fact that tells in which year a message is read. No text names it.
const READ_IN: &str = "read-in";

/// The folders of the texts. In a debug build they are read where they lie, so that a changed word compiles nothing anew.
#[derive(RustEmbed)]
#[folder = "locales"]
struct Texts;

/// Every file of a language: its name and what it says. Names are sorted.
fn files(locale: Locale) -> Vec<(String, String)> {
    let folder = format!("{}/", locale.folder());
    let mut files: Vec<(String, String)> = Texts::iter()
        .filter_map(|path| {
            let text = Texts::get(&path)?;
            Some((path.strip_prefix(&folder)?.to_owned(), String::from_utf8_lossy(&text.data).into_owned()))
        })
        .collect();
    files.sort();
    files
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<HashMap<Locale, Bundle>> =
    LazyLock::new(|| Locale::SPOKEN.into_iter().map(|locale| (locale, bundle(locale))).collect());

fn bundle(locale: Locale) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(locale.tag().parse().into_iter().collect());
    // Isolation marks would end up inside SMS and file names.
    bundle.set_use_isolating(false);
    crate::calendar::teach(&mut bundle, locale);
    teach_words(&mut bundle, locale);
    if locale.is_vertical() {
        mongolian::add(&mut bundle);
        return bundle;
    }
    for (_, source) in files(locale) {
        // A file with a mistake still gives its good entries; `every_file_parses` finds the mistake.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// `{ WORD($stage) }` says the message whose key is the argument, so that a stored message carries names, not words. A key
/// that nobody knows is said as it stands.
fn teach_words(bundle: &mut Bundle, locale: Locale) {
    let word = move |values: &[FluentValue<'_>]| match values.first() {
        Some(FluentValue::String(key)) if knows(Locale::Zh, key) => say(locale, key, []),
        Some(FluentValue::String(text)) => text.clone().into_owned(),
        _ => String::new(),
    };
    // A name taught twice keeps its first meaning; there is only one caller per bundle.
    let _taken = bundle.add_function("WORD", move |values, _| FluentValue::from(word(values)));
}

/// Says `key` in `locale` with `args`; an argument that is a whole number takes part in plurals. A key that exists nowhere
/// is said as itself in brackets, so that it is seen.
pub fn say<'a>(locale: Locale, key: &str, args: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut facts = FluentArgs::new();
    let mut year = None;
    for (name, value) in args {
        if name == READ_IN {
            year = value.parse().ok();
            continue;
        }
        match value.parse::<i64>() {
            // Leading zeros are part of a code, not of a number.
            Ok(number) if number.to_string() == value => facts.set(name, FluentValue::from(number)),
            _ => facts.set(name, value.to_owned()),
        }
    }
    for candidate in [locale, Locale::Zh] {
        if candidate.is_vertical() && !mongolian::speaks(candidate, key) {
            continue;
        }
        let Some(bundle) = BUNDLES.get(&candidate) else {
            continue;
        };
        if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
            let format = || bundle.format_pattern(pattern, Some(&facts), &mut vec![]).into_owned();
            return crate::calendar::read_in(year, format);
        }
    }
    format!("⟨{key}⟩")
}

/// Whether `locale` itself (without falling back) knows `key`.
#[must_use]
pub fn knows(locale: Locale, key: &str) -> bool {
    if locale.is_vertical() {
        return mongolian::speaks(locale, key);
    }
    BUNDLES.get(&locale).is_some_and(|bundle| bundle.has_message(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(source: &str) -> Vec<&str> {
        source
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").or_else(|| line.split_once('=')))
            .map(|(key, _)| key.trim())
            .collect()
    }

    #[test]
    fn every_file_parses() {
        for locale in Locale::ALL {
            for (name, source) in files(locale) {
                if let Err((_, errors)) = FluentResource::try_new(source) {
                    panic!("{name}: {errors:?}");
                }
            }
        }
    }

    #[test]
    fn every_key_is_said_in_every_language_and_only_once() {
        let mut seen = std::collections::HashSet::new();
        let (zh, en) = (files(Locale::Zh), files(Locale::En));
        let names = |files: &[(String, String)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&zh), names(&en));
        for ((name, zh), (_, en)) in zh.iter().zip(&en) {
            let (zh, en) = (keys(zh), keys(en));
            let missing: Vec<_> = zh.iter().filter(|k| !en.contains(k)).collect();
            let extra: Vec<_> = en.iter().filter(|k| !zh.contains(k)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{name}: English lacks {missing:?}, has besides {extra:?}");
            for key in zh {
                assert!(seen.insert(key), "{key} stands twice");
            }
        }
    }

    /// What the record tells comes with ISO days: no sentence about it says one as it came.
    #[test]
    fn no_sentence_of_the_record_says_a_day_as_machines_write_it() {
        const DAYS: [&str; 6] = ["due", "until", "today", "latest", "last", "effective"];
        for locale in Locale::ALL {
            for (name, source) in files(locale) {
                let told = |key: &&str| ["timeline-", "event-", "refusal-"].iter().any(|of| key.starts_with(of));
                for key in keys(&source).into_iter().filter(told) {
                    let said = say(locale, key, DAYS.map(|fact| (fact, "2027-05-21")));
                    assert!(!said.contains("2027-05-21"), "{name}: {key} says {said}");
                }
            }
        }
    }

    #[test]
    fn a_day_of_another_year_has_its_year_for_whoever_reads_it_now() {
        let told = Message::new("timeline-obstruction-clock-overdue").with("due", "2027-05-21").with("clock", "x");
        assert!(told.say(Locale::Zh).contains("超过 5月21日（周五）"), "{}", told.say(Locale::Zh));
        let read = |year| told.clone().read_in(year).say(Locale::Zh);
        assert!(read(2026).contains("超过 2027年5月21日（周五）"), "{}", read(2026));
        assert!(read(2027).contains("超过 5月21日（周五）"), "{}", read(2027));
        assert!(told.say(Locale::Zh).contains("超过 5月21日"), "nobody's year stays behind");
    }

    #[test]
    fn languages_are_negotiated() {
        assert_eq!(Locale::negotiate("en-GB,en;q=0.9,zh;q=0.8"), Locale::En);
        assert_eq!(Locale::negotiate("mn"), Locale::Zh);
        assert_eq!(Locale::negotiate("mn-Mong-CN,zh;q=0.8"), Locale::Mn);
        assert_eq!(Locale::of_tag("mn-Mong-CN"), Some(Locale::Mn));
        assert_eq!(Locale::MnDraft.complete(), Locale::Zh);
    }
}
