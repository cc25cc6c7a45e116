//! A short-message gateway: one POST of JSON a message, in the form the gateway wants.

use domain::notice::Channel;
use kernel::Redacted;
use serde_json::Value;

use super::http;
use crate::outbox::{Answer, Carrier, Parcel};

/// A gateway over http.
#[derive(Debug)]
pub struct Sms {
    agent: ureq::Agent,
    url: String,
    /// JSON with `{key}`, `{to}`, `{text}`, `{sign}`, `{secret}` inside its strings.
    body: String,
    sign: String,
    secret: Redacted<String>,
    ok: Option<(String, String)>,
    knows_keys: bool,
    /// Where its answer names the message as it will in its receipts.
    reference: Option<String>,
}

impl Sms {
    /// The body unless the gateway wants another.
    pub const BODY: &'static str = r#"{"id":"{key}","to":"{to}","text":"【{sign}】{text}"}"#;

    /// A gateway at `url`. `ok` is the place in its answer and what stands there when it took the message, e.g.
    /// `("/code", "0")`; without it a status of 2xx is enough. `knows_keys`: it sends one message for one `{key}`.
    #[must_use]
    pub fn new(
        url: &str,
        body: &str,
        sign: &str,
        secret: Redacted<String>,
        ok: Option<(String, String)>,
        knows_keys: bool,
    ) -> Self {
        let agent = http::agent();
        Self {
            agent,
            url: url.to_owned(),
            body: body.to_owned(),
            sign: sign.to_owned(),
            secret,
            ok,
            knows_keys,
            reference: None,
        }
    }

    /// With the place in its answer, `/msgid`, where it names the message as it will in its receipts.
    #[must_use]
    pub fn with_reference(self, place: Option<String>) -> Self {
        Self { reference: place, ..self }
    }

    fn filled(&self, parcel: &Parcel) -> String {
        let key = parcel.key.to_string();
        let facts = [
            ("{key}", key.as_str()),
            ("{to}", parcel.to.reveal()),
            ("{sign}", &self.sign),
            ("{secret}", self.secret.reveal()),
            // Last, so that nothing in a text is taken for a mark.
            ("{text}", &parcel.text),
        ];
        facts.iter().fold(self.body.clone(), |body, (mark, value)| body.replace(mark, &inside(value)))
    }
}

/// `value` as it stands between the quotes of a JSON string.
fn inside(value: &str) -> String {
    let quoted = Value::from(value).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

impl Carrier for Sms {
    fn channel(&self) -> Channel {
        Channel::Sms
    }

    fn knows_keys(&self) -> bool {
        self.knows_keys
    }

    fn leads_to(&self) -> String {
        self.url.split('/').nth(2).unwrap_or_default().to_owned()
    }

    fn carry(&self, parcel: &Parcel) -> Answer {
        let mut request = self.agent.post(&self.url).header("Content-Type", "application/json; charset=utf-8");
        if !self.secret.reveal().is_empty() && !self.body.contains("{secret}") {
            request = request.header("Authorization", format!("Bearer {}", self.secret.reveal()));
        }
        let (status, said) = match request.send(self.filled(parcel)) {
            Ok(response) => http::read(response),
            Err(error) => return http::failed(&error),
        };
        if !(200..300).contains(&status) {
            return http::refused(status);
        }
        match &self.ok {
            Some((place, value)) if said.pointer(place).is_none_or(|found| plain(found) != *value) => {
                http::refused(400)
            }
            _ => Answer::Taken(self.reference.as_ref().and_then(|place| said.pointer(place)).map(plain)),
        }
    }
}

/// A value as it is written in a configuration: `0`, `OK`.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}
