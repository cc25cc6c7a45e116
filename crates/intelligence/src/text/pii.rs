//! Personal numbers in free text: telephones, identity numbers, bank cards. For masking what is shown in public.
//!
//! Found by their digits and layout, not by context, so a number is masked rather than missed. Case numbers, dates, amounts and
//! hotlines (12345, 400…) stay readable.

use std::ops::Range;

use serde::Serialize;

/// What kind of number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A mobile or landline number.
    Phone,
    /// An identity number of 18 or (before 1999) 15 places.
    IdNumber,
    /// A bank card: 16 to 19 digits, in fours or with a right check digit.
    BankCard,
}

/// A number found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes, on character boundaries.
    pub range: Range<usize>,
}

/// A stretch of digits without anything between them.
struct Group {
    digits: String,
    range: Range<usize>,
    /// At most one blank, hyphen or bracket parts it from the group before.
    joined: bool,
}

/// The most groups one number is written in (`+86 138 0013 8006`, `6222 0212 0212 0212 021`).
const MAX_GROUPS: usize = 5;

/// All personal numbers in `text`, in order, not overlapping.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let groups = groups(text);
    let mut findings = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        match number_at(text, &groups[at..]) {
            Some((kind, count, end)) => {
                findings.push(Finding { kind, range: groups[at].range.start..end });
                at += count;
            }
            None => at += 1,
        }
    }
    findings
}

/// `text` with every personal number masked but for its last two places: `138****06`.
#[must_use]
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for finding in find(text) {
        masked.push_str(&text[from..finding.range.start]);
        let places: Vec<char> =
            text[finding.range.clone()].chars().filter(|c| digit(*c).is_some() || is_x(*c)).collect();
        masked.push_str(&"*".repeat(places.len().saturating_sub(2)));
        masked.extend(places.iter().skip(places.len().saturating_sub(2)));
        from = finding.range.end;
    }
    masked.push_str(&text[from..]);
    masked
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        _ => None,
    }
}

fn is_x(c: char) -> bool {
    matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ')
}

fn is_joint(gap: &str) -> bool {
    let mut chars = gap.chars();
    let joint = |c: char| matches!(c, ' ' | '-' | '－' | '—' | '–' | '\u{a0}' | '　' | ')' | '）' | '.' | '·');
    chars.next().is_some_and(joint) && chars.next().is_none()
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(plain) = digit(c) else { continue };
        let end = at + c.len_utf8();
        match groups.last_mut() {
            Some(last) if last.range.end == at => {
                last.digits.push(plain);
                last.range.end = end;
            }
            last => {
                let joined = last.is_some_and(|last| is_joint(&text[last.range.end..at]));
                groups.push(Group { digits: plain.to_string(), range: at..end, joined });
            }
        }
    }
    groups
}

/// The number that begins with the first of `groups`: its kind, how many groups it takes and where it ends.
fn number_at(text: &str, groups: &[Group]) -> Option<(Kind, usize, usize)> {
    let joined = groups.iter().skip(1).take(MAX_GROUPS - 1).take_while(|group| group.joined).count() + 1;
    (1..=joined).rev().find_map(|count| {
        let taken = &groups[..count];
        let digits: String = taken.iter().map(|group| group.digits.as_str()).collect();
        let layout: Vec<usize> = taken.iter().map(|group| group.digits.len()).collect();
        let end = taken[count - 1].range.end;
        if let Some(x) = text[end..].chars().next().filter(|c| is_x(*c))
            && is_identity(&format!("{digits}X"))
            && matches!(layout.as_slice(), [17] | [6, 8, 3] | [6, 4, 4, 3] | [3, 3, 8, 3])
        {
            return Some((Kind::IdNumber, count, end + x.len_utf8()));
        }
        let kind = kind(&digits, &layout).or_else(|| is_announced_phone(text, taken).then_some(Kind::Phone))?;
        Some((kind, count, end))
    })
}

fn kind(digits: &str, layout: &[usize]) -> Option<Kind> {
    if matches!(layout, [15 | 18] | [6, 8, 4] | [6, 4, 4, 4] | [3, 3, 8, 4] | [6, 6, 3]) && is_identity(digits) {
        return Some(Kind::IdNumber);
    }
    if is_card(digits, layout) {
        return Some(Kind::BankCard);
    }
    (is_mobile(digits, layout) || is_landline(digits, layout)).then_some(Kind::Phone)
}

/// Six digits of a division, a day that can be, three or four more. The check digit is not asked for: a mistyped number is
/// as personal as a right one.
fn is_identity(digits: &str) -> bool {
    let day = match digits.len() {
        18 => digits[6..14].to_owned(),
        15 => format!("19{}", &digits[6..12]),
        _ => return false,
    };
    let number = |range: Range<usize>| day[range].parse::<u32>().unwrap_or(0);
    matches!(digits.as_bytes()[0], b'1'..=b'9')
        && (1850..2200).contains(&number(0..4))
        && (1..=12).contains(&number(4..6))
        && (1..=31).contains(&number(6..8))
}

/// Written in fours it is a card, mistyped or not; in one piece the check digit decides, for order numbers look the same.
fn is_card(digits: &str, layout: &[usize]) -> bool {
    match layout {
        [4, 4, 4, 4] | [4, 4, 4, 4, 1..=3] => !digits.starts_with('0'),
        [16..=19] | [6, 10..=13] | [4, 12..=15] => passes_luhn(digits),
        _ => false,
    }
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit) {
            (0, digit) => digit,
            (_, digit) if digit > 4 => digit * 2 - 9,
            (_, digit) => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10) && !digits.starts_with('0')
}

