//! 专项行动 (G7; 鄂尔多斯“化积案、治重访、促稳定”“月结月清”, 罗平“百日攻坚”): for some days a jurisdiction looks at one set of matters.
//! Which matters these are follows from what they are about, where and since when, and how far they have come follows from what
//! happened to them. Nobody puts a matter in by hand and nobody fills in a number; nobody is ranked by it.

use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{DivisionCode, Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::{deadline::beijing_midnight, names, practice::forbidden};

names! {
    /// Which matters a campaign gathers.
    pub enum Gathers in "campaign-gathers" {
        /// 开始那天手上有的
        InHand = "IN_HAND",
        /// 这段时间新来的
        New = "NEW",
    }
}

/// What a place would like to begin again and again, written in its practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignPlan {
    /// What people call it.
    pub name: Text<40>,
    /// Which matters.
    pub gathers: Gathers,
    /// What they are about, as a path of categories or the beginning of one; `None`: anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Text<120>>,
    /// Only what came at least so many days before it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_days: Option<u32>,
    /// For how many days it goes on.
    pub days: u32,
}

impl CampaignPlan {
    /// What must hold of it.
    ///
    /// # Errors
    /// What may stand in no practice; `campaign-length`, `campaign-age`.
    pub fn validate(&self) -> Result<(), Refusal> {
        // A name that promises a rate, ranks people or marks a petitioner would say it on every page.
        if let Some(what) = forbidden(self.name.as_str()) {
            return Err(what.refusal("name"));
        }
        if !(1..=Campaign::LONGEST_DAYS).contains(&self.days) {
            return Err(Refusal::invalid("days", "campaign-length").with("max", Campaign::LONGEST_DAYS));
        }
        if self.min_days.is_some_and(|days| days > Campaign::OLDEST_DAYS || self.gathers == Gathers::New) {
            return Err(Refusal::invalid("min_days", "campaign-age").with("max", Campaign::OLDEST_DAYS));
        }
        Ok(())
    }
}

/// A campaign of a jurisdiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Where: the division and everything inside it.
    pub division: DivisionCode,
    /// What it is and which matters it gathers.
    #[serde(flatten)]
    pub plan: CampaignPlan,
    /// The first day.
    pub first: Date,
}

impl Campaign {
    /// The longest one: a year. What goes on longer is everyday work.
    pub const LONGEST_DAYS: u32 = 366;
    /// Nothing that is still open is older than this.
    pub const OLDEST_DAYS: u32 = 7_300;

    /// The last day.
    #[must_use]
    pub fn last(&self) -> Date {
        self.first.saturating_add(jiff::Span::new().days(i64::from(self.plan.days.max(1)) - 1))
    }

    /// The moment at which it begins.
    #[must_use]
    pub fn begins(&self) -> Timestamp {
        beijing_midnight(self.first)
    }

    /// The moment at which it is over, when nobody ends it earlier.
    #[must_use]
    pub fn ends(&self) -> Timestamp {
        beijing_midnight(self.last().tomorrow().unwrap_or(self.last()))
    }

    /// The latest moment at which a matter came to be old enough; `None` when age does not matter.
    #[must_use]
    pub fn came_before(&self) -> Option<Timestamp> {
        let days = self.plan.min_days.filter(|days| *days > 0)?;
        self.begins().checked_sub(SignedDuration::from_hours(24 * i64::from(days))).ok()
    }

    /// What must hold when it is opened on `today`: its last day is to come, so that it is not written to fit what has happened.
    ///
    /// # Errors
    /// As [`CampaignPlan::validate`]; `campaign-over`.
    pub fn validate(&self, today: Date) -> Result<(), Refusal> {
        self.plan.validate()?;
        if self.last() < today { Err(Refusal::invalid("first", "campaign-over")) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn campaign(name: &str, gathers: Gathers, min_days: Option<u32>, days: u32) -> Campaign {
        Campaign {
            division: DivisionCode::parse("530324").unwrap(),
            plan: CampaignPlan { name: Text::parse("name", name).unwrap(), gathers, category: None, min_days, days },
            first: date(2026, 4, 20),
        }
    }

    #[test]
    fn a_hundred_days_end_on_their_hundredth_day_and_age_is_counted_from_the_first() {
        let hundred = campaign("百日攻坚", Gathers::InHand, Some(60), 102);
        assert_eq!(hundred.last(), date(2026, 7, 30), "the report: from 20 April to 30 July");
        assert_eq!(hundred.begins().to_string(), "2026-04-19T16:00:00Z");
        assert_eq!(hundred.ends().to_string(), "2026-07-30T16:00:00Z");
        assert_eq!(hundred.came_before().unwrap().to_string(), "2026-02-18T16:00:00Z");
        assert!(hundred.validate(date(2026, 7, 30)).is_ok());
        assert_eq!(hundred.validate(date(2026, 7, 31)).unwrap_err().code, "campaign-over");
    }

    #[test]
    fn no_campaign_promises_a_rate_or_marks_anybody_and_what_is_new_has_no_age() {
        let code = |one: Campaign| one.validate(date(2026, 4, 20)).unwrap_err().code;
        assert_eq!(code(campaign("化解率攻坚", Gathers::InHand, None, 100)), "practice-target");
        assert_eq!(code(campaign("老户清理", Gathers::InHand, None, 100)), "practice-mark");
        assert_eq!(code(campaign("办件排名月", Gathers::New, None, 30)), "practice-ranking");
        assert_eq!(code(campaign("月结月清", Gathers::New, Some(3), 30)), "campaign-age");
        assert_eq!(code(campaign("百日攻坚", Gathers::InHand, None, 0)), "campaign-length");
        assert_eq!(code(campaign("百日攻坚", Gathers::InHand, None, 367)), "campaign-length");
        crate::testing::assert_all_said(Gathers::ALL.iter().map(|one| one.key()));
    }
}
