//! Envelopes that the machine can close and cannot open (ADR 24).
//!
//! A part is sealed to a public key: a fresh X25519 pair for each part, HMAC-SM3 of the shared secret as the key, XChaCha20-Poly1305
//! over the words, which are padded to full kilobytes. The secret key is cut in two shares, each of them noise by itself and
//! encrypted under the passphrase of one person (argon2id).

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use kernel::{Ctx, Fault, Redacted, Refusal};
use uuid::Uuid;
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};
use zeroize::Zeroizing;

use super::mac::Mac;

/// The beginning of a sealed part: the algorithm.
const MAGIC: &[u8; 4] = b"LXS1";
/// The beginning of an encrypted share.
const SHARE: &str = "p1";
const NONCE: usize = 24;
const KEY: usize = 32;
/// Lengths tell; full kilobytes tell less.
const BLOCK: usize = 1024;
/// The shortest passphrase: it protects a whole jurisdiction's reports against whoever has the table.
const SHORTEST: usize = 12;
const LONGEST: usize = 200;

/// What argon2id spends on one passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    memory_kib: u32,
    passes: u32,
}

impl Effort {
    /// 64 MiB and three passes: a quarter of a second for the two officers, and as much for each guess.
    pub const STRONG: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// For tests and the demo's known passphrases.
    pub const CHEAP: Self = Self { memory_kib: 32, passes: 1 };
}

/// The half that closes envelopes. Everybody may have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealingKey {
    id: String,
    public: [u8; KEY],
}

/// One officer's half of the secret, encrypted under her passphrase, as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share(String);

/// A passphrase. Prints nothing.
pub struct Passphrase(Redacted<Zeroizing<String>>);

/// The half that opens, for as long as one request takes. No `Debug`, no `Clone`; overwritten when it goes.
pub struct OpeningKey {
    id: String,
    secret: StaticSecret,
}

/// A new key: what is kept of it.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// The half that closes.
    pub sealing: SealingKey,
    /// The two shares of the half that opens.
    pub shares: [Share; 2],
}

/// Where a part belongs: moved into another report or place it does not open.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The report.
    pub case: Uuid,
    /// Its number in the report.
    pub no: u32,
}

impl Passphrase {
    /// Takes a passphrase as somebody types it.
    ///
    /// # Errors
    /// `passphrase-short`, `passphrase-long`.
    pub fn parse(field: &str, text: &str) -> Result<Self, Refusal> {
        let text = text.trim_end_matches(['\r', '\n']);
        match text.chars().count() {
            ..SHORTEST => Err(Refusal::invalid(field, "passphrase-short").with("min", SHORTEST)),
            SHORTEST..=LONGEST => Ok(Self(Redacted::new(Zeroizing::new(text.to_owned())))),
            _ => Err(Refusal::invalid(field, "passphrase-long").with("max", LONGEST)),
        }
    }

    /// Whether both are the same words: then one person would hold both shares.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.reveal() == other.0.reveal()
    }

    fn stretch(&self, effort: Effort, salt: &[u8]) -> Result<Zeroizing<[u8; KEY]>, Fault> {
        let wrong = |error: argon2::Error| Fault::inconsistent("argon2", error);
        let params = Params::new(effort.memory_kib, effort.passes, 1, Some(KEY)).map_err(wrong)?;
        let mut key = Zeroizing::new([0; KEY]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(self.0.reveal().as_bytes(), salt, key.as_mut_slice())
            .map_err(wrong)?;
        Ok(key)
    }
}

/// Makes a key and cuts its secret half in two. Half a second of CPU: never inside a transaction.
///
/// # Errors
/// `passphrase-twice` when both officers gave the same words.
pub fn make(ctx: &Ctx, passphrases: [&Passphrase; 2], effort: Effort) -> Result<NewKey, crate::Error> {
    if passphrases[0].is(passphrases[1]) {
        return Err(Refusal::invalid("second", "passphrase-twice").into());
    }
    let secret = Zeroizing::new(ctx.random::<KEY>());
    let public = PublicKey::from(&StaticSecret::from(*secret)).to_bytes();
    let id = hex::encode(&Mac::new(&public).of(&[b"lianxin", b"sealed-key"]).0[..6]);
    let one = Zeroizing::new(ctx.random::<KEY>());
    let mut two = Zeroizing::new([0; KEY]);
    for (byte, (a, b)) in two.iter_mut().zip(secret.iter().zip(one.iter())) {
        *byte = a ^ b;
    }
    let shares = [
        close_share(ctx, &id, (0, &one), passphrases[0], effort)?,
        close_share(ctx, &id, (1, &two), passphrases[1], effort)?,
    ];
    Ok(NewKey { sealing: SealingKey { id, public }, shares })
}

