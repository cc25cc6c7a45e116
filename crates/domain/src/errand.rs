//! 政务代办 (土默特左旗: 信访代办与政务代办共建共享): somebody tells an agent an errand that is no grievance, a subsidy to apply for, a
//! certificate to fetch. It is handed to the service window and noted, so that the point knows what it is asked for. It is no matter
//! of petition, is counted nowhere among them, and names nobody.

use kernel::{Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::{names, proactive::rules::no_number_of_a_person_stands_in_it};

names! {
    /// What kind of errand.
    pub enum ErrandKind in "errand-kind" {
        /// 低保、救助、补贴
        Welfare = "WELFARE",
        /// 社保、医保、养老
        Insurance = "INSURANCE",
        /// 证照、证明
        Certificate = "CERTIFICATE",
        /// 户口、婚姻、生育
        Household = "HOUSEHOLD",
        /// 土地、房屋登记
        Property = "PROPERTY",
        /// 办执照、许可
        Business = "BUSINESS",
        /// 水电气暖、通信
        Utilities = "UTILITIES",
        /// 别的
        Other = "OTHER",
    }
}

names! {
    /// What was done with it.
    pub enum Handed in "errand-handed" {
        /// 说清楚去哪、带什么
        Told = "TOLD",
        /// 材料递到窗口
        Delivered = "DELIVERED",
        /// 陪着去
        Accompanied = "ACCOMPANIED",
    }
}

/// One errand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// Of which kind.
    pub kind: ErrandKind,
    /// What was done.
    pub handed: Handed,
    /// The window to which it was handed, by office: 旗政务服务中心 民政窗口.
    pub window: Text<60>,
    /// What else is worth knowing; never who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<200>>,
}

impl Errand {
    /// What must hold of it: nobody's number stands in it.
    ///
    /// # Errors
    /// `errand-personal-number` on `window` or `note`.
    pub fn validate(&self) -> Result<(), Refusal> {
        let note = self.note.as_ref().map_or("", Text::as_str);
        for (field, text) in [("window", self.window.as_str()), ("note", note)] {
            no_number_of_a_person_stands_in_it(text)
                .map_err(|_| Refusal::rule("errand-personal-number", "8.1", "").on(field))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_errand_names_a_window_and_nobody() {
        let errand = |window: &str, note: &str| Errand {
            kind: ErrandKind::Welfare,
            handed: Handed::Delivered,
            window: Text::parse("window", window).unwrap(),
            note: Text::parse_optional("note", note).unwrap(),
        };
        assert!(errand("旗政务服务中心 民政窗口", "还差一张户口页，下周三再来").validate().is_ok());
        let refused = errand("民政窗口", "打 138 0000 0006 找她").validate().unwrap_err();
        assert_eq!((refused.code.as_str(), refused.field.as_str()), ("errand-personal-number", "note"));
        crate::testing::assert_all_said(ErrandKind::ALL.iter().map(|one| one.key()));
        crate::testing::assert_all_said(Handed::ALL.iter().map(|one| one.key()));
    }
}
