//! What will happen and when: the year's matters by chance, this morning's as they are written, and everybody's hours.

use std::{collections::HashMap, sync::Arc};

use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{DivisionCode, OrgLevel, beijing_date, calendar::WorkCalendar};
use services::{Error, Kit};

use super::{
    dice::Dice,
    morning,
    place::Place,
    plan::{self, Plan, Step},
    texts::{self, Matter, Text},
};

/// How many petitions, beside this morning's.
const PETITIONS: usize = 440;
/// How many work orders.
const ORDERS: usize = 200;
/// Both together.
pub(super) const MATTERS: usize = PETITIONS + ORDERS;
/// Days over which they begin.
pub(super) const DAYS: i64 = 365;

/// A step at its moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due {
    pub(super) at: Timestamp,
    pub(super) matter: usize,
    pub(super) nth: usize,
    pub(super) step: Step,
}

/// Writes what will happen, in the order in which it will.
///
/// # Errors
/// When a text names what is not there.
pub(super) fn write(place: &Place, kit: &Kit, now: Timestamp, seed: u64) -> Result<(Vec<Matter>, Vec<Due>), Error> {
    let texts = texts::all()?;
    let hours = Hours::new(kit, place.main(), now)?;
    let mut desks = Desks::default();
    let (mut matters, mut due) = (vec![], vec![]);
    for index in 0..MATTERS {
        let mut dice = Dice::new(seed.wrapping_mul(1_000_003).wrapping_add(index as u64));
        let is_order = index >= PETITIONS;
        let plan = if is_order { plan::order(&mut dice, index) } else { plan::petition(&mut dice, index) };
        let elsewhere = if dice.once_in(3) { place.second() } else { None };
        let county = elsewhere.unwrap_or(place.main());
        let text = fitting(&texts, &mut dice, place, county, is_order);
        // What only the county's bureau may do happens at the county's bureau.
        let at_the_bureau = plan.iter().any(|(_, step)| {
            use Step as S;
            matches!(step, S::NotAccept | S::ProposeFinality | S::ReportUp | S::RaiseDispute)
        });
        let matter = Matter::somewhere(place, &mut dice, county, text, index, at_the_bureau)?;
        let steps = desks.find_room(place, &hours, &mut dice, &matter, &plan, is_order);
        due.extend(steps);
        matters.push(matter);
    }
    for (nth, scene) in morning::scenes(place)?.iter().enumerate() {
        let index = matters.len();
        let mut dice = Dice::new(seed.wrapping_mul(1_000_003).wrapping_add(index as u64));
        // Even numbers: the first agent and the first handler, whose sign-ins the demo shows.
        matters.push(scene.matter(place, MATTERS + 2 * nth)?);
        due.extend(hours.steps(&mut dice, index, scene.ago, &scene.plan()));
    }
    due.sort_by_key(|one| (one.at, one.matter, one.nth));
    Ok((matters, due))
}

/// How long ago a matter began: over the whole year, a fifth of them so that they are under way today.
fn days_ago(dice: &mut Dice, is_order: bool, plan: &Plan) -> i64 {
    let length: i64 = plan.iter().map(|(days, _)| days).sum();
    match dice.below(5) {
        0 => dice.between(0, length.min(DAYS)),
        1 if is_order => dice.between(0, 60),
        _ => dice.between(0, DAYS),
    }
}

fn fitting<'a>(texts: &'a Arc<[Text]>, dice: &mut Dice, place: &Place, county: &str, is_order: bool) -> &'a Text {
    let here = |text: &Text| !text.tells().any(|told| place.leaves_out(told));
    let fits = |text: &&Text| text.fits(county == place.main(), is_order) && here(text);
    let fitting: Vec<&Text> = texts.iter().filter(fits).collect();
    dice.pick::<&Text>(&fitting)
}

/// How much waits at each desk that registers.
#[derive(Debug, Default)]
struct Desks(HashMap<String, usize>);

impl Desks {
    /// When the steps of `plan` happen: so that no desk has more before it this morning than one can do in a morning.
    fn find_room(
        &mut self,
        place: &Place,
        hours: &Hours,
        dice: &mut Dice,
        matter: &Matter,
        plan: &Plan,
        is_order: bool,
    ) -> Vec<Due> {
        let mut ago = days_ago(dice, is_order, plan);
        let desk = if matter.division.as_str() == matter.county {
            matter.division.clone()
        } else {
            matter.division.at(OrgLevel::Township)
        };
        let waiting = self.0.entry(desk.as_str().to_owned()).or_default();
        for _ in 0..DAYS {
            let steps = hours.steps(dice, matter.index, ago, plan);
            let now = steps.iter().rev().find(|due| due.step != Step::Look);
            let waits = now.is_some_and(|due| due.step.waits_at_the_desk());
            if !waits || *waiting < room(place, &desk) {
                *waiting += usize::from(waits);
                return steps;
            }
            ago += 2;
        }
        vec![]
    }
}

/// How many of the year's matters may wait at a desk this morning; the main county's bureau has its morning written.
fn room(place: &Place, desk: &DivisionCode) -> usize {
    match desk.as_str() {
        code if code == place.main() => 0,
        code if Some(code) == place.second() => 9,
        _ if *desk == place.sample.main_township => 3,
        _ => 1,
    }
}

