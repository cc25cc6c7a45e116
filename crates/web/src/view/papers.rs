//! A paper in the log of looks: by its number, else by what kind of paper it is.

use domain::document::DocType;

use crate::i18n::Say;

/// What people call the paper that was taken out; a paper without a number is kept there under the name of its kind.
pub(crate) fn name(t: Say, kept: &str) -> String {
    DocType::parse(kept).map_or_else(|| kept.to_owned(), |kind| t.message(&kind.message()).text())
}
