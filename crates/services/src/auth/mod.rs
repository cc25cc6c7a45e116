//! Signing in, staying signed in, and who one then is.
//!
//! A sign-in has three steps, because checking a password takes tens of milliseconds and must not hold the writer:
//!
//! ```text
//! let attempt  = store.write(|tx| auth::begin(tx, &ctx, &keys, &login, &address)).await?;   // counts the try, may say "wait"
//! let verified = spawn_blocking(|| attempt.verify(&ctx, &password, cost)).await??;          // CPU only
//! let session  = store.write(|tx| auth::finish(tx, &ctx, &verified, policy, label)).await?; // token for the cookie
//! ```
//!
//! Each try is booked as a failure before the password is looked at and unbooked afterwards, so that many tries at the same
//! moment gain nothing.

mod filter;
mod office;
mod password;
mod session;
mod sign_in;
#[cfg(test)]
mod tests;
mod throttle;

pub use filter::{condition, restrict};
pub use office::{orgs_of, widest};
pub use password::{Cost, Password, PasswordHash};
pub use session::{
    Kind, Me, NewSession, SessionInfo, SessionPolicy, SignedIn, authenticate, csrf_is_valid, csrf_token, end, end_all,
    issue_token, list_sessions, purge, touch,
};
pub use sign_in::{Attempt, Verified, begin, change_password, confirm, finish, finish_token, stored_password};
