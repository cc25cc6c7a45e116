//! Small writes a second through the group commit: `group_commit [DATABASE] [CLIENTS] [SECONDS]`.
#![expect(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, reason = "a measurement")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use store::{Migration, Options, Store, params};

const TABLE: &[Migration] =
    &[Migration { id: "0100_note", sql: "CREATE TABLE note (id {id} PRIMARY KEY, text {text} NOT NULL) {strict};" }];

fn main() {
    let mut args = std::env::args().skip(1);
    let directory = tempfile::tempdir_in(".").unwrap();
    let url = args.next().unwrap_or_else(|| directory.path().join("bench.db").display().to_string());
    let clients: u64 = args.next().map_or(8, |n| n.parse().unwrap());
    let seconds: u64 = args.next().map_or(5, |n| n.parse().unwrap());
    let store = Store::open(Options::parse(&url).unwrap(), &[TABLE]).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for (what, run) in [("writes", true), ("reads", false)] {
        let done = Arc::new(AtomicU64::new(0));
        let until = Instant::now() + Duration::from_secs(seconds);
        runtime.block_on(async {
            let tasks: Vec<_> = (0..clients)
                .map(|client| tokio::spawn(one(store.clone(), run, client, until, Arc::clone(&done))))
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
        });
        println!("{what}: {} a second", done.load(Ordering::Relaxed) / seconds);
    }
}

async fn one(store: Store, write: bool, client: u64, until: Instant, done: Arc<AtomicU64>) {
    let stamp = u64::from(std::process::id()) << 32;
    for n in 0u64.. {
        if Instant::now() >= until {
            return;
        }
        let id = uuid::Uuid::from_u64_pair(n, stamp | client);
        let result = if write {
            let insert = "INSERT INTO note (id, text) VALUES ($1, $2)";
            store.write(move |tx| tx.execute(insert, params![id, "some text of a usual length"]).map(drop)).await
        } else {
            store
                .read(move |tx| {
                    tx.query_opt("SELECT text FROM note WHERE id = $1", params![id], |row| row.get::<String>(0))
                        .map(drop)
                })
                .await
        };
        result.unwrap();
        done.fetch_add(1, Ordering::Relaxed);
    }
}
