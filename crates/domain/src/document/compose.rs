//! A letter and its template become a sheet.

use jiff::civil::Date;

use super::{
    content::{Entry, Value},
    field::Field,
    kind::{DocType, Layout},
    letter::Letter,
    sheet::{Block, Sheet, Stamp, Verify},
    template::{Known, Line, Piece, Template},
};

/// Signs after which a paragraph has ended; a bracket or a quotation mark behind one of them has ended, too.
const STOPS: [char; 13] = ['。', '！', '？', '；', '：', '…', '，', '、', '.', '!', '?', ';', ':'];

/// What stands where a seal would be: nobody draws seals here (rules.md 6.2).
const SEAL: &str = "此处由发文机关加盖印章；没有盖章的，是电子副本";

/// Lays `template` over `letter`. `base` is the address of the public pages, for the code that checks it. Total: what is missing
/// stands as `〔事项〕`, so that an unfinished draft can be looked at.
#[must_use]
pub fn compose(letter: &Letter, template: &Template, base: &str, stamp: Option<Stamp>) -> Sheet {
    let wording = template.wording();
    let spec = letter.kind.spec();
    let text_of = |field: Field| match letter.content.get(field) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let attachments = match letter.content.get(Field::Attachments) {
        Some(Value::Items(items)) => items.iter().map(|item| item.head.clone()).collect(),
        _ => vec![],
    };
    let verify = letter.code.as_ref().map(|code| Verify {
        url: if base.is_empty() { code.clone() } else { format!("{base}/d/{code}") },
        code: code.clone(),
    });
    Sheet {
        kind: letter.kind,
        layout: spec.layout,
        issuer: letter.issuer.name.clone(),
        number: letter.number.as_ref().map(ToString::to_string),
        case: letter.case.as_ref().map(ToString::to_string),
        title: inline(letter, &wording.title).unwrap_or_default(),
        to: salutation(letter),
        blocks: Body::new(letter).lines(&wording.lines),
        attachments,
        signature: letter.issuer.name.clone(),
        date: formal(letter.date),
        seal: wording.seal.unwrap_or_else(|| SEAL.to_owned()),
        copy_to: text_of(Field::CopyTo),
        colophon: (letter.issuer.name.clone(), format!("{}印发", formal(letter.date))),
        verify,
        stamp,
        at: letter.at,
    }
}

/// 主送. An agreement is between its parties: it greets none of them. Forms and minutes have nobody to greet.
fn salutation(letter: &Letter) -> Option<String> {
    let greets = letter.kind.spec().layout == Layout::Letter && letter.kind != DocType::Settlement;
    (greets && !letter.to.is_empty()).then(|| format!("{}：", letter.to))
}

/// A day as letters write it: `2026年9月18日`.
#[must_use]
pub fn formal(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// 一 to 九十九 as offices number.
fn numeral(no: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (no / 10, no % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens, ones) if tens < 10 => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => no.to_string(),
    }
}

/// The pieces as one line; `None` when it names something that is optional and not there.
fn inline(letter: &Letter, pieces: &[Piece]) -> Option<String> {
    pieces.iter().map(|piece| said(letter, piece)).collect::<Option<String>>().map(|text| close(&text))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Without the spaces between Han and digits that screens have: official papers have none (GB/T 9704). A space between two words
/// of one script stays.
fn close(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let parts = |at: usize| {
        let (before, after) = (signs[..at].iter().rev().find(|c| **c != ' '), signs[at..].iter().find(|c| **c != ' '));
        let mixed = |one: &char, other: &char| is_han(*one) && other.is_ascii_digit();
        before.zip(after).is_none_or(|(before, after)| !mixed(before, after) && !mixed(after, before))
    };
    (0..signs.len()).filter(|at| signs[*at] != ' ' || parts(*at)).map(|at| signs[at]).collect()
}

/// A line with the stop that ends a sentence, where what was filled in brought none.
fn ended(line: &str) -> String {
    let last = line.trim_end_matches(['”', '’', '）', '》', '」', '』']).chars().next_back();
    let open = last.is_some_and(|c| !STOPS.contains(&c)) && line.chars().next_back().is_some_and(closes);
    if open { format!("{line}。") } else { line.to_owned() }
}

/// Signs behind which a Chinese stop may stand: not those of a script that runs down the page.
fn closes(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '”' | '’' | '）' | '》' | '」' | '』')
}

