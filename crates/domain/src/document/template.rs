//! The wording of one kind of letter, as a jurisdiction keeps it: plain Chinese text with fields in braces, no program.
//!
//! ```text
//! 标题：信访事项受理告知书
//! 代字：信告
//!
//! 您提出的“{事项}”，我单位已于{收到日期}收到。
//! # 怎么办
//! {处理途径和程序}
//! | 承办单位 | {承办单位} | 联系电话 | {联系电话} |
//! 签：信访人（签名）
//! ```
//!
//! Head lines come first, then an empty line, then the body. A line beginning with `# ` is a heading and gets its number by itself;
//! one beginning with `|` is a row of a table with two or four cells; `签：` is a line to sign on; every other line is a paragraph.
//! A line that names an optional field which the letter does not hold is left out, and so is a heading with nothing under it. A part
//! of a line in `[` square brackets `]` is left out by itself.

use jiff::civil::Date;
use kernel::{DivisionCode, Refusal};
use serde::{Deserialize, Serialize};

use super::{
    field::{Field, FieldKind},
    kind::DocType,
};
use crate::{dispatch::Dated, names};

/// Most characters of a template.
const LONGEST: usize = 20_000;

names! {
    /// What every letter knows besides its fields.
    pub enum Known {
        /// 收件人
        To = "收件人",
        /// 发文机关
        Issuer = "发文机关",
        /// 机关电话
        Phone = "机关电话",
        /// 机关地址
        Address = "机关地址",
        /// 文号
        Number = "文号",
        /// 成文日期
        Date = "成文日期",
        /// 件号
        Case = "件号",
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// What the letter holds.
    Field(Field),
    /// What every letter knows.
    Known(Known),
    /// A part in square brackets: left out when something in it is not there.
    Maybe(Vec<Piece>),
}

/// A line of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading, without its number.
    Heading(Vec<Piece>),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A row of a form.
    Row(Vec<Vec<Piece>>),
    /// To sign on.
    Sign(Vec<Piece>),
}

/// One version of the wording of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Of which kind.
    pub kind: DocType,
    /// Where it holds; `None`: it came with the program.
    #[serde(default)]
    pub division: Option<DivisionCode>,
    /// Its name: `2026-1`.
    pub version: String,
    /// The first day.
    pub effective_from: Date,
    /// The text as it was written.
    pub text: String,
}

impl Dated for Template {
    fn division(&self) -> Option<&DivisionCode> {
        self.division.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}

/// A template as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wording {
    pub(super) title: Vec<Piece>,
    pub(super) series: String,
    pub(super) seal: Option<String>,
    pub(super) lines: Vec<Line>,
}

impl Template {
    /// Its name among all templates, as a letter keeps it: `RECEIPT_NOTICE/150223/2026-1`.
    #[must_use]
    pub fn key(&self) -> String {
        let place = self.division.as_ref().map_or("shipped", DivisionCode::as_str);
        format!("{}/{place}/{}", self.kind, self.version)
    }

    /// Checks it.
    ///
    /// # Errors
    /// Every mistake, each with its line.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let mut reader = Reader::new(self.kind);
        let wording = reader.read(&self.text);
        reader.finish(&wording);
        if reader.refusals.is_empty() { Ok(()) } else { Err(reader.refusals) }
    }

    /// The series of its numbers: 信告.
    #[must_use]
    pub fn series(&self) -> String {
        self.wording().series
    }

    /// As read; a template that is in force was checked, so mistakes are passed over.
    pub(super) fn wording(&self) -> Wording {
        Reader::new(self.kind).read(&self.text)
    }
}

struct Reader {
    kind: DocType,
    refusals: Vec<Refusal>,
    used: Vec<Field>,
}

impl Reader {
    fn new(kind: DocType) -> Self {
        Self { kind, refusals: vec![], used: vec![] }
    }

    fn wrong(&mut self, code: &str, line: usize, what: &str) {
        self.refusals.push(Refusal::invalid("text", code).with("line", line).with("what", what));
    }

