//! Figures, steps, and what stands where nothing is yet.

use askama::Template;

use super::{Icon, Line};

/// A figure with its numerator and denominator spelled out; the bad one comes first.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/stat.html")]
pub struct Stat {
    /// 不满意.
    pub name: String,
    /// 14.8%.
    pub value: String,
    /// 9 ÷ 61 件已评价.
    pub ratio: Line,
    /// What is excluded, and the last period's pair.
    pub note: Line,
    /// The matters behind it: text, address.
    pub link: Option<(String, String)>,
    /// Whether it is the bad number.
    pub bad: bool,
}

/// One line of the portal's plain figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: String,
    /// 件，本人说不满意.
    pub what: Line,
    /// Of how many, and what is left out.
    pub small: Line,
    /// Whether it is said in red.
    pub bad: bool,
}

/// Figures one below the other.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/figures.html")]
pub struct Figures {
    /// The lines.
    pub items: Vec<Figure>,
}

/// Nothing here: what that means and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/empty.html")]
pub struct EmptyState {
    /// The icon.
    pub icon: Icon,
    /// 眼下没有要您动手的.
    pub title: Line,
    /// 最近的一件 11月27日（周五）到期。
    pub text: Line,
    /// Somewhere to go: text, address.
    pub link: Option<(String, String)>,
}

/// A step of triage or of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub text: String,
    /// Where it leads; no step is locked.
    pub href: String,
    /// What was chosen, or how sure the suggestion is.
    pub small: String,
    /// Whether it is this one.
    pub current: bool,
    /// Whether it is decided.
    pub done: bool,
}

/// Numbered steps, all visible.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/stepper.html")]
pub struct Stepper {
    /// The steps.
    pub steps: Vec<Step>,
}

/// The shape of what is being loaded; shows itself after 0.4 seconds.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = "<div class=\"lx-skeleton\" aria-hidden=\"true\">{% for _ in 0..lines %}<i></i>{% endfor %}</div>",
    ext = "html"
)]
pub struct Skeleton {
    /// How many lines.
    pub lines: u8,
}

components!(Stat, Figures, EmptyState, Stepper, Skeleton);
