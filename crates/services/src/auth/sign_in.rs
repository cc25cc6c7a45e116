//! From name and password to a session, in three steps.

use jiff::SignedDuration;
use kernel::{Ctx, Fault, Refusal, UserId};
use store::{Tx, params};

use super::{
    Cost, NewSession, Password, PasswordHash, SessionPolicy,
    session::{Kind, end_all, issue_token, open},
    throttle::Buckets,
};
use crate::{Error, secrets::Keys};

/// A try to sign in, booked but not yet decided.
pub struct Attempt {
    buckets: Buckets,
    known: Option<(UserId, PasswordHash)>,
}

/// Somebody who gave the right password.
pub struct Verified {
    buckets: Buckets,
    user: UserId,
    rehashed: Option<PasswordHash>,
}

/// Books a try for `login` from `address` (an IP address; IPv6 cut to its /64 by the caller) and fetches what the password
/// is compared with. Whether the account exists is not told.
///
/// # Errors
/// `sign-in-wait` with the seconds to wait.
pub fn begin(tx: &mut Tx, ctx: &Ctx, keys: &Keys, login: &str, address: &str) -> Result<Attempt, Error> {
    let buckets = Buckets::of(keys, login, address);
    buckets.book(tx, ctx)?;
    let sql = "SELECT id, password, active FROM staff WHERE login = $1";
    let row = tx.query_opt(sql, params![login.trim().to_lowercase()], |row| {
        Ok((row.get::<UserId>(0)?, row.get::<Option<String>>(1)?, row.get::<bool>(2)?))
    })?;
    let known = row.and_then(|(user, password, active)| {
        password.filter(|_| active).map(|text| (user, PasswordHash::stored(text)))
    });
    Ok(Attempt { buckets, known })
}

impl Attempt {
    /// Compares the password. Takes tens of milliseconds of CPU, the same for an unknown account.
    ///
    /// # Errors
    /// `sign-in-wrong`, whatever was wrong.
    pub fn verify(self, ctx: &Ctx, password: &Password, cost: Cost) -> Result<Verified, Error> {
        let Some((user, hash)) = self.known else {
            // Spend the time all the same, or the clock would tell which accounts exist.
            password.hash(ctx, cost)?;
            return Err(wrong().into());
        };
        if !hash.is_of(password) {
            return Err(wrong().into());
        }
        let rehashed = if hash.is_outdated(cost) { Some(password.hash(ctx, cost)?) } else { None };
        Ok(Verified { buckets: self.buckets, user, rehashed })
    }
}

fn wrong() -> Refusal {
    Refusal::invalid("password", "sign-in-wrong")
}

/// Opens the session of somebody who gave the right password; `label` says to her later which one it was (the kind of
/// device, never an address).
///
/// # Errors
/// When the database fails.
pub fn finish(
    tx: &mut Tx,
    ctx: &Ctx,
    verified: &Verified,
    policy: SessionPolicy,
    label: &str,
) -> Result<NewSession, Error> {
    settle(tx, ctx, verified)?;
    Ok(open(tx, ctx, verified.user, Kind::Browser, label, policy)?)
}

/// Gives somebody who gave the right password a bearer token for programs, valid for `valid` without regard to idleness.
///
/// # Errors
/// When the database fails.
pub fn finish_token(
    tx: &mut Tx,
    ctx: &Ctx,
    verified: &Verified,
    label: &str,
    valid: SignedDuration,
) -> Result<NewSession, Error> {
    settle(tx, ctx, verified)?;
    Ok(issue_token(tx, ctx, verified.user, label, valid)?)
}

/// Somebody who gave the right password beside somebody who is signed in: who. She gets no session.
///
/// # Errors
/// When the database fails.
pub fn confirm(tx: &mut Tx, ctx: &Ctx, verified: &Verified) -> Result<UserId, Error> {
    settle(tx, ctx, verified)?;
    Ok(verified.user)
}

/// The try was right: it counts no longer, and a hash of another cost is replaced.
fn settle(tx: &mut Tx, ctx: &Ctx, verified: &Verified) -> Result<(), Fault> {
    verified.buckets.forgive(tx, ctx)?;
    if let Some(hash) = &verified.rehashed {
        tx.execute("UPDATE staff SET password = $2 WHERE id = $1", params![verified.user, hash.reveal()])?;
    }
    Ok(())
}

/// The password kept for `user`, to compare with the old one before a change.
///
/// # Errors
/// When the database fails.
pub fn stored_password(tx: &mut Tx, user: UserId) -> Result<Option<PasswordHash>, Fault> {
    let found =
        tx.query_opt("SELECT password FROM staff WHERE id = $1", params![user], |row| row.get::<Option<String>>(0));
    Ok(found?.flatten().map(PasswordHash::stored))
}

/// Keeps a new password and ends every session of `user` but `keep`, in which she changed it.
///
/// # Errors
/// When the database fails.
pub fn change_password(
    tx: &mut Tx,
    user: UserId,
    hash: &PasswordHash,
    keep: Option<kernel::SessionId>,
) -> Result<(), Fault> {
    let sql = "UPDATE staff SET password = $2, must_change = $3 WHERE id = $1";
    tx.execute(sql, params![user, hash.reveal(), false])?;
    end_all(tx, user, keep)
}
