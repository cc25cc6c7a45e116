//! A small log to test with.

use jiff::Timestamp;
use kernel::CaseId;
use store::{
    Store,
    event_log::{self, AppendError, NewEvent},
};
use uuid::Uuid;

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

pub(crate) fn case(n: u32) -> CaseId {
    CaseId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)))
}

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
