//! A fresh database on each engine.

use std::{
    ops::Deref,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::atomic::{AtomicU32, Ordering},
};

use store::{DatabaseUrl, Migration, Options, Store};
use tempfile::TempDir;

use crate::cluster::Cluster;

/// A store on a database of its own, which goes away with it.
#[derive(Debug)]
pub struct TestStore {
    store: Store,
    url: DatabaseUrl,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File(#[expect(dead_code, reason = "deletes the directory when dropped")] TempDir),
    Server { database: String },
}

impl Deref for TestStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl TestStore {
    /// Where the database is, for a second store or another process.
    #[must_use]
    pub fn url(&self) -> DatabaseUrl {
        self.url.clone()
    }

    /// The same as a text: `sqlite:path` or `postgres://…`, as the command line takes it.
    #[must_use]
    pub fn url_text(&self) -> String {
        match &self.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url.clone(),
        }
    }

    /// Opens a second store on the same database, as another process would.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_again(&self, migrations: &[&[Migration]]) -> Result<Store, store::Fault> {
        Store::open(Options::new(self.url()), migrations)
    }
}

impl Drop for TestStore {
    fn drop(&mut self) {
        self.store.close();
        if let Place::Server { database } = &self.place {
            let sql = format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)");
            // A database that is left over goes with the server.
            let _ = on_own_thread(|| Cluster::get().control(&sql));
        }
    }
}

/// A fresh SQLite database in a temporary directory.
///
/// # Panics
/// When it cannot be made.
#[must_use]
pub fn sqlite(migrations: &[&[Migration]]) -> TestStore {
    let directory = TempDir::new().unwrap_or_else(|e| panic!("no temporary directory: {e}"));
    let url = DatabaseUrl::Sqlite(directory.path().join("test.db"));
    open(url, Place::File(directory), migrations)
}

/// A fresh database on the PostgreSQL server of this test run.
///
/// # Panics
/// When there is no PostgreSQL on this machine, or the database cannot be made.
#[must_use]
pub fn postgres(migrations: &[&[Migration]]) -> TestStore {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let database = format!("test_{}_{number}", std::process::id());
    let sql = format!("CREATE DATABASE {database} TEMPLATE template0 STRATEGY file_copy");
    let drop_first = format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    let url = on_own_thread(|| {
        let cluster = Cluster::get();
        cluster.control(&drop_first).and_then(|()| cluster.control(&sql)).map(|()| cluster.url(&database))
    });
    let url = url.unwrap_or_else(|e| panic!("no test database: {e}"));
    open(DatabaseUrl::Postgres(url), Place::Server { database }, migrations)
}

fn open(url: DatabaseUrl, place: Place, migrations: &[&[Migration]]) -> TestStore {
    let mut options = Options::new(url.clone());
    (options.readers, options.writers) = (2, options.writers.min(4));
    let store = Store::open(options, migrations).unwrap_or_else(|e| panic!("the test database does not open: {e}"));
    TestStore { store, url, place }
}

/// The PostgreSQL client may not be driven on a thread of an async runtime, and a test may be one.
fn on_own_thread<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(run).join()).unwrap_or_else(|panic| resume_unwind(panic))
}

/// A fresh database on each engine, SQLite first.
#[must_use]
pub fn engines(migrations: &[&[Migration]]) -> [TestStore; 2] {
    [sqlite(migrations), postgres(migrations)]
}

/// Runs one test body on a fresh database of each engine.
///
/// # Panics
/// When the body panics; the engine is named first.
pub fn both(migrations: &[&[Migration]], body: impl Fn(&TestStore)) {
    for store in engines(migrations) {
        let engine = store.engine();
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| body(&store))) {
            let said =
                panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
            panic!("on {engine}: {}", said.unwrap_or("the body panicked"));
        }
    }
}
