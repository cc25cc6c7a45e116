//! A reader: one snapshot a request, never blocked by the writer.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crossbeam_channel::Receiver;

use crate::{
    tx::{State, Tx},
    work::{Message, Work, panicked},
};

/// Serves reads from `inbox` until told to stop.
pub(crate) fn run(mut tx: Tx, inbox: &Receiver<Message>) {
    while let Ok(Message::Run(work)) = inbox.recv() {
        if !work.abandoned() {
            one(&mut tx, work);
        }
    }
}

fn one(tx: &mut Tx, mut work: Box<dyn Work>) {
    tx.state = State::default();
    if let Err(fault) = tx.control("BEGIN") {
        return work.fail(fault);
    }
    if catch_unwind(AssertUnwindSafe(|| work.run(tx))).is_err() {
        work.keep_fault(panicked());
    }
    match tx.control("ROLLBACK") {
        Ok(()) => work.answer(),
        Err(fault) => work.fail(fault),
    }
}
