//! Sealing fields and files so that they open only where they were put.

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use kernel::{Ctx, Fault, Redacted};
use uuid::Uuid;

use super::{Keys, mac::Mac};

/// The algorithm every new value is sealed with.
const ALGORITHM: &str = "v1";
/// The beginning of a sealed file.
const FILE_MAGIC: &[u8; 4] = b"LXB1";
const NONCE: usize = 24;

/// One key of the ring with what is derived from it.
pub(super) struct Cipher {
    id: String,
    aead: XChaCha20Poly1305,
    nonces: Mac,
}

impl Cipher {
    pub(super) fn new(id: &str, secret: &[u8; 32]) -> Self {
        let key = Mac::new(secret).of(&[b"lianxin", b"seal", ALGORITHM.as_bytes()]).0;
        Self { id: id.to_owned(), aead: XChaCha20Poly1305::new(&key.into()), nonces: Mac::derived(secret, "nonce") }
    }

    /// Nonce and ciphertext. The nonce is a keyed digest of fresh randomness and of everything sealed: even randomness that
    /// repeats (a restored virtual machine, a demonstration's seed) never meets two texts under one nonce.
    fn seal(&self, aad: &[u8], plaintext: &[u8], ctx: &Ctx) -> Result<(XNonce, Vec<u8>), Fault> {
        let digest = self.nonces.of(&[&ctx.random::<NONCE>(), aad, plaintext]).0;
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&digest[..NONCE]);
        let nonce = XNonce::from(nonce);
        let payload = Payload { msg: plaintext, aad };
        let sealed = self.aead.encrypt(&nonce, payload);
        Ok((nonce, sealed.map_err(|_| Fault::inconsistent("seal", "too long to be sealed"))?))
    }

    fn open(&self, aad: &[u8], nonce: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        self.aead.decrypt(&nonce.into(), Payload { msg: sealed, aad }).ok()
    }
}

/// What a value is bound to: moved into another field or row, or under another key id, it does not open.
fn associated(kind: &str, key: &str, field: &str, row: Uuid) -> Vec<u8> {
    let mut aad = Vec::with_capacity(64);
    for part in [kind.as_bytes(), key.as_bytes(), field.as_bytes(), row.as_bytes()] {
        aad.extend_from_slice(&(part.len() as u64).to_be_bytes());
        aad.extend_from_slice(part);
    }
    aad
}

impl Keys {
    /// Seals the value of `field` in `row` under the current key: `v1:{key id}:{base64}`.
    ///
    /// # Errors
    /// None in practice (a value of more than 256 GB).
    pub fn seal(&self, field: &str, row: impl Into<Uuid>, plaintext: &str, ctx: &Ctx) -> Result<String, Fault> {
        let cipher = self.current()?;
        let aad = associated("field", &cipher.id, field, row.into());
        let (nonce, sealed) = cipher.seal(&aad, plaintext.as_bytes(), ctx)?;
        let bytes = [nonce.as_slice(), &sealed].concat();
        Ok(format!("{ALGORITHM}:{}:{}", cipher.id, BASE64.encode(bytes)))
    }

    /// Opens what [`Keys::seal`] made for the same field and row.
    ///
    /// # Errors
    /// [`Fault::Inconsistent`], without the value, when it was changed, moved, or sealed with a key that is not in the ring.
    pub fn open(&self, field: &str, row: impl Into<Uuid>, sealed: &str) -> Result<Redacted<String>, Fault> {
        let fault = |detail: &str| Fault::inconsistent("sealed value", format!("{field}: {detail}"));
        let (id, body) = parse(sealed).ok_or_else(|| fault("not a sealed value"))?;
        let cipher = self.cipher(id)?;
        let bytes = BASE64.decode(body).map_err(|_| fault("not a sealed value"))?;
        let (nonce, body) = bytes.split_at_checked(NONCE).ok_or_else(|| fault("cut short"))?;
        let aad = associated("field", id, field, row.into());
        let plain = cipher.open(&aad, nonce, body).ok_or_else(|| fault("changed or moved"))?;
        let text = String::from_utf8(plain).map_err(|_| fault("not text"))?;
        Ok(Redacted::new(text))
    }

