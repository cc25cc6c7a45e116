//! `lianxin demo`: a made-up jurisdiction on the real division tree, a year of invented matters, and the doors open.
//!
//! Divisions are facts. Every person, telephone number and matter is invented, and says so.

mod apart;
mod cast;
mod dice;
mod made;
mod morning;
mod network;
mod place;
mod plan;
mod play;
mod rounds;
mod rules;
mod scene;
mod script;
mod sealed;
mod tales;
mod texts;

use std::{io::Write as _, net::SocketAddr, path::PathBuf, sync::Arc};

use anyhow::{Context as _, Result};
use kernel::{DivisionCode, Locale, Message};
use services::practice::{Pack, Sample};
use store::DatabaseUrl;

use self::made::Made;
use crate::{
    config::{Common, Log},
    house::House,
    practice, serve,
};

/// The password of everybody in the demo.
const PASSWORD: &str = "caoyuan-2026";
/// The practice that is shown unless another is asked for.
const USUAL: &str = "baotou";

/// The arguments of `lianxin demo`.
#[derive(Debug, Clone, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each switch of the command line")]
pub(crate) struct DemoArgs {
    /// Where it is served, on this machine only
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Another seed, another year
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Make it anew
    #[arg(long)]
    fresh: bool,
    /// Agents only where the story plays, not in the whole city
    #[arg(long)]
    small_network: bool,
    /// Make it and end
    #[arg(long)]
    no_serve: bool,
    /// Whose practice: baotou, hohhot, huaibei, luoping, ordos
    #[arg(long, value_name = "NAME", default_value = USUAL)]
    practice: String,
    /// The folder of the demo [default: demo-data, demo-data-NAME for another practice]
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// zh or en; $LANG
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// Show the style guide
    #[arg(long, hide = true)]
    development: bool,
}

impl DemoArgs {
    /// The folder: each practice has its own.
    fn dir(&self) -> PathBuf {
        let usual = || if self.practice == USUAL { "demo-data".into() } else { format!("demo-data-{}", self.practice) };
        self.dir.clone().unwrap_or_else(|| PathBuf::from(usual()))
    }
}

/// A practice with the sample on which it is played.
#[derive(Clone)]
struct Stage {
    pack: Arc<Pack>,
    sample: Arc<Sample>,
}

impl Stage {
    fn of(args: &DemoArgs) -> Result<Self> {
        let pack = practice::shipped(&args.practice, crate::say::locale(args.lang.as_deref())?)?;
        let sample = pack.sample.clone().with_context(|| format!("practices/{}/sample", args.practice))?;
        Ok(Self { pack: Arc::new(pack), sample: Arc::new(sample) })
    }
}

/// Makes the demo unless it is there, and serves it.
///
/// # Errors
/// When it cannot be made or the port is taken.
pub(crate) fn run(args: &DemoArgs) -> Result<()> {
    serve::start_log(Log::Text);
    let stage = Stage::of(args)?;
    let house = ready(args, &stage)?;
    print_sign_ins(args.port, &stage.sample, house.config.locale)?;
    if args.no_serve {
        house.store.close();
        return Ok(());
    }
    serve::serve(house, || Ok(()))
}

/// The demo as it is there, or made. One that was made on another day has aged; it is made anew when nobody has done
/// anything in it, and kept when somebody has.
fn ready(args: &DemoArgs, stage: &Stage) -> Result<House> {
    let dir = args.dir();
    let known = Made::read(&dir)?.filter(|_| !args.fresh);
    if let Some(known) = known {
        let house = open(args, stage)?;
        let (locale, today) = (house.config.locale, house.ctx().today());
        let verdict = known.verdict(&args.practice, args.seed, today, &made::deeds(&house.store)?);
        if let Some(key) = verdict.key() {
            let line = Message::new(key).with("day", known.day).with("seed", known.seed).say(locale);
            writeln!(std::io::stdout().lock(), "{line}")?;
        }
        if !verdict.is_to_be_made() {
            return Ok(house);
        }
        house.store.close();
    }
    clear(&dir)?;
    let house = open(args, stage)?;
    make(&house, stage, args.seed, args.small_network)?;
    let (day, deeds) = (house.ctx().today(), made::deeds(&house.store)?);
    Made { seed: args.seed, practice: args.practice.clone(), day, deeds }.write(&dir)?;
    Ok(house)
}

