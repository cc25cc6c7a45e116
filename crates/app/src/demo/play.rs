//! Plays the plans: day by day the clock is turned, the sweeper runs, and everybody does what she has to do through the same
//! use cases as in earnest.

use std::{collections::BTreeMap, sync::Arc};

use domain::notice::Channel;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Weekday},
};
use kernel::{Ctx, Fault, beijing_date};
use services::{
    Error, Kit, jobs,
    outbox::{self, Answer, Channels, Why},
    oversight,
};
use store::{Store, Tx, event_log};

use super::{
    cast::Cast,
    place::Place,
    scene::Scene,
    script::{self, DAYS, Due},
    tales::{self, Act, Cue, Memory},
};

/// Of how long ago the weeks are frozen.
const FROZEN: SignedDuration = SignedDuration::from_hours(8 * 7 * 24);

/// What a day left behind.
#[derive(Debug, Default)]
struct Day {
    memory: Memory,
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

/// What is to be done at a moment.
#[derive(Debug, Clone, Copy)]
enum Work {
    Step(Due),
    Tale(Cue),
}

impl Work {
    fn at(&self) -> Timestamp {
        match self {
            Self::Step(due) => due.at,
            Self::Tale(cue) => cue.at,
        }
    }

    /// A number that no other work has.
    fn number(&self) -> u64 {
        let (matter, nth) = match self {
            Self::Step(due) => (due.matter, due.nth),
            Self::Tale(cue) => (cue.matter, cue.nth),
        };
        matter as u64 * 1_000 + nth as u64
    }

    /// What it is called when it is refused.
    fn name(&self) -> String {
        match self {
            Self::Step(due) => format!("{:?}", due.step),
            Self::Tale(cue) => format!("{} {}", cue.key, cue.nth),
        }
    }
}

/// Everything a day is played with.
struct Player<'a> {
    store: &'a Store,
    scene: Arc<Scene>,
    now: Timestamp,
    seed: u64,
    /// Where the tales' matters begin.
    tales: usize,
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
    let (mut matters, due) = script::write(&place, kit, now, seed)?;
    let tales = matters.len();
    let (steps, cues) = tales::write(&place, kit, now, &mut matters)?;
    let scene = Arc::new(Scene { kit: kit.clone(), place, cast, matters });
    let mut work: Vec<Work> = due.into_iter().chain(steps).map(Work::Step).collect();
    work.extend(cues.into_iter().map(Work::Tale));
    // What was written in order stays in order.
    work.sort_by_key(Work::at);
    let mut by_day: BTreeMap<Date, Vec<Work>> = BTreeMap::new();
    for one in work {
        by_day.entry(beijing_date(one.at())).or_default().push(one);
    }
    let player = Player { store, scene, now, seed, tales };
    let (mut memory, mut year) = (Memory::default(), Year::default());
    let first = beijing_date(now - SignedDuration::from_hours(24 * (DAYS + 1)));
    for (n, day) in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= beijing_date(now)).enumerate() {
        let result = player.one_day(memory, day, by_day.remove(&day).unwrap_or_default())?;
        memory = result.memory;
        year.done += result.done;
        for (what, times) in result.refused {
            *year.refused.entry(what).or_default() += times;
        }
        tick(i64::try_from(n).unwrap_or(0) + 1);
    }
    year.matters = memory.cases.len();
    Ok(year)
}

impl Player<'_> {
    /// One day in one transaction: first what fell due over night, then everybody's work, at its own moment.
    fn one_day(&self, memory: Memory, day: Date, work: Vec<Work>) -> Result<Day, Error> {
        let (scene, now, seed, tales) = (Arc::clone(&self.scene), self.now, self.seed, self.tales);
        self.store.write_blocking(move |tx| {
            let mut result = Day { memory: memory.clone(), ..Day::default() };
            let morning = domain::deadline::beijing_midnight(day) + SignedDuration::from_mins(10);
            let ctx = Ctx::seeded(morning.min(now), seed ^ morning.as_second().unsigned_abs());
            over_night(tx, &scene.kit, &ctx)?;
            for one in &work {
                let ctx =
                    Ctx::seeded(one.at(), seed.wrapping_mul(31).wrapping_add(one.number().wrapping_mul(0x9E37_79B9)));
                match tx.attempt(|tx| done(tx, &scene, &ctx, *one, &mut result.memory)) {
                    Ok(()) => result.done += 1,
                    Err(Error::Fault(fault)) => return Err(Error::Fault(fault)),
                    Err(error) => {
                        let code = error.refusals().and_then(<[_]>::first).map_or("", |refusal| refusal.code.as_str());
                        *result.refused.entry(format!("{}: {code}", one.name())).or_default() += 1;
                    }
                }
            }
            let afternoon = domain::deadline::beijing_midnight(day) + SignedDuration::from_mins(17 * 60 + 40);
            let afternoon = Ctx::seeded(afternoon.min(now), seed ^ afternoon.as_second().unsigned_abs());
            if matches!(day.weekday(), Weekday::Tuesday | Weekday::Friday) {
                let told = result.memory.cases.iter().filter(|(matter, _)| **matter >= tales).map(|(_, case)| *case);
                scene.go_round(tx, &afternoon, &told.collect::<Vec<_>>())?;
            }
            close_the_day(tx, &scene.kit, &ctx, &afternoon, now)?;
            Ok(result)
        })
    }
}

/// What fell due, and what the rules of rising and supervision do about it.
fn over_night(tx: &mut Tx, kit: &Kit, ctx: &Ctx) -> Result<(), Fault> {
    while jobs::sweep(tx, kit, ctx, 500)?.overdue > 0 {}
    while services::leadership::note_passed(tx, kit, ctx, 200)? > 0 {}
    loop {
        let looked = oversight::look_due(tx, kit, ctx, 200)?;
        if looked.looked + looked.left < 200 {
            return Ok(());
        }
    }
}

/// One piece of work.
fn done(tx: &mut Tx, scene: &Scene, ctx: &Ctx, work: Work, memory: &mut Memory) -> Result<(), Error> {
    match work {
        Work::Step(due) => {
            let id = memory.cases.get(&due.matter).copied();
            if let Some(born) = scene.perform(tx, ctx, due.matter, id, due.step)? {
                memory.cases.insert(due.matter, born);
            }
            Ok(())
        }
        Work::Tale(cue) => (cue.deed)(&mut Act { scene, tx, ctx, index: cue.matter, memory }),
    }
}

/// Notices go out in the afternoon; on Mondays, roughly, the log is sealed and, of the last weeks, the week is frozen.
fn close_the_day(tx: &mut Tx, kit: &Kit, ctx: &Ctx, afternoon: &Ctx, now: Timestamp) -> Result<(), Fault> {
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
    if ctx.today().weekday() == Weekday::Monday {
        if ctx.now() + FROZEN >= now {
            oversight::freeze_due(tx, ctx)?;
        }
        event_log::checkpoint(tx, ctx.now())?;
    }
    Ok(())
}
