//! A sheet on paper white: what will be printed, as a page.

use askama::Template;
use domain::document::{Block, Layout, Sheet, Stamp};

use crate::i18n::Say;

/// The sheet. Always in Chinese, the authoritative text.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/sheet.html")]
pub struct SheetPaper {
    /// The reader's language, for what stands around the letter.
    pub t: Say,
    /// What is shown.
    pub sheet: Sheet,
}

impl SheetPaper {
    fn is_form(&self) -> bool {
        self.sheet.layout == Layout::Form
    }

    /// 草稿, 作废; empty for what is in force.
    fn stamp(&self) -> &'static str {
        self.sheet.stamp.map_or("", Stamp::word)
    }
}

components!(SheetPaper);
