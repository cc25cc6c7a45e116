//! A database thread of the pool: runs closures, runs them again after a conflict, replaces a broken connection.
//!
//! Writes run under REPEATABLE READ. What a closure read and then changes cannot have been changed by another in between:
//! the second of two gets 40001 and runs again from the start on what the first left, which is the very behaviour of
//! SQLite's one writer. READ COMMITTED would need a lock before every decision, and one forgotten lock would be a lost
//! update that no test on the small engine can show. SERIALIZABLE would also catch two transactions that each read what
//! the other writes; here such rules stand as unique keys, every command on a case moves its head row (so two of them
//! always collide), Citus has no SERIALIZABLE across its nodes, and its bookkeeping costs every transaction.
//!
//! Hot rows (a county's counter) make many collide. After [`CALM`] conflicts a closure runs alone in this process, so it
//! cannot lose for ever against its neighbours; with several processes the number of attempts is bounded.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use kernel::{Entropy as _, Fault, SystemEntropy};

use super::connection::Connection;
use crate::{
    tx::{self, State, Tx},
    work::{Message, Verdict, Work, panicked},
};

/// Attempts in all before the conflict is handed to the caller.
const ATTEMPTS: u32 = 16;
/// Conflicts after which a closure runs alone.
const CALM: u32 = 2;
/// The first pause between attempts; doubles up to 64 times this.
const PAUSE: Duration = Duration::from_micros(500);

/// What a thread of the pool does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Write,
    Read,
}

impl Role {
    fn begin(self) -> &'static str {
        match self {
            Self::Write => "BEGIN ISOLATION LEVEL REPEATABLE READ",
            Self::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }
}

pub(crate) struct Worker {
    pub(crate) url: Arc<str>,
    pub(crate) role: Role,
    pub(crate) inbox: Receiver<Message>,
    /// Held for reading by ordinary attempts and for writing by the one that must run alone.
    pub(crate) alone: Arc<RwLock<()>>,
    /// Hangs up when the store closes: a pause ends then.
    pub(crate) closing: Receiver<()>,
    pub(crate) tx: Option<Tx>,
}

/// How one attempt ended.
enum Ended {
    Answered,
    /// A conflict with a concurrent transaction: nothing stands.
    Conflict,
    /// The connection broke before the commit was sent: nothing stands.
    Broken(Fault),
}

impl Worker {
    pub(crate) fn run(mut self) {
        while let Ok(Message::Run(work)) = self.inbox.recv() {
            if self.role == Role::Write || !work.abandoned() {
                self.one(work);
            }
        }
    }

    fn one(&mut self, mut work: Box<dyn Work>) {
        for attempt in 1..=ATTEMPTS {
            let ended = self.attempt(&mut *work, attempt);
            let last = attempt == ATTEMPTS;
            match ended {
                Ended::Answered => return work.answer(),
                Ended::Conflict if last => return work.fail(Fault::Conflict),
                Ended::Broken(fault) if last || attempt > 3 => return work.fail(fault),
                Ended::Conflict => tracing::debug!(attempt, "conflict; the closure runs again"),
                Ended::Broken(fault) => {
                    tracing::warn!(%fault, "connection lost; connecting again");
                    self.tx = None;
                }
            }
            if !self.pause(attempt) {
                return work.fail(Fault::Closed);
            }
        }
    }

    fn attempt(&mut self, work: &mut dyn Work, attempt: u32) -> Ended {
        let alone = Arc::clone(&self.alone);
        // A guard of a thread that panicked protects no data.
        if attempt > CALM && self.role == Role::Write {
            let _guard = alone.write().unwrap_or_else(PoisonError::into_inner);
            self.transaction(work)
        } else {
            let _guard = (self.role == Role::Write).then(|| alone.read().unwrap_or_else(PoisonError::into_inner));
            self.transaction(work)
        }
    }

    fn transaction(&mut self, work: &mut dyn Work) -> Ended {
        let begin = self.role.begin();
        let tx = match self.connected() {
            Ok(tx) => tx,
            Err(fault) => return Ended::Broken(fault),
        };
        tx.state = State::default();
        if let Err(fault) = tx.control(begin) {
            return ended_by(tx, work, fault);
        }
        let verdict = catch_unwind(AssertUnwindSafe(|| work.run(tx))).unwrap_or_else(|_| {
            work.keep_fault(panicked());
            Verdict::Undo
        });
        match verdict {
            Verdict::Keep => commit(tx, work),
            Verdict::Undo => undo(tx),
        }
    }

    fn connected(&mut self) -> Result<&mut Tx, Fault> {
        if self.tx.as_ref().is_none_or(is_broken) {
            self.tx = None;
            let connection = Connection::open(&self.url)?;
            self.tx = Some(Tx::new(tx::Connection::Postgres(connection)));
        }
        self.tx.as_mut().ok_or(Fault::Closed)
    }

    /// Waits a little longer each time, by a random share so that two do not meet again; false when the store closes.
    fn pause(&self, attempt: u32) -> bool {
        let mut share = [0u8; 1];
        SystemEntropy.fill(&mut share);
        let longest = PAUSE * (1 << attempt.min(6));
        let wait = longest * (u32::from(share[0]) + 1) / 256;
        self.closing.recv_timeout(wait) == Err(RecvTimeoutError::Timeout)
    }
}

fn is_broken(tx: &Tx) -> bool {
    match &tx.connection {
        tx::Connection::Postgres(connection) => connection.is_broken(),
        tx::Connection::Sqlite(_) => false,
    }
}

fn ended_by(tx: &Tx, work: &mut dyn Work, fault: Fault) -> Ended {
    match fault {
        Fault::Conflict => Ended::Conflict,
        fault if is_broken(tx) => Ended::Broken(fault),
        fault => {
            work.keep_fault(fault);
            Ended::Answered
        }
    }
}

fn commit(tx: &mut Tx, work: &mut dyn Work) -> Ended {
    match tx.control("COMMIT") {
        Ok(()) => Ended::Answered,
        Err(Fault::Conflict) => {
            let _ = tx.control("ROLLBACK");
            Ended::Conflict
        }
        // The server may have committed before the line broke: running again could do it twice. Idempotency keys let the
        // caller ask.
        Err(fault) if is_broken(tx) => {
            work.keep_fault(Fault::Storage(format!("the outcome of the commit is unknown: {fault}")));
            Ended::Answered
        }
        Err(fault) => {
            work.keep_fault(fault);
            Ended::Answered
        }
    }
}

fn undo(tx: &mut Tx) -> Ended {
    let conflict = tx.state.conflict;
    let rolled_back = tx.control("ROLLBACK");
    if conflict {
        return Ended::Conflict;
    }
    match rolled_back {
        Err(fault) if is_broken(tx) => Ended::Broken(fault),
        _ => Ended::Answered,
    }
}
