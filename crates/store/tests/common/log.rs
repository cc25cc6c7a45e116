//! A small log to test with.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use store::{
    Store,
    event_log::{self, AppendError, NewEvent},
};

use crate::common::{at, case};

pub(crate) fn events(count: i64) -> Vec<NewEvent> {
    (0..count).map(|n| NewEvent::new(at(n), format!("user-{n}"), "NOTED", format!("{{\"n\":{n}}}"))).collect()
}

/// `streams` streams of three events each.
pub(crate) fn fill(store: &Store, streams: u32) {
    store
        .write_blocking(move |tx| -> Result<(), AppendError> {
            for n in 0..streams {
                event_log::append(tx, "1502", case(n), 0, &events(3))?;
            }
            Ok(())
        })
        .unwrap();
}