fn share_aad(id: &str, side: u8) -> Vec<u8> {
    [b"lianxin/share/".as_slice(), id.as_bytes(), &[b'/', side]].concat()
}

fn close_share(
    ctx: &Ctx,
    id: &str,
    (side, share): (u8, &[u8; KEY]),
    passphrase: &Passphrase,
    effort: Effort,
) -> Result<Share, Fault> {
    let (salt, nonce) = (ctx.random::<16>(), ctx.random::<NONCE>());
    let key = passphrase.stretch(effort, &salt)?;
    let payload = Payload { msg: share, aad: &share_aad(id, side) };
    let closed = XChaCha20Poly1305::new(&(*key).into()).encrypt(&XNonce::from(nonce), payload);
    let closed = closed.map_err(|_| Fault::inconsistent("share", "cannot be closed"))?;
    let body = BASE64.encode([nonce.as_slice(), &closed].concat());
    Ok(Share(format!("{SHARE}:{}:{}:{}:{body}", effort.memory_kib, effort.passes, BASE64.encode(salt))))
}

impl Share {
    /// As it stands in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads it back; whether it is one is seen when it is opened.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// `None` when the passphrase is not its.
    fn open(&self, id: &str, side: u8, passphrase: &Passphrase) -> Result<Option<Zeroizing<[u8; KEY]>>, Fault> {
        let fault = || Fault::inconsistent("sealed_key.share", "not a share");
        let mut parts = self.0.split(':');
        let mut next = || parts.next().ok_or_else(fault);
        if next()? != SHARE {
            return Err(fault());
        }
        let memory_kib = next()?.parse().map_err(|_| fault())?;
        let passes = next()?.parse().map_err(|_| fault())?;
        let salt = BASE64.decode(next()?).map_err(|_| fault())?;
        let body = BASE64.decode(next()?).map_err(|_| fault())?;
        let (nonce, closed) = body.split_at_checked(NONCE).ok_or_else(fault)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| fault())?;
        let key = passphrase.stretch(Effort { memory_kib, passes }, &salt)?;
        let payload = Payload { msg: closed, aad: &share_aad(id, side) };
        let Ok(opened) = XChaCha20Poly1305::new(&(*key).into()).decrypt(&nonce.into(), payload) else {
            return Ok(None);
        };
        let opened = Zeroizing::new(opened);
        let share: [u8; KEY] = opened.as_slice().try_into().map_err(|_| fault())?;
        Ok(Some(Zeroizing::new(share)))
    }
}

/// Puts the two shares together. The order in which the two people speak does not matter. Half a second of CPU: never inside a
/// transaction.
///
/// # Errors
/// `passphrase-wrong`, without saying whose.
pub fn unlock(
    sealing: &SealingKey,
    shares: &[Share; 2],
    passphrases: [&Passphrase; 2],
) -> Result<OpeningKey, crate::Error> {
    for [first, second] in [passphrases, [passphrases[1], passphrases[0]]] {
        let one = shares[0].open(&sealing.id, 0, first)?;
        let two = shares[1].open(&sealing.id, 1, second)?;
        let (Some(one), Some(two)) = (one, two) else { continue };
        let mut secret = Zeroizing::new([0; KEY]);
        for (byte, (a, b)) in secret.iter_mut().zip(one.iter().zip(two.iter())) {
            *byte = a ^ b;
        }
        let opening = OpeningKey { id: sealing.id.clone(), secret: StaticSecret::from(*secret) };
        if PublicKey::from(&opening.secret).to_bytes() != sealing.public {
            return Err(Fault::inconsistent("sealed_key", "its shares are of another key").into());
        }
        return Ok(opening);
    }
    Err(Refusal::rule("passphrase-wrong", "10.3", "").into())
}

