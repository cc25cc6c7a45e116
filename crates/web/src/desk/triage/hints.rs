//! What the house suggests, ready for the page: every suggestion with its reason, and none where it is not sure enough.

use domain::case::StatutoryRoute;
use kernel::{CaseId, OrgId};

use crate::{i18n::Say, ui::Line};

/// For what a word of the text speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// 地: where.
    Place,
    /// 类: what kind of matter.
    Kind,
    /// 急: it cannot wait.
    Urgent,
    /// 方: the other side.
    Party,
}

impl Sign {
    /// Every sign, in the order of the legend.
    pub(super) const ALL: [Self; 4] = [Self::Place, Self::Kind, Self::Urgent, Self::Party];

    /// The key of its letter; its meaning has `-means` behind.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Place => "decide-sign-place",
            Self::Kind => "decide-sign-kind",
            Self::Urgent => "decide-sign-urgent",
            Self::Party => "decide-sign-party",
        }
    }
}

/// Words of the text on which a suggestion rests: bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) sign: Sign,
}

/// A unit that is suggested.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) org: OrgId,
    pub(super) name: String,
    /// 主办 rather than 可作协办.
    pub(super) lead: bool,
    pub(super) reasons: Vec<Line>,
}

/// A matter that looks alike.
#[derive(Debug, Clone)]
pub(super) struct Alike {
    pub(super) id: CaseId,
    pub(super) title: Line,
    pub(super) href: String,
    pub(super) meta: Line,
    pub(super) why: Line,
    /// Said to have the same cause already.
    pub(super) linked: bool,
    /// Whether it is ticked at first.
    pub(super) ticked: bool,
}

/// Everything that is suggested for one matter.
#[derive(Debug, Default)]
pub(super) struct Hints {
    pub(super) marks: Vec<Mark>,
    /// By the number of the claim.
    pub(super) routes: Vec<(u16, StatutoryRoute, Line)>,
    /// The path and how sure it is, 0 to 1.
    pub(super) category: Option<(String, f32)>,
    pub(super) other_categories: Vec<String>,
    /// Every category there is, for the search.
    pub(super) tree: Vec<String>,
    pub(super) units: Vec<Candidate>,
    pub(super) barred: Vec<(String, Line)>,
    /// The version of the catalogue that was asked.
    pub(super) catalogue: String,
    pub(super) alike: Vec<Alike>,
    /// What the look-alikes have in common, in a sentence.
    pub(super) alike_note: Line,
}

/// The text with its marks; what overlaps an earlier mark is left out.
pub(super) fn marked(t: Say, text: &str, marks: &[Mark]) -> Line {
    let mut marks: Vec<&Mark> = marks.iter().filter(|mark| text.get(mark.from..mark.to).is_some()).collect();
    marks.sort_by_key(|mark| (mark.from, std::cmp::Reverse(mark.to)));
    let (mut html, mut at) = (String::new(), 0);
    for marked in marks {
        if marked.from < at || marked.from == marked.to {
            continue;
        }
        let (before, words) = (&text[at..marked.from], &text[marked.from..marked.to]);
        let class = if marked.sign == Sign::Urgent { "lx-mark lx-mark--warm" } else { "lx-mark" };
        let (letter, means) = (t.say(marked.sign.key()).text(), t.say(&format!("{}-means", marked.sign.key())).text());
        let (before, words) = (Line::from(before), Line::from(words));
        let mark = format!("{before}<mark class=\"{class}\">{words}<sup title=\"{means}\">{letter}</sup></mark>");
        html += &mark;
        at = marked.to;
    }
    html += &Line::from(&text[at..]).to_string();
    Line::drawn(&html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, words: &str, sign: Sign) -> Mark {
        let from = text.find(words).unwrap();
        Mark { from, to: from + words.len(), sign }
    }

    #[test]
    fn marks_keep_the_words_and_escape_them() {
        let text = "我家住振兴社区<b>，屋里 16 度，家里有老人。";
        let marks = [
            mark(text, "老人", Sign::Urgent),
            mark(text, "振兴社区<b>", Sign::Place),
            mark(text, "社区", Sign::Party),
            Mark { from: 1, to: 3, sign: Sign::Kind },
        ];
        let html = marked(Say::default(), text, &marks).to_string();
        assert!(html.starts_with("我家住<mark class=\"lx-mark\">振兴社区&lt;b&gt;<sup"), "{html}");
        assert_eq!(html.matches("<mark").count(), 2, "overlaps and half characters are left out: {html}");
        assert!(html.ends_with("</mark>。") && html.contains("lx-mark--warm"), "{html}");
    }
}
