//! A form that was sent when the session had ended: kept through the sign-in, then shown to be sent once more.
//!
//! Its texts travel inside the sign-in form, signed by us, for an hour and up to a size. They are taken only from a form whose
//! token fits the ended session's cookie, so another site cannot slip one in. After the sign-in they are not acted on: the
//! person sees where they go and presses the button herself, and the usual checks follow. Files are not carried; she is told.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use jiff::Timestamp;
use kernel::Digest;
use serde::{Deserialize, Serialize};
use services::{Kit, secrets::Purpose};

use crate::{forms::Submission, view::local_path};

/// How long it may be carried.
const SECONDS: i64 = 3_600;
/// How much text, in bytes.
const MOST: usize = 200_000;
/// Fields that belong to the page, not to the person.
const OURS: [&str; 1] = ["csrf"];

/// What is carried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// Where the form was sent to.
    pub path: String,
    /// Its fields.
    pub fields: Vec<(String, String)>,
    /// Whether files were sent with it and are lost.
    pub had_files: bool,
    until: i64,
}

impl Carried {
    /// What can be carried of a form sent to `path`; `None` when it did not come from our own page or is too large.
    #[must_use]
    pub fn of(sent: &Submission, path: &str, now: Timestamp) -> Option<Self> {
        if sent.is_refused() {
            return None;
        }
        let fields: Vec<(String, String)> =
            sent.pairs().filter(|(name, _)| !OURS.contains(name)).map(|(k, v)| (k.into(), v.into())).collect();
        let size: usize = fields.iter().map(|(name, value)| name.len() + value.len()).sum();
        // What is typed at the sealed desk is passphrases: it is typed again.
        let kept = path != "/desk/sign-out" && !path.starts_with("/desk/sealed");
        let desk = local_path(path).starts_with("/desk/") && kept;
        (desk && size <= MOST).then(|| Self {
            path: path.to_owned(),
            fields,
            had_files: sent.file_count() > 0,
            until: now.as_second() + SECONDS,
        })
    }

    /// As it stands in the sign-in form.
    #[must_use]
    pub fn seal(&self, kit: &Kit) -> String {
        let body = BASE64.encode(serde_json::to_vec(self).unwrap_or_default());
        let signature = kit.keys.sign(Purpose::Link, body.as_bytes());
        format!("{body}.{signature}")
    }

    /// Reads it back; `None` when it was changed or is over.
    #[must_use]
    pub fn open(kit: &Kit, text: &str, now: Timestamp) -> Option<Self> {
        let (body, signature) = text.rsplit_once('.')?;
        if !kit.keys.is_signed(Purpose::Link, body.as_bytes(), &Digest::from_hex(signature)?) {
            return None;
        }
        let carried: Self = serde_json::from_slice(&BASE64.decode(body).ok()?).ok()?;
        (carried.until > now.as_second()).then_some(carried)
    }

    /// The texts that the person may want to see again: what is longer than a choice or a number.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(_, value)| value.as_str()).filter(|value| !value.is_ascii())
    }
}

#[cfg(test)]
mod tests {
    use kernel::Ctx;
    use services::secrets::Keys;

    use super::*;

    fn kit() -> Kit {
        Kit::new(Keys::ephemeral(&Ctx::seeded(Timestamp::UNIX_EPOCH, 1)).unwrap())
    }

    #[test]
    fn what_was_typed_comes_back_unchanged_and_not_for_ever() {
        let now = Timestamp::UNIX_EPOCH;
        let sent = Submission::of(&[("csrf", "x"), ("note", "第一行\n第二行 <b>"), ("version", "3")]);
        let carried = Carried::of(&sent, "/desk/matters/1/contact", now).unwrap();
        assert_eq!(carried.fields.len(), 2, "the old token stays behind");
        let kit = kit();
        let sealed = carried.seal(&kit);
        assert_eq!(Carried::open(&kit, &sealed, now), Some(carried));
        let later = now + jiff::SignedDuration::from_secs(SECONDS);
        assert_eq!(Carried::open(&kit, &sealed, later), None);
        let forged = sealed.replacen('e', "f", 1);
        assert_eq!(Carried::open(&kit, &forged, now), None);
    }

    #[test]
    fn forms_for_elsewhere_are_not_carried() {
        let sent = Submission::of(&[("note", "a")]);
        for path in ["/file", "https://evil.example/desk/", "/desk/sign-out"] {
            assert_eq!(Carried::of(&sent, path, Timestamp::UNIX_EPOCH), None, "{path}");
        }
        let huge = "字".repeat(MOST);
        let sent = Submission::of(&[("note", huge.as_str())]);
        assert_eq!(Carried::of(&sent, "/desk/matters/1", Timestamp::UNIX_EPOCH), None);
    }
}
