//! Clauses that take a right away (People's Mediation Law 3: 不得因调解而阻止当事人依法维护自己的权利; rules.md 9, pain 17). No agreement
//! says that somebody will not petition, sue, review or report. Which words those are is data with a day from which it holds; the
//! whole text is looked through, and neither spaces, punctuation, line breaks nor full-width signs hide anything.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::model::Instead;

const SHIPPED: &str = include_str!("../../data/settlement-clauses.json");

#[derive(Debug, Deserialize)]
struct Edition {
    effective_from: Date,
    clauses: Vec<Clause>,
}

#[derive(Debug, Deserialize)]
struct Clause {
    words: Vec<String>,
    instead: Instead,
}

#[expect(clippy::expect_used, reason = "the list is compiled in; a test reads it, so it cannot fail at a customer's")]
static LIST: LazyLock<Vec<Edition>> =
    LazyLock::new(|| serde_json::from_str(SHIPPED).expect("the shipped list of clauses is valid"));

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The words.
    pub words: &'static str,
    /// What to write instead.
    pub instead: Instead,
}

/// The first forbidden clause in `text` under the list in force on `day`, the longest words first.
#[must_use]
pub fn forbidden(text: &str, day: Date) -> Option<Found> {
    let plain = plain(text);
    let edition = LIST.iter().filter(|edition| edition.effective_from <= day).max_by_key(|one| one.effective_from)?;
    let all = edition.clauses.iter().flat_map(|clause| clause.words.iter().map(move |words| (words, clause.instead)));
    let found = all.filter(|(words, _)| plain.contains(words.as_str()));
    let longest = found.max_by_key(|(words, _)| words.chars().count());
    longest.map(|(words, instead)| Found { words, instead })
}

/// Letters and digits alone, full-width ones as plain ones.
fn plain(text: &str) -> String {
    let narrow = |sign: char| match u32::from(sign) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(narrow).filter(|sign| sign.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Option<&'static str> {
        forbidden(text, date(2026, 3, 2)).map(|found| found.words)
    }

    #[test]
    fn a_right_given_away_is_found_however_it_is_written() {
        assert_eq!(found("乙方承诺今后不再信访。"), Some("不再信访"));
        assert_eq!(found("不 再　信\n访"), Some("不再信访"));
        assert_eq!(found("从此“息诉、罢访”"), Some("息诉罢访"));
        assert_eq!(found("甲方不得（再次）……不得，上访"), Some("不得上访"));
        assert_eq!(found("双方放弃诉讼权利"), Some("放弃诉讼"));
        assert_eq!(found("甲方 2026 年 4 月 1 日前付 3000 元，乙方恢复水渠。"), None);
        assert_eq!(found("任何一方不履行的，另一方可以起诉，也可以信访。"), None);
        assert_eq!(forbidden("不再信访", date(2001, 1, 1)), None, "no list was in force");
    }

    #[test]
    fn what_is_given_instead_fits() {
        let instead = |text| forbidden(text, date(2026, 3, 2)).map(|found| found.instead);
        assert_eq!(instead("不再上访"), Some(Instead::HowToPerform));
        assert_eq!(instead("息访"), Some(Instead::WhatWasSolved));
        assert_eq!(instead("放弃仲裁"), Some(Instead::WhatIsOwed));
    }

    proptest! {
        /// Whatever stands between the signs, as long as it is no letter.
        #[test]
        fn nothing_between_the_signs_hides_a_clause(
            which in 0usize..60, gaps in prop::collection::vec("[ \u{3000}\n\t，。、；：·“”（）()/—_*\u{200b}-]{0,3}", 16),
            before in "[a-z甲乙丙0-9]{0,8}", after in "[a-z甲乙丙0-9]{0,8}",
        ) {
            let all: Vec<&String> = LIST.iter().flat_map(|one| one.clauses.iter().flat_map(|c| c.words.iter())).collect();
            let words = all[which % all.len()];
            let mut spread = String::new();
            for (sign, gap) in words.chars().zip(&gaps) {
                spread.push(sign);
                spread.push_str(gap);
            }
            let hidden = [before, spread, after].concat();
            prop_assert!(found(&hidden).is_some(), "{}", hidden);
        }
    }
}
