//! How this installation is set up: one TOML file, what the environment says, and flags, the later over the earlier.
//!
//! ```toml
//! database = "data/lianxin.db"          # or postgres://user:password@host/database
//! data = "data"                         # attachments
//! keys = "data/lianxin.db.keys"         # the key ring; made on the first start
//! listen = "127.0.0.1:8080"
//! admin = "127.0.0.1:9090"              # /health and /metrics, never for the public; "" turns it off
//! secure_cookies = true                 # false only when people reach it by plain http
//! log = "text"                          # or "json"
//!
//! [place]                               # as people know the office
//! division = "150223"                   # whose people it serves
//! name = "达茂旗"
//! office = "达茂旗信访局"
//! address = ""
//! hours = ""
//! phone = ""
//!
//! [limits]                              # bytes, but count
//! file = 20000000
//! files = 20000000
//! count = 20
//! text = 1000000
//!
//! [notify]                              # see docs/operations/notices.md
//! portal = "https://xf.example.gov.cn"  # where people reach it; links in notices begin with it
//! ```

mod notify;
mod read;
#[cfg(test)]
mod tests;

use std::{net::SocketAddr, path::PathBuf};

use anyhow::{Context as _, Result};
use kernel::{DivisionCode, Locale, Message, Refusal};
use services::secrets::Keys;
use store::DatabaseUrl;

use crate::say;

pub(crate) use notify::Notify;

/// The file that is read when none is named and it is there.
const FILE: &str = "lianxin.toml";

/// What every command that opens the installation takes.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Common {
    /// The configuration file; $LIANXIN_CONFIG, else lianxin.toml when it is there
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// A file path or postgres://…; $LIANXIN_DATABASE
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// The folder of attachments; $LIANXIN_DATA
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// The key ring; $LIANXIN_KEYS
    #[arg(long, value_name = "FILE")]
    pub(crate) keys: Option<PathBuf>,
    /// zh or en; $LANG
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<String>,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Log {
    /// For people.
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// The effective configuration.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    /// Where the data lives.
    pub(crate) database: DatabaseUrl,
    /// The folder of attachments.
    pub(crate) data: PathBuf,
    /// The key ring.
    pub(crate) keys: PathBuf,
    /// Where people reach it.
    pub(crate) listen: SocketAddr,
    /// Where machines ask for health and metrics.
    pub(crate) admin: Option<SocketAddr>,
    /// The log.
    pub(crate) log: Log,
    /// What the faces say and limit.
    pub(crate) web: web::state::Config,
    /// A folder of fonts for letters, before those of the system.
    pub(crate) fonts: Option<PathBuf>,
    /// By which ways notices leave the house.
    pub(crate) notify: Notify,
    /// The language of this command.
    pub(crate) locale: Locale,
}

impl Common {
    /// The language of this command.
    ///
    /// # Errors
    /// When `--lang` is unknown.
    pub(crate) fn locale(&self) -> Result<Locale> {
        say::locale(self.lang.as_deref())
    }

    /// Reads file, environment and flags.
    ///
    /// # Errors
    /// Every field that holds what it must not hold, in the reader's language.
    pub(crate) fn read(&self) -> Result<Config> {
        let locale = self.locale()?;
        let text = match self.file() {
            Some(path) => std::fs::read_to_string(&path)
                .with_context(|| Message::new("cli-config-unreadable").with("file", path.display()).say(locale))?,
            None => String::new(),
        };
        let mut fields = read::fields(&text).map_err(|refusals| say::refusals(&refusals, locale))?;
        self.overlay(&mut fields);
        effective(fields, locale).map_err(|refusals| say::refusals(&refusals, locale))
    }

    fn file(&self) -> Option<PathBuf> {
        let named = self.config.clone().or_else(|| set("LIANXIN_CONFIG").map(PathBuf::from));
        named.or_else(|| Some(PathBuf::from(FILE)).filter(|path| path.exists()))
    }

    /// Flags over the environment over the file.
    fn overlay(&self, fields: &mut read::Fields) {
        let path = |path: &PathBuf| path.display().to_string();
        let over = [
            (&mut fields.database, self.database.clone(), "LIANXIN_DATABASE"),
            (&mut fields.data, self.data.as_ref().map(path), "LIANXIN_DATA"),
            (&mut fields.keys, self.keys.as_ref().map(path), "LIANXIN_KEYS"),
        ];
        for (field, flag, variable) in over {
            if let Some(value) = flag.or_else(|| set(variable)) {
                *field = Some(value);
            }
        }
    }
}

fn set(variable: &str) -> Option<String> {
    std::env::var(variable).ok().filter(|value| !value.is_empty())
}

