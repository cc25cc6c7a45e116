//! CSV as people have it: a byte order mark or not, UTF-8 or GB18030, line breaks inside quotes, and now and then a broken row.
//!
//! Our own reader, because a broken row must cost one row: after a quote that never closes, a usual reader takes the rest of the
//! file for one field. This one goes back to the line after the broken one. Memory is bounded by the longest row allowed.

use std::{collections::VecDeque, io::BufRead};

use encoding_rs::{Encoding, GB18030, UTF_8};
use kernel::{Fault, Refusal};

use super::{ImportError, Record, RowError};

/// The most lines and bytes of one row: a quote that is open for longer was never meant.
const MAX_ROW_LINES: usize = 1_000;
const MAX_ROW_BYTES: usize = 1 << 20;
const UNCLOSED: &str = "import-unclosed-quote";
/// How much of the file decides about its encoding.
const SAMPLE: usize = 64 << 10;

pub(super) struct CsvReader<R> {
    input: R,
    encoding: &'static Encoding,
    /// Lines read but not used: what follows a broken row.
    ahead: VecDeque<Vec<u8>>,
    /// The number of the line to come.
    line: u64,
    /// The names of the columns; empty while the head is read.
    columns: Vec<String>,
}

impl<R: BufRead> CsvReader<R> {
    /// Finds the encoding and reads the head line.
    pub(super) fn new(mut input: R) -> Result<(Self, Vec<String>), ImportError> {
        let mut sample = Vec::new();
        // A buffer may come in pieces; the sample is put back in front.
        while sample.len() < SAMPLE {
            let piece = input.fill_buf().map_err(Fault::from)?;
            if piece.is_empty() {
                break;
            }
            let length = piece.len();
            sample.extend_from_slice(piece);
            input.consume(length);
        }
        let encoding = encoding(&sample)?;
        let sample = sample.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&sample);
        let ahead = sample.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let mut reader = Self { input, encoding, ahead, line: 1, columns: Vec::new() };
        reader.complete_last()?;
        let head = reader.next_record()?.transpose().map_err(|error| error.refusal)?;
        let head = head.ok_or_else(|| Refusal::invalid("file", "import-empty"))?;
        reader.columns = head.fields.iter().map(|name| name.trim().to_owned()).collect();
        let header = reader.columns.clone();
        Ok((reader, header))
    }

    /// The next row, broken or not; blank lines are passed over.
    pub(super) fn next_record(&mut self) -> Result<Option<Result<Record, RowError>>, Fault> {
        loop {
            let first = self.line;
            let Some(line) = self.next_line()? else {
                return Ok(None);
            };
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            return self.record(first, line).map(Some);
        }
    }

    fn record(&mut self, first: u64, line: Vec<u8>) -> Result<Result<Record, RowError>, Fault> {
        let mut parser = Parser::default();
        let mut used = vec![line];
        let mut bytes = 0;
        loop {
            let last = &used[used.len() - 1];
            bytes += last.len();
            let code = match parser.feed(last) {
                Ok(true) => break,
                Err(code) => Some(code),
                Ok(false) if bytes > MAX_ROW_BYTES => Some("import-row-too-long"),
                Ok(false) if used.len() >= MAX_ROW_LINES => Some(UNCLOSED),
                Ok(false) => match self.next_line()? {
                    Some(line) => {
                        used.push(line);
                        None
                    }
                    None => Some(UNCLOSED),
                },
            };
            if let Some(code) = code {
                return Ok(Err(self.broken(first, used, &parser, code)));
            }
        }
        let columns = self.columns.len();
        if columns > 0 && parser.fields.len() != columns {
            let refusal = Refusal::invalid("", "import-column-count")
                .with("expected", columns)
                .with("found", parser.fields.len());
            self.back_to(first, used);
            return Ok(Err(RowError::new(first, "", refusal)));
        }
        Ok(self.decoded(first, parser.fields))
    }

    /// Says what is wrong with the first of the lines and goes back behind it.
    fn broken(&mut self, first: u64, used: Vec<Vec<u8>>, parser: &Parser, code: &str) -> RowError {
        // When a quote opened on the first line closes amid the text of a later one, it is the first that is broken.
        let code = if used.len() > 1 && code == "import-stray-quote" { UNCLOSED } else { code };
        let column = parser.opened_on_first.unwrap_or(parser.fields.len());
        self.back_to(first, used);
        RowError::new(first, self.column(column), Refusal::invalid("", code))
    }

    /// All lines but the first will be read again.
    fn back_to(&mut self, first: u64, used: Vec<Vec<u8>>) {
        self.line = first + 1;
        for line in used.into_iter().skip(1).rev() {
            self.ahead.push_front(line);
        }
    }

    fn column(&self, index: usize) -> String {
        self.columns.get(index).cloned().unwrap_or_else(|| (index + 1).to_string())
    }

    fn decoded(&self, line: u64, fields: Vec<Vec<u8>>) -> Result<Record, RowError> {
        let mut decoded = Vec::with_capacity(fields.len());
        for (index, field) in fields.into_iter().enumerate() {
            let Some(text) = self.encoding.decode_without_bom_handling_and_without_replacement(&field) else {
                let refusal = Refusal::invalid("", "import-encoding").with("encoding", self.encoding.name());
                return Err(RowError::new(line, self.column(index), refusal));
            };
            decoded.push(text.into_owned());
        }
        Ok(Record { line, fields: decoded })
    }

    fn next_line(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let line = match self.ahead.pop_front() {
            Some(line) => line,
            None => self.read_line()?,
        };
        self.line += u64::from(!line.is_empty());
        Ok((!line.is_empty()).then_some(line))
    }

    /// One line, or as much of it as a row may have; the rest of a longer one is passed over.
    fn read_line(&mut self) -> Result<Vec<u8>, Fault> {
        let mut line = Vec::new();
        let mut bounded = std::io::Read::take(&mut self.input, MAX_ROW_BYTES as u64 + 1);
        bounded.read_until(b'\n', &mut line)?;
        if line.len() > MAX_ROW_BYTES && !line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
        }
        Ok(line)
    }

    /// The sample ends anywhere; the rest of its last line is added.
    fn complete_last(&mut self) -> Result<(), Fault> {
        if self.ahead.back().is_some_and(|last| !last.ends_with(b"\n")) {
            let rest = self.read_line()?;
            if let Some(last) = self.ahead.back_mut() {
                last.extend(rest);
            }
        }
        Ok(())
    }
}

