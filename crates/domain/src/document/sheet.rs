//! A letter as people read it, before it is set on paper.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::kind::{DocType, Layout};

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// 一、调查核实情况
    Heading {
        /// The whole line.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: String,
    },
    /// An item with what is said of it.
    Item {
        /// （一）
        mark: String,
        /// Its first line.
        head: String,
        /// Label (may be empty) and text.
        lines: Vec<(String, String)>,
    },
    /// Rows of a form; the first cell of each row, and the third of four, is a label.
    Table {
        /// Two or four cells each.
        rows: Vec<Vec<String>>,
    },
    /// A line to be signed by hand.
    Sign {
        /// Before the line.
        text: String,
    },
}

/// What is said across a sheet that is not in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stamp {
    /// Not signed yet.
    Draft,
    /// No longer in force.
    Void,
}

impl Stamp {
    /// The word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Void => "作废",
        }
    }
}

/// Where it can be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verify {
    /// The whole address, as the printed code says it.
    pub url: String,
    /// The code, to be typed.
    pub code: String,
}

/// The sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is.
    pub kind: DocType,
    /// How it looks.
    #[serde(with = "layout")]
    pub layout: Layout,
    /// 发文机关.
    pub issuer: String,
    /// 发文字号; none on drafts and forms.
    pub number: Option<String>,
    /// The case's number, as a reference.
    pub case: Option<String>,
    /// 标题.
    pub title: String,
    /// 主送, with its colon; none on forms.
    pub to: Option<String>,
    /// 正文.
    pub blocks: Vec<Block>,
    /// 附件.
    pub attachments: Vec<String>,
    /// 署名.
    pub signature: String,
    /// 成文日期: 2026年9月18日.
    pub date: String,
    /// What stands where a seal would be.
    pub seal: String,
    /// 抄送.
    pub copy_to: Option<String>,
    /// 印发: who and when.
    pub colophon: (String, String),
    /// Where it can be checked.
    pub verify: Option<Verify>,
    /// Across the sheet.
    pub stamp: Option<Stamp>,
    /// The moment that the file carries.
    pub at: Timestamp,
}

mod layout {
    //! Layouts by name.

    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::Layout;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    pub(super) fn serialize<S: Serializer>(layout: &Layout, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match layout {
            Layout::Letter => "letter",
            Layout::Form => "form",
        })
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Layout, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(if name == "form" { Layout::Form } else { Layout::Letter })
    }
}
