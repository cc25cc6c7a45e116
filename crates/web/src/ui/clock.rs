//! A date that opens: where it comes from, day by day.

use askama::Template;

use super::{Line, UrgencyChip};
use crate::i18n::Say;

/// The span from the first to the last day as a bar. Drawn as SVG: a share of the width is an attribute, never a style.
#[derive(Debug, Clone, PartialEq, Default, Template)]
#[template(path = "components/ruler.html")]
pub struct Ruler {
    /// Under the left end: 9月29日 受理.
    pub from: Line,
    /// Under the right end: 11月30日 最迟.
    pub to: Line,
    /// How much of the span has passed, in per cent of the bar.
    pub used: f32,
    /// Stretches of rest days or pauses that count apart: start and width in per cent.
    pub rest: Vec<(f32, f32)>,
    /// The word at today's mark; empty for a mark without one.
    pub today: String,
    /// Whether the last day has passed.
    pub late: bool,
}

impl Ruler {
    /// The bar for `passed` of `span` days, both ends labelled.
    #[must_use]
    pub fn days(t: Say, passed: i32, span: i32, from: impl Into<Line>, to: impl Into<Line>) -> Self {
        let share = f64::from(passed) / f64::from(span.max(1)) * 100.0;
        #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 100, drawn in pixels")]
        let used = share.clamp(0.0, 100.0) as f32;
        Self {
            from: from.into(),
            to: to.into(),
            used,
            rest: vec![],
            today: t.say("portal-ruler-today").text(),
            late: passed > span,
        }
    }

    fn anchor(&self) -> &'static str {
        match self.used {
            ..15.0 => "start",
            85.0.. => "end",
            _ => "middle",
        }
    }
}

/// One of the three dates of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateBox {
    /// The date as said.
    pub date: Line,
    /// What it is, in one or two short sentences.
    pub what: Line,
    /// Whether this is the one told to the person; drawn strong.
    pub told: bool,
}

/// One line of the portal's list of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayStep {
    /// 11月21日 周六.
    pub date: Line,
    /// 您提交的日子，当天不算.
    pub what: Line,
    /// Whether this is the day told to the person.
    pub told: bool,
}

/// Why it is this day. On the portal a list of days, on the desk the ruler and three boxes; the basis follows in both.
#[derive(Debug, Clone, PartialEq, Default, Template)]
#[template(path = "components/derivation.html")]
pub struct Derivation {
    /// What opens it: 为什么是这一天.
    pub question: String,
    /// Whether it stands open from the start.
    pub open: bool,
    /// The bar, on the desk.
    pub ruler: Option<Ruler>,
    /// Reminder, span counted out, told to the person: in the order of their dates.
    pub boxes: Vec<DateBox>,
    /// The days one by one, on the portal.
    pub days: Vec<DayStep>,
    /// Article, roll, version of the calendar, pauses and extensions.
    pub basis: Line,
    /// Where the article is explained: text, address.
    pub law: Option<(String, String)>,
}

/// A date with its chip and its derivation.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/clock.html")]
pub struct ClockDate {
    /// The date as said.
    pub date: Line,
    /// How urgent.
    pub chip: Option<UrgencyChip>,
    /// Where it comes from.
    pub why: Option<Derivation>,
}

components!(Ruler, Derivation, ClockDate);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stays_on_the_bar() {
        let t = Say::default();
        assert!((Ruler::days(t, 55, 62, "", "").used - 88.709_68).abs() < 0.001);
        let late = Ruler::days(t, 70, 62, "", "");
        assert!(late.late && (late.used - 100.0).abs() < f32::EPSILON);
        assert_eq!(late.anchor(), "end");
        assert!((Ruler::days(t, 3, 0, "", "").used - 100.0).abs() < f32::EPSILON);
    }
}