/// UTF-8 if the sample is that, else GB18030 (GBK, GB2312) if it is that.
fn encoding(sample: &[u8]) -> Result<&'static Encoding, Refusal> {
    if sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff") || sample.contains(&0) {
        return Err(Refusal::invalid("file", "import-not-a-table"));
    }
    let whole_lines = sample.iter().rposition(|byte| *byte == b'\n').map_or(sample, |end| &sample[..=end]);
    if std::str::from_utf8(whole_lines).is_ok() {
        return Ok(UTF_8);
    }
    // A few broken bytes in a UTF-8 file are row errors, not another encoding: it takes a sample that is wholly GB18030.
    let is_gb = GB18030.decode_without_bom_handling_and_without_replacement(whole_lines).is_some();
    Ok(if is_gb { GB18030 } else { UTF_8 })
}

#[derive(Default, Clone, Copy, PartialEq)]
enum State {
    #[default]
    Start,
    Plain,
    Quoted,
    /// After a quote inside a quoted field: the end of it, or the first of a doubled one.
    Quote,
}

/// Takes lines until a row is whole.
#[derive(Default)]
struct Parser {
    fields: Vec<Vec<u8>>,
    field: Vec<u8>,
    state: State,
    lines: usize,
    /// The column whose quote opened on the first line and is still open or was when that line ended.
    opened_on_first: Option<usize>,
}

impl Parser {
    /// Whether the row is whole now.
    fn feed(&mut self, line: &[u8]) -> Result<bool, &'static str> {
        let content = line.strip_suffix(b"\n").unwrap_or(line);
        let content = content.strip_suffix(b"\r").unwrap_or(content);
        for byte in content {
            self.step(*byte)?;
        }
        self.lines += 1;
        if self.state == State::Quoted {
            if self.lines == 1 {
                self.opened_on_first = Some(self.fields.len());
            }
            self.field.extend_from_slice(&line[content.len()..]);
            return Ok(false);
        }
        self.end_field();
        Ok(true)
    }

    fn step(&mut self, byte: u8) -> Result<(), &'static str> {
        match (self.state, byte) {
            (State::Start, b'"') => self.state = State::Quoted,
            (State::Quoted, b'"') => self.state = State::Quote,
            (State::Quote, b'"') => {
                self.field.push(b'"');
                self.state = State::Quoted;
            }
            (State::Start | State::Plain | State::Quote, b',') => self.end_field(),
            (State::Quote, b' ' | b'\t') => {}
            (State::Quote, _) => return Err("import-stray-quote"),
            (State::Quoted, _) => self.field.push(byte),
            (State::Start | State::Plain, _) => {
                self.field.push(byte);
                self.state = State::Plain;
            }
        }
        Ok(())
    }

    fn end_field(&mut self) {
        self.fields.push(std::mem::take(&mut self.field));
        self.state = State::Start;
    }
}
