//! Keys, sealed fields, blind indexes and signatures.
//!
//! The ring lives in one file beside the database, readable by its owner only. Without it no name, number or attachment can be
//! read again: it belongs into the backup, apart from the data.
//!
//! | value | algorithm |
//! |---|---|
//! | `v1:{key id}:{base64}` | XChaCha20-Poly1305; associated data: key id, field, row |
//! | what only two people open, see [`envelope`] | X25519, HMAC-SM3, XChaCha20-Poly1305; argon2id for the shares |
//! | blind index, query code, signatures | HMAC-SM3 with one derived key per use |
//!
//! A value names its algorithm and its key, so either can change while old values stay readable. These are unevaluated software
//! implementations: nothing here claims a certification of commercial cryptography.

mod cipher;
pub mod envelope;
mod lookup;
mod mac;
mod ring;

use std::path::{Path, PathBuf};

use kernel::{Ctx, Fault};

use self::{cipher::Cipher, mac::Mac, ring::Ring};

#[cfg(test)]
mod tests;

pub use lookup::Purpose;

/// All keys, ready for use. Cheap to share behind an `Arc`; prints no secret.
pub struct Keys {
    ring: Ring,
    ciphers: Vec<Cipher>,
    blind: Mac,
    query_code: Mac,
    session: Mac,
}

impl Keys {
    /// Where the ring of a database is kept unless the configuration says otherwise: beside it, `{database}.keys`.
    #[must_use]
    pub fn beside(database: &Path) -> PathBuf {
        let mut name = database.file_name().unwrap_or_default().to_owned();
        name.push(".keys");
        database.with_file_name(name)
    }

    /// Reads the ring at `path`; on the first start makes one. Two processes that start at once end with the same ring.
    ///
    /// `ctx` must hold the system's randomness.
    ///
    /// # Errors
    /// [`Fault::Io`] when the file cannot be read or written, [`Fault::Inconsistent`] when it is not a key ring.
    pub fn load_or_create(path: &Path, ctx: &Ctx) -> Result<Self, Fault> {
        if !path.exists() {
            Ring::generate(ctx).create(path, ctx)?;
        }
        Self::load(path)
    }

    /// Reads the ring at `path`, which must exist.
    ///
    /// # Errors
    /// As [`Keys::load_or_create`].
    pub fn load(path: &Path) -> Result<Self, Fault> {
        Self::of(Ring::read(path)?)
    }

    /// A ring that is kept nowhere, for tests and for a demonstration without a file.
    ///
    /// # Errors
    /// None in practice.
    pub fn ephemeral(ctx: &Ctx) -> Result<Self, Fault> {
        Self::of(Ring::generate(ctx))
    }

    /// Adds a fresh key, makes it the one that seals, and writes the ring back. Old values stay readable; `reseal` moves them.
    ///
    /// The look-up keys stay: a query code is not kept, so its digest could not be made again.
    ///
    /// # Errors
    /// [`Fault::Io`] when the file cannot be written.
    pub fn rotate(&self, path: &Path, ctx: &Ctx) -> Result<Self, Fault> {
        let ring = self.ring.with_new_key(ctx);
        ring.replace(path, ctx)?;
        Self::of(ring)
    }

    /// The id of the key that seals now.
    #[must_use]
    pub fn current_id(&self) -> &str {
        &self.ring.current
    }

    fn of(ring: Ring) -> Result<Self, Fault> {
        let ciphers =
            ring.keys.iter().map(|key| Ok(Cipher::new(&key.id, &key.secret()?))).collect::<Result<_, Fault>>()?;
        let (lookup, session) = (ring.lookup()?, ring.session()?);
        Ok(Self {
            ciphers,
            blind: Mac::derived(&lookup, "blind-index"),
            query_code: Mac::derived(&lookup, "query-code"),
            session: Mac::derived(&session, "session"),
            ring,
        })
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ids: Vec<_> = self.ring.keys.iter().map(|key| &key.id).collect();
        f.debug_struct("Keys").field("current", &self.ring.current).field("ids", &ids).finish_non_exhaustive()
    }
}
