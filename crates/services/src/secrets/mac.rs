//! HMAC-SM3 over length-prefixed parts.

use hmac::{Hmac, KeyInit, Mac as _};
use kernel::Digest;
use sm3::Sm3;

/// The block of SM3 in bytes: an HMAC key is padded to it with zeros.
const BLOCK: usize = 64;

/// A keyed hash, ready to be cloned for each message.
#[derive(Clone)]
pub(super) struct Mac(Hmac<Sm3>);

impl Mac {
    /// The hash under `key` itself.
    pub(super) fn new(key: &[u8; 32]) -> Self {
        let mut block = [0u8; BLOCK];
        block[..32].copy_from_slice(key);
        Self(Hmac::new(&block.into()))
    }

    /// The hash under a key derived from `secret` for one use only.
    pub(super) fn derived(secret: &[u8; 32], purpose: &str) -> Self {
        Self::new(&Self::new(secret).of(&[b"lianxin", purpose.as_bytes()]).0)
    }

    /// The keyed digest of `parts`; no two different lists of parts run together.
    pub(super) fn of(&self, parts: &[&[u8]]) -> Digest {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        Digest(mac.finalize().into_bytes().into())
    }
}