fn is_mobile(digits: &str, layout: &[usize]) -> bool {
    let (digits, layout) = match (layout, digits) {
        ([2, rest @ ..], digits) if digits.starts_with("86") => (&digits[2..], rest.to_vec()),
        ([13], digits) if digits.starts_with("86") => (&digits[2..], vec![11]),
        ([4, rest @ ..], digits) if digits.starts_with("0086") => (&digits[4..], rest.to_vec()),
        ([15], digits) if digits.starts_with("0086") => (&digits[4..], vec![11]),
        ([12], digits) if digits.starts_with("01") => (&digits[1..], vec![11]),
        (layout, digits) => (digits, layout.to_vec()),
    };
    digits.len() == 11
        && matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..])
        && matches!(layout.as_slice(), [11] | [3, 4, 4] | [3, 8] | [7, 4] | [4, 4, 3] | [4, 3, 4] | [3, 3, 5])
}

fn is_landline(digits: &str, layout: &[usize]) -> bool {
    matches!(digits.as_bytes(), [b'0', b'1'..=b'9', ..])
        && matches!(layout, [10..=12] | [3 | 4, 7 | 8] | [3 | 4, 3 | 4, 4])
        && (10..=12).contains(&digits.len())
}

/// Seven or eight digits right after 电话, 座机 …: a local landline.
fn is_announced_phone(text: &str, taken: &[Group]) -> bool {
    let [only] = taken else { return false };
    if !matches!(only.digits.len(), 7 | 8) {
        return false;
    }
    let before: String = text[..only.range.start].chars().rev().take(8).collect();
    let before: String = before.chars().rev().collect();
    ["电话", "座机", "手机", "致电", "联系", "热线", "拨打"].iter().any(|word| before.contains(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        find(text).into_iter().map(|finding| (finding.kind, &text[finding.range])).collect()
    }

    #[test]
    fn telephones_are_found_however_they_are_written() {
        for phone in [
            "13800138006",
            "138 0013 8006",
            "138-0013-8006",
            "１３８００１３８００６",
            "86 13800138006",
            "86-138-0013-8006",
            "8613800138006",
            "0472-5551234",
            "0472 5551234",
            "(0472)5551234",
            "04725551234",
            "010-55512345",
        ] {
            let text = format!("联系人张某，号码{phone}，请回电。");
            let found = kinds(&text);
            assert_eq!(found.len(), 1, "{phone}: {found:?}");
            assert_eq!(found[0].0, Kind::Phone);
        }
        assert_eq!(kinds("请打电话5551234。"), [(Kind::Phone, "5551234")]);
    }

    #[test]
    fn identity_numbers_are_found_with_and_without_x() {
        assert_eq!(kinds("证号11010119900307001X。"), [(Kind::IdNumber, "11010119900307001X")]);
        assert_eq!(kinds("证号110101199003070011。"), [(Kind::IdNumber, "110101199003070011")]);
        assert_eq!(kinds("110101 19900307 001x"), [(Kind::IdNumber, "110101 19900307 001x")]);
        assert_eq!(kinds("旧证110101900307001。"), [(Kind::IdNumber, "110101900307001")]);
    }

    #[test]
    fn bank_cards_have_a_right_check_digit_or_stand_in_fours() {
        assert_eq!(kinds("卡号6222 0200 0000 0000 001").len(), 1);
        let wrong = (0..10).map(|last| format!("622202000000000000{last}")).find(|card| !passes_luhn(card)).unwrap();
        assert_eq!(kinds(&format!("单号{wrong}。")), []);
        let right = (0..10).map(|last| format!("622202000000000000{last}")).find(|card| passes_luhn(card)).unwrap();
        assert_eq!(kinds(&format!("卡号{right}。")), [(Kind::BankCard, right.as_str())]);
    }

    #[test]
    fn other_numbers_stay_readable() {
        for text in [
            "件号150223-20260917-000118-6",
            "2019年5月9日14:21:37",
            "2019-05-10 14:56:53",
            "拨打12345热线",
            "投资12000000元",
            "400-800-1234",
            "面积1234567平方米",
            "2019/1/11 13:00",
            "从1990到2018共13次",
        ] {
            assert_eq!(kinds(text), [], "{text}");
            assert_eq!(mask(text), text);
        }
    }

    #[test]
    fn masking_leaves_two_places_and_everything_around() {
        assert_eq!(mask("请打 138 0013 8006 找我"), "请打 *********06 找我");
        assert_eq!(mask("证号11010119900307001X"), "证号****************1X");
    }

    proptest! {
        #[test]
        fn findings_are_apart_and_on_boundaries(text in "[0-9０-９xX ()\\-－供热a-z+电话]{0,80}") {
            let mut last = 0;
            for finding in find(&text) {
                prop_assert!(finding.range.start >= last && text.get(finding.range.clone()).is_some());
                last = finding.range.end;
            }
            let _ = mask(&text);
        }

        #[test]
        fn any_mobile_in_any_sentence_is_masked(
            before in "[\\u{4e00}-\\u{4eff}，。 ]{0,10}", second in 3u8..=9, rest in "[0-9]{9}", after in "[\\u{4e00}-\\u{4eff}，。]{0,10}",
        ) {
            let phone = format!("1{second}{rest}");
            let masked = mask(&format!("{before}{phone}{after}"));
            prop_assert!(!masked.contains(&phone[..9]));
        }

        #[test]
        fn any_unicode_is_taken(text in any::<String>()) {
            let _ = find(&text);
        }
    }
}
