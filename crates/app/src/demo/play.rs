//! Plays the plans: day by day the clock is turned, the sweeper runs, and everybody does what she has to do through the same
//! use cases as in earnest.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use domain::notice::Channel;
use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{CaseId, Ctx, Fault, beijing_date};
use services::{
    Error, Kit, jobs,
    outbox::{self, Answer, Channels, Why},
};
use store::{Store, Tx, event_log};

use super::{
    cast::Cast,
    place::Place,
    scene::Scene,
    script::{self, DAYS, Due},
};

/// What a day left behind.
#[derive(Debug, Default)]
struct Day {
    born: Vec<(usize, CaseId)>,
    refused: BTreeMap<String, usize>,
    done: usize,
}

/// What a year left behind.
#[derive(Debug, Default)]
pub(super) struct Year {
    /// Steps that were taken.
    pub(super) done: usize,
    /// Matters there are.
    pub(super) matters: usize,
    /// Steps that a rule refused, by step and code: plans that crossed.
    pub(super) refused: BTreeMap<String, usize>,
}

/// Plays the year that ends at `now`; `tick` hears of every day that was played.
pub(super) fn play(
    store: &Store,
    kit: &Kit,
    place: Place,
    cast: Cast,
    now: Timestamp,
    seed: u64,
    mut tick: impl FnMut(i64),
) -> Result<Year, Error> {
    let (matters, due) = script::write(&place, kit, now, seed)?;
    let scene = Arc::new(Scene { kit: kit.clone(), place, cast, matters });
    let mut by_day: BTreeMap<Date, Vec<Due>> = BTreeMap::new();
    for one in due {
        by_day.entry(beijing_date(one.at)).or_default().push(one);
    }
    let mut known: HashMap<usize, CaseId> = HashMap::new();
    let mut year = Year::default();
    let first = beijing_date(now - SignedDuration::from_hours(24 * (DAYS + 1)));
    for (n, day) in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= beijing_date(now)).enumerate() {
        let steps = by_day.remove(&day).unwrap_or_default();
        let result = one_day(store, &scene, &known, day, steps, now, seed)?;
        known.extend(result.born);
        year.done += result.done;
        for (what, times) in result.refused {
            *year.refused.entry(what).or_default() += times;
        }
        tick(i64::try_from(n).unwrap_or(0) + 1);
    }
    year.matters = known.len();
    Ok(year)
}

/// One day in one transaction: first what fell due over night, then everybody's work, at its own moment.
fn one_day(
    store: &Store,
    scene: &Arc<Scene>,
    known: &HashMap<usize, CaseId>,
    day: Date,
    steps: Vec<Due>,
    now: Timestamp,
    seed: u64,
) -> Result<Day, Error> {
    let (scene, known) = (Arc::clone(scene), known.clone());
    store.write_blocking(move |tx| {
        let mut result = Day::default();
        let mut known = known.clone();
        let morning = domain::deadline::beijing_midnight(day) + SignedDuration::from_mins(10);
        let ctx = Ctx::seeded(morning.min(now), seed ^ morning.as_second().unsigned_abs());
        while jobs::sweep(tx, &scene.kit, &ctx, 500)?.overdue > 0 {}
        for due in &steps {
            let number = due.matter as u64 * 1_000 + due.nth as u64;
            let ctx = Ctx::seeded(due.at, seed.wrapping_mul(31).wrapping_add(number.wrapping_mul(0x9E37_79B9)));
            let id = known.get(&due.matter).copied();
            match tx.attempt(|tx| scene.perform(tx, &ctx, due.matter, id, due.step)) {
                Ok(Some(born)) => {
                    known.insert(due.matter, born);
                    result.born.push((due.matter, born));
                    result.done += 1;
                }
                Ok(None) => result.done += 1,
                Err(Error::Fault(fault)) => return Err(Error::Fault(fault)),
                Err(error) => {
                    let code = error.refusals().and_then(<[_]>::first).map_or("", |refusal| refusal.code.as_str());
                    *result.refused.entry(format!("{:?}: {code}", due.step)).or_default() += 1;
                }
            }
        }
        let afternoon = domain::deadline::beijing_midnight(day) + SignedDuration::from_mins(17 * 60 + 40);
        let afternoon = Ctx::seeded(afternoon.min(now), seed ^ afternoon.as_second().unsigned_abs());
        close_the_day(tx, &scene.kit, &ctx, &afternoon)?;
        Ok(result)
    })
}

/// Notices go out in the afternoon; on Mondays, roughly, the log is sealed.
fn close_the_day(tx: &mut Tx, kit: &Kit, ctx: &Ctx, afternoon: &Ctx) -> Result<(), Fault> {
    let channels = Channels { open: Channel::ALL.to_vec(), portal: None };
    while outbox::plan(tx, kit, afternoon, &channels, 500)? == 500 {}
    for parcel in outbox::claim(tx, kit, afternoon, 1_000)? {
        // One telephone in forty does not exist (any more): somebody has to call.
        let answer = match parcel.key.0.as_bytes()[15] % 40 {
            0 => Answer::Never(Why::BAD_ADDRESS),
            _ => Answer::Arrived(None),
        };
        outbox::settle(tx, kit, afternoon, &parcel, &answer, true)?;
    }
    if ctx.today().weekday() == jiff::civil::Weekday::Monday {
        event_log::checkpoint(tx, ctx.now())?;
    }
    Ok(())
}
