//! A mail server, by SMTP. The letter is plain text, built here: one part, base64, a Message-ID made of the message's key.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::notice::Channel;
use kernel::{Fault, Redacted};
use lettre::{
    Address, SmtpTransport, Transport as _,
    address::Envelope,
    transport::smtp::{
        Error as SmtpError,
        authentication::Credentials,
        client::{Tls as Wrap, TlsParameters},
    },
};

use crate::outbox::{Answer, Carrier, Parcel, Why};

/// How long a command may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// How the way to the server is closed to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// From the first byte (port 465).
    Implicit,
    /// After STARTTLS, or not at all (port 587).
    Starttls,
    /// Never: only for a server on the same machine.
    None,
}

/// A mail server.
#[derive(Debug)]
pub struct Email {
    transport: SmtpTransport,
    host: String,
    from: Address,
    sign: String,
}

impl Email {
    /// The server at `host`; `login` is a name with its password. `sign` stands in the subject and before the address.
    ///
    /// # Errors
    /// `Fault::Io` when the address of the sender is none, or TLS cannot be set up.
    pub fn new(
        (host, port): (&str, u16),
        tls: Tls,
        from: &str,
        sign: &str,
        login: Option<(String, Redacted<String>)>,
    ) -> Result<Self, Fault> {
        let wrap = || TlsParameters::new(host.to_owned()).map_err(|error| Fault::Io(error.to_string()));
        let tls = match tls {
            Tls::Implicit => Wrap::Wrapper(wrap()?),
            Tls::Starttls => Wrap::Required(wrap()?),
            Tls::None => Wrap::None,
        };
        let mut builder = SmtpTransport::builder_dangerous(host).port(port).tls(tls).timeout(Some(PATIENCE));
        if let Some((name, password)) = login {
            builder = builder.credentials(Credentials::new(name, password.into_revealed()));
        }
        let from = from.parse().map_err(|_| Fault::Io("the address of the sender is none".to_owned()))?;
        Ok(Self { transport: builder.build(), host: format!("{host}:{port}"), from, sign: sign.to_owned() })
    }

    fn letter(&self, parcel: &Parcel, to: &Address) -> Vec<u8> {
        let sign = word(&self.sign);
        let body = lines(&STANDARD.encode(&parcel.text));
        format!(
            "From: {sign} <{from}>\r\nTo: <{to}>\r\nSubject: {sign}\r\nMessage-ID: <{key}@{host}>\r\n\
             Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{body}",
            from = self.from,
            key = parcel.key,
            host = self.from.domain(),
        )
        .into_bytes()
    }
}

/// A word of a head line that may hold Chinese (RFC 2047).
fn word(text: &str) -> String {
    format!("=?utf-8?B?{}?=", STANDARD.encode(text))
}

/// Base64 in lines of 76 (RFC 2045).
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 38 + 2);
    for (at, c) in text.chars().enumerate() {
        if at > 0 && at % 76 == 0 {
            out.push_str("\r\n");
        }
        out.push(c);
    }
    out.push_str("\r\n");
    out
}

fn refused(error: &SmtpError) -> Answer {
    let code = error.status().map(u16::from);
    match code {
        Some(550 | 551 | 553) => Answer::Never(Why::BAD_ADDRESS),
        Some(530 | 535) => Answer::Later(Why::LOCKED_OUT),
        Some(400..=499) => Answer::Later(Why::BUSY),
        Some(_) => Answer::Never(Why::REFUSED),
        None => Answer::Silence,
    }
}

impl Carrier for Email {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    /// A mail server takes the same letter twice.
    fn knows_keys(&self) -> bool {
        false
    }

    fn leads_to(&self) -> String {
        self.host.clone()
    }

    fn carry(&self, parcel: &Parcel) -> Answer {
        let Ok(to) = parcel.to.reveal().parse::<Address>() else {
            return Answer::Never(Why::BAD_ADDRESS);
        };
        let letter = self.letter(parcel, &to);
        let Ok(envelope) = Envelope::new(Some(self.from.clone()), vec![to]) else {
            return Answer::Never(Why::BAD_ADDRESS);
        };
        // Knocking first: what fails before the letter is handed over leaves no doubt.
        match self.transport.test_connection() {
            Ok(true) => {}
            Err(error) if error.status().is_some() => return refused(&error),
            Ok(false) | Err(_) => return Answer::Later(Why::DOWN),
        }
        match self.transport.send_raw(&envelope, &letter) {
            Ok(_) => Answer::Taken(None),
            Err(error) => refused(&error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_plain_ascii_with_its_key() {
        let email = Email::new(("localhost", 25), Tls::None, "lianxin@xf.example.cn", "连心", None).unwrap();
        let key = kernel::DeliveryId(uuid::Uuid::from_u128(7));
        let to: Address = "a@b.cn".parse().unwrap();
        let parcel = Parcel {
            region: "1502".into(),
            key,
            attempt: 1,
            channel: Channel::Email,
            to: Redacted::new("a@b.cn".into()),
            text: "编号 150223：现在由旗林草局办。".repeat(5),
            again: false,
        };
        let letter = String::from_utf8(email.letter(&parcel, &to)).unwrap();
        assert!(letter.is_ascii() && letter.lines().all(|line| line.len() <= 78), "{letter}");
        assert!(letter.contains(&format!("Message-ID: <{key}@xf.example.cn>")));
        let body: String = letter.split("\r\n\r\n").nth(1).unwrap().split_whitespace().collect();
        assert_eq!(STANDARD.decode(body).unwrap(), parcel.text.as_bytes());
    }
}
