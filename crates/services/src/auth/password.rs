//! Passwords: what is accepted, how they are kept.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc},
};
use kernel::{Ctx, Fault, Redacted, Refusal};

const MIN: usize = 10;
const MAX: usize = 128;

/// What argon2id spends on one password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

impl Cost {
    /// 19 MiB and two passes: OWASP's minimum for argon2id, about 26 ms on one core. A county's machine with two cores can
    /// check seventy sign-ins a second; a guesser with the stolen table needs 19 MiB for each guess at once.
    pub const STRONG: Self = Self { memory_kib: 19 * 1024, passes: 2 };

    /// For tests and the demo's known passwords, where nothing is to be protected.
    pub const CHEAP: Self = Self { memory_kib: 32, passes: 1 };

    fn argon2(self) -> Result<Argon2<'static>, Fault> {
        let params = Params::new(self.memory_kib, self.passes, 1, None)
            .map_err(|error| Fault::inconsistent("argon2 parameters", error))?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// A password in the clear; prints as a mask and is never stored.
#[derive(Clone)]
pub struct Password(Redacted<String>);

/// Passwords that guessers try first; compared without case and with the usual digits-for-letters undone.
const COMMON: &[&str] = &[
    "1234567890",
    "0123456789",
    "0987654321",
    "1111111111",
    "0000000000",
    "8888888888",
    "6666666666",
    "12345678910",
    "123456789a",
    "a123456789",
    "1q2w3e4r5t",
    "qwertyuiop",
    "password",
    "adminadmin",
    "administrator",
    "woaini",
    "xinfang",
    "lianxin",
];

impl Password {
    /// Takes a new password for `field`: 10 to 128 characters, not the login name, not a common one. No rule about signs
    /// and digits: length protects, composition rules make people write it down.
    ///
    /// # Errors
    /// `password-short`, `password-long`, `password-common`.
    pub fn parse(field: &str, text: &str, login: &str) -> Result<Self, Refusal> {
        let length = text.chars().count();
        if length < MIN {
            return Err(Refusal::invalid(field, "password-short").with("min", MIN));
        }
        if length > MAX {
            return Err(Refusal::invalid(field, "password-long").with("max", MAX));
        }
        if is_common(text, login) {
            return Err(Refusal::invalid(field, "password-common"));
        }
        Ok(Self::given(text))
    }

    /// A password as somebody types it to sign in; whatever it is.
    #[must_use]
    pub fn given(text: &str) -> Self {
        // An over-long text is no password of ours; it must not cost time either.
        Self(Redacted::new(text.chars().take(MAX + 1).collect()))
    }

    /// A fresh one of four groups of four letters and digits that are not mistaken for each other: 79 bits.
    #[must_use]
    pub fn random(ctx: &Ctx) -> Self {
        const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
        let mut text = String::with_capacity(19);
        let mut count = 0;
        while count < 16 {
            // 248 is the largest multiple of 31 in a byte; above it some signs would be likelier.
            for byte in ctx.random::<32>().into_iter().filter(|byte| *byte < 248) {
                if count == 16 {
                    break;
                }
                if count > 0 && count % 4 == 0 {
                    text.push('-');
                }
                text.push(char::from(SIGNS[usize::from(byte % 31)]));
                count += 1;
            }
        }
        Self(Redacted::new(text))
    }

    /// The text. The caller answers for where it goes.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// Hashes it with a salt of `ctx`. Tens of milliseconds: never inside a transaction.
    ///
    /// # Errors
    /// When argon2 cannot have its memory.
    pub fn hash(&self, ctx: &Ctx, cost: Cost) -> Result<PasswordHash, Fault> {
        let hash: phc::PasswordHash = cost
            .argon2()?
            .hash_password_with_salt(self.0.reveal().as_bytes(), &ctx.random::<16>())
            .map_err(|error| Fault::inconsistent("argon2", error))?;
        Ok(PasswordHash(Redacted::new(hash.to_string())))
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("▒▒▒")
    }
}

fn is_common(text: &str, login: &str) -> bool {
    let lower = text.to_lowercase();
    let plain: String = lower
        .chars()
        .map(|c| match c {
            '@' => 'a',
            '0' => 'o',
            '3' => 'e',
            '$' => 's',
            other => other,
        })
        .collect();
    let one_sign = text.chars().next().is_some_and(|first| text.chars().all(|c| c == first));
    // A common word and nothing but digits and signs after it, as in P@ssw0rd2026.
    let begins_with = |word: &str| {
        let tail = lower.chars().skip(word.chars().count());
        (lower.starts_with(word) || plain.starts_with(word)) && !tail.into_iter().any(char::is_alphabetic)
    };
    one_sign
        || (!login.is_empty() && lower.contains(&login.to_lowercase()))
        || COMMON.iter().any(|word| begins_with(word))
}

/// A password as it is kept: an argon2id string with its parameters and salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordHash(Redacted<String>);

impl PasswordHash {
    /// Reads a stored string.
    pub(super) fn stored(text: String) -> Self {
        Self(Redacted::new(text))
    }

    /// The string, for its column.
    pub(crate) fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// Whether `password` is the one. Tens of milliseconds.
    #[must_use]
    pub fn is_of(&self, password: &Password) -> bool {
        phc::PasswordHash::new(self.0.reveal())
            .is_ok_and(|hash| Argon2::default().verify_password(password.0.reveal().as_bytes(), &hash).is_ok())
    }

    /// Whether it was made with other parameters than `cost` and should be made again at the next sign-in.
    #[must_use]
    pub fn is_outdated(&self, cost: Cost) -> bool {
        let params = phc::PasswordHash::new(self.0.reveal()).ok().and_then(|hash| Params::try_from(&hash).ok());
        params.is_none_or(|params| (params.m_cost(), params.t_cost()) != (cost.memory_kib, cost.passes))
    }
}
