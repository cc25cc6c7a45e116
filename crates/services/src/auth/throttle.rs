//! Slowing down who guesses, without locking anybody out.
//!
//! Three buckets count failures: the account from this address, the account from anywhere, the address. Each gives some
//! failures for free; after that the wait doubles up to a limit. Nobody is ever locked out: who waits may try again, and
//! an attacker elsewhere can make the owner wait a minute at most.

use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, Digest, Fault, Refusal};
use store::{Tx, params};

use crate::{Error, secrets::Keys};

/// After so long without a try, all is forgotten.
const MEMORY: SignedDuration = SignedDuration::from_hours(24);

#[derive(Clone, Copy)]
struct Limit {
    name: &'static str,
    free: u32,
    longest_seconds: i64,
}

const ACCOUNT_HERE: Limit = Limit { name: "account-here", free: 5, longest_seconds: 900 };
const ACCOUNT: Limit = Limit { name: "account", free: 15, longest_seconds: 60 };
/// A whole office shares one address, so it may err more often.
const ADDRESS: Limit = Limit { name: "address", free: 40, longest_seconds: 900 };

impl Limit {
    /// The wait after the n-th failure in a row.
    fn delay(self, failures: u32) -> SignedDuration {
        let over = failures.saturating_sub(self.free);
        let seconds = if over == 0 { 0 } else { 1_i64 << over.min(20) };
        SignedDuration::from_secs(seconds.min(self.longest_seconds))
    }
}

/// The buckets of one try.
pub(super) struct Buckets([(Limit, Digest); 3]);

impl Buckets {
    /// Keyed digests: the table tells nobody who tried from where.
    pub(super) fn of(keys: &Keys, login: &str, address: &str) -> Self {
        let login = login.trim().to_lowercase();
        let digest = |limit: Limit, text: &str| (limit, keys.blind_index(limit.name, text));
        Self([digest(ACCOUNT_HERE, &format!("{login}\n{address}")), digest(ACCOUNT, &login), digest(ADDRESS, address)])
    }

    /// Books a failure in every bucket, or tells to wait.
    pub(super) fn book(&self, tx: &mut Tx, ctx: &Ctx) -> Result<(), Error> {
        let now = ctx.now();
        let mut failures = [0u32; 3];
        let mut free_at = now;
        for ((_, bucket), failures) in self.0.iter().zip(&mut failures) {
            if let Some((count, last, free)) = read(tx, bucket)? {
                *failures = if now.duration_since(last) < MEMORY { count } else { 0 };
                free_at = free_at.max(free);
            }
        }
        if free_at > now {
            let seconds = free_at.duration_since(now).as_secs().unsigned_abs() + 1;
            return Err(Refusal::wait("sign-in-wait", seconds).into());
        }
        for ((limit, bucket), failures) in self.0.iter().zip(failures) {
            write(tx, bucket, failures + 1, now, now + limit.delay(failures + 1))?;
        }
        Ok(())
    }

    /// The password was right: the account is free again; the address loses only this one try, or a guesser with one account
    /// of her own could go on for ever.
    pub(super) fn forgive(&self, tx: &mut Tx, ctx: &Ctx) -> Result<(), Fault> {
        let now = ctx.now();
        for (limit, bucket) in &self.0 {
            if limit.name == ADDRESS.name {
                let failures = read(tx, bucket)?.map_or(0, |(count, ..)| count.saturating_sub(1));
                write(tx, bucket, failures, now, now)?;
            } else {
                tx.execute("DELETE FROM login_attempt WHERE bucket = $1", params![bucket])?;
            }
        }
        Ok(())
    }
}

/// Forgets tries that no longer count.
pub(super) fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    tx.execute("DELETE FROM login_attempt WHERE last_at < $1", params![now - MEMORY])
}

fn read(tx: &mut Tx, bucket: &Digest) -> Result<Option<(u32, Timestamp, Timestamp)>, Fault> {
    let sql = "SELECT failures, last_at, free_at FROM login_attempt WHERE bucket = $1";
    tx.query_opt(sql, params![bucket], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

fn write(tx: &mut Tx, bucket: &Digest, failures: u32, last: Timestamp, free: Timestamp) -> Result<(), Fault> {
    let sql = "INSERT INTO login_attempt (bucket, failures, last_at, free_at) VALUES ($1, $2, $3, $4)
               ON CONFLICT (bucket) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at,
               free_at = excluded.free_at";
    tx.execute(sql, params![bucket, failures, last, free]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_and_end() {
        let seconds = |failures| ACCOUNT_HERE.delay(failures).as_secs();
        assert_eq!((seconds(5), seconds(6), seconds(7), seconds(10)), (0, 2, 4, 32));
        assert_eq!(seconds(1_000_000), 900);
        assert_eq!(ACCOUNT.delay(1_000).as_secs(), 60);
    }
}
