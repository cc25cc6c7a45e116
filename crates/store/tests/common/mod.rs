//! Times and ids to test with.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use jiff::Timestamp;
use kernel::CaseId;
use uuid::Uuid;

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

pub(crate) fn case(n: u32) -> CaseId {
    CaseId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)))
}
