//! Sentences with four facts and no other: `编号 {number}：现在由{unit}办[，最迟 {date}]。看进度 {link}`. What stands in square
//! brackets is left out when its fact is missing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{CaseNumber, Locale, Refusal, calendar};
use serde::{Deserialize, Serialize};

use super::Purpose;

/// Sentences by purpose.
pub type Sentences = BTreeMap<Purpose, String>;

/// The facts that a notice may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The number of the case.
    pub number: CaseNumber,
    /// Who has it now; never in a discreet notice.
    pub unit: Option<String>,
    /// Until when somebody owes her something.
    pub date: Option<Date>,
    /// Where she reads on, without her query code.
    pub link: Option<String>,
}

/// The names that may stand in braces.
const NAMES: [&str; 4] = ["number", "unit", "date", "link"];
/// What never stands in a notice, whoever words it: what kind of matter it is, and what opens it.
const NEVER: [&str; 14] = [
    "举报",
    "检举",
    "控告",
    "揭发",
    "信访",
    "上访",
    "投诉",
    "查询码",
    "密码",
    "验证码",
    "code",
    "petition",
    "complain",
    "report",
];
/// The longest sentence, in characters before its facts: two short messages.
const LONGEST: usize = 100;

/// Sentences in each language of a jurisdiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Wording(pub BTreeMap<String, Sentences>);

