//! By which ways notices leave the house: `[notify]`, `[sms]`, `[email]`, `[wecom]`. Secrets come from files or the environment,
//! never from here.

use std::{path::Path, sync::Arc};

use anyhow::{Context as _, Result};
use domain::notice::Channel;
use kernel::{Redacted, Refusal};
use services::outbox::{
    Carrier, Carriers, Recipient,
    carriers::{Email, Local, Sms, Tls, Wecom},
};
use toml::{Table, Value};

/// How one channel is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// Written down on this machine.
    Local,
    /// A gateway for short messages.
    Http { url: String, body: String, ok: Option<(String, String)>, knows_keys: bool, reference: Option<String> },
    /// A mail server.
    Smtp { host: String, port: u16, tls: Tls, from: String, user: Option<String> },
    /// An application in WeCom.
    App { base: String, corp: String, agent: i64 },
}

#[derive(Debug, Clone, PartialEq)]
struct Section {
    channel: Channel,
    way: Way,
    secret_file: Option<String>,
    /// As it was written, to be printed again.
    table: Table,
}

/// What the file says of notices.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Notify {
    /// Where people reach the portal; links begin with it.
    pub(crate) portal: Option<String>,
    /// Who signs: 【连心】 before a short message, the subject of a letter.
    sign: Option<String>,
    /// Who hears of what is stuck.
    pub(crate) digest: Vec<Recipient>,
    /// How a short-message gateway says afterwards what arrived.
    receipts: Option<Receipts>,
    sections: Vec<Section>,
    table: Table,
}

/// The form of receipts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Receipts {
    secret_file: Option<String>,
    key: String,
    state: String,
    arrived: Vec<String>,
    answer: String,
}

/// The names of the sections.
pub(super) const SECTIONS: [&str; 4] = ["notify", "sms", "email", "wecom"];

impl Notify {
    /// Everything local, as a demonstration has it.
    pub(crate) fn local() -> Self {
        let section = |channel: &Channel| {
            let table = Table::from_iter([("kind".to_owned(), Value::from("local"))]);
            Section { channel: *channel, way: Way::Local, secret_file: None, table }
        };
        Self { sections: Channel::ALL.iter().map(section).collect(), ..Self::default() }
    }

