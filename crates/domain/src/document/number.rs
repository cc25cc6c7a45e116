//! 发文字号 (rules.md 6.2): `机关代字〔年份〕顺序号`. Four digits of the year, hexagonal brackets, no leading zeros, no 第.

use serde::{Deserialize, Serialize};

/// The number of a letter. Within (organisation, series, year) numbers follow one another from 1; a void letter keeps its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DocNumber {
    /// 机关代字: 土左.
    pub org_code: String,
    /// The series: 信督函.
    pub series: String,
    /// The year.
    pub year: i16,
    /// From 1.
    pub seq: i64,
}

impl DocNumber {
    /// Reads a number as it is written under a name of an office: the series is what follows `org_code`.
    #[must_use]
    pub fn of_org(text: &str, org_code: &str) -> Option<Self> {
        let (head, _) = text.split_once('〔')?;
        Self::parse(text, head.strip_prefix(org_code)?)
    }

    /// Reads a number of `series` as it is written; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str, series: &str) -> Option<Self> {
        let (head, rest) = text.split_once('〔')?;
        let (year, seq) = rest.split_once('〕')?;
        Some(Self {
            org_code: head.strip_suffix(series)?.to_owned(),
            series: series.to_owned(),
            year: year.parse().ok()?,
            seq: seq.strip_suffix('号')?.parse().ok()?,
        })
    }
}

impl std::fmt::Display for DocNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}〔{}〕{}号", self.org_code, self.series, self.year, self.seq)
    }
}
