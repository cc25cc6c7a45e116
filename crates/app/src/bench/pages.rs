//! How soon pages begin and end: the pages people open most, over real HTTP with one kept connection, from a database as
//! full as a city's. Server, database and reader share this process.

use std::{
    io::{Read as _, Write as _},
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::Context as _;
use clap::Args;

use super::{
    figures::percentile,
    fill::{self, Filled},
    lifecycle::serve,
    world::{PASSWORD, World},
};

/// What to put in, and how often to ask.
#[derive(Debug, Clone, Args)]
pub(crate) struct PagesArgs {
    /// A database URL; without one a temporary embedded database.
    #[arg(long)]
    database: Option<String>,
    /// Matters to put in before measuring.
    #[arg(long, default_value_t = 100_000)]
    matters: usize,
    /// How often each page is asked for.
    #[arg(long, default_value_t = 200)]
    rounds: usize,
}

/// Requests that are not counted: caches fill, as they are filled on any day after the first minute.
const WARM_UP: usize = 10;

pub(super) fn run(args: &PagesArgs) -> anyhow::Result<()> {
    let world = World::open(args.database.as_deref())?;
    intelligence::text::warm_up();
    let filled = fill::fill(&world, args.matters)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let address = runtime.block_on(serve(&world))?;
    let (mut petitioner, mut officer) = (Browser::new(address), Browser::new(address));
    petitioner.look_up(&filled)?;
    officer.sign_in(&world.officer_login)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} matters, {}, {} rounds, milliseconds", args.matters, world.store.engine(), args.rounds)?;
    writeln!(out, "{:<44} {:>7}   {:^23}   {:^23}", "", "", "first byte", "whole page")?;
    let head = "p50     p95     p99";
    writeln!(out, "{:<44} {:>7}   {head:>23}   {head:>23}", "page", "bytes")?;
    for (who, path) in pages(&filled) {
        let browser = if who == Who::Petitioner { &mut petitioner } else { &mut officer };
        let line = browser.measure(&path, args.rounds)?.line();
        writeln!(out, "{path:<44} {line}")?;
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Petitioner,
    Officer,
}

/// The pages and who opens them.
fn pages(filled: &Filled) -> Vec<(Who, String)> {
    let hers = ["/".to_owned(), "/file".into(), format!("/t/{}", filled.number), "/answers".into(), "/agents".into()];
    let theirs = [
        "/desk".to_owned(),
        "/desk?tab=triage".into(),
        "/desk?tab=open".into(),
        "/desk?tab=open&stage=FORWARDED&place=150223".into(),
        "/desk?tab=over".into(),
        "/desk/search?q=%E6%9A%96%E6%B0%94%E4%B8%8D%E7%83%AD".into(),
        format!("/desk/search?q={}", filled.number),
        format!("/desk/matters/{}", filled.id),
        format!("/desk/triage/{}", filled.waiting),
    ];
    let hers = hers.into_iter().map(|path| (Who::Petitioner, path));
    hers.chain(theirs.into_iter().map(|path| (Who::Officer, path))).collect()
}

/// What was seen of one page.
pub(super) struct Seen {
    status: u16,
    bytes: usize,
    first: Vec<Duration>,
    whole: Vec<Duration>,
}

impl Seen {
    pub(super) fn line(&mut self) -> String {
        if self.status != 200 {
            return format!("answers {}", self.status);
        }
        let three = |took: &mut Vec<Duration>| {
            took.sort_unstable();
            [50, 95, 99].map(|percent| format!("{:>7.2}", percentile(took, percent))).join(" ")
        };
        format!("{:>7}   {}   {}", self.bytes, three(&mut self.first), three(&mut self.whole))
    }
}

/// A browser without a face: it keeps cookies and a connection.
pub(super) struct Browser {
    agent: ureq::Agent,
    base: String,
    cookies: Vec<(String, String)>,
}

impl Browser {
    pub(super) fn new(address: SocketAddr) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build()
            .new_agent();
        Self { agent, base: format!("http://{address}"), cookies: vec![] }
    }

    pub(super) fn sign_in(&mut self, login: &str) -> anyhow::Result<()> {
        self.submit("/desk/sign-in", &[("login", login), ("password", PASSWORD)])
    }

    fn look_up(&mut self, filled: &Filled) -> anyhow::Result<()> {
        self.submit("/t", &[("number", &filled.number), ("code", &filled.code)])
    }

    /// Opens the form at `path`, fills it in and sends it; it must lead somewhere else.
    fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        let page = self.get(path)?;
        let hidden = hidden_fields(&page);
        let pairs = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(fields.iter().copied());
        let body: String = pairs.map(|(name, value)| [name, "=", &escape(value), "&"].concat()).collect();
        let request = self.agent.post(format!("{}{path}", self.base)).header("Cookie", self.cookie());
        let response = request.content_type("application/x-www-form-urlencoded").send(body)?;
        let status = response.status();
        anyhow::ensure!(status.is_redirection(), "{path}: {status}");
        self.keep(&response);
        Ok(())
    }

    fn get(&mut self, path: &str) -> anyhow::Result<String> {
        let mut response = self.agent.get(format!("{}{path}", self.base)).header("Cookie", self.cookie()).call()?;
        self.keep(&response);
        response.body_mut().read_to_string().context("a page")
    }

    #[expect(clippy::disallowed_methods, reason = "a measurement reads the machine's clock")]
    pub(super) fn measure(&mut self, path: &str, rounds: usize) -> anyhow::Result<Seen> {
        let mut seen = Seen { status: 0, bytes: 0, first: vec![], whole: vec![] };
        let mut body = Vec::with_capacity(1 << 18);
        for round in 0..WARM_UP + rounds {
            body.clear();
            let request = self.agent.get(format!("{}{path}", self.base)).header("Cookie", self.cookie());
            let begun = Instant::now();
            let mut response = request.call()?;
            let first = begun.elapsed();
            response.body_mut().as_reader().read_to_end(&mut body)?;
            let whole = begun.elapsed();
            seen.status = response.status().as_u16();
            seen.bytes = body.len();
            if round >= WARM_UP {
                seen.first.push(first);
                seen.whole.push(whole);
            }
        }
        Ok(seen)
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep(&mut self, response: &ureq::http::Response<ureq::Body>) {
        for cookie in response.headers().get_all("set-cookie") {
            let text = cookie.to_str().unwrap_or_default();
            let Some((name, value)) = text.split(';').next().and_then(|pair| pair.split_once('=')) else { continue };
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// The hidden fields of a page, with the token against forged forms among them.
fn hidden_fields(page: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let hidden = page.split("<input").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let hidden = hidden.filter(|tag| tag.contains("type=\"hidden\""));
    hidden.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect()
}

fn escape(value: &str) -> String {
    value.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
            text.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_fields_are_found() {
        let page =
            r#"<form><input type="hidden" name="csrf" value="a.b"><input type="text" name="x" value="y"></form>"#;
        assert_eq!(hidden_fields(page), [("csrf".to_owned(), "a.b".to_owned())]);
        assert_eq!(escape("1a +号"), "1a%20%2B%E5%8F%B7");
    }

    #[test]
    fn a_small_database_answers_every_page() {
        let args = PagesArgs { database: None, matters: 60, rounds: 1 };
        run(&args).unwrap();
    }
}