    /// Reads the sections out of the file, every mistake with its name.
    pub(super) fn read(sections: Vec<(&'static str, Table)>, errors: &mut Vec<Refusal>) -> Self {
        let mut notify = Self::default();
        for (name, table) in sections {
            let mut fields = Fields { section: name, table: table.clone(), errors };
            match name {
                "sms" => {
                    notify.receipts = receipts(&mut fields);
                    notify.sections.push(sms(&mut fields, &table));
                }
                "email" => notify.sections.push(email(&mut fields, &table)),
                "wecom" => notify.sections.push(wecom(&mut fields, &table)),
                _ => {
                    notify.portal = fields.text("portal").map(|url| url.trim_end_matches('/').to_owned());
                    notify.sign = fields.text("sign");
                    notify.digest = fields.recipients();
                    notify.table = table;
                }
            }
            fields.finish();
        }
        notify
    }

    /// Opens the carriers; local ones write into `{data}/outbox`.
    ///
    /// # Errors
    /// When a secret cannot be read, a folder not be made, or a sender is no address.
    pub(crate) fn carriers(&self, data: &Path) -> Result<Carriers> {
        let all: Result<Vec<Arc<dyn Carrier>>> = self.sections.iter().map(|one| self.carrier(one, data)).collect();
        Ok(Carriers::new(all?))
    }

    /// How receipts are taken; `None` when no secret is set, without which nobody could tell who sends them.
    ///
    /// # Errors
    /// When the secret cannot be read.
    pub(crate) fn receipts(&self) -> Result<Option<web::state::Receipts>> {
        let Some(own) = &self.receipts else { return Ok(None) };
        let secret = secret("LIANXIN_SMS_RECEIPT_SECRET", own.secret_file.as_deref())?;
        if secret.reveal().is_empty() {
            return Ok(None);
        }
        anyhow::ensure!(
            secret.reveal().len() >= SECRET_LEAST,
            "the secret of [sms] receipts is shorter than {SECRET_LEAST}"
        );
        Ok(Some(web::state::Receipts {
            secret,
            key: own.key.clone(),
            state: own.state.clone(),
            arrived: own.arrived.clone(),
            answer: own.answer.clone(),
        }))
    }

    fn carrier(&self, section: &Section, data: &Path) -> Result<Arc<dyn Carrier>> {
        let sign = self.sign.as_deref().unwrap_or("连心");
        Ok(match &section.way {
            Way::Local => Arc::new(Local::open(section.channel, &data.join("outbox"))?),
            Way::Http { url, body, ok, knows_keys, reference } => {
                let sms = Sms::new(url, body, sign, section.secret()?, ok.clone(), *knows_keys);
                Arc::new(sms.with_reference(reference.clone()))
            }
            Way::Smtp { host, port, tls, from, user } => {
                let login = user.clone().map(|user| anyhow::Ok((user, section.secret()?))).transpose()?;
                Arc::new(Email::new((host, *port), *tls, from, sign, login)?)
            }
            Way::App { base, corp, agent } => Arc::new(Wecom::new(base, corp, *agent, section.secret()?)),
        })
    }
}

impl Section {
    /// From `$LIANXIN_SMS_SECRET` and the like, else from the file that is named; empty without either.
    fn secret(&self) -> Result<Redacted<String>> {
        secret(&format!("LIANXIN_{}_SECRET", self.channel.name()), self.secret_file.as_deref())
    }
}

fn secret(variable: &str, file: Option<&str>) -> Result<Redacted<String>> {
    let text = match (super::set(variable), file) {
        (Some(text), _) => text,
        (None, Some(file)) => std::fs::read_to_string(file).with_context(|| file.to_owned())?,
        (None, None) => String::new(),
    };
    Ok(Redacted::new(text.trim().to_owned()))
}

/// Fewest characters of a secret that stands in an address.
const SECRET_LEAST: usize = 24;

/// Takes fields out of a section.
struct Fields<'a> {
    section: &'static str,
    table: Table,
    errors: &'a mut Vec<Refusal>,
}

