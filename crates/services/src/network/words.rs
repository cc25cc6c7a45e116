//! Words in cells: every value of a closed list by its Chinese name or its stable name, several of them with 、 between.

use domain::{
    names::Keyed,
    network::{AgentKind, BarrierFree, Duty, Expertise, GridKind, GridPost, Language},
    organisation::OrgKind,
};
use kernel::{Locale, Refusal};

/// A closed list whose values are read from cells.
pub(super) trait Word: Keyed + 'static {
    /// Every value.
    fn all() -> &'static [Self];
}

macro_rules! word {
    ($($name:ident),*) => { $(impl Word for $name { fn all() -> &'static [Self] { Self::ALL } })* };
}
word!(AgentKind, Language, Expertise, Duty, BarrierFree, GridKind, GridPost);

/// What people call a value in a sheet.
pub(super) fn said<T: Word>(value: T) -> String {
    kernel::i18n::say(Locale::Zh, &value.key(), [])
}

/// What an organisation is, as the sheets of units and stations write it.
pub(super) fn org_kind(kind: OrgKind) -> String {
    kernel::i18n::say(Locale::Zh, &kind.key(), [])
}

/// The value that a cell names.
pub(super) fn one<T: Word>(text: &str) -> Option<T> {
    let text = text.trim();
    T::all().iter().copied().find(|value| said(*value) == text || value.name().eq_ignore_ascii_case(text))
}

/// The values that a cell names, each once, in the order of the list.
///
/// # Errors
/// `word-unknown` on `field`, with the words there are.
pub(super) fn several<T: Word + PartialEq>(field: &str, text: &str) -> Result<Vec<T>, Refusal> {
    let mut found = vec![];
    for word in text.split(['；', ';', '|', '/']).flat_map(split_outside) {
        let value = one::<T>(&word).ok_or_else(|| {
            let known = T::all().iter().map(|value| said(*value)).collect::<Vec<_>>().join("；");
            Refusal::invalid(field, "word-unknown").with("word", &word).with("known", known)
        })?;
        if !found.contains(&value) {
            found.push(value);
        }
    }
    Ok(found)
}

/// The values as a cell holds them.
pub(super) fn joined<T: Word>(values: &[T]) -> String {
    values.iter().map(|value| said(*value)).collect::<Vec<_>>().join("；")
}

/// Words between commas; a word that itself holds one (家庭、邻里) stands as a whole when the list knows it.
fn split_outside(part: &str) -> Vec<String> {
    let part = part.trim();
    if part.is_empty() {
        return vec![];
    }
    let whole = [
        Expertise::ALL.iter().any(|value| said(*value) == part),
        BarrierFree::ALL.iter().any(|value| said(*value) == part),
    ];
    if whole.contains(&true) {
        return vec![part.to_owned()];
    }
    part.split(['、', '，', ',']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_written() {
        for value in AgentKind::ALL {
            assert_eq!(one::<AgentKind>(&said(*value)), Some(*value));
            assert_eq!(one::<AgentKind>(value.name()), Some(*value));
        }
        for list in [Expertise::ALL.to_vec(), vec![], vec![Expertise::Family]] {
            assert_eq!(several::<Expertise>("f", &joined(&list)).unwrap(), list);
        }
        assert_eq!(several::<Language>("f", "汉语、蒙古语，汉语").unwrap(), [Language::Mandarin, Language::Mongolian]);
        assert_eq!(several::<Language>("f", "火星语").unwrap_err().code, "word-unknown");
    }
}
