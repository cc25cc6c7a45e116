//! Asking over http, and telling "it surely did not get there" from "nobody knows".

use std::time::Duration;

use serde_json::Value;

use crate::outbox::{Answer, Why};

/// How long a carrier may take altogether.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long until it must have picked up.
const TO_CONNECT: Duration = Duration::from_secs(5);

/// An agent that follows no redirects (a message is not handed to whoever an answer names) and reads every status itself.
pub(super) fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .timeout_connect(Some(TO_CONNECT))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .build()
        .new_agent()
}

/// A request that brought no answer.
pub(super) fn failed(error: &ureq::Error) -> Answer {
    use ureq::Error as E;
    match error {
        E::HostNotFound
        | E::ConnectionFailed
        | E::Tls(_)
        | E::BadUri(_)
        | E::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => Answer::Later(Why::DOWN),
        E::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => Answer::Later(Why::DOWN),
        _ => Answer::Silence,
    }
}

/// Status and JSON body of an answer; a body that is no JSON is `Null`.
pub(super) fn read(mut response: ureq::http::Response<ureq::Body>) -> (u16, Value) {
    let status = response.status().as_u16();
    (status, response.body_mut().read_json().unwrap_or(Value::Null))
}

/// What a status says that is no success.
pub(super) fn refused(status: u16) -> Answer {
    match status {
        408 | 429 | 503 => Answer::Later(Why::BUSY),
        401 | 403 => Answer::Later(Why::LOCKED_OUT),
        // It has read the message and stumbled: it may have sent it before it fell.
        500..=599 => Answer::Silence,
        _ => Answer::Never(Why::REFUSED),
    }
}