/// Fills in what was not said.
fn effective(fields: read::Fields, locale: Locale) -> Result<Config, Vec<Refusal>> {
    let mut errors = vec![];
    let mut keep = |refusal: Refusal| errors.push(refusal);
    let data = PathBuf::from(fields.data.unwrap_or_else(|| "data".into()));
    let database = match fields.database.as_deref().map(DatabaseUrl::parse) {
        None => DatabaseUrl::Sqlite(data.join("lianxin.db")),
        Some(Ok(url)) => url,
        Some(Err(_)) => {
            keep(Refusal::invalid("database", "config-database"));
            DatabaseUrl::Sqlite(PathBuf::new())
        }
    };
    let keys = fields.keys.map_or_else(|| default_keys(&database, &data), PathBuf::from);
    let mut address = |field: &str, text: Option<String>, usual: u16| {
        let text = text.unwrap_or_else(|| format!("127.0.0.1:{usual}"));
        text.parse::<SocketAddr>().unwrap_or_else(|_| {
            keep(Refusal::invalid(field, "config-address").with("value", &text));
            SocketAddr::from(([127, 0, 0, 1], usual))
        })
    };
    let listen = address("listen", fields.listen, 8080);
    let admin = match fields.admin.as_deref() {
        Some("") => None,
        _ => Some(address("admin", fields.admin, 9090)),
    };
    let log = match fields.log.as_deref() {
        None | Some("text") => Log::Text,
        Some("json") => Log::Json,
        Some(other) => {
            keep(Refusal::invalid("log", "config-choice").with("value", other).with("choices", "text, json"));
            Log::Text
        }
    };
    let home = fields
        .division
        .as_deref()
        .filter(|code| !code.is_empty())
        .and_then(|code| DivisionCode::parse(code).map_err(|refusal| keep(refusal.on("place.division"))).ok());
    let web = web::state::Config {
        home,
        place: fields.place,
        secure_cookies: fields.secure_cookies.unwrap_or(true),
        limits: fields.limits,
        recordings: fields.recordings.map(PathBuf::from),
        public_url: fields.public_url.map(|url| url.trim_end_matches('/').to_owned()).unwrap_or_default(),
        ..web::state::Config::default()
    };
    let fonts = fields.fonts.map(PathBuf::from);
    let notify = fields.notify;
    if errors.is_empty() {
        Ok(Config { database, data, keys, listen, admin, log, web, fonts, notify, locale })
    } else {
        Err(errors)
    }
}

/// Beside the database, or among the data when that is on a server.
fn default_keys(database: &DatabaseUrl, data: &std::path::Path) -> PathBuf {
    match database {
        DatabaseUrl::Sqlite(path) => Keys::beside(path),
        DatabaseUrl::Postgres(_) => data.join("lianxin.keys"),
    }
}

impl std::fmt::Display for Config {
    /// As a file that would give the same; the password of a server is left out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = |text: String| toml::Value::String(text);
        let web = &self.web;
        writeln!(f, "database = {}", text(self.database.to_string()))?;
        writeln!(f, "data = {}", text(self.data.display().to_string()))?;
        writeln!(f, "keys = {}", text(self.keys.display().to_string()))?;
        writeln!(f, "listen = {}", text(self.listen.to_string()))?;
        writeln!(f, "admin = {}", text(self.admin.map(|admin| admin.to_string()).unwrap_or_default()))?;
        writeln!(f, "secure_cookies = {}", web.secure_cookies)?;
        writeln!(f, "log = {}", if self.log == Log::Json { "\"json\"" } else { "\"text\"" })?;
        writeln!(f, "\n[place]")?;
        let home = web.home.as_ref().map_or("", DivisionCode::as_str);
        writeln!(f, "division = {}", text(home.to_owned()))?;
        let place = &web.place;
        for (name, value) in [
            ("name", &place.name),
            ("office", &place.office),
            ("address", &place.address),
            ("hours", &place.hours),
            ("phone", &place.phone),
        ] {
            writeln!(f, "{name} = {}", text(value.clone()))?;
        }
        let limits = &web.limits;
        writeln!(f, "\n[limits]\nfile = {}\nfiles = {}", limits.file, limits.files)?;
        writeln!(f, "count = {}\ntext = {}", limits.count, limits.text)?;
        write!(f, "{}", self.notify)
    }
}

/// `lianxin config`: prints the effective configuration.
///
/// # Errors
/// As [`Common::read`].
pub(crate) fn run(common: &Common) -> Result<()> {
    use std::io::Write as _;
    write!(std::io::stdout(), "{}", common.read()?)?;
    Ok(())
}
