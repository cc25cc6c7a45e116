//! The agency network of a city: how soon its registry, its lists and its public pages come, and how long finding a helper and making
//! a choice of agents take, with as many points as are asked for. Everything is entered through the sheets, as a city would.

use std::fmt::Write as _;

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use clap::Args;
use domain::access::{
    self, Permit, Subject,
    actions::{AdminDivisions, AdminStaff, AdminUnits},
};
use kernel::{Ctx, DivisionCode, Fault};
use services::{
    divisions,
    network::{self, For, SheetKind},
    organisation::Sheet,
};
use store::Tx;

use super::{
    figures::percentile,
    lifecycle::serve,
    pages::Browser,
    world::{DIVISION, World},
};

/// How many points, and how often to ask.
#[derive(Debug, Clone, Args)]
pub(crate) struct NetworkArgs {
    /// A database URL; without one a temporary embedded database.
    #[arg(long)]
    database: Option<String>,
    /// Points to enter before measuring, each with its village and one agent.
    #[arg(long, default_value_t = 1_500)]
    points: usize,
    /// How often each thing is asked for.
    #[arg(long, default_value_t = 200)]
    rounds: usize,
}

/// Villages of a township.
const VILLAGES: usize = 90;
/// Rows of a sheet in one transaction.
const BATCH: usize = 500;
/// Helpers are asked for at places so far apart.
const STRIDE: usize = 7_919;

pub(super) fn run(args: &NetworkArgs) -> anyhow::Result<()> {
    let most = VILLAGES * 900;
    anyhow::ensure!((1..=most).contains(&args.points), "--points: 1 to {most}");
    let world = World::open(args.database.as_deref())?;
    let villages = enter(&world, args.points)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} points, {}, {} rounds, milliseconds", args.points, world.store.engine(), args.rounds)?;
    writeln!(out, "{:<44} {:>7} {:>7} {:>7}", "use case", "p50", "p95", "p99")?;
    let calls: [(&str, Call); 2] = [("helper_for", helper), ("choices", choose)];
    for (name, call) in calls {
        writeln!(out, "{name:<44} {}", measure(&world, &villages, args.rounds, call)?)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let address = runtime.block_on(serve(&world))?;
    let (mut anybody, mut officer) = (Browser::new(address), Browser::new(address));
    officer.sign_in(&world.officer_login)?;
    writeln!(out, "{:<44} {:>7}   {:^23}   {:^23}", "page", "bytes", "first byte", "whole page")?;
    let middle = &villages[villages.len() / 2];
    let township = middle.at(kernel::OrgLevel::Township);
    let registry =
        ["/desk/network", "/desk/network?view=stations", "/desk/network?view=agents", "/desk/network?view=without"];
    for path in registry {
        writeln!(out, "{path:<44} {}", officer.measure(path, args.rounds)?.line())?;
    }
    for path in [format!("/s/{middle}"), format!("/s/{middle}/about"), format!("/agents?at={township}")] {
        writeln!(out, "{path:<44} {}", anybody.measure(&path, args.rounds)?.line())?;
    }
    Ok(())
}

fn permit<A: access::Act<Target = DivisionCode>>(place: &str) -> anyhow::Result<Permit<A>> {
    Ok(access::permit(&Subject::System, &DivisionCode::parse(place)?)?)
}

/// Enters villages, points and agents; the villages.
fn enter(world: &World, points: usize) -> anyhow::Result<Vec<DivisionCode>> {
    let mut tree = format!("code,name\n1502,包头市\n{DIVISION},达尔罕茂明安联合旗\n");
    let mut villages = vec![];
    for n in 0..points {
        let (township, village) = (100 + n / VILLAGES, 200 + n % VILLAGES);
        if n.is_multiple_of(VILLAGES) {
            writeln!(tree, "{DIVISION}{township},第 {township} 苏木")?;
        }
        let code = format!("{DIVISION}{township}{village}");
        writeln!(tree, "{code},第 {n} 嘎查")?;
        villages.push(DivisionCode::parse(&code)?);
    }
    divisions::import_divisions(&world.store, &[permit::<AdminDivisions>("15")?], tree.as_bytes())?;
    for (batch, some) in villages.chunks(BATCH).enumerate() {
        let first = batch * BATCH;
        let (mut stations, mut agents) =
            ("名称,类型,区划,电话,开放时间,语言\n".to_owned(), "姓名,代办机构,区划,类别,语言,任职日期\n".to_owned());
        for (n, village) in (first..).zip(some) {
            let language = if n % 3 == 0 { "汉语；蒙古语" } else { "汉语" };
            writeln!(stations, "第 {n} 代办点,代办点,{village},0472-000-0000,工作日 9:00-17:00,{language}")?;
            writeln!(agents, "测试人{n},第 {n} 代办点,{village},党员,{language},2026-01-01")?;
        }
        take(world, SheetKind::Stations, &stations)?;
        take(world, SheetKind::Agents, &agents)?;
    }
    Ok(villages)
}

fn take(world: &World, kind: SheetKind, text: &str) -> anyhow::Result<()> {
    let sheet = Sheet::read(text.as_bytes())?;
    let (units, staff) = (permit::<AdminUnits>(DIVISION)?, permit::<AdminStaff>(DIVISION)?);
    let clock = world.clock.clone();
    let report = world
        .store
        .write_blocking(move |tx| network::import(tx, &Ctx::system(&*clock), (&units, &staff), kind, &sheet, false))?;
    anyhow::ensure!(report.errors.is_empty(), "{:?}", report.errors.first());
    Ok(())
}

/// A use case at a place.
type Call = fn(&mut Tx, &services::Kit, &Ctx, &DivisionCode) -> Result<(), Fault>;

fn helper(tx: &mut Tx, _: &services::Kit, ctx: &Ctx, place: &DivisionCode) -> Result<(), Fault> {
    network::helper_for(tx, ctx, place, None).map(drop)
}

fn choose(tx: &mut Tx, kit: &services::Kit, ctx: &Ctx, place: &DivisionCode) -> Result<(), Fault> {
    network::choices(tx, kit, ctx, For { place, grid: None, language: None }).map(drop)
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads the machine's clock")]
fn measure(world: &World, places: &[DivisionCode], rounds: usize, call: Call) -> anyhow::Result<String> {
    let mut took: Vec<Duration> = vec![];
    for round in 0..rounds {
        let place = places[round * STRIDE % places.len()].clone();
        let (kit, clock) = (world.kit.clone(), world.clock.clone());
        let begun = Instant::now();
        world.store.read_blocking(move |tx| call(tx, &kit, &Ctx::system(&*clock), &place))?;
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    Ok([50, 95, 99].map(|percent| format!("{:>7.2}", percentile(&took, percent))).join(" "))
}
