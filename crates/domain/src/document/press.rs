//! Who makes files of sheets and ledgers. The room that can do it stands apart (it is half of a whole build); every other room
//! knows only this trait, and the binary puts the two together.

use std::fs::File;

use kernel::{Fault, Message};

use super::sheet::Sheet;

/// A printed sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: u32,
}

/// The head of a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerHead {
    /// 受理台账.
    pub title: String,
    /// Names of columns.
    pub columns: Vec<String>,
    /// Who took it out and when, on every sheet.
    pub watermark: String,
}

/// A cell of a ledger.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(jiff::civil::Date),
    /// Nothing.
    Empty,
}

/// The next row of a ledger, `None` after the last.
pub type NextRow<'a> = dyn FnMut() -> Result<Option<Vec<Cell>>, Fault> + 'a;

/// Makes files. The same sheet gives the same bytes, always.
pub trait Press: Send + Sync {
    /// Prints a sheet.
    ///
    /// # Errors
    /// `Fault` when no font is there or the layout cannot be made.
    fn print(&self, sheet: &Sheet) -> Result<Printed, Fault>;

    /// Writes a ledger into a nameless temporary file, row by row in constant memory; the file stands at its beginning.
    ///
    /// # Errors
    /// What `next` gives, or a fault of the disk.
    fn ledger(&self, head: &LedgerHead, next: &mut NextRow<'_>) -> Result<File, Fault>;

    /// The version of layout and fonts: another edition may give other bytes for the same sheet.
    fn edition(&self) -> String;

    /// What is wrong with it, for the administrator: fonts that are missing.
    fn complaint(&self) -> Option<Message>;
}

/// No press: pages still show every letter, files cannot be had.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPress;

impl Press for NoPress {
    fn print(&self, _: &Sheet) -> Result<Printed, Fault> {
        Err(Fault::inconsistent("press", "this process has none"))
    }

    fn ledger(&self, _: &LedgerHead, _: &mut NextRow<'_>) -> Result<File, Fault> {
        Err(Fault::inconsistent("press", "this process has none"))
    }

    fn edition(&self) -> String {
        "none".into()
    }

    fn complaint(&self) -> Option<Message> {
        None
    }
}
