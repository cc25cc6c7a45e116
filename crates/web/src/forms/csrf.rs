//! Tokens that prove a form came from our own page.

use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Ctx, Refusal};
use sm3::Sm3;
use subtle::ConstantTimeEq as _;

/// What a token is bound to. Whoever signs people in puts the session's own into the request's extensions; without it the
/// browser's cookie is taken (signed double submit).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsrfSubject(pub Vec<u8>);

/// Signs form tokens with HMAC-SM3.
pub struct CsrfKey([u8; 32]);

impl CsrfKey {
    /// A key of 32 secret bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    fn mac(&self, subject: &CsrfSubject) -> [u8; 32] {
        // A key of any length is accepted; the branch without one never signs anything that verifies.
        Hmac::<Sm3>::new_from_slice(&self.0).map_or([0; 32], |mut mac| {
            mac.update(&subject.0);
            mac.finalize().into_bytes().into()
        })
    }

    /// A token for `subject`. Masked anew each time, so that a compressed page does not give it away bit by bit.
    #[must_use]
    pub fn token(&self, subject: &CsrfSubject, ctx: &Ctx) -> String {
        let mask = ctx.random::<32>();
        let mac = self.mac(subject);
        let masked: Vec<u8> = mask.iter().zip(mac).map(|(a, b)| a ^ b).collect();
        format!("{}{}", hex::encode(mask), hex::encode(masked))
    }

    /// Whether `token` was made for `subject`.
    pub fn check(&self, subject: &CsrfSubject, token: &str) -> Result<(), Refusal> {
        let mut bytes = [0u8; 64];
        let read = hex::decode_to_slice(token, &mut bytes).is_ok();
        let (mask, masked) = bytes.split_at(32);
        let given: Vec<u8> = mask.iter().zip(masked).map(|(a, b)| a ^ b).collect();
        if read && bool::from(given.ct_eq(&self.mac(subject))) {
            Ok(())
        } else {
            Err(Refusal::invalid("", "form-expired"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_its_subject_only() {
        let ctx = Ctx::seeded(jiff::Timestamp::UNIX_EPOCH, 1);
        let key = CsrfKey::new(ctx.random());
        let (mine, yours) = (CsrfSubject(b"a".to_vec()), CsrfSubject(b"b".to_vec()));
        let token = key.token(&mine, &ctx);
        assert!(key.check(&mine, &token).is_ok());
        assert!(key.check(&yours, &token).is_err());
        assert!(CsrfKey::new(ctx.random()).check(&mine, &token).is_err());
        assert!(key.check(&mine, "").is_err());
        assert!(key.check(&mine, &"0".repeat(128)).is_err());
        assert_ne!(token, key.token(&mine, &ctx));
    }
}