fn cipher(shared: &SharedSecret, fresh: &[u8; KEY], public: &[u8; KEY]) -> XChaCha20Poly1305 {
    let key = Mac::new(shared.as_bytes()).of(&[b"lianxin", MAGIC, fresh, public]).0;
    XChaCha20Poly1305::new(&key.into())
}

fn part_aad(id: &str, place: Place) -> Vec<u8> {
    [MAGIC.as_slice(), id.as_bytes(), place.case.as_bytes(), &place.no.to_be_bytes()].concat()
}

impl SealingKey {
    /// A key as it stands in the database.
    ///
    /// # Errors
    /// [`Fault::Inconsistent`] when it is none.
    pub fn stored(id: String, public: &str) -> Result<Self, Fault> {
        let bytes = BASE64.decode(public).ok().and_then(|bytes| bytes.try_into().ok());
        let public = bytes.ok_or_else(|| Fault::inconsistent("sealed_key.public", "not a key"))?;
        Ok(Self { id, public })
    }

    /// Its name; also its fingerprint.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// As it stands in the database.
    #[must_use]
    pub fn public(&self) -> String {
        BASE64.encode(self.public)
    }

    /// Closes an envelope around `plain`. Nothing on this machine opens it again.
    ///
    /// # Errors
    /// None in practice.
    pub fn seal(&self, place: Place, plain: &[u8], ctx: &Ctx) -> Result<Vec<u8>, Fault> {
        let fault = |detail| Fault::inconsistent("seal", detail);
        let aad = part_aad(&self.id, place);
        let padded = padded(plain);
        // From the words too: randomness that repeats meets no two texts under one key.
        let random = Zeroizing::new(ctx.random::<KEY>());
        let fresh = StaticSecret::from(Mac::new(&random).of(&[b"fresh", &aad, &padded]).0);
        let fresh_public = PublicKey::from(&fresh).to_bytes();
        let shared = fresh.diffie_hellman(&PublicKey::from(self.public));
        if !shared.was_contributory() {
            return Err(fault("the key is no key"));
        }
        let nonce = ctx.random::<NONCE>();
        let payload = Payload { msg: &padded, aad: &aad };
        let closed = cipher(&shared, &fresh_public, &self.public).encrypt(&XNonce::from(nonce), payload);
        let closed = closed.map_err(|_| fault("too long to be sealed"))?;
        let length = u8::try_from(self.id.len()).map_err(|_| fault("key id too long"))?;
        Ok([MAGIC, [length].as_slice(), self.id.as_bytes(), &fresh_public, &nonce, &closed].concat())
    }
}

impl OpeningKey {
    /// Opens an envelope.
    ///
    /// # Errors
    /// [`Fault::Inconsistent`] when it was changed, moved, or closed for another key.
    pub fn open(&self, place: Place, sealed: &[u8]) -> Result<Redacted<Zeroizing<Vec<u8>>>, Fault> {
        let fault = |detail| Fault::inconsistent("sealed part", detail);
        let (id, rest) = key_of(sealed).ok_or_else(|| fault("not a sealed part"))?;
        if id != self.id {
            return Err(fault("closed for another key"));
        }
        let (fresh, rest) = rest.split_at_checked(KEY).ok_or_else(|| fault("cut short"))?;
        let (nonce, closed) = rest.split_at_checked(NONCE).ok_or_else(|| fault("cut short"))?;
        let fresh: [u8; KEY] = fresh.try_into().map_err(|_| fault("cut short"))?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| fault("cut short"))?;
        let public = PublicKey::from(&self.secret).to_bytes();
        let shared = self.secret.diffie_hellman(&PublicKey::from(fresh));
        let payload = Payload { msg: closed, aad: &part_aad(id, place) };
        let opened = cipher(&shared, &fresh, &public).decrypt(&nonce.into(), payload);
        let padded = Zeroizing::new(opened.map_err(|_| fault("changed or moved"))?);
        let plain = unpadded(&padded).ok_or_else(|| fault("badly padded"))?;
        Ok(Redacted::new(Zeroizing::new(plain.to_vec())))
    }

    /// The name of the key.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The name of the key that a part is closed for, and what follows it.
fn key_of(sealed: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = sealed.strip_prefix(MAGIC)?.split_first()?;
    let (id, rest) = rest.split_at_checked(usize::from(*length))?;
    Some((std::str::from_utf8(id).ok()?, rest))
}