impl Fields<'_> {
    fn wrong(&mut self, field: &str, refusal: impl FnOnce(&str) -> Refusal) {
        let refusal = refusal(&format!("{}.{field}", self.section));
        self.errors.push(refusal);
    }

    fn text(&mut self, field: &str) -> Option<String> {
        if let Value::String(text) = self.table.remove(field)? {
            Some(text)
        } else {
            self.wrong(field, |name| Refusal::invalid(name, "config-type").with("expected", "\"…\""));
            None
        }
    }

    fn must(&mut self, field: &str) -> String {
        let known = self.table.contains_key(field);
        let text = self.text(field);
        if !known {
            self.wrong(field, |name| Refusal::invalid(name, "config-missing"));
        }
        text.unwrap_or_default()
    }

    fn number(&mut self, field: &str) -> Option<i64> {
        match self.table.remove(field)? {
            Value::Integer(number) if number >= 0 => Some(number),
            _ => {
                self.wrong(field, |name| Refusal::invalid(name, "config-number"));
                None
            }
        }
    }

    fn flag(&mut self, field: &str) -> bool {
        match self.table.remove(field) {
            None => false,
            Some(Value::Boolean(flag)) => flag,
            Some(_) => {
                self.wrong(field, |name| Refusal::invalid(name, "config-type").with("expected", "true, false"));
                false
            }
        }
    }

    /// One of `choices`, the first when nothing is said.
    fn choice(&mut self, field: &str, choices: &[&'static str]) -> &'static str {
        let Some(text) = self.text(field) else { return choices[0] };
        if let Some(known) = choices.iter().find(|choice| **choice == text) {
            return known;
        }
        let all = choices.join(", ");
        self.wrong(field, |name| Refusal::invalid(name, "config-choice").with("value", &text).with("choices", all));
        choices[0]
    }

    /// `["email:guan@example.cn", "wecom:wuyun"]`.
    fn recipients(&mut self) -> Vec<Recipient> {
        let Some(value) = self.table.remove("digest") else { return vec![] };
        let read = |one: &Value| {
            let (channel, to) = one.as_str()?.split_once(':')?;
            let channel = Channel::parse(&channel.to_uppercase())?;
            Some(Recipient { channel, to: to.trim().to_owned() })
        };
        let all: Option<Vec<_>> = value.as_array().and_then(|all| all.iter().map(read).collect());
        if all.is_none() {
            let expected = "[\"email:…\", \"sms:…\", \"wecom:…\"]";
            self.wrong("digest", |name| Refusal::invalid(name, "config-type").with("expected", expected));
        }
        all.unwrap_or_default()
    }

    fn finish(self) {
        let unknown = self.table.keys().map(|field| format!("{}.{field}", self.section));
        self.errors.extend(unknown.map(|name| Refusal::invalid(&name, "config-unknown")));
    }
}

/// `receipt_state` says that the section speaks of receipts; the other names have usual values.
fn receipts(fields: &mut Fields<'_>) -> Option<Receipts> {
    let (secret_file, key) = (fields.text("receipt_secret_file"), fields.text("receipt_key"));
    let (state, arrived) = (fields.text("receipt_state"), fields.text("receipt_arrived"));
    let answer = fields.text("receipt_answer");
    let arrived = arrived.as_deref().unwrap_or("DELIVRD").split(',').map(|one| one.trim().to_owned());
    Some(Receipts {
        secret_file,
        key: key.unwrap_or_else(|| "/id".to_owned()),
        state: state?,
        arrived: arrived.collect(),
        answer: answer.unwrap_or_else(|| r#"{"code":0}"#.to_owned()),
    })
}

fn sms(fields: &mut Fields<'_>, table: &Table) -> Section {
    let secret_file = fields.text("secret_file");
    let way = match fields.choice("kind", &["http", "local"]) {
        "local" => Way::Local,
        _ => Way::Http {
            url: fields.must("url"),
            body: fields.text("body").unwrap_or_else(|| Sms::BODY.to_owned()),
            ok: fields.text("ok").and_then(|text| {
                let (place, value) = text.split_once('=')?;
                Some((place.to_owned(), value.to_owned()))
            }),
            knows_keys: fields.flag("knows_keys"),
            reference: fields.text("reference"),
        },
    };
    Section { channel: Channel::Sms, way, secret_file, table: table.clone() }
}

fn email(fields: &mut Fields<'_>, table: &Table) -> Section {
    let secret_file = fields.text("secret_file");
    let way = if fields.choice("kind", &["smtp", "local"]) == "local" {
        Way::Local
    } else {
        let (tls, usual) = match fields.choice("tls", &["implicit", "starttls", "none"]) {
            "starttls" => (Tls::Starttls, 587),
            "none" => (Tls::None, 25),
            _ => (Tls::Implicit, 465),
        };
        let port = fields.number("port").and_then(|port| u16::try_from(port).ok()).unwrap_or(usual);
        let (host, from) = (fields.must("host"), fields.must("from"));
        Way::Smtp { host, port, tls, from, user: fields.text("user") }
    };
    Section { channel: Channel::Email, way, secret_file, table: table.clone() }
}

fn wecom(fields: &mut Fields<'_>, table: &Table) -> Section {
    let secret_file = fields.text("secret_file");
    let way = match fields.choice("kind", &["app", "local"]) {
        "local" => Way::Local,
        _ => Way::App {
            base: fields.text("url").unwrap_or_else(|| Wecom::BASE.to_owned()),
            corp: fields.must("corp"),
            agent: fields.number("agent").unwrap_or_default(),
        },
    };
    Section { channel: Channel::Wecom, way, secret_file, table: table.clone() }
}

impl std::fmt::Display for Notify {
    /// The sections as they were written.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sections = self.sections.iter().map(|one| (one.channel.name().to_lowercase(), &one.table));
        let own = (!self.table.is_empty()).then(|| ("notify".to_owned(), &self.table));
        for (name, table) in own.into_iter().chain(sections) {
            write!(f, "\n[{name}]\n{}", toml::to_string(table).map_err(|_| std::fmt::Error)?)?;
        }
        Ok(())
    }
}
