//! What an answer supported and somebody therefore has to do, item by item (R-065, article 32.2): who, what, until which day; what
//! was reported with what evidence, who checked the report, and what she says to it. Reported is not done: somebody else checks,
//! and where she says that it was not done, it is open again.

use jiff::{Timestamp, civil::Date};
use kernel::{ClaimId, ClockId, Digest, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{case::Promise, names};

/// The clock of an item, until the day that was promised.
pub const PROMISED: &str = "EXECUTION_CUSTOM";
/// The clock of an item that she says was not done.
pub const AGAIN: &str = "EXECUTION_AGAIN_15D";
/// Both.
pub const CLOCKS: &[&str] = &[PROMISED, AGAIN];
/// How many items one answer may promise.
pub const MOST: usize = 10;

names! {
    /// What is reported of an item.
    pub enum Outcome in "execution-outcome" {
        /// 做到了
        Done = "DONE",
        /// 做了一部分
        Partly = "PARTLY",
        /// 没有做到
        NotDone = "NOT_DONE",
        /// 转交法院等强制执行
        HandedOver = "HANDED_OVER",
    }
}

impl Outcome {
    /// Whether nothing is left to do here once it was checked.
    #[must_use]
    pub fn settles(self) -> bool {
        matches!(self, Self::Done | Self::HandedOver)
    }
}

names! {
    /// Where an item stands.
    pub enum State in "execution-state" {
        /// 还没有报
        Open = "OPEN",
        /// 报了，等人核实
        Reported = "REPORTED",
        /// 核实只做了一部分
        Partly = "PARTLY",
        /// 核实没有做到
        NotDone = "NOT_DONE",
        /// 本人说没有做到
        Disputed = "DISPUTED",
        /// 核实做到了
        Done = "DONE",
        /// 已转交强制执行
        HandedOver = "HANDED_OVER",
        /// 新的答复代替了它
        Replaced = "REPLACED",
    }
}

/// A file that shows it: its name, and the digest under which it lies with the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// As it was called.
    pub name: Text<200>,
    /// Of its content.
    pub digest: Digest,
}

/// What is reported of one item, as the command gives it and the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporting {
    /// The claim.
    pub claim: ClaimId,
    /// The item of that claim.
    pub item: u16,
    /// What.
    pub outcome: Outcome,
    /// What shows it, or why it was not done.
    pub evidence: Text<1000>,
    /// Files that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Shown>,
}

impl Reporting {
    /// The item was done.
    #[must_use]
    pub fn done(claim: ClaimId, item: u16, evidence: Text<1000>) -> Self {
        Self { claim, item, outcome: Outcome::Done, evidence, files: vec![] }
    }
}

/// The report in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What.
    pub outcome: Outcome,
    /// What shows it.
    pub evidence: Text<1000>,
    /// Files that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Shown>,
    /// Who reported; none for records from before reports were checked, which need no check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// When.
    pub at: Timestamp,
    /// Who found that it is so, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<(UserId, Timestamp)>,
}

/// Why a report fell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// She said so; otherwise whoever checked it.
    pub hers: bool,
    /// Why.
    pub reason: Text<1000>,
    /// When.
    pub at: Timestamp,
}

/// One thing that has to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number under the claim, from 1; never given twice.
    pub no: u16,
    /// Who, what, until when.
    pub promise: Promise,
    /// Its clock, from the day the answer reached her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockId>,
    /// What was reported last and still stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// Why the report before it fell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contradicted: Option<Contradiction>,
    /// When a new answer took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Timestamp>,
}

impl Item {
    fn new(no: u16, promise: Promise) -> Self {
        Self { no, promise, clock: None, report: None, contradicted: None, replaced: None }
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        if self.replaced.is_some() {
            return State::Replaced;
        }
        match (&self.report, &self.contradicted) {
            (None, Some(one)) if one.hers => State::Disputed,
            (None, _) => State::Open,
            (Some(report), _) if report.by.is_some() && report.checked.is_none() => State::Reported,
            (Some(report), _) => match report.outcome {
                Outcome::Done => State::Done,
                Outcome::Partly => State::Partly,
                Outcome::NotDone => State::NotDone,
                Outcome::HandedOver => State::HandedOver,
            },
        }
    }

    /// Whether something is still to be done or to be checked.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state(), State::Done | State::HandedOver | State::Replaced)
    }

    /// Whether a report of it may be given.
    #[must_use]
    pub fn awaits_report(&self) -> bool {
        self.is_open() && self.state() != State::Reported
    }

    /// Whether a report of it waits for somebody else.
    #[must_use]
    pub fn awaits_check(&self) -> bool {
        self.state() == State::Reported
    }

    /// Whether she may say that it was not done: there is something that says it was.
    #[must_use]
    pub fn may_be_disputed(&self) -> bool {
        matches!(self.state(), State::Reported | State::Partly | State::Done)
    }

    /// Whether its day is over and it is still open.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.is_open() && self.promise.due < today
    }
}

/// Everything that has to be done for one claim, in the order in which it was promised.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Option<Stored>", into = "Vec<Item>")]
pub struct Execution(Vec<Item>);

/// As it stands in rows: one promise in those from before there were several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Items(Vec<Item>),
    One { promise: Promise, done: Option<(Timestamp, Text<1000>)> },
}

impl From<Option<Stored>> for Execution {
    fn from(stored: Option<Stored>) -> Self {
        match stored {
            None => Self::default(),
            Some(Stored::Items(items)) => Self(items),
            Some(Stored::One { promise, done }) => {
                let mut one = Self(vec![Item::new(1, promise)]);
                if let Some((at, evidence)) = done {
                    one.recorded(&evidence, at);
                }
                one
            }
        }
    }
}