/// The length, the words, zeros up to a full block.
fn padded(plain: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = (8 + plain.len()).next_multiple_of(BLOCK);
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    padded.extend_from_slice(&(plain.len() as u64).to_be_bytes());
    padded.extend_from_slice(plain);
    padded.resize(length, 0);
    padded
}

fn unpadded(padded: &[u8]) -> Option<&[u8]> {
    let (length, rest) = padded.split_at_checked(8)?;
    let length = u64::from_be_bytes(length.try_into().ok()?);
    rest.get(..usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::secrets::tests::ctx;

    const PLACE: Place = Place { case: Uuid::from_u128(7), no: 1 };

    fn words(text: &str) -> Passphrase {
        Passphrase::parse("first", text).unwrap()
    }

    fn key(seed: u64) -> NewKey {
        make(&ctx(seed), [&words("草原上的第一个人自己说的话"), &words("second-officer-words")], Effort::CHEAP).unwrap()
    }

    fn code<T>(result: Result<T, crate::Error>) -> String {
        result.err().unwrap().refusals().unwrap()[0].code.clone()
    }

    #[test]
    fn two_people_open_it_in_either_order_and_nobody_alone() {
        let key = key(1);
        let sealed = key.sealing.seal(PLACE, "收了多少钱".as_bytes(), &ctx(2)).unwrap();
        let (one, two) = (words("草原上的第一个人自己说的话"), words("second-officer-words"));
        for pair in [[&one, &two], [&two, &one]] {
            let opening = unlock(&key.sealing, &key.shares, pair).unwrap();
            let plain = opening.open(PLACE, &sealed).unwrap();
            assert_eq!(plain.reveal().as_slice(), "收了多少钱".as_bytes());
            assert!(!format!("{plain:?}").contains("钱"));
        }
        let other = words("neither of the two words");
        for pair in [[&one, &one], [&two, &two], [&one, &other], [&other, &two]] {
            assert_eq!(code(unlock(&key.sealing, &key.shares, pair)), "passphrase-wrong");
        }
        assert_eq!(
            code(make(&ctx(1), [&one, &words("草原上的第一个人自己说的话")], Effort::CHEAP)),
            "passphrase-twice"
        );
        assert_eq!(Passphrase::parse("first", "太短了").err().unwrap().code, "passphrase-short");
    }

    #[test]
    fn a_part_opens_only_in_its_place_with_its_key_and_unchanged() {
        let key = key(1);
        let (one, two) = (words("草原上的第一个人自己说的话"), words("second-officer-words"));
        let opening = unlock(&key.sealing, &key.shares, [&one, &two]).unwrap();
        let sealed = key.sealing.seal(PLACE, b"words", &ctx(2)).unwrap();
        assert!(opening.open(Place { no: 2, ..PLACE }, &sealed).is_err());
        assert!(opening.open(Place { case: Uuid::from_u128(8), ..PLACE }, &sealed).is_err());
        let other = self::key(5);
        let other = unlock(&other.sealing, &other.shares, [&one, &two]).unwrap();
        assert!(other.open(PLACE, &sealed).is_err());
        for at in (0..sealed.len()).step_by(37) {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(opening.open(PLACE, &changed).is_err(), "byte {at}");
            assert!(opening.open(PLACE, &sealed[..at]).is_err());
        }
        let again = key.sealing.seal(PLACE, b"words", &ctx(3)).unwrap();
        assert_ne!(sealed, again, "never the same twice");
        let short = key.sealing.seal(PLACE, b"no", &ctx(3)).unwrap();
        assert_eq!(short.len(), again.len(), "the length tells little");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_sealed_opens_again(plain in prop::collection::vec(any::<u8>(), 0..3000), seed in any::<u64>()) {
            let key = key(1);
            let pair = [&words("草原上的第一个人自己说的话"), &words("second-officer-words")];
            let opening = unlock(&key.sealing, &key.shares, pair).unwrap();
            let sealed = key.sealing.seal(PLACE, &plain, &ctx(seed)).unwrap();
            let opened = opening.open(PLACE, &sealed).unwrap();
            prop_assert_eq!(opened.reveal().as_slice(), plain.as_slice());
            prop_assert!(plain.len() < 8 || !sealed.windows(plain.len()).any(|part| part == plain));
            prop_assert!(opening.open(PLACE, &plain).is_err());
        }
    }
}
