//! A closure on its way to a database thread and its answer on the way back.

use kernel::Fault;
use tokio::sync::oneshot;

use crate::tx::{self, Tx};

/// What a database thread receives.
pub(crate) enum Message {
    Run(Box<dyn Work>),
    Stop,
}

/// What becomes of what a closure wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keep,
    Undo,
}

/// A closure with its answer's address, whatever its types.
pub(crate) trait Work: Send {
    /// Runs the closure (again) and keeps its result.
    fn run(&mut self, tx: &mut Tx) -> Verdict;
    /// Keeps a fault instead of a result.
    fn keep_fault(&mut self, fault: Fault);
    /// Sends what was kept.
    fn answer(self: Box<Self>);
    /// Nobody waits for the answer any more.
    fn abandoned(&self) -> bool;
}

impl dyn Work {
    /// Sends a fault.
    pub(crate) fn fail(mut self: Box<Self>, fault: Fault) {
        self.keep_fault(fault);
        self.answer();
    }
}

/// What is said of a closure that panicked; the panic's own message may hold anything and went to the panic hook.
pub(crate) fn panicked() -> Fault {
    Fault::Storage("a use case panicked; nothing of it was stored".to_owned())
}

/// Where an answer goes: to a task or to a thread.
pub(crate) enum Reply<R> {
    Task(oneshot::Sender<R>),
    Thread(std::sync::mpsc::SyncSender<R>),
}

pub(crate) struct Closure<T, E, F> {
    pub(crate) run: F,
    pub(crate) kept: Option<Result<T, E>>,
    pub(crate) reply: Reply<Result<T, E>>,
    pub(crate) span: tracing::Span,
}

impl<T, E, F> Work for Closure<T, E, F>
where
    T: Send,
    E: From<Fault> + Send,
    F: FnMut(&mut Tx) -> Result<T, E> + Send,
{
    fn run(&mut self, tx: &mut Tx) -> Verdict {
        let _inside = self.span.enter();
        let result = (self.run)(tx);
        let (result, verdict) = match result {
            Ok(_) if tx.state.spoiled => (Err(tx::went_on().into()), Verdict::Undo),
            Ok(value) => (Ok(value), Verdict::Keep),
            Err(error) => (Err(error), Verdict::Undo),
        };
        self.kept = Some(result);
        verdict
    }

    fn keep_fault(&mut self, fault: Fault) {
        self.kept = Some(Err(fault.into()));
    }

    fn answer(self: Box<Self>) {
        let Some(kept) = self.kept else { return };
        // The one who asked may have gone away; the work is done all the same.
        match self.reply {
            Reply::Task(sender) => drop(sender.send(kept)),
            Reply::Thread(sender) => drop(sender.send(kept)),
        }
    }

    fn abandoned(&self) -> bool {
        matches!(&self.reply, Reply::Task(sender) if sender.is_closed())
    }
}
