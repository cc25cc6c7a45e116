//! Whole lives of a case over HTTP, as an outside program sees them: create, assign, resolve, search.
//!
//! Server, database and load generator share this machine and this process, so the figure is what the machine does in
//! all. Each client keeps one connection and uses bearer tokens.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::Context as _;
use serde_json::{Value, json};

use super::{
    Load,
    figures::{Figures, Seen, Unit},
    world::{DIVISION, World, form},
};

pub(super) fn run(load: &Load) -> anyhow::Result<()> {
    let world = World::open(load.database.as_deref())?;
    intelligence::text::warm_up();
    world.preload(load.preload)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let address = runtime.block_on(serve(&world))?;
    Desk::new(&world, address).one_life(load.preload).context("the first life")?;
    let (seen, elapsed) = measure(&world, load, address)?;
    Figures::of(Unit::Lifecycle, world.store.engine(), load.preload, &seen, elapsed).print()
}

/// The same server as `lianxin serve`, on a free port of the loopback.
pub(super) async fn serve(world: &World) -> anyhow::Result<SocketAddr> {
    let config = web::state::Config { secure_cookies: false, ..web::state::Config::default() };
    let files = services::attachment::Blobs::open(world.dir.path().join("files"))?;
    let state = web::state::AppState::new(world.clock.clone(), config, world.store.clone(), world.kit.clone(), files);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, web::server::router(state)).await });
    Ok(address)
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads the machine's clock")]
fn measure(world: &World, load: &Load, address: SocketAddr) -> anyhow::Result<(Vec<Seen>, Duration)> {
    let begun = Instant::now();
    let until = begun + Duration::from_secs(load.seconds);
    let seen = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..load.clients)
            .map(|client| {
                scope.spawn(move || {
                    let mut seen = Seen::default();
                    let mut desk = Desk::new(world, address);
                    let mut i = client;
                    while Instant::now() < until {
                        let started = Instant::now();
                        match desk.one_life(load.preload + 1 + i) {
                            Ok(()) => seen.took.push(started.elapsed()),
                            Err(error) => {
                                tracing::warn!(%error, "a life failed");
                                seen.errors += 1;
                            }
                        }
                        i += load.clients;
                    }
                    seen
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().map_err(|_| anyhow::anyhow!("a client panicked"))).collect()
    });
    let seen: anyhow::Result<Vec<Seen>> = seen;
    Ok((seen?, begun.elapsed()))
}

/// One client: its connection and its two people.
struct Desk<'a> {
    agent: ureq::Agent,
    base: String,
    world: &'a World,
}

impl<'a> Desk<'a> {
    fn new(world: &'a World, address: SocketAddr) -> Self {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        Self { agent, base: format!("http://{address}/api/v1"), world }
    }

    fn one_life(&mut self, i: usize) -> anyhow::Result<()> {
        let (officer, handler) = (&self.world.officer_token, &self.world.handler_token);
        let written = form(i);
        let body = json!({
            "facts": written.facts, "claims": written.claims, "name": written.name, "phone": written.phone,
            "division": DIVISION, "channel": "PHONE",
        });
        let created = self.post("/work-orders", officer, &body)?;
        let id = created["id"].as_str().context("an id")?.to_owned();
        let number = created["number"].as_str().context("a number")?.to_owned();
        let commands = format!("/matters/{id}/commands");
        let assign = json!({ "commands": [{ "command": "dispatch", "to": self.world.unit }] });
        self.post(&commands, officer, &assign)?;
        let resolve = json!({ "commands": [
            { "command": "claim", "handler": self.world.handler },
            { "command": "reply", "text": "已派人上门检修，三天内办好。" },
            { "command": "done", "text": "阀门已换，室温 20 度。" },
        ] });
        self.post(&commands, handler, &resolve)?;
        let found = self.get(&format!("/matters/search?q={number}"), officer)?;
        let hit = found["items"].as_array().is_some_and(|items| items.iter().any(|item| item["id"] == id.as_str()));
        anyhow::ensure!(hit, "the search did not find what was just created");
        Ok(())
    }

    fn post(&self, path: &str, token: &str, body: &Value) -> anyhow::Result<Value> {
        let key = uuid::Uuid::from_u128(fresh()).to_string();
        let request =
            self.agent.post(format!("{}{path}", self.base)).header("Authorization", format!("Bearer {token}"));
        let mut response = request.header("Idempotency-Key", key).header("If-Match", "*").send_json(body)?;
        let status = response.status();
        let answer: Value = response.body_mut().read_json()?;
        anyhow::ensure!(status.is_success(), "{path}: {status} {}", answer["code"]);
        Ok(answer)
    }

    fn get(&self, path: &str, token: &str) -> anyhow::Result<Value> {
        let request = self.agent.get(format!("{}{path}", self.base)).header("Authorization", format!("Bearer {token}"));
        let mut response = request.call()?;
        let status = response.status();
        let answer: Value = response.body_mut().read_json()?;
        anyhow::ensure!(status.is_success(), "{path}: {status} {}", answer["code"]);
        Ok(answer)
    }
}

/// A number nobody had before in this process, with randomness against other runs on the same database.
fn fresh() -> u128 {
    use std::hash::{BuildHasher as _, Hasher as _};
    let random = || u128::from(std::collections::hash_map::RandomState::new().build_hasher().finish());
    (random() << 64) | random()
}
