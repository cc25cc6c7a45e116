//! How urgent a clock is: computed, never set; shape, word and depth differ, so colour is only the fourth sign.

use askama::Template;

use super::Icon;
use crate::i18n::Say;

/// The four states of a clock, the grey one in its two kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Past the day told to the person.
    Overdue,
    /// At most 7 days, or at most a third of the span, are left.
    Soon,
    /// Time enough.
    Enough,
    /// The clock stands for a reason the law allows.
    Paused,
    /// The clock has ended or never ran.
    Stopped,
}

impl Urgency {
    /// The state of a running clock with `left` days of a span of `span` days; 0 left is today.
    #[must_use]
    pub fn of(left: i64, span: i64) -> Self {
        match left {
            ..0 => Self::Overdue,
            0..=7 => Self::Soon,
            _ if left * 3 <= span => Self::Soon,
            _ => Self::Enough,
        }
    }

    /// The modifier of the style class.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Overdue => "red",
            Self::Soon => "yellow",
            Self::Enough => "green",
            Self::Paused | Self::Stopped => "grey",
        }
    }

    /// The icon; each has its own outline.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Self::Overdue => Icon::filled("alert-octagon"),
            Self::Soon => Icon::filled("alert-triangle"),
            Self::Enough => Icon::filled("clock"),
            Self::Paused => Icon::filled("player-pause"),
            Self::Stopped => Icon::filled("player-stop"),
        }
    }
}

/// A chip with its words; never shown without them.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/urgency.html")]
pub struct UrgencyChip {
    /// The state.
    pub state: Urgency,
    /// 超期 4 天, 还剩 7 天, 今天到期, 听证，暂停计时.
    pub text: String,
}

/// Days past, from which on the date itself is doubted.
const LONG_PAST: i64 = -3_650;

impl UrgencyChip {
    /// A chip with given words, for paused and stopped clocks.
    #[must_use]
    pub fn new(state: Urgency, text: impl Into<String>) -> Self {
        Self { state, text: text.into() }
    }

    /// The chip of a running clock: `left` days (negative when past) of `span`.
    #[must_use]
    pub fn days(t: Say, left: i64, span: i64) -> Self {
        let text = match left {
            // So old that somebody mistyped a day: a number would only show that nobody looked.
            ..LONG_PAST => t.say("urgency-long-past"),
            LONG_PAST..0 => t.say("portal-urgency-overdue").with("days", -left),
            0 => t.say("portal-urgency-today"),
            _ => t.say("portal-urgency-left").with("days", left),
        };
        Self::new(Urgency::of(left, span), text)
    }

    /// The chip of a clock that has ended.
    #[must_use]
    pub fn stopped(t: Say) -> Self {
        Self::new(Urgency::Stopped, t.say("portal-urgency-stopped"))
    }

    /// The chip of a clock that stands, with the reason in two or three words.
    #[must_use]
    pub fn paused(t: Say, reason: &str) -> Self {
        let text = t.say("portal-urgency-paused").with("reason", reason);
        Self::new(Urgency::Paused, text)
    }
}

components!(UrgencyChip);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urgency_follows_the_days_left() {
        assert_eq!(Urgency::of(-1, 60), Urgency::Overdue);
        assert_eq!(Urgency::of(0, 60), Urgency::Soon);
        assert_eq!(Urgency::of(7, 15), Urgency::Soon);
        assert_eq!(Urgency::of(8, 15), Urgency::Enough);
        assert_eq!(Urgency::of(20, 60), Urgency::Soon);
        assert_eq!(Urgency::of(21, 60), Urgency::Enough);
    }

    #[test]
    fn words_and_shape_say_what_colour_says() {
        let t = Say::default();
        let html = UrgencyChip::days(t, -4, 15).to_string();
        assert!(html.contains("超期 4 天") && html.contains("#alert-octagon-f"), "{html}");
        assert_eq!(UrgencyChip::days(t, 0, 15).text, "今天到期");
        assert_eq!(UrgencyChip::days(t, -46_331, 15).text, "超期很久，请核对收到时间");
    }
}
