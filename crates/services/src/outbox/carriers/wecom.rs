//! WeCom 企业微信: an application of the office writes to its members.

use std::sync::{Mutex, PoisonError};

use domain::notice::Channel;
use kernel::Redacted;
use serde_json::{Value, json};

use super::http;
use crate::outbox::{Answer, Carrier, Parcel, Why};

/// An application in WeCom.
#[derive(Debug)]
pub struct Wecom {
    agent: ureq::Agent,
    base: String,
    corp: String,
    application: i64,
    secret: Redacted<String>,
    token: Mutex<Option<Redacted<String>>>,
}

impl Wecom {
    /// Where WeCom is.
    pub const BASE: &'static str = "https://qyapi.weixin.qq.com";

    /// The application `application` of the corporation `corp`.
    #[must_use]
    pub fn new(base: &str, corp: &str, application: i64, secret: Redacted<String>) -> Self {
        let base = base.trim_end_matches('/').to_owned();
        Self { agent: http::agent(), base, corp: corp.to_owned(), application, secret, token: Mutex::default() }
    }

    /// The token in hand, or a new one.
    fn token(&self) -> Result<Redacted<String>, Answer> {
        // A writer swaps a whole value, so a poisoned lock still holds one.
        let mut known = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = &*known {
            return Ok(token.clone());
        }
        let request = self.agent.get(format!("{}/cgi-bin/gettoken", self.base));
        let request = request.query("corpid", &self.corp).query("corpsecret", self.secret.reveal());
        // Nothing was handed over yet, so whatever goes wrong here leaves no doubt.
        let (_, said) = request.call().map(http::read).map_err(|_| Answer::Later(Why::DOWN))?;
        match (said["errcode"].as_i64(), said["access_token"].as_str()) {
            (Some(0), Some(token)) => {
                let token = Redacted::new(token.to_owned());
                *known = Some(token.clone());
                Ok(token)
            }
            (None, _) => Err(Answer::Later(Why::DOWN)),
            _ => Err(Answer::Later(Why::LOCKED_OUT)),
        }
    }

    fn forget(&self) {
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn send(&self, parcel: &Parcel) -> Result<Value, Answer> {
        let token = self.token()?;
        let body = json!({
            "touser": parcel.to.reveal(), "msgtype": "text", "agentid": self.application,
            "text": { "content": parcel.text },
        });
        let request = self.agent.post(format!("{}/cgi-bin/message/send", self.base));
        let sent = request.query("access_token", token.reveal()).send_json(body);
        match sent.map(http::read) {
            Ok((200, said)) => Ok(said),
            Ok((status, _)) => Err(http::refused(status)),
            Err(error) => Err(http::failed(&error)),
        }
    }
}

impl Carrier for Wecom {
    fn channel(&self) -> Channel {
        Channel::Wecom
    }

    /// It has no key of ours: its own check compares texts, and two notices may say the same.
    fn knows_keys(&self) -> bool {
        false
    }

    fn leads_to(&self) -> String {
        self.base.split('/').nth(2).unwrap_or_default().to_owned()
    }

    fn carry(&self, parcel: &Parcel) -> Answer {
        let said = match self.send(parcel) {
            Ok(said) => said,
            Err(answer) => return answer,
        };
        match said["errcode"].as_i64() {
            Some(0) if said["invaliduser"].as_str().is_some_and(|names| !names.is_empty()) => {
                Answer::Never(Why::BAD_ADDRESS)
            }
            Some(0) => Answer::Taken(said["msgid"].as_str().map(ToOwned::to_owned)),
            // The token ran out or was withdrawn: the next try fetches another.
            Some(40001 | 40014 | 42001) => {
                self.forget();
                Answer::Later(Why::LOCKED_OUT)
            }
            Some(-1 | 45009 | 45033) => Answer::Later(Why::BUSY),
            Some(40003 | 60111 | 81013) => Answer::Never(Why::BAD_ADDRESS),
            Some(_) => Answer::Never(Why::REFUSED),
            None => Answer::Silence,
        }
    }
}