fn said(letter: &Letter, piece: &Piece) -> Option<String> {
    match piece {
        Piece::Text(text) => Some(text.clone()),
        Piece::Known(known) => known_text(letter, *known),
        Piece::Maybe(part) => Some(inline(letter, part).unwrap_or_default()),
        Piece::Field(field) => match letter.content.get(*field) {
            Some(Value::Text(text)) => Some(text.clone()),
            Some(Value::Day(day)) => Some(formal(*day)),
            Some(Value::Items(items)) => Some(in_a_cell(items)),
            None if letter.kind.spec().required.contains(field) => Some(format!("〔{}〕", field.label())),
            None => None,
        },
    }
}

fn known_text(letter: &Letter, known: Known) -> Option<String> {
    match known {
        Known::To => Some(letter.to.clone()),
        Known::Issuer => Some(letter.issuer.name.clone()),
        Known::Phone => letter.issuer.phone.clone(),
        Known::Address => letter.issuer.address.clone(),
        Known::Number => letter.number.as_ref().map(ToString::to_string),
        Known::Date => Some(formal(letter.date)),
        Known::Case => letter.case.as_ref().map(ToString::to_string),
    }
}

/// Items inside a cell: one below the other.
fn in_a_cell(items: &[Entry]) -> String {
    let line = |(label, text): &(String, String)| {
        if label.is_empty() { text.clone() } else { format!("{label}：{text}") }
    };
    let one = |(no, entry): (usize, &Entry)| {
        let head = if items.len() > 1 { format!("{no}. {}", entry.head) } else { entry.head.clone() };
        std::iter::once(head).chain(entry.lines.iter().map(line)).collect::<Vec<_>>().join("\n")
    };
    (1..).zip(items).map(one).collect::<Vec<_>>().join("\n")
}

/// The body while it is made.
struct Body<'a> {
    letter: &'a Letter,
    blocks: Vec<Block>,
    /// A heading that waits for something under it.
    heading: Option<String>,
    headings: usize,
}

impl<'a> Body<'a> {
    fn new(letter: &'a Letter) -> Self {
        Self { letter, blocks: vec![], heading: None, headings: 0 }
    }

    fn lines(mut self, lines: &[Line]) -> Vec<Block> {
        for line in lines {
            match line {
                Line::Heading(pieces) => self.heading = inline(self.letter, pieces),
                Line::Paragraph(pieces) => self.paragraph(pieces),
                Line::Row(cells) => self.row(cells),
                Line::Sign(pieces) => {
                    if let Some(text) = inline(self.letter, pieces) {
                        self.push(Block::Sign { text });
                    }
                }
            }
        }
        self.blocks
    }

    fn push(&mut self, block: Block) {
        if let Some(heading) = self.heading.take() {
            self.headings += 1;
            self.blocks.push(Block::Heading { text: format!("{}、{heading}", numeral(self.headings)) });
        }
        self.blocks.push(block);
    }

    fn paragraph(&mut self, pieces: &[Piece]) {
        if let [Piece::Field(field)] = pieces
            && let Some(Value::Items(items)) = self.letter.content.get(*field)
        {
            return self.items(items);
        }
        let Some(text) = inline(self.letter, pieces) else { return };
        // What a person or an event wrote ends as the paragraphs around it do.
        let filled = matches!(pieces, [Piece::Field(_)]) && self.letter.kind.spec().layout == Layout::Letter;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.push(Block::Paragraph { text: if filled { ended(line) } else { line.to_owned() } });
        }
    }

    fn items(&mut self, items: &[Entry]) {
        for (entry, no) in items.iter().zip(1..) {
            let mark = if items.len() > 1 { format!("（{}）", numeral(no)) } else { String::new() };
            let lines = entry.lines.iter().map(|(label, text)| (label.clone(), close(text))).collect();
            self.push(Block::Item { mark, head: close(&entry.head), lines });
        }
    }

    /// Rows that follow one another are one table.
    fn row(&mut self, cells: &[Vec<Piece>]) {
        let Some(row) = cells.iter().map(|cell| inline(self.letter, cell)).collect::<Option<Vec<String>>>() else {
            return;
        };
        if self.heading.is_none()
            && let Some(Block::Table { rows }) = self.blocks.last_mut()
        {
            rows.push(row);
        } else {
            self.push(Block::Table { rows: vec![row] });
        }
    }
}
