//! Values parsed at the door: nothing behind it holds a bare `String` with rules attached.

use serde::{Deserialize, Serialize};

use crate::{Ctx, DivisionCode, Redacted, Refusal};

/// Turns full-width digits into ASCII ones and drops spaces and hyphens, as people type telephone numbers.
#[must_use]
pub fn normalize_digits(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '—' | '　' | '(' | ')' | '（' | '）'))
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// Full-width signs as their ASCII twins, as an input method leaves them in numbers and dates: `２０２６－１１－３０`.
#[must_use]
pub fn halfwidth(text: &str) -> String {
    let twin = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '　' => ' ',
        _ => c,
    };
    text.chars().map(twin).collect()
}

/// Text without what nobody sees and what turns the line around: control signs other than line breaks and tabs, and the marks
/// that override the direction of writing or break a number copied from a paper. Joiners and Mongolian selectors stay: they are part of words.
#[must_use]
pub fn legible(text: &str) -> String {
    let kept = |c: &char| {
        let hidden = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        !hidden
            && !matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
            && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(kept).collect()
}

/// Trimmed text of 1 to `MAX` characters without control characters other than line breaks and tabs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    /// Reads text for `field`.
    ///
    /// # Errors
    /// `text-empty` or `text-too-long` (with `max` and `length`), naming the field.
    pub fn parse(field: &str, text: &str) -> Result<Self, Refusal> {
        let clean = legible(&text.replace("\r\n", "\n")).replace('\r', "");
        let clean = clean.trim();
        let length = clean.chars().count();
        match length {
            0 => Err(Refusal::invalid(field, "text-empty")),
            _ if length > MAX => Err(Refusal::invalid(field, "text-too-long").with("max", MAX).with("length", length)),
            _ => Ok(Self(clean.to_owned())),
        }
    }

    /// Reads text that may be missing: `None` when there is nothing but white space.
    ///
    /// # Errors
    /// As [`Text::parse`].
    pub fn parse_optional(field: &str, text: &str) -> Result<Option<Self>, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { Self::parse(field, text).map(Some) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> std::fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Text<MAX> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse("text", &String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// A list with at least one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct NonEmpty<T>(Vec<T>);

impl<T> NonEmpty<T> {
    /// Takes a list for `field`.
    ///
    /// # Errors
    /// `list-empty`, naming the field.
    pub fn parse(field: &str, items: Vec<T>) -> Result<Self, Refusal> {
        if items.is_empty() { Err(Refusal::invalid(field, "list-empty")) } else { Ok(Self(items)) }
    }

    /// The elements.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The elements, changeable in place.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }

    /// One more, at the end.
    pub fn push(&mut self, item: T) {
        self.0.push(item);
    }

    /// The first element.
    pub fn first(&self) -> &T {
        &self.0[0]
    }

    /// How many; never 0.
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The elements as a slice.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The elements as a list.
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<'a, T> IntoIterator for &'a NonEmpty<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut NonEmpty<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for NonEmpty<T> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse("list", Vec::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// A telephone number: a Chinese mobile (11 digits from 1) or a landline with area code (10 to 12 digits from 0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mobile(Redacted<String>);

impl Mobile {
    /// Reads a number as people type it: spaces, hyphens and full-width digits are taken, a leading +86 is dropped.
    ///
    /// # Errors
    /// `phone`, naming the field.
    pub fn parse(field: &str, text: &str) -> Result<Self, Refusal> {
        let digits = normalize_digits(text);
        let digits = digits.strip_prefix("+86").or_else(|| digits.strip_prefix("0086")).unwrap_or(&digits);
        let plausible = digits.bytes().all(|b| b.is_ascii_digit())
            && match digits.as_bytes().first() {
                Some(b'1') => digits.len() == 11,
                Some(b'0') => (10..=12).contains(&digits.len()),
                _ => false,
            };
        if plausible { Ok(Self(Redacted::new(digits.to_owned()))) } else { Err(Refusal::invalid(field, "phone")) }
    }

    /// The digits. The caller answers for where they go.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// The last four digits, the second half of a look-up.
    #[must_use]
    pub fn tail(&self) -> &str {
        let digits = self.0.reveal();
        &digits[digits.len() - 4..]
    }

    /// First digit and last two: `1** **** **06`.
    #[must_use]
    pub fn masked(&self) -> String {
        let digits = self.0.reveal();
        format!("{}** **** **{}", &digits[..1], &digits[digits.len() - 2..])
    }
}

/// A person's or organisation's name of 1 to 60 characters; `·` and Mongolian script are welcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(Redacted<String>);

impl PersonName {
    /// Reads a name.
    ///
    /// # Errors
    /// `text-empty`, `text-too-long` or `name` (digits or symbols only), naming the field.
    pub fn parse(field: &str, text: &str) -> Result<Self, Refusal> {
        let name = Text::<60>::parse(field, &text.replace('\n', " "))?;
        if name.as_str().chars().any(char::is_alphabetic) {
            Ok(Self(Redacted::new(name.0)))
        } else {
            Err(Refusal::invalid(field, "name"))
        }
    }

    /// The name. The caller answers for where it goes.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// `乌*格`: first and last character, the middle masked; `王*` for two characters.
    #[must_use]
    pub fn masked(&self) -> String {
        // What stands in brackets behind a name is not part of it.
        let name = self.0.reveal().split(['（', '(']).next().unwrap_or_default().trim();
        let chars: Vec<char> = name.chars().collect();
        match chars.as_slice() {
            [] => String::new(),
            [only] => format!("{only}*"),
            [first, _] => format!("{first}*"),
            [first, .., last] => format!("{first}*{last}"),
        }
    }
}

/// A case number: six digits of the division, the day, a sequence without gaps and a check digit
/// (`150223-20260917-000118-6`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// The number with sequence `seq` on `day` in `division`.
    #[must_use]
    pub fn compose(division: &DivisionCode, day: jiff::civil::Date, seq: u32) -> Self {
        let body = format!("{}-{:04}{:02}{:02}-{seq:06}", division.county_digits(), day.year(), day.month(), day.day());
        let check = Self::check_digit(&body);
        Self(format!("{body}-{check}"))
    }

    /// Reads a number as people type it: hyphens may be missing, full-width digits are taken.
    ///
    /// # Errors
    /// `case-number` when the length or the check digit is wrong.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let digits = normalize_digits(text);
        let wrong = || Refusal::invalid("number", "case-number");
        // A day with more than 999,999 cases does not exist, so the length is fixed.
        if digits.len() != 21 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let body = format!("{}-{}-{}", &digits[..6], &digits[6..14], &digits[14..20]);
        let number = format!("{body}-{}", &digits[20..]);
        if number.ends_with(&Self::check_digit(&body).to_string()) { Ok(Self(number)) } else { Err(wrong()) }
    }

    /// As printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    // Luhn: finds every single wrong digit and nearly every swap of neighbours.
    fn check_digit(body: &str) -> u32 {
        let sum: u32 = body
            .chars()
            .rev()
            .filter_map(|c| c.to_digit(10))
            .enumerate()
            .map(|(i, d)| if i % 2 == 0 { if d > 4 { d * 2 - 9 } else { d * 2 } } else { d })
            .sum();
        (10 - sum % 10) % 10
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// The secret half of a look-up: eight random digits, shown as `4821 9037`. Stored only as a keyed digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryCode(Redacted<String>);

impl QueryCode {
    /// A fresh code from the context's randomness.
    #[must_use]
    pub fn generate(ctx: &Ctx) -> Self {
        let number = u64::from_le_bytes(ctx.random()) % 100_000_000;
        Self(Redacted::new(format!("{number:08}")))
    }

    /// Reads a code as people type it.
    ///
    /// # Errors
    /// `query-code` when it does not have eight digits.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let digits = normalize_digits(text);
        if digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(Redacted::new(digits)))
        } else {
            Err(Refusal::invalid("code", "query-code"))
        }
    }

    /// The eight digits. Shown once on the receipt, never stored.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// In two groups of four, as printed.
    #[must_use]
    pub fn grouped(&self) -> String {
        let digits = self.0.reveal();
        format!("{} {}", &digits[..4], &digits[4..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_number_survives_being_typed_and_finds_a_wrong_digit() {
        let division = DivisionCode::parse("150223100201").unwrap();
        let number = CaseNumber::compose(&division, jiff::civil::date(2026, 9, 17), 118);
        assert!(number.as_str().starts_with("150223-20260917-000118-"));
        assert_eq!(CaseNumber::parse(&number.as_str().replace('-', " ")).unwrap(), number);
        let wrong = number.as_str().replacen("118", "119", 1);
        assert_eq!(CaseNumber::parse(&wrong).unwrap_err().code, "case-number");
    }

    #[test]
    fn telephones_are_taken_as_people_type_them_and_never_print() {
        let phone = Mobile::parse("phone", "+86 138－0013 ８０06").unwrap();
        assert_eq!(phone.reveal(), "13800138006");
        assert_eq!(phone.masked(), "1** **** **06");
        assert!(!format!("{phone:?}").contains("138"));
        assert!(Mobile::parse("phone", "0472-000-0000").is_ok());
        assert_eq!(Mobile::parse("phone", "12345").unwrap_err().field, "phone");
    }

    #[test]
    fn names_of_every_script_are_taken_and_masked() {
        assert_eq!(PersonName::parse("name", "乌云其其格").unwrap().masked(), "乌*格");
        assert_eq!(PersonName::parse("name", "买买提·阿里").unwrap().masked(), "买*里");
        assert_eq!(PersonName::parse("name", "其其格（试）").unwrap().masked(), "其*格");
        assert!(PersonName::parse("name", "ᠪᠠᠲᠤ").is_ok());
        assert_eq!(PersonName::parse("name", "123").unwrap_err().code, "name");
    }

    #[test]
    fn text_counts_characters_not_bytes() {
        assert!(Text::<3>::parse("facts", " 暖气冷 ").is_ok());
        assert_eq!(Text::<3>::parse("facts", "暖气不热").unwrap_err().code, "text-too-long");
        assert_eq!(Text::<3>::parse("facts", " \u{0} ").unwrap_err().code, "text-empty");
    }
}
