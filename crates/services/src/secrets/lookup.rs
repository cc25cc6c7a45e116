//! Finding without reading: blind indexes, query codes, signatures of cookies and forms.

use kernel::{CaseId, Digest, QueryCode};
use subtle::ConstantTimeEq as _;

use super::Keys;

/// What a signature is for; a signature for one purpose is worth nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The session cookie.
    Cookie,
    /// The hidden field of a form against forgery from other sites.
    Csrf,
    /// A link or download that is valid for a while.
    Link,
    /// The key that seals what a device keeps for its user between two connections.
    Device,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Cookie => b"cookie",
            Self::Csrf => b"csrf",
            Self::Link => b"link",
            Self::Device => b"device",
        }
    }
}

impl Keys {
    /// The keyed digest under which an encrypted value of `field` is found again. `normalized` must be the one form of the value
    /// (digits without blanks, an identity number in capitals): equal forms, equal digests.
    #[must_use]
    pub fn blind_index(&self, field: &str, normalized: &str) -> Digest {
        self.blind.of(&[field.as_bytes(), normalized.as_bytes()])
    }

    /// What is kept of a query code: with eight digits, a digest without a key could be tried through in seconds.
    #[must_use]
    pub fn query_code_digest(&self, case: CaseId, code: &QueryCode) -> Digest {
        self.query_code.of(&[case.0.as_bytes(), code.reveal().as_bytes()])
    }

    /// Whether `code` is the one of `stored`, in constant time.
    #[must_use]
    pub fn query_code_matches(&self, case: CaseId, code: &QueryCode, stored: &Digest) -> bool {
        self.query_code_digest(case, code).0.ct_eq(&stored.0).into()
    }

    /// Signs `message` for one purpose.
    #[must_use]
    pub fn sign(&self, purpose: Purpose, message: &[u8]) -> Digest {
        self.session.of(&[purpose.label(), message])
    }

    /// Whether `signature` is that of `message`, in constant time.
    #[must_use]
    pub fn is_signed(&self, purpose: Purpose, message: &[u8], signature: &Digest) -> bool {
        self.sign(purpose, message).0.ct_eq(&signature.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::tests::{ctx, keys};

    #[test]
    fn a_blind_index_depends_on_field_value_and_ring() {
        let keys = keys(1);
        let phone = keys.blind_index("phone", "13800138006");
        assert_eq!(phone, keys.blind_index("phone", "13800138006"));
        assert_ne!(phone, keys.blind_index("id_number", "13800138006"));
        assert_ne!(phone, keys.blind_index("phone", "13800138007"));
        assert_ne!(phone, super::super::tests::keys(2).blind_index("phone", "13800138006"));
        assert_ne!(keys.blind_index("ab", "c"), keys.blind_index("a", "bc"));
    }

    #[test]
    fn a_query_code_belongs_to_its_case() {
        let (keys, ctx) = (keys(1), ctx(9));
        let (case, other) = (ctx.new_id(), ctx.new_id());
        let code = QueryCode::parse("4821 9037").unwrap();
        let stored = keys.query_code_digest(case, &code);
        assert!(keys.query_code_matches(case, &code, &stored));
        assert!(!keys.query_code_matches(other, &code, &stored));
        assert!(!keys.query_code_matches(case, &QueryCode::parse("48219038").unwrap(), &stored));
    }

    #[test]
    fn a_signature_serves_one_purpose() {
        let keys = keys(1);
        let signature = keys.sign(Purpose::Cookie, b"session 7");
        assert!(keys.is_signed(Purpose::Cookie, b"session 7", &signature));
        assert!(!keys.is_signed(Purpose::Csrf, b"session 7", &signature));
        assert!(!keys.is_signed(Purpose::Cookie, b"session 8", &signature));
    }
}