    /// The same value under the current key; `None` when it already is.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn reseal(&self, field: &str, row: impl Into<Uuid>, sealed: &str, ctx: &Ctx) -> Result<Option<String>, Fault> {
        let row = row.into();
        if parse(sealed).is_some_and(|(id, _)| id == self.current_id()) {
            return Ok(None);
        }
        let plain = self.open(field, row, sealed)?;
        self.seal(field, row, plain.reveal(), ctx).map(Some)
    }

    /// Seals the bytes of the file `row` under the current key, with algorithm and key id in a short head.
    ///
    /// # Errors
    /// None in practice.
    pub fn seal_file(&self, row: impl Into<Uuid>, bytes: &[u8], ctx: &Ctx) -> Result<Vec<u8>, Fault> {
        let cipher = self.current()?;
        let (nonce, sealed) = cipher.seal(&associated("file", &cipher.id, "", row.into()), bytes, ctx)?;
        let length = u8::try_from(cipher.id.len()).map_err(|_| Fault::inconsistent("key ring", "key id too long"))?;
        Ok([FILE_MAGIC, [length].as_slice(), cipher.id.as_bytes(), &nonce, &sealed].concat())
    }

    /// Opens what [`Keys::seal_file`] made for the same file.
    ///
    /// # Errors
    /// [`Fault::Inconsistent`] as for [`Keys::open`].
    pub fn open_file(&self, row: impl Into<Uuid>, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let fault = |detail| Fault::inconsistent("sealed file", detail);
        let (id, rest) = file_key(sealed).ok_or_else(|| fault("not a sealed file"))?;
        let (nonce, body) = rest.split_at_checked(NONCE).ok_or_else(|| fault("cut short"))?;
        let aad = associated("file", id, "", row.into());
        self.cipher(id)?.open(&aad, nonce, body).ok_or_else(|| fault("changed or moved"))
    }

    /// Whether a sealed file is under the current key.
    #[must_use]
    pub fn is_current_file(&self, sealed: &[u8]) -> bool {
        file_key(sealed).is_some_and(|(id, _)| id == self.current_id())
    }

    fn current(&self) -> Result<&Cipher, Fault> {
        self.cipher(self.current_id())
    }

    fn cipher(&self, id: &str) -> Result<&Cipher, Fault> {
        let found = self.ciphers.iter().find(|cipher| cipher.id == id);
        found.ok_or_else(|| {
            Fault::inconsistent("sealed value", format!("key {} is not in the ring", id.escape_default()))
        })
    }
}

fn parse(sealed: &str) -> Option<(&str, &str)> {
    sealed.strip_prefix(ALGORITHM)?.strip_prefix(':')?.split_once(':')
}

/// The key id of a sealed file and what follows it.
fn file_key(sealed: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = sealed.strip_prefix(FILE_MAGIC)?.split_first()?;
    let (id, rest) = rest.split_at_checked(usize::from(*length))?;
    Some((std::str::from_utf8(id).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::secrets::tests::{ctx, keys};

    #[test]
    fn a_value_opens_only_in_its_field_and_row() {
        let (keys, ctx) = (keys(1), ctx(5));
        let (row, other) = (ctx.new_id::<Uuid>(), ctx.new_id::<Uuid>());
        let sealed = keys.seal("person.name", row, "乌云其其格", &ctx).unwrap();
        assert!(sealed.starts_with(&format!("v1:{}:", keys.current_id())));
        assert_eq!(keys.open("person.name", row, &sealed).unwrap().reveal(), "乌云其其格");
        assert!(keys.open("person.phone", row, &sealed).is_err());
        assert!(keys.open("person.name", other, &sealed).is_err());
        assert!(super::super::tests::keys(2).open("person.name", row, &sealed).is_err());
    }

    #[test]
    fn any_changed_character_is_a_fault_without_the_value_in_it() {
        let (keys, ctx) = (keys(1), ctx(5));
        let row = ctx.new_id::<Uuid>();
        let sealed = keys.seal("person.phone", row, "13800138006", &ctx).unwrap();
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            let fault = keys.open("person.phone", row, &changed).unwrap_err();
            assert!(matches!(fault, Fault::Inconsistent { .. }));
            assert!(!fault.to_string().contains("138"));
        }
        for end in 0..sealed.len() {
            assert!(keys.open("person.phone", row, &sealed[..end]).is_err());
        }
    }

    #[test]
    fn repeated_randomness_does_not_repeat_a_nonce() {
        let keys = keys(1);
        let row = Uuid::nil();
        let seal = |text| keys.seal("name", row, text, &ctx(5)).unwrap();
        let nonce = |sealed: String| sealed[..sealed.rfind(':').unwrap() + 33].to_owned();
        assert_ne!(nonce(seal("甲")), nonce(seal("乙")));
    }

    #[test]
    fn a_file_opens_only_as_itself() {
        let (keys, ctx) = (keys(1), ctx(5));
        let (row, other) = (ctx.new_id::<Uuid>(), ctx.new_id::<Uuid>());
        let mut sealed = keys.seal_file(row, b"picture", &ctx).unwrap();
        assert!(!sealed.windows(7).any(|part| part == b"picture"));
        assert_eq!(keys.open_file(row, &sealed).unwrap(), b"picture");
        assert!(keys.is_current_file(&sealed));
        assert!(keys.open_file(other, &sealed).is_err());
        *sealed.last_mut().unwrap() ^= 1;
        assert!(keys.open_file(row, &sealed).is_err());
        assert!(keys.open_file(row, b"LXB1").is_err());
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_again(text in any::<String>(), field in "[a-z_.]{1,20}", seed in any::<u64>()) {
            let (keys, ctx) = (keys(1), ctx(seed));
            let row = ctx.new_id::<Uuid>();
            let sealed = keys.seal(&field, row, &text, &ctx).unwrap();
            let opened = keys.open(&field, row, &sealed).unwrap();
            prop_assert_eq!(opened.reveal(), &text);
        }

        #[test]
        fn garbage_is_a_fault_and_not_a_panic(text in any::<String>(), bytes in any::<Vec<u8>>()) {
            let keys = keys(1);
            prop_assert!(keys.open("field", Uuid::nil(), &text).is_err());
            prop_assert!(keys.open_file(Uuid::nil(), &bytes).is_err());
        }
    }
}
