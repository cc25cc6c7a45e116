//! On what "no more accepted" rests: a recheck of this house, found by the number of its petition, or one on paper (article 36.3).

use domain::{
    access::{self, Subject, actions::ReadMatter},
    petition::{Command, ContestState, FinalBasis, Petition},
    review::{Finality, Level},
};
use jiff::civil::Date;
use kernel::{CaseNumber, Refusal, Text};
use store::Tx;

use crate::{error::Error, matter};

/// Which recheck, as it is written down: the number of a petition in this house, or of a recheck on paper its organ, number and day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RestsOn {
    /// The petition that was rechecked here.
    pub number: Option<Text<40>>,
    /// Who rechecked, by office.
    pub organ: Option<Text<60>>,
    /// The number of the opinion.
    pub opinion: Option<Text<60>>,
    /// Its day.
    pub on: Option<Date>,
}

impl RestsOn {
    /// The recheck on paper.
    ///
    /// # Errors
    /// `finality-basis-missing` on the first field that is empty.
    pub fn named(&self) -> Result<FinalBasis, Refusal> {
        let missing = |field: &str| Refusal::rule("finality-basis-missing", "R-083", "A36_3").on(field);
        Ok(FinalBasis::Named {
            organ: self.organ.clone().ok_or_else(|| missing("organ"))?,
            opinion: self.opinion.clone().ok_or_else(|| missing("opinion"))?,
            on: self.on.ok_or_else(|| missing("on"))?,
        })
    }
}

/// The command with the recheck as it stands on record.
///
/// # Errors
/// As [`RestsOn::named`]; `finality-not-final` for a number that `subject` may not read, or whose petition was not rechecked.
pub(super) fn propose(tx: &mut Tx, subject: &Subject, rests_on: &RestsOn, same: &Text<2000>) -> Result<Command, Error> {
    let basis = match &rests_on.number {
        Some(number) => {
            let number = CaseNumber::parse(number.as_str()).map_err(|refusal| refusal.on("number"))?;
            known(tx, subject, &number)?
        }
        None => rests_on.named()?,
    };
    Ok(Command::ProposeFinality { basis, same: same.clone() })
}

fn known(tx: &mut Tx, subject: &Subject, number: &CaseNumber) -> Result<FinalBasis, Error> {
    let refuse = || Refusal::rule("finality-not-final", "R-083", "A36_3").on("number").with("number", number);
    let row = matter::find_by_number(tx, number)?.ok_or_else(refuse)?;
    access::permit::<ReadMatter>(subject, &row.facts).map_err(|_| refuse())?;
    let state = matter::load::<Petition>(tx, &row.region, row.id())?.ok_or_else(refuse)?.state;
    if state.finally_answered() != Some(Finality::Rechecked) {
        return Err(refuse().into());
    }
    let rechecks = state.contests.list.iter().rev().filter(|contest| contest.level == Level::Recheck);
    let served = rechecks.filter_map(|contest| match &contest.state {
        ContestState::Served { number, on, .. } => Some((contest.organ, number.clone(), *on)),
        _ => None,
    });
    let (organ, opinion, on) = served.into_iter().next().ok_or_else(refuse)?;
    Ok(FinalBasis::Known { petition: state.id, number: state.number, organ, opinion, on })
}