/// When people do things.
struct Hours {
    calendar: WorkCalendar,
    now: Timestamp,
}

impl Hours {
    fn new(kit: &Kit, county: &str, now: Timestamp) -> Result<Self, Error> {
        let terms = kit.terms(&DivisionCode::parse(county)?, beijing_date(now));
        Ok(Self { calendar: terms.calendar().clone(), now })
    }

    /// The steps of a plan that began so many days `ago`, as far as they have happened.
    fn steps(&self, dice: &mut Dice, matter: usize, ago: i64, plan: &Plan) -> Vec<Due> {
        let mut at = self.now - SignedDuration::from_hours(24 * ago);
        let mut steps = vec![];
        for (nth, (days, step)) in plan.iter().copied().enumerate() {
            at = self.moment(dice, at, days, nth == 0, step);
            if at > self.now {
                break;
            }
            steps.push(Due { at, matter, nth, step });
        }
        steps
    }

    /// So many `days` after `at`: for her at any sensible hour, for everybody else while the office is open.
    fn moment(&self, dice: &mut Dice, at: Timestamp, days: i64, is_first: bool, step: Step) -> Timestamp {
        let soon = at + SignedDuration::from_mins(dice.between(4, 55));
        let day = beijing_date(at + SignedDuration::from_hours(24 * days));
        let anew = is_first || days > 0;
        if step.is_hers() {
            let then = on(day, dice.between(7 * 60, 21 * 60 + 30));
            return if anew { then.max(at + SignedDuration::from_mins(5) * i32::from(!is_first)) } else { soon };
        }
        if is_first {
            // A story begins on the working day before a rest day, so that it has begun.
            let then = on(self.calendar.workday_on_or_before(day), office_minute(dice));
            let yesterday = self.calendar.workday_on_or_before(day.yesterday().unwrap_or(day));
            return if then > self.now { on(yesterday, office_minute(dice)) } else { then };
        }
        let open = self.calendar.workday_on_or_after(day);
        if open > day {
            return on(open, dice.between(8 * 60 + 30, 10 * 60));
        }
        let then = if anew { on(day, office_minute(dice)) } else { soon };
        if then >= on(day, 17 * 60 + 40) {
            let next = self.calendar.workday_on_or_after(day.tomorrow().unwrap_or(day));
            return on(next, dice.between(8 * 60 + 30, 10 * 60));
        }
        then.max(at + SignedDuration::from_mins(3)).max(on(day, 8 * 60 + 30))
    }
}

/// A minute of the day between half past eight and noon, or between half past two and half past five.
fn office_minute(dice: &mut Dice) -> i64 {
    let minute = dice.between(0, 389);
    if minute < 210 { 8 * 60 + 30 + minute } else { 14 * 60 + 30 + minute - 210 }
}

/// A minute of a Beijing day.
fn on(day: Date, minute: i64) -> Timestamp {
    domain::deadline::beijing_midnight(day) + SignedDuration::from_mins(minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours() -> Hours {
        let now: Timestamp = "2026-11-23T02:00:00Z".parse().unwrap();
        let kit = Kit::new(services::secrets::Keys::ephemeral(&kernel::Ctx::seeded(now, 1)).unwrap());
        Hours::new(&kit, "150223", now).unwrap()
    }

    #[test]
    fn offices_work_on_working_days_in_working_hours() {
        let hours = hours();
        let (mut dice, mut hers) = (Dice::new(3), 0);
        for fate in 0..200 {
            let plan = plan::petition(&mut dice, fate);
            for due in hours.steps(&mut dice, fate, 300, &plan) {
                let day = beijing_date(due.at);
                let minute = due.at.duration_since(domain::deadline::beijing_midnight(day)).as_mins();
                if due.step.is_hers() {
                    hers += 1;
                    continue;
                }
                assert_eq!(hours.calendar.workday_on_or_after(day), day, "{due:?}");
                assert!((8 * 60 + 30..18 * 60 + 40).contains(&minute), "{due:?}");
            }
        }
        assert!(hers > 50);
    }

    #[test]
    fn steps_follow_each_other_and_end_before_now() {
        let hours = hours();
        let mut dice = Dice::new(4);
        for fate in 0..100 {
            let plan = if fate % 2 == 0 { plan::petition(&mut dice, fate) } else { plan::order(&mut dice, fate) };
            let steps = hours.steps(&mut dice, fate, 40, &plan);
            assert!(steps.is_sorted_by_key(|due| due.at), "{steps:?}");
            assert!(steps.iter().all(|due| due.at <= hours.now));
        }
    }

    #[test]
    fn nothing_is_left_lying_for_a_year() {
        let hours = hours();
        let mut dice = Dice::new(5);
        for fate in 0..400 {
            let plan = if fate % 2 == 0 { plan::petition(&mut dice, fate) } else { plan::order(&mut dice, fate) };
            let last = hours.steps(&mut dice, fate, 330, &plan).pop().unwrap();
            assert!(!last.step.waits_at_the_desk(), "{last:?}");
        }
    }
}
