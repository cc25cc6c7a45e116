//! The one writer: many requests, one commit.
//!
//! A commit with `synchronous = FULL` waits for the disk. While it waits, further requests queue; the writer then runs all
//! of them in one transaction, each in its own savepoint, and answers them after the one commit. A request that refuses,
//! fails or panics loses its savepoint and nothing else.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use crossbeam_channel::Receiver;
use kernel::Fault;

use crate::{
    tx::{Connection, Tx},
    work::{Message, Verdict, Work},
};

/// The most requests in one commit.
const MOST: usize = 512;
/// No request joins a batch older than this: the first of it is waiting.
const LONGEST: Duration = Duration::from_millis(25);
/// How long to wait for the requests that answers of the last commit are about to cause. A tenth of a disk flush.
const LINGER: Duration = Duration::from_micros(60);

pub(crate) struct Writer {
    tx: Tx,
    inbox: Receiver<Message>,
    /// Size of the last batch: so many clients are at work, so many requests are worth a short wait.
    last: usize,
}

/// After so many batches the planner is told how the tables grew: a database is filled in the same process that then serves it
/// for months, and without statistics a list can walk the wrong index.
const LEARN_EVERY: u32 = 512;

impl Writer {
    pub(crate) fn new(tx: Tx, inbox: Receiver<Message>) -> Self {
        Self { tx, inbox, last: 0 }
    }

    /// Serves until told to stop; then empties the journal into the file.
    pub(crate) fn run(mut self) {
        let mut batches: u32 = 0;
        while let Ok(Message::Run(first)) = self.inbox.recv() {
            if self.batch(first).is_stop() {
                break;
            }
            batches = batches.wrapping_add(1);
            if batches.is_multiple_of(LEARN_EVERY) {
                self.learn();
            }
        }
        self.learn();
        if let Connection::Sqlite(connection) = &self.tx.connection {
            let _ = connection.raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /// Lets the planner look at what grew. It reads a bounded sample, and nothing when little has changed.
    fn learn(&mut self) {
        let _ = self.tx.control("PRAGMA analysis_limit = 400");
        let _ = self.tx.control("PRAGMA optimize");
    }

    fn batch(&mut self, first: Box<dyn Work>) -> After {
        if let Err(fault) = self.tx.control("BEGIN IMMEDIATE") {
            first.fail(fault);
            return After::Go;
        }
        let mut done = Vec::with_capacity(self.last.max(8));
        let after = self.collect(first, &mut done);
        self.last = done.len();
        self.finish(done);
        after
    }

    fn collect(&mut self, first: Box<dyn Work>, done: &mut Vec<Box<dyn Work>>) -> After {
        let latest = deadline(LONGEST);
        let mut next = first;
        loop {
            let whole = self.one(&mut *next);
            done.push(next);
            if !whole || done.len() >= MOST || passed(latest) {
                return After::Go;
            }
            match self.another(done.len()) {
                Some(Message::Run(work)) => next = work,
                Some(Message::Stop) => return After::Stop,
                None => return After::Go,
            }
        }
    }

    fn another(&self, so_far: usize) -> Option<Message> {
        match self.inbox.try_recv() {
            Ok(message) => Some(message),
            Err(_) if so_far < self.last => self.inbox.recv_timeout(LINGER).ok(),
            Err(_) => None,
        }
    }

    /// Runs one request in its savepoint. False when the engine gave up the whole transaction (disk full, IO error).
    fn one(&mut self, work: &mut dyn Work) -> bool {
        self.tx.state = crate::tx::State::default();
        if let Err(fault) = self.tx.control("SAVEPOINT request") {
            work.keep_fault(fault);
            return self.in_transaction();
        }
        let verdict = catch_unwind(AssertUnwindSafe(|| work.run(&mut self.tx))).unwrap_or_else(|_| {
            work.keep_fault(crate::work::panicked());
            Verdict::Undo
        });
        if !self.in_transaction() {
            return false;
        }
        let ended = match verdict {
            Verdict::Keep => self.tx.control("RELEASE request"),
            Verdict::Undo => self.tx.control("ROLLBACK TO request").and_then(|()| self.tx.control("RELEASE request")),
        };
        if let Err(fault) = ended {
            work.keep_fault(fault);
        }
        self.in_transaction()
    }

    fn in_transaction(&self) -> bool {
        match &self.tx.connection {
            Connection::Sqlite(connection) => !connection.raw.is_autocommit(),
            Connection::Postgres(_) => false,
        }
    }

    /// Commits and answers. When the commit fails nothing of the batch stands, so nobody is told otherwise: also a refusal
    /// may rest on what another request of the batch had written.
    fn finish(&mut self, done: Vec<Box<dyn Work>>) {
        let committed = if self.in_transaction() {
            self.tx.control("COMMIT")
        } else {
            Err(Fault::Storage("the transaction was given up by the engine".to_owned()))
        };
        match committed {
            Ok(()) => done.into_iter().for_each(Work::answer),
            Err(fault) => {
                tracing::error!(%fault, requests = done.len(), "commit failed");
                if self.in_transaction() {
                    let _ = self.tx.control("ROLLBACK");
                }
                let text = fault.to_string();
                for work in done {
                    work.fail(Fault::Storage(text.clone()));
                }
            }
        }
    }
}

enum After {
    Go,
    Stop,
}

impl After {
    fn is_stop(&self) -> bool {
        matches!(self, Self::Stop)
    }
}

#[expect(clippy::disallowed_methods, reason = "bounds how long a batch stays open; nothing of it is stored")]
fn deadline(span: Duration) -> Instant {
    Instant::now() + span
}

#[expect(clippy::disallowed_methods, reason = "bounds how long a batch stays open; nothing of it is stored")]
fn passed(latest: Instant) -> bool {
    Instant::now() >= latest
}
