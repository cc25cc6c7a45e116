//! The door: closures go in, run in one transaction on a database thread, and their results come out.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
        mpsc::sync_channel,
    },
    thread::JoinHandle,
};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use kernel::Fault;
use tokio::sync::oneshot;

use crate::{
    DatabaseUrl, Migration, Options,
    dialect::Engine,
    migrate,
    postgres::{
        connection::Connection as Postgres,
        worker::{Role, Worker},
    },
    sqlite::{connection::Connection as Sqlite, reader, writer::Writer},
    tx::{Connection, Tx},
    work::{Closure, Message, Reply},
};

/// The storage of the program. Cheap to clone; the last clone to go (or [`Store::close`]) ends the database threads.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    engine: Engine,
    options: Options,
    write: Sender<Message>,
    read: Sender<Message>,
    closed: AtomicBool,
    /// Dropped on closing, so that pauses between attempts end.
    awake: Mutex<Option<Sender<()>>>,
    threads: Mutex<Vec<(Role, JoinHandle<()>)>>,
}

impl Store {
    /// Opens the database, applies the migrations that are missing (of all lists, in the order of their ids) and starts the
    /// database threads.
    ///
    /// # Errors
    /// When the database cannot be opened, or holds a migration that was edited since or that this program does not know.
    pub fn open(options: Options, migrations: &[&[Migration]]) -> Result<Self, Fault> {
        let all = migrate::ordered(migrations)?;
        let (write, writes) = unbounded();
        let (read, reads) = unbounded();
        let (awake, closing) = bounded(0);
        let start = Start { options: &options, writes, reads, closing };
        // A thread of its own: the PostgreSQL client drives a small runtime inside and may not do so on an async thread.
        let started = std::thread::scope(|scope| scope.spawn(|| start.all(&all)).join());
        let (engine, threads) = started.map_err(|_| Fault::Storage("opening the database panicked".to_owned()))??;
        Ok(Self(Arc::new(Inner {
            engine,
            options,
            write,
            read,
            closed: AtomicBool::new(false),
            awake: Mutex::new(Some(awake)),
            threads: Mutex::new(threads),
        })))
    }

    /// `"sqlite"` or `"postgres"`.
    pub fn engine(&self) -> &'static str {
        self.0.engine.name()
    }

    /// How this store was opened.
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// Runs `work` in one write transaction and gives its result once that is durable. An `Err` undoes all it wrote.
    ///
    /// On PostgreSQL `work` runs again after a conflict with another transaction: it must change nothing outside `tx`.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        self.task(&self.0.write, work).await
    }

    /// Runs `work` on one snapshot; writing in it fails.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        self.task(&self.0.read, work).await
    }

    /// As [`Store::write`], from a thread that may wait: the command line, tests.
    pub fn write_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        self.thread(&self.0.write, work)
    }

    /// As [`Store::read`], from a thread that may wait. Never from inside another closure: it would wait for itself.
    pub fn read_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        self.thread(&self.0.read, work)
    }

    async fn task<T, E, F>(&self, queue: &Sender<Message>, run: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        self.send(queue, run, Reply::Task(sender))?;
        // A dropped sender: the thread ended before it came to this one.
        receiver.await.unwrap_or_else(|_| Err(Fault::Closed.into()))
    }

    fn thread<T, E, F>(&self, queue: &Sender<Message>, run: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        let (sender, receiver) = sync_channel(1);
        self.send(queue, run, Reply::Thread(sender))?;
        receiver.recv().unwrap_or_else(|_| Err(Fault::Closed.into()))
    }

    fn send<T, E, F>(&self, queue: &Sender<Message>, run: F, reply: Reply<Result<T, E>>) -> Result<(), Fault>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnMut(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        if self.0.closed.load(Ordering::Acquire) {
            return Err(Fault::Closed);
        }
        let closure = Closure { run, kept: None, reply, span: tracing::Span::current() };
        queue.send(Message::Run(Box::new(closure))).map_err(|_| Fault::Closed)
    }

    /// Refuses new work, finishes what is queued, ends the database threads and waits for them.
    pub fn close(&self) {
        self.0.close();
    }

    /// Writes a copy of the whole database to the new file `path` while work goes on (SQLite; a server has `pg_dump`).
    ///
    /// # Errors
    /// On PostgreSQL, when `path` exists, or when the disk is full.
    pub fn backup_to(&self, path: &Path) -> Result<(), Fault> {
        match &self.0.options.url {
            DatabaseUrl::Sqlite(file) => crate::sqlite::backup::copy(file, path, self.0.options.busy),
            DatabaseUrl::Postgres(_) => {
                Err(Fault::Storage("a PostgreSQL database is backed up with pg_dump or a base backup".to_owned()))
            }
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Store").field(&self.0.options.url).finish()
    }
}