    fn read(&mut self, text: &str) -> Wording {
        let mut wording = Wording::default();
        let mut in_head = true;
        if text.chars().count() > LONGEST {
            self.wrong("template-too-long", 1, &LONGEST.to_string());
            return wording;
        }
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim_end();
            if line.trim().is_empty() {
                in_head = in_head && wording.title.is_empty();
            } else if in_head {
                self.head(&mut wording, line, number);
            } else {
                let read = self.body(line, number);
                wording.lines.push(read);
            }
        }
        wording
    }

    fn head(&mut self, wording: &mut Wording, line: &str, number: usize) {
        let Some((name, value)) = line.split_once('：') else {
            return self.wrong("template-head", number, line);
        };
        match name.trim() {
            "标题" => wording.title = self.pieces(value.trim(), number),
            "代字" => value.trim().clone_into(&mut wording.series),
            "印章" => wording.seal = Some(value.trim().to_owned()),
            other => self.wrong("template-head", number, other),
        }
    }

    fn body(&mut self, line: &str, number: usize) -> Line {
        if let Some(text) = line.strip_prefix("# ") {
            return Line::Heading(self.pieces(text.trim(), number));
        }
        if let Some(text) = line.strip_prefix("签：") {
            return Line::Sign(self.pieces(text.trim(), number));
        }
        if line.starts_with('|') {
            let cells: Vec<_> =
                line.trim_matches('|').split('|').map(|cell| self.pieces(cell.trim(), number)).collect();
            if cells.len() != 2 && cells.len() != 4 {
                self.wrong("template-row", number, &cells.len().to_string());
            }
            return Line::Row(cells);
        }
        let pieces = self.pieces(line.trim(), number);
        let items = |piece: &&Piece| matches!(piece, Piece::Field(field) if field.kind() == FieldKind::Items);
        if let (true, Some(Piece::Field(field))) = (pieces.len() > 1, pieces.iter().find(items)) {
            self.wrong("template-items-alone", number, field.label());
        }
        Line::Paragraph(pieces)
    }

    fn pieces(&mut self, text: &str, number: usize) -> Vec<Piece> {
        let mut pieces = vec![];
        let mut rest = text;
        while let Some(start) = rest.find(['{', '[']) {
            let (before, after) = rest.split_at(start);
            push_text(&mut pieces, before);
            let close = if after.starts_with('{') { '}' } else { ']' };
            let Some(end) = after.find(close) else {
                self.wrong("template-brace", number, after);
                return pieces;
            };
            let inner = &after[1..end];
            if close == '}' {
                self.name(&mut pieces, inner.trim(), number);
            } else {
                let part = self.pieces(inner, number);
                pieces.push(Piece::Maybe(part));
            }
            rest = &after[end + 1..];
        }
        if rest.contains(['}', ']']) {
            self.wrong("template-brace", number, rest);
        }
        push_text(&mut pieces, rest);
        pieces
    }

    fn name(&mut self, pieces: &mut Vec<Piece>, name: &str, number: usize) {
        if let Some(known) = Known::parse(name) {
            pieces.push(Piece::Known(known));
        } else if let Some(field) = Field::of_label(name) {
            if !self.kind.fields().any(|known| known == field) {
                self.wrong("template-foreign", number, name);
            }
            self.used.push(field);
            pieces.push(Piece::Field(field));
        } else {
            self.wrong("template-unknown", number, name);
        }
    }

    /// What only the whole shows.
    fn finish(&mut self, wording: &Wording) {
        let spec = self.kind.spec();
        if wording.title.is_empty() {
            self.wrong("template-title", 1, "");
        }
        if spec.numbered && wording.series.is_empty() {
            self.wrong("template-series", 1, "");
        }
        if wording.series.chars().count() > 12 || wording.series.contains(['/', '〔', '〕', '{']) {
            self.wrong("template-series", 1, &wording.series);
        }
        let unused = spec.required.iter().filter(|field| !self.used.contains(field));
        let unused: Vec<&str> = unused.map(|field| field.label()).collect();
        for label in unused {
            self.wrong("template-required", 1, label);
        }
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}