impl From<Execution> for Vec<Item> {
    fn from(execution: Execution) -> Self {
        execution.0
    }
}

impl Execution {
    /// Every item, those that were replaced among them.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.0
    }

    /// The items of the answer in force.
    pub fn current(&self) -> impl Iterator<Item = &Item> {
        self.0.iter().filter(|item| item.replaced.is_none())
    }

    /// What is still to be done or checked.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.0.iter().filter(|item| item.is_open())
    }

    /// Whether something is.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open().next().is_some()
    }

    /// The item with this number.
    #[must_use]
    pub fn item(&self, no: u16) -> Option<&Item> {
        self.0.iter().find(|item| item.no == no)
    }

    /// Another answer is in force: what of the earlier one had begun stays on record, replaced where it was open.
    pub(crate) fn renew<'a>(&mut self, promises: impl Iterator<Item = &'a Promise>, at: Timestamp) {
        self.0.retain(|item| item.clock.is_some());
        for item in self.0.iter_mut().filter(|item| item.is_open()) {
            item.replaced = Some(at);
        }
        let first = self.0.last().map_or(1, |item| item.no + 1);
        self.0.extend((first..).zip(promises).map(|(no, promise)| Item::new(no, promise.clone())));
    }

    pub(crate) fn begun(&mut self, no: u16, clock: ClockId) {
        self.change(no, |item| item.clock = Some(clock));
    }

    pub(crate) fn reported(&mut self, said: &Reporting, by: Option<UserId>, at: Timestamp) {
        let report = Report {
            outcome: said.outcome,
            evidence: said.evidence.clone(),
            files: said.files.clone(),
            by,
            at,
            checked: None,
        };
        self.change(said.item, |item| item.report = Some(report));
    }

    /// A record from before reports were checked: it spoke of everything that was promised.
    pub(crate) fn recorded(&mut self, evidence: &Text<1000>, at: Timestamp) {
        for item in self.0.iter_mut().filter(|item| item.is_open()) {
            let evidence = evidence.clone();
            item.report = Some(Report { outcome: Outcome::Done, evidence, files: vec![], by: None, at, checked: None });
        }
    }

    pub(crate) fn checked(&mut self, no: u16, by: UserId, at: Timestamp) {
        self.change(no, |item| {
            if let Some(report) = &mut item.report {
                report.checked = Some((by, at));
            }
        });
    }

    /// A report falls: she says that it was not done, or whoever checked it found it not to be so.
    pub(crate) fn contradicted(&mut self, no: u16, said: Contradiction, clock: Option<ClockId>) {
        self.change(no, |item| {
            item.report = None;
            item.contradicted = Some(said);
            item.clock = clock.or(item.clock);
        });
    }

    fn change(&mut self, no: u16, how: impl FnOnce(&mut Item)) {
        if let Some(item) = self.0.iter_mut().find(|item| item.no == no) {
            how(item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{text, user};

    fn promise(what: &str) -> Promise {
        Promise { obligor: text("供热公司"), what: text(what), due: jiff::civil::date(2026, 3, 1) }
    }

    fn at(day: &str) -> Timestamp {
        crate::testing::beijing(day)
    }

    #[test]
    fn rows_from_before_read_as_what_they_meant() {
        let nothing: Execution = serde_json::from_str("null").unwrap();
        assert_eq!(nothing, Execution::default());
        let kept = r#"{"promise":{"obligor":"供热公司","what":"更换管道","due":"2026-03-01"},"done":null}"#;
        let open: Execution = serde_json::from_str(kept).unwrap();
        assert_eq!(open.items()[0].state(), State::Open);
        let done = kept.replace("null", r#"["2026-02-20T02:00:00Z","回单"]"#);
        let done: Execution = serde_json::from_str(&done).unwrap();
        assert_eq!(done.items()[0].state(), State::Done, "what was recorded then needs no second person now");
        for one in [open, done] {
            let back: Execution = serde_json::from_str(&serde_json::to_string(&one).unwrap()).unwrap();
            assert_eq!(back, one);
        }
    }

    #[test]
    fn an_item_is_done_when_another_person_found_it_done_and_open_when_she_says_not() {
        let mut execution = Execution::default();
        execution.renew([promise("更换管道"), promise("退费")].iter(), at("2026-01-20T09:00"));
        let claim = uuid::Uuid::from_u128(1).into();
        let said = |outcome| Reporting { outcome, ..Reporting::done(claim, 1, text("照片")) };
        execution.reported(&said(Outcome::Done), Some(user(1)), at("2026-02-01T09:00"));
        assert_eq!(execution.items()[0].state(), State::Reported);
        execution.checked(1, user(2), at("2026-02-02T09:00"));
        assert_eq!((execution.items()[0].state(), execution.open().count()), (State::Done, 1));
        let not = Contradiction { hers: true, reason: text("还是不热"), at: at("2026-02-03T09:00") };
        execution.contradicted(1, not, None);
        assert_eq!((execution.items()[0].state(), execution.open().count()), (State::Disputed, 2));
        execution.reported(&said(Outcome::Partly), Some(user(1)), at("2026-02-04T09:00"));
        execution.checked(1, user(2), at("2026-02-05T09:00"));
        assert_eq!(execution.items()[0].state(), State::Partly);
        assert!(execution.items()[0].is_open() && execution.items()[0].awaits_report());
        execution.begun(1, uuid::Uuid::from_u128(9).into());
        execution.renew([promise("退费")].iter(), at("2026-02-06T09:00"));
        let kept: Vec<_> = execution.items().iter().map(|item| (item.no, item.state())).collect();
        assert_eq!(kept, [(1, State::Replaced), (2, State::Open)], "what had begun is never lost");
    }
}
