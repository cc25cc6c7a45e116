//! The receipt, the promised dates, and the rating.

use std::fmt::Write as _;

use askama::Template;

use super::{Derivation, Icon, Line, UrgencyChip};
use crate::i18n::Say;

/// Number, query code and QR code, shown once in full.
#[derive(Debug, Clone, Template)]
#[template(path = "components/receipt.html")]
pub struct ReceiptBlock {
    /// The reader's language.
    pub t: Say,
    /// 2026年11月21日（周六）20:14，您反映的“暖气不热”等 2 条诉求有编号了。
    pub sentence: Line,
    /// The case number.
    pub number: String,
    /// The query code, grouped; empty when the receipt is not shown for the first time.
    pub code: String,
    /// The QR code as SVG, made by [`ReceiptBlock::qr`]; holds the number only.
    pub qr: String,
}

impl ReceiptBlock {
    /// The QR code of `address` as an SVG of its own, with a quiet zone of 4 modules; empty when it is too long for one.
    #[must_use]
    pub fn qr(address: &str) -> String {
        qrcode::QrCode::with_error_correction_level(address, qrcode::EcLevel::M).map_or_else(
            |_| String::new(),
            |code| {
                let width = code.width();
                let cells = code.to_colors();
                let mut path = String::new();
                for (i, _) in cells.iter().enumerate().filter(|(_, c)| **c == qrcode::Color::Dark) {
                    // Writing into a `String` cannot fail.
                    let _ = write!(path, "M{} {}h1v1h-1z", i % width + 4, i / width + 4);
                }
                let size = width + 8;
                format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" \
                     aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
                )
            },
        )
    }
}

/// One promise: by when, what.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// 最迟 12月7日（周一）, or 受理那天起 60 天内.
    pub date: Line,
    /// How urgent; none for a promise that has no day yet.
    pub chip: Option<UrgencyChip>,
    /// What happens by then.
    pub what: Line,
    /// Why that day.
    pub why: Option<Derivation>,
}

/// The dates promised, each with its reason.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/promises.html")]
pub struct Promises {
    /// In the order of their dates.
    pub items: Vec<Promise>,
}

/// Rates one unit: three equal choices, none preselected unless it was given before.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/rating.html")]
pub struct RatingCard {
    /// The reader's language.
    pub t: Say,
    /// The field name in the form.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// What it did: 修水泵的, 转办的.
    pub role: String,
    /// What was chosen before: `satisfied`, `basically`, `dissatisfied` or empty.
    pub chosen: String,
    /// Said above the choices when none was made.
    pub error: String,
}

impl RatingCard {
    fn choices(&self) -> [(&'static str, Icon, String); 3] {
        [
            ("satisfied", Icon::outline("mood-smile"), "portal-rate-satisfied"),
            ("basically", Icon::outline("mood-empty"), "portal-rate-basically"),
            ("dissatisfied", Icon::outline("mood-sad"), "portal-rate-dissatisfied"),
        ]
        .map(|(value, icon, key)| (value, icon, self.t.say(key).text()))
    }
}

components!(ReceiptBlock, Promises, RatingCard);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qr_code_has_its_quiet_zone() {
        let svg = ReceiptBlock::qr("https://example.org/t/150223-20261121-000362-7");
        // Version 4 has 33 modules, and 4 more on each side.
        assert!(svg.contains("viewBox=\"0 0 41 41\"") || svg.contains("viewBox=\"0 0 37 37\""), "{svg}");
        assert!(svg.contains("M4 4h1v1h-1z"));
    }
}
