//! The carriers that come with the program: a short-message gateway over http, a mail server, WeCom, and for each of them a
//! local stand-in that writes down what would have been sent.

mod email;
mod http;
mod local;
mod sms;
#[cfg(test)]
mod tests;
mod wecom;

pub use email::{Email, Tls};
pub use local::Local;
pub use sms::Sms;
pub use wecom::Wecom;
