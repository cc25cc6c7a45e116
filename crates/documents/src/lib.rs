//! Letters become PDF, ledgers become sheets. This is the only room that knows typst and the writer of spreadsheets, together half of
//! a whole build; `domain::document::Press` is all that the others see of it.

mod fonts;
mod ledger;
pub mod samples;
mod sheet;
#[cfg(test)]
mod tests;
mod world;

use std::{
    fs::File,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use domain::document::{LedgerHead, NextRow, Press, Printed, Sheet};
use kernel::{Fault, Message};

pub use fonts::Fonts;

/// The press: fonts are read when the first sheet is printed and kept.
#[derive(Debug, Default)]
pub struct TypstPress {
    folder: Option<PathBuf>,
    fonts: OnceLock<Arc<Fonts>>,
}

impl TypstPress {
    /// A press with the fonts of the system, and before them those of `folder`: 小标宋 and 仿宋 of a county.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, fonts: OnceLock::new() }
    }

    fn fonts(&self) -> &Arc<Fonts> {
        self.fonts.get_or_init(|| Arc::new(Fonts::find(self.folder.as_deref())))
    }
}

impl Press for TypstPress {
    fn print(&self, sheet: &Sheet) -> Result<Printed, Fault> {
        let fonts = self.fonts();
        if fonts.has_no_chinese() {
            return Err(Fault::inconsistent("fonts", "no Chinese font is installed; install fonts-noto-cjk"));
        }
        sheet::print(fonts, sheet)
    }

    fn ledger(&self, head: &LedgerHead, next: &mut NextRow<'_>) -> Result<File, Fault> {
        ledger::write(head, next)
    }

    fn edition(&self) -> String {
        format!("{} {}", sheet::EDITION, self.fonts().digest())
    }

    fn complaint(&self) -> Option<Message> {
        self.fonts().has_no_chinese().then(|| Message::new("press-no-font"))
    }
}