impl Wording {
    /// The sentences that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        use Purpose as P;
        let zh = [
            (P::Registered, "您的事登记了，编号 {number}，{unit}在办[，最迟 {date}]。[看进度：{link}]"),
            (P::Moved, "编号 {number}：现在由{unit}办[，最迟 {date}]。[看进度：{link}]"),
            (P::Dated, "编号 {number}：日子有变[，现在最迟 {date}]，{unit}在办。[原因写在：{link}]"),
            (P::Reception, "编号 {number}：约好的接访有变动。[改到哪天、能不能另约，写在：{link}]"),
            (P::Nearing, "编号 {number}：有个日子要紧[，最后一天 {date}]。[能做什么写在：{link}]"),
            (P::Answered, "编号 {number}：{unit}有了答复。[请看：{link}]"),
            (P::Ended, "编号 {number}：程序走完了。解决没有，由您说了算。[请看：{link}]"),
            (P::Discreet, "编号 {number} 有新消息。[请看：{link}]"),
        ];
        let en = [
            (
                P::Registered,
                "Your matter is on record, number {number}. With {unit}[, by {date} at the latest]. [{link}]",
            ),
            (P::Moved, "Number {number}: now with {unit}[, by {date} at the latest]. [{link}]"),
            (P::Dated, "Number {number}: a date has changed[, now {date}]. With {unit}. [{link}]"),
            (P::Reception, "Number {number}: a reception you booked is changed. [{link}]"),
            (P::Nearing, "Number {number}: one of your days matters[, the last is {date}]. [{link}]"),
            (P::Answered, "Number {number}: {unit} has answered. [{link}]"),
            (P::Ended, "Number {number}: the procedure has ended. Whether it is solved is for you to say. [{link}]"),
            (P::Discreet, "Number {number}: there is news. [{link}]"),
        ];
        let sentences = |all: [(Purpose, &str); 8]| all.into_iter().map(|(why, text)| (why, text.to_owned())).collect();
        Self([("zh-CN".to_owned(), sentences(zh)), ("en".to_owned(), sentences(en))].into())
    }

    /// What is said in `locale`, and in which language that is: a language without the sentence is said in Chinese, as the
    /// shipped wording has it when the jurisdiction has none.
    #[must_use]
    pub fn say(&self, locale: Locale, purpose: Purpose, facts: &Facts) -> (Locale, String) {
        let own = |locale: Locale| self.0.get(locale.tag()).and_then(|sentences| sentences.get(&purpose));
        if let Some(text) = own(locale) {
            return (locale, fill(text, locale, facts));
        }
        let shipped = Self::shipped();
        let text = own(Locale::Zh).or_else(|| shipped.0.get(Locale::Zh.tag())?.get(&purpose));
        (Locale::Zh, text.map(|text| fill(text, Locale::Zh, facts)).unwrap_or_default())
    }

    /// Checks every sentence.
    ///
    /// # Errors
    /// As [`check_text`], on the field `{tag}-{purpose}`; `notice-language` for a language that nobody can ask for.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let mut wrong = vec![];
        for (tag, sentences) in &self.0 {
            if Locale::of_tag(tag).is_none() {
                wrong.push(Refusal::invalid(tag, "notice-language").with("language", tag));
            }
            for (purpose, text) in sentences {
                let field = format!("{tag}-{purpose}");
                wrong.extend(check_text(*purpose, text).err().map(|refusal| refusal.on(&field)));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

/// Checks one sentence.
///
/// # Errors
/// `notice-long`; `notice-word` for a word that gives her away; `notice-fact` for a fact that no notice holds, that a
/// discreet one may not hold, or for a bracket left open; `notice-number` when the number is missing.
pub fn check_text(purpose: Purpose, text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST {
        return Err(Refusal::invalid("", "notice-long").with("max", LONGEST));
    }
    let lower = text.to_lowercase();
    if let Some(word) = NEVER.iter().find(|word| lower.contains(**word)) {
        return Err(Refusal::invalid("", "notice-word").with("word", word));
    }
    let names = names_in(text).ok_or_else(|| Refusal::invalid("", "notice-fact").with("fact", text))?;
    let odd = names
        .iter()
        .find(|name| !NAMES.contains(name) || purpose == Purpose::Discreet && matches!(**name, "unit" | "date"));
    if let Some(name) = odd {
        return Err(Refusal::invalid("", "notice-fact").with("fact", format!("{{{name}}}")));
    }
    if names.contains(&"number") { Ok(()) } else { Err(Refusal::invalid("", "notice-number")) }
}

/// The names in braces; `None` when braces or brackets do not close.
fn names_in(text: &str) -> Option<Vec<&str>> {
    let mut depth = 0i8;
    for c in text.chars() {
        depth += match c {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        if !(0..=1).contains(&depth) {
            return None;
        }
    }
    let mut names = vec![];
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let inner = rest[open..].strip_prefix('{')?;
        let close = inner.find('}')?;
        names.push(&inner[..close]);
        rest = &inner[close + 1..];
    }
    (depth == 0).then_some(names)
}

/// The sentence with its facts; a part in brackets whose fact is missing is left out.
fn fill(text: &str, locale: Locale, facts: &Facts) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for (at, part) in text.split(['[', ']']).enumerate() {
        // Parts alternate: outside, inside, outside …
        let inside = at % 2 == 1;
        match put_in(part, locale, facts) {
            Ok(said) => out.push_str(&said),
            Err(said) if !inside => out.push_str(&said),
            Err(_) => {}
        }
    }
    out.trim_end().to_owned()
}

/// One part with its facts; an error when one was missing.
fn put_in(part: &str, locale: Locale, facts: &Facts) -> Result<String, String> {
    let mut whole = true;
    let mut said = part.to_owned();
    for name in NAMES {
        let mark = format!("{{{name}}}");
        if said.contains(&mark) {
            let value = fact(name, locale, facts);
            whole &= value.is_some();
            said = said.replace(&mark, &value.unwrap_or_default());
        }
    }
    if whole { Ok(said) } else { Err(said) }
}

fn fact(name: &str, locale: Locale, facts: &Facts) -> Option<String> {
    match name {
        "number" => Some(facts.number.to_string()),
        "unit" => facts.unit.clone(),
        "date" => facts.date.map(|date| calendar::say_day(locale, date)),
        "link" => facts.link.clone(),
        _ => None,
    }
}