impl Inner {
    fn close(&self) {
        if self.closed.swap(true, Ordering::AcqRel) {
            return;
        }
        drop(self.awake.lock().unwrap_or_else(PoisonError::into_inner).take());
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for (role, _) in &threads {
            let queue = if *role == Role::Write { &self.write } else { &self.read };
            let _ = queue.send(Message::Stop);
        }
        let me = std::thread::current().id();
        for (_, thread) in threads.into_iter().filter(|(_, thread)| thread.thread().id() != me) {
            if thread.join().is_err() {
                tracing::error!("a database thread panicked");
            }
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.close();
    }
}

/// What the database threads are started with.
struct Start<'a> {
    options: &'a Options,
    writes: Receiver<Message>,
    reads: Receiver<Message>,
    closing: Receiver<()>,
}

type Threads = Vec<(Role, JoinHandle<()>)>;

impl Start<'_> {
    fn all(self, migrations: &[Migration]) -> Result<(Engine, Threads), Fault> {
        match &self.options.url {
            DatabaseUrl::Sqlite(path) => self.sqlite(path, migrations).map(|threads| (Engine::Sqlite, threads)),
            DatabaseUrl::Postgres(url) => self.postgres(url, migrations).map(|threads| (Engine::Postgres, threads)),
        }
    }

    fn sqlite(&self, path: &Path, migrations: &[Migration]) -> Result<Threads, Fault> {
        let open = || Sqlite::open(path, self.options.busy).map(|c| Tx::new(Connection::Sqlite(c)));
        let mut tx = open()?;
        migrate::apply(&mut tx, migrations, self.options.clock.now())?;
        let writer = Writer::new(tx, self.writes.clone());
        let mut threads = vec![spawn(Role::Write, 0, move || writer.run())?];
        for number in 0..self.options.readers.max(1) {
            let mut tx = open()?;
            tx.control("PRAGMA query_only = ON")?;
            let inbox = self.reads.clone();
            threads.push(spawn(Role::Read, number, move || reader::run(tx, &inbox))?);
        }
        Ok(threads)
    }

    fn postgres(&self, url: &str, migrations: &[Migration]) -> Result<Threads, Fault> {
        let mut tx = Tx::new(Connection::Postgres(Postgres::open(url)?));
        migrate::apply(&mut tx, migrations, self.options.clock.now())?;
        let (url, alone): (Arc<str>, _) = (url.into(), Arc::new(RwLock::new(())));
        let worker = |role, inbox: &Receiver<Message>| Worker {
            url: Arc::clone(&url),
            role,
            inbox: inbox.clone(),
            alone: Arc::clone(&alone),
            closing: self.closing.clone(),
            // Connections are made when there is work for them.
            tx: None,
        };
        let writers = (0..self.options.writers.max(1)).map(|n| (Role::Write, n, &self.writes));
        let readers = (0..self.options.readers.max(1)).map(|n| (Role::Read, n, &self.reads));
        let (mut threads, mut first) = (Vec::new(), Some(tx));
        for (role, number, inbox) in writers.chain(readers) {
            let mut worker = worker(role, inbox);
            worker.tx = first.take();
            threads.push(spawn(role, number, move || worker.run())?);
        }
        Ok(threads)
    }
}

fn spawn(role: Role, number: usize, run: impl FnOnce() + Send + 'static) -> Result<(Role, JoinHandle<()>), Fault> {
    let name = match role {
        Role::Write => format!("store-write-{number}"),
        Role::Read => format!("store-read-{number}"),
    };
    let thread = std::thread::Builder::new().name(name).spawn(run)?;
    Ok((role, thread))
}
