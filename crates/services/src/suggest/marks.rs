//! Reading the text: places, words of categories, what makes it urgent, the other side.

use std::{collections::HashSet, ops::Range};

use domain::dispatch::{CategoryPath, CategoryTree};
use intelligence::{
    classify::Word,
    evidence::{self, Needle},
    text,
};
use kernel::{DivisionCode, Fault, OrgLevel};
use store::Tx;

use super::{
    model::{Led, Mark, MarkKind, TextPart},
    told::Told,
};
use crate::divisions;

/// What makes a matter go first: people who cannot wait, and dangers.
const URGENT: &str = include_str!("words/urgent.txt");
/// Words of a report about an official's conduct.
const WRONGDOING: &str = include_str!("words/wrongdoing.txt");
/// Words with which people propose something.
const PROPOSES: &[&str] = &["建议", "提个意见", "希望能增设", "希望增加", "合理化建议"];
/// How the names of those complained of end.
const PARTY_ENDS: &[&str] = &[
    "公司",
    "物业",
    "开发商",
    "包工头",
    "业委会",
    "合作社",
    "供热站",
    "热力站",
    "养殖场",
    "采石场",
    "矿",
    "厂",
    "饭店",
    "驾校",
    "幼儿园",
];
/// How places end that no list of divisions knows.
const PLACE_ENDS: &[&str] = &["小区", "社区", "嘎查", "花园", "家园", "市场", "新村", "巷", "街"];

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// The names of the divisions around a matter, as people write them.
pub(super) struct Places(Vec<(String, DivisionCode)>);

impl Places {
    /// The townships and villages of the matter's county, and the county itself, by official name, short form and alias.
    pub(super) fn around(tx: &mut Tx, told: &Told) -> Result<Self, Fault> {
        let county = told.division.at(OrgLevel::County);
        let all = divisions::inside(tx, &county)?;
        let mut names: Vec<(String, DivisionCode)> = vec![];
        for (name, code) in all {
            names.extend(short_forms(&name).map(|short| (short, code.clone())));
            names.push((name, code));
        }
        names.retain(|(name, _)| name.chars().count() > 1);
        Ok(Self(names))
    }

    /// The official name of a division around, if it is one.
    pub(super) fn name_of(&self, code: &DivisionCode) -> Option<&str> {
        // The official name is the longest that a division has.
        let names = self.0.iter().filter(|(_, own)| own == code).map(|(name, _)| name.as_str());
        names.max_by_key(|name| name.len())
    }
}

/// 艾不盖街 for 艾不盖街居委会, 红格塔拉嘎查 for 红格塔拉嘎查村.
fn short_forms(name: &str) -> impl Iterator<Item = String> + use<'_> {
    const ENDS: &[&str] = &["社区居民委员会", "居民委员会", "村民委员会", "居委会", "村委会", "嘎查村", "社区", "嘎查"];
    ENDS.iter().filter_map(|end| {
        let stem = name.strip_suffix(end).filter(|stem| stem.chars().count() > 1)?;
        Some(match *end {
            "嘎查村" => format!("{stem}嘎查"),
            _ => stem.to_owned(),
        })
    })
}

#[derive(Debug, Clone, PartialEq)]
enum Means {
    Place,
    Category(CategoryPath),
    Urgent,
    Party,
}

struct Found {
    part: TextPart,
    range: Range<usize>,
    words: String,
    means: Means,
}

/// What the text says, word by word.
pub(super) struct Reading {
    found: Vec<Found>,
    all: String,
}

impl Reading {
    pub(super) fn of(told: &Told, tree: Option<&CategoryTree>, places: &Places) -> Self {
        let needles = needles(tree, places);
        let mut found = vec![];
        for (part, text) in parts(told) {
            let own = evidence::find(text, &needles);
            found.extend(guessed_names(text, &own).map(|(range, means)| (part, text, range, means)));
            found.extend(own.into_iter().map(|one| (part, text, one.range, one.means)));
        }
        let found = found
            .into_iter()
            .map(|(part, text, range, means)| Found { part, words: text[range.clone()].to_owned(), range, means })
            .collect();
        Self { found, all: format!("{}\n{}", told.title, told.text()) }
    }

    /// The catalogue words, for the vote on categories: each word once, from the most telling text it stands in.
    pub(super) fn category_words(&self) -> Vec<(Word<CategoryPath>, &str)> {
        let mut seen: HashSet<(&str, &CategoryPath)> = HashSet::new();
        let mut words = vec![];
        let in_order = |story: bool| self.found.iter().filter(move |found| (found.part == TextPart::Facts) == story);
        for found in in_order(false).chain(in_order(true)) {
            let Means::Category(category) = &found.means else { continue };
            if seen.insert((found.words.as_str(), category)) {
                let in_title = found.part != TextPart::Facts;
                words.push((Word { category: category.clone(), in_title }, found.words.as_str()));
            }
        }
        words
    }

    /// Words of places and issues in their search form: they weigh more in a comparison.
    pub(super) fn telling(&self) -> Vec<String> {
        let telling = self.found.iter().filter(|found| !matches!(found.means, Means::Urgent));
        let mut tokens: Vec<String> = telling.flat_map(|found| text::index_tokens(&found.words)).collect();
        tokens.sort();
        tokens.dedup();
        tokens
    }

