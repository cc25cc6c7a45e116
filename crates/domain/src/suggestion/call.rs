//! 人民建议征集 (article 29, Ordos): an office asks for proposals about one question, says until when, and says afterwards what became
//! of them. What became of them is counted from the suggestions themselves; nobody fills in a number.

use jiff::civil::Date;
use kernel::{DivisionCode, OrgId, Refusal, Text};
use serde::{Deserialize, Serialize};

use super::model::{Adoption, Course, Stage, Suggestion};

/// A call for suggestions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Where: the division and everything inside it.
    pub division: DivisionCode,
    /// Who asks.
    pub office: OrgId,
    /// What is asked, in one line.
    pub question: Text<120>,
    /// Why, and what was tried.
    pub background: Text<4000>,
    /// Who is asked 征集对象.
    pub asked: Text<200>,
    /// From which day.
    pub first: Date,
    /// Until which day.
    pub last: Date,
    /// What proposals may be about, as its own words; none: anything within the question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Text<60>>,
}

impl Call {
    /// The longest one, in days: a year.
    pub const LONGEST: i32 = 366;

    /// What must hold when it is opened on `today`.
    ///
    /// # Errors
    /// `call-order`, `call-over`, `call-long`.
    pub fn validate(&self, today: Date) -> Result<(), Refusal> {
        let days = self.first.until(self.last).map_or(-1, |span| span.get_days());
        if days < 0 {
            return Err(Refusal::invalid("last", "call-order"));
        }
        if days >= Self::LONGEST {
            return Err(Refusal::invalid("last", "call-long").with("max", Self::LONGEST));
        }
        if self.last < today { Err(Refusal::invalid("last", "call-over")) } else { Ok(()) }
    }

    /// Whether proposals are taken on `day`.
    #[must_use]
    pub fn is_open(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// What became of the proposals of one kind. No person is named by it, so that small numbers stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Share {
    /// The category; empty where the desk named none.
    pub category: String,
    /// Suggestions that came.
    pub received: usize,
    /// Of these, those that a unit has taken up to study.
    pub studied: usize,
    /// Of these, those of which something was adopted.
    pub adopted: usize,
    /// Of these, those of which everything adopted was done.
    pub realised: usize,
}

impl Share {
    fn add(&mut self, state: &Suggestion) {
        self.received += 1;
        self.studied += usize::from(matches!(state.course, Course::Studying(_) | Course::Answered(_)));
        let adopted = state.result().is_some_and(Adoption::is_taken_up);
        self.adopted += usize::from(adopted);
        let done = |item: &super::Item| matches!(item.end, Some(super::ItemEnd::Done { .. }));
        self.realised += usize::from(adopted && state.items().iter().all(done));
    }
}

/// What became of all of them, then of each kind, those with most first. What she took back is not counted.
#[must_use]
pub fn shares<'a>(all: impl IntoIterator<Item = &'a Suggestion>) -> (Share, Vec<Share>) {
    let (mut whole, mut each) = (Share::default(), Vec::<Share>::new());
    for state in all {
        if state.stage() == Stage::Withdrawn {
            continue;
        }
        whole.add(state);
        let category = state.category.as_ref().map_or("", |path| path.as_str());
        let top = category.split('/').next().unwrap_or_default();
        if let Some(share) = each.iter_mut().find(|share| share.category == top) {
            share.add(state);
        } else {
            let mut share = Share { category: top.to_owned(), ..Share::default() };
            share.add(state);
            each.push(share);
        }
    }
    each.sort_by(|a, b| b.received.cmp(&a.received).then_with(|| a.category.cmp(&b.category)));
    (whole, each)
}
