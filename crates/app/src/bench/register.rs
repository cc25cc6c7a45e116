//! Registrations through the use case: number, person, events, clocks, search words, notice, in one durable transaction.

use std::time::{Duration, Instant};

use kernel::Ctx;
use services::{
    Error,
    petition::{self, By},
};

use super::{
    Load,
    figures::{Figures, Seen, Unit},
    world::World,
};

pub(super) fn run(load: &Load) -> anyhow::Result<()> {
    let world = World::open(load.database.as_deref())?;
    intelligence::text::warm_up();
    world.preload(load.preload)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (seen, elapsed) = runtime.block_on(measure(&world, load));
    Figures::of(Unit::Registration, world.store.engine(), load.preload, &seen, elapsed).print()
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads the machine's clock")]
async fn measure(world: &World, load: &Load) -> (Vec<Seen>, Duration) {
    let begun = Instant::now();
    let until = begun + Duration::from_secs(load.seconds);
    let clients = (0..load.clients).map(|client| async move {
        let mut seen = Seen::default();
        let mut i = client;
        while Instant::now() < until {
            let started = Instant::now();
            match one(world, i).await {
                Ok(()) => seen.took.push(started.elapsed()),
                Err(_) => seen.errors += 1,
            }
            i += load.clients;
        }
        seen
    });
    let seen = futures_util::future::join_all(clients).await;
    (seen, begun.elapsed())
}

async fn one(world: &World, i: usize) -> Result<(), Error> {
    let new = world.new_petition(i)?;
    let (kit, clock) = (world.kit.clone(), world.clock.clone());
    world
        .store
        .write(move |tx| -> Result<(), Error> {
            petition::register(tx, &kit, &Ctx::system(&*clock), &By::Petitioner, &new, None).map(drop)
        })
        .await
}