    /// Places that are named, each once.
    pub(super) fn places(&self) -> Vec<&str> {
        self.named(&Means::Place)
    }

    /// Those on the other side who are named, each once.
    pub(super) fn parties(&self) -> Vec<&str> {
        self.named(&Means::Party)
    }

    fn named(&self, means: &Means) -> Vec<&str> {
        let mut names: Vec<&str> = vec![];
        for found in self.found.iter().filter(|found| found.means == *means) {
            if !names.contains(&found.words.as_str()) {
                names.push(&found.words);
            }
        }
        names
    }

    pub(super) fn tells_of_wrongdoing(&self) -> bool {
        entries(WRONGDOING).any(|word| self.all.contains(word))
    }

    pub(super) fn proposes(&self) -> bool {
        PROPOSES.iter().any(|word| self.all.contains(word))
    }

    /// The marks, in the order of texts and places. Words of other categories than `category` are marked too: the clerk sees
    /// why she might choose another.
    pub(super) fn marks(&self, category: Option<&CategoryPath>, unit: Option<&str>) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.found.iter().filter_map(|found| mark(found, category, unit)).collect();
        marks.sort_by_key(|mark| (order(mark.part), mark.range.start));
        marks
    }
}

fn order(part: TextPart) -> u16 {
    match part {
        TextPart::Title => 0,
        TextPart::Facts => 1,
        TextPart::Claim(no) => no.saturating_add(1),
    }
}

fn mark(found: &Found, category: Option<&CategoryPath>, unit: Option<&str>) -> Option<Mark> {
    let (kind, led) = match &found.means {
        Means::Place => (MarkKind::Place, Led::Unit(unit?.to_owned())),
        Means::Category(path) => {
            // Words of the same second level speak for the chosen one too.
            let near = category.and_then(CategoryPath::parent).is_some_and(|above| above.contains(path));
            let led = category.filter(|_| near).unwrap_or(path);
            (MarkKind::Category, Led::Category(led.clone()))
        }
        Means::Urgent => (MarkKind::Urgency, Led::First),
        Means::Party => (MarkKind::Party, Led::Barred(found.words.clone())),
    };
    Some(Mark { part: found.part, range: found.range.clone(), kind, led })
}

fn parts(told: &Told) -> impl Iterator<Item = (TextPart, &str)> {
    let claims = told.claims.iter().map(|(no, text)| (TextPart::Claim(*no), text.as_str()));
    [(TextPart::Title, told.title.as_str()), (TextPart::Facts, told.facts.as_str())].into_iter().chain(claims)
}

fn needles(tree: Option<&CategoryTree>, places: &Places) -> Vec<Needle<Means>> {
    let categories = tree.into_iter().flat_map(|tree| &tree.categories);
    let mut needles: Vec<_> = categories
        .flat_map(|one| one.words.iter().map(move |word| (word, &one.path)))
        .map(|(word, path)| Needle::new(word, Means::Category(path.clone())))
        .collect();
    needles.extend(places.0.iter().map(|(name, _)| Needle::new(name, Means::Place)));
    needles.extend(entries(URGENT).map(|word| Needle::new(word, Means::Urgent)));
    needles
}

/// Names that no list knows, by how they end: 景蓉华苑小区, 供热公司. The word before belongs to the name.
fn guessed_names<'t>(
    text: &'t str,
    known: &[evidence::Found<Means>],
) -> impl Iterator<Item = (Range<usize>, Means)> + use<'t> {
    let segments = text::segments(text);
    let taken: Vec<Range<usize>> = known.iter().map(|one| one.range.clone()).collect();
    let mut names: Vec<(Range<usize>, Means)> = vec![];
    for (n, (word, range)) in segments.iter().enumerate() {
        let ends = |list: &[&str]| list.iter().any(|end| word.ends_with(end));
        let means = match () {
            () if ends(PARTY_ENDS) => Means::Party,
            () if ends(PLACE_ENDS) => Means::Place,
            () => continue,
        };
        let whole = with_word_before(&segments, n, range.clone());
        if whole.len() > "小区".len()
            && apart(&taken, &whole)
            && names.iter().all(|(other, _)| other.end <= whole.start)
        {
            names.push((whole, means));
        }
    }
    names.into_iter()
}

fn apart(taken: &[Range<usize>], range: &Range<usize>) -> bool {
    taken.iter().all(|other| range.end <= other.start || other.end <= range.start)
}

/// Together with up to two words that stand directly before and mean something.
fn with_word_before(segments: &[(String, Range<usize>)], n: usize, mut range: Range<usize>) -> Range<usize> {
    if range.len() > "供热公司".len() - 1 {
        return range;
    }
    for (word, before) in segments[..n].iter().rev().take(2) {
        let belongs = before.end == range.start && !text::is_stop_word(word) && !JOINS.contains(&word.as_str());
        if !belongs {
            break;
        }
        range.start = before.start;
    }
    range
}

/// Verbs and fillers that stand before a name and are none of it.
const JOINS: &[&str] =
    &["找", "问", "住", "住在", "我家", "家住", "去", "说", "叫", "个", "一家", "这家", "那家", "附近", "打"];