/// Removes an older demo; only what a demo makes.
fn clear(dir: &std::path::Path) -> Result<()> {
    for name in [made::FILE, "lianxin.db", "lianxin.db-wal", "lianxin.db-shm", "lianxin.db.keys"] {
        let path = dir.join(name);
        if path.exists() {
            std::fs::remove_file(&path).with_context(|| path.display().to_string())?;
        }
    }
    for name in ["files", "outbox"] {
        let folder = dir.join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
    }
    Ok(())
}

fn open(args: &DemoArgs, stage: &Stage) -> Result<House> {
    let dir = args.dir();
    let common = Common { lang: args.lang.clone(), ..Common::default() };
    let mut config = Common { config: Some(PathBuf::from("/dev/null")), ..common }.read()?;
    config.database = DatabaseUrl::Sqlite(dir.join("lianxin.db"));
    config.keys = dir.join("lianxin.db.keys");
    config.data.clone_from(&dir);
    config.listen = SocketAddr::from(([127, 0, 0, 1], args.port));
    config.admin = None;
    config.web.secure_cookies = false;
    config.web.public_url = format!("http://127.0.0.1:{}", args.port);
    config.web.development = args.development;
    config.notify = crate::config::Notify::local();
    config.web.place = place::portal(&stage.sample);
    config.web.home = stage.sample.counties.first().and_then(|county| DivisionCode::parse(&county.code).ok());
    let sign_ins = stage.sample.sign_ins.iter();
    config.web.demo_sign_ins = sign_ins.map(|one| (one.who.clone(), one.login.clone(), PASSWORD.to_owned())).collect();
    House::open(config)
}

fn make(house: &House, stage: &Stage, seed: u64, small: bool) -> Result<()> {
    let locale = house.config.locale;
    let now = house.clock.now();
    let begin = place::beginning(now);
    let place = place::make(&house.store, (&stage.pack, &stage.sample), begin, seed)
        .map_err(|error| crate::say::error(error, locale))?;
    let cast = cast::make(&house.store, &place, begin, seed).map_err(|error| crate::say::error(error, locale))?;
    network::make(&house.store, &stage.sample, begin, seed, small).map_err(|error| crate::say::error(error, locale))?;
    rules::make(&house.store, &house.kit, &place, begin, seed).map_err(|error| crate::say::error(error, locale))?;
    rules::answer(&house.store, &house.kit, &place, now, seed).map_err(|error| crate::say::error(error, locale))?;
    apart::make(&house.store, &place, &cast, now, seed).map_err(|error| crate::say::error(error, locale))?;
    let bar = crate::progress::bar(366, &crate::say::say(locale, "cli-demo-playing"));
    let (there, who) = (place.clone(), cast.clone());
    let year = play::play(&house.store, &house.kit, place, cast, now, seed, |day| {
        bar.set_position(day.unsigned_abs());
    })
    .map_err(|error| crate::say::error(error, locale))?;
    bar.finish_and_clear();
    sealed::make((&house.store, &house.kit), (&there, &who), now, seed)
        .map_err(|error| crate::say::error(error, locale))?;
    for (what, times) in &year.refused {
        tracing::debug!(what, times, "refused");
    }
    let refused: usize = year.refused.values().sum();
    tracing::info!(matters = year.matters, steps = year.done, refused, "the year was played");
    Ok(())
}

fn print_sign_ins(port: u16, sample: &Sample, locale: Locale) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let line = |key: &str| Message::new(key).with("port", port).with("password", PASSWORD).say(locale);
    writeln!(out, "{}", line("cli-demo-served"))?;
    writeln!(out, "{}", line("cli-demo-sign-ins"))?;
    for sign_in in &sample.sign_ins {
        writeln!(out, "  {:<14} {}", sign_in.login, sign_in.who)?;
    }
    let [one, two] = sealed::PASSPHRASES;
    let words = Message::new("cli-demo-sealed").with("one", one).with("two", two);
    writeln!(out, "{}", words.say(locale))?;
    writeln!(out, "{}", line("cli-demo-invented"))?;
    Ok(())
}
