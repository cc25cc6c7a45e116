//! What the command line says: in the reader's language, and refusals with field, rule and article.

use anyhow::{Result, anyhow, bail};
use kernel::{Locale, Message, Refusal};

/// The language asked for by `--lang`, else by the environment.
///
/// # Errors
/// When `--lang` names a language that is not spoken here.
pub(crate) fn locale(asked: Option<&str>) -> Result<Locale> {
    match asked {
        Some("zh" | "zh-CN") => Ok(Locale::Zh),
        Some("en") => Ok(Locale::En),
        Some(other) => bail!("--lang: zh, en ({other})"),
        None => {
            let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
            let tag = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
            Ok(Locale::negotiate(&tag))
        }
    }
}

/// A message without facts.
pub(crate) fn say(locale: Locale, key: &str) -> String {
    Message::new(key).say(locale)
}

/// One refusal as a line: the field it is about, then the sentence, then the rule.
pub(crate) fn refusal(refusal: &Refusal, locale: Locale) -> String {
    let field = if refusal.field.is_empty() { String::new() } else { format!("{}: ", refusal.field) };
    let rule = if refusal.rule.is_empty() { String::new() } else { format!("  [{}]", refusal.rule) };
    format!("{field}{}{rule}", refusal.message().say(locale))
}

/// All refusals, one a line.
pub(crate) fn refusals(all: &[Refusal], locale: Locale) -> anyhow::Error {
    anyhow!(all.iter().map(|one| refusal(one, locale)).collect::<Vec<_>>().join("\n"))
}

/// What a use case answered besides its result.
pub(crate) fn error(error: services::Error, locale: Locale) -> anyhow::Error {
    match error.refusals() {
        Some(all) => refusals(all, locale),
        None => anyhow::Error::new(error),
    }
}
